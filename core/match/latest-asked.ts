import type { Profile } from '../record/profile.ts'
import { missing, no, yes } from './findings.ts'
import type { Finding } from './kind.ts'
import { isCourseOf, listWords, type TherapyList } from './therapy-words.ts'
import { givenTreatments, givenWords, knowsTreatments, latestTreatment } from './treatment-history.ts'

/** "… must have been the most recent treatment", "the last regimen was …": how far the words behind a treatment reach that ask for the latest one; undefined where they do not. */
export function latestAsked(before: string, after: string): number | undefined {
  const behind = BEHIND.exec(after)
  if (behind) return behind[0].trimEnd().length
  return AHEAD.test(before) ? 0 : undefined
}
const BEHIND =
  /^(?: (?:and|plus|with|combined with) (?:an? )?(?:ai|et|aromatase inhibitor|endocrine therapy))?,? ?(?:(?:therapy|treatment|regimen) )?(?:(?:must|should|has to|needs to|is required to) (?:have been|be)|was|is|(?:given |received |administered )?as) (?:the |their |his |her )?(?:very )?(?:last|latest|most recent|immediately preceding) (?:(?:prior|previous|systemic|anti-?cancer|line|of|given|received) )*(?:treatment|therapy|regimen|line)\b(?: (?:received|given))?(?: (?:prior to|before) (?:study )?(?:registration|enrol+ment|entry|randomi[sz]ation|inclusion|screening)(?: (?:for|in|into|to|on) (?:this|the) (?:study|trial))?)?/
const AHEAD =
  /\b(?:last|latest|most recent|immediately preceding) (?:(?:prior|previous|systemic|anti-?cancer|line|of) )*(?:treatment|therapy|regimen|line) (?:(?:received|given) )?(?:(?:must|should) (?:have been|be|have (?:included|contained|consisted of)|include|contain)|was|is|(?:has|have) (?:been|included)|included|contained|consisted of|being) (?:an? |the )?$/

/** Whether the treatment given last is of the list. */
export function judgeLatest(list: Pick<TherapyList, 'therapies' | 'except' | 'join'>, profile: Profile): Finding {
  const given = givenTreatments(profile)
  const latest = latestTreatment(profile)
  if (latest && isCourseOf(latest, list)) return yes(`The latest treatment in the records: ${givenWords(latest)}.`, latest.evidence)
  if (!knowsTreatments(profile))
    return missing('No list of earlier treatments was found.', 'treatments', 'Which treatments have you had, with dates?')
  const ofList = given.filter((one) => isCourseOf(one, list))
  const undated = given.filter(({ start, end }) => start === undefined && end === undefined)
  if (ofList.length > 0 && (!latest || undated.length > 0))
    return missing(
      `Which treatment came last was not found; ${listWords(list)} was given.`,
      'treatments',
      'Which treatments have you had, with dates?',
      [...ofList, ...undated].flatMap(({ evidence }) => evidence),
    )
  return no(
    latest
      ? `The latest treatment in the records is ${givenWords(latest)}.`
      : `${listWords(list)} is not among the treatments in the records.`,
    (latest?.evidence ?? given.flatMap(({ evidence }) => evidence)).slice(0, 6),
  )
}

import { matchesOf } from '../../codes/matches-of.ts'
import type { Profile } from '../../record/profile.ts'
import { missing, no, yes } from '../findings.ts'
import { defineKind, type Finding, type Mention } from '../kind.ts'
import { isInSetting, type SettingAsked, settingAround } from '../therapy-setting.ts'
import { listWords, matchesList, type TherapyList, therapiesIn } from '../therapy-words.ts'
import { givenTreatments, givenWords, knowsTreatments, latestTreatment } from '../treatment-history.ts'

/** `now`: the cancer grows today, whatever it was treated with. `during`: while it was given, not after. */
type Asked = { list?: TherapyList | undefined; setting: SettingAsked; last: boolean; lines: number; now?: boolean; during?: boolean }

export const hasProgressedOnTreatment = defineKind<Asked>({
  name: 'has-progressed-on-treatment',
  reads: 'Progression or recurrence on or after a treatment: a class or drug, the latest one, or any.',
  source: 'profile: treatments with the reason for stopping, responses',
  triggers: /progress|relaps|recurr|refractory|failed|failure|worse/,
  find({ text }) {
    const mentions: Mention<Asked>[] = []
    const alone = ALONE.exec(text)
    if (alone)
      return [
        { start: alone.index, end: alone.index + alone[0].trimEnd().length, params: { setting: 'any', last: true, lines: 1, now: true } },
      ]
    const lists = therapiesIn(text)
    for (const match of matchesOf(text, PROGRESSED)) {
      const start = match.index
      // "No radiotherapy before documentation of progression": a time to come.
      if (UNTIL.test(text.slice(Math.max(0, start - 60), start))) continue
      let end = start + match[0].trimEnd().length
      const list = lists.find(
        (one) =>
          one.start >= end - 2 &&
          one.start - end < 70 &&
          /^[\s,]*(?:(?:or|and|on|after|during|following|while|receiving|prior|previous|at|least|one|two|line|lines|of|an?|the|most|recent|last|any|either|regimen|containing|with|treatment|therapy|more|to|from|adjuvant|neoadjuvant|\(neo\)adjuvant|1|2|≥|first|second|including|completing|completion|systemic|lines?|previously|their|\(|months?|within|\d+|months of|metastatic|standard)[\s,/()-]*){0,14}$/.test(
            text.slice(end, one.start),
          ),
      )
      const last = /\b(?:last(?! dose)|most recent|latest)/.test(text.slice(start, list ? list.start : end + 40))
      if (list) end = list.end
      end += WITH_OR_WITHOUT.exec(text.slice(end))?.[0].length ?? 0
      const around = settingAround(text, start, end)
      mentions.push({
        start,
        end: Math.max(end, around.end),
        params: {
          list: last ? undefined : list,
          setting: around.setting,
          last,
          lines: linesIn(text.slice(start, list?.start ?? end), list !== undefined),
          ...(/\b(?:while (?:on|receiving|taking)|during)\b/.test(match[0]) &&
          !/\b(?:after|following|within|upon|recurr|relaps)/.test(match[0])
            ? { during: true }
            : {}),
        },
      })
    }
    return mentions
  },
  judge({ list, setting, last, lines, now, during = false }, { profile }) {
    if (!knowsTreatments(profile))
      return missing('No list of earlier treatments was found.', 'treatments', 'Which treatments have you had, and why did each end?')
    if (now) return judgeNow(profile)
    if (last || !list) return judgeAny(profile, last)
    if (list.join === 'all' && list.therapies.length > 1) {
      const each = list.therapies.map((one) => judgeOn({ ...list, therapies: [one], join: 'any' }, setting, lines, during, profile))
      return each.find(({ holds }) => holds === 'no') ?? each.find(({ holds }) => holds === 'unknown') ?? each[0] ?? judgeAny(profile, last)
    }
    return judgeOn(list, setting, lines, during, profile)
  },
})

/** Whether the cancer grew on a treatment of the list, or came back after it. */
function judgeOn(list: TherapyList, setting: SettingAsked, lines: number, during: boolean, profile: Profile): Finding {
  const given = givenTreatments(profile).filter((one) => matchesList(one, list) && isInSetting(one, setting) !== false)
  if (given.length === 0)
    return no(
      `${listWords(list)} is not among the treatments in the records, so there was no progression on it.`,
      givenTreatments(profile)
        .flatMap(({ evidence }) => evidence)
        .slice(0, 6),
    )
  const worse = given.filter(({ stopped }) => stopped === 'progression')
  if (lines > 1 && worse.length < lines && given.every(({ stopped, ongoing }) => stopped !== undefined || ongoing === true))
    return no(
      `Ended because the cancer grew: ${worse.map(givenWords).join('; ') || 'none'}; the trial asks for ${lines} such lines.`,
      given.flatMap(({ evidence }) => evidence),
    )
  if (worse.length >= lines)
    return yes(
      `Ended because the cancer grew: ${worse.map(givenWords).join('; ')}.`,
      worse.flatMap(({ evidence }) => evidence),
    )
  const early = given.filter(({ setting: when }) => when === 'adjuvant' || when === 'neoadjuvant')
  if (!during && early.length > 0 && profile.extent?.value === 'metastatic' && profile.extent.deNovo !== true)
    return yes(`The cancer came back after ${early.map(givenWords).join('; ')}.`, [
      ...early.flatMap(({ evidence }) => evidence),
      ...profile.extent.evidence,
    ])
  const open = given.filter(({ stopped, ongoing }) => stopped === undefined && ongoing !== true)
  if (open.length > 0)
    return missing(
      `Why ${open.map(givenWords).join('; ')} ended was not found.`,
      'stop-reason',
      'Why did each treatment end?',
      open.flatMap(({ evidence }) => evidence),
    )
  return no(
    `${given.map(givenWords).join('; ')} did not end because the cancer grew.`,
    given.flatMap(({ evidence }) => evidence),
  )
}

const PROGRESSED =
  /\b(?:(?:documented|radiograph(?:ic|ical|ically)|radiolog(?:ic|ical|ically)|clinical|objective|confirmed|evidence of|must have|have|has|had|experienced|demonstrated|investigator-assessed|intracranial and\/or extracranial|or|and\/or|,)[ ]*)*(?:disease[- ]|tumou?r[- ])?(?:progress(?:ion|ed|ive disease|ing)|relapsed?|recurr(?:ence|ed)|refractory|(?:(?:their|the|your) )?(?:cancer|disease|tumou?rs?) (?:to )?(?:get|gets|got|gotten|getting) worse|(?:cancer|disease|tumou?rs?) (?:has |have )?worsened)(?: (?:or|and\/or|\/) ?(?:disease[- ])?(?:progress(?:ion|ed)|relapsed?|recurr(?:ence|ed)|refractory|intolerance))*(?: (?:of|in) (?:their |the )?(?:disease|breast cancer|cancer))?(?: \(pd\))?(?:,? (?:either )?(?:(?:on|during|while on|while (?:receiving|taking)|after|following|to|upon)(?: taking)?(?:[ ,]*(?:and\/or|\/|or|and) ?(?:on|during|within|after|following|while on))*|despite))(?: (?:(?:therapy |treatment |the )?(?:with )?or within (?:the )?(?:first )?\w+ (?:months?|days?|weeks?) (?:of|after|from|following)(?: (?:the )?(?:discontinu\w+|complet\w+|ending|end|stopping|cessation|last dose|finishing)(?: of)?)?))?(?: (?:the |their |an? |at least (?:one|1|two|2) |one |1 |prior |previous |last |most recent |latest |any |with |first |second |initial |adjuvant |line of |lines? of |standard |available |systemic |therapy |treatment |regimen|or more |anti-?cancer )*)?/g

const UNTIL =
  /\b(?:prior to|before|until|up to)(?: (?:the|any|documentation|documented|evidence|of|time|radiographic|disease|confirmed|first))*\s*$/

/** "Documented radiologic progression", "progressive disease at enrolment": all that the piece says. */
const ALONE =
  /^[^a-z]*(?:(?:patients?|participants?|subjects?|who|must|have|has|had|be|with|in|an?|the|documented|radiolog\w+|radiograph\w+|objective|clinical|confirmed|evidence|of|presence|disease|tumou?r|cancer|recent) )*(?:progression|progressive disease|progressing (?:disease|cancer))(?: of (?:the )?(?:disease|cancer))?(?: (?:at|prior to|before|on) (?:the )?(?:time of )?(?:study )?(?:entry|enrol+ment|screening|baseline|randomi[sz]ation|inclusion|registration))?(?: \((?:during|on|after|while)[^()]{0,60}\))?\s*[.;]?\s*$/

/** "… with or without a targeted therapy (such as …) given for metastatic disease": the partner is not asked. */
const WITH_OR_WITHOUT = /^,? with or without [^.;()]{2,60}(?:\([^()]{0,200}\))?(?: ?(?:administered|given|received)(?= (?:for|in|as)))?/

const LINES: Record<string, number> = { two: 2, three: 3, four: 4 }
function linesIn(words: string, isBeforeList: boolean): number {
  if (/\b(?:one|1) ?(?:or|-|to|and) ?(?:two|three|2|3)\b/.test(words)) return 1
  const found = /\b(?:at least|≥|>=|more than)? ?(\d|two|three|four)\b[^.;]{0,20}\b(?:lines?|regimens?|therap)/.exec(words)?.[1]
  // "After at least two prior chemotherapies": the number stands before the treatment itself.
  const least = found ?? (isBeforeList ? LEAST.exec(words)?.[1] : undefined)
  return least === undefined ? 1 : (LINES[least] ?? Number(least))
}
const LEAST = /\b(?:at least|≥|>=|a minimum of) ?([2-4]|two|three|four) (?:(?:prior|previous|different|separate|systemic|consecutive) )*$/

/** What the newest scan that says so says; else why the latest treatment ended. */
function judgeNow(profile: Profile): Finding {
  const newest = profile.responses.findLast(({ date }) => date !== undefined)
  if (newest && newest.value !== 'progression' && givenTreatments(profile).some(({ ongoing }) => ongoing))
    return no(`The newest response on record is ${newest.value}.`, newest.evidence)
  return judgeAny(profile, true)
}

function judgeAny(profile: Profile, last: boolean): Finding {
  const latest = latestTreatment(profile)
  const progressed = profile.responses.findLast(({ value }) => value === 'progression')
  if (last && latest?.stopped === 'progression')
    return yes(`The latest treatment ended because the cancer grew: ${givenWords(latest)}.`, latest.evidence)
  if (progressed && (!latest?.start || !progressed.date || progressed.date >= latest.start))
    return yes('The records show that the cancer grew.', progressed.evidence)
  const worse = givenTreatments(profile).filter(({ stopped }) => stopped === 'progression')
  if (!last && worse.length > 0)
    return yes(
      `Ended because the cancer grew: ${worse.map(givenWords).join('; ')}.`,
      worse.flatMap(({ evidence }) => evidence),
    )
  if (!last && profile.extent?.value === 'metastatic' && profile.extent.deNovo === false)
    return yes('The cancer came back after earlier treatment.', profile.extent.evidence)
  if (latest && latest.stopped === undefined && latest.ongoing !== true)
    return missing(`Why ${givenWords(latest)} ended was not found.`, 'stop-reason', 'Why did each treatment end?', latest.evidence)
  return latest
    ? no(`${givenWords(latest)} did not end because the cancer grew.`, latest.evidence)
    : missing('No growth of the cancer on treatment was found in the records.', 'stop-reason', 'Why did each treatment end?')
}

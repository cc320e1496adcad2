import type { Profile } from '../record/profile.ts'
import { missing, no, yes } from './findings.ts'
import type { Finding } from './kind.ts'
import { listWords, matchesList, type TherapyList } from './therapy-words.ts'
import { givenTreatments, givenWords, knowsTreatments } from './treatment-history.ts'

/** Whether a treatment of the list is given today; those that the words give together must all be. */
export function judgeOngoing(list: Pick<TherapyList, 'therapies' | 'except' | 'join'>, profile: Profile): Finding {
  if (list.join === 'all' && list.therapies.length > 1) {
    const each = list.therapies.map((therapy) => judgeOngoing({ therapies: [therapy], except: list.except, join: 'any' }, profile))
    const decisive = each.find(({ holds }) => holds === 'no') ?? each.find(({ holds }) => holds === 'unknown')
    return (
      decisive ??
      yes(
        each.map(({ because }) => because).join(' '),
        each.flatMap(({ evidence }) => evidence),
        { recoverable: true },
      )
    )
  }
  const given = givenTreatments(profile).filter((one) => matchesList(one, list))
  const ongoing = given.filter((one) => one.ongoing === true)
  if (ongoing.length > 0)
    return yes(
      `Going on: ${ongoing.map(givenWords).join('; ')}.`,
      ongoing.flatMap(({ evidence }) => evidence),
      { recoverable: true },
    )
  if (!knowsTreatments(profile))
    return missing('No list of treatments was found.', 'treatments', 'Which treatments have you had, with dates?')
  return no(
    `${listWords(list).replace(/^./, (letter) => letter.toUpperCase())} is not going on now.`,
    givenTreatments(profile)
      .flatMap(({ evidence }) => evidence)
      .slice(-4),
  )
}

import { findDrugs } from '../../codes/drugs.ts'
import { missing, no, yes } from '../findings.ts'
import { defineKind } from '../kind.ts'
import { type TherapyList, therapiesIn } from '../therapy-words.ts'

export const hasHadDoseReduced = defineKind<{ list: TherapyList }>({
  name: 'has-had-dose-reduced',
  reads: 'An earlier treatment whose dose had to be reduced: "prior dose reduction of palbociclib".',
  source: 'profile: treatments with their doses over time',
  triggers: /reduc/,
  find: ({ text }) =>
    therapiesIn(text).flatMap((list) => {
      const before =
        /(?:\b(?:documented|evidence|of|prior|previous|any|history|required?|a|the|had)\s+)*\bdose (?:reductions?|reduced) (?:of|for|on|in|with|while on) (?:the |an? |any )?$/.exec(
          text.slice(0, list.start),
        )
      const after =
        /^ dose[- ](?:reductions?|reduced)(?: (?:due to|because of|for) (?:[a-z-]+ ?){1,4}?(?:reasons?|toxicity|events?))?(?: either)?(?: in (?:the )?adjuvant setting or for advanced disease)?/.exec(
          text.slice(list.end),
        )
      if (!before && !after) return []
      return [{ start: before ? before.index : list.start, end: list.end + (after?.[0].length ?? 0), params: { list } }]
    }),
  judge({ list }, { profile }) {
    const given = profile.treatments.filter(
      ({ type, name, drugs }) =>
        type === 'systemic' &&
        findDrugs(`${name}, ${drugs.join(', ')}`).some(({ drug }) => list.therapies.some((one) => one.includes(drug))),
    )
    if (given.length === 0)
      return no(
        'This treatment is not among the treatments in the records.',
        profile.treatments.slice(0, 4).flatMap(({ evidence }) => evidence),
      )
    const evidence = given.flatMap((one) => one.evidence)
    const reduced = given.find(({ dose }) => isReduced(dose ?? ''))
    if (reduced) return yes(`The dose was reduced: ${reduced.dose}.`, evidence)
    return given.some(({ dose }) => dose === undefined)
      ? missing(
          'The records do not say whether the dose was reduced.',
          'dose-reduction',
          'Was the dose of any treatment reduced, and why?',
          evidence,
        )
      : no('The records give one dose throughout.', evidence)
  },
})

/** Two doses in one unit, the later smaller, or the word itself. */
function isReduced(dose: string): boolean {
  if (/reduc|lowered|decreas/i.test(dose)) return true
  const amounts = [...dose.matchAll(/(\d+(?:\.\d+)?) ?(?:mg|mg\/kg|g)\b/g)].map(([, amount]) => Number(amount))
  return amounts.some((amount, i) => i > 0 && amount < (amounts[i - 1] ?? 0))
}

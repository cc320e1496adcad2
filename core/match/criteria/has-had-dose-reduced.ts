import { findDrugs } from '../../codes/drugs.ts'
import type { Evidence } from '../../record/evidence.ts'
import type { Profile } from '../../record/profile.ts'
import { missing, no, yes } from '../findings.ts'
import { defineKind } from '../kind.ts'
import { type TherapyList, therapiesIn } from '../therapy-words.ts'

export const hasHadDoseReduced = defineKind<{ list: TherapyList; untolerated?: boolean }>({
  name: 'has-had-dose-reduced',
  reads: 'An earlier treatment whose dose had to be reduced: "prior dose reduction of palbociclib".',
  source: 'profile: treatments with their doses over time',
  triggers: /reduc|tolerat/,
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
      const untolerated = NOT_TOLERATED.exec(text.slice(0, list.start))
      if (untolerated) {
        const end = list.end + (WHAT_FOLLOWED.exec(text.slice(list.end))?.[0].length ?? 0)
        return [{ start: untolerated.index, end, params: { list, untolerated: true } }]
      }
      if (!before && !after) return []
      return [{ start: before ? before.index : list.start, end: list.end + (after?.[0].length ?? 0), params: { list } }]
    }),
  judge({ list, untolerated }, { profile }) {
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
    const harmed = untolerated ? given.find(({ stopped }) => stopped === 'toxicity') : undefined
    if (harmed) return yes(`${harmed.name} was stopped for its side effects.`, harmed.evidence)
    const less = lessThanUsual(list, profile)
    if (less) return yes(less.because, [...less.evidence, ...evidence])
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

/** "Could not tolerate the prescribed dose of ribociclib, requiring dose reduction or discontinuation" */
const NOT_TOLERATED =
  /\b(?:could not|cannot|can not|did not|does not|do not|unable to|not able to|failed to|inability to) tolerate (?:the |their |a )?(?:(?:prescribed|full|recommended|standard|starting|initial|approved|labell?ed) )*doses? (?:of|for) (?:the |an? |any )?$/
const WHAT_FOLLOWED =
  /^(?: (?:during|in|on|at) [^.,;]{3,50})?,? ?(?:(?:requiring|which required|that required|leading to|resulting in) [^.;]{0,30}\b(?:reductions?|discontinuation|interruptions?)\b(?: or (?:permanent )?(?:discontinuation|interruption|reduction))?(?: (?:due to|because of|for) (?:[a-z-]+ ?){1,4}?(?:reasons?|toxicit(?:y|ies)|events?|effects?)\b)?)?/

/** A tablet taken each day in less than the dose that its label begins with. */
function lessThanUsual(list: TherapyList, { treatments, medications }: Profile): { because: string; evidence: Evidence[] } | undefined {
  for (const { name, dose, evidence } of [...treatments, ...medications]) {
    const [, amount] = /(?<![\d/.])(\d+(?:\.\d+)?) ?mg\b(?! ?\/)/.exec(dose ?? '') ?? []
    if (amount === undefined || (dose?.match(/\d+(?:\.\d+)? ?mg\b/g)?.length ?? 0) > 1) continue
    const drugs = findDrugs(name).map(({ drug }) => drug)
    const [asked] = drugs.filter((drug) => list.therapies.some((one) => one.includes(drug)))
    const usual = asked && USUAL_MG[asked.name]
    // In a combination nobody can say whose dose it is.
    if (!asked || usual === undefined || drugs.length > 1 || Number(amount) >= usual) continue
    return { because: `The records give ${asked.name} ${dose}; its usual dose is ${usual} mg.`, evidence: [...evidence] }
  }
  return undefined
}
/** Full single doses in the labels (US prescribing information), mg. */
const USUAL_MG: Record<string, number> = {
  palbociclib: 125,
  ribociclib: 600,
  abemaciclib: 150,
  alpelisib: 300,
  capivasertib: 400,
  everolimus: 10,
  elacestrant: 345,
  olaparib: 300,
  talazoparib: 1,
  tucatinib: 300,
  neratinib: 240,
}

/** Two doses in one unit, the later smaller, or the word itself. */
function isReduced(dose: string): boolean {
  if (/reduc|lowered|decreas/i.test(dose)) return true
  const amounts = [...dose.matchAll(/(\d+(?:\.\d+)?) ?(?:mg|mg\/kg|g)\b/g)].map(([, amount]) => Number(amount))
  return amounts.some((amount, i) => i > 0 && amount < (amounts[i - 1] ?? 0))
}

import { ageInYears } from '../record/partial-date.ts'
import type { Verdict } from '../record/verdict.ts'
import { extentOf } from './disease-extent.ts'
import type { Subject } from './kind.ts'

/**
 * The registry's own limits of age and sex, where they keep the person out, and a title that speaks of a cancer gone further than the person's,
 * which leaves the trial open. They have no place in the criteria text.
 */
export function registryVerdicts(subject: Subject): Verdict[] {
  const { profile, asOf, trial } = subject
  const { sex, birthDate, evidence } = profile.person
  const verdicts: Verdict[] = []
  if (sex && trial.sex && trial.sex !== 'ALL' && trial.sex.toLowerCase() !== sex)
    verdicts.push(fails(`The trial takes only ${trial.sex === 'FEMALE' ? 'women' : 'men'}.`, 'is-of-sex', evidence))
  if (birthDate) {
    const age = ageInYears(birthDate, asOf)
    if (trial.minimumAge !== undefined && age.most < trial.minimumAge)
      verdicts.push(fails(`The trial takes people from ${trial.minimumAge} years of age; you are ${age.most}.`, 'is-of-age', evidence))
    if (trial.maximumAge !== undefined && age.least > trial.maximumAge)
      verdicts.push(fails(`The trial takes people up to ${trial.maximumAge} years of age; you are ${age.least}.`, 'is-of-age', evidence))
  }
  return [...verdicts, ...extentOfTitle(subject)]
}

/** "… in advanced or metastatic solid tumors", for a person whose cancer has not spread. */
function extentOfTitle({ profile, trial }: Subject): Verdict[] {
  const { value, evidence } = extentOf(profile)
  const titles = `${trial.title} . ${trial.officialTitle ?? ''}`
  if (value !== 'early' || !FAR_GONE.test(titles) || NOT_FAR_GONE.test(titles)) return []
  return [
    {
      label: 'unknown',
      unknown: 'missing',
      because: 'The title of the trial speaks of advanced or metastatic cancer; the records show early breast cancer.',
      evidence,
      kind: 'has-stage-or-setting',
      parts: [],
    },
  ]
}
const FAR_GONE = /\b(?:(?<!non-?)metasta\w+|(?<!locally[ -])advanced|unresectable|incurable|inoperable|refractory|stage iv)\b/i
const NOT_FAR_GONE =
  /\b(?:early|(?:neo-?)?adjuvant|pre-?operative|post-?operative|curative|non-?metastatic|resectable|operable|high[- ]risk|prevent\w*)\b|stage i{1,3}\b/i

const fails = (because: string, kind: string, evidence: Verdict['evidence']): Verdict => ({
  label: 'fail',
  because,
  evidence,
  kind,
  parts: [],
})

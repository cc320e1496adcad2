import { ageInYears } from '../record/partial-date.ts'
import type { Verdict } from '../record/verdict.ts'
import type { Subject } from './kind.ts'

/** The registry's own limits of age and sex, where they keep the person out. They have no place in the criteria text. */
export function registryVerdicts({ profile, asOf, trial }: Subject): Verdict[] {
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
  return verdicts
}

const fails = (because: string, kind: string, evidence: Verdict['evidence']): Verdict => ({
  label: 'fail',
  because,
  evidence,
  kind,
  parts: [],
})

import { ageInYears } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'
import { no, yes } from './findings.ts'
import type { Finding, Subject } from './kind.ts'

/** From this age a woman is taken to be past the menopause when nothing else is said (ICH M3 and most protocols). */
const PAST_CHILDBEARING = 60

/** Whether the person can become pregnant: "no" for men, after menopause, hysterectomy or removal of both ovaries; undefined when nothing settles it. */
export function canBecomePregnant({ profile, asOf }: Pick<Subject, 'profile' | 'asOf'>): Finding | undefined {
  const { sex, menopausal, birthDate, evidence } = profile.person
  if (sex === 'male') return no('You are a man.', evidence)
  const removed = operationAgainstPregnancy(profile)
  if (removed) return no(`After ${removed.name} a pregnancy is not possible.`, removed.evidence)
  if (menopausal === 'post') return no('You are past the menopause.', evidence)
  if (birthDate && ageInYears(birthDate, asOf).least >= PAST_CHILDBEARING)
    return no(`At ${ageInYears(birthDate, asOf).least} years you are past childbearing age.`, evidence)
  if (menopausal === 'pre' || menopausal === 'peri') return yes('Your records say that you are before or in the menopause.', evidence)
  return undefined
}

const OPERATION = /hysterectomy|\btah\b|\bbso\b|bilateral (?:salpingo-?)?oophorectomy|bilateral salpingectomy|tubal ligation/i

/** An operation on record after which a pregnancy is not possible. */
export function operationAgainstPregnancy(profile: Profile): { name: string; evidence: Finding['evidence'] } | undefined {
  return [
    ...profile.treatments.filter(({ type, start, end }) => type === 'surgery' && (start !== undefined || end !== undefined)),
    ...profile.conditions,
  ].find(({ name }) => OPERATION.test(name))
}

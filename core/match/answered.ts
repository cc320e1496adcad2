import type { Profile } from '../record/profile.ts'
import { no, yes } from './findings.ts'
import type { Finding } from './kind.ts'

/** The newest answer to a question that no record settles. */
export const answerTo = ({ answers = [] }: Profile, key: string): NonNullable<Profile['answers']>[number] | undefined =>
  answers.findLast((one) => one.key === key)

/** A "yes" or "no" to such a question, as the finding that it is. */
export function answered(profile: Profile, key: string, said: { yes: string; no: string }): Finding | undefined {
  const answer = answerTo(profile, key)
  if (!answer) return undefined
  return answer.value === 'yes' ? yes(said.yes, answer.evidence) : no(said.no, answer.evidence)
}

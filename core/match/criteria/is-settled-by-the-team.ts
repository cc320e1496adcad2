import { forTeam } from '../findings.ts'
import { leftOverKind } from '../left-over/left-over-kind.ts'

export const isSettledByTheTeam = leftOverKind({
  name: 'is-settled-by-the-team',
  reads: 'What people agree to, can do or are told, and parts of the trial: words of consent, ability, safety, benefit and of its groups.',
  source: 'ICH E6; no medical record holds these',
  heads: ['team', 'group'],
  beside: false,
  judge: ({ said }) => forTeam(`“${said}” is for you and the trial team to settle.`),
})

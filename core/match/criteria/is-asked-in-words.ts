import { missing } from '../findings.ts'
import { ask, leftOverKind } from '../left-over/left-over-kind.ts'

export const isAskedInWords = leftOverKind({
  name: 'is-asked-in-words',
  reads:
    'A state or a value that is named and of which the records hold no field of their own ("progression", "peak flow"): asked of the person as the trial says it.',
  source: 'What a trial team asks on the telephone; records seldom say it',
  heads: ['describes', 'place', 'measure'],
  beside: false,
  judge: (asked) => missing(`The trial asks about “${asked.said}”. The records do not say.`, ask(asked).key, ask(asked).question),
})

import { missing } from '../findings.ts'
import { ask, leftOverKind } from '../left-over/left-over-kind.ts'

export const fitsTheDescription = leftOverKind({
  name: 'fits-the-description',
  reads:
    'Words that narrow an illness, treatment or finding beside them ("requiring drainage", "of the cornea", "since the last scan"), and states that stand for themselves ("stable", "progression"): asked of the person where the rest holds.',
  source: 'What a trial team asks on the telephone; records seldom say it',
  heads: ['describes', 'place', 'illness', 'procedure', 'medicine', 'tumour', 'measure', 'gene', 'team', 'group'],
  beside: true,
  judge: (asked) =>
    missing(`The trial narrows this: “${asked.said}”. Whether that is so, the records do not say.`, ask(asked).key, ask(asked).question),
})

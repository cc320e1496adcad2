import { missing } from '../findings.ts'
import { geneLists } from '../gene-words.ts'
import { ask, leftOverKind } from '../left-over/left-over-kind.ts'
import { hasGeneMutation } from './has-gene-mutation.ts'

export const hasGeneByName = leftOverKind({
  name: 'has-gene-by-name',
  reads:
    'A gene, a protein or a test of one that is named without more ("PALB2", "PD-L1", "methylation of the promoter"), looked for among the biomarkers.',
  source: 'profile: biomarkers; a gene that was not tested is asked',
  heads: ['gene'],
  beside: false,
  judge(asked, subject) {
    const [list, ...more] = geneLists(asked.words)
    if (list?.isKnown && more.length === 0 && list.start === 0 && list.end >= asked.words.replace(/\W+$/, '').length)
      return hasGeneMutation.judge(
        { genes: list.genes, change: 'mutation', ...(list.variants.length > 0 ? { variants: list.variants } : {}) },
        subject,
      )
    return missing(`The trial asks about “${asked.said}”. The records do not say.`, ask(asked).key, ask(asked).question)
  },
})

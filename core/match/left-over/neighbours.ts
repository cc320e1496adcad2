import { hasCancerOfAnotherOrgan } from '../criteria/has-cancer-of-another-organ.ts'
import { hasGeneMutation } from '../criteria/has-gene-mutation.ts'
import { isSurgicallySterile } from '../criteria/is-surgically-sterile.ts'
import { geneLists } from '../gene-words.ts'
import { ready, type Test } from '../predicate.ts'

/**
 * Words that share the noun of the others of their list: "gastric, renal or lung cancer", "mutations of BRCA1, or PALB2". They are read as one more
 * of the same; undefined where the others are of another sort.
 */
export function asItsNeighbours(words: string, others: readonly Test[]): Test | undefined {
  const plain = words.replace(/[.,;:]+$/, '')
  if (CHILDBEARING.test(plain)) return testOf(isSurgicallySterile.name, STERILE.judgeOf, { capable: true, operation: false })
  if (others.some(({ kind }) => kind === hasCancerOfAnotherOrgan.name)) {
    const [found] = hasCancerOfAnotherOrgan.find({ text: `${plain} cancer`, start: 0, section: 'inclusion' })
    if (found && found.start === 0 && found.end >= plain.length) return testOf(hasCancerOfAnotherOrgan.name, ORGAN.judgeOf, found.params)
  }
  const gene = others.find(({ kind }) => kind === hasGeneMutation.name)
  const [list, ...more] = gene ? geneLists(plain) : []
  if (!gene || !list || more.length > 0 || !list.isKnown || list.start > 0 || list.end < plain.length) return undefined
  const asked = typeof gene.params === 'object' && gene.params !== null ? gene.params : {}
  return testOf(hasGeneMutation.name, GENE.judgeOf, {
    ...asked,
    genes: list.genes,
    ...(list.variants.length > 0 ? { variants: list.variants } : {}),
  })
}

const testOf = (kind: string, judgeOf: (params: unknown) => Test['judge'], params: unknown): Test => ({
  is: 'test',
  kind,
  start: 0,
  end: 0,
  params,
  judge: judgeOf(params),
})
const [STERILE, ORGAN, GENE] = [ready(isSurgicallySterile), ready(hasCancerOfAnotherOrgan), ready(hasGeneMutation)] as const

/** "Women of childbearing potential", where nothing else of it was read. */
const CHILDBEARING = /^(?:child-?bearing potential|wocbp|pocbp|childbearing|reproductive potential)$/

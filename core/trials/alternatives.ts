import { plainWords } from './headings.ts'

/**
 * Points of one list that are for different kinds of tumour ("HR-positive: …" beside "HR-negative: …"): by place in the list, the words that
 * name the kind. Nothing where the kinds do not rule each other out, because then they are requirements ("ER-positive: …", "HER2-negative: …").
 */
export function alternativesIn(points: readonly string[]): Map<number, string> {
  const labels = points.map((words) => LABEL.exec(words.slice(0, 80)))
  const kinds = labels.map((label) => (label ? kindOf(plainWords(label[1] ?? '')) : undefined))
  const isAlternative = kinds.map(
    (kind, i) => kind !== undefined && kinds.some((other, j) => i !== j && other !== undefined && excludes(kind, other)),
  )
  return new Map(points.flatMap((_, i) => (isAlternative[i] ? [[i, (labels[i]?.[1] ?? '').trim()] as const] : [])))
}

const LABEL =
  /^((?:for\s+)?(?:TNBC|triple[- ]negative|(?:hormone[- ]receptor|HR|ER|HER-?2)[- ]?(?:positive|negative|low|\+|-)(?:\s*(?:\/|and|,)\s*HER-?2[- ]?(?:positive|negative|low|\+|-))?)(?:\s+\w+){0,3}?)\s*(?::|–|\s-\s)/i

type Kind = { hormone?: 'positive' | 'negative'; her2?: 'positive' | 'negative' | 'low' }

function kindOf(label: string): Kind {
  if (/tnbc|triple/.test(label)) return { hormone: 'negative', her2: 'negative' }
  const hormone = /(?:hormone[- ]receptor|\bhr|\ber)[- ]?(positive|negative|\+|-)/.exec(label)?.[1]
  const her2 = /her-?2[- ]?(positive|negative|low|\+|-)/.exec(label)?.[1]
  return {
    ...(hormone ? { hormone: hormone === '+' || hormone === 'positive' ? 'positive' : 'negative' } : {}),
    ...(her2 ? { her2: her2 === 'low' ? 'low' : her2 === '+' || her2 === 'positive' ? 'positive' : 'negative' } : {}),
  }
}

const excludes = (a: Kind, b: Kind) =>
  (a.hormone !== undefined && b.hormone !== undefined && a.hormone !== b.hormone) ||
  (a.her2 !== undefined && b.her2 !== undefined && a.her2 !== b.her2)

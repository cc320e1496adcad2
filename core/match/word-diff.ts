export type DiffPart = { is: 'same' | 'added' | 'removed'; words: string }

/**
 * How one text became another, word by word: the parts in order, `same` and `added` together are the later text, `same` and `removed` the
 * earlier one (with single spaces). Longest common subsequence after equal beginnings and ends; where the differing middles are too large
 * for that, the whole middle is given as replaced.
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  const a = words(before)
  const b = words(after)
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const parts: DiffPart[] = []
  for (const word of a.slice(0, head)) add(parts, 'same', word)
  middle(parts, a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  for (const word of a.slice(a.length - tail)) add(parts, 'same', word)
  return parts
}

/** Only what changed, each with a few words around it, for a page: long unchanged parts are cut to their ends with `…` between. */
export function around(parts: readonly DiffPart[], context = 8): DiffPart[] {
  return parts.map((part, i) => {
    if (part.is !== 'same') return part
    const list = words(part.words)
    const first = i === 0 ? [] : list.slice(0, context)
    const last = i === parts.length - 1 ? [] : list.slice(-context)
    return list.length <= first.length + last.length + 2 ? part : { is: 'same', words: [...first, '…', ...last].join(' ') }
  })
}

const words = (text: string) => text.split(/\s+/).filter((word) => word !== '')

function add(parts: DiffPart[], is: DiffPart['is'], word: string): void {
  const last = parts.at(-1)
  if (last?.is === is) last.words += ` ${word}`
  else parts.push({ is, words: word })
}

/** Cells of the table; 2,000 × 2,000 words take some milliseconds and four million small numbers. */
const MOST = 4_000_000

function middle(parts: DiffPart[], a: readonly string[], b: readonly string[]): void {
  if (a.length * b.length > MOST) {
    for (const word of a) add(parts, 'removed', word)
    for (const word of b) add(parts, 'added', word)
    return
  }
  const width = b.length + 1
  const common = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const [old = '', next = ''] = [a[i], b[j]]
    if (i < a.length && j < b.length && old === next) {
      add(parts, 'same', old)
      i++
      j++
    } else if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1))) {
      add(parts, 'removed', old)
      i++
    } else {
      add(parts, 'added', next)
      j++
    }
  }
}

/** The side whose column a place of a table stands in, where the table's head names both sides ("RIGHT      LEFT"); undefined elsewhere. */
export function sideOfColumn(text: string, at: number): 'left' | 'right' | undefined {
  const near = text.slice(Math.max(0, at - LONGEST), at)
  const newline = near.lastIndexOf('\n')
  if (newline === -1) return undefined
  const start = at - near.length + newline + 1
  const head = headAbove(text, start)
  if (head === undefined) return undefined
  // a cell begins behind two spaces or more; a value stands in the column whose head is nearest to where its cell begins
  const before = text.slice(start, at)
  const cell = Math.max(0, ...[...before.matchAll(/ {2,}|\t|\|/g)].map((gap) => gap.index + gap[0].length))
  const [first, second] = head
  if (cell < Math.min(first.at, second.at) - SLACK) return undefined
  return Math.abs(cell - first.at) <= Math.abs(cell - second.at) ? first.side : second.side
}

type Head = { side: 'left' | 'right'; at: number }

function headAbove(text: string, start: number): readonly [Head, Head] | undefined {
  let end = start - 1
  for (let lines = 0; lines < ROWS && end > 0; lines++) {
    const from = text.lastIndexOf('\n', end - 1) + 1
    const line = text.slice(from, end)
    if (line.trim() === '') return undefined
    const match = HEAD.exec(line)
    if (match?.[1] && match[2]) {
      const [a, b] = [match[1], match[2]]
      const at = line.indexOf(a)
      return [
        { side: sideNamed(a), at },
        { side: sideNamed(b), at: line.indexOf(b, at + a.length) },
      ]
    }
    end = from - 1
  }
  return undefined
}

const sideNamed = (word: string) => (/^l/i.test(word) ? ('left' as const) : ('right' as const))
const HEAD =
  /^[^A-Za-z]*(?:[A-Za-z]{3,20})?[\s|]{2,}((?:right|left)(?: (?:breast|side|tumou?r))?)[\s|]{2,}((?:right|left)(?: (?:breast|side|tumou?r))?)[\s|]*$/i
const ROWS = 24
/** No row of a table is longer. */
const LONGEST = 400
const SLACK = 3

/**
 * A text whose two-column tables say each row in one line: what the layout wrapped into the rows below ("Tumor Size (greatest |" / "dimension) |" /
 * "| 6 mm") is drawn together by blanking line ends and bars. Words that wrapped under a lone "NOT" stand behind it. The length stays, so that
 * places stay true.
 */
export function withoutWrappedCells(text: string): string {
  return text.includes('|') || LONE_NOT.test(text) ? withWrappedNot(joined(text)) : text
}

function joined(text: string): string {
  if (!EMPTY_FIRST.test(text)) return text
  const lines = text.split('\n')
  const rows = lines.map(rowOf)
  const glued = new Set<number>()
  for (let from = 0; from < lines.length; from++) {
    let to = from
    while (rows[to] !== undefined) to++
    const block = rows.slice(from, to)
    if (block.filter((row) => row !== 'rule').length >= 4 && isPair(block))
      for (let at = from + 1; at < to; at++) if (continues(rows[at - 1], rows[at])) glued.add(at)
    from = Math.max(from, to)
  }
  return lines
    .map((line, at) => {
      const row = rows[at]
      if (row === undefined || row === 'rule') return line
      const next = glued.has(at + 1) ? rows[at + 1] : undefined
      // the bar stays where the value begins: after the last line of the label
      const opens = next !== undefined && row.value === '' && next !== 'rule' && next.label !== ''
      const blank = (words: string) => words.replaceAll('|', ' ')
      if (glued.has(at) && row.label === '') return blank(line)
      return opens ? blank(line) : line
    })
    .reduce((all, line, at) => (at === 0 ? line : `${all}${glued.has(at) ? ' ' : '\n'}${line}`), '')
}

type Row = 'rule' | { label: string; value: string } | undefined

function rowOf(line: string): Row {
  if (/^\s*\+?[-=+|]{5,}\s*$/.test(line)) return 'rule'
  if (!line.includes('|') || line.length > 300) return undefined
  const cells = line
    .trim()
    .replace(/^\|(?=.*\|.)/, '')
    .replace(/(?<=\|.*)\|$/, '')
    .split('|')
  return cells.length === 2 ? { label: cells[0]?.trim() ?? '', value: cells[1]?.trim() ?? '' } : undefined
}

/** A table of labels and values in which a label or a value wrapped. */
const isPair = (rows: readonly Row[]) =>
  rows.some((row) => row !== undefined && row !== 'rule' && row.label === '' && row.value !== '') &&
  rows.some((row) => row !== undefined && row !== 'rule' && row.label !== '')

/** Whether a row goes on with the one above: nothing in its first cell, or a label that still waits for its value. */
function continues(above: Row, row: Row): boolean {
  if (above === undefined || row === undefined || above === 'rule' || row === 'rule') return false
  if (row.label === '') return row.value !== ''
  return above.value === '' && above.label !== '' && /^[a-z(]/.test(row.label)
}
const EMPTY_FIRST = /(?:^|\n)[ \t]*\|?[ \t]{3,}\|[ \t]*\S/

/** "NOT" alone in a cell, and "AMPLIFIED" below it: the word moves up into the gap behind it. */
function withWrappedNot(text: string): string {
  if (!LONE_NOT.test(text)) return text
  const lines = text.split('\n')
  for (let at = 0; at + 1 < lines.length; at++) {
    const line = lines[at] ?? ''
    const not = LONE_NOT.exec(line)
    const below = lines[at + 1] ?? ''
    if (!not) continue
    const column = not.index
    const word = /^(?:amplified|detected|expressed|over-?expressed|identified)\b/i.exec(below.slice(column))?.[0]
    const room = / *$/.exec(line.slice(column + 3, column + 3 + (word?.length ?? 0) + 2))?.[0].length ?? 0
    if (word === undefined || room < word.length + 2 || /\S\s?$/.test(below.slice(Math.max(0, column - 1), column))) continue
    lines[at] = `${line.slice(0, column + 4)}${word}${line.slice(column + 4 + word.length)}`
    lines[at + 1] = below.slice(0, column) + ' '.repeat(word.length) + below.slice(column + word.length)
  }
  return lines.join('\n')
}
const LONE_NOT = /(?<=(?: {2}|\|) ?)\b(?:NOT|Not)\b(?= {6})/

/** The cells of the line `text.slice(from, to)`: parted by bars, tabs or several spaces. */
export function cellsOf(text: string, from: number, to: number): { start: number; words: string }[] {
  const cells: { start: number; words: string }[] = []
  const line = text.slice(from, to)
  let at = 0
  for (const gap of [...line.matchAll(/ {2,}|\t+| ?\| ?/g), undefined]) {
    const end = gap?.index ?? line.length
    if (line.slice(at, end).trim()) cells.push({ start: from + at, words: line.slice(at, end) })
    if (gap) at = end + gap[0].length
  }
  return cells
}

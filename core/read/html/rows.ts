/**
 * The lines of one table row from the lines of its cells: cells of a row stand on one line, two spaces between them, so that label and
 * value stay together. Cells that hold as many lines as each other are rows of their own; a cell that holds prose keeps its lines.
 */
export function linesOfTableRow(cells: readonly (readonly string[])[]): string[] {
  const filled = cells.map((cell) => cell.map((line) => line.trim()).filter((line) => line !== '')).filter((cell) => cell.length > 0)
  const [first, ...others] = filled
  if (!first) return []
  if (others.length === 0) return cells.find((cell) => cell.some((line) => line.trim() !== ''))?.slice() ?? []
  if (others.every((cell) => cell.length === first.length)) {
    return first.map((_, line) => filled.map((cell) => cell[line] ?? '').join(CELL_GAP))
  }
  const joined = filled.map((cell) => cell.join(' '))
  if (joined.reduce((sum, cell) => sum + cell.length, 0) <= LONGEST_ROW) return [joined.join(CELL_GAP)]
  return filled.flat()
}

export const CELL_GAP = '  '

/** Longer rows with several lines in a cell are a page laid out by a table, not a table of values. */
const LONGEST_ROW = 400

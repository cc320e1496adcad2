import { cellsOf } from './cells.ts'
import { type ReceptorResult, receptorResults } from './receptor-groups.ts'
import { MASK } from './receptor-text.ts'

/** Results of a table with one column a specimen, and the text with those rows blanked. */
export type ColumnResults = { text: string; columns: { heading: string; letter?: string; start: number; results: ReceptorResult[] }[] }

/** Reads tables whose head names specimens ("Analyte | Specimen A | Specimen B"): each cell belongs to the specimen above it. */
export function receptorColumns(text: string): ColumnResults {
  const columns: ColumnResults['columns'] = []
  let rest = text
  for (const head of headsOf(text)) {
    const all = cellsOf(text, head.index, head.end)
    // the column of labels often has no heading
    const cells = SPECIMEN.test(all[0]?.words ?? '') ? all : all.slice(1)
    if (cells.length < 2) continue
    const here = cells.map(({ start, words }) => {
      const letter = /\b(?:specimen|part)\s+([A-Z])\b/i.exec(words)?.[1]
      return { heading: words.trim(), start, results: [] as ReceptorResult[], ...(letter ? { letter: letter.toUpperCase() } : {}) }
    })
    let at = head.end + 1
    for (let row = 0; row < 14 && at < text.length; row++) {
      const newline = text.indexOf('\n', at)
      const end = newline === -1 ? text.length : newline
      const [label, ...values] = cellsOf(text, at, end)
      if (label && values.length === here.length && receptorResults(`${label.words} positive 10%`).length > 0) {
        for (const [index, cell] of values.entries()) {
          for (const result of receptorResults(`${label.words}  ${cell.words}`))
            here[index]?.results.push({
              ...result,
              start: label.start,
              end: cell.start + cell.words.length,
              label: label.start,
            } as ReceptorResult)
        }
        rest = rest.slice(0, at) + MASK.repeat(end - at) + rest.slice(end)
      } else if (row > 0 && !label) break
      at = end + 1
    }
    columns.push(...here.filter((column) => column.results.length > 0))
  }
  return { text: rest, columns }
}

const SPECIMEN =
  /^\s*(?:specimen\s+[A-Z]\b|part\s+[A-Z]\b|left\b|right\b|primary\b|metastasis\b|current\b|present\b|our\b|repeat\b|review\b|original\b|initial\b|referring\b|tumou?r\s+(?:#\s?)?[1-9A-D]\b|this (?:biopsy|specimen)\b|prior\b|previous\b|outside\b|(?:core|biopsy|resection|excision|surgical)\b(?=\s*(?:\(|biopsy|specimen|$))|(?:19|20)\d\d\b|breast\b|(?:axillary )?(?:lymph )?node\b|liver\b|bone\b)/i

/** Lines of which at least two cells name a specimen. */
function* headsOf(text: string): Generator<{ index: number; end: number }> {
  let at = 0
  for (const line of text.split('\n')) {
    if (
      line.length < 400 &&
      WORTH_A_LOOK.test(line) &&
      cellsOf(text, at, at + line.length).filter(({ words }) => SPECIMEN.test(words)).length >= 2
    )
      yield { index: at, end: at + line.length }
    at += line.length + 1
  }
}
const WORTH_A_LOOK =
  /core|biopsy|resection|excision|outside|original|initial|referring|tumou?r|current|present|prior|previous|specimen|part|left|right|primary|breast|node|metastasis/i

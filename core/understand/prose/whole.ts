import type { Document } from '../../record/document.ts'
import { AppError } from '../../record/errors.ts'
import type { Evidence } from '../../record/evidence.ts'
import { evidenceAt } from './reading.ts'

/** All pages of a document as one text, for rules that look across lines and pages; places in it lead back to the pages. */
export type Whole = {
  text: string
  /** Evidence for `text.slice(start, end)`; words that run over a page break are quoted to the end of their first page. */
  evidence(start: number, end: number): Evidence
  /** The whole line (or, in text without lines, the words around) that holds these words. */
  line(start: number, end: number): readonly [number, number]
}

export function wholeOf(document: Document): Whole {
  const starts: number[] = []
  let length = 0
  for (const page of document.pages) {
    starts.push(length)
    length += page.text.length + 1
  }
  const text = document.pages.map((page) => page.text).join('\n')
  return {
    text,
    evidence(start, end) {
      let index = starts.findIndex((from) => from > start)
      index = index === -1 ? starts.length - 1 : index - 1
      const page = document.pages[index]
      const from = starts[index]
      if (page === undefined || from === undefined) throw new AppError('read-crashed')
      return evidenceAt(document, page.number, start - from, Math.min(end - from, page.text.length))
    },
    line: (start, end) => lineAt(text, start, end),
  }
}

/** The line of a text that holds these words, of a text without lines the words around. */
export function lineAt(text: string, start: number, end: number): readonly [number, number] {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - LONGEST)
  const newline = text.indexOf('\n', end)
  return [from, Math.min(newline === -1 ? text.length : newline, end + LONGEST)]
}

/** Some scanned text is one line of many pages: no quote needs more of it than this many characters to a side. */
const LONGEST = 160

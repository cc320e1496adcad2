import type { Document, DocumentKind } from '../../record/document.ts'
import { AppError } from '../../record/errors.ts'
import type { Box, Evidence } from '../../record/evidence.ts'
import type { PartialDate } from '../../record/partial-date.ts'
import { datedEntries } from './dated-entries.ts'
import { documentDate } from './document-date.ts'
import { documentKind } from './document-kind.ts'
import { type Section, type SectionKind, sectionsOf } from './sections.ts'
import { type Sentence, sentencesOf } from './sentences.ts'

/** A document made ready for the rules: what it is, when it was written, its sections and sentences in reading order. */
export type Reading = {
  document: Document
  kind: DocumentKind
  /** When its statements were made; unknown for undated documents. */
  said?: PartialDate
  /** One day of running notes: what it tells without a date happened then. */
  ofDay?: true
  sections: Section[]
  sentences: Sentence[]
}

/** `received` is the document as it came, where `document` has been made ready: its dates may be turned already, and are turned only once. */
export function readingOf(document: Document, received: Document = document): Reading {
  const sections: Section[] = []
  const sentences: Sentence[] = []
  let last: SectionKind | undefined
  for (const page of document.pages) {
    const cut = sectionsOf(page, last)
    last = cut.at(-1)?.kind
    sections.push(...cut)
    sentences.push(...sentencesOf(page, cut))
  }
  const kind = kindOf(document)
  const said = documentDate(received, kind)
  return { document, kind, ...(said === undefined ? {} : { said }), sections, sentences }
}

/** Running notes are notes of visits, whatever treatment fills them. */
function kindOf(document: Document): DocumentKind {
  const kind = documentKind(document)
  return MISTAKEN.has(kind) && datedEntries(document.pages).length > 0 ? 'progress-note' : kind
}
const MISTAKEN: ReadonlySet<DocumentKind> = new Set(['treatment-record', 'radiation-summary', 'other', 'laboratory', 'imaging'])

/** Evidence for the words from `start` to `end` of a page: trimmed, quoted literally, with the box of the words where known. */
export function evidenceAt(document: Document, pageNumber: number, start: number, end: number): Evidence {
  const page = document.pages.find((one) => one.number === pageNumber)
  if (!page) throw new AppError('read-crashed')
  let from = Math.max(0, start)
  let to = Math.min(page.text.length, end)
  while (from < to && /\s/.test(page.text[from] ?? '')) from++
  while (to > from && /\s/.test(page.text[to - 1] ?? '')) to--
  const words = (page.words ?? []).filter((word) => word.start < to && word.end > from)
  const box = words.length > 0 ? around(words.map((word) => word.box)) : undefined
  const unsure = words.some((word) => word.confidence !== undefined && word.confidence < DOUBTFUL)
  return {
    document: document.id,
    file: document.file,
    page: pageNumber,
    start: from,
    end: to,
    quote: page.text.slice(from, to),
    ...(box ? { box } : {}),
    ...(unsure ? { unsure } : {}),
  }
}

/** Evidence for words of a sentence, or for all of it. */
export function quote(document: Document, sentence: Sentence, start = 0, end = sentence.text.length): Evidence {
  return evidenceAt(document, sentence.page, sentence.start + start, sentence.start + end)
}

/** OCR words under this confidence (0…1) are marked unsure. */
const DOUBTFUL = 0.6

const around = (boxes: readonly Box[]): Box => [
  Math.min(...boxes.map((box) => box[0])),
  Math.min(...boxes.map((box) => box[1])),
  Math.max(...boxes.map((box) => box[2])),
  Math.max(...boxes.map((box) => box[3])),
]

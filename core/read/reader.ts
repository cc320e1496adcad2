import type { Document, DocumentFormat, Page, ReadProblem } from '../record/document.ts'
import type { DocumentId } from '../record/document-id.ts'

/** Who a document is before it is read: its id, and its name as received (`outer.zip › inner.pdf` for a part inside another). */
export type ReadSource = { id: DocumentId; file: string }

/** A file found inside another one (a base64 attachment, a zip entry). It is read in turn, as a document of its own. */
export type Attachment = { name: string; bytes: Uint8Array }

/** What reading gives: the document, also when it could not be read (`read: false` and why), and the files found inside it. */
export type ReadResult = { document: Document; attachments?: Attachment[] }

/**
 * One format. The reader is chosen by the highest score over the bytes; the name only breaks ties.
 *
 * - `score` is 0 (cannot be mine) … 1 (certain: a signature that nothing else has). It looks at the head of the bytes, is quick on any input
 *   of any size, and never throws. Plain text scores 0.2, unspecific XML or JSON of a reader about 0.3, its own root element 0.9.
 * - `read` never throws for bad input: it returns a document with `read: false` and a problem with a code from `ERRORS`.
 */
export type Reader = {
  format: DocumentFormat
  score(bytes: Uint8Array, name: string): number
  read(bytes: Uint8Array, source: ReadSource): ReadResult | Promise<ReadResult>
}

/** The reader whose score is highest, or none when all are 0. Among equals the one whose usual endings hold the name's, else the first. */
export function chooseReader<R extends Pick<Reader, 'format' | 'score'>>(
  readers: readonly R[],
  bytes: Uint8Array,
  name: string,
): R | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  let best: R | undefined
  let highest = 0
  for (const reader of readers) {
    const score = reader.score(bytes, name)
    if (score <= 0) continue
    const named = ENDINGS[reader.format]?.includes(ending) ? TIE_BREAK : 0
    if (score + named > highest) {
      highest = score + named
      best = reader
    }
  }
  return best
}

/** A document that was read. */
export function readDocument(
  source: ReadSource,
  bytes: Uint8Array,
  format: DocumentFormat,
  pages: Page[],
  more: Partial<Omit<Document, 'id' | 'file' | 'bytes' | 'format' | 'pages'>> = {},
): Document {
  return { id: source.id, file: source.file, bytes: bytes.length, format, read: true, pages, entries: [], problems: [], ...more }
}

/** A document that could not be read, with why. */
export function unreadDocument(source: ReadSource, bytes: number, format: DocumentFormat, problems: ReadProblem[]): Document {
  return { id: source.id, file: source.file, bytes, format, read: false, pages: [], entries: [], problems }
}

/** Far below any difference that scores are meant to express. */
const TIE_BREAK = 1e-6

const ENDINGS: Partial<Record<DocumentFormat, readonly string[]>> = {
  fhir: ['json', 'ndjson', 'jsonl'],
  ccda: ['xml', 'cda', 'ccda', 'ccd'],
  pdf: ['pdf'],
  image: ['jpg', 'jpeg', 'png', 'tif', 'tiff', 'gif', 'webp', 'heic', 'heif', 'bmp'],
  dicom: ['dcm', 'dicom'],
  docx: ['docx', 'docm'],
  odt: ['odt', 'ods', 'odp'],
  xlsx: ['xlsx', 'xlsm'],
  html: ['html', 'htm', 'xhtml', 'mht'],
  rtf: ['rtf'],
  email: ['eml'],
  text: ['txt', 'text', 'md', 'csv', 'tsv', 'log'],
  archive: ['zip'],
}

import { z } from 'zod'
import { DocumentId } from './document-id.ts'
import { Entry } from './entry.ts'
import { Box } from './evidence.ts'
import { PartialDate } from './partial-date.ts'

export const DOCUMENT_FORMATS = [
  'fhir',
  'ccda',
  'pdf',
  'image',
  'dicom',
  'docx',
  'odt',
  'xlsx',
  'html',
  'rtf',
  'email',
  'text',
  'archive',
  'unknown',
] as const
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number]

/** What a document is to an oncologist. */
export const DOCUMENT_KINDS = [
  'pathology',
  'genomics',
  'imaging',
  'operative-note',
  'progress-note',
  'consultation',
  'discharge-summary',
  'emergency-note',
  'radiation-summary',
  'treatment-record',
  'laboratory',
  'cardiology',
  'tumor-board',
  'letter',
  'phone-note',
  'care-summary',
  'patient-story',
  'other',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** One word of a page that has a place: `page.text.slice(start, end)`; confidence 0…1 when it was read by OCR. */
export const Word = z.object({ start: z.number(), end: z.number(), box: Box, confidence: z.number().optional() })
export type Word = z.infer<typeof Word>

/** The text of a page as a person would read it, lines kept. Formats without pages are one page. */
export const Page = z.object({
  number: z.number().int().min(1),
  text: z.string(),
  /** Text that was already text (`markup`), a PDF's own text layer, or read from a picture. */
  source: z.enum(['markup', 'text-layer', 'ocr']),
  /** Width and height in points (1/72 inch), when known. */
  size: z.object({ width: z.number(), height: z.number() }).optional(),
  words: z.array(Word).optional(),
  /** Degrees the picture was turned clockwise to be read. */
  rotation: z.number().optional(),
})
export type Page = z.infer<typeof Page>

export const ReadProblem = z.object({
  code: z.string(),
  /** One plain sentence. */
  message: z.string(),
  /** What the person can do. */
  wayOut: z.string(),
  /** Where in the document, when only a part of it is concerned. */
  where: z.string().optional(),
})
export type ReadProblem = z.infer<typeof ReadProblem>

/** Everything that was received is a Document, also what could not be read (`read: false`, with the reason in `problems`). */
export const Document = z.object({
  id: DocumentId,
  /** Its name as received, relative to what was given; parts inside another file are `outer.zip › inner.pdf`. */
  file: z.string(),
  bytes: z.number(),
  format: z.enum(DOCUMENT_FORMATS),
  read: z.boolean(),
  pages: z.array(Page),
  /** The discrete entries of a structured source, in its order. Their words stand on the pages too. */
  entries: z.array(Entry),
  title: z.string().optional(),
  /** What the source itself says it is (LOINC display, section title, DICOM modality …). */
  declaredKind: z.string().optional(),
  date: PartialDate.optional(),
  author: z.string().optional(),
  /** The document this one was found inside. */
  parent: DocumentId.optional(),
  /** The document that holds the same content; this one is not counted again. */
  sameAs: DocumentId.optional(),
  problems: z.array(ReadProblem),
})
export type Document = z.infer<typeof Document>

import { z } from 'zod'
import { DOCUMENT_FORMATS, DOCUMENT_KINDS, Page, ReadProblem } from '../record/document.ts'
import { PartialDate } from '../record/partial-date.ts'
import { Time } from './account.ts'
import type { Route } from './route.ts'

/** What became of a file. Progress counts: page `page` of `pages` of `file` (files inside others are told by name). */
export const Reading = z.discriminatedUnion('state', [
  z.object({ state: z.literal('waiting'), ahead: z.number().int() }),
  z.object({
    state: z.literal('reading'),
    step: z.string(),
    file: z.string().optional(),
    page: z.number().int().optional(),
    pages: z.number().int().optional(),
  }),
  /** `problems`: of the parts that could not be read. */
  z.object({ state: z.literal('read'), at: Time, facts: z.number().int(), problems: z.array(ReadProblem) }),
  z.object({ state: z.literal('not-read'), at: Time, code: z.string(), message: z.string(), wayOut: z.string() }),
  /** Somebody stopped it; `readAgain` goes on. */
  z.object({ state: z.literal('stopped') }),
])
export type Reading = z.infer<typeof Reading>

/** A document that was found in a file: the file itself, or one of those inside it. */
export const DocumentLine = z.object({
  id: z.string(),
  file: z.string(),
  format: z.enum(DOCUMENT_FORMATS),
  kind: z.enum(DOCUMENT_KINDS),
  title: z.string().optional(),
  date: PartialDate.optional(),
  pages: z.number().int(),
  read: z.boolean(),
  /** Whether `pagePicture` can draw its pages. */
  pictures: z.boolean(),
  facts: z.number().int(),
  problems: z.array(ReadProblem),
})
export type DocumentLine = z.infer<typeof DocumentLine>

export const OriginalFile = z.object({
  id: z.string(),
  name: z.string(),
  bytes: z.number().int(),
  receivedAt: Time,
  reading: Reading,
  documents: z.array(DocumentLine),
})
export type OriginalFile = z.infer<typeof OriginalFile>

const FileName = z.string().trim().min(1).max(500)
/** A file of which a part has arrived. */
export const Unfinished = z.object({
  upload: z.string(),
  name: z.string(),
  bytes: z.number().int(),
  next: z.number().int(),
  mark: z.string().optional(),
})
export type Unfinished = z.infer<typeof Unfinished>

const Kept = z.object({ id: z.string(), isNew: z.boolean() })
const VIEW = { who: 'person', level: 'view', part: 'records' } as const
const HELP = { who: 'person', level: 'help', part: 'records' } as const
const ACT = { who: 'person', level: 'act', part: 'records' } as const

/** The most bytes of one file, and of one piece of an upload in pieces. */
export const LARGEST_UPLOAD = 4_000_000_000
export const LARGEST_PIECE = 16_000_000

export const ORIGINAL_ROUTES = {
  originals: {
    method: 'GET',
    path: '/api/people/:person/originals',
    summary: 'List the files',
    access: VIEW,
    answer: z.object({ originals: z.array(OriginalFile) }),
  },
  addOriginal: {
    method: 'POST',
    path: '/api/people/:person/originals',
    summary: 'Add a file',
    access: HELP,
    query: z.object({ name: FileName }),
    body: 'bytes',
    /** Kept for good when this answers; reading begins by itself. The same content again is not new. */
    answer: Kept,
  },
  startUpload: {
    method: 'POST',
    path: '/api/people/:person/uploads',
    summary: 'Begin to add a file in pieces',
    access: HELP,
    /** `mark` tells this file from another of the same name and size, to go on with it after a break: a hash over its beginning and end. */
    body: z.object({ name: FileName, bytes: z.number().int().min(0).max(LARGEST_UPLOAD), mark: z.string().max(100).optional() }),
    answer: z.object({ upload: z.string(), next: z.number().int() }),
  },
  uploads: {
    method: 'GET',
    path: '/api/people/:person/uploads',
    summary: 'List the files that have begun to arrive',
    access: HELP,
    answer: z.object({ uploads: z.array(Unfinished) }),
  },
  dropUpload: {
    method: 'DELETE',
    path: '/api/people/:person/uploads/:upload',
    summary: 'Give up a file that has begun to arrive',
    access: HELP,
    answer: 'nothing',
  },
  upload: {
    method: 'GET',
    path: '/api/people/:person/uploads/:upload',
    summary: 'See how far an upload is',
    access: HELP,
    answer: z.object({ next: z.number().int(), bytes: z.number().int() }),
  },
  sendPiece: {
    method: 'PUT',
    path: '/api/people/:person/uploads/:upload',
    summary: 'Send a piece of a file',
    access: HELP,
    /** Where the piece begins: the `next` of the answer before. Each piece but the last is kept when this answers. */
    query: z.object({ at: z.coerce.number().int().min(0) }),
    body: 'bytes',
    /** With the last piece the file is kept for good, as `kept` says. */
    answer: z.object({ next: z.number().int(), kept: Kept.optional() }),
  },
  original: {
    method: 'GET',
    path: '/api/people/:person/originals/:original',
    summary: 'Look at what became of a file',
    access: VIEW,
    answer: OriginalFile,
  },
  originalContent: {
    method: 'GET',
    path: '/api/people/:person/originals/:original/content',
    summary: 'Download a file',
    access: VIEW,
    answer: 'bytes',
  },
  deleteOriginal: {
    method: 'DELETE',
    path: '/api/people/:person/originals/:original',
    summary: 'Delete a file and what was read from it, for good',
    access: ACT,
    answer: 'nothing',
  },
  readAgain: {
    method: 'POST',
    path: '/api/people/:person/originals/:original/reading',
    summary: 'Read a file again',
    access: HELP,
    answer: 'nothing',
  },
  stopReading: {
    method: 'DELETE',
    path: '/api/people/:person/originals/:original/reading',
    summary: 'Stop reading a file',
    access: HELP,
    answer: 'nothing',
  },
  page: {
    method: 'GET',
    path: '/api/people/:person/documents/:document/pages/:page',
    summary: 'Look at a page of a document',
    access: VIEW,
    /** `Evidence.document` and `.page` are the parameters; `page.text.slice(evidence.start, evidence.end)` its words; `words` have boxes. */
    answer: z.object({ document: DocumentLine, page: Page }),
  },
  pagePicture: {
    method: 'GET',
    path: '/api/people/:person/documents/:document/pages/:page/picture',
    summary: 'Look at the picture of a page',
    access: VIEW,
    /** A PNG of the page as it is shown (turned upright, so that boxes fit); only where `pictures`. */
    query: z.object({ width: z.coerce.number().int().min(100).max(3000).default(1400) }),
    answer: 'bytes',
  },
  /**
   * Server-sent events; on connecting `originals` with all of them. `reading`: `{ original, reading }` whenever that changes; `profile`: `{}`
   * when there is more to see in the profile. Comments keep the connection open; on a break the browser connects anew by itself.
   */
  events: {
    method: 'GET',
    path: '/api/people/:person/events',
    summary: 'Follow the reading',
    access: VIEW,
    answer: 'events',
  },
} as const satisfies Record<string, Route>
export const ReadingEvent = z.object({ original: z.string(), reading: Reading })
export type ReadingEvent = z.infer<typeof ReadingEvent>

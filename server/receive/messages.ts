import type { Attachment } from '@carefolio/core/read/reader.ts'
import type { Document } from '@carefolio/core/record/document.ts'
import type { ErrorCode } from '@carefolio/core/record/errors.ts'
import type { GreyPicture } from '../read/image/grey-picture.ts'
import type { OcrLayout, OcrWord } from '../read/ocr/ocr.ts'

/** What the reading thread is told. */
export type ToThread =
  | { kind: 'read'; id: string; file: string; bytes: Uint8Array; parallel: number }
  | { kind: 'words'; ticket: number; words: OcrWord[] }
  | { kind: 'no-words'; ticket: number; code: ErrorCode }

/** What it tells. */
export type FromThread =
  | { kind: 'ready' }
  | { kind: 'page'; page: number; pages: number }
  | { kind: 'picture'; ticket: number; picture: GreyPicture; layout: OcrLayout }
  | { kind: 'done'; document: Document; attachments: Attachment[] }

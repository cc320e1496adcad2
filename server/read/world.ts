import type { Attachment, ReadSource } from '@carefolio/core/read/reader.ts'
import type { Document, DocumentFormat } from '@carefolio/core/record/document.ts'
import type { GreyPicture } from './image/grey-picture.ts'
import type { OcrLayout, OcrWord } from './ocr/ocr.ts'

/** What a reader of the server may ask of the outside while it reads. */
export type World = {
  /** Words of an upright picture, in dots from its top left corner. Rejects with an AppError when there is no OCR on this computer. */
  ocr(picture: GreyPicture, layout: OcrLayout): Promise<OcrWord[]>
  /** How many pictures may be under way at once. */
  parallel: number
  /** One more page is done. */
  onPage(page: number, pages: number): void
}

/** A reader that needs more than bytes; every pure reader is one too. */
export type ServerReader = {
  format: DocumentFormat
  score(bytes: Uint8Array, name: string): number
  read(bytes: Uint8Array, source: ReadSource, world: World): ServerReadResult | Promise<ServerReadResult>
}

export type ServerReadResult = { document: Document; attachments?: Attachment[] }

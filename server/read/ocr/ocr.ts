import type { GreyPicture } from '../image/grey-picture.ts'

/** A word read from a picture: its place in dots from the top left corner, and how sure the engine is, 0…1. */
export type OcrWord = { text: string; left: number; top: number; right: number; bottom: number; confidence: number }

/**
 * How the engine takes the page: `page` finds columns and blocks by itself; `block` takes all for one block of lines from edge to edge,
 * which keeps the far columns of tables.
 */
export type OcrLayout = 'page' | 'block'

/** One engine that reads one picture at a time. */
export type OcrEngine = {
  recognise(picture: GreyPicture, layout: OcrLayout): Promise<OcrWord[]>
  close(): Promise<void>
}

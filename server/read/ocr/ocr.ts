import type { GreyPicture } from '../image/grey-picture.ts'

/** A word read from a picture: its place in dots from the top left corner, and how sure the engine is, 0…1. */
export type OcrWord = { text: string; left: number; top: number; right: number; bottom: number; confidence: number }

/** One engine that reads one picture at a time. */
export type OcrEngine = {
  recognise(picture: GreyPicture): Promise<OcrWord[]>
  close(): Promise<void>
}

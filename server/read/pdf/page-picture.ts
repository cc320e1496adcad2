import type { GreyPicture } from '../image/grey-picture.ts'
import { type Pdfium, withMemory } from './pdfium.ts'

/** The page as it is shown, in shades of grey, at `dpi` (less for huge pages). `undefined` when there is no room for it. */
export function pagePicture(engine: Pdfium, page: number, dpi = 300): { picture: GreyPicture; dpi: number } | undefined {
  const across = engine.FPDF_GetPageWidthF(page)
  const down = engine.FPDF_GetPageHeightF(page)
  const scale = Math.min(dpi / 72, LONGEST_SIDE / Math.max(across, down))
  const width = Math.max(1, Math.round(across * scale))
  const height = Math.max(1, Math.round(down * scale))
  const bitmap = engine.FPDFBitmap_CreateEx(width, height, GREY, 0, 0)
  if (bitmap === 0) return undefined
  try {
    engine.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff)
    engine.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, ANNOTATIONS | GREYSCALE)
    const stride = engine.FPDFBitmap_GetStride(bitmap)
    const from = engine.FPDFBitmap_GetBuffer(bitmap)
    const data = new Uint8Array(width * height)
    for (let row = 0; row < height; row++) {
      const start = from + row * stride
      data.set(engine.pdfium.HEAPU8.subarray(start, start + width), row * width)
    }
    return { picture: { width, height, data }, dpi: scale * 72 }
  } finally {
    engine.FPDFBitmap_Destroy(bitmap)
  }
}

/** What is drawn on a page besides text: the share of it that pictures cover, and whether anything is drawn at all. */
export function pictureShare(engine: Pdfium, page: number): { share: number; empty: boolean } {
  const objects = engine.FPDFPage_CountObjects(page)
  const area = engine.FPDF_GetPageWidthF(page) * engine.FPDF_GetPageHeightF(page)
  let share = 0
  withMemory(engine, 16, (buffer) => {
    const at = buffer >> 2
    for (let index = 0; index < Math.min(objects, MOST_OBJECTS); index++) {
      const object = engine.FPDFPage_GetObject(page, index)
      const type = engine.FPDFPageObj_GetType(object)
      if (type !== IMAGE && type !== FORM) continue
      if (!engine.FPDFPageObj_GetBounds(object, buffer, buffer + 4, buffer + 8, buffer + 12)) continue
      const heap = engine.pdfium.HEAPF32
      const width = (heap[at + 2] ?? 0) - (heap[at] ?? 0)
      const height = (heap[at + 3] ?? 0) - (heap[at + 1] ?? 0)
      share += Math.max(0, width * height) / area
    }
  })
  return { share: Math.min(1, share), empty: objects <= 0 }
}

const GREY = 1
const ANNOTATIONS = 0x01
const GREYSCALE = 0x08
const IMAGE = 3
const FORM = 5
const MOST_OBJECTS = 2000
const LONGEST_SIDE = 6000

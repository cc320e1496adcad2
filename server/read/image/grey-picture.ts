/** A picture in shades of grey, one byte a dot, rows from the top; white is 255. */
export type GreyPicture = { width: number; height: number; data: Uint8Array }

/** As a PGM file (P5), the simplest form that OCR engines take. */
export function pgmOf(picture: GreyPicture): Uint8Array {
  const header = new TextEncoder().encode(`P5\n${picture.width} ${picture.height}\n255\n`)
  const file = new Uint8Array(header.length + picture.data.length)
  file.set(header)
  file.set(picture.data, header.length)
  return file
}

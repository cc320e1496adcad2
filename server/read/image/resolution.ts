/** Dots an inch across and down as the file says it; only their ratio matters when `unit` is absent. */
export type Resolution = { across: number; down: number; unit: boolean }

/** Resolution from the header of a PNG (pHYs), JPEG (JFIF) or of each page of a TIFF (tags 282, 283, 296). */
export function resolutionsOf(bytes: Uint8Array): (Resolution | undefined)[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (bytes[0] === 0x89) return [ofPng(view)]
    if (bytes[0] === 0xff) return [ofJpeg(view)]
    if (bytes[0] === 0x49 || bytes[0] === 0x4d) return ofTiff(view, bytes[0] === 0x49)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return []
}

function ofPng(view: DataView): Resolution | undefined {
  let at = 8
  while (at + 12 <= view.byteLength) {
    const length = view.getUint32(at)
    const type = view.getUint32(at + 4)
    if (type === 0x70485973) {
      const metre = view.getUint8(at + 16) === 1
      return { across: view.getUint32(at + 8) * (metre ? 0.0254 : 1), down: view.getUint32(at + 12) * (metre ? 0.0254 : 1), unit: metre }
    }
    if (type === 0x49444154) return undefined
    at += length + 12
  }
  return undefined
}

function ofJpeg(view: DataView): Resolution | undefined {
  if (view.getUint16(2) !== 0xffe0 || view.getUint32(6) !== 0x4a464946) return undefined
  const unit = view.getUint8(13)
  const factor = unit === 2 ? 2.54 : 1
  return { across: view.getUint16(14) * factor, down: view.getUint16(16) * factor, unit: unit !== 0 }
}

function ofTiff(view: DataView, little: boolean): (Resolution | undefined)[] {
  const pages: (Resolution | undefined)[] = []
  const seen = new Set<number>()
  let directory = view.getUint32(4, little)
  while (directory !== 0 && !seen.has(directory) && pages.length < MOST_PAGES) {
    seen.add(directory)
    const count = view.getUint16(directory, little)
    let across: number | undefined
    let down: number | undefined
    let unit = 2
    for (let index = 0; index < count; index++) {
      const entry = directory + 2 + index * 12
      const tag = view.getUint16(entry, little)
      if (tag === 282) across = rational(view, view.getUint32(entry + 8, little), little)
      if (tag === 283) down = rational(view, view.getUint32(entry + 8, little), little)
      if (tag === 296) unit = view.getUint16(entry + 8, little)
    }
    const factor = unit === 3 ? 2.54 : 1
    pages.push(across && down ? { across: across * factor, down: down * factor, unit: unit !== 1 } : undefined)
    directory = view.getUint32(directory + 2 + count * 12, little)
  }
  return pages
}

function rational(view: DataView, at: number, little: boolean): number | undefined {
  const below = view.getUint32(at + 4, little)
  return below === 0 ? undefined : view.getUint32(at, little) / below
}

const MOST_PAGES = 10_000

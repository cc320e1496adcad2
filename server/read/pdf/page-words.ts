import type { PageSize, PlacedWord } from '@carefolio/core/read/page/placed-word.ts'
import { type Pdfium, withMemory } from './pdfium.ts'

/** Words of the text layer in points from the top left of the page as it is shown, turned so that most of them run to the right. */
export type PageWords = { words: PlacedWord[]; size: PageSize; rotation: 0 | 90 | 180 | 270; characters: number }

export function pageWords(engine: Pdfium, page: number): PageWords {
  const shown = { width: engine.FPDF_GetPageWidthF(page), height: engine.FPDF_GetPageHeightF(page) }
  const toShown = transformOf(engine, page, shown)
  const layer = engine.FPDFText_LoadPage(page)
  if (layer === 0) return { words: [], size: shown, rotation: 0, characters: 0 }
  try {
    const words = wordsOfLayer(engine, layer, toShown).filter((word) => isOn(word, shown))
    const rotation = mostCommonTurn(words)
    const upright = words.filter((word) => word.turn === rotation || word.turn === undefined)
    const size = rotation === 90 || rotation === 270 ? { width: shown.height, height: shown.width } : shown
    const characters = words.reduce((sum, word) => sum + word.text.length, 0)
    return { words: upright.map((word) => turnedBy(word, rotation, shown)), size, rotation, characters }
  } finally {
    engine.FPDFText_ClosePage(layer)
  }
}

/** `turn`: by how many degrees clockwise the page must be turned so that this word reads from left to right; unknown for one character. */
type LayerWord = PlacedWord & { turn: 0 | 90 | 180 | 270 | undefined }
type Transform = { a: number; b: number; c: number; d: number; e: number; f: number }
type Glyph = { left: number; top: number; right: number; bottom: number }

function wordsOfLayer(engine: Pdfium, layer: number, toShown: Transform): LayerWord[] {
  const count = engine.FPDFText_CountChars(layer)
  const words: LayerWord[] = []
  let text = ''
  let box: Glyph | undefined
  let first: Glyph | undefined
  let last: Glyph | undefined
  const end = (): void => {
    if (box && first && last && text !== '') words.push({ text, ...box, turn: turnOf(first, last, text) })
    text = ''
    box = first = last = undefined
  }
  withMemory(engine, 16, (buffer) => {
    const at = buffer >> 2
    for (let index = 0; index < count; index++) {
      const code = engine.FPDFText_GetUnicode(layer, index)
      const character = characterOf(code)
      if (character === ' ') {
        end()
        continue
      }
      if (character === '' || !engine.FPDFText_GetLooseCharBox(layer, index, buffer)) continue
      const heap = engine.pdfium.HEAPF32
      const glyph = shownBox(toShown, heap[at] ?? 0, heap[at + 1] ?? 0, heap[at + 2] ?? 0, heap[at + 3] ?? 0)
      if (last && isApart(last, glyph)) end()
      text += character
      box = box ? around(box, glyph) : glyph
      first ??= glyph
      last = glyph
    }
    end()
  })
  return words
}

/** A jump from one glyph to the next that no word makes, either way the line runs. */
function isApart(last: Glyph, next: Glyph): boolean {
  const height = Math.max(
    Math.min(last.bottom - last.top, last.right - last.left),
    Math.max(last.bottom - last.top, last.right - last.left) * 0.5,
  )
  const across = Math.max(next.left - last.right, last.left - next.right)
  const down = Math.max(next.top - last.bottom, last.top - next.bottom)
  return across > 0.8 * height || down > 0.8 * height
}

function turnOf(first: Glyph, last: Glyph, text: string): LayerWord['turn'] {
  if (text.length < 2) return undefined
  const across = (last.left + last.right - first.left - first.right) / 2
  const down = (last.top + last.bottom - first.top - first.bottom) / 2
  if (Math.abs(across) >= Math.abs(down)) return across >= 0 ? 0 : 180
  return down > 0 ? 270 : 90
}

function mostCommonTurn(words: readonly LayerWord[]): 0 | 90 | 180 | 270 {
  const letters = { 0: 0, 90: 0, 180: 0, 270: 0 }
  for (const word of words) if (word.turn !== undefined) letters[word.turn] += word.text.length
  const turns = [0, 90, 180, 270] as const
  return turns.reduce<0 | 90 | 180 | 270>((best, turn) => (letters[turn] > letters[best] ? turn : best), 0)
}

function turnedBy(word: LayerWord, rotation: number, shown: PageSize): PlacedWord {
  const { text, left, top, right, bottom } = word
  if (rotation === 90) return { text, left: shown.height - bottom, top: left, right: shown.height - top, bottom: right }
  if (rotation === 180)
    return { text, left: shown.width - right, top: shown.height - bottom, right: shown.width - left, bottom: shown.height - top }
  if (rotation === 270) return { text, left: top, top: shown.width - right, right: bottom, bottom: shown.width - left }
  return { text, left, top, right, bottom }
}

/** From the page's own coordinates to points from the top left of what is shown; PDFium knows crop boxes and turned pages. */
function transformOf(engine: Pdfium, page: number, shown: PageSize): Transform {
  const fine = 1000
  const at = (x: number, y: number): [number, number] =>
    withMemory(engine, 8, (buffer) => {
      engine.FPDF_PageToDevice(page, 0, 0, Math.round(shown.width * fine), Math.round(shown.height * fine), 0, x, y, buffer, buffer + 4)
      return [(engine.pdfium.HEAP32[buffer >> 2] ?? 0) / fine, (engine.pdfium.HEAP32[(buffer + 4) >> 2] ?? 0) / fine]
    })
  const [e, f] = at(0, 0)
  const [ax, ay] = at(1000, 0)
  const [cx, cy] = at(0, 1000)
  return { a: (ax - e) / 1000, b: (ay - f) / 1000, c: (cx - e) / 1000, d: (cy - f) / 1000, e, f }
}

function shownBox({ a, b, c, d, e, f }: Transform, left: number, top: number, right: number, bottom: number): Glyph {
  const x1 = a * left + c * top + e
  const x2 = a * right + c * bottom + e
  const y1 = b * left + d * top + f
  const y2 = b * right + d * bottom + f
  return { left: Math.min(x1, x2), right: Math.max(x1, x2), top: Math.min(y1, y2), bottom: Math.max(y1, y2) }
}

const around = (a: Glyph, b: Glyph): Glyph => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
})

function isOn(word: PlacedWord, page: PageSize): boolean {
  const x = (word.left + word.right) / 2
  const y = (word.top + word.bottom) / 2
  return x >= 0 && y >= 0 && x <= page.width && y <= page.height
}

/** What a character code of the text layer stands for; '' is nothing, ' ' ends a word. */
function characterOf(code: number): string {
  if (code === 0 || (code >= 0xfeff && code <= 0xfeff) || code > 0x10ffff) return ''
  if (code === 2 || code === 0xad || code === 0xfffe) return '-'
  if (code <= 32 || code === 0xa0 || (code >= 0x2000 && code <= 0x200b) || code === 0x202f || code === 0x3000) return ' '
  if (code >= 0xfb00 && code <= 0xfb06) return LIGATURES[code - 0xfb00] ?? ''
  return String.fromCodePoint(code)
}

const LIGATURES = ['ff', 'fi', 'fl', 'ffi', 'ffl', 'st', 'st']

import sharp from 'sharp'
import { make, pagesOf } from './make.ts'

/** What a page of text becomes on its way to the person: `bytes` of a file with this `ending`. */
export type Level = { name: string; ending: string; make(text: string): Promise<Buffer> }

/** From the cleanest to the worst; each text is one page (see `asPrinted`). */
export const LEVELS: readonly Level[] = [
  { name: 'text PDF', ending: 'pdf', make: (text) => make('pdf', text) },
  { name: 'scan 300 dpi', ending: 'jpg', make: (text) => scan(text, { dpi: 300 }) },
  { name: 'fax fine 204×196', ending: 'tif', make: (text) => fax(text, 196) },
  { name: 'fax standard 204×98', ending: 'tif', make: (text) => fax(text, 98) },
  { name: 'scan, 2° askew', ending: 'jpg', make: (text) => scan(text, { dpi: 300, lean: 2 }) },
  { name: 'scan 150 dpi', ending: 'jpg', make: (text) => scan(text, { dpi: 150 }) },
  { name: 'blurred, 100 dpi', ending: 'jpg', make: (text) => scan(text, { dpi: 100, blur: 0.7, quality: 60 }) },
]

/** The first page of a text as a printer sets it: lines wrapped between words, as many as fit. */
export function asPrinted(text: string): string {
  const lines = text
    .split('\f', 1)
    .join('')
    .replace(/\t/g, '    ')
    .split('\n')
    .flatMap((line) => wrapped(line.trimEnd()))
  return lines.slice(0, PAGE_LINES).join('\n')
}

function wrapped(line: string): string[] {
  if (line.length <= LINE_CHARACTERS) return [line]
  const space = line.lastIndexOf(' ', LINE_CHARACTERS)
  const at = space > LINE_CHARACTERS / 2 ? space : LINE_CHARACTERS
  return [line.slice(0, at).trimEnd(), ...wrapped(line.slice(at).trimStart())]
}

async function scan(
  text: string,
  { dpi, lean = 0, blur = 0.5, quality = 75 }: { dpi: number; lean?: number; blur?: number; quality?: number },
): Promise<Buffer> {
  const [page] = await pagesOf(text, dpi)
  return sharp(page).rotate(lean, { background: 'white' }).blur(blur).jpeg({ quality }).withMetadata({ density: dpi }).toBuffer()
}

/** Black or white, CCITT group 4, `down` lines an inch, with the specks of a telephone line. */
async function fax(text: string, down: number): Promise<Buffer> {
  const [page] = await pagesOf(text, 204)
  const [width, height] = [1728, Math.round(11 * down)]
  const dots = await sharp(page)
    .flatten({ background: 'white' })
    .resize(width, height, { fit: 'fill' })
    .greyscale()
    .threshold(150)
    .raw()
    .toBuffer()
  let chance = 1
  for (let at = 0; at < dots.length; at++) {
    chance = (Math.imul(chance, 1664525) + 1013904223) >>> 0
    if (chance < SPECKS * 2 ** 32) dots[at] = 255 - (dots[at] ?? 0)
  }
  return sharp(dots, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, miniswhite: true, xres: 204 / 25.4, yres: down / 25.4 })
    .toBuffer()
}

const PAGE_LINES = 44
const LINE_CHARACTERS = 84
/** The share of dots that the line turns over. */
const SPECKS = 0.0005

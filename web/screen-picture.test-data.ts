import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp, { type OutputInfo } from 'sharp'
import { expect } from 'vitest'

const FOLDER = join(import.meta.dirname, 'screens')
/** A screen is kept at this part of its size: enough to see what moved, overflowed or vanished, too little to see how a letter was drawn. */
const PART = 4
/** Squares of so many kept dots are compared by their middle brightness. */
const SQUARE = 6
/** Of 255: so much may a square differ. */
const MAY_DIFFER = 14
/** Of all squares, so many may differ by more. */
const MAY_CHANGE = 0.02

/** The whole page in a font that is the same everywhere, without what blinks or moves. */
export async function fixedLook(page: Page): Promise<void> {
  const font = (file: string) => readFileSync(join(import.meta.dirname, '../node_modules/dejavu-fonts-ttf/ttf', file)).toString('base64')
  await page.addInitScript(
    ([plain, bold]) => {
      addEventListener('DOMContentLoaded', () => {
        const style = document.createElement('style')
        style.textContent = `@font-face{font-family:Fixed;src:url(data:font/ttf;base64,${plain})}
          @font-face{font-family:Fixed;font-weight:600 900;src:url(data:font/ttf;base64,${bold})}
          *{font-family:Fixed!important;caret-color:transparent!important;animation:none!important;transition:none!important}`
        document.head.append(style)
      })
    },
    [font('DejaVuSans.ttf'), font('DejaVuSans-Bold.ttf')],
  )
}

/** Until the page has had the same height for a while: parts of a screen may still be coming in. */
async function standsStill(page: Page): Promise<void> {
  const height = () => page.evaluate(() => document.documentElement.scrollHeight)
  let [before, same] = [await height(), 0]
  for (let looks = 0; same < 3 && looks < 50; looks++) {
    await page.waitForTimeout(100)
    const now = await height()
    same = now === before ? same + 1 : 0
    before = now
  }
}

/**
 * Compares a screen with the kept picture of it, a small grey PNG. `npm run golden` writes it instead; a missing one is a failure. What was seen
 * instead lies in the folder for temporary files, and the fault says where.
 */
export async function expectScreen(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await standsStill(page)
  const shot = await page.screenshot({ fullPage: true, animations: 'disabled', scale: 'css' })
  const { width = 1 } = await sharp(shot).metadata()
  const small = await sharp(shot)
    .resize({ width: Math.round(width / PART), kernel: 'cubic' })
    .greyscale()
    .png({ palette: true, colours: 32, compressionLevel: 9 })
    .toBuffer()
  const kept = join(FOLDER, `${name}.png`)
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(FOLDER, { recursive: true })
    writeFileSync(kept, small)
    return
  }
  if (!existsSync(kept)) expect.fail(`web/screens/${name}.png is missing: npm run golden writes it`)
  const changed = await changedPart(readFileSync(kept), small)
  if (changed <= MAY_CHANGE) return
  const seen = join(tmpdir(), `carefolio-screen-${name}.png`)
  writeFileSync(seen, shot)
  expect.fail(`${name}: ${(100 * changed).toFixed(1)}% of the screen changed; it is in ${seen}. Look at it, then npm run golden`)
}

/** The part of the squares of two pictures that differ; what one is longer than the other counts as different. */
async function changedPart(a: Buffer, b: Buffer): Promise<number> {
  const [one, two] = await Promise.all([a, b].map((png) => sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true })))
  if (!one || !two || one.info.width !== two.info.width) return 1
  const { width } = one.info
  const height = Math.max(one.info.height, two.info.height)
  let [squares, changed] = [0, 0]
  for (let y = 0; y < height; y += SQUARE)
    for (let x = 0; x < width; x += SQUARE) {
      squares++
      const isBeyond = y >= Math.min(one.info.height, two.info.height)
      if (isBeyond || Math.abs(middle(one, x, y) - middle(two, x, y)) > MAY_DIFFER) changed++
    }
  return changed / squares
}

function middle({ data, info: { width, height, channels } }: { data: Buffer; info: OutputInfo }, left: number, top: number): number {
  let [sum, count] = [0, 0]
  for (let y = top; y < Math.min(height, top + SQUARE); y++)
    for (let x = left; x < Math.min(width, left + SQUARE); x++, count++) sum += data[(y * width + x) * channels] ?? 0
  return sum / Math.max(1, count)
}

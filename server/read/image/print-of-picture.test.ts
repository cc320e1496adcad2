import { describe, expect, it } from 'vitest'
import type { GreyPicture } from './grey-picture.ts'
import { printOfPicture } from './print-of-picture.ts'

/** A page of 200 dots an inch with rows of letters 12 dots high, some with a full stop of 4 × 4 dots, and specks between them where wanted. */
function page({ specks }: { specks: boolean }): GreyPicture {
  const [width, height] = [1700, 2200]
  const data = new Uint8Array(width * height).fill(255)
  const mark = (left: number, top: number, side: number, light = 0) => {
    for (let y = top; y < top + side; y++) data.fill(light, y * width + left, y * width + left + side)
  }
  for (let top = 200; top < 2000; top += 60) {
    for (let left = 200; left < 1500; left += 20) mark(left, top, 12)
    mark(1520, top + 8, 4)
    if (specks) for (let left = 205; left < 1500; left += 200) mark(left, top + 30, 1)
  }
  return { width, height, data }
}
const darkAt = ({ width, data }: GreyPicture, x: number, y: number): boolean => (data[y * width + x] ?? 255) < 128

describe('a page made ready for reading', () => {
  it.each([undefined, 200, 72, 1200])('loses specks and keeps full stops where the file says %s dots an inch', async (dpi) => {
    const { picture, fromFax } = await printOfPicture(page({ specks: true }), dpi, true)
    expect(fromFax).toBe(true)
    expect(picture.data[230 * picture.width + 205]).toBe(255)
    expect(darkAt(picture, 1522, 210)).toBe(true)
    expect(darkAt(picture, 206, 206)).toBe(true)
  })

  it('stays as it is when it is a clean scan', async () => {
    const clean = page({ specks: false })
    expect(await printOfPicture(clean, 200, false)).toEqual({ picture: clean, fromFax: false })
  })

  it('is twice as large when its letters are small, and three times when they are very small', async () => {
    const white = (width: number, height: number): GreyPicture => ({ width, height, data: new Uint8Array(width * height).fill(255) })
    expect((await printOfPicture(white(850, 1100), 100, false)).picture).toMatchObject({ width: 1700, height: 2200 })
    expect((await printOfPicture(white(612, 792), 72, false)).picture).toMatchObject({ width: 1836, height: 2376 })
  })
})

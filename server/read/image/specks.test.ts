import { describe, expect, it } from 'vitest'
import type { GreyPicture } from './grey-picture.ts'
import { withoutSpecks } from './specks.ts'

/** White paper of 200 × 200 dots, with black rectangles `[left, top, width, height]`. */
function paper(...marks: [number, number, number, number][]): GreyPicture {
  const data = new Uint8Array(200 * 200).fill(255)
  for (const [left, top, width, height] of marks)
    for (let y = top; y < top + height; y++) data.fill(0, y * 200 + left, y * 200 + left + width)
  return { width: 200, height: 200, data }
}
/** Sixty specks of one dot, spread over the upper half. */
const noise = Array.from({ length: 60 }, (_, nth): [number, number, number, number] => [
  5 + (nth % 10) * 19,
  5 + Math.floor(nth / 10) * 15,
  1,
  1,
])
const inkOf = ({ data }: GreyPicture): number => data.filter((dot) => dot < 128).length

describe('specks of a telephone line', () => {
  it('are taken off, and the print stays', () => {
    const { picture, speckled } = withoutSpecks(paper(...noise, [20, 120, 30, 4]), 204)
    expect(speckled).toBe(true)
    expect(inkOf(picture)).toBe(30 * 4)
  })

  it.each<[string, number, number]>([
    ['a full stop of two dots in two lines of a standard fax', 2, 4],
    ['a full stop of two dots in one line of a standard fax', 2, 2],
    ['a decimal point of three dots each way', 3, 3],
  ])('are not %s', (_, width, height) => {
    const { picture } = withoutSpecks(paper(...noise, [60, 150, width, height]), 204)
    expect(inkOf(picture)).toBe(width * height)
  })

  it('are not what touches a letter, be it at a corner', () => {
    const { picture } = withoutSpecks(paper(...noise, [20, 120, 30, 4], [50, 124, 1, 1]), 204)
    expect(inkOf(picture)).toBe(30 * 4 + 1)
  })

  it('are known by their ink where enlarging has spread them', () => {
    const spread = paper(...noise)
    for (const [x, y] of noise) for (const at of [-200, 200]) spread.data[y * 200 + x + at] = 180
    expect(withoutSpecks(spread, 204).picture.data.every((dot) => dot === 255)).toBe(true)
  })

  it('are let be where a page has only a few: there they may be anything', () => {
    const page = paper(...noise.slice(0, 20), [20, 120, 30, 4])
    expect(withoutSpecks(page, 204)).toEqual({ picture: page, speckled: false })
  })

  it.each([
    ['black', () => 0],
    ['grey all over', () => 128],
    ['a chequered screen', (_: number, at: number) => ((at + Math.floor(at / 200)) % 2) * 255],
  ])('are not found in a picture that is %s', (_, dot) => {
    const data = new Uint8Array(200 * 200).map(dot)
    expect(withoutSpecks({ width: 200, height: 200, data }, 204).speckled).toBe(false)
  })
})

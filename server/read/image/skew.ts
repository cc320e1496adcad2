import type { GreyPicture } from './grey-picture.ts'

/**
 * How the lines of text lie in a picture: the angle in degrees (-5 … 5, positive when they fall to the right), and whether they run up or
 * down the page instead of across. Lines of text make the sums of dark along them jump between line and gap; the angle with the
 * greatest jumps is theirs.
 */
export function leanOf(picture: GreyPicture): { angle: number; sideways: boolean } {
  const dots = darkDots(picture)
  if (dots.xs.length < FEWEST_DOTS) return { angle: 0, sideways: false }
  const across = jumps(dots.xs, dots.ys, 0, dots.height, dots.width)
  const down = jumps(dots.ys, dots.xs, 0, dots.width, dots.height)
  const sideways = down > across * 2.5
  if (sideways) return { angle: 0, sideways }
  let best = { angle: 0, jump: across }
  const look = (angle: number): void => {
    const jump = jumps(dots.xs, dots.ys, angle, dots.height, dots.width)
    if (jump > best.jump) best = { angle, jump }
  }
  for (let angle = -5; angle <= 5; angle += 0.5) look(angle)
  const coarse = best.angle
  for (let angle = coarse - 0.4; angle <= coarse + 0.41; angle += 0.1) look(angle)
  // A gain that small is chance, not a page that leans.
  return { angle: best.jump > across * 1.15 ? Math.round(best.angle * 10) / 10 : 0, sideways: false }
}

/** Dark dots of the picture made small. */
function darkDots(picture: GreyPicture): { xs: Int32Array; ys: Int32Array; width: number; height: number } {
  const step = Math.max(1, Math.round(Math.max(picture.width, picture.height) / LONGEST_SIDE))
  const width = Math.floor(picture.width / step)
  const height = Math.floor(picture.height / step)
  let sum = 0
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) sum += picture.data[y * step * picture.width + x * step] ?? 255
  const limit = (sum / Math.max(1, width * height)) * 0.7
  const xs: number[] = []
  const ys: number[] = []
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((picture.data[y * step * picture.width + x * step] ?? 255) < limit) {
        xs.push(x)
        ys.push(y)
      }
    }
  }
  return { xs: Int32Array.from(xs), ys: Int32Array.from(ys), width, height }
}

/** Sum of squared differences between neighbouring lines of dark dots, along lines that lean by `angle`. */
function jumps(xs: Int32Array, ys: Int32Array, angle: number, height: number, width: number): number {
  const slope = Math.tan((angle * Math.PI) / 180)
  const margin = Math.ceil(Math.abs(slope) * width) + 1
  const lines = new Float64Array(height + 2 * margin)
  for (let index = 0; index < xs.length; index++) {
    const line = Math.round((ys[index] ?? 0) - slope * (xs[index] ?? 0)) + margin
    lines[line] = (lines[line] ?? 0) + 1
  }
  let total = 0
  for (let index = 1; index < lines.length; index++) total += ((lines[index] ?? 0) - (lines[index - 1] ?? 0)) ** 2
  return total
}

const LONGEST_SIDE = 1100
const FEWEST_DOTS = 200

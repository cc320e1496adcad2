export type LosslessPicture = { width: number; height: number; samples: number; bits: number; values: Uint16Array }

/**
 * Lossless JPEG (ITU-T T.81, process 14, Huffman, any predictor), the packing most discs use. One scan with all samples, no subsampling. Undefined
 * when the bytes are something else; dots that are cut off stay as predicted.
 */
export function readLosslessJpeg(bytes: Uint8Array): LosslessPicture | undefined {
  const tables: (Huffman | undefined)[] = []
  let frame: { width: number; height: number; bits: number; ids: number[] } | undefined
  let interval = 0
  let at = 2
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at++
      continue
    }
    const length = two(bytes, at + 2)
    const body = bytes.subarray(at + 4, at + 2 + length)
    at += 2 + length
    if (marker === 0xc4) readTables(body, tables)
    else if (marker === 0xdd) interval = two(body, 0)
    else if (marker === 0xc3) {
      const count = body[5] ?? 0
      const parts = Array.from({ length: count }, (_, i) => ({ id: body[6 + 3 * i] ?? 0, sampling: body[7 + 3 * i] ?? 0 }))
      if (parts.some(({ sampling }) => sampling !== 0x11)) return undefined
      frame = { bits: body[0] ?? 0, height: two(body, 1), width: two(body, 3), ids: parts.map(({ id }) => id) }
    } else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8 && marker !== 0xcc) return undefined
    else if (marker === 0xda) {
      if (!frame || frame.width * frame.height > MOST_DOTS || frame.ids.length !== body[0]) return undefined
      const own = frame.ids.map((_, i) => tables[(body[2 + 2 * i] ?? 0) >> 4])
      const predictor = body[1 + 2 * frame.ids.length] ?? 1
      const shift = (body[3 + 2 * frame.ids.length] ?? 0) & 15
      if (own.some((table) => table === undefined) || frame.width === 0 || frame.bits < 2 || frame.bits > 16) return undefined
      const found = { width: frame.width, height: frame.height, samples: frame.ids.length, bits: frame.bits }
      const tablesOf = own.filter((table) => table !== undefined)
      return { ...found, values: scan(new Bits(bytes, at), tablesOf, { ...found, predictor, shift, interval }) }
    }
  }
  return undefined
}

const MOST_DOTS = 100_000_000
const two = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)

type Scan = { width: number; height: number; samples: number; bits: number; predictor: number; shift: number; interval: number }

function scan(
  bits: Bits,
  tables: readonly Huffman[],
  { width, height, samples, bits: depth, predictor, shift, interval }: Scan,
): Uint16Array {
  const out = new Uint16Array(width * height * samples)
  const row = width * samples
  const start = 1 << (depth - shift - 1)
  let untilRestart = interval
  /** The first line of the picture and after a restart is predicted from the left alone. */
  let firstLine = true
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (interval > 0 && untilRestart === 0) {
        bits.restart()
        untilRestart = interval
        firstLine = true
      }
      for (let s = 0; s < samples; s++) {
        const at = y * row + x * samples + s
        const left = out[at - samples] ?? 0
        const above = out[at - row] ?? 0
        const guess =
          firstLine || y === 0
            ? x === 0 || untilRestartAtStart(interval, untilRestart)
              ? start
              : left
            : x === 0
              ? above
              : predict(predictor, left, above, out[at - row - samples] ?? 0)
        const table = tables[s]
        out[at] = (guess + (table ? bits.difference(table) : 0)) & 0xffff
      }
      untilRestart--
    }
    firstLine = false
  }
  if (shift > 0) for (let i = 0; i < out.length; i++) out[i] = (out[i] ?? 0) << shift
  return out
}

const untilRestartAtStart = (interval: number, left: number): boolean => interval > 0 && left === interval

/** Table H.1: a is left, b above, c above left. */
function predict(predictor: number, a: number, b: number, c: number): number {
  switch (predictor) {
    case 2:
      return b
    case 3:
      return c
    case 4:
      return a + b - c
    case 5:
      return a + ((b - c) >> 1)
    case 6:
      return b + ((a - c) >> 1)
    case 7:
      return (a + b) >> 1
    default:
      return a
  }
}

/** For each length: the first code, how many, and where its values begin. */
type Huffman = { first: number[]; count: number[]; from: number[]; values: Uint8Array }

function readTables(body: Uint8Array, tables: (Huffman | undefined)[]): void {
  for (let at = 0; at + 17 <= body.length; ) {
    const id = (body[at] ?? 0) & 15
    const count = [...body.subarray(at + 1, at + 17)]
    const total = count.reduce((sum, n) => sum + n, 0)
    const first: number[] = []
    const from: number[] = []
    let code = 0
    let place = 0
    for (const n of count) {
      first.push(code)
      from.push(place)
      code = (code + n) << 1
      place += n
    }
    tables[id] = { first, count, from, values: body.subarray(at + 17, at + 17 + total) }
    at += 17 + total
  }
}

/** Bits of the coded part; a 0 that was put after 255 is skipped, a marker ends it. */
class Bits {
  readonly #bytes: Uint8Array
  #at: number
  #held = 0
  #left = 0

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes
    this.#at = at
  }

  difference(table: Huffman): number {
    const size = this.#symbol(table)
    if (size === 0) return 0
    if (size >= 16) return 32_768
    const value = this.#take(size)
    return value < 1 << (size - 1) ? value - (1 << size) + 1 : value
  }

  restart(): void {
    this.#left = 0
    while (this.#at + 1 < this.#bytes.length) {
      const isRestart = this.#bytes[this.#at] === 0xff && ((this.#bytes[this.#at + 1] ?? 0) & 0xf8) === 0xd0
      this.#at += isRestart ? 2 : 1
      if (isRestart) return
    }
  }

  #symbol({ first, count, from, values }: Huffman): number {
    let code = 0
    for (let length = 0; length < 16; length++) {
      code = (code << 1) | this.#bit()
      const place = code - (first[length] ?? 0)
      if (place >= 0 && place < (count[length] ?? 0)) return values[(from[length] ?? 0) + place] ?? 0
    }
    return 0
  }

  #take(size: number): number {
    let value = 0
    for (let n = 0; n < size; n++) value = (value << 1) | this.#bit()
    return value
  }

  #bit(): number {
    if (this.#left === 0) {
      const next = this.#bytes[this.#at]
      const isMarker = next === 0xff && this.#bytes[this.#at + 1] !== 0
      if (next === undefined || isMarker) return 0
      this.#at += next === 0xff ? 2 : 1
      this.#held = next
      this.#left = 8
    }
    this.#left--
    return (this.#held >> this.#left) & 1
  }
}

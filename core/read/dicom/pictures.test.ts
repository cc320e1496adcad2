import { describe, expect, it } from 'vitest'
import { dicomFile, element, fragments, shape, two } from './file.test-data.ts'
import { type Frame, picturesOf } from './pictures.ts'

const EXPLICIT = '1.2.840.10008.1.2.1'
const RLE = '1.2.840.10008.1.2.5'
const LOSSLESS = '1.2.840.10008.1.2.4.70'
const valuesOf = (frame: Frame | undefined) => (frame?.kind === 'grey' ? [...frame.values] : undefined)

/** Lossless JPEG of 16 bits, every difference of a length coded by five bits: as real as any, only not small. */
function losslessJpeg(values: readonly number[], width: number, predictor: number, restart = 0): number[] {
  const height = values.length / width
  const segment = (marker: number, body: number[]) => [0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body]
  const out: number[] = []
  let [held, count] = [0, 0]
  const put = (value: number, bits: number) => {
    for (let bit = bits - 1; bit >= 0; bit--) {
      held = (held << 1) | ((value >> bit) & 1)
      if (++count === 8) flush()
    }
  }
  const flush = () => {
    out.push(held & 255, ...((held & 255) === 255 ? [0] : []))
    ;[held, count] = [0, 0]
  }
  values.forEach((value, i) => {
    const [x, y] = [i % width, Math.floor(i / width)]
    const isRestart = restart > 0 && i > 0 && i % restart === 0
    if (isRestart) {
      while (count > 0) put(1, 1)
      out.push(0xff, 0xd0 + ((i / restart - 1) % 8))
    }
    const [a = 0, b = 0, c = 0] = [values[i - 1], values[i - width], values[i - width - 1]]
    const firstLine = y === 0 || (restart > 0 && i % restart < width)
    const guesses = [a, a, b, c, a + b - c, a + ((b - c) >> 1), b + ((a - c) >> 1), (a + b) >> 1]
    const guess = firstLine ? (x === 0 ? 32_768 : a) : x === 0 ? b : (guesses[predictor] ?? a)
    const difference = ((value - guess + 32_768) & 0xffff) - 32_768
    const size = difference === -32_768 ? 16 : 32 - Math.clz32(Math.abs(difference))
    put(size, 5)
    if (size < 16) put(difference < 0 ? difference + (1 << size) - 1 : difference, size)
  })
  while (count > 0) put(1, 1)
  return [
    0xff,
    0xd8,
    ...segment(0xc4, [0, 0, 0, 0, 0, 17, ...new Array(11).fill(0), ...Array.from({ length: 17 }, (_, i) => i)]),
    ...(restart > 0 ? segment(0xdd, [restart >> 8, restart & 255]) : []),
    ...segment(0xc3, [16, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]),
    ...segment(0xda, [1, 1, 0, predictor, 0, 0]),
    ...out,
    0xff,
    0xd9,
  ]
}
/** A slope with an edge and the extremes, so that differences of every length occur. */
const VALUES = [0, 65_535, 1, 2, 300, 299, 40_000, 7, 8, 9, 1000, 32_768, 32_767, 12, 13, 60_000]

describe('the pictures of a DICOM file', () => {
  it('are what the scanner measured: signed, with slope and intercept', () => {
    const file = dicomFile(EXPLICIT, [
      element(8, 0x1030, 'LO', 'CT chest'),
      ...shape({ width: 2, height: 2, signed: true }),
      element(0x28, 0x1050, 'DS', '40\\-600'),
      element(0x28, 0x1051, 'DS', '400\\1500'),
      element(0x28, 0x1052, 'DS', '-1024'),
      element(0x28, 0x1053, 'DS', '2'),
      element(0x7fe0, 0x10, 'OW', [...two(0), ...two(512), ...two(-1 & 0xffff), ...two(1000)]),
    ])
    const pictures = picturesOf(file)
    expect(pictures).toMatchObject({
      count: 1,
      study: 'CT chest',
      windows: [
        { center: 40, width: 400 },
        { center: -600, width: 1500 },
      ],
    })
    expect(valuesOf(pictures?.frame(0))).toEqual([-1024, 0, -1026, 976])
  })

  it('are found frame by frame, and none is made up after the last', () => {
    const file = dicomFile(EXPLICIT, [...shape({ width: 2, height: 1, bits: 8, frames: 2 }), element(0x7fe0, 0x10, 'OB', [1, 2, 3, 4])])
    const pictures = picturesOf(file)
    expect(pictures?.count).toBe(2)
    expect([0, 1].map((n) => valuesOf(pictures?.frame(n)))).toEqual([
      [1, 2],
      [3, 4],
    ])
    expect(pictures?.frame(2)).toBeUndefined()
  })

  it('come out of run lengths: the high bytes first, runs and single bytes', () => {
    // 256, 256, 256, 513: high bytes 1 1 1 2, low bytes 0 0 0 1.
    const high = [254, 1, 0, 2]
    const low = [254, 0, 0, 1]
    const header = [2, 64, 64 + high.length, ...new Array(13).fill(0)].flatMap((n) => [...two(n), 0, 0])
    const file = dicomFile(RLE, [...shape({ width: 2, height: 2 }), fragments([...header, ...high, ...low])])
    expect(valuesOf(picturesOf(file)?.frame(0))).toEqual([256, 256, 256, 513])
  })

  it.each([1, 2, 3, 4, 5, 6, 7])('come out of lossless JPEG as they went in, predictor %i', (predictor) => {
    const file = dicomFile(LOSSLESS, [...shape({ width: 4, height: 4 }), fragments(losslessJpeg(VALUES, 4, predictor))])
    expect(valuesOf(picturesOf(file)?.frame(0))).toEqual(VALUES)
  })

  it('come out of lossless JPEG that begins anew between the lines', () => {
    const file = dicomFile(LOSSLESS, [...shape({ width: 4, height: 4 }), fragments(losslessJpeg(VALUES, 4, 1, 8))])
    expect(valuesOf(picturesOf(file)?.frame(0))).toEqual(VALUES)
  })

  it('have colours, dot by dot or plane by plane', () => {
    const dots = { width: 2, height: 1, bits: 8, samples: 3, photometric: 'RGB' }
    const byDot = dicomFile(EXPLICIT, [...shape({ ...dots, planar: false }), element(0x7fe0, 0x10, 'OB', [1, 2, 3, 4, 5, 6])])
    const byPlane = dicomFile(EXPLICIT, [...shape({ ...dots, planar: true }), element(0x7fe0, 0x10, 'OB', [1, 4, 2, 5, 3, 6])])
    for (const file of [byDot, byPlane]) {
      const frame = picturesOf(file)?.frame(0)
      expect(frame?.kind === 'colour' && [...frame.rgba]).toEqual([1, 2, 3, 255, 4, 5, 6, 255])
    }
  })

  it('hand a JPEG on as it is', () => {
    const jpeg = [0xff, 0xd8, 0xff, 0xd9]
    const file = dicomFile('1.2.840.10008.1.2.4.50', [...shape({ width: 2, height: 2, bits: 8 }), fragments(jpeg)])
    expect(picturesOf(file)?.frame(0)).toMatchObject({ kind: 'jpeg', grey: true, bytes: new Uint8Array(jpeg) })
  })

  it('are not guessed where the packing is another one', () => {
    const file = dicomFile('1.2.840.10008.1.2.4.90', [...shape({ width: 2, height: 2 }), fragments([1, 2, 3, 4])])
    expect(picturesOf(file)?.frame(0)).toBeUndefined()
  })

  it.each([
    ['nothing', new Uint8Array(0)],
    ['a report without pixels', dicomFile(EXPLICIT, [element(8, 0x60, 'CS', 'SR')])],
    [
      'a size that would fill all memory',
      dicomFile(EXPLICIT, [...shape({ width: 65_535, height: 65_535 }), element(0x7fe0, 0x10, 'OW', [1, 2])]),
    ],
  ])('are not there in %s', (_, bytes) => {
    expect(picturesOf(bytes)).toBeUndefined()
  })

  it('never break on noise, however it is packed', () => {
    let seed = 11
    const next = () => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
      return seed >>> 24
    }
    for (let round = 0; round < 60; round++) {
      const noise = Array.from({ length: 200 }, next)
      for (const syntax of [RLE, LOSSLESS]) {
        const start = syntax === LOSSLESS ? losslessJpeg(VALUES, 4, 1).slice(0, 30 + round) : []
        const file = dicomFile(syntax, [...shape({ width: 4, height: 4 }), fragments([...start, ...noise])])
        expect(() => picturesOf(file)?.frame(0)).not.toThrow()
      }
    }
  })
})

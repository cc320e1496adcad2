import dicomParser, { type DataSet, type Element } from 'dicom-parser'
import { charsetOf, wordsAt } from './data-set.ts'
import { readLosslessJpeg } from './lossless-jpeg.ts'
import { unpackRunLengths } from './run-length.ts'

/** Brightness and contrast as scanners name them: the value in the middle, and how many values from black to white. */
export type Window = { center: number; width: number }

/** One picture, decoded: grey as the values the scanner measured (Hounsfield units in a CT), colour as RGBA; or a JPEG that a browser opens. */
export type Frame =
  | { kind: 'grey'; width: number; height: number; values: Float32Array; inverted: boolean }
  | { kind: 'colour'; width: number; height: number; rgba: Uint8ClampedArray<ArrayBuffer> }
  | { kind: 'jpeg'; width: number; height: number; bytes: Uint8Array<ArrayBuffer>; grey: boolean; inverted: boolean }

/** The pictures of a DICOM file. `frame` counts from 0; it is undefined where the packing is one we cannot open. */
export type Pictures = {
  count: number
  study: string
  windows: Window[]
  frame(n: number): Frame | undefined
}

/** Undefined when the file has no pictures (a report, a plan, a directory) or is no DICOM. */
export function picturesOf(bytes: Uint8Array): Pictures | undefined {
  let data: DataSet
  try {
    data = dicomParser.parseDicom(bytes)
  } catch {
    return undefined
  }
  const pixels = data.elements['x7fe00010']
  const [height = 0, width = 0] = [data.uint16('x00280010'), data.uint16('x00280011')]
  if (!pixels || width === 0 || height === 0 || width * height > MOST_DOTS) return undefined
  const layout = layoutOf(data, width, height)
  const charset = charsetOf(data)
  const words = ['x00081030', 'x0008103e'].map((tag) => wordsAt(data, tag, charset)).filter((one) => one !== undefined)
  return {
    count: Math.max(1, data.intString('x00280008') ?? 1),
    study: words.join(', ') || (wordsAt(data, 'x00080060', charset) ?? 'DICOM'),
    windows: windowsOf(data),
    frame(n) {
      try {
        return frameOf(data, pixels, layout, n)
      } catch {
        return undefined
      }
    },
  }
}

const MOST_DOTS = 100_000_000

type Layout = {
  syntax: string
  width: number
  height: number
  samples: number
  bytesEach: number
  bitsStored: number
  highBit: number
  signed: boolean
  bigEndian: boolean
  byPlane: boolean
  photometric: string
  slope: number
  intercept: number
  palette?: Uint8Array[]
}

function layoutOf(data: DataSet, width: number, height: number): Layout {
  const syntax = data.string('x00020010') ?? '1.2.840.10008.1.2'
  const bits = data.uint16('x00280100') ?? 8
  const stored = data.uint16('x00280101') ?? bits
  const photometric = (data.string('x00280004') ?? 'MONOCHROME2').trim()
  return {
    syntax,
    width,
    height,
    samples: data.uint16('x00280002') ?? 1,
    bytesEach: Math.max(1, Math.ceil(bits / 8)),
    bitsStored: stored,
    highBit: data.uint16('x00280102') ?? stored - 1,
    signed: data.uint16('x00280103') === 1,
    bigEndian: syntax === '1.2.840.10008.1.2.2',
    byPlane: data.uint16('x00280006') === 1,
    photometric,
    slope: data.floatString('x00281053') ?? 1,
    intercept: data.floatString('x00281052') ?? 0,
    ...(photometric === 'PALETTE COLOR' ? { palette: paletteOf(data) } : {}),
  }
}

function windowsOf(data: DataSet): Window[] {
  const [centers, widths] = ['x00281050', 'x00281051'].map((tag) => (data.string(tag) ?? '').split('\\').map(Number))
  return (centers ?? []).flatMap((center, i) => {
    const width = widths?.[i] ?? 0
    return Number.isFinite(center) && width > 0 ? [{ center, width }] : []
  })
}

function frameOf(data: DataSet, pixels: Element, layout: Layout, n: number): Frame | undefined {
  const { syntax, width, height, samples, bytesEach } = layout
  const dots = width * height
  if (pixels.fragments === undefined) {
    if (!PLAIN.has(syntax)) return undefined
    const size = dots * samples * bytesEach
    const from = pixels.dataOffset + n * size
    if (from + size > data.byteArray.length) return undefined
    return picture(data.byteArray.subarray(from, from + size), layout, layout.byPlane)
  }
  const packed = packedFrame(data, pixels, n)
  if (packed === undefined) return undefined
  if (syntax === RUN_LENGTH) return picture(unpackRunLengths(packed, dots, samples, bytesEach), layout, false)
  if (LOSSLESS.has(syntax)) {
    const found = readLosslessJpeg(packed)
    if (!found || found.width !== width || found.height !== height || found.samples !== samples) return undefined
    const values = bytesEach === 1 ? Uint8Array.from(found.values) : new Uint8Array(found.values.buffer)
    return picture(values, layout, false)
  }
  if (syntax === BASELINE)
    return { kind: 'jpeg', width, height, bytes: packed, grey: samples === 1, inverted: layout.photometric === 'MONOCHROME1' }
  return undefined
}

/** Stored without packing: implicit, explicit, big endian. */
const PLAIN: ReadonlySet<string> = new Set(['1.2.840.10008.1.2', '1.2.840.10008.1.2.1', '1.2.840.10008.1.2.2'])
const RUN_LENGTH = '1.2.840.10008.1.2.5'
const LOSSLESS: ReadonlySet<string> = new Set(['1.2.840.10008.1.2.4.57', '1.2.840.10008.1.2.4.70'])
const BASELINE = '1.2.840.10008.1.2.4.50'

/** A frame's fragments put together: by the table of offsets, one fragment a frame, or all of them where there is one frame. */
function packedFrame(data: DataSet, pixels: Element, n: number): Uint8Array<ArrayBuffer> | undefined {
  const fragments = pixels.fragments ?? []
  const offsets = pixels.basicOffsetTable ?? []
  if (offsets.length > n) {
    const [from, to] = [offsets[n] ?? 0, offsets[n + 1] ?? Number.POSITIVE_INFINITY]
    return joined(
      data,
      fragments.filter(({ offset }) => offset >= from && offset < to),
    )
  }
  const frames = data.intString('x00280008') ?? 1
  const own = frames === 1 ? fragments : fragments.length === frames ? fragments.slice(n, n + 1) : []
  return own.length === 0 ? undefined : joined(data, own)
}

function joined(data: DataSet, fragments: readonly { position: number; length: number }[]): Uint8Array<ArrayBuffer> | undefined {
  const parts = fragments.map(({ position, length }) => data.byteArray.subarray(position, position + length))
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole.length === 0 ? undefined : whole
}

function picture(raw: Uint8Array, layout: Layout, byPlane: boolean): Frame | undefined {
  const { width, height, samples, bytesEach, photometric, palette } = layout
  const dots = width * height
  if (samples === 1 && palette === undefined) {
    const values = new Float32Array(dots)
    for (let i = 0; i < dots; i++) values[i] = stored(raw, i, layout) * layout.slope + layout.intercept
    return { kind: 'grey', width, height, values, inverted: photometric === 'MONOCHROME1' }
  }
  if (samples === 1 && palette) {
    const rgba = new Uint8ClampedArray(dots * 4)
    for (let i = 0; i < dots; i++) {
      const at = stored(raw, i, layout)
      for (let c = 0; c < 3; c++) rgba[4 * i + c] = palette[c]?.[at] ?? 0
      rgba[4 * i + 3] = 255
    }
    return { kind: 'colour', width, height, rgba }
  }
  if (samples !== 3 || bytesEach !== 1) return undefined
  const rgba = new Uint8ClampedArray(dots * 4)
  const isYbr = photometric.startsWith('YBR')
  for (let i = 0; i < dots; i++) {
    const [a = 0, b = 0, c = 0] = byPlane ? [raw[i], raw[i + dots], raw[i + 2 * dots]] : [raw[3 * i], raw[3 * i + 1], raw[3 * i + 2]]
    rgba[4 * i] = isYbr ? a + 1.402 * (c - 128) : a
    rgba[4 * i + 1] = isYbr ? a - 0.344136 * (b - 128) - 0.714136 * (c - 128) : b
    rgba[4 * i + 2] = isYbr ? a + 1.772 * (b - 128) : c
    rgba[4 * i + 3] = 255
  }
  return { kind: 'colour', width, height, rgba }
}

/** The stored value of a dot: bits beside the value (old overlays) taken away, the sign put right. */
function stored(raw: Uint8Array, i: number, { bytesEach, bitsStored, highBit, signed, bigEndian }: Layout): number {
  let value = 0
  for (let byte = 0; byte < bytesEach; byte++) {
    const part = raw[i * bytesEach + (bigEndian ? byte : bytesEach - 1 - byte)] ?? 0
    value = value * 256 + part
  }
  if (bitsStored >= 32) return signed ? value | 0 : value
  const bits = Math.floor(value / 2 ** Math.max(0, highBit + 1 - bitsStored)) % 2 ** bitsStored
  return signed && bits >= 2 ** (bitsStored - 1) ? bits - 2 ** bitsStored : bits
}

/** Red, green and blue of each value (PS3.3 C.7.6.3.1.5), 8 bits each. */
function paletteOf(data: DataSet): Uint8Array[] {
  return ['1', '2', '3'].map((n) => {
    const [entries = 0, first = 0, bits = 16] = [0, 1, 2].map((i) => data.uint16(`x0028110${n}`, i))
    const element = data.elements[`x0028120${n}`]
    const size = entries === 0 ? 65_536 : entries
    const colours = new Uint8Array(first + size)
    if (!element) return colours
    const isWide = bits > 8 || element.length >= 2 * size
    for (let i = 0; i < size; i++) {
      const at = element.dataOffset + (isWide ? 2 * i + 1 : i)
      colours[first + i] = data.byteArray[at] ?? 0
    }
    return colours
  })
}

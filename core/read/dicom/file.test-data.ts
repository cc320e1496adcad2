const ascii = (text: string) => new TextEncoder().encode(text)
export const two = (n: number): number[] => [n & 255, (n >> 8) & 255]
export const four = (n: number): number[] => [...two(n & 0xffff), ...two(n >>> 16)]

/** An element in explicit VR, little endian. */
export function element(group: number, number: number, vr: string, value: string | readonly number[]): number[] {
  const raw = typeof value === 'string' ? [...ascii(value)] : [...value]
  const even = raw.length % 2 === 0 ? raw : [...raw, vr === 'UI' || vr === 'OB' ? 0 : 32]
  const head = [...two(group), ...two(number), ...ascii(vr)]
  return ['OB', 'OW', 'SQ', 'UN', 'UT'].includes(vr)
    ? [...head, 0, 0, ...four(even.length), ...even]
    : [...head, ...two(even.length), ...even]
}

/** A DICOM file of one packing. */
export function dicomFile(syntax: string, elements: readonly number[][]): Uint8Array<ArrayBuffer> {
  const named = element(2, 0x10, 'UI', syntax)
  return new Uint8Array([
    ...new Array(128).fill(0),
    ...ascii('DICM'),
    ...element(2, 0, 'UL', four(named.length)),
    ...named,
    ...elements.flat(),
  ])
}

/** The pixel element of packed pictures: an empty table of offsets, then a fragment for each. */
export function fragments(...parts: readonly (readonly number[])[]): number[] {
  const item = (bytes: readonly number[]) => [
    0xfe,
    0xff,
    0x00,
    0xe0,
    ...four(bytes.length + (bytes.length % 2)),
    ...bytes,
    ...(bytes.length % 2 ? [0] : []),
  ]
  return [
    ...two(0x7fe0),
    ...two(0x10),
    ...ascii('OB'),
    0,
    0,
    255,
    255,
    255,
    255,
    ...item([]),
    ...parts.flatMap(item),
    0xfe,
    0xff,
    0xdd,
    0xe0,
    0,
    0,
    0,
    0,
  ]
}

export type Shape = {
  width: number
  height: number
  bits?: number
  samples?: number
  signed?: boolean
  photometric?: string
  planar?: boolean
  frames?: number
}

/** What describes the pictures of a file. */
export const shape = ({
  width,
  height,
  bits = 16,
  samples = 1,
  signed = false,
  photometric = 'MONOCHROME2',
  planar,
  frames,
}: Shape): number[][] => [
  element(0x28, 0x02, 'US', two(samples)),
  element(0x28, 0x04, 'CS', photometric),
  ...(planar === undefined ? [] : [element(0x28, 0x06, 'US', two(planar ? 1 : 0))]),
  ...(frames === undefined ? [] : [element(0x28, 0x08, 'IS', String(frames))]),
  element(0x28, 0x10, 'US', two(height)),
  element(0x28, 0x11, 'US', two(width)),
  element(0x28, 0x100, 'US', two(bits)),
  element(0x28, 0x101, 'US', two(bits)),
  element(0x28, 0x102, 'US', two(bits - 1)),
  element(0x28, 0x103, 'US', two(signed ? 1 : 0)),
]

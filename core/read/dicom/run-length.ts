/**
 * DICOM RLE (PS3.5 Annex G): a header of sixteen 32-bit numbers, how many segments and where each begins; each segment is one byte plane of one
 * sample, the highest byte first, packed by PackBits. Gives the dots as little-endian bytes, samples of a dot beside each other; what is missing
 * stays 0.
 */
export function unpackRunLengths(packed: Uint8Array, dots: number, samples: number, bytesEach: number): Uint8Array {
  const out = new Uint8Array(dots * samples * bytesEach)
  const header = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  if (packed.length < 64) return out
  const count = Math.min(header.getUint32(0, true), 15, samples * bytesEach)
  for (let segment = 0; segment < count; segment++) {
    const from = header.getUint32(4 + 4 * segment, true)
    const to = segment + 1 < count ? header.getUint32(8 + 4 * segment, true) : packed.length
    const sample = Math.floor(segment / bytesEach)
    const byte = bytesEach - 1 - (segment % bytesEach)
    unpackSegment(packed, from, Math.min(to, packed.length), out, sample * bytesEach + byte, samples * bytesEach)
  }
  return out
}

function unpackSegment(packed: Uint8Array, from: number, to: number, out: Uint8Array, start: number, step: number): void {
  let at = from
  let next = start
  while (at < to && next < out.length) {
    const sign = packed[at++] ?? 0
    if (sign < 128) {
      for (let n = sign + 1; n > 0 && at < to && next < out.length; n--, next += step) out[next] = packed[at++] ?? 0
    } else if (sign > 128) {
      const value = packed[at++] ?? 0
      for (let n = 257 - sign; n > 0 && next < out.length; n--, next += step) out[next] = value
    }
  }
}

/** A file inside a ZIP that was received: only the parts that are asked for are unpacked. */
export type Disc = { open(name: string): Promise<Uint8Array<ArrayBuffer> | undefined> }

/**
 * The directory of a ZIP, found from its end. Undefined when there is none, or it is of the kind for more than 4 GB. A part that unpacks to more than
 * `largest` bytes is not opened, whatever size the directory says.
 */
export async function openDisc(zip: Blob, largest = LARGEST_PART): Promise<Disc | undefined> {
  const tail = new DataView(await zip.slice(Math.max(0, zip.size - LONGEST_END)).arrayBuffer())
  let end = tail.byteLength - 22
  while (end >= 0 && tail.getUint32(end, true) !== 0x06054b50) end--
  if (end < 0) return undefined
  const [size, from] = [tail.getUint32(end + 12, true), tail.getUint32(end + 16, true)]
  if (from === 0xffffffff) return undefined
  const entries = entriesOf(new DataView(await zip.slice(from, from + size).arrayBuffer()))
  return {
    async open(name) {
      const entry = entries.get(name)
      if (!entry) return undefined
      const head = new DataView(await zip.slice(entry.at, entry.at + 30).arrayBuffer())
      if (head.byteLength < 30) return undefined
      const start = entry.at + 30 + head.getUint16(26, true) + head.getUint16(28, true)
      const packed = zip.slice(start, start + entry.packed)
      if (entry.method === 0) return packed.size > largest ? undefined : new Uint8Array(await packed.arrayBuffer())
      if (entry.method !== 8 || entry.size > largest) return undefined
      return wholeOf(packed.stream().pipeThrough(new DecompressionStream('deflate-raw')), largest)
    },
  }
}

/** Undefined as soon as it is more than that. */
async function wholeOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>, largest: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = stream.getReader()
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length
    if (length > largest) {
      await reader.cancel()
      return undefined
    }
    pieces.push(next.value)
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer())
}

const LONGEST_END = 65_557
const LARGEST_PART = 256_000_000

type Entry = { method: number; packed: number; size: number; at: number }

function entriesOf(directory: DataView): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  for (let at = 0; at + 46 <= directory.byteLength && directory.getUint32(at, true) === 0x02014b50; ) {
    const [name, extra, comment] = [28, 30, 32].map((place) => directory.getUint16(at + place, true))
    const raw = new Uint8Array(directory.buffer, directory.byteOffset + at + 46, Math.min(name ?? 0, directory.byteLength - at - 46))
    entries.set(plainName(raw), {
      method: directory.getUint16(at + 10, true),
      packed: directory.getUint32(at + 20, true),
      size: directory.getUint32(at + 24, true),
      at: directory.getUint32(at + 42, true),
    })
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return entries
}

/** As the server names the parts: no way up, no root, no drive. */
function plainName(raw: Uint8Array): string {
  const text = decoded(raw)
  const parts = text.split(/[\\/]/).filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[a-z]:$/i.test(part))
  return parts.join('/').replace(/\p{Cc}/gu, '')
}

function decoded(raw: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    return new TextDecoder('windows-1252').decode(raw)
  }
}

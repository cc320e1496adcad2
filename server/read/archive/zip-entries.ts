import { type Entry, fromBuffer, type ZipFile } from 'yauzl'

export type ZipEntry = { name: string; size: number; packed: number; locked: boolean; open(): Promise<Uint8Array> }

/**
 * The files of a ZIP with what its directory says about them; bytes are unpacked only by `open`, which stops at the size said.
 * Rejects when the archive is damaged. Names are made harmless: no way up, no root, no drive.
 */
export async function withZip<T>(bytes: Uint8Array, work: (entries: ZipEntry[]) => Promise<T>): Promise<T> {
  const zip = await open(bytes)
  try {
    return await work(await entriesOf(zip))
  } finally {
    zip.close()
  }
}

function open(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return new Promise((resolve, reject) => {
    // Names are decoded here, because one bad name would otherwise end the whole archive.
    fromBuffer(buffer, { lazyEntries: true, decodeStrings: false, validateEntrySizes: true, autoClose: false }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    )
  })
}

function entriesOf(zip: ZipFile): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = []
  return new Promise((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      const name = harmless(nameOf(entry))
      if (!name.endsWith('/') && name !== '' && entries.length < MOST_LISTED) {
        entries.push({
          name,
          size: entry.uncompressedSize,
          packed: entry.compressedSize,
          locked: (entry.generalPurposeBitFlag & 1) === 1,
          open: () => unpack(zip, entry),
        })
      }
      zip.readEntry()
    })
    zip.readEntry()
  })
}

function unpack(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error)
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('error', reject)
      stream.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))))
    })
  })
}

function nameOf(entry: Entry): string {
  const raw = entry.fileName as unknown as Buffer | string
  if (typeof raw === 'string') return raw
  const unicode = (entry.generalPurposeBitFlag & 0x800) !== 0
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    return unicode ? new TextDecoder('utf-8').decode(raw) : new TextDecoder('windows-1252').decode(raw)
  }
}

function harmless(name: string): string {
  const folder = /[\\/]$/.test(name)
  const parts = name.split(/[\\/]/).filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[a-z]:$/i.test(part))
  return parts.join('/').replace(/\p{Cc}/gu, '') + (folder ? '/' : '')
}

const MOST_LISTED = 20_000

import { readXml, type XmlElement, type XmlTree } from '@carefolio/core/read/ccda/xml-tree.ts'
import type { ZipEntry } from '../archive/zip-entries.ts'

/** Whether a ZIP holds a file of this name: its list stands at the end, and in the order of writing at the head. */
export function zipHolds(bytes: Uint8Array, name: string): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false
  const words = (part: Uint8Array) => new TextDecoder('latin1').decode(part)
  return words(bytes.subarray(0, 4096)).includes(name) || words(bytes.subarray(Math.max(0, bytes.length - 65_536))).includes(name)
}

/** The XML parts of an office file would unpack to more than can be read safely. */
export function isTooLarge(entries: readonly ZipEntry[]): boolean {
  const parts = entries.filter(({ name }) => name.endsWith('.xml') || name.endsWith('.rels'))
  return parts.reduce((sum, { size }) => sum + size, 0) > LARGEST_XML || entries.some(isBomb)
}

/** The XML of one part; undefined when it is missing or cannot be read. */
export async function partOf(entries: readonly ZipEntry[], name: string): Promise<XmlElement | undefined> {
  const entry = entries.find((one) => one.name === name)
  if (entry === undefined) return undefined
  const tree: XmlTree = readXml(new TextDecoder().decode(await entry.open()))
  return 'root' in tree ? tree.root : undefined
}

/** Pictures pasted into a document, as files of their own; small ones are logos and lines. */
export async function picturesIn(entries: readonly ZipEntry[], folder: string): Promise<{ name: string; bytes: Uint8Array }[]> {
  const pictures = entries
    .filter(
      ({ name, size }) =>
        name.startsWith(folder) && /\.(?:png|jpe?g|tiff?|bmp|gif|webp)$/i.test(name) && size >= LOGO && size <= LARGEST_PICTURE,
    )
    .slice(0, MOST_PICTURES)
  return Promise.all(pictures.map(async (entry) => ({ name: entry.name.slice(folder.length), bytes: await entry.open() })))
}

const isBomb = ({ size, packed }: ZipEntry): boolean => size > 10_000_000 && size > 200 * Math.max(1, packed)
const LARGEST_XML = 150_000_000
const LOGO = 20_000
const LARGEST_PICTURE = 40_000_000
const MOST_PICTURES = 60

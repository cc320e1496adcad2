import type { Document } from '../record/document.ts'
import type { DocumentId } from '../record/document-id.ts'

/**
 * Which documents hold the same content as another one: id of the copy → id of the one that counts. The same words (whatever their case
 * and spacing), or a scan and a text of the same page: nearly all word triples shared, and every date and number alike, so that two
 * visits written on the same template stay two. Slices of a scan have the same header and differ in what is not read here: they are left
 * alone. The one read from text counts before one read from a picture, the earlier before the later.
 */
export function sameContent(documents: readonly Document[]): Map<DocumentId, DocumentId> {
  const contents = documents.filter((document) => document.read && document.format !== 'dicom').map(contentOf)
  // A document from a picture is compared with those before it and every text, so texts come first.
  contents.sort((a, b) => Number(a.ocr) - Number(b.ocr))
  const same = new Map<DocumentId, DocumentId>()
  const exact = new Map<string, Content>()
  const bySketch = new Map<number, Content[]>()
  for (const content of contents) {
    if (content.folded === '') continue
    const twin = exact.get(content.folded) ?? nearTwin(content, bySketch)
    if (twin && twin.entries === content.entries) {
      same.set(content.id, twin.id)
      continue
    }
    exact.set(content.folded, content)
    for (const value of content.sketch) {
      const holders = bySketch.get(value) ?? []
      if (holders.length < MOST_HOLDERS) holders.push(content)
      bySketch.set(value, holders)
    }
  }
  return same
}

type Content = {
  id: DocumentId
  folded: string
  ocr: boolean
  /** Discrete entries: a record with them is never the same as one without. */
  entries: number
  words: string[]
  shingles: Set<number>
  /** The smallest hashes: documents that share much share some of these. */
  sketch: number[]
}

function contentOf(document: Document): Content {
  const text = document.pages.map((page) => page.text).join('\n')
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+(?:[.,:/-]\p{N}+)*/gu) ?? []
  const shingles = shinglesOf(words)
  return {
    id: document.id,
    folded: words.join(' '),
    ocr: document.pages.some((page) => page.source === 'ocr'),
    entries: document.entries.length,
    words,
    shingles,
    sketch: [...shingles].sort((a, b) => a - b).slice(0, SKETCH),
  }
}

function nearTwin(content: Content, bySketch: ReadonlyMap<number, readonly Content[]>): Content | undefined {
  if (!content.ocr || content.words.length < FEWEST_WORDS) return undefined
  const shared = new Map<Content, number>()
  for (const value of content.sketch) for (const other of bySketch.get(value) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
  const candidates = [...shared].sort((a, b) => b[1] - a[1]).slice(0, 10)
  return candidates.map(([other]) => other).find((other) => isNear(content, other))
}

function isNear(a: Content, b: Content): boolean {
  const longer = Math.max(a.words.length, b.words.length)
  if (Math.min(a.words.length, b.words.length) < 0.9 * longer) return false
  return jaccard(a.shingles, b.shingles) >= NEAR && hasSameNumbers(a.words, b.words)
}

/** Every number and date of one is in the other, as often; a few that OCR has bent may differ only when they are no dates. */
function hasSameNumbers(a: readonly string[], b: readonly string[]): boolean {
  const counts = new Map<string, number>()
  const numbers = (words: readonly string[]): string[] => words.filter((word) => /\p{N}/u.test(word))
  for (const word of numbers(a)) counts.set(word, (counts.get(word) ?? 0) + 1)
  for (const word of numbers(b)) counts.set(word, (counts.get(word) ?? 0) - 1)
  const different = [...counts].filter(([, count]) => count !== 0)
  if (different.some(([word]) => isDate(word))) return false
  const over = different.filter(([, count]) => count > 0).length
  const under = different.filter(([, count]) => count < 0).length
  return Math.max(over, under) <= 0.03 * numbers(a).length
}

const isDate = (word: string): boolean => /^\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?$/.test(word) || /^(?:19|20)\d\d$/.test(word)

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0
  for (const value of a) if (b.has(value)) shared++
  return shared / Math.max(1, a.size + b.size - shared)
}

/** Hashes (FNV-1a) of every three words in a row. */
function shinglesOf(words: readonly string[]): Set<number> {
  const shingles = new Set<number>()
  for (let index = 0; index + 2 < words.length; index++) {
    let hash = 0x811c9dc5
    const three = `${words[index]} ${words[index + 1]} ${words[index + 2]}`
    for (let at = 0; at < three.length; at++) hash = Math.imul(hash ^ three.charCodeAt(at), 0x01000193)
    shingles.add(hash >>> 0)
  }
  return shingles
}

const NEAR = 0.75
const SKETCH = 48
const FEWEST_WORDS = 30
const MOST_HOLDERS = 50

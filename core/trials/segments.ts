import { isSectionHeading } from './headings.ts'
import { type Marker, markerAt } from './markers.ts'
import { runOnCuts, sentenceCuts } from './run-on.ts'

/** A stretch of the text that will be one piece: `[start, end)` trimmed, `body` after its marker. */
export type Segment = {
  start: number
  end: number
  body: number
  /** Column of its first character; pieces cut from inside a line are one deeper than the line when they begin a list of their own. */
  indent: number
  marker?: Marker
  /** An empty line stands before it. */
  apart: boolean
}

/** Cuts the text into segments; every character that is not blank is in exactly one. */
export function segmentsOf(text: string): Segment[] {
  const lines = linesOf(text)
  const width = wrapWidth(lines)
  const merged: Segment[] = []
  for (const line of lines) {
    const last = merged.at(-1)
    if (last && continues(text, last, line, width)) last.end = line.end
    else merged.push({ ...line })
  }
  const parts = merged.flatMap((segment) => cutRunOn(text, segment))
  // A text of a few long paragraphs lists its criteria as sentences; one of many lines has one on each.
  const isProse = parts.length <= 6 && parts.every((part) => part.marker === undefined)
  return isProse ? parts.flatMap((part) => cutSentences(text, part)) : parts
}

function linesOf(text: string): Segment[] {
  const lines: Segment[] = []
  let apart = false
  for (const match of text.matchAll(/[^\r\n\u2028\u2029]*(?:\r\n|[\r\n\u2028\u2029]|$)/g)) {
    if (match[0] === '') continue
    const line = match[0].trimEnd()
    if (line === '') {
      apart = true
      continue
    }
    const blank = line.length - line.trimStart().length
    lines.push(segment(text, match.index + blank, match.index + line.length, columns(line.slice(0, blank)), apart))
    apart = false
  }
  return lines
}

function segment(text: string, start: number, end: number, indent: number, apart: boolean): Segment {
  const marker = markerAt(text, start)
  const usable = marker && marker.end < end ? marker : undefined
  let body = usable?.end ?? start
  while (body < end && /\s/.test(text[body] ?? '')) body++
  return { start, end, body, indent, apart, ...(usable ? { marker: usable } : {}) }
}

const columns = (blank: string) => [...blank].reduce((width, char) => width + (char === '\t' ? 4 : 1), 0)

/** The width at which lines were wrapped by hand, when they were. */
function wrapWidth(lines: readonly Segment[]): number | undefined {
  const lengths = lines.map((line) => line.indent + line.end - line.start)
  const widest = lengths.reduce((most, length) => Math.max(most, length), 0)
  const long = lengths.filter((length) => length > widest * 0.8).length
  return lines.length >= 8 && widest >= 60 && widest <= 110 && long * 4 >= lines.length ? widest : undefined
}

/** True when `line` goes on with the words of the segment before it. */
function continues(text: string, last: Segment, line: Segment, width: number | undefined): boolean {
  if (line.marker) return false
  const before = text.slice(Math.max(last.body, last.end - 200), last.end)
  const words = text.slice(line.start, Math.min(line.end, line.start + 200))
  if (isSectionHeading(words) || isSectionHeading(before)) return false
  if (last.marker && /^[*•·-]+$/.test(text.slice(last.start, last.end))) return true
  if (/^[=)]/.test(words)) return true
  const inside = last.marker !== undefined && line.indent > last.indent + 1
  if (line.apart) return inside && !ANNOUNCES.test(before)
  if (OPEN_END.test(before) || (OPEN_JOIN.test(before) && /^[a-z]/.test(words))) return true
  if (ANNOUNCES.test(before)) return false
  if (inside) return true
  const lastLine = Math.max(text.lastIndexOf('\n', last.end - 1), text.lastIndexOf('\r', last.end - 1))
  const firstWord = /^\S*/.exec(words)?.[0].length ?? 0
  if (width !== undefined) return last.end - lastLine - 1 + firstWord + 1 >= width - 4
  return last.marker !== undefined && /^[a-z(]/.test(words) && !/[.;:]$/.test(before)
}
const ANNOUNCES = /:$|\bfollowing$/
/** A line that ends so is not finished. */
const OPEN_END = /(?:\b(?:of|the|with|to|for|in|by|than|a|an|is|are|be|from|within|at|on|as|any|prior|including)|[≥≤<>=,(/+])$/i

/** "… may have had adjuvant or" is broken by the width of the page; a list writes ", or". */
const OPEN_JOIN = /[^\s,;:.)]\s+(?:and|or)$/

function cutRunOn(text: string, whole: Segment): Segment[] {
  const line = text.slice(whole.body, whole.end)
  const cuts = runOnCuts(line, whole.marker).map((cut) => whole.body + cut)
  if (cuts.length === 0) return [whole]
  const parts: Segment[] = []
  let level = whole.indent
  let heading = false
  ;[whole.start, ...cuts].forEach((start, i) => {
    const end = trimEnd(text, start, cuts[i] ?? whole.end)
    const begin = trimStart(text, start, end)
    if (begin >= end) return
    const part = i === 0 ? { ...whole, end } : segment(text, begin, end, level, false)
    const first = parts[0]?.marker
    const sibling = first !== undefined && part.marker?.style === first.style
    if (isSectionHeading(text.slice(part.body, part.end))) {
      level = whole.indent
      heading = true
    } else if (i > 0 && part.marker && !sibling && !heading) part.indent = whole.indent + (part.marker.style === 'roman' ? 4 : 2)
    parts.push(part)
  })
  return parts
}

/** A long paragraph without marks, in a text that uses none, is cut at its sentences. */
function cutSentences(text: string, whole: Segment): Segment[] {
  if (whole.marker || whole.end - whole.start < 300) return [whole]
  const cuts = sentenceCuts(text.slice(whole.start, whole.end)).map((cut) => whole.start + cut)
  if (cuts.length < 2) return [whole]
  return [whole.start, ...cuts].flatMap((start, i) => {
    const end = trimEnd(text, start, cuts[i] ?? whole.end)
    return start < end ? [{ ...whole, start, body: start, end, apart: i === 0 && whole.apart }] : []
  })
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end
  while (at > start && /\s/.test(text[at - 1] ?? '')) at--
  return at
}

function trimStart(text: string, start: number, end: number): number {
  let at = start
  while (at < end && /\s/.test(text[at] ?? '')) at++
  return at
}

import type { Page } from '../../record/document.ts'
import type { Section, SectionKind } from './sections.ts'

/**
 * One sentence, list item or table row. `text` is the page's text from `start` to `end` with line breaks blanked, so that
 * the character `text[i]` stands at `start + i` of the page.
 */
export type Sentence = { page: number; start: number; end: number; text: string; section: SectionKind; heading: string; row: boolean }

/** The sentences of a page, section by section. Wrapped lines are joined; rows with columns and list items stay apart. */
export function sentencesOf(page: Page, sections: readonly Section[]): Sentence[] {
  const sentences: Sentence[] = []
  for (const section of sections) {
    for (const block of blocksOf(page.text, section.body, section.end)) {
      for (const [start, end] of block.row ? [[block.start, block.end] as const] : splitSentences(page.text, block.start, block.end)) {
        const text = page.text.slice(start, end).replace(/\s/g, ' ')
        if (/\w/.test(text))
          sentences.push({ page: page.number, start, end, text, section: section.kind, heading: section.heading, row: block.row })
      }
    }
  }
  return sentences
}

/**
 * A row that is only a date and then prose, as sentences: "08/08/2022  Seen after surgery. Started olaparib." Columns of values stay a row.
 */
export function withoutDateColumn(page: Page, sentence: Sentence): Sentence[] {
  const lead = DATE_COLUMN.exec(sentence.text)
  if (!sentence.row || lead === null || isRow(sentence.text.slice(lead[0].length))) return [sentence]
  return [...splitSentences(page.text, sentence.start, sentence.end)].map(([start, end]) => ({
    ...sentence,
    start,
    end,
    text: sentence.text.slice(start - sentence.start, end - sentence.start),
    row: false,
  }))
}
const DATE_COLUMN = /^\s*[\dA-Za-z][\dA-Za-z/., -]{4,16}\d(?=\s{2})\s*/

type Block = { start: number; end: number; row: boolean }

/** Lines put together to paragraphs: a line goes on when the next one neither begins an item nor is a row of its own. */
function blocksOf(text: string, from: number, to: number): Block[] {
  const lines: Block[] = []
  let at = from
  while (at < to) {
    const newline = text.indexOf('\n', at)
    const end = newline === -1 || newline > to ? to : newline
    lines.push({ start: at, end, row: isRow(text.slice(at, end)) })
    at = end + 1
  }
  const longest = lines.reduce((n, line) => Math.max(n, line.end - line.start), 0)
  const blocks: Block[] = []
  let previous: Block | undefined
  for (const line of lines) {
    const words = text.slice(line.start, line.end)
    if (!words.trim()) {
      previous = undefined
      continue
    }
    if (previous && !previous.row && !line.row && goesOn(text.slice(previous.start, previous.end), words, longest)) {
      const last = blocks.at(-1)
      if (last) last.end = line.end
    } else blocks.push({ ...line })
    previous = line
  }
  return blocks
}

/** Columns: two or more gaps, or one gap between short cells. */
const isRow = (line: string) => {
  const cells = line.trim().split(/ {2,}|\t+|\s\|\s/)
  return cells.length >= 3 || (cells.length === 2 && (cells[0] ?? '').length <= 45)
}

/** A bullet, a number, a letter, or a date that begins a line of a list. */
const ITEM =
  /^\s*(?:(?:[-*•·–#>]|\d{1,2}[.)]|[A-Z][.)]|\([a-z0-9]\))\s*\S|(?:\d{1,2}\/)?\d{1,2}\/(?:\d{2}|\d{4})\b|(?:19|20)\d{2}-\d{2}|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? (?:19|20)?\d{2}\s?(?::|-|–)\s)/

/** A wrapped line is nearly as long as the page is wide, does not end a sentence, and the next does not begin an item. */
function goesOn(line: string, next: string, longest: number): boolean {
  if (ITEM.test(next)) return false
  const trimmed = line.trimEnd()
  if (trimmed.endsWith(':')) return false
  // an item of a list that ends with its date
  if (ENDS_WITH_DATE.test(trimmed) && /^\s*[A-Z]/.test(next)) return false
  if (KIND_OF_ENTRY.test(trimmed)) return false
  if (/^\s*[a-z(]/.test(next)) return true
  if (/[,;&/-]$|\b(?:and|or|of|the|with|for|in|to|by|on)$/i.test(trimmed)) return true
  return trimmed.length >= longest * 0.6
}

/** "… 06/2019", "… May 2020)", "… Jan'24", "… Feb 24 -" */
const ENDS_WITH_DATE =
  /(?:\d[/-]|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? )(?:19|20)\d\d\)?$|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?[ '’]\d\d(?:\s?[-–])?$/
/** "7/5/2023 - 3/20/2025 Anti-Hormone Therapy": what it is stands on the next line. */
const KIND_OF_ENTRY =
  /^\W{0,4}\d{1,2}\/(?:\d{1,2}\/)?\d{4}\b[\s\d/–-]{0,16}\s(?:Initial |Cancer )?(?:[A-Za-z-]+ )?(?:Therapy|Chemotherapy|Immunotherapy|Radiation|Surgery|Diagnosis|Staged|Progression|Recurrence)$/

const ABBREVIATION =
  /(?:^|[\s(])(?:dr|mr|mrs|ms|prof|vs|approx|no|nos|st|jr|sr|e\.g|i\.e|etc|fig|max|min|resp|incl|dx|hx|tx|bx|rt|lt|ca|cf|pt|ext|inc|dept|tab|tabs|cap|caps|inj|syp|syr|susp|supp|amp|oint|s\.c|p\.o|i\.v|i\.m|cm|mm|mg|mcg|wt|ht|temp|cont|[A-Za-z])\.$/i

/** "(05.03. - 14.05.2025)": the stop belongs to a month written as a number. */
const DAY_AND_MONTH = /(?<![\d.])\d{1,2}\.\d{1,2}\.$/
const SPAN_GOES_ON = /^(?:[-–—]|to\b|until\b|through\b|and\b)\s?\d/

function* splitSentences(text: string, from: number, to: number): Generator<readonly [number, number]> {
  let start = from
  for (let at = from; at < to; at++) {
    const c = text[at]
    if (c !== '.' && c !== '!' && c !== '?' && c !== ';') continue
    const next = text.slice(at + 1, at + 4)
    if (!/^["')\]]?\s/.test(next) && at + 1 < to) continue
    if (c === '.') {
      const before = text.slice(Math.max(start, at - 12), at + 1)
      const after = text.slice(at + 1, at + 20).trimStart()
      if (ABBREVIATION.test(before) && !/^[-•*]/.test(after) && !/\b(?:cm|mm|mg|nos)\.$/i.test(before)) continue
      if (/\b(?:cm|mm|mg)\.$/i.test(before) && /^[a-z]/.test(after)) continue
      if (DAY_AND_MONTH.test(before) && SPAN_GOES_ON.test(after)) continue
    }
    yield [start, at + 1]
    start = at + 1
    while (start < to && /\s/.test(text[start] ?? '')) start++
    at = start - 1
  }
  if (start < to) yield [start, to]
}

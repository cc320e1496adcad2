import { genesIn } from '../../codes/genes.ts'
import { NEGATIVE_HEADING, POSITIVE_HEADING, SKIP, VUS_HEADING } from './gene-words.ts'

/** What the heading above says of the lines below it. */
export type Mode = 'none' | 'positive' | 'negative' | 'vus' | 'skip'
export type Line = { words: string; start: number }

/** Lines with words; a list that goes on after a comma at the line's end is one line. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let at = 0
  for (const words of text.split('\n')) {
    const last = lines.at(-1)
    if (last && GOES_ON.test(last.words) && last.words.length < 1200 && words.trim() && !BULLET.test(words))
      last.words = text.slice(last.start, at + words.length).replaceAll('\n', ' ')
    else if (words.trim()) lines.push({ words, start: at })
    at += words.length + 1
  }
  return lines
}
const BULLET = /^\s*[•*▪·–-]\s/
const GOES_ON = /(?:,|\b(?:in|and|or|including|of)\b:?)\s*$/

/** Sentences and items of a line. */
export function statementsOf({ words, start }: Line): Line[] {
  const parts: Line[] = []
  let at = 0
  for (const stop of [...words.matchAll(/;|(?<!\b(?:incl|vs|e\.g|i\.e|approx|p|c|no|dr|ca))\.(?=\s|$)/gi), undefined]) {
    const end = stop ? stop.index + 1 : words.length
    // "No variants in: AKT1; ESR1; PTEN" is one list
    if (stop?.[0] === ';' && GENE_ITEM.test(words.slice(end))) continue
    if (words.slice(at, end).trim()) parts.push({ words: words.slice(at, end), start: start + at })
    at = end
  }
  return parts
}

const GENE_ITEM = /^\s*(?:and\s+)?[A-Z][A-Z0-9]{1,7}\d?[A-Z]?\s*(?:[;.]|$)/

/** What a heading says of the lines below it; undefined when the line is no heading. */
export function headingMode(words: string): Mode | undefined {
  const line = words.trim()
  if (line.length > 110) return undefined
  const genes = genesIn(line, true).length
  if (SKIP.test(line) && genes <= 1) return 'skip'
  if (genes > 0) return undefined
  if (VUS_HEADING.test(line)) return 'vus'
  if (NEGATIVE_HEADING.test(line) && !/:\s*\S/.test(line)) return 'negative'
  if (POSITIVE_HEADING.test(line)) return 'positive'
  if (/:\s*$/.test(line) || (/^[A-Z][A-Za-z &/-]{3,50}$/.test(line) && !/\d/.test(line) && line.split(/\s{2,}/).length === 1)) return 'none'
  return undefined
}

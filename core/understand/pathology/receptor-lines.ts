import { receptorLabels } from './receptor-labels.ts'

/** A receptor's name in a line: `words` begin at `start`; `behind` is what a bracket after it says. */
export type NamedLine = { marker: string; words: string; start: number; behind: string }

/** The name with which a line ends, all else before it; undefined when the line names several or none. */
export function nameAtEnd(line: string): NamedLine | undefined {
  if (!LAST.test(line)) return undefined
  // a marker by itself is read like one with a result
  const padded = `${line.trimEnd().replace(BRACKET, '')}: positive 10%`
  const labels = receptorLabels(padded)
  const label = labels[0]
  if (label === undefined || new Set(labels.map(({ marker }) => marker)).size > 1) return undefined
  const end = labels.at(-1)?.end ?? label.end
  if (!ENDS.test(padded.slice(end, padded.length - 14))) return undefined
  return {
    marker: label.marker,
    words: padded.slice(label.start, padded.length - 14).trim(),
    start: label.start,
    behind: BRACKET.exec(line.trimEnd())?.[0].trim() ?? '',
  }
}

/** The name that a line holds and nothing else: "ER:", "Progesterone receptor (PR)". */
export function namesAlone(line: string): NamedLine | undefined {
  if (line.length > 60) return undefined
  const named = nameAtEnd(line.replace(/[\s:=.|]+$/, ''))
  return named !== undefined && /^[\s•*|–-]*$/.test(line.slice(0, named.start)) && !/\d/.test(named.behind) ? named : undefined
}

const LAST = /(?:ER|PR|PgR|receptors?|rec\.?|neu|HER-?\s?2|ki-?67|o?estrogen|progesterone|protein|IHC|status|\))[\s|]*$/i
const BRACKET = /\s?\([^()\n]{1,24}\)$/
const ENDS = /^[\s-]*(?:status|protein|by IHC|IHC|receptors?)?[\s|]*$/i

import { type ReceptorResult, receptorResults } from './receptor-groups.ts'
import { nameAtEnd, namesAlone } from './receptor-lines.ts'
import { MASK } from './receptor-text.ts'

/**
 * Reads tables whose rows end with the receptor's name ("95% strong   ER", "0   PR", "3+   HER2"), and the text with those rows blanked. Two rows
 * at least, each of another receptor. Where a name alone stands above, the values may have slipped by a row: then nothing is taken for such a table.
 */
export function valuesBeforeNames(text: string): { text: string; results: ReceptorResult[] } {
  const results: ReceptorResult[] = []
  let rest = text
  const lines = linesOf(text)
  for (let from = 0; from < lines.length; from++) {
    const rows: Row[] = []
    let to = from
    for (; to < lines.length; to++) {
      const row = rowOf(lines[to])
      if (row) rows.push(row)
      else if (!(rows.length > 0 && RULE.test(lines[to]?.words ?? ''))) break
    }
    if (rows.length === 0) continue
    if (
      rows.length >= 2 &&
      new Set(rows.map(({ marker }) => marker)).size === rows.length &&
      !namesAlone(lines[from - 1]?.words ?? '') &&
      !VALUE_ALONE.test(lines[to]?.words ?? '')
    )
      for (const { name, value, start, end, label } of rows) {
        for (const result of receptorResults(`${name}: ${value}`)) results.push({ ...result, start, end, label })
        rest = rest.slice(0, start) + MASK.repeat(end - start) + rest.slice(end)
      }
    from = to
  }
  return { text: rest, results }
}

type Line = { start: number; words: string }
type Row = { marker: string; name: string; value: string; start: number; end: number; label: number }

function linesOf(text: string): Line[] {
  let at = 0
  return text.split('\n').map((words) => {
    const start = at
    at += words.length + 1
    return { start, words }
  })
}

function rowOf(line: Line | undefined): Row | undefined {
  if (line === undefined || line.words.length > 100 || !VALUE_FIRST.test(line.words)) return undefined
  const named = nameAtEnd(line.words)
  if (named === undefined) return undefined
  const value = line.words
    .slice(0, named.start)
    .replace(/[\s|:–-]+$/, '')
    .replace(/^[\s|]+/, '')
  // a column apart, not a sentence
  if (value === '' || value.length > 60 || (!/(?: {2,}|\t|\|)\s*$/.test(line.words.slice(0, named.start)) && !SHORT_VALUE.test(value)))
    return undefined
  return {
    marker: named.marker,
    name: named.words,
    value: `${value.replace(/\s{2,}|\|/g, ' ')} ${named.behind}`.trim(),
    start: line.start + line.words.search(/[^\s|]/),
    end: line.start + line.words.trimEnd().length,
    label: line.start + named.start,
  }
}

const VALUE_FIRST =
  /^[\s|]*(?:pos(?:itive)?\b|neg(?:ative)?\b|equiv(?:ocal)?\b|[<>≥]?=?\s?\d{1,3}\s?%|<\s?1\b|[0-3]\s?\+|0\b|\d{1,3}(?=\s{2,})|strong|weak|moderate|(?:not |non-?)?amplified)/i
const SHORT_VALUE = /^(?:(?:pos(?:itive)?|neg(?:ative)?)\b[\s,]{0,2})?(?:\(?(?:<\s?)?(?:\d{1,3}\s?%|[0-3]\s?\+?)\)?)?$/i
const VALUE_ALONE = /^[\s|]*(?:pos(?:itive)?|neg(?:ative)?|equivocal|<?\s?\d{1,3}\s?%|[0-3]\s?\+)[\s|]*(?:\([^()\n]{0,20}\))?\s*$/i
const RULE = /^[\s|+:=-]+$/

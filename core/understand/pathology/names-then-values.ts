import { type ReceptorResult, receptorResults } from './receptor-groups.ts'
import { namesAlone } from './receptor-lines.ts'
import { MASK } from './receptor-text.ts'

/**
 * Reads lists whose names stand first, a line each ("ER:", "PR:", "HER2:"), and whose values follow in the same order, a line each; and the text with
 * those lines blanked. As many values as names and each fitting its own, or nothing is taken.
 */
export function namesThenValues(text: string): { text: string; results: ReceptorResult[] } {
  const results: ReceptorResult[] = []
  if (!LIST.test(text)) return { text, results }
  let rest = text
  const lines: { start: number; words: string }[] = []
  let at = 0
  for (const words of text.split('\n')) {
    lines.push({ start: at, words })
    at += words.length + 1
  }
  for (let from = 0; from < lines.length; from++) {
    const names: { marker: string; words: string; start: number }[] = []
    for (let row = from; row < lines.length && names.length < 6; row++) {
      const line = lines[row]
      const name = line && namesAlone(line.words)
      if (!name) break
      names.push({ ...name, start: line.start + name.start })
    }
    if (names.length === 0) continue
    let first = from + names.length
    if ((lines[first]?.words.trim() ?? '') === '') first++
    let behind = first
    while (behind < first + 8 && VALUE.test(lines[behind]?.words ?? '')) behind++
    const values = lines.slice(first, behind)
    from += names.length - 1
    if (names.length < 2 || values.length < 2 || new Set(names.map(({ marker }) => marker)).size !== names.length) continue
    const read = names.map((name, index) => {
      const value = values[index]
      return value && { name, value, all: receptorResults(`${name.words}: ${value.words.trim()}`) }
    })
    const fits = values.length === names.length && read.every((one) => one && (one.all.length === 1 || PENDING.test(one.value.words)))
    const last = values.at(-1)
    const [begin, end] = [names[0]?.start ?? 0, last ? last.start + last.words.length : 0]
    rest = rest.slice(0, begin) + MASK.repeat(end - begin) + rest.slice(end)
    if (!fits) continue
    for (const one of read)
      for (const result of one?.all ?? [])
        results.push({
          ...result,
          start: one?.name.start ?? 0,
          end: one ? one.value.start + one.value.words.trimEnd().length : 0,
          label: one?.name.start ?? 0,
        })
  }
  return { text: rest, results }
}

/** Two lines one below the other that hold little more than a name. */
const LIST =
  /(?:ER|PR|PgR|receptors?|neu|HER-?2)\b[ \t]{0,3}(?:\([^()\n]{0,20}\))?[ \t]{0,3}:?[ \t]{0,12}\n[ \t•*-]{0,12}(?:ER|PR|PgR|HER|o?estrogen|progest|ki)/i
/** A line with a value and no name. */
const VALUE =
  /^\s*(?:(?:strong|moderate|weak)(?:ly)? )?(?:pos(?:itive)?\b|neg(?:ative)?\b|equivocal\b|[<>≥~]?\s?\d{1,3}(?:\s?-\s?\d{1,3})?\s?%|[0-3]\s?\+|0\b(?!\.)|(?:not |non-?)?amplified|not (?:performed|done|tested)|pending)(?!.*\b(?:ER|PR|HER-?2|receptor)\b).{0,60}$/i
const PENDING = /\b(?:not (?:performed|done|tested)|pending)\b/i

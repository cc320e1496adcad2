import { matchesOf } from '../../codes/matches-of.ts'

/** The words of a report that a measure stands in: of its own sentence or item, before it and behind it. */
export type Phrase = { before: string; after: string; start: number }

export function phraseAround(text: string, start: number, end: number): Phrase {
  const before = wordsBefore(text, start)
  return { before, after: wordsBehind(text, end), start: start - before.length }
}

/** From the beginning of the sentence or item: a full stop before a new sentence, a semicolon, a new item of a list, an earlier measure that is done with. */
function wordsBefore(text: string, at: number): string {
  // what stands in brackets parts nothing
  const near = text
    .slice(Math.max(0, at - LONGEST), at)
    .replace(/\([^()\n]{0,90}\)/g, (words) => words.replace(/[;.]/g, ','))
    .replace(/(?<=[a-z])\.(?=\s[a-z])/g, ' ')
  const cut = Math.max(0, ...matchesOf(near, CUTS).map((match) => match.index + match[0].length), itemCut(near))
  return near.slice(cut)
}

/** The end of the last line above which a new item begins: the line before is no sentence that goes on. */
function itemCut(near: string): number {
  let cut = 0
  const width = Math.max(...near.split('\n').map((line) => line.trim().length))
  let from = 0
  for (;;) {
    const newline = near.indexOf('\n', from)
    if (newline === -1) return cut
    const line = near.slice(near.lastIndexOf('\n', newline - 1) + 1, newline)
    const below = near.slice(newline + 1)
    // prose set in a narrow column fills its lines
    const filled = line.trim().length >= 0.7 * width && !/[.:,;]\s*$|\d\s?(?:mm|cm)?\s*$/i.test(line) && !ITEM.test(below)
    const goesOn = (/^[ \t]*[a-z(]/.test(below) && !/[.:]\s*$/.test(line)) || (width >= 24 && filled)
    const ends = /[.:]\s*$|\d\s?(?:mm|cm)?\s*$/i.test(line) || line.trim().length < 48 || /^[^\n]{0,60}(?:[:=|]|\s{3}|\.{3})/.test(below)
    // an empty rest belongs to the label above
    if (!goesOn && ends && (below.trim() !== '' || /\d\s?(?:mm|cm)\b/i.test(line))) cut = newline + 1
    from = newline + 1
  }
}
/** A line that begins with a label or a mark of lists. */
const ITEM = /^[ \t]*(?:[-•*]|[A-Za-z0-9]{1,2}[.)]\s)|^[^\n]{0,60}(?:[:=|]|\s{3}|\.{3})/
const CUTS =
  /;|\n\s*(?:[-•*]|[A-Za-z0-9]{1,2}[.)])(?=\s)|\n\s*\n|(?<![\s.(](?:approx|max|min|gr|inf|inv|ca|diff|med|lat|ant|post|sup|no|dr|incl|dim|diam|st))\.\s+(?=[A-Z(•])|\d\s*(?:cm|mm)s?\.?\s*(?:\([^()\n]{0,40}\)\s*)?(?:[,/+)]|\band\b)|\d\s*(?:cm|mm)s?\.?\s+(?=(?:from|to|away|deep|below|beneath)\b)/gi

/** To the end of the sentence, or of the line where a new item begins. A full stop before a small letter is the trace of a line end in scanned text. */
function wordsBehind(text: string, at: number): string {
  const near = text.slice(at, at + 90).replace(/\.(?=\s[a-z])/g, ' ')
  return near.split(/\n(?![ \t]*[a-z(])|\s{3,}(?=\S)/)[0] ?? ''
}

/** The heading of the block that a line stands in: a line above, of few words and no value, no further in than this one. */
export function headingsAbove(text: string, at: number): string[] {
  const found: string[] = []
  const lines = text.slice(Math.max(0, at - 500), at).split('\n')
  const own = lines.pop() ?? ''
  let inset = /^[ \t]*/.exec(own)?.[0].length ?? 0
  for (const line of lines.reverse().slice(0, 10)) {
    if (line.trim() === '') {
      if (found.length > 0) break
      continue
    }
    const depth = /^[ \t]*/.exec(line)?.[0].length ?? 0
    const words = line.trim().replace(/^(?:[-•*]|[A-Z0-9]{1,2}[.)])\s*/, '')
    if (depth <= inset && words.length <= 60 && !/[:=|]\s*\S|\s{3,}\S|\d\s?(?:mm|cm)\b/i.test(words)) found.push(words)
    inset = Math.min(inset, depth)
  }
  return found
}

const LONGEST = 230

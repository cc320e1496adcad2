import { matchesOf } from '../../codes/matches-of.ts'
/**
 * A form's text with every option blanked that is not ticked, and the boxes themselves: `[ ] Positive [x] Negative`, `☐ 1 ☒ 2`,
 * `___ Grade 1`. Of a form on which nothing is ticked no option stays. The length stays, so that places stay true.
 */
export function withoutUnticked(text: string): string {
  if (!FORM.test(text)) return text
  return text
    .split('\n')
    .map((line) => tickedOf(line))
    .join('\n')
}

function tickedOf(line: string): string {
  if (line.length > 600 || !FORM.test(line)) return line
  const boxes = matchesOf(line, BOX).map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    ticked: TICKED.test(match[0]),
  }))
  const [first] = boxes
  const begins =
    first !== undefined &&
    line
      .slice(0, first.from)
      .trim()
      .replace(/^[-*•]/, '') === ''
  // a single pair of brackets within words is no form
  if (first === undefined || (boxes.length < 2 && !begins && !first.ticked)) return line
  const last = boxes.at(-1) ?? first
  const after = line.slice(last.to).trim() === '' && !begins
  let out = line
  const blank = (from: number, to: number) => {
    out = out.slice(0, from) + ' '.repeat(Math.max(0, to - from)) + out.slice(Math.max(from, to))
  }
  for (const [index, box] of boxes.entries()) {
    if (after) {
      // "Positive [ ]  Negative [x]": the option stands before its box, behind the label and its colon
      const from = boxes[index - 1]?.to ?? optionBefore(line, box.from)
      blank(box.ticked ? box.from : from, box.to)
    } else {
      const next = boxes[index + 1]?.from ?? line.length
      const gap = /\S[ ]{2,}\S|\t|[;(]/.exec(line.slice(box.to, next))
      blank(box.from, box.ticked ? box.to : gap ? box.to + gap.index + 1 : next)
    }
  }
  return out
}

/** Where the first option begins when its box stands behind it. */
function optionBefore(line: string, box: number): number {
  const words = line.slice(0, box)
  const gap = [...words.matchAll(/[:?]\s|\s{2,}|\t/g)].at(-1)
  return gap ? gap.index + gap[0].length : (/\S+\s*$/.exec(words)?.index ?? box)
}

const BOX =
  /\[(?:\s{0,2}|_)\]|\[\s?[xX✓✔√]\s?\]|[☐□☑☒■✓✔]|\(\s{1,4}\)|\(\s?[xX✓✔]\s?\)|(?<![\w_])_{1,2}[xX]_{1,2}(?![\w_])|(?<=^[ \t]*)_{2,4}(?=\s?[A-Za-z])/g
const TICKED = /[xX✓✔√☑☒■]/
const FORM = /\[(?:\s{0,2}|_|\s?[xX✓✔√]\s?)\]|[☐□☑☒■✓✔]|\(\s{1,4}\)|\(\s?[xX✓✔]\s?\)|_[xX]_|^[ \t]*_{2,4}\s?[A-Za-z]/m

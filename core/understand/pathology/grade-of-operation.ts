import { matchesOf } from '../../codes/matches-of.ts'

/**
 * Grades that a report tells of the operation beside that of the core ("Grade on core: 3, on excision: 2"): of one tumour untreated in between the
 * operation shows more of it, so its grade is the one. After treatment before the operation there is none: what is left may differ.
 */
export function gradesOfOperation(text: string): { grade: 1 | 2 | 3; start: number; end: number }[] {
  if (!/\bgrad/i.test(text) || !CORE.test(text) || TREATED_BEFORE.test(text)) return []
  return [FIGURE_THEN_OPERATION, OPERATION_THEN_FIGURE].flatMap((pattern) =>
    matchesOf(text, pattern).flatMap((match) => {
      const before = text.slice(Math.max(0, match.index - 120), match.index)
      const sentence = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('; ')) + 1)
      const said = `${sentence}${match[0]}`
      const figure = match[1] ?? ''
      if (!/\b(?:grad(?:e|ing)|nottingham|SBR)\b/i.test(said) || /\b(?:nuclear|DCIS|in[\s-]situ)\b/i.test(said)) return []
      if (!CORE.test(`${before}${text.slice(match.index, match.index + match[0].length + 90)}`)) return []
      const grade = /^(?:3|III)$/i.test(figure) ? 3 : /^(?:2|II)$/i.test(figure) ? 2 : 1
      return [{ grade, start: match.index, end: match.index + match[0].length } as const]
    }),
  )
}

/** "Grade revised from 3 to 2": what it was changed to. */
export function gradesRevised(text: string): { grade: 1 | 2 | 3; start: number; end: number }[] {
  return matchesOf(text, REVISED).flatMap((match) => {
    if (/\b(?:nuclear|DCIS|in[\s-]situ)\b/i.test(match[0])) return []
    const figure = match[1] ?? ''
    const grade = /^(?:3|III)$/i.test(figure) ? 3 : /^(?:2|II)$/i.test(figure) ? 2 : 1
    return [{ grade, start: match.index, end: match.index + match[0].length } as const]
  })
}
const REVISED =
  /\bgrade\b[^.;\n]{0,30}\b(?:revised|changed|amended|corrected|(?:up|down)graded)\b[^.;\n]{0,16}\bfrom\s(?:grade\s)?(?:[1-3]|I{1,3})\sto\s(?:grade\s)?(III|II|I|[1-3])\b/gi

const OPERATION = '(?:excision|resection|mastectomy|lumpectomy|surgical specimen|surgery|WLE|operation|resected)'
const FIGURE = String.raw`(III|II|I|[1-3])(?![\w+%.]|\s?\/\s?[4-9]|\s?(?:cm|mm|of [4-9]))`
const FIGURE_THEN_OPERATION = new RegExp(
  String.raw`(?<![\w+./-])${FIGURE}(?:\s?(?:\/|of)\s?3)?,?\s\(?(?:on|in|at|from)\s(?:the\s|this\s)?(?:final\s|present\s)?${OPERATION}\b(?!\s?[:=]\s?[1-3I])`,
  'gi',
)
const OPERATION_THEN_FIGURE = new RegExp(
  String.raw`\b(?:final\s)?${OPERATION}(?:\s(?:specimen|grade|tumou?r))?\)?[\s:=,–-]{1,4}(?:grade\s|is\s)?${FIGURE}(?=\s{0,3}(?:[.,;)\n]|$|of 3|\/\s?3))`,
  'gi',
)
const CORE = /\b(?:core|biops(?:y|ies)|bx)\b/i
const TREATED_BEFORE =
  /\bneo-?\s?adjuvant|\bypT\d|\b(?:pre|post)-?\s?(?:treatment|therapy|chemo[a-z]*)\b|\bafter (?:chemo|treatment|therapy)/i

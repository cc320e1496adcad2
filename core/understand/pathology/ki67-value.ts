import { type ReadValue, wordsBehind } from './receptor-words.ts'

/** Ki-67 in percent from the words that follow its name. */
export function readKi67(text: string, from: number, to: number): ReadValue<number> {
  const words = wordsBehind(text, from, to)
  const measured = words.replace(/\(\s*(?:[<>≤≥]=?\s*\d+|\d+\s*-\s*\d+)\s*%\s*\)(?=[^%]{0,24}\d\s*%)/g, (m) => ' '.repeat(m.length))
  const match =
    /^(?:[^%\d]|[A-Za-z]-?\d+[A-Za-z]?){0,70}?(?<![A-Za-z\d.-])(\d{1,3}(?:\.\d)?)(?:\s*%|(?=(?:\s|[.,;]\s)\s*(?:\d\b|[A-Z(])|\s*[.,;]?\s*$))/.exec(
      measured,
    )
  if (!match?.[1]) return undefined
  const value = Number(match[1])
  if (value > 100 || /^-\d/.test(measured.slice(match[0].length))) return undefined
  return { value, start: from, end: from + match[0].length }
}

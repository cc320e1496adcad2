/**
 * How an answer is asked for, from what the question says it expects (core/match/answer-kinds.ts). `other`: it takes more than a line, and
 * is better told in the profile.
 */
export type AnswerForm =
  | { is: 'choice'; of: readonly string[] }
  | { is: 'number-choice'; of: readonly number[] }
  | { is: 'date'; or: string | undefined }
  | { is: 'list'; or: string | undefined }
  | { is: 'value' }
  | { is: 'other' }

export function answerFormOf(expects: string): AnswerForm {
  const head = expects
    .replace(/\([^)]*\)/g, '')
    .replace(/,?\s+or \{.*$/, '')
    .replace(/,? the result in words.*$/, '')
    .replace(/,? or a percentage.*$/, '')
    .trim()
  if (/^an object|^a list of \{/.test(head)) return { is: 'other' }
  const numbers = /(\d) to (\d+)$/.exec(head)
  if (numbers) {
    // ECOG 5 is death; nobody is asked that.
    const [from, to] = [Number(numbers[1]), head.startsWith('ECOG') ? 4 : Number(numbers[2])]
    return { is: 'number-choice', of: Array.from({ length: to - from + 1 }, (_, i) => from + i) }
  }
  const or = /^(none|no), or /.exec(head)?.[1]
  if (/\bdate\b/.test(head)) return { is: 'date', or }
  if (/\blist of\b/.test(head)) return { is: 'list', or }
  if (/^(?:a|an|the) /.test(head)) return { is: 'value' }
  const of = head.split(/\s*,\s*|\s+or\s+/).filter((one) => one !== '')
  return of.every((one) => /^[\w+-]+$/.test(one)) ? { is: 'choice', of } : { is: 'value' }
}

/** A number where it is one, else the words as they are. */
export const typedValue = (text: string): string | number => {
  const trimmed = text.trim()
  return trimmed !== '' && !Number.isNaN(Number(trimmed)) ? Number(trimmed) : trimmed
}

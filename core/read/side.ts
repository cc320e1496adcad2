import type { Entry } from '../record/entry.ts'

/** The side that words name; undefined when they name none, or both apart from each other. */
export function sideIn(words: string): NonNullable<Entry['laterality']> | undefined {
  if (/\bbilateral\b|\bboth\b/i.test(words)) return 'bilateral'
  const left = /\bleft\b/i.test(words)
  const right = /\bright\b/i.test(words)
  return left === right ? undefined : left ? 'left' : 'right'
}

import type { Clause } from '../clause.ts'
import type { Test } from '../predicate.ts'
import { testsOf } from '../tests-of.ts'
import type { Place } from './place-of.ts'

/**
 * "CNS or leptomeningeal metastases", "radiation to the breast or chest": words of a list that are short for what its neighbour says in full. They
 * are read with the end (or the beginning) of the neighbour put back; undefined where no kind reads the whole then.
 */
export function withSharedWords(place: Place, others: readonly Test[], clause: Clause): Test | undefined {
  const lead = STATE.exec(clause.text.slice(Math.max(0, place.start - MOST_STATE), place.start))?.[0] ?? ''
  const own = `${lead}${clause.text.slice(place.start, place.end).replace(/[\s.,;:]+$/, '')}`
  if (own.split(' ').length > MOST_WORDS || !/^[a-z]/.test(own)) return undefined
  const behind = others.find((one) => one.start >= place.end && isJoin(clause.text.slice(place.end, one.start)))
  const before = others.find((one) => one.end <= place.start && isJoin(clause.text.slice(one.end, place.start)))
  for (const [neighbour, put] of [[behind, endsOf] as const, [before, beginningsOf] as const]) {
    if (!neighbour) continue
    for (const whole of put(own, clause.text.slice(neighbour.start, neighbour.end).trim())) {
      const [test, ...more] = testsOf({ ...clause, text: whole })
      if (test && more.length === 0 && test.start <= LEADING && test.end === whole.length && isLike(test, neighbour))
        return { ...test, ...place }
    }
  }
  return undefined
}

/** `own` with one to three of the last words of its neighbour, the shortest first. */
const endsOf = (own: string, said: string): string[] => {
  const words = said.split(' ')
  return [1, 2, 3].filter((many) => many < words.length).map((many) => `${own} ${words.slice(-many).join(' ')}`)
}
/** The neighbour with its last word, or its last two, replaced by `own`. */
const beginningsOf = (own: string, said: string): string[] => {
  const words = said.split(' ')
  return [1, 2].filter((many) => many < words.length).map((many) => `${words.slice(0, -many).join(' ')} ${own}`)
}

/** What shares its words is of the same sort. */
const isLike = (a: Test, b: Test): boolean =>
  a.kind === b.kind || [a, b].every(({ kind }) => SPREAD.test(kind)) || [a, b].every(({ kind }) => GIVEN.test(kind))
const SPREAD = /^has-(?:brain-metastases|leptomeningeal-disease|metastases-in-organ|visceral-disease)$/
const GIVEN = /^(?:has-received-treatment|has-had-radiation-or-surgery|takes-medicine)$/

/** What describes all of the list stands before its first word. */
const STATE = /\b(?:(?:active|untreated|symptomatic|uncontrolled|unstable|progressive|progressing|known)\s+)+$/
const MOST_STATE = 40

const isJoin = (gap: string): boolean => JOIN.test(gap)
const JOIN = /^[\s,/()]*(?:(?:and\/or|or|and)\b)?[\s,]*(?:(?:other|any|the|of)\s+)*$/
/** "Active" or "history of" before what is named. */
const LEADING = 12
const MOST_WORDS = 5

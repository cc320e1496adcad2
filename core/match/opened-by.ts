import { paramsText } from './params-text.ts'
import { eitherReading, kindsOf, type Predicate, type Test, testsIn } from './predicate.ts'

/**
 * What keeps people out, without those whom a permission behind it lets in ("autoimmune disease; hypothyroidism is allowed"). A treatment that is
 * allowed is no excuse for another one that is not: for somebody who had the allowed one, both readings stand side by side.
 */
export function openedBy(shut: Predicate, allowed: Predicate): Predicate {
  const open: Predicate = { is: 'all', of: [shut, { is: 'not', of: narrowed(allowed, testsIn(shut)) }] }
  const kinds = [...kindsOf(allowed)]
  if (kinds.length === 0 || !kinds.every((kind) => OF_TREATMENT.test(kind))) return open
  return areApart(shut, allowed) ? shut : (eitherReading([shut, open]) ?? shut)
}
const OF_TREATMENT = /^(?:has-received-treatment|has-had-prior-lines|has-washed-out|has-been-treated-for|has-progressed)/

/** "Antibiotics; prophylactic antibiotics are allowed": what tells the one from the other was not understood, and not all of them are allowed. */
function narrowed(allowed: Predicate, shut: readonly Test[]): Predicate {
  if (allowed.is === 'any') return { is: 'any', of: allowed.of.map((part) => narrowed(part, shut)) }
  if (
    allowed.is !== 'test' ||
    allowed.kind === OF_ITS_OWN ||
    !shut.some((test) => test.kind === allowed.kind && subjectOf(test) === subjectOf(allowed))
  )
    return allowed
  return { is: 'all', of: [allowed, { is: 'unread', words: 'its exception(s)' }] }
}

/** Whether both speak of one thing: the same illness, the same drug. */
export function isOfTheSame(shut: Predicate, allowed: Predicate): boolean {
  const subjects = new Set(testsIn(shut).map((test) => `${test.kind} ${subjectOf(test)}`))
  return testsIn(allowed).some((test) => subjects.has(`${test.kind} ${subjectOf(test)}`))
}

/** It reads its own exceptions. */
const OF_ITS_OWN = 'has-other-cancer'

/** What a test is about, without how it is told, since when and how badly. */
function subjectOf({ params }: Test): string {
  if (typeof params !== 'object' || params === null) return ''
  return paramsText(Object.fromEntries(Object.entries(params).filter(([name]) => !HOW.test(name))))
}
const HOW = /^(?:words|said|what|to|days|window|current|serious|uncontrolled|listed|opinion|any|steroids|exempt)$/

/** "Chemotherapy for metastatic disease; adjuvant chemotherapy is allowed": the one says nothing of the other. */
function areApart(a: Predicate, b: Predicate): boolean {
  const [shut, allowed] = [settingsOf(a), settingsOf(b)]
  return (
    shut.length > 0 &&
    allowed.length > 0 &&
    !shut.some((setting) => setting === 'any' || allowed.includes(setting)) &&
    !allowed.includes('any')
  )
}

const settingsOf = (predicate: Predicate): string[] =>
  testsIn(predicate).flatMap(({ params }) =>
    typeof params === 'object' && params !== null && 'setting' in params && typeof params.setting === 'string' ? [params.setting] : [],
  )

import { allOf, anyOf, type Predicate, type Test } from './predicate.ts'

/** "Histologically confirmed; ER-positive breast cancer; or bladder cancer": the proof is asked of each cancer, and is not one more of them. */
export function withoutProof(predicate: Predicate): Predicate {
  if (predicate.is === 'all' || predicate.is === 'doubt') return { ...predicate, of: predicate.of.map(withoutProof) }
  if (predicate.is !== 'any') return predicate
  const parts = predicate.of.map(withoutProof)
  const cancers = parts.filter((part) => !isProof(part))
  const [first, ...rest] = cancers
  const list = anyOf(rest)
  // "Metastatic; HR-positive breast cancer; or bladder cancer": how far it has gone is asked of each of them too.
  if (first?.is === 'test' && first.kind === 'has-stage-or-setting' && list && rest.length > 1 && rest.every(namesCancer))
    return { is: 'all', of: [first, list] }
  return (cancers.some(namesCancer) ? anyOf(cancers) : undefined) ?? { ...predicate, of: parts }
}

/** "A solid tumor except breast cancer" asks for the one and keeps out the other; any other exception is one more way in. */
export function exceptFor(main: Predicate, except: Predicate): Predicate {
  const excepted = testsOfCancer(except)
  if (excepted === undefined || !namesCancer(main)) return anyOf([main, except]) ?? main
  const kept = excepted.map(
    (test): Predicate => ({ is: 'not', of: { ...test, params: { ...(isRecord(test.params) ? test.params : {}), excepted: true } } }),
  )
  return allOf([main, ...kept]) ?? main
}

/** The cancers that a predicate names, when it says nothing else. */
function testsOfCancer(predicate: Predicate): Test[] | undefined {
  if (predicate.is === 'test') return OF_CANCER.test(predicate.kind) && !isProof(predicate) ? [predicate] : undefined
  if (predicate.is !== 'any') return undefined
  const parts = predicate.of.map(testsOfCancer)
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined
}

function namesCancer(one: Predicate): boolean {
  if (one.is === 'test') return (OF_CANCER.test(one.kind) || one.kind === 'is-triple-negative') && !isProof(one)
  return (one.is === 'all' || one.is === 'any') && one.of.some(namesCancer)
}

const OF_CANCER = /^has-(?:breast-cancer|cancer-of-another-organ)$/
const isProof = (one: Predicate) => one.is === 'test' && one.kind === 'has-breast-cancer' && isRecord(one.params) && 'proof' in one.params
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

import type { Statement } from './compile-criterion.ts'
import type { Predicate } from './predicate.ts'

/** What nobody is asked to have: illnesses, medicines, a pregnancy, a second cancer. */
const BURDENS = /^(?:has-condition|takes-medicine|is-pregnant-or-nursing|has-other-cancer|is-allergic-to-the-study-drug|has-controlled-viral-infection)$/
/** The disease that the trial is about keeps nobody out by itself. */
const DISEASE = /^has-breast-cancer$/

/**
 * The statement with what nobody can have meant taken out. "Participants with type 2 diabetes and an HbA1c under 8 %" asks nothing of those without
 * diabetes; "prior treatment for breast cancer" among exclusions does not keep out everybody who has breast cancer.
 */
export function soundly({ does, predicate }: Statement): Statement {
  return { does, predicate: does === 'requires' ? withoutBurdens(predicate) : withoutDisease(predicate) }
}

function withoutBurdens(predicate: Predicate): Predicate {
  if (predicate.is === 'test')
    return BURDENS.test(predicate.kind) ? { is: 'any', of: [{ is: 'not', of: predicate }, predicate] } : predicate
  if (predicate.is === 'all' || predicate.is === 'any') return { ...predicate, of: predicate.of.map(withoutBurdens) }
  if (predicate.is === 'implies') return { ...predicate, asks: withoutBurdens(predicate.asks) }
  return predicate
}

function withoutDisease(predicate: Predicate): Predicate {
  if (isDisease(predicate)) return NAMELESS
  if (predicate.is === 'any') return { ...predicate, of: predicate.of.map((part) => (isDisease(part) ? NAMELESS : withoutDisease(part))) }
  if (predicate.is === 'all' && predicate.of.every(isDisease)) return NAMELESS
  return predicate
}

const isDisease = (predicate: Predicate): boolean =>
  predicate.is === 'test' &&
  DISEASE.test(predicate.kind) &&
  !(typeof predicate.params === 'object' && predicate.params !== null && 'earlier' in predicate.params && predicate.params.earlier === true)
const NAMELESS: Predicate = { is: 'unread', words: 'breast cancer' }

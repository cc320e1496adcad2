import { allOf, anyOf, kindsOf, type Predicate, type Test } from './predicate.ts'
import type { Token } from './tokens.ts'

/** `sort`: whether the list names all cancers that are taken, or "including", perhaps all, or examples. */
type ListedCancers = { before: readonly Token[]; list: readonly Token[]; rest: readonly Token[]; sort: 'all' | 'perhaps all' | 'examples' }

/**
 * "Solid tumors … of the following types: melanoma, lung or triple-negative breast cancer": a tumour is asked for that is one of the list. It
 * ends where something else than a cancer is spoken of.
 */
export function listedCancers(tokens: readonly Token[]): ListedCancers | undefined {
  const examples = tokens.findIndex(({ is }) => is === 'examples')
  const colon = tokens.findLastIndex((token) => token.is === 'relative' && token.label === true)
  const label = colon < 0 || (examples > 0 && examples < colon) ? examples : colon
  if (label < 0 || !tokens.slice(0, label).some((token) => token.is === 'test' && isGeneral(token.test))) return undefined
  const behind = tokens.slice(label + 1)
  const isOther = (token: Token) =>
    token.is === 'but' || token.is === 'relative' || (token.is === 'test' && !OF_TUMOUR.test(token.test.kind))
  const end = behind.findIndex(isOther)
  const cut = behind[end]?.is === 'test' ? behind.slice(0, end).findLastIndex((token) => token.is === 'join' && token.by !== 'slash') : end
  const list = cut < 0 ? behind : behind.slice(0, cut)
  const cancers = list.filter((token) => token.is === 'test' && NAMES_CANCER.test(token.test.kind))
  const mark = tokens[label]
  const sort = mark?.is !== 'examples' ? 'all' : mark.whole ? 'perhaps all' : 'examples'
  return cancers.length < 2 ? undefined : { before: tokens.slice(0, label), list, rest: behind.slice(list.length), sort }
}
const NAMES_CANCER = /^(?:has-cancer-of-another-organ|has-breast-cancer|is-triple-negative)$/
const OF_TUMOUR =
  /^(?:has-cancer-of-another-organ|has-breast-cancer|is-triple-negative|has-her2-status|has-hormone-receptor-status|has-gene-mutation|has-tumor-marker-score|has-histology)$/
const isGeneral = ({ params }: Test): boolean => isRecord(params) && params.general === true

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
  const trait = traitOf(except)
  if (trait && namesCancer(main) && !sharesKind(main, trait)) return allOf([main, { is: 'not', of: trait }]) ?? main
  const excepted = testsOfCancer(except)
  if (excepted === undefined || !namesCancer(main)) return anyOf([main, except]) ?? main
  const kept = excepted.map(
    (test): Predicate => ({ is: 'not', of: { ...test, params: { ...(isRecord(test.params) ? test.params : {}), excepted: true } } }),
  )
  return allOf([main, ...kept]) ?? main
}

/** "… except HER2-positive (breast cancer)": a trait of the tumour, with or without the name of the disease. */
function traitOf(except: Predicate): Predicate | undefined {
  if (except.is === 'test') return TRAITS.test(except.kind) ? except : undefined
  if (except.is !== 'all') return undefined
  const others = except.of.filter((part) => !(part.is === 'test' && part.kind === 'has-breast-cancer'))
  return others.length > 0 && others.every((part) => traitOf(part) !== undefined) ? allOf(others) : undefined
}
const TRAITS = /^(?:has-her2-status|has-hormone-receptor-status|is-triple-negative|has-histology)$/
const sharesKind = (a: Predicate, b: Predicate): boolean => {
  const kinds = kindsOf(a)
  return [...kindsOf(b)].some((kind) => kinds.has(kind))
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

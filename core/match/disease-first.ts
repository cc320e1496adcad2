import { allOf, anyOf, type Predicate } from './predicate.ts'

/**
 * What a trial requires, with the cancer asked of everybody: in "HER2-negative breast cancer with progression on, or no standard therapy" the
 * "or" divides the history only, because a history without the cancer lets nobody in.
 */
export function diseaseFirst(predicate: Predicate): Predicate {
  if (predicate.is === 'all' || predicate.is === 'doubt') return { ...predicate, of: predicate.of.map(diseaseFirst) }
  if (predicate.is === 'implies') return { ...predicate, asks: diseaseFirst(predicate.asks) }
  if (predicate.is !== 'any') return predicate
  const parts = predicate.of.map(diseaseFirst)
  const [first, ...others] = parts
  const isExtent = (part: Predicate) => part.is === 'test' && names(part, EXTENT)
  // "HER2-negative breast cancer that is locally advanced or metastatic": how far it has gone, of that cancer.
  if (first?.is === 'all' && names(first, CANCER) && others.every(isExtent)) {
    const extent = allOf(first.of.filter(isExtent))
    const ways = extent && anyOf([extent, ...others])
    return { is: 'all', of: [...first.of.filter((part) => !isExtent(part)), ...(ways ? [ways] : [])] }
  }
  const isHistory = (part: Predicate) => names(part, HISTORY) && !names(part, CANCER) && !hasUnread(part)
  if (!first || !names(first, CANCER) || !others.every(isHistory)) return { ...predicate, of: parts }
  const pieces = first.is === 'all' ? first.of : [first]
  const cancer = pieces.filter((part) => names(part, CANCER) || names(part, EXTENT))
  const history = allOf(pieces.filter((part) => !cancer.includes(part)))
  const ways = anyOf([...(history ? [history] : []), ...others])
  return { is: 'all', of: [...cancer, ...(ways ? [ways] : [])] }
}

/** Words that nobody understood may be another cancer. */
const hasUnread = (predicate: Predicate): boolean =>
  predicate.is === 'unread' ||
  (predicate.is !== 'test' &&
    (predicate.is === 'not' ? [predicate.of] : predicate.is === 'implies' ? [predicate.when, predicate.asks] : predicate.of).some(
      hasUnread,
    ))

function names(predicate: Predicate, sort: RegExp): boolean {
  if (predicate.is === 'unread') return false
  if (predicate.is === 'test') return sort.test(predicate.kind) && !isProof(predicate.params)
  if (predicate.is === 'not') return names(predicate.of, sort)
  return (predicate.is === 'implies' ? [predicate.asks] : predicate.of).some((part) => names(part, sort))
}
const isProof = (params: unknown) => typeof params === 'object' && params !== null && 'proof' in params
const CANCER = /^(?:has-breast-cancer|is-triple-negative|has-hormone-receptor-status|has-her2-status|has-cancer-of-another-organ)$/
const EXTENT = /^(?:has-stage-or-setting|has-stage-group)$/
const HISTORY =
  /^(?:has-received-treatment|has-had-prior-lines|has-progressed-on-treatment|has-progressed-early|has-no-standard-therapy-left|is-endocrine-resistant|is-allergic-to-the-study-drug|is-candidate-for-treatment|has-had-procedure-by-name|has-had-radiation-or-surgery)$/

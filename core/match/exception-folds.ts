import { plainText } from './clause.ts'
import type { CompiledCriterion } from './compile-criterion.ts'
import { namedBy } from './named-by.ts'
import { isOfTheSame, openedBy } from './opened-by.ts'
import { allOf, anyOf, eitherReading, kindsOf, type Predicate } from './predicate.ts'
import { KEEPS_OUT, LETS_IN, speaksOfTakingPart } from './sentences.ts'

type Lists = ReadonlyMap<number, readonly number[]>

/**
 * What is listed under an exception is the exception, and asks nothing on its own: "brain metastases unless both of the following: …", "another
 * cancer, with the following exceptions: …"; so is a point under an exclusion that only lets somebody in ("patients with … are eligible").
 */
export function foldExceptions(compiled: CompiledCriterion[], lists: Lists): void {
  compiled.forEach((piece, place) => {
    const points = lists.get(piece.criterion.index)
    if (!points) return
    if (isException(piece)) {
      const shut = shutBy(compiled, place)
      if (shut) {
        const opened = listed(compiled, piece, points, lists)
        const last = shut.statements.at(-1)
        if (last && (shut === piece || isSameMatter(last.predicate, opened)))
          last.predicate = last.does === 'excludes' ? openedBy(last.predicate, opened) : { is: 'any', of: [last.predicate, opened] }
      }
      if (shut === piece || piece.criterion.section === 'exclusion') askNothing(compiled, points, lists)
      return
    }
    const last = piece.statements.at(-1)
    if (last?.does !== 'excludes') return
    for (const point of points) {
      const child = compiled[point]
      if (!child || !letsInOnly(child)) continue
      const own = lists.get(child.criterion.index)
      const named = allOf([namedBy(child.criterion, '', false), ...(own ? [listed(compiled, child, own, lists)] : [])])
      const shut = named && piece.statements.findLast(({ does, predicate }) => does === 'excludes' && isOfTheSame(predicate, named))
      const opened = shut ?? last
      if (named && isSameMatter(opened.predicate, named)) opened.predicate = openedBy(opened.predicate, named)
      if (own) askNothing(compiled, own, lists)
    }
  })
}

/** The piece that the exception is of: the one that announces it, or the one before it where that asks nothing itself. */
function shutBy(compiled: readonly CompiledCriterion[], place: number): CompiledCriterion | undefined {
  const piece = compiled[place]
  if (!piece || piece.statements.length > 0) return piece
  if (piece.criterion.section !== 'exclusion') return undefined
  const before = compiled.slice(0, place).findLast(({ criterion }) => criterion.depth <= piece.criterion.depth)
  return before?.criterion.section === 'exclusion' && before.statements.length > 0 ? before : undefined
}

/** Whom a list of exceptions names: all of it together, any point of it, or nobody says which. */
function listed(
  compiled: readonly CompiledCriterion[],
  { criterion }: CompiledCriterion,
  points: readonly number[],
  lists: Lists,
): Predicate {
  const words = plainText(criterion.text)
  const isCondition = TOGETHER.test(words) && !EACH.test(words)
  const parts = points.flatMap((place): Predicate[] => {
    const point = compiled[place]
    if (!point || point.criterion.header) return []
    const own = lists.get(point.criterion.index)
    return [
      allOf([
        namedBy(point.criterion, `${words.trimEnd().slice(-LEAD)} `, isCondition),
        ...(own ? [listed(compiled, point, own, lists)] : []),
      ]) ?? NOBODY,
    ]
  })
  const all = allOf(parts) ?? NOBODY
  const any = anyOf(parts) ?? NOBODY
  if (criterion.joins === 'any' || EACH.test(words)) return any
  return isCondition ? all : (eitherReading([any, all]) ?? all)
}
/** So many characters of the announcement are read with its points. */
const LEAD = 300
const NOBODY: Predicate = { is: 'unread', words: 'its exception(s)' }
/** Exceptions stand for themselves, one by one; criteria are met together. */
const EACH =
  /\b(?:any|either|one) of\b|\bexceptions?\b|\bexcept(?:ing)?(?: for)?(?: the)? (?:following|these)\b|\bexamples\b|\bother than\b|\bexcluding\b|\bexempt/
const TOGETHER =
  /\b(?:all|both|each)\b[^.;]{0,40}\b(?:following|criteria|conditions|below)\b|\b(?:if|when|provided|unless|as long as|fulfil\w*|meet(?:s|ing)?|met)\b[^.;]{0,100}\b(?:following|criteria|conditions|below|met)\b|\b(?:if|unless|provided(?: that)?):?$/

function askNothing(compiled: CompiledCriterion[], points: readonly number[], lists: Lists): void {
  for (const place of points) {
    const point = compiled[place]
    if (!point) continue
    compiled[place] = { ...point, statements: [], asks: 'allows' }
    askNothing(compiled, lists.get(point.criterion.index) ?? [], lists)
  }
}

const isSameMatter = (shut: Predicate, opened: Predicate): boolean => {
  const kinds = kindsOf(shut)
  return [...kindsOf(opened)].some((kind) => kinds.has(kind))
}

/** A point that keeps nobody out and lets somebody in. */
const letsInOnly = ({ criterion, statements, asks }: CompiledCriterion): boolean => {
  const words = plainText(criterion.text)
  return statements.length === 0 && asks === 'allows' && LETS_IN.test(words) && !(speaksOfTakingPart(words) && KEEPS_OUT.test(words))
}

/** Its last sentence announces an exception. */
function isException({ criterion }: CompiledCriterion): boolean {
  const last =
    plainText(criterion.text)
      .trimEnd()
      .split(/[.;](?=\s)/)
      .at(-1) ?? ''
  return EXCEPTION.test(last)
}
const EXCEPTION =
  /\b(?:unless|except(?:ions?|ing)?|however|(?:are|is|be) (?:eligible|allowed|permitted)|may (?:be|enroll|participate))\b[^.;]{0,160}(?:following|criteria|conditions|below|apply|:)[^.;]{0,30}[.:]?$|\b(?:if|when|who|fulfill?ing|meet(?:ing)?)\b[^.;]{0,60}\b(?:following|criteria|conditions)\b[^.;]{0,60}\b(?:eligible|allowed|permitted|enroll(?:ed)?|included)\b[^.;]{0,40}[.:]?$|\b(?:following|these)\b[^.;]{0,40}\bexceptions?\b[^.;]{0,20}[.:]?$|\bfollowing\b[^.;]{0,60}\b(?:are|is|will be|may be|can be)\b[^.;]{0,20}\b(?:eligible|allowed|permitted|enroll(?:ed)?|included|acceptable|exempt(?:ed)?)\b[^.;]{0,60}[.:]?$/

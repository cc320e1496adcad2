import type { Criterion } from '../record/criterion.ts'
import { alternativesIn } from './alternatives.ts'
import { cohortNamed, isCohortHeading, isForEveryone } from './cohorts.ts'
import { isBoilerplate, isSectionHeading, joinsWithin, type LeadIn, leadInOf, type Section, sectionOfHeading } from './headings.ts'
import { isJoinAlone, joiningOf } from './joining.ts'
import { Nesting } from './nesting.ts'
import { type Segment, segmentsOf } from './segments.ts'
import { turnOfUnheaded } from './unheaded.ts'

/**
 * The criteria text of a trial as a tree of pieces with spans: `piece.text === text.slice(piece.start, piece.end)` (UTF-16 offsets into the
 * text as received), in order of the text, each character that is not blank in exactly one piece. Headings and lines that only announce a
 * list ("any of the following:") are `header`; a line that announces a list and asks something itself is not, but says how its list is joined.
 */
export function criteriaOfText(text: string): Criterion[] {
  const segments = segmentsOf(text)
  const words = segments.map((segment) => text.slice(segment.body, segment.end))
  const isHeading = words.map(isSectionHeading)
  const lastExclusion = words.findLastIndex((one, i) => isHeading[i] === true && sectionOfHeading(one) === 'exclusion')
  const turn = isHeading.includes(true) ? -1 : turnOfUnheaded(words)
  const nesting = new Nesting()
  let section: Section = 'inclusion'
  let outerCohort: string | undefined
  const pieces = segments.map((segment, i): Draft => {
    const own = words[i] ?? ''
    const lead = leadInOf(own)
    if (i === turn) {
      section = 'exclusion'
      nesting.clear()
    }
    const opens = isHeading[i] ? sectionOfHeading(own) : lead && !segment.marker && lastExclusion <= i ? lead.wholeSection : undefined
    if (opens) {
      section = opens
      const cohort = cohortNamed(own, true) ?? outerCohort
      nesting.open(i)
      return { segment, section, kind: 'section', ...optional({ cohort, joins: isHeading[i] ? undefined : lead?.joins }) }
    }
    if (isCohortHeading(own)) {
      const cohort = isForEveryone(own) ? undefined : (cohortNamed(own, true) ?? cohortNamed(own, false))
      const isOuter = isHeading[i + 1] === true && !segment.marker
      if (isOuter) {
        outerCohort = cohort
        nesting.clear()
      }
      const parent = isOuter ? undefined : nesting.place({ index: i, segment, words: own, style: 'cohort', lead })
      return { segment, section, kind: 'cohort', everyone: cohort === undefined, ...optional({ cohort, parent }) }
    }
    const parent = nesting.place({ index: i, segment, words: own, style: lead?.topic ? 'topic' : (segment.marker?.style ?? 'text'), lead })
    return { segment, section, kind: 'item', ...optional({ lead, parent, cohort: cohortNamed(own, false), joins: lead?.joins }) }
  })
  return finished(text, words, pieces)
}

type Draft = {
  segment: Segment
  section: Section
  kind: 'section' | 'cohort' | 'item'
  lead?: LeadIn
  parent?: number
  cohort?: string
  /** A heading that ends the cohort before it. */
  everyone?: boolean
  joins?: 'all' | 'any'
}

/** What a piece has from those above and below it: depth, cohort, section of a list of exclusions, how its list is joined, whether it is a header. */
function finished(text: string, words: readonly string[], drafts: readonly Draft[]): Criterion[] {
  const children = drafts.map((): number[] => [])
  drafts.forEach((draft, i) => {
    if (draft.parent !== undefined) children[draft.parent]?.push(i)
  })
  const general = cohortsOfAll(drafts)
  const joinings = drafts.map((draft, i) => listJoining(children[i] ?? [], words, draft, words[i]))
  const roots = listJoining(
    drafts.flatMap((draft, i) => (draft.parent === undefined && draft.kind === 'item' ? [i] : [])),
    words,
  )
  const orElse = new Set([...joinings, roots].flatMap((joining) => joining.orElse))
  const kinds = new Map<number, string>()
  for (const list of children) {
    for (const [place, kind] of alternativesIn(list.map((child) => words[child] ?? ''))) kinds.set(list[place] ?? -1, kind)
  }
  const done: Criterion[] = []
  drafts.forEach((draft, index) => {
    const above = draft.parent === undefined ? undefined : done[draft.parent]
    const leadAbove = draft.parent === undefined ? undefined : drafts[draft.parent]?.lead
    const named = draft.cohort ?? kinds.get(index)
    const own = named !== undefined && !general.has(named) ? named : undefined
    const list = children[index] ?? []
    const isHeader = draft.kind !== 'item' || draft.lead?.topic === true || (draft.lead?.generic === true && list.length > 0)
    const { start, end } = draft.segment
    done.push({
      index,
      start,
      end,
      text: text.slice(start, end),
      section: leadAbove?.turns ? 'exclusion' : draft.kind === 'item' ? (above?.section ?? draft.section) : draft.section,
      header: isHeader || isBoilerplate(words[index] ?? '') || isJoinAlone(words[index] ?? ''),
      depth: above ? above.depth + 1 : 0,
      ...optional({
        parent: draft.parent,
        joins: joinings[index]?.joins,
        orElse: orElse.has(index) ? (true as const) : undefined,
        cohort: draft.everyone ? undefined : (own ?? above?.cohort),
      }),
    })
  })
  return withoutOnlyCohort(done)
}

/** Where the only cohort that the text names has the whole inclusion or exclusion part to itself, the trial is for that cohort: its criteria are for everybody. */
function withoutOnlyCohort(criteria: Criterion[]): Criterion[] {
  const names = new Set(criteria.flatMap(({ cohort }) => cohort ?? []))
  const hasPart = (section: Section) => {
    const part = criteria.filter((criterion) => criterion.section === section && !criterion.header)
    return part.length > 2 && part.every(({ cohort }) => cohort !== undefined)
  }
  if (names.size !== 1 || !(hasPart('inclusion') || hasPart('exclusion'))) return criteria
  return criteria.map(({ cohort: _, ...criterion }) => criterion)
}

/** How the points of one list are joined, and the indices of those whose next one is another way. */
function listJoining(
  list: readonly number[],
  words: readonly string[],
  draft?: Draft,
  own = '',
): { joins?: 'all' | 'any'; orElse: number[] } {
  const points = list.filter((place) => !isJoinAlone(words[place] ?? ''))
  const tails = points.map((_, i) => words[(points[i + 1] ?? words.length) - 1] ?? '')
  const announced = draft?.joins ?? (draft?.kind === 'item' && !draft.lead ? joinsWithin(own) : undefined)
  const { joins, orElse } = joiningOf(
    points.map((place) => words[place] ?? ''),
    tails,
    { announced, every: EVERY.test(own.slice(-300)), defines: DEFINES.test(own.slice(-60)) },
  )
  const whole = draft?.kind === 'section' ? draft.joins : draft?.kind === 'item' && list.length > 0 ? joins : undefined
  return { ...(whole ? { joins: whole } : {}), orElse: points.filter((_, i) => orElse.has(i)) }
}
const EVERY = /\ball (?:of )?(?:the|these)\b|\bboth\b|\beach (?:of|one)\b|\bevery\b/i
const DEFINES = /\b(?:defined (?:as|by)|definition|means)\b[^.;]{0,20}:?\s*$/i

/** Cohort names that take in every single one the text names ("Part A and Part B" of a trial with those two): for everybody. */
function cohortsOfAll(drafts: readonly Draft[]): Set<string> {
  const names = new Set(drafts.flatMap((draft) => draft.cohort ?? []))
  const parts = (name: string): string[] => name.match(/\b(?:[A-Z]\d*|\d+[a-z]?)\b/g) ?? []
  const single = [...names].filter((name) => parts(name).length === 1)
  const several = [...names].filter((name) => parts(name).length > 1)
  const kindOf = (name: string) => name.toLowerCase().split(/s?\s/)[0]
  return new Set(
    several.filter((name) => {
      const same = single.filter((one) => kindOf(one) === kindOf(name))
      return same.length > 1 && same.every((one) => parts(name).includes(parts(one)[0] ?? ''))
    }),
  )
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> }
function optional<T extends object>(values: T): Given<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>
}

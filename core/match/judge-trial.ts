import type { Criterion } from '../record/criterion.ts'
import type { Outcome, Verdict } from '../record/verdict.ts'
import type { CompiledTrial } from './compile.ts'
import type { CompiledCriterion } from './compile-criterion.ts'
import { verdictOf } from './judge.ts'
import type { Subject } from './kind.ts'
import { outcomeOf, settledShare } from './outcome.ts'
import { kindsOf } from './predicate.ts'
import { registryVerdicts } from './registry-limits.ts'

export type JudgedCriterion = { criterion: Criterion; verdict: Verdict }
export type JudgedTrial = {
  outcome: Outcome
  cohort?: string
  cohorts: { name: string; outcome: Outcome }[]
  criteria: JudgedCriterion[]
  /** What the registry's own fields on age and sex say, where they keep the person out. */
  registry: Verdict[]
  settled: number
}

/** Every criterion judged; cohorts one by one, the best of them deciding. Criteria of the other cohorts keep nobody out. */
export function judgeTrial(compiled: CompiledTrial, subject: Subject): JudgedTrial {
  const own = compiled.criteria.map((criterion) => verdictOfPiece(criterion, subject))
  const settledLists = settleLists(compiled.criteria, own)
  const registry = registryVerdicts(subject)
  // "Screening" and "Treatment" are steps that everybody takes one after the other.
  const steps = new Set(
    compiled.cohorts.length > 1
      ? compiled.cohorts.filter(({ name }) => STEP.test(name) || FOR_ALL.test(name)).flatMap(({ pieces }) => pieces)
      : [],
  )
  const isOfAll = ({ cohort, index }: Criterion) => cohort === undefined || steps.has(index)
  const shared = settledLists.filter((_, i) => compiled.criteria.slice(i, i + 1).some(({ criterion }) => isOfAll(criterion)))
  const cohorts = compiled.cohorts
    .filter(({ pieces }) => !pieces.some((index) => steps.has(index)))
    .map(({ name, pieces, ofOtherCancer = false, ofSubtype = false }) => {
      const own = new Set(pieces)
      const isOwn = ({ criterion }: CompiledCriterion) => criterion.cohort !== undefined && own.has(criterion.index)
      const verdicts = settledLists.filter((_, i) => compiled.criteria.slice(i, i + 1).some(isOwn))
      const takes = compiled.criteria.some((one) => isOwn(one) && one.statements.some(({ does }) => does === 'requires'))
      // People with breast cancer are not taken into a cohort for another cancer.
      const isOff = ofOtherCancer && subject.profile.cancers.every(({ site }) => /breast/i.test(site))
      return { name, own, outcome: outcomeOf(verdicts), settled: settledShare(verdicts), takes, isOff, ofSubtype }
    })
  // One cohort named alone, or cohorts named only in passing ("Phase 1b only: …"), stand beside others that have no criteria of their own.
  const takers = cohorts.filter(({ takes }) => takes)
  const isInPassing = compiled.criteria.every(({ criterion }) => !criterion.header || criterion.cohort === undefined)
  if (
    (isInPassing || takers.length <= 1) &&
    // Kinds of tumour that rule each other out leave no others.
    !(takers.length > 1 && takers.every(({ ofSubtype }) => ofSubtype)) &&
    !namesAllGroups(compiled.criteria, takers) &&
    !takers.some(({ outcome }) => outcome === 'possible') &&
    cohorts.some(({ takes, outcome }) => (takes || cohorts.length === 1) && outcome !== 'possible')
  )
    cohorts.push({ name: OTHERS, own: new Set(), outcome: 'possible', settled: 1, takes: true, isOff: false, ofSubtype: false })
  // A group that only keeps people out ("for the combination arms: no prior …") is no group of its own to be taken into.
  const candidates = cohorts.some(({ takes }) => takes) ? cohorts.filter(({ takes }) => takes) : cohorts
  const best = candidates.toSorted(
    (a, b) => Number(a.isOff) - Number(b.isOff) || RANK[a.outcome] - RANK[b.outcome] || b.settled - a.settled,
  )[0]
  const criteria = compiled.criteria.map(({ criterion }, i) => {
    const verdict = settledLists[i] ?? PASSES
    if (!best || isOfAll(criterion) || best.own.has(criterion.index) || criterion.header) return { criterion, verdict }
    return {
      criterion,
      verdict: {
        ...verdict,
        label: 'pass' as const,
        unknown: undefined,
        because: `This is for another group of the trial (${criterion.cohort}).`,
        needs: undefined,
      },
    }
  })
  const counted = [...registry, ...shared, ...criteria.filter(({ criterion }) => !isOfAll(criterion)).map(({ verdict }) => verdict)]
  return {
    outcome: outcomeOf(counted),
    ...(best ? { cohort: best.name } : {}),
    cohorts: cohorts.map(({ name, outcome }) => ({ name, outcome })),
    criteria,
    registry,
    settled: settledShare(counted),
  }
}

/** "One of the following tumors: • Cohort A: … • Cohort B: …": whoever is in none of the groups has none of the tumors. */
function namesAllGroups(pieces: readonly CompiledCriterion[], takers: readonly { own: ReadonlySet<number> }[]): boolean {
  return (
    takers.length > 1 &&
    pieces.some(({ criterion, children }) => {
      const points = children.flatMap((place) => pieces[place]?.criterion ?? [])
      return (
        criterion.cohort === undefined &&
        criterion.section === 'inclusion' &&
        ONE_OF.test(criterion.text) &&
        points.length > 1 &&
        points.every(({ cohort }) => cohort !== undefined) &&
        takers.every(({ own }) => points.some(({ index }) => own.has(index)))
      )
    })
  )
}
const ONE_OF = /\b(?:one|any) (?:or more )?of the (?:following|below)\b[^.;]*:?\s*$/i

const STEP =
  /^(?:the )?(?:pre-?screening|screening|treatment|main|registration|randomi[sz]ation|enrol?lment|intervention|follow-?up)(?: (?:cohort|phase|part|period|step|stage|portion|study))?(?: \([^)]*\))?$/i
/** "Both phases", "all cohorts" */
const FOR_ALL = /^(?:both|all|any|each|every)\b/i
const OTHERS = 'other groups'
const RANK: Record<Outcome, number> = { possible: 0, 'not-now': 1, excluded: 2 }
const PASSES: Verdict = { label: 'pass', because: 'This asks nothing of you.', evidence: [], parts: [] }

function verdictOfPiece(piece: CompiledCriterion, subject: Subject): Verdict {
  if (piece.statements.length > 0) return verdictOf(piece.statements, subject)
  if (piece.criterion.header || piece.asks === 'nothing') return { ...PASSES, because: 'A heading.' }
  return {
    ...PASSES,
    because: piece.children.length > 0 ? 'See the points listed under it.' : 'This allows or explains something; it keeps nobody out.',
  }
}

/** Points that follow each other and each name a cancer ("• Breast cancer • Ovarian cancer"): the trial takes people with any of them. */
function listsOfCancers(pieces: readonly CompiledCriterion[]): number[][] {
  const lists = new Map<string, number[]>()
  pieces.forEach(({ criterion, statements }, place) => {
    if (criterion.header || criterion.section !== 'inclusion') return
    const names = statements.flatMap(({ does, predicate }) => (does === 'requires' ? [...kindsOf(predicate)] : []))
    if (!names.some((kind) => kind === 'has-cancer-of-another-organ' || kind === 'has-breast-cancer' || kind === 'is-triple-negative'))
      return
    const key = `${criterion.parent ?? 'top'} ${criterion.depth} ${criterion.cohort ?? ''}`
    lists.set(key, [...(lists.get(key) ?? []), place])
  })
  const isOther = (place: number) =>
    pieces[place]?.statements.some(({ predicate }) => kindsOf(predicate).has('has-cancer-of-another-organ')) === true
  return [...lists.values()].filter((list) => list.length > 1 && list.filter(isOther).length >= Math.max(1, list.length / 2))
}

const isIdle = (verdict: Verdict | undefined): boolean => verdict?.because.startsWith('Does not apply to you') === true

/** The points of lists that let people in by any of them. `isWhole`: a point of the list that asks nothing by itself lets in too, or was not understood. */
function listsOfWays(pieces: readonly CompiledCriterion[]): { asking: number[]; isWhole: boolean }[] {
  const isAsking = (place: number) => pieces[place]?.statements.some(({ does }) => does === 'requires') === true
  const ways = (points: readonly number[]) => {
    const own = points.filter((place) => pieces[place]?.criterion.header === false && !isNote(pieces[place]))
    const asking = own.filter(isAsking)
    return asking.length === 0 || own.length < 2 ? [] : [{ asking, isWhole: asking.length === own.length }]
  }
  const lists = pieces.flatMap(({ criterion, children }) =>
    criterion.joins === 'any' && criterion.section === 'inclusion' ? ways(children) : [],
  )
  return [...lists, ...chainsOf(pieces).flatMap(ways), ...listsOfCancers(pieces).map((asking) => ({ asking, isWhole: true }))]
}

/** Points of one list with an "or" between them. */
function chainsOf(pieces: readonly CompiledCriterion[]): number[][] {
  const chains: number[][] = []
  const open = new Map<number | undefined, number[]>()
  pieces.forEach(({ criterion }, place) => {
    const chain = open.get(criterion.parent)
    if (chain) chain.push(place)
    if (criterion.orElse && criterion.section === 'inclusion') {
      if (!chain) open.set(criterion.parent, [place])
    } else if (chain && !criterion.header) {
      chains.push(chain)
      open.delete(criterion.parent)
    }
  })
  return chains
}

/** "If the proof is older than five years, a new one is required": what a list says of some of its people is no way in. */
const isNote = (piece: CompiledCriterion | undefined): boolean =>
  piece !== undefined && NOTE.test(piece.criterion.text) && (piece.statements.length === 0 || DUTY.test(piece.criterion.text))
const NOTE = /^\W*(?:notes?\b|if\b|for (?:the )?(?:patients|participants|subjects|those|women|men)\b|in (?:the )?(?:case|event)\b)/i
const DUTY = /\b(?:must|should|(?:is|are) required|(?:is|are) mandatory|need(?:s|ed)? to)\b/i

/** In an "any of the following" list that lets people in, what does not hold matters only when nothing else of the list does. */
function settleLists(pieces: readonly CompiledCriterion[], verdicts: readonly Verdict[]): Verdict[] {
  const settled = [...verdicts]
  for (const { asking, isWhole } of listsOfWays(pieces)) {
    // A point that is asked of others only lets nobody in.
    const holding = asking.find((child) => verdicts[child]?.label === 'pass' && !isIdle(verdicts[child]))
    const isOpen = !isWhole || asking.some((child) => verdicts[child]?.label === 'unknown' || verdicts[child]?.label === 'team')
    for (const child of asking) {
      const verdict = verdicts[child]
      if (!verdict || child === holding) continue
      if (holding !== undefined && verdict.label !== 'pass')
        settled[child] = {
          ...verdict,
          label: 'pass',
          unknown: undefined,
          needs: undefined,
          because: `Another point of this list holds, and one is enough. ${verdict.because}`,
        }
      else if (holding === undefined && isOpen && verdict.label === 'fail')
        settled[child] = {
          ...verdict,
          label: 'unknown',
          unknown: 'missing',
          because: `Another point of this list may hold, and one is enough. ${verdict.because}`,
        }
    }
  }
  return settled
}

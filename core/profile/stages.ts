import type { Fact } from '../record/fact.ts'
import { STAGE_KINDS } from '../record/fact.ts'
import { firstDay, lastDay } from '../record/partial-date.ts'
import type { Conflict, Profile } from '../record/profile.ts'
import { campsOf, conflictAmong, evidenceOf, saidDay } from './choose.ts'
import { ofKind, type Sources } from './sources.ts'

type Stage = Profile['stages'][number]
type StageFact = Fact<'stage'>

/** One stage of each kind, as documented: T and N of the closest source, completed with what others that agree with it add. */
export function mergeStages(facts: readonly Fact[], sources: Sources): { stages: Stage[]; conflicts: Conflict[] } {
  const said = ofKind(facts, 'stage').filter(
    (fact) => fact.certainty !== 'ruled-out' && fact.certainty !== 'planned' && !fact.evidence.some(({ quote }) => FEARED.test(quote)),
  )
  // a story, a call or an emergency room does not stage a cancer that its doctors have staged
  const close = said.filter((fact) => sources.rank(fact) >= 2)
  const all = withoutLaterSpread(close.length > 0 ? close : said, facts)
  const conflicts: Conflict[] = []
  const stages = STAGE_KINDS.flatMap((kind): Stage[] => {
    const here = all.filter((fact) => fact.value.kind === kind)
    const camps = campsOf(here, keyOf, sources)
    const [best, ...rest] = camps
    if (best === undefined) return []
    const joined = [...best.facts, ...rest.flatMap((camp) => camp.facts).filter((fact) => agrees(best.facts[0], fact))]
    const against = camps.filter((camp) => camp === best || !camp.facts.every((fact) => agrees(best.facts[0], fact)))
    const clash = conflictAmong(`${kind} stage`, against, 'the closest source, then the one most documents give')
    if (clash) conflicts.push(clash)
    return [withoutSentinel(withOperation(join(kind, joined), joined, facts), facts)]
  })
  return { stages, conflicts }
}

/**
 * A stage is given once. "Stage IV" without T and N, said long after a cancer that was staged lower, only means that it has spread since;
 * the extent says that.
 */
function withoutLaterSpread(stages: readonly StageFact[], facts: readonly Fact[]): readonly StageFact[] {
  const isBareFour = ({ value }: StageFact) => /^IV/.test(value.group ?? '') && value.t === undefined && value.n === undefined
  const lower = stages.filter(
    ({ value }) => !/^IV/.test(value.group ?? '') && !/m1/i.test(value.m ?? '') && (value.t ?? value.group) !== undefined,
  )
  const diagnosed = ofKind(facts, 'cancer')
    .flatMap(({ value }) => (value.site === 'breast' && value.diagnosed !== undefined ? [lastDay(value.diagnosed)] : []))
    .sort((a, b) => a - b)[0]
  if (lower.length === 0 || diagnosed === undefined) return stages
  return stages.filter(
    (fact) =>
      fact.value.kind !== 'clinical' || !isBareFour(fact) || dayOf(fact) === undefined || (dayOf(fact) ?? 0) - diagnosed <= FIRST_STAGING,
  )
}
const dayOf = ({ value, said }: StageFact) => {
  const date = value.date ?? said
  return date === undefined ? undefined : firstDay(date)
}
/** Days from the diagnosis to the end of its staging. */
const FIRST_STAGING = 180

/** A pathologic stage that nobody dated is as of the operation that took the tumour. */
function withOperation(stage: Stage, facts: readonly StageFact[], all: readonly Fact[]): Stage {
  if (stage.kind !== 'pathologic' || facts.some((fact) => fact.value.date !== undefined)) return stage
  const days = ofKind(all, 'treatment').flatMap(({ value, certainty }) =>
    value.type === 'surgery' &&
    certainty === 'stated' &&
    value.start !== undefined &&
    BREAST_OPERATION.test(`${value.name} ${value.site ?? ''}`)
      ? value.start
      : [],
  )
  const first = days.sort((a, b) => firstDay(a) - firstDay(b) || b.length - a.length)[0]
  return first === undefined || (stage.date !== undefined && firstDay(first) > firstDay(stage.date)) ? stage : { ...stage, date: first }
}
/** "(sn)" is said of nodes when no clearance of the axilla followed (AJCC 8). */
function withoutSentinel(stage: Stage, all: readonly Fact[]): Stage {
  if (stage.n === undefined || !/\(sn\)/i.test(stage.n)) return stage
  const cleared = ofKind(all, 'treatment').some(
    ({ value, certainty }) => value.type === 'surgery' && certainty === 'stated' && CLEARANCE.test(`${value.name} ${value.site ?? ''}`),
  )
  return cleared ? { ...stage, n: stage.n.replace(/\s?\(sn\)/i, '') } : stage
}
const CLEARANCE = /\b(?:axillary (?:lymph )?(?:node )?(?:clearance|dissection)|ALND|ANC|AxLND)\b/i

const BREAST_OPERATION = /\b(?:mastectomy|mast|lumpectomy|quadrantectomy|segmentectomy|breast)\b/i

const FEARED = /\b(?:may|might|could|possibl[ey]|if|suspected)\b[^.;]{0,30}\bstage\b/i
const PARTS = ['t', 'n', 'm', 'group'] as const

const bare = (category: string | undefined) =>
  category
    ?.toLowerCase()
    .replace(/^[a-z]*(?=[tnm](?:is|mi|[0-9x]))/, '')
    .replace(/[^a-z0-9]/g, '')

const keyOf = ({ value }: StageFact) =>
  PARTS.map((part) => value[part])
    .filter(Boolean)
    .join(' ') || undefined

/** What both give is the same, or the one is the coarser of the two (N1, N1a). */
function agrees(a: StageFact | undefined, b: StageFact): boolean {
  if (a === undefined) return false
  return PARTS.every((part) => {
    const [x, y] = [bare(a.value[part]), bare(b.value[part])]
    if (x === undefined || y === undefined || x === y) return true
    return part === 'group' ? isFiner(x, y) || isFiner(y, x) : x.startsWith(y) || y.startsWith(x)
  })
}
/** IIIB says all that III says. */
const isFiner = (a: string, b: string) => a.length === b.length + 1 && a.startsWith(b) && /[abc]$/i.test(a)

function join(kind: Stage['kind'], facts: readonly StageFact[]): Stage {
  const stage: Stage = { kind, evidence: evidenceOf(facts).slice(0, 12) }
  for (const part of PARTS) {
    const all = facts.flatMap((fact) => fact.value[part] ?? [])
    const given = all.find((one) => all[0] !== undefined && isFiner(bare(one) ?? '', bare(all[0]) ?? '')) ?? all[0]
    // a scan's letter O where a category can only have a digit
    if (given !== undefined) stage[part] = part === 'group' ? given : given.replace(/^([a-z]*[TNM])O/, '$10')
  }
  const date =
    facts.map((fact) => fact.value.date).find((one) => one !== undefined) ??
    [...facts].sort((a, b) => saidDay(a) - saidDay(b)).find((fact) => fact.said !== undefined)?.said
  if (date !== undefined) stage.date = date
  return stage
}

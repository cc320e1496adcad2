import type { Fact, Her2, HormoneReceptor } from '../record/fact.ts'
import { compareDates, daysBetween, type PartialDate } from '../record/partial-date.ts'
import type { Conflict, Profile } from '../record/profile.ts'
import { siteOfTissue } from '../understand/clinical/metastasis-sites.ts'
import { ishByNumbers } from '../understand/pathology/her2-ish.ts'
import { her2Status } from '../understand/pathology/her2-value.ts'
import { SUMMARY_SPECIMEN } from '../understand/pathology/receptors.ts'
import { sideOf } from '../understand/pathology/specimens.ts'
import { evidenceOf, saidDay } from './choose.ts'
import { ofKind, type Sources } from './sources.ts'

type Receptors = Profile['receptors'][number]
type ReceptorFact = Fact<'receptors'>
/** `again`: a review of slides from elsewhere, which comes after the first reading, whatever the date of its specimen. */
type Specimen = { lead: ReceptorFact; facts: ReceptorFact[]; again: boolean }

/**
 * Every specimen once, oldest first. What notes quote of a specimen joins its report; a summary of the disease never makes a specimen
 * where a report exists. Two reports that read the same tissue differently stay two entries, and are a conflict.
 */
export function mergeReceptors(facts: readonly Fact[], sources: Sources): { receptors: Receptors[]; conflicts: Conflict[] } {
  const all = ofKind(facts, 'receptors').filter((fact) => fact.certainty !== 'ruled-out' && fact.certainty !== 'planned')
  const dated = all
    .filter((fact) => !isSummary(fact))
    .sort(
      (a, b) => sources.rank(b) - sources.rank(a) || (b.value.date?.length ?? 0) - (a.value.date?.length ?? 0) || saidDay(a) - saidDay(b),
    )
  const specimens: Specimen[] = []
  for (const fact of dated) {
    const first = sources.rank(fact) >= 4
    const known = specimens.find(
      (one) =>
        (sameTissue(one.lead, fact) || (!first && isRecalled(one.lead, fact))) &&
        !(first && sources.rank(one.lead) >= 4 && contradicts(one, fact)),
    )
    if (known) known.facts.push(fact)
    else if (first || fact.value.date !== undefined || specimens.length === 0)
      specimens.push({ lead: fact, facts: [fact], again: sources.isReview(fact) })
  }
  const summaries = all.filter(isSummary).sort((a, b) => saidDay(b) - saidDay(a))
  if (specimens.length === 0 && summaries[0]) specimens.push({ lead: summaries[0], facts: summaries, again: false })
  const receptors = [...specimens]
    .sort((a, b) => Number(a.again) - Number(b.again))
    .map((one) => specimenOf(one, specimens))
    .sort(byDate)
  return { receptors, conflicts: rereadings(specimens) }
}

export const isSummary = (fact: { value: { specimen: string } }) => fact.value.specimen.startsWith(SUMMARY_SPECIMEN)

/** Taken within days of each other, from the same kind of place and not from two sides. */
function sameTissue(a: ReceptorFact, b: ReceptorFact): boolean {
  if (!sameDay(a.value.date, b.value.date)) return false
  const sides = [sideOf(a.value.specimen), sideOf(b.value.specimen)]
  if (sides[0] !== undefined && sides[1] !== undefined && sides[0] !== sides[1]) return false
  if (a.value.from !== undefined && b.value.from !== undefined && a.value.from !== b.value.from) return false
  const [segmentA, segmentB] = [segmentOf(a.value.specimen), segmentOf(b.value.specimen)]
  return segmentA === undefined || segmentB === undefined || segmentA === segmentB
}

/**
 * A note tells of tissue by the month or the year, or by the day of the visit that told the result: no side, organ or kind of place may differ,
 * and the days must be able to lie close.
 */
function isRecalled(report: ReceptorFact, told: ReceptorFact): boolean {
  const [a, b] = [report.value, told.value]
  if (a.date === undefined || b.date === undefined) return false
  const sides = [sideOf(a.specimen), sideOf(b.specimen)]
  if (sides[0] !== undefined && sides[1] !== undefined && sides[0] !== sides[1]) return false
  if (a.from !== undefined && b.from !== undefined && a.from !== b.from) return false
  const organs = [siteOfTissue(a.specimen), siteOfTissue(b.specimen)]
  if (organs[0] !== undefined && organs[1] !== undefined && organs[0] !== organs[1]) return false
  if (contradictsStatus(a, b)) return false
  const { least, most } = daysBetween(a.date, b.date)
  return least <= RECALLED_WITHIN && most >= -RECALLED_WITHIN
}
const RECALLED_WITHIN = 62

const contradictsStatus = (a: ReceptorFact['value'], b: ReceptorFact['value']): boolean =>
  ([a.er, b.er].every((one) => one !== undefined) && (a.er?.status === 'negative') !== (b.er?.status === 'negative')) ||
  (a.her2?.ihc !== undefined && b.her2?.ihc !== undefined && a.her2.ihc !== b.her2.ihc)

/** A date in a note can be that of the biopsy or of its report, a few days later. */
function sameDay(a: PartialDate | undefined, b: PartialDate | undefined): boolean {
  if (a === undefined || b === undefined) return false
  if (a.length < 10 || b.length < 10) return a.startsWith(b) || b.startsWith(a)
  const { least } = daysBetween(a, b)
  return Math.abs(least) <= 10
}

const segmentOf = (name: string) => /\b(?:segment|seg\.?)\s+([ivx]+[ab]?|\d[ab]?)\b/i.exec(name)?.[1]?.toLowerCase()

function contradicts(specimen: Specimen, fact: ReceptorFact): boolean {
  if (specimen.lead.evidence[0].document === fact.evidence[0].document) return false
  const { er, pr, her2 } = specimen.lead.value
  const differ = (x: string | undefined, y: string | undefined) => x !== undefined && y !== undefined && x !== y
  return (
    differ(er?.status, fact.value.er?.status) ||
    differ(pr?.status, fact.value.pr?.status) ||
    differ(her2?.ihc, fact.value.her2?.ihc) ||
    (her2?.ihc !== undefined && her2.ihc !== '2+' && differ(her2.status, fact.value.her2?.status))
  )
}

function specimenOf(one: Specimen, all: readonly Specimen[]): Receptors {
  const { lead, facts } = one
  const again = one.again && all.some((other) => other !== one && sameTissue(other.lead, lead))
  const names = facts.filter((fact) => !/^(?:tumou?r|breast)$/i.test(fact.value.specimen)).map((fact) => fact.value.specimen)
  const from = facts.find((fact) => fact.value.from !== undefined)?.value.from
  const date = facts.map((fact) => fact.value.date).find((one) => one !== undefined && one.length === 10) ?? lead.value.date
  const er = joinHormone(facts.map((fact) => fact.value.er))
  const pr = joinHormone(facts.map((fact) => fact.value.pr))
  const her2 = joinHer2(facts.map((fact) => fact.value.her2))
  const ki67 = facts.find((fact) => fact.value.ki67 !== undefined)?.value.ki67
  return {
    specimen: `${names[0] ?? lead.value.specimen}${again ? ' (repeat)' : ''}`,
    ...(date === undefined ? {} : { date }),
    ...(er === undefined ? {} : { er }),
    ...(pr === undefined ? {} : { pr }),
    ...(her2 === undefined ? {} : { her2 }),
    ...(ki67 === undefined ? {} : { ki67 }),
    ...(from === undefined ? {} : { from }),
    evidence: evidenceOf(facts),
  }
}

/** The first (closest) statement, with the share or score that another gives when both agree. */
function joinHormone(values: readonly (HormoneReceptor | undefined)[]): HormoneReceptor | undefined {
  const said = values.filter((value) => value !== undefined)
  const [first] = said
  if (first === undefined) return undefined
  const agreeing = said.filter((value) => value.status === first.status)
  return Object.assign({}, ...agreeing.reverse()) as HormoneReceptor
}

/** The first statement with the parts that others add: an ISH result settles an equivocal IHC, whichever report holds it. */
function joinHer2(values: readonly (Her2 | undefined)[]): Her2 | undefined {
  const said = values.filter((value) => value !== undefined)
  const [first] = said
  if (first === undefined) return undefined
  const joined: Her2 = { ...first }
  for (const value of said.slice(1)) {
    if (joined.ihc !== undefined && value.ihc !== undefined && joined.ihc !== value.ihc) continue
    joined.ihc ??= value.ihc
    joined.ratio ??= value.ratio
    joined.copy ??= value.copy
    if (joined.ish === undefined || (joined.ish === 'equivocal' && value.ish !== undefined)) joined.ish = value.ish
  }
  const ish = joined.ish ?? ishByNumbers(joined.ratio, joined.copy)
  const decisive = said.map((value) => value.status).find((status) => status !== undefined && status !== 'equivocal')
  const status = joined.ihc === undefined && ish === undefined ? (decisive ?? first.status) : recomputed(joined, ish, first.status)
  return Object.fromEntries(Object.entries({ ...joined, ish, status }).filter(([, value]) => value !== undefined)) as Her2
}

function recomputed(joined: Her2, ish: Her2['ish'], said: Her2['status']): Her2['status'] {
  const parts: Her2 = { ...(joined.ihc === undefined ? {} : { ihc: joined.ihc }), ...(ish === undefined ? {} : { ish }) }
  return her2Status({ ...parts, ...(said === undefined || said === 'equivocal' ? {} : { word: said }) }) ?? said
}

function rereadings(specimens: readonly Specimen[]): Conflict[] {
  return specimens.flatMap((one, index): Conflict[] => {
    const twin = specimens.slice(0, index).find((other) => sameTissue(other.lead, one.lead))
    if (twin === undefined) return []
    const [newer, older] = (one.again === twin.again ? saidDay(one.lead) >= saidDay(twin.lead) : one.again) ? [one, twin] : [twin, one]
    return [
      {
        about: `receptors of the ${newer.lead.value.specimen}`,
        chosen: receptorWords(newer.lead.value),
        reason: 'the later reading of the same tissue',
        others: [{ value: receptorWords(older.lead.value), evidence: evidenceOf(older.facts) }],
        evidence: evidenceOf(newer.facts),
      },
    ]
  })
}

/** "ER low-positive 3%, PR negative, HER2 0". */
export function receptorWords({ er, pr, her2 }: Pick<Receptors, 'er' | 'pr' | 'her2'>): string {
  const hormone = (name: string, value: HormoneReceptor | undefined) =>
    value === undefined ? [] : [`${name} ${value.status}${value.percent === undefined ? '' : ` ${value.percent}%`}`]
  const words = [...hormone('ER', er), ...hormone('PR', pr)]
  if (her2) words.push(['HER2', her2.status, her2.ihc && `IHC ${her2.ihc}`, her2.ish && `ISH ${her2.ish}`].filter(Boolean).join(' '))
  return words.join(', ')
}

function byDate(a: Receptors, b: Receptors): number {
  if (a.date === undefined || b.date === undefined) return a.date === b.date ? 0 : a.date === undefined ? 1 : -1
  return compareDates(a.date, b.date)
}

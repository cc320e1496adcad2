import { type Fact, METASTASIS_SITES } from '../record/fact.ts'
import { compareDates, firstDay, lastDay, type PartialDate } from '../record/partial-date.ts'
import type { Conflict, Profile } from '../record/profile.ts'
import { evidenceOf, saidDay } from './choose.ts'
import { ofKind, type Sources } from './sources.ts'

type Metastasis = Profile['metastases'][number]

/**
 * Every site once, with its status today and when it was first seen. A site that was proven and is no longer seen counts as treated;
 * one that was only suspected and then not found is ruled out.
 */
export function mergeMetastases(facts: readonly Fact[], sources: Sources): { metastases: Metastasis[]; conflicts: Conflict[] } {
  const all = ofKind(facts, 'metastasis')
    .filter((fact) => fact.certainty !== 'planned')
    .map(asFirstSaid)
  const metastases: Metastasis[] = []
  const conflicts: Conflict[] = []
  for (const site of METASTASIS_SITES) {
    const here = all.filter((fact) => fact.value.site === site).sort((a, b) => saidDay(a) - saidDay(b))
    const one = atSite(site, here, sources)
    if (one === undefined) continue
    metastases.push(one)
    const against = here.filter(isPresentFact)
    if (one.status !== 'ruled-out' || against.length === 0) continue
    conflicts.push({
      about: `metastasis: ${site}`,
      chosen: 'ruled out',
      reason: 'a later or closer report denies it, and no tissue proves it',
      others: [{ value: 'named as metastasis', evidence: evidenceOf(against).slice(0, MOST) }],
      evidence: one.evidence,
    })
  }
  return { metastases, conflicts }
}

/** A coded problem is carried from list to list: it was said when it was first entered, not when the list was printed. */
const asFirstSaid = (fact: Fact<'metastasis'>): Fact<'metastasis'> =>
  fact.from === 'structured' && fact.value.first !== undefined && fact.value.status === 'active'
    ? { ...fact, said: fact.value.first }
    : fact

const PRESENT: ReadonlySet<string> = new Set(['active', 'stable', 'treated'])
export const isPresent = (metastasis: { status: Metastasis['status'] }) => PRESENT.has(metastasis.status)

function atSite(site: Metastasis['site'], here: readonly Fact<'metastasis'>[], sources: Sources): Metastasis | undefined {
  const last = here.at(-1)
  if (last === undefined) return undefined
  const present = here.filter(isPresentFact)
  const suspected = here.filter((fact) => fact.value.status === 'suspected')
  const absent = here.filter((fact) => fact.value.status === 'ruled-out')
  const proven = present.length > 0 && !isRefuted(present, absent, sources)
  if (!proven) {
    const lastSuspected = suspected.at(-1)
    const lastAbsent = absent.at(-1)
    if (lastAbsent !== undefined && (lastSuspected === undefined || saidDay(lastAbsent) >= saidDay(lastSuspected)))
      return { site, status: 'ruled-out', evidence: evidenceOf([...absent].reverse()).slice(0, MOST) }
    if (lastSuspected === undefined) return undefined
    return {
      site,
      status: 'suspected',
      ...firstOf([...suspected, ...present]),
      evidence: evidenceOf([...suspected].reverse()).slice(0, MOST),
    }
  }
  const newest = newestStatus(present, sources)
  const gone = absent.some((fact) => saidDay(fact) > saidDay(newest) + 14 && sources.rank(fact) >= 3)
  const status = gone ? 'treated' : newest.value.status
  const backing = gone ? [...absent].reverse() : []
  const where = [...present].reverse().find((fact) => fact.value.where !== undefined)?.value.where
  return {
    site,
    status,
    ...firstOf([...present, ...suspected]),
    ...(where === undefined ? {} : { where }),
    evidence: evidenceOf([...backing, newest, ...byDate(present), ...suspected]).slice(0, MOST),
    ...(gone ? { reason: 'seen before, and no longer on the latest scan' } : {}),
  }
}

const MOST = 12
const isPresentFact = (fact: Fact<'metastasis'>) => PRESENT.has(fact.value.status) && fact.certainty !== 'ruled-out'
const byDate = (facts: readonly Fact<'metastasis'>[]) => [...facts].sort((a, b) => saidDay(a) - saidDay(b))

/**
 * Said, and not so. Either nothing but notes and stories name the site, and a report denies it at the same time or later; or one
 * document (or one short while) names it, no tissue proves it, and a later report denies it.
 */
function isRefuted(present: readonly Fact<'metastasis'>[], absent: readonly Fact<'metastasis'>[], sources: Sources): boolean {
  const best = Math.max(...present.map((fact) => sources.rank(fact)))
  const later = absent.filter((no) => present.every((yes) => saidDay(no) >= saidDay(yes)))
  if (later.some((fact) => sources.rank(fact) > best)) return true
  if (present.some((fact) => sources.kindOf(fact) === 'pathology')) return false
  if (isOldSuspicion(present, absent, sources)) return true
  const days = present.map(saidDay)
  const brief = Math.max(...days) - Math.min(...days) <= SHORT_WHILE || new Set(present.map((fact) => fact.evidence[0].document)).size === 1
  return (
    brief &&
    later.some((fact) => sources.rank(fact) >= 3 && saidDay(fact) > Math.max(...days) && saidDay(fact) - Math.min(...days) <= SHORT_WHILE)
  )
}

/** One note recalls what a scan long ago was taken for, and a report that soon looked again had denied it. */
function isOldSuspicion(present: readonly Fact<'metastasis'>[], absent: readonly Fact<'metastasis'>[], sources: Sources): boolean {
  if (present.some((fact) => sources.rank(fact) >= 3) || new Set(present.map((fact) => fact.evidence[0].document)).size > 1) return false
  return present.every(({ value: { first } }) =>
    absent.some(
      (fact) =>
        first !== undefined && sources.rank(fact) >= 3 && saidDay(fact) >= firstDay(first) && saidDay(fact) - lastDay(first) <= SHORT_WHILE,
    ),
  )
}

/** Within this many days a finding is still being clarified; after it, what is gone was treated. */
const SHORT_WHILE = 120

/** What the newest report says (a note after it only repeats it), else the newest statement; growth before rest, rest before the bare word. */
function newestStatus(present: readonly Fact<'metastasis'>[], sources: Sources): Fact<'metastasis'> {
  const sorted = [...present].sort((a, b) => saidDay(b) - saidDay(a))
  const first = sorted.reduce((newest) => newest)
  const lately = sorted.filter((fact) => saidDay(first) - saidDay(fact) <= 45)
  const report = lately.find((fact) => sources.kindOf(fact) === 'imaging')
  const day = saidDay(report ?? first)
  const stated = lately.filter(
    (fact) => fact.certainty === 'stated' && saidDay(fact) === day && (report === undefined || sources.kindOf(fact) === 'imaging'),
  )
  return (
    stated.find((fact) => fact.value.status === 'active' && isWorse(fact)) ??
    stated.find((fact) => fact.value.status !== 'active') ??
    stated[0] ??
    first
  )
}

/** Growth or a new lesion outweighs that the others are stable. */
const isWorse = (fact: Fact<'metastasis'>) => /\b(?:new|progress\w*|increas\w*|enlarg\w*|worsen\w*|PD)\b/i.test(fact.evidence[0].quote)

/**
 * The earliest date, as precise as any statement that agrees with it. Where an older document already names the site without a date,
 * it was there by the day of that document.
 */
function firstOf(facts: readonly Fact<'metastasis'>[]): { first?: PartialDate } {
  const dates = facts.map((fact) => fact.value.first).filter((date) => date !== undefined)
  const earliest = [...dates].sort((a, b) => lastDay(a) - lastDay(b) || compareDates(a, b))[0]
  if (earliest === undefined) return {}
  const named = facts
    .filter((fact) => fact.certainty === 'stated' && fact.said !== undefined && fact.said.length === 10)
    .map((fact) => fact.said)
  const by = named.filter((date) => date !== undefined && lastDay(date) < firstDay(earliest)).sort()[0]
  if (by !== undefined) return { first: by }
  const finer = dates
    .filter((date) => date.length > earliest.length && firstDay(date) >= firstDay(earliest) && firstDay(date) <= lastDay(earliest))
    .sort(compareDates)[0]
  return { first: finer ?? earliest }
}

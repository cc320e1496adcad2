import { findLab } from '../codes/labs.ts'
import type { Fact } from '../record/fact.ts'
import { compareDates, daysBetween, type PartialDate } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'
import { evidenceOf } from './choose.ts'
import { ofKind, type Sources } from './sources.ts'

type Lab = Profile['labs'][number]

/** Every result once, newest first. The same test on the same day with the same value, from however many documents, is one result. */
export function mergeLabs(facts: readonly Fact[], sources: Sources): Lab[] {
  const all = ofKind(facts, 'lab')
    .filter((fact) => fact.certainty === 'stated' || fact.certainty === 'probable')
    .map((fact) => ({ ...fact, value: { ...fact.value, test: testName(fact.value.test) } }))
    .sort((a, b) => Number(b.certainty === 'stated') - Number(a.certainty === 'stated') || sources.rank(b) - sources.rank(a))
  const groups: { lead: Fact<'lab'>; facts: Fact<'lab'>[] }[] = []
  const byTest = new Map<string, typeof groups>()
  for (const fact of all) {
    const known = byTest.get(fact.value.test) ?? []
    byTest.set(fact.value.test, known)
    const same = known.find(
      ({ lead }) =>
        sameValue(lead.value.value, fact.value.value) &&
        (sameTime(lead.value.date, fact.value.date) || (fact.certainty === 'probable' && isRecalled(lead.value.date, fact.value.date))),
    )
    if (same) {
      same.facts.push(fact)
      if ((fact.value.date?.length ?? 0) > (same.lead.value.date?.length ?? 0))
        same.lead = { ...same.lead, value: { ...same.lead.value, ...dated(fact) } }
    } else {
      const made = { lead: fact, facts: [fact] }
      known.push(made)
      groups.push(made)
    }
  }
  return groups.map(({ lead, facts: here }): Lab => ({ ...limits(here), ...lead.value, evidence: evidenceOf(here) })).sort(newestFirst)
}

/** The newest result of each test. */
export function latestLabs(labs: Profile['labs']): Lab[] {
  const seen = new Set<string>()
  return labs.filter((lab) => !seen.has(lab.test) && seen.add(lab.test))
}

/** A note that names an undated value within a year after the test recalls that test. */
function isRecalled(tested: PartialDate | undefined, recalled: PartialDate | undefined): boolean {
  if (tested === undefined || recalled === undefined) return false
  const { least, most } = daysBetween(tested, recalled)
  return most >= 0 && least <= 366
}

/** The one name of a test, however its source calls it. */
function testName(test: string): string {
  const known = findLab(test)?.name
  if (known !== undefined) return known
  if (/creatinine.*clearance|clearance.*creatinine/i.test(test)) return 'creatinine-clearance'
  return /\bhcg\b/i.test(test) ? 'hCG' : test
}

const dated = (fact: Fact<'lab'>) => (fact.value.date === undefined ? {} : { date: fact.value.date })
const sameTime = (a: string | undefined, b: string | undefined) => a === undefined || b === undefined || a.startsWith(b) || b.startsWith(a)

function sameValue(a: number | string, b: number | string): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= Math.abs(a) * 0.012 + 1e-9
  return String(a).toLowerCase() === String(b).toLowerCase()
}

function limits(facts: readonly Fact<'lab'>[]): { low?: number; high?: number } {
  const with_ = facts.find((fact) => fact.value.low !== undefined || fact.value.high !== undefined)?.value
  return {
    ...(with_?.low === undefined ? {} : { low: with_.low }),
    ...(with_?.high === undefined ? {} : { high: with_.high }),
  }
}

function newestFirst(a: Lab, b: Lab): number {
  if (a.date === undefined || b.date === undefined) return a.date === b.date ? 0 : a.date === undefined ? 1 : -1
  return compareDates(b.date, a.date)
}

import { findDrug } from '../../codes/drugs.ts'
import { firstDay } from '../../record/partial-date.ts'
import type { Profile } from '../../record/profile.ts'

type Treatment = Profile['treatments'][number]

/**
 * Lines of metastatic systemic therapy, counted from 1 in order of time; treatment of early disease does not count
 * (after Saini and Twelves, Br J Cancer 2021;125:155–163: a line ends with progression).
 * A new line begins with drugs that are new, with these exceptions, which go on with the line: fewer drugs (maintenance, also with endocrine treatment added to
 * what stays), a drug added within
 * 28 days, and a change within the same class that no progression made necessary (letrozole to anastrozole for joint pain).
 * A number that the records state counts before one that is counted.
 */
export function withLines(treatments: readonly Treatment[]): Treatment[] {
  let line = 0
  let previous: Treatment | undefined
  return treatments.map((one) => {
    if (one.type !== 'systemic' || one.setting !== 'metastatic') {
      const { line: _line, ...rest } = one
      return rest
    }
    if (one.line !== undefined && one.line >= line) line = one.line
    else if (previous === undefined || !goesOn(previous, one)) line += 1
    previous = one
    return { ...one, line }
  })
}

const ADDED_WITHIN_DAYS = 28

function goesOn(previous: Treatment, next: Treatment): boolean {
  const fresh = next.drugs.filter((drug) => !previous.drugs.includes(drug))
  if (previous.stopped === 'progression') return false
  if (fresh.length === 0) return true
  const shared = next.drugs.some((drug) => previous.drugs.includes(drug))
  if (shared && fresh.every((drug) => findDrug(drug)?.family === 'endocrine')) return true
  if (previous.start && next.start && firstDay(next.start) - firstDay(previous.start) <= ADDED_WITHIN_DAYS) return true
  return fresh.every((drug) => previous.drugs.some((old) => !next.drugs.includes(old) && sameClass(old, drug)))
}

function sameClass(a: string, b: string): boolean {
  const [x, y] = [findDrug(a), findDrug(b)]
  if (!x || !y || x.family !== y.family) return false
  return SWITCHES.some((cls) => x.classes.includes(cls) && y.classes.includes(cls))
}
/** Classes within which a change for tolerance keeps the line. */
const SWITCHES = [
  'aromatase inhibitor',
  'CDK4/6 inhibitor',
  'taxane',
  'ovarian suppression',
  'HER2 antibody',
  'fluoropyrimidine',
  'platinum',
  'PD-1/PD-L1 inhibitor',
]

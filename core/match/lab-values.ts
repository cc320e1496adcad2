import { findLab, type LabTest, toStandard, usualLimits } from '../codes/labs.ts'
import type { Evidence } from '../record/evidence.ts'
import { ageInYears, compareDates, daysBetween, type PartialDate } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'
import { onDay } from './findings.ts'

/** Where no window is named, a laboratory value counts for this long before the day of matching. */
export const LAB_DAYS = 60

/** A test's newest value in the unit we keep, with the limits of normal that go with it. */
export type LabValue = {
  test: LabTest
  value: number
  unit: string
  low?: number | undefined
  high?: number | undefined
  date?: PartialDate | undefined
  evidence: Evidence[]
  /** How it was worked out, when it was. */
  how?: string
  /** The true value may be above (`atLeast`) or below. */
  comparator?: '<' | '<=' | '>' | '>=' | undefined
}

/** The newest value of a test by its name in core/codes/labs.ts; clearance is worked out from creatinine when it was not measured. */
export function newestLab(profile: Profile, name: string): LabValue | undefined {
  const all = labsOf(profile, name)
  if (name !== 'creatinine-clearance' && name !== 'eGFR') return newest(all)
  const own = newest(all)
  const other = newest(labsOf(profile, name === 'eGFR' ? 'creatinine-clearance' : 'eGFR'))
  // The value that is asked for counts, unless the other is much newer.
  if (own?.date && other?.date && daysBetween(own.date, other.date).most <= LAB_DAYS / 2) return own
  return newest([own, other].flatMap((one) => one ?? [])) ?? cockcroftGault(profile)
}

/** `fresh`, `old`, or `undated` for a value within `days` of the day of matching. */
export function freshness(value: LabValue, asOf: PartialDate, days: number = LAB_DAYS): 'fresh' | 'old' | 'undated' {
  if (value.date === undefined) return 'undated'
  return daysBetween(value.date, asOf).least <= days ? 'fresh' : 'old'
}

/** `AST 58 U/L on 14 September 2026`. */
export function labWords({ test, value, unit, date, how, comparator }: LabValue): string {
  const name = test.plain.charAt(0).toUpperCase() + test.plain.slice(1)
  return `${name} ${comparator ?? ''}${quantity(value, unit)}${how ? ` (${how})` : ''}${date ? ` ${onDay(date)}` : ''}`
}

/** A value in the unit we keep, with three figures: `1.5 × 10⁹/L`, `58 U/L`, `50%`; a ratio stands alone. */
export function quantity(value: number, unit: string): string {
  const number = Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en-US') : String(Number(value.toPrecision(3)))
  if (unit === '%') return `${number}%`
  return unit === 'ratio' ? number : `${number} ${UNITS[unit] ?? unit}`
}

const UNITS: Record<string, string> = {
  '10*3/uL': '× 10⁹/L',
  'mL/min/1.73m2': 'mL/min/1.73 m²',
  '/min': 'per minute',
  'kg/m2': 'kg/m²',
  s: 'seconds',
}

function labsOf(profile: Profile, name: string): LabValue[] {
  const known = CACHE.get(profile) ?? new Map<string, LabValue[]>()
  CACHE.set(profile, known)
  const values = known.get(name) ?? readLabs(profile, name)
  known.set(name, values)
  return values
}
const CACHE = new WeakMap<Profile, Map<string, LabValue[]>>()

function readLabs(profile: Profile, name: string): LabValue[] {
  return profile.labs.flatMap((lab) => {
    const test = findLab(lab.test)
    const number = typeof lab.value === 'number' ? lab.value : Number.parseFloat(lab.value.replace(/^[<>≤≥=\s]+/, ''))
    if (test?.name !== name || !Number.isFinite(number)) return []
    const standard = toStandard(test, number, lab.unit)
    if (!standard) return []
    const usual = usualLimits(test, profile.person.sex)
    const limit = (printed: number | undefined) => (printed === undefined ? undefined : toStandard(test, printed, lab.unit)?.value)
    return {
      test,
      ...standard,
      low: limit(lab.low) ?? usual.low,
      high: limit(lab.high) ?? usual.high,
      date: lab.date,
      evidence: lab.evidence,
      comparator: lab.comparator,
    }
  })
}

function newest(values: LabValue[]): LabValue | undefined {
  return values.reduce<LabValue | undefined>(
    (best, one) => (!best || (one.date !== undefined && (best.date === undefined || compareDates(best.date, one.date) < 0)) ? one : best),
    undefined,
  )
}

/**
 * Cockcroft–Gault: (140 − age) × kg × 0.85 for women / (72 × mg/dL). Without a weight it is worked out for a light person (45 kg),
 * as a floor under the true clearance.
 */
function cockcroftGault(profile: Profile): LabValue | undefined {
  const creatinine = newest(labsOf(profile, 'creatinine'))
  const test = findLab('creatinine-clearance')
  const { birthDate, sex } = profile.person
  if (!creatinine || !test || !birthDate || !sex || creatinine.value <= 0) return undefined
  const weight = newest(labsOf(profile, 'weight'))
  const age = ageInYears(birthDate, creatinine.date ?? profile.asOf).most
  const clearance = ((140 - age) * (weight?.value ?? LIGHT)) / (72 * creatinine.value)
  return {
    test,
    value: Math.round(clearance * (sex === 'female' ? 0.85 : 1)),
    unit: test.unit,
    date: creatinine.date,
    evidence: [...creatinine.evidence, ...(weight?.evidence ?? [])],
    how: `Cockcroft–Gault from creatinine ${Number(creatinine.value.toPrecision(3))} mg/dL, age ${age}, ${weight ? `${Math.round(weight.value)} kg` : `even at ${LIGHT} kg`}`,
    ...(weight ? {} : { comparator: '>=' as const }),
  }
}

const LIGHT = 45

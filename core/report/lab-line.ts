import { findLab, usualLimits } from '../codes/labs.ts'
import type { Profile } from '../record/profile.ts'
import { american } from './sentence.ts'

type Lab = Profile['labs'][number]
/** `name`: `Creatinine`; `value`: `0.82 mg/dL`; `flag`: against the printed range, else the usual one; `range`: `normal 0.5–1.1`. */
export type LabWords = { name: string; value: string; flag?: 'high' | 'low'; range?: string }

/** A laboratory value for people: a name, at most three figures, a unit as it is printed, and whether it is high or low. */
export function labWords(lab: Lab, sex?: 'female' | 'male'): LabWords {
  const test = findLab(lab.test)
  const unit = unitWords(lab.unit)
  const { low, high, printed } = limitsOf(lab, sex)
  const flag = typeof lab.value !== 'number' ? undefined : above(lab, high) ? 'high' : below(lab, low) ? 'low' : undefined
  const limits = rangeWords(low, high)
  return {
    name: capital(american(test?.plain ?? lab.test.replaceAll('-', ' '))),
    value: `${lab.comparator ?? ''}${numberWords(lab.value)}${unit === '' ? '' : unit === '%' ? '%' : ` ${unit}`}`,
    ...(flag === undefined ? {} : { flag }),
    ...(limits === undefined ? {} : { range: `${printed ? 'normal' : 'usually'} ${limits}` }),
  }
}

/** The newest value of each test, by its name. */
export function newestLabs(labs: readonly Lab[]): Map<string, Lab> {
  const newest = new Map<string, Lab>()
  for (const lab of labs) {
    const known = newest.get(lab.test)
    if (!known || (lab.date ?? '') > (known.date ?? '')) newest.set(lab.test, lab)
  }
  return newest
}

/** At most three figures, but never fewer than stand before the point: `0.739819` is 0.74, `1234.5` is 1,235. */
function numberWords(value: number | string): string {
  if (typeof value === 'string') return value
  const short = Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(Math.abs(value) >= 1 ? 3 : 2))
  return Math.abs(short) >= 10_000 ? short.toLocaleString('en-US') : String(short)
}

/** The limits printed beside the value; where none are, the usual ones for the unit we keep. */
function limitsOf(lab: Lab, sex: 'female' | 'male' | undefined): { low?: number; high?: number; printed: boolean } {
  const { low, high } = lab
  if (low !== undefined || high !== undefined)
    return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }), printed: true }
  const test = findLab(lab.test)
  return test !== undefined && lab.unit === test.unit ? { ...usualLimits(test, sex), printed: false } : { printed: false }
}

const above = ({ value, comparator }: Lab, high: number | undefined) =>
  typeof value === 'number' && high !== undefined && value > high && comparator !== '<' && comparator !== '<='
const below = ({ value, comparator }: Lab, low: number | undefined) =>
  typeof value === 'number' && low !== undefined && value < low && comparator !== '>' && comparator !== '>='

function rangeWords(low: number | undefined, high: number | undefined): string | undefined {
  if (low !== undefined && high !== undefined) return `${numberWords(low)}–${numberWords(high)}`
  if (high !== undefined) return `up to ${numberWords(high)}`
  return low === undefined ? undefined : `from ${numberWords(low)}`
}

/** UCUM as laboratories print it. */
export function unitWords(unit: string | undefined): string {
  if (unit === undefined) return ''
  return UNITS[unit] ?? unit.replace(/\{[^}]*\}/g, '').replace('m2', 'm²')
}
const UNITS: Record<string, string> = {
  ratio: '',
  '1': '',
  '10*3/uL': '× 10⁹/L',
  '10*9/L': '× 10⁹/L',
  '10*6/uL': '× 10¹²/L',
  '/min': 'per minute',
  s: 'seconds',
  'kg/m2': 'kg/m²',
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

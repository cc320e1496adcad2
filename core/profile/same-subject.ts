import type { FactKind } from '../record/fact.ts'

/** What tells statements of one kind apart when one sentence makes several of them. */
const TOLD_BY: Record<FactKind, readonly string[]> = {
  person: [],
  cancer: ['site', 'laterality'],
  stage: ['kind'],
  extent: [],
  'tumor-size': ['mm'],
  metastasis: ['site'],
  receptors: [],
  biomarker: ['gene', 'variant'],
  treatment: ['type', 'drugs'],
  performance: [],
  lab: ['test', 'date'],
  measurable: [],
  condition: ['name'],
  medication: ['name'],
  allergy: ['name'],
  absence: ['name'],
  response: ['value'],
  'history-taken': ['part'],
}

/** Whether two statements of a kind can be about the same thing: nothing that both of them say tells them apart. */
export function isSameSubject(kind: FactKind, a: unknown, b: unknown): boolean {
  return TOLD_BY[kind].every((field) => agree(fieldOf(a, field), fieldOf(b, field)))
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null && field in value ? (value as Record<string, unknown>)[field] : undefined
}

/** Dates agree as far as both are known; lists when they share something; silence agrees with everything. */
function agree(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return true
  if (Array.isArray(a) && Array.isArray(b)) return (a.length === 0 && b.length === 0) || a.some((one) => b.includes(one))
  if (typeof a !== 'string' || typeof b !== 'string') return a === b
  const [one, other] = [a.toLowerCase(), b.toLowerCase()]
  return one === other || (DATE.test(one) && DATE.test(other) && (one.startsWith(other) || other.startsWith(one)))
}
const DATE = /^\d{4}(?:-\d\d){0,2}$/

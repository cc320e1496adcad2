import type { Entry, Quantity } from '../record/entry.ts'

/** `3.5-5.1`, `3.5 to 5.1 g/dL`, `<32`, `>= 60`. */
export function rangeInWords(words: string | undefined): Entry['range'] {
  if (words === undefined || SEVERAL.test(words)) return undefined
  const both = /(\d+(?:\.\d+)?)\s*(?:-|–|to)\s*(\d+(?:\.\d+)?)/i.exec(words)
  if (both) return { low: Number(both[1]), high: Number(both[2]) }
  const one = /([<>≤≥])\s*=?\s*(\d+(?:\.\d+)?)/.exec(words)
  if (!one) return undefined
  return one[1] === '<' || one[1] === '≤' ? { high: Number(one[2]) } : { low: Number(one[2]) }
}

/** Ranges by age, sex or phase of the cycle: which one holds is not ours to choose. */
const SEVERAL = /\byears?\b|\byrs?\b|\bmales?\b|\bfemales?\b|\bwomen\b|\bmen\b|\bphase\b|\|/i

/** A number as people write it: `<0.5`, `1,200`, ` 12.0 `; the rest of the words is the unit when it is short. */
export function quantityInWords(words: string): Quantity | undefined {
  const match =
    /^\s*(<=|>=|<|>|≤|≥)?\s*(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?|\.\d+)\s*([A-Za-z%µμ*][\w%/*^.µμ\d]{0,20})?\s*$/.exec(words)
  if (!match) return undefined
  const value = Number((match[2] ?? '').replaceAll(',', ''))
  if (!Number.isFinite(value)) return undefined
  const comparator = COMPARATORS[match[1] ?? '']
  return { value, ...(comparator === undefined ? {} : { comparator }), ...(match[3] === undefined ? {} : { unit: match[3] }) }
}

const COMPARATORS: Readonly<Record<string, '<' | '<=' | '>' | '>='>> = { '<': '<', '<=': '<=', '≤': '<=', '>': '>', '>=': '>=', '≥': '>=' }

/**
 * A cheap answer to "can this pattern match here at all?", for patterns that are tried on every criterion and seldom match.
 *
 * What every match must contain is read off the pattern once: `neutro|granuloc|h[a]?emoglobin` needs "neutro", "granuloc" or "emoglobin". The
 * pairs and triples of letters of a text are gathered once, whoever asks; a literal whose triples are not all there stands nowhere in it.
 */
export type Guarded = Pick<RegExp, 'test'>

/** The pattern, tried only on texts that hold the letters it needs. */
export function guarded(pattern: RegExp): Guarded {
  const may = mayMatch(pattern)
  return { test: (text) => may(text) && pattern.test(text) }
}

/** Never false for a text in which the pattern matches; true where nothing can be said cheaply. */
export function mayMatch(pattern: RegExp): (text: string) => boolean {
  const needed = pattern.flags.includes('i') ? undefined : neededBy(pattern.source)
  if (!needed) return () => true
  const literals = [...new Set(needed)].map(gramsOf)
  return (text) => {
    const grams = gramsIn(text)
    for (const literal of literals) if (holds(grams, literal)) return true
    return false
  }
}

/** Literals of which every match holds at least one; undefined where a match may hold none. */
export function neededBy(source: string): readonly string[] | undefined {
  const pattern: Cursor = { source, at: 0 }
  return alternatives(pattern)
}

type Cursor = { source: string; at: number }

function alternatives(pattern: Cursor): readonly string[] | undefined {
  const each = [sequence(pattern)]
  while (pattern.source[pattern.at] === '|') {
    pattern.at++
    each.push(sequence(pattern))
  }
  return each.every((one) => one !== undefined) ? each.flat() : undefined
}

/** Up to the next `|` or `)` of this level: the part of it that says most. */
function sequence(pattern: Cursor): readonly string[] | undefined {
  const needs: (readonly string[])[] = []
  let run = ''
  const endRun = () => {
    if (run.length > 1) needs.push([run])
    run = ''
  }
  while (pattern.at < pattern.source.length && !/[|)]/.test(pattern.source[pattern.at] ?? '')) {
    const { literal, inner, isPlace } = atom(pattern)
    const repeats = quantifier(pattern)
    if (isPlace) continue
    if (literal !== undefined && repeats === 'once') run += literal
    else {
      if (literal !== undefined && repeats === 'some') run += literal
      endRun()
      if (inner && repeats !== 'perhaps') needs.push(inner)
    }
  }
  endRun()
  return needs.toSorted((a, b) => shortest(b) - shortest(a) || a.length - b.length)[0]
}
const shortest = (literals: readonly string[]) => Math.min(...literals.map(({ length }) => length))

/** One character, class, group or place ("\b", a look ahead or behind) of the pattern. */
function atom(pattern: Cursor): { literal?: string; inner?: readonly string[] | undefined; isPlace?: boolean } {
  const { source, at } = pattern
  const sign = source[at] ?? ''
  if (sign === '(') {
    const opening = OPENING.exec(source.slice(at))?.[0] ?? '('
    pattern.at += opening.length
    const inner = alternatives(pattern)
    pattern.at++
    return /^\(\?<?[=!]/.test(opening) ? { isPlace: true } : { inner }
  }
  if (sign === '[') {
    pattern.at += CLASS.exec(source.slice(at))?.[0].length ?? 1
    return {}
  }
  pattern.at += sign === '\\' ? 2 : 1
  if (sign === '\\') {
    const escaped = source[at + 1] ?? ''
    if (/[bB]/.test(escaped)) return { isPlace: true }
    if (/[a-z0-9]/i.test(escaped)) {
      pattern.at += /^(?:u[0-9a-f]{4}|x[0-9a-f]{2}|k<\w+>)/i.exec(source.slice(at + 1))?.[0].slice(1).length ?? 0
      return {}
    }
    return { literal: escaped }
  }
  if (sign === '^' || sign === '$') return { isPlace: true }
  return sign === '.' ? {} : { literal: sign }
}
const OPENING = /^\((?:\?(?::|<?[=!]|<\w+>))?/
const CLASS = /^\[(?:\\.|[^\]\\])*\]/

/** How often the atom before must stand there: `perhaps` never, `some`: at least once, and perhaps again. */
function quantifier(pattern: Cursor): 'once' | 'some' | 'perhaps' {
  const sign = QUANTIFIER.exec(pattern.source.slice(pattern.at))?.[0]
  if (sign === undefined) return 'once'
  pattern.at += sign.length
  return /^(?:\?|\*|\{0)/.test(sign) ? 'perhaps' : 'some'
}
const QUANTIFIER = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/

/** The triples of letters of a literal, or its pair where it has no more: places in the set of a text. */
function gramsOf(literal: string): readonly number[] {
  if (literal.length === 2) return [pairAt(literal, 1)]
  return Array.from({ length: literal.length - 2 }, (_, i) => tripleAt(literal, i + 2))
}

function holds(grams: Uint8Array, literal: readonly number[]): boolean {
  for (const gram of literal) if (grams[gram] === 0) return false
  return true
}

/** Five bits a letter: small letters are told apart, and what shares their bits (digits, signs) only costs a try. */
const pairAt = (text: string, i: number) => ((text.charCodeAt(i - 1) & 31) << 5) | (text.charCodeAt(i) & 31)
const tripleAt = (text: string, i: number) => PAIRS + (((text.charCodeAt(i - 2) & 31) << 10) | pairAt(text, i))
const PAIRS = 1024
const TRIPLES = 32 * PAIRS

/** The pairs and triples of a text; all kinds look at the same text one after the other. */
function gramsIn(text: string): Uint8Array {
  if (text === last.text) return last.grams
  const { grams } = last
  grams.fill(0)
  for (let i = 1; i < text.length; i++) {
    grams[pairAt(text, i)] = 1
    if (i > 1) grams[tripleAt(text, i)] = 1
  }
  last.text = text
  return grams
}
const last = { text: '', grams: new Uint8Array(PAIRS + TRIPLES) }

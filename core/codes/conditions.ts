import { CONDITION_TABLE } from './condition-table.ts'
import { matchesOf } from './matches-of.ts'
import { remembered } from './remembered.ts'

export type ConditionConcept = {
  /** The one name we use, in plain words. */
  name: string
  /** This and every wider condition it is a kind of: heart failure is heart disease. */
  kinds: ReadonlySet<string>
}
/** A condition named at `text.slice(start, end)`. */
export type ConditionSpot = { start: number; end: number; concept: ConditionConcept }

/**
 * Every condition named in a text, in order, the longest name winning, on word boundaries and in any case;
 * hyphens, slashes and plural endings do not matter. Context (denied, of a relative) is for the reader to judge.
 */
export const findConditions = (text: string): ConditionSpot[] => find(text)

const find = remembered((text: string): ConditionSpot[] => {
  const words = wordsOf(text)
  const spots: ConditionSpot[] = []
  for (let i = 0; i < words.length; ) {
    const found = longestAt(text, words, i)
    if (!found) {
      i++
      continue
    }
    spots.push({ start: words[i]?.start ?? 0, end: words[found.last]?.end ?? 0, concept: found.concept })
    i = found.last + 1
  }
  return spots
})

/** The concept of one name, or of the first condition in it: `findCondition('HTN')`, `findCondition('type 2 diabetes with nephropathy')`. */
export function findCondition(name: string): ConditionConcept | undefined {
  return findConditions(name)[0]?.concept
}

export const conditionNamed = (name: string): ConditionConcept | undefined => CONCEPTS.get(name)

/** `aside`: an abbreviation in brackets of its own, as in "gastrointestinal (GI) function". */
type Word = { start: number; end: number; key: string; aside: boolean }
type Node = { next: Map<string, Node>; concept?: ConditionConcept }

const WORD = /[A-Za-z0-9À-ÿ]+/g
const KEYS = new Map<string, string>()
const MOST_KEYS = 20_000
const CONCEPTS = new Map<string, ConditionConcept>(CONDITION_TABLE.map(([name]) => [name, { name, kinds: kindsOf(name) }]))
const ROOT: Node = { next: new Map() }
for (const [name, , words] of CONDITION_TABLE) {
  const concept = CONCEPTS.get(name)
  if (!concept) continue
  for (const phrase of [name.toLowerCase(), ...words.split('|')]) {
    let node = ROOT
    for (const { key } of wordsOf(phrase)) node = nextNode(node, key)
    node.concept ??= concept
  }
}

function nextNode(node: Node, key: string): Node {
  const there = node.next.get(key)
  if (there) return there
  const made: Node = { next: new Map() }
  node.next.set(key, made)
  return made
}

function kindsOf(name: string, seen: Set<string> = new Set()): Set<string> {
  if (seen.has(name)) return seen
  seen.add(name)
  const row = CONDITION_TABLE.find(([one]) => one === name)
  for (const wider of row?.[1] ?? []) kindsOf(wider, seen)
  return seen
}

/** A name does not reach over a sentence or a bracket, except "myocardial infarction (MI)" by its own words. */
function longestAt(text: string, words: readonly Word[], from: number): { last: number; concept: ConditionConcept } | undefined {
  let node: Node | undefined = ROOT
  let best: { last: number; concept: ConditionConcept } | undefined
  for (let i = from; i < words.length && i < from + MOST_WORDS; i++) {
    const word: Word | undefined = words[i]
    const before = words[i - 1]
    if (!word) break
    const gap = before ? text.slice(before.end, word.start) : ''
    if (i > from && (/[.;:,\n]/.test(gap) || (/[()[\]]/.test(gap) && !word.aside && !before?.aside))) break
    const next: Node | undefined = node.next.get(word.key)
    if (word.aside && i > from) continue
    node = next
    if (!node) break
    if (node.concept && !isOtherWord(text, word, i === from)) best = { last: i, concept: node.concept }
  }
  return best
}

/** The longest name is "factors that increase the risk of corrected QT interval (QTc) prolongation". */
const MOST_WORDS = 12

/** Short abbreviations count only in capitals ("PE", "MI"), unless the text has no capitals at all. */
function isOtherWord(text: string, word: Word, isAlone: boolean): boolean {
  if (!isAlone || word.end - word.start > 3) return false
  const written = text.slice(word.start, word.end)
  return written !== written.toUpperCase() && text !== text.toLowerCase()
}

function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const { 0: word, index } of matchesOf(text, WORD)) {
    const key = keyOf(word)
    const end = index + word.length
    if (key !== '') words.push({ start: index, end, key, aside: isAside(text, index, end) })
  }
  return words
}

/** Plain, lower case and singular. The same few thousand words are met again and again. */
function keyOf(word: string): string {
  const known = KEYS.get(word)
  if (known !== undefined) return known
  const plain = /[À-ÿ]/.test(word) ? word.normalize('NFD').replace(/[^A-Za-z0-9]/g, '') : word
  const key = singular(plain.toLowerCase())
  if (KEYS.size >= MOST_KEYS) KEYS.clear()
  KEYS.set(word, key)
  return key
}

function isAside(text: string, start: number, end: number): boolean {
  return end - start <= 6 && text[start - 1] === '(' && text[end] === ')'
}

/** `infections` and `infection`, `arrhythmias` and `arrhythmia`, `abnormalities` and `abnormality` are one word. */
function singular(word: string): string {
  if (word.length < 5) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (word.endsWith('oses') || word.endsWith('ases')) return word.endsWith('diseases') ? 'disease' : word
  if (/(?:ss|us|x|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word
}

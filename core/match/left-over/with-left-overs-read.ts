import type { Clause } from '../clause.ts'
import { fitsTheDescription } from '../criteria/fits-the-description.ts'
import { hasHadMedicineByName } from '../criteria/has-had-medicine-by-name.ts'
import { hasHadProcedureByName } from '../criteria/has-had-procedure-by-name.ts'
import { hasIllnessByName } from '../criteria/has-illness-by-name.ts'
import { isAskedInWords } from '../criteria/is-asked-in-words.ts'
import { isSettledByTheTeam } from '../criteria/is-settled-by-the-team.ts'
import { type Predicate, ready, type Test } from '../predicate.ts'
import { leftOverOf } from './left-over.ts'

/**
 * The predicate with the words that no kind took read by what they name. It is done last: what joins the parts of the sentence is settled, and
 * a reading of left-over words changes none of it. `clause`: the words of the whole piece.
 */
export function withLeftOversRead(predicate: Predicate, clause: Clause, isBeside = false): Predicate {
  switch (predicate.is) {
    case 'test':
      return predicate
    case 'unread':
      return read(predicate, clause, isBeside) ?? predicate
    case 'not':
      return { is: 'not', of: withLeftOversRead(predicate.of, clause) }
    case 'implies':
      return { is: 'implies', when: withLeftOversRead(predicate.when, clause), asks: withLeftOversRead(predicate.asks, clause) }
    case 'all': {
      const narrows = predicate.of.some(({ is }) => is === 'test')
      return { is: 'all', of: predicate.of.map((part) => withLeftOversRead(part, clause, narrows)) }
    }
    default:
      return { is: predicate.is, of: predicate.of.map((part) => withLeftOversRead(part, clause)) }
  }
}

function read({ words, beside }: Extract<Predicate, { is: 'unread' }>, clause: Clause, isBeside: boolean): Test | undefined {
  // The disease that the trial is about: it was put here because it keeps nobody out, and asks nothing more.
  if (words === 'breast cancer') return undefined
  const place = placeOf(words, clause.text)
  const own = place ? clause.text.slice(place.start, place.end) : words
  const leftOver = leftOverOf(words, own, isBeside || beside === true)
  if (!leftOver) return undefined
  const said = place && (leftOver.beside || !NAMES.has(leftOver.head)) ? around(place, clause.text) : own
  const of: Clause = { ...clause, text: own, leftOver: { ...leftOver, said, ...(beside ? { few: true } : {}) } }
  const test = KINDS.flatMap((kind) => kind.tests(of))[0]
  return test && { ...test, start: place?.start ?? 0, end: place?.end ?? 0 }
}

/** Sorts of words that say by themselves what is asked; all others are quoted with what stands around them. */
const NAMES: ReadonlySet<string> = new Set(['illness', 'procedure', 'medicine', 'tumour'])

const KINDS = [fitsTheDescription, hasIllnessByName, hasHadProcedureByName, hasHadMedicineByName, isAskedInWords, isSettledByTheTeam].map(
  ready,
)

/** Where the words stand in the text, one after the other with only glue between; undefined where they were put together from several places. */
function placeOf(words: string, text: string): Place | undefined {
  const all = words.split(' ').filter((word) => word !== '…')
  const [first = ''] = all
  for (let start = text.indexOf(first); start >= 0; start = text.indexOf(first, start + 1)) {
    let end = start + first.length
    const isAll = all.slice(1).every((word) => {
      const at = text.indexOf(word, end)
      if (at < 0 || at > end + MOST_BETWEEN) return false
      end = at + word.length
      return true
    })
    if (isAll) return { start, end: end + (NOUN_BEHIND.exec(text.slice(end))?.[0].length ?? 0) }
  }
  return undefined
}
type Place = { start: number; end: number }
/** So many characters of glue may stand between two words. */
const MOST_BETWEEN = 60
/** Glue that says what is named: "corneal disease". */
const NOUN_BEHIND = /^ (?:diseases?|disorders?|conditions?|therap(?:y|ies)|treatments?|agents?|drugs?)\b/

/** The stretch between two marks in which the words stand: what a person is asked must be more than "recur". */
function around({ start, end }: Place, text: string): string {
  const before = text.slice(Math.max(0, start - MOST_AROUND), start)
  const after = text.slice(end, end + MOST_AROUND)
  const mark = Math.max(...MARKS.map((one) => before.lastIndexOf(one)))
  const next = Math.min(...MARKS.map((one) => after.indexOf(one)).map((at) => (at < 0 ? after.length : at)))
  // No mark so near: whole words only.
  const first = mark < 0 && before.length === MOST_AROUND ? before.indexOf(' ') : mark
  const last = next === MOST_AROUND ? after.lastIndexOf(' ') : next
  const said = `${before.slice(first + 1)}${text.slice(start, end)}${after.slice(0, Math.max(0, last))}`
  return said.replace(/\s+/g, ' ').replace(BULLET, '').trim()
}
const MARKS = [',', ';', ':', '(', ')', '. ', '\n']
const MOST_AROUND = 90
const BULLET = /^\s*(?:[*•-]|\d{1,2}[.)]|[a-z][.)])\s*|[.\s]+$/g

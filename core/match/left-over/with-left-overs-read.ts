import type { Clause } from '../clause.ts'
import { fitsTheDescription } from '../criteria/fits-the-description.ts'
import { hasGeneByName } from '../criteria/has-gene-by-name.ts'
import { hasHadMedicineByName } from '../criteria/has-had-medicine-by-name.ts'
import { hasHadProcedureByName } from '../criteria/has-had-procedure-by-name.ts'
import { hasIllnessByName } from '../criteria/has-illness-by-name.ts'
import { hasTumorByName } from '../criteria/has-tumor-by-name.ts'
import { isAskedInWords } from '../criteria/is-asked-in-words.ts'
import { isSettledByTheTeam } from '../criteria/is-settled-by-the-team.ts'
import { type Predicate, ready, type Test } from '../predicate.ts'
import { findWindow } from '../time-window.ts'
import { headOf, type LeftOver, sortsOf } from './left-over.ts'
import { asItsNeighbours } from './neighbours.ts'
import { around, placeOf } from './place-of.ts'
import { withSharedWords } from './shared-words.ts'
import { stateOfBrain } from './state-of-brain.ts'

/** `narrows`: it stands beside something that was understood. `others`: what stands beside it as another way of the same. */
type Setting = { narrows: boolean; others: readonly Test[] }
const ALONE: Setting = { narrows: false, others: [] }

/**
 * The predicate with the words that no kind took read by what they name. It is done last: what joins the parts of the sentence is settled, and
 * a reading of left-over words changes none of it. `clause`: the words of the whole piece.
 */
export function withLeftOversRead(predicate: Predicate, clause: Clause, setting: Setting = ALONE): Predicate {
  const read = (part: Predicate, of: Setting = ALONE) => withLeftOversRead(part, clause, of)
  switch (predicate.is) {
    case 'test':
      return predicate
    case 'unread':
      return readWords(predicate, clause, setting) ?? predicate
    case 'not':
      return { is: 'not', of: read(predicate.of) }
    case 'implies':
      return { is: 'implies', when: read(predicate.when), asks: read(predicate.asks) }
    case 'all': {
      const narrows = predicate.of.some(({ is }) => is === 'test')
      return { is: 'all', of: predicate.of.map((part) => read(part, { narrows, others: [] })) }
    }
    case 'any': {
      const others = predicate.of.flatMap((part) => (part.is === 'test' ? [part] : []))
      return { is: 'any', of: predicate.of.map((part) => read(part, { narrows: false, others })) }
    }
    default:
      return { is: predicate.is, of: predicate.of.map((part) => read(part)) }
  }
}

function readWords(
  { words, beside }: Extract<Predicate, { is: 'unread' }>,
  clause: Clause,
  { narrows, others }: Setting,
): Predicate | undefined {
  // The disease that the trial is about: it was put here because it keeps nobody out, and asks nothing more.
  // Of whom it is asked, where nobody says of whom: no question could settle it.
  if (words === 'breast cancer' || words === 'if it applies') return undefined
  const isBeside = narrows || beside === true
  const place = placeOf(words, clause.text)
  const shared = asItsNeighbours(words, others) ?? (place && others.length > 0 ? withSharedWords(place, others, clause) : undefined)
  const sorts = shared ? undefined : sortsOf(words, isBeside)
  if (!shared && !sorts) return undefined
  const span = { start: place?.start ?? 0, end: place?.end ?? 0 }
  if (shared || !sorts) return shared && { ...shared, ...span }
  const state = beside ? undefined : stateOfBrain(words, place, clause.text)
  if (state) return state
  const own = place ? clause.text.slice(place.start, place.end) : words
  const head = headOf(sorts, own)
  const leftOver: LeftOver = {
    words,
    head,
    beside: isBeside,
    said: place && (isBeside || !NAMES.has(head)) ? around(place, clause.text) : own.replace(/[.\s]+$/, ''),
    ...(beside ? { few: true } : {}),
    ...(place && !isBeside && TIMED.has(head) ? windowOf(clause.text, place) : {}),
  }
  for (const kind of KINDS) {
    const [test] = kind.tests({ ...clause, text: own, leftOver })
    if (test) return { ...test, ...span }
  }
  return undefined
}

/**
 * "Surgery or radiotherapy within 4 weeks", "any treatment within 4 weeks, including radiotherapy": the time that the list looks back, behind it
 * in the same sentence, or before the word that opens its examples.
 */
function windowOf(text: string, { start, end }: { start: number; end: number }): Partial<LeftOver> {
  const stop = /[;]|\.(?=\s)/.exec(text.slice(end))
  const behind = findWindow(text, end, stop ? end + stop.index : text.length)
  const sentence = text.slice(0, start).search(/(?:[;]|\.\s)[^;.]*$/) + 1
  const opened = text.slice(sentence, start).search(/\b(?:including|such as|e\.g\.)|[:(]/)
  const window = behind ?? (opened === -1 ? undefined : findWindow(text, sentence, sentence + opened))
  return window?.side === 'within' ? { days: window.days, window: window.words } : {}
}

/** Sorts of words that say by themselves what is asked; all others are quoted with what stands around them. */
const NAMES: ReadonlySet<string> = new Set(['illness', 'procedure', 'medicine', 'tumour'])
/** Sorts that are asked of a time. */
const TIMED: ReadonlySet<string> = new Set(['procedure', 'medicine'])

const KINDS = [
  fitsTheDescription,
  hasIllnessByName,
  hasHadProcedureByName,
  hasHadMedicineByName,
  hasGeneByName,
  hasTumorByName,
  isAskedInWords,
  isSettledByTheTeam,
].map(ready)

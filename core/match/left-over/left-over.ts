import { findConditions } from '../../codes/conditions.ts'
import { findDrug } from '../../codes/drugs.ts'
import { isGlue } from '../glue-words.ts'
import { namesIllness } from '../looked-up.ts'
import { sortOfWord, type WordSort } from './word-sorts.ts'

/**
 * Words of a criterion that no kind took, of which every one is known by what it names. `said`: as the trial writes them. `beside`: they stand
 * beside something that was understood, and narrow it; else they are a point of their own. `few`: so few beside a requirement that they let in.
 * `days`: how far the sentence looks back, as `window` says it.
 */
export type LeftOver = { words: string; said: string; head: WordSort; beside: boolean; few?: boolean; days?: number; window?: string }

/** What each of the words names; undefined where one is not known, or where they are too many to be one phrase. */
export function sortsOf(words: string, beside: boolean): readonly WordSort[] | undefined {
  const all = words.split(' ').filter((word) => word !== '…' && word !== '')
  // A bare number is no phrase: what it counts was lost.
  if (all.length === 0 || all.length > MOST_WORDS || (!beside && !all.some((word) => /[a-z]{2}/.test(word)))) return undefined
  const sorts: WordSort[] = []
  for (const word of all) {
    const sort = sortOf(word)
    if (!sort) return undefined
    sorts.push(sort)
  }
  return sorts
}
/** Longer stretches are sentences, whose grammar says more than their words. */
const MOST_WORDS = 8

function sortOf(word: string): WordSort | undefined {
  // "Part 1 only": a number alone measures nothing.
  if (/^\d{1,2}[a-e]?[.,:;)]*$/.test(word)) return 'describes'
  const known = sortOfWord(word)
  if (known) return known
  const plain = word.replace(/[.,;:]+$/, '')
  if (isGlue(plain)) return 'describes'
  if (findDrug(plain)) return 'medicine'
  return namesIllness(plain) || findConditions(plain).length > 0 ? 'illness' : undefined
}

/** The last word that names something: in "corneal surface disease of grade 2" the disease, whether or not its noun was dropped as glue. */
export function headOf(sorts: readonly WordSort[], said: string): WordSort {
  const naming = sorts.findLast((sort) => sort !== 'describes' && sort !== 'place' && sort !== 'group' && sort !== 'team')
  if (naming && !(sorts.includes('team') && BY_PEOPLE.test(said))) return naming
  if (naming || sorts.includes('team')) return 'team'
  if (sorts.includes('place') && /\b(?:diseases?|disorders?|conditions?)\b/.test(said)) return 'illness'
  return sorts.findLast((sort) => sort === 'place') ?? sorts.at(-1) ?? 'describes'
}

/** What people agree to, judge, or are able to do, whatever it is about. */
const BY_PEOPLE =
  /\b(?:agree\w*|willing\w*|unwilling\w*|consent\w*|refus\w*|judge\w*|opinion|investigators?|sponsor|monitor|able|unable|inability|ability|access|fluent|partner'?s?|spouse|counselor|board|interfere\w*|confound\w*|jeopardi[sz]e\w*|endanger\w*|participat\w*|approv\w*|contra-?indicat\w*)\b/

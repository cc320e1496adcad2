import { wordStems } from '../codes/word-stem.ts'
import type { Profile } from '../record/profile.ts'
import { isGlue } from './glue-words.ts'
import type { Finding, Subject } from './kind.ts'
import { sortOfWord, type WordSort } from './left-over/word-sorts.ts'
import { unmentioned } from './silence.ts'

/**
 * What keeps people out and is known by no table, looked for word by word in everything that was read: where a full history was taken and none of
 * the words that name it stands in any file, it is "not mentioned", as a careful reader would say who looked for it. One of its words somewhere
 * leaves it open. Values, genes, agreements and judgements are not looked for: their absence says nothing.
 */
export function namedNowhere(words: string, { profile, keepsOut }: Subject, said = words): Finding | undefined {
  if (keepsOut !== true) return undefined
  const naming = namingStems(words)
  const recorded = recordedStems(profile)
  if (!naming || recorded.size < ENOUGH_WORDS || naming.some((stem) => recorded.has(stem))) return undefined
  const finding = unmentioned(profile, `“${said}”`, `history:${words}`, `The trial keeps out people with “${said}”. Is that so for you?`)
  if (finding.holds !== 'no' || !finding.bySilence) return undefined
  const files = profile.documents.filter(({ read }) => read).length
  return { ...finding, because: `“${said}”: none of your ${files} files that could be read names it. Confirm with the trial team.` }
}
/** Different words; two clinic letters have as many. */
const ENOUGH_WORDS = 400

/** The beginnings of the words that say what is meant; undefined where there are none, or where some are of a sort that silence says nothing of. */
function namingStems(words: string): readonly string[] | undefined {
  const naming: string[] = []
  let names = false
  for (const word of words.toLowerCase().split(/\s+/)) {
    const sort = sortOfWord(word)
    if (/\d/.test(word) || (sort && UNTOLD.has(sort))) return undefined
    if (sort === 'describes' || sort === 'group' || isGlue(word) || GENERAL.test(word)) continue
    const stems = wordStems(word)
    naming.push(...stems)
    names ||= sort !== 'place' && stems.length > 0
  }
  return names ? naming : undefined
}
const UNTOLD: ReadonlySet<WordSort> = new Set(['measure', 'gene', 'team'])
/** Nouns that say of what sort the named thing is. */
const GENERAL =
  /^(?:disorders?|illness(?:es)?|problems?|issues?|events?|process(?:es)?|abnormalit\w+|functions?|dysfunctions?|complications?|symptoms?|syndromes?|impairments?|failures?|circumstances?|effects?|reactions?|consequences?|involvements?|toxicit\w+|malignan\w+|solid|organs?|inhibitors?|products?)\W*$/

function recordedStems(profile: Profile): ReadonlySet<string> {
  const known = CACHE.get(profile)
  if (known) return known
  const stems = new Set(profile.words?.split(' '))
  CACHE.set(profile, stems)
  return stems
}
const CACHE = new WeakMap<Profile, ReadonlySet<string>>()

import { matchesOf } from '../../codes/matches-of.ts'
import { missing, no, yes } from '../findings.ts'
import { defineKind } from '../kind.ts'

export const isOfSex = defineKind<{ sex: 'female' | 'male' | 'any' }>({
  name: 'is-of-sex',
  reads: 'Women, men or both, where a criterion is about that: "female patients", "men with breast cancer are not eligible".',
  source: 'profile: person',
  find: ({ text }) =>
    /\b(?:fe)?males?\b|\bwom[ae]n\b|\bm[ae]n\b/.test(text) && !/contracept|sterili|vasectom|sperm|condom|birth control|ejaculat/.test(text)
      ? [...matchesOf(text, PATTERN), ...matchesOf(text, SINGLE)]
          .filter(
            (match) =>
              leads(text, match.index) &&
              !ONLY_NAMES.test(text) &&
              !(text[match.index - 1] === '(' && text[match.index + match[0].length] === ')') &&
              !OF_CHILDBEARING.test(text.slice(match.index + match[0].length, match.index + match[0].length + 60)),
          )
          .map((match) => {
            const rest = ALSO.exec(text.slice(match.index + match[0].length))?.[0] ?? ''
            const female = /female|wom[ae]n/.test(match[0]) || /female|wom[ae]n/.test(rest)
            const male = /\b(?:males?|m[ae]n)\b/.test(match[0]) || /\b(?:males?|m[ae]n)\b/.test(rest)
            return {
              start: match.index,
              end: match.index + match[0].length,
              params: { sex: female && male ? ('any' as const) : female ? ('female' as const) : ('male' as const) },
            }
          })
      : [],
  asks: ({ sex }) => (sex === 'any' ? 'women and men' : sex === 'female' ? 'women' : 'men'),
  judge({ sex }, { profile }) {
    const { sex: own, evidence } = profile.person
    if (sex === 'any') return yes('Women and men are both meant.', evidence)
    if (own === undefined) return missing('The records do not say whether you are a woman or a man.', 'sex', 'Are you a woman or a man?')
    const said = own === 'female' ? 'You are a woman.' : 'You are a man.'
    return own === sex ? yes(said, evidence) : no(said, evidence)
  },
})

/** Only near the beginning of a sentence do these words say who may take part; later they say for whom something else is asked. */
const leads = (text: string, at: number) =>
  at - Math.max(text.lastIndexOf('. ', at), text.lastIndexOf('; ', at), -1) < 45 &&
  !/\b(?:for|in|from|by|of|to)\s+(?:the\s+)?$/.test(text.slice(Math.max(0, at - 12), at))
/** "Female patients who are:" says of whom the points under it are asked. */
const ONLY_NAMES =
  /^[^a-z]*(?:[a-z0-9][.)] ?)?(?:all |for |the )*(?:fe)?(?:males?|m[ae]n|women)(?: (?:patients?|participants?|subjects?))?(?: of (?:cbp|childbearing potential|child-bearing potential))?(?: (?:who|that)(?: are)?)?\s*:\s*$/
const OF_CHILDBEARING =
  /^(?:[\s,/]*(?:and|or|(?:fe)?males?|wom[ae]n|m[ae]n|patients?|participants?|subjects?)\b)*[\s,]*\(?(?:of (?:child|repro)|with (?:child|repro|a? ?partner|female partner)|partner|whose|who (?:can|could|are (?:able|preg|sexual|breast|fertile|lactat|nursing|of child))|capable|wocbp)/

const ONE = String.raw`(?:(?:adult|non-?pregnant,?|biological) )*(?:(?:fe)?males?|wom[ae]n|m[ae]n)(?: (?:patients?|participants?|subjects?))?`
/** "Adult women (before or after menopause), and adult men" */
const ALSO = /^\s*\([^()]{0,80}\)\s*,? ?(?:and|or|and\/or) (?:adult )?(?:(?:fe)?males?|wom[ae]n|m[ae]n)\b/
/** Each alone as well: in "postmenopausal women and men" the first belongs to another kind. */
const SINGLE = /\b(?:(?:fe)?males?|wom[ae]n|m[ae]n)\b/g
const PATTERN = new RegExp(
  String.raw`\b${ONE}(?: ?(?:,|or|and|\/|and\/or|, or|, and) ?${ONE})*(?! (?:of (?:child|repro)|partner|with (?:partner|female|reproductive|childbearing)|who (?:can|could|are (?:able|pregnant|sexually|breast|fertile))|capable|condom|must (?:use|agree|practice|also)|should (?:use|agree)|agree|participants who|considered|subjects (?:must|should|who)))\b`,
  'g',
)

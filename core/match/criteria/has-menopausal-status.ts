import { matchesOf } from '../../codes/matches-of.ts'
import { ageInYears } from '../../record/partial-date.ts'
import { missing, no, yes } from '../findings.ts'
import { defineKind } from '../kind.ts'

const STATES = ['pre', 'post'] as const
type Asked = { any: (typeof STATES)[number][] }

export const hasMenopausalStatus = defineKind<Asked>({
  name: 'has-menopausal-status',
  reads: 'Before, around or after menopause, with the definitions trials print (age ≥ 60, ovaries removed, amenorrhoea, FSH).',
  source: 'NCCN definition of menopause: bilateral oophorectomy, age ≥ 60, or amenorrhoea ≥ 12 months with hormone levels',
  triggers: /menopaus/,
  find: ({ text }) =>
    matchesOf(text, PATTERN).map((match) => {
      const words = match[0]
      const any: Asked['any'] = []
      if (/pre-?|peri-?/.test(words.replace(/\bprevious|prior|present/g, ''))) any.push('pre')
      if (/post-?/.test(words) || any.length === 0) any.push('post')
      const tail = DEFINITION.exec(text.slice(match.index + words.length))
      return { start: match.index, end: match.index + words.length + (tail?.index === 0 ? tail[0].length : 0), params: { any } }
    }),
  asks: ({ any }) =>
    any.length === 2 ? 'women before or after menopause' : any[0] === 'post' ? 'postmenopausal status' : 'premenopausal status',
  judge({ any }, { profile, asOf, trial }) {
    const { sex, menopausal, birthDate, evidence } = profile.person
    if (sex === 'male') return trial.sex === 'ALL' ? yes('This is asked of women only.', evidence) : no('You are a man.', evidence)
    // Nothing in the records bears it out: what stands beside it decides.
    if (any.length === 2) return yes('Women before and after menopause are both meant.', [])
    const status = menopausal ?? (birthDate && ageInYears(birthDate, asOf).least >= 60 ? 'post' : undefined)
    if (status === undefined)
      return missing(
        'The records do not say whether you are past menopause.',
        'menopause',
        'Are you past menopause, or were your ovaries removed?',
        evidence,
      )
    const isPost = status === 'post'
    const said = isPost ? 'The records show you are past menopause.' : 'The records show you are not past menopause.'
    return any.includes('post') === isPost ? yes(said, evidence) : no(said, evidence)
  },
})

const PATTERN =
  /\b(?:(?:pre|peri|post)-?(?: ?(?:\/ ?and|\/ ?or|, ?and|, ?or|\/|,|and\/or|or|and) ?(?:pre|peri|post)-?)*\s?-?menopaus(?:al|e)(?: ?(?:\/|or|and|,) ?(?:pre|peri|post)-?\s?menopausal)*|menopausal)(?: (?:status|state|women|woman|females?|patients?|subjects?))?/g
const DEFINITION =
  /^[\s,:;()]*(?:(?:status )?(?:is |are |as )?(?:defined (?:as|by)|documented by|by fulfilling|i\.e\.|based on|by at least)[^;]{0,600}?(?=\. [a-z]|;|$)|\([^()]*(?:fsh|amenorr|oophorectomy|menses|age)[^()]*\))/

import { matchesOf } from '../../codes/matches-of.ts'
import type { Evidence } from '../../record/evidence.ts'
import type { Profile } from '../../record/profile.ts'
import { missing, yes } from '../findings.ts'
import { defineKind } from '../kind.ts'

const ABOUT = {
  HER2: (profile: Profile) => profile.receptors.filter(({ her2 }) => her2 !== undefined),
  'ER and PR': (profile: Profile) => profile.receptors.filter(({ er }) => er !== undefined),
  'PD-L1': (profile: Profile) => profile.biomarkers.filter(({ gene }) => /pd-?l1/i.test(gene)),
  BRCA: (profile: Profile) => profile.biomarkers.filter(({ gene }) => /brca|germline panel/i.test(gene)),
  PIK3CA: (profile: Profile) => profile.biomarkers.filter(({ gene }) => /pik3ca/i.test(gene)),
  ESR1: (profile: Profile) => profile.biomarkers.filter(({ gene }) => /esr1/i.test(gene)),
  'menopausal status': (profile: Profile) => (profile.person.menopausal || profile.person.sex === 'male' ? [profile.person] : []),
} satisfies Record<string, (profile: Profile) => { evidence: Evidence[] }[]>
type About = keyof typeof ABOUT

export const hasKnownResult = defineKind<{ about: About[] }>({
  name: 'has-known-result',
  reads: 'A test that must have been done, whatever its result: "HER2 status must be known", "known ER and PR status".',
  source: 'profile: receptors, biomarkers, menopausal status',
  find: ({ text }) =>
    text.includes('status') || text.includes('known')
      ? matchesOf(text, PATTERN).flatMap((match) => {
          const about = NAMES.filter(([pattern]) => pattern.test(match[0])).map(([, name]) => name)
          return about.length > 0 && !/positive|negative|mutated|mutant|low\b/.test(match[0])
            ? [{ start: match.index, end: match.index + match[0].length, params: { about } }]
            : []
        })
      : [],
  judge({ about }, { profile }) {
    const unknown = about.filter((name) => ABOUT[name](profile).length === 0)
    if (unknown.length === 0)
      return yes(
        `The result is in the records: ${about.join(', ')}.`,
        about.flatMap((name) => ABOUT[name](profile).flatMap(({ evidence }) => evidence)),
      )
    return missing(
      `No result was found for ${unknown.join(', ')}.`,
      `known-${unknown[0]}`,
      `Was ${unknown.join(' and ')} tested, and what was the result?`,
    )
  },
})

const NAMES: readonly [pattern: RegExp, name: About][] = [
  [/her-?2|human epidermal/, 'HER2'],
  [/\ber\b|estrogen|\bpg?r\b|progest|hormone|\bhr\b/, 'ER and PR'],
  [/pd-?l1/, 'PD-L1'],
  [/brca/, 'BRCA'],
  [/pik3ca/, 'PIK3CA'],
  [/esr1/, 'ESR1'],
  [/menopaus/, 'menopausal status'],
]
const MARKER = String.raw`(?:her-?2(?:\/neu)?|human epidermal growth factor receptor 2(?: \(her2\))?|(?:o?estrogen|progesterone|hormone)(?: and progesterone)?[- ]receptors?(?: ?\((?:er|pg?r|hr)\))?|er|pg?r|hr|pd-?l1|g?brca(?:1?\/?2)?|pik3ca|esr1|menopausal|receptor|mutation(?:al)?)`
const LISTED = String.raw`${MARKER}(?:[ ,/]{1,2}(?:(?:and\/or|and|or) )?${MARKER})*`
const PATTERN = new RegExp(
  String.raw`\b(?:known|documented|available|confirmed|determined) ${LISTED}(?: (?:receptor|mutation|expression))* status\b|\b${LISTED}(?: (?:receptor|mutation|expression|tumou?r))* (?:status|results?) (?:must|should|has to|have to|needs? to|is required to|will|known|is known|documented|available)(?: (?:be|have|been))*(?: (?:known|documented|available|determined|assessed|confirmed|performed|tested))*(?: (?:by|per|at|prior to|before|locally|from)[^.;,]{0,50})?`,
  'g',
)

import { matchesOf } from '../../codes/matches-of.ts'
import { missing, no, yes } from '../findings.ts'
import { defineKind, type Mention } from '../kind.ts'
import { givenTreatments, givenWords, knowsTreatments } from '../treatment-history.ts'

type Asked = { below: boolean; words: string }

export const hasHadAnthracyclineDose = defineKind<Asked>({
  name: 'has-had-anthracycline-dose',
  reads: 'The cumulative (lifetime) dose of an anthracycline: above or below a limit in mg/m².',
  source: 'profile: treatments; labels of doxorubicin and epirubicin for the limits that trials take over',
  triggers: /cumulative|lifetime/,
  find: ({ text }) =>
    matchesOf(text, PATTERN).map(
      (match): Mention<Asked> => ({
        start: match.index,
        end: match.index + match[0].length,
        params: { below: BELOW.test(match[0]), words: match[0].trim() },
      }),
    ),
  judge({ below, words }, { profile }) {
    if (!knowsTreatments(profile))
      return missing('No list of earlier treatments was found.', 'treatments', 'Which treatments have you had, with dates?')
    const treatments = givenTreatments(profile)
    const given = treatments.filter(({ drugs }) => drugs.some(({ classes }) => classes.includes('anthracycline')))
    if (given.length === 0) {
      const evidence = treatments.flatMap((one) => one.evidence).slice(0, 6)
      const said = 'No anthracycline is among the treatments in the records.'
      return below ? yes(said, evidence) : no(said, evidence)
    }
    return missing(
      `Given: ${given.map(givenWords).join('; ')}. The trial speaks of ${words}; the sum of the doses was not found.`,
      'anthracycline-dose',
      'How many cycles of doxorubicin or epirubicin did you have, and at which dose?',
      given.flatMap((one) => one.evidence),
    )
  },
})

const DRUG = String.raw`(?:doxorubicin|epirubicin|daunorubicin|idarubicin|mitoxantrone|liposomal doxorubicin|anthracyclines?)`
const PATTERN = new RegExp(
  String.raw`\b(?:(?:prior|previous|received|therapy|treatment|resulting in|exceed(?:ed|ing)?|total|maximum|an?|the|with|of|to|has|had|have|${DRUG}) )*(?:cumulative|lifetime)\b(?=[^.;]{0,160}${DRUG}|[^.;]{0,100}mg)[^.;]{0,160}?\d{2,4} ?mg ?(?:\/ ?m(?:2|²|\^2| ?2)|per m2)?(?:[^.;]{0,20}${DRUG})?(?: (?:or equivalent|\(or equivalent\)))?(?:,? or (?:cumulative )?${DRUG}(?: dose)? ?[<>≥≤=]{1,2} ?\d{2,4} ?mg ?\/ ?m(?:2|²|\^2)?)*`,
  'g',
)
const BELOW = /≤|<|less than|not (?:exceed|more)|no more|up to|below|maximum/

import { matchesOf } from '../../codes/matches-of.ts'
import { ageInYears } from '../../record/partial-date.ts'
import { defineKind, type Mention } from '../kind.ts'

type Age = { least?: number | undefined; most?: number | undefined; above?: boolean; below?: boolean }

export const isOfAge = defineKind<Age>({
  name: 'is-of-age',
  reads: 'Limits of age: "aged 18 years or older", "≥ 18 years", "between 18 and 75 years of age".',
  source: 'ClinicalTrials.gov eligibility module; age in full years on the day of matching',
  triggers: /\bage|\byears?\b|\byrs?\b|\badults?\b|children|minors|pediatric|majority|legal/,
  find({ text }) {
    const mentions: Mention<Age>[] = []
    for (const match of matchesOf(text, RANGE)) {
      const [least, most] = [Number(match[1]), Number(match[2])]
      if (isAge(least) && isAge(most) && least < most)
        mentions.push({ start: match.index, end: match.index + match[0].length, params: { least, most } })
    }
    for (const match of matchesOf(text, BOUNDS)) {
      const { low, under, high } = match.groups ?? {}
      const [least, most] = [low === undefined ? undefined : Number(low), Number(high)]
      if (!isAge(most) || (least !== undefined && !isAge(least))) continue
      const params: Age = { ...(least === undefined ? {} : { least }), most, ...(under === '<' ? { below: true } : {}) }
      mentions.push({ start: match.index, end: match.index + match[0].length, params })
    }
    for (const match of matchesOf(text, LIMIT)) {
      const { sign, years, word, atLeast } = match.groups ?? {}
      const limit = Number(years)
      if (!isAge(limit) || !isAboutAge(text, match.index, match.index + match[0].length)) continue
      const isUpper = /<|≤|under|younger|less|below|up to|no older|maximum/.test(`${sign ?? ''} ${word ?? ''} ${atLeast ?? ''}`)
      const isStrict =
        sign === '>' || sign === '<' || /\b(over|under|above|below|older than|younger than|less than|greater than)\b/.test(sign ?? '')
      const params: Age = isUpper ? { most: limit, below: isStrict } : { least: limit, above: isStrict }
      mentions.push({ start: match.index, end: match.index + match[0].length, params })
    }
    for (const match of text.matchAll(
      /(?<!\b(?:have|having|had|bear|bearing|conceive|conceiving|father|fathering|produce|beget|any|more|their|your|unborn) )\b(?:children|minors|pediatric patients)\b(?! of)/g,
    ))
      mentions.push({ start: match.index, end: match.index + match[0].length, params: { most: 17 } })
    for (const match of text.matchAll(
      /\badults?\b(?! (?:criteria|formula|caregiver|patients? formula))(?:[, ]+(?:female|male|women|men)s?\b(?: (?:or|and) (?:fe)?males?)?)?/g,
    ))
      mentions.push({
        start: match.index,
        end: match.index + 'adult'.length + (match[0].startsWith('adults') ? 1 : 0),
        params: { least: 18 },
      })
    for (const match of text.matchAll(OF_MAJORITY))
      mentions.push({ start: match.index, end: match.index + match[0].length, params: { least: 18 } })
    for (const { 0: words, 1: tens = '', index } of text.matchAll(IN_WORDS)) {
      const least = YEARS[tens]
      if (least !== undefined) mentions.push({ start: index, end: index + words.length, params: { least } })
    }
    const asked = withoutChildren(mentions, text)
    // "Lansky for patients < 16 years": of whom another scale is asked.
    return text.includes('lansky')
      ? asked.filter(
          ({ start }) =>
            !/\b(?:for|in|if) (?:patients?|participants?|subjects?|children|those)?[ a-z]{0,12}$/.test(
              text.slice(Math.max(0, start - 40), start),
            ),
        )
      : asked
  },
  asks({ least, most, above, below }) {
    if (least !== undefined && most !== undefined) return `an age of ${least} to ${most}`
    return least !== undefined ? `an age ${above ? 'above' : 'of at least'} ${least}` : `an age ${below ? 'below' : 'of at most'} ${most}`
  },
  judge({ least, most, above, below }, { profile, asOf }) {
    const { birthDate, evidence } = profile.person
    if (!birthDate)
      return {
        holds: 'unknown',
        unknown: 'missing',
        because: 'No date of birth was found in the records.',
        evidence: [],
        needs: [{ key: 'birth-date', question: 'What is your date of birth?' }],
      }
    const age = ageInYears(birthDate, asOf)
    const isIn = (years: number) =>
      (least === undefined || (above ? years > least : years >= least)) && (most === undefined || (below ? years < most : years <= most))
    const [first, last] = [isIn(age.least), isIn(age.most)]
    const said = `You are ${age.least === age.most ? age.least : `${age.least} or ${age.most}`} years old`
    if (first !== last)
      return {
        holds: 'unknown',
        unknown: 'missing',
        because: `${said}; the records do not give the exact date of birth.`,
        evidence,
        needs: [{ key: 'birth-date', question: 'What is your date of birth?' }],
      }
    return { holds: first ? 'yes' : 'no', because: `${said}.`, evidence }
  },
})

/** "Age 10 to < 13 years: creatinine …", "children under 18 are not studied" beside "≥ 18": of whom another limit is asked, or why. */
function withoutChildren(mentions: Mention<Age>[], text: string): Mention<Age>[] {
  const isOfChildren = ({ params: { most } }: Mention<Age>) => most !== undefined && most <= 18
  if (!mentions.some(isOfChildren)) return mentions
  const hasAdults = mentions.some(({ params: { least, most } }) => least !== undefined && least >= 18 && (most ?? 99) > 18)
  return hasAdults || OF_CHILDREN.test(text) ? mentions.filter((one) => !isOfChildren(one)) : mentions
}
const OF_CHILDREN =
  /\bmg\b|\buln\b|creatin|karnofsky|lansky|\balt\b|\bast\b|performance|biops|tissue|assent|guardian|parents?\b|may be (?:recruited|enrolled)/

const SIGN =
  '≥|> ?=|= ?>|> ?or ?=|> ?or ?equal(?: to)?|>|≤|< ?=|= ?<|< ?or ?=|< ?or ?equal(?: to)?|<|at least|over|under|above|below|older than|younger than|greater than or equal to|less than or equal to|greater than|less than|minimum(?: age)?(?: of)?|up to|(?:under|below|over|above) the age of'
const RANGE =
  /(?:\b(?:aged?|ages?)(?: (?:of|from|is|range))*:? *)?(?:\bbetween )?\b(\d{2}) ?(?:years?|yrs?)? ?(?:-|to|and|through) ?(\d{2,3}) ?(?:years?|yrs?)(?:[- ]old| of age)?(?: inclusive)?/g
/** "≥ 18 and ≤ 75 years of age", "> 12 months and < 30 years": both ends with their signs. */
const BOUNDS =
  /(?:\bage[sd]?:? *)?(?:(?:≥|> ?=|= ?>|>|at least|between) ?(?:(?<low>\d{2})(?: ?(?:years?|yrs?)(?: old| of age)?)?|\d{1,2} ?months?(?: old| of age)?)) ?(?:and|,|to|-|but) ?(?<under>≤|< ?=|= ?<|<|up to|less than or equal to)? ?(?<high>\d{2,3}) ?(?:years?|yrs?)(?:[- ]old| of age)?/g
const LIMIT = new RegExp(
  String.raw`(?:\bage[sd]?(?: (?:is|of|must be|limit|at|\w+ening))*[: ]*)?(?<sign>${SIGN})? ?\b(?<years>\d{2}) ?(?<word>years?(?:[- ]old)?|yrs?\.?|y\/o|y\.o\.)?(?: of age)?(?: ?\b(?:or|and)\b)?(?<atLeast> ?\(?(?:older|over|above|greater|younger|more|or older|under)\)?)?(?: of age)?`,
  'g',
)
/** Eighteen in nearly every country with trials. */
const OF_MAJORITY =
  /\b(?:(?:has |have )?(?:reached |attained )?(?:is |at |of )?(?:the |an )?(?:legal )?age of (?:legal )?(?:majority|consent)|of legal age|legally (?:an )?adult)(?: (?:in|of|according to) (?:the |their |his |her |each )?(?:respective |own )?(?:country|state|jurisdiction|local law|law)(?: of [a-z]+)?)?/g
/** "Eighteen years of age or above" */
const IN_WORDS =
  /\b(eighteen|nineteen|twenty|twenty-one)\b(?: ?\(\d\d\))? years?(?: of age| old)?(?:,? (?:and|or) (?:above|older|over|more|greater))?/g
const YEARS: Record<string, number> = { eighteen: 18, nineteen: 19, twenty: 20, 'twenty-one': 21 }
const isAge = (years: number) => Number.isInteger(years) && years >= 12 && years <= 100

/** A number of years is an age only beside words of age, never a length of follow-up or of freedom from disease. */
function isAboutAge(text: string, start: number, end: number): boolean {
  const words = text.slice(start, end)
  if (/\bage|old\b|older|younger/.test(words)) return true
  if (!/\d (?:years?|yrs?)/.test(words) || !/≥|>|≤|<|at least|over|above/.test(words)) return false
  const before = text.slice(Math.max(0, start - 40), start)
  return (
    /\b(?:women|men|males?|females?|patients?|subjects?|participants?|adults?|persons?|age|aged)\b[^.;]{0,25}$/.test(before) &&
    !/within|for|past|last|since/.test(before.slice(-12))
  )
}

import { matchesOf } from '../../codes/matches-of.ts'
import type { Fact, FactValue } from '../../record/fact.ts'
import { firstDay, lastDay, type PartialDate } from '../../record/partial-date.ts'
import { type FactRule, factFrom } from '../fact-rule.ts'
import { contextOf } from '../prose/context.ts'
import { findDates } from '../prose/dates.ts'
import { evidenceAt, type Reading } from '../prose/reading.ts'
import type { Sentence } from '../prose/sentences.ts'
import { boundedSentences, isTakenBack, quoteAround } from './statements.ts'

/** Who the records are about: birth date, sex, ZIP code of the home (never of the hospital), and menopause by statement. */
export const person: FactRule = {
  name: 'person',
  version: 1,
  find: (reading) => {
    const sentences = boundedSentences(reading)
    const found = sentences.flatMap((sentence) =>
      sentence.section === 'family-history' ? [] : [...born(reading, sentence), ...sexIn(reading, sentence), ...home(reading, sentence)],
    )
    const told = found.some((one) => one.kind === 'person' && one.value.sex !== undefined) ? [] : sexByPronouns(reading, sentences)
    return [...found, ...told, ...menopause(reading)]
  },
}

type Value = FactValue<'person'>
const fact = (
  reading: Reading,
  sentence: Sentence,
  value: Value,
  start: number,
  end: number,
  certainty: 'stated' | 'probable' = 'stated',
) =>
  factFrom(
    person,
    reading,
    'person',
    value,
    [evidenceAt(reading.document, sentence.page, sentence.start + start, sentence.start + end)],
    certainty,
  )

const BORN = /\b(?:DOB|D\.O\.B\.?|date of birth|birth\s?date|born(?: on)?)\b\s*[:.]?\s*/gi

function born(reading: Reading, sentence: Sentence): Fact[] {
  const { text } = sentence
  if (!/\d/.test(text) || (sentence.section !== 'preamble' && !/\b(?:dob|d\.o\.b|birth|born)/i.test(text))) return []
  const dates = findDates(text).filter((date) => date.date.length === 10)
  const labelled = matchesOf(text, BORN).flatMap((match) => {
    const end = match.index + match[0].length
    const date = dates.find((one) => one.start >= end && one.start <= end + 3)
    if (date === undefined || contextOf(sentence, match.index, end).family) return []
    return [fact(reading, sentence, { birthDate: date.date }, match.index, date.end)]
  })
  if (labelled.length > 0 || sentence.section !== 'preamble') return labelled
  // a birth date without a word for it stands in the head beside a sex or an age: "01/19/1958     F"
  const bare = dates.find(
    (date) =>
      /^\s{1,8}(?:AGE\s+)?(?:\d{2,3}\s*Y?\s+)?[MF]\b/.test(text.slice(date.end, date.end + 24)) && Number(date.date.slice(0, 4)) < 2012,
  )
  return bare ? [fact(reading, sentence, { birthDate: bare.date }, bare.start, bare.end, 'probable')] : []
}

const SEX_WORDS: readonly (readonly ['female' | 'male', RegExp, 'stated' | 'probable'])[] = [
  ['female', /\b(?:sex|gender)\s*:?\s*(?:F\b|female)|\|\s*female\s*\|/i, 'stated'],
  ['male', /\b(?:sex|gender)\s*:?\s*(?:M\b|male)|\|\s*male\s*\|/i, 'stated'],
  [
    'female',
    /\b\d{2,3}[\s-]*(?:y\/?o\.?|y\.o\.|yrs?(?:[\s-]old)?|years?[\s-]old|year old)[\s,]+(?:\w+\s+){0,3}?(?:woman|female|lady|F\b)|\b\d{2}F\b|\b\d{2,3}\s?Y\s+F\b|\b\d{2}\s*Y(?:RS|O)?\s{1,4}F\b|\bF\s+\d{2}Y\b|\b(?:pre|peri|post)-?\s?menopausal\s+(?:[\w-]+\s+){0,4}(?:woman|lady|female)\b/i,
    'stated',
  ],
  [
    'male',
    /\b\d{2,3}[\s-]*(?:y\/?o\.?|y\.o\.|yrs?(?:[\s-]old)?|years?[\s-]old|year old)[\s,]+(?:\w+\s+){0,3}?(?:man|male|gentleman|M\b)|\b\d{2}M\b|\b\d{2,3}\s?Y\s+M\b|\bM\s+\d{2}Y\b/i,
    'stated',
  ],
  // beside the birth date or the age in a head: "05.11.1962  F", "F  30/06/1988", "56 F,"
  [
    'female',
    /\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\)?\s{1,8}F(?=\s|$)|\bF\s{2,8}\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}|^\W{0,3}\d{2}\s?F\b,|\bG\d{1,2}\s?P\d{1,2}\b/,
    'stated',
  ],
  ['male', /\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\)?\s{1,8}M(?=\s|$)|\bM\s{2,8}\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}|^\W{0,3}\d{2}\s?M\b,/, 'stated'],
  ['female', /\b(?:Mrs|Ms|Mme|Madame|Frau|Mevr(?:ouw)?)\.?\s+[A-Z][A-Za-z]|,\s*female,\s*born\b/, 'probable'],
  ['male', /\bMr\.?\s+[A-Z][a-z]|,\s*male,\s*born\b/, 'probable'],
]

function sexIn(reading: Reading, sentence: Sentence): Fact[] {
  if (
    ![
      'preamble',
      'present-illness',
      'clinical-history',
      'assessment',
      'oncologic-history',
      'indication',
      'exam',
      'other',
      'impression',
    ].includes(sentence.section)
  )
    return []
  for (const [sex, pattern, certainty] of SEX_WORDS) {
    const match = pattern.exec(sentence.text)
    if (match?.[0].startsWith('Mr') && sex === 'male' && spokenOfAsShe(reading)) continue
    if (match && !contextOf(sentence, match.index, match.index + match[0].length).family)
      return [fact(reading, sentence, { sex }, match.index, match.index + match[0].length, certainty)]
  }
  return []
}

/** A text that always says "she" of its patient, and names no sex. */
function sexByPronouns(reading: Reading, sentences: readonly Sentence[]): Fact[] {
  const { she, he } = pronouns(reading)
  const sex = she >= 3 && he === 0 ? 'female' : he >= 3 && she === 0 ? 'male' : undefined
  if (sex === undefined) return []
  const word = sex === 'female' ? /\bshe\b/i : /\bhe\b/i
  const sentence = sentences.find(({ text, section }) => section !== 'family-history' && word.test(text))
  const at = sentence?.text.search(word) ?? -1
  return sentence === undefined ? [] : [fact(reading, sentence, { sex }, at, at + 3, 'probable')]
}

/** Pronouns of a whole text; "Mr" in one that says "she" is a surgeon. */
const spokenOfAsShe = (reading: Reading): boolean => pronouns(reading).she > 0 && pronouns(reading).he === 0
function pronouns({ document }: Reading): { she: number; he: number } {
  const text = document.pages.map((page) => page.text.slice(0, MOST_READ)).join('\n')
  return { she: matchesOf(text, /\b(?:she|herself)\b/gi).length, he: matchesOf(text, /\b(?:he|himself)\b/gi).length }
}
const MOST_READ = 20_000

const ADDRESSED = /\b(?:address|home|lives|resid\w+|zip|born|patient|pt|dob|from)\b/i
const ZIP =
  /(?:,\s*|\b)(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AIT]|W[AIVY]|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming)[,.]?\s+(\d{5})(?:-\d{4})?\b|\bzip(?:\s*code)?\s*:?\s*(\d{5})\b/

/** "DOB 5/30/81      46804": the last column of the head. */
const HEAD_ZIP = /\bDOB\b.{6,60}\s{3,}(\d{5})\s*$/
/** "52F, office manager, El Dorado KS 67042" */
const AGED = /\b\d{2}\s?[FM]\b,|\b\d{2}[- ]?(?:y\/?o|year[- ]old)\b/i

/** A state and ZIP in a sentence about the patient; a hospital's letterhead has neither name nor birth date beside it. */
function home(reading: Reading, sentence: Sentence): Fact[] {
  const match =
    ZIP.exec(sentence.text) ??
    /\bzip(?:\s*code)?\s*:?\s*(\d{5})\b/i.exec(sentence.text) ??
    (sentence.section === 'preamble' ? HEAD_ZIP.exec(sentence.text) : null)
  const zip = match?.[1] ?? match?.[2]
  if (match === null || zip === undefined || !(ADDRESSED.test(sentence.text) || AGED.test(sentence.text))) return []
  if (
    /\b(?:hospital|clinic|center|pharmacy|suite|dept|department|laborator\w+|institute)\b[^.]{0,60}$/i.test(
      sentence.text.slice(0, match.index),
    ) &&
    !/\b(?:dob|address|lives|zip|home)\b/i.test(sentence.text)
  )
    return []
  return [fact(reading, sentence, { zip }, match.index, match.index + match[0].length)]
}

/**
 * Menopause as stated; removed ovaries make it post, whatever the age; drugs that rest the ovaries are given to premenopausal women;
 * a recent regular period is pre. Removal that was planned, postponed or declined has not happened.
 */
function menopause(reading: Reading): Fact[] {
  return boundedSentences(reading).flatMap((sentence): Fact[] => {
    const { text } = sentence
    if (
      sentence.section === 'family-history' ||
      !/menopaus|oophorect|\bBSO\b|ovar|\bLMP\b|menses|periods?\b/i.test(text) ||
      isTakenBack(text)
    )
      return []
    for (const { status, pattern, certainty, doneOnly } of MENOPAUSE) {
      const match = pattern.exec(text)
      if (match === null) continue
      const [start, end] = [match.index, match.index + match[0].length]
      const context = contextOf(sentence, start, end)
      if (context.negated || context.family || (doneOnly && (context.planned || (NOT_DONE.test(text) && !DONE_THEN.test(text))))) continue
      return [factFrom(person, reading, 'person', { menopausal: status }, [quoteAround(reading, sentence, start, end)], certainty)]
    }
    const last = lastPeriod(reading, text)
    return last
      ? [
          factFrom(
            person,
            reading,
            'person',
            { menopausal: last.status },
            [quoteAround(reading, sentence, last.start, last.end)],
            'probable',
          ),
        ]
      : []
  })
}

/** "Lap BSO done 05/02/2024 (risk reducing)": its purpose, not a plan. */
const DONE_THEN =
  /\b(?:BSO|oophorectomy)\b[^.;]{0,12}\b(?:done|performed|completed)\b|\b(?:s\/p|status post|underwent|had)\b[^.;]{0,60}\b(?:BSO|oophorectomy)\b/i
const NOT_DONE =
  /\b(?:planned|postponed|scheduled|has not been done|not (?:been )?done|declin\w+|discuss\w+|consider\w*|whether|asked|risk[- ]reducing|recommend\w*|in place)\b/i
const MENOPAUSE: readonly { status: 'pre' | 'peri' | 'post'; pattern: RegExp; certainty: 'stated' | 'probable'; doneOnly?: true }[] = [
  { status: 'peri', pattern: /\bperi-?\s?menopaus\w+/i, certainty: 'stated' },
  { status: 'pre', pattern: /\bpre-?\s?menopaus\w+/i, certainty: 'stated' },
  { status: 'post', pattern: /\b(?:post-?\s?menopaus\w+|menopause (?:at|in|age)\b)/i, certainty: 'stated' },
  {
    status: 'post',
    pattern:
      /\b(?:bilateral (?:salpingo-?\s?)?oophorectomy|TAH[\s/-]*BSO|(?<!\w)BSO\b|(?:both )?ovaries (?:were |are |surgically )*(?:removed|absent|out)|hysterectomy with both ovaries|uterus and ovaries surgically absent|surgical menopause)/i,
    certainty: 'stated',
    doneOnly: true,
  },
  { status: 'pre', pattern: /\bovarian (?:function )?suppression\b/i, certainty: 'probable', doneOnly: true },
]

/** A period within the last half year is pre; none for over a year, and no chemotherapy named, is post. */
function lastPeriod(reading: Reading, text: string): { status: 'pre' | 'post'; start: number; end: number } | undefined {
  const match = /\b(?:LMP|last (?:menstrual )?(?:period|menses))\b[\s:]*(?:was )?(?:in |on )?/i.exec(text)
  if (match === null || reading.said === undefined) return undefined
  const end = match.index + match[0].length
  const date: PartialDate | undefined = findDates(text, reading.said).find((one) => one.start >= end - 1 && one.start <= end + 12)?.date
  if (date === undefined) return undefined
  if (firstDay(reading.said) - lastDay(date) > 366)
    return /\bchemo/i.test(text) ? undefined : { status: 'post', start: match.index, end: end + 10 }
  return firstDay(reading.said) - lastDay(date) < 183 ? { status: 'pre', start: match.index, end: end + 10 } : undefined
}

import type { HormoneReceptor } from '../../record/fact.ts'
import { hormoneScore, SCORE_NAMED } from './hormone-scores.ts'
import {
  CHOICE,
  ends,
  firstValue,
  PENDING,
  PERCENT_NAMED,
  type ReadValue,
  readShare,
  SHARE,
  type Share,
  SIGN,
  wordsBehind,
} from './receptor-words.ts'

/** ER or PR from the words `text.slice(from, to)` that follow its name. */
export function readHormoneReceptor(text: string, from: number, to: number, kind: 'er' | 'pr'): ReadValue<HormoneReceptor> {
  const words = ofTumour(wordsBehind(text, from, to))
  if (CHOICE.test(words)) return 'pending'
  const bare = bareAllred(text, from, words)
  if (bare) return bare
  const first = firstValue(words, VALUE) ?? (PLAIN_SCORE.test(words) ? 0 : undefined)
  if (first === undefined) return PENDING.test(words.slice(0, 60)) ? 'pending' : undefined
  const pending = PENDING.exec(words)
  if (pending && pending.index < first) return 'pending'
  const said = words.slice(first).replace(FMOL, (match) => ' '.repeat(match.length))
  // a category in brackets before the measured share: "Low positive (1-9%). 5 %"
  const measured = said
    .replace(/\(\s*(?:[<>≤≥]=?\s*\d+|\d+\s*-\s*\d+)\s*%\s*\)(?=[^%]{0,24}\d\s*%)/g, (m) => ' '.repeat(m.length))
    .replace(/\([^()%]{0,30}\d\s*%[^()]{0,60}\)(?=[\s\S]{0,40}\bpercent(?:age)?\b[^%]{0,50}\d\s*%)/gi, (m) => ' '.repeat(m.length))
  const score = hormoneScore(measured, kind)
  // the figures of a score are no share
  const share = readShare(score && score.end < 24 ? `${' '.repeat(score.end)};${measured.slice(score.end + 1)}` : measured)
  // a word far behind the share is of something else: "PR 23, S-phase 2, and all nodes negative"
  const told = readWord(measured)
  const word =
    told && share && told.end - share.end > 55 && /[A-Za-z]{4}/.test(measured.slice(share.end, share.end + 30)) ? undefined : told
  // an IHC score of 0 to 3+ belongs to HER2: the columns have slipped
  if (word === undefined && share === undefined && /\bIHC\W{0,3}(?:score\W{0,3})?[0-3]\s?\+/i.test(words.slice(0, first + 4)))
    return 'unsure'
  const plain = PLAIN_SCORE.exec(words)
  const intensity = INTENSITY.exec(measured)
  const scored = score?.says ?? (plain ? (Number(plain[1]) > 2 ? 'positive' : 'negative') : undefined)
  const status = statusOf(word, share, scored, intensity !== null, kind)
  if (status === undefined) return undefined
  if (status === 'unsure') return 'unsure'
  const value: HormoneReceptor = { status }
  if (share?.exact !== undefined) value.percent = share.exact
  if (intensity?.[0]) value.intensity = intensity[0].toLowerCase().replace(/\s+/g, ' ')
  if (score?.allred !== undefined) value.allred = score.allred
  if (score?.hScore !== undefined) value.hScore = score.hScore
  const last = Math.max(word?.end ?? 0, share?.end ?? 0, score?.end ?? 0, ends(intensity))
  return { value, start: from + first, end: from + first + last }
}

/** "ER8/PR0", "ER 8 PR 7": a number up to 8 right behind the name is an Allred score where British words or scores stand around it. */
function bareAllred(text: string, from: number, words: string): ReadValue<HormoneReceptor> {
  const match =
    /^[\s:]*([0-8])(?:\s?\/\s?8)?(?![\d%.+]|\s?\/\s?\d|\s?%|\s?-\s?\d|\s?\+|\s*\(?(?:pos|neg|fmol|,?\s*(?:strong|weak|moderate)))/i.exec(
      words,
    )
  if (!match?.[1]) return undefined
  const joined = /^[0-8]/.test(words)
  const score = Number(match[1])
  if (!joined && !/\/\s?8/.test(match[0]) && !ALLRED_LAND.test(text.slice(Math.max(0, from - 500), from + 500))) {
    const around = text.slice(Math.max(0, from - 200), from + 200)
    if (score === 0 || IN_PERCENT.test(around)) return undefined
    // 1 and 2 would be negative as a score, positive as a share
    if (score < 3) return 'unsure'
  }
  return { value: { status: score > 2 ? 'positive' : 'negative', allred: score }, start: from, end: from + match[0].length }
}
const IN_PERCENT = /%|percent|\b(?:ER|PR|PgR|receptors?)\W{1,4}(?:9|\d{2,3})(?!\d|\s?\/)/i
const ALLRED_LAND = /\b(?:allred|quick ?score|oestrogen|WLE|B5[ab]|NHS|SNB|ANC|tumour)\b|\b[0-8]\s?\/\s?8\b|\bER[0-8]\b/i

/** Without the words that head a share ("percentage of positive cells: 60%") and what normal tissue shows. */
const ofTumour = (words: string) =>
  words
    .replace(/\(\s?0\s{0,2}(?:-|–|to)?\s{0,2}100\s?%\s?\)/g, (scale) => ' '.repeat(scale.length))
    .replace(/(?:%|\bpercent(?:age)?)(?:\s+of)?\s+(?:tumou?r\s+)?positive\s+(?:tumou?r\s+)?(?:cells?|nuclei)\s*[:=]?/gi, (match) =>
      ' '.repeat(match.length),
    )
    .replace(
      /\b(?:normal|benign|entrapped|adjacent|non-?neoplastic|background|surrounding|internal)\b[^.;,\n%]{0,40}?\b(?:positive|negative|stain(?:s|ed|ing)?|present)\b(?:\s*\([^)\n]{0,30}\))?/gi,
      (match) => ' '.repeat(match.length),
    )
/** "score 8" with no other name: an Allred score, for 1 to 3 could be an intensity. */
const PLAIN_SCORE = /^[\s:(]*score\s*[:=]?\s*([04-8])(?:\s?\/\s?8)?(?![\d%+]|\.\d|\s*\/)/i
const WORD = String.raw`\b(?:low[\s-]+positive|weak(?:ly)?[\s-]+positive|strong(?:ly)?[\s-]+positive|positive|pos\b|negative|neg\b|non[\s-]?reactive|(?<!non[\s-]?)reactive|none\b(?!\s(?:for|of)\b)|immunoreactive (?:tumou?r )?cells (?:not present|present|absent)|immunoreactive|(?:no|nil|lack of) (?:expression|stain(?:ing)?|reactivity|nuclear staining|immunoreactivity|immunostaining)|nil\b|not (?:expressed|detected)|unreactive|unstained|(?:strong|moderate|weak|positive|diffuse|focal|patchy)(?:,? (?:to |and )?(?:strong|moderate|weak|diffuse))? (?:nuclear )?(?:expression|positivity|reactivity)|present|absent|(?<!\b(?:un|not |non-?))detected)`
const VALUE = new RegExp(
  `${SIGN}|${WORD}|${SHARE}|${PERCENT_NAMED}|^[ \\t]*(?:\\n[ \\t]*)?[:=.]?\\s*(?:[<>≥]=?)?\\s*\\d{1,3}(?![\\d/-]|\\.\\d|\\s*\\+|[A-Za-z]|\\s*(?:mg|mcg|:)|[.)]\\s+[A-Z])|${SCORE_NAMED}|[123]\\s?\\+|^[\\s:]*(?:strong|moderate|intermediate|weak)(?:ly)?(?=\\s*(?:[.,;)\\n]|$|to\\b|in\\b|-|nuclear))`,
  'i',
)
const INTENSITY = /\b(?:strong|moderate|weak|intermediate)(?:ly)?(?:\s*(?:-|to|and|\/)\s*(?:strong|moderate|weak))?\b|(?<![\d.])[123]\s?\+/i

type Word = { says: 'positive' | 'low-positive' | 'negative'; start: number; end: number }
function readWord(words: string): Word | undefined {
  const sign = A_SIGN.exec(words)
  if (sign) return { says: sign[0].includes('+') ? 'positive' : 'negative', start: 0, end: sign[0].length }
  const match = A_WORD.exec(words)
  if (!match) return undefined
  const word = match[0].toLowerCase()
  const says = /^low/.test(word)
    ? 'low-positive'
    : /neg|non[\s-]?react|none|not|^no |^nil|^lack|^un|absent/.test(word)
      ? 'negative'
      : 'positive'
  return { says, start: match.index, end: match.index + match[0].length }
}
const A_SIGN = new RegExp(SIGN, 'i')
const A_WORD = new RegExp(WORD, 'i')

/** The status after ASCO/CAP 2020: 1 % and more is positive, of ER up to 10 % low positive. */
function statusOf(
  word: Word | undefined,
  share: Share | undefined,
  scored: 'positive' | 'low-positive' | 'negative' | 'unclear' | undefined,
  intense: boolean,
  kind: 'er' | 'pr',
): HormoneReceptor['status'] | 'unsure' | undefined {
  const says = word?.says
  if (share) {
    const none = share.upper === 0 || (share.lower === 0 && share.upper <= 1)
    // "0% positive" says how many are, not that they are
    const counted = word !== undefined && word.start >= share.end && word.start - share.end < 30
    if (says !== undefined && says !== 'negative' && none && !counted) return 'unsure'
    if (says === 'negative' && share.lower > 10) return 'unsure'
    if (says === 'negative') return 'negative'
    if (none) return 'negative'
    if (says === undefined && share.lower === 0) return undefined
    if (kind === 'er' && share.upper <= 10) return 'low-positive'
    if (says === 'low-positive') return share.lower > 10 ? 'positive' : 'low-positive'
    return 'positive'
  }
  if (says) return says
  if (scored !== undefined) return scored === 'unclear' ? undefined : scored
  return intense ? 'positive' : undefined
}

/** The amount of a cytosol assay, on a scale of its own. */
const FMOL = /\d+(?:\.\d+)?\s*(?:fmol|fm\/mg)(?:(?!pos|neg|border)[^,.;(\n]){0,30}/gi

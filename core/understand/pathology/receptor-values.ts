import type { Her2, HormoneReceptor } from '../../record/fact.ts'
import { MASK } from './receptor-text.ts'

/** What the words after a receptor's name say. `unsure` when they contradict each other or belong to another receptor. */
export type ReadValue<T> = { value: T; start: number; end: number } | 'pending' | 'unsure' | undefined

/** ER or PR from the words `text.slice(from, to)` that follow its name. */
export function readHormoneReceptor(text: string, from: number, to: number, kind: 'er' | 'pr'): ReadValue<HormoneReceptor> {
  const words = ofTumour(revised(clip(text, from, to)))
  if (CHOICE.test(words)) return 'pending'
  const bare = bareAllred(text, from, words)
  if (bare) return bare
  const first = firstValue(words, HORMONE_VALUE) ?? (/^[\s:(]*score\s*[:=]?\s*[04-8](?![\d%+]|\.\d|\s*\/)/i.test(words) ? 0 : undefined)
  if (first === undefined) return PENDING.test(words.slice(0, 60)) ? 'pending' : undefined
  const pending = PENDING.exec(words)
  if (pending && pending.index < first) return 'pending'
  const said = words.slice(first).replace(FMOL, (match) => ' '.repeat(match.length))
  // a category in brackets before the measured share: "Low positive (1-9%). 5 %"
  const measured = said
    .replace(/\(\s*(?:[<>≤≥]=?\s*\d+|\d+\s*-\s*\d+)\s*%\s*\)(?=[^%]{0,24}\d\s*%)/g, (m) => ' '.repeat(m.length))
    .replace(/\([^()%]{0,30}\d\s*%[^()]{0,60}\)(?=[\s\S]{0,40}\bpercent(?:age)?\b[^%]{0,50}\d\s*%)/gi, (m) => ' '.repeat(m.length))
  const share = readShare(measured)
  // a word far behind the share is of something else: "PR 23, S-phase 2, and all nodes negative"
  const told = readWord(measured)
  const word =
    told && share && told.end - share.end > 55 && /[A-Za-z]{4}/.test(measured.slice(share.end, share.end + 30)) ? undefined : told
  // an IHC score of 0 to 3+ belongs to HER2: the columns have slipped
  if (word === undefined && share === undefined && /\bIHC\W{0,3}(?:score\W{0,3})?[0-3]\s?\+/i.test(words.slice(0, first + 4)))
    return 'unsure'
  const allred = ALLRED.exec(measured) ?? PROPORTION.exec(measured) ?? /(?:^|\s|\()([0-8])\s?\/\s?8\b/.exec(measured)
  const hScore = /\bh[\s-]?score\s*[:=(]?\s*(?:of\s+)?(\d{1,3})\b/i.exec(measured)
  const irs = IRS.exec(measured)
  const plainScore = /^[\s:(]*score\s*[:=]?\s*([04-8])(?:\s?\/\s?8)?(?![\d%+]|\.\d|\s*\/)/i.exec(words)
  const intensity = INTENSITY.exec(measured)
  const status = statusOf(
    word,
    share,
    allred ? Number(allred[1]) : plainScore ? Number(plainScore[1]) : undefined,
    hScore ? Number(hScore[1]) : undefined,
    irs ? Number(irs[1]) : undefined,
    intensity !== null,
    kind,
  )
  if (status === undefined) return undefined
  if (status === 'unsure') return 'unsure'
  const value: HormoneReceptor = { status }
  if (share?.exact !== undefined) value.percent = share.exact
  if (intensity?.[0]) value.intensity = intensity[0].toLowerCase().replace(/\s+/g, ' ')
  if (allred) value.allred = Number(allred[1])
  if (hScore) value.hScore = Number(hScore[1])
  const last = Math.max(word?.end ?? 0, share?.end ?? 0, ends(allred), ends(hScore), ends(irs), ends(intensity))
  return { value, start: from + first, end: from + first + last }
}

/** "ER8/PR0", "ER 8 PR 7": a number up to 8 right behind the name is an Allred score where British words or scores stand around it. */
function bareAllred(text: string, from: number, words: string): ReadValue<HormoneReceptor> {
  const match =
    /^\s?[:=]?\s?([0-8])(?:\s?\/\s?8)?(?![\d%.+]|\s?\/\s?\d|\s?%|\s?-\s?\d|\s?\+|\s*(?:pos|neg|fmol|,?\s*(?:strong|weak|moderate)))/i.exec(
      words,
    )
  if (!match?.[1]) return undefined
  const joined = /^[0-8]/.test(words)
  if (!joined && !/\/\s?8/.test(match[0]) && !ALLRED_LAND.test(text.slice(Math.max(0, from - 500), from + 500))) return undefined
  const score = Number(match[1])
  return { value: { status: score > 2 ? 'positive' : 'negative', allred: score }, start: from, end: from + match[0].length }
}
const ALLRED_LAND = /\b(?:allred|quick ?score|oestrogen|WLE|B5[ab]|NHS|SNB|ANC|tumour)\b|\b[0-8]\s?\/\s?8\b|\bER[0-8]\b/i

/** HER2 from the words that follow its name; ISH numbers are read elsewhere. */
export function readHer2(text: string, from: number, to: number): ReadValue<Her2 & { word?: Her2['status'] }> {
  const words = clip(text, from, to)
  if (CHOICE.test(words) || UNDECIDED.test(words)) return 'pending'
  const first = firstValue(words, HER2_VALUE)
  const pending = PENDING.exec(words)
  if (first === undefined) return pending && pending.index < 70 ? 'pending' : undefined
  if (pending && pending.index < first) return 'pending'
  // "IHC (4B5): 0": a clone in brackets stands between the assay and its score
  const method = /\b(?:[FCSD]{0,2}-?ISH|in situ hybridi[sz]ation)\b/i.exec(words.slice(0, first))
  const said = words
    .slice(method?.index ?? first)
    .replace(/\((?=[^()]*[A-Za-z])(?=[^()]*\d)[A-Za-z0-9 -]{2,12}\)/g, (m) => (/score|ratio|\+/i.test(m) ? m : ' '.repeat(m.length)))
  const value: Her2 & { word?: Her2['status'] } = {}
  let end = 0
  const keep = (match: RegExpExecArray | null) => {
    if (match) end = Math.max(end, match.index + match[0].length)
    return match
  }
  const unclear = keep(UNCLEAR_ISH.exec(said))
  const notAmplified = keep(NOT_AMPLIFIED.exec(said))
  const amplified = notAmplified ? null : keep(AMPLIFIED.exec(said))
  if (notAmplified) value.ish = 'not-amplified'
  else if (unclear) value.ish = 'equivocal'
  else if (amplified) value.ish = DOUBTED.test(text.slice(from, from + 420)) ? 'equivocal' : 'amplified'
  const score = keep(IHC_SCORE.exec(said))
  const level = score?.slice(1).find((group) => group !== undefined) ?? inWords(keep(SCORE_WORD.exec(said))?.[1])
  if (level !== undefined) value.ihc = level === '0' ? '0' : level === '1' ? '1+' : level === '2' ? '2+' : '3+'
  const ultralow = keep(/\bultra-?\s?low\b/i.exec(said)) ?? (value.ihc === '0' ? keep(FAINT.exec(said)) : null)
  const low = ultralow ? null : keep(/(?:^\s*-?\s*|\bHER-?2[\s-]*)low\b(?!\s*(?:level|grade))/i.exec(said))
  const plain = said.replace(new RegExp(`${NOT_AMPLIFIED.source}|${AMPLIFIED.source}`, 'gi'), (m) => ' '.repeat(m.length))
  const word = keep(HER2_WORD.exec(plain))
  if (ultralow) value.word = 'ultralow'
  else if (low) value.word = 'low'
  else if (word)
    value.word = /^[(\s]*(?:pos|\+|over-?expressed)/i.test(word[0])
      ? 'positive'
      : /^[(\s]*(?:neg|-|not |no |absent)/i.test(word[0])
        ? 'negative'
        : 'equivocal'
  if (value.ihc === undefined && value.word === undefined && value.ish === undefined) {
    const share = readShare(said)
    if (share?.upper === 0) {
      value.word = 'negative'
      end = share.end
    } else return share ? 'unsure' : undefined
  }
  // a share of positive cells and no score is a hormone receptor's or Ki-67's result
  if (
    value.ihc === undefined &&
    value.ish === undefined &&
    value.word === 'positive' &&
    /^\W{0,3}\d{1,3}(?:\.\d)?\s*%\s*(?:of )?(?:positive|cells|nuclei)/i.test(said)
  )
    return 'unsure'
  // a lone plus is the score itself: "+ (1+)"
  if (value.word === 'positive' && value.ihc === '1+' && /^[(\s]*\+/.test(said)) delete value.word
  if (value.word === 'positive' && (value.ihc === '0' || value.ihc === '1+') && value.ish !== 'amplified') return 'unsure'
  if (value.word === 'negative' && value.ihc === '3+') return 'unsure'
  const begin = from + (method?.index ?? first)
  return { value, start: begin, end: begin + end }
}

/** The whole-tumour status of HER2 from its parts, after ASCO/CAP: ISH decides on 2+, 1+ and 2+/not amplified are low. */
export function her2Status({ ihc, ish, word }: Her2 & { word?: Her2['status'] }): Her2['status'] {
  if (ish === 'amplified') return 'positive'
  if (ihc === '3+') return 'positive'
  if (word === 'low' || word === 'ultralow') return word
  if (ish === 'not-amplified') return ihc === '1+' || ihc === '2+' ? 'low' : 'negative'
  if (ihc === '2+') return word === 'positive' ? 'positive' : 'equivocal'
  // unclear ISH with a score of 0 or 1+ is negative
  if (ihc === '1+') return 'low'
  if (ihc === '0') return 'negative'
  if (ish === 'equivocal') return 'equivocal'
  return word
}

/** Ki-67 in percent from the words that follow its name. */
export function readKi67(text: string, from: number, to: number): ReadValue<number> {
  const words = clip(text, from, to)
  const measured = words.replace(/\(\s*(?:[<>≤≥]=?\s*\d+|\d+\s*-\s*\d+)\s*%\s*\)(?=[^%]{0,24}\d\s*%)/g, (m) => ' '.repeat(m.length))
  const match =
    /^(?:[^%\d]|[A-Za-z]-?\d+[A-Za-z]?){0,70}?(?<![A-Za-z\d.-])(\d{1,3}(?:\.\d)?)(?:\s*%|(?=(?:\s|[.,;]\s)\s*(?:\d\b|[A-Z(])|\s*[.,;]?\s*$))/.exec(
      measured,
    )
  if (!match?.[1]) return undefined
  const value = Number(match[1])
  if (value > 100 || /^-\d/.test(measured.slice(match[0].length))) return undefined
  return { value, start: from, end: from + match[0].length }
}

/** The words with what an arrow or "revised to" replaces blanked: "ER <1% -> 40%". */
const revised = (words: string) =>
  words
    .replace(WAS_SAID, (match) => ' '.repeat(match.length))
    .replace(WAS_BUT_IS, (match) => ' '.repeat(match.length))
    .replace(REVISED, (match) => ' '.repeat(match.length))
/** Without the words that head a share ("percentage of positive cells: 60%") and what normal tissue shows. */
const ofTumour = (words: string) =>
  words
    .replace(/(?:%|\bpercent(?:age)?)(?:\s+of)?\s+(?:tumou?r\s+)?positive\s+(?:tumou?r\s+)?(?:cells?|nuclei)\s*[:=]?/gi, (match) =>
      ' '.repeat(match.length),
    )
    .replace(
      /\b(?:normal|benign|adjacent|non-?neoplastic|background|surrounding|internal)\b[^.;,\n%]{0,40}?\b(?:positive|negative|stain(?:s|ed|ing)?|present)\b(?:\s*\([^)\n]{0,30}\))?/gi,
      (match) => ' '.repeat(match.length),
    )
/** "was initially reported as negative", "corrected from positive to" */
const WAS_SAID =
  /^\s*(?:was |were |had been )?(?:(?:initially|originally|previously|first) (?:(?:reported|called|read|interpreted|scored|stated) )?(?:as |to be )?(?:weakly |low )?(?:positive|negative|equivocal)(?:\s*\([^)\n]{0,30}\))?|(?:has been |is )?(?:revised|corrected|changed|amended|upgraded|downgraded|converted) from [^.;\n]{1,30}? to\b)/i
/** "was positive in the 2015 mastectomy but is negative" */
const WAS_BUT_IS = /^\s*(?:was|were)\s+(?:positive|negative)\b[^.;\n]{0,60}\b(?:but|and)\s+(?:is\s+|are\s+)?(?:now\s+)?(?=pos|neg)/i
const REVISED =
  /^[\s:(=-]{0,6}(?:(?:positive|negative|low positive)[\s,(]{0,3})?(?:[<>]\s?)?\d{0,3}\s?%?\)?\s*(?:->|→|=>|(?:was |has been )?(?:revised|corrected|changed|amended) to)(?=\s*(?:[<>]?\s?\d|pos|neg|low))/i

/** "proportion score 5, intensity score 3, total 8" */
const PROPORTION =
  /\bprop\w*(?:\s+score)?\W{0,3}[0-5](?:\s?\/\s?5)?\W{1,4}(?:and\s)?int\w*(?:\s+score)?\W{0,3}[0-3](?:\s?\/\s?3)?\W{1,4}(?:total|sum|allred|=)?(?:\s+score)?\W{0,4}([0-8])\b/i
/** Immunoreactive score of Remmele and Stegner, 0 to 12. */
const IRS = /\b(?:IRS|immunoreactive score|remmele(?:[ -]score)?)\s*[:=(]?\s*(?:of\s+)?(?:[0-4]\s*[x×*]\s*[0-3]\s*=\s*)?(\d{1,2})(?![\d%])/i

/** An Allred (Quick) score, a sum written out included: "8/8", "= 8 (PS 5, IS 3)", "PS 5 + IS 3 = 8". */
const ALLRED =
  /\b(?:allred|quick|QS)\)?(?:\s*\(allred\))?(?:\s+(?:total\s+)?score)?\s*[:=(]?\s*(?:of\s+)?(?:(?:ps|prop\w*)?\s*[:=]?\s*[0-5]\s*[+,]\s*(?:is|int\w*)?\s*[:=]?\s*[0-3]\s*=\s*)?([0-8])(?:\s*\/\s*8)?(?![\d%]|\s*[+-]\s*\d)\b/i

const clip = (text: string, from: number, to: number) => {
  const words = text.slice(from, to)
  const stop = words.search(STOP)
  return stop === -1 ? words : words.slice(0, stop)
}

/** Words that begin another subject: nothing after them belongs to the receptor. */
const STOP = new RegExp(
  `${MASK}|\\b(?:if\\b|e-?cadherin|p63|p53|ck\\s?\\d|cytokeratin|keratin|gata-?3|egfr|pd-?l1|s-phase|dna index|aneuploid\\w*|ploidy|androgen receptor|AR\\b|margins?|lymph nodes?|carcinoma in situ|dcis|nottingham|grade\\b|pathologic(?:al)? stag|clinical history|gross description|oncotype|methodology|controls?\\b|block summary|see (?:comment|note)|staging|TMB|BRCA[12]|PIK3CA|ESR1|I certify|recurrence|metasta(?:sis|ses|tic) to)`,
  'i',
)
/** The words of a form that nobody filled in. */
const CHOICE =
  /^[\s:=]{0,4}\(?(?:(?:pos(?:itive)?\s*[/|]\s*neg(?:ative)?|neg(?:ative)?\s*[/|]\s*pos(?:itive)?)\b|0\s*[/|,]\s*1\+?\s*[/|,]\s*2\+?\s*[/|,])/i
/** A test that could not be read is no equivocal one. */
const UNDECIDED =
  /^[^.;\n]{0,24}\bindeterminate\b[^.;\n]{0,40}\b(?:insufficient|artefact|artifact|technical|inadequate|fixation|no invasive)/i
const PENDING =
  /\b(?:pending|to follow|ordered|not (?:performed|done|available|repeated|tested|reported|provided|evaluated|assessed)|will be|to be (?:performed|reported)|in progress|requested|awaited|separate report|see (?:separate|addendum|prior)|insufficient|cannot be|n\/a|unknown)\b/i

/** A dash before one of these only joins the name to its value: "ER - Positive". */
const VALUE_FOLLOWS = String.raw`\s*(?:\+|[:=]\s*\d|pos|neg|strong|weak|moderate|diffuse|patchy|focal|low\b|equiv|border|score|allred|quick|[<>≤≥~]|\d|no\b|not\b|present|absent)`
const SIGN = String.raw`^\s?(?:status\s?)?[(]?\s?(?:\+{1,3}|(?:-|–|−)(?!${VALUE_FOLLOWS}))(?=[\s.,;:)/&|]|$|ve\b|and\b|HER|PR|ER|P[gG]R)`
const WORD = String.raw`\b(?:low[\s-]+positive|weak(?:ly)?[\s-]+positive|strong(?:ly)?[\s-]+positive|positive|pos\b|negative|neg\b|non[\s-]?reactive|(?<!non[\s-]?)reactive|none\b|immunoreactive (?:tumou?r )?cells (?:not present|present|absent)|immunoreactive|(?:no|nil|lack of) (?:expression|stain(?:ing)?|reactivity|nuclear staining|immunoreactivity|immunostaining)|nil\b|not (?:expressed|detected)|unreactive|unstained|(?:strong|moderate|weak|positive|diffuse|focal|patchy)(?:,? (?:to |and )?(?:strong|moderate|weak|diffuse))? (?:nuclear )?(?:expression|positivity|reactivity)|present|absent)`
const SHARE = String.raw`(?:(?:<|>|≤|≥|=|~|less than|greater than|more than|fewer than|at least|over|approx(?:imately|\.)?|about|up to|nearly|in)\s*=?\s*)*\d{1,3}(?:\.\d+)?\s*(?:%\s*)?(?:-|–|to)?\s*(?:\d{1,3})?\s*%`
const HORMONE_VALUE = new RegExp(
  `${SIGN}|${WORD}|${SHARE}|^\\s*[:=.]?\\s*(?:[<>≥]=?)?\\s*\\d{1,3}(?![\\d/-]|\\.\\d|\\s*\\+|[A-Za-z]|\\s*(?:mg|mcg|:))|\\b(?:allred|quick|QS|prop(?:ortion)?\\s+score|IRS|immunoreactive score|remmele)|\\bh[\\s-]?score|[123]\\s?\\+|\\b[0-8]\\s?\\/\\s?8\\b`,
  'i',
)
const HER2_VALUE = new RegExp(
  String.raw`^\s?(?:status\s?)?[(]?\s?(?:\+|(?:-|–|−)(?!${VALUE_FOLLOWS}))(?=[\s.,;:)/&|]|$|ve\b|and\b|low|ER|PR)|\b(?:positive|pos\b|negative|neg\b|equivocal|indeterminate|borderline|ultra-?\s?low|low\b|(?:not|non|un|no)?[\s-]*amplifi(?:ed|cation)|over-?expressed|not over-?expressed|no over-?expression|not detected|not expressed|no (?:membran\w+ )?(?:staining|expression)|score|absent|normal\b|normal|ihc|(?:one|two|three)[\s-]plus)|^\s*[:=]\s*[123](?=\s*(?:[,;(]|\.(?!\d)|\n|$))|[0-3]\s?(?:-\s?[1-3]\s?)?\+|(?<![\d.])0(?!\d|\.\d)|\d{1,3}(?:\.\d+)?\s*%`,
  'i',
)
const NOT_AMPLIFIED =
  /\b(?:not|no evidence of|no|non|un|negative for|without)[\s-]*(?:(?:gene|her-?2(?:\/neu)?)\s+)*amplifi(?:ed|cation)|\bamplification\W{1,3}(?:is\s|was\s)?(?:not (?:detected|identified|present|seen)|absent|none\b|neg(?:ative)?\b)|\b(?:(?:F|C|S|D)?-?ISH|in situ hybridi[sz]ation)(?:\s*\([^)]{0,20}\))?\s*[:=]?\s*(?:(?:ratio\s*[:=]?\s*)?\d{1,2}\.\d{1,2}[\s,(]{1,2})?(?:is\s+|was\s+)?(?:neg(?:ative)?\b|normal\b|-(?=[\s.,;)/]|$)(?!\s*(?:ampl|pos|\d)))|\bneg(?:ative)? by (?:F|C|S|D)?-?ISH|\bnot amplif/i
const AMPLIFIED =
  /(?<!\bif )\bamplifi(?:ed|cation\W{1,3}(?:is\s|was\s)?(?:present|detected|identified|positive))\b|\b(?:(?:F|C|S|D)?-?ISH|in situ hybridi[sz]ation)(?:\s*\([^)]{0,20}\))?\s*[:=]?\s*(?:is\s+|was\s+)?(?:pos(?:itive)?\b|\+(?=[\s.,;)/]|$))|\bpos(?:itive)? by (?:F|C|S|D)?-?ISH/i
const UNCLEAR_ISH =
  /\b(?:[FCSD]{0,2}-?ISH|in situ hybridi[sz]ation)(?:\s*\([^)]{0,20}\))?\s*[:=]?\s*(?:is\s+|was\s+|results?\s*:?\s*)?(?:equivocal|borderline)\b/i
const DOUBTED = /\bmay not\b[\s\S]{0,80}\b(?:reflect|represent|indicate)|amplification (?:is )?equivocal/i
const NOT_A_SHARE = String.raw`(?![\d%]|\.\d|\s*(?:-|–)\s*\d|\s*%)`
const IHC_SCORE = new RegExp(
  [
    String.raw`(?<![\d.]|\d\s?-\s?)([0-3])\s?\+(?!\s*(?:-|–|to)\s*[0-3]|\s*\/\s*[0-2])`,
    String.raw`\b(?:score|ihc|intensity)\)?(?:\s*(?:of|is|was))?\s*[:=(]?\s*(?:score\s*)?([0-3])${NOT_A_SHARE}`,
    String.raw`^\s*[:=]\s*([123])(?=\s*(?:[,;(]|\.(?!\d)|\n|$))`,
    String.raw`^\s*[:=(.]{0,2}\s*\(?\s*(0)(?!\/(?!\s?3))${NOT_A_SHARE}`,
    String.raw`\b(?:negative|neg|ultra-?low)\W{0,3}\s*(0)${NOT_A_SHARE}`,
    String.raw`(?<=%\s*[.,]\s*)(0)${NOT_A_SHARE}`,
  ].join('|'),
  'i',
)
const SCORE_WORD = /\b(one|two|three)[\s-]plus\b/i
const inWords = (word: string | undefined) => (word === undefined ? undefined : /^one/i.test(word) ? '1' : /^two/i.test(word) ? '2' : '3')
const FAINT = /\b(?:faint|barely perceptible|incomplete)\b[^.\n]{0,80}?(?:<|≤|<=|less than(?: or equal to)?|up to|in|≤)\s*(?:10|[1-9])\s*%/i
const HER2_WORD = new RegExp(
  String.raw`^\s?(?:status\s?)?[(]?\s?(?:\+|(?:-|–|−)(?!${VALUE_FOLLOWS}))(?=[\s.,;:)/&|]|$|ve\b|and\b|ER|PR)|\b(?:positive|pos\b|negative|neg\b|equivocal|indeterminate|borderline|not over-?expressed|no over-?expression|over-?expressed|not detected|not expressed|no (?:membran\w+ )?(?:staining|expression)|absent)`,
  'i',
)
const INTENSITY = /\b(?:strong|moderate|weak|intermediate)(?:ly)?(?:\s*(?:-|to|and|\/)\s*(?:strong|moderate|weak))?\b|(?<![\d.])[123]\s?\+/i

/** Before the first value only words stand that lead to it; a long way through other words is no reading. */
function firstValue(words: string, pattern: RegExp): number | undefined {
  const match = pattern.exec(words)
  if (!match) return undefined
  const gap = words.slice(0, match.index).replace(LEADING, ' ')
  return gap.replace(/[^A-Za-z0-9]/g, '').length <= 22 ? match.index : undefined
}
const LEADING =
  /\([^)]{0,60}\)|\b(?:receptors?|rec|status|results?|allred|quick|total|weak|moderate|strong|intense|faint|barely|perceptible|complete|incomplete|circumferential|uniform|more|less|than|ihc|immunohistochem\w*|immunoperoxidase|stud(?:y|ies)|assay|analysis|by|is|are|was|were|the|of|for|in|to|be|an?|activity|judged|as|interpreted|expression|overexpression|protein|oncoprotein|gene|antigen|nuclei|nuclear|tumou?r|cells?|invasive|interpretation|intensity|block|number|performed|on|another|specimen|specify|staining|stains?|stained|shows?|demonstrates?|membrane|tissue|surgical|excision|fish|cish|d?ish|dual|probe|clone|vendor|score|breast|report|neu|case|[A-Z]{1,3}\d{1,4}[A-Z]?\d?)\b/gi

type Word = { says: 'positive' | 'low-positive' | 'negative'; end: number }
function readWord(words: string): Word | undefined {
  const sign = new RegExp(SIGN, 'i').exec(words)
  if (sign) return { says: sign[0].includes('+') ? 'positive' : 'negative', end: sign[0].length }
  const match = new RegExp(WORD, 'i').exec(words)
  if (!match) return undefined
  const word = match[0].toLowerCase()
  const says = /^low/.test(word)
    ? 'low-positive'
    : /neg|non[\s-]?react|none|not|^no |^nil|^lack|^un|absent/.test(word)
      ? 'negative'
      : 'positive'
  return { says, end: match.index + match[0].length }
}

/** A share of cells: its least and most in percent, and the number when one is stated. */
type Share = { lower: number; upper: number; exact?: number; end: number }
function readShare(words: string): Share | undefined {
  const range = /(?<![\d.])(\d{1,3})\s*%?\s*(?:-|–|to)\s*(\d{1,3})\s*%/.exec(words)
  const single =
    /(?:(<|≤|less than|fewer than|under|up to)|(>|≥|greater than|more than|at least|over))?\s*=?\s*(?<![\d.])(\d{1,3}(?:\.\d+)?)\s*\d?\s*%/i.exec(
      words,
    )
  const bare = /^\s*[:=.]?\s*([<>≥]=?)?\s*(\d{1,3})(?![\d/-]|\.\d|\s*\+|[A-Za-z]|\s*%)/.exec(words)
  if (range && (!single || range.index <= single.index)) {
    const [lower, upper] = [Number(range[1]), Number(range[2])]
    return lower <= upper && upper <= 100 ? { lower, upper, end: range.index + range[0].length } : undefined
  }
  if (single?.[3] !== undefined) {
    const number = Number(single[3])
    if (number > 100) return undefined
    const end = single.index + single[0].length
    if (single[1]) return { lower: 0, upper: number, end }
    if (single[2]) return number <= 1 ? { lower: number, upper: 100, end } : { lower: number, upper: 100, exact: number, end }
    // the threshold of a template whose "≥" was lost: "immunoreactive tumor cells present (1%)"
    if (number === 1 && /present\s*\(\s*1\s*%/i.test(words)) return { lower: 1, upper: 100, end }
    return { lower: number, upper: number, exact: number, end }
  }
  if (bare && !single) {
    const number = Number(bare[2])
    if (number <= 100 && bare[1]?.startsWith('<')) return { lower: 0, upper: number, end: bare[0].length }
    if (number <= 100) return { lower: number, upper: bare[1] ? 100 : number, exact: number, end: bare[0].length }
  }
  return undefined
}

function statusOf(
  word: Word | undefined,
  share: Share | undefined,
  allred: number | undefined,
  hScore: number | undefined,
  irs: number | undefined,
  intense: boolean,
  kind: 'er' | 'pr',
): HormoneReceptor['status'] | 'unsure' | undefined {
  const says = word?.says
  if (share) {
    const none = share.upper === 0 || (share.lower === 0 && share.upper <= 1)
    if (says !== undefined && says !== 'negative' && none) return 'unsure'
    if (says === 'negative' && share.lower > 10) return 'unsure'
    if (says === 'negative') return 'negative'
    if (none) return 'negative'
    if (says === undefined && share.lower === 0) return share.upper <= 10 ? undefined : undefined
    if (kind === 'er' && share.upper <= 10) return 'low-positive'
    if (says === 'low-positive') return share.lower > 10 ? 'positive' : 'low-positive'
    return 'positive'
  }
  if (says) return says
  if (allred !== undefined) return allred > 2 ? 'positive' : 'negative'
  if (hScore !== undefined) return hScore > 10 ? 'positive' : hScore === 0 ? 'negative' : undefined
  if (irs !== undefined) return irs === 0 ? 'negative' : irs > 2 ? 'positive' : undefined
  return intense ? 'positive' : undefined
}

/** The amount of a cytosol assay, on a scale of its own. */
const FMOL = /\d+(?:\.\d+)?\s*(?:fmol|fm\/mg)(?:(?!pos|neg|border)[^,.;(\n]){0,30}/gi

const ends = (match: RegExpExecArray | null) => (match ? match.index + match[0].length : 0)

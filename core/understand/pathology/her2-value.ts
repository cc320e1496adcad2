import type { Her2 } from '../../record/fact.ts'
import { CHOICE, firstValue, PENDING, type ReadValue, readShare, SIGN, wordsBehind } from './receptor-words.ts'

/** HER2 from the words that follow its name; ISH numbers are read elsewhere. */
export function readHer2(text: string, from: number, to: number): ReadValue<Her2 & { word?: Her2['status'] }> {
  const words = wordsBehind(text, from, to)
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
  const pluses = score ? null : keep(PLUSES.exec(said))
  const level =
    score?.slice(1).find((group) => group !== undefined) ??
    (pluses
      ? String((pluses[1] ?? pluses[2] ?? '').length)
      : inWords(keep(SCORE_WORD.exec(said))?.find((group, index) => index > 0 && group !== undefined)))
  if (level !== undefined) value.ihc = level === '0' ? '0' : level === '1' ? '1+' : level === '2' ? '2+' : '3+'
  // one plus called negative is the score
  if (level === undefined && /^[\s:]*\+\s*[(,]?\s*neg/i.test(words)) value.ihc = '1+'
  const ultralow = keep(/\bultra-?\s?low\b/i.exec(said)) ?? (value.ihc === '0' ? keep(FAINT.exec(said)) : null)
  const low = ultralow ? null : keep(/(?:^\s*-?\s*|\bHER-?2[\s-]*)low\b(?!\s*(?:level|grade))/i.exec(said))
  const plain = said.replace(new RegExp(`${NOT_AMPLIFIED.source}|${AMPLIFIED.source}`, 'gi'), (m) => ' '.repeat(m.length))
  const word = keep(HER2_WORD.exec(plain))
  if (ultralow) value.word = 'ultralow'
  else if (low) value.word = 'low'
  else if (keep(ZERO_TO_ONE.exec(said)) && value.ihc === undefined) value.word = 'negative'
  else if (word)
    value.word = /^[([\s:]*(?:pos|\+|over-?expressed)/i.test(word[0])
      ? 'positive'
      : /^[([\s:]*(?:neg|-|–|−|not |no |absent|d(?:oes|o|id) not)/i.test(word[0])
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
  // a lone plus is the score itself: "+ (1+)", "++"
  if (value.word === 'positive' && (value.ihc === '1+' || value.ihc === '2+') && /^[([\s:]*\+/.test(said)) delete value.word
  // "HER2: +" may be one plus of three, unless the receptors beside it are told by signs too
  if (
    value.word === 'positive' &&
    value.ihc === undefined &&
    LONE_PLUS.test(words) &&
    !BY_SIGNS.test(text.slice(Math.max(0, from - 160), from))
  )
    return undefined
  // "weakly positive (2+), FISH ordered" waits for the test that decides
  if (
    value.word === 'positive' &&
    value.ihc === '2+' &&
    (WEAKLY.test(words.slice(0, 120)) || ISH_AWAITED.test(text.slice(from, from + 240)))
  )
    delete value.word
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

const WEAKLY = /\bweak(?:ly)?[\s-]{1,2}pos/i
const ISH_AWAITED =
  /\b[FCSD]{0,2}-?ISH\b[^.;\n]{0,30}\b(?:ordered|pending|to follow|awaited|requested|advised|recommended|suggested|will be)\b|\badv\w*\.?\s?:?\s?[FCSD]{0,2}ISH\b/i
/** "0-1+": negative by either. */
const ZERO_TO_ONE = /(?<![\d.])0\s?(?:-|–|to|or|\/)\s?1\s?\+/i
const LONE_PLUS = /^(?:[\s:]*:|\s{2,})\s*[([]?\s?\+(?![+\w])(?!\s*[(,;]?\s*(?:pos|[0-3]|over|amplif|IHC|F?ISH))/i
const BY_SIGNS = /\b(?:ER|PR|PgR|R[EOP]|receptors?)\b\W{0,4}[([]?[-+–](?![\w+])/i
/** A test that could not be read is no equivocal one. */
const UNDECIDED =
  /^[^.;\n]{0,24}\bindeterminate\b[^.;\n]{0,40}\b(?:insufficient|artefact|artifact|technical|inadequate|fixation|no invasive)/i
const HER2_VALUE = new RegExp(
  String.raw`${SIGN}|\+{2,3}|\b(?:positive|pos\b|negative|neg\b|equivocal|indeterminate|borderline|ultra-?\s?low|low\b|(?:not|non|un|no)?[\s-]*amplifi(?:ed|cation)|over-?expressed|not over-?expressed|no over-?expression|not detected|not expressed|(?:does|do|did) not (?:show|demonstrate|exhibit|over-?express|express)|no (?:membran\w+ )?(?:staining|expression)|score|absent|normal\b|normal|ihc|(?:one|two|three)[\s-]plus|zero\b)|^\s*[:=]\s*[123](?=\s*(?:[,;(]|\.(?!\d)|\n|$))|[0-3]\s?(?:-\s?[1-3]\s?)?\+|(?<![\w.])0(?!\w|\.\d)|\d{1,3}(?:\.\d+)?\s*%`,
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
    // of three: "0/3+"
    String.raw`(?<![\d.+])([0-3])\s?\+?\s?\/\s?3\s?\+`,
    String.raw`(?<![\d.]|\d\s?-\s?)([0-3])\s?\+(?!\s*(?:-|–|to)\s*[0-3]|\s*\/\s*[0-2](?!\d))`,
    String.raw`\b(?:scored?|ihc|intensity)\)?(?:\s*(?:of|is|was(?: reported as)?))?[\s:=(.|—–-]{0,14}(?:score\s*)?([0-3])${NOT_A_SHARE}`,
    String.raw`^\s*[:=]\s*([123])(?=\s*(?:[,;(]|\.(?!\d)|\n|$))`,
    String.raw`^\s*[:=(.]{0,2}\s*\(?\s*(0)(?!\/(?!\s?3))${NOT_A_SHARE}`,
    String.raw`\b(?:negative|neg|ultra-?low)\W{0,3}\s*(0)${NOT_A_SHARE}`,
    String.raw`(?<=%\s*[.,]\s*)(0)${NOT_A_SHARE}`,
  ].join('|'),
  'i',
)
const SCORE_WORD = /\b(one|two|three)[\s-]plus\b|^\s*(?:is\s|was\s|scored?\s){0,2}(zero)\b/i
/** "++", "+/+++": the score in plus signs. */
const PLUSES = /(?<![+\d] ?)(\+{1,3}) ?\/ ?\+{3}(?!\+)|(?<!\w|[+\d] ?)(\+{2,3})(?![+\w])/
const inWords = (word: string | undefined) =>
  word === undefined ? undefined : /^zero/i.test(word) ? '0' : /^one/i.test(word) ? '1' : /^two/i.test(word) ? '2' : '3'
const FAINT = /\b(?:faint|barely perceptible|incomplete)\b[^.\n]{0,80}?(?:<|≤|<=|less than(?: or equal to)?|up to|in|≤)\s*(?:10|[1-9])\s*%/i
const HER2_WORD = new RegExp(
  String.raw`${SIGN}|\b(?:positive|pos\b|negative|neg\b|equivocal|indeterminate|borderline|not over-?expressed|no over-?expression|(?:does|do|did) not (?:show|demonstrate|exhibit|over-?express|express)|over-?expressed|not detected|not expressed|no (?:membran\w+ )?(?:staining|expression)|absent)`,
  'i',
)

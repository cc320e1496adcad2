import { matchesOf } from '../../codes/matches-of.ts'
export const MARKERS = ['er', 'pr', 'her2', 'ki67'] as const
export type Marker = (typeof MARKERS)[number]
/** A place that names a receptor: `text.slice(start, end)`. */
export type Label = { marker: Marker; start: number; end: number }

/**
 * Every place that names ER, PR, HER2 or Ki-67, in reading order. ER the emergency room, ER "extended release" and
 * PR the partial response or pulse are left out.
 */
export function receptorLabels(text: string): Label[] {
  const labels: Label[] = []
  for (const match of matchesOf(text, LABEL)) {
    const groups = match.groups ?? {}
    const marker = MARKERS.find((one) => groups[one] !== undefined)
    if (marker === undefined) continue
    const label = { marker, start: match.index, end: match.index + match[0].length }
    if (!isOther(text, label, match[0])) labels.push(label)
  }
  return labels.filter((label, index) => !isPartialResponse(text, label, labels[index - 1], labels[index + 1]))
}

const HER2 = String.raw`(?:c-?erb[\s-]?b-?2|her(?:[\s-]|\s-\s)?[2z](?![\d/]*\/\d{2,}))(?:\s{0,3}[\/-]?\s{0,3}neu)?(?:\s*\((?:c-?erb[\s-]?b-?2|her[\s-]?2(?:\s{0,3}[\/-]?\s{0,3}neu)?)\))?`
/** What stands behind a short name that is also another word. */
const RESULT = String.raw`\s*(?:[:=(|]\s*[(]?\s*(?:pos|neg|\d{1,3}\b|[+-]|[<>]|fuerte|intens|debil|score|allred|no\b)|pos|neg|\+|-(?=[\s,;.)])|\d{1,3}\s*%)`
/** "RE" (and "RO") of Spanish, French, Italian and Portuguese reports: with "RP" close behind. */
const PAIR_OF_RP = String.raw`\bR[EO](?=${RESULT}[^\n]{0,120}\n?[^\n]{0,60}\bRP\b)`
const LABEL = new RegExp(
  [
    String.raw`(?<er>\bo?estrogenes\b|\bo?estradiol receptors?\b|\b(?:receptor(?:es)?(?: de| a)? |r\. ?)(?:los )?estrogenos?\b|\b(?:o?e|o)strogen-?rezeptor(?:en)?\b|\bo?estr[oa]gen(?:[\s-]+rec(?:eptors?\b|ep\b\.?|\.)?)?(?:\s*\(\s*ER[ab]?\s*\))?|\bO?EST(?:ROG)?[. ]{1,3}REC(?:EP(?:T(?:ORS?)?)?)?\b\.?|\bOER\b|\bERs?\b(?!-?beta)|\bER(?=[0-8](?:\s?\/\s?8)?(?![\w%.+]))|\bE\. ?R\b\.?|\bE R\b(?=\s?(?:[:=(|+-]|\.{2}|status\b|rec|pos|neg|\d{1,3}\s?%|[0-8]\s?\/\s?8)|\s{2,}(?:pos|neg|\d))|${PAIR_OF_RP}|\ber(?=\s*\/\s*pr\b|[\s:]{1,2}(?:\d{1,3}\b|pos|neg|[+-])[^\n]{0,24}\bpr\b))`,
    String.raw`(?<pr>\bPROG(?:EST)?[. ]{1,3}REC(?:EP(?:T(?:ORS?)?)?)?\b\.?|\b(?:receptor(?:es)?(?: de| a)? |r\. ?)(?:la )?progesterona\b|\bprogesteron-?rezeptor(?:en)?\b|\bprogest(?:er[a-z]{1,3}|r[a-z]{2,4}|in)s?(?:[\s-]+rec(?:eptors?|\.)?)?(?:\s*\(\s*P(?:g|G)?R\s*\))?|\bP[gG]?R\b|\bP[gG]?R(?=[0-8](?:\s?\/\s?8)?(?![\w%.+]))|\bP\. ?R\b\.?|\bP R\b(?=\s?(?:[:=(|+-]|\.{2}|status\b|rec|pos|neg|\d{1,3}\s?%|[0-8]\s?\/\s?8)|\s{2,}(?:pos|neg|\d))|\bRP(?=${RESULT})(?<=\bR[EO]${RESULT}[\s\S]{0,180})|(?<=\ber\s*\/\s*)pr\b|(?<=\ber[\s:][^\n]{1,24})\bpr\b(?=[\s:]{1,2}(?:\d|pos|neg|[+-])))`,
    String.raw`(?<her2>(?<![A-Za-z0-9])${HER2}(?![a-z0-9])|\bH ?E ?R ?[-/]? ?2\b(?=\s{0,3}(?:[:=(|\/+-]|neu|pos|neg|equiv|[0-3]\s?\+|\.{2}))|\bERBB-?2(?=\s*(?:\((?:HER|IHC)|(?:by )?IHC|protein|[:=]?\s*(?:score|[0-3]\s?\+|(?:pos|neg|equiv)\w*\s*\(?[0-3]\s?\+)))|\bher two\b(?=\s(?:neu\s)?(?:is\s|was\s|status\s)?(?:pos|neg|equiv|score|by\s|(?:zero|one|two|three)\b))|\bH2N?\b(?=\s{0,2}[:=]?\s{1,8}(?:pos|neg|equiv|[0-3]\s?\+))|\bHERCEPTEST\b|\bconcurrent IHC\b|(?<!\b(?:her-?2|neu|erbb-?2|ER|PR|receptors?)\b[^.;\n]{0,30})\bIHC(?=\s*(?:score\s*)?[:=]?\s*[0-3]\s?\+)|\bimmunoperoxidase studies(?=[\s:.-]*(?:performed on another specimen[\s:.-]*)?(?:specify specimen[\s:.-]*)?(?:results[\s:.-]*)?(?:negative|positive|equivocal)\s*\((?:score\s*)?[0-3]))`,
    String.raw`(?<ki67>\bki[\s-]?67(?:\s*\(\s*mib-?1\s*\))?|\bMIB-?1(?=\s*[:(]?\s*\d{1,3}\s*%))`,
  ].join('|'),
  'g' + 'i',
)

function isOther(text: string, { marker, start, end }: Label, said: string): boolean {
  // letters set apart are the same name
  const words = /^(?:[EP][. ]|H ?E ?R)/.test(said) ? said.replace(/[. ]/g, '') : said
  const before = text.slice(Math.max(0, start - 40), start)
  const after = text.slice(end, end + 24)
  if (/[A-Za-z0-9][=+-]$/.test(before)) return true
  if (marker === 'er') {
    if (/^estrogen$/i.test(words))
      return /^\s*(?:\/\s*progest|,?\s*(?:and|&|nor)\s*progest)/i.test(after) ||
        /\b(?:positive|negative|reactive|neither|pos|neg|stain\w*)\s(?:for\s)?(?:the\s)?$/i.test(before)
        ? false
        : !/^\s*[:.]?\s*(?:pos|neg|\d|IRS\b|allred|(?:H-?\s?|quick\s?)?score|strong|moderate|weak)/i.test(after)
    if (
      words !== 'ER' &&
      words !== 'ERs' &&
      !(words === 'Er' && /^\s*(?:[:=(+-]|pos|neg|\d)/i.test(after)) &&
      words !== 'RE' &&
      words !== 'RO' &&
      words !== 'OER' &&
      !/^er$/.test(words) &&
      !/strogen|estradiol|^est/i.test(words)
    )
      return true
    if (/^er$/i.test(words)) {
      if (
        /\b(?:the|an|local|nearest|outside hospital|presented to|seen in|went to|discharged from|via)\s+$/i.test(before) &&
        !/^\s*(?:status|is|was|\+|-|pos|neg|stain|slide|immuno|nuclear|expression|results?|receptor|with (?:strong|weak|moderate|patchy|diffuse|focal|no|nuclear)|in (?:the )?(?:invasive|tumou?r))/i.test(
          after,
        )
      )
        return true
      if (
        !STAINED.test(after) &&
        /^\s*(?:visit|room|physician|doctor|dept|department|staff|nurse|for\b|on\b|if\b|immediately|with\b|(?![0-8]\s?\/\s?8\b)\d{1,2}\/\d{1,2}\b|\d+\s*m?c?g\b)/i.test(
          after,
        )
      )
        return true
    }
  }
  if (marker === 'pr' && /^pr$/i.test(words) && !/^P/.test(words) && !/\ber\s*\/\s*$|\ber\b[^\n]{0,30}$/i.test(before)) return true
  if (marker === 'her2') {
    if (/^her\s[2z]/i.test(words) && !/^HER/.test(words) && !/neu/i.test(words)) return true
    // "HER2-directed therapy", "anti-HER2", "HER2CLIMB"
    if (/^[\s-]*(?:directed|targeted|therapy|antibod|blockade|agent|inhibitor|tki)/i.test(after)) return true
    if (/anti-?\s?$/i.test(before)) return true
  }
  return false
}

/** Words behind ER that only a stain has. */
const STAINED =
  /^\s*(?:with (?:strong|weak|moderate|patchy|diffuse|focal|no|nuclear)|on (?:the |this |that |both |our |repeat |an? )*(?:core|biops|excision|resection|specimen|slide|block|repeat|review|stain)|for (?:the )?(?:tumou?r|invasive))/i

/** A bare PR counts only beside ER or HER2, or with a percentage or a colon of its own. */
function isPartialResponse(text: string, label: Label, previous: Label | undefined, next: Label | undefined): boolean {
  if (label.marker !== 'pr' || !/^PR$/.test(text.slice(label.start, label.end))) return false
  const near = (other: Label | undefined) =>
    other !== undefined && other.marker !== 'pr' && Math.min(Math.abs(other.start - label.end), Math.abs(label.start - other.end)) < 140
  if (near(previous) || near(next)) return false
  return !/^\s*(?:\([A-Z0-9]+\)\s*)?[:=]?\s*(?:\+{0,3}\s?\(?\d{1,3}\s*%|pos(?:itive)?\b|neg(?:ative)?\b|<\s*1\s*%)/i.test(
    text.slice(label.end, label.end + 30),
  )
}

import type { Measure } from './measures.ts'
import type { Phrase } from './size-phrase.ts'

/** The words around a measure without those that name something and measure nothing. */
export function plainPhrase({ before, after, start }: Phrase): Phrase {
  const blank = (words: string) => ' '.repeat(words.length)
  return {
    before: before
      .replace(SHAPE, blank)
      .replace(CLEAR_MARGINS, blank)
      .replace(RANGING, blank)
      .replace(IN_THIS, blank)
      .replace(MEASURE_OF_BEFORE, blank),
    after,
    start,
  }
}

/** Limits, what was told by others, what was measured earlier. */
export function isNoSize(text: string, { before, after }: Phrase, measure: Measure): boolean {
  const line = text.slice(Math.max(text.lastIndexOf('\n', measure.start) + 1, measure.start - 200), measure.start)
  return (
    LIMIT.test(before) ||
    /\b(?:additional|other|further|second|third) dimensions?\b[^.;]{0,60}$/i.test(before) ||
    (measure.mm <= 2 && /\bover\s*$/i.test(before)) ||
    TOLD_BY_OTHERS.test(before) ||
    TOLD_AFTER.test(after) ||
    EARLIER.test(before) ||
    EARLIER_ROW.test(line) ||
    EARLIER_AFTER.test(after) ||
    /^\s*=\s*\d/.test(after)
  )
}

const LIMIT = /(?:[<>≤≥]=?|\b(?:greater than|more than|less than|exceed\w*|at most|smaller than|larger than|not))\s*$/i

/** What the pathologist was told. */
const TOLD_BY_OTHERS =
  /\b(?:your|the (?:referral|request|clinical)) (?:note|letter|form|details|request|diagnosis)\b[^.;\n]{0,60}$|\b(?:clinical(?:ly)?|palpable|palpated|felt|said to be|you gave)\b(?: (?:size|lump|mass|an?|tumou?r|me|to be|said|as|at|measurement))*[^a-z0-9]{0,3}$/i
const TOLD_AFTER = /^[\s,]{0,2}(?:(?:was|were) )?(?:felt|palpated|clinically|on (?:palpation|clinical|exam\w*)|in life|as typed)\b/i
/** What was measured before this tissue was taken, or was said and is no longer. */
const EARLIER =
  /\b(?:pre-?\s?(?:therapy|treatment|chemo\w*|NAC|neoadjuvant)|prior|previous(?:ly)?|original(?:ly)?|diagnostic|formerly|initial(?:ly)?|presenting|outside|submitted)\b(?! (?:biopsy )?(?:site|cavity|tract|scar))[^.;\n]{0,14}?\b(?:core|biops(?:y|ies)|bx|FNA|tumou?r|size|mass|lesion|measurement|specimen|reported(?: as)?|measured|given(?: as)?|stated)\b[^.;:\n]{0,24}[\s:|(]{0,6}$|\((?:was|not)\s*$|\b(?:pre-?\s?(?:therapy|treatment|chemo\w*)|initially|originally|formerly|previously)[\s:(]{0,4}$|\b(?:was|were) previously\s*$/i
/** A row about the tissue before treatment: "Pre-therapy core | … mass 39 mm". */
const EARLIER_ROW =
  /^[\s|]*(?:pre-?\s?(?:therapy|treatment|chemo\w*|NAC|neoadjuvant)|prior|previous|diagnostic|original)\s(?:core|biops(?:y|ies)|bx|FNA|tumou?r|specimen)\b[^:|\n]{0,20}(?:[:|]|\s{2})/i
const EARLIER_AFTER =
  /^[\s,]{0,2}(?:previously|before treatment|prior to (?:treatment|therapy|chemo\w*)|at (?:diagnosis|presentation)|as (?:first|originally) )/i

/** The margin of a shadow or of a mass is its edge. */
const SHAPE =
  /\b(?:indistinct|irregular|spiculated|obscured|circumscribed|angular|microlobulated|ill-?\s?defined|pushing|infiltrative|well-?\s?defined|stellate) (?:margins?|edges?|borders?)\b/gi
/** Margins of which all is said, before the size. */
const CLEAR_MARGINS =
  /(?<!\b(?:deep|anterior|posterior|superior|inferior|medial|lateral|closest|nearest) )\b(?:all )?margins:? (?:are |all )?(?:clear|free|neg(?:ative)?|uninvolved)\s*,(?=\s*$)/i
/** The lesser end of a range. */
const RANGING = /\branging (?:in size )?from \d+(?:\.\d+)?\s?(?:mm|cm)? to(?=\s*$)/i
/** "largest dimension of tumor in this specimen", "on the slide" */
const IN_THIS =
  /\b(?:in|within) (?:this|the|our) (?:specimen|excision|resection|material)\b|\bcombin\w+ (?:[a-z]+ ){0,2}core\b[^:;.\n]{0,24}|\bwith(?:in)? it\b|\b(?:excluding|without|minus|not including|apart from) (?:the )?(?:DCIS|in[\s-]situ\w*)\b|\bon (?:a |the )?(?:single |one )?(?:glass|slides?|sections?|blocks?)\b/gi
/** What the measure before was of: "from the deep margin and measures". */
const MEASURE_OF_BEFORE = /^\s*(?:from|to|away|deep|below|beneath)\b[^,;]{0,60}?(?=,(?! which| that| whose)|\band\b|\bbut\b)/i

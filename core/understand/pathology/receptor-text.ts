import { matchesOf } from '../../codes/matches-of.ts'
import { withoutOtherColumns } from './other-columns.ts'

/** Stands for text that holds no result; it keeps the length and stops every reading. */
export const MASK = '\u0001'

/**
 * A report's text with everything blanked that speaks of receptors and is no result: cut-offs and definitions, methods, clones,
 * controls, gene-expression scores, references. Same length, so that places stay true.
 */
export function withoutNonResults(text: string): string {
  let masked = withoutOtherColumns(withShortWords(text))
  for (const pattern of NON_RESULTS) masked = masked.replace(pattern, (words) => MASK.repeat(words.length))
  masked = withoutControls(masked).replace(OF_NORMAL, (words) => (NAMES_RECEPTOR.test(words) ? ' '.repeat(words.length) : words))
  masked = masked.replace(ARE_NORMAL, (words) => ' '.repeat(words.length))
  for (const assay of matchesOf(text, GENE_EXPRESSION)) {
    const from = assay.index
    const part = masked
      .slice(from, from + 1600)
      .replace(SINGLE_GENE_SCORE, (words) => MASK.repeat(words.length))
      .replace(CUT_OFF, (words) => MASK.repeat(words.length))
    masked = masked.slice(0, from) + part + masked.slice(from + part.length)
  }
  return masked
}

/** The clause of a control is no result; where it is joined to a result by "with" or "and", only what follows that word. */
function withoutControls(text: string): string {
  let masked = text
  for (const match of text.matchAll(/\bcontrols?\b(?! \d{1,2}:)/gi)) {
    const before = /[^.\n;,(]*$/.exec(text.slice(Math.max(0, match.index - 90), match.index))?.[0] ?? ''
    const joined = /\b(?:with|and|while|whereas|but)\s+(?:an?\s+|the\s+)?(?:(?!pos|neg|er\b|pr\b)[a-z/]+\s+){0,3}$/i.exec(before)
    const after = /^controls?\s?:[^.;\n]{0,90}|^[^.;,()\n]{0,90}/i.exec(text.slice(match.index, match.index + 101))?.[0] ?? ''
    const from = match.index - (joined ? before.length - joined.index : before.length)
    masked = masked.slice(0, from) + ' '.repeat(match.index + after.length - from) + masked.slice(match.index + after.length)
  }
  return masked
}

/** "positivo", "négatif", "positiv" as the short forms that every reading knows; the length stays. */
const withShortWords = (text: string): string =>
  text.replace(/\b(pos|neg)ati(?:fs?|ves?|v[oa]s?|v)\b|\b(pos)iti(?:fs?|v[oa]s?|v)\b/gi, (word) =>
    /^(?:posi|nega)tive$/i.test(word) ? word : word.slice(0, 3).padEnd(word.length),
  )

/** Assays that print "ER score" and "HER2 score" of messenger RNA, on a scale that is not that of immunohistochemistry. */
const GENE_EXPRESSION = /\b(?:oncotype|recurrence score|targetprint|mammatyper|endopredict|prosigna|gene expression|quantitative rt-?pcr)/gi
const CUT_OFF = /\b(?:ER|PR|HER-?2)\s+(?:negative|positive|equivocal)\s*[<>=≤≥]+\s*=?\s*\d+(?:\.\d+)?/gi
const SINGLE_GENE_SCORE =
  /\b(?:ERBB2|ESR1|PGR|MKI67)\s*[:=]?\s*(?:positive|negative|high|low)|\b(?:ER|PR|HER-?2)(?:\s+(?:gene|single gene))?\s+score\s*[:=]?\s*\d+(?:\.\d+)?\s*[.,(]?\s*(?:positive|negative|equivocal)?/gi

/** What normal tissue beside the tumour shows: "Internal normal ducts: ER+ PR+". */
const OF_NORMAL =
  /\b(?:internal|normal|benign|non-?neoplastic|entrapped|adjacent)\s(?:(?:normal|benign|breast|mammary|terminal)\s){0,2}(?:ducts?|ductules?|lobules?|epithelium|glands?|acini|TDLUs?)\b(?:(?!\b(?:tumou?r|carcinoma|invasive|cancer|while|whereas|but)\b)[^.;\n]){0,90}/gi
/** The same told from behind: "scattered positive cells are residual normal ducts". */
const ARE_NORMAL =
  /\b(?:positive|stained|staining|reactive) (?:cells|nuclei|ducts?|glands?)\s(?:are|is|represent|belong to|correspond to|were)\s(?:[a-z]+\s){0,2}(?:normal|benign|non-?neoplastic|entrapped)\b[^.;\n]{0,60}/gi
const NAMES_RECEPTOR = /\b(?:ER|PR|PgR|HER-?2|(?:o?estrogen|progesterone|hormone) receptors?)(?![A-Za-z0-9])/

/** Any character but the end of a clause or the beginning of another receptor's name. */
const NO_LABEL = String.raw`(?:(?!\b(?:her-?2|pr|er|ki-?67|prog|estr))[^;:])`

/** Any character of a sentence, also of one that goes on in the next line. */
const TO_SENTENCE_END = String.raw`(?:[^.;\n]|\.(?=\d)|\n(?![ \t]*\n|[ \t]*(?:[-*•]|[A-Z][^\n:]{0,30}:)))`

const NON_RESULTS: readonly RegExp[] = [
  /\b(?:appropriate|suitable|adequate) (?:positive|negative)\b[^.\n]{0,40}/gi,
  // the key of a score: "Interpretation: Score 0-2: Negative; 3-8: Positive. …", to the end of its line
  /\binterpretation\s{0,2}[:-][^\n\d]{0,24}\b0\s?[-–]\s?2\b[^\n]{0,240}/gi,
  // methods, to the next heading
  /\b(?:METHODOLOGY|METHODS?(?=\s*:)|FOOTNOTE|TEST CHARACTERISTICS|LIMITATIONS?(?=\s*[:.])|DISCLAIMER|REFERENCES?(?=\s*:)|INTERPRETATION (?:GUIDELINES|CRITERIA)|Interpretation (?:Guidelines|[Cc]riteria)|SCORING (?:CRITERIA|SYSTEM)|REFERENCE RANGES?)\b\s*[:.]?(?:(?!\b(?:SYNOPTIC|ADDENDUM|DIAGNOSIS|CLINICAL HISTORY|CLINICAL INFORMATION|GROSS|MICROSCOPIC|RESULTS?:|INTERPRETATION:|SUMMARY|I certify|Released by|Start of|Antibody clones|RESULTS WILL|ANALYTICAL INTERPRETATION|Analytical [Ii]nterpretation|PathVysion|HER-?2\/CEP|Number of)|\n\s*\n)[\s\S]){0,2600}/g,
  // negative … equivocal … positive with their limits side by side
  new RegExp(
    String.raw`\b(?:negative|normal|low)\b[^.;:%\n]{0,24}?(?:[<≤>]|\b0\b|0\s*-\s*1)${NO_LABEL}{0,30}?\b(?:equivocal|bor?derline|positive|moderate|intermediate)\b${NO_LABEL}{0,30}?(?:\d\s*%|\d\+|[<>=≥]+\s*=?\s*\d[\d.]*)(?:${NO_LABEL}{0,24}?\b(?:positive|high)\b${NO_LABEL}{0,20}?(?:\d\s*%|\d\+|[<>=≥]+\s*=?\s*\d[\d.]*))?`,
    'gi',
  ),
  /\bneg(?:ative)?\s*[:=(]\s*(?:0|<)[^\n]{0,30}\b(?:equivocal|borderline|low positive)\b[^\n]{0,24}(?:2\+|%)[^\n]{0,30}\bpos(?:itive)?\b[^\n]{0,16}/gi,
  /\b(?:normal|equivocal|amplified|negative|positive)\s+HER-?2(?:\/neu)?[.\s]*levels?\s*:?[\s<>=≤≥\d.-]{0,20}/gi,
  // limits of the ratio and the copy number
  /(?:HER-?2(?:\/CEP\s?17)?\s*)?(?:ratio|copy number)\s*(?:is\s*)?(?:[<>≥≤]=?|less than|greater than|at least)\s*=?\s*\d(?:\.\d)?[^\n.;]{0,60}(?:;\s*(?:negative|positive|equivocal)\s*:?)?/gi,
  // sentences that define, compare with a norm, or name a reagent
  /(?<=[.\n;:]|^)[^.\n;]{0,240}\b(?:(?:(?:is|are|was|were) (?:defined|considered)|(?:is|are) (?:scored|reported|interpreted)) as (?!(?:weakly |strongly |low |focally )?(?:positive|negative|equivocal))|(?:is|are) defined|defined as|may be referred to|current terminology|cut-?[o0]ffs?|cases (?:are|with) those|indicates? (?:absence|presence|HER|gene)|is equivocal for|indicates HER|calculated by (?:adding|dividing)|derived by dividing|greater than or equal to 1 percent|less than 1 percent of nuclei|assessed (?:by|manually)|using (?:the )?(?:antibod|mouse|rabbit|an? (?:fda|anti))|FDA (?:approved|cleared)|analyte specific|read by a pathologist|guideline has been|levels?: ?[<>]|proportion score \(|should be interpreted|not affect results|adjunct to|is (?:a |the )?(?:prognostic|predictive)|eligible for|treatment options?|associated with (?:a )?(?:response|benefit|better|worse))\b[^.\n;]{0,240}/gi,
  // a scale printed line by line: 0 …, 1+ …, 2+ …, 3+ …
  /(?:(?<=\n)|^)[ \t|*•-]*(?:score\s*|IHC\s*)?0\b[^\n]{0,160}\n[ \t|*•-]*(?:score\s*|IHC\s*)?1\s?\+[^\n]{0,160}\n[ \t|*•-]*(?:score\s*|IHC\s*)?2\s?\+[^\n]{0,160}\n[ \t|*•-]*(?:score\s*|IHC\s*)?3\s?\+[^\n]{0,160}/gi,
  // reference ranges, to the end of their line or bracket
  /\b(?:ref(?:erence)?\.? (?:ranges?|intervals?|values?)|reference)\s*[:=][^\n)]{0,240}|\(\s*ref\b\.?\s*:?[^)\n]{0,60}\)/gi,
  // tests that somebody asked for
  /(?<=\n|^)[ \t]{0,30}(?:tests?|stud(?:y|ies)|stains?|investigations?|procedures?)?[ \t]?(?:requested|ordered|request)(?: tests?)?[ \t]{0,3}:[^\n]{0,240}/gi,
  // a legend of scores: "HER2 scoring: 0 or 1+ negative, 2+ equivocal, 3+ positive"
  /\b(?:HER-?2\/?(?:neu)?\s+)?(?:scor(?:ing|es?)|interpretation)\b[^.\n\d]{0,24}\b0\b[^.;\n]{0,12}\b1\+[^.\n]{0,16}\bneg[^.\n]{0,24}\b2\+[^.\n]{0,24}\b3\+[^.\n]{0,16}/gi,
  // and with the words first: "positive: IHC 3+; equivocal: IHC 2+; negative: IHC 0 or 1+"
  /\b(?:HER-?2\/?(?:neu)?\s+)?positive\b[^.\n\d]{0,14}\b3\+[^.\n\d]{0,6}\bequivocal\b[^.\n\d]{0,14}2\+[^.\n\d]{0,6}\bnegative\b[^.\n\d]{0,14}[01]\+?(?:[^.\n\d]{0,6}[01]\+?)?/gi,
  // "considered positive if at least 1 % of nuclei stain"
  /(?<=[.\n;:]|^)[^.\n;]{0,120}\b(?:considered|regarded as|reported as|called|scored)\s+(?:positive|negative)\s+(?:if|when|where)\b[^.\n;]{0,160}/gi,
  // "ER and PR are positive when 1% or more of nuclei stain"
  /(?<=[.\n;:]|^)[^.\n;]{0,120}\b(?:is|are)\s+(?:positive|negative|equivocal)\s+(?:if|when|where|at (?:≥|>|\d))\b[^.\n;]{0,160}/gi,
  // "HER2 0 or 1+ is negative, 2+ equivocal, 3+ positive"
  /\bHER-?2(?:\/?neu)?[^.\n\d]{0,16}\b0(?:\s?(?:,|\/|or|and|-|to)\s?)1\s?\+[^.\n\d]{0,16}\bneg[^.\n\d]{0,24}\b2\s?\+[^.\n\d]{0,24}\b3\s?\+[^.\n]{0,16}/gi,
  // clones as `1D5=ER`
  /\b[A-Za-z0-9. ]{2,10}\s?=\s?(?:ER|PR|HER-?2|EGFR|AR)\b/g,
  // what holds of many: "ER positive tumors are …", "patients whose tumors are HER2 positive"
  /\b(?:ER|PR|HER-?2(?:\/neu)?|(?:hormone|o?estrogen|progesterone)[ -]receptors?|triple)[\s-]{1,3}(?:low[\s-]+)?(?:positive|negative|low|amplified)(?:\s\([^)\n]{0,40}\))?\s(?:breast\s)?(?:tumou?rs|cancers|carcinomas|patients|disease)\b[^.\n]{0,200}/gi,
  new RegExp(String.raw`\b(?:patients|women|tumou?rs|cancers|carcinomas)\s+(?:whose|with|that|which|who)\b${TO_SENTENCE_END}{0,240}`, 'gi'),
  // what nobody knows: "uncertain whether patients … benefit in the absence of overexpression (3+)"
  new RegExp(String.raw`\b(?:uncertain|unclear|unknown|not (?:known|clear)) (?:whether|if)\b${TO_SENTENCE_END}{0,320}`, 'gi'),
  // codes of a bill
  /\bZ17\.?\d[^\n]{0,90}/g,
  // conditions, and the keys of scores: "if ER is negative", "a positive result requires", "3+ = positive; 2+ = equivocal"
  /\b(?:if|whether|unless|eligib\w+|in case)\b[^.;\n]{0,80}?\b(?:positive|negative|equivocal|amplified|[23]\+)(?:[^.;\n]{0,20}\band\b[^.;\n]{0,20}\b(?:positive|negative))?/gi,
  /\b(?:an?|any)\s+(?:positive|negative|equivocal)\s+(?:ER|PR|HER-?2|receptor|result|test|stain)[^.\n]{0,160}/gi,
  /(?:\bHER-?2(?:\/neu)?\s{0,3}:?\s{0,3})?\b[0-3]\s?\+?(?:\s?(?:,|\/|or|and|-)\s?[0-3]\s?\+)?\s?[=:]\s?(?:positive|negative|equivocal)\b[^\n]{0,6}?[0-3]\s?\+?(?:\s?(?:,|\/|or|and|-)\s?[0-3]\s?\+)?\s?[=:]\s?(?:positive|negative|equivocal)\b(?:[^\n]{0,6}?[0-3]\s?\+?(?:\s?(?:,|\/|or|and|-)\s?[0-3]\s?\+)?\s?[=:]\s?(?:positive|negative|equivocal)\b)?/gi,
  // other people
  /(?<=[.\n;:]|^)[^.\n;]{0,120}\b(?:another|different|other|wrong) (?:patient|person|case)\b[^.\n]{0,160}/gi,
  /\b(?:mother|father|sister|brother|aunt|uncle|grandmother|grandfather|cousin|niece)(?:'s)?\b[^.;\n]{0,140}/gi,
  // orders and fee lists
  /\b(?:if|please)\b[^.\n]{0,80}\b(?:obtain|do|perform|order|send)\b[^.\n]{0,120}/gi,
  /\b(?:ER|PR|CERbB2|HER-?2\/neu|receptor|\(ER\))\s*x\s*\d\b/gi,
  // staining ordered or awaited
  /\bfor all 2\+[^.\n]{0,60}/gi,
]

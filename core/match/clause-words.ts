import { guarded } from './guarded.ts'
import { KEEPS_OUT, LETS_IN, type Sentence, speaksOfTakingPart } from './sentences.ts'

/** "… are not eligible" says what the sentence does; its "not" denies no condition of the person. */
export function withoutVerdict(text: string, { start, end }: Sentence): string {
  const words = speaksOfTakingPart(text)
    ? text.slice(start, end).replace(REASON, blank).replace(KEEPS_OUT, blank)
    : text.slice(start, end).replace(REASON, blank)
  return text.slice(0, start) + words.replace(LETS_IN, blank) + text.slice(end)
}
/** "Because no data are available on …, children are excluded": the reason asks nothing. */
const REASON =
  /^[^a-z]*(?:because|since|as|due to|given that|in view of|for this reason)\b[^.;]*?(?:,(?= ?(?:[a-z-]+ ){0,6}(?:are|is|must|should|will|may)\b)|$)/
/** "… are excluded because of their risk", "will not be permitted due to …": why asks nothing either. */
const REASON_BEHIND =
  /(?<=\b(?:excluded|ineligible|not (?:be )?(?:eligible|permitted|allowed|enrolled|included))\b[^.;,:]{0,40}) (?:because|due to|owing to|since|given the|as (?:the|there|this))\b[^.;]*/g
const MAY_REASON = guarded(/because|due to|owing to|since|given the| as /)
export const withoutReason = (text: string) => {
  const words = text.includes('otherwise') ? text.replace(OTHERWISE, blank).replace(AS_STATED, blank) : text
  return MAY_REASON.test(words) ? words.replace(REASON_BEHIND, blank) : words
}
/** "Unless otherwise stated" */
const AS_STATED =
  /[,(]? ?\b(?:unless|except as|except where) otherwise (?:stated|specified|noted|indicated|defined|described)(?: (?:below|above|elsewhere|in the protocol))?\)?/g
/** "…, otherwise the patient is not eligible": what is asked was said before. */
const OTHERWISE =
  /[,;(]? ?\b(?:otherwise,?(?: (?:the |these |such )?(?:patients?|participants?|subjects?|they|she|he))?(?: (?:is|are|will|would|be))*|(?:the )?(?:patients?|participants?|subjects?|they|she|he) (?:is|are|will be) otherwise) (?:not (?:be )?(?:eligible|enrolled|included|allowed)|ineligible|excluded)\)?/g
const blank = (words: string) => ' '.repeat(words.length)

/** Length of the bullet or number a piece begins with. */
export function numbering(text: string): number {
  const mark = /^\s*(?:[*•·o-]\s+|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\s?[.)](?=\s|[a-z])\s*|\d{1,2}\.\s*)*/.exec(text)?.[0].length ?? 0
  // The step it is for ("Pre-screening: …") and the name of the part ("Additional criteria for the fulvestrant arm: …") asks nothing.
  return (
    mark +
    (/^(?:(?:(?:pre-?)?screening|(?:primary |study |main )?treatment|(?:pre-?)?registration|randomi[sz]ation|enrol+ment)(?: (?:phase|period|part|step|stage|criteria))?|(?:(?:prior|previous|concomitant|concurrent) )?(?:(?:systemic|anti-?cancer|cytotoxic|endocrine|hormonal|radiation|targeted) )?(?:chemotherapy|radiotherapy|immunotherapy|therap(?:y|ies)|treatments?|surgery)(?=:\s*(?:patients?|participants?|subjects?|must|may|up to)\b)|additional criteria for [^:]{3,260}|\[?for [^:\]]{0,60}(?:arms?|cohorts?|parts?|phases?|groups?)\b[^:\]]{0,40}\]?):\s*/.exec(
      text.slice(mark),
    )?.[0].length ?? 0)
  )
}

/** The words with what an arrow or "revised to" replaces blanked: "ER <1% -> 40%". */
export const withoutRevised = (words: string) =>
  words
    .replace(SAID_ELSEWHERE, (match) => ' '.repeat(match.length))
    .replace(WAS_SAID, (match) => ' '.repeat(match.length))
    .replace(WAS_BUT_IS, (match) => ' '.repeat(match.length))
    .replace(REVISED, (match) => ' '.repeat(match.length))

/** "was initially reported as negative", "corrected from positive to" */
const WAS_SAID =
  /^[\s:=-]{0,4}(?:was |were |had been )?(?:(?:initially|originally|previously|first) (?:(?:reported|called|read|interpreted|scored|stated) )?(?:out )?(?:as |to be )?(?:weakly |low )?(?:positive|negative|equivocal|(?:IHC |score )?[0-3]\s?\+|[<>]?\s?\d{1,3}\s?%)(?:\s*\([^)\n]{0,30}\))?|(?:has been |is )?(?:revised|corrected|changed|amended|upgraded|downgraded|converted) from [^.;\n]{1,30}? to\b)/i
/** "outside interpretation 2+; our interpretation 1+" */
const SAID_ELSEWHERE =
  /^[\s:=-]{0,4}(?:outside|referring|referr?al|submitted|submitting|original|previous|prior|sender'?s?)\b[^.;,\n\d]{0,30}[^;,\n]{1,24}[;,]\s(?=(?:our|ours|review|here|on review|current|repeat\w*|this)\b)/i
/** "was positive in the 2015 mastectomy but is negative" */
const WAS_BUT_IS = /^\s*(?:was|were)\s+(?:positive|negative)\b[^.;\n]{0,60}\b(?:but|and)\s+(?:is\s+|are\s+)?(?:now\s+)?(?=pos|neg)/i
const REVISED =
  /^[\s:(=-]{0,6}(?:(?:positive|negative|low positive)[\s,(]{0,3})?(?:[<>]\s?)?\d{0,3}\s?%?\)?\s*(?:->|→|=>|(?:was |has been )?(?:revised|corrected|changed|amended) to)(?=\s*(?:[<>]?\s?\d|pos|neg|low))/i

/** Whether a measure is of more than the invasive tumour, with in-situ disease or as the bed that treatment left; what is told so names it in any form. */
export const isWithInSitu = (before: string, after: string): boolean => ALL_WITH.test(before.trimEnd()) || ALL_WITH_AFTER.test(after)
export const isOfAll = (label: string, after: string): boolean => OF_ALL.test(label) || OF_ALL_AFTER.test(after)
/** How surely it is the size of the tumour: 1 of what may be more than it, 2 of what a core holds of it. */
export const rankOf = (label: string, before: string, after: string): 0 | 1 | 2 =>
  PERHAPS_ALL.test(label) || PERHAPS_ALL_AFTER.test(after) ? 1 : IN_A_CORE.test(before) || IN_A_CORE_AFTER.test(after) ? 2 : 0

/** The extent of everything, in-situ disease included, and the bed that treatment left are no size of the invasive tumour. */
export const OF_ALL =
  /(?<!invasive\s?\/\s?)\b(?:whole|entire|total (?:extent|lesion)|total(?=[\s:=]{1,3}$))\b(?![^.;\n]{0,50}\b(?:of which|the) (?:the )?invasive\b)(?! (?:extent |size )?of (?:the )?(?:residual )?invasive)[^.;,\n]{0,60}$|\b(?:over|across|within|in|throughout) (?:an?|the) (?:total )?(?:area|region|zone|span|field)(?: of)?(?: about| approx\w*\.?)?\s*$|\b(?:tumou?r|fibro\w+|necrotic) bed\b[^.;\n]{0,50}$/i
const ALL_WITH =
  /\bincl\w*\.? (?:the )?(?:surrounding |adjacent )?(?:DCIS|in[\s-]situ\w*)\b,?[^.;,\n]{0,30}$|\b(?:size|extent|diameter|dimension|total|whole|span)\b[^.;,\n]{0,40}\b(?:with|plus|and|\+)\.? (?:the )?(?:surrounding |adjacent )?(?:DCIS|in[\s-]situ\w*)\b[^.;,\n]{0,30}$/i
const ALL_WITH_AFTER = /^\s*(?:mm|cm)?\s*[,(]?\s*(?:incl\w*\.?|with|when) (?:the )?(?:DCIS|in[\s-]situ)\b(?!(?:\s[a-z]+)?\W{0,4}\d)/i
const OF_ALL_AFTER =
  /^\s*(?:mm|cm)?\s*[,(]?\s*(?:whole|total|incl\w*\.? (?:the )?(?:DCIS|in[\s-]situ)|with (?:the )?(?:DCIS|in[\s-]situ))\b(?! (?:excised|removed))(?!\W{1,3}(?:[a-z]+\W+){0,2}\d)/i
const PERHAPS_ALL = /\b(?:overall|combined|total)\b[^.;,\n]{0,40}$|^\s*of (?:the|this|an?)\s*$/i
const PERHAPS_ALL_AFTER = /^\s*,?\s*\(?(?:overall|in total|in all)\b|^[^.;\n\d]{0,40}\bof which\b/i
/** What a core holds of it. */
const IN_A_CORE = /\bcores?\b[^.;\n]{0,60}$|\b(?:linear|core) (?:extent|length)\b/i
const IN_A_CORE_AFTER = /^[^.;\n]{0,12}\b(?:in|on) (?:the |a |one |any )?(?:single )?cores?\b/i

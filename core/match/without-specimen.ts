import { guarded } from './guarded.ts'

/** "Breast cancer, proven by biopsy of the primary tumour and/or a metastasis": which specimen it is known from is no further point; its words are blanked. */
export const withoutSpecimen = (text: string): string =>
  MAY_PROVE.test(text) ? text.replace(PROVEN_BY, (words) => ' '.repeat(words.length)) : text

const MAY_PROVE = guarded(/biops|cytolog|aspirat/)
const PROVEN_BY =
  /(?<=\b(?:proven|confirmed|verified|documented|diagnosed|established|determined) )(?:by|on|from|in|with|via) (?:an? |the |recent |prior )*(?:core |needle |tissue |tumou?r |tumou?r tissue |fine[- ]needle )*(?:biops(?:y|ies)|aspirat(?:e|ion)|cytology)(?: (?:of|from) (?:(?:an?|the|either|at least one|one) )*(?:primary|metastatic|metastas[ei]s|recurrent|tumou?rs?|breast|lesions?|sites?|cancer|or|and|and\/or)(?:(?: (?:an?|the))? (?:primary|metastatic|metastas[ei]s|recurrent|tumou?rs?|breast|lesions?|sites?|cancer|or|and|and\/or)){0,8})(?=[ ]*(?:[.,;)]|$))/g

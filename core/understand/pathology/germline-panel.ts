import { genesIn } from '../../codes/genes.ts'
import type { Reading } from '../prose/reading.ts'
import type { FoundBiomarker } from './biomarkers.ts'
import { HYPOTHETICAL_BEFORE, RELATIVE } from './gene-words.ts'
import type { GenomicSetting } from './genomic-setting.ts'
import { testDate } from './test-date.ts'

/** "Germline panel 2023: negative for pathogenic variants": the panel as a whole. */
export function wholePanel(text: string, setting: GenomicSetting, reading: Reading): FoundBiomarker[] {
  if (setting.report && setting.origin === 'somatic') return []
  const found: FoundBiomarker[] = []
  const none = setting.origin === 'germline' ? noneFound(text) : null
  if (none) {
    const { date } = setting
    found.push({
      value: { gene: 'germline panel', origin: 'germline', result: 'negative', assay: 'germline panel', ...(date ? { date } : {}) },
      start: none.index,
      end: none.index + none[0].length,
      certain: true,
    })
    return found
  }
  for (const match of [...text.matchAll(PANEL), ...text.matchAll(TESTED_NEGATIVE), ...text.matchAll(TESTED_NEGATIVE_AFTER_BRACKET)]) {
    const said = text.slice(text.lastIndexOf('\n', match.index) + 1, match.index)
    // after a relative's result, "the patient" begins the patient's own
    const line = said.slice(Math.max(0, said.search(/\b(?:the patient|patient|pt|she herself|he himself)\b[^;.]*$/i)))
    if (RELATIVE.test(line) || HYPOTHETICAL_BEFORE.test(line)) continue
    const date = testDate(match[0], reading) ?? setting.date
    found.push({
      value: { gene: 'germline panel', origin: 'germline', result: 'negative', assay: 'germline panel', ...(date ? { date } : {}) },
      start: match.index,
      end: match.index + match[0].length,
      certain: true,
    })
  }
  return found
}

/** Said of the panel, not in the line of one gene. */
function noneFound(text: string): RegExpExecArray | null {
  const none = NONE_FOUND.exec(text)
  return none && genesIn(text.slice(text.lastIndexOf('\n', none.index) + 1, none.index), true).length === 0 ? none : null
}

/** A germline report that found nothing pathogenic at all. */
const NONE_FOUND =
  /\bno (?:reportable )?(?:clinically significant |pathogenic |deleterious )(?:or likely pathogenic )?(?:variants?|mutations?)(?: \(?s\)?)? (?:were |was )?(?:identified|detected|found)(?!\s+in\b)/i
/** "Tested negative (germline panel of 84 genes, 05/2021)". */
/** "Genetics (48 gene panel, 2020): neg for pathogenic mutation". */
const TESTED_NEGATIVE_AFTER_BRACKET =
  /\b(?:genetics|germline|genetic testing|hereditary panel)\s?\([^)\n]{3,50}\):?\s*(?:was |is )?(?:found )?(?:neg(?:ative)?\b|no (?:pathogenic|deleterious|path)\b)[^.;\n]{0,30}/gi
const TESTED_NEGATIVE =
  /\b(?:tested|tests|was|is|were|test) negative\b[^.;\n]{0,12}?[(,]?[^.;\n]{0,16}?\b(?:germline|hereditary|genetic)\b(?:(?![A-Z]{2,}\d)[^.;\n)]){0,60}/gi
const PANEL =
  /\b(?:germline|hereditary|genetic|invitae|myriad|ambry)\s+(?:(?:cancer|genetic|multi-?gene)\s+)*(?:panel|testing|test|\d{1,3}[- ]genes?|(?:19|20)\d\d)\b(?:(?![A-Z]{2,}\d)[^.;\n]){0,60}?(?:neg\b|negative(?: for (?:a )?(?:pathogenic|deleterious)[^.;\n]{0,20})?|no pathogenic (?:variants?|mutations?)|no deleterious (?:variants?|mutations?))(?![^.;\n]{0,12}\b(?:in|of):?\s+[A-Z]{3})/gi

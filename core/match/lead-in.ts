import type { Criterion } from '../record/criterion.ts'
import { KEEPS_OUT, roleOf } from './sentences.ts'

/** What stands under "Postmenopausal is defined as:" or "Highly effective methods include:" explains, and asks nothing by itself. */
export function isDefinition(lead: string, words: string): boolean {
  return DEFINES.test(lead) && OF_DEFINITION.test(words)
}
const DEFINES =
  /(?:menopaus|childbearing|child-bearing|contracepti|sterili[sz]|reproductive|\bmethods?\b|birth control|pocbp|wocbp)[^.;]{0,120}(?:defined (?:as|by)|includ\w*|considered|following|e\.g\.|are|is)?[^.;]{0,60}:\s*$/

/** Words of those definitions; "ECOG 0-1" that stands behind one by its marks alone is no part of it. */
const OF_DEFINITION =
  /menstr|menses|amenorr|menopaus|ovar|oophorect|hysterect|uter|tubal|fallop|estradiol|follicle|fsh|luteini|lh\b|contracep|condom|diaphragm|barrier|cap\b|sponge|spermicid|abstin|intercourse|sexual|partner|vasect|steril|surg|iud|ius|device|hormon|pill|oral|inject|implant|patch|ring|depot|progest|birth|rhythm|calendar|withdraw|pregnan|child|castrat|radiation|agonist|tamoxifen|castrat|under|over|years|aged?\b|women|woman|female|male|\bmen\b|infertil|potential|puberty|chemical/

/** True when the lead-in says the opposite of its section: "Patients must not have any of the following:" under Inclusion Criteria. */
export function isTurned(lead: string, section: Criterion['section']): boolean {
  const last = lead.split(/[.;] /).at(-1) ?? lead
  if (section === 'inclusion') return KEEPS_OUT.test(last) || deniesList(last) || /\bno\b[^.]{0,40}:\s*$/.test(last)
  return roleOf(last, 'exclusion', true) === 'requires' && !/\bmust not\b|\bnot\b/.test(last)
}

/** "Without any of the following", but not "not pregnant, and one of the following". */
function deniesList(lead: string): boolean {
  const between = /\b(?:not|no|without|none of|free of|absence of)\b([^.]{0,60})following/.exec(lead)?.[1]
  return (
    between !== undefined &&
    !OF_THE_CANCER.test(between) &&
    !/\bat least (?:one|1)\b|\band\b.*\b(?:one|1|all) of\b|,.*\b(?:one|1) of\b/.test(between)
  )
}
/** "Cancer not amenable to curative treatment, of the following types": the "not" is of the treatment. */
const OF_THE_CANCER =
  /^ ?(?:be )?(?:amenable|curable|resectable|operable|candidates?|suitable|responsive|available|tolerat\w+|metastatic|previously)\b/

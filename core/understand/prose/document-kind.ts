import { matchesOf } from '../../codes/matches-of.ts'
import type { Document, DocumentKind } from '../../record/document.ts'
import { withScannedLetters } from './scanned-letters.ts'

/** What a document is to an oncologist: by what its source declares, its title lines, then its words. */
export function documentKind(document: Document): DocumentKind {
  if (document.format === 'dicom') return 'imaging'
  if (document.format === 'ccda' || document.format === 'fhir') return 'care-summary'
  const text = withScannedLetters(document.pages.map((page) => page.text).join('\n'))
  const lines = text
    .slice(0, 600)
    .split('\n')
    .filter((line) => line.trim())
  const title = `${document.title ?? ''}\n${document.declaredKind ?? ''}\n${(lines[0] ?? '').slice(0, 160)}`.toLowerCase()
  const second = (lines[1] ?? '').slice(0, 120).toLowerCase()
  const head = text.slice(0, 400).toLowerCase()
  const body = text.slice(0, 6000).toLowerCase()
  let best: DocumentKind = 'other'
  let most = 1
  for (const [kind, inTitle, inBody] of SIGNS) {
    const score =
      6 * Math.min(1, count(title, inTitle)) +
      Math.min(2, count(title, inTitle)) +
      2 * Math.min(1, count(second, inTitle)) +
      Math.min(2, count(head, inTitle)) +
      Math.min(4, count(body, inBody)) -
      (kind === 'imaging' && count(title, inTitle) + count(second, inTitle) === 0 ? SCANS_ONLY_NAMED : 0)
    if (score > most) {
      most = score
      best = kind
    }
  }
  // a letterhead of a laboratory says who tested, not what
  if (best === 'laboratory' && GENETIC.test(head) && count(body, GENETIC_RESULT) >= 1) return 'genomics'
  // in Australia and New Zealand blood is tested by "pathology"
  if (best === 'pathology' && count(body, BLOOD) >= 4 && count(body, TISSUE) <= 2) return 'laboratory'
  if (best === 'pathology' && count(body, SURGICAL) >= 3 && !LABORATORY.test(body)) return 'operative-note'
  return (best === 'other' || best === 'progress-note') && speaksAsPathologist(body) ? 'pathology' : best
}

/** A letter or a meeting that speaks of scans is no report of one: that names its study in its first lines. */
const SCANS_ONLY_NAMED = 3

/** Short pathology reports have no title: they speak of tissue, and of nothing that belongs to a visit. */
function speaksAsPathologist(body: string): boolean {
  return count(body, TISSUE) >= 3 && !VISIT.test(body)
}
/** An operation that took tissue is not the report on that tissue. */
const SURGICAL =
  /anesthesia|estimated blood loss|\bebl\b|incision|pre-?operative diagnosis|post-?operative diagnosis|indications? for (?:the )?procedure|prepped and draped|sutures?|surgeon|complications/g
const BLOOD =
  /\b(?:ha?emoglobin|platelets?|creatinine|neutrophils?|white cell count|wbc|wcc|bilirubin|albumin|sodium|potassium|urea|calcium|alt|ast|alp)\b(?=[^\n]{0,40}\d)/g
const GENETIC = /hereditary (?:cancer |genetic )?(?:panel|test)|germline|genom\w+|\bngs\b|genetic test|gene panel|sequencing/
const GENETIC_RESULT =
  /pathogenic variant|uncertain significance|heterozyg\w+|no (?:pathogenic )?(?:variants?|mutations?)|variants? (?:was|were)?\s?(?:identified|detected)|\bvaf\b/g
const LABORATORY =
  /gross (?:description|examination)|final (?:pathologic )?diagnosis|microscopic|accession|collected|paraffin|immunohistochem|cassette|synoptic/
const TISSUE =
  /\bp[tn]\s?\d|macroscop\w+|microscop\w+|gross(?:ly)?\b|resection margins?|margins?\b|histolog\w+|tumou?r (?:size|stage|site)|carcinoma|infiltrating|invasive|specimen|nottingham|differentiat\w+|lymphangio\w+|lymphovascular|mastectomy|\bg\s?[123]\b|nuclear|mitos[ei]s|necrosis/g
const VISIT =
  /\b(?:hpi|history of present illness|current medications|allergies|review of systems|chief complaint|vital signs|ecog|physical exam\w*|return to clinic|rtc|a\/p|assessment|seen today|presents (?:with|for)|denies)\b/

const count = (text: string, pattern: RegExp) => new Set(matchesOf(text, pattern).map((match) => match[0])).size

const SIGNS: readonly (readonly [DocumentKind, RegExp, RegExp])[] = [
  [
    'pathology',
    /surgical pathology|pathology(?: (?:report|review|consultation))?|pathologic(?: (?:report|review|consultation)|(?!al\b))|cytology|biops(?:y|ies)|slide review|histopathology|histology(?: report)?|^path(?:ology)? report|cellular pathology|pathologis(?:che?|ch-anatom)\w*|anatom[ií]a patol[oó]gica|(?:anatomo-?)?pathologi(?:e|que)|histopathologie/g,
    /gross description|specimens?\b|final diagnosis|microscopic|accession|immunohistochem|nottingham|margins?\b|synoptic/g,
  ],
  [
    'genomics',
    /genom\w+|\bngs\b|liquid biopsy|cdx|germline|hereditary cancer|sequencing|ctdna|molecular profil\w+|genetic (?:test|counsel)\w*|hereditary (?:panel|genetic)|genetics (?:laborator\w+|report|result\w*)/g,
    /variants? of (?:unknown|uncertain) significance|uncertain significance|zygosity|heterozygous|mutation not detected|therapy association|vaf\b|% cfdna|allele (?:fraction|frequency)|cfdna|pathogenic variant|genes? (?:analy[sz]ed|tested)|tumor mutational burden|microsatellite/g,
  ],
  [
    'cardiology',
    /echocardiogra\w+|\becho\b|\becg\b|electrocardiogra\w+|muga|cardiology/g,
    /ejection fraction|lvef|qtc\w?|global longitudinal strain|sinus rhythm/g,
  ],
  [
    'imaging',
    /\bct\b(?!-guided)|\bmri?\b|pet(?:\/ct)?|bone scan|mammogra\w+|ultrasound|radiology|x-?ray|imaging report|imaging(?=\s*$)|computed tomography|magnetic resonance/g,
    /technique|comparison|impression|findings|contrast|radiologist/g,
  ],
  [
    'operative-note',
    /operative (?:report|note)|operation|op note/g,
    /anesthesia|estimated blood loss|incision|surgeon|preoperative diagnosis/g,
  ],
  [
    'radiation-summary',
    /radiation (?:oncology|therapy)|radiotherapy|\bgkrs\b|gamma ?knife|radiosurgery|treatment (?:completion )?summary|srs|completion/g,
    /\bc?gy\b|fractions?\b|isodose|chest wall|linac|imrt/g,
  ],
  [
    'treatment-record',
    /(?:chemo\w*|drug|medication|infusion|pharmacy).{0,30}(?:record|administration|flow ?sheet|history)|administration record|flow ?sheet/g,
    /mg\/m2|auc|cycle|premed\w*|infus\w+|administered/g,
  ],
  ['discharge-summary', /discharge summary|hospital course/g, /admi(?:ssion|tted)|discharge(?:d)?|hospital course/g],
  [
    'emergency-note',
    /emergency (?:department|room|medicine)|\bed (?:note|provider|visit)|after visit summary/g,
    /triage|chief complaint|ed course|seen in the er\b|return to the (?:er|ed|emergency)/g,
  ],
  [
    'tumor-board',
    /tumou?r board|multidisciplinary (?:conference|board|clinic|team|meeting)|\bmd[tm]\b(?! clinic)/g,
    /consensus|present(?:ed|ing)|attendees|recommendation|decision|options/g,
  ],
  ['phone-note', /phone|telephone|nurse call|call (?:note|log)|triage call/g, /caller|called|advised/g],
  [
    'laboratory',
    /laborator(?:y|ies)|lab (?:report|results?|printout)/g,
    /reference (?:range|interval)|specimen|flag|10\*3|k\/ul|mg\/dl|u\/l/g,
  ],
  [
    'consultation',
    /consult(?:ation)?|initial visit|new patient|second opinion/g,
    /referr(?:ed|al)|history of present illness|assessment|past medical history/g,
  ],
  [
    'progress-note',
    /progress note|office (?:visit|note)|clinic (?:note|visit)|follow[- ]?up|visit|onc(?:ology)? (?:progress |clinic )?(?:note|visit)/g,
    /interval|assessment|plan|ecog|exam|hpi|a\/p|rtc/g,
  ],
  [
    'letter',
    /\bdear\b|\bre:|(?:^|\n)to:|\b(?:clinic|outpatient|gp|oncology) letter\b/g,
    /dear |sincerely|regards|yours|thank you|please see/g,
  ],
  [
    'patient-story',
    /\bmy (?:(?:cancer|medical|health) )?(?:story|history|summary)|about me|intake|questionnaire/g,
    /\bi was\b|\bmy (?:doctor|cancer|oncologist)\b|\bi (?:have|had|am|took)\b/g,
  ],
]

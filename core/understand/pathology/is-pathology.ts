import { matchesOf } from '../../codes/matches-of.ts'
import type { Reading } from '../prose/reading.ts'
import { withScannedLetters } from '../prose/scanned-letters.ts'
import { withPlainLetters } from './plain-letters.ts'

/** Whether a pathologist speaks in this document: a pathology report, or one bound to an operative note or a fax of several. */
export function isPathology(reading: Reading): boolean {
  if (reading.kind === 'pathology') return true
  if (NO_TISSUE.has(reading.kind)) return false
  const text = withPlainLetters(withScannedLetters(reading.document.pages.map((page) => page.text.slice(0, 20_000)).join('\n')))
  const visit = wordsOf(text, VISIT)
  const bench = wordsOf(text, BENCH)
  // whoever tells so much of the bench, and nothing of a visit, has looked at the tissue: in a letter, a note, a call, under any title
  if (bench >= (visit === 0 ? 4 : 6) && visit <= 1) return true
  // a pathologist who was asked for an opinion answers in a letter
  if (reading.kind === 'letter')
    return visit === 0 && ((ASKED_FOR_SLIDES.test(text) && /\b(?:immuno)?stain/i.test(text)) || (SIGNED.test(text) && bench >= 2))
  if (MIXED.has(reading.kind) && SIGNS.filter((sign) => sign.test(text)).length >= 2) return true
  // short reports have no title: they speak of tissue, and of nothing that belongs to a visit
  const tissue = wordsOf(text, TISSUE)
  return SHORT.has(reading.kind) && ((tissue >= 4 && visit === 0) || (tissue >= 6 && visit <= 1))
}

/** How many different of these words a text has. */
const wordsOf = (text: string, words: RegExp) => new Set(matchesOf(text, words).map(([word]) => word.toLowerCase())).size

/** What only who looked at the tissue tells. */
const BENCH =
  /\b(?:on section(?:ing)?|sections? show|slides?|under the microscope|microscop\w+|mitos[ei]s|mitotic|tubul\w+|pleomorphism|nuclear (?:variation|pleomorphism|grade)|ink(?:ed)?|margins?|immuno(?:peroxidase|histochem\w*|stain\w*)|stain(?:s|ed|ing)?|(?:lympho)?vascular invasion|lymphatic (?:embol\w+|invasion)|in situ|DCIS|infiltrating|extranodal|specimens?|block|graded?|y?pT\d\w?|E-cadherin|nottingham|allred|H\s?&\s?E|LVI|cassettes?|IHC|FISH|tumou?r size)\b/gi
/** What is never about tissue on a slide. */
const NO_TISSUE = new Set(['patient-story', 'care-summary', 'treatment-record', 'cardiology', 'radiation-summary'])
const MIXED = new Set(['operative-note', 'other', 'phone-note', 'consultation', 'genomics', 'imaging', 'laboratory', 'treatment-record'])
const SHORT = new Set(['other', 'laboratory', 'phone-note'])
/** A pathologist signs. */
const SIGNED = /\bpathologist\b|\bhistopathologist\b|\bsecretary to dr\b[^\n]*pathol/i
const TISSUE =
  /\b(?:y?pT\d|IDC|ILC|NST|DCIS|carcinom\w+|ductal|duttale|lobular|infiltrant\w+|invasor|invasivo|estrogen\w*|oestrogen\w*|progester\w+|tumorectom\w+|cuadrantectom\w+|biopsia|istologic\w+|anatomopatolog\w+|grado|graad|grau|sein|mama|mammella|lumpectomy|mastectomy|WLE|excision|biopsy|core|margins?|LVI|lymphovascular|grade|gr|G[123]|nottingham|SBR|ER|PR|PgR|HER-?2|inv|duct|FISH|IHC|TNM|SNB?|DCIS|no special type|specimen|gross|micro(?:scopy)?|ki-?67|invasive|histolog\w+)\b/gi
const ASKED_FOR_SLIDES =
  /\b(?:look(?:ed|ing)? at|review(?:ed|ing)?|examin\w+|received|rec'd|sending|sent|sharing|referring)\b[^.\n]{0,50}\b(?:slides?|H\s?&\s?E|sections?|blocks?)\b/i
const VISIT =
  /\b(?:medications?|allerg(?:y|ies)|physical exam\w*|ECOG|vital signs|blood pressure|review of systems|follow-?up visit|assessment|plan|(?<!\b(?:neo-?adjuvant|pre-?operative|prior|previous|post)[ -])chemotherapy|(?:mg|mcg)\b|cycle \d|scan)\b/gi
const SIGNS = [
  /\b(?:outside|submitted|review of|received|rec'd)\b[^\n]{0,40}\bslides\b|\bour (?:d(?:x|iagnosis)|opinion|interpretation)\b|\b(?:slides?|blocks?)\b[^\n]{0,30}\b(?:examined|reviewed|re-?cut)\b/i,
  /\b(?:surgical pathology|department of pathology|pathology report|pathologic diagnosis|slide review|histopathology)\b|\bpathology\s+S[A-Z]{0,2}\d{2}-/i,
  /\b(?:accession|gross description|final diagnosis|synoptic|specimens?\s*(?:\(s\))?\s*:)/i,
  /\b(?:nottingham|invasive (?:ductal|lobular|carcinoma)|infiltrating|metastatic (?:adeno)?carcinoma)\b/i,
  /\b(?:biomarkers?|immunohistochem\w+|IHC|FISH|margins?|lymphovascular|collected|block [A-Z]\d)\b/i,
]

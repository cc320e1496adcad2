import type { Reading } from '../prose/reading.ts'

/** Whether a pathologist speaks in this document: a pathology report, or one bound to an operative note or a fax of several. */
export function isPathology(reading: Reading): boolean {
  if (reading.kind === 'pathology') return true
  if (!MIXED.has(reading.kind)) return false
  const text = reading.document.pages.map((page) => page.text.slice(0, 20_000)).join('\n')
  return SIGNS.filter((sign) => sign.test(text)).length >= 2
}

const MIXED = new Set(['operative-note', 'other', 'consultation', 'genomics', 'imaging', 'laboratory', 'treatment-record'])
const SIGNS = [
  /\b(?:surgical pathology|department of pathology|pathology report|pathologic diagnosis|slide review|histopathology)\b|\bpathology\s+S[A-Z]{0,2}\d{2}-/i,
  /\b(?:accession|gross description|final diagnosis|synoptic|specimens?\s*(?:\(s\))?\s*:)/i,
  /\b(?:nottingham|invasive (?:ductal|lobular|carcinoma)|infiltrating|metastatic (?:adeno)?carcinoma)\b/i,
  /\b(?:biomarkers?|immunohistochem\w+|margins?|lymphovascular|collected|block [A-Z]\d)\b/i,
]

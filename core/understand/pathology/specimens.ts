import { matchesOf } from '../../codes/matches-of.ts'
import type { PartialDate } from '../../record/partial-date.ts'
import { findDates } from '../prose/dates.ts'

/** Tissue that a report speaks of. `letter` is its part ("A", "2") where parts are lettered. */
export type Specimen = {
  name: string
  start: number
  letter?: string
  side?: 'left' | 'right'
  from?: 'primary' | 'regional' | 'metastasis'
  date?: PartialDate
  /** What was said of it directly after its name. */
  finding: string
}

/**
 * The specimens that a pathology report names, in reading order: lettered parts with their diagnoses, "SPECIMEN:" lines,
 * and a title that is one.
 */
export function specimensOf(text: string): Specimen[] {
  const found: Specimen[] = []
  for (const pattern of FORMS)
    for (const match of matchesOf(text, pattern)) {
      const { letter, name = '' } = match.groups ?? {}
      const start = match.index + match[0].length - match[0].trimStart().length
      if (found.some((other) => Math.abs(other.start - start) < 4)) continue
      const clean = tidy(name)
      if (!TISSUE.test(clean) || NOT_A_SPECIMEN.test(clean)) continue
      const side = sideOf(clean)
      const from = originOf(clean)
      found.push({
        name: clean,
        start,
        ...(letter ? { letter: letter.toUpperCase() } : {}),
        ...(side ? { side } : {}),
        ...(from ? { from } : {}),
        ...dateIn(text.slice(match.index + match[0].length, match.index + match[0].length + 60), clean),
        finding: text.slice(match.index + match[0].length, match.index + match[0].length + 500),
      })
    }
  const lettered = found.some(({ letter, from }) => letter !== undefined && from === 'primary')
  return found
    .filter(({ letter, side, from }) => !lettered || letter !== undefined || side !== undefined || from === 'metastasis')
    .sort((a, b) => a.start - b.start)
}

export function sideOf(words: string): 'left' | 'right' | undefined {
  const left = /\b(?:left|lt|l)\b/i.test(words)
  const right = /\b(?:right|rt|r(?!\/[ot]\b))\b/i.test(words)
  return left === right ? undefined : left ? 'left' : 'right'
}

/** What kind of site a specimen is from; lymph nodes of the axilla, infra- and supraclavicular are regional. */
export function originOf(words: string): Specimen['from'] {
  if (
    /\b(?:axill\w*|sentinel|sln|hot spot|intramammary|internal mammary|(?:supra|infra)clavicular|chest wall|mastectomy scar|local recurrence)\b/i.test(
      words,
    ) &&
    !/\bcontralateral\b/i.test(words)
  ) {
    if (!/\bbreast\b[\s\S]*(?:mastectomy|lumpectomy|excision)|\bMRM\b|\bWLE\b|\bmastectomy (?:with|and|\+|&)/i.test(words))
      return 'regional'
  }
  if (DISTANT.test(words)) return 'metastasis'
  if (/\bbreast\b|\bmastectomy\b|\blumpectomy\b|\bnipple\b|\bMRM\b|\bWLE\b/i.test(words)) return 'primary'
  if (/\b(?:lymph )?nodes?\b|\bln\b/i.test(words)) return 'regional'
  return undefined
}

const DISTANT =
  /\b(?:liver|hepatic|lung|pulmonary|lobe|pleura\w*|bone|ili(?:ac|um)|vertebra\w*|spine|sacr\w+|femur|rib|marrow|brain|cerebell\w*|frontal|parietal|occipital|dura|mening\w*|csf|adrenal|ovar\w+|omentum|peritone\w*|ascit\w*|mediastin\w*|hilar|cervical|neck|scalp|skin of (?:the )?(?:abdomen|back|scalp)|stomach|colon|metasta\w+|[ct]\d{1,2}\b|l[1-5]\b|seg(?:ment)?\s+[ivx]+)/i
const TISSUE =
  /\b(?:breast|axill\w*|lymph|node|nodes|ln|sln|liver|hepatic|lung|lobe|pleura\w*|bone|ili(?:ac|um)|vertebra\w*|spine|sacr\w+|femur|rib|marrow|brain|dura|mening\w*|csf|skin|chest wall|adrenal|ovary|ovaries|omentum|peritone\w*|ascit\w*|mediastin\w*|cervical|supraclavicular|nipple|mass|lesion|tumou?r|nodule|margin|tissue|mastectomy|lumpectomy|fluid|effusion)\b/i
const NOT_A_SPECIMEN =
  /\b(?:receptor|estrogen|progesterone|her-?2|positive for|number|positive|sampled|examined|days|year|type of|status|score|invasive|carcinoma is|negative for|identified|measur|slice|cassette|section|block|received|inked|cm from(?! (?:the )?nipple)|tumou?r cells|focus|foci|present|absent|size|site|grade)\b/i
const PROCEDURE = String.raw`(?:biops(?:y|ies)|bx|core|excision|mastectomy|lumpectomy|dissection|resection|fna|aspirat\w+|contents|wle|localization|removal)`

/** A character of a name; a colon only within a clock position ("2:00"). */
const CHAR = String.raw`(?:[^:\n.;]|:(?=\d))`

const FORMS: readonly RegExp[] = [
  // "A. BREAST, LEFT, PARTIAL MASTECTOMY:", "(C) LEFT BREAST, …:", "D) RIGHT BREAST (MASTECTOMY):"
  new RegExp(
    String.raw`(?:^|[\n.:;)])[ \t]*[(#]?(?<letter>[A-Z])(?:[.):]|\)\.|-)[ \t]*(?<name>["'“]?[A-Za-z]${CHAR}{3,140}?)(?=[;]|:(?!\d)|\n|\.\s|$)`,
    'g',
  ),
  // "1. RIGHT BREAST, PARTIAL MASTECTOMY:", "#2-BREAST, LEFT, EXCISIONAL BIOPSY:"
  new RegExp(
    String.raw`(?:^|[\n.:;)])[ \t]*#?(?<letter>\d)(?:[.):]|-)[ \t]*(?<name>["'“]?[A-Za-z]${CHAR}{3,100}?\b${PROCEDURE}\b${CHAR}{0,40}?)(?=[;]|:(?!\d)|\n|\.\s|$)`,
    'gi',
  ),
  new RegExp(
    String.raw`(?:^|[\n.]|[ ]{3})[ \t]{0,60}(?:(?:nature of |type of )?specimens?(?: \(s\)|\(s\))?(?: (?:source|type|submitted|received|site))?|tissue source|source of specimen|source|site|sample)\s*[:\n]\s*(?:(?<letter>[A-Z])[.):]\s*)?(?<name>${CHAR}{4,140}?)(?=\n|[.;]\s|:\s|$)`,
    'gi',
  ),
  new RegExp(
    String.raw`(?:(?:^|\n)[ \t]*(?:SX?\d\d-\d+\s+)?|(?<= {3})(?=[A-Za-z]))(?<name>(?:[A-Za-z][A-Za-z0-9 ,/'()-]{0,60}\b)?(?:breast|liver|lung|bone|node|axilla|brain|pleura|skin|chest wall|lobe|vertebra|spine|ilium|sacrum|rib|femur|acetabulum|scapula|humerus|adrenal|omentum|peritoneum)\b(?:[^\n:]|:(?=\d)){0,60}\b${PROCEDURE}\b(?:[^\n:]|:(?=\d)){0,30}?)(?=[ \t]*(?::(?!\d)|\n|$| {3,}|,? collected\b|, (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d))`,
    'gi',
  ),
  // "CT guided core biopsy, right iliac bone."
  /(?:^|\n)[ \t]*(?<name>(?:(?:CT|US|USG|UTZ|ultrasound|image)[- ]guided )?(?:core |needle |tru-?cut ){0,2}(?:biopsy|bx)(?: of|,) (?:the )?(?:left |right |lt |rt )?(?:iliac|liver|lung|bone|vertebra|sacrum|femur|rib|pleura|brain|supraclavicular|cervical|mediastinal|[TL]\d{1,2})\b[A-Za-z ]{0,24})(?=[.,;:\n]|$)/gi,
]

function tidy(name: string): string {
  return (name.split(/ {3,}|\t/)[0] ?? name)
    .replace(/["'“”]/g, '')
    .replace(/\s*\((?:clip|block|outside)[^)]*\)/gi, '')
    .replace(/\s*\((?:\d+ cores?|edta[^)]*|[^)]*decalc[^)]*)\)/gi, '')
    .replace(/\([^)]*$/, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s,:-]+$/, '')
    .trim()
    .toLowerCase()
}

function dateIn(after: string, name: string): { date?: PartialDate } {
  const near = /^[^\n]{0,20}\bcollected\b/i.test(after) ? findDates(after)[0] : findDates(name)[0]
  return near && near.date.length >= 7 ? { date: near.date } : {}
}

import { matchesOf } from '../../codes/matches-of.ts'

/** The site in the words before the dose, else after; in a table row the first cell. */
export function siteOfRadiation(before: string, after: string, row: boolean): string | undefined {
  if (row) {
    const cell = before
      .trim()
      .split(/ {2,}|\t|\s\|\s/)[0]
      ?.trim()
    if (cell && cell.length <= 60 && new RegExp(SITES.source, 'i').test(cell)) return cell.replace(/^[\s.,;:]+|\b(?:XRT|RT)\s+/g, '')
  }
  const found = lastSites(before) ?? matchesOf(after, SITES)[0]?.[0]
  return found?.trim()
}

/** The last site named, with those it is listed with: "left femur and L4/sacrum". */
function lastSites(words: string): string | undefined {
  const sites = matchesOf(words, SITES).map((match) => ({ start: match.index, end: match.index + match[0].length }))
  const last = sites.at(-1)
  if (last === undefined) return undefined
  let { start } = last
  for (const site of sites.slice(0, -1).reverse())
    if (/^[\s,/&+]*(?:and|to)?[\s,/&+]*$/.test(words.slice(site.end, start))) start = site.start
  return words.slice(start, last.end)
}

const SITES =
  /\b(?:(?:right|left|bilateral|both|R|L|whole|partial|upper|lower|post-?op(?:erative)?)\s+){0,2}(?:chest ?wall|breast|reconstructed breast|axilla|supraclav\w*(?: fossa)?|SCV|IMN|regional (?:lymph )?nod\w+|lymph nodes?|brain|cerebell\w+|frontal|parietal|temporal|occipital|skull|orbit|spine|(?:[CTLS]\d{1,2})(?:\s?[-–/]\s?[CTLS]?\d{1,2})?|cervical|thoracic|lumbar|sacr\w+|sacrum|pelvis|ili(?:um|ac)|hip|femur|humerus|shoulder|scapula|clavicle|sternum|ribs?|acetabul\w+|ischium|pubis|tibia|lung|liver|mediastin\w+|hil\w+|adrenal|lumpectomy cavity|tumor bed|cavity|neck|skin|scalp)(?:\s?(?:\/|\+|&|and)\s?(?:(?:right|left|regional)\s+)?(?:hip|SCV|IMN|IMNs?|axilla|supraclavicular(?: fossa)?|nod\w+|nodes?|regional nodes|RNI|ilium|femur|chest wall|lymph nodes))*(?:\s?\+\s?[A-Z]{3}(?:\/[A-Z]{3})?)?/gi

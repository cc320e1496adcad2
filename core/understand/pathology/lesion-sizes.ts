import { matchesOf } from '../../codes/matches-of.ts'
import type { PartialDate } from '../../record/partial-date.ts'
import { type DateMention, findDates } from '../prose/dates.ts'
import type { Reading } from '../prose/reading.ts'
import { type Measure, measuresIn } from './measures.ts'
import { sideOf } from './specimens.ts'
import type { FoundSize } from './tumor-size.ts'

/** Sizes of lesions in imaging reports and in notes: the present one of each, with its place. */
export function lesionSizes(text: string, reading: Reading): FoundSize[] {
  const imaging = reading.kind === 'imaging'
  const title = text.slice(0, 240)
  const side = sideOf(title)
  // a study of the breast speaks of the breast where it names no place
  const breast: Place | undefined =
    imaging && /mammogra|breast (?:ultrasound|mri)|(?:ultrasound|mri)[^\n]{0,24}breast/i.test(title)
      ? { name: `${side ? `${side} ` : ''}breast`, of: 'unspecified' }
      : undefined
  const found: FoundSize[] = []
  for (const { measure, date: printed } of datedColumns(text, measuresIn(text))) {
    const line = lineAround(text, measure)
    const before = withoutAsides(text.slice(line.start, measure.start)).replace(SHAPE, (words) => ' '.repeat(words.length))
    const after = text.slice(measure.end, line.end)
    if (
      EARLIER.test(before) ||
      NO_LESION_BEFORE.test(before.slice(-70)) ||
      SUM.test(before) ||
      LIMIT.test(before) ||
      NO_LESION_AFTER.test(after) ||
      ARROW_AFTER.test(after)
    )
      continue
    const clause = clauseOf(before)
    if (BENIGN.test(`${clause} ${after.slice(0, 110).split(/\.\s|\d\s*(?:mm|cm)\b/)[0]}`)) continue
    const place = placeIn(clause, after) ?? placeIn(before, '') ?? placeAbove(text, line.start) ?? breast
    if (
      place === undefined ||
      !(
        LESION.test(clause) ||
        LESION.test(after.slice(0, 50)) ||
        place.segment ||
        (imaging && LESION.test(`${before}${text.slice(Math.max(0, line.start - 160), line.start)}`))
      )
    )
      continue
    const study = imaging ? undefined : studyAbove(text, measure.start, reading)
    const scanned = study !== undefined || IMAGED.test(before) || IMAGED_AFTER.test(after)
    const pathological = PATHOLOGY.test(before) && !imaging && !scanned
    const date =
      printed ??
      findDates(ownWords(after), reading.said)[0]?.date ??
      (imaging ? reading.said : (findDates(before, reading.said).at(-1)?.date ?? study))
    if (!imaging && date === undefined && !EXAM.test(before) && !scanned) continue
    found.push({
      value: {
        mm: measure.mm,
        how: pathological ? 'pathology' : EXAM.test(before) ? 'exam' : 'imaging',
        where: place.name,
        of: place.of,
        ...(date ? { date } : {}),
      },
      start: line.start + (before.length - clause.length) + (clause.length - clause.trimStart().length),
      end: measure.end,
    })
  }
  return found
}

/** "CT 9/3/2026: liver …. Nodes 9 mm. Breast mass 18 mm.": the study at the head of the paragraph measured all that follows in it. */
function studyAbove(text: string, at: number, reading: Reading): PartialDate | undefined {
  const from = Math.max(0, at - 700)
  const paragraph =
    text
      .slice(from, at)
      .split(/\n[ \t]*(?:\n|[-•*#]|[A-Z][A-Za-z /]{1,24}:)/)
      .at(-1) ?? ''
  const head = matchesOf(paragraph, STUDY).at(-1)
  if (head === undefined || OTHER_MEASURE.test(paragraph.slice(head.index + head[0].length))) return undefined
  return findDates(head[0], reading.said)[0]?.date
}
const STUDY = /\b(?:CT|MRI?|PET(?:[-/ ]?CT)?|US|ultrasound|mammogra\w+|staging)\b[^.;:\n]{0,30}?\d{1,2}[/ .-][^:;\n]{1,20}?:/gi
const OTHER_MEASURE = /\b(?:on exam|palpa\w+|path(?:ology)?|specimen|S:|O:|exam)\b/i

/**
 * Of sizes side by side in one row ("2.1 cm  1.4 cm  0.9 cm") each with the date at the head of its column; where the head shows no dates
 * only the first, which is the present one.
 */
function datedColumns(text: string, measures: readonly Measure[]): { measure: Measure; date?: PartialDate }[] {
  const rows: Measure[][] = []
  for (const measure of measures) {
    const last = rows.at(-1)?.at(-1)
    if (last && /^[\s|]+$/.test(text.slice(last.end, measure.start)) && !text.slice(last.end, measure.start).includes('\n'))
      rows.at(-1)?.push(measure)
    else rows.push([measure])
  }
  return rows.flatMap((row) => {
    const [first] = row
    if (first === undefined) return []
    const from = text.lastIndexOf('\n', first.start) + 1
    const cells = text.slice(from, (text.indexOf('\n', first.start) + 1 || text.length + 1) - 1).split(/\s{2,}|\t|\s?\|\s?/)
    if (cells.length < 3) return row.map((measure) => ({ measure }))
    const dates = columnHeads(text, from)
    if (dates.length < 2) return [{ measure: first }]
    return row.flatMap((measure, index) => {
      const date = row.length === dates.length ? dates[index] : nearestColumn(dates, measure.start - from)
      return date === undefined ? [] : [{ measure, date: date.date }]
    })
  })
}

/** The dates at the heads of the columns of the table that the line at `at` stands in, with their places in their line. */
function columnHeads(text: string, at: number): DateMention[] {
  const above = text
    .slice(Math.max(0, at - 900), at)
    .split('\n')
    .reverse()
  return above.map((line) => findDates(line)).find((found) => found.length >= 2) ?? []
}

const nearestColumn = (dates: readonly DateMention[], place: number) =>
  [...dates].sort((a, b) => Math.abs(a.start - place) - Math.abs(b.start - place))[0]

/** The margin of a shadow on an image is its edge. */
const SHAPE =
  /\b(?:indistinct|irregular|spiculated|obscured|circumscribed|angular|microlobulated|lobulated|smooth|ill-?defined|well-?defined) margins?\b/gi
/** Brackets that are closed hold other sizes and dates. */
const withoutAsides = (words: string) => words.replace(/\([^()]*\)/g, (aside) => ' '.repeat(aside.length))
/** The words after a size that still speak of it. */
const ownWords = (after: string) => (/^\s*\(/.test(after) ? '' : (after.slice(0, 24).split(/[;,(]|\d\s*(?:cm|mm)/)[0] ?? ''))

function lineAround(text: string, { start, end }: Measure): { start: number; end: number } {
  const head = text.slice(Math.max(0, start - 240), start)
  const cut = Math.max(
    ...[...head.matchAll(/\n\s*(?:\n|[-•*]|\d{1,2}[.)]\s)|\.\s+(?=[A-Z])|\n(?=\s*(?:[A-Z]|\d{1,2}\)))/g)].map((m) => m.index + m[0].length),
    0,
  )
  const tail = /\n\s*\n|\.\s+(?=[A-Z])|\n(?=\s*(?:[-•*]|\d{1,2}[.)]\s|[A-Z]{3,}|Seg|New))/.exec(text.slice(end, end + 160))
  return { start: start - head.length + cut, end: tail ? end + tail.index : Math.min(text.length, end + 160) }
}

/** The words since the measurement before, or since a comma between two lesions. */
function clauseOf(before: string): string {
  const last = [...before.matchAll(/(?:cm|mm)\)?\s*(?:\([^)]*\)\s*)?[,;]|;|\.\s/gi)].at(-1)
  return last ? before.slice(last.index + last[0].length) : before
}

type Place = { name: string; of: 'unspecified' | 'node' | 'metastasis'; segment?: boolean }

/** The organ the nearest words name. */
function placeIn(before: string, after: string): Place | undefined {
  let best: { at: number; place: Place } | undefined
  for (const [pattern, of, organ] of PLACES)
    for (const match of `${before}`.matchAll(pattern)) {
      if (best && match.index < best.at) continue
      const name =
        organ === undefined
          ? match[0]
          : `${organ}${match[0].toLowerCase().startsWith(organ) ? match[0].slice(organ.length) : ` ${match[0]}`}`
      best = { at: match.index, place: { name: tidy(name), of, ...(/^seg/i.test(match[0]) ? { segment: true } : {}) } }
    }
  if (best) return best.place
  for (const [pattern, of, organ] of PLACES) {
    const match = matchesOf(after.slice(0, 110), pattern)[0]
    if (match)
      return {
        name: tidy(organ === undefined ? match[0] : `${organ} ${match[0]}`),
        of,
        ...(/^seg/i.test(match[0]) ? { segment: true } : {}),
      }
  }
  return undefined
}

/** A heading or line above that names the organ: "LIVER (target lesions):". */
function placeAbove(text: string, at: number): Place | undefined {
  const lines = text
    .slice(Math.max(0, at - 700), at)
    .split('\n')
    .reverse()
  for (const line of lines.slice(0, 12)) {
    const heading =
      /^\s*([A-Za-z /]{3,40}?)\s*(?:\([^)]*\))?\s*:/.exec(line)?.[1] ??
      /^\s*(breast|liver|lungs?|bones?|brain|nodes?|chest)\b/i.exec(line)?.[1]
    const place = heading ? placeIn(heading, '') : undefined
    if (place) return place
  }
  return undefined
}

const tidy = (name: string) =>
  name
    .replace(/\bseg(?:ment)?s?\b\.?/i, 'segment')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(Liver|Lung|Bone|Brain|Left|Right|Breast|Segment)/, (m) => m.toLowerCase())

const PLACES: readonly (readonly [RegExp, Place['of'], string?])[] = [
  [/\b(?:left|right)\s+(?=(?:partial |total |simple |modified radical |radical )?(?:lumpectomy|mastectomy))/gi, 'unspecified', 'breast'],
  [
    /\b(?:(?:left|right)\s+)?breast\b(?:[^.,;\n]{0,12}\d{1,2}:\d\d)?|\b(?:upper|lower)[\s-](?:outer|inner) quadrant\b|\bretroareolar\b/gi,
    'unspecified',
  ],
  [/\bseg(?:ment|s)?\.?\s*(?:[IV]{1,4}[ab]?|[1-8][ab]?)(?:\/(?:[IV]{1,4}[ab]?|\d[ab]?))?\b/gi, 'metastasis', 'liver'],
  [/\b(?:(?:left|right) (?:hepatic )?lobe(?: of (?:the )?liver)?|liver|hepatic(?: dome)?)\b/gi, 'metastasis'],
  [/\b(?:(?:left|right)\s+(?:upper|lower|middle)\s+lobe|[RL][UML]L|lungs?|pulmonary|lingula)\b/gi, 'metastasis'],
  [
    /\b(?:(?:left|right)\s+)?(?:(?:axillary|supraclavicular|mediastinal|hilar|internal mammary|subpectoral|cervical|paratracheal|subcarinal|retroperitoneal)\s+)(?:level [I-]+\s+)?(?:lymph\s+)?(?:nodes?|adenopathy|lymphadenopathy|conglomerate|ln)\b|\b(?:lymph )?nodes?\b/gi,
    'node',
  ],
  [
    /\b(?:(?:left|right)\s+)?(?:frontal|parietal|occipital|temporal|cerebell\w+(?: hemisphere)?|thalam\w+|pons|brainstem|brain)\b(?: lobe)?/gi,
    'metastasis',
  ],
  [
    /\b(?:(?:left|right)\s+)?(?:iliac|ilium|sacr\w+|acetabul\w+|femur|femoral|humerus|\d{1,2}(?:st|nd|rd|th) rib|ribs?|sternum|vertebral? body|[TL]\d{1,2}(?!\s*[/-]?\s*(?:FLAIR|weighted|hyper|hypo|signal)))\b/gi,
    'metastasis',
  ],
  [
    /\b(?:(?:left|right)\s+)?(?:adrenal|pleural?|chest wall|ovary|ovarian|peritone\w+|omental|skin|subcutaneous|scalp|dural)\b/gi,
    'metastasis',
  ],
]
const LESION =
  /\b(?:mass(?:es)?|lesions?|nodules?|metasta\w+|tumou?rs?|foc(?:us|i)|deposit|density|enhanc(?:ing|ement)|lytic|adenopathy|nodes?|ln|conglomerate|carcinoma|cancer|seg(?:ment)?|lump|opacity|uptake|hypoechoic|IDC|ILC)\b/i
const EARLIER =
  /\b(?:prior|previously|previous|formerly|was|were|compared (?:to|with)|baseline|down from|up from|from|vs\.?|versus|decreased from|increased from)\W{0,3}(?:(?:measur\w+|size|of|\w+ \d{4}:?)\W{0,3})?$|\([^)]*\bprior\b[^)]*$/i
const ARROW_AFTER = /^\s*(?:->|→|to \d)/
const SUM = /\bsum\b[^.;]{0,60}$/i
const LIMIT =
  /\b(?:edema|oedema|flair)\b[^.;]{0,30}$|(?:\b(?:less than|smaller than|under|sub|(?<!(?:lesions|metastas[ei]s|mets|masses|nodules|nodes|deposits)\s(?:measuring\s)?)up to)|<)\s*-?$/i
const NO_LESION_BEFORE =
  /\b(?:sum of (?:the )?(?:longest )?diameters?[^\n]*|slice|thickness|cortex|cortical|collimation|resolution|interval|every|contiguous|margin[^,;]*|needle|gauge|midline shift(?: of)?|aorta|duct|wall|diameter of the|ventric\w*|endometri\w*|distance|within|depth|spleen|uterus)(?:\s+(?:of|is|measur\w+))?\W{0,3}$|\bSUV\w*\W{0,3}$/i
const NO_LESION_AFTER =
  /^\W{0,2}(?:axial|thick|slices?|images?|contiguous|sections?|intervals?|below|above|from(?!\s+\d)|FN\b|fn\b|deep|beneath|posterior to|anterior to|collimation|reconstruct\w*|margin|gauge|cortex|cyst|midline|port|catheter|calcul\w+|stone|punch)/i
const BENIGN =
  /\b(?:cysts?|granulomas?|hemangiomas?|thyroid|renal|kidney|lipoma|benign|fibroadenomas?|spleen|aneurysm|diverticul\w*|calcified|calcification|bone islands?|polyp|gallstone|hernia|adenoma|meningioma|fibroids?|leiomyoma\w*|follicles?|nonobstructing|biopsy clip|seroma)\b/i
const PATHOLOGY = /\b(?:path(?:ology)?|lumpectomy|mastectomy|resection|residual|specimen|invasive)\b/i
/** A study named in the same line measured it. */
const IMAGED = /\b(?:ultraso\w+|sonogra\w+|US|MRI|CT|PET(?:\/CT)?|mammogra\w+|tomosynthesis)\b(?![^.;]{0,40}\b(?:guided|biopsy|bx)\b)/
const IMAGED_AFTER = /^[^.;,]{0,12}\b(?:on|by|per|in) (?:\w+ )?(?:ultraso\w+|sonogra\w+|US|MRI|CT|PET(?:\/CT)?|mammogra\w+|imaging)\b/
const EXAM = /\b(?:palpa\w+|on exam|exam(?:ination)?:|clinical exam|by exam)\b/i

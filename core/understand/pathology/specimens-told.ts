import { matchesOf } from '../../codes/matches-of.ts'
import type { PartialDate } from '../../record/partial-date.ts'
import { type DateMention, findDates } from '../prose/dates.ts'
import { originOf, type Specimen, sideOf } from './specimens.ts'

/** Tissue that a note tells of, with the day it gives: "Liver bx 9/2/2026: …", "left breast cancer (May 2018), …", "2023 brain resection". */
export type ToldSpecimen = { name: string; date: PartialDate; from?: NonNullable<Specimen['from']> }

/**
 * The tissue that a receptor named at `label` was read on: the last one told before it in the same statement or the one before, but not
 * behind `floor`, where the receptors of another tissue end.
 */
export function specimenBefore(text: string, floor: number, label: number, reference: PartialDate | undefined): ToldSpecimen | undefined {
  const from = Math.max(floor, label - REACH, 0)
  const statements = statementsIn(text.slice(from, label))
  for (const [index, words] of [...statements].reverse().entries()) {
    const told = specimenIn(words, reference)
    if (told) return told
    // the disease as a whole, other tissue of no day, or what could be given for it
    if (index === 0 && (OF_DISEASE.test(words) || matchesOf(words, PROCEDURE).length > 0 || OPTIONS.test(words))) return undefined
    // what was treated in between has another story
    if (index >= MOST_BETWEEN || TREATED.test(words) || (index === 0 && words.length > LONG_LEAD && !OPENS.test(words))) return undefined
  }
  return undefined
}

/** "Triple negative on chest wall biopsy 11/2024", "HER2 1+ (bone biopsy 2/2024)": tissue named right behind the result. */
export function specimenAfter(text: string, end: number, reference: PartialDate | undefined): ToldSpecimen | undefined {
  const behind = /^\)?\s{0,2}(?:\(|(?:on|in|at|from|by)\s)(?:the |her |his |a )?[^.;,:\n]{4,60}/i.exec(text.slice(end, end + 70))
  return behind && matchesOf(behind[0], PROCEDURE).length > 0 ? specimenIn(behind[0], reference) : undefined
}

/** "HER2+ MBC", "ER-positive metastatic breast cancer": the disease as a whole, whatever stands before. */
const OF_DISEASE = /\b(?:MBC|m?TNBC|metastatic|breast (?:ca|cancer|carcinoma)|stage)\b/i
const OPTIONS = /\b(?:options?|discuss\w*|consider\w*|eligible|candidate|trials?|plan\w*|T-DXd|could|would|if)\b/i
/** A scan shows places and takes no tissue. */
const SCAN = /\b(?:CT|MRI?|PET(?:\/CT)?|scan|ultrasound|USS?|echo|mammogra\w+|imaging)\b/
/** How far back the tissue can be named. */
const REACH = 320
/** How many statements can stand between the tissue and its receptors. */
const MOST_BETWEEN = 4
/** The words between a full stop and the receptors when the tissue was named before that stop. */
const LONG_LEAD = 90
const OPENS = /^\s*(?:IHC|receptors?|biomarkers?|histology|pathology|this|it|results?)\b/i
const TREATED =
  /\b(?:start(?:ed|s)?|commenced|treated|received|chemo\w*|switched|cycles?|progress(?:ed|ion)|\w+(?:ciclib|mab|zole|platin|taxel)|mg)\b/i

/** Statements end at a full stop, a semicolon, an empty line and where the next item of a list begins. */
function statementsIn(text: string): string[] {
  return text.split(/\.\s+(?=[A-Z0-9(])|;\s|\n\s*\n|\n(?=\s*(?:[-•*·–]|\d{1,2}[.)/]))|(?<=(?:^|\n)[^\n]{0,60})\n(?=\s*[A-Z])/)
}

function specimenIn(words: string, reference: PartialDate | undefined): ToldSpecimen | undefined {
  if (!/\d/.test(words)) return undefined
  const procedure = matchesOf(words, PROCEDURE).at(-1)
  const dates = [...findDates(words, reference), ...dayBehind(words, procedure, reference)].filter(
    ({ start, date }) =>
      !BIRTH.test(words.slice(Math.max(0, start - 24), start)) && !isLongBefore(date, reference) && (procedure || date !== reference),
  )
  if (dates.length === 0) return undefined
  const disease = procedure || METASTATIC_DISEASE.test(words) || SCAN.test(words) ? undefined : matchesOf(words, DISEASE).at(-1)
  const first = matchesOf(words, SITE)[0]
  const anchor = procedure ?? disease ?? (first && first.index <= FIRST_WORDS && !SCAN.test(words) ? first : undefined)
  const reach = anchor === first ? BESIDE : NEAR
  const date = anchor && closest(words, dates, anchor.index, anchor.index + anchor[0].length, reach)
  if (anchor === undefined || date === undefined) return undefined
  const name = nameOf(words, anchor, procedure)
  const origin = originOf(name)
  return { name, date: date.date, ...(origin ? { from: origin } : {}) }
}
/** Nobody's cancer of then is told of by its receptors now; a day so long ago is that of a birth. */
const isLongBefore = (date: PartialDate, reference: PartialDate | undefined): boolean =>
  reference !== undefined && Number(reference.slice(0, 4)) - Number(date.slice(0, 4)) > 32
const BIRTH = /\b(?:dob|d\.o\.b\.?|date of birth|birth ?date|born(?: on)?)[\s:]*$|\*\s?$/i
/** "Liver biopsy 5/22": a day of the year behind the words for how the tissue was taken. */
function dayBehind(words: string, procedure: RegExpExecArray | undefined, reference: PartialDate | undefined): DateMention[] {
  if (procedure === undefined) return []
  const from = procedure.index + procedure[0].length
  if (!/^\s{0,2}(?:on\s)?\d{1,2}\/\d{1,2}(?![/\d])/.test(words.slice(from, from + 12))) return []
  const [day] = findDates(`on${words.slice(from, from + 12)}`, reference)
  return day && day.start <= 4 ? [{ ...day, start: from, end: from + day.end - 2 }] : []
}

/** In characters: between tissue and its day, and between a bare place and its day. */
const NEAR = 60
const BESIDE = 3
/** "skin (2025) ER- PR-": a place that opens the statement. */
const FIRST_WORDS = 24

/** Side, organ and kind of the tissue: "left breast core biopsy", "brain resection", "liver metastasis". */
function nameOf(words: string, anchor: RegExpExecArray, procedure: RegExpExecArray | undefined): string {
  const near = (site: RegExpExecArray) => (site.index <= anchor.index ? anchor.index - site.index : 2 * (site.index - anchor.index))
  const [site] = matchesOf(words, SITE).sort((a, b) => near(a) - near(b))
  const ofBreast = procedure === undefined || /mastectomy|lumpectomy|wide local|WLE/i.test(procedure[0])
  const organ = (site && near(site) <= 90 ? site[0] : ofBreast && !/recur|relapse|met/i.test(anchor[0]) ? 'breast' : '').toLowerCase()
  const side = sideOf(words.slice(Math.max(0, anchor.index - 60), anchor.index + anchor[0].length + 40))
  const kind = procedure
    ? kindOf(procedure[0])
    : /recur|relapse/i.test(anchor[0])
      ? 'recurrence'
      : organ === '' || organ === 'breast'
        ? 'primary'
        : 'metastasis'
  return [side, organ, kind].filter(Boolean).join(' ') || 'biopsy'
}

/** The date beside the words that name the tissue. */
function closest(words: string, dates: readonly DateMention[], start: number, end: number, reach: number): DateMention | undefined {
  // blanks between columns are no distance
  const apart = (from: number, to: number) => words.slice(from, to).replace(/\s+/g, '').length
  const gap = (date: DateMention) => (date.start >= end ? apart(end, date.start) : apart(date.end, start))
  const [best] = [...dates].sort((a, b) => gap(a) - gap(b) || b.start - a.start)
  return best && gap(best) <= reach ? best : undefined
}

const PROCEDURE =
  /(?<!liquid[ -])\b(?:biops(?:y|ied|ies)|bx|core(?: needle)?(?: biopsy| bx)?|tru-?cut|fna|ebus(?:-\w+)?|resect(?:ion|ed)|excision|excised|lumpectomy|mastectomy|WLE|wide local excision|craniotomy|laparoscopy|cytology|aspirat\w+|thoracentesis|paracentesis|histology|histopathology|path(?:ology)?)\b/gi
const SITE =
  /\b(?:breast|chest wall|axilla(?:ry)?(?: (?:lymph )?nodes?)?|supraclavicular(?: (?:lymph )?nodes?)?|(?:cervical|mediastinal) (?:lymph )?nodes?|liver|hepatic|lung|pulmonary|pleura\w*|bone|iliac|sacr(?:um|al)|vertebra\w*|spine|stern(?:um|al)|femur|femoral|rib|brain|cerebell\w*|cerebral|skin|scalp|omentum|omental|peritone\w*|ascit\w*|ovar(?:y|ian)|stomach|gastric|colon|adrenal|lymph node|node)\b/gi
/** The tumour itself, where it is dated: what was known of it at diagnosis. */
const DISEASE =
  /\b(?:primary|diagnos(?:ed|is)|breast (?:cancer|carcinoma|ca)|carcinoma|original(?:ly)?|recurrence|relapse|mets?|metastas[ei]s)\b/gi
const METASTATIC_DISEASE =
  /\bmetastatic (?:breast )?(?:cancer|disease|carcinoma|TNBC)\b|\bMBC\b|\bsince\b|\bon (?:\w+ )?(?:letrozole|anastrozole|tamoxifen|\w+ciclib)\b/i

function kindOf(procedure: string): string {
  if (/core|tru/i.test(procedure)) return 'core biopsy'
  if (/bx|biops/i.test(procedure)) return 'biopsy'
  if (/WLE|wide|lumpectomy/i.test(procedure)) return 'lumpectomy'
  if (/mastectomy/i.test(procedure)) return 'mastectomy'
  if (/resect|craniotomy/i.test(procedure)) return 'resection'
  if (/cytology|aspirat|thoracen|paracen|fna/i.test(procedure)) return 'cytology'
  return /excis/i.test(procedure) ? 'excision' : ''
}

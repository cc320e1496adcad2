import { histologyIn } from '../../codes/histologies.ts'
import { contextOf } from '../prose/context.ts'
import { findDates } from '../prose/dates.ts'
import type { Reading } from '../prose/reading.ts'
import type { FoundCancer } from './cancer.ts'
import { gradesIn, overallGrade } from './grade.ts'
import { originOf } from './specimens.ts'

/**
 * The patient's breast cancer as notes state it: "right breast ILC 9/15/2015", "L breast IDC dx'd 3/2018", "history of left breast cancer
 * in 2016". A note repeats what others wrote: the date is the stated one, never the note's own, and a statement that the note
 * calls incorrect is left out.
 */
export function cancersInNote(_text: string, reading: Reading): FoundCancer[] {
  const found: FoundCancer[] = []
  const starts = pageStarts(reading)
  for (const sentence of reading.sentences) {
    if (!/breast|IDC|ILC|mammary|DCIS|(?:ductal|lobular) carcinoma/i.test(sentence.text) || TAKEN_BACK.test(sentence.text)) continue
    const match = CANCER.exec(sentence.text)
    if (!match) continue
    const context = contextOf(sentence, match.index, match.index + match[0].length)
    if (context.negated || context.family || context.planned || RISK.test(sentence.text)) continue
    const around = sentence.text.slice(Math.max(0, match.index - 60), match.index + match[0].length + 110)
    const side = sideIn(around)
    const histology = histologyIn(around)
    const grade = overallGrade(gradesIn(sentence.text.slice(Math.max(0, match.index - 20), match.index + match[0].length + 45)))
    const date = diagnosisDate(sentence.text, match.index, match[0].length, reading)
    if (side === undefined && histology === undefined && date === undefined) continue
    const start = (starts.get(sentence.page) ?? 0) + sentence.start
    found.push({
      value: {
        site: 'breast',
        ...(side ? { laterality: side } : {}),
        ...(histology ? { histology: histology.histology.name } : {}),
        ...(grade ? { grade: grade.grade } : {}),
        ...(date ? { diagnosed: date } : {}),
      },
      places: [[start, start + Math.min(sentence.text.length, 400)]],
      certain: !context.uncertain,
    })
  }
  return found
}

/** Where each page begins in the text of the whole document. */
function pageStarts(reading: Reading): Map<number, number> {
  const starts = new Map<number, number>()
  let at = 0
  for (const page of reading.document.pages) {
    starts.set(page.number, at)
    at += page.text.length + 1
  }
  return starts
}

function sideIn(words: string): 'left' | 'right' | 'bilateral' | undefined {
  if (/\bbilateral breast (?:cancer|carcinoma)/i.test(words)) return 'bilateral'
  const left =
    /\b(?:left|lt|L)[\s-]+(?:sided\s+)?(?:breast|IDC|ILC)\b|\bbreast (?:cancer|carcinoma|ca),?\s*(?:left|L)\b(?!\/)|\bIDC (?:of (?:the )?)?left breast/i.test(
      words,
    )
  const right =
    /\b(?:right|rt|R)[\s-]+(?:sided\s+)?(?:breast|IDC|ILC)\b|\bbreast (?:cancer|carcinoma|ca),?\s*(?:right|R)\b(?!\/)|\bIDC (?:of (?:the )?)?right breast/i.test(
      words,
    )
  return left === right ? undefined : left ? 'left' : 'right'
}

/** A date that the sentence joins to the diagnosis: beside the cancer, or after "diagnosed", "dx". */
function diagnosisDate(sentence: string, at: number, length: number, reading: Reading) {
  // the day a metastasis was found is not that of the primary
  if (/\bmet(?:astatic|s)?\b[^.;]{0,30}$/i.test(sentence.slice(0, at)) && !/de novo/i.test(sentence)) return undefined
  const dates = findDates(sentence, reading.said)
  // the biopsy that showed it is its date
  const biopsy =
    /\b(?:biops\w+|bx|fna)\b[^.;]{0,30}$/i.test(sentence.slice(0, at)) ||
    /^[^.;]{0,40}\b(?:biops\w+|bx|fna)\b/i.test(sentence.slice(at + length)) ||
    /\b(?:biops\w+|bx|core)\b[^.;]{0,50}\b(?:show\w*|reveal\w*|demonstrat\w*|consistent with|c\/w|positive for)\b/i.test(
      sentence.slice(0, at),
    )
  if (biopsy && originOf(sentence) !== 'metastasis') {
    const before = dates.filter(({ end }) => end <= at + length).at(-1) ?? dates[0]
    if (before && Math.abs(before.start - at) < 90) return before.date
  }
  const said = /\b(?:diagnos\w+|dx(?:'?d)?|primary dx|found|detected)\b/i.exec(sentence)
  const anchor = said?.index ?? at
  const near = dates.filter(({ start, end }) => {
    const gap = start >= anchor ? start - Math.max(anchor, start > at + length ? at + length : anchor) : anchor - end
    return (
      gap >= -4 &&
      gap <= (said ? 60 : 34) &&
      !OTHER_EVENT.test(sentence.slice(Math.min(at + length, anchor, start), Math.max(anchor, start)))
    )
  })
  return near[0]?.date
}

const CANCER =
  /\b(?:breast (?:cancer|carcinoma|ca\b|malignancy|IDC|ILC|DCIS)|(?:invasive|infiltrating)(?: \w+){0,3} carcinoma|IDC|ILC|ductal carcinoma|lobular carcinoma|DCIS)\b/i
const TAKEN_BACK = /\b(?:incorrect|in error|erroneous|superseded|wrong)\b/i
const RISK =
  /\b(?:risk (?:of|for)|screening for|prevention of|gail|lifetime risk|foundation|awareness|clinical trial (?:of|in)|studies (?:in|of)|approved)\b/i
const OTHER_EVENT =
  /\b(?:bx|biops\w+|mastectomy|lumpectomy|surgery|started|metasta\w+|mets|recurr\w+|relapse|treated|chemo\w*|radiation|XRT|completed|PET|CT|MRI)\b/i

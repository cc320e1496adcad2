import { matchesOf } from '../../codes/matches-of.ts'
import type { Document, Page } from '../../record/document.ts'

/**
 * The same document with its dates in American order, month first, where its numbers show that it writes the day first ("22/05/2018" and
 * no date that forbids it). The rules know one order. Every date keeps its length, so offsets stay.
 */
export function monthFirst(document: Document): Document {
  if (!writesDayFirst(document.pages)) return document
  return { ...document, pages: document.pages.map((page) => ({ ...page, text: turned(page.text) })) }
}

/** Some numbers cannot be months where a month would stand first, and none where it would stand second. */
function writesDayFirst(pages: readonly Page[]): boolean {
  let dayFirst = false
  let dotted = false
  for (const { text } of pages)
    for (const [, first, mark, second] of matchesOf(text, FULL)) {
      if (mark === '.') dotted = true
      if (Number(second) > 12 && Number(first) <= 12) return false
      if (Number(first) > 12 && Number(first) <= 31 && Number(second) <= 12) dayFirst = true
    }
  return dayFirst || dotted || isOfDayFirstLand(pages)
}

/** No number decides: hospitals outside of America write the day first. Two of their words, and none that only America writes. */
function isOfDayFirstLand(pages: readonly Page[]): boolean {
  const text = pages.map((page) => page.text.slice(0, 20_000)).join('\n')
  if (AMERICAN.test(text)) return false
  return new Set(matchesOf(text, ELSEWHERE).map(([word]) => word.toLowerCase())).size >= 2
}
const ELSEWHERE =
  /\b(?:NHS|HSE|UHID|FRC(?:R|Path|P|S)|MRCP|FRAC[PS]|FRANZCR|RCPath|MBBS|Consultant|Registrar|GP|Histopathology|oestrogen|haemoglobin|tumou?rs?(?<=tumour|tumours)|oedema|diarrhoea|anaemia|leukaemia|haematolog\w+|paediatric\w*|oncological surgeon|theatre|MDT|MDM|WLE|wide local excision|axillary clearance|Eircode|Medicare|Pty|Pvt|LVE|Trucut|HPE|Inj\.|Tab\.|metres|colour|centre|licence|programme|practise|whilst|bloods|#)\b/gi
/** A state with its ZIP code, or a credential of American hospitals. */
const AMERICAN = /,\s?[A-Z]{2}\s+\d{5}(?:-\d{4})?\b|\b(?:CLIA|CAP#|HIPAA|Social Security|Medicaid|Kaiser|\(\d{3}\) \d{3}-\d{4})\b/

function turned(text: string): string {
  return text
    .replace(SPAN_OF_YEAR, (_date, first: string, mark: string, second: string) => `${second}${mark}${first}`)
    .replace(FULL, (_date, first: string, mark: string, second: string, rest: string) => `${second}${mark}${first}${rest}`)
    .replace(WITHOUT_YEAR, (date, first: string, second: string) =>
      Number(first) <= 31 && Number(second) <= 12 ? `${second}/${first}` : date,
    )
}

/** "13/04 - 17/04/2026": the first day without its year. */
const SPAN_OF_YEAR = /(?<![\d/.-])(\d{1,2})([/.])(\d{1,2})(?=\.?\s?(?:-|–|to)\s?\d{1,2}\2\d{1,2}\2(?:\d{4}|\d{2})(?![\d/]))/g
const FULL = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})(\2(?:\d{4}|\d{2}))(?![\d/-])/g
/** "bloods 10/9", "CT 27/8": days of the year in which the text was written. */
const WITHOUT_YEAR =
  /(?<=\b(?:on|from|bloods?|labs?|ct|mri|pet|scan|echo|ecg|since|until|dated|started?|stopped|ceased|due|drawn|seen|visit|last|bso|sked|sched)\s)(\d{1,2})\/(\d{1,2})(?![\d/%])/gi

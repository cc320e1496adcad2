import type { PartialDate } from '../../record/partial-date.ts'
import { findDates } from '../prose/dates.ts'
import { actsOnCancer } from './drug-groups.ts'
import { spotNames } from './drug-names.ts'

/** One line of an administration record: what was given on a day. `given` is false for doses held or cancelled. */
export type AdministrationRow = { start: number; end: number; date: PartialDate; names: string[]; given: boolean; text: string }
/** A line that announces a plan, an intent or a new part of the record. */
export type RecordHeading = { start: number; end: number; text: string; names: string[] }

/**
 * True for a line that begins as the rows of administration records do: with a date, or a cycle and a date. A line that begins with a span
 * ("2/12/2024 - 12/2/2025") sums up a whole course, and one that tells of a change ("started", "switched to") is a story, not a dose.
 */
export const isRowOfRecord = (line: string): boolean => ROW_START.test(line) && !SPAN_START.test(line) && !CHANGE.test(line)
const SPAN_START =
  /^[\s|*-]{0,6}[\dA-Za-z][\w/., -]{3,14}?\d\s{0,3}(?:-|–|—|→|->|to|through|thru|until|till)\s{0,3}(?:\d{1,2}\/\d|(?:19|20)\d\d|\d{1,2}[- ][A-Za-z]{3}|[A-Za-z]{3,9}\.? (?:\d{1,2},? )?(?:19|20)\d\d|present|now|current|ongoing|today)/i
const CHANGE =
  /\b(?:started|starts|begun|began|initiated|added|switched|changed to|progressed|best response|stopped for|discontinued for|followed by)\b/i
const ROW_START =
  /^[\s|*-]{0,6}(?:(?:C(?:ycle)?\s?#?\d+(?:\s?[,/]?\s?D(?:ay)?\s?\d+)?|\d{1,2}(?:st|nd|rd|th)?|D\d+)[\s|:,.)-]{1,12})?(?:\d{1,2}\/\d{1,2}\/\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}[- ](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[- ]\d{2,4})/i

/** The rows and headings of a record's text, in reading order. A row without a drug is a dose of the plan in the heading. */
export function rowsOfRecord(text: string): { rows: AdministrationRow[]; headings: RecordHeading[] } {
  const rows: AdministrationRow[] = []
  const headings: RecordHeading[] = []
  let at = 0
  for (const line of text.split('\n')) {
    const start = at
    const end = at + line.length
    at = end + 1
    const isRow = isRowOfRecord(line)
    if (!isRow && (!HEADING.test(line) || SPAN_START.test(line))) continue
    const names = [...new Set(spotNames(line).flatMap(({ name, drug }) => (drug && actsOnCancer(drug) ? [name] : [])))]
    if (!isRow) {
      headings.push({ start, end, text: line, names: NEXT_PLAN.test(line) ? [] : names })
      continue
    }
    const date = findDates(line)[0]?.date
    if (date === undefined || date.length < 10) continue
    const kept = names.filter((name) => !isWithheld(line, name))
    const dosed = kept.length > 0 || DOSE.test(line)
    rows.push({
      start,
      end,
      date,
      names: kept,
      given: dosed && (kept.length > 0 ? !ALL_WITHHELD.test(line) : !WITHHELD.test(line)),
      text: line,
    })
  }
  return { rows, headings }
}

/** "carboplatin HELD": the word follows the drug before the next one. */
function isWithheld(line: string, name: string): boolean {
  const spots = spotNames(line)
  const i = spots.findIndex((spot) => spot.name === name)
  const spot = spots[i]
  if (!spot) return false
  const after = line.slice(spot.end, spots[i + 1]?.start ?? line.length)
  return /^[^;,(]{0,30}\b(?:held|omitted|not given|cancelled|canceled|skipped|refused)\b/i.test(after)
}

const WITHHELD =
  /\b(?:held|hold|omitted|not given|cancell?ed|skipped|refused|no show|deferred|delayed|pended|not released|planned|due|scheduled)\b/i
const ALL_WITHHELD = /(?:^|\s{2,}|--|\|)\s*(?:held|cancell?ed|not given|omitted|all held|deferred|no show|scheduled|planned)\b/i
const DOSE = /\b\d[\d.]*\s?(?:mg|mcg|g|units?)\b|\bAUC\b|\bgiven\b|\badministered\b/i
const HEADING = /\b(?:plan|protocol|regimen|intent|treatment plan|drugs?|agents?|adjuvant|neo-?adjuvant|post-?op|pre-?op|line|course)\b/i
const NEXT_PLAN = /\b(?:next plan|not released|pended|future|proposed)\b/i

import type { Evidence } from '../../record/evidence.ts'
import type { Fact } from '../../record/fact.ts'
import { addDays, firstDay } from '../../record/partial-date.ts'
import { type FactRule, factFrom } from '../fact-rule.ts'
import { datedEntries } from '../prose/dated-entries.ts'
import { evidenceAt, type Reading } from '../prose/reading.ts'
import { type AdministrationRow, type RecordHeading, rowsOfRecord } from './administration-rows.ts'
import { dosesIn } from './doses.ts'
import { regimenName } from './drug-groups.ts'
import { type Stopped, settingWords } from './outcome-words.ts'

/** Courses of treatment read from the rows of administration records, flow sheets and infusion logs: what was really given, and when. */
export const administrations: FactRule = {
  name: 'administration',
  version: 1,
  find(reading) {
    if (datedEntries(reading.document.pages).length > 0) return []
    return reading.document.pages.flatMap((page) => {
      const { rows, headings } = rowsOfRecord(page.text)
      if (reading.kind !== 'treatment-record' && rows.some(({ text }) => OF_A_STORY.test(text))) return []
      if (rows.length < 2 || (reading.kind !== 'treatment-record' && rows.filter((row) => row.names.length > 0).length < 3)) return []
      const courses = coursesOf(rows, headings).filter(({ rows }) => reading.kind === 'treatment-record' || rows.length > 1)
      return courses.flatMap((course, i) => factOfCourse(this, reading, page.number, course, i === courses.length - 1) ?? [])
    })
  },
}

/** Dated lines of a note that tell of changes are a history, not doses. */
const OF_A_STORY = /\b(?:reduced|stopped|discontinued|increased|resumed)\b/i

/** Rows that follow one another with the same drugs (or fewer: maintenance), with the heading they stand under. */
type GivenCourse = { names: string[]; rows: AdministrationRow[]; heading: RecordHeading | undefined; closed: boolean; stopped?: Stopped }

function coursesOf(rows: readonly AdministrationRow[], headings: readonly RecordHeading[]): GivenCourse[] {
  const courses: GivenCourse[] = []
  let part: RecordHeading | undefined
  for (const row of rows) {
    const heading = headings.filter(({ start }) => start < row.start).at(-1)
    const last = courses.at(-1)
    if (!row.given) {
      if (last && CLOSED.test(row.text)) {
        last.closed = true
        if (/progress|\bPD\b/i.test(row.text)) last.stopped = 'progression'
        else if (/toxicity|neuropathy|reaction|ILD|pneumonitis/i.test(row.text)) last.stopped = 'toxicity'
      }
      continue
    }
    const planned = headings.filter(({ start, names }) => start < row.start && names.length > 0).at(-1)
    const names = row.names.length > 0 ? row.names : (planned?.names ?? [])
    if (names.length === 0) continue
    const newPart = heading !== part && heading !== undefined && settingOfHeading(heading) !== undefined && last !== undefined
    part = heading
    if (last && !newPart && !last.closed && names.every((name) => last.names.includes(name)) && goesOn(last, row)) last.rows.push(row)
    else {
      if (last) last.closed = true
      courses.push({ names, rows: [row], heading: intentOf(headings, row.start), closed: false })
    }
  }
  return courses
}

/** "ADJUVANT (post-op)", "Intent: neoadjuvant". */
const settingOfHeading = ({ text }: Pick<RecordHeading, 'text'>) => settingWords(`${text.replace(/[()]/g, ' ')} `, '')

/** The heading above that names the setting. */
const intentOf = (headings: readonly RecordHeading[], at: number) =>
  headings.filter(({ start, text }) => start < at && settingOfHeading({ text }) !== undefined).at(-1)

/** The next dose comes within the longest pause, or the count of cycles goes on (records leave rows out). */
function goesOn(course: GivenCourse, row: AdministrationRow): boolean {
  const last = course.rows.at(-1)
  if (last === undefined) return false
  const [before, now] = [cycleOf(last.text), cycleOf(row.text)]
  return firstDay(row.date) - firstDay(last.date) <= LONGEST_PAUSE_DAYS || (before !== undefined && now !== undefined && now >= before)
}
const cycleOf = (text: string): number | undefined => {
  const match = /\bC(?:ycle)?\s?#?(\d{1,3})(?=D\d|\b)/i.exec(text)
  return match ? Number(match[1]) : undefined
}
/** A longer pause begins a course of its own. */
const LONGEST_PAUSE_DAYS = 180
const CLOSED = /\b(?:plan closed|discontinu\w+|cancell?ed|stopped|treatment ended|progressive disease|PD|d\/c'?d?|completed)\b/i

function factOfCourse(rule: FactRule, reading: Reading, page: number, course: GivenCourse, isLast: boolean): Fact | undefined {
  const first = course.rows[0]
  const last = course.rows.at(-1)
  if (!first || !last) return undefined
  const over = course.closed || (reading.said !== undefined && reading.said >= addDays(last.date, OVER_AFTER_DAYS))
  const setting = course.heading ? settingOfHeading(course.heading) : undefined
  const at = (row: AdministrationRow): Evidence => evidenceAt(reading.document, page, row.start, row.end)
  const doses = course.names.length === 1 ? dosesOf(course.rows) : []
  const changed = doses.length > 1 ? doses.at(-1)?.row : undefined
  const middle = changed && changed !== first && changed !== last ? [at(changed)] : []
  const evidence: [Evidence, ...Evidence[]] = [at(first), ...(last === first ? [] : [at(last)]), ...middle]
  return factFrom(
    rule,
    reading,
    'treatment',
    {
      type: 'systemic',
      name: regimenName(course.names),
      drugs: course.names,
      start: first.date,
      ...(over ? { end: last.date } : isLast && reading.kind === 'treatment-record' ? { end: last.date, ongoing: true } : {}),
      ...(course.stopped ? { stopped: course.stopped } : {}),
      ...(setting ? { setting } : {}),
      ...(doses.length > 0 ? { dose: doses.map(({ dose, row }, i) => (i === 0 ? dose : `${dose} from ${row.date}`)).join('; ') } : {}),
    },
    evidence,
  )
}
/** The first dose, and the one given at last where it is another: per body weight or surface where rows say so, for the rest changes with weight. */
function dosesOf(rows: readonly AdministrationRow[]): { dose: string; row: AdministrationRow }[] {
  const given = rows.flatMap((row) => {
    const all = dosesIn(row.text)
    const dose = all.find(({ text }) => /\/\s?(?:m2|m²|kg)|AUC/i.test(text)) ?? all[0]
    return dose ? [{ dose: dose.text.replace(/^(\S+ ?[a-z%]+(?:\/\w+)?).*$/i, '$1'), row }] : []
  })
  const [first] = given
  const last = given.at(-1)
  if (!first || !last || !/\/|AUC/i.test(first.dose) || isSameAmount(first.dose, last.dose)) return first ? [first] : []
  const since = given[given.findLastIndex(({ dose }) => !isSameAmount(dose, last.dose)) + 1] ?? last
  return [first, since]
}
const isSameAmount = (a: string, b: string) => a.replace(/\s/g, '').toLowerCase() === b.replace(/\s/g, '').toLowerCase()

/** When the record was printed this long after the last dose, that dose was the last of its course. */
const OVER_AFTER_DAYS = 60

import { findDrug } from '../../codes/drugs.ts'
import type { PartialDate } from '../../record/partial-date.ts'
import { doseBehind, doseCourse } from './doses.ts'
import { actsOnCancer } from './drug-groups.ts'
import { spotNames } from './drug-names.ts'
import { findPeriods } from './periods.ts'

/** One medicine of a list, standing at `text.slice(start, end)`. */
export type MedicationItem = {
  start: number
  end: number
  name: string
  status: 'current' | 'past'
  begins?: PartialDate
  ends?: PartialDate
  dose?: string
}

/** The medicines of a list: one a line or several on one, with doses, and with what a line says of being stopped. */
export function medicationItems(text: string, said: PartialDate | undefined): MedicationItem[] {
  const items: MedicationItem[] = []
  for (const [start, end] of pieces(text)) {
    const words = text.slice(start, end)
    if (words.trim().length < 3 || NOT_TAKEN.test(words)) continue
    const names = namesOf(words)
    const dose = names.length === 1 ? doseOf(words) : undefined
    const stopped = STOPPED.test(words)
    const row = / {2,}|\t|\|/.test(words.trim())
    const period = findPeriods(words, said, row).find((one) => !CHANGED.test(words.slice(0, one.start)))
    const ends = period?.range ? period.to : stopped && !row ? period?.from : undefined
    const begins = period && (period.range || row || !stopped) ? period.from : undefined
    const future = begins !== undefined && said !== undefined && said.length === 10 && begins > said
    if (future && !period?.range) continue
    for (const name of names)
      items.push({
        start,
        end,
        name,
        status: stopped || (ends !== undefined && (said === undefined || ends <= said)) ? 'past' : 'current',
        ...(begins ? { begins } : {}),
        ...(ends ? { ends } : {}),
        ...(dose ? { dose } : {}),
      })
  }
  return items
}

/** Lines, cut at commas, semicolons and spaced slashes that stand outside brackets; a stop that follows a comma stays with its medicine. */
function* pieces(text: string): Generator<readonly [number, number]> {
  let depth = 0
  let start = 0
  for (let at = 0; at <= text.length; at++) {
    const c = text[at]
    if (c === '(') depth++
    else if (c === ')') depth = Math.max(0, depth - 1)
    const newline = c === undefined || (c === '\n' && !goesOn(text, at + 1))
    if (newline) depth = 0
    const comma = depth === 0 && (c === ',' || c === ';') && !isContinued(text.slice(at + 1, at + 30))
    const slash = depth === 0 && c === '/' && text[at - 1] === ' ' && text[at + 1] === ' '
    const stop = depth === 0 && c === '.' && /^\.\s+[A-Z]/.test(text.slice(at, at + 4)) && !/\d$/.test(text.slice(0, at))
    if (!newline && !comma && !slash && !stop) continue
    if (at > start) yield [start, at]
    start = at + 1
  }
}

/** What follows the comma is about the same medicine: ", stopped 3/2025". */
const isContinued = (next: string) =>
  /^\s*(?:(?:now |then |was )?(?:stopp|discontinu|complet|last|off|held|since|started|taper|to start|will|starting|not yet|pending|planned|\d))/i.test(
    next,
  ) && spotNames(next).length === 0

/** An indented line in small letters that names no medicine belongs to the line above. */
function goesOn(text: string, at: number): boolean {
  if (!/^\s{3,}[a-z(]/.test(text.slice(at, at + 8))) return false
  const newline = text.indexOf('\n', at)
  return spotNames(text.slice(at, newline === -1 ? text.length : newline)).length === 0
}

function namesOf(words: string): string[] {
  const spots = spotNames(words)
  if (spots.length > 0) {
    const first = spots[0]
    const same = spots.filter((spot) => spot.start === first?.start || (first && spot.start - first.end <= 3))
    return [...new Set(same.map((spot) => spot.name))]
  }
  const match = UNKNOWN.exec(words)
  const name = match?.[1]?.trim().toLowerCase()
  return name && !NOT_A_NAME.test(name) && findDrug(name) === undefined ? [name] : []
}

/** The latest of the doses that the piece tells; a bare number right behind the name is one too, for it can only be that in a list. */
function doseOf(words: string): string | undefined {
  const { first, later } = doseCourse(words, words.length)
  const spot = spotNames(words)[0]
  return later ?? first ?? (spot && !actsOnCancerByName(spot.name) ? doseBehind(words, spot.end)?.text : undefined)
}
const actsOnCancerByName = (name: string) => {
  const drug = findDrug(name)
  return drug !== undefined && actsOnCancer(drug)
}

/** A word that is not in our tables counts as a medicine only with a dose beside it. */
const UNKNOWN =
  /^[\s•*#\d.)-]{0,6}([A-Za-z][A-Za-z-]{3,24}(?: [a-z-]{3,15}){0,2}?)\s(?:ER |XR |SR |DR )?\d[\d.,]*\s?(?:mg|mcg|units?|mEq|iu)\b/
const NOT_A_NAME = /\b(?:dose|weight|take|taking|total|change|increase|decrease|continue|start|daily|weekly|allerg\w+|label|cycle)\b/i
const STOPPED =
  /^\W*(?:now )?off\b|\b(?:stop(?:ped)?|discontinued|d\/c'?d?|completed?|finished|inactive|ended|no longer|not taking|off since|held|tapered off|expired|remove[d]?)\b/i
const CHANGED = /\b(?:extended|reduc\w+|increas\w+|decreas\w+|chang\w+|interval|refill\w*|next|due)\b[^,;]{0,15}$/i
const NOT_TAKEN =
  /\b(?:allerg\w+|never started|not started|declined|draft|planned|pended|not released|cancelled|will start|to start|if approved|consider)\b/i

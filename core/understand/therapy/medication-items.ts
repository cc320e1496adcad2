import { findDrug } from '../../codes/drugs.ts'
import { firstDay, lastDay, type PartialDate } from '../../record/partial-date.ts'
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
export function medicationItems(text: string, said: PartialDate | undefined, heading = ''): MedicationItem[] {
  const items: MedicationItem[] = []
  let past = PAST_LIST.test(heading)
  let handedOut = HANDED_OUT.test(heading)
  for (const [start, end] of pieces(text)) {
    const words = text.slice(start, end)
    if (words.trim().length < 3 || NOT_TAKEN.test(words.replace(FOR_ALLERGY, ''))) continue
    const names = namesOf(words)
    if (names.length === 0 && isHeading(text, start, end)) {
      past = PAST_LIST.test(words)
      handedOut = HANDED_OUT.test(words)
      continue
    }
    const dose = names.length === 1 ? doseOf(words) : undefined
    const stopped =
      past ||
      (STOPPED.test(words) && !RESUMED.test(words)) ||
      STOPPED_LABEL.test(lineBefore(text, start)) ||
      isUsedUp(words, said, handedOut)
    const row = / {2,}|\t|\|/.test(words.trim())
    const period = findPeriods(words, said, row).find((one) => !CHANGED.test(words.slice(0, one.start)))
    const isEnd = period !== undefined && stopped && (!row || ENDED.test(words.slice(0, period.start)))
    const ends = period?.range ? period.to : isEnd ? period?.from : undefined
    const begins = period && !handedOut && (period.range || (row && !isEnd) || !stopped) ? period.from : undefined
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
    for (const name of REPLACED.test(words) ? namesBehind(words, REPLACED) : []) items.push({ start, end, name, status: 'current' })
  }
  return items
}

/** "warfarin (until 2024, replaced by edoxaban 60 mg)": the second is taken now. */
const REPLACED = /\b(?:replaced (?:by|with)|(?:switched|changed) to)\s/i
function namesBehind(words: string, pattern: RegExp): string[] {
  const at = words.search(pattern)
  const [first, second] = [spotNames(words.slice(0, at)), spotNames(words.slice(at))]
  return first.length > 0 && second[0] ? [second[0].name] : []
}

/** A list of what is no longer taken. */
const PAST_LIST =
  /\b(?:past|previous(?:ly)?|former(?:ly)?|discontinued|stopped|ceased|withdrawn|inactive|ended|expired|no longer|not (?:dispensed|supplied|issued|taking)|used to)\b|\bstop\b/i
/** Inside of a list a whole line may head what follows it: "STOP taking", "Not dispensed for 6 months". */
const isHeading = (text: string, start: number, end: number) =>
  end - start < 60 &&
  (start === 0 || text[start - 1] === '\n') &&
  (end === text.length || text[end] === '\n') &&
  HEADS.test(text.slice(start, end))
const HEADS =
  /^\W{0,4}(?:\w+\s){0,4}?(?:continu\w+|start|stop|stopped|new|chang\w+|resume|keep|taking|take|current|active|ceased|past|previous|former|discontinued|no longer|unchanged|acute|repeats?|regular|prn|as needed|when required|dispensed|supplied|issued|inactive|expired)\b/i
const lineBefore = (text: string, at: number) => text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
/** "Stopped: capecitabine, zoledronic acid": the word holds to the end of the line. */
const STOPPED_LABEL =
  /(?:^|[.;(]\s?)\W{0,4}(?:recently |now )?(?:stopped|prior|discontinued|ceased|past|previous(?:ly)?|no longer taking|off)\s?:/i

/** A list of what a pharmacy handed out, each with the day of the last time. */
const HANDED_OUT = /\blast (?:fill(?:ed)?|issued?|dispensed)\b|\b(?:fill|dispensed|issued?) date\b|\bdispens\w+/i

/** A short course that was over, or a medicine not handed out for half a year, when the list was printed. */
function isUsedUp(words: string, said: PartialDate | undefined, handedOut: boolean): boolean {
  if (said === undefined || said.length < 10) return false
  const day = findPeriods(words, said).find(({ range }) => !range)?.from
  if (day === undefined || day.length < 10 || day > said) return false
  const age = firstDay(said) - lastDay(day)
  const course = SHORT_COURSE.exec(words)
  if (course) return age > Number(course[1] ?? course[2]) + 14
  return (handedOut || LAST_ISSUE.test(words)) && age > 183
}
const SHORT_COURSE = /\b(?:x|for)\s?(\d{1,2})\s?(?:d|days?)\b|\b(\d{1,2})\/7\b(?!\/)/i
const LAST_ISSUE = /\b(?:last )?(?:fill(?:ed)?|issued?|dispensed)\b/i

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
    const thousands = c === ',' && /\d/.test(text[at - 1] ?? '') && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5))
    const comma = depth === 0 && (c === ',' || c === ';') && !thousands && !isContinued(text.slice(at + 1, at + 30))
    const and = depth === 0 && c === ' ' && isJoined(text, start, at)
    const slash = depth === 0 && c === '/' && text[at - 1] === ' ' && text[at + 1] === ' '
    const stop =
      depth === 0 &&
      c === '.' &&
      /^\.\s+[A-Z]/.test(text.slice(at, at + 4)) &&
      !/\d$|\b(?:tabs?|caps?|inj|syp|syr|susp|t|c|vit)$/i.test(text.slice(Math.max(0, at - 6), at))
    const cell = depth === 0 && c === ' ' && text[at + 1] === ' ' && beginsAnother(text, start, at)
    if (!newline && !comma && !and && !slash && !stop && !cell) continue
    if (at > start) yield [start, at]
    start = at + 1
  }
}

/** What follows the comma is about the same medicine: ", stopped 3/2025". */
const isContinued = (next: string) =>
  /^\s*(?:(?:now |then |was )?(?:stopp|discontinu|complet|last|off|held|since|started|taper|to start|will|starting|not yet|pending|planned|\d))/i.test(
    next,
  ) && spotNames(next).length === 0

/** "simvastatin and thyroxine 100 micrograms": behind the word another medicine begins. */
function isJoined(text: string, start: number, at: number): boolean {
  const joint = /^ (?:and|&|plus) (?=\w)/.exec(text.slice(at, at + 7))
  if (joint === null) return false
  const next = text.slice(at + joint[0].length, at + 40)
  if (!/^(?:vit|d\d?\b)/i.test(next) && spotNames(next)[0]?.start !== 0) return false
  return !/^(?:vit|d\d?\b)/i.test(next) && spotNames(text.slice(Math.max(start, at - 80), at)).length > 0
}

/** In a row of two columns of medicines the next cell begins with another one. */
function beginsAnother(text: string, start: number, at: number): boolean {
  const next = text.slice(at, at + 60)
  const gap = next.length - next.trimStart().length
  if (gap < 2 || next.slice(0, gap).includes('\n')) return false
  const [spot] = spotNames(next.split('\n')[0] ?? '')
  const first = spot?.start === gap ? spotNames(text.slice(start, Math.min(at, start + 80)))[0] : undefined
  return first !== undefined && first.name !== spot?.name
}

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
  /^[\s•*#\d.)-]{0,6}([A-Za-z][A-Za-z-]{3,24}(?: [a-z-]{3,15}){0,2}?)\s(?:ER |XR |SR |DR )?\d[\d.,]*\s?(?:mg|MG|mcg|MCG|units?|UNITS?|mEq|MEQ|iu|IU)\b/
const NOT_A_NAME = /\b(?:dose|weight|take|taking|total|change|increase|decrease|continue|start|daily|weekly|allerg\w+|label|cycle)\b/i
const STOPPED =
  /^\W*(?:now )?off\b|\(\s?(?:prior|previous(?:ly)?|formerly)\b|\b(?:stop(?:ped)?|discontinued|d\/c'?d?|completed?|finished|inactive|ended|no longer|not taking|off since|held|tapered off|expired|remove[d]?)\b/i
/** "(held for contrast 3/1, resumed 3/4)" */
const RESUMED = /\b(?:held|stopped|paused)\b[^;]*\b(?:resumed|restarted)\b/i
const ENDED = /\b(?:ended|stopped|ceased|discontinued|until|end(?: date)?|stop(?: date)?)\W{0,3}(?:on )?$/i
const CHANGED =
  /\b(?:extended|reduc\w+|increas\w+|decreas\w+|chang\w+|interval|refill\w*|next|due|last (?:fill(?:ed)?|issued?|dispensed))\b[^,;]{0,15}$/i
/** The reason why it is taken, in the last column or behind "for". */
const FOR_ALLERGY = /(?: {2,}|\t|\|\s?|\bfor )(?:seasonal |hay fever |skin )?allerg(?:y|ies|ic rhinitis)\s*$/i
const NOT_TAKEN =
  /^[\s•*#-]*(?:no|nil|avoid|not)\b|\b(?:allerg\w+|never started|not started|declined|draft|planned|pended|not released|cancelled|will start|to start|if approved|consider)\b/i

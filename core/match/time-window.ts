import { matchesOf } from '../codes/matches-of.ts'
/**
 * Spans of time that criteria name: "within 28 days prior to the first dose", "in the past 6 months", "for at least 4 weeks before enrollment".
 * Months are 30.44 and years 365.25 days, rounded; of two lengths ("28 days or 5 half-lives", "6-12 months") the longer calendar one is read.
 */
export type TimeWindow = {
  start: number
  end: number
  days: number
  /** As the criterion says it: "28 days". */
  words: string
  /** `within`: no longer ago than; `beyond`: longer ago than ("at least 4 weeks since", "> 5 years ago"). */
  side: 'within' | 'beyond'
}

/** The first time window that begins at or after `from` and before `to`. */
export function findWindow(text: string, from = 0, to = text.length): TimeWindow | undefined {
  if (!maySay(text)) return undefined
  WINDOW.lastIndex = from
  for (let match = WINDOW.exec(text); match && match.index < to; match = WINDOW.exec(text)) {
    const window = windowOf(match)
    if (window) return window
  }
  return undefined
}

/** The time window that begins exactly at `at`, leading spaces allowed. */
export function windowAt(text: string, at: number): TimeWindow | undefined {
  WINDOW_HERE.lastIndex = at
  const match = WINDOW_HERE.exec(text)
  return match ? windowOf(match) : undefined
}

/** Every time window of a text, in order. */
export function findWindows(text: string): TimeWindow[] {
  WINDOW.lastIndex = 0
  return maySay(text) ? matchesOf(text, WINDOW).flatMap((match) => windowOf(match) ?? []) : []
}

/** A length of time as a number of days: `daysOf(4, 'weeks')` is 28. */
export function daysOf(many: number, unit: string): number {
  if (/^h/.test(unit)) return many / 24
  if (/^d/.test(unit)) return many
  if (/^w/.test(unit)) return many * 7
  if (/^m/.test(unit)) return Math.round(many * 30.44)
  return Math.round(many * 365.25)
}

const NUMBER_WORDS: Record<string, number> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fourteen: 14,
  twenty: 20,
  'twenty-one': 21,
  'twenty-eight': 28,
  thirty: 30,
}
const NUMBER = String.raw`(?:\d{1,3}(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|twenty-one|twenty-eight|twenty|thirty)`
const UNITS = String.raw`(?:hours?|hrs?|days?|weeks?|wks?|months?|mos?\b|years?|yrs?)`
const LENGTH = String.raw`(?<many>${NUMBER})(?: ?\(${NUMBER}\))?(?:(?: ?- ?| ?to ?| or )(?<upTo>${NUMBER}))?[ -]{0,2}\+?(?<unit>${UNITS})(?: ?\([^()]{1,70}\))?`
const HALF_LIVES = String.raw`(?: ?\(?,?(?: ?or| ?and) ?(?:within )?(?:<|≤|at least )? ?(?:${NUMBER}|\d) ?(?:elimination |plasma )?half[ -]?li(?:ves|fe)(?: of [a-z ]{3,40}?)?,? ?\(?(?:,? ?(?:whichever|which ever)(?: is| was)?(?: the)? (?:longer|shorter|longest|less|greater|more recent|occurs? first|earlier|later))?\)?)?`
const ANCHOR_WORDS =
  'the|of|to|first|initial|dose|doses|dosing|start|starts|starting|started|study|trial|treatment|treatments|therapy|drug|drugs|agent|agents|medication|medications|medicine|investigational|product|intervention|interventions|cycle|1|day|0|c1d1|d1|registration|registering|enrollment|enrolment|enrolling|enrolled|randomi[sz]ation|randomi[sz]ed|screening|entry|entering|enter|consent|informed|signing|signature|signed|initiation|initiating|initiated|administration|protocol|planned|visit|inclusion|baseline|participation|receiving|receipt|commencement|commencing|beginning|begin|allocation|assignment|assessment|consenting|subject|patient|participant|this|their|being|registered|infusion|apheresis|leukapheresis|on|in|into|date|time|imp|icf|ip|study-specific|scheduled|anticipated|expected|treated|procedure|procedures|any|step|intake|injection|administered|period|recruitment|accrual|mentioned|current|combination|induction|eligibility|confirmation|and|or|with'
const ANCHOR = String.raw`(?: ?(?:,? ?(?:prior(?: to)?|before|preceding|previous to|of|from|after|since|leading up to|ahead of|to|at)\b)(?:[ /]+(?:${ANCHOR_WORDS})\b)*)`
const SIDE = `(?:(?<lead>(?:(?:with)?in|during|over|for|in|≤|<=|=<|<|less than|fewer than|no more than|not more than|up to|at least|≥|>=|=>|>|more than|greater than|a minimum of|minimum|longer than|not less than|no less than|over the|older than)(?: than)?(?: (?:or )?equal to)?(?: (?:a|the|at least|≥|>|<|≤|approximately|about|least))*) ?)?`
const BODY = String.raw`${SIDE}(?:\b(?:the )?(?<past>last|past|previous|prior|preceding|recent) )?${LENGTH}${HALF_LIVES}(?<anchor>${ANCHOR}|(?: ago\b| earlier\b| previously\b| or (?:more|longer|less)\b)+${ANCHOR}?)?`
const WINDOW = new RegExp(String.raw`(?<![\w.])${BODY}`, 'g')
const WINDOW_HERE = new RegExp(` {0,3}${BODY}`, 'y')
const UNIT = /\b(?:hours?|days?|weeks?|wks?|months?|mos?|years?|yrs?)\b|\d(?:-| )?(?:day|week|month|year)/

/** A number right before a unit, or brackets with one: without it no length of time is named. */
const NUMBERED =
  /(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|twenty|thirty|\))[ -]{0,2}\+?(?:hour|hr|day|week|wk|month|mo|year|yr)/
const maySay = (text: string) => NUMBERED.test(text) && UNIT.test(text)

function windowOf(match: RegExpExecArray | RegExpMatchArray): TimeWindow | undefined {
  const { many, upTo, unit, lead, past, anchor } = match.groups ?? {}
  const number = Math.max(numberOf(many), numberOf(upTo))
  if (!unit || !Number.isFinite(number) || number <= 0 || isNameOfDay(match, unit)) return undefined
  const start = match.index ?? 0
  const text = match[0].replace(/(?:[ /]+(?:and|or|the|in|on|with|this|to|any|of|their|at|1|0|into))+$/, '')
  const isBeyond =
    /at least|≥|>|more than|greater than|minimum|longer|older|(?:not|no) less/.test(lead ?? '') &&
    !/within/.test(lead ?? '') &&
    past === undefined
  const side =
    isBeyond || / or (?:more|longer)/.test(anchor ?? '') || (lead === undefined && / ago|earlier/.test(anchor ?? '')) ? 'beyond' : 'within'
  return { start, end: start + text.length, days: daysOf(number, unit), words: `${number} ${plainUnit(unit, number)}`, side }
}

/** "Cycle 1 Day 1" names a day of the trial, no length of time. */
function isNameOfDay(match: RegExpMatchArray, unit: string): boolean {
  const { index = 0, input = '', 0: words } = match
  return (
    unit === 'day' &&
    (/\b(?:cycle|week|c|part|step|phase|arm) ?$/.test(input.slice(Math.max(0, index - 8), index)) ||
      /\b(?:cycle|week) ?\d{1,2},? ?$/.test(words.slice(0, words.lastIndexOf('day'))) ||
      /^ ?-?\d/.test(input.slice(index + words.length)))
  )
}

function plainUnit(unit: string, many: number): string {
  const one = { h: 'hour', d: 'day', w: 'week', m: 'month', y: 'year' }[unit[0] ?? 'd'] ?? 'day'
  return many === 1 ? one : `${one}s`
}

function numberOf(text: string | undefined): number {
  if (text === undefined) return Number.NEGATIVE_INFINITY
  return NUMBER_WORDS[text] ?? Number(text)
}

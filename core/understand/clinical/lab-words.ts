import { findLab, LABS, type LabTest, namesOf, printedAs, toStandard, withoutAccents } from '../../codes/labs.ts'
import { matchesOf } from '../../codes/matches-of.ts'

/** The name of a test at `text.slice(start, end)`. */
export type LabLabel = { test: LabTest; start: number; end: number }
/** A value read after a name, in the unit we keep, with the limits printed beside it. */
export type LabReading = {
  value: number
  unit: string
  start: number
  end: number
  comparator?: '<' | '<=' | '>' | '>='
  low?: number
  high?: number
  printed?: { value: number; unit: string }
}

/** Names that are also common words or abbreviations count only in one way of writing. */
const ONLY_AS: Readonly<Record<string, string>> = {
  k: 'K\\+?',
  na: 'Na\\+?',
  ca: 'Ca(?:\\+\\+?)?',
  cr: '(?:Cr|cr|SCr)',
  mg: 'Mg',
  hr: 'HR',
  pt: 'PT',
  tb: 'TB',
  ap: 'AP',
  ef: 'EF',
  ck: 'CK',
  tg: 'TG',
  ast: 'AST',
  alt: 'ALT',
  hb: '(?:Hb|HB)',
  got: 'GOT(?=\\s*[:=]?\\s*\\d{1,4}\\s*(?:U|IU)\\b)',
  gpt: 'GPT',
  pal: 'PAL(?=\\s*[:=]?\\s*\\d{1,4}\\s*(?:U|UI|IU)\\b)',
  psa: 'PSA',
  qtc: '(?:QTc|QTC|qtc)',
  ft4: '(?:fT4|FT4|ft4)',
  hcg: '(?:hCG|HCG|hcg)',
  muga: '(?:MUGA|Muga)',
  e2: 'E2',
  acr: 'ACR',
  wt: '(?:Wt|WT|wt)',
  ht: '(?:Ht|HT|ht)',
}
const NEVER = new Set(['hg', 'sat', 'apt', 'na+', 'k+', 'mag', 'plat', 'agc', 'urea', 'pulse', 'systolic', 'diastolic', 'iron'])

const NAMES = LABS.filter((test) => test.unit !== 'result')
  .flatMap((test) => [test.name, ...namesOf(test)])
  .filter((name) => !NEVER.has(name))
const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[ -]+/g, '[\\s,._-]{1,2}')
const LONG = [...new Set(NAMES.filter((name) => name.length > 3).map((name) => name.toLowerCase()))].sort((a, b) => b.length - a.length)
const SHORT = [...new Set(NAMES.filter((name) => name.length <= 3).map((name) => name.toLowerCase()))]
const LONG_LABEL = new RegExp(`(?<![A-Za-z0-9])(?:${LONG.map(escaped).join('|')})(?![A-Za-z0-9])`, 'gi')
const SHORT_LABEL = new RegExp(
  `(?<![A-Za-z0-9/+-])(?:${SHORT.map((name) => ONLY_AS[name] ?? `(?:${escaped(name.toUpperCase())}|${escaped(name[0]?.toUpperCase() + name.slice(1))}|${escaped(name)})`).join('|')})(?![A-Za-z0-9+])`,
  'g',
)

/** All names of tests in a text, the longest first, never overlapping. */
export function labLabels(written: string): LabLabel[] {
  const found: LabLabel[] = []
  const text = withoutAccents(written)
  for (const pattern of [LONG_LABEL, SHORT_LABEL])
    for (const match of matchesOf(text, pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (found.some((other) => start < other.end && end > other.start)) continue
      const test = findLab(match[0].replace(/\s+/g, ' '))
      if (test) found.push({ test, start, end })
    }
  // beside Fridericia's value that of Bazett is not the one that counts
  const both = found.filter(({ test }) => test.name === 'QTcF').length > 1
  const kept = both ? found.filter(({ start, end }) => !/^qtcb$/i.test(text.slice(start, end))) : found
  return kept.sort((a, b) => a.start - b.start)
}

/** What may stand between a name and its value. */
export const LAB_GAP =
  /^(?:\.(?=\s+[<>]?\d)|\s?#)?(?:[.,]\s?(?:total|serum|plasma|blood)\b)?(?:\s(?:i\.\s?[SP]\.|im (?:Serum|Plasma|Blut)))?(?:\s*\((?!\s*[<>]?\d(?!\s?D\b))[^)]{0,40}\))?(?:\s*\[[^\]]{0,40}\](?:\s+in\s+\w+(?:\s+or\s+\w+)?)?)?(?:\s*(?:levels?|count|results?|values?|today|trend|falling|rising|of|is|was|were|at|now|currently|remains?|measured|calculated|estimated|approximately|approx\.?|about|only|still|(?:has|have|had)(?=\s+(?:fall|ris|drop|recover|improv|decreas|increas|dipp|come|been))|recovered\s+(?:at|to)|improved\s+to|(?:dip(?:ped)?|decreas\w+|increas\w+|declin\w+|ris\w+|rose|fell|fall\w+|dropp\w+|drop|up|down)\s+to|preserved|normal|stable(?=\s+at)|(?:by|on|via)\s+(?:[23]D\s+)?(?:echo\w*|TTE|MUGA|MRI)|,?\s?total(?=\s)|:|=|~|\||-(?!\d)|\u2013|,(?=\s*[<>]?\s*\d+\.\d)|\.{2,}|[a-z%µμ10*^]{1,8}\/[a-z0-9.µμ*^]{1,8}(?=(?:\s{2,}|\s*\|\s*)[<>]?\d)))*\s*/i

/** A number as any land writes it: "11,500", "11.500", "11,5", "210 000 /mm3", "11.5". */
const NUMBER =
  /^[*↑↓!]{0,2}\s?(<=?|>=?|≤|≥)?\s*(\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3}){2,}|\d{1,3} \d{3}(?=\s?(?:\/|cells|per\b))|\d{1,3},\d{1,2}|\d{1,7}(?:\.\d{1,3})?)(?![\d,]*\d)/
/** American laboratories leave out the zero before the point. */
const BARE_DECIMAL = /^(<=?|>=?|≤|≥)?\s*(\.\d{1,3})(?![\d.])/
const UNIT =
  /^\s*((?:[x×*]\s?)?10\s?(?:(?:\*\*?|\^|e)\s?\d{1,2}|\(\d{1,2}\)|[³⁶⁹]|¹²)\s?\/\s?[uµμmn]?l|[a-z%µμ][a-z0-9µμ^²*.]{0,9}\s?\/\s?(?:[a-z0-9.µμ^²*³]{1,10}(?:\s?\/\s?(?:1,73\s?m[2²]|[a-z0-9.µμ^²*]{1,8}))?)|\/\s?(?:[uµμmn]l|mm[3³]|cu\.?\s?mm|cmm)\b|%|msec\b|ms\b|sec(?:onds|s)?\b|s\b|kgs?\b|lbs?\b|pounds\b|cm\b|inches\b|ratio\b|K\b(?!\s*[:=\d])|bpm\b|mmHg\b|m?gm?s?\s?%)/i
const DOSE =
  /^\s*(?:mg(?!\s+\d)|mcg|g|gm|meq|units?|u|tabs?|tablets?|caps?|iu|ml|weeks?|wks?|days?|hours?|hrs?|months?|mos?|years?|yrs?|cycles?|times|fold|pack|x\s*(?:uln|\d)|st|nd|rd|th|mm|of)\b(?!\s*[/%])|^\s*[x×]\s*(?:uln|the upper)/i
const FLAG = /^\s*(?:\(\s*(?:H|L|HH|LL|A|N|high|low|nl|normal)\s*\)|(?:H|L|HH|LL|HIGH|LOW|\*)(?=[\s,;.)(\]]|$))/
const RANGE =
  /^\s*[([]?\s*(?:ref(?:erence)?(?:\s+(?:range|interval))?\.?:?|normal(?:\s+range)?:?|nl:?|range:?)?\s*(?:(<=?|>=?|≤|≥)\s*(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?)\s*(?:-|\u2013|to)\s*(\d+(?:\.\d+)?))\s*[)\]]?/i

/** The value that begins at `from`, with unit, flag and limits; undefined when it is a dose, a date, a range alone, or cannot be. */
export function readLabValue(text: string, from: number, test: LabTest, row: boolean, named?: string): LabReading | undefined {
  // ".6" and "0.6" are one value; the length stays, for places in the text do
  const said = NUMBER.exec(text.slice(from, from + 40)) ?? BARE_DECIMAL.exec(text.slice(from, from + 40))
  if (said === null) return undefined
  let end = from + said[0].length
  let candidates = numbersOf(said[2] ?? '')
  if (/^\s?\/\s?\d/.test(text.slice(end)) || /^:\d\d/.test(text.slice(end))) return undefined
  if (/^\s?(?:-|\u2013)\s?\d/.test(text.slice(end))) {
    const upper = /^\s?(?:-|\u2013)\s?(\d{1,3})\s?%/.exec(text.slice(end))
    if (test.name !== 'LVEF' || upper === null) return undefined
    end += upper[0].length - 1
  }
  const arrow = ARROWS.exec(text.slice(end, end + 60))
  if (arrow) {
    candidates = [Number(arrow[1] ?? arrow[2])]
    end += arrow[0].length
  }
  const first = eat(FLAG, text, end)
  const dose = DOSE.test(text.slice(first.end, first.end + 16))
  const unitHere = eat(UNIT, text, first.end)
  if (dose && unitHere.match === null) return undefined
  let tail = unitHere.end
  let unit = unitHere.match?.[1]?.replace(/\.$/, '')
  const lakh = unit === undefined ? /^\s*la(?:kh|c)s?\b/i.exec(text.slice(first.end, first.end + 10)) : null
  if (lakh) {
    unit = 'lakh/cumm'
    tail = first.end + lakh[0].length
  }
  const behind = unit === undefined ? (named ?? (row ? unitBehindLimits(text, first.end) : undefined)) : undefined
  const [least, most] = test.plausible
  // counts per microlitre have no thousandths
  const ordered = test.cells && unit !== undefined && BARE_VOLUME.test(unit) ? [...candidates].sort((a, b) => b - a) : candidates
  const readings = ordered.flatMap((number) => {
    // a unit that this test is never given in is not its unit; then the value cannot be trusted
    const elsewhere = behind !== undefined && toStandard(test, number, behind) !== undefined ? behind : undefined
    if (behind !== undefined && elsewhere === undefined && !isNoUnit(behind)) return []
    const standard =
      (elsewhere === undefined ? undefined : toStandard(test, number, elsewhere)) ??
      toStandard(test, number, unit) ??
      (unit !== undefined && isNoUnit(unit) ? toStandard(test, number) : undefined)
    return standard === undefined || standard.value < least || standard.value > most ? [] : [{ number, elsewhere, standard }]
  })
  const [reading] = readings
  // a differential counts in percent, and often does not say so
  if (unit === undefined && behind === undefined && DIFFERENTIAL.has(test.name) && (reading?.standard.value ?? 0) >= 25) return undefined
  if (reading === undefined) return undefined
  const { number, elsewhere, standard } = reading
  if (unit !== undefined && toStandard(test, number, unit) === undefined) {
    unit = undefined
    tail = first.end
  }
  const flag = eat(FLAG, text, tail)
  const limits = limitsAt(text, flag.end, row || unit !== undefined, test, unit ?? elsewhere)
  return {
    value: standard.value,
    unit: standard.unit,
    ...printedAs(number, elsewhere ?? unit, standard),
    start: from,
    end: unit === undefined ? end : tail,
    ...comparatorOf(said[1]),
    ...limits,
  }
}

/** "41 -> 66 -> 102", "210 > 160 > 98": the last one counts. */
const ARROWS = /^(?:(?:\s?(?:->|→|-->)\s?(\d+(?:\.\d+)?))+|(?:\s?>\s?\d+(?:\.\d+)?)+\s?>\s?(\d+(?:\.\d+)?))/
const DIFFERENTIAL: ReadonlySet<string> = new Set(['ANC', 'ALC'])
const BARE_VOLUME = /^\/|^cells\b/i

/** What a written number can be, the likelier first: "1,234" and "1.234" are thousands in one land and thousandths in the other. */
function numbersOf(written: string): number[] {
  const whole = Number(written.replace(/[.,\s]/g, ''))
  const point = Number(written.replace(',', '.'))
  if (/^\d{1,3} \d{3}$|(?:[.,]\d{3}){2,}$/.test(written)) return [whole]
  if (/^0[.,]|,\d{1,2}$/.test(written)) return [point]
  if (/^\d{1,3},\d{3}$/.test(written)) return [whole, point]
  return /^\d{1,3}\.\d{3}$/.test(written) ? [point, whole] : [point]
}

/** In a printed row the unit can stand in the last column: "14   0-21   umol/L". */
function unitBehindLimits(text: string, from: number): string | undefined {
  const range = eat(RANGE, text, from)
  if (range.match === null) return undefined
  const unit = eat(UNIT, text, range.end)
  return unit.match?.[1]
}

/** The unit that a name is printed with: "Bilirubin (umol/L)  14", "Haemoglobin  g/L  98". */
export const unitInGap = (gap: string): string | undefined =>
  /[\s([|]([a-z%µμ10*^]{1,8}\/[a-z0-9.µμ*^]{1,10})[\s)\]|]/i.exec(`${gap} `)?.[1]

/** "5.6 / Cr" or "3.9 and" look like units to a pattern and are none. */
const isNoUnit = (unit: string) =>
  !/^(?:%|x?\s?10|k|m|u|iu|g|mg|ng|pg|ug|µg|mcg|mmol|umol|µmol|mol|nmol|pmol|meq|ml|cells?|thou|ratio|s|sec|ms|kg|lb|cm|mm)/i.test(unit)

function comparatorOf(sign: string | undefined): Pick<LabReading, 'comparator'> {
  switch (sign) {
    case '<':
    case '<=':
    case '>':
    case '>=':
      return { comparator: sign }
    case '≤':
      return { comparator: '<=' }
    case '≥':
      return { comparator: '>=' }
    default:
      return {}
  }
}

function eat(pattern: RegExp, text: string, from: number): { match: RegExpExecArray | null; end: number } {
  const match = pattern.exec(text.slice(from, from + 48))
  return { match, end: match === null ? from : from + match[0].length }
}

/** Limits stand in brackets, or in a row after the unit; they are turned into the unit we keep. */
function limitsAt(text: string, from: number, loose: boolean, test: LabTest, unit: string | undefined): { low?: number; high?: number } {
  const around = text.slice(from, from + 48)
  const bracketed = /^\s*[([]/.test(around)
  const range = RANGE.exec(around)
  if (range === null || (!bracketed && !loose) || (!bracketed && !/^\s{2,}|^\s*(?:ref|normal|range)/i.test(around))) return {}
  const [, sign, bound, from_, to] = range
  const turned = (value: string | undefined) => (value === undefined ? undefined : toStandard(test, Number(value), unit)?.value)
  const low = sign?.startsWith('>') || sign === '≥' ? turned(bound) : turned(from_)
  const high = sign?.startsWith('<') || sign === '≤' ? turned(bound) : turned(to)
  if (low !== undefined && high !== undefined && low >= high) return {}
  return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) }
}

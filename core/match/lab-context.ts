import { headingWindow } from './heading-window.ts'
import { eat, readLimit } from './lab-bound.ts'
import { type LabAsk, type LabLimit, relaxationOf } from './lab-groups.ts'

/** A statement about laboratory values at `[start, end)` of a clause. */
export type LabReading = { start: number; end: number; ask: LabAsk }

/** What the sentences around a statement add to it: limits relaxed later on, the window of its heading or of its sentence. */
export function inContext(text: string, readings: LabReading[]): LabReading[] {
  return withLaterRelaxations(
    text,
    readings.map((reading, i) => withRelaxationBehind(text, reading, readings[i + 1]?.start ?? text.length)),
  ).map((reading, i, all) => withWindowOfHeading(text, withWindowOfSentence(text, reading, all.slice(i + 1))))
}

/** "ALT < 3 × ULN. In participants with liver metastases, ≤ 5 × ULN is allowed": the test is not named again. */
function withRelaxationBehind(text: string, reading: LabReading, to: number): LabReading {
  const [group] = reading.ask.groups
  const lead = eat(RELAXED, text, reading.end)
  if (!group || !lead || reading.ask.groups.length > 1 || group.limits.some(({ when }) => when !== undefined)) return reading
  const [test = ''] = group.tests
  const found = readLimit(text, RELAXED.lastIndex, [{ is: 'tests', tests: [test], at: reading.start, joined: 'new' }], 'inclusion')
  if (!found || found.end > to) return reading
  const when = relaxationOf(lead.groups?.['what'] ?? '')
  const limits: LabLimit[] = [...group.limits, ...found.found.map((limit) => ({ ...limit, when }))]
  const end = found.end + (ALLOWED.exec(text.slice(found.end))?.[0].length ?? 0)
  return { ...reading, end, ask: { ...reading.ask, groups: [{ ...group, limits }] } }
}
const RELAXED =
  /[\s.;,*)-]*(?:in|for|if|when|unless)?(?: the)? ?(?:(?:participants?|patients?|subjects?|those|individuals?|case of|presence of|with|who|have|has|documented|known) )*(?<what>(?:liver|hepatic|bone) (?:metasta\w+|mets\b|involvement|lesions?)|gilbert'?s?(?: syndrome| disease)?)(?: (?:is|are) present)?[\s,:(]*(?:then |the limit is |must be |a level of )*/y
const ALLOWED = /^[\s)]*(?:is|are|will be|may be) (?:also )?(?:allowed|permitted|acceptable|eligible)/

/** "AST ≤ 3 × ULN. If the patient has liver metastases, AST ≤ 5 × ULN" is one statement. */
function withLaterRelaxations(text: string, readings: LabReading[]): LabReading[] {
  const merged: LabReading[] = []
  for (const reading of readings) {
    const last = merged.at(-1)
    const [group] = reading.ask.groups
    const [before] = last?.ask.groups ?? []
    const isRelaxed =
      group !== undefined &&
      reading.ask.groups.length === 1 &&
      group.limits.every(({ when }) => when !== undefined && when !== 'female' && when !== 'male')
    if (
      last &&
      group &&
      before &&
      isRelaxed &&
      group.tests.toSorted().join() === before.tests.toSorted().join() &&
      /^[\s.;,)]*(?:and|or)?[\s(]*$/.test(text.slice(last.end, reading.start))
    )
      merged[merged.length - 1] = {
        ...last,
        end: reading.end,
        ask: { ...last.ask, groups: [{ ...before, limits: [...before.limits, ...group.limits] }, ...last.ask.groups.slice(1)] },
      }
    else merged.push(reading)
  }
  return merged
}

function withWindowOfHeading(text: string, reading: LabReading): LabReading {
  const window = reading.ask.days === undefined ? headingWindow(text, reading.start) : undefined
  return window ? { ...reading, ask: { ...reading.ask, days: window.days, window: window.words } } : reading
}

/** "ANC > 1.5, platelets > 100 within 21 days of registration": the window is for both. */
function withWindowOfSentence(text: string, reading: LabReading, later: LabReading[]): LabReading {
  if (reading.ask.days !== undefined) return reading
  const next = later.find(({ ask }) => ask.days !== undefined)
  if (!next || next.start - reading.end > 200 || /[.;*]\s|\n/.test(text.slice(reading.end, next.start))) return reading
  const { days, window } = next.ask
  return { ...reading, ask: { ...reading.ask, ...(days === undefined ? {} : { days }), ...(window === undefined ? {} : { window }) } }
}

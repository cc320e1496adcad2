import type { Clause } from './clause.ts'
import { headingWindow } from './heading-window.ts'
import { groupsOf, type LabAsk, type LabItem, type LabLimit, relaxationOf } from './lab-groups.ts'
import {
  BARE,
  ELSE,
  FILLER,
  GRADE,
  LEADING_WHEN,
  LIMIT,
  NAME,
  NAME_HERE,
  OPEN,
  OR_NORMAL,
  PARENTHESIS,
  PREFIX,
  QUICK,
  RANGE,
  REMARK,
  SEX,
  TRANSFUSION,
  testsNamed,
  WANTS_HIGH,
  WHEN,
  WITHIN_NORMAL,
} from './lab-limit-words.ts'
import { type TimeWindow, windowAt } from './time-window.ts'

export type LabReading = { start: number; end: number; ask: LabAsk }

/**
 * Reads every statement about laboratory values of a clause: names, comparison, values in any unit or as multiples of a limit of normal,
 * relaxed limits, alternatives ("or creatinine clearance ≥ 60"), windows and transfusion remarks. A new test after a complete limit begins a new statement,
 * unless "or" makes it an alternative.
 */
export function readLabLimits(clause: Pick<Clause, 'text' | 'section'>): LabReading[] {
  const { text } = clause
  if (!QUICK.test(text)) return []
  const readings: LabReading[] = []
  NAME.lastIndex = 0
  for (let match = NAME.exec(text); match; match = NAME.exec(text)) {
    const reading = readFrom(text, match.index, clause.section)
    if (typeof reading === 'number') {
      // The names passed over stand before no limit either.
      NAME.lastIndex = Math.max(NAME.lastIndex, reading)
      continue
    }
    readings.push(reading)
    NAME.lastIndex = reading.end
  }
  return withLaterRelaxations(text, readings).map((reading, i, all) =>
    withWindowOfHeading(text, withWindowOfSentence(text, reading, all.slice(i + 1))),
  )
}

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

function readFrom(text: string, from: number, section: Clause['section']): LabReading | number {
  const items: LabItem[] = []
  let window: TimeWindow | undefined
  let position = from
  let end = from
  let hasLimit = false
  let hasOr = false
  for (let steps = 0; steps < 80; steps++) {
    const here = position
    const relaxed = hasLimit ? eat(ELSE, text, position) : undefined
    if (relaxed) {
      position = end = ELSE.lastIndex
      continue
    }
    const limits = readLimit(text, position, items, section)
    if (limits) {
      for (const limit of limits.found) items.push({ is: 'limit', limit, at: position })
      hasLimit = true
      position = end = limits.end
      continue
    }
    if (items.at(-1)?.is === 'tests' && eat(PARENTHESIS, text, position)) {
      position = PARENTHESIS.lastIndex
      continue
    }
    if (hasLimit) {
      const remark = eat(REMARK, text, position)
      if (remark) {
        position = end = REMARK.lastIndex
        continue
      }
      const transfusion = eat(TRANSFUSION, text, position)
      if (transfusion) {
        position = end = TRANSFUSION.lastIndex
        continue
      }
      const seen = windowAt(text, skipOpening(text, position))
      if (seen) {
        window ??= seen
        position = end = seen.end
        continue
      }
      const when = eat(WHEN, text, position)
      if (when) {
        if (!/absence|without|\bno\b|not have/.test(when[0].slice(0, when[0].indexOf(when.groups?.['what'] ?? ''))))
          items.push({ is: 'when', when: relaxationOf(when.groups?.['what'] ?? ''), at: position })
        position = end = WHEN.lastIndex
        continue
      }
      const sex = eat(SEX, text, position)
      if (sex) {
        items.push({ is: 'when', when: /^f|^w/.test(sex.groups?.['sex'] ?? '') ? 'female' : 'male', at: position })
        position = end = SEX.lastIndex
        continue
      }
    }
    OPEN.lastIndex = position
    const opening = OPEN.exec(text)?.[0] ?? ''
    const nameAt = position + opening.length
    const name = eat(NAME_HERE, text, nameAt)
    if (name && !/\w/.test(text[nameAt - 1] ?? ' ')) {
      const joined =
        items.length === 0
          ? 'new'
          : hasOr || /\bor\b/.test(opening)
            ? 'or'
            : /\band\b/.test(opening)
              ? 'and'
              : /[/([]/.test(opening)
                ? 'slash'
                : 'and'
      const tests = testsNamed(name[0].trim())
      if (hasLimit && joined !== 'or' && !isAlternative(items, tests)) break
      if (hasLimit && joined === 'slash') break
      items.push({ is: 'tests', tests, at: nameAt, joined })
      hasOr = false
      position = NAME_HERE.lastIndex
      continue
    }
    const closing = /[\s)\]]*[)\]]/y
    closing.lastIndex = position
    if (closing.test(text)) {
      position = closing.lastIndex
      if (hasLimit) end = position
      continue
    }
    const skipped = eat(PARENTHESIS, text, position)
    if (skipped) {
      position = PARENTHESIS.lastIndex
      if (hasLimit) end = position
      continue
    }
    if (opening.trim() !== '' && hasLimit && /or|,|;|\(|-/.test(opening)) {
      const next = readLimit(text, nameAt, items, section)
      if (next) {
        position = nameAt
        continue
      }
    }
    const filler = eat(FILLER, text, position)
    if (filler && (filler[0].length < 90 || !hasLimit)) {
      position = FILLER.lastIndex
      hasOr ||= /\bor\b/.test(filler[0])
      continue
    }
    if (position === here) break
  }
  if (!hasLimit) return position
  const tail = eat(FILLER, text, end)
  if (tail && /^\s*(?:$|[.;,)*\]])/.test(text.slice(FILLER.lastIndex))) end = FILLER.lastIndex
  const groups = groupsOf(items)
  if (groups.length === 0) return from
  const trimmed = text.slice(from, end).replace(/[\s,;:([]+$/, '')
  const inside = windowInside(text, from, from + trimmed.length)
  const seen = window ?? inside
  const leading = LEADING_WHEN.exec(text.slice(Math.max(0, from - 120), from))
  const isFor = leading && !/absence|without|\bno\b|not/.test(leading[0]) ? relaxationOf(leading.groups?.['what'] ?? '') : undefined
  if (isFor) for (const group of groups) group.limits = group.limits.map((limit) => (limit.when ? limit : { ...limit, when: isFor }))
  const before = from - (leading?.[0].length ?? 0)
  const prefix = from - before + (PREFIX.exec(text.slice(Math.max(0, before - 160), before))?.[0].length ?? 0)
  return {
    start: from - prefix,
    end: from + trimmed.length,
    ask: { groups, ...(seen && seen.side === 'within' ? { days: seen.days, window: seen.words } : {}) },
  }
}

/** Creatinine clearance after creatinine, direct after total bilirubin: an alternative even without "or". */
function isAlternative(items: LabItem[], tests: string[]): boolean {
  if (items.at(-1)?.is === 'when' && items.some((item) => item.is === 'tests' && item.tests.some((test) => tests.includes(test))))
    return true
  const first = items.find((item) => item.is === 'tests')
  return first?.is === 'tests' && first.tests[0] === 'bilirubin' && tests[0] === 'direct-bilirubin'
}

function readLimit(text: string, at: number, items: LabItem[], section: Clause['section']): { found: LabLimit[]; end: number } | undefined {
  const limit = eat(LIMIT, text, at)
  const g = limit?.groups
  if (limit && g) {
    const op = g['ge'] !== undefined ? '>=' : g['le'] !== undefined ? '<=' : g['gt'] !== undefined ? '>' : '<'
    const end = LIMIT.lastIndex
    if (g['onlyUln'] !== undefined) return { found: [{ op, value: 1, of: 'ULN' }], end }
    if (g['onlyLln'] !== undefined) return { found: [{ op, value: 1, of: 'LLN' }], end }
    const value = numberOf(g['value'] ?? '')
    if (g['uln'] !== undefined) return { found: [{ op, value, of: 'ULN' }], end }
    if (g['lln'] !== undefined) return { found: [{ op, value, of: 'LLN' }], end }
    const unit = g['unit']?.trim()
    return { found: [{ op, value, of: 'unit', ...(unit ? { unit } : {}) }], end }
  }
  const test = lastTest(items)
  if (test === undefined) return undefined
  const before = items.at(-1)
  const normal = before?.is === 'limit' ? eat(OR_NORMAL, text, at)?.groups : undefined
  if (before?.is === 'limit' && normal)
    return { found: [{ op: before.limit.op, value: 1, of: normal['lln'] === undefined ? 'ULN' : 'LLN' }], end: OR_NORMAL.lastIndex }
  const range = eat(RANGE, text, at)?.groups
  if (range) {
    const unit = range['unit']?.trim() ?? ''
    return {
      found: [
        { op: '>=', value: numberOf(range['low'] ?? ''), of: 'unit', unit },
        { op: '<=', value: numberOf(range['high'] ?? ''), of: 'unit', unit },
      ],
      end: RANGE.lastIndex,
    }
  }
  if (eat(WITHIN_NORMAL, text, at)) return { found: [{ op: '<=', value: 1, of: 'normal' }], end: WITHIN_NORMAL.lastIndex }
  const grade = eat(GRADE, text, at)?.groups
  if (grade) {
    const bad = /≥|>/.test(grade['op'] ?? '') || /higher|greater/.test(grade['or'] ?? '')
    return {
      found: [
        { op: bad ? (grade['op'] === '>' ? '>' : '>=') : grade['op'] === '<' ? '<' : '<=', value: Number(grade['grade']), of: 'grade' },
      ],
      end: GRADE.lastIndex,
    }
  }
  const bare = eat(BARE, text, at)?.groups
  if (bare && items.at(-1)?.is === 'tests') {
    const high =
      /greater|more|higher|above|better/.test(bare['after'] ?? '') ||
      (!/less|lower|below/.test(bare['after'] ?? '') && WANTS_HIGH.has(test) === (section === 'inclusion'))
    const unit = bare['unit']?.trim()
    return {
      found: [
        {
          op: high ? '>=' : '<=',
          value: numberOf(bare['value'] ?? ''),
          of: bare['uln'] === undefined ? 'unit' : 'ULN',
          ...(unit ? { unit } : {}),
        },
      ],
      end: BARE.lastIndex,
    }
  }
  return undefined
}

function lastTest(items: LabItem[]): string | undefined {
  for (let i = items.length - 1; i >= 0; i--) {
    const item = items[i]
    if (item?.is === 'tests') return item.tests[0]
  }
  return undefined
}

function windowInside(text: string, from: number, to: number): TimeWindow | undefined {
  const words = /\((?:obtained |performed |assessed |determined |measured )?within[^()]{3,60}\)/.exec(text.slice(from, to))
  return words ? windowAt(text, from + words.index + words[0].indexOf('within')) : undefined
}

function skipOpening(text: string, at: number): number {
  const opening =
    /[\s,;:([]*(?:(?:obtained|performed|assessed|determined|measured|done|taken|and|all|labs?|as|values?|results?|must be|collected)\b[\s,]*)*/y
  opening.lastIndex = at
  return at + (opening.exec(text)?.[0].length ?? 0)
}

/** `1,500` is a thousand and a half; `1,5` is one and a half, as many languages write it. */
function numberOf(words: string): number {
  if (/^\d{1,3}(?:[, ]\d{3})+$/.test(words)) return Number(words.replace(/[, ]/g, ''))
  return NUMBER_WORDS[words.replace(/one[- ]half|a[- ]half/, 'a half')] ?? Number(words.replace(',', '.'))
}

const NUMBER_WORDS: Record<string, number> = { 'one and a half': 1.5, 'two and a half': 2.5, two: 2, three: 3, four: 4, five: 5, ten: 10 }

function eat(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  const match = pattern.exec(text)
  return match && match[0].length > 0 ? match : undefined
}

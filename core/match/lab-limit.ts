import type { Clause } from './clause.ts'
import { eat, readLimit } from './lab-bound.ts'
import { inContext, type LabReading } from './lab-context.ts'
import { groupsOf, type LabItem, relaxationOf } from './lab-groups.ts'
import {
  ELSE,
  FILLER,
  LEADING_WHEN,
  NAME,
  NAME_HERE,
  OPEN,
  PARENTHESIS,
  PREFIX,
  QUICK,
  REMARK,
  SEX,
  TRANSFUSION,
  testsNamed,
  WHEN,
} from './lab-limit-words.ts'
import { type TimeWindow, windowAt } from './time-window.ts'

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
  return inContext(text, readings)
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

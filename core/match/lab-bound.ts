import type { Clause } from './clause.ts'
import type { LabItem, LabLimit } from './lab-groups.ts'
import { BARE, GRADE, LIMIT, OR_NORMAL, RANGE, WANTS_HIGH, WITHIN_NORMAL } from './lab-limit-words.ts'

/** The limit that stands at `at`, behind the tests in `items`: "≥ 1,500/mm3", "≤ 2.5 × ULN", "within normal limits", "3.5-5.0 mmol/L", "grade ≤ 1". */
export function readLimit(
  text: string,
  at: number,
  items: LabItem[],
  section: Clause['section'],
): { found: LabLimit[]; end: number } | undefined {
  const limit = eat(LIMIT, text, at)
  const g = limit?.groups
  if (limit && g) {
    const op = g['ge'] !== undefined ? '>=' : g['le'] !== undefined ? '<=' : g['gt'] !== undefined ? '>' : '<'
    const end = LIMIT.lastIndex
    const named = lastTest(items)
    // "Ejection fraction less than normal": what is better high has its limit below.
    if (g['onlyUln'] !== undefined)
      return {
        found: [{ op, value: 1, of: named !== undefined && WANTS_HIGH.has(named) && !/upper|uln/.test(limit[0]) ? 'LLN' : 'ULN' }],
        end,
      }
    if (g['onlyLln'] !== undefined) return { found: [{ op, value: 1, of: 'LLN' }], end }
    const value = numberOf(g['value'] ?? '')
    if (g['uln'] !== undefined) return { found: [{ op, value, of: 'ULN' }], end }
    if (g['lln'] !== undefined) return { found: [{ op, value, of: 'LLN' }], end }
    const unit = g['unit']?.trim()
    const pounds = unit ? undefined : /^ ?(?:lbs?|pounds)\b/.exec(text.slice(end, end + 8))?.[0]
    if (pounds !== undefined) return { found: [{ op, value: value * KG_OF_A_POUND, of: 'unit', unit: 'kg' }], end: end + pounds.length }
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

const KG_OF_A_POUND = 0.4536

function lastTest(items: LabItem[]): string | undefined {
  for (let i = items.length - 1; i >= 0; i--) {
    const item = items[i]
    if (item?.is === 'tests') return item.tests[0]
  }
  return undefined
}

/** `1,500` is a thousand and a half; `1,5` is one and a half, as many languages write it. */
function numberOf(words: string): number {
  if (/^\d{1,3}(?:[, ]\d{3})+$/.test(words)) return Number(words.replace(/[, ]/g, ''))
  return NUMBER_WORDS[words.replace(/one[- ]half|a[- ]half/, 'a half')] ?? Number(words.replace(',', '.'))
}

const NUMBER_WORDS: Record<string, number> = { 'one and a half': 1.5, 'two and a half': 2.5, two: 2, three: 3, four: 4, five: 5, ten: 10 }

/** The match of a sticky pattern at a place; undefined for nothing or no words. */
export function eat(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  const match = pattern.exec(text)
  return match && match[0].length > 0 ? match : undefined
}

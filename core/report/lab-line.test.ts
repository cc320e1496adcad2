import { describe, expect, it } from 'vitest'
import { PartialDate } from '../record/partial-date.ts'
import { words } from './example.test-data.ts'
import { labWords, newestLabs } from './lab-line.ts'

type Lab = Parameters<typeof labWords>[0]
const lab = (more: Partial<Lab>): Lab => ({ test: 'creatinine', value: 1, evidence: [words('1.0')], ...more })

describe('a laboratory value in print', () => {
  it.each<[string, Partial<Lab>, object]>([
    ['is rounded', { value: 0.739819, unit: 'mg/dL' }, { name: 'Creatinine', value: '0.74 mg/dL' }],
    ['has no unit that says nothing', { test: 'INR', value: 1, unit: 'ratio' }, { value: '1' }],
    ['has units as they are printed', { test: 'platelets', value: 188, unit: '10*3/uL' }, { value: '188 × 10⁹/L' }],
    ['is high above the printed range', { value: 1.3, unit: 'mg/dL', low: 0.5, high: 1.1 }, { flag: 'high', range: 'normal 0.5–1.1' }],
    ['is low below it', { value: 0.4, unit: 'mg/dL', low: 0.5, high: 1.1 }, { flag: 'low' }],
    ['is measured against a usual range when none is printed', { test: 'AST', value: 400, unit: 'U/L' }, { flag: 'high' }],
    ['keeps its comparison', { value: 0.2, comparator: '<', unit: 'mg/dL' }, { value: '<0.2 mg/dL' }],
    ['keeps words', { test: 'HIV test', value: 'negative' }, { value: 'negative' }],
  ])('%s', (_, more, printed) => expect(labWords(lab(more))).toMatchObject(printed))

  it('has no flag inside its range, or where no range of its unit is known', () => {
    expect(labWords(lab({ value: 0.9, unit: 'mg/dL', low: 0.5, high: 1.1 })).flag).toBeUndefined()
    expect(labWords(lab({ test: 'AST', value: 400, unit: 'arbitrary' })).flag).toBeUndefined()
  })
})

it('takes the newest value of each test', () => {
  const dated = (date: string, value: number) => lab({ date: PartialDate.parse(date), value })
  expect(newestLabs([dated('2026-01', 1), dated('2026-03', 3), dated('2026-02', 2)]).get('creatinine')?.value).toBe(3)
})

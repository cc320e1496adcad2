import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, ageInYears, compareDates, dateOf, daysBetween, firstDay, lastDay, PartialDate, partialDate } from './partial-date.ts'

const date = (text: string) => PartialDate.parse(text)

describe('a partial date', () => {
  it.each([
    ['a day', '2024-02-29', '2024-02-29'],
    ['a month', '2024-02', '2024-02'],
    ['a year', '2024', '2024'],
    ['a day that is not in its month', '2023-02-29', undefined],
    ['a thirteenth month', '2024-13', undefined],
    ['a year before anyone alive', '0024', undefined],
    ['another notation', '02/29/2024', undefined],
  ])('%s: %s', (_, text, expected) => expect(partialDate(text)).toBe(expected))

  it('knows the days it can mean', () => {
    expect(lastDay(date('2024-02')) - firstDay(date('2024-02'))).toBe(28)
    expect(lastDay(date('2023')) - firstDay(date('2023'))).toBe(364)
  })

  it('gives the least and the most time between two dates, and never pretends to know more', () => {
    expect(daysBetween(date('2026-09-17'), date('2026-10-01'))).toEqual({ least: 14, most: 14 })
    expect(daysBetween(date('2026-09'), date('2026-10-01'))).toEqual({ least: 1, most: 30 })
  })

  it('counts whole years of age, both ways when the birthday is not known', () => {
    expect(ageInYears(date('1971-10-02'), date('2026-10-01'))).toEqual({ least: 54, most: 54 })
    expect(ageInYears(date('1971'), date('2026-10-01'))).toEqual({ least: 54, most: 55 })
  })

  it('is ordered by its first day, the more precise one first', () => {
    expect([date('2024'), date('2024-01-01'), date('2023-12')].toSorted(compareDates)).toEqual(['2023-12', '2024-01-01', '2024'])
  })

  it('goes through day arithmetic unharmed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2100 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: -4000, max: 4000 }),
        (y, m, d, days) => {
          const start = dateOf(y, m, d)
          if (start === undefined) return
          expect(addDays(addDays(start, days), -days)).toBe(start)
          expect(daysBetween(start, addDays(start, days)).least).toBe(days)
        },
      ),
    )
  })
})

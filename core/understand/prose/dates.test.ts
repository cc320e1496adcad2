import { describe, expect, it } from 'vitest'
import { partialDate } from '../../record/partial-date.ts'
import { findDates } from './dates.ts'

const reference = partialDate('2026-09-17')
const dates = (text: string) => findDates(text, reference).map((one) => one.date)

describe('dates in text', () => {
  it.each<[string, string, string[]]>([
    ['ISO', 'on 2024-03-18', ['2024-03-18']],
    ['American', '3/18/2024', ['2024-03-18']],
    ['two-digit years', 'on 2/20/24', ['2024-02-20']],
    ['day first when it must be', '18/03/2024', ['2024-03-18']],
    ['a month in words', '18 March 2024 and Mar 5, 2023', ['2024-03-18', '2023-03-05']],
    ['capitals with hyphens', 'SEP-15-2026', ['2026-09-15']],
    ['day, month in letters', '30-Jun-1987', ['1987-06-30']],
    ['month and year', 'since 6/2023 and May 2024', ['2023-06', '2024-05']],
    ['a year after a word', 'in 2016', ['2016']],
    ['a day without a year takes the last one past', 'labs 9/14', ['2026-09-14']],
    ['a later day of the year is of the year before', 'labs 12/1', ['2025-12-01']],
    ['lymph nodes are no date', 'LN 3/14 positive', []],
    ['a day that does not exist', '2024-02-30', []],
    ['a dose is no year', 'given 2000 mg', []],
  ])('%s', (_trap, text, expected) => {
    expect(dates(text)).toEqual(expected)
  })
})

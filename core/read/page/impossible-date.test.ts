import { expect, it } from 'vitest'
import { isImpossibleDate } from './impossible-date.ts'

it.each(['97/15/2019', '03/10/2625', '13/31/2020', '0/4/2021', '(16/40/24)'])('%s is in no calendar', (word) => {
  expect(isImpossibleDate(word)).toBe(true)
})

it.each(['07/15/2019', '15/07/2019', '3/1/24', '120/80', '1/2', '10.4', '04/01/1911', '3/14/2026/b'])('%s may be', (word) => {
  expect(isImpossibleDate(word)).toBe(false)
})

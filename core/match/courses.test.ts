import { describe, expect, it } from 'vitest'
import { findDrugs } from '../codes/drugs.ts'
import { isGivenInCycles } from './courses.ts'

describe('a treatment that goes on', () => {
  const course = (names: string) => ({ name: names, drugs: findDrugs(names).map(({ drug }) => drug), ongoing: true, evidence: [] })
  it.each([
    ['trastuzumab deruxtecan', 14, true],
    ['trastuzumab deruxtecan', 28, false],
    ['trastuzumab, pertuzumab', 7, true],
    ['letrozole', 7, false],
    ['pembrolizumab, carboplatin', 14, false],
  ])('%s, %i days: its last infusion may be longer ago is %s', (names, days, may) => {
    expect(isGivenInCycles(course(names), days)).toBe(may)
  })
})

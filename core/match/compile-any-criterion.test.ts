import { expect, it, vi } from 'vitest'
import { aCriterion, aPatient, aTrial } from './a-patient.ts'
import { compileTrial } from './compile.ts'
import { compileAnyCriterion } from './compile-any-criterion.ts'
import { verdictOf } from './judge.ts'

/** A kind that breaks on some words, as none should. */
vi.mock('./tests-of.ts', async (original) => {
  const { testsOf } = await original<typeof import('./tests-of.ts')>()
  return {
    testsOf: (...given: Parameters<typeof testsOf>) => {
      if (given[0].text.includes('zorblax')) throw new RangeError('no stack left')
      return testsOf(...given)
    },
  }
})

it('reads on behind a piece that breaks a kind', () => {
  const { criteria } = compileTrial(aTrial(), [
    aCriterion('Zorblax of any grade'),
    { ...aCriterion('HER2-positive breast cancer'), index: 1 },
  ])
  expect(criteria.map(({ statements }) => statements[0]?.predicate.is)).toEqual(['unread', 'all'])
})

it.each(['inclusion', 'exclusion'] as const)('says of such a piece among %ss that it was not understood', (section) => {
  const profile = aPatient('ada')
  const { statements } = compileAnyCriterion(aCriterion('Zorblax of any grade', section), '')
  expect(verdictOf(statements, { profile, asOf: profile.asOf, trial: aTrial() })).toMatchObject({
    label: 'unknown',
    unknown: 'not-understood',
  })
})

import { expect, it } from 'vitest'
import { withStageDigits } from './stage-digits.ts'

it.each([
  ['pNla;', 'pN1a;'],
  ['pTlc', 'pT1c'],
  ['ypNO', 'ypN0'],
  ['pT2pNO', 'pT2pN0'],
  ['cMO.', 'cM0.'],
  ['pNlmi', 'pN1mi'],
  ['NO', 'NO'],
  ['MO', 'MO'],
  ['pT2', 'pT2'],
  ['pNI', 'pN1'],
  ['cTICU', 'cTICU'],
])('reads %s as %s', (word, right) => {
  expect(withStageDigits(word)).toBe(right)
})

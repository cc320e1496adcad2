import { describe, expect, it } from 'vitest'
import { plainText, unwrapped } from './clause.ts'

describe('the words of a criterion', () => {
  it('keep their places when they are made plain', () =>
    expect(plainText('ANC ⩾ 1.5 ×\u00a010⁹/L – “stable”')).toBe('anc ≥ 1.5 x 10⁹/l - "stable"'))
  it.each([
    ['a wrapped line', 'Drugs that were used are not\n     excluded', 'Drugs that were used are not excluded'],
    ['a wrapped line of a DOS file', 'surgery within 4\r\n     weeks', 'surgery within 4 weeks'],
    ['doubled blanks', 'brain  metastases', 'brain metastases'],
    ['a new paragraph', 'No seizures\n\nNo stroke', 'No seizures\n\nNo stroke'],
    ['a bullet inside', 'any of:\n  * stroke', 'any of:\n  * stroke'],
  ])('stand in one line: %s', (_, text, whole) => expect(unwrapped(text)).toBe(whole))
})

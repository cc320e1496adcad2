import { ANSWERS } from '@carefolio/core/match/answer-kinds.ts'
import { describe, expect, it } from 'vitest'
import { answerFormOf, typedValue } from './answer-form.ts'

describe('the form of an answer', () => {
  it.each([
    ['yes (tablets can be swallowed) or no', { is: 'choice', of: ['yes', 'no'] }],
    ['yes or no, or { value, name, status, since }', { is: 'choice', of: ['yes', 'no'] }],
    ['positive, low-positive or negative, or a percentage', { is: 'choice', of: ['positive', 'low-positive', 'negative'] }],
    ['0, 1+, 2+, 3+', { is: 'choice', of: ['0', '1+', '2+', '3+'] }],
    ['ECOG 0 to 5, or { value, scale, date }', { is: 'number-choice', of: [0, 1, 2, 3, 4] }],
    ['a number or word, or { value, unit, date }', { is: 'value' }],
    ['a stage as 0, IIB or IV', { is: 'value' }],
    ['a date', { is: 'date', or: undefined }],
    ['no, or the date of a live vaccine', { is: 'date', or: 'no' }],
    ['none, or a list of names', { is: 'list', or: 'none' }],
    ['a list of { name, type, setting, line, start, end, stopped, ongoing }', { is: 'other' }],
  ])('%s', (expects, form) => expect(answerFormOf(expects)).toEqual(form))

  it.each(ANSWERS.map(({ key, expects }) => [String(key), expects]))('is known for every kind of answer: %s', (_, expects) => {
    const form = answerFormOf(expects)
    if (form.is === 'choice') expect(form.of.every((one) => one.length < 20)).toBe(true)
    if (form.is === 'other') expect(expects).toMatch(/object|list of \{/)
  })

  it('takes numbers for numbers', () => {
    expect([typedValue(' 1.2 '), typedValue('IIB'), typedValue('')]).toEqual([1.2, 'IIB', ''])
  })
})

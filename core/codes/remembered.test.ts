import { expect, it } from 'vitest'
import { remembered } from './remembered.ts'

it('asks once for a text, gives each caller a list of its own, and stays bounded', () => {
  const asked: string[] = []
  const letters = remembered((text) => {
    asked.push(text)
    return [...text]
  })
  letters('abc').push('spoilt')
  expect(letters('abc')).toEqual(['a', 'b', 'c'])
  expect(asked).toEqual(['abc'])
  for (let i = 0; i < 5000; i++) letters(String(i))
  expect(letters('abc')).toEqual(['a', 'b', 'c'])
  expect(asked.filter((text) => text === 'abc')).toHaveLength(2)
})

it('keeps no long text', () => {
  let asked = 0
  const once = remembered(() => [asked++])
  once('x'.repeat(301))
  once('x'.repeat(301))
  expect(asked).toBe(2)
})

import { expect, it } from 'vitest'
import type { PlacedWord } from './placed-word.ts'
import { withoutTornNumbers } from './torn-numbers.ts'

/** Words of a row with the gap before each in front of it: characters are 10 wide. */
function row(...parts: [number, string][]): PlacedWord[] {
  let at = 0
  return parts.map(([gap, text]) => {
    const left = at + gap
    at = left + text.length * 10
    return { text, left, right: at, top: 0, bottom: 20, confidence: 0.9 }
  })
}
const texts = (words: PlacedWord[]): string[] => words.map(({ text }) => text)

it('joins a number torn behind its point, and doubts it', () => {
  const words = withoutTornNumbers(row([0, 'Hemoglobin'], [60, '10.4'], [80, 'g/dL'], [60, '12.0'], [12, '-'], [12, '15.'], [5, '5']))
  expect(texts(words)).toEqual(['Hemoglobin', '10.4', 'g/dL', '12.0', '-', '15.5'])
  expect(words.at(-1)).toMatchObject({ confidence: 0.5, right: (words.at(-1)?.left ?? 0) + 45 })
  expect(words.at(1)?.confidence).toBe(0.9)
})

it.each<[string, PlacedWord[]]>([
  ['a sentence that ends in a number', row([0, 'on'], [8, 'day'], [8, '15.'], [8, '5'], [8, 'days'], [8, 'later'])],
  ['a row with too few spaces to know', row([0, 'Size'], [12, '15.'], [5, '5'])],
  ['a number at the head of a list', row([0, '1.'], [12, 'Stop'], [12, 'it'], [12, 'now'])],
])('leaves %s', (_, words) => {
  expect(withoutTornNumbers(words)).toEqual(words)
})

import { describe, expect, it } from 'vitest'
import { linesOf } from './lines.ts'
import type { PlacedWord } from './placed-word.ts'

/** Words of a typewriter line: each character 6 wide, the line 10 high; two or more spaces are a gap of that many characters. */
const line = (text: string, top: number, left = 0): PlacedWord[] =>
  [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    text: word,
    left: left + index * 6,
    right: left + (index + word.length) * 6,
    top,
    bottom: top + 10,
  }))
const page = { width: 600, height: 800 }
const textOf = (words: PlacedWord[]): string => linesOf(words, page).text

describe('lines from words with places', () => {
  it('keeps label and value of a row on one line, two spaces between cells', () => {
    expect(textOf([...line('ER      95%   Positive', 0), ...line('PR       5%   Positive', 12)])).toBe(
      'ER  95%  Positive\nPR  5%  Positive',
    )
  })

  it('keeps rows apart when a column is printed a little lower', () => {
    const labels = [...line('ER', 0), ...line('PR', 12), ...line('HER2', 24)]
    const values = [...line('95%', 3, 120), ...line('5%', 15, 120), ...line('2+', 27, 120)]
    expect(textOf([...labels, ...values])).toBe('ER  95%\nPR  5%\nHER2  2+')
  })

  it('follows a page that leans, row by row', () => {
    const leaning = [0, 14].flatMap((top) =>
      line('one two three four five six', top).map((word) => ({
        ...word,
        top: word.top + word.left * 0.03,
        bottom: word.bottom + word.left * 0.03,
      })),
    )
    expect(textOf(leaning)).toBe('one two three four five six\none two three four five six')
  })

  it('reads two columns of running text one after the other', () => {
    const left = Array.from({ length: 8 }, (_, row) => line(`left words of line ${row} run on`, row * 12))
    const right = Array.from({ length: 8 }, (_, row) => line(`right words of line ${row} go on`, row * 12, 300))
    const text = textOf([...left, ...right].flat())
    expect(text.indexOf('left words of line 7')).toBeLessThan(text.indexOf('right words of line 0'))
  })

  it('puts an empty line where a paragraph ends', () => {
    expect(textOf([...line('One', 0), ...line('Two', 30)])).toBe('One\n\nTwo')
  })

  it('counts a word printed twice a hair apart once', () => {
    expect(textOf([...line('DIAGNOSIS', 0), ...line('DIAGNOSIS', 0.4, 0.3)])).toBe('DIAGNOSIS')
  })

  it('gives every word its place as fractions of the page', () => {
    const { text, words } = linesOf(line('ER 95%', 400), page)
    expect(words.map((word) => text.slice(word.start, word.end))).toEqual(['ER', '95%'])
    expect(words[0]?.box).toEqual([0, 0.5, 0.02, 0.5125])
  })
})

import { describe, expect, it } from 'vitest'
import type { OcrWord } from '../ocr/ocr.ts'
import { withDoubtfulFigures } from './doubtful-figures.ts'

/** Words of a row as `text@left`, each character 10 wide, all read with the same confidence. */
const row = (confidence: number, ...words: string[]): OcrWord[] =>
  words.map((word) => {
    const [text = '', left = '0'] = word.split('@')
    return { text, left: Number(left), right: Number(left) + text.length * 10, top: 0, bottom: 20, confidence }
  })
const readings = (one: OcrWord[], two: OcrWord[]) => withDoubtfulFigures(one, two).map(({ text, confidence }) => [text, confidence])

describe('figures that two readings of a row have', () => {
  it('are as sure as they were where both are the same', () => {
    expect(readings(row(0.9, 'PR:@0', '40%@40'), row(0.8, 'PR:@0', '40%@40'))).toEqual([
      ['PR:', 0.9],
      ['40%', 0.9],
    ])
  })

  it('are a guess where they are not, from the reading that is surer of them; words around keep what they have', () => {
    expect(readings(row(0.7, 'PR:@0', '10%@40'), row(0.9, 'PR:@0', '40%@40'))).toEqual([
      ['PR:', 0.7],
      ['40%', 0.5],
    ])
  })

  it('are a guess where one of them lost its point', () => {
    expect(readings(row(0.9, '14@0', 'mm@40'), row(0.8, '1.4@0', 'mm@40'))[0]).toEqual(['14', 0.5])
  })

  it.each([
    ['a word cut in two', ['d1,8@0'], ['d1,@0', '8@30']],
    ['a letter that looks like the figure', ['q21d@0'], ['q2ld@0']],
    ['a comma for a point', ['2.3@0'], ['2,3@0']],
    ['a place that the other reading left out', ['40%@40'], ['PR@0']],
    ['a place that the other reading took for a word', ['40@0'], ['an@0']],
  ])('are not doubted for %s', (_, one, two) => {
    expect(readings(row(0.9, ...one), row(0.8, ...two))).toEqual(one.map((word) => [word.split('@')[0], 0.9]))
  })
})

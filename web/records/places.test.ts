import { DocumentId } from '@carefolio/core/record/document-id.ts'
import { exampleProfile, words } from '@carefolio/core/report/example.test-data.ts'
import { describe, expect, it } from 'vitest'
import { boxesOf, merged, piecesOf, placesOn } from './places.ts'

describe('the marked places of a page', () => {
  it('are those of the profile on this page of this document', () => {
    const { start, end } = words('pT2 pN1a')
    expect(placesOn(exampleProfile(), 'example', 1)).toContainEqual({ start, end })
    expect(placesOn(exampleProfile(), 'example', 2)).toEqual([])
    expect(placesOn(exampleProfile(), DocumentId.parse('other'), 1)).toEqual([])
  })

  it('are one where they touch', () => {
    expect(
      merged([
        { start: 8, end: 12 },
        { start: 0, end: 4 },
        { start: 3, end: 8 },
      ]),
    ).toEqual([{ start: 0, end: 12 }])
  })

  it.each([
    ['none', [], undefined],
    ['one inside another', [{ start: 2, end: 9 }], { start: 4, end: 6 }],
    ['one that runs over the end', [{ start: 5, end: 99 }], undefined],
    [
      'two apart',
      [
        { start: 0, end: 2 },
        { start: 5, end: 7 },
      ],
      { start: 1, end: 6 },
    ],
  ])('cut a text into pieces that together are the text: %s', (_, known, wanted) => {
    const text = 'ER 95%, PR 40%'
    const pieces = piecesOf(text, known, wanted)
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
    if (wanted)
      expect(
        pieces
          .filter(({ mark }) => mark === 'wanted')
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text.slice(wanted.start, wanted.end))
  })

  it('have one box a line', () => {
    const page = {
      number: 1,
      text: 'HER2 low by IHC',
      source: 'ocr' as const,
      words: [
        { start: 0, end: 4, box: [0.1, 0.1, 0.2, 0.12] as [number, number, number, number] },
        { start: 5, end: 8, box: [0.21, 0.101, 0.3, 0.12] as [number, number, number, number] },
        { start: 9, end: 11, box: [0.1, 0.13, 0.15, 0.15] as [number, number, number, number] },
      ],
    }
    expect(boxesOf(page, { start: 0, end: 11 })).toEqual([
      [0.1, 0.1, 0.3, 0.12],
      [0.1, 0.13, 0.15, 0.15],
    ])
    expect(boxesOf(page, { start: 5, end: 8 })).toHaveLength(1)
  })
})

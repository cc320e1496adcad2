import { describe, expect, it } from 'vitest'
import { sectionsOf } from './sections.ts'
import { sentencesOf } from './sentences.ts'

const page = (text: string) => ({ number: 1, text, source: 'markup' as const })
const kinds = (text: string) => sectionsOf(page(text)).map(({ kind }) => kind)
const sentences = (text: string) => sentencesOf(page(text), sectionsOf(page(text))).map(({ text: words }) => words.trim())

describe('sections', () => {
  it.each<[string, string, string[]]>([
    ['a heading on its line', 'IMPRESSION\nStable disease.', ['preamble', 'impression']],
    ['a heading before a colon', 'PMH: diabetes\nMeds: metformin', ['preamble', 'past-medical', 'medications']],
    ['capitals without a colon', 'FH mother breast ca', ['preamble', 'family-history']],
    ['text that lost its lines', 'Report. GROSS DESCRIPTION: Received fresh. DIAGNOSIS: Carcinoma.', ['preamble', 'gross', 'diagnosis']],
    ['words that are no heading', 'The liver is normal', ['preamble']],
  ])('%s', (_trap, text, expected) => {
    expect(kinds(text)).toEqual(expected)
  })

  it('goes on with the section of the page before', () => {
    expect(sectionsOf(page('more of it'), 'family-history')[0]?.kind).toBe('family-history')
  })
})

describe('sentences', () => {
  it('joins wrapped lines and keeps rows of columns apart', () => {
    expect(sentences('This line is long enough to be wrapped\nand goes on here.\nER   95%   strong')).toEqual([
      'This line is long enough to be wrapped and goes on here.',
      'ER   95%   strong',
    ])
  })

  it('does not cut at abbreviations', () => {
    expect(sentences('Seen by Dr. Smith vs. others. Then home.')).toEqual(['Seen by Dr. Smith vs. others.', 'Then home.'])
  })

  it('keeps the places of the page', () => {
    const text = 'First one. Second one.'
    for (const { start, end, text: words } of sentencesOf(page(text), sectionsOf(page(text)))) expect(text.slice(start, end)).toBe(words)
  })
})

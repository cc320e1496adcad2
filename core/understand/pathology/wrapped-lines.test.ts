import { describe, expect, it } from 'vitest'
import { withoutSoftWraps } from './wrapped-lines.ts'

describe('lines that the layout wrapped', () => {
  it.each([
    ['prose that goes on in small letters', 'Sections show an infiltrating duct\ncarcinoma of moderate grade.', true],
    ['a word that ends no sentence', 'THE LESION IN ITS GREATEST EXTENT MEASURES OF\n23 MM ON THE SLIDE', true],
    ['a measure that follows', 'The tumour in its greatest extent is\n23 mm across.', true],
    ['a line that ends early', 'Grade 2\ncarcinoma of no special type, with clear margins everywhere', false],
    ['a label', 'Histological type of the carcinoma no special type\nsize: 23 mm', false],
    ['a list', 'Invasive ductal carcinoma with clear margins and\n- grade 2', false],
    ['a new block', 'INVASIVE COMPONENT, MAXIMUM DIMENSION\nIN SITU COMPONENT, MAXIMUM DIMENSION', false],
    ['cells of a table', 'ER      90 %      strong and nuclear staining\nof tumour cells in all   fields', false],
    ['an empty line', 'The carcinoma is of the ductal type and\n\nthe margins are clear', false],
  ])('%s', (_what, text, joined) => expect(withoutSoftWraps(text)).toBe(joined ? text.replace('\n', ' ') : text))
})

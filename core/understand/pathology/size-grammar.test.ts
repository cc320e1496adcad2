import { describe, expect, it } from 'vitest'
import { missingFromReport } from './said-in-report.fixture.ts'

const synoptic = (line: string) =>
  `SURGICAL PATHOLOGY REPORT\nSYNOPTIC REPORT\nProcedure: wide local excision\nSpecimen laterality: left breast\nQuadrant: upper outer\n${line}\nHistologic type: invasive ductal carcinoma\n`
const prose = (sentence: string) =>
  `SURGICAL PATHOLOGY REPORT\nFINAL DIAGNOSIS\nBreast, left, lumpectomy:\n- Invasive ductal carcinoma\n\n${sentence}\n\nNodes: 0/3\n`

describe('a size, by the form it is told in', () => {
  it.each(['Tumour size', 'Size of invasive component', 'Maximum dimension of invasive tumor', 'Largest invasive focus', 'Tamaño tumoral'])(
    '%s with every mark',
    (label) => {
      const lines = [': ', ' - ', ' = ', ' ..... ', '\t', ' | ', ':\n', ':\n    ', ' is ', ', ', ' measures ', ': approximately '].flatMap(
        (join) =>
          ['23 mm', '2.3 cm', '2.3 x 1.9 x 1.5 cm', '2,3 cm', '23mm', '23 (mm)', '2.3 crn', '2·3 cm'].map(
            (value) => `${label}${join}${value}`,
          ),
      )
      expect(lines.filter((line) => missingFromReport(synoptic(line), '23 mm').length > 0)).toEqual([])
    },
  )

  it.each([
    ['the unit in the label, the number below', 'Tumour size (mm):\n    23'],
    ['the unit before the rest of the label', 'Size (mm) of invasive tumour 23'],
    ['one unit for a line', 'Size (mm): invasive 23, whole 31'],
    ['one unit for two', 'Size invasive 23 / whole 31 mm'],
    ['a table of tumours', 'Focus | Size (mm) | Margin (mm)\nA | 23 | 4\nB | 8 | 9'],
    ['a label above an empty line', 'Invasive tumour size\n\n23 mm'],
    ['a decimal point set apart', 'Tumour size: 2 .3 cm'],
    ['a figure that was read as a letter', 'Tumour size: Z3 mm'],
  ])('%s', (_form, line) => expect(missingFromReport(synoptic(line), '23 mm')).toEqual([]))

  it.each([
    ['the sentence before names it', 'Histology confirms an invasive carcinoma. It is 23 mm in diameter.'],
    ['the larger of two', 'Two tumours. The larger is 23 mm and the smaller 8 mm.'],
    ['the number first', '23 mm is the greatest dimension of the invasive component.'],
    ['behind a distance', 'The tumour lies 4 mm from the deep margin and measures 23 mm.'],
    ['adjectives behind a comma', 'The mastectomy contains a 23 mm, grade 3, invasive ductal carcinoma.'],
    ['a category in brackets', 'There is a 2.3 cm (T2) high-grade carcinoma.'],
    ['inside in-situ disease', 'DCIS extends 50 mm; within it is a 23 mm invasive focus.'],
    ['by axis', 'longest axis 23 mm'],
  ])('%s', (_form, sentence) => expect(missingFromReport(prose(sentence), '23 mm').filter((one) => !one.includes('grade'))).toEqual([]))

  it.each([
    'Anterior: 23 mm',
    'Superficial 23 mm, deep 3 mm',
    'Ink to tumour: 23 mm',
    'A clinically 23 mm lump.',
    'Microcalcification over 23 mm',
    'Nearest margin (medial) 23 mm',
  ])('no size of a tumour: %s', (sentence) => expect(missingFromReport(prose(sentence), 'no size')).toEqual([]))
})

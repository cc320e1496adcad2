import { describe, expect, it } from 'vitest'
import { missingFromReport } from './said-in-report.fixture.ts'

const report = (line: string) =>
  `SURGICAL PATHOLOGY REPORT\nFINAL DIAGNOSIS\nBreast, left, core biopsy:\n- Invasive ductal carcinoma\nRECEPTORS\n${line}\nComment: findings discussed.\n`
const SEPARATORS = [': ', ' = ', ' - ', ' — ', ' ....... ', '\t', '      ', ' | ', ':\n', ':\n    ', ' is ', ' was reported as ']

/** Every name with every mark and every way to say the result: the grammar, not the sentences. */
describe('a receptor, whatever joins its name to its result', () => {
  it.each([
    'ER',
    'Estrogen receptor',
    'Oestrogen receptor (ER)',
    'ER (clone SP1)',
    'ER [SP1]',
    'E.R.',
    'OER',
    'ER status',
    'ER by IHC',
    'Estrogen receptor protein',
    'ER Interpretation',
    'Receptor de estrógenos',
    'Östrogenrezeptor',
  ])('%s', (name) => {
    const positive = [
      'Positive (95%)',
      '95%',
      'strong positive',
      '+',
      '(+)',
      '++',
      'Allred 8/8',
      'Quick score 8/8',
      'H-score 280',
      'IRS 12/12',
    ]
    const more = [
      'PS 5 + IS 3 = 8',
      '5+3=8',
      'J-score 3b',
      '95% moderate to strong',
      'Detected',
      'reactive',
      'percentage 95, intensity strong',
    ]
    const negative = [
      'Negative',
      '0%',
      '<1%',
      'neg',
      '(-)',
      'Allred 0/8',
      'H-score 0',
      '0% positive',
      'Not detected',
      '0+0=0',
      'J-score 0',
      'IRS 0',
    ]
    const wrong = SEPARATORS.flatMap((mark) => [
      ...[...positive, ...more].filter((value) => missingFromReport(report(`${name}${mark}${value}`), 'er positive').length > 0),
      ...negative.filter((value) => missingFromReport(report(`${name}${mark}${value}`), 'er negative').length > 0),
    ])
    expect(wrong).toEqual([])
  })

  it.each(['HER2', 'HER-2/neu', 'HER2 (4B5)', 'HER2 by IHC', 'c-erbB-2', 'HER2 score', 'HER2 status'])('%s', (name) => {
    const said: Record<string, string[]> = {
      positive: ['3+', 'Positive (3+)', '+++', '+++/+++', '2+, FISH amplified', '2+ / ISH +'],
      low: ['1+', 'Negative (1+)', '1+/3+', '+/+++', '2+/FISH-', 'Equivocal (2+), FISH non-amplified'],
      negative: ['0 (negative)', 'Negative, score 0', '0/3+'],
      equivocal: ['2+', 'Equivocal (2+)', '++', 'Score 2+'],
    }
    const wrong = Object.entries(said).flatMap(([status, values]) =>
      values.flatMap((value) =>
        SEPARATORS.filter((mark) => mark !== ' - ' && mark !== ' = ')
          .filter((mark) => missingFromReport(report(`${name}${mark}${value}`), `her2 ${status}`).length > 0)
          .map((mark) => `${name}${mark}${value}`),
      ),
    )
    expect(wrong).toEqual([])
  })

  it.each([
    ['a dash before a score is no minus', 'ER - IRS 12', 'er positive'],
    ['a dash with nothing behind it is one', 'ER: -\nPR: -', 'er negative, pr negative'],
    ['one plus of HER2 may be a score', 'ER: 90%\nHER2: +', 'er positive'],
    ['plus beside signs is a result', 'ER +, PR -, HER2: +', 'er positive, pr negative, her2 positive'],
    ['8 without a unit, and no percentages near', 'ER: 8\nPR: 7', 'er positive, pr positive'],
    ['8 among percentages', 'ER: 8\nPR: 70', 'er low-positive, pr positive'],
    ['letters set apart', 'E R : 90%\nP R : 0%', 'er positive, pr negative'],
    ['Spanish short names', 'RE: positivo (90%), RP: negativo, HER2: negativo (1+)', 'er positive, pr negative, her2 low'],
    ['RE of a letter is no receptor', 'RE: Jane Doe\nER: negative', 'er negative'],
  ])('%s', (_trap, line, wanted) => expect(missingFromReport(report(line), wanted)).toEqual([]))
})

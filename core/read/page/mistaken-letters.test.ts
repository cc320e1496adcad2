import { describe, expect, it } from 'vitest'
import { withoutMistakenLetters } from './mistaken-letters.ts'

const mended = (row: string): string => withoutMistakenLetters(row.split(' ')).join(' ')

describe('letters that OCR mistook', () => {
  it.each([
    ['pNla;', 'pN1a;'],
    ['pTlc', 'pT1c'],
    ['ypNO', 'ypN0'],
    ['pT2pNO', 'pT2pN0'],
    ['ypT1bNO,', 'ypT1bN0,'],
    ['cT2NlMO', 'cT2N1M0'],
    ['cMO.', 'cM0.'],
    ['pNlmi', 'pN1mi'],
    ['pNI', 'pN1'],
    ['clinical T2 Nl MO, stage IIB', 'clinical T2 N1 M0, stage IIB'],
    ['pT2 Nla (3/14)', 'pT2 N1a (3/14)'],
    ['pT1c NO (0/3)', 'pT1c N0 (0/3)'],
    ['pT1c, NO, MO', 'pT1c, N0, M0'],
    ['10 mg/kg d1,8 q2ld from', '10 mg/kg d1,8 q21d from'],
    ['4 mg ql2wk since', '4 mg q12wk since'],
    ['HbAlc 8.1', 'HbA1c 8.1'],
    ['Alc 8.1 on Monday', 'A1c 8.1 on Monday'],
    ['Sp02 98%', 'SpO2 98%'],
    ['125 mg dl-21', '125 mg d1-21'],
    ['8 Gy xl to the hip', '8 Gy x1 to the hip'],
    ['300 mg BIO, stopped', '300 mg BID, stopped'],
    ['3L T-OXd,', '3L T-DXd,'],
    ['PLAN; surgery first', 'PLAN: surgery first'],
    ['Meds; letrozole 2.5 mg', 'Meds: letrozole 2.5 mg'],
  ])('%s is %s', (row, right) => {
    expect(mended(row)).toBe(right)
  })

  it.each([
    ['NO', 'a word'],
    ['MO', 'a state'],
    ['T2 weighted NO contrast', 'a word beside a sequence of MRI'],
    ['pT2, NO NODES SUBMITTED', 'a word after a category'],
    ['BRIGHT ON T2, NO ENHANCEMENT', 'a word after a sequence'],
    ['stage pT2 NOT given', 'a word after a category'],
    ['cTICU', 'a ward'],
    ['GI bleed, Gl', 'bowels or a grade'],
    ['letrozole qod', 'every other day'],
    ['Alc none', 'alcohol'],
    ['ALC 1.2', 'lymphocytes'],
    ['110 mg/dl, 11 g/dl-', 'a unit'],
    ['BIO bank', 'a bank'],
    ['LETROZOLE; ribociclib; goserelin', 'a list'],
    ['Stable; continue', 'a sentence'],
    ['8.O 1O 2l', 'figures of no known shape'],
  ])('%s stays: %s', (row) => {
    expect(mended(row)).toBe(row)
  })
})

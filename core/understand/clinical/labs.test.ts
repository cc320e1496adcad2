import { describe, expect, it } from 'vitest'
import type { FactValue } from '../../record/fact.ts'
import { aReading } from '../prose/a-reading.ts'
import { labs } from './labs.ts'

type Lab = FactValue<'lab'>
const all = (text: string) => labs.find(aReading(text)).filter((fact) => fact.kind === 'lab')
/** "ANC 2.9 2024-03-05" */
const said = (text: string) =>
  all(text).map((fact) => {
    const { test, value, date, comparator } = fact.value as Lab
    return `${test} ${comparator ?? ''}${value}${date === undefined ? '' : ` ${date}`}`
  })
const note = (body: string) => `MEDICAL ONCOLOGY PROGRESS NOTE\nVisit date: 03/05/2024\nHPI: She is well.\nLABS: ${body}`
const print = (body: string) =>
  `LABORATORY REPORT\nCollected: 03/04/2024 08:10\n\nTEST               RESULT    FLAG   UNITS       REF RANGE\n${body}`

describe('units that stand apart from the value', () => {
  it.each<[string, string, string[]]>([
    ['in the last column', 'Total bilirubin      14             0-21          umol/L', ['bilirubin 0.819 2024-03-04']],
    ['in brackets behind the name', 'Bilirubin (umol/L)   14     0-21', ['bilirubin 0.819 2024-03-04']],
    ['in a column before the value', 'Haemoglobin    g/L    98    115-160', ['hemoglobin 9.8 2024-03-04']],
    ['a unit this test is never given in', 'Total bilirubin      14             0-21          mmHg/L', []],
  ])('are read %s', (_trap, row, expected) => {
    expect(said(print(row))).toEqual(expected)
  })
  it('turn the limits too', () => {
    expect(all(print('Creatinine           88             45-84         umol/L')).map(({ value }) => value)).toEqual([
      expect.objectContaining({ value: 0.995, high: 0.95 }),
    ])
  })
  it('leave a heart measure with the day of its scan', () => {
    expect(said(note('LVEF 55-60% on echo 2/12/2024.'))).toEqual(['LVEF 55 2024-02-12'])
  })
})

describe('laboratory values in notes', () => {
  it.each<[string, string, string[]]>([
    ['a plain list', 'WBC 5.6, ANC 3.4, Hgb 10.9, Plt 142', ['WBC 5.6', 'ANC 3.4', 'hemoglobin 10.9', 'platelets 142']],
    ['flags between', 'AST 62 (H) ALT 55 (H) ALP 171 H Alb 3.6', ['AST 62', 'ALT 55', 'ALP 171', 'albumin 3.6']],
    ['slashes as separators', 'Cr 0.74 / TB 0.6 / INR 1.1', ['creatinine 0.74', 'bilirubin 0.6', 'INR 1.1']],
    ['words between', 'Hemoglobin is 9.8 and platelet count of 88,000.', ['hemoglobin 9.8', 'platelets 88']],
    ['cells per microlitre', 'Absolute neutrophil count 3400 cells/uL', ['ANC 3.4']],
    ['a percentage is no count', 'Neutrophils 58 %', []],
    ['other unit of creatinine', 'Creatinine 97 umol/L', ['creatinine 1.1']],
    ['grams per litre', 'Hemoglobin 116 g/L, albumin 38 g/L', ['hemoglobin 11.6', 'albumin 3.8']],
    ['K is potassium, Ca is calcium', 'K 4.0, Ca 9.1, Na 139', ['potassium 4', 'calcium 9.1', 'sodium 139']],
    ['calcium as a medicine', 'Calcium 600 mg daily', []],
    ['a date is no value', 'Hgb 9/14', []],
    ['two names and two values', 'AST/ALT 24/31', ['AST 24', 'ALT 31']],
    ['grams and milligrams percent', 'Hb - 10.2 gm%, S. Creatinine 0.8 mg%', ['hemoglobin 10.2', 'creatinine 0.8']],
    ['lakhs of platelets', 'Platelet count 1.8 lakh/cumm', ['platelets 180']],
    ['an arrow goes to the newest', 'CA 15-3 64 -> 131', ['CA 15-3 131']],
    ['its own date', 'A1c 8.1 on 2/3/24', ['HbA1c 8.1 2024-02-03']],
    ['an older value in brackets', 'A1c 8.1 on 2/3/24 (7.2 in 11/2023)', ['HbA1c 8.1 2024-02-03', 'HbA1c 7.2 2023-11']],
    ['a date in brackets for the list before it', 'FSH 74.2, estradiol <5 (1/2024)', ['FSH 74.2 2024-01', 'estradiol <5 2024-01']],
    ['a wish', 'Want A1c < 8 first.', []],
    ['a threshold', 'Hold if ANC < 1.0.', []],
    ['a goal', 'Goal hemoglobin above 8.', []],
    ['hazard ratio', 'HR+/HER2- disease.', []],
    ['HR with a number', 'BP 126/78 HR 80', ['heart-rate 80', 'systolic 126', 'diastolic 78']],
    ['blood pressure in words', 'Blood pressure 95/63.', ['systolic 95', 'diastolic 63']],
    ['prothrombin time needs its unit', 'PT 11.8 s', ['PT 11.8']],
    ['PT as patient', 'PT 55 years old', []],
    ['cytokeratin is no enzyme', 'CK7 positive', []],
    ['weight and height', 'Wt 62.0 kg Ht 160 cm', ['weight 62', 'height 160']],
    ['feet and inches', 'Ht 5\'4"', ['height 162.6']],
    ['a date after the limits', 'CA 27-29 was 402 (reference <38) on 2/3/2024', ['CA 27.29 402 2024-02-03']],
    ['pounds', 'Weight 154 lbs', ['weight 69.9']],
    ['QTcF', 'ECG 2/9/2024 QTcF 418.', ['QTcF 418 2024-02-09']],
    ['ejection fraction', 'EF 62%', ['LVEF 62']],
    ['range of an ejection fraction', 'LVEF 55-60%', ['LVEF 55']],
    ['a list of dates and values', 'LVEF: 02/2023  56%;  10/2021  48% (recovered)', ['LVEF 56 2023-02', 'LVEF 48 2021-10']],
    ['clearance by formula', 'Calculated creatinine clearance (Cockcroft-Gault) 48 mL/min', ['creatinine-clearance 48']],
    ['pregnancy test', 'Urine hCG neg.', ['hCG negative']],
    ['hepatitis B', 'Hep B sAg neg, core Ab neg 2/2024.', ['HBsAg negative 2024-02', 'anti-HBc negative 2024-02']],
    ['HIV', 'HIV non-reactive.', ['HIV negative']],
    ['A limit printed after it', 'TSH 2.4 (0.4-4.5)', ['TSH 2.4']],
    ['urine albumin ratio', 'Urine ACR 140 mg/g.', ['urine ACR 140']],
    ['times the limit is no value', 'AST 2.5 x ULN', []],
  ])('%s', (_trap, body, expected) => {
    const withDate = expected.map((line) => (/\d{4}-\d\d/.test(line) ? line : `${line} 2024-03-05`))
    expect(said(note(body)).sort()).toEqual(withDate.sort())
  })

  it('takes the date at the head of the line', () => {
    expect(said('ONCOLOGY PROGRESS NOTE\nVisit 03/09/2024\nLABS 03/05/2024: WBC 3.9, ANC 2.1')).toEqual([
      'WBC 3.9 2024-03-05',
      'ANC 2.1 2024-03-05',
    ])
  })

  it('takes the date of a part of a document from the line at its head', () => {
    const text =
      'CLINIC NOTES\nRadiation note 15 Mar 2024\nNo acute toxicity.\n\nECG - 5 Sep 2025\nSinus rhythm. QTcF 441 ms.\n\nRenal clinic - 19 Aug 2025 - Dr. Roe\n\nCreatinine 1.10 mg/dL.\nSigned 2 Oct 2025'
    expect(said(text)).toEqual(['QTcF 441 2025-09-05', 'creatinine 1.1 2025-08-19'])
  })

  it('does not give the date of the labs to what the plan recalls', () => {
    expect(said('ONCOLOGY PROGRESS NOTE\nVisit 03/09/2024\nLABS 03/05/2024: ANC 2.1\nA/P: LVEF 52%, continue.')).toEqual([
      'ANC 2.1 2024-03-05',
      'LVEF 52 2024-03-09',
    ])
  })

  it('leaves a relative out', () => {
    expect(said(note('Her son has a glucose of 312 mg/dL.'))).toEqual([])
  })
})

describe('printed tables', () => {
  it.each<[string, string, string]>([
    ['name, value, flag, unit, limits', 'CREATININE         1.10      H      mg/dL       0.50-1.05', 'creatinine 1.1 0.5-1.05'],
    ['no flag', 'ANC                1.9              x10E3/uL    1.8-7.7', 'ANC 1.9 1.8-7.7'],
    ['only an upper limit', 'HEMOGLOBIN A1C     8.1       H      %           <5.7', 'HbA1c 8.1 -5.7'],
    ['limits in brackets', 'Bilirubin total 0.6 mg/dL (ref 0.2-1.2)', 'bilirubin 0.6 0.2-1.2'],
    ['square brackets and another unit', 'Hemoglobin 116 g/L [120-155] L', 'hemoglobin 11.6 12-15.5'],
  ])('%s', (_trap, row, expected) => {
    const values = all(print(row)).map((fact) => fact.value as Lab)
    expect(values.map(({ test, value, low, high }) => `${test} ${value} ${low ?? ''}-${high ?? ''}`)).toEqual([expected])
    expect(values.map(({ date }) => date)).toEqual(['2024-03-04'])
  })

  it('gives each value of a row the date of its column', () => {
    const table =
      'LABORATORY\nTest            01/05/2024   02/06/2024   03/04/2024\nANC             1.3 L        2.0          2.9\nPlatelets       98           120          188'
    expect(said(table).sort()).toEqual(
      [
        'ANC 1.3 2024-01-05',
        'ANC 2 2024-02-06',
        'ANC 2.9 2024-03-04',
        'platelets 98 2024-01-05',
        'platelets 120 2024-02-06',
        'platelets 188 2024-03-04',
      ].sort(),
    )
  })

  it('takes no value from the columns of units and limits', () => {
    const table =
      'LABORATORY\nTest            01/05/2024   02/06/2024   Units   Reference\nCA 27.29        210 H        188 H        U/mL    <38'
    expect(said(table)).toEqual(['CA 27.29 210 2024-01-05', 'CA 27.29 188 2024-02-06'])
  })

  it('puts a value under its own date when a cell is empty', () => {
    const table = 'LABORATORY\nTest            01/05/2024   02/06/2024   03/04/2024\nANC             1.3                       2.9'
    expect(said(table)).toEqual(['ANC 1.3 2024-01-05', 'ANC 2.9 2024-03-04'])
  })

  it('quotes the words literally', () => {
    const text = print('ALBUMIN            4.0              g/dL        3.6-5.1')
    for (const fact of all(text)) for (const one of fact.evidence) expect(text.slice(one.start, one.end)).toBe(one.quote)
  })
})

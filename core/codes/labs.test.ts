import { describe, expect, it } from 'vitest'
import { findLab, LABS, labByLoinc, toStandard, usualLimits } from './labs.ts'

const standard = (name: string, value: number, unit?: string) => {
  const test = findLab(name)
  return test ? [test.name, toStandard(test, value, unit)?.value] : undefined
}

describe('a laboratory value', () => {
  it.each<[string, string, number, string | undefined, [string, number | undefined] | undefined]>([
    ['cells per microlitre', 'ANC', 3400, 'cells/uL', ['ANC', 3.4]],
    ['LOINC display', 'Neutrophils [#/volume] in Blood by Automated count', 2.9, '10*3/uL', ['ANC', 2.9]],
    ['a percentage is no count', 'Neutrophils', 60, '%', ['ANC', undefined]],
    ['no unit, by plausibility', 'ANC', 1500, undefined, ['ANC', 1.5]],
    ['superscript lost', 'Platelets', 150, '109/L', ['platelets', 150]],
    ['superscript kept', 'Platelets', 188, '×10⁹/L', ['platelets', 188]],
    ['thousands in words', 'Absolute Neutrophils', 1.5, 'Thousand/uL', ['ANC', 1.5]],
    ['cubic millimetres', 'WBC', 4600, '/mm3', ['WBC', 4.6]],
    ['grams per litre', 'Hemoglobin', 116, 'g/L', ['hemoglobin', 11.6]],
    ['micromoles', 'Creatinine, Serum', 65.4, 'µmol/L', ['creatinine', 0.74]],
    ['urine is another fluid', 'Creatinine [Mass/volume] in Urine', 80, 'mg/dL', undefined],
    ['abbreviation in brackets', 'SGOT (AST), serum', 58, 'IU/L', ['AST', 58]],
    ['IFCC unit of HbA1c', 'Hemoglobin A1c', 65, 'mmol/mol', ['HbA1c', 8.1]],
    ['HbA1c is not haemoglobin', 'Hgb A1c', 6.1, '%', ['HbA1c', 6.1]],
    ['dotted LOINC part', 'Bilirubin.total [Mass/volume] in Serum or Plasma', 0.7, 'mg/dL', ['bilirubin', 0.7]],
    ['unknown test', 'Favourite colour', 3, undefined, undefined],
    ['unknown unit', 'AST', 58, 'furlongs', ['AST', undefined]],
  ])('%s', (_trap, name, value, unit, expected) => {
    expect(standard(name, value, unit)).toEqual(expected)
  })

  it('has limits that differ by sex where laboratories do', () => {
    const hemoglobin = findLab('Hb')
    expect(hemoglobin && usualLimits(hemoglobin, 'male').low).toBe(13)
    expect(hemoglobin && usualLimits(hemoglobin, 'female').low).toBe(12)
  })

  it('is known by its LOINC code', () => {
    expect(labByLoinc('718-7')?.name).toBe('hemoglobin')
  })

  it('has a name that finds itself, for every test', () => {
    for (const test of LABS) expect(findLab(test.name)?.name).toBe(test.name)
  })
})

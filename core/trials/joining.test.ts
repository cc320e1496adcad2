import { describe, expect, it } from 'vitest'
import { criteriaOfText } from './criteria-of-text.ts'

/** The points of the first list below a heading, `|` behind one whose next is another way, and how the whole is joined. */
function drawn(...lines: string[]): string {
  const pieces = criteriaOfText(['Inclusion Criteria:', ...lines].join('\n'))
  const lead = pieces.find(({ index }) => pieces.some(({ parent }) => parent === index) && index > 0)
  const points = pieces.filter(({ parent, header }) => parent === lead?.index && !header)
  return `${lead?.joins ?? 'unsaid'}: ${points.map(({ text, orElse }) => `${text.replace(/^\W+|[\s,;]+(?:or|and)?$/gi, '')}${orElse ? '|' : ''}`).join(' ')}`
}

describe('how a list is joined by what stands between its points', () => {
  it.each<[trap: string, lines: string[], drawn: string]>([
    ['"or" between all of them', ['* Menopause:', '  * Age 60 or', '  * Ovaries removed'], 'any: Age 60| Ovaries removed'],
    [
      '"or" before the last',
      ['* Menopause:', '  * Age 60', '  * No menses, or', '  * Ovaries removed'],
      'any: Age 60 No menses| Ovaries removed',
    ],
    [
      '"or" before the last of blood values joins those two',
      ['* Organ function as follows:', '  * Hemoglobin ≥ 9 g/dL', '  * Creatinine ≤ 1.5 × ULN, or', '  * Clearance ≥ 50 mL/min'],
      'all: Hemoglobin ≥ 9 g/dL Creatinine ≤ 1.5 × ULN| Clearance ≥ 50 mL/min',
    ],
    [
      '"or" in the middle joins two of them',
      ['* Eligible when all of the following apply:', '  * Consent', '  * Four cycles, or', '  * Progression', '  * ECOG of 1'],
      'all: Consent Four cycles| Progression ECOG of 1',
    ],
    [
      '"OR" on a line of its own',
      [
        '* Organ function as defined below:',
        '  * Hemoglobin > 9',
        '  * Creatinine < 1.5 × ULN',
        '  * OR',
        '  * Clearance > 60',
        '  * Albumin > 3',
      ],
      'all: Hemoglobin > 9 Creatinine < 1.5 × ULN| Clearance > 60 Albumin > 3',
    ],
    [
      '"or" at the end of what is listed under a point',
      ['* Patients must have:', '  * A lesion that can be measured', '    * 20 mm by old ways, or', '  * Bone disease'],
      'any: A lesion that can be measured| Bone disease',
    ],
    [
      'announced in the middle of a piece',
      ['* Advanced disease. At least one of the following criteria must be met. Sites may close.', '  * Crisis', '  * Symptoms'],
      'any: Crisis Symptoms',
    ],
    [
      'examples in the announcement announce nothing',
      ['* Organ function meets the following (no support, such as transfusion):', '  * Hemoglobin ≥ 9', '  * Platelets ≥ 100'],
      'all: Hemoglobin ≥ 9 Platelets ≥ 100',
    ],
  ])('%s', (_trap, lines, expected) => expect(drawn(...lines)).toBe(expected))
})

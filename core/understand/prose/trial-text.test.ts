import { describe, expect, it } from 'vitest'
import { understand } from '../understand.ts'
import { aDocument } from './a-reading.ts'
import { isTrialText } from './trial-text.ts'

const FLYER = `A Study of Drug X in Advanced Breast Cancer
ClinicalTrials.gov ID NCT09999991
Study Type: Interventional

Inclusion Criteria:
* Participants must have a germline BRCA1 mutation
* Prior paclitaxel for metastatic disease
Exclusion Criteria:
* HIV infection, active hepatitis B
* Myocardial infarction within 6 months`

const LETTER = `St Elsewhere Hospital
Patient Name: Lund, Berta   DOB: 03/04/1970   MRN: 445566

We talked about a study. Inclusion criteria:
- germline BRCA1 mutation
Exclusion criteria:
- HIV infection
Participants must sign. Patients who wish may call. Subjects must be adults.
Her own tumor is ER positive 90%, PR negative, HER2 negative.`

describe('the description of a trial among the records', () => {
  it('is known by its two lists and its registry words', () => expect(isTrialText(aDocument(FLYER))).toBe(true))
  it('gives no fact of the person', () => expect(understand(aDocument(FLYER))).toEqual([]))
  it('is not a letter to a person that quotes the lists', () => expect(isTrialText(aDocument(LETTER))).toBe(false))
  it('is not a note that says she meets inclusion criteria', () =>
    expect(isTrialText(aDocument('She meets all inclusion criteria of NCT09999991; no exclusion criteria. Participants must sign.'))).toBe(
      false,
    ))
})

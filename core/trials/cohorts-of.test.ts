import { describe, expect, it } from 'vitest'
import { cohortsOf } from './cohorts-of.ts'
import { criteriaOfText } from './criteria-of-text.ts'

/** For each cohort the criteria that hold for it, without headings. */
const drawn = (text: string) => {
  const criteria = criteriaOfText(text)
  return Object.fromEntries(
    cohortsOf(criteria).map(({ name, pieces }) => [
      name,
      pieces.flatMap((index) => (criteria[index]?.header ? [] : (criteria[index]?.text.replace(/^\W+/, '') ?? []))),
    ]),
  )
}

describe('the cohorts of a trial', () => {
  it('are none where none is named', () => {
    expect(drawn('* Age 18\n* ECOG 0')).toEqual({})
  })
  it('have what holds for everybody and their own', () => {
    expect(drawn('* Age 18\n\nCohort A:\n* HER2-low\n\nCohort B:\n* TNBC')).toEqual({
      'Cohort A': ['Age 18', 'HER2-low'],
      'Cohort B': ['Age 18', 'TNBC'],
    })
  })
  it.each([
    ['Part A and B', ['Part A', 'Part B']],
    ['Parts A, B and C', ['Part A', 'Part B', 'Part C']],
    ['Cohorts 2-4', ['Cohort 2', 'Cohort 3', 'Cohort 4']],
    ['Phase 1b and Phase 2', ['Phase 1b', 'Phase 2']],
  ])('are told apart in "%s"', (name, singles) => {
    expect(Object.keys(drawn(`* ${name}: measurable disease`))).toEqual(singles)
  })
  it('share what is said for several of them', () => {
    expect(drawn('* Cohort 1: ER-positive\n* Cohort 2: TNBC\n* Cohort 3: HER2-positive\n* Biopsy (Cohort 1 and Cohort 2 only)')).toEqual({
      'Cohort 1': ['Cohort 1: ER-positive', 'Biopsy (Cohort 1 and Cohort 2 only)'],
      'Cohort 2': ['Cohort 2: TNBC', 'Biopsy (Cohort 1 and Cohort 2 only)'],
      'Cohort 3': ['Cohort 3: HER2-positive'],
    })
  })
  it('listed under a part have what is said for the part, which is then none of its own', () => {
    const text = 'Part A:\n* Any solid tumour\n\nPart B:\n* Measurable disease\n* Cohort B1: breast\n* Cohort B2: pancreas'
    expect(drawn(text)).toEqual({
      'Part A': ['Any solid tumour'],
      'Cohort B1': ['Measurable disease', 'Cohort B1: breast'],
      'Cohort B2': ['Measurable disease', 'Cohort B2: pancreas'],
    })
  })
})

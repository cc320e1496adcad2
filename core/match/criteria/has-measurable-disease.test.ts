import { describe, expect, it } from 'vitest'
import { expectVerdict, type Somebody, verdictFor } from '../a-patient.ts'

describe('has-measurable-disease', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    [
      'said without the word',
      'ada',
      'inclusion',
      'At least one lesion that could have been accurately measured in at least one dimension',
      'pass',
    ],
    ['by RECIST', 'ada', 'inclusion', 'Measurable disease per RECIST version 1.1', 'pass'],
    ['none', 'cleo', 'inclusion', 'At least one measurable lesion', 'fail'],
    ['either', 'dan', 'inclusion', 'Measurable or evaluable disease', 'pass'],
    ['either with non-measurable', 'dan', 'inclusion', 'Measurable or non-measurable disease', 'pass'],
    ['non-measurable only', 'ada', 'inclusion', 'Non-measurable disease only', 'fail'],
    ['evaluable', 'dan', 'inclusion', 'Evaluable disease', 'pass'],
    ['with definition', 'ada', 'inclusion', 'Measurable disease, defined as at least one lesion ≥ 10 mm on CT scan', 'pass'],
    ['nothing known', 'eve', 'inclusion', 'Measurable disease', 'unknown'],
    ['bone alone is not measurable', 'dan', 'inclusion', 'Must have measurable disease', 'fail'],
    ['excluded', 'ada', 'exclusion', 'Measurable disease', 'fail'],
    ['presence', 'bea', 'inclusion', 'Presence of measurable disease as determined by the investigator', 'pass'],
    ['not required', 'dan', 'inclusion', 'Measurable disease is not required', 'pass'],
    ['a remark on what cannot be measured', 'bea', 'inclusion', 'Measurable disease. Blastic bone lesions are non-measurable.', 'pass'],
    ['or evaluable disease of bone only', 'ada', 'inclusion', 'Measurable disease, or evaluable bone-only disease', 'pass'],
    [
      'or non-measurable disease of bone only',
      'dan',
      'inclusion',
      'Measurable disease evaluable per RECIST v1.1 or non-measurable bone-only disease',
      'pass',
    ],
    ['even if it is not measurable', 'ada', 'inclusion', 'Evaluable disease, even if lesions are non-measurable', 'pass'],
    [
      'not irradiated before',
      'ada',
      'inclusion',
      'At least one measurable lesion per RECIST v1.1 that has not been previously irradiated',
      'pass',
    ],
    ['only in one organ among others', 'ada', 'exclusion', 'Measurable sites of disease only in the liver.', 'unknown'],
    ['only in an organ that is free', 'bea', 'exclusion', 'Measurable disease only in the liver', 'pass'],
    ['other lesions in its absence', 'ada', 'inclusion', 'In the absence of measurable disease, disease that scans can follow', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))

  it('does not say that people with measurable disease are kept out where evaluable disease is another way in', () => {
    const words = 'At least one measurable lesion. Patients without measurable but evaluable disease are allowed'
    const { label, because } = verdictFor('dan', 'inclusion', words)
    expect(label).not.toBe('fail')
    expect(because).not.toContain('keeps out')
  })
})

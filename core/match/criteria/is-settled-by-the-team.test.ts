import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('is-settled-by-the-team', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['a committee', 'ada', 'inclusion', 'Board recommendation', 'team'],
    ['a doctor', 'ada', 'exclusion', 'Referred by another physician', 'team'],
    ['agreeing', 'ada', 'inclusion', 'Agreement of the spouse', 'team'],
    ['in the way of the study', 'ada', 'exclusion', 'Interference with the interpretation of outcomes', 'team'],
    ['safety', 'ada', 'exclusion', 'Unsafe in the judgement of the cardiologist', 'team'],
    ['language', 'ada', 'inclusion', 'Speaks Japanese', 'team'],
    ['relatives', 'ada', 'exclusion', 'Family members of the staff', 'team'],
    ['benefit', 'ada', 'inclusion', 'Likely to benefit', 'team'],
    ['nobody knows more', 'eve', 'inclusion', 'Agreement of the caregiver', 'team'],
    ['after a no', 'ada', 'inclusion', 'No legal guardian', 'team'],
    ['written down', 'ada', 'inclusion', 'Diary completed', 'team'],
    ['seen by', 'ada', 'inclusion', 'Discussed with the multidisciplinary team', 'team'],
    ['two of them', 'ada', 'inclusion', 'Willing spouse or partner', 'team'],
    ['the hospital', 'ada', 'inclusion', 'Treated at the university hospital', 'team'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

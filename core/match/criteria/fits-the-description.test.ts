import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('fits-the-description', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['by its cause', 'fay', 'exclusion', 'Hypertension attributed to a tumour of the adrenal gland', 'unknown'],
    ['after an event', 'fay', 'exclusion', 'Depression immediately following hospitalization', 'unknown'],
    ['of whom', 'ada', 'exclusion', 'Depression in a family member', 'pass'],
    ['one of a kind', 'fay', 'exclusion', 'Resistant hypertension', 'unknown'],
    ['as it was found', 'fay', 'exclusion', 'Neuropathy detected by a specialist', 'unknown'],
    ['of the eye', 'ada', 'exclusion', 'Corneal neuropathy', 'pass'],
    ['of a drug', 'bea', 'exclusion', 'Neuropathy attributed to platinum', 'pass'],
    ['of one side', 'ada', 'exclusion', 'Contralateral breast cancer', 'pass'],
    ['known, and of which kind is asked', 'fay', 'exclusion', 'Familial hypertension', 'unknown'],
    ['a way of taking', 'fay', 'exclusion', 'Intranasal apixaban', 'unknown'],
    ['a drug by its use', 'ada', 'exclusion', 'Prophylactic pembrolizumab', 'pass'],
    ['sort of pneumonia', 'ada', 'exclusion', 'Interstitial pneumonia with extensive consolidation', 'pass'],
    ['depression', 'fay', 'exclusion', 'Depression with recent hospitalization', 'unknown'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

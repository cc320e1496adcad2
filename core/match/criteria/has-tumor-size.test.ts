import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-tumor-size', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['no size on record', 'ada', 'inclusion', 'Primary tumor at least 2 cm in size', 'unknown'],
    ['a size of a brain lesion is another matter', 'ada', 'exclusion', 'Brain lesions larger than 2 cm', 'pass'],
    ['a range with one unit', 'eve', 'inclusion', 'Breast tumor measuring 2 to 5 cm', 'unknown'],
    ['millimetres', 'eve', 'inclusion', 'Invasive tumor ≥ 15 mm by ultrasound', 'unknown'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('is-allergic-to-the-study-drug', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['a named drug', 'fay', 'exclusion', 'Known hypersensitivity to paclitaxel or any of its excipients', 'fail'],
    [
      'another drug',
      'fay',
      'exclusion',
      'History of allergic reactions attributed to compounds of similar composition to carboplatin',
      'pass',
    ],
    ['no list', 'eve', 'exclusion', 'Known allergy to study drug components', 'unknown'],
    ['a list that names none', 'ada', 'exclusion', 'Known hypersensitivity to the study drugs', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

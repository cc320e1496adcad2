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
    ['a syllable is no allergy', 'fay', 'exclusion', 'Immediate hypersensitivity to iodinated contrast media', 'pass'],
    ['drug of a class', 'fay', 'exclusion', 'Known hypersensitivity to paclitaxel or other taxanes', 'fail'],
    ['another drug', 'fay', 'exclusion', 'History of severe allergic reaction to trastuzumab', 'pass'],
    ['nobody knows', 'eve', 'exclusion', 'Known allergy to carboplatin', 'unknown'],
    ['food', 'fay', 'exclusion', 'Allergy to soy or peanuts', 'pass'],
    ['contraindication', 'fay', 'exclusion', 'Contraindication to gadolinium contrast', 'pass'],
    ['asked for', 'fay', 'inclusion', 'No known hypersensitivity to docetaxel', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

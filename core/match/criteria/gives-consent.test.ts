import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('gives-consent', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['consent', 'ada', 'inclusion', 'Signed written informed consent', 'team'],
    ['only the time', 'ada', 'inclusion', 'Aged ≥ 18 years at the time of signing informed consent', 'pass'],
    ['adults can', 'ada', 'inclusion', 'Adults ≥ 18 years old, able to provide informed consent', 'pass'],
    ['with ability, beside age', 'ada', 'inclusion', 'Age 18 years or greater with ability to provide written informed consent', 'pass'],
    [
      'willing is for the team',
      'ada',
      'inclusion',
      'Ability to understand and willingness to sign a written informed consent document',
      'team',
    ],
    ['must be signed', 'ada', 'inclusion', 'Written informed consent must be obtained before any study procedure', 'team'],
    ['unable', 'ada', 'exclusion', 'Unable to give informed consent', 'team'],
    ['age unknown', 'eve', 'inclusion', 'Adults able to provide informed consent, aged 18 years or older', 'unknown'],
    ['HIPAA', 'ada', 'inclusion', 'Signed HIPAA authorization', 'team'],
    ['understand', 'ada', 'inclusion', 'Able to understand the study procedures', 'team'],
    ['consent alone', 'eve', 'inclusion', 'Informed consent', 'team'],
    ['provision', 'ada', 'inclusion', 'Provision of signed and dated informed consent form', 'team'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

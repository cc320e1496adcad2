import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-bone-only-disease', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['only', 'dan', 'exclusion', 'Bone-only disease', 'fail'],
    ['with liver', 'ada', 'exclusion', 'Bone only metastases', 'pass'],
    ['limited to', 'dan', 'exclusion', 'Disease limited to bone', 'fail'],
    ['allowed', 'dan', 'inclusion', 'Patients with bone-only disease are eligible', 'pass'],
    ['no such', 'ada', 'inclusion', 'No bone-only disease', 'pass'],
    ['no such, for one who has', 'dan', 'inclusion', 'No bone-only disease', 'fail'],
    ['measurable or bone only', 'dan', 'inclusion', 'Measurable disease or bone-only disease', 'pass'],
    ['blastic is a question', 'dan', 'exclusion', 'Bone-only disease that is only blastic', 'unknown'],
    ['metastases confined', 'ada', 'exclusion', 'Metastases confined to bone', 'pass'],
    ['not eligible', 'dan', 'inclusion', 'Patients with bone-only disease are not eligible', 'fail'],
    ['early', 'cleo', 'exclusion', 'Bone-only disease', 'pass'],
    ['in brackets', 'ada', 'exclusion', 'Non-measurable (bone-only) disease', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

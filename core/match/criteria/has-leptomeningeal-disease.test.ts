import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-leptomeningeal-disease', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['ruled out', 'ada', 'exclusion', 'Leptomeningeal disease', 'pass'],
    ['carcinomatous meningitis', 'ada', 'exclusion', 'Carcinomatous meningitis', 'pass'],
    ['in a list', 'ada', 'exclusion', 'Brain metastases or leptomeningeal metastases', 'pass'],
    ['not listed', 'bea', 'exclusion', 'Leptomeningeal carcinomatosis', 'pass'],
    ['nothing known', 'eve', 'exclusion', 'Leptomeningeal disease', 'unknown'],
    ['none may be', 'ada', 'inclusion', 'No leptomeningeal disease', 'pass'],
    ['not eligible', 'ada', 'inclusion', 'Patients with leptomeningeal disease are excluded', 'pass'],
    ['history', 'bea', 'exclusion', 'History of leptomeningeal metastases', 'pass'],
    ['known', 'ada', 'exclusion', 'Known leptomeningeal involvement', 'pass'],
    ['required', 'ada', 'inclusion', 'Leptomeningeal disease', 'fail'],
    ['with evidence', 'ada', 'exclusion', 'Leptomeningeal disease as evidenced by CSF cytology', 'pass'],
    ['spread', 'bea', 'exclusion', 'Symptomatic leptomeningeal spread', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

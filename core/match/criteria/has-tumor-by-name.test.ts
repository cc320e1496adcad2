import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-tumor-by-name', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['a place nobody lists', 'ada', 'exclusion', 'Cardiac metastases', 'pass'],
    ['metastases without a place', 'ada', 'exclusion', 'Oligometastases', 'unknown'],
    ['no sites known', 'eve', 'exclusion', 'Cardiac metastases', 'unknown'],
    ['another tumour', 'ada', 'exclusion', 'Uterine carcinosarcoma', 'pass'],
    ['how the tumour looks', 'ada', 'exclusion', 'Sarcomatoid differentiation', 'unknown'],
    ['a grade', 'ada', 'exclusion', 'Intermediate differentiated subtypes', 'unknown'],
    ['the part of a tumour', 'ada', 'exclusion', 'Squamous component', 'unknown'],
    ['nothing known', 'eve', 'exclusion', 'Uterine carcinosarcoma', 'unknown'],
    ['not required', 'ada', 'inclusion', 'Plasmacytoma', 'unknown'],
    ['after a no', 'ada', 'inclusion', 'No plasmacytoma', 'pass'],
    ['elsewhere in the eye', 'ada', 'exclusion', 'Retinal metastases', 'pass'],
    ['a stage of it', 'ada', 'exclusion', 'Microinvasive foci', 'unknown'],
    ['of the spleen', 'dan', 'exclusion', 'Splenic metastasis', 'pass'],
    ['a nerve', 'ada', 'exclusion', 'Neuroblastoma of a nerve', 'pass'],
    ['of the bone marrow, near the bone', 'dan', 'exclusion', 'Marrow metastases', 'unknown'],
    ['a lung', 'ada', 'exclusion', 'Pulmonary blastoma', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from './a-patient.ts'

type Row = [trap: string, who: Somebody, section: 'inclusion' | 'exclusion', text: string, label: 'pass' | 'fail' | 'unknown' | 'team']

/** ada: chemotherapy after surgery, two endocrine lines since; bone and liver. bea: HER2-positive, treated brain metastases. */
describe('words around what was read that make less, or more, of it', () => {
  it.each<Row>([
    ['only there', 'bea', 'exclusion', 'Central nervous system metastases only', 'unknown'],
    ['there', 'bea', 'exclusion', 'Central nervous system metastases', 'fail'],
    ['enrolled in a study of it', 'ada', 'exclusion', 'Earlier enrolment in a study containing palbociclib', 'unknown'],
    ['given', 'ada', 'exclusion', 'Earlier treatment with palbociclib', 'fail'],
    ['still to come', 'ada', 'exclusion', 'Plans for adjuvant chemotherapy', 'unknown'],
    ['still to come, as a requirement', 'ada', 'inclusion', 'Planned to receive carboplatin', 'unknown'],
    ['starting with the trial', 'ada', 'inclusion', 'Must start everolimus plus exemestane on Cycle 1 Day 1', 'unknown'],
    ['a past that must be', 'ada', 'inclusion', 'Must have received prior carboplatin', 'fail'],
    ['a time that is not read', 'ada', 'exclusion', 'Has undergone breast surgery within the previous year', 'unknown'],
    ['a medicine for the illness', 'fay', 'exclusion', 'Hospitalized for hypertension', 'unknown'],
    ['for another cancer', 'ada', 'exclusion', 'Prior chemotherapy or docetaxel for the treatment of prostate cancer', 'unknown'],
    ['of one group', 'ada', 'inclusion', 'Must have received prior carboplatin (for the combination arm only)', 'unknown'],
    ['a score for some ages', 'ada', 'inclusion', 'A risk score above 2 for women age 20-29 years', 'unknown'],
    [
      'a shared setting at the end',
      'ada',
      'exclusion',
      'Prior chemotherapy, biologic therapy or anti-ErbB1 therapy for metastatic disease',
      'pass',
    ],
    ['another one, some years ago', 'ada', 'exclusion', 'Any stage II, III or IV cancer within 5 years before enrolment', 'unknown'],
    ['concurrent, as a requirement', 'ada', 'inclusion', 'Concurrent administration of any other anti-cancer therapy', 'unknown'],
    ['examples of a class', 'bea', 'exclusion', 'Earlier ROR1-targeted therapy (e.g. cell therapy or monoclonal antibody)', 'pass'],
    ['ways to tell the menopause', 'ada', 'inclusion', 'Under 55 years of age with a prior hysterectomy and FSH in the range', 'unknown'],
    ['a count without a bound', 'ada', 'inclusion', '3 lines of cytotoxic chemotherapy for ABC', 'unknown'],
    ['a count with a bound', 'ada', 'inclusion', 'At least 3 lines of cytotoxic chemotherapy for ABC', 'fail'],
    ['people of a group', 'ada', 'inclusion', 'Doublet cohort participants with HER2-positive disease', 'unknown'],
    ['a condition that heads its definition', 'fay', 'exclusion', 'Presence of hypertension, as defined by:', 'unknown'],
    ['for some only', 'ada', 'inclusion', 'For taxane-naive patients, no prior chemotherapy', 'unknown'],
    ['a permission', 'ada', 'inclusion', 'Concurrent trastuzumab allowed', 'pass'],
    ['a heading', 'ada', 'inclusion', 'Trastuzumab:', 'unknown'],
    ['lately treated as a requirement', 'ada', 'inclusion', 'Any chemotherapy or radiotherapy within 2 weeks', 'unknown'],
    ['bulky visceral spread', 'ada', 'exclusion', 'Extensive visceral disease', 'unknown'],
    ['visceral spread', 'ada', 'exclusion', 'Visceral disease', 'fail'],
    ['a primary that cannot be removed', 'ada', 'exclusion', 'Patients with unresectable primary tumor', 'unknown'],
    [
      'the stage that a treatment is for',
      'ada',
      'exclusion',
      'Another interventional trial with an agent not considered to be standard for the treatment of stage I-III breast cancer',
      'unknown',
    ],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from './a-patient.ts'

type Row = [trap: string, who: Somebody, section: 'inclusion' | 'exclusion', text: string, label: 'pass' | 'fail' | 'unknown' | 'team']

/** ada: palbociclib and letrozole for metastatic disease, then fulvestrant. bea: before menopause, without ovarian suppression. */
describe('the latest treatment', () => {
  it.each<Row>([
    ['it was', 'ada', 'inclusion', 'Fulvestrant must be the last treatment received before enrolment', 'pass'],
    ['it was an earlier one', 'ada', 'inclusion', 'Treatment with a CDK4/6 inhibitor must have been the most recent treatment', 'fail'],
    [
      'the partner in short',
      'ada',
      'inclusion',
      'Treatment with CDK 4/6 inhibitor and AI must have been the most recent treatment prior to registration for this study',
      'fail',
    ],
    ['named first', 'ada', 'inclusion', 'The most recent therapy must have included palbociclib', 'fail'],
    ['named first, and it was', 'ada', 'inclusion', 'The last regimen was fulvestrant', 'pass'],
    ['as the last', 'ada', 'inclusion', 'Prior CDK4/6 inhibitor as the most recent therapy', 'fail'],
    ['never given', 'ada', 'inclusion', 'Olaparib must have been the last therapy', 'fail'],
    ['nothing known', 'eve', 'inclusion', 'Fulvestrant must have been the last therapy', 'unknown'],
    ['among what keeps out', 'ada', 'exclusion', 'Fulvestrant as the most recent treatment', 'fail'],
    ['among what keeps out, an earlier one', 'ada', 'exclusion', 'Palbociclib as the most recent treatment', 'pass'],
    ['ever is not last', 'ada', 'inclusion', 'Prior treatment with a CDK4/6 inhibitor', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

describe('what nothing bears out lets nobody in', () => {
  it.each<Row>([
    ['either side of menopause', 'bea', 'inclusion', 'Pre- or postmenopausal women', 'pass'],
    ['suppression that is not given', 'bea', 'inclusion', 'Postmenopausal or premenopausal with ovarian function suppression', 'team'],
    ['suppression that nobody needs', 'ada', 'inclusion', 'Postmenopausal or premenopausal with ovarian function suppression', 'pass'],
    ['any form of a drug', 'ada', 'exclusion', 'Prior anthracyclines as a free form or as other formulations', 'fail'],
    [
      'any form of a drug, not given',
      'ada',
      'exclusion',
      'Prior topoisomerase I inhibitors as a free form or in other formulations',
      'pass',
    ],
    ['a conjugate that carries it', 'bea', 'exclusion', 'Prior topoisomerase 1 inhibitors in any form', 'fail'],
    ['in any formulation', 'ada', 'exclusion', 'Prior paclitaxel in any formulation', 'fail'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

describe('a verdict of the investigator beside a treatment', () => {
  const text =
    'Patients who have received endocrine therapy for metastatic disease or are considered by the investigator to be candidates for chemotherapy are excluded'
  it.each<Row>([
    ['what was given decides', 'ada', 'exclusion', text, 'fail'],
    ['what was not given leaves it to them', 'ada', 'exclusion', text.replace('endocrine therapy', 'immunotherapy'), 'team'],
    ['deemed', 'ada', 'exclusion', 'Received fulvestrant as treatment or deemed by the treating physician unsuitable for surgery', 'fail'],
    [
      'the illness is theirs to weigh',
      'ada',
      'exclusion',
      'Any other disease or condition considered by the investigator to make taking part unsafe',
      'team',
    ],
    [
      'a treatment they consider',
      'ada',
      'exclusion',
      'Any condition or therapy judged by the investigator to interfere with the study',
      'team',
    ],
    ['candidates only', 'ada', 'inclusion', 'Appropriate candidates for endocrine therapy', 'team'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

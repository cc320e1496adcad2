import { describe, expect, it } from 'vitest'
import { aCriterion, aPatient, aTrial, expectVerdict, type Somebody, verdictFor } from './a-patient.ts'
import { compileCriterion } from './compile-criterion.ts'
import { verdictOf } from './judge.ts'

type Row = [string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']

describe('joining and denying', () => {
  it.each<Row>([
    ['"or" needs one', 'ada', 'inclusion', 'ER-positive or HER2-positive breast cancer', 'pass'],
    ['"and" needs both', 'ada', 'inclusion', 'ER-positive and HER2-positive breast cancer', 'fail'],
    ['a denied list denies each', 'bea', 'inclusion', 'No leptomeningeal disease, brain metastases or visceral crisis', 'fail'],
    ['a denied list, none of it', 'ada', 'inclusion', 'No brain metastases or leptomeningeal disease', 'pass'],
    ['a list of exclusions keeps out by any', 'bea', 'exclusion', 'Bone-only disease, brain metastases', 'fail'],
    ['traits joined by "and" among exclusions are both meant', 'bea', 'exclusion', 'HER2-positive disease and bone-only disease', 'pass'],
    ['double denial', 'ada', 'exclusion', 'Patients who have not received a CDK4/6 inhibitor', 'pass'],
    ['double denial, for one who has not', 'bea', 'exclusion', 'Patients without prior endocrine therapy', 'fail'],
    ['neither … nor', 'ada', 'inclusion', 'Neither brain metastases nor leptomeningeal disease', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

describe('exceptions', () => {
  it.each<Row>([
    ['unless', 'bea', 'exclusion', 'Brain metastases, unless treated and stable', 'pass'],
    ['with the exception of', 'cleo', 'exclusion', 'Prior chemotherapy with the exception of carboplatin, paclitaxel', 'pass'],
    ['the exception does not hold', 'ada', 'exclusion', 'Prior chemotherapy other than paclitaxel', 'fail'],
    ['an exception of an inclusion widens it', 'dan', 'inclusion', 'Measurable disease, except patients with bone-only disease', 'pass'],
    [
      'a permission in brackets',
      'ada',
      'exclusion',
      'Prior chemotherapy for metastatic disease (adjuvant chemotherapy is allowed)',
      'pass',
    ],
    [
      'a permission in the next sentence',
      'bea',
      'exclusion',
      'Brain metastases. Patients with stable brain metastases are eligible.',
      'pass',
    ],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

describe('who is asked', () => {
  it.each<Row>([
    ['if it does not apply', 'bea', 'inclusion', 'If ER-positive, progression on endocrine therapy', 'pass'],
    ['if it applies', 'ada', 'inclusion', 'If ER-positive, progression on endocrine therapy', 'pass'],
    ['for patients with', 'ada', 'inclusion', 'Patients with HER2-positive disease must have received trastuzumab', 'pass'],
    ['for patients with, who have', 'bea', 'inclusion', 'Patients with HER2-positive disease must have received tucatinib', 'fail'],
    ['men', 'ada', 'inclusion', 'Male participants must have received tamoxifen', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

/** Traps of polarity met in real registries, each in words of our own. */
describe('polarity', () => {
  it.each<Row>([
    ['an exclusion stands in the inclusion section', 'bea', 'inclusion', 'HER2-positive patients are excluded', 'fail'],
    [
      'several sentences, the third excludes',
      'bea',
      'inclusion',
      'Metastatic breast cancer. Age 18 years or older. HER2-positive tumors are not eligible.',
      'fail',
    ],
    ['one sentence takes and excludes', 'ada', 'inclusion', 'Metastatic breast cancer, but not HER2-positive', 'pass'],
    ['one sentence takes and excludes, for the excluded', 'bea', 'inclusion', 'Metastatic breast cancer, but not HER2-positive', 'fail'],
    ['a test mandate has no direction', 'bea', 'inclusion', 'Known ESR1 mutation status is not required', 'pass'],
    ['any status is no gate', 'ada', 'inclusion', 'Metastatic breast cancer irrespective of HER2-positive or negative status', 'pass'],
    [
      'cannot be operated on is a state of disease that admits',
      'ada',
      'inclusion',
      'Breast cancer that is unresectable or not amenable to curative surgery',
      'pass',
    ],
    [
      'what follows "that is" is asked',
      'bea',
      'inclusion',
      'Metastatic breast cancer that is hormone receptor positive and HER2-negative',
      'fail',
    ],
    ['ineligible for resection admits', 'ada', 'inclusion', 'Metastatic breast cancer, ineligible for curative resection', 'pass'],
    ['must not be is a requirement', 'bea', 'inclusion', 'Must not have brain metastases', 'fail'],
    ['must not have received is a requirement', 'ada', 'inclusion', 'Must not have received capecitabine', 'pass'],
    [
      'wild type eligible and mutant ineligible point the same way',
      'ada',
      'inclusion',
      'PIK3CA wild-type. Patients with PIK3CA mutation are not eligible.',
      'fail',
    ],
    ['an admitting carve-out between exclusions', 'bea', 'exclusion', 'Brain metastases. Stable brain metastases are allowed.', 'pass'],
    [
      'an excluding sentence between admitting ones',
      'bea',
      'inclusion',
      'Metastatic breast cancer. HER2-positive disease is not allowed. Prior chemotherapy is allowed.',
      'fail',
    ],
    ['prior exposure allowed but not required', 'bea', 'inclusion', 'Prior CDK4/6 inhibitor is allowed but not required', 'pass'],
    ['up to some lines is a limit', 'bea', 'inclusion', 'May have received up to two prior lines for metastatic disease', 'fail'],
    ['any number of lines', 'bea', 'inclusion', 'Any number of prior regimens is permitted', 'pass'],
    [
      'a marker only inside a condition on treatment',
      'ada',
      'inclusion',
      'Patients with HER2-positive disease must have received trastuzumab',
      'pass',
    ],
    ['prohibited', 'ada', 'inclusion', 'Prior fulvestrant is prohibited', 'fail'],
    ['absence of', 'ada', 'inclusion', 'Absence of brain metastases', 'pass'],
    ['free of', 'bea', 'inclusion', 'Free of brain metastases', 'fail'],
    ['may enroll', 'dan', 'inclusion', 'Men may enroll', 'pass'],
    ['excluded unless', 'bea', 'inclusion', 'Patients with brain metastases are excluded unless treated and stable', 'pass'],
    [
      'a requirement inside the exclusion section',
      'ada',
      'exclusion',
      'Patients with HER2-positive disease must have received trastuzumab',
      'pass',
    ],
    [
      'a reason is no criterion',
      'ada',
      'inclusion',
      'Because no data are available in children, children are excluded from this trial',
      'pass',
    ],
    [
      'a note permits',
      'ada',
      'exclusion',
      'Prior CDK4/6 inhibitor in the adjuvant setting. Note: prior CDK4/6 inhibitor for metastatic disease is allowed.',
      'pass',
    ],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

describe('what is not understood', () => {
  it('is said, and keeps nobody out', () => {
    const verdict = verdictFor('ada', 'inclusion', 'Zorblax titre above the flumm threshold')
    expect(verdict).toMatchObject({ label: 'unknown', unknown: 'not-understood' })
    expect(verdict.because).toContain('zorblax')
  })

  it('leaves a fail a fail when "and" joins it', () =>
    expectVerdict('bea', 'inclusion', 'HER2-negative disease and zorblax syndrome of the flumm type', 'fail'))
  it('leaves a pass a pass when "or" joins it', () =>
    expectVerdict('bea', 'inclusion', 'HER2-positive disease or zorblax flumm gnarf syndrome', 'pass'))
  it('lets no exclusion hold by half of its words', () =>
    expectVerdict('bea', 'exclusion', 'Brain metastases with zorblax flumm gnarf', 'unknown'))

  it('looks up a point of a list of exclusions in a full history, and says so', () => {
    const verdict = verdictFor('ada', 'exclusion', 'Visceral crisis, zorblax syndrome')
    expect(verdict.label).toBe('pass')
    expect(verdictFor('eve', 'exclusion', 'Visceral crisis, zorblax syndrome').label).toBe('unknown')
  })
})

describe('what cannot be meant', () => {
  it.each<Row>([
    ['an illness is not required', 'ada', 'inclusion', 'Participants with type 2 diabetes and a glucose that is controlled', 'pass'],
    ['nor a medicine', 'bea', 'inclusion', 'Corticosteroids at a stable dose for 2 weeks', 'pass'],
    ['the disease of the trial keeps nobody out', 'ada', 'exclusion', 'Breast cancer', 'unknown'],
    ['what should not be done is denied behind it', 'ada', 'inclusion', 'Capecitabine must not be given', 'pass'],
    ['a list of cancers needs one', 'ada', 'inclusion', 'Advanced ovarian, breast, prostate or pancreatic cancer', 'pass'],
    ['a list of other cancers', 'ada', 'inclusion', 'Metastatic lung cancer, colorectal cancer or melanoma', 'fail'],
    [
      'a treatment that a person cannot take is no exclusion',
      'ada',
      'inclusion',
      'Metastatic breast cancer; surgery is contraindicated',
      'pass',
    ],
    ['those other than', 'ada', 'inclusion', 'Participants with breast cancer other than HER2-low must have ESR1 mutation', 'pass'],
    ['few words beside a requirement are shown', 'ada', 'inclusion', 'HER2-low disease by the most recently analyzed sample', 'pass'],
    ['those named before a colon', 'ada', 'inclusion', 'For premenopausal women: HER2-positive disease', 'pass'],
    ['"no" among exclusions', 'ada', 'exclusion', 'No prior immunotherapy', 'pass'],
    ['"no" among exclusions, for one who had it', 'cleo', 'exclusion', 'No prior immunotherapy', 'fail'],
    ['not to be excluded', 'cleo', 'exclusion', 'Prior capecitabine. Patients who had immunotherapy should not be excluded.', 'pass'],
    [
      'kinds of breast cancer among other cancers',
      'bea',
      'inclusion',
      'NSCLC, breast cancer (TNBC, HR+/HER2-, HR-/HER2+) or melanoma',
      'pass',
    ],
    ['cancers divided by semicolons', 'ada', 'inclusion', 'Metastatic melanoma; lung cancer; breast cancer; sarcoma', 'pass'],
    ['what only the team can say is said beside it', 'ada', 'inclusion', 'Metastatic breast cancer, willing to consent', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

it('reads a point with the words it is listed under', () => {
  const profile = aPatient('ada')
  const { statements } = compileCriterion(aCriterion('CDK4/6 inhibitors', 'exclusion'), 'prior treatment with any of the following: ')
  expect(verdictOf(statements, { profile, asOf: profile.asOf, trial: aTrial() }).label).toBe('fail')
})

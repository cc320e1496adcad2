import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from './a-patient.ts'

/** How the words of a criterion hang together; each case named by the trap it holds. ada: HR+, HER2-low, bone and liver. bea: HER2-positive, stable brain, before menopause. */
type Row = [trap: string, who: Somebody, section: 'inclusion' | 'exclusion', text: string, label: 'pass' | 'fail' | 'unknown' | 'team']

describe('what belongs together', () => {
  it.each<Row>([
    [
      'a comma before "or" divides most',
      'ada',
      'inclusion',
      'Locally advanced breast cancer not amenable to surgery or radiation with curative intent, or metastatic breast cancer',
      'pass',
    ],
    [
      'two traits with a comma are one tumor',
      'bea',
      'inclusion',
      'Hormone receptor-positive, HER2-negative breast cancer with bone-only or bone-led disease',
      'fail',
    ],
    [
      '"or" in a description divides the description',
      'bea',
      'inclusion',
      'HER2-negative breast cancer with bone-only disease or lung metastases',
      'fail',
    ],
    [
      'traits joined by "and" beside another kind',
      'ada',
      'inclusion',
      'ER-positive and HER2-negative or triple-negative breast cancer',
      'pass',
    ],
    [
      'traits joined by "and" beside another kind, for neither',
      'bea',
      'inclusion',
      'ER-positive and HER2-negative or triple-negative breast cancer',
      'fail',
    ],
    [
      'how it is known is no alternative',
      'ada',
      'inclusion',
      'Leptomeningeal disease, shown by zorblax cytology or by flumm imaging',
      'fail',
    ],
    [
      'drugs of an "and" and drugs of an "or"',
      'bea',
      'inclusion',
      'Prior trastuzumab and pertuzumab, and prior trastuzumab deruxtecan or capecitabine',
      'pass',
    ],
    [
      'a label is asked of all that follows',
      'bea',
      'inclusion',
      'HR-positive: progression on endocrine therapy, or on fulvestrant',
      'fail',
    ],
    ['stages of the tumor and the nodes go in pairs', 'bea', 'inclusion', 'Stage T1, N2 or T4, N0 breast cancer', 'fail'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

describe('what was left out would let in the wrong people', () => {
  it.each<Row>([
    ['a cancer of a place that nobody knows', 'ada', 'inclusion', 'Advanced zorblax cancer', 'unknown'],
    ['a cancer of another place', 'ada', 'inclusion', 'Advanced head & neck cancer', 'fail'],
    ['a tumor told by what it is like', 'ada', 'inclusion', 'Metastatic solid tumor', 'pass'],
    [
      'drugs to come are no drugs given',
      'bea',
      'inclusion',
      'Eligible for fulvestrant and at least one of the following: palbociclib, ribociclib or abemaciclib',
      'team',
    ],
    [
      'what is permitted in one setting is not asked in the other',
      'ada',
      'exclusion',
      'Prior CDK4/6 inhibitors in the metastatic setting (prior CDK4/6 inhibitors permitted in the adjuvant setting)',
      'fail',
    ],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
describe('what can be read in two ways', () => {
  it.each<Row>([
    ['is open where the ways differ', 'ada', 'exclusion', 'Bone-only disease with HER2-positive tumor or HER2-low tumor', 'unknown'],
    ['is settled where they agree', 'ada', 'inclusion', 'Metastatic breast cancer and ER-positive disease or measurable disease', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

describe('what was not understood', () => {
  it.each<Row>([
    ['a gene beside a tumor is a condition', 'ada', 'inclusion', 'Advanced solid tumor expressing ZRBX3', 'unknown'],
    ['and so is a result', 'ada', 'inclusion', 'Metastatic breast cancer that is zorblax-positive', 'unknown'],
    ['does not save what fails beside it', 'ada', 'inclusion', 'HER2-positive breast cancer expressing ZRBX3', 'fail'],
    ['only these metastases', 'ada', 'exclusion', 'Patients who have only liver metastases', 'unknown'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

describe('brackets', () => {
  it.each<Row>([
    ['"or" in them reaches no further', 'bea', 'inclusion', 'Metastatic breast cancer (ER-positive or PR-positive)', 'fail'],
    [
      'an exclusion in them is one of its own',
      'ada',
      'inclusion',
      'Measurable disease (patients with bone-only disease are excluded)',
      'pass',
    ],
    [
      'an exclusion in them, for the excluded',
      'dan',
      'inclusion',
      'Metastatic breast cancer (patients with bone-only disease are excluded)',
      'fail',
    ],
    [
      'an exception in them is of what they stand behind',
      'ada',
      'exclusion',
      'Prior chemotherapy (except paclitaxel), prior tucatinib',
      'fail',
    ],
    ['to be done is no requirement', 'ada', 'exclusion', 'Brain metastases (imaging must be repeated)', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

describe('whom it is asked of', () => {
  it.each<Row>([
    ['people named first, without a comma', 'ada', 'inclusion', 'If premenopausal women and men treatment with goserelin', 'pass'],
    ['people named last', 'ada', 'inclusion', 'Prior ovarian suppression for premenopausal women', 'pass'],
    ['in case of', 'ada', 'inclusion', 'Prior trastuzumab in case of HER2-positive disease', 'pass'],
    ['where it applies', 'ada', 'inclusion', 'Prior treatment with tucatinib, if applicable', 'unknown'],
    ['must not binds those named', 'ada', 'inclusion', 'Patients with HER2-positive disease must not have received capecitabine', 'pass'],
    ['children', 'ada', 'inclusion', 'For children who cannot swallow: measurable disease', 'pass'],
    ['the condition of a verdict is the matter', 'bea', 'inclusion', 'Patients are not eligible if they have brain metastases', 'fail'],
    [
      'one group of several is enough',
      'ada',
      'inclusion',
      'No more than 1 prior line of endocrine therapy for metastatic disease (Group 1). No more than 2 prior lines of endocrine therapy for metastatic disease (Group 2)',
      'pass',
    ],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

describe('sentences', () => {
  it.each<Row>([
    ['a verdict speaks of the words before it alone', 'ada', 'inclusion', 'Measurable disease, bone-only disease is not allowed', 'pass'],
    ['"but" turns', 'ada', 'inclusion', 'Metastatic breast cancer, but prior capecitabine is not allowed', 'pass'],
    ['"but" turns, for one who had it', 'cleo', 'inclusion', 'Metastatic breast cancer, but prior immunotherapy is not allowed', 'fail'],
    ['a sentence that begins with "or"', 'dan', 'inclusion', 'Measurable disease. OR bone-only disease', 'pass'],
    ['what describes an exclusion turns nothing', 'ada', 'exclusion', 'Bone metastases for which zorblax radiation is required', 'unknown'],
    [
      'which tests are made keeps nobody out',
      'bea',
      'exclusion',
      'Brain metastases. Brain imaging is not required unless there are symptoms.',
      'fail',
    ],
    [
      'a permission of the exception alone',
      'ada',
      'inclusion',
      'HER2-positive disease, with the exception of HER2-low disease, which is allowed',
      'pass',
    ],
    [
      'a condition that leads binds only those it names',
      'bea',
      'exclusion',
      'If HER2-negative, prior tucatinib must have been given',
      'pass',
    ],
    [
      'a reason names no treatment of the person',
      'ada',
      'inclusion',
      'Because there are no data on tucatinib in children, children are excluded',
      'pass',
    ],
    ['"no" does not reach what all are asked for', 'ada', 'inclusion', 'No brain metastases, ECOG 0-1', 'pass'],
    [
      'a list in a permission is of alternatives',
      'bea',
      'exclusion',
      'Brain metastases. Patients with stable brain metastases or lung metastases are eligible.',
      'pass',
    ],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

describe('what only modifies an illness', () => {
  it.each<Row>([
    ['what it requires', 'ada', 'exclusion', 'Brain metastases requiring zorblax or CDK4/6 inhibitors', 'pass'],
    ['what it requires, for one who has it', 'bea', 'exclusion', 'Brain metastases requiring zorblax or CDK4/6 inhibitors', 'unknown'],
    ['two things required at once', 'ada', 'exclusion', 'Leptomeningeal disease requiring zorblax and interruption of palbociclib', 'pass'],
    [
      '"that" and "which" in a row',
      'ada',
      'exclusion',
      'Brain metastases that might flumm, which may affect gnarf or require zorblax',
      'pass',
    ],
    ['what is due to it may be a thing of its own', 'ada', 'exclusion', 'Brain metastases due to zorblax or heart failure', 'pass'],
    ['the next of a list stands for itself', 'bea', 'exclusion', 'Visceral crisis requiring zorblax, brain metastases', 'fail'],
    ['a list of its own treatments', 'ada', 'exclusion', 'Visceral crisis requiring steroids, prior palbociclib', 'unknown'],
    ['denied among inclusions', 'ada', 'inclusion', 'No brain metastases requiring zorblax or flumm', 'pass'],
    ['not requiring', 'ada', 'exclusion', 'Brain metastases unless stable and not requiring corticosteroids', 'pass'],
    ['an unread illness and what it requires', 'ada', 'exclusion', 'Zorblaxemia requiring CDK4/6 inhibitors or flumm', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

describe('what asks nothing', () => {
  it.each<Row>([
    ['what will be done', 'ada', 'inclusion', 'There will be a second consent for minors', 'pass'],
    ['the title of a definition', 'dan', 'inclusion', 'Definition of disease (or measurable disease)', 'pass'],
    [
      'what a drug can do',
      'ada',
      'inclusion',
      'From its mechanism carboplatin can cause fetal harm when given to a pregnant woman',
      'pass',
    ],
    ['what could be harmful is a condition all the same', 'bea', 'exclusion', 'Brain metastases that could cause harm', 'unknown'],
    [
      'children, behind an age',
      'ada',
      'inclusion',
      'Age ≥ 18 years. As there are no data, children are excluded, but may join a pediatric trial',
      'pass',
    ],
    [
      'an exception that is a sentence, with another treatment',
      'ada',
      'exclusion',
      'Prior endocrine therapy. Except for letrozole.',
      'unknown',
    ],
    ['an exception for another setting', 'ada', 'exclusion', 'Chemotherapy in any setting. Adjuvant radiotherapy is allowed.', 'fail'],
    [
      'what is allowed in one setting excuses nothing in the other',
      'bea',
      'exclusion',
      'Prior chemotherapy for metastatic disease. Prior adjuvant chemotherapy is allowed.',
      'fail',
    ],
    [
      'may include, but may not include',
      'ada',
      'inclusion',
      'Prior therapy may include letrozole, but may not include palbociclib',
      'fail',
    ],
    [
      'may include, but may not include, for one without',
      'bea',
      'inclusion',
      'Prior therapy may include letrozole, but may not include palbociclib',
      'pass',
    ],
    ['may or may not include', 'ada', 'inclusion', 'Prior therapy may or may not include palbociclib', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

describe('groups in the words of a piece', () => {
  it.each<Row>([
    ['the step it is for', 'ada', 'inclusion', 'PRE-SCREENING: further criteria of the disease must also be met', 'pass'],
    ['lines for a kind of tumour', 'bea', 'inclusion', 'At least one prior line of therapy for HR-positive disease', 'pass'],
    ['lines for her kind of tumour', 'bea', 'inclusion', 'Prior treatment with tucatinib for HER2-positive disease', 'fail'],
    [
      'cohorts named behind, each with its own',
      'ada',
      'inclusion',
      'HER2-positive disease in cohort A1/A2; ER-positive disease in cohort B1/B2.',
      'pass',
    ],
    [
      'cohorts named behind, neither',
      'bea',
      'exclusion',
      'HER2-positive disease in cohort A1/A2; brain metastases in cohort B1/B2.',
      'fail',
    ],
    ['one cohort named behind', 'bea', 'exclusion', 'HER2-positive disease in cohort A', 'unknown'],
    ['a step of the trial is no stage', 'ada', 'inclusion', 'Zorblax during stage 1, able to begin stage 2 treatment', 'unknown'],
    ['two receptors without a comma', 'ada', 'inclusion', 'HR-positive HER2-negative breast cancer', 'pass'],
    ['two receptors without a comma, for the other', 'bea', 'inclusion', 'HR-positive HER2-negative breast cancer', 'fail'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

describe('words that narrow what keeps people out', () => {
  it.each<Row>([
    ['an adjective', 'bea', 'exclusion', 'Zorblaxic brain metastases', 'unknown'],
    ['a noun', 'cleo', 'exclusion', 'Prior pembrolizumab zorblax', 'unknown'],
    ['it narrows nothing for those who have it not', 'ada', 'exclusion', 'Zorblaxic brain metastases', 'pass'],
    ['words that leave it as wide', 'ada', 'exclusion', 'Prior CDK4/6 inhibitor compounds', 'fail'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

describe('whom a sentence speaks of', () => {
  it.each<Row>([
    [
      'those of a group',
      'ada',
      'exclusion',
      'Patients in the expansion receiving the combination that have had prior treatment with a CDK4/6 inhibitor',
      'unknown',
    ],
    [
      'groups named within a piece',
      'bea',
      'inclusion',
      'Diagnosis for phase 1 - any advanced solid tumor. Phase 2 arm A - metastatic melanoma. At most 1 earlier regimen.',
      'pass',
    ],
    [
      'whom a note counts as ill',
      'bea',
      'inclusion',
      'No leptomeningeal disease. Patients with typical signs would be considered to have leptomeningeal disease even without proof.',
      'pass',
    ],
    [
      'a "without" before a colon',
      'ada',
      'inclusion',
      'Participants without zorblax: received trastuzumab as a prior line of therapy',
      'unknown',
    ],
    [
      'one of several groups',
      'ada',
      'inclusion',
      'At most 1 earlier endocrine regimen (Treatment Group 1). At most 2 earlier endocrine regimens for metastatic disease (Treatment Group 2 and Treatment Group 3).',
      'pass',
    ],
    [
      'who can have children',
      'ada',
      'inclusion',
      'Women of childbearing potential and women with at most 2 years of amenorrhea: a negative pregnancy test',
      'pass',
    ],
    ['what a word means', 'bea', 'inclusion', 'TNBC is diagnosed in a tumor that expresses neither ER, PR nor HER2', 'pass'],
    [
      'what was irradiated',
      'dan',
      'inclusion',
      'Palliative radiotherapy completed two weeks before the start to a measurable lesion',
      'pass',
    ],
    [
      'the group at the start of a second sentence',
      'bea',
      'exclusion',
      'Phase I study: uncontrolled hypertension; phase II study: brain metastases',
      'pass',
    ],
    [
      'when something else begins',
      'ada',
      'inclusion',
      'Can begin within one year of completion of adjuvant trastuzumab-based therapy',
      'unknown',
    ],
  ])('%s', (_, who, section, text, label) => expectVerdict(who, section, text, label))
})

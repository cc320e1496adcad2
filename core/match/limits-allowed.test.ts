import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from './a-patient.ts'

type Row = [trap: string, who: Somebody, section: 'inclusion' | 'exclusion', text: string, label: 'pass' | 'fail' | 'unknown' | 'team']

/** ada: two endocrine lines and no chemotherapy for metastatic disease, chemotherapy after surgery. bea: HER2-positive, three lines. */
describe('a permission with a number is a limit', () => {
  it.each<Row>([
    ['up to two, of none', 'ada', 'inclusion', 'Up to 2 prior lines of chemotherapy for metastatic disease are allowed', 'pass'],
    ['up to one, of two', 'ada', 'inclusion', 'Up to one line of endocrine therapy in the metastatic setting is allowed', 'fail'],
    ['a maximum', 'ada', 'inclusion', 'A maximum of one prior line of endocrine therapy for advanced disease is permitted', 'fail'],
    ['only one', 'ada', 'inclusion', 'Only one prior endocrine therapy for metastatic disease is allowed', 'fail'],
    ['only one, of none', 'ada', 'inclusion', 'Only one prior chemotherapy regimen for metastatic disease is allowed', 'pass'],
    ['one allows no second', 'ada', 'inclusion', 'One prior line of endocrine therapy for advanced disease is permitted', 'fail'],
    ['one need not be', 'ada', 'inclusion', 'One prior line of chemotherapy for advanced disease is permitted', 'pass'],
    ['one or more is no upper limit', 'ada', 'inclusion', 'One or more prior lines of endocrine therapy are allowed', 'pass'],
    ['may have had one, of two', 'ada', 'inclusion', 'May have received one prior endocrine therapy for metastatic disease', 'fail'],
    ['may have had one, of none', 'ada', 'inclusion', 'May have received 1 prior chemotherapy regimen for metastatic disease', 'pass'],
    [
      'may have had one or more',
      'ada',
      'inclusion',
      'May have received one or more prior chemotherapy regimens for metastatic disease',
      'pass',
    ],
    [
      'a topic before the permission asks nothing',
      'fay',
      'inclusion',
      'Prior chemotherapy: patients may have received up to one prior chemotherapy regimen for metastatic disease',
      'pass',
    ],
    ['any number', 'bea', 'inclusion', 'Any number of prior lines of therapy is allowed', 'pass'],
    [
      'what is permitted beside it is not asked',
      'ada',
      'inclusion',
      'Prior immunotherapy and up to two lines of endocrine therapy for metastatic disease are permitted',
      'pass',
    ],
    [
      'two limits are both limits',
      'ada',
      'inclusion',
      'Up to one prior hormone therapy and up to one prior chemotherapy in the advanced setting is allowed',
      'fail',
    ],
    [
      'a limit in the second sentence',
      'ada',
      'inclusion',
      'Measurable disease. No more than one line of endocrine therapy for metastatic disease is allowed.',
      'fail',
    ],
    ['cycles are no lines', 'ada', 'inclusion', 'Up to 2 cycles of chemotherapy are allowed', 'pass'],
    ['tied to a condition', 'ada', 'inclusion', 'One line of endocrine therapy is allowed if it ended 3 weeks before', 'pass'],
    [
      'at most with a comma before the treatment',
      'ada',
      'inclusion',
      'Relapsed after at least 2, and no more than 4, prior chemotherapy regimens for metastatic disease',
      'fail',
    ],
    [
      'a number before the treatment itself',
      'ada',
      'inclusion',
      'Relapsed after at least three prior endocrine therapies for metastatic disease',
      'fail',
    ],
    ['months are no lines', 'ada', 'inclusion', 'Progression after at least 6 months of endocrine therapy for metastatic disease', 'pass'],
    [
      'one limit for either of two',
      'ada',
      'inclusion',
      'No more than one line of salvage chemotherapy or salvage endocrine therapy',
      'fail',
    ],
    ['one limit for either, kept', 'ada', 'inclusion', 'No more than two lines of rescue chemotherapy or rescue endocrine therapy', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

describe('which setting, and whether a drug is prescribed', () => {
  it.each<Row>([
    [
      'either setting, with a little word',
      'ada',
      'inclusion',
      'Progression following an aromatase inhibitor in an adjuvant or metastatic setting',
      'pass',
    ],
    ['either setting, the other way round', 'ada', 'exclusion', 'Prior paclitaxel in the metastatic or adjuvant setting', 'fail'],
    ['either setting, given in neither', 'ada', 'exclusion', 'Prior capecitabine in the metastatic or adjuvant setting', 'pass'],
    ['a carcinoma is the disease', 'ada', 'exclusion', 'Prior endocrine therapy for metastatic breast adenocarcinoma', 'fail'],
    ['chemotherapy after surgery is not for it', 'ada', 'exclusion', 'Prior chemotherapy for metastatic breast carcinoma', 'pass'],
    ['metastatic alone', 'ada', 'exclusion', 'Prior paclitaxel in the metastatic setting', 'pass'],
    ['investigational drugs are not prescribed', 'ada', 'exclusion', 'Prior elacestrant or another investigational SERD', 'pass'],
    ['one word for two classes', 'ada', 'exclusion', 'Prior treatment with other investigational SERDs or ER antagonists', 'pass'],
    ['any of the class', 'ada', 'exclusion', 'Prior elacestrant or any other SERD', 'fail'],
    ['an approved one beside them', 'ada', 'exclusion', 'Prior fulvestrant or an investigational SERD', 'fail'],
    ['not-irradiated metastases are metastases', 'ada', 'exclusion', 'Known, not-irradiated CNS metastases', 'pass'],
    ['not-irradiated, and irradiated', 'bea', 'exclusion', 'Known, not-irradiated CNS metastases', 'pass'],
    ['not yet treated', 'ada', 'exclusion', 'Not yet treated brain metastases', 'pass'],
    ['non-irradiated', 'bea', 'exclusion', 'Non-irradiated brain metastases', 'pass'],
    ['irradiated ones are meant too', 'bea', 'inclusion', 'Irradiated brain metastases', 'pass'],
    ['still none may be', 'bea', 'inclusion', 'No brain metastases', 'fail'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

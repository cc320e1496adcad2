import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-stage-or-setting', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['metastatic', 'ada', 'inclusion', 'Metastatic breast cancer', 'pass'],
    ['locally advanced, and nothing said of spread', 'ada', 'inclusion', 'Histologically confirmed, locally advanced tumors', 'unknown'],
    ['locally advanced, and no spread', 'ada', 'inclusion', 'Locally advanced breast cancer, without distant metastases', 'fail'],
    ['a list of settings needs one', 'ada', 'inclusion', 'Unresectable locally advanced or metastatic breast cancer', 'pass'],
    ['early is not advanced', 'cleo', 'inclusion', 'Locally advanced or metastatic breast cancer', 'fail'],
    ['metastatic keeps out of early trials', 'ada', 'exclusion', 'Evidence of metastatic disease', 'fail'],
    ['and does not keep early disease out', 'cleo', 'exclusion', 'Distant metastases', 'pass'],
    ['not amenable to cure', 'ada', 'inclusion', 'Advanced breast cancer not amenable to curative therapy', 'pass'],
    ['amenable to cure keeps out', 'ada', 'exclusion', 'Breast cancer amenable to treatment with curative intent', 'pass'],
    ['stage IV from the start', 'bea', 'inclusion', 'De novo metastatic breast cancer', 'pass'],
    ['came back is not from the start', 'ada', 'exclusion', 'De novo metastatic breast cancer', 'pass'],
    ['stage IV', 'ada', 'inclusion', 'Stage IV breast cancer', 'pass'],
    ['in situ only', 'ada', 'exclusion', 'Ductal carcinoma in situ', 'pass'],
    ['nothing known', 'eve', 'inclusion', 'Metastatic breast cancer', 'unknown'],
    ['operable', 'cleo', 'inclusion', 'Operable breast cancer', 'pass'],
    ['recurrent', 'ada', 'inclusion', 'Recurrent or metastatic breast cancer', 'pass'],
    ['none at a distance', 'ada', 'inclusion', 'No evidence of metastatic disease', 'fail'],
    ['none at a distance, early', 'cleo', 'inclusion', 'No evidence of distant metastases', 'pass'],
    ['whatever another receptor shows', 'bea', 'inclusion', 'ER-positive disease regardless of PR status', 'fail'],
    ['stage IV is not stage I', 'cleo', 'exclusion', 'Metastatic (stage IV) breast cancer', 'pass'],
    [
      'a further sentence about one of the states let in, which is not hers',
      'ada',
      'inclusion',
      'Metastatic or locally advanced cancer; locally advanced cancer must not be amenable to curative surgery',
      'pass',
    ],
    ['what must not be of one state, asked of another', 'ada', 'inclusion', 'Locally advanced tumors must not be resectable', 'pass'],
    [
      'what must not be of her state',
      'ada',
      'inclusion',
      'Metastatic cancer must not be amenable to treatment with curative intent',
      'pass',
    ],
    [
      'what it was before it came back',
      'ada',
      'inclusion',
      'Recurrence from early-stage breast cancer after adjuvant endocrine therapy',
      'pass',
    ],
    ['a specimen is no setting', 'ada', 'exclusion', 'HER2 equivocal on the primary or on the recurrent tumor', 'unknown'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-received-treatment', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['a class', 'ada', 'inclusion', 'Prior treatment with a CDK4/6 inhibitor', 'pass'],
    ['a class keeps out', 'ada', 'exclusion', 'Prior treatment with any CDK4/6 inhibitor', 'fail'],
    ['a drug by brand', 'bea', 'exclusion', 'Prior treatment with Enhertu', 'fail'],
    ['an antibody-drug conjugate is not its antibody', 'bea', 'exclusion', 'Prior sacituzumab govitecan', 'pass'],
    ['payload', 'bea', 'exclusion', 'Prior treatment with an antibody-drug conjugate with a topoisomerase I payload', 'fail'],
    ['payload, other', 'ada', 'exclusion', 'Prior topoisomerase I inhibitor', 'pass'],
    ['setting counts', 'ada', 'exclusion', 'Prior chemotherapy for metastatic disease', 'pass'],
    ['setting counts the other way', 'ada', 'inclusion', 'Prior adjuvant chemotherapy', 'pass'],
    ['no prior, in inclusion', 'bea', 'inclusion', 'No prior anti-HER2 therapy', 'fail'],
    ['no prior, in inclusion, for one who had none', 'ada', 'inclusion', 'No prior anti-HER2 therapy', 'pass'],
    ['must not have received', 'ada', 'inclusion', 'Must not have received fulvestrant', 'fail'],
    ['prohibited', 'ada', 'inclusion', 'Prior PARP inhibitor is prohibited', 'pass'],
    ['exception', 'ada', 'exclusion', 'Prior endocrine therapy other than anastrozole', 'fail'],
    ['one of a list', 'cleo', 'inclusion', 'Prior treatment with a taxane or an anthracycline', 'pass'],
    ['allowed', 'bea', 'inclusion', 'Prior trastuzumab deruxtecan is allowed', 'pass'],
    ['not required', 'dan', 'inclusion', 'Prior exposure to a CDK4/6 inhibitor is allowed but not required', 'pass'],
    ['have not received, excluded', 'dan', 'exclusion', 'Patients who have not received a CDK4/6 inhibitor', 'fail'],
    ['nothing known', 'eve', 'exclusion', 'Prior chemotherapy', 'unknown'],
    ['any setting', 'ada', 'inclusion', '≥1 CDK4/6 inhibitor in either the adjuvant and/or metastatic setting', 'pass'],
    ['a setting is no alternative', 'cleo', 'inclusion', 'Prior PARP inhibitor in the (neo)adjuvant or metastatic setting', 'fail'],
    ['what it caused is no treatment', 'bea', 'exclusion', 'Chemotherapy-induced peripheral neuropathy', 'pass'],
    ['for another cancer', 'bea', 'exclusion', 'Prior chemotherapy for prostate cancer', 'pass'],
    ['going on now', 'ada', 'exclusion', 'Currently receiving capecitabine', 'pass'],
    ['going on beside', 'bea', 'exclusion', 'Concurrent endocrine therapy', 'pass'],
    ['places a sample in time', 'ada', 'inclusion', 'A biopsy obtained after the last anti-HER2 therapy', 'unknown'],
    ['to be promised', 'cleo', 'inclusion', 'Metastatic or early disease, and agree to receive concomitant goserelin', 'pass'],
    ['in half-lives is a question of time', 'bea', 'exclusion', 'Trastuzumab within 5 half-lives', 'unknown'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

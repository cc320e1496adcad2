import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-had-radiation-or-surgery', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['one of two places', 'dan', 'exclusion', 'History of chest wall or ipsilateral breast radiation', 'pass'],
    ['for metastatic disease, and had none', 'ada', 'exclusion', 'Prior radiotherapy for treatment of metastatic disease', 'pass'],
    ['brain', 'bea', 'exclusion', 'Prior brain radiation therapy', 'fail'],
    ['a part of the brain is not the whole', 'bea', 'exclusion', 'Prior whole-brain radiation therapy', 'pass'],
    ['brain, never', 'ada', 'exclusion', 'Prior brain radiotherapy', 'pass'],
    ['surgery', 'ada', 'inclusion', 'Previous mastectomy', 'pass'],
    ['surgery, never', 'cleo', 'inclusion', 'Prior mastectomy', 'fail'],
    ['lumpectomy', 'cleo', 'inclusion', 'Prior lumpectomy', 'pass'],
    ['chest', 'ada', 'exclusion', 'Prior radiation to the chest', 'pass'],
    ['history', 'bea', 'inclusion', 'History of stereotactic radiation', 'pass'],
    ['nothing known', 'eve', 'exclusion', 'Prior radiotherapy', 'unknown'],
    ['none may be', 'bea', 'inclusion', 'No prior radiotherapy', 'fail'],
    ['allowed', 'bea', 'inclusion', 'Prior radiotherapy is allowed', 'pass'],
    ['breast surgery', 'cleo', 'inclusion', 'Received breast-conserving surgery', 'pass'],
    ['excluded', 'ada', 'exclusion', 'Previous breast surgery', 'fail'],
    ['since the operation', 'cleo', 'inclusion', 'Within 12 months of definitive breast surgery', 'pass'],
    ['too long since', 'cleo', 'inclusion', 'Within 10 weeks of definitive breast surgery', 'fail'],
    ['both sides', 'ada', 'exclusion', 'Prior bilateral mastectomy', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

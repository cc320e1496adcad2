import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-stage-group', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['a range', 'cleo', 'inclusion', 'Stage II-III breast cancer', 'pass'],
    ['roman numbers with letters', 'cleo', 'inclusion', 'Clinical stage IIA, IIB or IIIA', 'pass'],
    ['outside the range', 'cleo', 'inclusion', 'Stage III breast cancer', 'fail'],
    ['stage IV is not II', 'ada', 'inclusion', 'Stage I-III breast cancer', 'fail'],
    ['the stage at diagnosis is not today', 'ada', 'inclusion', 'Stage II breast cancer', 'fail'],
    ['stage IV', 'bea', 'inclusion', 'Stage IV disease', 'pass'],
    ['III to IV', 'ada', 'inclusion', 'Stage III to IV breast cancer', 'pass'],
    ['IV keeps out', 'ada', 'exclusion', 'Stage IV breast cancer', 'fail'],
    ['IV does not keep II out', 'cleo', 'exclusion', 'Stage IV breast cancer', 'pass'],
    ['nothing known', 'eve', 'inclusion', 'Stage II breast cancer', 'unknown'],
    ['single groups are no range', 'cleo', 'exclusion', 'Patients with stage I or IV breast cancer', 'pass'],
    ['through', 'cleo', 'inclusion', 'Stage I through III breast cancer', 'pass'],
    ['arabic numbers', 'cleo', 'inclusion', 'Stage 2 or 3 breast cancer', 'pass'],
    ['by edition', 'cleo', 'inclusion', 'Anatomic stage II breast cancer according to the AJCC 8th edition', 'pass'],
    ['steps of a trial are no stages', 'ada', 'inclusion', 'Stages 1 and 2: metastatic breast cancer', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-menopausal-status', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['after', 'ada', 'inclusion', 'Postmenopausal women', 'pass'],
    ['before is not after', 'bea', 'inclusion', 'Postmenopausal women', 'fail'],
    ['before', 'bea', 'inclusion', 'Premenopausal women', 'pass'],
    ['any', 'bea', 'inclusion', 'Pre-, peri- or postmenopausal women', 'pass'],
    ['a man', 'dan', 'inclusion', 'Postmenopausal women', 'fail'],
    ['defined', 'ada', 'inclusion', 'Postmenopausal status, defined as age ≥ 60 years or prior bilateral oophorectomy', 'pass'],
    ['excluded', 'bea', 'exclusion', 'Premenopausal women', 'fail'],
    ['nothing known', 'eve', 'inclusion', 'Postmenopausal women', 'unknown'],
    ['women and men', 'dan', 'inclusion', 'Postmenopausal women and men', 'pass'],
    ['perimenopausal', 'bea', 'inclusion', 'Peri-/premenopausal women', 'pass'],
    ['or', 'ada', 'inclusion', 'Premenopausal or postmenopausal women', 'pass'],
    ['excluded, not so', 'ada', 'exclusion', 'Premenopausal patients', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

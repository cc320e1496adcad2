import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('can-swallow-medicines', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['what prevents it', 'fay', 'exclusion', 'Known condition that prohibits the ability to swallow tablets', 'pass'],
    ['able and willing', 'fay', 'inclusion', 'Must be able and willing to swallow and retain oral medication', 'pass'],
    ['takes tablets', 'fay', 'inclusion', 'Able to swallow oral medication', 'pass'],
    ['unable keeps out', 'fay', 'exclusion', 'Unable to swallow tablets', 'pass'],
    ['nothing known', 'eve', 'inclusion', 'Ability to swallow and retain oral medication', 'unknown'],
    ['not able keeps out', 'fay', 'exclusion', 'Inability to swallow tablets', 'pass'],
    ['dysphagia', 'fay', 'exclusion', 'Dysphagia', 'pass'],
    ['history', 'ada', 'exclusion', 'Unable to swallow capsules', 'pass'],
    ['take by mouth', 'fay', 'inclusion', 'Must be able to take oral medications', 'pass'],
    ['retain', 'ada', 'inclusion', 'Able to swallow and retain orally administered medication', 'pass'],
    ['difficulty', 'ada', 'exclusion', 'Difficulty swallowing', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('is-asked-in-words', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['of the chest', 'ada', 'exclusion', 'Extension to the ribs or chest wall', 'unknown'],
    ['a size', 'ada', 'inclusion', 'Longest diameter above 30 mm', 'unknown'],
    ['its form', 'ada', 'exclusion', 'Cavitating or necrotic', 'unknown'],
    ['a stage of something else', 'ada', 'exclusion', 'Functional class above normal', 'unknown'],
    ['of the tumour', 'ada', 'inclusion', 'Disseminated or multifocal', 'unknown'],
    ['a state', 'ada', 'inclusion', 'Progression since the last scan', 'unknown'],
    ['stable', 'ada', 'exclusion', 'Unstable or rapidly worsening', 'unknown'],
    ['a value', 'ada', 'inclusion', 'Peak expiratory flow ≥ 200 L/min', 'unknown'],
    ['a place', 'ada', 'exclusion', 'Involvement of the chest wall', 'unknown'],
    ['nothing known', 'eve', 'inclusion', 'Progression since the last scan', 'unknown'],
    ['a grade', 'ada', 'exclusion', 'Grade 3 or higher', 'unknown'],
    ['a count', 'ada', 'inclusion', 'Number of nodes ≥ 3', 'unknown'],
    ['a function', 'ada', 'exclusion', 'Functional residual capacity below normal', 'unknown'],
    ['alone', 'ada', 'exclusion', 'Refractory', 'unknown'],
    ['two', 'ada', 'inclusion', 'Stable or improving', 'unknown'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

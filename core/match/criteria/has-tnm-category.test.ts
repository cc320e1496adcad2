import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

type Row = [string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']

describe('has-tnm-category', () => {
  it.each<Row>([
    ['how nodes are counted', 'ada', 'inclusion', 'Patients with isolated tumor cells in axillary nodes will be considered N0', 'unknown'],
    ['a range of sizes', 'cleo', 'inclusion', 'T2-4 breast cancer', 'pass'],
    ['out of the range', 'cleo', 'inclusion', 'cT1 or pT1 tumour', 'fail'],
    ['or higher', 'bea', 'exclusion', 'N1 or higher', 'fail'],
    ['nodes in words', 'cleo', 'inclusion', 'Node-positive disease', 'pass'],
    ['no nodes', 'cleo', 'inclusion', 'Node-negative disease', 'fail'],
    ['distant spread', 'ada', 'exclusion', 'Clinical T4, N1-3 or M1 breast cancer', 'fail'],
    ['no distant spread', 'cleo', 'exclusion', 'M1 disease', 'pass'],
    ['nobody staged it', 'eve', 'inclusion', 'N0 disease', 'unknown'],
    ['written together', 'ada', 'inclusion', 'T0-3N1-3', 'pass'],
    ['a cohort named like a category', 'ada', 'inclusion', '3. Single-agent cohort M4:', 'unknown'],
    ['square metres', 'ada', 'inclusion', 'Weight over height squared of at least 20 kg/m2.', 'unknown'],
    ['a thyroid hormone', 'ada', 'inclusion', 'Free T4 within the normal limits.', 'unknown'],
    ['mi is no heart attack', 'ada', 'exclusion', 'pT1 mi', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

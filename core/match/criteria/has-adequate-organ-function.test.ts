import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-adequate-organ-function', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['as indicated by is no if', 'fay', 'inclusion', 'Must have adequate renal function as indicated by the following measures:', 'pass'],
    ['values outside', 'fay', 'inclusion', 'Adequate bone marrow function', 'team'],
    ['values inside', 'fay', 'inclusion', 'Adequate renal function', 'pass'],
    ['they function well', 'fay', 'inclusion', 'The main organs function well', 'team'],
    ['results that meet the limits', 'eve', 'inclusion', 'Laboratory test results meet the requirements for organ function', 'unknown'],
    ['out of range', 'fay', 'exclusion', 'Inadequate bone marrow and/or organ functions with out-of-range laboratory values', 'team'],
    ['clotting not measured', 'fay', 'inclusion', 'Adequate coagulation function', 'unknown'],
    ['window too short', 'fay', 'inclusion', 'Adequate renal function within 7 days before randomization', 'unknown'],
    ['nothing known', 'eve', 'inclusion', 'Adequate organ function', 'unknown'],
    ['what is lacking keeps out', 'fay', 'exclusion', 'Inadequate renal function', 'pass'],
    ['nothing known', 'eve', 'inclusion', 'Adequate hepatic and renal function within 14 days of registration', 'unknown'],
    ['impaired, not adequate', 'eve', 'exclusion', 'Impaired hepatic function', 'unknown'],
    ['laboratory parameters', 'eve', 'inclusion', 'Adequate performance and laboratory parameters', 'unknown'],
    ['as defined in the protocol', 'eve', 'inclusion', 'Adequate organ function as defined in the protocol', 'unknown'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

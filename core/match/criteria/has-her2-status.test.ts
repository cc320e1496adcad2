import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-her2-status', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['low is negative', 'ada', 'inclusion', 'HER2-negative breast cancer', 'pass'],
    ['positive is not negative', 'bea', 'inclusion', 'HER2 negative disease', 'fail'],
    ['positive', 'bea', 'inclusion', 'HER2-positive metastatic breast cancer', 'pass'],
    ['plus sign', 'bea', 'inclusion', 'HER2+ breast cancer', 'pass'],
    ['low by score', 'ada', 'inclusion', 'HER2-low breast cancer (IHC 1+ or IHC 2+/ISH-)', 'pass'],
    ['zero is not low', 'cleo', 'inclusion', 'HER2-low expression, defined as IHC 1+ or IHC 2+ with negative ISH', 'fail'],
    ['long name with minus', 'ada', 'inclusion', 'Human epidermal growth factor receptor 2 negative (HER2-) breast cancer', 'pass'],
    ['positive excluded', 'bea', 'exclusion', 'HER2-positive disease', 'fail'],
    ['positive excluded inside inclusion', 'bea', 'inclusion', 'Patients with HER2-positive tumors are not eligible', 'fail'],
    [
      'positive excluded inside inclusion, for a negative',
      'ada',
      'inclusion',
      'Patients with HER2-positive tumors are not eligible',
      'pass',
    ],
    ['overexpression denied', 'ada', 'inclusion', 'No HER2 overexpression', 'pass'],
    ['low or ultralow with a stroke', 'bea', 'inclusion', 'Metastatic breast cancer that is HER2 LOW/ULTRA LOW by local testing', 'fail'],
    [
      'low or ultralow with a stroke, for a low',
      'ada',
      'inclusion',
      'Metastatic breast cancer that is HER2 LOW/ULTRA LOW by local testing',
      'pass',
    ],
    ['nothing known', 'eve', 'inclusion', 'HER2-negative breast cancer', 'unknown'],
    ['negative without a score cannot be called low', 'dan', 'inclusion', 'HER2-low breast cancer', 'unknown'],
    ['a mandate to test has no direction', 'bea', 'inclusion', 'HER2 status must be known', 'pass'],
    [
      'negative with guideline words',
      'ada',
      'inclusion',
      'HER2-negative tumor by IHC 0 or 1+ or in situ hybridization as defined in the 2018 ASCO/CAP guidelines',
      'pass',
    ],
    ['scores 1+ or 2+ are low, not positive', 'ada', 'inclusion', 'HER2 IHC 1+ or 2+ with negative ISH', 'pass'],
    ['score 0 alone is not low', 'ada', 'inclusion', 'HER2 IHC 0', 'fail'],
    ['expressing means as much as the scores behind it', 'ada', 'inclusion', 'HER2-expressing (IHC 2+ or 3+) breast cancer', 'fail'],
    ['the score before the name', 'bea', 'inclusion', 'IHC 3+ for HER2', 'pass'],
    [
      'two statuses, each with its definition',
      'ada',
      'inclusion',
      'HER2-low (IHC 1+ or IHC 2+/ISH-) or HER2-ultralow (IHC 0 with faint staining)',
      'pass',
    ],
    ['a long name with another word', 'ada', 'inclusion', 'Negative for human epithelial receptor 2 (HER2)', 'pass'],
    ['a hyphen that hangs', 'ada', 'exclusion', 'Previously treated with any form of HER2- or HER3-primed cell therapy', 'unknown'],
    ['a range of scores', 'ada', 'inclusion', 'HER2 expression (1-3+) by IHC', 'pass'],
    ['a range of scores that does not reach', 'cleo', 'inclusion', 'HER2 expression (1+ to 3+) by IHC', 'fail'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

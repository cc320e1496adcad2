import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('is-of-sex', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['men with the disease of the trial', 'ada', 'exclusion', 'Male breast cancer', 'pass'],
    ['men with the disease of the trial, a man', 'dan', 'exclusion', 'Male breast cancer', 'fail'],
    ['women', 'ada', 'inclusion', 'Female patients', 'pass'],
    ['men', 'ada', 'inclusion', 'Male patients', 'fail'],
    ['both', 'dan', 'inclusion', 'Men or women', 'pass'],
    ['men excluded', 'dan', 'exclusion', 'Male patients', 'fail'],
    ['men excluded inside inclusion', 'dan', 'inclusion', 'Men are not eligible', 'fail'],
    ['men excluded, a woman', 'ada', 'inclusion', 'Men are not eligible', 'pass'],
    ['men allowed', 'dan', 'inclusion', 'Men with breast cancer are eligible', 'pass'],
    ['adult', 'cleo', 'inclusion', 'Adult women', 'pass'],
    ['nothing known', 'eve', 'inclusion', 'Female patients', 'unknown'],
    ['women with', 'ada', 'inclusion', 'Women with metastatic breast cancer', 'pass'],
    ['women with, a man', 'dan', 'inclusion', 'Women with metastatic breast cancer', 'fail'],
    ['female or male', 'dan', 'inclusion', 'Female or male participants', 'pass'],
    ['of whom the points below are asked', 'dan', 'inclusion', '6. Female patients who:', 'pass'],
    ['sexes in a formula', 'ada', 'inclusion', 'CrCl (male) = (140-age) × weight', 'unknown'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-life-expectancy', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['months', 'ada', 'inclusion', 'Life expectancy of at least 3 months', 'team'],
    ['the estimate of the investigator', 'ada', 'inclusion', 'Life expectancy, in the opinion of the investigator, of ≥ 12 weeks', 'team'],
    ['other words', 'ada', 'inclusion', 'Expected survival of more than 6 months', 'team'],
    ['beside something settled', 'bea', 'inclusion', 'ECOG 0-1 and life expectancy ≥ 3 months', 'team'],
    ['beside something that fails', 'fay', 'inclusion', 'ECOG 0 and life expectancy ≥ 3 months', 'fail'],
    ['as an exclusion', 'ada', 'exclusion', 'Life expectancy of less than 3 months', 'team'],
    ['estimated', 'eve', 'inclusion', 'Estimated life expectancy of greater than 12 weeks', 'team'],
    ['anticipated', 'ada', 'inclusion', 'Anticipated life expectancy ≥ 6 months', 'team'],
    ['expected to live', 'ada', 'inclusion', 'Expected to live at least 24 weeks', 'team'],
    ['minimum', 'ada', 'inclusion', 'Minimum life expectancy of 16 weeks', 'team'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

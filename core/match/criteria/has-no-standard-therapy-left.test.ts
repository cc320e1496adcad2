import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-no-standard-therapy-left', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['for which', 'ada', 'inclusion', 'Solid tumor for which no standard therapy is available', 'pass'],
    ['refractory', 'ada', 'inclusion', 'Disease refractory to standard therapy', 'team'],
    ['exhausted', 'bea', 'inclusion', 'Have exhausted all available standard therapies', 'team'],
    ['no known', 'ada', 'inclusion', 'No known curative therapy', 'team'],
    ['does not exist', 'ada', 'inclusion', 'Metastatic solid tumor for which standard therapy does not exist', 'pass'],
    ['no longer', 'ada', 'inclusion', 'Metastatic disease for which standard curative therapy is no longer effective', 'pass'],
    ['progressed', 'bea', 'inclusion', 'Progressed on standard treatment', 'team'],
    ['intolerant', 'bea', 'inclusion', 'Intolerant to standard therapy', 'team'],
    ['a treatment that goes on is left', 'dan', 'inclusion', 'Metastatic cancer and there is no standard therapy', 'fail'],
    ['one that cures is not', 'dan', 'inclusion', 'Metastatic cancer for which standard curative therapy does not exist', 'pass'],
    ['not for early disease', 'cleo', 'inclusion', 'Metastatic cancer for which no standard therapy is available', 'fail'],
    ['declined', 'ada', 'inclusion', 'Declined standard therapy', 'team'],
    ['failed', 'ada', 'inclusion', 'Failed all standard therapies', 'team'],
    ['no allergy', 'ada', 'inclusion', 'Disease that is refractory to or intolerant of all standard therapy', 'team'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

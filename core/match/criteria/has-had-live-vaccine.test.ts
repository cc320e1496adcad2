import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-had-live-vaccine', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['no history tells', 'ada', 'exclusion', 'Live vaccine within 30 days before the first dose', 'unknown'],
    ['within a window', 'eve', 'exclusion', 'Has received a live vaccine within 30 days prior to the first dose', 'unknown'],
    ['live-attenuated', 'ada', 'exclusion', 'Receipt of a live-attenuated vaccine within 4 weeks of enrollment', 'unknown'],
    ['planned', 'ada', 'exclusion', 'Need for a live vaccine during the study', 'unknown'],
    ['any vaccine', 'ada', 'exclusion', 'Has received a COVID-19 vaccine within 7 days prior to the first dose', 'unknown'],
    ['administration', 'bea', 'exclusion', 'Administration of a live vaccine within 28 days', 'unknown'],
    ['none, asked for', 'ada', 'inclusion', 'No live vaccine within 30 days before registration', 'unknown'],
    ['vaccination', 'dan', 'exclusion', 'Vaccination with a live vaccine within 30 days', 'unknown'],
    ['with examples', 'ada', 'exclusion', 'Live vaccine within 30 days (e.g. measles, mumps, rubella)', 'unknown'],
    ['two sorts', 'ada', 'exclusion', 'Live or live attenuated vaccines within 30 days of the first dose', 'unknown'],
    ['anticipated', 'ada', 'exclusion', 'Anticipation that a live attenuated vaccine will be required during the study', 'unknown'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

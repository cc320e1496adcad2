import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('can-comply-with-the-protocol', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['willing', 'ada', 'inclusion', 'Willing and able to comply with scheduled visits and study procedures', 'team'],
    ['a cooperative group is no cooperation', 'ada', 'inclusion', 'Eastern Cooperative Oncology Group performance status 0-1', 'pass'],
    ['visits', 'ada', 'inclusion', 'Willing and able to comply with scheduled visits and treatment plan', 'team'],
    ['language', 'ada', 'inclusion', 'Able to speak and read English', 'team'],
    ['not compliant', 'ada', 'exclusion', 'Unwilling or unable to comply with the protocol', 'team'],
    ['questionnaires', 'ada', 'inclusion', 'Ability to complete questionnaires by themselves or with assistance', 'team'],
    ['samples', 'ada', 'inclusion', 'Willing to provide blood samples for research', 'team'],
    ['prisoners', 'ada', 'exclusion', 'Prisoners or patients who are incarcerated', 'team'],
    [
      'places',
      'ada',
      'exclusion',
      'Psychological, familial, sociological or geographical conditions that do not permit compliance',
      'team',
    ],
    ['where one lives', 'ada', 'inclusion', 'Lives in the county or a neighbouring county', 'team'],
    ['people living with an illness live nowhere in particular', 'ada', 'exclusion', 'Patients living with HIV', 'pass'],
    ['follow-up', 'ada', 'inclusion', 'Available for follow-up at the study center', 'team'],
    ['employees', 'ada', 'exclusion', 'Employees of the sponsor or family members of the investigator', 'team'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('can-comply-with-the-protocol', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['willing', 'ada', 'inclusion', 'Willing and able to comply with scheduled visits and study procedures', 'team'],
    ['a cooperative group is no cooperation', 'ada', 'inclusion', 'Eastern Cooperative Oncology Group performance status 0-1', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

import { describe, expect, it } from 'vitest'
import type { Fact } from '../record/fact.ts'
import { mergeResponses } from './responses.ts'
import { on, responded, treated } from './therapy/statement.fixture.ts'
import { mergeTreatments } from './treatments.ts'

const asOf = on('2026-10-01')
const merged = (facts: readonly Fact[]) =>
  mergeResponses(facts, asOf, mergeTreatments(facts, asOf).treatments).map(({ value, date, on }) =>
    `${value} ${date ?? ''} ${(on ?? []).join('+')}`.trim(),
  )

describe('the course of responses', () => {
  const first = treated('capecitabine', { start: '2025-01-05', end: '2025-09-01' })
  const second = treated('eribulin', { start: '2025-10-01' })
  it.each<[trap: string, facts: Fact[], expected: string[]]>([
    [
      'the scan and the visit after it are one',
      [first, responded('progression', '2025-08-20'), responded('progression', '2025-09-02')],
      ['progression 2025-08-20 capecitabine'],
    ],
    [
      'what ran at the time',
      [first, second, responded('progression', '2025-08-20'), responded('partial', '2026-02-01')],
      ['progression 2025-08-20 capecitabine', 'partial 2026-02-01 eribulin'],
    ],
    ['progression dated after the last dose', [first, responded('progression', '2025-09-20')], ['progression 2025-09-20 capecitabine']],
    ['long after the last dose nothing ran', [first, responded('progression', '2026-03-20')], ['progression 2026-03-20']],
    [
      'the words say on what',
      [first, second, responded('progression', '2025-08-20', ['capecitabine'])],
      ['progression 2025-08-20 capecitabine'],
    ],
    [
      'undated, and already known',
      [first, responded('progression', '2025-08-20'), responded('progression', undefined, ['capecitabine'])],
      ['progression 2025-08-20 capecitabine'],
    ],
    ['undated and about nothing', [first, responded('stable')], []],
    [
      'two progressions',
      [first, second, responded('progression', '2025-08-20'), responded('progression', '2026-05-20')],
      ['progression 2025-08-20 capecitabine', 'progression 2026-05-20 eribulin'],
    ],
  ])('%s', (_trap, facts, expected) => {
    expect(merged(facts)).toEqual(expected)
  })
})

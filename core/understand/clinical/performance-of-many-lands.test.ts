import { describe, expect, it } from 'vitest'
import type { FactKind } from '../../record/fact.ts'
import { missingFrom, saidIn } from '../said.fixture.ts'

const CASES: readonly (readonly [trap: string, kind: FactKind, text: string, wanted: string[]])[] = [
  [
    'written as: O: PS 1. 116/70.',
    'performance',
    `Clinic 12/03/2026
O: PS 1. 116/70.`,
    ['ECOG 1'],
  ],
  [
    'written as: WHO performance status 1. Weight 66 kg.',
    'performance',
    `Clinic 12/03/2026
WHO performance status 1. Weight 66 kg.`,
    ['ECOG 1'],
  ],
  [
    'written as: ECOG PS: 2 (was 1)',
    'performance',
    `Clinic 12/03/2026
ECOG PS: 2 (was 1)`,
    ['ECOG 2'],
  ],
  [
    'written as: PS=0',
    'performance',
    `Clinic 12/03/2026
PS=0`,
    ['ECOG 0'],
  ],
  [
    'written as: On review she remains ECOG 1, fit and well.',
    'performance',
    `Clinic 12/03/2026
On review she remains ECOG 1, fit and well.`,
    ['ECOG 1'],
  ],
  [
    'written as: Karnofsky 80%',
    'performance',
    `Clinic 12/03/2026
Karnofsky 80%`,
    ['Karnofsky 80'],
  ],
  [
    'written as: General condition good (KPS 90 %, ECOG 0)',
    'performance',
    `Clinic 12/03/2026
General condition good (KPS 90 %, ECOG 0)`,
    ['Karnofsky 90', 'ECOG 0'],
  ],
  [
    'written as: ECOG-Status: 1',
    'performance',
    `Clinic 12/03/2026
ECOG-Status: 1`,
    ['ECOG 1'],
  ],
  [
    'written as: Performance score 1 (WHO)',
    'performance',
    `Clinic 12/03/2026
Performance score 1 (WHO)`,
    ['ECOG 1'],
  ],
  [
    'written as: Patient is active, PS-1, pulse 82.',
    'performance',
    `Clinic 12/03/2026
Patient is active, PS-1, pulse 82.`,
    ['ECOG 1'],
  ],
  [
    'written as: ECOG Performance Status: (1) Restricted in physically strenuous activity',
    'performance',
    `Clinic 12/03/2026
ECOG Performance Status: (1) Restricted in physically strenuous activity`,
    ['ECOG 1'],
  ],
  [
    'written as: Performance Status: ECOG - Grade 1',
    'performance',
    `Clinic 12/03/2026
Performance Status: ECOG - Grade 1`,
    ['ECOG 1'],
  ],
  [
    'written as: ECOG PERFORMANCE STATUS: 1 - Symptomatic but completely ambulatory',
    'performance',
    `Clinic 12/03/2026
ECOG PERFORMANCE STATUS: 1 - Symptomatic but completely ambulatory`,
    ['ECOG 1'],
  ],
  [
    'written as: She is PS 2 now',
    'performance',
    `Clinic 12/03/2026
She is PS 2 now`,
    ['ECOG 2'],
  ],
  [
    'written as: ECOG of 0-1.',
    'performance',
    `Clinic 12/03/2026
ECOG of 0-1.`,
    ['ECOG 1'],
  ],
  [
    'written as: ECOG 0 at baseline, ECOG 1 today',
    'performance',
    `Clinic 12/03/2026
ECOG 0 at baseline, ECOG 1 today`,
    ['ECOG 1'],
  ],
  [
    'written as: Perf status one.',
    'performance',
    `Clinic 12/03/2026
Perf status one.`,
    ['ECOG 1'],
  ],
  [
    'written as: GC fair, ECOG PS I',
    'performance',
    `Clinic 12/03/2026
GC fair, ECOG PS I`,
    ['ECOG 1'],
  ],
  [
    'written as: Examination ECOG1 wt 58 kg chest clear. 12/03/2026',
    'performance',
    `Examination ECOG1 wt 58 kg chest clear. 12/03/2026`,
    ['ECOG 1'],
  ],
  [
    'written as: PS: ECOG 1; KPS: 90',
    'performance',
    `Clinic 12/03/2026
PS: ECOG 1; KPS: 90`,
    ['ECOG 1', 'Karnofsky 90'],
  ],
  [
    'written as: Trial requires ECOG 0-1.',
    'performance',
    `Clinic 12/03/2026
Trial requires ECOG 0-1.`,
    ['-'],
  ],
  [
    'written as: AZ 1 nach ECOG; ECOG-PS 1',
    'performance',
    `Clinic 12/03/2026
AZ 1 nach ECOG; ECOG-PS 1`,
    ['ECOG 1'],
  ],
  [
    'written as: O/E: PS 1, comfortable, no pallor.',
    'performance',
    `Clinic 12/03/2026
O/E: PS 1, comfortable, no pallor.`,
    ['ECOG 1'],
  ],
  [
    'written as: performance status (ECOG) today: 1',
    'performance',
    `Clinic 12/03/2026
performance status (ECOG) today: 1`,
    ['ECOG 1'],
  ],
  [
    'written as: Zubrod score = 1',
    'performance',
    `Clinic 12/03/2026
Zubrod score = 1`,
    ['ECOG 1'],
  ],
  [
    'written as: WHO PS 0/1',
    'performance',
    `Clinic 12/03/2026
WHO PS 0/1`,
    ['ECOG 1'],
  ],
  [
    'written as: her PS has dropped from 1 to 2',
    'performance',
    `Clinic 12/03/2026
her PS has dropped from 1 to 2`,
    ['ECOG 2'],
  ],
  [
    'written as: ER 90% PR 1% HER2 1+; PS II',
    'performance',
    `Clinic 12/03/2026
ER 90% PR 1% HER2 1+; PS II`,
    ['ECOG 2'],
  ],
]

describe('performance status in many ways of writing', () => {
  it.each(CASES)('%s', (_trap, kind, text, wanted) => {
    expect(missingFrom(saidIn(kind, text), wanted)).toEqual([])
  })
})

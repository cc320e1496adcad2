import { describe, expect, it } from 'vitest'
import type { Fact } from '../record/fact.ts'
import { mergeMedications } from './medications.ts'
import { note, profileOfTexts } from './records.fixture.ts'
import { listed, on, treated } from './therapy/statement.fixture.ts'
import { mergeTreatments } from './treatments.ts'

const asOf = on('2026-10-01')
const merged = (facts: readonly Fact[]) =>
  mergeMedications(facts, asOf, mergeTreatments(facts, asOf).treatments).map(({ name, status }) => `${name} ${status}`)

const list = (said: string, ...names: string[]) => names.map((name) => listed(name, 'current', said))

describe('the list of medicines', () => {
  it('holds the drugs of the treatments, each ended when it ended', () => {
    const facts = [
      treated('docetaxel+trastuzumab+pertuzumab', { start: '2021-06', end: '2021-11', setting: 'metastatic' }),
      treated('trastuzumab+pertuzumab', { start: '2021-11', end: '2024-11-12', setting: 'metastatic', stopped: 'progression' }),
      treated('trastuzumab deruxtecan', { start: '2024-12-02', ongoing: true }),
    ]
    const { treatments } = mergeTreatments(facts, asOf)
    expect(mergeMedications(facts, asOf, treatments).map(({ name, status, end }) => `${name} ${status} ${end ?? ''}`.trim())).toEqual([
      'trastuzumab deruxtecan current',
      'docetaxel past',
      'pertuzumab past 2024-11-12',
      'trastuzumab past 2024-11-12',
    ])
  })

  it.each<[trap: string, facts: Fact[], expected: string[]]>([
    ['the same on two lists', [...list('2025-01-05', 'losartan'), ...list('2026-09-08', 'losartan')], ['losartan current']],
    [
      'a later stop',
      [...list('2024-02-12', 'hydrochlorothiazide'), listed('hydrochlorothiazide', 'past', '2026-09-08', { end: '2025' })],
      ['hydrochlorothiazide past'],
    ],
    [
      'an older stop, then taken up again',
      [listed('sertraline', 'past', '2022-01-05', { end: '2022-01' }), listed('sertraline', 'current', '2026-09-08', { start: '2025-03' })],
      ['sertraline current'],
    ],
    [
      'stopped on the same day as a list carries it',
      [listed('omeprazole', 'current', '2026-09-17'), listed('omeprazole', 'past', '2026-09-17', { end: '2024' })],
      ['omeprazole past'],
    ],
    [
      'a full list a year later leaves it out',
      [
        ...list('2025-03-20', 'omeprazole', 'amlodipine', 'levothyroxine'),
        ...list('2026-09-17', 'amlodipine', 'levothyroxine', 'ondansetron'),
      ],
      ['amlodipine current', 'levothyroxine current', 'ondansetron current', 'omeprazole past'],
    ],
    [
      'a list of the week after leaves it out',
      [...list('2026-09-10', 'loratadine'), ...list('2026-09-17', 'amlodipine', 'levothyroxine', 'ondansetron')],
      ['amlodipine current', 'levothyroxine current', 'loratadine current', 'ondansetron current'],
    ],
    [
      'a list of two is no full list',
      [...list('2025-03-20', 'omeprazole'), ...list('2026-09-17', 'amlodipine', 'levothyroxine')],
      ['amlodipine current', 'levothyroxine current', 'omeprazole current'],
    ],
    ['brand and generic are one', [...list('2026-09-17', 'Xgeva', 'denosumab')], ['denosumab current']],
    ['strength and form are not the name', [...list('2026-09-17', 'amlodipine 5 mg oral tablet', 'amlodipine')], ['amlodipine current']],
    [
      'a cancer drug that a list still carries',
      [treated('olaparib', { start: '2024-12-18', end: '2025-05-21' }), ...list('2026-09-23', 'olaparib')],
      ['olaparib past'],
    ],
    [
      'a cancer drug still taken',
      [treated('letrozole', { start: '2025-12-18', ongoing: true }), ...list('2026-09-23', 'letrozole')],
      ['letrozole current'],
    ],
    [
      'the latest dose counts, the status with it',
      [
        listed('metformin', 'current', '2024-02-12', { dose: '1000 mg BID' }),
        listed('metformin', 'current', '2026-09-08', { dose: '500 mg BID' }),
      ],
      ['metformin current'],
    ],
  ])('%s', (_trap, facts, expected) => {
    expect(merged(facts)).toEqual(expected)
  })

  it('shows the dose of the latest list', () => {
    const facts = [
      listed('metformin', 'current', '2024-02-12', { dose: '1000 mg BID' }),
      listed('metformin', 'current', '2026-09-08', { dose: '500 mg BID' }),
    ]
    expect(mergeMedications(facts, asOf, [])[0]?.dose).toBe('500 mg BID')
  })

  it('says why a medicine is counted as past', () => {
    const facts = [...list('2025-03-20', 'omeprazole'), ...list('2026-09-17', 'amlodipine', 'levothyroxine', 'ondansetron')]
    expect(mergeMedications(facts, asOf, []).find(({ name }) => name === 'omeprazole')?.reason).toBe('no longer on the list of 2026-09-17')
  })
})

describe('the dose of a medicine', () => {
  const doseOfMetformin = (...texts: string[]) => profileOfTexts(texts).medications.find(({ name }) => name === 'metformin')?.dose
  it.each([
    [
      'the newest',
      [note('02/12/2024', 'ok.\nMEDICATIONS: metformin 1000 mg BID'), note('09/08/2024', 'ok.\nMEDICATIONS: metformin 500 BID')],
      '500 BID',
    ],
    [
      'with its unit where a list gives it',
      [note('02/12/2024', 'ok.\nMEDICATIONS: metformin 500 mg twice daily'), note('04/08/2024', 'ok.\nMEDICATIONS: metformin 500')],
      '500 mg twice daily',
    ],
    [
      'unknown when only a statement of long ago gives one',
      [note('02/12/2023', 'ok.\nMEDICATIONS: metformin 1000 mg BID'), note('09/08/2024', 'ok.\nMEDICATIONS: metformin')],
      undefined,
    ],
  ])('is %s', (_, texts, dose) => {
    expect(doseOfMetformin(...texts)).toBe(dose)
  })
})

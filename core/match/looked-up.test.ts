import { describe, expect, it } from 'vitest'
import { aPatient, expectVerdict } from './a-patient.ts'
import { describesOnly } from './describing-words.ts'
import { lookedUp } from './looked-up.ts'

describe('words that no kind understood', () => {
  it.each([
    ['an illness by the form of its name', 'granulomatous vasculitis', 'no'],
    ['a deficiency', 'lactase deficiency', 'no'],
    ['a syndrome', 'serotonin syndrome', 'no'],
    ['a class of drugs', 'zeta kinase inhibitor', 'unknown'],
    ['a treatment', 'hyperthermic perfusion', 'unknown'],
    ['a test', 'elevated troponin', 'unknown'],
    ['a gene', 'xyz1 fusion', 'unknown'],
    ['a measurement', 'osmolality > 300', 'unknown'],
    ['a judgement', 'unwilling vasculitis', 'unknown'],
    ['an operation with the name of an illness', 'surgery vasculitis', 'unknown'],
    ['a diagnosis, which is no illness', 'diagnosis', 'unknown'],
  ])('%s', (_, words, holds) => {
    const finding = lookedUp(words, aPatient('ada'))
    expect([finding.holds, finding.bySilence === true]).toEqual([holds, holds === 'no'])
  })

  it('are not looked up where no history was taken', () => {
    expect(lookedUp('granulomatous vasculitis', aPatient('eve')).holds).toBe('unknown')
  })

  it.each([
    ['a class that was given', 'ada', 'exclusion', 'Prior treatment with any CDK inhibitor', 'fail'],
    ['a class that was not given', 'ada', 'exclusion', 'Prior treatment with a PARP inhibitor or a KRAS inhibitor', 'pass'],
    ['what nobody understands', 'ada', 'exclusion', 'Prior exposure to flumazolone rinse', 'unknown'],
    ['adjectives that share a noun', 'ada', 'exclusion', 'Uncontrolled systemic fungal, bacterial, or viral infection', 'pass'],
  ] as const)('%s', (_, who, section, text, label) => expectVerdict(who, section, text, label))

  it.each([
    ['uncontrolled bacterial', true],
    ['ocular', true],
    ['immunocompromised', false],
    ['hospital', false],
    ['antibiotic', false],
  ])('only describe, or name something: %s', (words, only) => expect(describesOnly(words)).toBe(only))
})

import { PartialDate } from '@carefolio/core/record/partial-date.ts'
import { exampleProfile } from '@carefolio/core/report/example.test-data.ts'
import { describe, expect, it } from 'vitest'
import { ASKED_FOR, askedForOf } from './missing.ts'

const day = (text: string) => PartialDate.parse(text)
const stateOf = (what: (typeof ASKED_FOR)[number], profile = exampleProfile()) =>
  askedForOf(profile).find((one) => one.what === what)?.state

describe('what a second opinion asks for', () => {
  it('names each thing once', () => {
    expect(askedForOf(exampleProfile()).map(({ what }) => what)).toEqual([...ASKED_FOR])
  })

  it('takes silence for missing', () => {
    expect(stateOf('genes', { ...exampleProfile(), biomarkers: [] })).toBe('missing')
    expect(stateOf('receptors', { ...exampleProfile(), receptors: [] })).toBe('missing')
  })

  it.each([
    ['of last week', '2026-09-24', 'there'],
    ['of last year', '2025-09-24', 'old'],
  ])('laboratory values %s are %s', (_, date, state) => {
    const labs = [{ test: 'ANC', value: 2.1, date: day(date), evidence: exampleProfile().person.evidence }]
    expect(stateOf('labs', { ...exampleProfile(), labs })).toBe(state)
  })

  it('says nothing is old whose date is not known', () => {
    const labs = [{ test: 'ANC', value: 2.1, evidence: exampleProfile().person.evidence }]
    expect(stateOf('labs', { ...exampleProfile(), labs })).toBe('there')
  })

  it('lets metastases stand for the stage', () => {
    expect(stateOf('stage', { ...exampleProfile(), stages: [] })).toBe('there')
    const { extent, ...early } = { ...exampleProfile(), stages: [] }
    expect(extent).toBeDefined()
    expect(stateOf('stage', early)).toBe('missing')
  })
})

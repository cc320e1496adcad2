import { describe, expect, it } from 'vitest'
import { DocumentId } from '../record/document-id.ts'
import type { Evidence } from '../record/evidence.ts'
import type { Fact } from '../record/fact.ts'
import { PartialDate } from '../record/partial-date.ts'
import { aDocument } from '../understand/prose/a-reading.ts'
import { profileOf } from './profile.ts'

const asOf = PartialDate.parse('2026-10-01')
const documents = ['a', 'b'].map((id) => aDocument('Clinic note 2025-03-01', { id: DocumentId.parse(id), file: `${id}.txt` }))

const evidence = (document: string, by?: string): [Evidence] => [
  {
    document: DocumentId.parse(document),
    file: `${document}.txt`,
    page: 1,
    start: 0,
    end: 11,
    quote: 'Clinic note',
    ...(by ? { by } : {}),
  },
]
const byRule = (fact: Pick<Fact, 'kind' | 'value'>, document = 'a') =>
  ({ ...fact, certainty: 'stated', said: PartialDate.parse('2025-03-01'), evidence: evidence(document), from: 'rule:test@1' }) as Fact
const byModel = (fact: Pick<Fact, 'kind' | 'value'>, document = 'b') =>
  ({
    ...fact,
    certainty: 'probable',
    said: PartialDate.parse('2026-03-01'),
    evidence: evidence(document, 'model:m@1'),
    from: 'model:m@1',
  }) as Fact

const gene = (name: string, result: 'positive' | 'negative') => ({ kind: 'biomarker' as const, value: { gene: name, result } })
const drug = (name: string, start: string) => ({
  kind: 'treatment' as const,
  value: { type: 'systemic' as const, name, drugs: [name], start: PartialDate.parse(start) },
})
const er = (status: 'positive' | 'negative', date: string) => ({
  kind: 'receptors' as const,
  value: { specimen: 'biopsy', date: PartialDate.parse(date), er: { status } },
})
const profile = (...facts: Fact[]) => profileOf(facts, documents, { asOf })

describe('facts of a model', () => {
  it('fill a gap, and say who found them', () => {
    const { biomarkers } = profile(byModel(gene('ESR1', 'positive')))
    expect(biomarkers).toHaveLength(1)
    expect(biomarkers[0]?.evidence[0]?.by).toBe('model:m@1')
  })

  it('say nothing of a gene that a rule has read', () => {
    const { biomarkers } = profile(byRule(gene('ESR1', 'negative')), byModel(gene('ESR1', 'positive')))
    expect(biomarkers.map(({ result }) => result)).toEqual(['negative'])
  })

  it('say nothing of a drug that a rule has read, also when it was only planned', () => {
    const planned = { ...byRule(drug('letrozole', '2025-01')), certainty: 'planned' } as Fact
    expect(profile(planned, byModel(drug('letrozole', '2026-01'))).treatments).toEqual([])
    expect(profile(byRule(drug('letrozole', '2025-01')), byModel(drug('letrozole', '2026-01'))).treatments).toHaveLength(1)
  })

  it('stand beside another drug', () => {
    const { treatments } = profile(byRule(drug('letrozole', '2025-01')), byModel(drug('capecitabine', '2026-01')))
    expect(treatments.map(({ name }) => name)).toEqual(['letrozole', 'capecitabine'])
  })

  it('say nothing of a receptor of the same tissue or document', () => {
    const sameDays = profile(byRule(er('positive', '2025-02-20')), byModel(er('negative', '2025-03-02')))
    const sameDocument = profile(byRule(er('positive', '2025-02-20')), byModel(er('negative', '2026-03-02'), 'a'))
    for (const { receptors } of [sameDays, sameDocument]) expect(receptors.map((one) => one.er?.status)).toEqual(['positive'])
  })

  it('never decide the current receptors where a rule has read any, however new they are', () => {
    const { receptors, currentReceptors } = profile(byRule(er('positive', '2020-02-20')), byModel(er('negative', '2026-03-02')))
    expect(receptors.map((one) => one.er?.status)).toEqual(['positive', 'negative'])
    expect(currentReceptors?.er).toBe('positive')
  })

  it('give the current receptors where no rule has read any', () => {
    expect(profile(byModel(er('negative', '2026-03-02'))).currentReceptors?.er).toBe('negative')
  })
})

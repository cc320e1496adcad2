import { describe, expect, it } from 'vitest'
import type { Document } from '../record/document.ts'
import { DocumentId } from '../record/document-id.ts'
import type { Fact, FactKind } from '../record/fact.ts'
import { PartialDate } from '../record/partial-date.ts'
import { type ToldCorrection, withCorrections, withoutDismissed } from './corrections.ts'
import { profileOf } from './profile.ts'

const date = PartialDate.parse('2026-10-01')
const document = (id: string, text: string): Document => ({
  id: DocumentId.parse(id),
  file: `${id}.txt`,
  bytes: text.length,
  format: 'text',
  read: true,
  pages: [{ number: 1, text, source: 'markup' }],
  entries: [],
  date: PartialDate.parse('2026-03-01'),
  problems: [],
})
const PANEL = 'BRCA1 and BRCA2: no mutation found'
const fact = <K extends FactKind>(kind: K, value: Fact<K>['value'], quote: string, id = 'panel', start = 0): Fact =>
  ({
    kind,
    value,
    certainty: 'stated',
    evidence: [{ document: DocumentId.parse(id), file: `${id}.txt`, page: 1, start, end: start + quote.length, quote }],
    from: 'rule:invented@1',
  }) as Fact
const gene = (name: string, start = 0) => fact('biomarker', { gene: name, result: 'negative', origin: 'germline' }, PANEL, 'panel', start)
const told = (more: Partial<ToldCorrection>): ToldCorrection => ({
  id: 'c1',
  act: 'dismiss',
  kind: 'biomarker',
  about: [],
  date,
  by: 'Berta',
  ...more,
})
const profileWith = (facts: readonly Fact[], corrections: readonly ToldCorrection[]) => {
  const corrected = withCorrections(facts, [document('panel', PANEL)], corrections)
  return withoutDismissed(profileOf(corrected.facts, corrected.documents, { asOf: date }), corrections)
}
const genes = (corrections: readonly ToldCorrection[], facts = [gene('BRCA1'), gene('BRCA2')]) =>
  profileWith(facts, corrections).biomarkers.map(({ gene: name, result }) => `${name} ${result}`)

describe('what a person says of their profile', () => {
  const [brca1] = profileWith([gene('BRCA1')], []).biomarkers
  const about = brca1?.evidence ?? []

  it('takes away one of several things that the same words tell, and leaves the others', () => {
    expect(genes([])).toEqual(['BRCA1 negative', 'BRCA2 negative'])
    expect(genes([told({ about, was: brca1 })])).toEqual(['BRCA2 negative'])
  })

  it('holds when the file is read again and the words stand elsewhere', () => {
    expect(genes([told({ about, was: brca1 })], [gene('BRCA1', 400), gene('BRCA2', 400)])).toEqual(['BRCA2 negative'])
  })

  it('puts another value in its place, with the words of the person as evidence, which stand in a document', () => {
    const correction = told({ act: 'correct', about, was: brca1, value: { gene: 'BRCA1', result: 'positive', origin: 'germline' } })
    const profile = profileWith([gene('BRCA1'), gene('BRCA2')], [correction])
    const entry = profile.biomarkers.find(({ gene: name }) => name === 'BRCA1')
    expect(entry?.result).toBe('positive')
    expect(entry?.evidence[0]?.file).toBe('told by Berta, on 2026-10-01')
    const { documents } = withCorrections([], [], [correction])
    const place = entry?.evidence[0]
    expect(documents[0]?.pages[0]?.text.slice(place?.start, place?.end)).toBe(place?.quote)
  })

  it('confirms and adds as facts of the person', () => {
    const added = told({ act: 'add', kind: 'allergy', value: { name: 'latex' } })
    expect(profileWith([], [added]).allergies.map(({ name }) => name)).toEqual(['latex'])
    const confirmed = told({ act: 'confirm', about, value: { gene: 'BRCA1', result: 'negative', origin: 'germline' } })
    expect(genes([confirmed])).toEqual(['BRCA1 negative', 'BRCA2 negative'])
  })

  it('takes away what was derived from something else: the extent from metastases', () => {
    const liver = fact('metastasis', { site: 'liver', status: 'active' }, 'liver metastases')
    const { extent } = profileWith([liver], [])
    expect(extent?.value).toBe('metastatic')
    const dismissed = told({ kind: 'extent', about: extent?.evidence ?? [], was: extent })
    expect(profileWith([liver], [dismissed]).extent).toBeUndefined()
    expect(profileWith([liver], [dismissed]).metastases).toHaveLength(1)
  })

  it('does not take a value in another form', () => {
    const wrong = told({ act: 'add', kind: 'lab', value: { test: 5 } })
    expect(withCorrections([], [], [wrong])).toEqual({ facts: [], documents: [] })
  })
})

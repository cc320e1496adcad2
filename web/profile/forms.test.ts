import { FACT_KINDS, Fact, type FactKind } from '@carefolio/core/record/fact.ts'
import { exampleProfile, words } from '@carefolio/core/report/example.test-data.ts'
import { describe, expect, it } from 'vitest'
import { FORMS, filledIn, writtenAt, wrongFields } from './forms.ts'

const kinds = FACT_KINDS.filter((kind) => FORMS[kind] !== undefined)

/** Fills each line with something that may stand there. */
function anyAnswers(kind: FactKind): Record<string, string> {
  return Object.fromEntries(
    (FORMS[kind] ?? []).map((field) => [
      field.path,
      field.is === 'choice'
        ? (field.of[0] ?? '')
        : { text: 'words', date: '2024-05', number: '2', flag: 'true', list: 'letrozole, ribociclib' }[field.is],
    ]),
  )
}

describe('the forms of the profile', () => {
  it.each(kinds)('make a fact that the vocabulary knows: %s', (kind) => {
    const value = filledIn(kind, {}, anyAnswers(kind))
    const fact = Fact.safeParse({ kind, value, certainty: 'stated', evidence: [words('told')], from: 'person' })
    expect(fact.error?.issues).toBeUndefined()
  })

  it('keep what they do not ask', () => {
    const [specimen] = exampleProfile().receptors
    const from: Record<string, unknown> = { ...specimen }
    const written = Object.fromEntries((FORMS.receptors ?? []).map(({ path }) => [path, writtenAt(from, path)]))
    expect(filledIn('receptors', from, { ...written, 'her2.status': 'negative' })).toEqual({
      specimen: 'left breast core biopsy',
      date: '2018-05-03',
      er: { status: 'positive', percent: 95 },
      her2: { status: 'negative', ihc: '1+' },
    })
  })

  it('take away what was emptied', () => {
    expect(filledIn('allergy', { name: 'latex', reaction: 'rash' }, { name: 'latex', reaction: '' })).toEqual({ name: 'latex' })
  })

  it.each([
    ['a name that is missing', 'allergy', { name: ' ' }, ['name']],
    ['a number in words', 'lab', { test: 'ANC', value: 'two' }, ['value']],
    ['a date in another order', 'performance', { scale: 'ECOG', value: '1', date: '05/2024' }, ['date']],
    ['nothing wrong', 'performance', { scale: 'ECOG', value: '1', date: '2024-05' }, []],
  ] as const)('say what is wrong: %s', (_, kind, written, wrong) => expect(wrongFields(kind, written)).toEqual(wrong))
})

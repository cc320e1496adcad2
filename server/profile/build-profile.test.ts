import { DocumentId } from '@carefolio/core/record/document-id.ts'
import { PartialDate } from '@carefolio/core/record/partial-date.ts'
import { aDocument } from '@carefolio/core/understand/prose/a-reading.ts'
import { understand } from '@carefolio/core/understand/understand.ts'
import { describe, expect, it } from 'vitest'
import { buildProfile } from './build-profile.ts'

const TEXTS = [
  'MEDICAL ONCOLOGY PROGRESS NOTE\nVisit date: 09/01/2026\nPatient: Berta Lund  DOB 03/04/1960\nWoman with left breast cancer. ECOG 1.',
  'MEDICAL ONCOLOGY PROGRESS NOTE\nVisit date: 07/01/2026\nPatient: Otis Grant  DOB 11/23/1948\nECOG 3.',
]
const documents = TEXTS.map((text, i) => aDocument(text, { id: DocumentId.parse(`doc-${i + 1}`), file: `${i + 1}.txt` }))

const builtOf = (birthDate: string, own?: { key: string; documents: string[] }) =>
  buildProfile({
    own,
    person: { name: 'Berta Lund', birthDate: PartialDate.parse(birthDate) },
    documents,
    facts: documents.flatMap(understand),
    told: [],
    answers: [],
    asOf: PartialDate.parse('2026-10-01'),
  })
const profileOfOneBornOn = (birthDate: string) => builtOf(birthDate).profile

describe('the profile of a person among whose files are those of another', () => {
  it('is made of the files with the date of birth in Settings', () => {
    expect(profileOfOneBornOn('1960-03-04').performance.map(({ value }) => value)).toEqual([1])
    expect(profileOfOneBornOn('1948-11-23').performance.map(({ value }) => value)).toEqual([3])
  })

  it('is made of the files of whom the person chose, whatever date of birth stands in Settings', () => {
    const choose = (key: string, documents: string[] = []) => builtOf('1971-01-01', { key, documents })
    expect(choose('1960-03-04').profile.performance.map(({ value }) => value)).toEqual([1])
    expect(choose('1948-11-23').profile.performance.map(({ value }) => value)).toEqual([3])
    expect(choose('1948-11-23').found).toMatchObject({ own: '1948-11-23', by: 'choice' })
    // Another key than at the time of the choice, but the same files.
    expect(choose('otis grant', ['doc-2']).profile.performance.map(({ value }) => value)).toEqual([3])
    // Nobody of then is there any more.
    expect(choose('somebody', ['doc-9']).profile.performance).toEqual([])
  })

  it('asks to check a file that names nobody, where others are of another person', () => {
    const nameless = aDocument('LABORATORY REPORT\nCollected: 08/01/2026\nHemoglobin 9.1 g/dL', {
      id: DocumentId.parse('doc-3'),
      file: 'loose page.txt',
    })
    const asked = (all: typeof documents) =>
      buildProfile({
        person: { name: 'Berta Lund', birthDate: PartialDate.parse('1960-03-04') },
        documents: all,
        facts: all.flatMap(understand),
        told: [],
        answers: [],
        asOf: PartialDate.parse('2026-10-01'),
      }).profile.checks.filter(({ message }) => message.includes('Nobody is named'))
    const [check] = asked([...documents, nameless])
    expect(check?.message).toContain('loose page.txt')
    expect(check?.evidence.map(({ document }) => document)).toEqual(['doc-3'])
    expect(asked([...documents.slice(0, 1), nameless])).toEqual([])
    expect(asked(documents)).toEqual([])
  })

  it('names the people found, and says whose of them it is made of', () => {
    expect(builtOf('1960-03-04').found).toMatchObject({
      own: '1960-03-04',
      by: 'birth-date',
      people: [
        { birthDate: '1948-11-23', names: ['Otis Grant'] },
        { birthDate: '1960-03-04', names: ['Berta Lund'] },
      ],
    })
    expect(builtOf('1971-01-01').found.own).toBeUndefined()
  })

  it.each([
    ['found', '1960-03-04'],
    ['not found', '1971-01-01'],
  ])('says a way out that there is in the place, where that date is %s', (_, birthDate) => {
    const { problems } = profileOfOneBornOn(birthDate)
    expect(problems?.map(({ code }) => code)).toEqual(['two-people'])
    expect(problems?.[0]?.wayOut).toContain('Settings')
    expect(problems?.[0]?.wayOut).not.toContain('--person')
  })
})

import { describe, expect, it } from 'vitest'
import { DocumentId } from '../../record/document-id.ts'
import { aDocument } from '../../understand/prose/a-reading.ts'
import { understand } from '../../understand/understand.ts'
import { peopleIn } from './people-in.ts'

const groups = (...texts: string[]) => {
  const documents = texts.map((text, i) => aDocument(text, { id: DocumentId.parse(`${i + 1}`), file: `${i + 1}.txt` }))
  return peopleIn(documents.flatMap(understand), documents)
}
const shape = (found: ReturnType<typeof groups>) => [
  found.people.map(({ documents }) => documents.join('')).toSorted(),
  found.unnamed.join(''),
  found.main?.key,
]

const berta = 'Patient: Berta Lund   DOB 03/04/1960   MRN 7741209\nLeft breast cancer.'
const otis = 'Patient: Otis Grant   DOB 11/23/1948   MRN 5588213\nProstate cancer.'

describe('the people in a set of documents', () => {
  it.each<[string, string[], unknown[]]>([
    ['are one', [berta, berta], [['12'], '', '1960-03-04']],
    ['are two, and nobody’s records plainly: one document each', [berta, otis], [['1', '2'], '', undefined]],
    ['are two, and not plainly: three against two', [berta, berta, berta, otis, otis], [['123', '45'], '', undefined]],
    ['are two, plainly of the one: a stray file among many', [berta, berta, otis], [['12', '3'], '', '1960-03-04']],
    ['are one: a birth date with one slip', [berta, berta.replace('1960', '1961')], [['12'], '', '1960-03-04']],
    ['are two: sisters with near birth dates', [berta, 'Patient: LUND, BRITTA   DOB 03/04/1962\nPain.'], [['1', '2'], '', undefined]],
    [
      'are one: a maiden name under the same birth date',
      [berta, 'Patient: Berta Hale   DOB 03/04/1960\nPain.'],
      [['12'], '', '1960-03-04'],
    ],
    ['are one: an old document with name and number only', [berta, 'PATIENT: LUND, B   MRN 7741209\nPain.'], [['12'], '', '1960-03-04']],
    [
      'are one: a maiden name with the same hospital number',
      [berta, 'Patient: Berta Hale   MRN 7741209\nPain.'],
      [['12'], '', '1960-03-04'],
    ],
    [
      'are one: a birth date misread in the records of one hospital',
      [berta, berta.replace('03/04/1960', '08/09/1960')],
      [['12'], '', '1960-03-04'],
    ],
    ['are two: namesakes with other birth dates', [berta, 'Patient: Berta Lund   DOB 08/19/1971\nPain.'], [['1', '2'], '', undefined]],
    ['leave a document alone that names nobody', [berta, 'CT CHEST\nNo nodules.'], [['1'], '2', '1960-03-04']],
    ['leave a document alone whose maiden name nothing supports', [berta, 'Patient: Berta Hale\nPain.'], [['1'], '2', '1960-03-04']],
    [
      'are two without any birth date',
      ['Patient: Berta Lund   MRN 7741209\nPain.', 'Patient: Otis Grant   MRN 5588213\nPain.'],
      [['1', '2'], '', undefined],
    ],
    [
      'are not doctors or relatives',
      [berta, 'Consultant: Otis Grant\nNext of kin: Pia Moss\nRe: Left Breast Cancer\nPain.'],
      [['1'], '2', '1960-03-04'],
    ],
  ])('%s', (_, texts, expected) => {
    expect(shape(groups(...texts))).toEqual(expected)
  })

  it('lists a document with a stray page with both people', () => {
    const found = groups(berta, `${berta}\f${otis}`)
    expect(found.people).toMatchObject([
      { key: '1960-03-04', documents: ['1', '2'], names: ['Berta Lund'], mrns: ['7741209'] },
      { key: '1948-11-23', documents: ['2'], names: ['Otis Grant'], because: '1 document gives the birth date 1948-11-23.' },
    ])
  })
})

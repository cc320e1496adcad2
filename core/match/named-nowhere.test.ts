import { describe, expect, it } from 'vitest'
import { wordStems } from '../codes/word-stem.ts'
import { wordsOnRecord } from '../profile/words-on-record.ts'
import { aPatient, aTrial } from './a-patient.ts'
import { namedNowhere } from './named-nowhere.ts'

/** Letters of more than four hundred different words, and what else they say. */
const letters = (more: string) =>
  Array.from({ length: 450 }, (_, i) => `w${String.fromCharCode(97 + (i % 26), 97 + Math.floor(i / 26))}rd`).join(' ') + ` ${more}`
const ada = aPatient('ada')
const whose = (more: string) => ({ ...ada, words: [...new Set(wordStems(letters(more)))].sort().join(' ') })
const found = (words: string, more = '', keepsOut: boolean | undefined = true) =>
  namedNowhere(words, { profile: whose(more), asOf: ada.asOf, trial: aTrial({}), keepsOut })?.holds

describe('what keeps people out and stands nowhere in the records', () => {
  it.each([
    ['an operation in no table', 'external biliary shunt'],
    ['a drug in no table', 'prior rezatapopt'],
    ['a plural', 'allograft transplantations'],
    ['a British spelling', 'haemophagocytosis'],
  ])('is not so: %s', (_trap, words) => expect(found(words)).toBe('no'))

  it.each([
    ['one of its words stands there', 'external biliary shunt', 'A biliary stent was placed.'],
    ['it stands there in the American spelling', 'haemophagocytosis', 'Hemophagocytic syndrome was ruled out.'],
    ['it stands there with an accent', 'sjogren', 'Sjögren'],
    ['only general words', 'severe complications', ''],
    ['a value', 'ferritin above 500', ''],
    ['a gene', 'kras', ''],
    ['what people agree to', 'unwilling rezatapopt', ''],
    ['a place alone', 'spleen', ''],
  ])('is left open: %s', (_trap, words, more) => expect(found(words, more)).toBeUndefined())

  it('says nothing of what the trial asks for', () => {
    expect(found('external biliary shunt', '', false)).toBeUndefined()
  })

  it('says nothing where few words were read, or none are kept', () => {
    const asked = { asOf: ada.asOf, trial: aTrial({}), keepsOut: true }
    expect(namedNowhere('external biliary shunt', { profile: { ...ada, words: 'breast cancer' }, ...asked })).toBeUndefined()
    expect(namedNowhere('external biliary shunt', { profile: ada, ...asked })).toBeUndefined()
  })

  it('lets in by silence, and asks to confirm', () => {
    const finding = namedNowhere('external biliary shunt', { profile: whose(''), asOf: ada.asOf, trial: aTrial({}), keepsOut: true })
    expect(finding).toMatchObject({ bySilence: true, needs: [{ key: 'history:external biliary shunt' }] })
    expect(finding?.because).toContain('Confirm with the trial team')
  })
})

it('the words of files that could not be read, or are copies, are not counted', () => {
  const page = (text: string) => [{ number: 1, text, source: 'markup' as const }]
  const one = { bytes: 1, format: 'text' as const, entries: [], problems: [], read: true }
  expect(
    wordsOnRecord([
      { ...one, id: 'a', file: 'a', pages: page('Liver metastases, 3 mm') },
      { ...one, id: 'b', file: 'b', pages: page('Spleen'), read: false },
      { ...one, id: 'c', file: 'c', pages: page('Kidney'), sameAs: 'a' },
    ] as never),
  ).toBe('liver metast')
})

import { describe, expect, it } from 'vitest'
import { findDrug } from '../codes/drugs.ts'
import { paramsOf, paramsText } from './params-text.ts'
import { therapiesIn } from './therapy-words.ts'

const includes = (words: string, drug: string) => {
  const known = findDrug(drug)
  return known !== undefined && therapiesIn(words).some(({ therapies }) => therapies.some((one) => one.includes(known)))
}

describe('a class of drugs', () => {
  it.each([
    ['any family of kinases', 'previous cdk inhibitor', 'ribociclib', 'capecitabine'],
    ['spelled out', 'cyclin-dependent kinase inhibitor', 'palbociclib', 'alpelisib'],
    ['spelled out with its letters', 'cyclin dependent kinase (cdk) inhibitors', 'abemaciclib', 'olaparib'],
    ['each of two kinases', 'cdk4 and cdk6 inhibitors', 'palbociclib', 'everolimus'],
    ['the noun in front', 'inhibitors of cdk4/6', 'ribociclib', 'fulvestrant'],
    ['one kinase of the family only', 'cdk7 inhibitor', 'samuraciclib', 'palbociclib'],
    ['what agents act on', 'agents targeting topoisomerase ii', 'doxorubicin', 'irinotecan'],
    ['the first is not the second', 'topoisomerase i inhibitor', 'irinotecan', 'etoposide'],
    ['neither said', 'a topoisomerase inhibitor', 'etoposide', 'capecitabine'],
    ['a conjugate by target', 'anti-her2 adc', 'trastuzumab deruxtecan', 'trastuzumab'],
    ['a small molecule by target', 'her2-directed tyrosine kinase inhibitor', 'tucatinib', 'trastuzumab'],
    ['against a target, alone', 'anti-pd-l2', 'pembrolizumab', 'ipilimumab'],
    ['by its receptor', 'er degrader', 'elacestrant', 'tamoxifen'],
    ['by what it carries', 'auristatin analogues', 'disitamab vedotin', 'trastuzumab emtansine'],
    ['approved or not', 'approved or investigational pi3k inhibitor', 'alpelisib', 'capivasertib'],
  ])('is read: %s', (_, words, one, other) => {
    expect(includes(words, one)).toBe(true)
    expect(includes(words, other)).toBe(false)
  })

  it.each(['kras g12c inhibitor', 'kat6 inhibitors', 'anti-tigit antibody', 'a radioligand therapy', 'car-t cells'])(
    'against a target of no listed drug is a class that none was given of: %s',
    (words) => {
      expect(therapiesIn(words).flatMap(({ therapies }) => therapies.map(({ isUnlisted }) => isUnlisted))).toEqual([true])
    },
  )

  it.each(['strong cyp3a4 inhibitors', 'ace inhibitor', 'proton pump inhibitors', 'p-gp inhibitors', 'anti-emetic drugs'])(
    'of other medicines is no treatment of the cancer: %s',
    (words) => expect(therapiesIn(words)).toEqual([]),
  )

  it.each(['prior cdk inhibitor', 'anti-her2 adc', 'kat6 inhibitors', 'monoclonal antibodies', 'chemotherapy', 'dxd-123 or letrozole'])(
    'is the same when it was stored and read back: %s',
    (words) => {
      const [list] = therapiesIn(words)
      const back = paramsOf(paramsText(list)) as typeof list
      const all = ['palbociclib', 'trastuzumab deruxtecan', 'trastuzumab', 'letrozole', 'capecitabine'].map((name) => findDrug(name))
      const asked = (one: typeof list) =>
        one?.therapies.map(({ includes, isUnlisted }) => [isUnlisted, ...all.map((drug) => drug && includes(drug))])
      expect(asked(back)).toEqual(asked(list))
    },
  )
})

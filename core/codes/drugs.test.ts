import { describe, expect, it } from 'vitest'
import { drugsOfClass, drugsOfRegimen, findDrug, findDrugs, isOncology } from './drugs.ts'

const spotted = (text: string) => findDrugs(text).map(({ start, end, drug }) => [text.slice(start, end), drug.name])

describe('finding drugs by name', () => {
  it.each([
    ['Enhertu', 'trastuzumab deruxtecan'],
    ['t dxd', 'trastuzumab deruxtecan'],
    ['T-DM1', 'trastuzumab emtansine'],
    ['ORSERDU', 'elacestrant'],
    ['5-FU', 'fluorouracil'],
    ['Abraxane', 'nab-paclitaxel'],
    ['Lupron Depot', 'leuprolide'],
    ['zoledronate', 'zoledronic acid'],
  ])('%s is %s', (name, generic) => expect(findDrug(name)?.name).toBe(generic))

  it('knows nothing of other words', () => expect(findDrug('lisinopril')).toBeUndefined())
})

describe('spotting drugs in text', () => {
  it.each([
    ['an antibody-drug conjugate is not its antibody', 'on trastuzumab deruxtecan', [['trastuzumab deruxtecan', 'trastuzumab deruxtecan']]],
    [
      'names joined by signs are apart',
      'letrozole/palbociclib+goserelin',
      [
        ['letrozole', 'letrozole'],
        ['palbociclib', 'palbociclib'],
        ['goserelin', 'goserelin'],
      ],
    ],
    ['a suffix of a biosimilar belongs to the name', 'trastuzumab-anns weekly', [['trastuzumab-anns', 'trastuzumab']]],
    ['a part of a word is no drug', 'antitrastuzumab taxoltype', []],
    [
      'a regimen in capitals is its drugs',
      'adjuvant ddAC x4',
      [
        ['ddAC', 'doxorubicin'],
        ['ddAC', 'cyclophosphamide'],
      ],
    ],
    ['enteric-coated is not a regimen', 'aspirin EC 81 mg daily', []],
    ['before meals is not a regimen', 'insulin AC and HS', []],
  ])('%s', (_trap, text, expected) => expect(spotted(text)).toEqual(expected))
})

it('lists the drugs of a class by mechanism, payload and family', () => {
  expect(drugsOfClass('topoisomerase I payload').map((drug) => drug.name)).toContain('sacituzumab govitecan')
  expect(drugsOfClass('anti-HER2 therapy').map((drug) => drug.name)).toEqual(
    expect.arrayContaining(['trastuzumab', 'trastuzumab emtansine', 'tucatinib']),
  )
  expect(drugsOfClass('chemo').map((drug) => drug.name)).not.toContain('letrozole')
})

it('expands regimens', () => expect(drugsOfRegimen('TCHP')).toEqual(['docetaxel', 'carboplatin', 'trastuzumab', 'pertuzumab']))

it('tells drugs against cancer from supportive ones', () => {
  expect(isOncology('letrozole')).toBe(true)
  expect(isOncology('denosumab')).toBe(false)
})

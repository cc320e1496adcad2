import { describe, expect, it } from 'vitest'
import type { FactValue } from '../../record/fact.ts'
import { aReading } from '../prose/a-reading.ts'
import { allergies } from './allergies.ts'

const said = (text: string) =>
  allergies.find(aReading(text)).map((fact) => {
    if (fact.kind === 'absence') return `no ${fact.value.name}`
    const { name, reaction } = fact.value as FactValue<'allergy'>
    return `${name}${reaction === undefined ? '' : ` (${reaction})`}`
  })
const note = (body: string) => `ONCOLOGY PROGRESS NOTE\nVisit date: 03/05/2024\n${body}`

describe('allergies', () => {
  it.each<[string, string, string[]]>([
    ['reaction in brackets', note('ALLERGIES: penicillin (hives)'), ['penicillin (hives)']],
    ['an arrow', note('ALLERGIES: sulfa -> rash'), ['sulfa (rash)']],
    ['a dash', note('ALLERGIES: lisinopril - angioedema'), ['lisinopril (angioedema)']],
    ['nothing between', note('ALLERGIES: PCN anaphylaxis; latex rash.'), ['pcn (anaphylaxis)', 'latex (rash)']],
    ['no reaction', note('ALLERGIES: Compazine.'), ['compazine']],
    ['several with commas', note('ALLERGIES: codeine, sulfa, IV contrast'), ['codeine', 'sulfa', 'iv contrast']],
    ['and', note('ALLERGIES: iodine and codeine'), ['iodine', 'codeine']],
    ['none but one', note('HPI: No known drug allergies except for trimethoprim (rash).'), ['trimethoprim (rash)']],
    ['none but one in the list', note('ALLERGIES: NKDA apart from latex.'), ['latex']],
    ['none in British words', note('Allergies: none known.'), ['no drug allergy']],
    ['nil of allergy', note('HPI: H/O allergy: nil.'), ['no drug allergy']],
    ['an intolerance before the list', note('HPI: Intolerances: statins (myalgia).'), ['statins (myalgia)']],
    ['lines of a list', note('ALLERGIES:\nAmoxicillin (diarrhoea)\nMorphine - itch'), ['amoxicillin (diarrhoea)', 'morphine (itch)']],
    ['none known', note('ALLERGIES: NKDA'), ['no drug allergy']],
    ['none in words', note('ALLERGIES: No known drug allergies.'), ['no drug allergy']],
    ['a reaction denied', note('ALLERGIES: sulfonamide antibiotics (hives). No contrast reaction.'), ['sulfonamide antibiotics (hives)']],
    ['a row', note('ALLERGIES\nIodinated contrast media  Hives  Mild  Active'), ['iodinated contrast media (hives)']],
    ['short heading', note('All: sulfa -> hives'), ['sulfa (hives)']],
    ['a sentence in the list', note('ALLERGIES: She is truly allergic to co-trimoxazole (rash)'), ['co-trimoxazole (rash)']],
    ['only a reaction', note('ALLERGIES: Taxotere caused facial flushing only, NOT an allergy.'), []],
    ['in a sentence', note('HPI: She is allergic to penicillin.'), ['penicillin']],
    ['gives me', 'My story\nSulfa drugs give me hives.', ['sulfa drugs (hives)']],
    ['a prescription in the list', note('ALLERGIES: capecitabine 500 mg tablet daily'), []],
    ['tolerated', note('ALLERGIES: tolerated losartan well'), []],
    ['a relative', note('FH: Mother allergic to penicillin.'), []],
    ['premedication of a scan', 'CT CHEST WITH CONTRAST (premedicated, contrast allergy)\nFINDINGS: Normal.', []],
    [
      'severity in brackets',
      note('ALLERGIES: PENICILLIN (ANAPHYLAXIS, childhood); LATEX (rash)'),
      ['penicillin (anaphylaxis)', 'latex (rash)'],
    ],
    ['an unknown substance with a reaction', note('ALLERGIES: strawberries (swelling)'), ['strawberries (swelling)']],
    ['words that are no substance', note('ALLERGIES: reviewed with patient today'), []],
    ['the regimen in the same line', note('ALLERGIES: sulfa (rash)   Regimen: docetaxel, carboplatin, trastuzumab'), ['sulfa (rash)']],
    ['a regimen without a label', note('ALLERGIES: latex, docetaxel, carboplatin'), ['latex']],
    ['a reaction to an anticancer drug', note('ALLERGIES: paclitaxel (anaphylaxis)'), ['paclitaxel (anaphylaxis)']],
    ['who gave it is no substance', note('HPI: I gave her pregabalin for pain.'), []],
    ['what it gave her', note('HPI: Codeine gave her a rash.'), ['codeine (rash)']],
    ['seasonal', note('HPI: seasonal allergies'), []],
  ])('%s', (_trap, text, expected) => {
    expect(said(text)).toEqual(expected)
  })
})

import { describe, expect, it } from 'vitest'
import type { FactValue } from '../../record/fact.ts'
import { aReading } from '../prose/a-reading.ts'
import { person } from './person.ts'

const said = (text: string) => [
  ...new Set(
    person.find(aReading(text)).map((fact) =>
      Object.entries(fact.value as FactValue<'person'>)
        .map(([key, value]) => `${key} ${value}`)
        .join(' '),
    ),
  ),
]
const note = (body: string) => `ONCOLOGY PROGRESS NOTE\nVisit date: 03/05/2024\nHPI: ${body}`

describe('who the records are about', () => {
  it.each<[string, string, string[]]>([
    ['birth date in numbers', 'Patient: Roe, Jane   DOB: 04/22/1971', ['birthDate 1971-04-22']],
    ['day first with a name of the month', 'DOB 22-APR-1971', ['birthDate 1971-04-22']],
    ['born on', 'Name: Jane Roe. Born April 22, 1971.', ['birthDate 1971-04-22']],
    ['a letter', 'RE: Mrs Jane Roe, born 19 January 1958', ['birthDate 1958-01-19', 'sex female']],
    ['no label, sex beside it', 'ROE, JANE     01/19/1958     F', ['birthDate 1958-01-19', 'sex female']],
    ['sex before the birth date', 'Mme DURAND Anne   F  30/06/1988', ['sex female']],
    ['pregnancies counted', note('Pharmacist, G1P1, found a lump.'), ['sex female']],
    ['she, from the first to the last word', note('She feels well. She walks. She works half days.'), ['sex female']],
    ['a visit is no birth', 'Visit date: 03/05/2024', []],
    ['sex by a word', 'Sex: female', ['sex female']],
    ['sex by age and letter', 'ROE JANE   55F   LOC 9', ['sex female']],
    ['a man', note('61-year-old man with breast cancer.'), ['sex male']],
    ['a lady', note('Please see this 66 year old lady.'), ['sex female']],
    ['the mother is not the patient', note('Her mother, a 70-year-old woman, is well.'), []],
    ['a surgeon of women', note('Mr Brown operated on her. She went home well.'), []],
    ['a surgeon in the letterhead', 'Mr Paul Stone, Consultant Surgeon\nDear colleague,\nShe attended my clinic.', []],
    ['a man with his title', note('Mr Stone came today. He is well.'), ['sex male']],
    ['menopause and woman', note('She is a perimenopausal woman.'), ['sex female', 'menopausal peri']],
    ['menopause, a code, and woman', note('Ann is a premenopausal G2P2 woman with a lump.'), ['sex female', 'menopausal pre']],
    ['menopause and lady', note('Thank you for seeing this postmenopausal retired lady.'), ['sex female', 'menopausal post']],
    ['home address', 'Patient: Jane Roe  Address: 12 Elm St, Oak Lawn, IL 60453', ['zip 60453']],
    ['zip alone', note('Lives with her wife. Zip 78745.'), ['zip 78745']],
    ['state in words', 'Jane Roe. Home: 12 Elm, Oak Lawn, Illinois 60453.', ['zip 60453']],
    ['the letterhead of a hospital', 'VALLEY HOSPITAL, 100 Main Street, Columbus, OH 43210', []],
  ])('%s', (_trap, text, expected) => {
    expect(said(text)).toEqual(expected)
  })
})

describe('menopause', () => {
  it.each<[string, string, string[]]>([
    ['postmenopausal', note('She is postmenopausal.'), ['menopausal post']],
    ['with a hyphen', note('Post-menopausal woman.'), ['sex female', 'menopausal post']],
    ['premenopausal', note('Premenopausal at diagnosis.'), ['menopausal pre']],
    ['peri', note('She is peri-menopausal.'), ['menopausal peri']],
    ['not yet', note('She is not postmenopausal.'), []],
    ['ovaries removed', note('TAH/BSO in 2015.'), ['menopausal post']],
    ['removed in words', note('Bilateral salpingo-oophorectomy 2015.'), ['menopausal post']],
    ['only planned', note('Bilateral oophorectomy is planned for May.'), []],
    ['postponed', note('Bilateral oophorectomy was postponed.'), []],
    ['declined', note('She declined BSO.'), []],
    ['recent period', note('LMP 2/20/2024, regular.'), ['menopausal pre']],
    ['last period long ago', note('Last menses was in 2009.'), ['menopausal post']],
    ['stopped by chemotherapy', note('LMP 1/2022, then chemotherapy.'), []],
    ['a relative', note('Mother was postmenopausal at diagnosis.'), []],
    ['a man says nothing of it', note('61-year-old man.'), ['sex male']],
  ])('%s', (_trap, text, expected) => {
    expect(said(text)).toEqual(expected)
  })
})

import { describe, expect, it } from 'vitest'
import { aPatient, aTrial } from './a-patient.ts'
import { distanceFromBreast, reasonNotForPerson } from './relevance.ts'

const ada = aPatient('ada')
const asks = (words: string) => `Inclusion Criteria:\n\n* ${words}\n\nExclusion Criteria:\n\n* Pregnancy`
const about = (title: string, conditions: string[], criteriaText: string) => aTrial({ title, conditions, keywords: [], criteriaText })

describe('which trials are for a person with breast cancer at all', () => {
  it.each([
    ['breast cancer by name', about('A trial', ['Breast Cancer'], asks('Adults'))],
    ['solid tumours by name', about('A trial in advanced solid tumors', ['Neoplasms'], asks('Adults'))],
    [
      'tumours named by their gene',
      about('A PARP inhibitor in BRCA-mutated tumors', ['BRCA1 Mutation'], asks('Advanced solid tumors of any type')),
    ],
    [
      'a gene as the only condition',
      about('An inhibitor for AKT1 E17K', ['AKT1 Gene Mutation'], asks('Any type of cancer with an AKT1 mutation')),
    ],
    [
      'a target as the only word',
      about('An antibody for CLDN6-positive disease', ['CLDN6'], asks('Ovarian or breast cancer, or another tumor with CLDN6')),
    ],
    [
      'a record that names nothing, of which the criteria do',
      aTrial({ id: 'DEMO0003', title: 'DEMO0003', conditions: [], keywords: [], criteriaText: asks('Metastatic breast cancer') }),
    ],
  ])('judges a trial of %s', (_, trial) => expect(reasonNotForPerson(trial, ada)).toBeUndefined())

  it.each([
    ['another cancer', about('A trial in lung cancer with a BRCA mutation', ['Lung Cancer'], asks('No earlier breast cancer'))],
    ['another cancer', about('HER2-expressing salivary gland cancers', ['Salivary Gland Carcinoma'], asks('Salivary gland carcinoma'))],
    ['another disease', about('A trial in asthma', ['Asthma'], asks('Asthma for a year'))],
    ['another disease', about('Asthma', ['Asthma'], 'Inclusion Criteria:\n* Asthma\nExclusion Criteria:\n* Any type of cancer')],
  ])('leaves out, as %s, what is for others', (reason, trial) => expect(reasonNotForPerson(trial, ada)).toBe(reason))

  it('does not say of a record in which no part names a disease that it is for another disease', () =>
    expect(
      reasonNotForPerson(
        aTrial({ id: 'DEMO0002', title: 'DEMO0002', conditions: [], keywords: [], criteriaText: asks('Diabetes for a year') }),
        ada,
      ),
    ).toContain('names no disease'))

  it('sorts a trial that names no organ before one of other organs', () => {
    const gene = about('Olaparib in BRCA-mutated tumors', ['BRCA1 Mutation'], asks('Advanced solid tumors'))
    const lung = about('Olaparib in lung and other solid tumors', ['Lung Cancer'], asks('Advanced solid tumors'))
    expect(distanceFromBreast(gene)).toBeLessThan(distanceFromBreast(lung))
  })
})

import { describe, expect, it } from 'vitest'
import type { FactValue } from '../../record/fact.ts'
import { aReading } from '../prose/a-reading.ts'
import { extent } from './extent.ts'

const said = (body: string) =>
  extent
    .find(aReading(`ONCOLOGY PROGRESS NOTE\nVisit date: 03/05/2024\nHPI: ${body}`))
    .filter((fact) => fact.kind === 'extent')
    .map((fact) => {
      const { value, since, deNovo } = fact.value as FactValue<'extent'>
      return `${value}${since === undefined ? '' : ` ${since}`}${deNovo === undefined ? '' : deNovo ? ' de novo' : ' relapse'}`
    })

describe('extent of the disease', () => {
  it.each<[string, string, string[]]>([
    ['metastatic', 'Metastatic breast cancer.', ['metastatic']],
    ['short', '53F w/ HR+/HER2- MBC, PD on 1L.', ['metastatic']],
    ['triple negative', 'metastatic TNBC', ['metastatic']],
    ['stage IV', 'Stage IV breast cancer.', ['metastatic']],
    ['de novo with its month', 'De novo stage IV 11/2020.', ['metastatic 2020-11 de novo']],
    ['recurrent', 'Recurrent metastatic breast cancer.', ['metastatic relapse']],
    ['spread only to the axilla', 'Metastatic breast carcinoma in 2 axillary lymph nodes.', []],
    ['node named before', 'Axillary node: metastatic breast carcinoma.', []],
    ['not metastatic', 'Non-metastatic breast cancer.', []],
    ['no sign of it', 'No evidence of metastatic breast cancer.', []],
    ['asked', 'Rule out metastatic breast cancer.', []],
    ['mother', 'Mother died of metastatic breast cancer.', []],
    ['a trial', 'A trial for patients with metastatic breast cancer.', []],
    ['a drug', 'Approved for metastatic breast cancer.', []],
    ['taken back', 'The ED note lists metastatic breast cancer in error.', []],
    ['locally advanced', 'Locally advanced breast cancer.', ['locally-advanced']],
    ['inflammatory', 'Inflammatory breast cancer of the left side.', ['locally-advanced']],
    ['early', 'Early-stage HER2-positive breast cancer.', ['early']],
    ['year of the side', 'Metastatic triple negative breast cancer (left breast 2019).', ['metastatic']],
    ['month of the side', 'Metastatic breast cancer (right breast 05/2017).', ['metastatic']],
    ['year of the first cancer in short', 'Metastatic TNBC (R breast 2018).', ['metastatic']],
    ['year of the primary', 'Metastatic breast cancer (primary 2015).', ['metastatic']],
    ['since when', 'Metastatic breast cancer (since 2021).', ['metastatic 2021']],
    ['its own year', 'Metastatic breast cancer 06/2021.', ['metastatic 2021-06']],
    ['kidney disease', 'Stage 4 kidney disease.', []],
  ])('%s', (_trap, body, expected) => {
    expect(said(body)).toEqual(expected)
  })
})

import { describe, expect, it } from 'vitest'
import { missingFrom, saidIn } from '../said.fixture.ts'

const HEAD_1 =
  'MEDICAL ONCOLOGY CLINIC LETTER\nDate: 23/03/2025\nPatient: Test Person   DOB 24/05/1966\n\nHistory of metastatic breast cancer.\n'

describe('medicines told in many ways', () => {
  it.each<[string, ...string[]]>([
    [
      'Current medications: letrozole 2.5 mg od, ramipril 2.5 mg od, atorvastatin 20 mg nocte, Adcal D3 bd',
      'ramipril current 2.5 mg',
      'atorvastatin current 20 mg',
      'letrozole current',
    ],
    [
      'Medications:\nMetformin XR 1000 mg qd\nGabapentin 300 tid\nOndansetron prn',
      'metformin current 1000 mg',
      'gabapentin current 300',
      'ondansetron current',
    ],
    ['On: capecitabine 1500 mg bd, ramipril 2.5, sertraline 50.', 'ramipril current', 'sertraline current'],
    ['Meds: amlodipine 5, losartan 50, Eltroxin 75 mcg', 'amlodipine current 5', 'losartan current 50', 'levothyroxine current 75 mcg'],
    [
      'DRUGS: Tab. Metformin 500 mg BD, Tab. Thyronorm 50 mcg OD, Inj. Zoledronic acid 4 mg q3mo',
      'metformin current 500 mg BD',
      'levothyroxine current 50 mcg',
      'zoledronic acid current',
    ],
    [
      'Current medication: bisoprolol 2.5 mg 1-0-0, pantoprazole 40 mg 1-0-0, ibuprofen as needed',
      'bisoprolol current 2.5 mg',
      'pantoprazole current 40 mg',
      'ibuprofen current',
    ],
    ['She takes apixaban 5 mg bd and omeprazole 20 mg.', 'apixaban current 5 mg', 'omeprazole current 20 mg'],
    ['Denosumab 120 mg every 4 weeks since 2023.', 'denosumab current 120 mg'],
    ['dexamethasone 4 mg bd, weaning, stopped 10/03/2025', 'dexamethasone past'],
    ['Off prednisone since February.', 'prednisone past'],
    ['not taking warfarin', '!warfarin current'],
  ])('in a letter or note: %s', (words, ...wanted) => {
    expect(missingFrom(saidIn('medication', `${HEAD_1}${words}`), wanted)).toEqual([])
  })
})

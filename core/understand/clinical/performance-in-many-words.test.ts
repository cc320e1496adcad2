import { describe, expect, it } from 'vitest'
import { missingFrom, saidIn } from '../said.fixture.ts'

const HEAD_1 =
  'MEDICAL ONCOLOGY CLINIC LETTER\nDate: 23/03/2025\nPatient: Test Person   DOB 24/05/1966\n\nHistory of metastatic breast cancer.\n'

describe('performance status told in many ways', () => {
  it.each<[string, ...string[]]>([
    ['PS 0', 'ECOG 0'],
    ['PS: 0', 'ECOG 0'],
    ['O: PS 1. 116/70', 'ECOG 1'],
    ['ECOG PS 1', 'ECOG 1'],
    ['Performance status 1.', 'ECOG 1'],
    ['WHO performance status is 2', 'ECOG 2'],
    ['WHO PS 0', 'ECOG 0'],
    ['ECOG-1', 'ECOG 1'],
    ['ECOG performance status of 0-1', 'ECOG'],
    ['KPS 80%', 'Karnofsky 80'],
    ['Karnofsky index 90 %', 'Karnofsky 90'],
    ['She has an ECOG of 1.', 'ECOG 1'],
    ['performance status (ECOG): 1', 'ECOG 1'],
    ['ECOG PERFORMANCE STATUS: 1 - Restricted in physically strenuous activity', 'ECOG 1'],
    ['PS ECOG 0', 'ECOG 0'],
    ['Performance Status ECOG Grade 1', 'ECOG 1'],
    ['ECOG Score: 1', 'ECOG 1'],
    ['Her performance status remains 1', 'ECOG 1'],
    ['performance status zero', 'ECOG 0'],
    ['PS1', 'ECOG 1'],
    ['ECOG/WHO 1', 'ECOG 1'],
    ['Karnofsky performance score: 70', 'Karnofsky 70'],
    ['On examination she is well, PS=1, weight 62 kg', 'ECOG 1'],
    ['ECOG status: I', 'ECOG 1'],
    ['Zubrod 1', 'ECOG 1'],
    ['Eastern Cooperative Oncology Group performance status 1', 'ECOG 1'],
    ['Trial requires ECOG 0-1', '-'],
    ['PS 5 + IS 3 = 8', '-'],
    ['EPS score 2', '-'],
    ['Allgemeinzustand: ECOG 1', 'ECOG 1'],
    ['General condition: good (ECOG 0)', 'ECOG 0'],
  ])('in a letter or note: %s', (words, ...wanted) => {
    expect(missingFrom(saidIn('performance', `${HEAD_1}${words}`), wanted)).toEqual([])
  })
})

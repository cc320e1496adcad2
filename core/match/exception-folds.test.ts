import { describe, expect, it } from 'vitest'
import { aPatient, aTrial, type Somebody } from './a-patient.ts'
import { compileTrial } from './compile.ts'
import { matchTrials } from './match.ts'

/** The verdict on the exclusion that has a list under it. ada: no illness, adjuvant and metastatic lines. bea: stable brain metastases. fay: HIV. */
function verdictOf(who: Somebody, more: object, lead: string, ...points: string[]) {
  const profile = { ...aPatient(who), ...more }
  const criteriaText = [
    'Exclusion Criteria:',
    '* Pregnancy',
    `* ${lead}`,
    ...points.map((point) => `  * ${point}`),
    '* Known allergy',
  ].join('\n')
  const [trial] = matchTrials(profile, [compileTrial(aTrial({ id: 'DEMO0001', criteriaText }))], { asOf: profile.asOf }).trials
  return trial?.criteria.find(({ criterion }) => criterion.text.includes(lead))?.verdict.label
}

const having = (...names: string[]) => ({
  conditions: names.map((name) => ({ name, status: 'active', evidence: aPatient('ada').cancers[0]?.evidence ?? [] })),
})

describe('what is listed under an exclusion as its exception', () => {
  it.each<[trap: string, who: Somebody, more: object, expected: string, lead: string, points: string[]]>([
    [
      'one exception of several is enough',
      'ada',
      having('vitiligo'),
      'pass',
      'Autoimmune disease, with the following exceptions:',
      ['Vitiligo', 'Type 1 diabetes'],
    ],
    [
      'none of them is known to hold',
      'ada',
      having('lupus'),
      'unknown',
      'Autoimmune disease, with the following exceptions:',
      ['Vitiligo', 'Type 1 diabetes'],
    ],
    [
      'a full stop behind the announcement',
      'ada',
      having('vitiligo'),
      'pass',
      'Autoimmune disease with the following exception.',
      ['Patients with vitiligo are eligible.'],
    ],
    [
      'an exception is told as a permission',
      'ada',
      having('type 1 diabetes'),
      'pass',
      'Autoimmune disease, except:',
      ['Patients with type 1 diabetes may be enrolled.'],
    ],
    [
      'a permission under it opens it',
      'ada',
      having('type 1 diabetes'),
      'pass',
      'Active autoimmune disease',
      ['Patients with type 1 diabetes are eligible'],
    ],
    [
      'a permission for others is not known to be for her',
      'ada',
      having('lupus'),
      'unknown',
      'Active autoimmune disease',
      ['Patients with type 1 diabetes are eligible'],
    ],
    [
      'a permission of another matter does not',
      'ada',
      having('lupus'),
      'fail',
      'Active autoimmune disease',
      ['Prior radiotherapy is allowed'],
    ],
    [
      'conditions are met together',
      'bea',
      {},
      'fail',
      'Brain metastases unless all of the following are met:',
      ['They are treated and stable', 'No prior treatment with trastuzumab'],
    ],
    [
      'and when both are',
      'bea',
      {},
      'pass',
      'Brain metastases unless all of the following are met:',
      ['They are treated and stable', 'No prior treatment with capecitabine'],
    ],
    [
      'a state told of a tumour there',
      'bea',
      {},
      'pass',
      'CNS involvement. Patients fulfilling the following criterion are eligible:',
      ['CNS tumor is clinically stable'],
    ],
    [
      'adjuvant treatment that is allowed excuses no other',
      'ada',
      {},
      'fail',
      'Prior endocrine therapy for metastatic disease',
      ['Patients who received adjuvant endocrine therapy are eligible'],
    ],
    [
      'a drug that is allowed leaves open what else was given',
      'ada',
      {},
      'unknown',
      'Prior endocrine therapy',
      ['Patients who received anastrozole are eligible'],
    ],
    [
      'what tells the exception apart was not understood',
      'ada',
      having('lupus'),
      'unknown',
      'Active lupus with the following exception:',
      ['Zorblaxed lupus'],
    ],
  ])('%s', (_trap, who, more, expected, lead, points) => expect(verdictOf(who, more, lead, ...points)).toBe(expected))
})

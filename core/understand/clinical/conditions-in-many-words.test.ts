import { describe, expect, it } from 'vitest'
import { missingFrom, saidIn } from '../said.fixture.ts'

const HEAD_1 =
  'MEDICAL ONCOLOGY CLINIC LETTER\nDate: 23/03/2025\nPatient: Test Person   DOB 24/05/1966\n\nHistory of metastatic breast cancer.\n'

describe('conditions told in many ways', () => {
  it.each<[string, ...string[]]>([
    [
      'PMH: hypertension, type 2 diabetes mellitus, asthma, hypothyroidism',
      'hypertension active',
      'type 2 diabetes',
      'asthma active',
      'hypothyroidism active',
    ],
    ['Past medical history: DVT left leg 2021, treated with apixaban, resolved.', 'deep vein thrombosis resolved'],
    [
      'Comorbidities: T2DM, HTN, CKD stage 3a, GORD, osteoarthritis',
      'type 2 diabetes',
      'hypertension',
      'chronic kidney disease',
      'reflux',
      'osteoarthritis',
    ],
    ['Known case: Type 2 DM on Metformin.', 'type 2 diabetes'],
    ['Trigeminal neuralgia, on gabapentin with relief.', 'trigeminal neuralgia'],
    ['Interstitial lung disease due to T-DXd, grade 2.', 'interstitial lung disease'],
    ['Grade 1 peripheral neuropathy persists.', 'peripheral neuropathy active'],
    ['She has mild tingling of the fingertips (grade 1).', 'neuropathy'],
    ['depression, on sertraline', 'depression active'],
    ['anxiety', 'anxiety'],
    ['PMH\n- Rheumatoid arthritis\n- Osteoporosis\n- Migraine', 'rheumatoid arthritis', 'osteoporosis', 'migraine'],
    ['hand-foot syndrome grade 2', 'hand-foot'],
    ['Ischaemic heart disease', 'heart disease'],
    ['No history of cardiac disease.', '-'],
    ['epilepsy since childhood', 'epilepsy'],
    ['alpelisib rash grade 3, resolved with steroids', 'rash resolved'],
    ['Grade I diastolic dysfunction', 'diastolic dysfunction'],
    ['Gout, psoriasis, glaucoma', 'gout', 'psoriasis', 'glaucoma'],
    ['Obesity (BMI 34)', 'obesity'],
    ['obstructive sleep apnoea on CPAP', 'sleep apn'],
    ['community acquired pneumonia in February 2025', 'pneumonia'],
    ['Iron deficiency anaemia', 'iron deficiency'],
    ['osteonecrosis of the jaw 2023', 'osteonecrosis'],
    ['spinal cord compression T8 in 2024', 'cord compression'],
    ['Her mother has diabetes.', '-'],
    ['no diabetes, no hypertension', '-'],
    ["Crohn's disease in remission", 'crohn'],
    ['ulcerative colitis', 'ulcerative colitis'],
    ['previous TIA 2019', 'transient'],
    ['HIV negative', '-'],
    ['Stroke 2016 with residual left weakness', 'stroke'],
    ['hyperthyroidism due to immunotherapy', 'hyperthyroidism'],
    ['immune mediated hepatitis grade 3, resolved', 'hepatitis~resolved'],
    ['febrile neutropenia June 2024', 'neutropenia'],
    ['mild mitral regurgitation', 'mitral'],
    ['LVEF dip to 48% in October 2023 on trastuzumab, recovered', 'LVEF'],
    ['vertigo', 'vertigo'],
    ['varicose veins', 'varicose'],
    ['benign thyroid nodule', 'thyroid nodule'],
  ])('in a letter or note: %s', (words, ...wanted) => {
    expect(missingFrom(saidIn('condition', `${HEAD_1}${words}`), wanted)).toEqual([])
  })
})

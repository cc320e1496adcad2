import { describe, expect, it } from 'vitest'
import { missingFrom, saidIn } from '../said.fixture.ts'

const HEAD_1 =
  'MEDICAL ONCOLOGY CLINIC LETTER\nDate: 23/03/2025\nPatient: Test Person   DOB 24/05/1966\n\nHistory of metastatic breast cancer.\n'

describe('allergies told in many ways', () => {
  it.each<[string, ...string[]]>([
    ['Allergies: penicillin (anaphylaxis). Elastoplast.', 'penicillin', 'elastoplast'],
    ['ALLERGY: Ceftriaxone - rash.', 'ceftriaxone'],
    ['She suffers from allergic rhinitis (loratadine).', '-'],
    ['Allergic asthma, salbutamol.', '-'],
    ['Allergic conjunctivitis: olopatadine drops.', '-'],
    ['Has allergic dermatitis, hydrocortisone cream.', '-'],
    ['Allergic to penicillin (rash).', 'penicillin'],
    ['Allergic reaction to codeine: hives.', 'codeine'],
    ['NKDA', '-'],
    ['No known drug allergies.', '-'],
    ['Allergic to penicillin and trimethoprim', 'penicillin', 'trimethoprim'],
    ['Adverse reactions: codeine (vomiting)', 'codeine'],
    ['ADR: nil known', '-'],
    ['Allergies: Sulfa drugs, iodinated contrast, latex', 'sulf', 'contrast', 'latex'],
    ['Drug sensitivities: aspirin', 'aspirin'],
    ['Allergies: none', '-'],
    ['Known allergies: penicillin', 'penicillin'],
    ['Intolerances: morphine', 'morphine'],
  ])('in a letter or note: %s', (words, ...wanted) => {
    expect(missingFrom(saidIn('allergy', `${HEAD_1}${words}`), wanted)).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { aTrial } from './a-patient.ts'
import { type Aim, aimOf } from './aim.ts'

const trial = (title: string, interventions: string[] = [], purpose?: string) =>
  aTrial({ title, interventions: interventions.map((name) => ({ name, otherNames: [] })), ...(purpose ? { purpose } : {}) })

describe('what a trial is for', () => {
  it.each<[string, string, string[], Aim]>([
    ['a drug', 'Fulvestrant in advanced breast cancer', ['fulvestrant'], 'treatment'],
    ['a code name alone', 'A study of XYZ-4711 in solid tumors', ['XYZ-4711'], 'treatment'],
    ['radiation', 'Stereotactic radiation for few metastases', [], 'treatment'],
    ['nothing is said: it is taken to treat', 'A study for people with breast cancer', [], 'treatment'],
    ['exercise', 'Walking together after breast cancer', ['supervised exercise'], 'care'],
    ['an app with a drug in the title', 'A text-based program for adherence to letrozole', ['mobile app'], 'care'],
    [
      'a cancer drug given against a side effect is still about the side effect',
      'Preventing neuropathy from paclitaxel',
      ['cooling'],
      'care',
    ],
    ['a picture with a marked drug', '89Zr-trastuzumab PET imaging', ['89Zr-trastuzumab'], 'care'],
    ['a picture that guides a drug', 'FES-PET to choose capecitabine', ['capecitabine'], 'treatment'],
    ['prevention', 'Low-dose tamoxifen for breast cancer risk reduction', ['tamoxifen'], 'care'],
  ])('%s', (_, title, interventions, aim) => expect(aimOf(trial(title, interventions))).toBe(aim))

  it('is what the registry says where it says it', () => {
    expect(aimOf(trial('Walking', ['exercise'], 'TREATMENT'))).toBe('treatment')
    expect(aimOf(trial('Fulvestrant', ['fulvestrant'], 'SUPPORTIVE_CARE'))).toBe('care')
  })
})

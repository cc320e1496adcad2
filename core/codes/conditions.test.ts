import { describe, expect, it } from 'vitest'
import { findCondition, findConditions } from './conditions.ts'

const named = (text: string) => findConditions(text).map(({ start, end, concept }) => `${text.slice(start, end)} = ${concept.name}`)

describe('conditions in a text', () => {
  it.each<[string, string, string[]]>([
    ['the longest name wins', 'Deep vein thrombosis of the leg', ['Deep vein thrombosis = deep vein thrombosis']],
    ['plural', 'cardiac arrhythmias or seizures', ['cardiac arrhythmias = arrhythmia', 'seizures = seizure']],
    ['slash', 'no ILD/pneumonitis', ['ILD/pneumonitis = interstitial lung disease']],
    ['abbreviation in capitals', 'PMH: HTN, T2DM, CAD', ['HTN = hypertension', 'T2DM = type 2 diabetes', 'CAD = coronary disease']],
    ['a syllable is no abbreviation', 'Discussed with Dr. Mi about pe', []],
    ['hyphen', 'graft-versus-host disease', ['graft-versus-host disease = graft-versus-host disease']],
    [
      'abbreviation in brackets inside a name',
      'gastrointestinal (GI) disease',
      ['gastrointestinal (GI) disease = gastrointestinal disease'],
    ],
    ['brackets close a name', 'hepatitis (see below) b', ['hepatitis = hepatitis']],
    ['pulmonary is not arterial', 'pulmonary hypertension', ['pulmonary hypertension = pulmonary hypertension']],
    ['long QT', 'congenital long QT syndrome', ['congenital long QT syndrome = long QT syndrome']],
    ['irregular plural', 'cardiovascular abnormalities', ['cardiovascular abnormalities = heart disease']],
    ['numbers in the name', 'type 2 diabetes with retinopathy', ['type 2 diabetes = type 2 diabetes', 'retinopathy = retinopathy']],
    ['nothing', 'Lives with her sister; likes gardening.', []],
  ])('%s', (_trap, text, expected) => {
    expect(named(text)).toEqual(expected)
  })

  it('knows what a condition is a kind of', () => {
    expect(findCondition('NSTEMI 2019')?.kinds).toEqual(new Set(['myocardial infarction', 'coronary disease', 'heart disease']))
    expect(findCondition('Crohn’s disease')?.kinds.has('autoimmune disease')).toBe(true)
  })
})

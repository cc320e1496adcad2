import { describe, expect, it } from 'vitest'
import { doseBehind, doseCourse, dosesIn, doseText } from './doses.ts'

describe('doses in words about a medicine', () => {
  it.each<[string, string[]]>([
    [' 5.4 mg/kg IV every 21 days', ['5.4 mg/kg IV every 21 days']],
    [' 300 mg BID', ['300 mg BID']],
    [' 500 mg tablet twice daily', ['500 mg tablet twice daily']],
    [' 18 units subcutaneous at bedtime', ['18 units subcutaneous at bedtime']],
    [' 10 mg/kg d1,8 q21d', ['10 mg/kg d1,8 q21d']],
    [' 7.5 mg/kg IV days 1 and 8 every 21 days', ['7.5 mg/kg IV days 1 and 8 every 21 days']],
    [' 75mg/m2', ['75mg/m2']],
    [' 20 mg nocte', ['20 mg nocte']],
    [' 400 mg od, 21 days on 7 off', ['400 mg od']],
    [' AUC 5', ['AUC 5']],
    [' 1,000 mg bd', ['1,000 mg bd']],
    [' 1-2 mg prn', ['1-2 mg prn']],
    [' 3.6 mg subcutaneous implant every 28 days', ['3.6 mg subcutaneous implant every 28 days']],
    // what a lifetime or the blood holds is no dose
    ['. Cumulative dose 240 mg/m2.', []],
    [' 240 mg/m2 cumulative', []],
    [' level 12 mg', []],
    [' 140 mg/dL', []],
    [' (not 1000 mg)', []],
  ])('%s', (words, doses) => {
    expect(dosesIn(words).map(({ text }) => text)).toEqual(doses)
  })

  it.each<[string, string | undefined]>([
    [' 125 mg daily from 3/2024; dose reduced to 100 mg 6/2024', '125 mg daily; 100 mg'],
    [' 5.4 mg/kg q3w, reduced to 4.4 mg/kg from 4/2024 for nausea', '5.4 mg/kg q3w; 4.4 mg/kg from 4/2024'],
    [' was reduced to 500 mg BID (not 1000)', '500 mg BID'],
    [' 1000 mg bd, increased from 500 mg', '1000 mg bd'],
    [' held for ILD, resumed at 4.4 mg/kg', '4.4 mg/kg'],
    [' started 1/2024. Now on 75 mg', '75 mg'],
    ['', undefined],
  ])('first and latest: %s', (words, text) => {
    expect(doseText(doseCourse(words))).toBe(text)
  })

  it.each<[string, string | undefined]>([
    ['metformin 500 BID', '500 BID'],
    ['losartan 50', '50'],
    ['losartan 50, amlodipine', '50'],
    ['sacubitril 49/51 bd', '49/51 bd'],
    ['metformin 2019-03-04', undefined],
    ['metformin 4/2020', undefined],
    ['metformin since 2019', undefined],
  ])('a bare number behind the name: %s', (words, text) => {
    expect(doseBehind(words, words.search(/ /))?.text).toBe(text)
  })
})

import { describe, expect, it } from 'vitest'
import { aPatient, aTrial, expectVerdict, type Somebody } from '../a-patient.ts'
import { conditionsAsked } from '../condition-words.ts'
import { hasCondition } from './has-condition.ts'

describe('has-condition', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['ever', 'fay', 'exclusion', 'History of pneumonitis or interstitial lung disease', 'fail'],
    ['now only', 'fay', 'exclusion', 'Active pneumonitis', 'pass'],
    ['with steroids', 'fay', 'exclusion', 'History of non-infectious pneumonitis that required steroids', 'fail'],
    ['not mentioned', 'ada', 'exclusion', 'History of (non-infectious) pneumonitis that required steroids or current pneumonitis', 'pass'],
    ['no history at all', 'eve', 'exclusion', 'History of congestive heart failure', 'unknown'],
    ['within a window', 'fay', 'exclusion', 'Deep vein thrombosis or pulmonary embolism within 6 months prior to enrollment', 'fail'],
    ['longer ago', 'fay', 'exclusion', 'Deep vein thrombosis within 4 weeks prior to enrollment', 'pass'],
    ['grade from which it counts', 'fay', 'exclusion', 'Peripheral neuropathy grade ≥ 2', 'fail'],
    ['below the grade', 'fay', 'exclusion', 'Peripheral neuropathy of grade 3 or higher', 'pass'],
    ['controlled by the records', 'fay', 'exclusion', 'Uncontrolled hypertension', 'pass'],
    ['out of control by HbA1c', 'fay', 'exclusion', 'Type 1 diabetes or uncontrolled type 2 diabetes', 'fail'],
    ['hepatitis by its test', 'fay', 'exclusion', 'Active hepatitis B infection', 'pass'],
    ['mind', 'fay', 'exclusion', 'Psychiatric illness/social situations that would limit compliance with study requirements', 'pass'],
    [
      'left to judgement',
      'fay',
      'exclusion',
      'Any severe medical or psychiatric condition that in the opinion of the investigator would preclude participation',
      'team',
    ],
    [
      'the cancer itself',
      'ada',
      'exclusion',
      'Clinically significant lung disease, with the exception of disease attributable to lung metastases',
      'pass',
    ],
    ['shared noun', 'ada', 'exclusion', 'Uncontrolled renal, hepatic or pulmonary disease', 'pass'],
    ['an event of a list that is out of control', 'ada', 'exclusion', 'Uncontrolled illness including, but not limited to, angina', 'pass'],
    ['examples of uncontrolled illness', 'fay', 'exclusion', 'Uncontrolled illness such as hypertension or depression', 'pass'],
    ['serious, first of two', 'fay', 'exclusion', 'Serious intercurrent medical or psychiatric illness', 'pass'],
    ['narrowed at its end', 'fay', 'exclusion', 'Depression or epilepsy that would interfere with participation', 'pass'],
    ['grade of a list', 'fay', 'exclusion', 'Grade ≥ 3 diarrhea, nausea or peripheral neuropathy', 'pass'],
    ['a group as a whole', 'fay', 'exclusion', 'Psychiatric disorder', 'team'],
    ['only when on insulin', 'fay', 'exclusion', 'Type 1 diabetes, or type 2 diabetes requiring insulin', 'pass'],
    [
      'any condition in the opinion',
      'ada',
      'exclusion',
      'Any ocular condition that, in the opinion of the investigator, needs surgery',
      'team',
    ],
    ['one eye disease is not another', 'fay', 'exclusion', 'History of uveitis or retinal vein occlusion', 'pass'],
    ['denied list', 'fay', 'inclusion', 'No history of stroke, transient ischemic attack or myocardial infarction within 6 months', 'pass'],
    ['grade with an escaped sign', 'fay', 'exclusion', 'Grade \\>=3 peripheral neuropathy', 'pass'],
    ['what stays has no last day', 'fay', 'exclusion', 'Diabetes within the past 6 months', 'fail'],
    ['steroids for something else', 'fay', 'exclusion', 'Neuropathy that required steroids', 'unknown'],
    ['two names of one illness', 'fay', 'exclusion', 'Interstitial lung disease (ILD)/pneumonitis that required steroids', 'fail'],
    ['both types, on insulin only', 'fay', 'exclusion', 'Diabetes mellitus type I or type II requiring insulin', 'pass'],
    ['a tablet is treatment too', 'fay', 'exclusion', 'Type 2 diabetes requiring ongoing systemic treatment', 'fail'],
    ['vague illness is for the team', 'ada', 'exclusion', 'Significant concomitant illness', 'team'],
    ['a group whose examples are meant as it is', 'fay', 'exclusion', 'Active lung disease, including pneumonitis', 'pass'],
    [
      'a window before its examples',
      'fay',
      'exclusion',
      'Thrombotic events within 1 month, such as stroke, deep vein thrombosis or pulmonary embolism',
      'pass',
    ],
    [
      'a window before its illness',
      'fay',
      'exclusion',
      'Current or history within 6 months of planned Cycle 1 Day 1 of pneumonitis',
      'pass',
    ],
    [
      'defined by the pressure measured',
      'fay',
      'exclusion',
      'Hypertension at screening (systolic blood pressure ≥ 150 mmHg or diastolic ≥ 95 mmHg)',
      'pass',
    ],
    ['a fever that no record tells of', 'ada', 'exclusion', 'History of febrile neutropenia', 'pass'],
    ['a narrowing word that no record bears out', 'fay', 'exclusion', 'Autoimmune neuropathies', 'unknown'],
    ['symptoms that no record tells of', 'fay', 'exclusion', 'History of symptomatic pneumonitis', 'unknown'],
    ['more than a grade', 'fay', 'exclusion', 'More than mild, > grade 1 neurotoxicity at the time of enrollment', 'fail'],
    ['more than the grade that is there', 'fay', 'exclusion', '> grade 2 neurotoxicity at the time of enrollment', 'pass'],
    ['kinds of nerves before the grade', 'fay', 'exclusion', 'Neuropathy, sensory or motor, ≥ grade 3 at screening', 'pass'],
    ['a past grade is not one of today', 'fay', 'exclusion', 'History of ≥ grade 2 pneumonitis at the time of enrollment', 'pass'],
    ['a past grade', 'fay', 'exclusion', 'History of ≥ grade 2 pneumonitis', 'fail'],
    ['a noun before the window', 'fay', 'exclusion', 'Thrombosis events within 1 month', 'pass'],
    ['cannot be controlled', 'fay', 'exclusion', 'Hypertension that cannot be well controlled (>150/>90)', 'pass'],
    ['another inherited syndrome', 'fay', 'exclusion', 'A diagnosis of ataxia telangiectasia', 'pass'],
    ['left to the protocol', 'fay', 'exclusion', 'Neuropathy meeting protocol exclusion', 'unknown'],
    [
      'an AIDS-defining illness is none of the virus alone',
      'ada',
      'exclusion',
      'AIDS-defining opportunistic infection within 12 months',
      'pass',
    ],
    ['the name in the plural', 'ada', 'exclusion', 'Active bleeding diatheses', 'pass'],
    ['a name of twelve words', 'ada', 'exclusion', 'Factors that increase the risk of corrected QT interval (QTc) prolongation', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))

  it.each(['heart, lung, ', 'nausea, ', 'active severe uncontrolled ', 'history of '])(
    'reads long text of “%s” in bounded time',
    (words) => {
      const began = performance.now()
      conditionsAsked(words.repeat(20_000 / words.length))
      expect(performance.now() - began).toBeLessThan(5000)
    },
  )
})

describe('what is asked of each condition of a list', () => {
  const asked = (text: string) => conditionsAsked(text).map(({ params }) => [params.condition, params.current === true, params.days])
  it('says of each infection behind "active infection with" that it is active', () => {
    expect(asked('active or uncontrolled infection with hiv, hepatitis b or hepatitis c').slice(1)).toEqual([
      ['HIV', true, undefined],
      ['hepatitis B', true, undefined],
      ['hepatitis C', true, undefined],
    ])
  })
  it('keeps the window of one alternative from the examples of the next', () => {
    expect(
      asked('stroke within 2 weeks before consent, or a serious vascular disease, such as deep vein thrombosis').map(([name, , days]) => [
        name,
        days,
      ]),
    ).toEqual([
      ['stroke', 14],
      ['heart disease', undefined],
      ['deep vein thrombosis', undefined],
    ])
  })

  it.each<[string, string, 'no' | 'yes']>([
    ['what passes is over when the records say so', 'Patients with a pre-existing peripheral neuropathy', 'no'],
    ['a history of it is asked', 'History of peripheral neuropathy', 'yes'],
  ])('%s', (_trap, text, holds) => {
    const profile = aPatient('fay')
    const conditions = profile.conditions.map((one) => (/neuropathy/.test(one.name) ? { ...one, status: 'resolved' as const } : one))
    const [mention] = hasCondition.find({ text: text.toLowerCase(), start: 0, section: 'exclusion' })
    if (!mention) throw new Error('not read')
    expect(hasCondition.judge(mention.params, { profile: { ...profile, conditions }, asOf: profile.asOf, trial: aTrial() }).holds).toBe(
      holds,
    )
  })
})

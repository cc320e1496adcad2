import { describe, expect, it } from 'vitest'
import { AppError } from '../record/errors.ts'
import { Profile } from '../record/profile.ts'
import { aPatient, aTrial, type Somebody } from './a-patient.ts'
import { TOLD, withAnswers } from './answers.ts'
import { compileTrial } from './compile.ts'
import { matchTrials } from './match.ts'

const judge = (profile: Profile, section: 'Inclusion' | 'Exclusion', words: string) => {
  const trial = compileTrial(aTrial({ criteriaText: `${section} Criteria:\n* ${words}` }))
  const [match] = matchTrials(profile, [trial], { asOf: profile.asOf }).trials
  return match?.criteria.find(({ criterion }) => !criterion.header)?.verdict
}

describe('an answer settles the question that asked for it', () => {
  it.each<[string, Somebody, 'Inclusion' | 'Exclusion', string, unknown, 'pass' | 'fail']>([
    ['lab:ANC', 'eve', 'Inclusion', 'ANC ≥ 1.5 x 10^9/L', { value: 1.9, unit: '10*3/uL', date: '2026-09-28' }, 'pass'],
    ['lab:platelets', 'eve', 'Inclusion', 'Platelets ≥ 100 x 10^9/L', { value: 60, unit: '10*3/uL' }, 'fail'],
    ['lab:LVEF', 'fay', 'Inclusion', 'LVEF ≥ 50% by echocardiogram or MUGA', { value: 61, unit: '%', date: '2026-09-25' }, 'pass'],
    ['performance', 'eve', 'Inclusion', 'ECOG performance status 0-1', 1, 'pass'],
    ['performance', 'eve', 'Inclusion', 'ECOG performance status 0-1', { value: 60, scale: 'Karnofsky' }, 'fail'],
    ['history:interstitial lung disease', 'eve', 'Exclusion', 'History of interstitial lung disease', 'no', 'pass'],
    ['history:interstitial lung disease', 'eve', 'Exclusion', 'History of interstitial lung disease', 'yes', 'fail'],
    ['history:other-cancer', 'eve', 'Exclusion', 'Another malignancy within 5 years', false, 'pass'],
    ['history:other-cancer', 'eve', 'Exclusion', 'Another malignancy', { name: 'melanoma', since: '2025-02' }, 'fail'],
    ['history:swallowing', 'eve', 'Inclusion', 'Able to swallow oral medication', 'yes', 'pass'],
    ['history:swallowing', 'eve', 'Inclusion', 'Able to swallow oral medication', 'no', 'fail'],
    ['gene-BRCA1', 'eve', 'Inclusion', 'BRCA1 or BRCA2 mutation', { variant: 'E23fs', origin: 'germline' }, 'pass'],
    ['gene-ESR1', 'eve', 'Inclusion', 'ESR1 mutation', 'negative', 'fail'],
    ['pd-l1', 'eve', 'Inclusion', 'PD-L1 positive (CPS ≥ 10)', 'CPS 20', 'pass'],
    ['her2', 'eve', 'Inclusion', 'HER2-positive disease', 'positive', 'pass'],
    ['er', 'eve', 'Inclusion', 'ER-positive', 80, 'pass'],
    ['er', 'eve', 'Inclusion', 'ER-negative', 0, 'pass'],
    ['ecg', 'eve', 'Exclusion', 'Clinically significant ECG abnormalities', { value: 418, date: '2026-09-28' }, 'pass'],
    ['sex', 'eve', 'Inclusion', 'Female patients', 'female', 'pass'],
    ['birth-date', 'eve', 'Inclusion', 'Age ≥ 18 years', '1970-02-03', 'pass'],
    ['menopause', 'eve', 'Inclusion', 'Postmenopausal women', 'post', 'pass'],
    ['measurable', 'eve', 'Inclusion', 'Measurable disease per RECIST 1.1', 'yes', 'pass'],
    ['extent', 'eve', 'Inclusion', 'Metastatic disease', 'metastatic', 'pass'],
    ['stage', 'eve', 'Inclusion', 'Stage II or III breast cancer', 'IIB', 'pass'],
    ['brain-metastases', 'eve', 'Exclusion', 'Known brain metastases', 'no', 'pass'],
    ['brain-metastases', 'eve', 'Exclusion', 'Known brain metastases', 'yes', 'fail'],
    ['leptomeningeal', 'eve', 'Exclusion', 'Leptomeningeal disease', 'no', 'pass'],
    ['medications', 'eve', 'Exclusion', 'Receiving strong CYP3A4 inhibitors', ['metformin'], 'pass'],
    ['medications', 'eve', 'Exclusion', 'Receiving strong CYP3A4 inhibitors', ['clarithromycin'], 'fail'],
    ['allergies', 'eve', 'Exclusion', 'Known allergy to taxanes', 'none', 'pass'],
    ['vaccinations', 'eve', 'Exclusion', 'Live vaccine within 30 days', 'no', 'pass'],
    ['vaccinations', 'eve', 'Exclusion', 'Live vaccine within 30 days', '2026-09-20', 'fail'],
    ['treatments', 'eve', 'Exclusion', 'Prior taxane', [{ name: 'paclitaxel', setting: 'adjuvant' }], 'fail'],
    ['tissue', 'ada', 'Inclusion', 'Availability of sufficient tumor tissue for analysis', 'yes', 'pass'],
    ['tissue', 'ada', 'Inclusion', 'Availability of sufficient tumor tissue for analysis', 'no', 'fail'],
    ['bone-lesions', 'dan', 'Inclusion', 'At least one predominantly lytic bone lesion', 'mixed', 'pass'],
    ['bone-lesions', 'dan', 'Inclusion', 'At least one predominantly lytic bone lesion', 'sclerotic', 'fail'],
    ['central-test:DEMO0001', 'ada', 'Inclusion', 'HER2-low breast cancer as determined by the central laboratory', 'yes', 'pass'],
    ['protocol-washout:DEMO0001', 'ada', 'Exclusion', 'Prior treatment within the protocol-defined washout period', 'no', 'fail'],
    ['toxicities', 'eve', 'Inclusion', 'Recovered from toxicities of prior therapy to grade ≤ 1', 'none', 'pass'],
    ['date:deep vein thrombosis', 'eve', 'Exclusion', 'Deep vein thrombosis within 6 months', '2026-08', 'fail'],
  ])('%s, %s, %s: %s', (key, who, section, words, answer, label) => {
    const profile = aPatient(who)
    const before = judge(profile, section, words)
    if (!key.startsWith('date:')) expect(before?.needs?.map((need) => need.key)).toContain(key)
    const after = judge(withAnswers(profile, { [key]: answer }), section, words)
    expect(after?.label, after?.because).toBe(label)
    expect(after?.evidence.some(({ file }) => file === `${TOLD} on 2026-10-01`)).toBe(true)
  })
})

describe('answers', () => {
  const answers = { date: '2026-09-30', 'lab:ANC': { value: 1.9, unit: '10*3/uL' }, 'gene-ESR1': 'negative', performance: 1 }

  it('leave the profile they are added to as it is', () => {
    const profile = aPatient('ada')
    const frozen = JSON.stringify(profile)
    expect(JSON.stringify(withAnswers(profile, answers))).not.toBe(frozen)
    expect(JSON.stringify(profile)).toBe(frozen)
  })

  it('are facts whose evidence is the answer, in a document of its own, each in its place', () => {
    const { labs, biomarkers, performance, documents } = withAnswers(aPatient('eve'), answers)
    const told = [labs, biomarkers, performance].flatMap((list) => list.flatMap(({ evidence }) => evidence))
    const page = 'lab:ANC: {"value":1.9,"unit":"10*3/uL"}\ngene-ESR1: negative\nperformance: 1'
    expect(told).toHaveLength(3)
    for (const { start, end, quote } of told) expect(page.slice(start, end)).toBe(quote)
    expect(documents).toEqual([expect.objectContaining({ id: told[0]?.document, file: `${TOLD} on 2026-09-30`, read: true })])
    expect(labs[0]).toMatchObject({ test: 'ANC', value: 1.9, date: '2026-09-30' })
  })

  it('give a profile that is one', () => expect(() => Profile.parse(withAnswers(aPatient('bea'), answers))).not.toThrow())

  it('that cannot be used are all named at once', () => {
    const wrong = { 'lab:ANC': [], 'zorblax-titre': 3, performance: 9, extent: 'far', 'lab:AST': { value: 1, date: '2027-01-01' } }
    let error: unknown
    try {
      withAnswers(aPatient('eve'), wrong)
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(AppError)
    for (const key of Object.keys(wrong)) expect((error as AppError).detail).toContain(`${key}: `)
  })

  it.each([[['a list']], ['words'], [null], [{ date: '2026-13-01' }], [{ date: '2030-01-01' }]])('are not read from %j', (json) =>
    expect(() => withAnswers(aPatient('eve'), json)).toThrow(AppError),
  )

  it('may change a verdict that asked nothing: so every trial is judged again, and none that the answer does not touch changes', () => {
    const texts = ['* ANC ≥ 1.5 x 10^9/L', '* ESR1 mutation', '* Metastatic breast cancer']
    const trials = texts.map((text, i) => compileTrial(aTrial({ id: `DEMO000${i}`, criteriaText: `Inclusion Criteria:\n${text}` })))
    const profile = aPatient('fay')
    const of = (one: Profile) => new Map(matchTrials(one, trials, { asOf: one.asOf }).trials.map((match) => [match.trial.id, match]))
    const before = of(profile)
    const after = of(withAnswers(profile, { 'lab:ANC': { value: 1.9, unit: '10*3/uL', date: '2026-09-30' } }))
    expect([before.get('DEMO0000')?.outcome, after.get('DEMO0000')?.outcome]).toEqual(['not-now', 'possible'])
    for (const id of ['DEMO0001', 'DEMO0002']) expect({ ...after.get(id), rank: 0 }).toEqual({ ...before.get(id), rank: 0 })
  })
})

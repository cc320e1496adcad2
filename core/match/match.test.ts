import { describe, expect, it } from 'vitest'
import type { Trial } from '../record/trial.ts'
import { aPatient, aTrial, type Somebody } from './a-patient.ts'
import { compileTrial } from './compile.ts'
import { matchTrials } from './match.ts'
import { fitOf } from './order.ts'

const match = (who: Somebody, ...trials: Partial<Trial>[]) => {
  const profile = aPatient(who)
  return matchTrials(
    profile,
    trials.map((trial, i) => compileTrial(aTrial({ id: `DEMO000${i}`, status: 'RECRUITING', ...trial }))),
    { asOf: profile.asOf },
  )
}
const criteria = (...lines: string[]) => lines.join('\n')

describe('the outcome of a trial', () => {
  it('is excluded by one fail with evidence', () => {
    const [trial] = match('bea', {
      criteriaText: criteria('Inclusion Criteria:', '* HER2-negative breast cancer', '* Metastatic breast cancer'),
    }).trials
    expect(trial?.outcome).toBe('excluded')
    expect(trial?.criteria.filter(({ verdict }) => verdict.label === 'fail')).toHaveLength(1)
  })

  it('is possible when something is open or not understood', () => {
    const [trial] = match('ada', {
      criteriaText: criteria('Inclusion Criteria:', '* Metastatic breast cancer', '* Zorblax titre above threshold'),
    }).trials
    expect(trial?.outcome).toBe('possible')
    expect(trial?.settled).toBeLessThan(1)
  })

  it('keeps the span of every criterion', () => {
    const text = criteria('Inclusion Criteria:', '* Metastatic breast cancer', 'Exclusion Criteria:', '* Brain metastases')
    const [trial] = match('ada', { criteriaText: text }).trials
    for (const { criterion } of trial?.criteria ?? []) expect(text.slice(criterion.start, criterion.end)).toBe(criterion.text)
  })

  it('heeds the limits of age and sex that only the registry names', () => {
    expect(match('dan', { sex: 'FEMALE' }).trials[0]).toMatchObject({
      outcome: 'excluded',
      registry: [{ label: 'fail', kind: 'is-of-sex' }],
    })
    expect(match('dan', { maximumAge: 70 }).trials[0]?.outcome).toBe('excluded')
    expect(match('dan', { minimumAge: 18, sex: 'ALL' }).trials[0]?.outcome).toBe('possible')
  })
})

describe('lists', () => {
  const anyOf = criteria('Inclusion Criteria:', '* At least one of the following:', '  * HER2-positive disease', '  * PIK3CA mutation')
  it('one of an any-of list is enough', () => {
    const [trial] = match('ada', { criteriaText: anyOf }).trials
    expect(trial?.outcome).toBe('possible')
    expect(trial?.criteria.map(({ verdict }) => verdict.label)).not.toContain('fail')
  })

  it('none of an any-of list excludes', () => {
    const text = criteria('Inclusion Criteria:', '* At least one of the following:', '  * HER2-positive disease', '  * ESR1 mutation')
    expect(match('ada', { criteriaText: text }).trials[0]?.outcome).toBe('excluded')
  })

  it('an announcement that is "not limited to" its list does not turn it', () => {
    const text = criteria(
      'Inclusion Criteria:',
      'The main criteria include but are not limited to the following:',
      '* Metastatic breast cancer',
      '* ER-positive',
    )
    expect(match('ada', { criteriaText: text }).trials[0]?.outcome).toBe('possible')
  })

  it('points under an exception are part of it', () => {
    const text = criteria(
      'Exclusion Criteria:',
      '* Brain metastases, unless all of the following are met:',
      '  * Stable brain metastases',
      '  * HER2-positive disease',
    )
    expect(match('bea', { criteriaText: text }).trials[0]?.outcome).toBe('possible')
  })
})

describe('cohorts', () => {
  const text = criteria(
    'Inclusion Criteria:',
    '* Metastatic breast cancer',
    'Cohort A:',
    '* HER2-positive breast cancer',
    'Cohort B:',
    '* ER-positive, HER2-negative breast cancer',
  )
  it('the best one decides and is named; those of the others keep nobody out', () => {
    const [trial] = match('ada', { criteriaText: text }).trials
    expect(trial).toMatchObject({ outcome: 'possible', cohort: 'Cohort B' })
    expect(trial?.cohorts).toEqual([
      { name: 'Cohort A', outcome: 'excluded' },
      { name: 'Cohort B', outcome: 'possible' },
    ])
    expect(trial?.criteria.every(({ verdict }) => verdict.label !== 'fail')).toBe(true)
  })

  it('parts named in brackets or in a heading of their own are groups too', () => {
    const bracketed = criteria(
      'Inclusion Criteria:',
      '* Metastatic breast cancer',
      '* [For Part 1]: HER2-positive breast cancer',
      '* [For Part 2]: HER2-low breast cancer',
    )
    expect(match('ada', { criteriaText: bracketed }).trials[0]).toMatchObject({ outcome: 'possible', cohort: 'Part 2' })
  })

  it('one group named alone leaves the others open', () => {
    const only = criteria('Inclusion Criteria:', '* Metastatic breast cancer', 'Cohort A:', '* HER2-positive breast cancer')
    expect(match('ada', { criteriaText: only }).trials[0]?.outcome).toBe('possible')
  })

  it('none fits, so the trial is excluded', () => {
    const either = text.replace('ER-positive, HER2-negative', 'triple-negative')
    expect(match('ada', { criteriaText: either }).trials[0]?.outcome).toBe('excluded')
  })
})

describe('which trials are for this person', () => {
  it.each<[string, Partial<Trial>, string | undefined]>([
    ['breast cancer', {}, undefined],
    ['a basket of solid tumours', { title: 'A study in advanced solid tumors', conditions: ['Solid Tumor'] }, undefined],
    ['another cancer', { title: 'A study in lung cancer', conditions: ['NSCLC', 'Lung Cancer'] }, 'another cancer'],
    ['another disease', { title: 'A study in asthma', conditions: ['Asthma'] }, 'another disease'],
    ['observation', { studyType: 'OBSERVATIONAL' }, 'observation only, no treatment'],
    ['screening', { purpose: 'SCREENING' }, 'screening'],
    ['prevention', { purpose: 'PREVENTION', title: 'Prevention of breast cancer in high risk women' }, 'prevention'],
    ['closed ones stay listed', { status: 'COMPLETED' }, undefined],
  ])('%s', (_trap, trial, reason) => {
    const { funnel, trials } = match('ada', trial)
    expect(funnel).toEqual(reason ? [{ reason, count: 1 }] : [])
    expect(trials).toHaveLength(reason ? 0 : 1)
  })

  it('counts every trial once', () => {
    const { considered, trials, funnel } = match('ada', {}, { conditions: ['Asthma'], title: 'Asthma' }, { studyType: 'OBSERVATIONAL' })
    expect(considered).toBe(trials.length + funnel.reduce((sum, { count }) => sum + count, 0))
  })
})

describe('the order', () => {
  const some: Partial<Trial>[] = [
    { id: 'DEMO0A', criteriaText: 'Inclusion Criteria:\n* HER2-positive breast cancer', sponsor: 'Big Pharma' },
    { id: 'DEMO0B', criteriaText: 'Inclusion Criteria:\n* HER2-low breast cancer', sponsor: 'A university' },
    { id: 'DEMO0C', criteriaText: 'Inclusion Criteria:\n* Zorblax titre', sponsor: 'A foundation' },
    { id: 'DEMO0D', criteriaText: 'Inclusion Criteria:\n* HER2-low breast cancer', status: 'COMPLETED' },
  ]
  const order = (trials: Partial<Trial>[]) => match('ada', ...trials).trials.map(({ trial }) => trial.id)

  it('is possible first, then what is not open, then what is ruled out; within a list what is asked and shown', () =>
    expect(order(some)).toEqual(['DEMO0B', 'DEMO0C', 'DEMO0D', 'DEMO0A']))

  const site = { facility: 'Invented Hospital', contacts: [] }
  const fits = (id: string, more: Partial<Trial> = {}): Partial<Trial> => ({
    id,
    status: 'RECRUITING',
    criteriaText: 'Inclusion Criteria:\n* HER2-low breast cancer',
    ...more,
  })

  it('puts the trial for her own kind of cancer before one that has an open site', () =>
    expect(order([fits('DEMO0L'), fits('DEMO0M', { sites: [site], criteriaText: 'Inclusion Criteria:\n* Age 18 or older' })])).toEqual([
      'DEMO0L',
      'DEMO0M',
    ]))

  it('among equally close trials puts those with an open site first and those whose sites are not open last', () =>
    expect(
      order([fits('DEMO0J', { status: 'NOT_YET_RECRUITING', sites: [site] }), fits('DEMO0K'), fits('DEMO0N', { sites: [site] })]),
    ).toEqual(['DEMO0N', 'DEMO0K', 'DEMO0J']))

  it('puts open sites that can be traveled to first; none listed is not worse than another continent', () => {
    const profile = aPatient('ada')
    const at = (lat: number, lon: number) => [{ ...site, point: { lat, lon } }]
    const trials = [fits('DEMO0P', { sites: at(31.2, 121.5) }), fits('DEMO0R'), fits('DEMO0Q', { sites: at(43, -89.4) })]
    const { trials: ordered } = matchTrials(
      profile,
      trials.map((trial) => compileTrial(aTrial(trial))),
      { asOf: profile.asOf, near: { lat: 41.9, lon: -87.6 } },
    )
    expect(ordered.map(({ trial: { id } }) => id)).toEqual(['DEMO0Q', 'DEMO0P', 'DEMO0R'])
    const [, far, unlisted] = ordered
    expect(far && unlisted && fitOf(far) === fitOf(unlisted)).toBe(true)
  })

  it('puts a gene change that was never tested behind her own kind of cancer, wherever the site is', () =>
    expect(
      order([fits('DEMO0T', { sites: [site], criteriaText: 'Inclusion Criteria:\n* Breast cancer with an NTRK fusion' }), fits('DEMO0U')]),
    ).toEqual(['DEMO0U', 'DEMO0T']))

  it('counts a title of advanced cancer against a trial for somebody with early cancer, and only for her', () => {
    const trials = [
      fits('DEMO0V', { title: 'A study in advanced breast cancer', criteriaText: 'Inclusion Criteria:\n* Age 18 or older' }),
      fits('DEMO0W', { title: 'A study in breast cancer', criteriaText: 'Inclusion Criteria:\n* Age 18 or older' }),
    ]
    expect(match('cleo', ...trials).trials.map(({ trial }) => trial.id)).toEqual(['DEMO0W', 'DEMO0V'])
    expect(order(trials)).toEqual(['DEMO0V', 'DEMO0W'])
  })

  it('gives a trial with next to no criteria no advantage', () => {
    const long = [
      '* Metastatic breast cancer',
      '* Age 18 or older',
      '* ECOG 0 to 1',
      '* Measurable disease',
      '* Zorblax titre',
      '* No brain metastases',
    ]
    expect(
      order([
        { id: 'DEMO0N', criteriaText: 'Inclusion Criteria:\n* Metastatic breast cancer' },
        { id: 'DEMO0O', criteriaText: `Inclusion Criteria:\n${long.join('\n')}` },
      ]),
    ).toEqual(['DEMO0O', 'DEMO0N'])
  })

  it('puts trials that name breast cancer before baskets, and other cancers last', () => {
    const of = (id: string, title: string, conditions: string[]) => ({
      id,
      title,
      conditions,
      criteriaText: 'Inclusion Criteria:\n* Age 18 or older',
    })
    const far = [
      of('DEMO0F', 'A study in lung, ovarian and other solid tumors', ['Lung cancer', 'Ovarian cancer', 'Solid tumor']),
      of('DEMO0G', 'A study in advanced solid tumors', ['Solid tumor']),
      of('DEMO0H', 'A study in breast and lung cancer', ['Breast cancer', 'Lung cancer']),
      of('DEMO0I', 'A study in breast cancer', ['Breast cancer']),
    ]
    expect(order(far)).toEqual(['DEMO0I', 'DEMO0H', 'DEMO0G', 'DEMO0F'])
  })

  it('gives what the records do not mention no weight', () => {
    const inclusion = 'Inclusion Criteria:\n* Metastatic breast cancer\n* Zorblax titre'
    const silence = ['gout', 'tuberculosis', 'organ transplant', 'glaucoma', 'asthma'].map((illness) => `* ${illness}`).join('\n')
    expect(
      order([
        { id: 'DEMO0S', criteriaText: `${inclusion}\nExclusion Criteria:\n${silence}` },
        { id: 'DEMO0R', criteriaText: inclusion },
      ]),
    ).toEqual(['DEMO0R', 'DEMO0S'])
  })

  it('does not change when sponsors change places, whoever they are', () => {
    const sponsors = some.map(({ sponsor = 'none' }) => sponsor)
    for (const shift of [1, 2, 3])
      for (const sponsorClass of ['INDUSTRY', 'NIH', 'OTHER']) {
        const turned = some.map((trial, i) => ({ ...trial, sponsor: sponsors[(i + shift) % sponsors.length] ?? 'none', sponsorClass }))
        expect(order(turned.toReversed())).toEqual(order(some))
      }
  })
})

it('asks first what settles most trials', () => {
  const { questions } = match(
    'bea',
    { criteriaText: 'Inclusion Criteria:\n* PIK3CA mutation' },
    { criteriaText: 'Inclusion Criteria:\n* PIK3CA mutation' },
    { criteriaText: 'Inclusion Criteria:\n* PD-L1 positive' },
    { criteriaText: 'Inclusion Criteria:\n* HER2-negative disease\n* ESR1 mutation' },
  )
  expect(questions.map(({ key, settles }) => [key, settles])).toEqual([
    ['gene-PIK3CA', 2],
    ['pd-l1', 1],
  ])
})

describe('steps of a trial', () => {
  it('are taken by everybody: who passes the screening but not the treatment criteria is kept out', () => {
    const text = criteria(
      'Inclusion Criteria:',
      'Screening Cohort:',
      '* Metastatic breast cancer',
      'Treatment Cohort:',
      '* HER2-positive breast cancer',
    )
    expect(match('ada', { criteriaText: text }).trials[0]?.outcome).toBe('excluded')
    expect(match('bea', { criteriaText: text }).trials[0]?.outcome).toBe('possible')
  })

  it('are not groups to choose from, as arms are', () => {
    const text = criteria('Inclusion Criteria:', 'Cohort A:', '* HER2-positive breast cancer', 'Cohort B:', '* HER2-negative breast cancer')
    expect(match('ada', { criteriaText: text }).trials[0]).toMatchObject({ outcome: 'possible', cohort: 'Cohort B' })
  })
})

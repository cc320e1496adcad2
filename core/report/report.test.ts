import { describe, expect, it } from 'vitest'
import { ORDER_RULE } from '../match/order.ts'
import type { Criterion } from '../record/criterion.ts'
import type { TrialMatch } from '../record/match.ts'
import type { Trial } from '../record/trial.ts'
import type { Verdict } from '../record/verdict.ts'
import { exampleMatch, exampleProfile, words } from './example.test-data.ts'
import { reportPage } from './html/page.ts'
import { reportOf } from './report.ts'

const report = reportOf(exampleProfile(), exampleMatch(), { made: '2026-10-01T08:00:00Z', place: '60614' })
const page = reportPage(report, { hrefOf: (source) => `records/${source.file}#page=${source.page}` })

describe('the report', () => {
  it('accounts for every trial considered: told, short, or counted with the reason', () => {
    const { counts, funnel } = report
    expect(funnel.reduce((n, row) => n + row.count, 0)).toBe(counts.considered)
    const told = [report.possible, report.notNow, report.care, report.notOpen, report.notJudged, report.excluded]
    expect(counts.setAside + told.reduce((n, list) => n + list.length, 0)).toBe(counts.considered)
  })

  it('says in the method how many trials were judged, set aside and why', () => {
    const { counts } = report
    expect(counts.setAside + counts.judged + counts.notJudged).toBe(counts.considered)
    const method = report.method.map(({ text }) => text).join(' ')
    expect(method).toContain('5 trial records were considered. 2 were set aside before judging (other disease 2). 3 were compared')
  })

  it('numbers each place in the records once, and every number leads somewhere', () => {
    const used = [...page.matchAll(/href="#source-(\d+)"/g)].map(([, number]) => Number(number))
    const listed = [...page.matchAll(/<li id="source-(\d+)"/g)].map(([, number]) => Number(number))
    expect(new Set(listed).size).toBe(listed.length)
    expect(used.length).toBeGreaterThan(10)
    for (const number of used) expect(listed).toContain(number)
  })

  it('gives neither permissions, nor silence, nor what is asked of another group as a reason why a trial fits', () => {
    const match = exampleMatch()
    const [first] = match.trials
    const [fit] = first?.criteria ?? []
    if (first && fit) {
      const more = (text: string, verdict: Partial<Verdict>, criterion: Partial<Criterion> = {}) =>
        first.criteria.push({ criterion: { ...fit.criterion, text, ...criterion }, verdict: { ...fit.verdict, ...verdict } })
      first.cohort = 'Cohort A'
      more('Men may join.', { because: 'This allows something.', evidence: [], kind: undefined })
      more('HER2-low', { kind: 'has-her2-status' }, { cohort: 'Cohort B' })
      more('No transplant', { because: 'Transplant: not mentioned in the problem list.', bySilence: true, kind: 'has-condition' })
    }
    const [trial] = reportOf(exampleProfile(), match, { made: '2026-10-01T08:00:00Z' }).possible
    expect(trial?.fits).toMatchObject([
      { about: 'Gene changes and markers', text: 'Your blood test of August 2026 found ESR1 D538G.', criteria: 1 },
    ])
    expect(trial?.asksNothing.map(({ criterion }) => criterion)).toEqual(['Men may join.', 'HER2-low'])
    expect(trial?.silent.map(({ criterion }) => criterion)).toEqual(['No transplant'])
  })

  it('says in one line that what would keep people out is not mentioned', () => {
    const match = exampleMatch()
    const [first] = match.trials
    const [fit] = first?.criteria ?? []
    if (first && fit)
      for (const text of ['No transplant', 'No gout'])
        first.criteria.push({
          criterion: { ...fit.criterion, text, section: 'exclusion' },
          verdict: { ...fit.verdict, because: 'Not mentioned in the problem list.', bySilence: true },
        })
    const silent = reportPage(reportOf(exampleProfile(), match, { made: '2026-10-01T08:00:00Z' }))
    expect(silent).toContain('2 conditions that would keep you out are not mentioned in your records; confirm them with your doctor')
  })

  it('quotes the criterion that rules a trial out and the words it was judged by', () => {
    const [excluded] = report.excluded
    expect(excluded?.decides[0]?.criterion).toBe('HER2-positive <disease>')
    const quoted = excluded?.decides[0]?.sources.map((number) => report.sources[number - 1]?.quote)
    expect(quoted).toEqual(['ER 95%, HER2 1+'])
  })

  it('sets trials apart that are closed, that publish no criteria, and that do not treat', () => {
    const match = exampleMatch()
    const [first] = match.trials
    if (first) {
      const like = (id: string, trial: Partial<Trial>, more: Partial<TrialMatch> = {}) =>
        match.trials.push({ ...first, ...more, trial: { ...first.trial, id, ...trial } })
      like('DEMO0904', { status: 'COMPLETED' })
      like('DEMO0905', {}, { criteria: [] })
      like('DEMO0906', { title: 'Yoga for fatigue in breast cancer' })
      match.considered += 3
    }
    const apart = reportOf(exampleProfile(), match, { made: '2026-10-01T08:00:00Z' })
    const ids = (trials: readonly { id: string }[]) => trials.map(({ id }) => id)
    expect([ids(apart.possible), ids(apart.notOpen), ids(apart.notJudged), ids(apart.care)]).toEqual([
      ['DEMO0901'],
      ['DEMO0904'],
      ['DEMO0905'],
      ['DEMO0906'],
    ])
    expect(reportPage(apart)).toContain('The registry publishes no criteria for this trial; it was not judged.')
    expect(apart.method.map(({ text }) => text).join(' ')).toContain('For 1 the registry publishes no criteria')
  })

  it('shows no badge of an open trial beside a trial without an open site', () => {
    const match = exampleMatch()
    for (const one of match.trials) delete one.site
    const closed = reportOf(exampleProfile(), match, { made: '2026-10-01T08:00:00Z' })
    expect(closed.possible[0]?.site).toEqual({ is: 'none', words: 'The registry lists no site: ask the contact where it is open.' })
    expect(reportPage(closed)).not.toContain('<li class="open">')
  })

  it('shows a grave check in red before anything else', () => {
    const profile = {
      ...exampleProfile(),
      checks: [{ message: 'These may be two people.', evidence: [words('born 1 Feb 1966')], grave: true }],
    }
    const alarmed = reportPage(reportOf(profile, exampleMatch(), { made: '2026-10-01T08:00:00Z' }))
    expect(alarmed.indexOf('These may be two people.')).toBeGreaterThan(0)
    expect(alarmed.indexOf('These may be two people.')).toBeLessThan(alarmed.indexOf('<h1>'))
    expect(alarmed).toContain('class="alarm"')
  })

  it('says of a source that a language model found it', () => {
    const profile = exampleProfile()
    profile.biomarkers = profile.biomarkers.map((one) => ({
      ...one,
      evidence: one.evidence.map((place) => ({ ...place, by: 'model:some-model@v1' })),
    }))
    expect(reportPage(reportOf(profile, exampleMatch(), { made: '2026-10-01T08:00:00Z' }))).toContain(
      'read by a language model (some-model), not by a rule: please check',
    )
  })

  it('asks only questions, those that settle most first, and counts them in trials a person may join', () => {
    const match = exampleMatch()
    match.questions = [
      { key: 'a', text: 'Have you had gout?', settles: 2, trials: ['DEMO0902', 'DEMO0903'] },
      { key: 'b', text: 'The trial tests a sample itself.', settles: 1, trials: ['DEMO0901'] },
      { key: 'c', text: 'How active are you?', settles: 2, trials: ['DEMO0901', 'DEMO0902'] },
      { key: 'd', text: 'Only a trial that is ruled out asks?', settles: 1, trials: ['DEMO0903'] },
    ]
    const { questions, toKnow } = reportOf(exampleProfile(), match, { made: '2026-10-01T08:00:00Z' })
    expect(questions.map(({ text, settles }) => [text, settles])).toEqual([
      ['How active are you?', 2],
      ['Have you had gout?', 1],
    ])
    expect(toKnow.map(({ text }) => text)).toEqual(['The trial tests a sample itself.'])
  })

  it('says what would settle an open criterion', () => {
    expect(report.possible[0]?.confirm[0]?.ask).toEqual(['What is your latest platelet count?'])
  })

  it('says of a fact that every trial asks for and no record holds that it is not in the records', () => {
    const profile = { ...exampleProfile(), performance: [], person: { evidence: [] } }
    const silent = reportOf(profile, exampleMatch(), { made: '2026-10-01T08:00:00Z' })
    const lines = silent.summary.flatMap((group) => group.lines).filter((line) => line.value === 'not in these records')
    expect(lines.map((line) => line.label)).toEqual(['Sex', 'Born', 'ECOG'])
  })

  it('lists a file that could not be read, with why and what to do', () => {
    expect(page).toContain('The PDF is locked with a password. Save a copy without one.')
  })

  it('tells where the records disagree and why one was chosen', () => {
    expect(page).toContain('the pathology report is nearer to the event')
    expect(page).toContain('2019')
  })

  it('prints the rule of order', () => {
    expect(page.replace(/&#\d+;/g, '')).toContain(ORDER_RULE.replace(/'/g, ''))
  })

  it('escapes what the registry or a record says, and takes registry markup off', () => {
    expect(page).not.toContain('<disease>')
    expect(page).toContain('Platelets &#62;= 100 x 10^9/L')
  })

  it('loads nothing from anywhere and runs no script', () => {
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(/)
    expect(page).toContain("default-src 'none'")
  })

  it('gives the picture in words too, as a table', () => {
    expect(page).toMatch(/<table><caption>Your history from 2018-05-01 to 2026-10-01[\s\S]*?<td>letrozole: 2018-09 to 2023-02/)
  })
})

describe('the picture', () => {
  it('keeps every mark on the axis and in order of time', () => {
    const marks = report.picture.lanes.flatMap((lane) => lane.marks)
    for (const mark of marks) {
      const places = mark.kind === 'bar' ? [mark.from, mark.to] : mark.kind === 'dot' ? [mark.at] : mark.points.map((point) => point.at)
      for (const place of places) {
        expect(place).toBeGreaterThanOrEqual(0)
        expect(place).toBeLessThanOrEqual(1)
      }
    }
    const line1 = report.picture.lanes.find((lane) => lane.label === 'Line 1')?.marks[0]
    expect(line1).toMatchObject({ kind: 'bar', to: 1, goesOn: true })
  })

  it('leaves out what has no date, and never invents one', () => {
    const profile = exampleProfile()
    const undated = { ...profile, metastases: profile.metastases.map(({ first: _, ...rest }) => rest) }
    const { picture } = reportOf(undated, exampleMatch(), { made: '2026-10-01T08:00:00Z' })
    expect(picture.lanes.some((lane) => lane.label === 'Metastases first seen')).toBe(false)
  })
})

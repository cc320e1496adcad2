import { describe, expect, it } from 'vitest'
import { ORDER_RULE } from '../match/order.ts'
import { exampleMatch, exampleProfile } from './example.test-data.ts'
import { reportPage } from './html/page.ts'
import { reportOf } from './report.ts'

const report = reportOf(exampleProfile(), exampleMatch(), { made: '2026-10-01T08:00:00Z', place: '60614' })
const page = reportPage(report, { hrefOf: (source) => `records/${source.file}#page=${source.page}` })

describe('the report', () => {
  it('accounts for every trial considered: told, short, or counted with the reason', () => {
    const { counts, funnel } = report
    expect(counts.possible + counts.notNow + counts.excluded + funnel.reduce((n, row) => n + row.count, 0)).toBe(counts.considered)
  })

  it('numbers each place in the records once, and every number leads somewhere', () => {
    const used = [...page.matchAll(/href="#source-(\d+)"/g)].map(([, number]) => Number(number))
    const listed = [...page.matchAll(/<tr id="source-(\d+)"/g)].map(([, number]) => Number(number))
    expect(new Set(listed).size).toBe(listed.length)
    expect(used.length).toBeGreaterThan(10)
    for (const number of used) expect(listed).toContain(number)
  })

  it('gives no permission, and nothing asked of another group, as a reason why a trial fits', () => {
    const match = exampleMatch()
    const [first] = match.trials
    const [fit] = first?.criteria ?? []
    if (first && fit) {
      first.cohort = 'Cohort A'
      first.criteria.push(
        {
          criterion: { ...fit.criterion, text: 'Men may join.' },
          verdict: { label: 'pass', because: 'This allows something.', evidence: [], parts: [] },
        },
        { criterion: { ...fit.criterion, text: 'HER2-low', cohort: 'Cohort B' }, verdict: { ...fit.verdict, kind: 'has-her2-status' } },
      )
    }
    const [trial] = reportOf(exampleProfile(), match, { made: '2026-10-01T08:00:00Z' }).possible
    expect(trial?.fits.map(({ criterion }) => criterion)).toEqual(['ESR1 mutation in ctDNA'])
    expect(trial?.asksNothing.map(({ criterion }) => criterion)).toEqual(['Men may join.', 'HER2-low'])
  })

  it('quotes the criterion that rules a trial out and the words it was judged by', () => {
    const [excluded] = report.excluded
    expect(excluded?.decides[0]?.criterion).toBe('HER2-positive <disease>')
    const quoted = excluded?.decides[0]?.sources.map((number) => report.sources[number - 1]?.quote)
    expect(quoted).toEqual(['ER 95%, HER2 1+'])
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

  it('gives the picture in words too', () => {
    expect(page).toMatch(/<desc id="picture-words">[^<]*letrozole: 2018-09 to 2023-02/)
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

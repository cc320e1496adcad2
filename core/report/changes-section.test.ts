import { describe, expect, it } from 'vitest'
import { AppError } from '../record/errors.ts'
import type { MatchResult } from '../record/match.ts'
import { exampleMatch, exampleProfile } from './example.test-data.ts'
import { reportPage } from './html/page.ts'
import { reportOf } from './report.ts'
import { matchOfSaved, savedMatch } from './saved-match.ts'

const made = { made: '2026-11-01T08:00:00Z' }
/** The example as it was a month before: one trial fewer, one still open that is closed now, one with another text and verdict. */
function earlier(): MatchResult {
  const match = exampleMatch()
  const [first, second] = match.trials
  if (!first || !second) return match
  first.trial = { ...first.trial, criteriaText: 'ESR1 mutation. Platelets at least 75.' }
  const [esr1] = first.criteria
  if (esr1) esr1.verdict = { ...esr1.verdict, label: 'unknown', because: 'No test for ESR1 was found.', evidence: [] }
  return { ...match, trials: [first, second] }
}
function now(): MatchResult {
  const match = exampleMatch()
  const [first, second] = match.trials
  if (first) first.trial = { ...first.trial, criteriaText: 'ESR1 mutation. Platelets at least 100 <now>.' }
  if (second) second.trial = { ...second.trial, status: 'COMPLETED' }
  return match
}

describe('what changed since an earlier report', () => {
  const report = reportOf(exampleProfile(), now(), { ...made, previous: earlier() })
  const page = reportPage(report)

  it('lists trials that are new and no longer open', () =>
    expect(report.changes?.lists.map(({ heading, trials }) => [heading, ...trials.map(({ id }) => id)])).toEqual([
      ['New trials', 'DEMO0903'],
      ['No longer open', 'DEMO0902'],
    ]))

  it('says which verdicts changed and why, with the words of the records', () => {
    const [changed] = report.changes?.changed ?? []
    expect(changed?.verdicts[0]).toMatchObject({ words: 'to confirm, now fits: your records say something else or more' })
    expect(report.sources[(changed?.verdicts[0]?.sources[0] ?? 0) - 1]?.quote).toBe('ESR1 D538G 4%')
  })

  it('stands before all else on the page, amendments marked and escaped', () => {
    expect(page.indexOf('id="changes"')).toBeLessThan(page.indexOf('id="history"'))
    expect(page).toContain('<del>75.</del>')
    expect(page).toContain('<ins>100 &#60;now&#62;.</ins>')
  })

  it('tells a reason that is the same in many trials once, with their number', () => {
    const before = exampleMatch()
    const after = exampleMatch()
    for (const match of [before, after]) {
      const [first] = match.trials
      if (first) match.trials = [first, { ...structuredClone(first), trial: { ...first.trial, id: 'DEMO0904' } }]
    }
    for (const { criteria } of before.trials) {
      const [esr1] = criteria
      if (esr1) esr1.verdict = { ...esr1.verdict, label: 'unknown', because: 'No test was found.', evidence: [] }
    }
    const { changes } = reportOf(exampleProfile(), after, { ...made, previous: before })
    expect(changes?.changed).toEqual([])
    expect(changes?.alike).toMatchObject([{ because: 'Your blood test of August 2026 found ESR1 D538G.', trials: 2 }])
  })

  it('is not there when no earlier report was given, and says so when nothing changed', () => {
    expect(reportPage(reportOf(exampleProfile(), now(), made))).not.toContain('id="changes"')
    expect(reportPage(reportOf(exampleProfile(), now(), { ...made, previous: now() }))).toContain('Nothing that matters for you.')
  })
})

describe('the saved match', () => {
  it('comes back with all that is compared', () => {
    const back = matchOfSaved(savedMatch(now()))
    expect(reportOf(exampleProfile(), now(), { ...made, previous: back }).changes?.changed).toEqual([])
    expect(back.trials.map(({ trial }) => trial.id)).toEqual(now().trials.map(({ trial }) => trial.id))
  })
  it('writes the text of a trial, each sentence and each place in the records once', () => {
    const match = exampleMatch()
    const [first] = match.trials
    if (first) {
      const criteriaText = 'ESR1 mutation in ctDNA. Again: ESR1 mutation in ctDNA.'
      const [one] = first.criteria
      if (one)
        first.criteria = [0, 31].map((start, index) => ({
          criterion: { ...one.criterion, index, start, end: start + 22, text: criteriaText.slice(start, start + 22) },
          verdict: one.verdict,
        }))
      first.trial = { ...first.trial, criteriaText }
    }
    const saved = savedMatch(match)
    for (const words of ['Again: ESR1 mutation', 'Your blood test of August 2026', 'ESR1 D538G 4%'])
      expect(saved.split(words)).toHaveLength(2)
    const [back] = matchOfSaved(saved).trials
    expect(back?.criteria.map(({ criterion }) => criterion.text)).toEqual(['ESR1 mutation in ctDNA', 'ESR1 mutation in ctDNA'])
    expect(back?.criteria[1]?.verdict.evidence[0]?.quote).toBe('ESR1 D538G 4%')
  })
  it('is not one whose numbers lead nowhere', () => {
    const broken = JSON.stringify({ ...JSON.parse(savedMatch(exampleMatch())), words: [] })
    expect(() => matchOfSaved(broken)).toThrow(AppError)
  })
  it.each(['', '{}', '[1]', '{"trials": 3}'])('is not %j', (text) => expect(() => matchOfSaved(text)).toThrow(AppError))
})

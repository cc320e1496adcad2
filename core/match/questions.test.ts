import { describe, expect, it } from 'vitest'
import type { TrialMatch } from '../record/match.ts'
import { aCriterion, aTrial } from './a-patient.ts'
import { questionsOf } from './questions.ts'

const asks = (id: string, ...needs: string[]): TrialMatch => ({
  trial: aTrial({ id }),
  outcome: 'possible',
  rank: 1,
  cohorts: [],
  settled: 0,
  sites: [],
  criteria: needs.map((need) => {
    const [key = '', question = `What about ${key}?`] = need.split('|')
    return {
      criterion: aCriterion('words'),
      verdict: { label: 'unknown', unknown: 'missing', because: 'Not known.', evidence: [], needs: [{ key, question }], parts: [] },
    }
  }),
})
const order = (...matches: TrialMatch[]) => questionsOf(matches).map(({ key, settles }) => `${key} ${settles}`)

describe('questions', () => {
  it('come in the order of how many trials each settles', () =>
    expect(order(asks('A', 'x', 'y'), asks('B', 'x', 'y'), asks('C', 'x', 'y'), asks('D', 'x'), asks('E', 'z'))).toEqual([
      'x 4',
      'y 3',
      'z 1',
    ]))

  it('are none where the records answer, only too long ago: that is to be done again', () => {
    const [tooOld, other] = [asks('A', 'lab:ANC'), asks('B', 'lab:ANC')]
    for (const one of tooOld.criteria)
      one.verdict = { ...one.verdict, unknown: 'old', needs: [{ key: 'lab:ANC', question: 'How many?', repeat: 'ANC of May is too old.' }] }
    expect(questionsOf([tooOld])).toMatchObject([{ text: 'ANC of May is too old.', repeat: true, settles: 1 }])
    expect(questionsOf([tooOld, other])[0]).toMatchObject({ text: 'What about lab:ANC?', settles: 2 })
    expect(questionsOf([other])[0]).not.toHaveProperty('repeat')
  })

  it('leave out words that are only put as they stand: no answer can settle them', () =>
    expect(order(asks('A', 'said:known genotype', 'x'), asks('B', 'said:known genotype'))).toEqual(['x 1']))

  it('count a trial once, however many of its criteria ask', () =>
    expect(order(asks('A', 'x', 'x', 'x'), asks('B', 'y'), asks('C', 'y'))).toEqual(['y 2', 'x 1']))

  it('come in the same order and words whatever the order of the trials', () => {
    const matches = [
      asks('A', 'x|Which x?', 'b'),
      asks('B', 'x|What is x?'),
      asks('C', 'a', 'x|What is x?'),
      asks('D', 'c', 'b'),
      asks('E', 'a'),
    ]
    const all = questionsOf(matches)
    expect(questionsOf(matches.toReversed())).toEqual(all)
    expect(all.find(({ key }) => key === 'x')?.text).toBe('What is x?')
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
  })

  it('are not asked for trials that are ruled out, nor where a verdict is settled', () => {
    const settled = asks('B', 'y')
    for (const one of settled.criteria) one.verdict = { ...one.verdict, label: 'pass' }
    expect(order({ ...asks('A', 'x'), outcome: 'excluded' }, settled)).toEqual([])
  })

  it('of thousands of trials take little time', () => {
    const many = Array.from({ length: 4000 }, (_, i) =>
      asks(`T${i}`, ...Array.from({ length: 12 }, (_, j) => `k${(i * 7 + j * 131) % 500}`)),
    )
    const began = performance.now()
    expect(questionsOf(many)).toHaveLength(500)
    expect(performance.now() - began).toBeLessThan(2000)
  })
})

import { describe, expect, it } from 'vitest'
import { differencesOf, type MatchJson, type Snapshot } from './differences.ts'

const piece = (start: number, label: string, quote = 'ECOG 1', because = `${label}.`) => ({
  start,
  end: start + 5,
  header: false,
  label,
  because,
  evidence: [{ quote }],
})
const snapshot = (labs: object[], ...trials: MatchJson['trials']): Snapshot => ({ abstract: { labs }, match: { trials } })
const trial = (nct: string, outcome: string, ...criteria: ReturnType<typeof piece>[]) => ({ nct, outcome, rank: 1, criteria })

describe('the differences of two snapshots', () => {
  it('are none when only evidence or order moved', () => {
    const [a, b] = [
      { test: 'ANC', value: 1 },
      { test: 'AST', value: 2 },
    ]
    expect(differencesOf(snapshot([{ ...a, evidence: [1] }, b]), snapshot([b, { ...a, evidence: [2] }]))).toEqual({
      facts: [],
      outcomes: [],
      verdicts: [],
      report: [],
    })
  })

  it('name facts that came, went or were doubled', () => {
    const anc = { test: 'ANC', value: 1 }
    expect(differencesOf(snapshot([anc]), snapshot([anc, anc])).facts).toEqual(['+ labs {"test":"ANC","value":1}'])
    expect(differencesOf(snapshot([anc]), snapshot([])).facts).toEqual(['− labs {"test":"ANC","value":1}'])
  })

  it('name outcomes, and trials that came or went', () =>
    expect(
      differencesOf(
        snapshot([], trial('A', 'possible'), trial('B', 'possible')),
        snapshot([], trial('A', 'excluded'), trial('C', 'not-now')),
      ).outcomes,
    ).toEqual(['A possible → excluded', '+ C not-now', '− B possible']))

  it.each([
    ['by another rule', piece(0, 'pass'), piece(0, 'fail'), 'read by another rule'],
    ['by another fact', piece(0, 'pass'), piece(0, 'fail', 'ECOG 3'), 'rests on other words of the records'],
    ['by another cut', piece(0, 'pass'), piece(9, 'fail'), 'cut in another way'],
  ])('name verdicts that changed %s', (_trap, before, after, why) => {
    const { verdicts } = differencesOf(snapshot([], trial('A', 'possible', before)), snapshot([], trial('A', 'possible', after)))
    expect(verdicts).toHaveLength(1)
    expect(verdicts[0]).toContain(why)
  })
})

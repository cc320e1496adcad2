import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aPatient, aTrial } from './a-patient.ts'
import { findingOf, verdictOf } from './judge.ts'
import type { Finding, Subject } from './kind.ts'
import type { Predicate } from './predicate.ts'

const subject: Subject = { profile: aPatient('ada'), asOf: aPatient('ada').asOf, trial: aTrial() }
const leaf = (finding: Pick<Finding, 'holds' | 'bySilence' | 'asksNothing'>, because = 'Said.'): Predicate => ({
  is: 'test',
  kind: 'has-condition',
  start: 0,
  end: 1,
  params: null,
  judge: () => ({ because, evidence: [], ...finding }),
})
const SILENT = {
  no: leaf({ holds: 'no', bySilence: true }, 'Not mentioned.'),
  yes: leaf({ holds: 'yes', bySilence: true }, 'Not mentioned.'),
}
const SPOKEN = { no: leaf({ holds: 'no' }), yes: leaf({ holds: 'yes' }) }
const OPEN = leaf({ holds: 'unknown' })

const treesOver = (leaves: Predicate[]) =>
  fc.letrec<{ tree: Predicate }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(...leaves),
      fc.record({ is: fc.constant('not' as const), of: tie('tree') }),
      fc.record({ is: fc.constantFrom('all' as const, 'any' as const), of: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ is: fc.constant('implies' as const), when: tie('tree'), asks: tie('tree') }),
    ),
  })).tree

describe('what the records do not mention', () => {
  it('never makes anybody fail, whatever the sentence is made of', () => {
    const trees = treesOver([SILENT.no, SILENT.yes, OPEN])
    fc.assert(
      fc.property(trees, fc.constantFrom('requires' as const, 'excludes' as const), (predicate, does) => {
        expect(verdictOf([{ does, predicate }], subject).label).not.toBe('fail')
      }),
    )
  })

  it('makes nobody fail who would not fail if it were open, and says so wherever a value rests on it', () => {
    const trees = treesOver([SILENT.no, SILENT.yes, SPOKEN.no, SPOKEN.yes])
    const opened = (one: Predicate): Predicate =>
      one === SILENT.no || one === SILENT.yes
        ? OPEN
        : one.is === 'not'
          ? { ...one, of: opened(one.of) }
          : one.is === 'all' || one.is === 'any'
            ? { ...one, of: one.of.map(opened) }
            : one.is === 'implies'
              ? { ...one, when: opened(one.when), asks: opened(one.asks) }
              : one
    fc.assert(
      fc.property(trees, (predicate) => {
        const [found, without] = [findingOf(predicate, subject), findingOf(opened(predicate), subject)]
        if (without.holds === 'yes' || without.holds === 'no') expect(found.holds).toBe(without.holds)
        else expect(found.bySilence).toBe(true)
      }),
    )
  })

  it('never keeps out by what does not concern the person, whether it is asked or forbidden, said or denied', () => {
    const nothing = [leaf({ holds: 'yes', asksNothing: true }), leaf({ holds: 'no', asksNothing: true })]
    fc.assert(
      fc.property(
        fc.constantFrom(...nothing),
        fc.constantFrom('requires' as const, 'excludes' as const),
        fc.nat(3),
        (one, does, denials) => {
          const predicate = Array.from({ length: denials }).reduce<Predicate>((of) => ({ is: 'not', of }), one)
          expect(verdictOf([{ does, predicate }], subject).label).toBe('pass')
        },
      ),
    )
  })

  it.each([
    ['a denial of what is not mentioned passes, and says on what it rests', { is: 'not', of: SILENT.no }, 'requires', 'pass', true],
    ['a demand for what is not mentioned is open', SILENT.no, 'requires', 'unknown', true],
    ['a denied condition among exclusions is open', { is: 'not', of: SILENT.no }, 'excludes', 'unknown', true],
    ['of two reasons to fail the spoken one is enough', { is: 'all', of: [SILENT.no, SPOKEN.no] }, 'requires', 'fail', undefined],
    ['of two reasons to pass the spoken one is enough', { is: 'any', of: [SILENT.yes, SPOKEN.yes] }, 'requires', 'pass', undefined],
    ['a pass of all that rests in part on silence says so', { is: 'all', of: [SILENT.yes, SPOKEN.yes] }, 'requires', 'pass', true],
    [
      'what is asked of nobody like this rests on the condition',
      { is: 'implies', when: SILENT.no, asks: SPOKEN.no },
      'requires',
      'pass',
      true,
    ],
  ] as const)('%s', (_, predicate, does, label, bySilence) => {
    const verdict = verdictOf([{ does, predicate: predicate as Predicate }], subject)
    expect([verdict.label, verdict.bySilence]).toEqual([label, bySilence])
  })
})

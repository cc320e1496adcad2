import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { around, type DiffPart, wordDiff } from './word-diff.ts'

const shown = (parts: readonly DiffPart[]) =>
  parts.map(({ is, words }) => (is === 'added' ? `[+${words}]` : is === 'removed' ? `[-${words}]` : words)).join(' ')

describe('the difference of two texts', () => {
  it.each([
    ['a number', 'ANC ≥ 1.5 x 10^9/L', 'ANC ≥ 1.0 x 10^9/L', 'ANC ≥ [-1.5] [+1.0] x 10^9/L'],
    ['a word taken out', 'no prior fulvestrant or SERD', 'no prior SERD', 'no prior [-fulvestrant or] SERD'],
    ['words put in at the end', 'age 18', 'age 18 or more', 'age 18 [+or more]'],
    ['all of it', 'a b', 'c', '[-a b] [+c]'],
    ['from nothing', '', 'a', '[+a]'],
    ['nothing', 'a  b\n', 'a b', 'a b'],
  ])('%s', (_trap, before, after, diff) => expect(shown(wordDiff(before, after))).toBe(diff))

  it('holds both texts, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 }).map((list) => list.join(' '))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDiff(before, after)
        const of = (other: string) =>
          parts
            .filter(({ is }) => is !== other)
            .map(({ words }) => words)
            .join(' ')
        expect([of('added'), of('removed')]).toEqual([before, after])
      }),
    )
  })

  it('of texts of any length takes little time', () => {
    const long = (seed: number) => Array.from({ length: 20_000 }, (_, i) => `w${(i * seed) % 977}`).join(' ')
    const began = performance.now()
    expect(wordDiff(long(3), long(7)).length).toBeGreaterThan(0)
    expect(performance.now() - began).toBeLessThan(5000)
  })

  it('is shown with a few words around it', () => {
    const before = `${'x '.repeat(50)}old ${'y '.repeat(50)}`
    expect(shown(around(wordDiff(before, before.replace('old', 'new')), 2))).toBe('… x x [-old] [+new] y y …')
  })
})

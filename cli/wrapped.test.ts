import { describe, expect, it } from 'vitest'
import { harmless } from './harmless.ts'
import { wrapped, wrappedIn } from './wrapped.ts'

describe('words of others on a screen', () => {
  it.each([
    ['a line break', 'a\nb', 'a b'],
    ['an escape that colours', 'a\u001b[31mb', 'a\ufffd[31mb'],
    ['the one-byte escape of C1', 'a\u009b31mb', 'a\ufffd31mb'],
    ['a bell', 'a\u0007', 'a\ufffd'],
    ['an override of the direction of writing', 'gpj\u202efdp', 'gpj\ufffdfdp'],
    ['an isolate', 'a\u2066b', 'a\ufffdb'],
    ['half a pair', 'a\ud83d', 'a\ufffd'],
    ['what is only foreign', 'Ärztebrief – 診断 😀.pdf', 'Ärztebrief – 診断 😀.pdf'],
  ])('make %s harmless', (_trap, text, shown) => expect(harmless(text)).toBe(shown))

  it('never pass the width of the screen', () => {
    const text = `Received ${'x'.repeat(50)} in the morning, and ${'😀'.repeat(30)}`
    for (const most of [8, 20, 40]) for (const line of wrapped(text, most)) expect([...line].length).toBeLessThanOrEqual(most)
    expect(wrapped(text, 20).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    expect(wrappedIn('one two three', 10, 2)).toEqual(['  one two', '  three'])
    expect(wrapped('', 20)).toEqual([''])
  })
})

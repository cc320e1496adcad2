import { describe, expect, it } from 'vitest'
import { keptInMemory } from './kept.ts'

describe('what is kept in memory of people', () => {
  const made = async (value: string) => value

  it('is made once for a version, and anew when that changes', async () => {
    const kept = keptInMemory<string>(5)
    expect(await kept.of('p', '', '1', () => made('first'))).toBe('first')
    expect(await kept.of('p', '', '1', () => made('again'))).toBe('first')
    expect(await kept.of('p', '', '2', () => made('second'))).toBe('second')
    expect(kept.size()).toBe(1)
  })

  it('is let go at once when the person is forgotten, also while it is being made', async () => {
    const kept = keptInMemory<string>(5)
    let done = (_: string) => {}
    const slow = kept.of('p', 'slow', '1', () => new Promise<string>((resolve) => (done = resolve)))
    await kept.of('p', '', '1', () => made('mine'))
    await kept.of('q', '', '1', () => made('other'))
    kept.forget('p')
    done('late')
    expect(await slow).toBe('late')
    expect(kept.size()).toBe(1)
  })

  it('is let go when nobody asks for it, and when there is no room, the longest unused first', async () => {
    let at = 0
    const kept = keptInMemory<string>(2, { clock: () => at })
    await kept.of('a', '', '1', () => made('a'))
    await kept.of('b', '', '1', () => made('b'))
    await kept.of('a', '', '1', () => made('a'))
    await kept.of('c', '', '1', () => made('c'))
    expect(await kept.of('a', '', '1', () => made('anew'))).toBe('a')
    at += 11 * 60_000
    kept.sweep()
    expect(kept.size()).toBe(0)
  })

  it('has room by what it weighs, but the last is kept however heavy', async () => {
    const kept = keptInMemory<string>(10, { weigh: (made) => made.length })
    await kept.of('a', '', '1', () => made('aaaa'))
    await kept.of('b', '', '1', () => made('bbbb'))
    expect(kept.size()).toBe(2)
    await kept.of('c', '', '1', () => made('cccc'))
    expect(kept.size()).toBe(2)
    expect(await kept.of('a', '', '1', () => made('gone'))).toBe('gone')
    await kept.of('d', '', '1', () => made('d'.repeat(50)))
    expect(kept.size()).toBe(1)
    kept.forget('d')
    await kept.of('e', '', '1', () => made('eeeee'))
    await kept.of('f', '', '1', () => made('fffff'))
    expect(kept.size()).toBe(2)
  })

  it('is not kept when it could not be made', async () => {
    const kept = keptInMemory<string>(2)
    await expect(kept.of('a', '', '1', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await kept.of('a', '', '1', () => made('now'))).toBe('now')
  })
})

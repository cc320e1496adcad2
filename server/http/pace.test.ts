import { describe, expect, it } from 'vitest'
import { pacedIn, pacedOut } from './pace.ts'

const bytes = (n: number) => new Uint8Array(n)
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function* sent(...pieces: [waits: number, length: number][]) {
  for (const [waits, length] of pieces) {
    await rest(waits)
    yield bytes(length)
  }
}
const taken = async (from: AsyncIterable<Uint8Array>) => {
  let length = 0
  for await (const piece of from) length += piece.length
  return length
}

describe('a body that comes', () => {
  it('is taken whole while it comes', async () => {
    expect(await taken(pacedIn(sent([10, 1000], [10, 1000]), 200))).toBe(2000)
  })

  it('is given up when nothing comes', async () => {
    await expect(taken(pacedIn(sent([0, 10], [2000, 10]), 100))).rejects.toMatchObject({ code: 'too-slow' })
  })

  it('is given up when it only drips', async () => {
    const drops = Array.from({ length: 40 }, (): [number, number] => [20, 1])
    await expect(taken(pacedIn(sent(...drops), 100))).rejects.toMatchObject({ code: 'too-slow' })
  })

  it('saves up no patience for later by coming fast at first', async () => {
    await expect(taken(pacedIn(sent([0, 10_000_000], [2000, 10]), 100))).rejects.toMatchObject({ code: 'too-slow' })
  })

  it('is not blamed for how long we take', async () => {
    const slowly = async () => {
      for await (const _ of pacedIn(sent([0, 1], [0, 1], [0, 1]), 100)) await rest(80)
    }
    await expect(slowly()).resolves.toBeUndefined()
  })
})

describe('an answer that goes', () => {
  it('is given up when nobody takes it', async () => {
    let givenUp = 0
    const going = pacedOut(sent([0, 10], [0, 10]), () => givenUp++, 50)
    await going.next()
    await rest(150)
    expect(givenUp).toBe(1)
  })

  it('is not given up while it is made slowly', async () => {
    let givenUp = 0
    expect(await taken(pacedOut(sent([100, 10], [100, 10]), () => givenUp++, 50))).toBe(20)
    expect(givenUp).toBe(0)
  })
})

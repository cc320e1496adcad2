import { describe, expect, it } from 'vitest'
import { takingTurns } from './turns.ts'

describe('calls of one account', () => {
  it('wait for one another when they are many, in the order they came', async () => {
    const turns = takingTurns(2)
    const order: number[] = []
    const call = async (n: number) => {
      const end = await turns.take('a')
      order.push(n)
      return end
    }
    const [first, second] = [await call(1), await call(2)]
    const third = call(3)
    const fourth = call(4)
    await Promise.resolve()
    expect(order).toEqual([1, 2])
    second()
    second()
    await third
    expect(order).toEqual([1, 2, 3])
    first()
    await fourth
    expect(order).toEqual([1, 2, 3, 4])
  })

  it('do not wait for those of another', async () => {
    const turns = takingTurns(1)
    await turns.take('a')
    expect(await turns.take('b')).toBeTypeOf('function')
  })

  it('are refused when too many wait', async () => {
    const turns = takingTurns(1, 1)
    const end = await turns.take('a')
    const waiting = turns.take('a')
    await expect(turns.take('a')).rejects.toMatchObject({ code: 'too-many-requests' })
    end()
    ;(await waiting)()
    expect(await turns.take('a')).toBeTypeOf('function')
  })
})

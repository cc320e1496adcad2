import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { writeTogether } from './write-together.ts'

it('writes what comes in the meantime as one lot, and in order', async () => {
  const lots: number[][] = []
  const write = writeTogether<number>(async (lot) => {
    lots.push([...lot])
    await setTimeout(5)
  })
  await Promise.all([1, 2, 3, 4].map((one) => write(one)))
  await write(5)
  expect(lots).toEqual([[1], [2, 3, 4], [5]])
})

it('tells only whoever brought what cannot be written', async () => {
  const kept: string[] = []
  const write = writeTogether<string>(async (lot) => {
    await setTimeout(5)
    if (lot.includes('bad')) throw new Error('no')
    kept.push(...lot)
  })
  const done = await Promise.allSettled(['first', 'good', 'bad', 'fine'].map((one) => write(one)))
  expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
  expect(kept).toEqual(['first', 'good', 'fine'])
  await expect(write('bad')).rejects.toThrow('no')
  await write('after')
  expect(kept).toContain('after')
})

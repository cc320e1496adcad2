import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { threadOf } from './thread-of.ts'

const folder = mkdtempSync(join(tmpdir(), 'carefolio-thread-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = join(folder, 'thread.mjs')
writeFileSync(
  file,
  `import { answerAsked } from '${new URL('./answer-asked.ts', import.meta.url)}'
import { AppError } from '${new URL('../core/record/errors.ts', import.meta.url)}'
answerAsked(async ({ say, refuse, breakWith, end, endSoon, hang }) => {
  if (hang) for (;;);
  if (endSoon) setTimeout(() => process.exit(1), 10)
  if (end) process.exit(1)
  if (refuse) throw new AppError('no-trials', { detail: refuse })
  if (breakWith) throw new Error(breakWith)
  return { said: say }
})`,
)

describe('a thread of calculations', { timeout: 60_000 }, () => {
  it('answers each in turn, tells failures of the catalogue, and goes on after one that broke or ended it', async () => {
    await using thread = threadOf<object, { said: string }>(pathToFileURL(file))
    const all = await Promise.allSettled([
      thread.ask({ say: 'one' }),
      thread.ask({ refuse: 'a detail' }),
      thread.ask({ breakWith: 'CANARY words' }),
      thread.ask({ end: true }),
      thread.ask({ say: 'two' }),
    ])
    expect(all.map((one) => (one.status === 'fulfilled' ? one.value : (one.reason as { code?: string }).code))).toEqual([
      { said: 'one' },
      'no-trials',
      undefined,
      undefined,
      { said: 'two' },
    ])
    const broken = all[2] as PromiseRejectedResult
    expect(String(broken.reason)).toContain('thread.mjs')
    expect(`${broken.reason}${broken.reason.stack}`).not.toContain('CANARY')
  })
  it('answers also after it had nothing to do, and after it died meanwhile', async () => {
    await using thread = threadOf<object, { said: string }>(pathToFileURL(file))
    const later = (input: object) => setTimeout(100).then(() => thread.ask(input))
    expect(await thread.ask({ say: 'one' })).toEqual({ said: 'one' })
    expect(await later({ say: 'two' })).toEqual({ said: 'two' })
    expect(await later({ say: 'three', endSoon: true })).toEqual({ said: 'three' })
    expect(await later({ say: 'four' })).toEqual({ said: 'four' })
  })
  it('is stopped in the midst by whoever asked, or by its time, and only that one', async () => {
    await using thread = threadOf<object, { said: string }>(pathToFileURL(file), { timeoutMs: 3000 })
    const stop = new AbortController()
    const hanging = thread.ask({ hang: true }, stop.signal)
    const endless = thread.ask({ hang: true })
    const after = thread.ask({ say: 'after' })
    await setTimeout(50)
    stop.abort()
    await expect(hanging).rejects.toMatchObject({ code: 'interrupted' })
    await expect(endless).rejects.toMatchObject({ code: 'took-too-long' })
    expect(await after).toEqual({ said: 'after' })
    await expect(thread.ask({ say: 'too late' }, AbortSignal.abort())).rejects.toMatchObject({ code: 'interrupted' })
  })
  it('makes what it is asked only when its turn has come', async () => {
    await using thread = threadOf<object, { said: string }>(pathToFileURL(file))
    let made = 0
    const asked = ['one', 'two'].map((say) => thread.ask(async () => ({ say: `${say} ${++made}` })))
    await setTimeout(0)
    expect(made).toBe(1)
    expect(await Promise.all(asked)).toEqual([{ said: 'one 1' }, { said: 'two 2' }])
  })
  it('ends with what it was asked last, and takes no more', async () => {
    const thread = threadOf<object, unknown>(pathToFileURL(file))
    await thread.ask({ say: 'one' })
    await thread[Symbol.asyncDispose]()
    await expect(thread.ask({ say: 'two' })).rejects.toMatchObject({ code: 'interrupted' })
  })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openPgliteInWorker } from './pglite-in-worker.ts'

const folder = mkdtempSync(join(tmpdir(), 'carefolio-pglite-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('fails at once, and waits for nobody, when its thread has ended', { timeout: 30_000 }, async () => {
  const pglite = await openPgliteInWorker(join(folder, 'database'))
  await pglite.query('select 1')
  await pglite.close()
  await expect(pglite.query('select 1')).rejects.toThrow('closed')
  await pglite.close()
})

/**
 * `npm run dev`: a place with an account, the invented person and invented trials, and the pages rebuilt at every change. Everything lies in
 * `data/dev`; delete it to begin anew.
 */
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { OWN_HEADER } from '@carefolio/core/api/route.ts'
import { ROUTES } from '@carefolio/core/api/routes.ts'
import { createApp } from '@carefolio/server/app.ts'
import { configOf } from '@carefolio/server/config.ts'
import { hasTrials } from '@carefolio/server/trials/has-trials.ts'
import { importTrials } from '@carefolio/server/trials/import.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const data = join(root, 'data/dev')
const PORT = 4780
const ACCOUNT = { email: 'dev@example.org', password: 'a quiet morning by the lake' }

mkdirSync(data, { recursive: true })
await using app = createApp(configOf({ data }, {}, data))
const database = await app.database()
if (!(await hasTrials(database))) await importTrials(database, join(root, 'corpus/trials'))
await using served = await app.serve({ port: PORT, version: 'dev', log: (line) => console.error(line) })
await seed(served.url)
const vite = join(dirname(createRequire(join(root, 'web/package.json')).resolve('vite/package.json')), 'bin/vite.js')
const pages = spawn(process.execPath, [vite, join(root, 'web'), '--clearScreen', 'false'], { stdio: 'inherit' })
console.log(`Sign in as ${ACCOUNT.email} with the password "${ACCOUNT.password}".`)
await new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  pages.once('exit', () => resolve())
})
pages.kill()

/** An account whose own place is empty, with the invented person beside it. */
async function seed(url: string): Promise<void> {
  const post = (path: string, body: unknown, cookie = '') =>
    fetch(new URL(path, url), {
      method: 'POST',
      headers: { [OWN_HEADER]: '1', 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    })
  const made = await post(ROUTES.signUp.path, {
    ...ACCOUNT,
    name: 'Dev Example',
    birthDate: '1970-05-04',
    zip: '60614',
    consents: { keep: true, trials: true, research: false },
  })
  // From the second time on there is one.
  if (!made.ok) return
  const cookie = made.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  await post(ROUTES.makeDemo.path, {}, cookie)
}

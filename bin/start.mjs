// `npm start`: makes the pages when they are older than what they are made of, then starts the place. What follows goes to `carefolio serve`.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const made = join(root, 'web/dist/index.html')

if (!existsSync(made) || newest(['web', 'core', 'package-lock.json']) > statSync(made).mtimeMs) {
  console.log('Making the pages …')
  const vite = join(dirname(createRequire(join(root, 'web/package.json')).resolve('vite/package.json')), 'bin/vite.js')
  const { status } = spawnSync(process.execPath, [vite, 'build', join(root, 'web'), '--logLevel', 'warn'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (status !== 0) process.exit(status ?? 70)
}
process.argv.splice(2, 0, 'serve')
await import('./carefolio.mjs')

/** When one of these files, or a file in these folders, was last changed. */
function newest(names) {
  let last = 0
  for (const name of names) {
    const path = join(root, name)
    const stat = statSync(path)
    if (!stat.isDirectory()) last = Math.max(last, stat.mtimeMs)
    else {
      const inside = readdirSync(path).filter((one) => one !== 'dist' && one !== 'node_modules' && !/\.test\.tsx?$/.test(one))
      last = Math.max(last, newest(inside.map((one) => join(name, one))))
    }
  }
  return last
}

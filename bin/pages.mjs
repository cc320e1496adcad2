// Makes the pages of the place (web/dist) when they are older than what they are made of. Two who want them at once make them once.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const made = join(root, 'web/dist/index.html')
const lock = join(root, 'web/.making')
const WAIT_MS = 60_000

/** 0 when the pages are there; else the code to end with. `say` hears that it takes a moment. */
export function makePages(say = () => {}) {
  if (areFresh()) return 0
  say()
  while (!locked()) {
    // Whoever was killed while making them cannot take the lock away.
    if (Date.now() - statSync(lock, { throwIfNoEntry: false })?.mtimeMs > WAIT_MS) unlock()
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
  }
  try {
    if (areFresh()) return 0
    const vite = join(dirname(createRequire(join(root, 'web/package.json')).resolve('vite/package.json')), 'bin/vite.js')
    const { status } = spawnSync(process.execPath, [vite, 'build', join(root, 'web'), '--logLevel', 'warn'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      // Without the marks of a test run, which would make other pages.
      env: { ...process.env, NODE_ENV: 'production', VITEST: '' },
    })
    return status ?? 70
  } finally {
    unlock()
  }
}

function locked() {
  try {
    mkdirSync(lock)
    return true
  } catch {
    return false
  }
}

/** Also when somebody else took it for forgotten. */
const unlock = () => rmSync(lock, { recursive: true, force: true })

const areFresh = () => existsSync(made) && newest(['web', 'core', 'package-lock.json']) < statSync(made).mtimeMs

/** When one of these files, or a file in these folders, was last changed. */
function newest(names) {
  let last = 0
  for (const name of names) {
    const path = join(root, name)
    const stat = statSync(path)
    if (!stat.isDirectory()) last = Math.max(last, stat.mtimeMs)
    else {
      const inside = readdirSync(path).filter(
        (one) => !['dist', 'node_modules', '.making', 'screens'].includes(one) && !/\.test\.tsx?$|test-data/.test(one),
      )
      last = Math.max(last, newest(inside.map((one) => join(name, one))))
    }
  }
  return last
}

#!/usr/bin/env node
// Starts the command line on the Node that the project brings (24), whatever Node the machine has.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

const own = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url))
const main = fileURLToPath(new URL('../cli/main.ts', import.meta.url))
const [major = 0] = process.versions.node.split('.').map(Number)
// Older ones know neither types nor `await using`.
if (!existsSync(own) && major < 24) {
  console.error('Carefolio needs Node 24 or newer. Run "npm ci" in its folder once: it brings one along.')
  process.exit(70)
}
/** Longer than the program gives itself (cli/main.ts). */
const GRACE_MS = 850
const child = spawn(existsSync(own) ? own : process.execPath, ['--disable-warning=ExperimentalWarning', main, ...process.argv.slice(2)], {
  stdio: 'inherit',
})
const INTERRUPTED = 130
let asked = false
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    asked = true
    child.kill(signal)
    setTimeout(() => child.kill('SIGKILL'), GRACE_MS).unref()
  })
child.on('error', (error) => {
  console.error(`Node could not be started: ${error.message}`)
  process.exit(70)
})
// Asked to stop, it says so by itself, unless it is in the midst of a long calculation; what it keeps survives a kill at any moment.
child.on('exit', (code, signal) => process.exit(code ?? (asked ? INTERRUPTED : 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 15))))

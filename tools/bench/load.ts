import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { cookieNameFor } from '../../server/http/cookies.ts'
import { browse, type Visit } from './load/browse.ts'
import { fillPlace, type Seeded } from './load/fill-place.ts'
import { keepReading } from './load/keep-reading.ts'
import type { BenchPlace, Figures } from './measure.ts'

const PEOPLE = 200
const LASTS_MS = 40_000

/**
 * Two hundred people look at their pages at the same time, each with some seconds between two of them, while files of somebody else are read
 * without a pause. The place is a process of its own, as people run it; it and those who look share the cores of this machine.
 */
export async function benchLoad({ root }: BenchPlace): Promise<Figures> {
  const data = mkdtempSync(join(tmpdir(), 'carefolio-load-'))
  let place: { child: ChildProcess; url: string } | undefined
  try {
    const seeded = await fillPlace(root, data, PEOPLE)
    place = await serve(root, data)
    seeded.cookie = cookieNameFor(place.url)
    const before = processorMs(place.child)
    const quiet = await round(place.url, seeded, undefined)
    const spent = processorMs(place.child) - before
    const busy = await round(place.url, seeded, root)
    return {
      [`${PEOPLE} people browsing`]: said(quiet),
      'time of the processor for a call, without reading': `${(spent / quiet.length).toFixed(1)} ms`,
      'the same while files are read': said(busy),
      'slowest kinds of call, while files are read': slowest(busy),
      'load of this machine besides, before': `${loadavg()[1]?.toFixed(1)} on ${cpus().length} cores`,
    }
  } finally {
    place?.child.kill('SIGTERM')
    await after(1500)
    rmSync(data, { recursive: true, force: true })
  }
}

/** What the calls took; with `root`, while the records of the demo patient are read again and again. */
async function round(url: string, seeded: Seeded, root: string | undefined): Promise<Visit[]> {
  const stop = new AbortController()
  const visits: Visit[] = []
  const reading = root === undefined ? undefined : keepReading(url, root, seeded, stop.signal)
  const looking = seeded.people.map((person) => browse(url, seeded.cookie, person, stop.signal, (visit) => visits.push(visit)))
  await after(LASTS_MS)
  stop.abort()
  await Promise.all(looking)
  const files = await reading
  if (files === 0) throw new Error('Nothing was read during the load.')
  return visits
}

/** What the place has used of the processors so far, as Linux tells it: unlike the clock it says little of what else runs here. */
function processorMs({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

const said = (visits: readonly Visit[]): string => {
  const times = visits.map(({ ms }) => ms).toSorted((a, b) => a - b)
  const at = (part: number) => `${times[Math.min(times.length - 1, Math.floor(times.length * part))]?.toFixed(0)} ms`
  const failed = visits.filter(({ status }) => status !== 200).length
  return `${(times.length / (LASTS_MS / 1000)).toFixed(0)} calls/s, half within ${at(0.5)}, 95% ${at(0.95)}, 99% ${at(0.99)}, slowest ${at(1)}, ${failed} failed`
}

function slowest(visits: readonly Visit[]): string {
  const names = [...new Set(visits.map(({ name }) => name))]
  const times = names.map((name) => {
    const own = visits
      .filter((one) => one.name === name)
      .map(({ ms }) => ms)
      .toSorted((a, b) => a - b)
    return { name, ms: own[Math.floor(own.length * 0.99)] ?? 0 }
  })
  return times
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, 4)
    .map(({ name, ms }) => `${name} ${ms.toFixed(0)} ms`)
    .join(', ')
}

async function serve(root: string, data: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, 'cli/main.ts'), 'serve', '--data', data, '--port', '0'],
    {
      // Each of those who look has an address of their own, as behind a proxy.
      env: { ...process.env, CAREFOLIO_PROXY: 'loopback' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let words = ''
  child.stdout.on('data', (piece) => (words += piece))
  for (let waited = 0; waited < 60_000; waited += 50) {
    const url = /http:\/\/localhost:\d+\//.exec(words)?.[0]
    if (url !== undefined) return { child, url }
    await after(50)
  }
  child.kill('SIGKILL')
  throw new Error('The place did not start.')
}

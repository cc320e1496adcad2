import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type Ledger, NOTHING, noted } from './ledger.ts'

/** `broken`: promises not kept, as `lost:12`; `seen`: how many keeps and removals had been acknowledged. */
export type Crashes = { rounds: number; seen: number; broken: string[] }

/**
 * Kills a process that works on the vault of `folder` with SIGKILL at random moments, `rounds` times, and has each successor check that
 * nothing acknowledged is lost, back or half there. At the end no word of any file may be on the disk.
 */
export async function crashVault(options: {
  folder: string
  rounds: number
  databaseUrl?: string | undefined
  /** What is taken to be acknowledged at the start. */
  ledger?: Ledger
  onRound?: (done: number) => void
}): Promise<Crashes> {
  const { folder, rounds, databaseUrl, onRound } = options
  const ledgerFile = join(folder, 'ledger.json')
  let ledger = options.ledger ?? NOTHING
  for (let round = 0; round < rounds; round++) {
    writeFileSync(ledgerFile, JSON.stringify(ledger))
    const { lines, code } = await killedAfter([folder, ledgerFile, ...(databaseUrl ? [databaseUrl] : [])], {
      lines: Math.floor(Math.random() * 10),
      milliseconds: Math.random() * 80,
    })
    const broken = lines.find((line) => line.startsWith('broken'))
    const seen = ledger.kept.length + ledger.removed.length
    if (broken !== undefined) return { rounds: round, seen, broken: broken.split(' ').slice(1) }
    if (code !== null) return { rounds: round, seen, broken: [`stopped by itself with ${code}`] }
    ledger = lines.reduce(noted, ledger)
    onRound?.(round + 1)
  }
  return { rounds, seen: ledger.kept.length + ledger.removed.length, broken: readableIn(folder, ledgerFile) }
}

/**
 * Runs the worker and kills it so many milliseconds after it was ready and had said so many lines, so that a slow machine kills no less work; gives
 * what it had said. `code` is null when the kill ended it.
 */
async function killedAfter(
  args: readonly string[],
  after: { lines: number; milliseconds: number },
): Promise<{ lines: string[]; code: number | null }> {
  const worker = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', fileURLToPath(new URL('vault-work.ts', import.meta.url)), ...args],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const lines: string[] = []
  const ended = once(worker, 'exit')
  const reader = createInterface({ input: worker.stdout })
  const read = once(reader, 'close')
  reader.on('line', (line) => {
    lines.push(line)
    const ready = lines.indexOf('ready')
    if (ready >= 0 && lines.length === ready + 1 + after.lines) setTimeout(() => worker.kill('SIGKILL'), after.milliseconds)
  })
  const [code] = await ended
  await read
  return { lines, code }
}

/** Files below the folder in which a word of a kept file stands. */
const readableIn = (folder: string, except: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => path !== except && statSync(path).isFile() && readFileSync(path).includes('CANARY'))
    .map((path) => `readable:${path}`)

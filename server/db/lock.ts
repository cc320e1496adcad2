import { execFileSync } from 'node:child_process'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { AppError } from '@carefolio/core/record/errors.ts'

/**
 * Takes the lock of a data folder, because two embedded databases on one folder would silently lose rows. Returns how to give it back.
 * The file names the process and when that started, so that a lock left by a killed process, whose number may live on in another, is stale.
 * Throws `database-locked`.
 */
export function takeLock(path: string): () => void {
  const mine = `${process.pid} ${startOf(process.pid) ?? 'unknown'} ${crypto.randomUUID()}\n`
  for (let attempt = 0; attempt < 3; attempt++) {
    if (createWhole(path, mine)) return () => giveBack(path, mine)
    const held = readIfThere(path)
    if (held === undefined) continue
    if (isHeld(held)) throw new AppError('database-locked', { detail: `process ${held.split(' ')[0]}` })
    removeStale(path, held)
  }
  throw new AppError('database-locked')
}

/** Creates the file with its content in one step, so that nobody reads it half-written. False when it exists. */
function createWhole(path: string, content: string): boolean {
  const draft = `${path}.${process.pid}.${crypto.randomUUID()}`
  writeFileSync(draft, content, { mode: 0o600 })
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw new AppError('cannot-write', { cause: error })
  } finally {
    rmSync(draft, { force: true })
  }
}

function isHeld(content: string): boolean {
  const [pid, start] = content.trim().split(' ')
  const number = Number(pid)
  if (!Number.isInteger(number) || number <= 0 || !isAlive(number)) return false
  const started = startOf(number)
  return started === undefined || start === 'unknown' || started === start
}

/** Moves the stale file aside before removing it: another process may have taken the lock in between, and then gets it back. */
function removeStale(path: string, stale: string): void {
  const aside = `${path}.${process.pid}.stale`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  if (readIfThere(aside) !== stale) {
    try {
      linkSync(aside, path)
    } catch {
      // A third process has it; the next attempt says so.
    }
  }
  rmSync(aside, { force: true })
}

function giveBack(path: string, mine: string): void {
  if (readIfThere(path) === mine) rmSync(path, { force: true })
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** A killed process that its parent has not yet asked after ("zombie") is not alive. */
function isAlive(pid: number): boolean {
  if (/^[ZX]$/.test(statOf(pid)?.[0] ?? '')) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** When a process started, as the system says it: from /proc on Linux (proc(5), field 22), else from `ps`. */
function startOf(pid: number): string | undefined {
  const stat = statOf(pid)
  if (stat !== undefined) return stat[19]
  try {
    return (
      execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
        .trim()
        .replaceAll(/\s+/g, '_') || undefined
    )
  } catch {
    return undefined
  }
}

/** The fields of /proc/<pid>/stat from the third on, which is the state; the second, the name, may hold blanks and brackets. */
function statOf(pid: number): string[] | undefined {
  const stat = readIfThere(`/proc/${pid}/stat`)
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
}

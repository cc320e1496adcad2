import { type ChildProcess, spawn } from 'node:child_process'
import { AppError } from '@carefolio/core/record/errors.ts'

/** Lets bytes through and has them looked at on the way: whoever takes them gets a throw instead of the end when they are refused. */
export type Scan = (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>

export const noScan: Scan = (bytes) => bytes

/**
 * A scan by a command of the host's, as `clamdscan -`: it gets each file on its standard input and ends with 0 (good) or 1 (refused:
 * `file-refused`), as virus scanners do. Anything else, also a command that is not there or takes too long, lets nothing in (`scan-failed`).
 */
export function scanBy(command: string, timeoutMs = 120_000): Scan {
  return async function* (bytes) {
    // What it prints may name what it found in a file: it goes nowhere.
    const child = spawn(command, { shell: true, stdio: ['pipe', 'ignore', 'ignore'], windowsHide: true, detached: HAS_GROUPS })
    const ended = new Promise<number>((resolve) => {
      child.once('error', () => resolve(-1))
      child.once('close', (code) => resolve(code ?? -1))
    })
    // A scanner that has seen enough closes its ears.
    child.stdin.on('error', () => {})
    try {
      for await (const piece of bytes) {
        if (!child.stdin.destroyed && !child.stdin.write(piece)) await drained(child.stdin, ended, timeoutMs)
        yield piece
      }
      child.stdin.end()
      const code = await within(ended, timeoutMs)
      if (code === 1) throw new AppError('file-refused')
      if (code !== 0) throw new AppError('scan-failed')
    } finally {
      if (child.exitCode === null) killGroup(child)
    }
  }
}

const HAS_GROUPS = process.platform !== 'win32'

/** The command and all that it started: the shell alone would leave the scanner behind. */
function killGroup(child: ChildProcess): void {
  if (!HAS_GROUPS || child.pid === undefined) {
    child.kill('SIGKILL')
    return
  }
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}

async function drained(stdin: NodeJS.WritableStream, ended: Promise<number>, timeoutMs: number): Promise<void> {
  const drain = new Promise<number>((resolve) => stdin.once('drain', () => resolve(0)))
  if ((await within(Promise.race([drain, ended]), timeoutMs)) === undefined) throw new AppError('scan-failed')
}

async function within<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

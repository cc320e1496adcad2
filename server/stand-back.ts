import { setPriority } from 'node:os'

/**
 * Lets the calling thread, or the process `pid`, stand back behind all that answers people: work that nobody waits for at the screen takes
 * what is left of the cores. On Linux a thread has a priority of its own; elsewhere it would be that of the whole program, so nothing is done.
 */
export function standBack(pid = 0): void {
  if (process.platform !== 'linux') return
  try {
    setPriority(pid, BEHIND)
  } catch {
    // Gone already, or not allowed here: then it is only less polite.
  }
}

const BEHIND = 10

import { call, Refused } from './call.ts'

/** Files up to this size go in one call; larger ones in pieces of it, so that a break loses little and progress can be told. */
const PIECE = 4_000_000
const TRIES = 9
const LONGEST_WAIT_MS = 15_000

/**
 * Sends a file; `told` hears how many bytes have arrived. A broken connection goes on where it stopped, and so does the same file when it is
 * chosen again after the page was closed.
 */
export async function upload(
  person: string,
  file: File,
  name: string,
  told: (bytes: number) => void,
  signal: AbortSignal,
): Promise<{ id: string; isNew: boolean }> {
  if (file.size <= PIECE) {
    const kept = await patient(() => call('addOriginal', { params: { person }, query: { name }, body: file.slice(), signal }), signal)
    told(file.size)
    return kept
  }
  const started = await patient(() => begun(person, file, name, signal), signal)
  let at = started.next
  told(at)
  for (;;) {
    const sent = await patient(async (again) => {
      const next = again ? (await call('upload', { params: { person, upload: started.upload }, signal })).next : at
      return call('sendPiece', {
        params: { person, upload: started.upload },
        query: { at: next },
        body: file.slice(next, next + PIECE),
        signal,
      })
    }, signal)
    at = sent.next
    told(at)
    if (sent.kept) return sent.kept
  }
}

/** The upload that broke off before, if this is its file; else a new one. */
async function begun(person: string, file: File, name: string, signal: AbortSignal): Promise<{ upload: string; next: number }> {
  const mark = await markOf(file)
  const { uploads } = await call('uploads', { params: { person }, signal })
  const before = uploads.find((one) => one.name === name && one.bytes === file.size && one.mark === mark && one.next < one.bytes)
  return before ?? call('startUpload', { params: { person }, body: { name, bytes: file.size, mark }, signal })
}

/** Tells a file from another of the same name and size: a hash over its first and last bytes. */
async function markOf(file: File): Promise<string> {
  const ends = new Blob([file.slice(0, END), file.slice(Math.max(0, file.size - END))])
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await ends.arrayBuffer()))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
const END = 262_144

/** Tries again while the server cannot be reached, a little later each time and at once when the net is back; what it refuses is not asked twice. */
async function patient<T>(work: (again: boolean) => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work(tries > 1)
    } catch (error) {
      if (signal.aborted || error instanceof Refused || tries === TRIES) throw error
      await rest(Math.min(LONGEST_WAIT_MS, 500 * 2 ** tries), signal)
    }
  }
}

function rest(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      window.removeEventListener('online', done)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    window.addEventListener('online', done)
    signal.addEventListener('abort', done)
  })
}

import { call, Refused } from './call.ts'

/** Files up to this size go in one call; larger ones in pieces of it, so that a break loses little and progress can be told. */
const PIECE = 4_000_000
const TRIES = 5

/** Sends a file; `told` hears how many bytes have arrived. A broken connection goes on where it stopped. */
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
  const started = await patient(() => call('startUpload', { params: { person }, body: { name, bytes: file.size }, signal }), signal)
  let at = started.next
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

/** Tries again while the server cannot be reached, a little later each time; what it refuses is not asked twice. */
async function patient<T>(work: (again: boolean) => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work(tries > 1)
    } catch (error) {
      if (signal.aborted || error instanceof Refused || tries === TRIES) throw error
      await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** tries))
    }
  }
}

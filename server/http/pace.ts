import { AppError } from '@carefolio/core/record/errors.ts'

/** Bytes that must come or go in a millisecond, on average: 4 kB a second, what a bad telephone line does. */
const LEAST = 4
/** So long nothing need happen. */
export const PATIENCE_MS = 60_000

/**
 * A body as it comes, while it comes fast enough; else throws `too-slow`. Only waiting for the sender counts, not what we do with the bytes.
 * The sender's stream is left as it is, so that an answer can still be given.
 */
export async function* pacedIn(bytes: AsyncIterable<Uint8Array>, patience = PATIENCE_MS): AsyncGenerator<Uint8Array> {
  const coming = bytes[Symbol.asyncIterator]()
  for (let left = patience; ; ) {
    const begun = performance.now()
    const next = await withinMs(coming.next(), left)
    if (next.done) return
    left = Math.min(patience, left - (performance.now() - begun) + next.value.length / LEAST)
    yield next.value
  }
}

/** Bytes as they go, while somebody takes them fast enough; else `giveUp` is called. */
export async function* pacedOut(bytes: AsyncIterable<Uint8Array>, giveUp: () => void, patience = PATIENCE_MS): AsyncGenerator<Uint8Array> {
  let left = patience
  for await (const piece of bytes) {
    const begun = performance.now()
    const timer = setTimeout(giveUp, Math.max(1, left))
    try {
      yield piece
    } finally {
      clearTimeout(timer)
    }
    left = Math.min(patience, left - (performance.now() - begun) + piece.length / LEAST)
  }
}

/** So long an answer of so many bytes may take to be read. */
export const readingTimeOf = (bytes: number): number => PATIENCE_MS + bytes / LEAST

async function withinMs<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError('too-slow')), Math.max(1, ms))
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

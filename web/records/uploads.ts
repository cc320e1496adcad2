import { useSyncExternalStore } from 'react'
import { queries } from '../api/queries.ts'
import { upload } from '../api/upload.ts'

/** A file on its way to the server. It leaves the list when it is kept; what failed stays until it is tried again or put away. */
export type Upload = {
  key: number
  person: string
  name: string
  file: File
  sent: number
  state: 'waiting' | 'sending' | 'known' | 'failed'
  error?: unknown
  stop: AbortController
}

/** So many at a time: enough to fill a line, few enough to tell which. */
const AT_ONCE = 2
let uploads: readonly Upload[] = []
let lastKey = 0
const listeners = new Set<() => void>()

/** The uploads of a person. They go on while other screens are looked at. */
export function useUploads(person: string): readonly Upload[] {
  const all = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => uploads,
  )
  return all.filter((one) => one.person === person)
}

export function addUploads(person: string, files: readonly { file: File; name: string }[]): void {
  const added = files.map(({ file, name }): Upload => {
    lastKey++
    return { key: lastKey, person, name, file, sent: 0, state: 'waiting', stop: new AbortController() }
  })
  // What is said about earlier ones has been seen.
  set([...uploads.filter(({ state }) => state !== 'known'), ...added])
  sendNext()
}

export function retryUpload(key: number): void {
  change(key, { state: 'waiting', sent: 0, error: undefined, stop: new AbortController() })
  sendNext()
}

export function dropUpload(key: number): void {
  uploads.find((one) => one.key === key)?.stop.abort()
  set(uploads.filter((one) => one.key !== key))
  sendNext()
}

function sendNext(): void {
  const free = AT_ONCE - uploads.filter(({ state }) => state === 'sending').length
  for (const one of uploads.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, free))) void send(one)
}

async function send({ key, person, file, name, stop }: Upload): Promise<void> {
  change(key, { state: 'sending' })
  try {
    const { isNew } = await upload(person, file, name, (sent) => change(key, { sent }), stop.signal)
    if (isNew) set(uploads.filter((one) => one.key !== key))
    else change(key, { state: 'known' })
    await Promise.all(['originals', 'uploads'].map((name) => queries.invalidateQueries({ queryKey: [person, name] })))
  } catch (error) {
    if (!stop.signal.aborted) change(key, { state: 'failed', error })
  }
  sendNext()
}

function change(key: number, more: Partial<Upload>): void {
  set(uploads.map((one) => (one.key === key ? { ...one, ...more } : one)))
}

function set(next: readonly Upload[]): void {
  uploads = next
  for (const listener of listeners) listener()
}

/**
 * The thread that the embedded database runs in: it would block the event loop for the length of each query. Answers messages
 * `{ id, sql, parameters }` with `{ id, rows, affectedRows }` or `{ id, error }`, one after the other, and `{ id, close: true }`.
 */
import { fsyncSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/** Emscripten's file system answers fsync without doing it; this one does it, so that a commit survives a power cut. */
class SyncedFS extends NodeFS {
  override async init(...[instance, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(instance, options)
    const makeSync = (module: unknown) => {
      const { stream_ops } = (module as { NODEFS: { stream_ops: Record<string, (stream: { nfd: number }) => number> } }).NODEFS
      stream_ops['fsync'] = (stream) => {
        fsyncSync(stream.nfd)
        return 0
      }
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), makeSync] } }
  }
}

/** `-F` would turn fsync off; fdatasync, the usual way on Linux, does nothing here. */
const startParams = [...PGlite.defaultStartParams.filter((one) => one !== '-F'), '-c', 'fsync=on', '-c', 'wal_sync_method=fsync']

const port = parentPort
if (port) {
  const opening = PGlite.create({ fs: new SyncedFS(String(workerData)), startParams })
  opening.then(
    () => port.postMessage({ id: 0 }),
    (error: unknown) => port.postMessage({ id: 0, error: plainError(error) }),
  )
  port.on('message', async ({ id, sql, parameters, close }: { id: number; sql: string; parameters: unknown[]; close?: boolean }) => {
    try {
      const pglite = await opening
      if (close) {
        await pglite.close()
        port.postMessage({ id })
        return
      }
      const { rows, affectedRows } = await pglite.query(sql, parameters)
      port.postMessage({ id, rows, affectedRows })
    } catch (error) {
      port.postMessage({ id, error: plainError(error) })
    }
  })
}

/** What may be told about a failed query: never the values in it. */
function plainError(error: unknown): { message: string; code?: string } {
  const { message, code } = error as { message?: unknown; code?: unknown }
  return { message: String(message ?? error), ...(typeof code === 'string' ? { code } : {}) }
}

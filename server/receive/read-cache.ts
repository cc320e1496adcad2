import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Document } from '@carefolio/core/record/document.ts'
import { codeVersion } from '../code-version.ts'

/** Documents that were read before, by what their bytes are, so that an interrupted reading of a large folder goes on. */
export type ReadCache = {
  /** `hash` is the SHA-256 of the file's bytes, hex. The document has the id and file name that it had when it was kept. */
  get(hash: string): Promise<Document | undefined>
  keep(hash: string, document: Document): Promise<void>
}

/**
 * A cache in the data folder: one file a document, readable by its owner only. What another version of the readers has read is not taken.
 * It holds the words of the records in plain: it is off unless asked for (docs/decisions/0007), and `forgetReadings` empties it.
 */
export function readCache(data: string, engine: string): ReadCache {
  const folder = folderOf(data)
  let version: Promise<string> | undefined
  const fileOf = async (hash: string) => {
    version ??= codeVersion(READERS)
    const key = createHash('sha256').update(`${await version}|${engine}|${hash}`)
    return join(folder, `${key.digest('hex')}.json`)
  }
  return {
    async get(hash) {
      try {
        const kept = Document.safeParse(JSON.parse(await readFile(await fileOf(hash), 'utf8')))
        return kept.success ? kept.data : undefined
      } catch {
        return undefined
      }
    },
    async keep(hash, document) {
      if (!document.read || document.problems.some(({ code }) => PASSING.has(code))) return
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        const file = await fileOf(hash)
        // Renamed when whole, so that a stop in between leaves nothing half.
        await writeFile(`${file}.part`, JSON.stringify(document), { mode: 0o600 })
        await rename(`${file}.part`, file)
      } catch {
        // No room or no right to write: reading goes on without a memory.
      }
    },
  }
}

/** Deletes every reading that was kept; returns how many there were. */
export async function forgetReadings(data: string): Promise<number> {
  const folder = folderOf(data)
  const files = await readdir(folder).catch(() => [])
  await rm(folder, { recursive: true, force: true })
  return files.filter((file) => file.endsWith('.json')).length
}

const folderOf = (data: string) => join(data, 'readings')

/** What may go better the next time is read again. */
const PASSING: ReadonlySet<string> = new Set(['took-too-long', 'read-crashed', 'ocr-unavailable', 'no-access'])

const READERS = ['server/read', 'core/read']

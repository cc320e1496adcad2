import type { Document } from '@carefolio/core/record/document.ts'
import { type ReadOptions, readAll } from './read-all.ts'
import { receiveFolder } from './receive-folder.ts'

export type { ReadOptions, ReadProgress } from './read-all.ts'

/** A folder of records, or one file, read: every file received is among the documents. Throws `not-found` when nothing is there. */
export async function readRecords(path: string, options: ReadOptions = {}): Promise<Document[]> {
  const files = await receiveFolder(path, options.signal === undefined ? {} : { signal: options.signal })
  return readAll(files, options)
}

import { promisify } from 'node:util'
import { gunzip, gzipSync } from 'node:zlib'
import { compileTrial } from '@carefolio/core/match/compile.ts'
import { storedForm } from '@carefolio/core/match/stored-form.ts'
import { trialOfRecord } from '@carefolio/core/trials/trial-of-record.ts'

/** A registry record, compiled, as the database keeps it: a fifth of its size, with a check sum. */
export function packedOfRecord(record: string): string {
  return gzipSync(storedForm(compileTrial(trialOfRecord(JSON.parse(record))))).toString('base64')
}

/** What was packed, as `compiledOf` takes it; unzipped beside the main thread. Rejects when it is damaged. */
export async function unzipped(packed: string): Promise<string> {
  return (await unzip(Buffer.from(packed, 'base64'))).toString()
}

const unzip = promisify(gunzip)

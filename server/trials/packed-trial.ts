import { gunzipSync, gzipSync } from 'node:zlib'
import { type CompiledTrial, compileTrial } from '@carefolio/core/match/compile.ts'
import { compiledOf, storedForm } from '@carefolio/core/match/stored-form.ts'
import { trialOfRecord } from '@carefolio/core/trials/trial-of-record.ts'

/** A registry record, compiled, as the database keeps it: a fifth of its size, with a check sum. */
export function packedOfRecord(record: string): string {
  return gzipSync(storedForm(compileTrial(trialOfRecord(JSON.parse(record))))).toString('base64')
}

/** The compiled trial of what `packedOfRecord` made. Throws when it is damaged or was made by other rules. */
export function compiledOfPacked(packed: string): CompiledTrial {
  return compiledOf(gunzipSync(Buffer.from(packed, 'base64')).toString())
}

import { gunzipSync, gzipSync } from 'node:zlib'
import { sealText, unsealText } from './sealed-text.ts'

/** A value that JSON can hold, packed small and encrypted for a column of the database, as `sealText` does for short texts. */
export function sealValue(value: unknown, key: Uint8Array, place: string): string {
  return sealText(gzipSync(JSON.stringify(value), { level: 5 }).toString('base64'), key, place)
}

/** Throws `damaged-original`. The caller knows what shape it sealed. */
export function unsealValue(sealed: string, key: Uint8Array, place: string): unknown {
  return JSON.parse(gunzipSync(Buffer.from(unsealText(sealed, key, place), 'base64')).toString('utf8'))
}

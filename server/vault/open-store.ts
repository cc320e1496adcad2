import { join } from 'node:path'
import { type ByteStore, localByteStore } from './byte-store.ts'
import type { S3Config } from './s3/config.ts'
import { s3ByteStore } from './s3/store.ts'

/** Where the originals of an installation lie: in its data folder, or in the bucket that the host has set up. */
export const openStore = ({ data, s3 }: { data: string; s3?: S3Config | undefined }): ByteStore =>
  s3 === undefined ? localByteStore(join(data, 'originals')) : s3ByteStore(s3)

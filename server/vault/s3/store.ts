import { AppError } from '@carefolio/core/record/errors.ts'
import { type ByteStore, type Draft, safeName } from '../byte-store.ts'
import { leave, PATIENCE, type S3Client, type S3Patience, s3Client, wordsIn } from './client.ts'
import type { S3Config } from './config.ts'

/** Smaller files go in one call, larger ones in parts of this size, one in memory at a time; S3 takes none below 5 MiB. */
const PART = 8 * 1024 * 1024

/**
 * Sealed bytes in a bucket. An object is there whole or not at all, so that a draft is an object of another name: it gets its own by a copy
 * inside the service, and what a killed process leaves is found among the drafts and the unfinished uploads.
 */
export function s3ByteStore(config: S3Config, patience: S3Patience = PATIENCE): ByteStore {
  const client = s3Client(config, patience)
  const place = (name: string) => `kept/${safeName(name)}`
  const remove = async (name: string) => leave(await client.send({ method: 'DELETE', name }))
  return {
    async draft(bytes): Promise<Draft> {
      const name = `drafts/${crypto.randomUUID()}`
      try {
        await put(client, name, bytes)
      } catch (error) {
        throw error instanceof AppError && error.code !== 'store-unavailable' ? error : new AppError('not-kept', { cause: error })
      }
      return {
        discard: () => remove(name),
        async keepAs(kept) {
          const copy = { method: 'PUT', name: place(kept), headers: { 'x-amz-copy-source': client.pathOf(name) } } as const
          await client.text(copy).catch(async (cause: unknown) => {
            await remove(name).catch(() => {})
            throw new AppError('not-kept', { cause })
          })
          // It is kept; a draft that stays is found by `removeDrafts`.
          await remove(name).catch(() => {})
        },
      }
    },
    read: (name) => readOn(client, place(name), patience),
    remove: (name) => remove(place(name)),
    async *names() {
      for await (const { key, at } of objects(client, `${config.prefix}kept/`))
        yield { name: key.slice(`${config.prefix}kept/`.length), at }
    },
    async removeDrafts(before) {
      let removed = 0
      for await (const { key, at } of objects(client, `${config.prefix}drafts/`)) {
        if (at >= before) continue
        await remove(key.slice(config.prefix.length))
        removed++
      }
      return removed + (await abortUploads(client, config.prefix, before))
    },
  }
}

/** Throws what `bytes` throws, or `store-unavailable`; nothing stays but perhaps an upload that was begun. */
async function put(client: S3Client, name: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const parts: string[] = []
  let upload: string | undefined
  try {
    for await (const { part, isLast } of inParts(bytes)) {
      if (isLast && upload === undefined) {
        await leave(await client.send({ method: 'PUT', name, body: part }))
        return
      }
      upload ??= wordsIn(await client.text({ method: 'POST', name, query: { uploads: '' } }), 'UploadId')[0] ?? ''
      const query = { partNumber: String(parts.length + 1), uploadId: upload }
      const response = await client.send({ method: 'PUT', name, query, body: part })
      await leave(response)
      parts.push(response.headers.get('etag') ?? '')
    }
    const list = parts.map((tag, i) => `<Part><PartNumber>${i + 1}</PartNumber><ETag>${tag}</ETag></Part>`).join('')
    const body = new TextEncoder().encode(`<CompleteMultipartUpload>${list}</CompleteMultipartUpload>`)
    await client.text({ method: 'POST', name, query: { uploadId: upload ?? '' }, body }).catch(async (error: unknown) => {
      // Put together already, when only the answer was lost: nobody else knows this name.
      if (!(await isThere(client, name).catch(() => false))) throw error
    })
  } catch (error) {
    if (upload !== undefined) await client.send({ method: 'DELETE', name, query: { uploadId: upload } }).catch(() => {})
    throw error
  }
}

async function isThere(client: S3Client, name: string): Promise<boolean> {
  const response = await client.send({ method: 'GET', name, headers: { range: 'bytes=0-0' } })
  await leave(response)
  return response.status === 206
}

/** The same bytes in pieces of `PART`, the last one shorter, perhaps empty if it is the only one. */
async function* inParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<{ part: Uint8Array<ArrayBuffer>; isLast: boolean }> {
  let held: Uint8Array[] = []
  let length = 0
  for await (const piece of bytes) {
    held.push(piece)
    length += piece.length
    while (length > PART) {
      const all: Uint8Array<ArrayBuffer> = Buffer.concat(held)
      yield { part: all.subarray(0, PART), isLast: false }
      held = [all.subarray(PART)]
      length -= PART
    }
  }
  yield { part: Buffer.concat(held), isLast: true }
}

/** The object's bytes; where an answer breaks off, the rest is asked for. */
async function* readOn(client: S3Client, name: string, { tries, silenceMs }: S3Patience): AsyncGenerator<Uint8Array> {
  let at = 0
  let version: string | undefined
  for (let attempt = 1; ; attempt++) {
    const rest = at === 0 ? {} : { range: `bytes=${at}-`, ...(version === undefined ? {} : { 'if-match': version }) }
    const response = await client.send({ method: 'GET', name, headers: rest })
    if (response.status === 404) throw new AppError('damaged-original')
    if (response.status === 412 || (at > 0 && response.status !== 206))
      throw new AppError('store-unavailable', { detail: 'the object was replaced while it was read' })
    version ??= response.headers.get('etag') ?? undefined
    const reader = response.body?.getReader()
    let cause: unknown
    let isWhole = false
    try {
      for (;;) {
        const next = await withoutSilence(reader, silenceMs).catch((error: unknown) => {
          cause = error
          return undefined
        })
        if (next === undefined) break
        if (next.done) {
          isWhole = true
          break
        }
        at += next.value.length
        attempt = 1
        yield next.value
      }
    } finally {
      await reader?.cancel().catch(() => {})
    }
    if (isWhole) return
    if (attempt >= tries) throw new AppError('store-unavailable', { detail: 'the answer broke off', cause })
  }
}

async function withoutSilence<T>(
  reader: ReadableStreamDefaultReader<T> | undefined,
  silenceMs: number,
): Promise<ReadableStreamReadResult<T>> {
  if (reader === undefined) return { done: true, value: undefined }
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('The store fell silent.')), silenceMs)
  try {
    return await Promise.race([reader.read(), promise])
  } finally {
    clearTimeout(timer)
  }
}

async function* objects(client: S3Client, prefix: string): AsyncGenerator<{ key: string; at: Date }> {
  for (let next: string | undefined, isFirst = true; isFirst || next !== undefined; isFirst = false) {
    const query = { 'list-type': '2', prefix, ...(next === undefined ? {} : { 'continuation-token': next }) }
    const xml = await client.text({ method: 'GET', query })
    const times = wordsIn(xml, 'LastModified')
    for (const [i, key] of wordsIn(xml, 'Key').entries()) yield { key, at: new Date(times[i] ?? 0) }
    next = wordsIn(xml, 'IsTruncated')[0] === 'true' ? wordsIn(xml, 'NextContinuationToken')[0] : undefined
  }
}

/** Ends uploads that were begun before `before` and never finished; some services do not list them, and end them themselves. */
async function abortUploads(client: S3Client, prefix: string, before: Date): Promise<number> {
  const xml = await client.text({ method: 'GET', query: { uploads: '', prefix: `${prefix}drafts/` } }).catch((error: unknown) => {
    if (error instanceof AppError && /^HTTP (?:405|501)/.test(error.detail ?? '')) return ''
    throw error
  })
  const [keys, ids, begun] = [wordsIn(xml, 'Key'), wordsIn(xml, 'UploadId'), wordsIn(xml, 'Initiated')]
  let ended = 0
  for (const [i, key] of keys.entries()) {
    if (new Date(begun[i] ?? 0) >= before) continue
    await leave(await client.send({ method: 'DELETE', name: key.slice(prefix.length), query: { uploadId: ids[i] ?? '' } }))
    ended++
  }
  return ended
}

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Fault, type LocalS3, localS3 } from './local-s3.test-data.ts'
import { s3ByteStore } from './store.ts'

const FAST = { tries: 4, restMs: 1, silenceMs: 150 }
const MIB = 1024 * 1024

describe('a store of bytes on S3', () => {
  let s3: LocalS3
  beforeEach(async () => {
    s3 = await localS3()
  })
  afterEach(() => s3[Symbol.asyncDispose]())
  const store = (more: Partial<LocalS3['config']> = {}) => s3ByteStore({ ...s3.config, ...more }, FAST)
  const keep = async (name: string, bytes: AsyncIterable<Uint8Array>) => (await store().draft(bytes)).keepAs(name)
  const keys = () => [...s3.objects.keys()]
  /** The first `times` calls of this kind go wrong. */
  const breaks = (fault: Fault, method: string, times: number, key = /./) => {
    let left = times
    s3.fault = (call) => (call.method === method && key.test(call.key) && left-- > 0 ? fault : undefined)
  }

  it.each([0, 1, 100_000, 8 * MIB, 8 * MIB + 1, 17 * MIB])('gives back what it was given: %d bytes', async (length) => {
    await keep('anna/one', pieces(length))
    expect(keys()).toEqual(['place one/kept/anna/one'])
    expect(s3.uploads.size).toBe(0)
    expect(Buffer.compare(await read(store(), 'anna/one'), contentOf(length))).toBe(0)
  })
  it('replaces what had the name, and lists names over many pages with their time', async () => {
    for (const n of [1, 2, 3, 4, 5, 6, 7]) await keep(`anna/o-${n}`, pieces(n))
    await keep('anna/o-1', pieces(99))
    const found = await all(store().names())
    expect(found.map(({ name }) => name)).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `anna/o-${n}`))
    expect(Date.now() - (found[0]?.at.getTime() ?? 0)).toBeLessThan(60_000)
    expect((await read(store(), 'anna/o-1')).length).toBe(99)
  })
  it('says that bytes are gone, and does not mind removing none', async () => {
    await expect(read(store(), 'anna/none')).rejects.toMatchObject({ code: 'damaged-original' })
    await store().remove('anna/none')
    await keep('anna/one', pieces(5))
    await store().remove('anna/one')
    expect(keys()).toEqual([])
  })
  it('removes drafts and unfinished uploads that are old, and nothing that is kept', async () => {
    await keep('anna/one', pieces(5))
    const left = await store().draft(pieces(5))
    s3.uploads.set('u', { key: 'place one/drafts/x', parts: new Map(), at: new Date(0) })
    expect(await store().removeDrafts(new Date(1000))).toBe(1)
    expect(await store().removeDrafts(new Date(Date.now() + 60_000))).toBe(1)
    await expect(left.keepAs('anna/two')).rejects.toMatchObject({ code: 'not-kept' })
    expect(keys()).toEqual(['place one/kept/anna/one'])
  })
  it('does without a list of unfinished uploads where a service has none', async () => {
    s3.fault = ({ query }) => (query.has('uploads') ? { error: 501 } : undefined)
    await store().draft(pieces(5))
    expect(await store().removeDrafts(new Date(Date.now() + 60_000))).toBe(1)
  })
  it('discards a draft', async () => {
    await (await store().draft(pieces(5))).discard()
    expect(keys()).toEqual([])
  })

  it.each<[string, Fault, string]>([
    ['an error of the service while it is sent', { error: 500 }, 'PUT'],
    ['the service asks to slow down', { error: 503 }, 'PUT'],
    ['a line that breaks while it is sent', 'drop', 'PUT'],
    ['an answer that is lost', 'lost', 'PUT'],
    ['an answer that comes too late', 'slow', 'PUT'],
    ['an error while a large one is begun', { error: 500 }, 'POST'],
    ['an error inside an answer of status 200', 'late error', 'POST'],
  ])('keeps the file all the same after %s', async (_, fault, method) => {
    breaks(fault, method, 2)
    await keep('anna/one', pieces(9 * MIB))
    s3.fault = () => undefined
    expect(Buffer.compare(await read(store(), 'anna/one'), contentOf(9 * MIB))).toBe(0)
  })
  it('keeps a large file although the answer that it was put together is lost', async () => {
    let left = 1
    s3.fault = ({ method, query }) => (method === 'POST' && query.has('uploadId') && left-- > 0 ? 'lost' : undefined)
    await keep('anna/one', pieces(9 * MIB))
    expect(keys()).toEqual(['place one/kept/anna/one'])
    expect(Buffer.compare(await read(store(), 'anna/one'), contentOf(9 * MIB))).toBe(0)
  })
  it('finds an error inside the answer to a copy', async () => {
    const draft = await store().draft(pieces(10))
    breaks('late error', 'PUT', 1)
    await draft.keepAs('anna/one')
    expect(keys()).toEqual(['place one/kept/anna/one'])
  })
  it.each<[string, Fault]>([
    ['errors', { error: 500 }],
    ['answers that break off', 'cut'],
    ['lines that break', 'drop'],
    ['silence', 'slow'],
  ])('reads the whole of it in spite of %s', async (_, fault) => {
    await keep('anna/one', pieces(3 * MIB))
    breaks(fault, 'GET', 3)
    expect(Buffer.compare(await read(store(), 'anna/one'), contentOf(3 * MIB))).toBe(0)
  })
  it('does not go on with another object that was put in the place of one being read', async () => {
    await keep('anna/one', pieces(MIB))
    s3.fault = ({ method }) => (method === 'GET' ? 'cut' : undefined)
    const reading = store().read('anna/one')[Symbol.asyncIterator]()
    await reading.next()
    s3.objects.set('place one/kept/anna/one', { bytes: Buffer.alloc(MIB), at: new Date() })
    const rest = async () => {
      while (!(await reading.next()).done);
    }
    await expect(rest()).rejects.toMatchObject({ code: 'store-unavailable' })
  })

  it.each<[string, Fault, string]>([
    ['fails on and on', { error: 500 }, 'PUT'],
    ['refuses', { error: 403 }, 'PUT'],
    ['is not there', 'drop', 'PUT'],
    ['cannot begin a large one', { error: 500 }, 'POST'],
  ])('keeps nothing and says so when the service %s', async (_, fault, method) => {
    breaks(fault, method, 1000)
    await expect(keep('anna/one', pieces(9 * MIB))).rejects.toMatchObject({ code: 'not-kept' })
    expect(keys()).toEqual([])
    expect(s3.uploads.size).toBe(0)
  })
  it('keeps nothing when the copy to its name fails', async () => {
    const draft = await store().draft(pieces(10))
    breaks({ error: 500 }, 'PUT', 1000)
    await expect(draft.keepAs('anna/one')).rejects.toMatchObject({ code: 'not-kept' })
    expect(keys()).toEqual([])
  })
  it('does not take an outage for damage', async () => {
    await keep('anna/one', pieces(10))
    breaks({ error: 500 }, 'GET', 1000)
    await expect(read(store(), 'anna/one')).rejects.toMatchObject({ code: 'store-unavailable' })
    await expect(read(store({ bucket: 'another' }), 'anna/one')).rejects.toMatchObject({ code: 'store-unavailable' })
  })
  it('does not try on where a key is wrong, and says what the service said, without the key', async () => {
    const failure = await read(store({ secret: 'wrong' }), 'anna/one').catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'store-unavailable', detail: 'HTTP 403 SignatureDoesNotMatch' })
    expect(s3.calls.length).toBe(1)
  })
  it('leaves nothing when what it is given breaks off amid a large file', async () => {
    const broken = async function* () {
      yield Buffer.alloc(9 * MIB)
      throw new Error('connection lost')
    }
    await expect(keep('anna/one', broken())).rejects.toMatchObject({ code: 'not-kept' })
    expect([keys(), s3.uploads.size]).toEqual([[], 0])
  })
})

const contentOf = (length: number): Buffer => Buffer.from(Uint8Array.from({ length }, (_, i) => (i * 31 + (i >> 8)) & 255))
const pieces = async function* (length: number) {
  const all = contentOf(length)
  for (let at = 0; at < length; at += 300_000) yield all.subarray(at, at + 300_000)
}

async function read(store: { read(name: string): AsyncIterable<Uint8Array> }, name: string): Promise<Buffer> {
  return Buffer.concat(await all(store.read(name)))
}

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const one of source) found.push(one)
  return found
}

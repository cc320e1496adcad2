import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { createGunzip, gunzipSync } from 'node:zlib'
import { AppError } from '@carefolio/core/record/errors.ts'

/** One registry record of a file, or (`unreadable`) a place where one could not be read. */
export type FoundRecord = { where: string } & ({ record: unknown } | { unreadable: true })

/**
 * The registry records (v2) of a file or a folder, one by one: JSON with one record, a list, or an answer of the API (`{ studies: […] }`),
 * or one record a line (.jsonl, .ndjson); all also gzipped. What cannot be read is named, and the rest goes on.
 * Throws `not-found` or `no-access` for the path itself.
 */
export async function* recordsOf(path: string): AsyncGenerator<FoundRecord> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new AppError(error.code === 'EACCES' ? 'no-access' : 'not-found', { cause: error })
  })
  if (!found.isDirectory()) {
    yield* recordsOfFile(path, basename(path))
    return
  }
  const names = await readdir(path, { recursive: true }).catch((error) => {
    throw new AppError('no-access', { cause: error })
  })
  for (const name of names.filter((one) => KNOWN.test(one) && !/(?:^|[\\/])[._]/.test(one)).sort())
    yield* recordsOfFile(join(path, name), name)
}

const KNOWN = /\.(?:json|jsonl|ndjson)(?:\.gz)?$/i

async function* recordsOfFile(path: string, name: string): AsyncGenerator<FoundRecord> {
  try {
    if (/\.(?:jsonl|ndjson)(?:\.gz)?$/i.test(name)) yield* recordsOfLines(path, name)
    else yield* recordsOfJson(path, name)
  } catch (error) {
    if (error instanceof AppError) throw error
    yield { where: name, unreadable: true }
  }
}

async function* recordsOfJson(path: string, name: string): AsyncGenerator<FoundRecord> {
  const bytes = await readFile(path)
  const text = (isGzip(bytes) ? gunzipSync(bytes, { maxOutputLength: LARGEST }) : bytes).toString('utf8').replace(/^\ufeff/, '')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // Some hand out lines under the name .json.
    if (text.includes('\n')) yield* linesAsRecords(text.split('\n'), name)
    else yield { where: name, unreadable: true }
    return
  }
  const list = Array.isArray(value) ? value : hasStudies(value) ? value.studies : undefined
  if (list === undefined) yield { where: name, record: value }
  else for (const [i, record] of list.entries()) yield { where: `${name} record ${i + 1}`, record }
}

async function* recordsOfLines(path: string, name: string): AsyncGenerator<FoundRecord> {
  let number = 0
  let rest = ''
  try {
    for await (const chunk of decoded(path)) {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      if (rest.length > LONGEST_LINE) throw new Error('a line without end')
      for (const record of linesAsRecords(lines, name, number)) yield record
      number += lines.length
    }
  } catch {
    // Damaged or cut off: what came before is kept.
    yield { where: `${name} from line ${number + 1}`, unreadable: true }
    return
  }
  yield* linesAsRecords([rest], name, number)
}

function* linesAsRecords(lines: readonly string[], name: string, before = 0): Generator<FoundRecord> {
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue
    const where = `${name} line ${before + i + 1}`
    try {
      yield { where, record: JSON.parse(before + i === 0 ? line.replace(/^\ufeff/, '') : line) }
    } catch {
      yield { where, unreadable: true }
    }
  }
}

/** The file's text in chunks, unzipped when its first bytes say so. */
async function* decoded(path: string): AsyncGenerator<string> {
  const stream = createReadStream(path)
  const decoder = new TextDecoder()
  let source: AsyncIterable<Buffer> = stream
  if (/\.gz$/i.test(path)) {
    const gunzip = createGunzip()
    stream.on('error', (error) => gunzip.destroy(error))
    source = stream.pipe(gunzip)
  }
  for await (const chunk of source) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

const isGzip = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b
const hasStudies = (value: unknown): value is { studies: unknown[] } =>
  typeof value === 'object' && value !== null && Array.isArray((value as { studies?: unknown }).studies)
/** A gigabyte of text; the largest single record known has 1.5 MB. */
const LARGEST = 1 << 30
const LONGEST_LINE = 64 << 20

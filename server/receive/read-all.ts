import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { unreadDocument } from '@carefolio/core/read/reader.ts'
import { sameContent } from '@carefolio/core/read/same-content.ts'
import type { Document } from '@carefolio/core/record/document.ts'
import { DocumentId } from '@carefolio/core/record/document-id.ts'
import { type ErrorCode, problem } from '@carefolio/core/record/errors.ts'
import { type OcrPool, ocrPool } from '../read/ocr/pool.ts'
import { type ReadCache, readCache } from './read-cache.ts'
import { type FileRead, ReadingThread } from './reading-thread.ts'
import type { ReceivedFile } from './receive-folder.ts'

/** How far the reading is: `done` of `total` files (those found inside others count too), and the page of the file at work. */
export type ReadProgress = { file: string; page?: number; pages?: number; done: number; total: number }

export type ReadOptions = {
  onProgress?: (progress: ReadProgress) => void
  signal?: AbortSignal
  /** How long one file may go without finishing a page. */
  timeoutMs?: number
  /** How many files are read at once; as many as cores unless said. */
  concurrency?: number
  /** Which OCR reads pictures; the faster one of those present unless said. */
  ocr?: 'native' | 'javascript'
  /** The data folder to keep what was read in, for the next time; nothing is kept unless given. */
  cache?: string
  /** Threads and OCR that stay open from one reading to the next; the caller closes them. */
  engine?: ReadingEngine
}
export type ReadingEngine = { ocr: OcrPool; threads: readonly ReadingThread[] }

/**
 * Reads every file, and the files inside them. Each gives one document or more, in the order of the files, the parts after what they
 * were in; what could not be read says why. The same content twice is marked (`sameAs`). Rejects only when `signal` says stop.
 */
export async function readAll(files: readonly ReceivedFile[], options: ReadOptions = {}): Promise<Document[]> {
  options.signal?.throwIfAborted()
  if (options.engine) return readWith(options.engine, files, options)
  await using own = openEngine(options)
  return await readWith(own, files, options)
}

async function readWith({ ocr, threads }: ReadingEngine, files: readonly ReceivedFile[], options: ReadOptions): Promise<Document[]> {
  const { signal } = options
  const stop = (): void => {
    for (const thread of threads) void thread.close()
  }
  signal?.addEventListener('abort', stop, { once: true })
  try {
    const cache = options.cache === undefined ? undefined : readCache(options.cache, ocr.engine)
    const reading = new Reading(files, options.onProgress ?? (() => {}), cache)
    await Promise.all(threads.map((thread) => reading.work(thread, signal)))
    signal?.throwIfAborted()
    return withSameContent(reading.documents(), reading.hashes)
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}

/** As many threads as files shall be read at once, and the OCR they share. */
export function openEngine({
  concurrency = availableParallelism(),
  ocr: kind,
  timeoutMs = TIMEOUT_MS,
}: Pick<ReadOptions, 'concurrency' | 'ocr' | 'timeoutMs'>): ReadingEngine & AsyncDisposable {
  const ocr = ocrPool(kind === undefined ? {} : { engine: kind })
  const threads = Array.from({ length: Math.max(1, concurrency) }, () => new ReadingThread(ocr, timeoutMs))
  return {
    ocr,
    threads,
    async [Symbol.asyncDispose]() {
      await Promise.all([...threads.map((thread) => thread.close()), ocr[Symbol.asyncDispose]()])
    },
  }
}

/** One file to read, and what came of it. */
type Task = {
  file: string
  source:
    | { path: string; size: number; problem: ErrorCode | undefined; open: (() => Promise<Uint8Array>) | undefined }
    | { bytes: Uint8Array }
  /** Given to it from outside. */
  id?: string | undefined
  parent: Task | undefined
  top: { parts: number; bytes: number }
  depth: number
  document?: Document
  parts: Task[]
}

class Reading {
  /** What the bytes of each document are, by its id. */
  readonly hashes = new Map<DocumentId, string>()
  readonly #tasks: Task[]
  readonly #queue: Task[]
  readonly #known = new Map<string, Promise<FileRead>>()
  readonly #ids = new Set<string>()
  readonly #onProgress: (progress: ReadProgress) => void
  readonly #cache: ReadCache | undefined
  #opening: Promise<unknown> = Promise.resolve()
  #busy = 0
  #done = 0
  #total: number
  #idle: (() => void)[] = []

  constructor(files: readonly ReceivedFile[], onProgress: (progress: ReadProgress) => void, cache?: ReadCache) {
    this.#onProgress = onProgress
    this.#cache = cache
    this.#total = files.length
    this.#tasks = files.map(({ file, path, bytes, problem, open, id }) => ({
      file,
      source: { path, size: bytes, problem, open },
      id,
      parent: undefined,
      top: { parts: 0, bytes: 0 },
      depth: 0,
      parts: [],
    }))
    this.#queue = [...this.#tasks]
  }

  /** Takes files from the queue until none is left and none at work elsewhere could still bring parts. */
  async work(thread: ReadingThread, signal: AbortSignal | undefined): Promise<void> {
    while (!signal?.aborted) {
      const task = this.#queue.shift()
      if (!task) {
        if (this.#busy === 0) break
        await new Promise<void>((resolve) => this.#idle.push(resolve))
        continue
      }
      this.#busy++
      this.#report(task)
      task.document = await this.#read(task, thread)
      this.#busy--
      this.#done++
      this.#report(task)
      this.#wake()
    }
    this.#wake()
  }

  documents(): Document[] {
    const listed: Document[] = []
    const list = (tasks: readonly Task[]): void => {
      for (const task of tasks) {
        if (task.document) listed.push(task.document)
        list(task.parts)
      }
    }
    list(this.#tasks)
    return listed
  }

  async #read(task: Task, thread: ReadingThread): Promise<Document> {
    const opened = this.#opening.then(() => open(task))
    this.#opening = opened.catch(() => {})
    const bytes = await opened
    const refusal =
      typeof bytes === 'string' ? bytes : bytes.length === 0 ? 'empty-file' : task.depth > DEEPEST ? 'archive-too-deep' : undefined
    if (typeof bytes === 'string' || refusal) {
      const size = 'bytes' in task.source ? task.source.bytes.length : task.source.size
      const id = this.#idFor(task, createHash('sha256').update(`${task.file}:${size}`).digest('hex'))
      return withParent(unreadDocument({ id, file: task.file }, size, 'unknown', [problem(refusal ?? 'no-access')]), task)
    }
    const hash = createHash('sha256').update(bytes).digest('hex')
    const id = this.#idFor(task, hash)
    this.hashes.set(id, hash)
    const before = this.#known.get(hash)
    if (before) return withParent({ ...(await before).document, id, file: task.file }, task)
    const { promise, resolve } = Promise.withResolvers<FileRead>()
    this.#known.set(hash, promise)
    const onPage = (page: number, pages: number): void => this.#report(task, page, pages)
    const kept = await this.#cache?.get(hash)
    const result = kept
      ? { document: { ...kept, id, file: task.file }, attachments: [] }
      : await thread.read({ id, file: task.file, bytes, onPage })
    // What holds other files is opened again for them: only its parts are kept.
    if (!kept && result.attachments.length === 0) await this.#cache?.keep(hash, result.document)
    resolve({ document: result.document, attachments: [] })
    return withParent(this.#takeParts(task, result), task)
  }

  /** Files found inside wait next in line, so that little is held in memory. */
  #takeParts(task: Task, { document, attachments }: FileRead): Document {
    let kept = 0
    for (const { name, bytes } of attachments) {
      if (task.top.parts >= MOST_PARTS || task.top.bytes + bytes.length > LARGEST_PARTS) break
      task.top.parts++
      task.top.bytes += bytes.length
      kept++
      const file = `${task.file} › ${name}`
      task.parts.push({ file, source: { bytes }, parent: task, top: task.top, depth: task.depth + 1, parts: [] })
    }
    this.#total += kept
    this.#queue.unshift(...task.parts)
    if (kept === attachments.length) return document
    return { ...document, problems: [...document.problems, problem('too-large', `${attachments.length - kept} files inside`)] }
  }

  #idFor(task: Task, hash: string): DocumentId {
    const parent = task.parent?.document?.id
    const wanted = parent === undefined ? (task.id ?? hash) : `${parent}/${task.file.slice(task.file.lastIndexOf(' › ') + 3)}`
    let id = wanted
    for (let copy = 2; this.#ids.has(id); copy++) id = `${wanted}-${copy}`
    this.#ids.add(id)
    return DocumentId.parse(id)
  }

  #report(task: Task, page?: number, pages?: number): void {
    const where = page === undefined || pages === undefined ? {} : { page, pages }
    this.#onProgress({ file: task.file, ...where, done: this.#done, total: this.#total })
  }

  #wake(): void {
    for (const resolve of this.#idle.splice(0)) resolve()
  }
}

async function open(task: Task): Promise<Uint8Array | ErrorCode> {
  if ('bytes' in task.source) return task.source.bytes
  const { path, size, problem, open: openIt } = task.source
  if (problem) return problem
  if (size > LARGEST_FILE) return 'too-large'
  try {
    const bytes = await (openIt?.() ?? readFile(path))
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  } catch {
    return 'no-access'
  }
}

function withParent(document: Document, task: Task): Document {
  const parent = task.parent?.document?.id
  const { parent: _, ...own } = document
  return parent === undefined ? own : { ...own, parent }
}

/** Identical bytes first (that holds for files without words too), then the same words. */
function withSameContent(documents: readonly Document[], hashes: ReadonlyMap<DocumentId, string>): Document[] {
  const first = new Map<string, DocumentId>()
  const twin = new Map<DocumentId, DocumentId>()
  for (const { id } of documents) {
    const hash = hashes.get(id)
    if (hash === undefined) continue
    const known = first.get(hash)
    if (known === undefined) first.set(hash, id)
    else twin.set(id, known)
  }
  const same = sameContent(documents.filter(({ id }) => !twin.has(id)))
  return documents.map((document) => {
    const copied = twin.get(document.id) ?? document.id
    const original = same.get(copied) ?? copied
    return original === document.id ? document : { ...document, sameAs: original }
  })
}

const TIMEOUT_MS = 120_000
const DEEPEST = 4
const MOST_PARTS = 10_000
const LARGEST_PARTS = 1_000_000_000
const LARGEST_FILE = 256_000_000

import { Worker } from 'node:worker_threads'
import { type Attachment, unreadDocument } from '@carefolio/core/read/reader.ts'
import type { Document } from '@carefolio/core/record/document.ts'
import { DocumentId } from '@carefolio/core/record/document-id.ts'
import { AppError, type ErrorCode, problem } from '@carefolio/core/record/errors.ts'
import type { OcrPool } from '../read/ocr/pool.ts'
import type { FromThread, ToThread } from './messages.ts'

export type FileToRead = { id: string; file: string; bytes: Uint8Array; onPage(page: number, pages: number): void }
export type FileRead = { document: Document; attachments: Attachment[] }

/**
 * Reads one file at a time in a thread of its own. A file that shows no progress for `timeoutMs`, or needs more memory than allowed,
 * ends the thread and becomes a document with that problem; the next file gets a new thread.
 */
export class ReadingThread {
  #worker: Worker | undefined
  #bytesRead = 0
  readonly #ocr: OcrPool
  readonly #timeoutMs: number

  constructor(ocr: OcrPool, timeoutMs: number) {
    this.#ocr = ocr
    this.#timeoutMs = timeoutMs
  }

  async read({ id, file, bytes, onPage }: FileToRead): Promise<FileRead> {
    const size = bytes.length
    const worker = await this.#started()
    const order: ToThread = { kind: 'read', id, file, bytes, parallel: this.#ocr.size }
    const outcome = worker ? await this.#watch(worker, order, onPage) : 'read-crashed'
    this.#bytesRead += size
    // Engines keep the memory of the largest file they have seen.
    if (typeof outcome === 'string' || this.#bytesRead > RENEW_AFTER) await this.close()
    if (typeof outcome !== 'string') return outcome
    const document = unreadDocument({ id: DocumentId.parse(id), file }, size, 'unknown', [problem(outcome)])
    return { document, attachments: [] }
  }

  async close(): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    this.#bytesRead = 0
    await worker?.terminate()
  }

  /** The thread with everything loaded; none when it was closed or broke while it started. */
  async #started(): Promise<Worker | undefined> {
    if (this.#worker) return this.#worker
    const worker = new Worker(new URL('./thread.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, stackSizeMb: 8 },
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdout: true,
      stderr: true,
    })
    // What libraries print may hold words of a record: it goes nowhere.
    worker.stdout.resume()
    worker.stderr.resume()
    worker.on('error', () => {})
    // One that breaks between two files, by what the first left behind, costs the second nothing.
    worker.once('exit', () => {
      if (this.#worker === worker) this.#worker = undefined
    })
    this.#worker = worker
    return new Promise((resolve) => {
      // The first message says that all is loaded; a slow start is not the file's fault.
      worker.once('message', () => resolve(worker))
      worker.once('exit', () => resolve(undefined))
    })
  }

  #watch(worker: Worker, order: ToThread, onPage: (page: number, pages: number) => void): Promise<FileRead | ErrorCode> {
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined
      let pictures = 0
      const end = (outcome: FileRead | ErrorCode): void => {
        clearTimeout(timer)
        worker.off('message', heard)
        worker.off('error', crashed)
        worker.off('exit', crashed)
        resolve(outcome)
      }
      // Waiting for OCR is not the file's fault, and each picture has a limit of its own.
      const wind = (): void => {
        clearTimeout(timer)
        if (pictures === 0) timer = setTimeout(() => end('took-too-long'), this.#timeoutMs)
      }
      const crashed = (): void => end('read-crashed')
      const heard = (message: FromThread): void => {
        if (message.kind === 'done') end(message)
        else if (message.kind === 'page') {
          onPage(message.page, message.pages)
          wind()
        } else if (message.kind === 'picture') {
          pictures++
          wind()
          void this.#recognise(worker, message).finally(() => {
            pictures--
            wind()
          })
        }
      }
      worker.on('message', heard)
      worker.on('error', crashed)
      worker.on('exit', crashed)
      wind()
      worker.postMessage(order)
    })
  }

  async #recognise(worker: Worker, { ticket, picture, layout }: Extract<FromThread, { kind: 'picture' }>): Promise<void> {
    let answer: ToThread
    try {
      answer = { kind: 'words', ticket, words: await this.#ocr.recognise(picture, layout) }
    } catch (error) {
      answer = { kind: 'no-words', ticket, code: error instanceof AppError ? error.code : 'damaged-image' }
    }
    worker.postMessage(answer)
  }
}

const MEMORY_MB = 1024
const RENEW_AFTER = 200_000_000

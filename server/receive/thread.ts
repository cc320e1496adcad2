import { parentPort } from 'node:worker_threads'
import { chooseReader, unreadDocument } from '@carefolio/core/read/reader.ts'
import type { Document } from '@carefolio/core/record/document.ts'
import { DocumentId } from '@carefolio/core/record/document-id.ts'
import { AppError, problem } from '@carefolio/core/record/errors.ts'
import { isTrialText } from '@carefolio/core/understand/prose/trial-text.ts'
import type { OcrWord } from '../read/ocr/ocr.ts'
import { READERS } from '../read/readers.ts'
import type { ServerReadResult, World } from '../read/world.ts'
import { standBack } from '../stand-back.ts'
import type { FromThread, ToThread } from './messages.ts'

// A thread of its own for reading files, so that a file that hangs or takes all memory ends only this thread.
const port = parentPort
if (port === null) throw new Error('this file is started as a thread')
const tell = (message: FromThread, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer)

const waiting = new Map<number, { resolve(words: OcrWord[]): void; reject(error: unknown): void }>()
let tickets = 0

port.on('message', (message: ToThread) => {
  if (message.kind === 'read') {
    void read(message)
    return
  }
  const asked = waiting.get(message.ticket)
  waiting.delete(message.ticket)
  if (message.kind === 'words') asked?.resolve(message.words)
  else asked?.reject(new AppError(message.code))
})

standBack()
tell({ kind: 'ready' })

async function read({ id, file, bytes, parallel }: Extract<ToThread, { kind: 'read' }>): Promise<void> {
  const world: World = {
    parallel,
    onPage: (page, pages) => tell({ kind: 'page', page, pages }),
    ocr: (picture, layout) =>
      new Promise((resolve, reject) => {
        const ticket = tickets++
        waiting.set(ticket, { resolve, reject })
        tell({ kind: 'picture', ticket, picture, layout })
      }),
  }
  const source = { id: DocumentId.parse(id), file }
  const name = file.slice(file.lastIndexOf('/') + 1)
  let result: ServerReadResult
  try {
    const reader = chooseReader(READERS, bytes, name)
    result = reader
      ? await reader.read(bytes, source, world)
      : { document: unreadDocument(source, bytes.length, 'unknown', [problem('unknown-format')]) }
  } catch {
    result = { document: unreadDocument(source, bytes.length, 'unknown', [problem('read-crashed')]) }
  }
  tell({ kind: 'done', document: told(result.document), attachments: result.attachments ?? [] })
}

/** A document that is no record says so among its problems. */
const told = (document: Document): Document =>
  isTrialText(document) ? { ...document, problems: [...document.problems, problem('trial-text')] } : document

import type { DocumentLine, OriginalFile, Reading } from '@carefolio/core/api/originals.ts'
import { LARGEST_PIECE, LARGEST_UPLOAD } from '@carefolio/core/api/originals.ts'
import type { Page } from '@carefolio/core/record/document.ts'
import { AppError } from '@carefolio/core/record/errors.ts'
import { networkOf } from '../accounts/attempts.ts'
import type { SeenPerson } from '../people/people.ts'
import type { Place } from '../place.ts'
import type { Entrance } from '../receive/room.ts'
import type { Original } from '../vault/originals.ts'
import type { Handlers } from './call.ts'
import { streamEvents } from './events.ts'
import { sendFile } from './send-file.ts'
import type { ServerOptions } from './server.ts'

type Names =
  | 'originals'
  | 'addOriginal'
  | 'startUpload'
  | 'uploads'
  | 'dropUpload'
  | 'upload'
  | 'sendPiece'
  | 'original'
  | 'originalContent'
  | 'deleteOriginal'
  | 'readAgain'
  | 'stopReading'
  | 'page'
  | 'pagePicture'
  | 'events'

/** Files: taken in, told what became of each, given back, destroyed. */
export function originalHandlers(place: Place, { log }: Pick<ServerOptions, 'log'>): Pick<Handlers, Names> {
  const { drawing, forget, now, originals, reader, readings, room, scan, signals, uploads } = place
  const listOf = async (person: string): Promise<OriginalFile[]> => {
    const [files, { states, lines }] = await Promise.all([originals.list(person), readings.found(person)])
    return files.map((file) => fileOf(file, states.get(file.id), lines.get(file.id)))
  }
  const oneOf = async (person: string, id: string): Promise<OriginalFile> => {
    const [file, { states, lines }] = await Promise.all([originals.get(person, id), readings.found(person, id)])
    return fileOf(file, states.get(id), lines.get(id))
  }
  /** It is kept already; that reading begins is not worth failing for, since a restart finds what has no reading. */
  const taken = async (person: string, { id, isNew }: { id: string; isNew: boolean }) => {
    if (isNew) await readings.want(person, id).catch((error: unknown) => log.fault(error, { route: 'want' }))
    reader.wake()
    signals.tell(person, { kind: 'originals' })
    return { id, isNew }
  }

  return {
    originals: async ({ person }) => ({ originals: await listOf(person.id) }),
    async addOriginal({ person, query, request }) {
      refuseDemo(person)
      const entrance = await room.enter(person.id, 0)
      let isNew = false
      try {
        const bytes = limited(request.body as AsyncIterable<Uint8Array>, LARGEST_UPLOAD, entrance)
        const kept = await originals.keep(person.id, scan(bytes), { name: query.name, at: now() })
        isNew = kept.isNew
        return await taken(person.id, kept)
      } finally {
        entrance.leave(isNew)
      }
    },
    async startUpload({ person, body }) {
      refuseDemo(person)
      const entrance = await room.enter(person.id, body.bytes)
      let isKept = false
      try {
        const upload = await uploads.start(person.id, body)
        isKept = true
        return { upload, next: 0 }
      } finally {
        entrance.leave(isKept)
      }
    },
    uploads: async ({ person }) => ({ uploads: await uploads.list(person.id) }),
    async dropUpload({ person, params }) {
      await uploads.drop(person.id, params.upload)
      return undefined
    },
    upload: async ({ person, params }) => uploads.state(person.id, params.upload),
    async sendPiece({ person, params, query, request }) {
      const bytes = limited(request.body as AsyncIterable<Uint8Array>, LARGEST_PIECE)
      const { next, kept } = await uploads.piece(person.id, params.upload, query.at, bytes)
      if (kept === undefined) return { next }
      return { next, kept: kept.isAgain ? { id: kept.id, isNew: kept.isNew } : await taken(person.id, kept) }
    },
    original: async ({ person, params }) => oneOf(person.id, params.original),
    async originalContent({ person, params, reply }) {
      const file = await originals.get(person.id, params.original)
      await sendFile(reply, { name: file.name, bytes: file.bytes, content: originals.read(person.id, file.id) })
      return undefined
    },
    async deleteOriginal({ person, params }) {
      await forget.original(person.id, params.original)
      signals.tell(person.id, { kind: 'originals' })
      signals.tell(person.id, { kind: 'profile' })
      return undefined
    },
    async readAgain({ person, params }) {
      await oneOf(person.id, params.original)
      await readings.want(person.id, params.original)
      reader.wake()
      signals.tell(person.id, { kind: 'originals' })
      return undefined
    },
    async stopReading({ person, params }) {
      await oneOf(person.id, params.original)
      if (await readings.stop(person.id, params.original)) reader.stop(person.id, params.original)
      signals.tell(person.id, { kind: 'reading', original: params.original, reading: { state: 'stopped' } })
      return undefined
    },
    async page({ person, params }) {
      const { document, line } = await documentOf(person.id, params.document)
      const page = document.pages.find(({ number }) => String(number) === params.page)
      if (!page) throw new AppError('no-such-page')
      return { document: line, page }
    },
    async pagePicture({ person, params, query, reply, gone }) {
      const { document, line } = await documentOf(person.id, params.document)
      const page = document.pages.find(({ number }) => String(number) === params.page)
      if (!page || !line.pictures) throw new AppError('no-picture')
      const png = await drawing.draw({
        open: () => {
          // Whoever has gone while they waited needs no picture.
          if (gone.aborted) throw new AppError('no-picture')
          return whole(originals.read(person.id, originalOf(params.document)))
        },
        format: document.format,
        page: { number: page.number, ...sizeOf(page) },
        width: query.width,
      })
      await reply.type('image/png').send(Buffer.from(png))
      return undefined
    },
    async events({ person, account, session, request, reply, gone }) {
      const watcher = { session: session.id, account: account.id, person: person.id, address: networkOf(request.ip) }
      await streamEvents(place, watcher, reply, gone, () => listOf(person.id))
      return undefined
    },
  }

  async function documentOf(person: string, id: string) {
    const found = await readings.document(person, originalOf(id), id)
    if (!found) throw new AppError('original-unknown')
    return found
  }
}

/** A real file among those of an invented person would be mixed up, and lost with them. */
function refuseDemo({ demo }: SeenPerson): void {
  if (demo) throw new AppError('not-allowed')
}

const sizeOf = ({ rotation, size }: Page) => ({ ...(rotation === undefined ? {} : { rotation }), ...(size === undefined ? {} : { size }) })

async function whole(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  for await (const piece of bytes) pieces.push(piece)
  return new Uint8Array(Buffer.concat(pieces))
}

/** A document's id begins with that of the file it came in. */
const originalOf = (document: string): string => document.split('/')[0] ?? document

function fileOf(
  { id, name, bytes, receivedAt }: Original,
  reading: Reading | undefined,
  documents: DocumentLine[] | undefined,
): OriginalFile {
  return {
    id,
    name,
    bytes,
    receivedAt: receivedAt.toISOString(),
    reading: reading ?? { state: 'waiting', ahead: 0 },
    documents: documents ?? [],
  }
}

async function* limited(bytes: AsyncIterable<Uint8Array>, most: number, entrance?: Entrance): AsyncGenerator<Uint8Array> {
  let length = 0
  for await (const piece of bytes) {
    length += piece.length
    if (length > most) throw new AppError('too-large')
    entrance?.add(piece.length)
    yield piece
  }
}

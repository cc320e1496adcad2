import { AppError } from '@carefolio/core/record/errors.ts'

/** One thing in a backup: a head in JSON, then bytes, as many as there are. */
export type Item<H> = { head: H; body?: AsyncIterable<Uint8Array> }

/** Items as bytes: each a frame `J` with the head, then frames `B` with the body; a frame is its letter, four bytes of length, and so many bytes. */
export async function* packed(items: AsyncIterable<Item<object>>): AsyncGenerator<Uint8Array> {
  for await (const { head, body } of items) {
    yield* frame('J', Buffer.from(JSON.stringify(head)))
    for await (const piece of body ?? [])
      for (let at = 0; at < piece.length; at += LARGEST_FRAME) yield* frame('B', piece.subarray(at, at + LARGEST_FRAME))
  }
}

/** The items again, one after the other; what of a body is not taken is passed over. Throws `backup-damaged`. */
export async function* unpacked(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<{ head: unknown; body: AsyncIterable<Uint8Array> }> {
  const reading = frames(bytes)
  let next = await reading.next()
  while (!next.done) {
    if (next.value.letter !== 'J') throw new AppError('backup-damaged')
    let head: unknown
    try {
      head = JSON.parse(next.value.bytes.toString('utf8'))
    } catch (cause) {
      throw new AppError('backup-damaged', { cause })
    }
    const body = (async function* () {
      for (next = await reading.next(); !next.done && next.value.letter === 'B'; next = await reading.next()) yield next.value.bytes
    })()
    yield { head, body }
    for await (const _ of body);
  }
}

const LARGEST_FRAME = 262_144

function* frame(letter: 'J' | 'B', bytes: Uint8Array): Generator<Uint8Array> {
  const start = Buffer.alloc(5)
  start.write(letter, 0, 'latin1')
  start.writeUInt32BE(bytes.length, 1)
  yield start
  yield bytes
}

async function* frames(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<{ letter: string; bytes: Buffer }> {
  let held: Buffer = Buffer.alloc(0)
  for await (const piece of bytes) {
    held = held.length === 0 ? Buffer.from(piece) : Buffer.concat([held, piece])
    let at = 0
    while (held.length - at >= 5) {
      const length = held.readUInt32BE(at + 1)
      if (length > LARGEST_FRAME) throw new AppError('backup-damaged')
      if (held.length - at - 5 < length) break
      yield { letter: held.toString('latin1', at, at + 1), bytes: held.subarray(at + 5, at + 5 + length) }
      at += 5 + length
    }
    held = held.subarray(at)
  }
  if (held.length > 0) throw new AppError('backup-damaged')
}

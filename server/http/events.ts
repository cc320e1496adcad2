import type { OriginalFile } from '@carefolio/core/api/originals.ts'
import type { FastifyReply } from 'fastify'
import type { Place } from '../place.ts'

/** A line now and then, so that nothing in between takes the connection for dead; then it is also asked whether this caller may still see. */
const ALIVE_EVERY_MS = 15_000

/** The list is long where there are thousands of files: many that come at once are told together. */
const LIST_EVERY_MS = 1000

/** Server-sent events of a person's files until the caller goes, or may no longer see them. */
export async function streamEvents(
  { signals, people }: Place,
  { person, account }: { person: string; account: string },
  reply: FastifyReply,
  gone: AbortSignal,
  list: () => Promise<OriginalFile[]>,
): Promise<void> {
  const send = (event: string, data: unknown) => reply.raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  const sendList = async () => send('originals', { originals: await list() })
  let waiting: NodeJS.Timeout | undefined
  const sendListSoon = () => {
    waiting ??= setTimeout(() => {
      waiting = undefined
      sendList().catch(end)
    }, LIST_EVERY_MS)
  }
  reply.hijack()
  reply.raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'x-accel-buffering': 'no',
  })
  const end = () => {
    unwatch()
    clearInterval(alive)
    clearTimeout(waiting)
    if (!reply.raw.writableEnded) reply.raw.end()
  }
  const unwatch = signals.watch(person, (signal) => {
    if (signal.kind === 'originals') sendListSoon()
    else if (signal.kind === 'reading') send('reading', { original: signal.original, reading: signal.reading })
    else send('profile', {})
  })
  const alive = setInterval(() => {
    people.seenBy(account, person).then((seen) => {
      if (!seen || seen.hidden.includes('records')) end()
      else reply.raw.write(': still here\n\n')
    }, end)
  }, ALIVE_EVERY_MS)
  gone.addEventListener('abort', end, { once: true })
  await sendList().catch(end)
}

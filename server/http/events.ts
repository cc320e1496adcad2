import type { OriginalFile } from '@carefolio/core/api/originals.ts'
import type { FastifyReply } from 'fastify'
import type { Place } from '../place.ts'
import type { Watcher } from './streams.ts'

/** A line now and then, so that nothing in between takes the connection for dead; then it is also asked whether this caller may still see. */
const ALIVE_EVERY_MS = 15_000

/** The list is long where there are thousands of files: many that come at once are told together. */
const LIST_EVERY_MS = 1000

/** So long what was sent may wait to be taken; meanwhile nothing is sent, and after it a new list tells all. */
const UNREAD_MS = 30_000

/**
 * Server-sent events of a person's files until the caller goes, their session ends, they may no longer see them, or nobody reads. Throws
 * `too-many-open` before it begins.
 */
export async function streamEvents(
  { signals, streams, people, sessions }: Pick<Place, 'signals' | 'streams' | 'people' | 'sessions'>,
  watcher: Watcher,
  reply: FastifyReply,
  gone: AbortSignal,
  list: () => Promise<OriginalFile[]>,
): Promise<void> {
  const { raw } = reply
  let maySeeProfile = false
  let isMissed = false
  let isOver = false
  let unread: NodeJS.Timeout | undefined
  let waiting: NodeJS.Timeout | undefined

  const write = (text: string) => {
    if (isOver || raw.write(text) || unread !== undefined) return
    unread = setTimeout(() => end(true), UNREAD_MS)
    raw.once('drain', () => {
      clearTimeout(unread)
      unread = undefined
      if (isMissed) sendListSoon()
      isMissed = false
    })
  }
  const send = (event: string, data: unknown) => {
    if (unread !== undefined) isMissed = true
    else write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  }
  const sendList = async () => send('originals', { originals: await list() })
  const sendListSoon = () => {
    if (isOver) return
    waiting ??= setTimeout(() => {
      waiting = undefined
      sendList().catch(() => end())
    }, LIST_EVERY_MS)
  }
  const mayStay = async () => {
    if (!(await sessions.isOpen(watcher.session))) return false
    const seen = await people.seenBy(watcher.account, watcher.person)
    maySeeProfile = seen !== undefined && !(seen.hidden.includes('profile') && seen.hidden.includes('trials'))
    return seen !== undefined && !seen.hidden.includes('records')
  }
  const check = () => {
    mayStay().then(
      (stays) => {
        if (!stays) end()
      },
      () => end(),
    )
  }
  const leave = streams.enter(watcher, check)
  const unwatch = signals.watch(watcher.person, (signal) => {
    if (signal.kind === 'originals') sendListSoon()
    else if (signal.kind === 'reading') send('reading', { original: signal.original, reading: signal.reading })
    else if (maySeeProfile) send('profile', {})
  })
  const alive = setInterval(() => {
    check()
    if (unread === undefined) write(': still here\n\n')
  }, ALIVE_EVERY_MS)
  const end = (isStuck = false) => {
    isOver = true
    leave()
    unwatch()
    clearInterval(alive)
    clearTimeout(waiting)
    clearTimeout(unread)
    if (isStuck) raw.destroy()
    else if (!raw.writableEnded) raw.end()
  }
  gone.addEventListener('abort', () => end(), { once: true })

  reply.hijack()
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'x-accel-buffering': 'no',
  })
  try {
    if (!gone.aborted && (await mayStay())) await sendList()
    else end()
  } catch {
    end()
  }
}

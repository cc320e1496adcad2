import { Readable } from 'node:stream'
import { LARGEST_PIECE, LARGEST_UPLOAD } from '@carefolio/core/api/originals.ts'
import type { Route } from '@carefolio/core/api/route.ts'
import { ROUTES, type RouteName } from '@carefolio/core/api/routes.ts'
import { AppError } from '@carefolio/core/record/errors.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Place } from '../place.ts'
import type { Call, Handlers } from './call.ts'
import { tokenOf } from './cookies.ts'
import { guard, type Who } from './guard.ts'
import { pacedIn } from './pace.ts'
import type { Turns } from './turns.ts'

/**
 * Puts one route of the contract in service: guarded before its body is read, what was sent and what is answered checked by the contract's
 * schemas (what they do not name is not sent), and what is done with a person's data told in their log.
 */
export function register(
  server: FastifyInstance,
  place: Place,
  name: RouteName,
  handlers: Handlers,
  turns: Turns,
  patience?: number,
): void {
  const route: Route = ROUTES[name]
  const callers = new WeakMap<FastifyRequest, Who>()
  const { answer, body } = route
  server.route({
    method: route.method,
    url: route.path,
    ...(body === 'bytes' ? { bodyLimit: name === 'sendPiece' ? LARGEST_PIECE : LARGEST_UPLOAD } : {}),
    // After the limit of calls, before anything of the body is read.
    async preParsing(request, _reply, payload) {
      callers.set(request, await guard(place, route, request, tokenOf(request, place.origin())))
      return body === undefined ? payload : Readable.from(pacedIn(payload as AsyncIterable<Uint8Array>, patience), { objectMode: false })
    },
    async handler(request, reply) {
      const who = callers.get(request) ?? {}
      const gone = new AbortController()
      // Whoever went while it was found out who they are is told of no more.
      if (reply.raw.destroyed) gone.abort()
      else reply.raw.once('close', () => gone.abort())
      const call = {
        ...who,
        params: request.params,
        query: route.query ? parsed(route.query, request.query, 'query') : undefined,
        body: body instanceof z.ZodType ? parsed(body, request.body, 'body') : request.body,
        request,
        reply,
        gone: gone.signal,
      }
      if (body === 'bytes' && !isStream(request.body))
        throw new AppError('bad-request', { detail: 'body: expected application/octet-stream' })
      const { person, account } = who
      if (person && account)
        await place.log.add({
          person: person.id,
          account: account.id,
          who: account.name,
          level: person.level,
          action: name,
          isLook: route.method === 'GET',
        })
      // The table of handlers is typed by name; here the name is any of them.
      const handle = handlers[name] as (call: Call<RouteName>) => Promise<unknown>
      // Streams and bodies of files have limits of their own.
      const endTurn = account && answer !== 'events' && body !== 'bytes' ? await turns.take(account.id) : () => {}
      if (answer === 'bytes') whenGone(gone.signal, endTurn)
      let given: unknown
      try {
        given = await handle(call as unknown as Call<RouteName>)
      } finally {
        if (answer !== 'bytes') endTurn()
      }
      if (reply.sent || answer === 'bytes' || answer === 'events') return reply
      if (answer === 'nothing') return reply.status(204).send()
      return reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(z.encode(answer, given as never)))
    },
  })
}

/** Also of a caller who went while they waited for their turn. */
function whenGone(gone: AbortSignal, end: () => void): void {
  if (gone.aborted) end()
  else gone.addEventListener('abort', end, { once: true })
}

/** All problems of an input at once, by the names of its fields. */
function parsed(shape: z.ZodType, value: unknown, where: string): unknown {
  const result = shape.safeParse(value)
  if (result.success) return result.data
  const detail = result.error.issues
    .slice(0, 20)
    .map(({ path, message }) => `${path.join('.') || where}: ${message}`)
    .join('; ')
  throw new AppError('bad-request', { detail })
}

const isStream = (body: unknown): boolean => typeof body === 'object' && body !== null && Symbol.asyncIterator in body

import type { FastifyInstance } from 'fastify'

/** Lines about calls and faults, never with what is in them: the pattern of a route instead of its address, no header, no body. */
export type HttpLog = {
  call(line: { route: string; method: string; status: number; ms: number }): void
  /** Something of the place itself that happened, with what counts of it. */
  event(what: string, counts: Readonly<Record<string, string | number>>): void
  /** `error` may hold words of a record: only its name, its code and where in our program it was thrown are told. */
  fault(error: unknown, about: { id?: string | undefined; route?: string | undefined }): void
}

export function logged(server: FastifyInstance, log: HttpLog): void {
  server.addHook('onResponse', async (request, reply) => {
    const ms = Math.round(reply.elapsedTime)
    log.call({ route: request.routeOptions.url ?? 'unknown', method: request.method, status: reply.statusCode, ms })
  })
}

/** One line of JSON each. */
export function lineLog(write: (line: string) => void, now: () => Date): HttpLog {
  const say = (line: object) => write(JSON.stringify({ time: now().toISOString(), ...line }))
  return {
    call: (line) => say({ level: 'info', ...line }),
    event: (what, counts) => say({ level: 'info', event: what, ...counts }),
    fault: (error, about) => say({ level: 'error', ...about, ...plainFault(error) }),
  }
}

/**
 * Messages of the database and of libraries may quote what they were given: they stay out, also where a line of theirs looks like a place in a
 * program. Names and codes are words of programs.
 */
function plainFault(error: unknown): { name: string; code?: string; at: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, at: [] }
  const { name, message, code, stack = '' } = error as Error & { code?: unknown }
  const told = stack.indexOf(message)
  const places = told < 0 ? [] : stack.slice(told + message.length).split('\n')
  const isWord = (word: unknown): word is string => typeof word === 'string' && /^[\w-]{1,40}$/.test(word)
  return {
    name: isWord(name) ? name : 'Error',
    ...(isWord(code) ? { code } : {}),
    at: places
      .map((line) => line.trim())
      .filter((line) => PLACE.test(line))
      .slice(0, 8),
  }
}
/** `at streamEvents (file:///app/server/http/events.ts:12:3)` */
const PLACE = /^at (?:(?:async )?[\w.<>#$ [\]]{1,120} \()?(?:async )?(?:file:|node:|\/|[A-Z]:\\)[^\s()]{1,300}:\d+:\d+\)?$/

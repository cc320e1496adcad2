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

/** Messages of the database and of libraries may quote what they were given: they stay out. */
function plainFault(error: unknown): { name: string; code?: string; at: string[] } {
  const { name, code, stack } =
    error instanceof Error ? (error as Error & { code?: unknown }) : { name: typeof error, code: undefined, stack: '' }
  const at = (stack ?? '').match(/^\s+at .*$/gm) ?? []
  return { name, ...(typeof code === 'string' && /^[\w-]+$/.test(code) ? { code } : {}), at: at.slice(0, 8).map((line) => line.trim()) }
}

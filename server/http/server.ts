import { hash, timingSafeEqual } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROUTES, type RouteName } from '@carefolio/core/api/routes.ts'
import { AppError } from '@carefolio/core/record/errors.ts'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { networkOf } from '../accounts/attempts.ts'
import type { Place } from '../place.ts'
import { handlersOf } from './handlers.ts'
import { type HttpLog, logged } from './log.ts'
import { measure } from './metrics.ts'
import { openapi } from './openapi.ts'
import { readingTimeOf } from './pace.ts'
import { problemOf, sendProblem } from './problems.ts'
import { register } from './register.ts'
import { takingTurns } from './turns.ts'

export type ServerOptions = {
  /** Folder of the built pages; without them only the API answers. */
  pages?: string
  /** Accounts are made by anybody, or only with an invitation. */
  signUp: 'open' | 'invited'
  version: string
  /** Told on the first run, to this computer only. */
  keyFile?: string
  /** Proxies in front whose word about the caller's address is taken: `loopback`, `uniquelocal`, or addresses, by commas. */
  proxy?: string
  /** Calls a minute from one address. */
  callsAMinute?: number
  /** How long a caller who sends a body may do nothing. */
  patienceMs?: number
  /** Needed to read /metrics; without it there are none. */
  metricsToken?: string
  log: HttpLog
}

/** The whole web server of a place, not yet listening: API, pages, health and metrics. */
export async function createServer(place: Place, options: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    logger: false,
    bodyLimit: LARGEST_JSON,
    trustProxy: options.proxy ?? false,
    routerOptions: { maxParamLength: 2000 },
    // A long upload is no attack, a silent one is.
    requestTimeout: 0,
    connectionTimeout: 120_000,
    keepAliveTimeout: 10_000,
    return503OnClosing: true,
    // A route for HEAD would run what GET does.
    exposeHeadRoutes: false,
  })
  limitConnections(server, options.proxy !== undefined)
  server.setErrorHandler(async (error, request, reply) => {
    const problem = problemOf(error)
    if (problem.code === 'our-fault') options.log.fault(error, { id: problem.id, route: request.routeOptions.url })
    await sendProblem(reply, problem)
  })
  const pages = options.pages !== undefined && existsSync(join(options.pages, 'index.html')) ? options.pages : undefined
  server.setNotFoundHandler(async (request, reply) => {
    // Names of screens are the pages' own: whatever is no file is the first page.
    if (pages !== undefined && isScreen(request)) return reply.sendFile('index.html')
    await sendProblem(reply, problemOf(new AppError('no-such-page')))
  })
  await server.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: POLICY },
    crossOriginEmbedderPolicy: { policy: 'require-corp' },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: place.origin().startsWith('https:') ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  })
  await server.register(cookie)
  await server.register(rateLimit, {
    max: options.callsAMinute ?? CALLS_A_MINUTE,
    timeWindow: '1 minute',
    keyGenerator: ({ ip }) => networkOf(ip),
  })
  server.addHook('onRequest', async (_request, reply) => {
    void reply
      .header('cache-control', 'no-store')
      .header('permissions-policy', 'camera=(self), microphone=(), geolocation=(), interest-cohort=()')
  })
  limitReading(server)
  logged(server, options.log)
  const metrics = measure(server, place)
  server.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))

  const handlers = handlersOf(place, options)
  const turns = takingTurns()
  for (const name of Object.keys(ROUTES) as RouteName[]) register(server, place, name, handlers, turns, options.patienceMs)

  const description = openapi(options.version)
  server.get('/api/openapi.json', async () => description)
  server.get('/health', async (_request, reply) => {
    await place.readings.open()
    return reply.send({ status: 'ok' })
  })
  const { metricsToken } = options
  if (metricsToken !== undefined)
    server.get('/metrics', async (request, reply) => {
      if (!isSame(request.headers.authorization ?? '', `Bearer ${metricsToken}`)) throw new AppError('no-such-page')
      return reply.type('text/plain; version=0.0.4; charset=utf-8').send(await metrics())
    })
  if (pages !== undefined) await servePages(server, pages)
  return server
}

/** Headers that do not come, and a crowd of connections from one address, are no visitors. Behind a proxy everybody has one address. */
function limitConnections({ server }: FastifyInstance, behindProxy: boolean): void {
  server.headersTimeout = 20_000
  server.maxConnections = MOST_CONNECTIONS
  if (behindProxy) return
  const open = new Map<string, number>()
  server.on('connection', (socket) => {
    const from = networkOf(socket.remoteAddress ?? '')
    const count = (open.get(from) ?? 0) + 1
    if (count > MOST_CONNECTIONS_FROM_ONE) socket.destroy()
    open.set(from, count)
    socket.once('close', () => {
      const left = (open.get(from) ?? 1) - 1
      if (left > 0) open.set(from, left)
      else open.delete(from)
    })
  })
}
const MOST_CONNECTIONS = 4000
const MOST_CONNECTIONS_FROM_ONE = 1000

/** An answer that nobody reads is let go of. */
function limitReading(server: FastifyInstance): void {
  server.addHook('onSend', async (_request, { raw }, payload) => {
    if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return
    const timer = setTimeout(() => raw.destroy(), readingTimeOf(payload.length))
    raw.once('close', () => clearTimeout(timer))
  })
}

/** Takes as long whatever the difference. */
const isSame = (a: string, b: string): boolean => timingSafeEqual(hash('sha256', a, 'buffer'), hash('sha256', b, 'buffer'))

async function servePages(server: FastifyInstance, pages: string): Promise<void> {
  await server.register(fastifyStatic, { root: pages, cacheControl: false, dotfiles: 'ignore' })
  server.addHook('onSend', async (request, reply) => {
    // Files of the build are named by their content.
    if (request.url.startsWith('/assets/') && reply.statusCode === 200)
      void reply.header('cache-control', 'public, max-age=31536000, immutable')
  })
}

const isScreen = ({ method, url }: FastifyRequest): boolean =>
  method === 'GET' && !url.startsWith('/api/') && !/\.[a-z0-9]+$/i.test(url.split('?')[0] ?? '')

/** Nothing but our own files and pictures made in the page; no script or style in the markup, no frame around us, nothing sent elsewhere. */
const POLICY = {
  'default-src': ["'none'"],
  'object-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'blob:', 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'worker-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
}
const LARGEST_JSON = 1_000_000
const CALLS_A_MINUTE = 1200

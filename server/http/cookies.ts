import type { FastifyReply, FastifyRequest } from 'fastify'
import { LONGEST_MS } from '../accounts/sessions.ts'

/**
 * `__Host-` binds the cookie to this very host over https. On this computer without https browsers take none of that name, and send cookies to every
 * port of it: with the port in its name two places there do not take each other's.
 */
export function cookieNameFor(origin: string): string {
  if (origin.startsWith('https:')) return '__Host-carefolio'
  const { port } = new URL(origin)
  return port === '' ? 'carefolio' : `carefolio-${port}`
}

export function tokenOf(request: FastifyRequest, origin: string): string | undefined {
  return request.cookies[cookieNameFor(origin)]
}

export function setToken(reply: FastifyReply, origin: string, token: string): void {
  void reply.setCookie(cookieNameFor(origin), token, { ...kindOf(origin), maxAge: Math.floor(LONGEST_MS / 1000) })
}

export function clearToken(reply: FastifyReply, origin: string): void {
  void reply.clearCookie(cookieNameFor(origin), kindOf(origin))
  void reply.header('clear-site-data', '"cache", "storage"')
}

const kindOf = (origin: string) => ({ path: '/', httpOnly: true, sameSite: 'strict' as const, secure: origin.startsWith('https:') })

import type { FastifyReply, FastifyRequest } from 'fastify'
import { LONGEST_MS } from '../accounts/sessions.ts'

/** `__Host-` binds the cookie to this very host over https; on this computer without https browsers take none of that name. */
export const cookieNameFor = (origin: string): string => (origin.startsWith('https:') ? '__Host-carefolio' : 'carefolio')

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

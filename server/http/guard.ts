import { FRESH_MINUTES, isAtLeast, OWN_HEADER, type Route } from '@carefolio/core/api/route.ts'
import { AppError } from '@carefolio/core/record/errors.ts'
import type { FastifyRequest } from 'fastify'
import type { Account } from '../accounts/accounts.ts'
import type { Session } from '../accounts/sessions.ts'
import { isVisitor } from '../accounts/visitors.ts'
import type { SeenPerson } from '../people/people.ts'
import type { Place } from '../place.ts'

export type Who = { session?: Session; account?: Account; person?: SeenPerson }

/**
 * Lets a call through, or throws. In this order: it comes from the pages of this place; somebody is signed in; the person of the path is one
 * they may see, in this part and to this degree (to all others there is no such person); and they have just signed in where that is asked.
 */
export async function guard(place: Place, route: Route, request: FastifyRequest, token: string | undefined): Promise<Who> {
  checkOrigin(place, request)
  const session = token === undefined ? undefined : await place.sessions.find(token)
  const { person: id = '' } = request.params as { person?: string }
  // Asked for together: each of them waits for the database.
  const [account, seen] = session
    ? await Promise.all([
        place.accounts.get(session.account),
        route.access.who === 'person' ? place.people.seenBy(session.account, id) : undefined,
      ])
    : []
  const who: Who = session && account ? { session, account } : {}
  if (route.access.who === 'anyone') return who
  if (!session || !account) throw new AppError('sign-in-needed')
  if (route.access.who === 'account' && isVisitor(account.id) && !route.access.visitor) throw new AppError('not-allowed')
  if (route.access.who === 'person') {
    const person = seen
    if (!person || person.hidden.includes(route.access.part)) throw new AppError('person-unknown')
    if (!isAtLeast(person.level, route.access.level)) throw new AppError('not-allowed')
    if (route.access.needs?.some((part) => person.hidden.includes(part))) throw new AppError('not-allowed')
    who.person = person
  }
  if (route.fresh && !isFresh(session, place.now())) throw new AppError('sign-in-again')
  return who
}

export const freshUntil = (session: Session): Date => new Date(session.signedInAt.getTime() + FRESH_MINUTES * 60_000)
const isFresh = (session: Session, now: Date): boolean => freshUntil(session) > now

/**
 * Against forms and scripts of other sites (CSRF) and names that are made to point here (DNS rebinding): the host is ours; what changes something
 * carries our header, which other sites cannot send; and where the browser says where a call comes from, that is here.
 */
function checkOrigin(place: Place, { method, headers }: FastifyRequest): void {
  const own = new URL(place.origin())
  const isOwnHost = (host: string | undefined) =>
    host === own.host || (isLoopback(own.hostname) && host !== undefined && isLoopback(nameOf(host)))
  if (!isOwnHost(headers.host)) throw new AppError('not-from-here')
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new AppError('not-from-here')
  if (method === 'GET' || method === 'HEAD') return
  if (headers[OWN_HEADER] !== '1') throw new AppError('not-from-here')
  if (headers.origin !== undefined && (!URL.canParse(headers.origin) || !isOwnHost(new URL(headers.origin).host)))
    throw new AppError('not-from-here')
}

const nameOf = (host: string): string => (URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '')
export const isLoopback = (name: string): boolean => name === 'localhost' || name === '127.0.0.1' || name === '[::1]'

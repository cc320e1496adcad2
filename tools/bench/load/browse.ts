import { setTimeout as after } from 'node:timers/promises'
import { pathOf, type Route } from '../../../core/api/route.ts'
import { ROUTES, type RouteName } from '../../../core/api/routes.ts'
import type { SeededPerson } from './fill-place.ts'

export type Visit = { name: RouteName; ms: number; status: number }

/** What the screens ask for when they are opened, as the pages do it: all at once. */
const SCREENS: readonly (readonly RouteName[])[] = [
  ['me', 'originals', 'profile'],
  ['originals'],
  ['profile'],
  ['page'],
  ['timeline'],
  ['trials'],
  ['trials'],
  ['answers', 'trials'],
  ['log'],
]
/** Between two screens people read: one to five seconds. */
const restMs = () => 1000 + Math.random() * 4000

/** One person who opens screen after screen until stopped. Each call waits for its answer, whole. */
export async function browse(
  url: string,
  cookie: string,
  person: SeededPerson,
  signal: AbortSignal,
  onVisit: (visit: Visit) => void,
): Promise<void> {
  await after(Math.random() * 5000)
  while (!signal.aborted) {
    const screen = SCREENS[Math.floor(Math.random() * SCREENS.length)] ?? []
    await Promise.all(screen.map(async (name) => onVisit(await called(url, cookie, person, name))))
    await after(restMs(), undefined, { signal }).catch(() => {})
  }
}

async function called(url: string, cookie: string, person: SeededPerson, name: RouteName): Promise<Visit> {
  const route: Route = ROUTES[name]
  const target = new URL(pathOf(route, { person: person.id, document: person.document, page: '1' }), url)
  if (name === 'trials') target.searchParams.set('list', 'possible')
  const start = performance.now()
  const ask = () => fetch(target, { headers: { cookie: `${cookie}=${person.token}`, 'x-forwarded-for': person.address } })
  // A connection kept open may be closed by the place in the moment of use; browsers ask again then, and so it counts as one.
  const response = await ask().catch(ask)
  await response.arrayBuffer()
  return { name, ms: performance.now() - start, status: response.status }
}

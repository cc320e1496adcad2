import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import { meQuery, queries } from './api/queries.ts'
import { Failed, Working } from './kit/states.tsx'
import { NotHere } from './shell/not-here.tsx'
import { Place } from './shell/place.tsx'
import { Welcome } from './welcome/welcome.tsx'
import { words } from './words/words.ts'

const root = createRootRoute({ component: Outlet, notFoundComponent: NotHere })

/** Who is signed in goes to their own place; all others are welcomed. */
const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  async beforeLoad() {
    const me = await queries.ensureQueryData(meQuery())
    const [first] = me?.people ?? []
    if (first) throw redirect({ to: '/p/$person', params: { person: first.id } })
  },
  component: Welcome,
})
const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  validateSearch: (search: Record<string, unknown>) =>
    typeof search['invitation'] === 'string' ? { invitation: search['invitation'] } : {},
  component: lazyRouteComponent(() => import('./welcome/sign-up.tsx'), 'SignUp'),
})
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./welcome/sign-in.tsx'), 'SignIn'),
})

/** Everything of one person. */
const place = createRoute({
  getParentRoute: () => root,
  path: '/p/$person',
  async beforeLoad() {
    if ((await queries.ensureQueryData(meQuery())) === null) throw redirect({ to: '/' })
  },
  component: Place,
})
const home = createRoute({
  getParentRoute: () => place,
  path: '/',
  component: lazyRouteComponent(() => import('./home/home.tsx'), 'Home'),
})
const records = createRoute({
  getParentRoute: () => place,
  path: '/records',
  component: lazyRouteComponent(() => import('./records/records.tsx'), 'Records'),
})

/** `at`: the words to show, as `start-end` in the text of the page. Ids of documents hold slashes, so they stand behind the question mark. */
export type PageSearch = { document: string; page?: number; at?: string }
const page = createRoute({
  getParentRoute: () => place,
  path: '/records/page',
  validateSearch: ({ document, page: number, at }: Record<string, unknown>): PageSearch => ({
    document: typeof document === 'string' ? document : '',
    ...(Number.isInteger(Number(number)) && Number(number) > 0 ? { page: Number(number) } : {}),
    ...(typeof at === 'string' && /^\d+-\d+$/.test(at) ? { at } : {}),
  }),
  component: lazyRouteComponent(() => import('./records/page-screen.tsx'), 'PageScreen'),
})
const profile = createRoute({
  getParentRoute: () => place,
  path: '/profile',
  component: lazyRouteComponent(() => import('./profile/profile-screen.tsx'), 'ProfileScreen'),
})
const timeline = createRoute({
  getParentRoute: () => place,
  path: '/timeline',
  component: lazyRouteComponent(() => import('./timeline/timeline-screen.tsx'), 'TimelineScreen'),
})

/** The list and the filters stand in the address, so that "back" leads to the same list. */
export type TrialsSearch = { list?: string; withinKm?: number; phase?: string; drug?: string; type?: string; only?: 'new' }
const trials = createRoute({
  getParentRoute: () => place,
  path: '/trials',
  validateSearch: ({ list, withinKm, phase, drug, type, only }: Record<string, unknown>): TrialsSearch => ({
    ...(typeof list === 'string' ? { list } : {}),
    ...(Number(withinKm) > 0 ? { withinKm: Number(withinKm) } : {}),
    ...(typeof phase === 'string' && phase !== '' ? { phase } : {}),
    ...(typeof drug === 'string' && drug !== '' ? { drug } : {}),
    ...(typeof type === 'string' && type !== '' ? { type } : {}),
    ...(only === 'new' ? { only } : {}),
  }),
  component: lazyRouteComponent(() => import('./trials/trials-screen.tsx'), 'TrialsScreen'),
})
const compare = createRoute({
  getParentRoute: () => place,
  path: '/trials/compare',
  validateSearch: ({ a, b }: Record<string, unknown>): { a?: string; b?: string } => ({
    ...(typeof a === 'string' ? { a } : {}),
    ...(typeof b === 'string' ? { b } : {}),
  }),
  component: lazyRouteComponent(() => import('./trials/compare-screen.tsx'), 'CompareScreen'),
})
const trial = createRoute({
  getParentRoute: () => place,
  path: '/trials/$trial',
  component: lazyRouteComponent(() => import('./trials/trial-screen.tsx'), 'TrialScreen'),
})
const settings = createRoute({
  getParentRoute: () => place,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/settings-screen.tsx'), 'SettingsScreen'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    signUp,
    signIn,
    place.addChildren([home, records, page, profile, timeline, trials, compare, trial, settings]),
  ]),
  defaultPreload: 'intent',
  scrollRestoration: false,
  defaultPendingComponent: () => <Working label={words.welcome.checking} />,
  defaultErrorComponent: ({ error, reset }) => (
    <main className="screen">
      <Failed error={error} retry={reset} />
    </main>
  ),
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

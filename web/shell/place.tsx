import type { PersonSeen } from '@carefolio/core/api/account.ts'
import type { Part } from '@carefolio/core/api/route.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, Navigate, Outlet, useLocation, useNavigate, useParams } from '@tanstack/react-router'
import { useFollow } from '../api/follow.ts'
import { meQuery } from '../api/queries.ts'
import { Icon, type IconName } from '../kit/icon.tsx'
import { Empty, ScreenHead } from '../kit/states.tsx'
import { words } from '../words/words.ts'
import { Brand } from './brand.tsx'
import { DemoBanner } from './demo-banner.tsx'

/** The frame around all screens of one person: where one is, whose place it is, and the ways to the others. */
export function Place() {
  const { person } = useParams({ from: '/p/$person' })
  const { data: me } = useQuery(meQuery())
  const navigate = useNavigate()
  const seen = me?.people.find(({ id }) => id === person)
  useFollow(person, seen !== undefined && !seen.hidden.includes('records'))
  if (me === null || (me && !seen)) return <Navigate to="/" />
  const others = me?.people ?? []
  return (
    <div className="shell with-nav">
      <a className="skip" href="#content">
        {words.kit.skip}
      </a>
      {me && seen?.demo && <DemoBanner me={me} />}
      <header className="bar no-print">
        <Brand />
        <Link to="/p/$person/settings" params={{ person }} className="icon-button phone-only" aria-label={words.nav.settings}>
          <Icon name="settings" />
        </Link>
      </header>
      <nav className="places no-print" aria-label={words.nav.label}>
        {others.length > 1 && (
          <div className="whose">
            <label htmlFor="whose">{words.nav.whose}</label>
            <select
              id="whose"
              value={person}
              onChange={(event) => void navigate({ to: '/p/$person', params: { person: event.currentTarget.value } })}
            >
              {others.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        )}
        <ul className="tabs">
          {PLACES.filter((one) => isShown(one, seen)).map(({ to, icon }) => (
            <li key={to} className={icon === 'settings' ? 'desk-only' : undefined}>
              <Link to={to} params={{ person }} activeOptions={{ exact: to === '/p/$person', includeSearch: false }}>
                <Icon name={icon} />
                {words.nav[icon]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <main className="screen" id="content" tabIndex={-1} key={person}>
        <Screen seen={seen} />
      </main>
    </div>
  )
}

/** The screen of the address. One that was kept from before, or from somebody else, may be hidden: then nothing is lost, it is only not shown. */
function Screen({ seen }: { seen: PersonSeen | undefined }) {
  const { pathname } = useLocation()
  const here = PLACES.find(({ icon }) => pathname.startsWith(`/p/${seen?.id}/${icon}`))
  if (here === undefined || isShown(here, seen)) return <Outlet />
  return (
    <>
      <ScreenHead title={words.nav[here.icon]} />
      <Empty icon="lock" title={words.nav.hidden}>
        {words.nav.hiddenLead(seen?.name ?? '')}
      </Empty>
    </>
  )
}

const isShown = ({ icon, part }: (typeof PLACES)[number], seen: PersonSeen | undefined) =>
  ALWAYS.includes(icon) || !seen?.hidden.includes(part)

/** `part`: what it shows, and an owner may hide. */
const PLACES = [
  { to: '/p/$person', icon: 'home', part: 'about' },
  { to: '/p/$person/records', icon: 'records', part: 'records' },
  { to: '/p/$person/profile', icon: 'profile', part: 'profile' },
  { to: '/p/$person/timeline', icon: 'timeline', part: 'profile' },
  { to: '/p/$person/trials', icon: 'trials', part: 'trials' },
  { to: '/p/$person/settings', icon: 'settings', part: 'about' },
] as const satisfies readonly { to: string; icon: IconName; part: Part }[]
/** There for everybody: what is hidden is not on them. */
const ALWAYS: readonly string[] = ['home', 'settings']

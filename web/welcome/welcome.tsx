import { useQuery } from '@tanstack/react-query'
import { Link, Navigate } from '@tanstack/react-router'
import { meQuery, setupQuery } from '../api/queries.ts'
import { Icon, type IconName } from '../kit/icon.tsx'
import { LanguageChoice } from '../kit/language-choice.tsx'
import { Failed, Working } from '../kit/states.tsx'
import { Brand } from '../shell/brand.tsx'
import { words } from '../words/words.ts'
import { FirstRun } from './first-run.tsx'
import { Visit } from './visit.tsx'
import './welcome.css'

const w = words.welcome
const ICONS: readonly IconName[] = ['quote', 'profile', 'trials']

/** The first page: what this is, and the way in. On a new server it also says where the key lies. */
export function Welcome() {
  const setup = useQuery(setupQuery())
  const { data: me } = useQuery(meQuery())
  const [first] = me?.people ?? []
  if (first) return <Navigate to="/p/$person" params={{ person: first.id }} />
  return (
    <div className="shell">
      <header className="bar welcome-bar">
        <Brand />
        <div className="row">
          <LanguageChoice />
          {setup.data?.hasAccounts && (
            <Link to="/sign-in" className="button plain">
              {w.signIn}
            </Link>
          )}
        </div>
      </header>
      <main className="welcome">
        <div className="stack wide">
          <div className="stack">
            <h1>{w.title}</h1>
            <p className="lead">{w.lead}</p>
          </div>
          {setup.isPending ? (
            <Working label={w.checking} />
          ) : setup.data === undefined ? (
            <Failed error={setup.error} retry={() => void setup.refetch()} />
          ) : (
            <div className="stack">
              {!setup.data.hasAccounts && <FirstRun keyFile={setup.data.keyFile} trials={setup.data.trials} />}
              <div className="welcome-ways">
                <Link to="/sign-up" className="button main">
                  {setup.data.signUp === 'invited' && setup.data.hasAccounts ? w.startInvited : w.start}
                </Link>
                {setup.data.hasAccounts && (
                  <Link to="/sign-in" className="button quiet">
                    {w.signIn}
                  </Link>
                )}
                {setup.data.demo && <Visit />}
              </div>
              <p className="soft small">{setup.data.demo ? w.visitHint : w.startHint}</p>
            </div>
          )}
        </div>
        <ul className="points">
          {w.points.map(([title, text], i) => (
            <li key={title}>
              <span className="point-icon">
                <Icon name={ICONS[i] ?? 'check'} size={24} />
              </span>
              <div>
                <h2>{title}</h2>
                <p className="soft">{text}</p>
              </div>
            </li>
          ))}
        </ul>
        <p className="promise">
          <Icon name="lock" size={20} /> <span>{w.promise}</span>
        </p>
      </main>
    </div>
  )
}

import { isAtLeast } from '@carefolio/core/api/route.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { call } from '../api/call.ts'
import { meQuery, queries } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { LanguageChoice } from '../kit/language-choice.tsx'
import { Loaded, ScreenHead } from '../kit/states.tsx'
import { words } from '../words/words.ts'
import { AboutYou } from './about-you.tsx'
import { AcceptInvitation } from './accept-invitation.tsx'
import { AccessLog } from './access-log.tsx'
import { Consents } from './consents.tsx'
import { Panel } from './panel.tsx'
import { People } from './people.tsx'
import { Sessions } from './sessions.tsx'
import { SignInWays } from './sign-in-ways.tsx'
import { TakeAway } from './take-away.tsx'
import './settings.css'

const w = words.settings

/** What belongs to the person (about, consents, people, log, export, delete) and to the account (ways to sign in, sessions). */
export function SettingsScreen() {
  const { person } = useParams({ from: '/p/$person/settings' })
  const query = useQuery(meQuery())
  const leave = useMutation({
    mutationFn: () => call('signOut'),
    onSettled() {
      queries.clear()
      queries.setQueryData(['me'], null)
      // All that was shown is in memory only, and goes with the page.
      location.assign('/')
    },
  })
  return (
    <>
      <ScreenHead title={w.title}>
        <Button icon="out" busy={leave.isPending} onClick={() => leave.mutate()}>
          {w.signOut}
        </Button>
      </ScreenHead>
      <Loaded query={query} working={w.working}>
        {(me) => {
          const seen = me?.people.find(({ id }) => id === person)
          if (!me || !seen) return null
          const owner = seen.level === 'owner'
          const hidden = (part: (typeof seen.hidden)[number]) => seen.hidden.includes(part)
          return (
            <div className="settings">
              {!hidden('about') && <AboutYou person={person} level={seen.level} />}
              {owner && <Consents person={person} />}
              {owner && !seen.demo && <People person={person} />}
              {!me.visitor && (
                <>
                  <AcceptInvitation />
                  <SignInWays me={me} />
                  <Sessions />
                </>
              )}
              {isAtLeast(seen.level, 'act') && !hidden('log') && <AccessLog person={person} />}
              <Panel icon="info" title={words.kit.language} lead={w.languageLead}>
                <LanguageChoice />
              </Panel>
              {owner && <TakeAway person={person} me={me} />}
            </div>
          )
        }}
      </Loaded>
    </>
  )
}

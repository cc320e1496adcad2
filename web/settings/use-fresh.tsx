import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { meQuery, queries } from '../api/queries.ts'
import { Sheet } from '../kit/sheet.tsx'
import { WaysIn } from '../welcome/ways-in.tsx'
import { words } from '../words/words.ts'

/** A little before the server's own limit, so that an action does not end between. */
const MARGIN_MS = 20_000

/**
 * For what cannot be taken back, who sits here must have signed in lately: `guard(action)` does it at once or asks first; `sheet` is where
 * it asks.
 */
export function useFresh(): { guard: (action: () => void) => void; sheet: ReactNode } {
  const { data: me } = useQuery(meQuery())
  const [waiting, setWaiting] = useState<{ action: () => void }>()
  const guard = (action: () => void) => {
    if (me && Date.parse(me.freshUntil) - Date.now() > MARGIN_MS) action()
    else setWaiting({ action })
  }
  const sheet = waiting && me && (
    <Sheet title={words.settings.again} onClose={() => setWaiting(undefined)}>
      <p className="soft">{words.settings.againLead}</p>
      <WaysIn
        email={me.account.email}
        onSignedIn={({ me: renewed }) => {
          queries.setQueryData(['me'], renewed)
          setWaiting(undefined)
          waiting.action()
        }}
      />
    </Sheet>
  )
  return { guard, sheet }
}

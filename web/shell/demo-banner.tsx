import type { Me } from '@carefolio/core/api/account.ts'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../api/call.ts'
import { queries } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { words } from '../words/words.ts'

/** Says on every screen that the person is invented, and leads out. A visitor's copy is gone after. */
export function DemoBanner({ me }: { me: Me }) {
  return (
    <aside className="demo-banner no-print" aria-label={words.demo.label}>
      <span>{words.demo.banner}</span>
      {me.visitor ? (
        <span className="row">
          <Link to="/sign-up" className="button plain">
            {words.demo.own}
          </Link>
          <Leave />
        </span>
      ) : (
        <Link to="/" className="button plain">
          {words.demo.leave}
        </Link>
      )}
    </aside>
  )
}

function Leave() {
  const leave = useMutation({
    mutationFn: () => call('signOut'),
    onSettled() {
      queries.clear()
      queries.setQueryData(['me'], null)
      location.assign('/')
    },
  })
  return (
    <Button look="plain" busy={leave.isPending} onClick={() => leave.mutate()}>
      {words.demo.leave}
    </Button>
  )
}

import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { queries } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { Field } from '../kit/field.tsx'
import { Fold } from '../kit/fold.tsx'
import { Failed } from '../kit/states.tsx'
import { words } from '../words/words.ts'
import { Panel } from './panel.tsx'

const w = words.settings

/** Somebody gave this account a code to look after them. */
export function AcceptInvitation() {
  const navigate = useNavigate()
  const [code, setCode] = useState('')
  const accept = useMutation({
    mutationFn: () => call('acceptInvitation', { body: { code: code.trim() } }),
    async onSuccess({ id }) {
      await queries.invalidateQueries({ queryKey: ['me'] })
      await navigate({ to: '/p/$person', params: { person: id } })
    },
  })
  return (
    <Panel icon="people" title={w.accept} lead={w.acceptLead}>
      <Fold summary={w.haveCode}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            if (!accept.isPending) accept.mutate()
          }}
        >
          <Field label={w.code} required autoComplete="off" value={code} onChange={(event) => setCode(event.currentTarget.value)} />
          {accept.isError && <Failed error={accept.error} />}
          <div>
            <Button type="submit" look="main" busy={accept.isPending}>
              {w.acceptGo}
            </Button>
          </div>
        </form>
      </Fold>
    </Panel>
  )
}

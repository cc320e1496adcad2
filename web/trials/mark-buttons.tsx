import type { Mark } from '@carefolio/core/api/trials.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { queries } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { Check, Field } from '../kit/field.tsx'
import { Sheet } from '../kit/sheet.tsx'
import { Failed } from '../kit/states.tsx'
import { words } from '../words/words.ts'

const w = words.trials
type Props = { trial: string; title: string; mark: Mark | undefined; person: string }

/** Save a trial, or put it away with a reason; both can be taken back. */
export function MarkButtons({ trial, title, mark, person }: Props) {
  const [asking, setAsking] = useState(false)
  const params = { person, trial }
  const onSuccess = () => {
    setAsking(false)
    return Promise.all(['trials', 'trial'].map((name) => queries.invalidateQueries({ queryKey: [person, name] })))
  }
  const set = useMutation({ mutationFn: (body: Pick<Mark, 'mark' | 'reason'>) => call('markTrial', { params, body }), onSuccess })
  const clear = useMutation({ mutationFn: () => call('unmarkTrial', { params }), onSuccess })
  const name = <span className="heard">: {title}</span>
  return (
    <div className="row no-print">
      {mark?.mark === 'dismissed' ? (
        <Button look="plain" busy={clear.isPending} onClick={() => clear.mutate()}>
          {w.bringBack}
          {name}
        </Button>
      ) : (
        <>
          <Button
            look="plain"
            icon="star"
            aria-pressed={mark?.mark === 'saved'}
            busy={set.isPending || clear.isPending}
            onClick={() => (mark ? clear.mutate() : set.mutate({ mark: 'saved' }))}
          >
            {mark ? w.saved : w.save}
            {name}
          </Button>
          <Button look="plain" onClick={() => setAsking(true)}>
            {w.dismiss}
            {name}
          </Button>
        </>
      )}
      {asking && (
        <Sheet title={w.dismissTitle} onClose={() => setAsking(false)}>
          <DismissForm
            busy={set.isPending}
            onDismiss={(reason) => set.mutate({ mark: 'dismissed', ...(reason === '' ? {} : { reason }) })}
          />
        </Sheet>
      )}
      {(set.isError || clear.isError) && <Failed error={set.error ?? clear.error} />}
    </div>
  )
}

function DismissForm({ busy, onDismiss }: { busy: boolean; onDismiss: (reason: string) => void }) {
  const [reason, setReason] = useState('')
  const [other, setOther] = useState('')
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        onDismiss(other.trim() || reason)
      }}
    >
      <p className="soft">{w.dismissLead}</p>
      <fieldset className="stack tight">
        <legend className="heard">{w.dismissTitle}</legend>
        {w.dismissReasons.map((one) => (
          <Check key={one} type="radio" name="reason" label={one} checked={reason === one} onChange={() => setReason(one)} />
        ))}
      </fieldset>
      <Field label={w.otherReason} value={other} maxLength={500} onChange={(event) => setOther(event.currentTarget.value)} />
      <Button type="submit" look="main" busy={busy}>
        {w.dismissSure}
      </Button>
    </form>
  )
}

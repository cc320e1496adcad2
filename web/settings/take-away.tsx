import type { Me } from '@carefolio/core/api/account.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { addressOf, call } from '../api/call.ts'
import { queries } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { Field } from '../kit/field.tsx'
import { Notice } from '../kit/notice.tsx'
import { Sheet } from '../kit/sheet.tsx'
import { Failed } from '../kit/states.tsx'
import { words } from '../words/words.ts'
import { Panel } from './panel.tsx'
import { useFresh } from './use-fresh.tsx'

const w = words.settings

/** Take everything out, or delete everything; the first is offered before the second. */
export function TakeAway({ person, me }: { person: string; me: Me }) {
  const [asking, setAsking] = useState(false)
  const { guard, sheet } = useFresh()
  const name = me.people.find(({ id }) => id === person)?.name ?? ''
  const take = () => guard(() => location.assign(addressOf('exportEverything', { person })))
  return (
    <>
      <Panel icon="download" title={w.export} lead={w.exportLead}>
        <div>
          <Button icon="download" onClick={take}>
            {w.exportGo}
          </Button>
        </div>
      </Panel>
      <Panel icon="trash" title={w.delete} lead={w.deleteLead}>
        <div>
          <Button look="danger" onClick={() => setAsking(true)}>
            {w.deleteGo}
          </Button>
        </div>
      </Panel>
      {asking && <DeleteSheet person={person} name={name} onTake={take} guard={guard} onClose={() => setAsking(false)} />}
      {sheet}
    </>
  )
}

type DeleteProps = { person: string; name: string; onTake: () => void; guard: (action: () => void) => void; onClose: () => void }

function DeleteSheet({ person, name, onTake, guard, onClose }: DeleteProps) {
  const [typed, setTyped] = useState('')
  const remove = useMutation({
    mutationFn: () => call('deletePerson', { params: { person }, body: { name: typed.trim() } }),
    onSuccess() {
      queries.clear()
      location.assign('/')
    },
  })
  return (
    <Sheet title={w.delete} onClose={onClose}>
      <p>{w.deleteSure}</p>
      <Notice title={w.exportFirst}>
        <div>
          <Button icon="download" onClick={onTake}>
            {w.exportGo}
          </Button>
        </div>
      </Notice>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (!remove.isPending) guard(() => remove.mutate())
        }}
      >
        <Field label={w.typeName(name)} autoComplete="off" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
        {remove.isError && <Failed error={remove.error} />}
        <div className="row">
          <Button type="submit" look="danger" icon="trash" busy={remove.isPending} disabled={typed.trim() !== name}>
            {w.deleteForGood}
          </Button>
          <Button onClick={onClose}>{words.kit.cancel}</Button>
        </div>
      </form>
    </Sheet>
  )
}

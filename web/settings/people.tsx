import type { Caregiver } from '@carefolio/core/api/people.ts'
import { PARTS } from '@carefolio/core/api/route.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '../api/call.ts'
import { caregiversQuery, queries } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { momentWords } from '../kit/day.ts'
import { Check, Field } from '../kit/field.tsx'
import { Badge, Notice } from '../kit/notice.tsx'
import { Sheet } from '../kit/sheet.tsx'
import { Failed, Loaded } from '../kit/states.tsx'
import { words } from '../words/words.ts'
import { Panel } from './panel.tsx'

const w = words.settings
const CAREGIVER_LEVELS = ['view', 'help', 'act'] as const
type CaregiverLevel = (typeof CAREGIVER_LEVELS)[number]
type Part = (typeof PARTS)[number]

/** Who else may look or help, what is hidden from them, and how to let somebody in. */
export function People({ person }: { person: string }) {
  const query = useQuery(caregiversQuery(person))
  const [open, setOpen] = useState<Caregiver | 'new'>()
  return (
    <Panel icon="people" title={w.people} lead={w.peopleLead}>
      <Loaded query={query} working={w.working}>
        {({ caregivers }) => (
          <>
            {caregivers.length === 0 && <p className="soft">{w.nobody}</p>}
            <ul className="lines">
              {caregivers.map((one) => (
                <li key={one.id}>
                  <div className="grow">
                    <strong>{one.name}</strong> <Badge tone={one.state === 'active' ? 'good' : 'ask'}>{w.caregiverStates[one.state]}</Badge>
                    <p className="soft small">
                      {w.levels[one.level][0]}
                      {one.hidden.length > 0 && ` · ${w.hiddenParts(one.hidden.map((part) => w.parts[part]).join(', '))}`}
                      {one.state === 'invited' && one.expires && ` · ${w.expires(momentWords(one.expires))}`}
                    </p>
                  </div>
                  <Button look="plain" onClick={() => setOpen(one)}>
                    {w.change}
                    <span className="heard"> {one.name}</span>
                  </Button>
                </li>
              ))}
            </ul>
            <div>
              <Button icon="plus" onClick={() => setOpen('new')}>
                {w.invite}
              </Button>
            </div>
          </>
        )}
      </Loaded>
      {open && <CaregiverSheet person={person} caregiver={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />}
    </Panel>
  )
}

function CaregiverSheet({ person, caregiver, onClose }: { person: string; caregiver: Caregiver | undefined; onClose: () => void }) {
  const [name, setName] = useState(caregiver?.name ?? '')
  const [level, setLevel] = useState<CaregiverLevel>(caregiver?.level ?? 'view')
  const [hidden, setHidden] = useState<readonly Part[]>(caregiver?.hidden ?? [])
  const onSuccess = () => queries.invalidateQueries({ queryKey: [person, 'caregivers'] })
  const done = async () => {
    await onSuccess()
    onClose()
  }
  const body = { name, level, hidden: [...hidden] }
  const invite = useMutation({ mutationFn: () => call('inviteCaregiver', { params: { person }, body }), onSuccess })
  const params = { person, caregiver: caregiver?.id ?? '' }
  const change = useMutation({ mutationFn: () => call('changeCaregiver', { params, body }), onSuccess: done })
  const revoke = useMutation({ mutationFn: () => call('revokeCaregiver', { params }), onSuccess: done })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (caregiver) change.mutate()
    else invite.mutate()
  }
  if (invite.data)
    return (
      <Sheet title={w.invited(name)} onClose={onClose}>
        <p>{w.invitedLead(name)}</p>
        <p className="code">{invite.data.code}</p>
        <Notice>{w.invitedOnce}</Notice>
        <Button look="main" onClick={onClose}>
          {w.codesKept}
        </Button>
      </Sheet>
    )
  return (
    <Sheet title={caregiver ? caregiver.name : w.invite} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <Field label={w.theirName} hint={w.theirNameHint} required value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <fieldset className="stack tight">
          <legend className="legend">{w.mayDo}</legend>
          {CAREGIVER_LEVELS.map((one) => (
            <Check
              key={one}
              type="radio"
              name="level"
              label={w.levels[one][0]}
              why={w.levels[one][1]}
              checked={level === one}
              onChange={() => setLevel(one)}
            />
          ))}
        </fieldset>
        <fieldset className="stack tight">
          <legend className="legend">{w.hide}</legend>
          {PARTS.map((part) => (
            <Check
              key={part}
              label={w.parts[part]}
              checked={hidden.includes(part)}
              onChange={(event) => setHidden(event.currentTarget.checked ? [...hidden, part] : hidden.filter((one) => one !== part))}
            />
          ))}
        </fieldset>
        {[invite, change, revoke].map((one) => one.isError && <Failed key={String(one.submittedAt)} error={one.error} />)}
        <div className="row">
          <Button type="submit" look="main" busy={invite.isPending || change.isPending}>
            {caregiver ? words.kit.save : w.makeCode}
          </Button>
          {caregiver && (
            <Button look="danger" busy={revoke.isPending} onClick={() => revoke.mutate()}>
              {w.remove}
            </Button>
          )}
        </div>
      </form>
    </Sheet>
  )
}

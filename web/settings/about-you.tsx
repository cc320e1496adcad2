import type { PersonDetails } from '@carefolio/core/api/people.ts'
import { isAtLeast, type Level } from '@carefolio/core/api/route.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '../api/call.ts'
import { personQuery, queries } from '../api/queries.ts'
import { BirthFields, birthOf, birthParts } from '../kit/birth-fields.tsx'
import { Button } from '../kit/button.tsx'
import { dayWords } from '../kit/day.ts'
import { Field } from '../kit/field.tsx'
import { Failed, Loaded } from '../kit/states.tsx'
import { words } from '../words/words.ts'
import { Panel } from './panel.tsx'

const w = words.settings

export function AboutYou({ person, level }: { person: string; level: Level }) {
  const query = useQuery(personQuery(person))
  const [editing, setEditing] = useState(false)
  return (
    <Panel icon="profile" title={w.about}>
      <Loaded query={query} working={w.working}>
        {(about) =>
          editing ? (
            <AboutForm about={about} onDone={() => setEditing(false)} />
          ) : (
            <>
              <dl className="pairs">
                <dt>{words.signUp.name}</dt>
                <dd>{about.name}</dd>
                <dt>{words.signUp.birth}</dt>
                <dd>{dayWords(about.birthDate)}</dd>
                <dt>{words.signUp.zip}</dt>
                <dd>{about.zip ?? <span className="soft">{w.notGiven}</span>}</dd>
              </dl>
              {isAtLeast(level, 'act') && (
                <div>
                  <Button icon="pencil" onClick={() => setEditing(true)}>
                    {w.change}
                  </Button>
                </div>
              )}
            </>
          )
        }
      </Loaded>
    </Panel>
  )
}

function AboutForm({ about, onDone }: { about: PersonDetails; onDone: () => void }) {
  const [name, setName] = useState(about.name)
  const [birth, setBirth] = useState(birthParts(about.birthDate))
  const [zip, setZip] = useState(about.zip ?? '')
  const birthDate = birthOf(birth)
  const save = useMutation({
    mutationFn: () =>
      call('changePerson', {
        params: { person: about.id },
        body: { name, zip: zip === '' ? null : zip, ...(birthDate === undefined ? {} : { birthDate }) },
      }),
    async onSuccess() {
      await Promise.all([queries.invalidateQueries({ queryKey: [about.id] }), queries.invalidateQueries({ queryKey: ['me'] })])
      onDone()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (birthDate !== undefined && !save.isPending) save.mutate()
  }
  return (
    <form className="stack" onSubmit={submit}>
      <Field label={words.signUp.name} required value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <BirthFields
        value={birth}
        wrong={birthDate === undefined ? words.signUp.badBirth : undefined}
        onChange={(more) => setBirth({ ...birth, ...more })}
      />
      <Field
        label={words.signUp.zip}
        hint={words.signUp.zipHint}
        inputMode="numeric"
        pattern="\d{5}"
        maxLength={5}
        value={zip}
        onChange={(event) => setZip(event.currentTarget.value)}
      />
      {save.isError && <Failed error={save.error} />}
      <div className="row">
        <Button type="submit" look="main" busy={save.isPending}>
          {words.kit.save}
        </Button>
        <Button onClick={onDone}>{words.kit.cancel}</Button>
      </div>
    </form>
  )
}

import type { PeopleFound, PersonFound } from '@carefolio/core/api/people.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '../api/call.ts'
import { peopleFoundQuery, personQuery, queries } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { dayWords } from '../kit/day.ts'
import { Check } from '../kit/field.tsx'
import { Failed } from '../kit/states.tsx'
import { words } from '../words/words.ts'

const w = words.whose
/** Where links to this question lead. */
export const WHOSE_RECORDS = 'whose-records'

/** Asks whose records these are where the files name several people; says by what it was decided, and lets it be decided otherwise. */
export function WhoseRecords({ person, mayDecide }: { person: string; mayDecide: boolean }) {
  const { data: found } = useQuery(peopleFoundQuery(person))
  if (found === undefined || (found.people.length < 2 && found.by !== 'choice')) return null
  // Another answer of the server is another choice to begin with.
  return <Whose key={`${found.own} ${found.by}`} found={found} person={person} mayDecide={mayDecide} />
}

function Whose({ found, person, mayDecide }: { found: PeopleFound; person: string; mayDecide: boolean }) {
  const { data: about } = useQuery(personQuery(person))
  const [key, setKey] = useState(found.own)
  const [takeBirthDate, setTakeBirthDate] = useState(false)
  const choose = useMutation({
    mutationFn: (chosen: string | null) => call('chooseOwnRecords', { params: { person }, body: { key: chosen, takeBirthDate } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [person] }),
  })
  const chosen = found.people.find((one) => one.key === key)
  const born = chosen?.birthDate
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (key !== undefined && !choose.isPending) choose.mutate(key)
  }
  return (
    <section
      id={WHOSE_RECORDS}
      className={`card stack${found.own === undefined ? ' undecided' : ''}`}
      aria-labelledby={`${WHOSE_RECORDS}-title`}
    >
      <h2 id={`${WHOSE_RECORDS}-title`}>{w.title}</h2>
      <p>{found.by === undefined ? w.undecided : w.decided[found.by]}</p>
      <form className="stack" onSubmit={submit}>
        <fieldset className="stack tight" disabled={!mayDecide}>
          <legend className="heard">{w.title}</legend>
          {found.people.map((one) => (
            <Check
              key={one.key}
              type="radio"
              name={WHOSE_RECORDS}
              checked={one.key === key}
              label={one.names[0] ?? w.nameless}
              why={whyOf(one)}
              onChange={() => setKey(one.key)}
            />
          ))}
        </fieldset>
        {found.unnamed > 0 && <p className="soft small">{w.unnamed(found.unnamed)}</p>}
        {mayDecide && born !== undefined && about !== undefined && born !== about.birthDate && (
          <Check
            label={w.takeBirth(dayWords(born))}
            why={w.takeBirthWhy(dayWords(about.birthDate))}
            checked={takeBirthDate}
            onChange={(event) => setTakeBirthDate(event.currentTarget.checked)}
          />
        )}
        {choose.isError && <Failed error={choose.error} />}
        {mayDecide && (
          <div className="row">
            <Button type="submit" look="main" busy={choose.isPending} disabled={key === undefined}>
              {w.save}
            </Button>
            {found.by === 'choice' && (
              <Button look="plain" onClick={() => choose.mutate(null)}>
                {w.undo}
              </Button>
            )}
          </div>
        )}
      </form>
    </section>
  )
}

/** "Also written B. Lund · born March 4, 1960 · 3 files: a.pdf, b.pdf and 1 more". */
function whyOf({ names: [, ...others], birthDate, documents, files }: PersonFound): string {
  const shown = files.slice(0, FILES_SHOWN)
  return [
    ...(others.length > 0 ? [w.alsoWritten(others.slice(0, 2).join(', '))] : []),
    ...(birthDate === undefined ? [] : [w.born(dayWords(birthDate))]),
    w.files(documents, shown.join(', '), documents - shown.length),
  ].join(' · ')
}
const FILES_SHOWN = 3

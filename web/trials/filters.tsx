import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { Choice, Field } from '../kit/field.tsx'
import { Fold } from '../kit/fold.tsx'
import type { TrialsSearch } from '../routes.tsx'
import { words } from '../words/words.ts'
import { kmOf } from './place-words.ts'

const w = words.trials
const MILES = [25, 50, 100, 250, 500] as const

const FILTERS = ['withinKm', 'phase', 'type', 'drug', 'only'] as const satisfies readonly (keyof TrialsSearch)[]
type Filter = (typeof FILTERS)[number]

/** Narrows the list; they stand in the address, and what they hide is still counted. */
export function Filters({ search, person }: { search: TrialsSearch; person: string }) {
  const navigate = useNavigate()
  const [drug, setDrug] = useState(search.drug ?? '')
  const set = (more: { [K in Filter]?: TrialsSearch[K] | undefined }) => {
    const { list, ...filters } = search
    const next = Object.fromEntries(Object.entries({ ...filters, ...more }).filter(([, value]) => value !== undefined && value !== ''))
    void navigate({ to: '/p/$person/trials', params: { person }, search: { ...(list === undefined ? {} : { list }), ...next } })
  }
  const active = FILTERS.filter((one) => search[one] !== undefined).length
  return (
    <Fold summary={active > 0 ? w.filtersOn(active) : w.filters} open={active > 0}>
      <form
        className="filters"
        onSubmit={(event) => {
          event.preventDefault()
          set({ drug: drug.trim() })
        }}
      >
        <Choice
          label={w.distance}
          value={String(search.withinKm ?? '')}
          options={[['', w.anyDistance], ...MILES.map((miles): [string, string] => [String(kmOf(miles)), w.within(miles)])]}
          onChange={(event) => set({ withinKm: event.currentTarget.value === '' ? undefined : Number(event.currentTarget.value) })}
        />
        <Choice
          label={w.phase}
          value={search.phase ?? ''}
          options={[['', w.anyPhase], ...w.phases]}
          onChange={(event) => set({ phase: event.currentTarget.value })}
        />
        <Choice
          label={w.type}
          value={search.type ?? ''}
          options={[['', w.anyType], ...w.types]}
          onChange={(event) => set({ type: event.currentTarget.value })}
        />
        <Field
          label={w.drug}
          value={drug}
          maxLength={80}
          onChange={(event) => setDrug(event.currentTarget.value)}
          onBlur={() => set({ drug: drug.trim() })}
        />
        {active > 0 && (
          <Button
            look="plain"
            onClick={() => {
              setDrug('')
              set(Object.fromEntries(FILTERS.map((one) => [one, undefined])))
            }}
          >
            {w.clearFilters}
          </Button>
        )}
      </form>
    </Fold>
  )
}

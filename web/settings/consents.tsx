import type { Consents as Given } from '@carefolio/core/api/account.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { call } from '../api/call.ts'
import { personQuery, queries } from '../api/queries.ts'
import { Check } from '../kit/field.tsx'
import { Failed, Loaded } from '../kit/states.tsx'
import { words } from '../words/words.ts'
import { Panel } from './panel.tsx'

const w = words.settings

/** The three consents, each by itself; a change holds at once. */
export function Consents({ person }: { person: string }) {
  const query = useQuery(personQuery(person))
  const change = useMutation({
    mutationFn: (body: Omit<Given, 'keep'>) => call('changeConsents', { params: { person }, body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [person] }),
  })
  return (
    <Panel icon="check" title={w.consents} lead={w.consentsLead}>
      <Loaded query={query} working={w.working}>
        {({ consents }) => {
          const shown = change.isPending ? { ...consents, ...change.variables } : consents
          return (
            <div className="stack tight">
              <Check label={words.signUp.consents.keep[0]} why={w.keepWhy} checked readOnly aria-disabled="true" onChange={() => {}} />
              {(['trials', 'research'] as const).map((name) => (
                <Check
                  key={name}
                  label={words.signUp.consents[name][0]}
                  why={words.signUp.consents[name][1]}
                  checked={shown[name]}
                  onChange={(event) => {
                    const { trials, research } = consents
                    change.mutate({ trials, research, [name]: event.currentTarget.checked })
                  }}
                />
              ))}
            </div>
          )
        }}
      </Loaded>
      {change.isError && <Failed error={change.error} />}
    </Panel>
  )
}

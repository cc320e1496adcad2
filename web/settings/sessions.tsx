import { useMutation, useQuery } from '@tanstack/react-query'
import { call } from '../api/call.ts'
import { queries, sessionsQuery } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { momentWords } from '../kit/day.ts'
import { Badge } from '../kit/notice.tsx'
import { Failed, Loaded } from '../kit/states.tsx'
import { words } from '../words/words.ts'
import { Panel } from './panel.tsx'

const w = words.settings

/** Where this account is signed in; each can be ended. */
export function Sessions() {
  const query = useQuery(sessionsQuery())
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['sessions'] })
  const end = useMutation({ mutationFn: (session: string) => call('endSession', { params: { session } }), onSuccess })
  const endOthers = useMutation({ mutationFn: () => call('endOtherSessions'), onSuccess })
  return (
    <Panel icon="key" title={w.sessions} lead={w.sessionsLead}>
      <Loaded query={query} working={w.working}>
        {({ sessions }) => (
          <>
            <ul className="lines">
              {sessions.map(({ id, device, lastSeen, current }) => (
                <li key={id}>
                  <div className="grow">
                    <strong>{device}</strong> {current && <Badge tone="good">{w.here}</Badge>}
                    <p className="soft small">{w.lastSeen(momentWords(lastSeen))}</p>
                  </div>
                  {!current && (
                    <Button look="plain" busy={end.isPending && end.variables === id} onClick={() => end.mutate(id)}>
                      {w.end}
                      <span className="heard"> {device}</span>
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            {sessions.length > 1 && (
              <div>
                <Button busy={endOthers.isPending} onClick={() => endOthers.mutate()}>
                  {w.endOthers}
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
      {(end.isError || endOthers.isError) && <Failed error={end.error ?? endOthers.error} />}
    </Panel>
  )
}

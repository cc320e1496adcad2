import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { Button } from '../kit/button.tsx'
import { momentWords } from '../kit/day.ts'
import { Failed, Working } from '../kit/states.tsx'
import { words } from '../words/words.ts'
import { Panel } from './panel.tsx'

const w = words.settings

/** Who did what, newest first. Fetched when it is asked for: reading the log is in the log too. */
export function AccessLog({ person }: { person: string }) {
  const [open, setOpen] = useState(false)
  const log = useInfiniteQuery({
    queryKey: [person, 'log'],
    enabled: open,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call('log', { params: { person }, query: pageParam === undefined ? {} : { before: pageParam }, signal }),
    getNextPageParam: ({ entries, more }) => (more ? entries.at(-1)?.last : undefined),
  })
  const entries = log.data?.pages.flatMap((page) => page.entries) ?? []
  return (
    <Panel icon="info" title={w.log} lead={w.logLead}>
      {!open && (
        <div>
          <Button onClick={() => setOpen(true)}>{w.showLog}</Button>
        </div>
      )}
      {open && log.isPending && <Working label={w.working} />}
      {log.isError && <Failed error={log.error} retry={() => void log.refetch()} />}
      {entries.length > 0 && (
        <ul className="lines log">
          {entries.map(({ last, times, who, words: said, action }) => (
            <li key={`${last} ${who} ${action}`}>
              <div className="grow">
                {said}
                <p className="soft small">
                  {who} · {momentWords(last)}
                  {times > 1 && ` · ${w.times(times)}`}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {log.hasNextPage && (
        <div>
          <Button busy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            {w.older}
          </Button>
        </div>
      )}
    </Panel>
  )
}

import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import { saidOf } from '../api/said.ts'
import { words } from '../words/words.ts'
import { Button } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'
import { Notice } from './notice.tsx'

/** The heading of a screen. It takes the focus when the screen opens, so that who listens hears where they are. */
export function ScreenHead({ title, lead, children }: { title: string; lead?: ReactNode; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${words.brand}`
    if (document.activeElement === document.body || document.activeElement?.closest('nav, a'))
      heading.current?.focus({ preventScroll: true })
  }, [title])
  return (
    <header className="screen-head">
      <div>
        <h1 ref={heading} tabIndex={-1} className={title.length > LONG ? 'long' : undefined}>
          {title}
        </h1>
        {lead && <p>{lead}</p>}
      </div>
      {children && <div className="row no-print">{children}</div>}
    </header>
  )
}

/** Longer headings, as the titles of trials, are set smaller. */
const LONG = 48

/** Nothing here yet: what will be, and the one next step. */
export function Empty({ icon, title, children, action }: { icon: IconName; title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="card state">
      <span className="state-icon">
        <Icon name={icon} size={40} />
      </span>
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action}
    </div>
  )
}

export function Working({ label }: { label: string }) {
  return (
    <div className="state" role="status">
      <span className="spinner" />
      <p>{label}</p>
    </div>
  )
}

/** What went wrong and what to do, in the words of the catalogue, and a way to try again. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const { title, wayOut } = saidOf(error)
  return (
    <Notice tone="bad" title={title} live>
      <p>{wayOut}</p>
      {retry && (
        <div>
          <Button onClick={retry}>{words.kit.again}</Button>
        </div>
      )}
    </Notice>
  )
}

type LoadedProps<T> = { query: UseQueryResult<T>; working: string; title?: string; children: (value: T) => ReactNode }

/**
 * A value from the server in its states: still coming, failed, there. What was there before stays when a refresh fails, with a word on it. With
 * `title` the screen has its heading from the start, where the value has another one.
 */
export function Loaded<T>({ query, working, title, children }: LoadedProps<T>) {
  const retry = () => void query.refetch()
  if (query.data === undefined)
    return (
      <>
        {title !== undefined && <ScreenHead title={title} />}
        {query.isError ? <Failed error={query.error} retry={retry} /> : <Working label={working} />}
      </>
    )
  return (
    <>
      {query.isError && <Failed error={query.error} retry={retry} />}
      {children(query.data)}
    </>
  )
}

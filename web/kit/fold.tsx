import type { ReactNode } from 'react'

/** Details that open at a touch; the summary says how much is inside. */
export function Fold({ summary, open, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details className="fold" open={open}>
      <summary>
        <span>{summary}</span>
      </summary>
      <div className="stack">{children}</div>
    </details>
  )
}

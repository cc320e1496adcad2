import type { FactKind } from '@carefolio/core/record/fact.ts'
import { useId, useState } from 'react'
import { Button } from '../kit/button.tsx'
import { dayWords } from '../kit/day.ts'
import { Icon } from '../kit/icon.tsx'
import { Badge } from '../kit/notice.tsx'
import { words } from '../words/words.ts'
import { isAddable } from './forms.ts'
import type { Line } from './lines.ts'

const w = words.profile

type Props = {
  title: string
  /** The name of its place on the page. */
  id?: string | undefined
  kind: FactKind
  lines: readonly Line[]
  onOpen: (line: Line) => void
  onAdd?: ((kind: FactKind) => void) | undefined
  /** So many are seen at once. */
  first?: number | undefined
}

/** One kind of entries. Where the records are silent it says so. */
export function Section({ title, id: place, kind, lines, onOpen, onAdd, first = 20 }: Props) {
  const id = useId()
  const [all, setAll] = useState(false)
  const hidden = all ? 0 : Math.max(0, lines.length - first)
  return (
    <section className="card entries" aria-labelledby={id} id={place}>
      <div className="row spread">
        <h2 id={id}>{title}</h2>
        {onAdd && isAddable(kind) && (
          <Button look="plain" icon="plus" onClick={() => onAdd(kind)}>
            {w.addOne}
            <span className="heard"> {title}</span>
          </Button>
        )}
      </div>
      {lines.length === 0 ? (
        <p className="soft unknown">{w.unknown}</p>
      ) : (
        <ul>
          {lines.map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two entries may say the same, their order is theirs
            <li key={i} className={i >= lines.length - hidden ? 'print-only' : undefined}>
              <EntryButton line={line} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      )}
      {hidden > 0 && (
        <Button look="plain" onClick={() => setAll(true)}>
          {w.more(hidden)}
        </Button>
      )}
    </section>
  )
}

function EntryButton({ line, onOpen }: { line: Line; onOpen: (line: Line) => void }) {
  const { title, detail, date, badge } = line
  return (
    <button type="button" className="entry-button" onClick={() => onOpen(line)}>
      <span className="entry-words">
        <span className="entry-title">{title}</span>
        {detail && <span className="entry-detail">{detail}</span>}
      </span>
      <span className="entry-side">
        {badge && <Badge tone={badge.tone}>{badge.words}</Badge>}
        {date && <span className="soft small nowrap number">{dayWords(date)}</span>}
      </span>
      <span className="entry-open">
        <Icon name="next" size={18} />
        <span className="heard">{w.openSource}</span>
      </span>
    </button>
  )
}

import type { Evidence } from '@carefolio/core/record/evidence.ts'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { words } from '../words/words.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { isTold } from './told.ts'

const w = words.profile

/** The places something was read from, each with its literal words and the way to its page. */
export function Quotes({ evidence, person }: { evidence: readonly Evidence[]; person: string }) {
  const [all, setAll] = useState(false)
  const shown = all ? evidence : evidence.slice(0, FIRST)
  return (
    <>
      <ul className="quotes">
        {shown.map((one) => (
          <li key={`${one.document} ${one.page} ${one.start}`} className="quote">
            <Quote evidence={one} person={person} />
          </li>
        ))}
      </ul>
      {evidence.length > shown.length && (
        <div>
          <Button look="plain" onClick={() => setAll(true)}>
            {w.more(evidence.length - shown.length)}
          </Button>
        </div>
      )}
    </>
  )
}
/** So many places are seen at once. */
const FIRST = 5

function Quote({ evidence, person }: { evidence: Evidence; person: string }) {
  const { document, file, page, start, end, quote, unsure, by } = evidence
  if (isTold(document)) return <p>{file.charAt(0).toUpperCase() + file.slice(1)}</p>
  return (
    <>
      <q>{quote.replace(/\s+/g, ' ')}</q>
      {unsure && <p className="small">{w.unsure}</p>}
      {by && <p className="small">{w.byModel}</p>}
      <footer>
        <Link to="/p/$person/records/page" params={{ person }} search={{ document, page, at: `${start}-${end}` }} className="quote-link">
          <span>
            {file}, {w.page(page)}
          </span>
          <Icon name="next" size={16} />
        </Link>
      </footer>
    </>
  )
}

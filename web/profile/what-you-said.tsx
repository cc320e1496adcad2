import type { Correction } from '@carefolio/core/api/profile.ts'
import { Button } from '../kit/button.tsx'
import { momentWords } from '../kit/day.ts'
import { Failed } from '../kit/states.tsx'
import { words } from '../words/words.ts'
import { useUndo } from './use-correct.ts'

const w = words.profile
type Props = { corrections: readonly Correction[]; person: string; mayHelp: boolean }

/** What people confirmed, corrected, dismissed or added; each can be taken back. */
export function WhatYouSaid({ corrections, person, mayHelp }: Props) {
  const undo = useUndo(person)
  return (
    <section className="card entries" aria-labelledby="said">
      <h2 id="said">{w.said}</h2>
      <ul>
        {corrections.map(({ id, act, kind, about, value, at, by }) => (
          <li key={id} className="said">
            <div className="grow">
              <strong>
                {w.acts[act]}: {w.kinds[kind]}
              </strong>
              <p className="small">{saidWords(value) ?? (about[0] && <q>{about[0].quote.replace(/\s+/g, ' ')}</q>)}</p>
              <p className="soft small">{w.saidBy(by, momentWords(at))}</p>
            </div>
            {mayHelp && (
              <Button look="plain" busy={undo.isPending && undo.variables === id} onClick={() => undo.mutate(id)}>
                {w.undo}
                <span className="heard">
                  {' '}
                  {w.acts[act]}: {w.kinds[kind]}
                </span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {undo.isError && <Failed error={undo.error} />}
    </section>
  )
}

/** The plain values of what was said, in its order; undefined when it is none. */
function saidWords(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const plain = Object.values(value).flatMap((one): unknown[] => (typeof one === 'object' && one !== null ? Object.values(one) : [one]))
  return plain.filter((one) => typeof one === 'string' || typeof one === 'number').join(', ') || undefined
}

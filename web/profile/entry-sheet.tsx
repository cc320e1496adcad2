import { printed } from '@carefolio/core/report/sentence.ts'
import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { Quotes } from '../kit/quotes.tsx'
import { Sheet } from '../kit/sheet.tsx'
import { Failed } from '../kit/states.tsx'
import { words } from '../words/words.ts'
import { EntryForm } from './entry-form.tsx'
import { isAddable, isCorrectable } from './forms.ts'
import type { Line } from './lines.ts'
import { useCorrect } from './use-correct.ts'

const w = words.profile

/** One entry: where the records say it, why this value was taken, and what the person says to it. */
export function EntrySheet({ line, person, mayHelp, onClose }: { line: Line; person: string; mayHelp: boolean; onClose: () => void }) {
  const [correcting, setCorrecting] = useState(false)
  const correct = useCorrect(person, onClose)
  const { kind, title, detail, reason, evidence } = line
  const about = [...evidence]
  const mayAnswer = mayHelp && isCorrectable(line)
  return (
    <Sheet title={title} onClose={onClose}>
      {detail && <p className="soft">{detail}</p>}
      {correcting ? (
        <EntryForm
          kind={kind}
          from={line.value}
          busy={correct.isPending}
          onCancel={() => setCorrecting(false)}
          onSave={(value) => correct.mutate({ act: 'correct', kind, about, was: bare(line), value })}
        />
      ) : (
        <>
          <section className="stack tight">
            <h3>{w.saysSo}</h3>
            <Quotes evidence={evidence} person={person} />
          </section>
          {reason && (
            <section className="stack tight">
              <h3>{w.why}</h3>
              <p>{printed(reason)}</p>
            </section>
          )}
          {mayAnswer && (
            <section className="card sunk stack">
              <h3>{w.isItRight}</h3>
              <div className="row">
                <Button
                  icon="check"
                  busy={correct.isPending}
                  onClick={() => correct.mutate({ act: 'confirm', kind, about, value: bare(line) })}
                >
                  {w.confirm}
                </Button>
                {isAddable(kind) && (
                  <Button icon="pencil" onClick={() => setCorrecting(true)}>
                    {w.correct}
                  </Button>
                )}
                <Button
                  icon="close"
                  busy={correct.isPending}
                  onClick={() => correct.mutate({ act: 'dismiss', kind, about, was: bare(line) })}
                >
                  {w.dismiss}
                </Button>
              </div>
              <p className="soft small">{w.kept}</p>
            </section>
          )}
        </>
      )}
      {correct.isError && <Failed error={correct.error} />}
    </Sheet>
  )
}

/** The value without what backs it. */
function bare({ value }: Line): Record<string, unknown> {
  const { evidence, reason, ...rest } = value
  return rest
}

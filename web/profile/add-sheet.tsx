import type { FactKind } from '@carefolio/core/record/fact.ts'
import { Sheet } from '../kit/sheet.tsx'
import { Failed } from '../kit/states.tsx'
import { words } from '../words/words.ts'
import { EntryForm } from './entry-form.tsx'
import { useCorrect } from './use-correct.ts'

/** Adds what no record says. It stands in the profile as told by the person, on this day. */
export function AddSheet({ kind, person, onClose }: { kind: FactKind; person: string; onClose: () => void }) {
  const correct = useCorrect(person, onClose)
  return (
    <Sheet title={words.profile.addTitle} onClose={onClose}>
      <p className="soft">{words.profile.addLead}</p>
      <EntryForm
        kind={kind}
        from={{}}
        busy={correct.isPending}
        onCancel={onClose}
        onSave={(value) => correct.mutate({ act: 'add', kind, value })}
      />
      {correct.isError && <Failed error={correct.error} />}
    </Sheet>
  )
}

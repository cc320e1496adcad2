import type { FactKind } from '@carefolio/core/record/fact.ts'
import { type FormEvent, useState } from 'react'
import { Button } from '../kit/button.tsx'
import { Check, Choice, Field } from '../kit/field.tsx'
import { words } from '../words/words.ts'
import { FORMS, type FormField, filledIn, optionWords, writtenAt, wrongFields } from './forms.ts'

const w = words.forms

type Props = {
  kind: FactKind
  from: Record<string, unknown>
  busy: boolean
  onSave: (value: Record<string, unknown>) => void
  onCancel: () => void
}

/** The form of one kind of entry. */
export function EntryForm({ kind, from, busy, onSave, onCancel }: Props) {
  const fields = FORMS[kind] ?? []
  const [written, setWritten] = useState(() => Object.fromEntries(fields.map(({ path }) => [path, writtenAt(from, path)])))
  const [wrong, setWrong] = useState<string[]>([])
  const save = (event: FormEvent) => {
    event.preventDefault()
    const found = wrongFields(kind, written)
    setWrong(found)
    const [first] = found
    if (first === undefined) onSave(filledIn(kind, from, written))
    else document.getElementsByName(first)[0]?.focus()
  }
  return (
    <form className="stack" onSubmit={save} noValidate>
      {fields.map((field) => (
        <Line
          key={field.path}
          field={field}
          value={written[field.path] ?? ''}
          wrong={wrong.includes(field.path)}
          onChange={(text) => setWritten((before) => ({ ...before, [field.path]: text }))}
        />
      ))}
      <div className="row">
        <Button type="submit" look="main" busy={busy}>
          {words.kit.save}
        </Button>
        <Button onClick={onCancel}>{words.kit.cancel}</Button>
      </div>
    </form>
  )
}

function Line({ field, value, wrong, onChange }: { field: FormField; value: string; wrong: boolean; onChange: (text: string) => void }) {
  const label = w.labels[field.label]
  const common = {
    name: field.path,
    label,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  }
  if (field.is === 'flag')
    return (
      <Check
        name={field.path}
        label={label}
        checked={value === 'true'}
        onChange={(event) => onChange(String(event.currentTarget.checked))}
      />
    )
  if (field.is === 'choice')
    return (
      <Choice
        {...common}
        value={value}
        options={[['', field.needed ? w.choose : w.notKnown], ...field.of.map((one): [string, string] => [one, optionWords(one)])]}
      />
    )
  return (
    <Field
      {...common}
      value={value}
      hint={field.is === 'date' ? w.dateHint : field.is === 'list' ? w.listHint : undefined}
      inputMode={field.is === 'number' ? 'decimal' : 'text'}
      wrong={wrong ? (field.is === 'date' && value !== '' ? w.badDate : w.needed) : undefined}
    />
  )
}

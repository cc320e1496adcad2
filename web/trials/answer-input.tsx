import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { Button } from '../kit/button.tsx'
import { Field } from '../kit/field.tsx'
import { words } from '../words/words.ts'
import { answerFormOf, typedValue } from './answer-form.ts'

const w = words.trials
type Props = { expects: string; person: string; busy: boolean; onAnswer: (value: unknown) => void }

/** Asks for an answer in the form the question expects. "I do not know" is never sent: the question stays open. */
export function AnswerInput({ expects, person, busy, onAnswer }: Props) {
  const form = answerFormOf(expects)
  const [text, setText] = useState('')
  if (form.is === 'other')
    return (
      <Link to="/p/$person/profile" params={{ person }} className="button quiet">
        {w.inProfile}
      </Link>
    )
  if (form.is === 'choice' || form.is === 'number-choice')
    return (
      <div className="row">
        {form.of.map((one) => (
          <Button key={one} busy={busy} onClick={() => onAnswer(one)}>
            {expects.startsWith('ECOG') && typeof one === 'number' ? ecogWords(one) : choiceWords(one)}
          </Button>
        ))}
      </div>
    )
  const or = form.is === 'value' ? undefined : form.or
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '')
      onAnswer(form.is === 'list' ? text.trim().split(/\s*,\s*/) : form.is === 'date' ? text.trim() : typedValue(text))
  }
  return (
    <form className="stack" onSubmit={submit}>
      <Field
        label={w.yourAnswer}
        hint={form.is === 'date' ? words.forms.dateHint : form.is === 'list' ? words.forms.listHint : expects.replace(/,? or \{.*$/, '')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" look="main" busy={busy}>
          {w.sendAnswer}
        </Button>
        {or !== undefined && (
          <Button busy={busy} onClick={() => onAnswer(or)}>
            {choiceWords(or)}
          </Button>
        )}
      </div>
    </form>
  )
}

/** A number alone says little to a person. */
const ecogWords = (one: number) => [one, words.profile.ecog[one]].filter((part) => part !== undefined).join(': ')

const choiceWords = (one: string | number) => (w.choices as Record<string, string | undefined>)[one] ?? String(one)

import { type PartialDate, partialDate } from '@carefolio/core/record/partial-date.ts'
import { words } from '../words/words.ts'
import { Choice, Field } from './field.tsx'

/** A date of birth as it is typed: 'MM', 'D' or 'DD', 'YYYY'; each '' until it is given. */
export type BirthParts = { month: string; day: string; year: string }

const w = words.signUp
const MONTH = new Intl.DateTimeFormat(document.documentElement.lang, { month: 'long', timeZone: 'UTC' })
const MONTHS = Array.from({ length: 12 }, (_, i): readonly [string, string] => [
  String(i + 1).padStart(2, '0'),
  MONTH.format(Date.UTC(2000, i, 1)),
])

/** Asks month, day and year one by one, in the words of the person's language: nobody has to know in which order a line of numbers is read. */
export function BirthFields({
  value,
  wrong,
  onChange,
}: {
  value: BirthParts
  wrong: string | undefined
  onChange: (more: Partial<BirthParts>) => void
}) {
  return (
    <fieldset className="stack tight">
      <legend className="legend">{w.birth}</legend>
      <div className="birth">
        <Choice
          label={w.month}
          options={[['', '–'], ...MONTHS]}
          autoComplete="bday-month"
          value={value.month}
          name="month"
          onChange={(event) => onChange({ month: event.currentTarget.value })}
        />
        <Field
          label={w.day}
          inputMode="numeric"
          maxLength={2}
          autoComplete="bday-day"
          name="day"
          value={value.day}
          onChange={(event) => onChange({ day: event.currentTarget.value })}
        />
        <Field
          label={w.year}
          inputMode="numeric"
          maxLength={4}
          autoComplete="bday-year"
          name="year"
          value={value.year}
          onChange={(event) => onChange({ year: event.currentTarget.value })}
        />
      </div>
      {wrong !== undefined && (
        <span className="wrong" role="alert">
          {wrong}
        </span>
      )}
    </fieldset>
  )
}

/** The day; undefined when it is not whole, there is no such day, or it has not come yet. */
export function birthOf({ year, month, day }: BirthParts): PartialDate | undefined {
  const date = day === '' ? undefined : partialDate([year, month, day.padStart(2, '0')].join('-'))
  return date !== undefined && Date.parse(date) < Date.now() ? date : undefined
}

/** What the fields show of a date that is known. */
export function birthParts(date: PartialDate): BirthParts {
  const [year = '', month = '', day = ''] = date.split('-')
  return { month, day: day.replace(/^0/, ''), year }
}

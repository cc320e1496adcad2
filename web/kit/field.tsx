import { type ComponentProps, type ReactNode, useId } from 'react'

type FieldProps = { label: string; hint?: ReactNode; wrong?: string | undefined }

/** A line to fill in, with its name above, a hint, and what is wrong with it. */
export function Field({ label, hint, wrong, ...input }: FieldProps & ComponentProps<'input'>) {
  const id = useId()
  const about = [hint ? `${id}-hint` : '', wrong ? `${id}-wrong` : ''].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <input id={id} {...input} aria-invalid={wrong ? true : undefined} aria-describedby={about || undefined} />
      {wrong && (
        <span className="wrong" id={`${id}-wrong`} role="alert">
          {wrong}
        </span>
      )}
    </div>
  )
}

/** A choice of one; the options as value and words. */
export function Choice({
  label,
  hint,
  options,
  ...select
}: FieldProps & ComponentProps<'select'> & { options: readonly (readonly [string, string])[] }) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <select id={id} {...select} aria-describedby={hint ? `${id}-hint` : undefined}>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}

/** A box to tick (or one of several, with `type="radio"`), with the reason below. */
export function Check({ label, why, type = 'checkbox', ...input }: ComponentProps<'input'> & { label: ReactNode; why?: ReactNode }) {
  return (
    <label className="check">
      <input type={type} {...input} />
      <span>
        <strong>{label}</strong>
        {why && <span className="why">{why}</span>}
      </span>
    </label>
  )
}

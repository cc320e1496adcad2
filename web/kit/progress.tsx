import { useId } from 'react'

/** Counts things, never percent: "12 of 40 pages". Without `of` it only says that work goes on. */
export function Progress({ label, done, of }: { label: string; done?: number | undefined; of?: number | undefined }) {
  const id = useId()
  return (
    <div className="progress">
      <span id={id} className="small">
        {label}
      </span>
      <progress aria-labelledby={id} {...(of === undefined || of === 0 ? {} : { value: done ?? 0, max: of })} />
    </div>
  )
}

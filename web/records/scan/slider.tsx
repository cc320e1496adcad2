import { useId } from 'react'

type Props = { label: string; value: number; min: number; max: number; says: string; onChange: (value: number) => void }

/** A slider with its name above and what it stands at beside it. */
export function Slider({ label, value, min, max, says, onChange }: Props) {
  const id = useId()
  return (
    <div className="field slider">
      <label htmlFor={id}>
        {label} <span className="soft small number">{says}</span>
      </label>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={max - min > 50 ? 1 : (max - min) / 100 || 1}
        value={value}
        aria-valuetext={says}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      />
    </div>
  )
}

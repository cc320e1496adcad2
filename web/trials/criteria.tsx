import type { TrialInFull } from '@carefolio/core/api/trials.ts'
import { type ReactNode, useId } from 'react'
import { Button } from '../kit/button.tsx'
import { dayWords } from '../kit/day.ts'
import { Icon, type IconName } from '../kit/icon.tsx'
import { words } from '../words/words.ts'

const w = words.trials
export type CriterionLine = TrialInFull['confirm'][number]
/** What is looked at closer: a statement, the registry's words, and the numbers of the sources in the trial's list. */
export type Opened = { title: string; criterion?: string; sources: readonly number[] }

const ICONS: Record<Props['name'], IconName> = { fits: 'check', ask: 'question', stands: 'close', team: 'people' }

type Props = {
  name: 'fits' | 'ask' | 'stands' | 'team'
  title?: string
  lead?: string
  lines: readonly CriterionLine[]
  onOpen: (opened: Opened) => void
  /** Where a question can be answered at once. */
  answer?: (question: string) => ReactNode
  /** Inside something that has a heading already. */
  bare?: boolean
}

/** Criteria of one kind: what the records say to it, above it the registry's own words. */
export function Criteria({ name, title, lead, lines, onOpen, answer, bare }: Props) {
  const id = useId()
  if (lines.length === 0) return null
  const list = (
    <ul className={`criteria ${name}`}>
      {lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the registry may say a thing twice
        <li key={i}>
          <Icon name={ICONS[name]} size={20} />
          <div className="beside">
            <div>
              <p className="because">{line.because}</p>
              {line.until && <p className="soft small">{w.mayPass(dayWords(line.until))}</p>}
              {line.ask.map((one) => (
                <div key={one}>
                  <p className="small">{one}</p>
                  {name === 'ask' && answer?.(one)}
                </div>
              ))}
              {line.sources.length > 0 && (
                <Button
                  look="plain"
                  icon="quote"
                  onClick={() => onOpen({ title: line.because, criterion: line.criterion, sources: line.sources })}
                >
                  {w.yourWords(line.sources.length)}
                  <span className="heard">: {line.because}</span>
                </Button>
              )}
            </div>
            <blockquote className="registry">
              <span className="label">{line.section === 'exclusion' ? w.keepsOut : w.asksFor}</span>
              {line.criterion}
            </blockquote>
          </div>
        </li>
      ))}
    </ul>
  )
  if (bare) return list
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>
        {title} ({lines.length})
      </h2>
      {lead && <p className="soft small">{lead}</p>}
      {list}
    </section>
  )
}

/** Why a trial fits: one line for each thing that it asks for and the records show. */
export function FitLines({ fits, onOpen }: { fits: TrialInFull['fits']; onOpen: (opened: Opened) => void }) {
  return (
    <section className="card" aria-labelledby="fits">
      <h2 id="fits">{w.fits}</h2>
      <ul className="criteria fits">
        {fits.map(({ about, text, sources, criteria }) => (
          <li key={about}>
            <Icon name="check" size={20} />
            <div>
              <p>
                <strong>{about}:</strong> {text} <span className="soft small">({w.criteria(criteria)})</span>
              </p>
              {sources.length > 0 && (
                <Button look="plain" icon="quote" onClick={() => onOpen({ title: `${about}: ${text}`, sources })}>
                  {w.yourWords(sources.length)}
                  <span className="heard">: {about}</span>
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

import type { TrialCard } from '@carefolio/core/api/trials.ts'
import { Link } from '@tanstack/react-router'
import { Icon } from '../kit/icon.tsx'
import { Badge } from '../kit/notice.tsx'
import { words } from '../words/words.ts'
import { MarkButtons } from './mark-buttons.tsx'
import { milesWords, siteWords, statusTone } from './place-words.ts'

const w = words.trials

/** A trial in a list: what it tests, where, what speaks for it or against it, and what is still open. */
export function Card({ card, person, mayHelp }: { card: TrialCard; person: string; mayHelp: boolean }) {
  const { id, title, phase, status, drugs, site, distanceKm, reasons, open, mark, isNew, list } = card
  const speaks = list === 'possible' || list === 'care' || list === 'not-open'
  return (
    <li className="card trial-card">
      <div className="row tags">
        {isNew && <Badge tone="accent">{w.new}</Badge>}
        <Badge tone={statusTone(site.is)}>{status}</Badge>
        <Badge>{phase}</Badge>
        {distanceKm !== undefined && <Badge icon="pin">{milesWords(distanceKm)}</Badge>}
      </div>
      <h3>
        <Link to="/p/$person/trials/$trial" params={{ person, trial: id }} className="trial-title">
          {title}
        </Link>
      </h3>
      {drugs.length > 0 && <p className="soft small">{w.tests(drugs.slice(0, 5).join(', '))}</p>}
      {site.nearest && (
        <p className="small">
          {site.words}: {siteWords(site.nearest)}
        </p>
      )}
      {reasons.length > 0 && (
        <ul className="reasons">
          {reasons.slice(0, 4).map((reason) => (
            <li key={reason} className={speaks ? 'fits' : 'stands'}>
              <Icon name={speaks ? 'check' : 'close'} size={18} />
              <span>{reason}</span>
            </li>
          ))}
        </ul>
      )}
      {mark?.reason && <p className="soft small">{w.yourReason(mark.reason)}</p>}
      <div className="row spread card-foot">
        <span className="soft small">
          {id}
          {open > 0 && ` · ${w.toConfirm(open)}`}
        </span>
        {mayHelp && <MarkButtons trial={id} title={title} mark={mark} person={person} />}
      </div>
    </li>
  )
}

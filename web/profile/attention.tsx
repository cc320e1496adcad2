import type { Profile } from '@carefolio/core/record/profile.ts'
import { printed, sentence } from '@carefolio/core/report/sentence.ts'
import { Link } from '@tanstack/react-router'
import { Button } from '../kit/button.tsx'
import { Icon } from '../kit/icon.tsx'
import { Notice } from '../kit/notice.tsx'
import { WHOSE_RECORDS } from '../records/whose-records.tsx'
import { problemWords } from '../words/problem.ts'
import { words } from '../words/words.ts'
import type { Line } from './lines.ts'

const w = words.profile
type Props = { profile: Profile; onOpen: (line: Line) => void }

/** What puts the whole in doubt, as records of two people: before all else. */
export function Alarms({ person, profile, onOpen }: Props & { person: string }) {
  const grave = profile.checks.filter((one) => one.grave)
  return (
    <>
      {profile.problems?.map((one) => (
        <Notice key={one.code} tone="bad" title={problemWords(one, one.message).title}>
          <p>{problemWords(one, one.message).wayOut}</p>
          {one.code === 'two-people' && (
            <div>
              <Link to="/p/$person/records" params={{ person }} hash={WHOSE_RECORDS} className="button">
                {words.whose.title}
              </Link>
            </div>
          )}
        </Notice>
      ))}
      {grave.map((one) => (
        <Notice key={one.message} tone="bad" title={sentence(one.message)}>
          <SourceButton name={one.message} onOpen={() => onOpen(lineOf(sentence(one.message), one))} />
        </Notice>
      ))}
    </>
  )
}

/** Where the records disagree, side by side, and what does not fit together. */
export function Attention({ profile, onOpen }: Props) {
  const checks = profile.checks.filter((one) => !one.grave)
  if (checks.length + profile.conflicts.length === 0) return null
  return (
    <div className="stack">
      {profile.conflicts.length > 0 && (
        <section className="card stack" aria-labelledby="conflicts">
          <h2 id="conflicts">{w.sections.conflicts}</h2>
          {profile.conflicts.map(({ about, chosen, reason, evidence, others }) => (
            <div key={`${about} ${chosen}`} className="conflict">
              <h3>{about.charAt(0).toUpperCase() + about.slice(1)}</h3>
              <div className="sides">
                <Side
                  label={w.taken}
                  value={chosen}
                  taken
                  onOpen={() => onOpen(lineOf(`${about}: ${chosen}`, { evidence, reason: printed(reason) }))}
                />
                {others.map((other) => (
                  <Side
                    key={`${other.value} ${other.evidence[0]?.start}`}
                    label={w.alsoSaid}
                    value={other.value}
                    onOpen={() => onOpen(lineOf(`${about}: ${other.value}`, { evidence: other.evidence }))}
                  />
                ))}
              </div>
              <p className="soft small">{w.because(printed(reason))}</p>
            </div>
          ))}
        </section>
      )}
      {checks.length > 0 && (
        <Notice tone="ask" title={w.sections.checks}>
          <ul className="plain-checks">
            {checks.map((one) => (
              <li key={one.message}>
                {sentence(one.message)} <SourceButton name={one.message} onOpen={() => onOpen(lineOf(sentence(one.message), one))} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}

/** A statement that is no entry of its own: it opens its source, and is corrected where its entries are. */
const lineOf = (title: string, { evidence, reason }: Pick<Line, 'evidence' | 'reason'>): Line => ({
  kind: 'absence',
  title: title.charAt(0).toUpperCase() + title.slice(1),
  reason,
  evidence,
  value: {},
})

function Side({ label, value, taken, onOpen }: { label: string; value: string; taken?: boolean; onOpen: () => void }) {
  return (
    <button type="button" className={`side${taken ? ' taken' : ''}`} onClick={onOpen}>
      <span className="label">
        {taken && <Icon name="check" size={16} />} {label}
      </span>
      <span className="entry-title">{value}</span>
      <span className="heard">{w.openSource}</span>
    </button>
  )
}

function SourceButton({ name, onOpen }: { name: string; onOpen: () => void }) {
  return (
    <Button look="plain" icon="quote" onClick={onOpen}>
      {w.saysSo}
      <span className="heard">: {name}</span>
    </Button>
  )
}

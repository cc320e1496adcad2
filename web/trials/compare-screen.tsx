import type { TrialInFull } from '@carefolio/core/api/trials.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { trialQuery, trialsQuery } from '../api/queries.ts'
import { Choice } from '../kit/field.tsx'
import { Icon } from '../kit/icon.tsx'
import { Empty, Failed, Loaded, ScreenHead, Working } from '../kit/states.tsx'
import { words } from '../words/words.ts'
import { siteWords } from './place-words.ts'
import './trials.css'

const w = words.trials

/** Two saved trials side by side: what each tests, where, why it fits, what stands in the way, what is open. */
export function CompareScreen() {
  const { person } = useParams({ from: '/p/$person/trials/compare' })
  const search = useSearch({ from: '/p/$person/trials/compare' })
  const navigate = useNavigate()
  const saved = useQuery(trialsQuery(person, { list: 'saved' }))
  const cards = saved.data?.cards ?? []
  const [a, b] = [search.a ?? cards[0]?.id, search.b ?? cards.find(({ id }) => id !== (search.a ?? cards[0]?.id))?.id]
  const choose = (more: { a?: string; b?: string }) =>
    void navigate({
      to: '/p/$person/trials/compare',
      params: { person },
      search: { ...(a === undefined ? {} : { a }), ...(b === undefined ? {} : { b }), ...more },
      replace: true,
    })
  const options = cards.map(({ id, title }): [string, string] => [id, title])
  return (
    <>
      <div className="no-print">
        <Link to="/p/$person/trials" params={{ person }} search={{ list: 'saved' }} className="button plain back-link">
          <Icon name="back" size={20} />
          {w.lists.saved}
        </Link>
      </div>
      <ScreenHead title={w.compareTitle} />
      <Loaded query={saved} working={w.working}>
        {() =>
          a === undefined || b === undefined ? (
            <Empty icon="star" title={w.compareNeeds}>
              {w.compareNeedsLead}
            </Empty>
          ) : (
            <div className="stack">
              <div className="compare-choice no-print">
                <Choice label={w.firstTrial} options={options} value={a} onChange={(event) => choose({ a: event.currentTarget.value })} />
                <Choice label={w.secondTrial} options={options} value={b} onChange={(event) => choose({ b: event.currentTarget.value })} />
              </div>
              <Sides person={person} a={a} b={b} />
            </div>
          )
        }
      </Loaded>
    </>
  )
}

function Sides({ person, a, b }: { person: string; a: string; b: string }) {
  const [left, right] = [useQuery(trialQuery(person, a)), useQuery(trialQuery(person, b))]
  const failed = [left, right].find(({ isError }) => isError)
  if (failed) return <Failed error={failed.error} retry={() => void failed.refetch()} />
  if (!left.data || !right.data) return <Working label={w.workingOne} />
  const both = [left.data, right.data]
  return (
    <table className="card compare">
      <thead>
        <tr>
          <td />
          {both.map(({ id, title }) => (
            <th key={id} scope="col">
              <Link to="/p/$person/trials/$trial" params={{ person, trial: id }}>
                {title}
              </Link>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ROWS.map(([name, says]) => (
          <tr key={name}>
            <th scope="row">{w.compareRows[name]}</th>
            {both.map((trial) => (
              <td key={trial.id}>{says(trial)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const lines = (texts: readonly string[]): ReactNode =>
  texts.length === 0 ? (
    <span className="soft">{w.nothing}</span>
  ) : (
    <ul className="compare-lines">
      {[...new Set(texts)].map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )

const ROWS: readonly (readonly [keyof typeof w.compareRows, (trial: TrialInFull) => ReactNode])[] = [
  ['list', ({ list, status }) => `${w.lists[list]} · ${status}`],
  ['phase', ({ phase, design }) => `${phase} · ${design}`],
  ['drugs', ({ drugs }) => lines(drugs)],
  ['site', ({ site }) => (site.nearest ? siteWords(site.nearest) : site.words)],
  ['cohort', ({ cohort }) => cohort ?? <span className="soft">{w.nothing}</span>],
  ['fits', ({ fits }) => lines(fits.map(({ about, text }) => `${about}: ${text}`))],
  ['stands', ({ rulesOut }) => lines(rulesOut.map(({ because }) => because))],
  [
    'confirm',
    ({ confirm, notUnderstood }) => lines([...confirm.map(({ because }) => because), ...notUnderstood.map(({ criterion }) => criterion)]),
  ],
  ['sponsor', ({ sponsor }) => sponsor],
]

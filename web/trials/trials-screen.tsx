import { isAtLeast } from '@carefolio/core/api/route.ts'
import type { AnswerOf, QueryIn } from '@carefolio/core/api/routes.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { addressOf, Refused } from '../api/call.ts'
import { meQuery, nextTrialsQuery, trialsQuery } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { dayWords, momentWords } from '../kit/day.ts'
import { Fold } from '../kit/fold.tsx'
import { Icon } from '../kit/icon.tsx'
import { Notice } from '../kit/notice.tsx'
import { Empty, Loaded, ScreenHead } from '../kit/states.tsx'
import type { TrialsSearch } from '../routes.tsx'
import { words } from '../words/words.ts'
import { Card } from './card.tsx'
import { Filters } from './filters.tsx'
import { OptIn } from './opt-in.tsx'
import { Questions } from './questions.tsx'
import './trials.css'

const w = words.trials
type ListName = keyof typeof w.lists
const FIRST_LISTS = ['possible', 'not-now', 'saved'] as const satisfies readonly ListName[]
const OTHER_LISTS = ['care', 'not-open', 'not-judged', 'ruled-out', 'dismissed'] as const satisfies readonly ListName[]
type Trials = AnswerOf<'trials'>

/** Every trial that was considered, in its list; the questions that would settle the most; and where all others went. */
export function TrialsScreen() {
  const { person } = useParams({ from: '/p/$person/trials' })
  const search = useSearch({ from: '/p/$person/trials' })
  const list: ListName = search.list !== undefined && search.list in w.lists ? (search.list as ListName) : 'possible'
  const { data: me } = useQuery(meQuery())
  const seen = me?.people.find(({ id }) => id === person)
  const asked = { list, ...filtersOf(search) }
  const query = useQuery(trialsQuery(person, asked))
  const isRefused = (code: string) => query.error instanceof Refused && query.error.problem.code === code
  if (isRefused('trials-not-opted-in'))
    return (
      <>
        <ScreenHead title={w.title} />
        <OptIn person={person} mayDecide={seen?.level === 'owner'} />
      </>
    )
  if (isRefused('no-trials'))
    return (
      <>
        <ScreenHead title={w.title} />
        <Empty icon="trials" title={w.noneStored}>
          {w.noneStoredLead}
        </Empty>
      </>
    )
  const mayHelp = isAtLeast(seen?.level ?? 'view', 'help')
  return (
    <>
      <ScreenHead title={w.title} lead={query.data && leadOf(query.data)}>
        {query.data && (
          <a className="button quiet" href={addressOf('trialReport', { person })} download>
            <Icon name="download" size={20} />
            {w.pdf}
          </a>
        )}
      </ScreenHead>
      <Loaded query={query} working={w.working}>
        {(trials) => (
          <div className="stack wide">
            {trials.questions.length > 0 && <Questions questions={trials.questions} person={person} mayHelp={mayHelp} />}
            {trials.news && trials.news.count > 0 && <News news={trials.news} search={search} person={person} />}
            <section className="stack" aria-label={w.title}>
              <ListChips list={list} counts={trials.counts} person={person} search={search} />
              <div className="row spread">
                <p className="soft small">{w.listLead[list]}</p>
                {list === 'saved' && trials.total > 1 && (
                  <Link to="/p/$person/trials/compare" params={{ person }} className="button quiet">
                    {w.compare}
                  </Link>
                )}
              </div>
              <Filters search={search} person={person} />
              {trials.cards.length === 0 ? (
                <p className="card soft">{trials.counts[list] ? w.noneFiltered : w.none[list]}</p>
              ) : (
                <Cards trials={trials} person={person} asked={asked} mayHelp={mayHelp} />
              )}
            </section>
            <section className="card">
              <h2>{w.where}</h2>
              <p className="soft small">{w.whereLead(trials.considered, trials.registry)}</p>
              <Fold summary={w.allLists}>
                <table className="funnel">
                  <tbody>
                    {[
                      ...[...FIRST_LISTS, ...OTHER_LISTS]
                        .filter((one) => one !== 'saved')
                        .map((one) => [w.lists[one], trials.counts[one] ?? 0] as const),
                      ...trials.funnel.map(({ reason, count }) => [w.aside(reason), count] as const),
                    ].map(([reason, count]) => (
                      <tr key={reason}>
                        <th scope="row">{reason}</th>
                        <td className="number">{count.toLocaleString()}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </Fold>
              <Fold summary={w.order}>
                {trials.method.map(({ heading, text }) => (
                  <div key={heading}>
                    <h3>{heading}</h3>
                    <p>{text}</p>
                  </div>
                ))}
              </Fold>
            </section>
          </div>
        )}
      </Loaded>
    </>
  )
}

const leadOf = ({ asOf, place, counts }: Trials) =>
  [w.found(counts.possible ?? 0), place && w.from(place), w.asOf(dayWords(asOf))].filter(Boolean).join(' · ')

const filtersOf = ({ withinKm, phase, drug, type, only }: TrialsSearch) => ({
  ...(withinKm === undefined ? {} : { withinKm }),
  ...(phase === undefined ? {} : { phase }),
  ...(drug === undefined ? {} : { drug }),
  ...(type === undefined ? {} : { type }),
  ...(only === undefined ? {} : { only }),
})

/** What came in since the last look. */
function News({ news: { count, since }, search, person }: { news: NonNullable<Trials['news']>; search: TrialsSearch; person: string }) {
  const { only, ...all } = search
  return (
    <Notice tone="good" title={w.newSince(count, momentWords(since))}>
      <div>
        <Link to="/p/$person/trials" params={{ person }} search={only ? all : { ...all, only: 'new' }} className="button quiet">
          {only ? w.showAll : w.showNew}
        </Link>
      </div>
    </Notice>
  )
}

function ListChips({ list, counts, person, search }: { list: ListName; counts: Trials['counts']; person: string; search: TrialsSearch }) {
  const navigate = useNavigate()
  const others = OTHER_LISTS.filter((one) => (counts[one] ?? 0) > 0 || one === list)
  return (
    <div className="chips">
      {FIRST_LISTS.map((one) => (
        <Link
          key={one}
          to="/p/$person/trials"
          params={{ person }}
          search={{ ...search, list: one }}
          className="chip"
          aria-current={one === list ? 'true' : undefined}
          activeProps={{ 'aria-current': one === list ? 'true' : undefined }}
        >
          {w.lists[one]} <span className="number">{counts[one] ?? 0}</span>
        </Link>
      ))}
      {others.length > 0 && (
        <select
          className="chip"
          aria-label={w.otherLists}
          aria-current={others.some((one) => one === list) ? 'true' : undefined}
          value={others.some((one) => one === list) ? list : ''}
          onChange={(event) =>
            void navigate({
              to: '/p/$person/trials',
              params: { person },
              search: { ...search, list: event.currentTarget.value || 'possible' },
            })
          }
        >
          <option value="">{w.otherLists}</option>
          {others.map((one) => (
            <option key={one} value={one}>
              {w.lists[one]} {counts[one] ?? 0}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}

type CardsProps = { trials: Trials; person: string; asked: NonNullable<QueryIn<'trials'>>; mayHelp: boolean }

function Cards({ trials, person, asked, mayHelp }: CardsProps) {
  return (
    <>
      <ol className="cards">
        {trials.cards.map((card) => (
          <Card key={card.id} card={card} person={person} mayHelp={mayHelp} />
        ))}
      </ol>
      {trials.total > trials.cards.length && (
        <More person={person} asked={asked} from={trials.cards.length} total={trials.total} mayHelp={mayHelp} />
      )}
    </>
  )
}

/** The next cards, each part fetched when it is asked for. */
function More({ person, asked, from, total, mayHelp }: Omit<CardsProps, 'trials'> & { from: number; total: number }) {
  const query = useQuery(nextTrialsQuery(person, { ...asked, from }))
  if (query.data === undefined)
    return (
      <Button busy={query.isFetching} onClick={() => void query.refetch()} wide>
        {w.more(total - from)}
      </Button>
    )
  const { cards } = query.data
  return (
    <>
      <ol className="cards" start={from + 1}>
        {cards.map((card) => (
          <Card key={card.id} card={card} person={person} mayHelp={mayHelp} />
        ))}
      </ol>
      {cards.length > 0 && from + cards.length < total && (
        <More person={person} asked={asked} from={from + cards.length} total={total} mayHelp={mayHelp} />
      )}
    </>
  )
}

import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { call, Refused } from '../api/call.ts'
import { meQuery, originalsQuery, personQuery, profileQuery, queries, trialsQuery } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { dayWords } from '../kit/day.ts'
import { Icon, type IconName } from '../kit/icon.tsx'
import { Badge, Notice } from '../kit/notice.tsx'
import { Failed, ScreenHead, Working } from '../kit/states.tsx'
import { isTold } from '../kit/told.ts'
import { ReadingProgress } from '../records/reading-progress.tsx'
import { words } from '../words/words.ts'
import { type AskedFor, askedForOf } from './missing.ts'
import { type NextStep, nextStepsOf } from './next-steps.ts'
import './home.css'

const w = words.home

/** What to do next, how far the reading is, and what a second opinion would still ask for. */
export function Home() {
  const { person } = useParams({ from: '/p/$person' })
  const me = useQuery(meQuery())
  const seen = me.data?.people.find(({ id }) => id === person)
  const may = (part: 'about' | 'records' | 'profile' | 'trials') => seen !== undefined && !seen.hidden.includes(part)
  const originals = useQuery({ ...originalsQuery(person), enabled: may('records') })
  // From whom the files are hidden, the profile may still be shown.
  const isWorthAsking = !may('records') || (originals.data?.originals.length ?? 0) > 0
  const profile = useQuery({ ...profileQuery(person), enabled: may('profile') && isWorthAsking })
  const about = useQuery({ ...personQuery(person), enabled: may('about') })
  const hasTrials = about.data?.consents.trials === true && may('trials') && profile.data !== undefined
  const trials = useQuery({ ...trialsQuery(person, { list: 'possible' }), enabled: hasTrials })
  if (!seen || (may('records') && originals.isPending))
    return (
      <>
        <ScreenHead title={words.nav.home} />
        <Working label={w.working} />
      </>
    )
  const steps = nextStepsOf({
    originals: may('records') ? originals.data?.originals : undefined,
    profile: profile.data?.profile,
    consents: seen.level === 'owner' ? about.data?.consents : undefined,
    trials: trials.data && {
      possible: trials.data.counts.possible ?? 0,
      questions: trials.data.questions.filter(({ expects }) => expects !== undefined).length,
    },
    security: seen.level === 'owner' && !seen.demo ? me.data?.security : undefined,
  })
  const [first, ...others] = steps
  // While nothing is read yet, nothing can be said to be missing.
  const hasRead = profile.data?.profile.documents.some(({ id, read }) => read && !isTold(id)) ?? false
  const failed =
    [originals, profile, about].find(({ isError }) => isError) ??
    (hasNoTrials(trials.error) ? undefined : trials.isError ? trials : undefined)
  return (
    <>
      <ScreenHead title={seen.level === 'owner' && !seen.demo ? w.hello(firstName(seen.name)) : w.of(seen.name)} lead={w.lead} />
      <div className="stack wide">
        {failed && <Failed error={failed.error} retry={() => void failed.refetch()} />}
        <section aria-label={w.next} className="stack">
          {first && <FirstStep step={first} person={person} />}
          {originals.data && <ReadingProgress originals={originals.data.originals} />}
          {others.length > 0 && (
            <ul className="also">
              {others.map((step) => (
                <li key={step.step}>
                  <StepLink step={step} person={person} />
                </li>
              ))}
            </ul>
          )}
        </section>
        {profile.data && hasRead && <SecondOpinion asked={askedForOf(profile.data.profile)} person={person} />}
        {seen.level === 'owner' && !me.data?.people.some(({ demo }) => demo) && <DemoOffer />}
      </div>
    </>
  )
}

/** The host has fetched none yet: the screen of the trials says so. */
const hasNoTrials = (error: unknown) => error instanceof Refused && error.problem.code === 'no-trials'

const STEPS: Record<NextStep['step'], { to: '/records' | '/profile' | '/trials' | '/settings'; icon: IconName }> = {
  add: { to: '/records', icon: 'plus' },
  wait: { to: '/records', icon: 'records' },
  unread: { to: '/records', icon: 'warn' },
  look: { to: '/profile', icon: 'question' },
  'opt-in': { to: '/trials', icon: 'trials' },
  questions: { to: '/trials', icon: 'question' },
  trials: { to: '/trials', icon: 'trials' },
  show: { to: '/profile', icon: 'profile' },
  codes: { to: '/settings', icon: 'key' },
}

const textOf = (step: NextStep) => w.steps[step.step]('count' in step ? step.count : 0)

function FirstStep({ step, person }: { step: NextStep; person: string }) {
  const { title, text, action } = textOf(step)
  const { to, icon } = STEPS[step.step]
  return (
    <div className="card next first-step">
      <div className="stack tight">
        <p className="eyebrow">{w.next}</p>
        <h2>{title}</h2>
        <p className="soft">{text}</p>
      </div>
      <Link to={`/p/$person${to}`} params={{ person }} className="button main">
        <Icon name={icon} size={20} />
        {action}
      </Link>
    </div>
  )
}

function StepLink({ step, person }: { step: NextStep; person: string }) {
  const { title } = textOf(step)
  const { to, icon } = STEPS[step.step]
  return (
    <Link to={`/p/$person${to}`} params={{ person }} className="also-link">
      <Icon name={icon} />
      <span>{title}</span>
      <Icon name="next" size={18} />
    </Link>
  )
}

function SecondOpinion({ asked, person }: { asked: AskedFor[]; person: string }) {
  const there = asked.filter(({ state }) => state === 'there').length
  return (
    <section className="card stack" aria-labelledby="second-opinion">
      <div className="stack tight">
        <h2 id="second-opinion">{w.secondOpinion}</h2>
        <p className="soft">{w.secondOpinionLead(there, asked.length)}</p>
      </div>
      <ul className="asked">
        {asked.map(({ what, state, date }) => (
          <li key={what} className={state}>
            <Icon name={state === 'there' ? 'check' : state === 'old' ? 'info' : 'plus'} />
            <div>
              <strong>{w.asked[what][0]}</strong>
              {state !== 'there' && <span className="soft small">{state === 'old' ? w.asked[what][2] : w.asked[what][1]}</span>}
            </div>
            {state === 'there' ? (
              <span className="soft small nowrap">{date ? dayWords(date) : w.there}</span>
            ) : (
              <Badge tone="ask">{state === 'old' && date ? w.from(dayWords(date)) : w.missing}</Badge>
            )}
          </li>
        ))}
      </ul>
      <div className="row">
        <Link to="/p/$person/profile" params={{ person }} className="button quiet">
          {w.toProfile}
        </Link>
        <Link to="/p/$person/records" params={{ person }} className="button plain">
          {w.addMore}
        </Link>
      </div>
    </section>
  )
}

function DemoOffer() {
  const navigate = useNavigate()
  const make = useMutation({
    mutationFn: () => call('makeDemo'),
    async onSuccess({ id }) {
      await queries.invalidateQueries({ queryKey: ['me'] })
      await navigate({ to: '/p/$person', params: { person: id } })
    },
  })
  return (
    <section className="stack tight demo-offer">
      {make.isError && <Failed error={make.error} />}
      <Notice title={words.demo.offer}>
        <p>{words.demo.offerLead}</p>
        <div>
          <Button busy={make.isPending} onClick={() => make.mutate()}>
            {words.demo.look}
          </Button>
        </div>
      </Notice>
    </section>
  )
}

const firstName = (name: string) => name.trim().split(/\s+/)[0] ?? name

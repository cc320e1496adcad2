import { isAtLeast } from '@carefolio/core/api/route.ts'
import type { TrialInFull } from '@carefolio/core/api/trials.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { meQuery, trialQuery, trialsQuery } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { dayWords } from '../kit/day.ts'
import { Fold } from '../kit/fold.tsx'
import { Icon } from '../kit/icon.tsx'
import { Badge } from '../kit/notice.tsx'
import { Quotes } from '../kit/quotes.tsx'
import { Sheet } from '../kit/sheet.tsx'
import { Loaded, ScreenHead } from '../kit/states.tsx'
import { words } from '../words/words.ts'
import { AnswerHere } from './answer-here.tsx'
import { Criteria, type CriterionLine, FitLines, type Opened } from './criteria.tsx'
import { MarkButtons } from './mark-buttons.tsx'
import { siteWords, statusTone } from './place-words.ts'
import './trials.css'

const w = words.trials

/** One trial, criterion by criterion: the person's words beside the registry's words. */
export function TrialScreen() {
  const { person, trial: id } = useParams({ from: '/p/$person/trials/$trial' })
  const { data: me } = useQuery(meQuery())
  const query = useQuery(trialQuery(person, id))
  const [opened, setOpened] = useState<Opened>()
  const mayHelp = isAtLeast(me?.people.find((one) => one.id === person)?.level ?? 'view', 'help')
  const { data: all } = useQuery({ ...trialsQuery(person, { list: 'possible' }), enabled: mayHelp })
  const answer = (text: string) => {
    const question = all?.questions.find((one) => one.text === text)
    return question && mayHelp && <AnswerHere question={question} person={person} />
  }
  return (
    <Loaded query={query} working={w.workingOne} title={w.title}>
      {(trial) => (
        <>
          <div className="no-print">
            <Link to="/p/$person/trials" params={{ person }} className="button plain back-link">
              <Icon name="back" size={20} />
              {w.all}
            </Link>
          </div>
          <ScreenHead title={trial.title} />
          <div className="stack wide">
            <Head trial={trial} person={person} mayHelp={mayHelp} />
            <Criteria name="stands" title={w.stands} lines={trial.rulesOut} onOpen={setOpened} />
            {trial.fits.length > 0 ? <FitLines fits={trial.fits} onOpen={setOpened} /> : <p className="card soft">{w.nothingFits}</p>}
            <Criteria name="ask" title={w.confirm} lead={w.confirmLead} lines={trial.confirm} onOpen={setOpened} answer={answer} />
            <div className="card">
              <h2>{w.everything}</h2>
              <p className="soft small">{w.everythingLead}</p>
              <Folded name="ask" title={w.notUnderstood} lines={trial.notUnderstood} onOpen={setOpened} />
              <Folded name="ask" title={w.silent} lines={trial.silent} onOpen={setOpened} />
              <Folded name="fits" title={w.met} lines={trial.met} onOpen={setOpened} />
              <Folded name="team" title={w.team} lines={trial.team} onOpen={setOpened} />
              <Folded name="team" title={w.asksNothing} lines={trial.asksNothing} onOpen={setOpened} />
              <Fold summary={w.about}>
                <About trial={trial} />
              </Fold>
              <Fold summary={w.sites(trial.sites.length)}>
                <Sites trial={trial} />
              </Fold>
            </div>
          </div>
          {opened && (
            <Sheet title={opened.title} onClose={() => setOpened(undefined)}>
              {opened.criterion && (
                <section className="stack tight">
                  <h3>{w.registrySays}</h3>
                  <blockquote className="registry">{opened.criterion}</blockquote>
                </section>
              )}
              <section className="stack tight">
                <h3>{w.recordsSay}</h3>
                <Quotes person={person} evidence={opened.sources.flatMap((number) => trial.sources[number - 1] ?? [])} />
              </section>
            </Sheet>
          )}
        </>
      )}
    </Loaded>
  )
}

type Props = { name: 'fits' | 'ask' | 'stands' | 'team'; title: string; lines: readonly CriterionLine[]; onOpen: (opened: Opened) => void }

function Folded({ title, lines, ...rest }: Props) {
  if (lines.length === 0) return null
  return (
    <Fold summary={`${title} (${lines.length})`}>
      <Criteria {...rest} lines={lines} bare />
    </Fold>
  )
}

function Head({ trial, person, mayHelp }: { trial: TrialInFull; person: string; mayHelp: boolean }) {
  const { id, url, phase, status, drugs, site, cohort, mark, title, list } = trial
  return (
    <div className="card stack">
      <div className="row tags">
        <Badge tone={list === 'possible' ? 'good' : list === 'ruled-out' ? 'bad' : 'ask'}>{w.lists[list]}</Badge>
        <Badge tone={statusTone(site.is)}>{status}</Badge>
        <Badge>{phase}</Badge>
      </div>
      {drugs.length > 0 && <p>{w.tests(drugs.join(', '))}</p>}
      {cohort && (
        <p>
          {w.forYou} <strong>{cohort}</strong>
        </p>
      )}
      <p>
        {site.nearest ? (
          <>
            <span className="soft">{site.words}:</span> <strong>{siteWords(site.nearest)}</strong>
          </>
        ) : (
          <span className="soft">{site.words}</span>
        )}
      </p>
      <div className="row">
        {mayHelp && <MarkButtons trial={id} title={title} mark={mark} person={person} />}
        <Button icon="print" onClick={() => window.print()}>
          {w.print}
        </Button>
        {url && (
          <a className="button plain" href={url} target="_blank" rel="noreferrer noopener">
            {w.registryPage(id)}
            <Icon name="out" size={18} />
          </a>
        )}
      </div>
    </div>
  )
}

function About({ trial: { summary, design, sponsor, lastUpdate, fetchedAt, cohorts } }: { trial: TrialInFull }) {
  return (
    <>
      {summary && <p>{summary}</p>}
      <dl className="about">
        <dt>{w.design}</dt>
        <dd>{design}</dd>
        <dt>{w.sponsor}</dt>
        <dd>{sponsor}</dd>
        {lastUpdate && (
          <>
            <dt>{w.updated}</dt>
            <dd>{dayWords(lastUpdate)}</dd>
          </>
        )}
        {fetchedAt && (
          <>
            <dt>{w.fetched}</dt>
            <dd>{fetchedAt.slice(0, 10)}</dd>
          </>
        )}
        {cohorts.length > 0 && (
          <>
            <dt>{w.cohorts}</dt>
            <dd>{cohorts.map(({ name, outcome }) => `${name} (${outcome.replace('-', ' ')})`).join('; ')}</dd>
          </>
        )}
      </dl>
    </>
  )
}

/** Sites shown at first; the others open at a touch. */
const NEAREST = 12

function Sites({ trial: { sites, contacts } }: { trial: TrialInFull }) {
  const [all, setAll] = useState(false)
  return (
    <>
      {contacts.length > 0 && (
        <p>
          {w.contact}: {contacts.map(({ name, phone, email }) => [name, phone, email].filter(Boolean).join(', ')).join('; ')}
        </p>
      )}
      <ul className="plain-list stack tight">
        {sites.slice(0, all ? undefined : NEAREST).map((site, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the registry may list a place twice
          <li key={i}>
            {siteWords(site)} {!site.open && <span className="soft small">({w.notOpen})</span>}
            {site.contacts.map(({ name, phone, email }) => (
              <span key={`${name} ${phone} ${email}`} className="soft small contact">
                {[name, phone, email].filter(Boolean).join(', ')}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {!all && sites.length > NEAREST && (
        <Button look="plain" onClick={() => setAll(true)}>
          {w.moreSites(sites.length - NEAREST)}
        </Button>
      )}
    </>
  )
}

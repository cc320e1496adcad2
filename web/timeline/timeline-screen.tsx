import { type TimelineEvent, timelineOf } from '@carefolio/core/profile/timeline.ts'
import type { Profile } from '@carefolio/core/record/profile.ts'
import { pictureOf } from '@carefolio/core/report/picture.ts'
import { SourceList } from '@carefolio/core/report/sources.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { profileQuery } from '../api/queries.ts'
import { dayWords } from '../kit/day.ts'
import { Icon } from '../kit/icon.tsx'
import { Notice } from '../kit/notice.tsx'
import { Quotes } from '../kit/quotes.tsx'
import { Sheet } from '../kit/sheet.tsx'
import { Empty, Loaded, ScreenHead } from '../kit/states.tsx'
import { words } from '../words/words.ts'
import { Picture } from './picture.tsx'
import { Plot } from './plot.tsx'
import './timeline.css'

const w = words.timeline

/** The history on one axis of time, as a picture, and the same as a table in which every line opens its source. */
export function TimelineScreen() {
  const { person } = useParams({ from: '/p/$person/timeline' })
  const query = useQuery(profileQuery(person))
  const [opened, setOpened] = useState<TimelineEvent>()
  return (
    <>
      <ScreenHead title={w.title} lead={w.lead} />
      <Loaded query={query} working={w.working}>
        {({ profile, unread }) => {
          const events = timelineOf(profile)
          if (events.length === 0)
            return (
              <Empty
                icon="timeline"
                title={w.emptyTitle}
                action={
                  <Link to="/p/$person/records" params={{ person }} className="button main">
                    {words.profile.toRecords}
                  </Link>
                }
              >
                {w.empty}
              </Empty>
            )
          return (
            <div className="stack wide">
              {unread > 0 && <Notice title={words.profile.stillReading}>{words.profile.unread(unread)}</Notice>}
              <div className="card picture-card">
                <Picture picture={pictureOf(profile, new SourceList())} />
              </div>
              <section className="card" aria-labelledby="events">
                <h2 id="events">{w.table}</h2>
                <table className="events">
                  <thead>
                    <tr>
                      <th scope="col">{w.when}</th>
                      <th scope="col">{w.what}</th>
                      <th scope="col">{w.kind}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {events.toReversed().map((event, i) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: two events may say the same, their order is theirs
                      <tr key={i}>
                        <td className="number">{whenWords(event)}</td>
                        <td>
                          {event.kind === 'scan' ? (
                            <ScanLink event={event} profile={profile} person={person} />
                          ) : event.evidence.length > 0 ? (
                            <button type="button" className="link-button" onClick={() => setOpened(event)}>
                              {whatWords(event)}
                              <Icon name="next" size={16} />
                            </button>
                          ) : (
                            whatWords(event)
                          )}
                        </td>
                        <td className="soft">{w.kinds[event.kind]}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </section>
              <Plot profile={profile} person={person} />
              {opened && (
                <Sheet title={whatWords(opened)} onClose={() => setOpened(undefined)}>
                  <p className="soft">
                    {w.kinds[opened.kind]}, {whenWords(opened)}
                  </p>
                  <h3>{words.profile.saysSo}</h3>
                  <Quotes evidence={opened.evidence} person={person} />
                </Sheet>
              )}
            </div>
          )
        }}
      </Loaded>
    </>
  )
}

/** A scan is its whole report. */
function ScanLink({ event, profile, person }: { event: TimelineEvent; profile: Profile; person: string }) {
  const report = profile.documents.find(({ file, date }) => file === event.label && date === event.from)
  if (!report) return event.label
  return (
    <Link to="/p/$person/records/page" params={{ person }} search={{ document: report.id }} className="link-button">
      {event.label}
      <Icon name="next" size={16} />
    </Link>
  )
}

const whenWords = ({ from, to, goesOn }: TimelineEvent) =>
  [dayWords(from), to && to !== from ? w.until(dayWords(to)) : '', goesOn ? w.goesOn : ''].filter(Boolean).join(' ')

function whatWords({ kind, label, value, unit, course }: TimelineEvent): string {
  if (kind === 'marker' && value !== undefined) return `${label}: ${value}${unit ? ` ${unit}` : ''}`
  const text = label.replaceAll('-', ' ')
  const line = course?.line === undefined ? '' : ` (${words.profile.line(course.line)})`
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${line}`
}

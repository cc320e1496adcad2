import type { Evidence } from '@carefolio/core/record/evidence.ts'
import type { Profile } from '@carefolio/core/record/profile.ts'
import { labWords } from '@carefolio/core/report/lab-line.ts'
import { useEffect, useRef, useState } from 'react'
import { dayWords } from '../kit/day.ts'
import { Choice } from '../kit/field.tsx'
import { Icon } from '../kit/icon.tsx'
import { Badge } from '../kit/notice.tsx'
import { Quotes } from '../kit/quotes.tsx'
import { Sheet } from '../kit/sheet.tsx'
import { words } from '../words/words.ts'
import { type Course, coursesOf, drawn } from './courses.ts'

const w = words.timeline

/** One marker or lab value at a time: its course as a picture, with the drugs of that time below, and every value as a table. */
export function Plot({ profile, person }: { profile: Profile; person: string }) {
  const courses = coursesOf(profile)
  const [chosen, setChosen] = useState<string>()
  const [opened, setOpened] = useState<{ title: string; evidence: readonly Evidence[] }>()
  const course = courses.find(({ test }) => test === chosen) ?? courses[0]
  if (!course) return null
  const { sex } = profile.person
  const nameOf = ({ values, test }: Course) => (values[0] ? labWords(values[0], sex).name : test)
  return (
    <section className="card stack plot-card" aria-labelledby="plot">
      <div className="stack tight">
        <h2 id="plot">{w.plot}</h2>
        <p className="soft small">{w.plotLead}</p>
      </div>
      <Choice
        label={w.plotChoose}
        value={course.test}
        options={courses.map((one): [string, string] => [one.test, `${nameOf(one)} (${one.values.length})`])}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      {course.values.length > 1 ? <Curve course={course} profile={profile} name={nameOf(course)} /> : <p className="soft">{w.plotOne}</p>}
      <table className="events values">
        <thead>
          <tr>
            <th scope="col">{w.when}</th>
            <th scope="col">{w.value}</th>
            <th scope="col">{w.range}</th>
          </tr>
        </thead>
        <tbody>
          {course.values.toReversed().map((one) => {
            const { value, flag, range } = labWords(one, sex)
            return (
              <tr key={`${one.date} ${one.value} ${one.evidence[0]?.document}`}>
                <td className="number">{dayWords(one.date)}</td>
                <td>
                  <button
                    type="button"
                    className="link-button"
                    onClick={() => setOpened({ title: `${nameOf(course)}: ${value}`, evidence: one.evidence })}
                  >
                    {value}
                    <Icon name="next" size={16} />
                  </button>
                </td>
                <td className="soft">
                  {range} {flag && <Badge tone="ask">{words.profile.flag[flag]}</Badge>}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {opened && (
        <Sheet title={opened.title} onClose={() => setOpened(undefined)}>
          <h3>{words.profile.saysSo}</h3>
          <Quotes evidence={opened.evidence} person={person} />
        </Sheet>
      )}
    </section>
  )
}

const [LEFT, TOP, HEIGHT, BAR] = [44, 10, 190, 28]

function Curve({ course, profile, name }: { course: Course; profile: Profile; name: string }) {
  const frame = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (frame.current === null) return
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    watch.observe(frame.current)
    return () => watch.disconnect()
  }, [])
  const { values } = course
  const [first, last] = [values[0], values.at(-1)]
  const size = { left: LEFT, width: width - LEFT - 12, top: TOP, height: HEIGHT }
  const { points, band, scale, years, treatments } = drawn(course, profile, size)
  const bottom = TOP + HEIGHT
  const total = bottom + 24 + treatments.length * BAR
  return (
    <div ref={frame}>
      {width > 0 && first && last && (
        <svg
          className="plot"
          viewBox={`0 0 ${width} ${total}`}
          width={width}
          height={total}
          role="img"
          aria-label={w.plotPicture(name, dayWords(first.date), dayWords(last.date))}
        >
          {band && <rect className="usual" x={LEFT} y={band.y} width={size.width} height={Math.max(0, band.height)} />}
          {scale.map(({ y, value }) => (
            <g key={value}>
              <line className="grid" x1={LEFT} x2={LEFT + size.width} y1={y} y2={y} />
              <text className="tick" x={LEFT - 6} y={y + 4} textAnchor="end">
                {value.toLocaleString()}
              </text>
            </g>
          ))}
          {years.map(({ x, year }) => (
            <g key={year}>
              <line className="grid" x1={x} x2={x} y1={TOP} y2={total} />
              <text className="tick" x={x} y={bottom + 15} textAnchor="middle">
                {year}
              </text>
            </g>
          ))}
          {treatments.map((one, i) => (
            <g key={`${one.name} ${one.x}`}>
              <rect className="tone-systemic" x={one.x} y={bottom + 24 + i * BAR + 17} width={one.width} height={6} rx={3} />
              <text className="drug" x={Math.max(0, Math.min(one.x, width - one.name.length * WIDEST))} y={bottom + 24 + i * BAR + 13}>
                {one.name}
              </text>
            </g>
          ))}
          <polyline className="series" points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
          {points.map(({ x, y }, i) => (
            <circle key={`${x} ${y}`} className="tone-test" cx={x} cy={y} r={4}>
              <title>{[values[i] && labWords(values[i]).value, values[i] && dayWords(values[i].date)].join(', ')}</title>
            </circle>
          ))}
        </svg>
      )}
    </div>
  )
}

/** Of a letter, in any usual font of this size. */
const WIDEST = 6.7

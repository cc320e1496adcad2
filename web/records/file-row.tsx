import type { DocumentLine, OriginalFile } from '@carefolio/core/api/originals.ts'
import { isAtLeast, type Level } from '@carefolio/core/api/route.ts'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { addressOf, call } from '../api/call.ts'
import { queries } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { bytesWords } from '../kit/bytes.ts'
import { dayWords, momentWords } from '../kit/day.ts'
import { Fold } from '../kit/fold.tsx'
import { Badge, Notice } from '../kit/notice.tsx'
import { Progress } from '../kit/progress.tsx'
import { Sheet } from '../kit/sheet.tsx'
import { Failed } from '../kit/states.tsx'
import { problemWords } from '../words/problem.ts'
import { words } from '../words/words.ts'
import { kindWords } from './kind-words.ts'
import { readingWords } from './reading-progress.tsx'

const w = words.records

/** One file: what became of it, why, what to do, and what was found in it. */
export function FileRow({ original, person, level }: { original: OriginalFile; person: string; level: Level }) {
  const { id, name, bytes, receivedAt, reading, documents } = original
  const [asking, setAsking] = useState(false)
  const params = { person, original: id }
  const renewed = () => queries.invalidateQueries({ queryKey: [person, 'originals'] })
  const again = useMutation({ mutationFn: () => call('readAgain', { params }), onSuccess: renewed })
  const stop = useMutation({ mutationFn: () => call('stopReading', { params }), onSuccess: renewed })
  const [only] = documents.length === 1 ? documents : []
  const mayHelp = isAtLeast(level, 'help')
  return (
    <li className="card file">
      <div className="file-head">
        <div className="grow">
          <p className="file-name">{name}</p>
          <p className="soft small">
            {only && `${kindWords(only)}${only.date ? `, ${dayWords(only.date)}` : ''} · `}
            {bytesWords(bytes)} · {w.received(momentWords(receivedAt))}
          </p>
        </div>
        <ReadingBadge original={original} />
      </div>
      {reading.state === 'reading' && <Progress label={readingWords(original)} done={reading.page} of={reading.pages} />}
      {reading.state === 'waiting' && <p className="soft small">{readingWords(original)}</p>}
      {reading.state === 'not-read' && <NotRead problem={reading} />}
      {reading.state === 'read' && reading.problems.length > 0 && (
        <Fold summary={areNotes(reading.problems) ? w.notes(reading.problems.length) : w.partProblems(reading.problems.length)}>
          <ul className="stack plain-list">
            {reading.problems.map((one) => (
              <li key={`${one.code} ${one.where}`}>
                {one.where && <span className="soft">{one.where}: </span>}
                {said(one)}
              </li>
            ))}
          </ul>
        </Fold>
      )}
      {documents.length > 1 && (
        <Fold summary={w.inside(documents.length)}>
          <ul className="inside">
            {documents.map((document) => (
              <Inside key={document.id} document={document} person={person} />
            ))}
          </ul>
        </Fold>
      )}
      {[again, stop].map((one) => one.isError && <Failed key={one.failureCount} error={one.error} />)}
      <div className="row file-actions">
        {only?.read && only.pages > 0 && (
          <Link to="/p/$person/records/page" params={{ person }} search={{ document: only.id }} className="button quiet">
            {w.open}
            <span className="heard"> {name}</span>
          </Link>
        )}
        <a className="button plain" href={addressOf('originalContent', params)} download={name}>
          {w.download}
          <span className="heard"> {name}</span>
        </a>
        {mayHelp && (reading.state === 'stopped' || reading.state === 'not-read') && (
          <Button look="plain" busy={again.isPending} onClick={() => again.mutate()}>
            {w.readAgain}
            <span className="heard"> {name}</span>
          </Button>
        )}
        {mayHelp && (reading.state === 'reading' || reading.state === 'waiting') && (
          <Button look="plain" busy={stop.isPending} onClick={() => stop.mutate()}>
            {w.stop}
            <span className="heard"> {name}</span>
          </Button>
        )}
        {isAtLeast(level, 'act') && (
          <Button look="plain" onClick={() => setAsking(true)}>
            {w.delete}
            <span className="heard"> {name}</span>
          </Button>
        )}
      </div>
      {asking && <DeleteSheet original={original} person={person} onClose={() => setAsking(false)} />}
    </li>
  )
}

type Problem = { code: string; message: string; wayOut: string }
const said = (problem: Problem) => Object.values(problemWords(problem, problem.message)).join(' ')

function NotRead({ problem }: { problem: Problem }) {
  const { title, wayOut } = problemWords(problem, problem.message)
  return (
    <Notice tone="ask" title={title}>
      <p>{wayOut}</p>
    </Notice>
  )
}

/** Nothing is amiss with these: they only say what was not looked for. */
const NOTES: ReadonlySet<string> = new Set(['imaging-listed', 'own-report', 'trial-text'])
const areNotes = (problems: readonly { code: string }[]) => problems.every(({ code }) => NOTES.has(code))

function ReadingBadge({ original: { reading } }: { original: OriginalFile }) {
  switch (reading.state) {
    case 'waiting':
      return <Badge>{w.states.waiting}</Badge>
    case 'reading':
      return <Badge tone="accent">{w.states.reading}</Badge>
    case 'read':
      return reading.facts === 0 ? (
        <Badge>{w.noFacts}</Badge>
      ) : (
        <Badge tone="good" icon="check">
          {w.facts(reading.facts)}
        </Badge>
      )
    case 'not-read':
      return (
        <Badge tone="bad" icon="warn">
          {w.states.notRead}
        </Badge>
      )
    case 'stopped':
      return <Badge tone="ask">{w.states.stopped}</Badge>
  }
}

function Inside({ document, person }: { document: DocumentLine; person: string }) {
  const { id, file, date, pages, read, facts, problems } = document
  const [problem] = problems
  return (
    <li>
      <div className="grow">
        {read && pages > 0 ? (
          <Link to="/p/$person/records/page" params={{ person }} search={{ document: id }}>
            {file}
          </Link>
        ) : (
          <span>{file}</span>
        )}
        <p className="soft small">
          {kindWords(document)}
          {date && `, ${dayWords(date)}`}
          {pages > 1 && ` · ${w.pages(pages)}`}
        </p>
        {!read && problem && <p className="small">{said(problem)}</p>}
      </div>
      {read ? (
        <Badge tone={facts > 0 ? 'good' : undefined}>{facts > 0 ? w.facts(facts) : w.noFacts}</Badge>
      ) : (
        <Badge tone="ask">{w.states.notRead}</Badge>
      )}
    </li>
  )
}

function DeleteSheet({ original: { id, name }, person, onClose }: { original: OriginalFile; person: string; onClose: () => void }) {
  const remove = useMutation({
    mutationFn: () => call('deleteOriginal', { params: { person, original: id } }),
    async onSuccess() {
      onClose()
      await queries.invalidateQueries({ queryKey: [person] })
    },
  })
  return (
    <Sheet title={w.deleteTitle} onClose={onClose}>
      <p>{w.deleteLead(name)}</p>
      {remove.isError && <Failed error={remove.error} />}
      <div className="row">
        <Button look="danger" icon="trash" busy={remove.isPending} onClick={() => remove.mutate()}>
          {w.deleteSure}
        </Button>
        <Button onClick={onClose}>{w.keep}</Button>
      </div>
    </Sheet>
  )
}

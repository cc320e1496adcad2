import { isAtLeast } from '@carefolio/core/api/route.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { meQuery, originalsQuery } from '../api/queries.ts'
import { Notice } from '../kit/notice.tsx'
import { Loaded, ScreenHead } from '../kit/states.tsx'
import { words } from '../words/words.ts'
import { AddFiles } from './add-files.tsx'
import { FileRow } from './file-row.tsx'
import { ReadingProgress } from './reading-progress.tsx'
import { isBusy, isUnread } from './reading-state.ts'
import { UnfinishedUploads } from './unfinished.tsx'
import { UploadRow } from './upload-row.tsx'
import { addUploads, useUploads } from './uploads.ts'
import { WhoseRecords } from './whose-records.tsx'
import './records.css'

const w = words.records

/** Everything that was received, with what became of it; and the ways to add more. */
export function Records() {
  const { person } = useParams({ from: '/p/$person/records' })
  const { data: me } = useQuery(meQuery())
  const query = useQuery(originalsQuery(person))
  const uploads = useUploads(person)
  const seen = me?.people.find(({ id }) => id === person)
  const level = seen?.level ?? 'view'
  return (
    <>
      <ScreenHead title={w.title} lead={w.lead} />
      <Loaded query={query} working={w.working}>
        {({ originals }) => {
          const needHelp = originals.filter(isUnread)
          const others = originals
            .filter((one) => !isUnread(one))
            .toSorted(
              (a, b) => Number(isBusy(b)) - Number(isBusy(a)) || b.receivedAt.localeCompare(a.receivedAt) || a.name.localeCompare(b.name),
            )
          return (
            <div className="stack wide">
              {seen?.demo ? (
                <Notice>{words.demo.noFiles}</Notice>
              ) : (
                isAtLeast(level, 'help') && <AddFiles big={originals.length === 0} onFiles={(files) => addUploads(person, files)} />
              )}
              {uploads.length > 0 && (
                <section aria-labelledby="uploads" className="card">
                  <h2 id="uploads">{w.uploads}</h2>
                  <ul className="uploads">
                    {uploads.map((one) => (
                      <UploadRow key={one.key} upload={one} />
                    ))}
                  </ul>
                </section>
              )}
              {isAtLeast(level, 'help') && !seen?.demo && <UnfinishedUploads person={person} underWay={uploads} />}
              <ReadingProgress originals={originals} />
              {!seen?.hidden.includes('about') && <WhoseRecords person={person} mayDecide={isAtLeast(level, 'act')} />}
              {needHelp.length > 0 && (
                <FileList id="need-help" title={w.needHelp(needHelp.length)} files={needHelp} person={person} level={level} />
              )}
              {others.length > 0 && <FileList id="files" title={w.files(others.length)} files={others} person={person} level={level} />}
            </div>
          )
        }}
      </Loaded>
    </>
  )
}

type Listed = Pick<Parameters<typeof FileRow>[0], 'person' | 'level'> & {
  id: string
  title: string
  files: readonly Parameters<typeof FileRow>[0]['original'][]
}

function FileList({ id, title, files, person, level }: Listed) {
  return (
    <section aria-labelledby={id} className="stack">
      <h2 id={id}>{title}</h2>
      <ul className="files">
        {files.map((original) => (
          <FileRow key={original.id} original={original} person={person} level={level} />
        ))}
      </ul>
    </section>
  )
}

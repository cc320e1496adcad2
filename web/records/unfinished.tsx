import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { call } from '../api/call.ts'
import { queries, uploadsQuery } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { bytesWords } from '../kit/bytes.ts'
import { words } from '../words/words.ts'
import { chosenFiles } from './dropped-files.ts'
import { addUploads, type Upload } from './uploads.ts'

const w = words.records

/** Files that were on their way when the page was closed: the browser has let go of them, the server has not. */
export function UnfinishedUploads({ person, underWay }: { person: string; underWay: readonly Upload[] }) {
  const query = useQuery(uploadsQuery(person))
  const chooser = useRef<HTMLInputElement>(null)
  const drop = useMutation({
    mutationFn: (upload: string) => call('dropUpload', { params: { person, upload } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [person, 'uploads'] }),
  })
  const left = (query.data?.uploads ?? []).filter((one) => !underWay.some(({ name, file }) => name === one.name && file.size === one.bytes))
  if (left.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="unfinished">
      <div className="stack tight">
        <h2 id="unfinished">{w.broken}</h2>
        <p className="soft small">{w.brokenLead}</p>
      </div>
      <ul className="uploads">
        {left.map(({ upload, name, bytes, next }) => (
          <li key={upload} className="upload">
            <div className="grow">
              <p className="file-name">{name}</p>
              <p className="soft small">{w.arrived(bytesWords(next), bytesWords(bytes))}</p>
            </div>
            <Button look="plain" busy={drop.isPending && drop.variables === upload} onClick={() => drop.mutate(upload)}>
              {w.forget}
              <span className="heard">: {name}</span>
            </Button>
          </li>
        ))}
      </ul>
      <div>
        <Button icon="plus" onClick={() => chooser.current?.click()}>
          {w.goOn}
        </Button>
      </div>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        aria-label={w.goOn}
        onChange={({ currentTarget }) => {
          // In a folder a file is named with its place: it is the same file all the same.
          const named = chosenFiles(currentTarget.files).map(({ file, name }) => ({
            file,
            name: left.find((one) => one.bytes === file.size && one.name.split('/').at(-1) === file.name)?.name ?? name,
          }))
          addUploads(person, named)
          currentTarget.value = ''
        }}
      />
    </section>
  )
}

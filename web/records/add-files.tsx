import { useRef, useState } from 'react'
import { Button } from '../kit/button.tsx'
import { words } from '../words/words.ts'
import { chosenFiles, droppedFiles, type NamedFile } from './dropped-files.ts'

const w = words.records

/** Drop, choose or photograph. The buttons do all that dropping does. */
export function AddFiles({ onFiles, big }: { onFiles: (files: NamedFile[]) => void; big: boolean }) {
  const [over, setOver] = useState(false)
  const files = useRef<HTMLInputElement>(null)
  const photo = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const input = {
    type: 'file',
    hidden: true,
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
      onFiles(chosenFiles(currentTarget.files))
      // The same file may be chosen again.
      currentTarget.value = ''
    },
  } as const
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop on; the buttons inside do the same
    <div
      className={`card drop${over ? ' over' : ''}${big ? ' big' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void droppedFiles(event.dataTransfer).then(onFiles)
      }}
    >
      <div className="stack tight">
        <h2>{big ? w.addFirst : w.add}</h2>
        <p className="soft">
          {w.addLead} <span className="desk-words">{w.dropHere}</span>
        </p>
      </div>
      <div className="add-ways">
        <Button look="main" icon="plus" onClick={() => files.current?.click()}>
          {w.chooseFiles}
        </Button>
        <Button icon="camera" onClick={() => photo.current?.click()}>
          {w.takePhoto}
        </Button>
        <Button icon="folder" onClick={() => folder.current?.click()}>
          {w.chooseFolder}
        </Button>
      </div>
      <input ref={files} {...input} multiple aria-label={w.chooseFiles} />
      <input ref={photo} {...input} accept="image/*" capture="environment" aria-label={w.takePhoto} />
      <input
        ref={(one) => {
          folder.current = one
          if (one) one.webkitdirectory = true
        }}
        {...input}
        aria-label={w.chooseFolder}
      />
    </div>
  )
}

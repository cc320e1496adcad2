import type { DocumentLine } from '@carefolio/core/api/originals.ts'
import type { Pictures, Window } from '@carefolio/core/read/dicom/pictures.ts'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { addressOf } from '../../api/call.ts'
import { originalsQuery } from '../../api/queries.ts'
import { Button } from '../../kit/button.tsx'
import { Choice } from '../../kit/field.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Failed, Working } from '../../kit/states.tsx'
import { words } from '../../words/words.ts'
import { type Drawable, drawableOf, openScan } from './open-scan.ts'
import { seriesOf } from './series.ts'
import { CT_WINDOWS, shaded, wholeWindow } from './shades.ts'
import { Slider } from './slider.tsx'
import './scan.css'

const w = words.page.scan

/** The pictures of a scan: turned through one after the other, with brightness and contrast as one likes. */
export function ScanViewer({ person, document }: { person: string; document: DocumentLine }) {
  const originals = useQuery(originalsQuery(person))
  const series = seriesOf(originals.data?.originals ?? [], document)
  const [place, setPlace] = useState<number>()
  const [own, setOwn] = useState<Window>()
  const [swapped, setSwapped] = useState(false)
  const first = useQuery(scanQuery(person, document.id, 0))
  // A file of many pictures is a series of its own.
  const frames = first.data?.pictures?.count ?? 1
  const count = frames > 1 ? frames : series.length
  const start =
    frames > 1
      ? 0
      : Math.max(
          0,
          series.findIndex(({ id }) => id === document.id),
        )
  const at = Math.min(count - 1, place ?? start)
  const idAt = (n: number) => (frames > 1 ? document.id : (series[n]?.id ?? document.id))
  const shown = useQuery({ ...scanQuery(person, idAt(at), frames > 1 ? at : 0), placeholderData: (before) => before })
  const next = idAt(Math.min(count - 1, at + 1))
  useEffect(() => {
    void openScan(person, next).catch(() => {})
  }, [person, next])

  if (first.isError || shown.isError) return <Failed error={first.error ?? shown.error} retry={() => void shown.refetch()} />
  if (!shown.data || first.isPending) return <Working label={w.working} />
  const { pictures, drawable } = shown.data
  if (!pictures || !drawable) return <CannotShow person={person} document={document} packed={pictures !== undefined} />
  const stored = pictures.windows[0] ?? (drawable.kind === 'grey' ? wholeWindow(drawable.values) : undefined)
  const window = own ?? stored
  const turn = (by: number) => setPlace(Math.min(count - 1, Math.max(0, at + by)))
  const name = w.name(pictures.study, at + 1, count)
  return (
    <section className="scan stack" aria-label={w.show}>
      <Canvas drawable={drawable} window={window} swapped={swapped} name={name} onTurn={turn} onWindow={setOwn} />
      {count > 1 && (
        <Slider label={w.turn} value={at} min={0} max={count - 1} says={w.of(at + 1, count)} onChange={(value) => setPlace(value)} />
      )}
      {drawable.kind === 'grey' && window && (
        <Controls
          key={`${document.id} ${own === undefined}`}
          drawable={drawable}
          pictures={pictures}
          window={window}
          onWindow={setOwn}
          onSwap={() => setSwapped(!swapped)}
          swapped={swapped}
        />
      )}
      <p className="soft small">{w.how}</p>
      <Notice>{w.notForDiagnosis}</Notice>
    </section>
  )
}

const scanQuery = (person: string, document: string, frame: number) => ({
  queryKey: [person, 'scan', document, frame],
  async queryFn() {
    const pictures = await openScan(person, document)
    return { pictures: pictures ?? null, drawable: (await drawableOf(pictures?.frame(frame))) ?? null }
  },
  staleTime: Number.POSITIVE_INFINITY,
  // What was decoded is large: it is kept no longer than it is looked at.
  gcTime: 10_000,
})

type CanvasProps = {
  drawable: Drawable
  window: Window | undefined
  swapped: boolean
  name: string
  onTurn: (by: number) => void
  onWindow: (window: Window) => void
}

function Canvas({ drawable, window, swapped, name, onTurn, onWindow }: CanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { width, height } = drawable
  const { center = 0, width: span = 1 } = window ?? {}
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context) return
    const rgba = drawable.kind === 'grey' ? shaded(drawable.values, { center, width: span }, drawable.inverted !== swapped) : drawable.rgba
    context.putImageData(new ImageData(rgba, width, height), 0, 0)
  }, [drawable, center, span, swapped, width, height])
  // React listens to the wheel without leave to keep the page from scrolling.
  const turn = useRef(onTurn)
  turn.current = onTurn
  useEffect(() => {
    const one = canvas.current
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      turn.current(Math.sign(event.deltaY))
    }
    one?.addEventListener('wheel', onWheel, { passive: false })
    return () => one?.removeEventListener('wheel', onWheel)
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    const by = STEPS[event.key]
    if (by === undefined) return
    event.preventDefault()
    onTurn(by)
  }
  const onPointerMove = (event: PointerEvent) => {
    if (event.buttons !== 1 || drawable.kind !== 'grey') return
    onWindow({ center: center + (event.movementY * span) / 300, width: Math.max(1, span * (1 + event.movementX / 200)) })
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys turn through the pictures; the slider below does the same
    <figure className="scan-frame" tabIndex={0} onKeyDown={onKeyDown} aria-label={name}>
      <canvas
        ref={canvas}
        width={width}
        height={height}
        role="img"
        aria-label={name}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
      />
    </figure>
  )
}

const STEPS: Record<string, number | undefined> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -100_000,
  End: 100_000,
}

type ControlsProps = {
  drawable: Extract<Drawable, { kind: 'grey' }>
  pictures: Pictures
  window: Window
  swapped: boolean
  onWindow: (window: Window | undefined) => void
  onSwap: () => void
}

function Controls({ drawable, pictures, window, swapped, onWindow, onSwap }: ControlsProps) {
  const whole = wholeWindow(drawable.values)
  // Hounsfield units begin at about -1000, air; other scanners measure in units of their own.
  const isCt = whole.center - whole.width / 2 <= -500
  const windows: Record<string, Window | undefined> = {
    stored: pictures.windows[0],
    whole,
    ...(isCt ? CT_WINDOWS : {}),
  }
  const chosen = Object.entries(windows).find(([, one]) => one && one.center === window.center && one.width === window.width)?.[0] ?? ''
  const options = Object.entries(windows).flatMap(([name, one]): [string, string][] =>
    one ? [[name, w.windows[name as keyof typeof w.windows]]] : [],
  )
  return (
    <div className="scan-controls">
      <Choice
        label={w.window}
        value={chosen}
        options={chosen === '' ? [['', '–'], ...options] : options}
        onChange={(event) => onWindow(windows[event.currentTarget.value])}
      />
      <Slider
        label={w.bright}
        value={-window.center}
        min={-(whole.center + whole.width / 2)}
        max={-(whole.center - whole.width / 2)}
        says={String(Math.round(window.center))}
        onChange={(value) => onWindow({ ...window, center: -value })}
      />
      <Slider
        label={w.contrast}
        value={-window.width}
        min={-whole.width * 1.5}
        max={-1}
        says={String(Math.round(window.width))}
        onChange={(value) => onWindow({ ...window, width: -value })}
      />
      <div className="row">
        <Button aria-pressed={swapped} onClick={onSwap}>
          {w.invert}
        </Button>
        <Button look="plain" onClick={() => onWindow(undefined)}>
          {w.reset}
        </Button>
      </div>
    </div>
  )
}

function CannotShow({ person, document, packed }: { person: string; document: DocumentLine; packed: boolean }) {
  const original = document.id.split('/')[0] ?? document.id
  return (
    <Notice tone="ask" title={packed ? w.unknownPacking : w.noPixels}>
      <p>{w.wayOut}</p>
      <div>
        <a className="button quiet" href={addressOf('originalContent', { person, original })} download>
          {words.records.download}
        </a>
      </div>
    </Notice>
  )
}

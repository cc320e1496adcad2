import type { Picture as PictureModel, Tone } from '@carefolio/core/report/picture.ts'
import { type Label, type LayoutOptions, layoutOf, type Placed } from '@carefolio/core/report/picture-layout.ts'
import { useEffect, useRef, useState } from 'react'
import { dayWords } from '../kit/day.ts'
import { words } from '../words/words.ts'

/** Rough width of text of 12 units; wide enough that labels do not run into each other in any usual font. */
const measure = (text: string) => text.length * 6.7
/** From this width on, names stand beside their lanes. */
const WIDE = 620

/** The picture, drawn anew for the width there is, so that its words keep their size. */
export function Picture({ picture }: { picture: PictureModel }) {
  const frame = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (frame.current === null) return
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    watch.observe(frame.current)
    return () => watch.disconnect()
  }, [])
  return <div ref={frame}>{width > 0 && <Drawing picture={picture} width={width} />}</div>
}

function Drawing({ picture, width }: { picture: PictureModel; width: number }) {
  const names: LayoutOptions['names'] = width < WIDE ? { at: 'above' } : { at: 'beside', width: 170 }
  const { height, top, ticks, lanes } = layoutOf(picture, { width, names, measure, line: 16 })
  const title = words.timeline.picture(dayWords(picture.from), dayWords(picture.to))
  return (
    <svg className="timeline-picture" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={title}>
      {lanes.map(
        (lane, i) => i % 2 === 0 && <rect key={lane.y} className="lane-back" x={0} y={lane.y} width={width} height={lane.height} />,
      )}
      {ticks.map((tick) => (
        <g key={tick.label}>
          <line className="grid" x1={tick.x} x2={tick.x} y1={top - 4} y2={height} />
          <text className="tick" x={tick.labelX} y={12}>
            {tick.label}
          </text>
        </g>
      ))}
      {lanes.map((lane) => (
        <g key={lane.y}>
          <text className="lane" x={lane.name.x} y={lane.name.y}>
            {lane.name.text}
          </text>
          {lane.marks.map((mark, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a picture is drawn as a whole
            <Drawn key={i} mark={mark} top={top} />
          ))}
        </g>
      ))}
    </svg>
  )
}

function Drawn({ mark, top }: { mark: Placed; top: number }) {
  return (
    <g>
      <title>{mark.words}</title>
      {mark.kind === 'bar' && (
        <>
          <rect className={`tone-${mark.tone}`} x={mark.x} y={mark.y - 9} width={mark.width} height={18} rx={3} />
          {mark.goesOn && <path className={`tone-${mark.tone}`} d={`M${mark.x + mark.width} ${mark.y - 9} l8 9 l-8 9 z`} />}
        </>
      )}
      {mark.kind === 'dot' && <path className={`tone-${mark.tone}`} d={shapeOf(mark.tone, mark.x, mark.y)} />}
      {mark.kind === 'series' && (
        <>
          <polyline className="series" points={mark.points.map(({ x, y }) => `${x},${Math.max(top, y)}`).join(' ')} />
          {mark.points.map(({ x, y }) => (
            <circle key={x} className="tone-test" cx={x} cy={y} r={3} />
          ))}
        </>
      )}
      {mark.label && <MarkLabel label={mark.label} />}
    </g>
  )
}

function MarkLabel({ label: { text, x, y, inside, from } }: { label: Label }) {
  return (
    <>
      {from && <line className="leader" x1={from.x} x2={from.x} y1={from.y + 9} y2={y - 8} />}
      <text className={inside ? 'in' : 'beside'} x={x} y={y + 4}>
        {text}
      </text>
    </>
  )
}

/** A shape for each tone, so that colour is never the only sign. */
function shapeOf(tone: Tone, x: number, y: number): string {
  if (tone === 'worse') return `M${x - 6} ${y + 5} h12 l-6 -11 z`
  if (tone === 'better') return `M${x - 6} ${y - 5} h12 l-6 11 z`
  if (tone === 'metastasis') return `M${x} ${y - 7} l7 7 l-7 7 l-7 -7 z`
  if (tone === 'same') return `M${x - 5} ${y - 5} h10 v10 h-10 z`
  return `M${x - 6} ${y} a6 6 0 1 0 12 0 a6 6 0 1 0 -12 0`
}

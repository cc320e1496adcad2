import type { Page } from '@carefolio/core/record/document.ts'
import { useEffect, useRef, useState } from 'react'
import { addressOf } from '../api/call.ts'
import { Button } from '../kit/button.tsx'
import { words } from '../words/words.ts'
import { MarkedText } from './marked-text.tsx'
import { boxesOf, type Span } from './places.ts'

const w = words.page
type Props = { person: string; id: string; page: Page; known: Span[]; wanted: Span | undefined }

/** The picture of a page with the words marked; on a small screen it begins large, with the words that are asked for in the middle. */
export function PagePicture({ person, id, page, known, wanted }: Props) {
  const [failed, setFailed] = useState(false)
  const [large, setLarge] = useState(() => window.matchMedia('(max-width: 40rem)').matches)
  const [loaded, setLoaded] = useState(false)
  const frame = useRef<HTMLElement>(null)
  const [box] = wanted ? boxesOf(page, wanted) : []
  const [left, top] = box ?? []
  // Again when it becomes large or small: the words stay in the middle.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `large` changes the size of what is scrolled
  useEffect(() => {
    const one = frame.current
    if (one === null || !loaded || left === undefined || top === undefined) return
    one.scrollTo({ left: left * one.scrollWidth - one.clientWidth / 4, top: top * one.scrollHeight - one.clientHeight / 2 })
  }, [loaded, large, left, top])
  if (failed) return <MarkedText text={page.text} known={known} wanted={wanted} />
  const params = { person, document: id, page: String(page.number) }
  return (
    <div className="stack">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a large page scrolls inside, and the keyboard must reach it */}
      <section className="page-frame" ref={frame} tabIndex={0} aria-label={w.page(page.number)}>
        <figure className={large ? 'page-picture large' : 'page-picture'}>
          <img
            src={addressOf('pagePicture', params, { width: 1400 })}
            alt={w.picture(page.number)}
            width={page.size?.width}
            height={page.size?.height}
            onLoad={() => setLoaded(true)}
            onError={() => setFailed(true)}
          />
          <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
            {known.flatMap((span) => boxesOf(page, span)).map((one) => rectOf(one, 'known'))}
            {wanted && boxesOf(page, wanted).map((one) => rectOf(one, 'wanted'))}
          </svg>
        </figure>
      </section>
      <div className="no-print">
        <Button aria-pressed={large} onClick={() => setLarge(!large)}>
          {large ? w.smaller : w.larger}
        </Button>
      </div>
    </div>
  )
}

const rectOf = ([left, top, right, bottom]: readonly [number, number, number, number], name: string) => (
  <rect
    key={`${name} ${left} ${top}`}
    className={name}
    x={left - 0.002}
    y={top - 0.002}
    width={right - left + 0.004}
    height={bottom - top + 0.004}
  />
)

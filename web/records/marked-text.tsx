import { useEffect, useRef } from 'react'
import { words } from '../words/words.ts'
import { piecesOf, type Span } from './places.ts'

/** The text of a page with its marked places; the one that is asked for is brought into view. */
export function MarkedText({ text, known, wanted }: { text: string; known: readonly Span[]; wanted: Span | undefined }) {
  const first = useRef<HTMLElement>(null)
  const at = wanted?.start
  useEffect(() => {
    if (at !== undefined) first.current?.scrollIntoView({ block: 'center' })
  }, [at])
  let marked = false
  let offset = 0
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long page scrolls inside, and the keyboard must reach it
    <section className="card page-text" aria-label={words.page.text} tabIndex={0}>
      {piecesOf(text, known, wanted).map((piece) => {
        const key = offset
        offset += piece.text.length
        if (piece.mark === undefined) return <span key={key}>{piece.text}</span>
        const isFirst = piece.mark === 'wanted' && !marked
        marked ||= isFirst
        return (
          <mark key={key} className={piece.mark} ref={isFirst ? first : undefined}>
            {piece.text}
          </mark>
        )
      })}
    </section>
  )
}

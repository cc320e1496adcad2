import type { Page } from '@carefolio/core/record/document.ts'
import type { Box, Evidence } from '@carefolio/core/record/evidence.ts'
import type { Profile } from '@carefolio/core/record/profile.ts'

/** A place in the text of a page: `text.slice(start, end)`. */
export type Span = { start: number; end: number }

/** All places on a page that the profile rests on, in order, those that touch made one. */
export function placesOn(profile: Profile, document: string, page: number): Span[] {
  const found: Span[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) walk(one)
    else if (typeof value === 'object' && value !== null) {
      if ('quote' in value && 'start' in value) {
        const evidence = value as Evidence
        if (evidence.document === document && evidence.page === page) found.push({ start: evidence.start, end: evidence.end })
      } else for (const one of Object.values(value)) walk(one)
    }
  }
  walk(profile)
  return merged(found)
}

export function merged(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}

/** A text cut at its marked places: the pieces together are the text. `wanted` wins where both are. */
export function piecesOf(text: string, known: readonly Span[], wanted: Span | undefined): { text: string; mark?: 'known' | 'wanted' }[] {
  const cuts = new Set([0, text.length])
  for (const { start, end } of [...known, ...(wanted ? [wanted] : [])])
    for (const cut of [start, end]) cuts.add(Math.max(0, Math.min(text.length, cut)))
  const places = [...cuts].toSorted((a, b) => a - b)
  const inside = (span: Span, at: number) => span.start <= at && at < span.end
  return places.slice(0, -1).flatMap((from, i) => {
    const piece = text.slice(from, places[i + 1])
    if (piece === '') return []
    if (wanted && inside(wanted, from)) return [{ text: piece, mark: 'wanted' as const }]
    return known.some((span) => inside(span, from)) ? [{ text: piece, mark: 'known' as const }] : [{ text: piece }]
  })
}

/** The boxes of the words of a place, those beside each other on a line made one. */
export function boxesOf({ words = [] }: Page, { start, end }: Span): Box[] {
  const boxes: Box[] = []
  for (const { box } of words.filter((word) => word.start < end && word.end > start)) {
    const last = boxes.at(-1)
    const sameLine = last && Math.abs(last[1] - box[1]) < (box[3] - box[1]) / 2 && box[0] >= last[0]
    if (sameLine) boxes[boxes.length - 1] = [last[0], Math.min(last[1], box[1]), Math.max(last[2], box[2]), Math.max(last[3], box[3])]
    else boxes.push(box)
  }
  return boxes
}

import type { Lane, Mark, Picture, Tone } from './picture.ts'

/**
 * The picture with every mark and label in its place, for any width: labels never lie over each other, over a mark, or outside. Lengths are in
 * the units of the drawing. `beside` names lie left of the lanes; `above` they have a line of their own, for a narrow screen.
 */
export type Layout = { width: number; height: number; left: number; right: number; top: number; ticks: Tick[]; lanes: PlacedLane[] }
/** `x` of its line, and of the middle of its label, which never runs out of the picture. */
export type Tick = { x: number; labelX: number; label: string }
export type PlacedLane = { name: { text: string; x: number; y: number }; y: number; height: number; marks: Placed[] }
export type Placed =
  | { kind: 'bar'; x: number; y: number; width: number; goesOn: boolean; tone: Tone; words: string; label: Label | undefined }
  | { kind: 'dot'; x: number; y: number; tone: Tone; words: string; label: Label | undefined }
  | { kind: 'series'; points: { x: number; y: number }[]; words: string; label: Label | undefined }
/** `inside` a bar it is drawn in white. `from`: where a line to the mark begins, when the label stands below it. */
export type Label = { text: string; x: number; y: number; inside: boolean; from?: { x: number; y: number } }

export type LayoutOptions = {
  width: number
  names: { at: 'beside'; width: number } | { at: 'above' }
  /** How wide a text is drawn. */
  measure: (text: string) => number
  /** Height of a line of text. */
  line: number
}

export function layoutOf(picture: Picture, options: LayoutOptions): Layout {
  const { width, names, line } = options
  const left = names.at === 'beside' ? names.width : 6
  const right = width - 10
  const top = line * 1.5
  let y = top
  const lanes = picture.lanes.map((lane) => {
    const placed = laneOf(lane, { ...options, left, right, y })
    y += placed.height
    return placed
  })
  const ticks = picture.ticks.map(({ at, label }) => {
    const x = left + at * (right - left)
    const half = options.measure(label) / 2
    return { x, labelX: Math.min(width - half, Math.max(half, x)), label }
  })
  return { width, height: y + line * 0.5, left, right, top, ticks: apart(ticks, options), lanes }
}

/** Years that would run into each other are left out. */
function apart(ticks: readonly Tick[], { measure }: LayoutOptions): Tick[] {
  const kept: Tick[] = []
  for (const tick of ticks) {
    const last = kept.at(-1)
    if (last === undefined || tick.labelX - last.labelX > measure(tick.label) + 6) kept.push(tick)
  }
  return kept
}

type Room = LayoutOptions & { left: number; right: number; y: number }

function laneOf(lane: Lane, room: Room): PlacedLane {
  const { line, left, right, names, measure } = room
  const nameY = room.y + line
  const first = names.at === 'above' ? room.y + line * 1.4 : room.y + line * 0.25
  const rowHeight = line * 1.4
  const x = (at: number) => left + at * (right - left)
  const taken: Span[] = []
  const unlabelled = lane.marks.map((mark) => ({ mark, row: rowFor(mark, x, taken) }))
  const marks = unlabelled.map(({ mark, row }): Placed => {
    const middle = first + row * rowHeight + rowHeight / 2
    const text = fitted(mark.label, right - left, measure)
    const wide = measure(text)
    if (mark.kind === 'series')
      return {
        kind: 'series',
        words: mark.words,
        points: mark.points.map((point) => ({ x: x(point.at), y: first + rowHeight * (0.9 - point.height * 0.8) })),
        label: labelFor(
          text,
          wide,
          { x: x(mark.points[0]?.at ?? 0) - 3, end: x(mark.points.at(-1)?.at ?? 1), row, first, rowHeight },
          room,
          taken,
        ),
      }
    if (mark.kind === 'dot')
      return {
        kind: 'dot',
        x: x(mark.at),
        y: middle,
        tone: mark.tone,
        words: mark.words,
        label: labelFor(text, wide, { x: x(mark.at), end: x(mark.at), row, first, rowHeight }, room, taken),
      }
    const from = x(mark.from)
    const barWidth = Math.max(4, x(mark.to) - from)
    return {
      kind: 'bar',
      x: from,
      y: middle,
      width: barWidth,
      goesOn: mark.goesOn,
      tone: mark.tone,
      words: mark.words,
      label:
        wide < barWidth - 10
          ? { text, x: from + 5, y: middle, inside: true }
          : labelFor(text, wide, { x: from, end: from + barWidth + (mark.goesOn ? 8 : 0), row, first, rowHeight }, room, taken),
    }
  })
  const rows = 1 + Math.max(0, ...taken.map(({ row }) => row))
  const height = first - room.y + rows * rowHeight + line * 0.25
  return { name: { text: lane.label, x: names.at === 'above' ? left : 0, y: nameY }, y: room.y, height, marks }
}

/** What is drawn in a row of a lane already. */
type Span = { row: number; from: number; to: number }
const isFree = (taken: readonly Span[], row: number, from: number, to: number) =>
  !taken.some((span) => span.row === row && from < span.to && to > span.from)

/** The first row of the lane in which a mark lies over no other. */
function rowFor(mark: Mark, x: (at: number) => number, taken: Span[]): number {
  const [from, to] =
    mark.kind === 'bar'
      ? [x(mark.from), Math.max(x(mark.to), x(mark.from) + 4)]
      : mark.kind === 'dot'
        ? [x(mark.at) - 7, x(mark.at) + 7]
        : [x(Math.min(...mark.points.map(({ at }) => at))) - 5, x(Math.max(...mark.points.map(({ at }) => at))) + 5]
  let row = 0
  // Dots without words may touch: each stands for itself.
  while (!(mark.kind === 'dot' && mark.label === '') && !isFree(taken, row, from + 1, to - 1)) row++
  taken.push({ row, from, to: to + (mark.kind === 'bar' && mark.goesOn ? 8 : 0) })
  return row
}

type At = { x: number; end: number; row: number; first: number; rowHeight: number }

/** Right of the mark where there is room, else left of it, else below in the first free row, with a line to the mark. */
function labelFor(
  text: string,
  wide: number,
  { x, end, row, first, rowHeight }: At,
  { left, right }: Room,
  taken: Span[],
): Label | undefined {
  if (text === '') return undefined
  const middle = (of: number) => first + of * rowHeight + rowHeight / 2
  const gap = x === end ? 10 : 5
  const after = end + gap
  if (after + wide <= right + 8 && isFree(taken, row, after - 2, after + wide + APART / 2)) {
    taken.push({ row, from: after - 2, to: after + wide + 6 })
    return { text, x: after, y: middle(row), inside: false }
  }
  const before = x - gap - wide
  if (before >= left && isFree(taken, row, before - APART, before + wide + 2)) {
    taken.push({ row, from: before - 6, to: before + wide + 2 })
    return { text, x: before, y: middle(row), inside: false }
  }
  const start = Math.max(left, Math.min(x, right + 8 - wide))
  let below = row + 1
  while (!isFree(taken, below, start - 6, start + wide + 6)) below++
  taken.push({ row: below, from: start - 6, to: start + wide + 6 })
  const foot = Math.min(Math.max(x + 2, start + 2), start + wide)
  const label = { text, x: start, y: middle(below), inside: false }
  const between = Array.from({ length: below - row - 1 }, (_, i) => ({ row: row + 1 + i, from: foot - 2, to: foot + 2 }))
  // A line that would run through another label says less than none.
  if (between.some((span) => !isFree(taken, span.row, span.from, span.to))) return label
  taken.push(...between)
  return { ...label, from: { x: foot, y: middle(row) } }
}
/** A label must not seem to belong to the mark on its other side. */
const APART = 30

/** Cut at a word where it is wider than all the room; the table has the whole words. */
function fitted(text: string, room: number, measure: (text: string) => number): string {
  if (measure(text) <= room) return text
  let cut = text
  while (cut !== '' && measure(`${cut}…`) > room) cut = cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut.slice(0, -1)
  return `${cut.replace(/[,(;-]+$/, '')}…`
}

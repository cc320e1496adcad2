import type { Mark, Picture, Tone } from '../picture.ts'
import { html, type Markup } from './markup.ts'

/** Drawing units: the whole picture is `WIDTH` wide and scales with the page. */
const WIDTH = 960
const LEFT = 190
const LANE = 34
const TOP = 26

/** Colour and, for dots, shape: colour is never the only sign. All are at least 4.5:1 on white. */
const INK: Record<Tone, string> = {
  diagnosis: '#1f2937',
  surgery: '#6d28d9',
  radiation: '#b45309',
  systemic: '#1d4ed8',
  test: '#0e7490',
  metastasis: '#9d174d',
  worse: '#b91c1c',
  better: '#15803d',
  same: '#4b5563',
}

export function pictureSvg(picture: Picture): Markup {
  const height = TOP + picture.lanes.length * LANE + 8
  const x = (at: number) => LEFT + at * (WIDTH - LEFT - 20)
  return html`<svg class="picture" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="picture-title picture-words">
<title id="picture-title">Your history from ${picture.from} to ${picture.to}</title>
<desc id="picture-words">${picture.lanes.map((lane) => `${lane.label}: ${lane.marks.map((mark) => mark.words).join('; ')}`).join('. ')}</desc>
${picture.ticks.map((tick) => html`<line x1="${x(tick.at)}" x2="${x(tick.at)}" y1="${TOP - 6}" y2="${height}" class="grid"/><text x="${x(tick.at)}" y="14" class="tick">${tick.label}</text>`)}
${picture.lanes.map((lane, i) => {
  const top = TOP + i * LANE
  return html`<text x="0" y="${top + 20}" class="lane">${lane.label}</text>${lane.marks.map((mark, j) => drawn(mark, top, x, nextStart(lane.marks, j), endOfLabel(lane.marks[j - 1], x)))}`
})}
</svg>`
}

/** Where the next mark of the lane begins: a label may only run up to there. */
function nextStart(marks: readonly Mark[], index: number): number {
  const from = (mark: Mark) => (mark.kind === 'bar' ? mark.from : mark.kind === 'dot' ? mark.at : 0)
  const here = marks[index]
  if (here === undefined) return 1
  return Math.min(1, ...marks.filter((mark, i) => i !== index && from(mark) >= from(here)).map(from))
}

/** How far the mark before and its label reach. */
function endOfLabel(mark: Mark | undefined, x: (at: number) => number): number {
  if (mark === undefined || mark.kind === 'series') return LEFT - 40
  const end = x(mark.kind === 'dot' ? mark.at : mark.to)
  const isInside = mark.kind === 'bar' && textWidth(mark.label) < end - x(mark.from) - 8
  return isInside ? end : end + 10 + textWidth(mark.label)
}

function drawn(mark: Mark, top: number, x: (at: number) => number, limit: number, before: number): Markup {
  const middle = top + 15
  switch (mark.kind) {
    case 'bar': {
      const left = x(mark.from)
      const width = Math.max(4, x(mark.to) - left)
      const inside = textWidth(mark.label) < width - 8
      return html`<g><title>${mark.words}</title><rect x="${left}" y="${top + 6}" width="${width}" height="18" rx="3" fill="${INK[mark.tone]}"/>${
        mark.goesOn && html`<path d="M${left + width} ${top + 6} l8 9 l-8 9 z" fill="${INK[mark.tone]}"/>`
      }${
        inside
          ? html`<text x="${left + 5}" y="${middle + 4}" class="in">${mark.label}</text>`
          : barLabel(mark.label, left, left + width, middle + 4, limit === 1 ? WIDTH : x(limit), before)
      }</g>`
    }
    case 'dot':
      return html`<g><title>${mark.words}</title>${shape(mark.tone, x(mark.at), middle)}${dotLabel(mark.label, x(mark.at), middle + 4, x(limit), before)}</g>`
    case 'series': {
      const points = mark.points.map((point) => `${x(point.at).toFixed(1)},${(top + 27 - point.height * 20).toFixed(1)}`)
      const last = mark.points.at(-1)
      return html`<g><title>${mark.words}</title><polyline points="${points.join(' ')}" class="series"/>${mark.points.map(
        (point) => html`<circle cx="${x(point.at).toFixed(1)}" cy="${(top + 27 - point.height * 20).toFixed(1)}" r="3" fill="#0f766e"/>`,
      )}${dotLabel(mark.label, x(last?.at ?? 1), top + 12, WIDTH, 0)}</g>`
    }
  }
}

/** Beside a bar that is too short for it: to the right, else to the left where that is free, else cut. */
function barLabel(text: string, from: number, to: number, y: number, limit: number, before: number): Markup {
  const room = limit - to - 16
  if (textWidth(text) > room && from - 14 - textWidth(text) > before)
    return html`<text x="${from - 6}" y="${y}" class="beside" text-anchor="end">${text}</text>`
  return html`<text x="${to + 10}" y="${y}" class="beside">${fitted(text, room)}</text>`
}

/** To the right of its mark; to the left when the right edge is too near; nowhere when another label stands there: the words follow as text. */
function dotLabel(text: string, cx: number, y: number, limit: number, before: number): Markup {
  if (WIDTH - cx - 10 < textWidth(text))
    return cx - 14 - textWidth(text) < before ? html`` : html`<text x="${cx - 10}" y="${y}" class="beside" text-anchor="end">${text}</text>`
  return html`<text x="${cx + 10}" y="${y}" class="beside">${fitted(text, limit - cx - 16)}</text>`
}

function shape(tone: Tone, cx: number, cy: number): Markup {
  const ink = INK[tone]
  if (tone === 'worse') return html`<path d="M${cx - 6} ${cy + 5} h12 l-6 -11 z" fill="${ink}"/>`
  if (tone === 'better') return html`<path d="M${cx - 6} ${cy - 5} h12 l-6 11 z" fill="${ink}"/>`
  if (tone === 'metastasis') return html`<path d="M${cx} ${cy - 7} l7 7 l-7 7 l-7 -7 z" fill="${ink}"/>`
  if (tone === 'same') return html`<rect x="${cx - 5}" y="${cy - 5}" width="10" height="10" fill="${ink}"/>`
  return html`<circle cx="${cx}" cy="${cy}" r="6" fill="${ink}"/>`
}

/** Rough width of 12-unit text; good enough to keep labels from running into each other. */
const textWidth = (text: string) => text.length * 6.6

function fitted(text: string, room: number): string {
  const letters = Math.floor(room / 6.6)
  if (text.length <= letters) return text
  return letters < 4 ? '' : `${text.slice(0, letters - 1)}…`
}

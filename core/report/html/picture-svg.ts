import type { Picture, Tone } from '../picture.ts'
import { type Label, type Layout, type LayoutOptions, layoutOf, type Placed } from '../picture-layout.ts'
import { html, type Markup } from './markup.ts'

/** Colour and, for dots, shape: colour is never the only sign. All are at least 4.5:1 on white. */
export const INK: Record<Tone, string> = {
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

/** Rough width of text of 12 units; wide enough that labels do not run into each other in any usual font. */
const measure = (text: string) => text.length * 6.7
const SIZES: Record<'wide' | 'narrow', LayoutOptions> = {
  wide: { width: 960, names: { at: 'beside', width: 180 }, measure, line: 16 },
  narrow: { width: 358, names: { at: 'above' }, measure, line: 16 },
}

/** `wide` for a desk and paper, `narrow` for a phone; the style sheet shows the one that fits. The table beside them has all words. */
export function pictureSvg(picture: Picture, size: 'wide' | 'narrow'): Markup {
  const layout = layoutOf(picture, SIZES[size])
  const { width, height, top, ticks, lanes } = layout
  return html`<svg class="picture ${size}" viewBox="0 0 ${width} ${round(height)}" role="img" aria-labelledby="picture-title-${size}">
<title id="picture-title-${size}">Your history from ${picture.from} to ${picture.to}; the table below has it in words</title>
${lanes.map((lane, i) => (i % 2 === 0 ? html`<rect x="0" y="${round(lane.y)}" width="${width}" height="${round(lane.height)}" class="lane-back"/>` : html``))}
${ticks.map((tick) => html`<line x1="${round(tick.x)}" x2="${round(tick.x)}" y1="${top - 4}" y2="${round(height)}" class="grid"/><text x="${round(tick.labelX)}" y="12" class="tick">${tick.label}</text>`)}
${lanes.map((lane) => html`<text x="${lane.name.x}" y="${round(lane.name.y)}" class="lane">${lane.name.text}</text>${lane.marks.map((mark) => drawn(mark, layout))}`)}
</svg>`
}

function drawn(mark: Placed, { top }: Layout): Markup {
  switch (mark.kind) {
    case 'bar': {
      const y = mark.y - 9
      return html`<g><title>${mark.words}</title><rect x="${round(mark.x)}" y="${round(y)}" width="${round(mark.width)}" height="18" rx="3" fill="${INK[mark.tone]}"/>${
        mark.goesOn && html`<path d="M${round(mark.x + mark.width)} ${round(y)} l8 9 l-8 9 z" fill="${INK[mark.tone]}"/>`
      }${label(mark.label)}</g>`
    }
    case 'dot':
      return html`<g><title>${mark.words}</title>${shape(mark.tone, round(mark.x), round(mark.y))}${label(mark.label)}</g>`
    case 'series':
      return html`<g><title>${mark.words}</title><polyline points="${mark.points.map(({ x, y }) => `${round(x)},${round(Math.max(top, y))}`).join(' ')}" class="series"/>${mark.points.map(
        ({ x, y }) => html`<circle cx="${round(x)}" cy="${round(y)}" r="3" fill="#0f766e"/>`,
      )}${label(mark.label)}</g>`
  }
}

function label(one: Label | undefined): Markup {
  if (one === undefined) return html``
  return html`${one.from && html`<line x1="${round(one.from.x)}" x2="${round(one.from.x)}" y1="${round(one.from.y + 9)}" y2="${round(one.y - 8)}" class="leader"/>`}<text x="${round(one.x)}" y="${round(one.y + 4)}" class="${one.inside ? 'in' : 'beside'}">${one.text}</text>`
}

function shape(tone: Tone, cx: number, cy: number): Markup {
  const ink = INK[tone]
  if (tone === 'worse') return html`<path d="M${cx - 6} ${cy + 5} h12 l-6 -11 z" fill="${ink}"/>`
  if (tone === 'better') return html`<path d="M${cx - 6} ${cy - 5} h12 l-6 11 z" fill="${ink}"/>`
  if (tone === 'metastasis') return html`<path d="M${cx} ${cy - 7} l7 7 l-7 7 l-7 -7 z" fill="${ink}"/>`
  if (tone === 'same') return html`<rect x="${cx - 5}" y="${cy - 5}" width="10" height="10" fill="${ink}"/>`
  return html`<circle cx="${cx}" cy="${cy}" r="6" fill="${ink}"/>`
}

const round = (value: number) => Math.round(value * 10) / 10

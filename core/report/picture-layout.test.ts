import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PartialDate } from '../record/partial-date.ts'
import type { Mark } from './picture.ts'
import { type Layout, type LayoutOptions, layoutOf, type Placed } from './picture-layout.ts'

const measure = (text: string) => text.length * 6
const WIDE: LayoutOptions = { width: 900, names: { at: 'beside', width: 180 }, measure, line: 16 }
const NARROW: LayoutOptions = { width: 358, names: { at: 'above' }, measure, line: 16 }

const label = fc.string({ maxLength: 60, unit: fc.constantFrom('a', 'b', ' ', 'c') })
const common = { tone: fc.constant('systemic' as const), words: label, label, sources: fc.constant<number[]>([]) }
const at = fc.double({ min: 0, max: 1, noNaN: true })
const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc.record({ ...common, kind: fc.constant('dot' as const), at }),
  fc
    .record({ ...common, kind: fc.constant('bar' as const), from: at, to: at, goesOn: fc.boolean() })
    .map((bar) => ({ ...bar, from: Math.min(bar.from, bar.to), to: Math.max(bar.from, bar.to) })),
)
const picture = (marks: Mark[]) => ({
  from: PartialDate.parse('2018'),
  to: PartialDate.parse('2026'),
  ticks: [],
  lanes: [{ label: 'Lane', marks }],
})

type Box = { from: number; to: number; y: number }
const labelsOf = (layout: Layout): Box[] =>
  layout.lanes.flatMap(({ marks }) =>
    marks.flatMap((one: Placed) => (one.label ? [{ from: one.label.x, to: one.label.x + measure(one.label.text), y: one.label.y }] : [])),
  )

describe.each([
  ['wide', WIDE],
  ['narrow', NARROW],
])('the %s layout', (_, options) => {
  it('lays no label over another, nor outside the picture', () =>
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 12 }), (marks) => {
        const layout = layoutOf(picture(marks), options)
        const labels = labelsOf(layout)
        for (const one of labels) {
          expect(one.from).toBeGreaterThanOrEqual(0)
          expect(one.to).toBeLessThanOrEqual(options.width)
          expect(one.y).toBeLessThan(layout.height)
        }
        labels.forEach((one, i) => {
          for (const other of labels.slice(i + 1)) if (one.y === other.y) expect(one.to <= other.from || other.to <= one.from).toBe(true)
        })
      }),
    ))

  it('gives every mark that has words a label', () => {
    const dots = [0, 0.001, 0.002, 0.5, 1].map(
      (place): Mark => ({ kind: 'dot', at: place, label: 'some words', words: 'some words', tone: 'test', sources: [] }),
    )
    expect(labelsOf(layoutOf(picture(dots), options))).toHaveLength(dots.length)
  })

  it('lets no line to a mark run through a label', () =>
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 12 }), (marks) => {
        const layout = layoutOf(picture(marks), options)
        const lines = layout.lanes.flatMap((lane) =>
          lane.marks.flatMap((one) => (one.label?.from ? [{ ...one.label.from, to: one.label.y }] : [])),
        )
        for (const line of lines)
          for (const one of labelsOf(layout))
            if (one.y > line.y && one.y < line.to) expect(line.x <= one.from || line.x >= one.to).toBe(true)
      }),
    ))

  it('cuts a label that is wider than the picture at a word', () => {
    const long = Array.from({ length: 60 }, () => 'word').join(' ')
    const layout = layoutOf(picture([{ kind: 'dot', at: 0.5, label: long, words: long, tone: 'test', sources: [] }]), options)
    const [placed] = layout.lanes[0]?.marks ?? []
    expect(placed?.label?.text).toMatch(/word…$/)
  })
})

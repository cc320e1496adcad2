import type { Mark, Picture, Tone } from '@carefolio/core/report/picture.ts'
import type { PdfPaper } from './pdf-paper.ts'

const LANE = 22
const TOP = 14
const LABELS = 118
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

/** Points that the picture takes on the page. */
export const heightOf = (picture: Picture): number => TOP + picture.lanes.length * LANE + 10

/** The time axis of the report, drawn as one figure whose words are its alternative text. */
export function drawPicture(paper: PdfPaper, picture: Picture): void {
  const words = `Your history from ${picture.from} to ${picture.to}. ${picture.lanes.map((lane) => `${lane.label}: ${lane.marks.map((mark) => mark.words).join('; ')}`).join('. ')}`
  const { doc } = paper
  const x = (at: number) => paper.left + LABELS + at * (paper.width - LABELS - 10)
  paper.figure(words, heightOf(picture), (top) => {
    const bottom = top + TOP + picture.lanes.length * LANE
    doc.font('plain').fontSize(7)
    for (const tick of picture.ticks) {
      doc
        .moveTo(x(tick.at), top + 10)
        .lineTo(x(tick.at), bottom)
        .lineWidth(0.4)
        .strokeColor('#e2e8f0')
        .stroke()
      doc.fillColor('#4a5568').text(tick.label, x(tick.at) - 12, top, { width: 24, align: 'center', lineBreak: false })
    }
    picture.lanes.forEach((lane, i) => {
      const y = top + TOP + i * LANE
      doc
        .font('bold')
        .fontSize(7.5)
        .fillColor('#1a202c')
        .text(lane.label, paper.left, y + 6, { width: LABELS - 6, height: 10, ellipsis: true })
      for (const [j, mark] of lane.marks.entries()) drawMark(doc, mark, { before: lane.marks[j - 1], next: lane.marks[j + 1] }, y, x)
    })
  })
}

type Beside = { before: Mark | undefined; next: Mark | undefined }

function drawMark(doc: PDFKit.PDFDocument, mark: Mark, { before, next }: Beside, y: number, x: (at: number) => number): void {
  doc.font('plain').fontSize(7)
  const limit = next === undefined ? x(1) + 8 : x(next.kind === 'bar' ? next.from : next.kind === 'dot' ? next.at : 1)
  if (mark.kind === 'bar') {
    const left = x(mark.from)
    const width = Math.max(3, x(mark.to) - left)
    doc.roundedRect(left, y + 3, width, 13, 2).fill(INK[mark.tone])
    const wide = doc.widthOfString(mark.label)
    const room = limit - left - width - 5
    if (wide < width - 6) label(doc, mark.label, left + 3, y + 6, width - 5, '#ffffff')
    else if (wide > room && left - wide - 8 > endOf(doc, before, x)) label(doc, mark.label, left - wide - 5, y + 6, wide + 2, '#1a202c')
    else label(doc, mark.label, left + width + 3, y + 6, room, '#1a202c')
  } else if (mark.kind === 'dot') {
    const cx = x(mark.at)
    const cy = y + 9.5
    if (mark.tone === 'worse') doc.polygon([cx - 4, cy + 3.5], [cx + 4, cy + 3.5], [cx, cy - 4]).fill(INK.worse)
    else if (mark.tone === 'better') doc.polygon([cx - 4, cy - 3.5], [cx + 4, cy - 3.5], [cx, cy + 4]).fill(INK.better)
    else if (mark.tone === 'metastasis') doc.polygon([cx, cy - 5], [cx + 5, cy], [cx, cy + 5], [cx - 5, cy]).fill(INK.metastasis)
    else if (mark.tone === 'same') doc.rect(cx - 3.5, cy - 3.5, 7, 7).fill(INK.same)
    else doc.circle(cx, cy, 4).fill(INK[mark.tone])
    dotLabel(doc, mark.label, cx, y + 6, { limit, edge: x(1) + 8, taken: endOf(doc, before, x) })
  } else {
    const place = (point: { at: number; height: number }) => [x(point.at), y + 18 - point.height * 14] as const
    const [first, ...rest] = mark.points
    if (first) doc.moveTo(...place(first))
    for (const point of rest) doc.lineTo(...place(point))
    doc.lineWidth(1).strokeColor('#0f766e').stroke()
    for (const point of mark.points) doc.circle(...place(point), 1.8).fill('#0f766e')
    const last = mark.points.at(-1)
    if (last) dotLabel(doc, mark.label, x(last.at), y, { limit: x(1) + 8, edge: x(1) + 8, taken: 0 })
  }
}

/** How far the mark before and its label reach. */
function endOf(doc: PDFKit.PDFDocument, mark: Mark | undefined, x: (at: number) => number): number {
  if (mark === undefined || mark.kind === 'series') return x(0) - 30
  const end = x(mark.kind === 'dot' ? mark.at : mark.to)
  const wide = doc.widthOfString(mark.label)
  return mark.kind === 'bar' && wide < end - x(mark.from) - 6 ? end : end + 7 + wide
}

type Room = { limit: number; edge: number; taken: number }

/** To the right of its mark; to the left when the right edge is too near; nowhere when the label of the mark before stands there. */
function dotLabel(doc: PDFKit.PDFDocument, text: string, cx: number, y: number, { limit, edge, taken }: Room): void {
  const width = doc.widthOfString(text)
  if (edge - cx - 7 < width && cx - width - 10 < taken) return
  if (edge - cx - 7 < width) label(doc, text, cx - width - 8, y, width + 2, '#1a202c')
  else label(doc, text, cx + 7, y, limit - cx - 9, '#1a202c')
}

function label(doc: PDFKit.PDFDocument, text: string, x: number, y: number, room: number, colour: string): void {
  if (room < 14) return
  doc.fillColor(colour).text(text, x, y, { width: room, height: 9, ellipsis: true, lineBreak: false })
}

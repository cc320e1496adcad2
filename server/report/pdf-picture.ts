import { INK } from '@carefolio/core/report/html/picture-svg.ts'
import type { Picture } from '@carefolio/core/report/picture.ts'
import { type Label, type LayoutOptions, layoutOf, type Placed } from '@carefolio/core/report/picture-layout.ts'
import type { PdfPaper } from './pdf-paper.ts'

const TEXT = 7
/** As wide as the text of the page; letters of DejaVu Sans are at most this wide on the average. */
const OPTIONS: LayoutOptions = { width: 520, names: { at: 'beside', width: 118 }, measure: (text) => text.length * TEXT * 0.6, line: 9 }

/** Points that the picture takes on the page. */
export const heightOf = (picture: Picture): number => layoutOf(picture, OPTIONS).height

/** The time axis of the report, drawn as one figure whose words are its alternative text. */
export function drawPicture(paper: PdfPaper, picture: Picture): void {
  const words = `Your history from ${picture.from} to ${picture.to}. ${picture.lanes.map((lane) => `${lane.label}: ${lane.marks.map((mark) => mark.words).join('; ')}`).join('. ')}`
  const layout = layoutOf(picture, OPTIONS)
  const { doc } = paper
  paper.figure(words, layout.height, (top) => {
    doc.save().translate(paper.left, top)
    layout.lanes.forEach((lane, i) => {
      if (i % 2 === 0) doc.rect(0, lane.y, layout.width, lane.height).fill('#f7fafc')
    })
    doc.font('plain').fontSize(TEXT)
    for (const tick of layout.ticks) {
      doc
        .moveTo(tick.x, layout.top - 3)
        .lineTo(tick.x, layout.height)
        .lineWidth(0.4)
        .strokeColor('#e2e8f0')
        .stroke()
      doc.fillColor('#4a5568').text(tick.label, tick.labelX - 12, 0, { width: 24, align: 'center', lineBreak: false })
    }
    for (const lane of layout.lanes) {
      doc
        .font('bold')
        .fontSize(TEXT)
        .fillColor('#1a202c')
        .text(lane.name.text, lane.name.x, lane.name.y - TEXT, { width: 112, height: 9, ellipsis: true })
      doc.font('plain').fontSize(TEXT)
      for (const mark of lane.marks) drawMark(doc, mark)
    }
    doc.restore()
  })
}

function drawMark(doc: PDFKit.PDFDocument, mark: Placed): void {
  if (mark.kind === 'bar') {
    doc.roundedRect(mark.x, mark.y - 5, mark.width, 10, 2).fill(INK[mark.tone])
    if (mark.goesOn)
      doc
        .polygon([mark.x + mark.width, mark.y - 5], [mark.x + mark.width + 6, mark.y], [mark.x + mark.width, mark.y + 5])
        .fill(INK[mark.tone])
  } else if (mark.kind === 'dot') drawDot(doc, mark)
  else {
    const [first, ...rest] = mark.points
    if (first) doc.moveTo(first.x, first.y)
    for (const point of rest) doc.lineTo(point.x, point.y)
    doc.lineWidth(1).strokeColor('#0f766e').stroke()
    for (const { x, y } of mark.points) doc.circle(x, y, 1.6).fill('#0f766e')
  }
  if (mark.label) drawLabel(doc, mark.label)
}

function drawDot(doc: PDFKit.PDFDocument, { x, y, tone }: Extract<Placed, { kind: 'dot' }>): void {
  if (tone === 'worse') doc.polygon([x - 4, y + 3.5], [x + 4, y + 3.5], [x, y - 4])
  else if (tone === 'better') doc.polygon([x - 4, y - 3.5], [x + 4, y - 3.5], [x, y + 4])
  else if (tone === 'metastasis') doc.polygon([x, y - 5], [x + 5, y], [x, y + 5], [x - 5, y])
  else if (tone === 'same') doc.rect(x - 3.5, y - 3.5, 7, 7)
  else doc.circle(x, y, 4)
  doc.fill(INK[tone])
}

function drawLabel(doc: PDFKit.PDFDocument, { text, x, y, inside, from }: Label): void {
  if (from)
    doc
      .moveTo(from.x, from.y + 5)
      .lineTo(from.x, y - 4)
      .lineWidth(0.4)
      .strokeColor('#4a5568')
      .stroke()
  doc.fillColor(inside ? '#ffffff' : '#1a202c').text(text, x, y - TEXT / 2 - 0.5, { lineBreak: false })
}

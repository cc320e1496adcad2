import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'

type Words = { text: string; sources?: readonly number[] }
type ParagraphOptions = {
  sources?: readonly number[]
  strong?: boolean
  soft?: boolean
  small?: boolean
  tiny?: boolean
  alarm?: boolean
  indent?: number
  link?: string
}

const require = createRequire(import.meta.url)
const FONT = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')
const FONT_BOLD = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf')

const MARGIN = 46
const INK = '#1a202c'
const SOFT = '#4a5568'
const LINK = '#0b5394'
const SIZES = { 1: 17, 2: 13, 3: 10, 4: 8.5 } as const
const BODY = 9.5
const SMALL = 8
const TINY = 7

/** A tagged PDF that is written from top to bottom: headings, paragraphs, lists, tables, one drawing. Text links to named places. */
export class PdfPaper {
  readonly doc: PDFKit.PDFDocument
  readonly #root: PDFKit.PDFStructureElement
  readonly #done: Promise<Uint8Array>
  /** The numbers of all sources that were written so far. */
  readonly linked = new Set<number>()

  constructor(title: string) {
    this.doc = new PDFDocument({
      size: 'LETTER',
      margin: MARGIN,
      pdfVersion: '1.7',
      tagged: true,
      lang: 'en',
      displayTitle: true,
      bufferPages: true,
      info: { Title: title, Creator: 'Carefolio', Producer: 'Carefolio' },
    })
    const chunks: Uint8Array[] = []
    this.#done = new Promise((resolve, reject) => {
      this.doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
      this.doc.on('end', () => resolve(Buffer.concat(chunks)))
      this.doc.on('error', reject)
    })
    this.doc.registerFont('plain', FONT).registerFont('bold', FONT_BOLD)
    this.#root = this.doc.struct('Document')
    this.doc.addStructure(this.#root)
  }

  get width(): number {
    return this.doc.page.width - 2 * MARGIN
  }

  get left(): number {
    return MARGIN
  }

  heading(level: 1 | 2 | 3 | 4, text: string): void {
    this.needs(level === 2 ? 90 : 60)
    this.doc.moveDown(level === 1 ? 0 : level === 2 ? 1.2 : 0.6)
    this.#root.add(
      this.doc.struct(
        `H${level}`,
        {},
        () => void this.doc.font('bold').fontSize(SIZES[level]).fillColor(INK).text(text, MARGIN, this.doc.y, { width: this.width }),
      ),
    )
    this.doc.moveDown(0.2)
    if (level === 2) this.doc.outline.addItem(text)
  }

  paragraph(text: string, options: ParagraphOptions = {}): void {
    this.needs(24)
    this.#root.add(
      this.doc.struct('P', {}, () =>
        this.#run(
          { text, ...(options.sources ? { sources: options.sources } : {}) },
          MARGIN + (options.indent ?? 0),
          this.width - (options.indent ?? 0),
          options,
        ),
      ),
    )
    this.doc.moveDown(0.25)
  }

  /** In a red frame, before anything else. */
  alarm(text: string, sources: readonly number[]): void {
    const { doc } = this
    doc.font('bold').fontSize(BODY + 2)
    const height = doc.heightOfString(`${text}${sources.map((n) => ` [${n}]`).join('')}`, { width: this.width - 24 }) + 20
    this.needs(height)
    const top = doc.y
    doc.markContent('Artifact', { type: 'Layout' })
    doc.roundedRect(MARGIN, top, this.width, height, 5).lineWidth(2).fillAndStroke('#fef2f2', '#9b1c1c')
    doc.endMarkedContent()
    doc.y = top + 10
    this.#root.add(doc.struct('P', {}, () => this.#run({ text, sources }, MARGIN + 12, this.width - 24, { strong: true, alarm: true })))
    doc.y = top + height + 8
  }

  list(items: readonly (Words & { below?: string })[], options: { small?: boolean; tiny?: boolean } = {}): void {
    if (items.length === 0) return
    const list = this.doc.struct('L')
    this.#root.add(list)
    for (const item of items) {
      this.needs(30)
      const row = this.doc.struct('LI')
      list.add(row)
      row.add(
        this.doc.struct('LBody', {}, () => {
          this.#run(item, MARGIN + 10, this.width - 10, options)
          if (item.below)
            this.#run({ text: item.below }, MARGIN + 22, this.width - 22, {
              soft: true,
              ...(options.tiny ? { tiny: true } : { small: true }),
            })
        }),
      )
      row.end()
      this.doc.moveDown(0.2)
    }
    list.end()
  }

  /** Columns take the given shares of the width. A row is never split over pages unless it is longer than one. */
  table(
    head: readonly string[] | undefined,
    rows: readonly (readonly Words[])[],
    shares: readonly number[],
    options: { small?: boolean; tiny?: boolean } = {},
  ): void {
    const table = this.doc.struct('Table')
    this.#root.add(table)
    if (head)
      this.#row(
        table,
        head.map((text) => ({ text })),
        shares,
        { heads: head.length, ...options },
      )
    // Without a heading row the first cell of each row is its heading.
    for (const row of rows) this.#row(table, row, shares, { heads: head ? 0 : 1, ...options })
    table.end()
    this.doc.x = MARGIN
    this.doc.moveDown(0.4)
  }

  figure(words: string, height: number, draw: (top: number) => void): void {
    this.needs(height)
    const top = this.doc.y
    this.#root.add(this.doc.struct('Figure', { alt: words }, () => draw(top)))
    this.doc.x = MARGIN
    this.doc.y = top + height
  }

  anchor(name: string): void {
    this.needs(24)
    this.doc.addNamedDestination(name, 'XYZ', MARGIN, this.doc.y - 4, null)
  }

  async finish(): Promise<Uint8Array> {
    this.#root.end()
    this.#numberPages()
    this.doc.end()
    return this.#done
  }

  /** Begins a new page when less than this many points are left. */
  needs(points: number): void {
    if (this.doc.y + points > this.doc.page.height - MARGIN) this.doc.addPage()
  }

  #run({ text, sources = [] }: Words, x: number, width: number, options: ParagraphOptions): void {
    const { doc } = this
    doc
      .font(options.strong ? 'bold' : 'plain')
      .fontSize(options.alarm ? BODY + 2 : options.tiny ? TINY : options.small ? SMALL : BODY)
      .fillColor(options.alarm ? '#7f1d1d' : options.soft ? SOFT : INK)
    const linked = sources.length > 0
    doc.text(text, x, doc.y, { width, continued: linked, ...(options.link ? { link: options.link } : {}) })
    sources.forEach((number, i) => {
      this.linked.add(number)
      doc
        .font('plain')
        .fillColor(LINK)
        .text(` [${number}]`, { goTo: `source-${number}`, continued: i < sources.length - 1 })
    })
    doc.fillColor(INK)
  }

  #row(
    table: PDFKit.PDFStructureElement,
    cells: readonly Words[],
    shares: readonly number[],
    { heads, small = false, tiny = false }: { heads: number; small?: boolean; tiny?: boolean },
  ): void {
    const { doc } = this
    const widths = cells.map((_, i) => (shares[i] ?? 0) * this.width - 8)
    const height = Math.max(
      ...cells.map((cell, i) => {
        doc.font(i < heads ? 'bold' : 'plain').fontSize(tiny ? TINY : small ? SMALL : BODY)
        return doc.heightOfString(`${cell.text}${(cell.sources ?? []).map((n) => ` [${n}]`).join('')}`, { width: widths[i] ?? 0 })
      }),
    )
    this.needs(Math.min(height + 6, doc.page.height / 2))
    const top = doc.y
    const row = doc.struct('TR')
    table.add(row)
    let x = MARGIN
    let bottom = top
    cells.forEach((cell, i) => {
      doc.y = top
      const left = x
      const tag = i < heads ? 'TH' : 'TD'
      row.add(doc.struct(tag, {}, () => this.#run(cell, left, widths[i] ?? 0, { strong: tag === 'TH', small, tiny })))
      bottom = Math.max(bottom, doc.y)
      x += (widths[i] ?? 0) + 8
    })
    row.end()
    doc.y = bottom + 2
    doc.markContent('Artifact', { type: 'Layout' })
    doc
      .moveTo(MARGIN, doc.y)
      .lineTo(MARGIN + this.width, doc.y)
      .lineWidth(0.4)
      .strokeColor('#cbd5e0')
      .stroke()
    doc.endMarkedContent()
    doc.y += 3
  }

  #numberPages(): void {
    const { start, count } = this.doc.bufferedPageRange()
    for (let page = start; page < start + count; page++) {
      this.doc.switchToPage(page)
      this.doc.page.margins.bottom = 0
      this.doc.markContent('Artifact', { type: 'Pagination' })
      this.doc
        .font('plain')
        .fontSize(8)
        .fillColor(SOFT)
        .text(`Page ${page + 1} of ${count} · not medical advice`, MARGIN, this.doc.page.height - 32, {
          width: this.width,
          align: 'center',
          lineBreak: false,
        })
      this.doc.endMarkedContent()
    }
  }
}

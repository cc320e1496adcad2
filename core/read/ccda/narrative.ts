import { PageWriter, type Span } from '../page-writer.ts'
import { elementsOf, type XmlElement } from './xml-tree.ts'

/**
 * Where the narratives of a document stand on its page. `spans` says where each element with an ID came to stand, so that
 * coded entries can point at the words they were made from.
 */
export class Narrative {
  readonly page = new PageWriter()
  #spans = new Map<string, Span>()
  #words = new Map<string, string>()

  /** Writes a section's `text` as a person would read it, and returns where it stands with its words. */
  write(text: XmlElement): { span: Span; words: string } {
    const local = new NarrativeWriter()
    local.block(text)
    const words = local.text()
    this.page.endLine()
    const span = this.page.write(words)
    this.page.endLine()
    for (const [id, place] of local.ids) {
      const trimmed = trim(words, place)
      if (this.#spans.has(id)) continue
      this.#spans.set(id, { start: span.start + trimmed.start, end: span.start + trimmed.end })
      this.#words.set(id, words.slice(trimmed.start, trimmed.end))
    }
    return { span, words }
  }

  spanOf(reference: string): Span | undefined {
    return this.#spans.get(reference.replace(/^#/, ''))
  }

  wordsOf(reference: string): string | undefined {
    return this.#words.get(reference.replace(/^#/, ''))
  }
}

/** Writes narrative markup: a line for each paragraph, item and table row, two spaces between cells, white space folded. */
class NarrativeWriter {
  readonly ids: [string, Span][] = []
  #page = new PageWriter()
  /** What must stand before the next word on this line. */
  #before = ''
  #lineIsOpen = false
  /** Inside a cell of a row with several cells, where a line end would tear the row apart. */
  #inRow = 0

  text(): string {
    return this.#page.text()
  }

  block(element: XmlElement): void {
    for (const child of element.children) {
      if (typeof child === 'string') this.#inline(child)
      else this.#element(child)
    }
  }

  #element(element: XmlElement): void {
    const start = this.#page.length
    const { name } = element
    if (name === 'table') this.#table(element)
    else if (name === 'tr') this.#row(element)
    else if (name === 'br') this.#break(' ')
    else if (name === 'list') {
      this.#break(' ')
      this.block(element)
      this.#break(' ')
    } else if (name === 'item') {
      this.#break('; ')
      if (this.#inRow === 0) this.#before = '- '
      this.block(element)
      this.#break('; ')
    } else if (BLOCKS.has(name)) {
      this.#break(' ')
      this.block(element)
      this.#break(' ')
    } else if (!SILENT.has(name)) this.block(element)
    const id = element.attributes['ID'] ?? element.attributes['id']
    if (id === undefined) return
    // An empty marker stands just before the words it names.
    if (this.#page.length === start && name === 'content') this.#pending.push([id, start])
    else this.ids.push([id, { start, end: this.#page.length }])
  }

  #pending: [string, number][] = []

  #table(table: XmlElement): void {
    const outer = this.#inRow
    this.#inRow = 0
    this.#break(' ')
    for (const child of elementsOf(table)) {
      const start = this.#page.length
      if (child.name === 'tr') this.#row(child)
      else if (child.name === 'caption') this.#element(child)
      else if (child.name === 'thead' || child.name === 'tbody' || child.name === 'tfoot')
        for (const row of elementsOf(child)) this.#element(row)
      const id = child.attributes['ID']
      if (id !== undefined && child.name !== 'caption') this.ids.push([id, { start, end: this.#page.length }])
    }
    this.#break(' ')
    this.#inRow = outer
  }

  #row(row: XmlElement): void {
    this.#break(' ')
    const cells = elementsOf(row)
    const isRow = cells.length > 1
    for (const cell of cells) {
      if (this.#lineIsOpen) this.#before = CELL_GAP
      const nested = elementsOf(cell).some((child) => child.name === 'table')
      if (isRow && !nested) this.#inRow++
      const start = this.#page.length
      this.block(cell)
      const id = cell.attributes['ID']
      if (id !== undefined) this.ids.push([id, { start, end: this.#page.length }])
      for (const [marker, from] of this.#pending.splice(0)) this.ids.push([marker, { start: from, end: this.#page.length }])
      if (isRow && !nested) this.#inRow--
    }
    const saved = this.#inRow
    this.#inRow = 0
    this.#break(' ')
    this.#inRow = saved
  }

  #inline(text: string): void {
    const words = text.replace(/[\s\u00a0]+/g, ' ')
    const trimmed = words.trim()
    if (trimmed === '') {
      if (words !== '' && this.#lineIsOpen && this.#before === '') this.#before = ' '
      return
    }
    if (words.startsWith(' ') && this.#lineIsOpen && this.#before === '') this.#before = ' '
    this.#page.write(`${this.#lineIsOpen || this.#before === '- ' ? this.#before : ''}${trimmed}`)
    this.#before = words.endsWith(' ') ? ' ' : ''
    this.#lineIsOpen = true
  }

  #break(within: string): void {
    for (const [marker, from] of this.#inRow > 0 ? [] : this.#pending.splice(0))
      this.ids.push([marker, { start: from, end: this.#page.length }])
    if (this.#inRow > 0) {
      if (this.#lineIsOpen && this.#before !== CELL_GAP) this.#before = within
      return
    }
    this.#page.endLine()
    this.#lineIsOpen = false
    this.#before = ''
  }
}

function trim(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && /[\s-]/.test(text[start] ?? '')) start++
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--
  return { start, end }
}

const CELL_GAP = '  '
const BLOCKS = new Set([
  'paragraph',
  'caption',
  'footnote',
  'tbody',
  'thead',
  'td',
  'th',
  'text',
  'div',
  'p',
  'ul',
  'ol',
  'li',
  'h1',
  'h2',
  'h3',
])
const SILENT = new Set(['renderMultiMedia', 'colgroup', 'col', 'script', 'style'])

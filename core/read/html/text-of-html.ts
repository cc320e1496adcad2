import { Parser } from 'htmlparser2'
import { linesOfTableRow } from './rows.ts'

/**
 * The words of an HTML page as a person would read them: block elements make lines, headings and paragraphs stand apart, cells of a table
 * row share a line (two spaces between), scripts, styles and what is hidden or struck out is gone. Never recursive, so depth is harmless.
 */
export function textOfHtml(html: string): { text: string; title: string | undefined } {
  const lines: string[] = []
  const tables: Table[] = []
  let line = ''
  let depth = 0
  let silent = 0
  const silentNames: string[] = []
  let pre = 0
  let title: string | undefined
  let inTitle = false

  const target = (): string[] => tables.at(-1)?.cell ?? lines
  const endLine = (): void => {
    const written = pre > 0 ? line.trimEnd() : line.trim()
    if (written !== '') target().push(written)
    line = ''
  }
  const gap = (): void => {
    endLine()
    const here = target()
    if (here.length > 0 && here.at(-1) !== '') here.push('')
  }
  const endCell = (table: Table): void => {
    endLine()
    if (table.cell) table.row?.push(table.cell)
    table.cell = undefined
  }
  const endRow = (table: Table): void => {
    endCell(table)
    if (table.row) table.lines.push(...linesOfTableRow(table.row))
    table.row = undefined
  }
  const endTable = (): void => {
    const table = tables.pop()
    if (!table) return
    tables.push(table)
    endRow(table)
    tables.pop()
    for (const one of table.lines) target().push(one)
    gap()
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (!VOID.has(name)) depth++
        if (silent > 0 || SILENT.has(name) || isHidden(attributes)) {
          if (!VOID.has(name)) {
            silent++
            silentNames.push(name)
          }
          return
        }
        if (name === 'title') inTitle = true
        else if (name === 'br') endLineOrEmpty()
        else if (name === 'hr' || HEADINGS.has(name) || PARAGRAPHS.has(name)) gap()
        else if (name === 'pre') {
          gap()
          pre++
        } else if (name === 'li') {
          endLine()
          line = '- '
        } else if (name === 'input') line += wordsOfInput(attributes)
        else if (name === 'table' && tables.length < DEEPEST) {
          endLine()
          tables.push({ lines: [], row: undefined, cell: undefined })
        } else if (name === 'tr' && tables.length > 0) {
          const table = tables.at(-1)
          if (table) {
            endRow(table)
            table.row = []
          }
        } else if ((name === 'td' || name === 'th') && tables.length > 0) {
          const table = tables.at(-1)
          if (table) {
            endCell(table)
            table.row ??= []
            table.cell = []
          }
        } else if (BLOCKS.has(name)) endLine()
      },
      ontext(data) {
        if (silent > 0) return
        if (inTitle) {
          title = `${title ?? ''}${data}`
          return
        }
        if (pre > 0) {
          const [first = '', ...rest] = data.split('\n')
          line += first
          for (const next of rest) {
            target().push(line.trimEnd())
            line = next
          }
          return
        }
        const folded = data.replace(/[\s\u00a0]+/g, ' ')
        line += line === '' || line.endsWith(' ') ? folded.trimStart() : folded
      },
      onclosetag(name) {
        if (!VOID.has(name)) depth--
        if (silent > 0) {
          const at = silentNames.lastIndexOf(name)
          if (at >= 0) {
            silentNames.length = at
            silent = at
          }
          return
        }
        if (name === 'title') inTitle = false
        else if (HEADINGS.has(name) || PARAGRAPHS.has(name)) gap()
        else if (name === 'pre') {
          endLine()
          pre = Math.max(0, pre - 1)
          gap()
        } else if (name === 'table') endTable()
        else if (name === 'tr') {
          const table = tables.at(-1)
          if (table) endRow(table)
        } else if (name === 'td' || name === 'th') {
          const table = tables.at(-1)
          if (table) endCell(table)
        } else if (BLOCKS.has(name) || name === 'li') endLine()
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  function endLineOrEmpty(): void {
    if (line.trim() === '' && tables.length === 0) {
      if (lines.length > 0 && lines.at(-1) !== '') lines.push('')
      line = ''
    } else endLine()
  }
  // The parser's time grows with the square of the depth: beyond any real page, the rest is read without its tags.
  for (let from = 0; from < html.length; from += CHUNK) {
    if (depth > DEEPEST_ELEMENT) {
      parser.write(html.slice(from).replace(/<[^<>]*>/g, ' '))
      break
    }
    parser.write(html.slice(from, from + CHUNK))
  }
  parser.end()
  endLine()
  while (tables.length > 0) endTable()
  return {
    text: lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    title: title?.replace(/\s+/g, ' ').trim() || undefined,
  }
}

type Table = { lines: string[]; row: string[][] | undefined; cell: string[] | undefined }

function isHidden(attributes: Record<string, string>): boolean {
  return 'hidden' in attributes || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes['style'] ?? '')
}

function wordsOfInput(attributes: Record<string, string>): string {
  const type = (attributes['type'] ?? 'text').toLowerCase()
  if (type === 'checkbox' || type === 'radio') return 'checked' in attributes ? '[x] ' : '[ ] '
  return type === 'text' || type === 'date' || type === 'number' ? (attributes['value'] ?? '') : ''
}

const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg', 'del', 's', 'strike', 'datalist', 'object', 'iframe'])
const VOID = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'col', 'area', 'base', 'embed', 'source', 'track', 'wbr'])
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const PARAGRAPHS = new Set(['p', 'blockquote', 'ul', 'ol', 'dl'])
const BLOCKS = new Set(
  'address article aside body caption center dd details dialog div dt fieldset figcaption figure footer form header html legend main nav option section select summary tbody textarea tfoot thead'.split(
    ' ',
  ),
)

/** Tables inside tables beyond this are read as plain blocks. */
const DEEPEST = 20
const DEEPEST_ELEMENT = 10_000
const CHUNK = 65_536

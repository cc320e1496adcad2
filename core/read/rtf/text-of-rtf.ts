import { linesOfTableRow } from '../html/rows.ts'
import { codePageOfCharset, decoderName } from './code-pages.ts'
import { tokensOfRtf } from './tokens.ts'

/**
 * The words of an RTF file, page by page (`\page` and section breaks part pages), table rows on one line with two spaces between cells.
 * Fonts, colours, styles, pictures, field instructions, hidden and deleted text are left out; running headers stand where they come.
 */
export function textOfRtf(bytes: Uint8Array): { pages: string[]; title: string | undefined } {
  const page = new RtfPages()
  const fonts = new Map<number, number>()
  const stack: State[] = []
  let state: State = { ...START }
  let codePage = 1252
  let title = ''
  let pending: number[] = []
  let pendingPage = codePage
  let skip = 0

  const write = (text: string): void => {
    if (state.destination === 'text' && !state.hidden) page.write(text)
    else if (state.destination === 'title') title += text
  }
  const flush = (): void => {
    if (pending.length === 0) return
    write(new TextDecoder(decoderName(pendingPage)).decode(Uint8Array.from(pending)))
    pending = []
  }

  for (const token of tokensOfRtf(bytes)) {
    if (token.kind === 'byte') {
      if (skip > 0) skip--
      else if (state.destination !== 'skip') {
        const current = fonts.get(state.font) ?? codePage
        if (current !== pendingPage) flush()
        pendingPage = current
        pending.push(token.byte)
      }
      continue
    }
    flush()
    if (token.kind === 'open') {
      skip = 0
      if (stack.length >= DEEPEST) break
      stack.push({ ...state })
      state.first = true
      continue
    }
    if (token.kind === 'close') {
      skip = 0
      state = stack.pop() ?? { ...START }
      continue
    }
    if (token.kind === 'symbol') {
      if (token.symbol === '*') state.optional = true
      else if (skip > 0) skip--
      else write(SYMBOLS[token.symbol] ?? '')
      continue
    }
    const { word, value } = token
    if (word === 'u' && value !== undefined) {
      write(String.fromCharCode(value < 0 ? value + 65_536 : value))
      skip = state.unicodeSkip
      continue
    }
    if (skip > 0) {
      skip--
      continue
    }
    if (state.first && (SKIPPED.has(word) || (state.optional && !KEPT.has(word)))) state.destination = word === 'fonttbl' ? 'fonts' : 'skip'
    else if (word === 'title' && stack.length > 1) state.destination = 'title'
    state.first = state.first && word === '*'
    if (word === 'ansicpg' && value !== undefined) codePage = value
    else if (word === 'mac') codePage = 10000
    else if (word === 'uc') state.unicodeSkip = Math.max(0, value ?? 1)
    else if (word === 'f' || word === 'deff') state.font = value ?? 0
    else if (word === 'fcharset' && state.destination === 'fonts') {
      const charset = codePageOfCharset(value ?? 0)
      if (charset !== undefined) fonts.set(state.font, charset)
    } else if (word === 'v' || word === 'deleted') state.hidden = value !== 0
    else if (word === 'plain') state.hidden = false
    else if (state.destination === 'text' && !state.hidden) page.control(word)
  }
  flush()
  return { pages: page.end(), title: title.trim() || undefined }
}

type State = {
  destination: 'text' | 'skip' | 'fonts' | 'title'
  hidden: boolean
  font: number
  unicodeSkip: number
  /** The next control word decides what this group is. */
  first: boolean
  /** After `\*`: a reader that does not know the group leaves it out. */
  optional: boolean
}

const START: State = { destination: 'text', hidden: false, font: 0, unicodeSkip: 1, first: false, optional: false }

/** Collects lines, table rows and pages. */
class RtfPages {
  #pages: string[] = []
  #lines: string[] = []
  #line = ''
  #cells: string[][] = []
  #cell: string[] = []
  #inTable = false

  write(text: string): void {
    this.#line += text
  }

  control(word: string): void {
    const sign = SIGNS[word]
    if (sign !== undefined) this.#line += sign
    else if (word === 'par' || word === 'line') this.#endLine()
    else if (word === 'intbl') this.#inTable = true
    else if (word === 'pard') this.#inTable = false
    else if (word === 'cell' || word === 'nestcell') {
      this.#cell.push(this.#line)
      this.#cells.push(this.#cell)
      this.#cell = []
      this.#line = ''
    } else if (word === 'row' || word === 'nestrow') this.#endRow()
    else if (word === 'page' || word === 'sect') this.#endPage()
  }

  end(): string[] {
    this.#endPage()
    return this.#pages
  }

  #endLine(): void {
    if (this.#inTable) this.#cell.push(this.#line)
    else {
      if (this.#cells.length > 0) this.#endRow()
      this.#lines.push(this.#line.trimEnd())
    }
    this.#line = ''
  }

  #endRow(): void {
    if (this.#line.trim() !== '') this.#cell.push(this.#line)
    if (this.#cell.length > 0) this.#cells.push(this.#cell)
    this.#lines.push(...linesOfTableRow(this.#cells))
    this.#cells = []
    this.#cell = []
    this.#line = ''
  }

  #endPage(): void {
    this.#endLine()
    this.#endRow()
    const text = this.#lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .replace(/^\n+|\s+$/g, '')
    if (text !== '') this.#pages.push(text)
    this.#lines = []
  }
}

const SYMBOLS: Readonly<Record<string, string>> = { '{': '{', '}': '}', '\\': '\\', '~': ' ', _: '-' }

const SIGNS: Readonly<Record<string, string>> = {
  tab: '\t',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
}

/** Groups whose words are not the text of the document. */
const SKIPPED = new Set(
  'fonttbl colortbl stylesheet listtable listoverridetable revtbl rsidtbl generator pict objdata themedata colorschememapping datastore latentstyles xmlnstbl filetbl footer footerl footerr footerf ftnsep ftnsepc aftnsep aftnsepc fldinst bkmkstart bkmkend panose falt author operator company category keywords comment doccomm hlinkbase subject manager creatim revtim printim buptim nonshppict listtext atnid atnauthor annotation'.split(
    ' ',
  ),
)
/** Optional groups that hold text of the document all the same. */
const KEPT = new Set(['shppict', 'shptxt', 'shpinst', 'title', 'nesttableprops', 'fldrslt'])

const DEEPEST = 5000

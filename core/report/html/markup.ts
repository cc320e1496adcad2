/** Markup that is safe to put together: text given as `${…}` is escaped, markup is not. */
export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Piece = string | number | Markup | readonly Markup[] | undefined | false

/** `html\`<p>${words}</p>\``: words are escaped; markup and lists of markup go in as they are; undefined and false are nothing. */
export function html(strings: TemplateStringsArray, ...pieces: Piece[]): Markup {
  return new Markup(strings.reduce((text, string, i) => text + string + (i < pieces.length ? rendered(pieces[i]) : ''), ''))
}

export const escapeText = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)

function rendered(piece: Piece): string {
  if (piece === undefined || piece === false) return ''
  if (piece instanceof Markup) return piece.text
  if (typeof piece === 'object') return piece.map((one) => one.text).join('')
  return escapeText(String(piece))
}

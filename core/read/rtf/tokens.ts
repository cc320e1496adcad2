/** The smallest pieces of an RTF file. `byte` is one character in the code page of the current font. */
export type RtfToken =
  | { kind: 'open' }
  | { kind: 'close' }
  | { kind: 'word'; word: string; value: number | undefined }
  | { kind: 'symbol'; symbol: string }
  | { kind: 'byte'; byte: number }

/** Reads RTF piece by piece; binary runs (`\bin`) are jumped over. */
export function* tokensOfRtf(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at++] ?? 0
    if (byte === OPEN) yield { kind: 'open' }
    else if (byte === CLOSE) yield { kind: 'close' }
    else if (byte === BACKSLASH) {
      const next = bytes[at] ?? 0
      if (isLetter(next)) {
        const from = at
        while (at < bytes.length && at - from < 40 && isLetter(bytes[at] ?? 0)) at++
        const word = ascii(bytes, from, at)
        const digits = at
        if (bytes[at] === MINUS) at++
        while (at < bytes.length && at - digits < 12 && isDigit(bytes[at] ?? 0)) at++
        const number = Number.parseInt(ascii(bytes, digits, at), 10)
        if (bytes[at] === SPACE) at++
        const value = Number.isNaN(number) ? undefined : number
        if (word === 'bin' && value !== undefined && value > 0) at = Math.min(bytes.length, at + value)
        else yield { kind: 'word', word, value }
      } else if (next === QUOTE) {
        const code = Number.parseInt(ascii(bytes, at + 1, at + 3), 16)
        at += 3
        if (!Number.isNaN(code)) yield { kind: 'byte', byte: code }
      } else {
        at++
        if (next === LINE_FEED || next === RETURN) yield { kind: 'word', word: 'par', value: undefined }
        else yield { kind: 'symbol', symbol: String.fromCharCode(next) }
      }
    } else if (byte !== LINE_FEED && byte !== RETURN && byte !== 0) yield { kind: 'byte', byte }
  }
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  let text = ''
  for (let index = from; index < to && index < bytes.length; index++) text += String.fromCharCode(bytes[index] ?? 0)
  return text
}

const isLetter = (byte: number): boolean => (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90)
const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57
const OPEN = 0x7b
const CLOSE = 0x7d
const BACKSLASH = 0x5c
const QUOTE = 0x27
const MINUS = 0x2d
const SPACE = 0x20
const LINE_FEED = 0x0a
const RETURN = 0x0d

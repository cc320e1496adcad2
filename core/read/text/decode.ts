/**
 * Bytes of a text in whatever encoding they came: UTF-8, UTF-16 (with or without byte order mark), Windows-1252 (which holds Latin-1)
 * or Mac Roman. `hint` is what the file says about itself (a charset); it is believed where the bytes allow it.
 * `undefined` when this is no text at all.
 */
export function decodeText(bytes: Uint8Array, hint?: string): string | undefined {
  const marked = byMark(bytes)
  if (marked) return cleaned(marked)
  const wide = wideWithoutMark(bytes)
  if (wide) return cleaned(wide)
  if (looksBinary(bytes)) return undefined
  const unicode = asUtf8(bytes)
  if (unicode !== undefined) return cleaned(unicode)
  const hinted = hint === undefined ? undefined : byHint(bytes, hint)
  return cleaned(hinted ?? singleByte(bytes))
}

/** True for bytes that no text holds: NUL and more than a few control characters. */
export function looksBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, SAMPLE)
  let controls = 0
  let high = 0
  for (let index = 0; index < length; index++) {
    const byte = bytes[index] ?? 0
    if (byte === 0) return true
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) controls++
    if (byte >= 0x80) high++
  }
  if (controls > length * 0.01 + 2) return true
  return high > length * 0.4 && asUtf8(bytes.subarray(0, length)) === undefined
}

/** True when the bytes begin with a byte order mark or are UTF-16 by the look of their zeros. */
export function isWide(bytes: Uint8Array): boolean {
  return markOf(bytes) !== undefined || zerosOf(bytes) !== undefined
}

function byMark(bytes: Uint8Array): string | undefined {
  const mark = markOf(bytes)
  return mark === undefined ? undefined : new TextDecoder(mark).decode(bytes)
}

function markOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

function wideWithoutMark(bytes: Uint8Array): string | undefined {
  const order = zerosOf(bytes)
  return order === undefined ? undefined : new TextDecoder(order).decode(bytes)
}

/** Western text in UTF-16 has a zero in nearly every second byte, always on the same side. */
function zerosOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, SAMPLE) & ~1
  if (length < 8) return undefined
  let even = 0
  let odd = 0
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even++
    if (bytes[index + 1] === 0) odd++
  }
  const half = length / 2
  if (odd > 0.7 * half && even < 0.02 * half) return 'utf-16le'
  if (even > 0.7 * half && odd < 0.02 * half) return 'utf-16be'
  return undefined
}

/** UTF-8, also when it was cut inside a character or a stray byte got in; not when most of what is beyond ASCII is no UTF-8. */
function asUtf8(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('utf-8').decode(bytes)
  let broken = 0
  let whole = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 0xfffd) broken++
    else if (code >= 0x80) whole++
  }
  return broken === 0 || broken * 10 <= whole || (broken === 1 && text.endsWith('\ufffd')) ? text : undefined
}

function byHint(bytes: Uint8Array, hint: string): string | undefined {
  try {
    return new TextDecoder(hint.trim().toLowerCase(), { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Windows-1252, unless the text makes clearly more sense as Mac Roman. */
function singleByte(bytes: Uint8Array): string {
  const windows = new TextDecoder('windows-1252').decode(bytes)
  const mac = new TextDecoder('macintosh').decode(bytes)
  return sense(mac) > sense(windows) ? mac : windows
}

/** Accented letters inside words, quotes and dashes and signs of medicine outside; anything else beyond ASCII speaks against. */
function sense(text: string): number {
  let sum = 0
  for (const { 0: found, index } of text.slice(0, SAMPLE).matchAll(/\P{ASCII}/gu)) {
    const before = text[index - 1] ?? ' '
    const after = text[index + 1] ?? ' '
    const inWord = /[a-z]/i.test(before) || /[a-z]/i.test(after)
    if (/[‘’]/.test(found)) sum += inWord ? 1 : 0
    else if (/[“”–—•…]/.test(found)) sum += /[a-z]/i.test(before) && /[a-z]/i.test(after) ? 0 : 1
    else if (/[°±µ²³½¼®™§≤≥]/.test(found)) sum += 1
    else if (/\p{Ll}/u.test(found)) sum += inWord ? 1 : -0.5
    else if (/\p{Lu}/u.test(found)) sum += /[a-z]/.test(before) ? -1 : inWord ? 0.5 : -0.5
    else sum -= 1
  }
  return sum
}

/** Lines end in one way, and what cannot be seen is gone; form feeds stay, they part pages. */
function cleaned(text: string): string {
  return text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?|\u2028|\u0085/g, '\n')
    .replace(/[^\P{Cc}\t\n\f]/gu, '')
}

const SAMPLE = 65_536

/** How list items are marked: with bullets, numbers, letters, Roman numbers, or dotted numbers ("4.1.2"). `sign`: which bullet ("*", "**", "-"). */
export type Marker = { style: 'bullet' | 'number' | 'letter' | 'capital' | 'roman' | 'dotted'; value: number; end: number; sign?: string }

/**
 * The marker at `at`, where a line's first word begins; several in a row ("* 1\." or "10. a)") count as one, known by its first.
 * Registry text is markdown, so that marks may be escaped: "1\." and "\*".
 */
export function markerAt(text: string, at: number): Marker | undefined {
  let first: Marker | undefined
  let from = at
  for (let i = 0; i < 3; i++) {
    const marker = oneMarkerAt(text, from)
    if (!marker) break
    first = { ...(first ?? marker), end: marker.end }
    from = marker.end
    while (text[from] === ' ') from++
  }
  return first
}

/** The place of a marker in its sequence: c is 3, iv is 4. */
export function markValue(mark: string, style: Marker['style']): number {
  if (style === 'number') return Number(mark)
  if (style === 'roman') return ROMAN.indexOf(mark.toLowerCase()) + 1
  return mark.toLowerCase().charCodeAt(0) - 96
}
const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ')

const BULLET = /(?:\\?[*•·●▪◦○■–—+]|\\?-{1,3}|o(?= [A-Z]))(?=\s)|\*\*(?=\s)|[•·●▪◦○■](?=\S)|-{1,3}(?=\\?[A-Za-z<>≤≥=([])|\*(?=[A-Z][a-z])/y
const NUMBER = /\(?(\d{1,2})\\?(?:\.\)?(?=\s|[A-Za-z(≥≤\\]|$)|[)）])/y
const DOTTED = /\d{1,2}(?:\\?\.\d{1,2}){1,3}\\?\.?(?=\s+[A-Z])/y
const ROMAN_MARK = /\(?([ivx]{1,5}|[IVX]{2,5})\\?[.)]{1,2}(?=\s)/y
const LETTER = /\(?([A-Za-z])\\?[.)]{1,2}(?=\s)|\(?([a-z])\\?\)(?=[A-Z])/y

function oneMarkerAt(text: string, at: number): Marker | undefined {
  const bullet = matchAt(BULLET, text, at)
  if (bullet) return { style: 'bullet', value: 0, end: at + bullet[0].length, sign: bullet[0] }
  const dotted = matchAt(DOTTED, text, at)
  if (dotted) return { style: 'dotted', value: Number(dotted[0].split('.').filter(Boolean).at(-1)), end: at + dotted[0].length }
  const number = matchAt(NUMBER, text, at)
  if (number) return { style: 'number', value: Number(number[1]), end: at + number[0].length }
  const roman = matchAt(ROMAN_MARK, text, at)
  if (roman?.[1] && ROMAN.includes(roman[1].toLowerCase()))
    return { style: 'roman', value: markValue(roman[1], 'roman'), end: at + roman[0].length }
  const letter = matchAt(LETTER, text, at)
  const mark = letter?.[1] ?? letter?.[2]
  if (letter && mark) {
    const style = mark >= 'a' ? 'letter' : 'capital'
    return { style, value: markValue(mark, style), end: at + letter[0].length }
  }
  return undefined
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

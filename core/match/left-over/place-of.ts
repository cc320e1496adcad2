/** Where the words stand in the text, one after the other with only glue between; undefined where they were put together from several places. */
export function placeOf(words: string, text: string): Place | undefined {
  const all = words.split(' ').filter((word) => word !== '…' && word !== '')
  const [first] = all
  if (first === undefined) return undefined
  let shortest: Place | undefined
  for (let start = text.indexOf(first); start >= 0; start = text.indexOf(first, start + 1)) {
    let end = start + first.length
    const isAll = all.slice(1).every((word) => {
      const at = text.slice(end, end + MOST_BETWEEN + word.length).indexOf(word)
      end += at + word.length
      return at >= 0
    })
    // Nothing can be shorter than the words themselves.
    if (isAll && end - start <= words.length) return withNoun({ start, end }, text)
    if (isAll && (!shortest || end - start < shortest.end - shortest.start)) shortest = { start, end }
  }
  return shortest && withNoun(shortest, text)
}

const withNoun = ({ start, end }: Place, text: string): Place => ({
  start,
  end: end + (NOUN_BEHIND.exec(text.slice(end, end + MOST_BETWEEN))?.[0].length ?? 0),
})
export type Place = { start: number; end: number }
/** So many characters of glue may stand between two words. */
const MOST_BETWEEN = 60
/** Glue that says what is named: "corneal disease". */
const NOUN_BEHIND = /^ (?:diseases?|disorders?|conditions?|therap(?:y|ies)|treatments?|agents?|drugs?)\b/

/** The stretch between two marks in which the words stand: what a person is asked must be more than "recur". */
export function around({ start, end }: Place, text: string): string {
  const before = text.slice(Math.max(0, start - MOST_AROUND), start)
  const after = text.slice(end, end + MOST_AROUND)
  const mark = Math.max(...MARKS.map((one) => before.lastIndexOf(one)))
  const next = Math.min(...MARKS.map((one) => after.indexOf(one)).map((at) => (at < 0 ? after.length : at)))
  // No mark so near: whole words only.
  const first = mark < 0 && before.length === MOST_AROUND ? before.indexOf(' ') : mark
  const last = next === MOST_AROUND ? after.lastIndexOf(' ') : next
  const said = `${before.slice(first + 1)}${text.slice(start, end)}${after.slice(0, Math.max(0, last))}`
  return said.replace(/\s+/g, ' ').replace(BULLET, '').trim()
}
const MARKS = [',', ';', ':', '(', ')', '. ', '\n']
const MOST_AROUND = 90
const BULLET = /^\s*(?:[*•-]|\d{1,2}[.)]|[a-z][.)])\s*|[.\s]+$/g

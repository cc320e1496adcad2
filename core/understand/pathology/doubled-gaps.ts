/**
 * A text that a scan set wide, with two spaces for every one and a space before every mark, as it was: and where each place of it stands in the text
 * itself. Undefined for any other text; the gaps of tables are wider and stay.
 */
export function withoutDoubledGaps(text: string): { text: string; at(place: number): number } | undefined {
  const sample = text.slice(0, 8000)
  const doubled = sample.match(/[A-Za-z|] {2}(?=[A-Za-z|])/g)?.length ?? 0
  if (doubled < 12 || (sample.match(/[A-Za-z|] (?=[A-Za-z|])/g)?.length ?? 0) > doubled / 3) return undefined
  const places: number[] = []
  let short = ''
  let from = 0
  for (const gap of text.matchAll(GAPS)) {
    for (let at = from; at < gap.index; at++) places.push(at)
    short += text.slice(from, gap.index)
    if (/^ {2}$/.test(gap[0])) {
      short += ' '
      places.push(gap.index)
    }
    from = gap.index + gap[0].length
  }
  for (let at = from; at <= text.length; at++) places.push(at)
  short += text.slice(from)
  return { text: short, at: (place) => places[place] ?? text.length }
}

const GAPS =
  /(?<=\S) {1,2}(?=[,.;:)%](?!\d))|(?<=[(]) {1,2}(?=\S)|(?<=\d) {1,2}(?=\/ {1,2}\d)|(?<=\d {1,2}\/) {1,2}(?=\d)|(?<=\S) {2}(?=\S)/g

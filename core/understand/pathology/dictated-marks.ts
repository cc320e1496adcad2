/**
 * A dictation that was typed with its spoken marks: "period", "comma", "next paragraph" as the marks they mean, where a text has several of them.
 * The length stays, so that places stay true.
 */
export function withDictatedMarks(text: string): string {
  if ((text.slice(0, 6000).match(SPOKEN) ?? []).length < 3) return text
  return text
    .replace(/ (?:full stop|period|comma|semicolon|colon)\b/gi, (word) => (MARKS[word.trim().toLowerCase()] ?? ' ').padEnd(word.length))
    .replace(/\b(?:new|next) (?:paragraph|line)\b/gi, (word) => '\n\n'.padEnd(word.length))
}

const SPOKEN = /(?<=[A-Za-z0-9] )(?:period|full stop|comma|colon|next paragraph|new paragraph|new line|next line)\b/gi
const MARKS: Readonly<Record<string, string>> = { period: '.', 'full stop': '.', comma: ',', semicolon: ';', colon: ':' }

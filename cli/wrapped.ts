import { harmless } from './harmless.ts'

/** A text as lines of at most `most` letters, broken at blanks, or within a word that is longer than a line. At least one line. */
export function wrapped(text: string, most: number): [string, ...string[]] {
  const width = Math.max(8, most)
  const lines: [string, ...string[]] = ['']
  for (const word of harmless(text).split(' ')) {
    const last = lines.at(-1) ?? ''
    if (last !== '' && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else {
      const pieces = word.match(new RegExp(`.{1,${width}}`, 'gsu')) ?? ['']
      if (last === '') lines.pop()
      lines.push(...pieces)
    }
  }
  return lines
}

/** The same, each line set in by `indent` blanks. */
export const wrappedIn = (text: string, width: number, indent: number): string[] =>
  wrapped(text, width - indent).map((line) => ' '.repeat(indent) + line)

import { wordStems } from '../codes/word-stem.ts'
import type { Document } from '../record/document.ts'
import type { Profile } from '../record/profile.ts'

/** Every word that stands in the documents, as a criterion's words can be looked for in it. Names and numbers are among them: it is as private as the records. */
export function wordsOnRecord(documents: readonly Document[]): NonNullable<Profile['words']> {
  const stems = new Set<string>()
  for (const { read, sameAs, pages } of documents)
    if (read && sameAs === undefined) for (const { text } of pages) for (const stem of wordStems(text)) stems.add(stem)
  return [...stems].sort().join(' ')
}

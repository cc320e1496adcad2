import type { Document } from '../record/document.ts'
import type { Profile } from '../record/profile.ts'
import { listing } from './sources.ts'

/** Every document that was received, also those that could not be read, with why and what to do. */
export function listDocuments(documents: readonly Document[]): Profile['documents'] {
  const files = new Map(documents.map((document) => [document.id, document.file]))
  return documents.map((document) => {
    const { kind, date } = listing(document)
    const problem = document.problems[0]
    const same = document.sameAs === undefined ? undefined : (files.get(document.sameAs) ?? document.sameAs)
    return {
      id: document.id,
      file: document.file,
      kind,
      format: document.format,
      ...(date === undefined ? {} : { date }),
      pages: document.pages.length,
      read: document.read,
      ...(problem === undefined ? {} : { code: problem.code, message: problem.message, wayOut: problem.wayOut }),
      ...(same === undefined ? {} : { sameAs: same }),
    }
  })
}

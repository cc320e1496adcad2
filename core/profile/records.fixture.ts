import type { Document } from '../record/document.ts'
import { DocumentId } from '../record/document-id.ts'
import { PartialDate } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'
import { aDocument } from '../understand/prose/a-reading.ts'
import { understand } from '../understand/understand.ts'
import { profileOf } from './profile.ts'

/** The profile of a few text documents, one a string, named `1.txt`, `2.txt` … */
export function profileOfTexts(texts: readonly string[], asOf = '2026-10-01', more: readonly Document[] = [], person?: string): Profile {
  const documents = texts.map((text, index) => aDocument(text, { id: DocumentId.parse(`doc-${index + 1}`), file: `${index + 1}.txt` }))
  return profileOf(documents.flatMap(understand), [...documents, ...more], {
    asOf: PartialDate.parse(asOf),
    ...(person === undefined ? {} : { person }),
  })
}

export const note = (date: string, body: string) => `MEDICAL ONCOLOGY PROGRESS NOTE\nVisit date: ${date}\nHPI: ${body}`
export const ct = (date: string, body: string) => `CT CHEST ABDOMEN PELVIS WITH CONTRAST\nExam date: ${date}\n${body}`
export const mri = (date: string, what: string, body: string) => `MRI ${what} WITH AND WITHOUT CONTRAST\nExam date: ${date}\n${body}`
export const pathology = (date: string, body: string) => `SURGICAL PATHOLOGY REPORT\nCollected: ${date}\nReported: ${date}\n${body}`

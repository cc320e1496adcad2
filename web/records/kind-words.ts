import type { DocumentLine } from '@carefolio/core/api/originals.ts'
import { words } from '../words/words.ts'

/** What a document is, for people: the pictures of a scan are not its report. */
export const kindWords = ({ format, kind }: Pick<DocumentLine, 'format' | 'kind'>): string =>
  format === 'dicom' && kind === 'imaging' ? words.records.scanPictures : words.records.kinds[kind]

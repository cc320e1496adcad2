import { ccdaReader } from '@carefolio/core/read/ccda/reader.ts'
import { dicomReader } from '@carefolio/core/read/dicom/reader.ts'
import { emailReader } from '@carefolio/core/read/email/reader.ts'
import { fhirReader } from '@carefolio/core/read/fhir/reader.ts'
import { htmlReader } from '@carefolio/core/read/html/reader.ts'
import { rtfReader } from '@carefolio/core/read/rtf/reader.ts'
import { textReader } from '@carefolio/core/read/text/reader.ts'
import { archiveReader } from './archive/reader.ts'
import { docxReader } from './docx/reader.ts'
import { imageReader } from './image/reader.ts'
import { odtReader } from './office/odt-reader.ts'
import { oldOfficeReader } from './office/old-office-reader.ts'
import { xlsxReader } from './office/xlsx-reader.ts'
import { pdfReader } from './pdf/reader.ts'
import type { ServerReader } from './world.ts'

/** Every reader there is. The highest score over the bytes reads; order decides only between equals. */
export const READERS: readonly ServerReader[] = [
  pdfReader,
  imageReader,
  docxReader,
  odtReader,
  xlsxReader,
  oldOfficeReader,
  archiveReader,
  fhirReader,
  ccdaReader,
  dicomReader,
  htmlReader,
  rtfReader,
  emailReader,
  textReader,
]

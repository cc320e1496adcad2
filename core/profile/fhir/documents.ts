import type { DocumentReference, Patient, Reference } from '@medplum/fhirtypes'
import type { ListedDocument, Profile } from '../../record/profile.ts'
import type { BundleBuilder } from './bundle-builder.ts'
import { concept } from './concepts.ts'

/** A DocumentReference for every file received, also the ones that could not be read. The bytes stay where they are. */
export function addDocuments(builder: BundleBuilder, profile: Profile, subject: Reference<Patient>): void {
  for (const document of profile.documents) builder.addDocument(document.id, referenceTo(document, subject))
}

function referenceTo(document: ListedDocument, subject: Reference<Patient>): DocumentReference {
  const loinc = LOINC[document.kind]
  return {
    resourceType: 'DocumentReference',
    status: 'current',
    type: concept(document.kind, 'loinc', loinc),
    subject,
    ...(document.read ? {} : { description: document.message ?? 'not read' }),
    content: [
      {
        attachment: {
          title: document.file,
          ...(MEDIA[document.format] === undefined ? {} : { contentType: MEDIA[document.format] }),
          ...(document.date === undefined ? {} : { creation: document.date }),
        },
      },
    ],
  }
}

const LOINC: Partial<Record<ListedDocument['kind'], string>> = {
  pathology: '11526-1',
  genomics: '51969-4',
  imaging: '18748-4',
  'operative-note': '11504-8',
  'progress-note': '11506-3',
  consultation: '11488-4',
  'discharge-summary': '18842-5',
  'emergency-note': '34111-5',
  laboratory: '11502-2',
  'care-summary': '34133-9',
  'patient-story': '51855-5',
}

const MEDIA: Partial<Record<ListedDocument['format'], string>> = {
  fhir: 'application/fhir+json',
  ccda: 'text/xml',
  pdf: 'application/pdf',
  dicom: 'application/dicom',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
  rtf: 'application/rtf',
  email: 'message/rfc822',
  text: 'text/plain',
  archive: 'application/zip',
}

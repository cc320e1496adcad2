import { z } from 'zod'
import { DOCUMENT_FORMATS, DOCUMENT_KINDS, ReadProblem } from './document.ts'
import { DocumentId } from './document-id.ts'
import { Evidence } from './evidence.ts'
import {
  Absence,
  Allergy,
  Biomarker,
  Cancer,
  Condition,
  Extent,
  HER2_STATUS,
  HistoryTaken,
  HORMONE_RECEPTOR_STATUS,
  Lab,
  Measurable,
  Medication,
  Metastasis,
  Performance,
  Person,
  Receptors,
  Response,
  Stage,
  Treatment,
  TumorSize,
} from './fact.ts'
import { PartialDate } from './partial-date.ts'

const backing = {
  evidence: z.array(Evidence).min(1),
  /** Why this value was chosen when the records disagree, or by which rule it was derived. */
  reason: z.string().optional(),
}

/** Two or more statements about the same thing that cannot all be so; all are kept. */
export const Conflict = z.object({
  about: z.string(),
  chosen: z.string(),
  reason: z.string(),
  others: z.array(z.object({ value: z.string(), evidence: z.array(Evidence).min(1) })),
  evidence: z.array(Evidence).min(1),
})
export type Conflict = z.infer<typeof Conflict>

export const ListedDocument = z.object({
  id: DocumentId,
  file: z.string(),
  kind: z.enum(DOCUMENT_KINDS),
  format: z.enum(DOCUMENT_FORMATS),
  date: PartialDate.optional(),
  pages: z.number(),
  read: z.boolean(),
  code: z.string().optional(),
  message: z.string().optional(),
  wayOut: z.string().optional(),
  sameAs: z.string().optional(),
})
export type ListedDocument = z.infer<typeof ListedDocument>

/**
 * What the records say about one person on one day. Lists are empty and single values absent where the records are silent.
 * Every entry carries its evidence. The names are those of the abstract that `carefolio abstract --json` prints.
 */
export const Profile = z.object({
  asOf: PartialDate,
  person: Person.extend({ evidence: z.array(Evidence) }),
  cancers: z.array(Cancer.extend(backing)),
  stages: z.array(Stage.extend(backing)),
  extent: Extent.extend(backing).optional(),
  tumorSizes: z.array(TumorSize.extend(backing)),
  metastases: z.array(Metastasis.extend(backing)),
  /** Every specimen, oldest first. */
  receptors: z.array(Receptors.extend(backing)),
  /** What decides treatment today: newest biopsy of a metastasis before an older primary. */
  currentReceptors: z
    .object({
      er: z.enum(HORMONE_RECEPTOR_STATUS).optional(),
      pr: z.enum(HORMONE_RECEPTOR_STATUS).optional(),
      her2: z.enum(HER2_STATUS).optional(),
      date: PartialDate.optional(),
      ...backing,
    })
    .optional(),
  biomarkers: z.array(Biomarker.extend(backing)),
  /** In order of time. Lines are counted for the metastatic setting from 1. Planned and never given treatment is not here. */
  treatments: z.array(Treatment.extend(backing)),
  responses: z.array(Response.extend(backing)),
  performance: z.array(Performance.extend(backing)),
  labs: z.array(Lab.extend(backing)),
  measurable: Measurable.extend(backing).optional(),
  conditions: z.array(Condition.extend(backing)),
  medications: z.array(Medication.extend(backing)),
  allergies: z.array(Allergy.extend(backing)),
  /** What the records expressly deny. */
  absences: z.array(Absence.extend(backing)),
  /** What the person or the trial team answered that no record would hold, by the key of the question. */
  answers: z.array(z.object({ key: z.string(), value: z.string() }).extend(backing)).optional(),
  /** Which parts of a full history the records hold, newest first: what lets silence be read as "not so". */
  historyTaken: z.array(HistoryTaken.extend(backing)),
  conflicts: z.array(Conflict),
  /**
   * Things that do not fit together (size against T, stage against metastases …): "please check". A `grave` one puts everything in doubt (the
   * records of two people) and is shown before anything else.
   */
  checks: z.array(z.object({ message: z.string(), evidence: z.array(Evidence).min(1), grave: z.boolean().optional() })),
  documents: z.array(ListedDocument),
  /** The beginnings of all words of the documents, in order of the alphabet, a blank between: to say of a thing that it is named nowhere. Shown to nobody. */
  words: z.string().optional(),
  /** What puts the whole in doubt, with a code from the catalogue: the files of another person among these (`two-people`). */
  problems: z.array(ReadProblem).optional(),
})
export type Profile = z.infer<typeof Profile>

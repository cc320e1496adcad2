import { allergies } from './clinical/allergies.ts'
import { conditions } from './clinical/conditions.ts'
import { extent } from './clinical/extent.ts'
import { historyTaken } from './clinical/history-taken.ts'
import { labs } from './clinical/labs.ts'
import { measurable } from './clinical/measurable.ts'
import { metastases } from './clinical/metastases.ts'
import { otherCancers } from './clinical/other-cancers.ts'
import { performance } from './clinical/performance.ts'
import { person } from './clinical/person.ts'
import { pregnancy } from './clinical/pregnancy.ts'
import { sizesInScans } from './clinical/sizes-in-scans.ts'
import type { FactRule } from './fact-rule.ts'
import { biomarkers } from './pathology/biomarkers.ts'
import { cancer } from './pathology/cancer.ts'
import { receptors } from './pathology/receptors.ts'
import { stage } from './pathology/stage.ts'
import { administeredSupport } from './therapy/administered-support.ts'
import { administrations } from './therapy/administrations.ts'
import { medicationLists, medicationsInProse } from './therapy/medication-lists.ts'
import { radiation } from './therapy/radiation.ts'
import { responses } from './therapy/responses.ts'
import { surgery } from './therapy/surgery.ts'
import { systemicTreatments } from './therapy/systemic-treatments.ts'

/** Rules that read a document as one, one line each; the order has no meaning. */
export const WHOLE_DOCUMENT_RULES: readonly FactRule[] = [biomarkers, cancer, receptors, stage, administeredSupport, administrations]

/** Rules that read statements: in running notes each day's are read for themselves. */
export const STATEMENT_RULES: readonly FactRule[] = [
  sizesInScans,
  medicationLists,
  medicationsInProse,
  radiation,
  responses,
  surgery,
  systemicTreatments,
  allergies,
  conditions,
  extent,
  historyTaken,
  labs,
  measurable,
  metastases,
  otherCancers,
  performance,
  person,
  pregnancy,
]

import type { FactRule } from './fact-rule.ts'
import { cancer } from './pathology/cancer.ts'
import { receptors } from './pathology/receptors.ts'
import { stage } from './pathology/stage.ts'
import { tumorSize } from './pathology/tumor-size.ts'
import { administrations } from './therapy/administrations.ts'
import { medicationLists, medicationsInProse } from './therapy/medication-lists.ts'
import { radiation } from './therapy/radiation.ts'
import { responses } from './therapy/responses.ts'
import { surgery } from './therapy/surgery.ts'
import { systemicTreatments } from './therapy/systemic-treatments.ts'

/** Every rule that reads prose, one line each; the order has no meaning. */
export const FACT_RULES: readonly FactRule[] = [
  cancer,
  receptors,
  stage,
  tumorSize,
  administrations,
  medicationLists,
  medicationsInProse,
  radiation,
  responses,
  surgery,
  systemicTreatments,
]

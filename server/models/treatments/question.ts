import { findDrugs, isOncology } from '@carefolio/core/codes/drugs.ts'
import { question } from '../question.ts'
import { checkTreatment } from './check.ts'
import { TREATMENTS_PROMPT, TREATMENTS_VERSION } from './prompt.ts'
import { TreatmentStatement } from './schema.ts'

export const treatmentsQuestion = question({
  kind: 'treatment',
  version: TREATMENTS_VERSION,
  prompt: TREATMENTS_PROMPT,
  isAbout: (text) => findDrugs(text).some(({ drug }) => isOncology(drug)),
  statement: TreatmentStatement,
  check: checkTreatment,
})

import { STOP_REASONS, TREATMENT_SETTINGS } from '@carefolio/core/record/fact.ts'
import { PartialDate } from '@carefolio/core/record/partial-date.ts'
import { z } from 'zod'
import { Quoted } from '../question.ts'

export const TreatmentStatement = z.object({
  ...Quoted,
  drugs: z.array(z.string().min(2).max(60)).min(1).max(8),
  start: PartialDate.nullish(),
  end: PartialDate.nullish(),
  setting: z.enum(TREATMENT_SETTINGS).nullish(),
  stopped: z.enum(STOP_REASONS).nullish(),
})
export type TreatmentStatement = z.infer<typeof TreatmentStatement>

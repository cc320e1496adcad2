import { VARIANT_RESULTS } from '@carefolio/core/record/fact.ts'
import { PartialDate } from '@carefolio/core/record/partial-date.ts'
import { z } from 'zod'
import { Quoted } from '../question.ts'

export const BiomarkerStatement = z.object({
  ...Quoted,
  gene: z.string().min(2).max(20),
  variant: z.string().min(2).max(60).nullish(),
  result: z.enum(VARIANT_RESULTS),
  origin: z.enum(['somatic', 'germline']).nullish(),
  date: PartialDate.nullish(),
})
export type BiomarkerStatement = z.infer<typeof BiomarkerStatement>

import { HER2_IHC, HER2_STATUS, HORMONE_RECEPTOR_STATUS, ISH_RESULTS } from '@carefolio/core/record/fact.ts'
import { PartialDate } from '@carefolio/core/record/partial-date.ts'
import { z } from 'zod'
import { Quoted } from '../question.ts'

const Hormone = z.object({ status: z.enum(HORMONE_RECEPTOR_STATUS), percent: z.number().min(0).max(100).nullish() }).nullish()

export const ReceptorStatement = z.object({
  ...Quoted,
  specimen: z.string().min(2).max(120),
  date: PartialDate.nullish(),
  er: Hormone,
  pr: Hormone,
  her2: z.object({ status: z.enum(HER2_STATUS).nullish(), ihc: z.enum(HER2_IHC).nullish(), ish: z.enum(ISH_RESULTS).nullish() }).nullish(),
})
export type ReceptorStatement = z.infer<typeof ReceptorStatement>

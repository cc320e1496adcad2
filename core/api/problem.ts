import { z } from 'zod'

/**
 * How every route says that something did not work (RFC 9457, `application/problem+json`): `code` is from the one catalogue
 * (record/errors.ts), `title` says what happened, `wayOut` what to do. `detail` names what was wrong with what was sent. `id` is given where
 * the fault is ours. `retryAfter`: seconds.
 */
export const Problem = z.object({
  type: z.string(),
  code: z.string(),
  status: z.number().int(),
  title: z.string(),
  wayOut: z.string(),
  detail: z.string().optional(),
  id: z.string().optional(),
  retryAfter: z.number().optional(),
})
export type Problem = z.infer<typeof Problem>

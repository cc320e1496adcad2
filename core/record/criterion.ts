import { z } from 'zod'

/**
 * One piece of a trial's criteria text: `text === criteriaText.slice(start, end)`, UTF-16 offsets into the text as received.
 * Headers ("Inclusion Criteria:", "Cohort B:") are pieces too, so that every word of the text belongs to some piece.
 */
export const Criterion = z.object({
  /** Position in the text's list of pieces. */
  index: z.number().int(),
  start: z.number().int(),
  end: z.number().int(),
  text: z.string(),
  section: z.enum(['inclusion', 'exclusion']),
  header: z.boolean(),
  depth: z.number().int(),
  /** Index of the piece this one is listed under. */
  parent: z.number().int().optional(),
  /** How the sub-list of this piece is joined, when it has one: "any of the following" or "all of the following". */
  joins: z.enum(['all', 'any']).optional(),
  /** The next point of its list is another way of the same: an "or" stands between them. */
  orElse: z.literal(true).optional(),
  /** The cohort, arm, part or phase this piece is only for, in the words of the text. */
  cohort: z.string().optional(),
})
export type Criterion = z.infer<typeof Criterion>

import { z } from 'zod'
import { PartialDate } from './partial-date.ts'

export const Coding = z.object({ system: z.string(), code: z.string(), display: z.string().optional() })
export type Coding = z.infer<typeof Coding>

export const Quantity = z.object({
  value: z.number(),
  unit: z.string().optional(),
  comparator: z.enum(['<', '<=', '>', '>=']).optional(),
})
export type Quantity = z.infer<typeof Quantity>

/**
 * One discrete entry of a structured source (a FHIR resource, a C-CDA entry, a DICOM header), in one shape for all of them.
 * Its words stand at `page.text.slice(start, end)`, so that it can be quoted; `path` says where in the source it is.
 */
export const Entry = z.object({
  type: z.enum([
    'patient',
    'condition',
    'observation',
    'medication',
    'procedure',
    'allergy',
    'report',
    'family-history',
    'immunization',
    'imaging-study',
    'encounter',
    'other',
  ]),
  path: z.string(),
  page: z.number().int().min(1),
  start: z.number().int(),
  end: z.number().int(),
  /** The readable name of what it is about. */
  text: z.string(),
  codes: z.array(Coding),
  /** As the source says it: active, resolved, completed, stopped, refuted, entered-in-error … */
  status: z.string().optional(),
  /** True for an entry that says the thing is not so (negationInd, refuted, doNotPerform). */
  negated: z.boolean().optional(),
  category: z.array(z.string()).optional(),
  begins: PartialDate.optional(),
  ends: PartialDate.optional(),
  /** When it was recorded, when that is said apart from when it happened. */
  recorded: PartialDate.optional(),
  value: z
    .union([
      z.object({ quantity: Quantity }),
      z.object({ text: z.string(), codes: z.array(Coding).optional() }),
      z.object({ flag: z.boolean() }),
    ])
    .optional(),
  /** Upper and lower reference limits in the unit of the value. */
  range: z.object({ low: z.number().optional(), high: z.number().optional() }).optional(),
  /** high, low, abnormal … as the source says it. */
  interpretation: z.string().optional(),
  bodySite: z.string().optional(),
  laterality: z.enum(['left', 'right', 'bilateral']).optional(),
  specimen: z.string().optional(),
  method: z.string().optional(),
  dose: z.string().optional(),
  reason: z.string().optional(),
  note: z.string().optional(),
  /** The family member it is about, when it is not the patient. */
  relative: z.string().optional(),
  /** Named parts that are observations of their own (T, N, M of a stage; HER2 ratio; gene and variant). */
  components: z
    .array(
      z.object({
        text: z.string(),
        codes: z.array(Coding),
        value: z.union([z.object({ quantity: Quantity }), z.object({ text: z.string(), codes: z.array(Coding).optional() })]).optional(),
      }),
    )
    .optional(),
  /** Only for `patient`. */
  person: z
    .object({
      sex: z.enum(['female', 'male']).optional(),
      birthDate: PartialDate.optional(),
      zip: z.string().optional(),
      name: z.string().optional(),
      deceased: z.boolean().optional(),
    })
    .optional(),
})
export type Entry = z.infer<typeof Entry>

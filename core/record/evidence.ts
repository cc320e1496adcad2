import { z } from 'zod'
import { DocumentId } from './document-id.ts'

/** A rectangle on a page, as fractions of its width and height from the top left corner: `[left, top, right, bottom]`. */
export const Box = z.tuple([z.number(), z.number(), z.number(), z.number()])
export type Box = z.infer<typeof Box>

/**
 * Where a statement was read: the words `quote` stand at `page.text.slice(start, end)` of that page, always literally.
 * Pages count from 1; offsets are UTF-16. `path` names the element of a structured source (JSON pointer or XML path).
 */
export const Evidence = z.object({
  document: DocumentId,
  file: z.string(),
  page: z.number().int().min(1),
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  quote: z.string().min(1),
  box: Box.optional(),
  path: z.string().optional(),
  /** True when the words were read by OCR with doubtful characters among them. */
  unsure: z.boolean().optional(),
  /** Who found these words when it was neither a rule nor a coded entry: `model:<name>@<prompt>`. */
  by: z.string().optional(),
  /** True where the records are hidden from whoever asks: there are such words, and `file` and `quote` say only that they are not shown. */
  withheld: z.boolean().optional(),
})
export type Evidence = z.infer<typeof Evidence>

/** The same place twice is one piece of evidence; order is kept. */
export function uniqueEvidence(evidence: readonly Evidence[]): Evidence[] {
  if (evidence.length < 2) return [...evidence]
  // A few are compared with each other faster than by keys made of text.
  if (evidence.length < FEW) return evidence.filter((one, i) => evidence.findIndex((other) => isSamePlace(one, other)) === i)
  const seen = new Map<string, Evidence>()
  for (const one of evidence) {
    const key = `${one.document}|${one.page}|${one.start}|${one.end}`
    if (!seen.has(key)) seen.set(key, one)
  }
  return [...seen.values()]
}

const FEW = 9
const isSamePlace = (a: Evidence, b: Evidence) =>
  a === b || (a.start === b.start && a.end === b.end && a.page === b.page && a.document === b.document)

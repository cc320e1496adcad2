import type { Entry } from '../../../record/entry.ts'
import type { Json } from '../json.ts'

/** An entry before its line stands on the page. */
export type Draft = Omit<Entry, 'page' | 'start' | 'end'>

/** A resource with the way to it, and the means to follow its references. */
export type Found = { resource: Json; path: string; resolve: (reference: unknown) => Json | undefined }

import { z } from 'zod'

/** SHA-256 of the bytes, hex; for a part inside another document `<parent>/<path>`. */
export const DocumentId = z.string().min(1).brand<'DocumentId'>()
export type DocumentId = z.infer<typeof DocumentId>

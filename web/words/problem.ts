import type { ErrorCode } from '@carefolio/core/record/errors.ts'
import { PROBLEMS_ES } from './problems-es.ts'
import { language } from './words.ts'

/** What went wrong and the way out, in the reader's language where it is written in it; else as the server says it. */
export function problemWords<P extends { code: string; wayOut: string }>(said: P, title: string): { title: string; wayOut: string } {
  const found = language === 'es' ? PROBLEMS_ES[said.code as ErrorCode] : undefined
  return found ? { title: found[0], wayOut: found[1] } : { title, wayOut: said.wayOut }
}

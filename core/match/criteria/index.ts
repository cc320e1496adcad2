import { type ReadyKind, ready } from '../predicate.ts'
import { isOfAge } from './is-of-age.ts'

/** Every kind of criterion we understand, one a line. Where two understand the same words, the longer reading wins; then the earlier here. */
export const KINDS: readonly ReadyKind[] = [ready(isOfAge)]

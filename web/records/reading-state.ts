import type { OriginalFile } from '@carefolio/core/api/originals.ts'

export const isBusy = ({ reading }: OriginalFile): boolean => reading.state === 'waiting' || reading.state === 'reading'
/** Files of which nothing could be read, or that somebody stopped. */
export const isUnread = ({ reading }: OriginalFile): boolean => reading.state === 'not-read' || reading.state === 'stopped'

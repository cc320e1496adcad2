import { findWindow, type TimeWindow } from './time-window.ts'

/** "Laboratory values within 14 days of registration: …": the window that a heading names for what stands under it. */
export function headingWindow(text: string, at: number): TimeWindow | undefined {
  const colon = text.lastIndexOf(':', at)
  if (colon < 0 || colon >= at || at - colon > REACH || /[.;]\s/.test(text.slice(colon, at))) return undefined
  const from = Math.max(0, text.lastIndexOf('. ', colon) + 1, text.lastIndexOf('; ', colon) + 1, colon - HEADING)
  const window = findWindow(text, from, colon)
  return window?.side === 'within' && window.end <= colon + 1 ? window : undefined
}
/** Longest heading, and how far from it a statement may stand, in characters. */
const HEADING = 220
const REACH = 600

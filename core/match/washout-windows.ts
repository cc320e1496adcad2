import type { TimeWindow } from './time-window.ts'

/** Whether a window asks that the treatment lies within it, or that so much time has passed since. `between`: the words from the treatment to it. */
export function sideOf(window: TimeWindow, isSince: boolean, between: string, words: string): 'within' | 'beyond' {
  if (window.side === 'beyond' || isSince) return 'beyond'
  // "Off hormones for a week", "without chemotherapy for 3 months"
  if (/^for\b/.test(words) && /\b(?:off|without|free)\b/.test(between)) return 'beyond'
  // "Radiotherapy completed within the past 8 weeks"
  if (/^(?:(?:with)?in the (?:last|past|previous|preceding)\b|<(?! ?=)|less than\b(?! or equal))/.test(words)) return 'within'
  return /\b(?:completed|discontinued|elapsed|stopped|finished|ceased|ended|must (?:have|be)|washout)\b/.test(between) &&
    !/within|≤|</.test(between)
    ? 'beyond'
    : 'within'
}

/** "Willing to forego surgery for 5 days": what is still to come. */
export const FORGOES = /\b(?:forgo|forego|refrain from|abstain from|avoid|postpone|delay)\s+(?:[a-z]+ ){0,3}$/

/** Windows that do not look back from the trial: time to progression, duration of treatment, timing of tests and tissue. */
export const isAnotherMatter = (sentence: string, window: string, between: string) =>
  /progress|relaps|recurr|imaging|\bstarted\b|\bdfi\b|\bdfs\b|duration of|disease[- ]free|life expectancy|after (?:the )?(?:last|final|completion|stud)|following (?:completion|the last)|contracep|donat|biops(?:y|ies) (?:tissue|obtained)|(?:stable|controlled|steroid dose)/.test(
    sentence,
  ) ||
  /\bafter\b/.test(window) ||
  /\b(?:for|duration|lasting)\s*$|unless|toxicit|adverse|infection|aside from|other than|except|ejection|test|imaging|scan|mri/.test(
    between,
  )

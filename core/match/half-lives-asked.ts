/** "28 days or 5 half-lives, whichever is shorter". */
export type HalfLives = { times: number; whichever: 'shorter' | 'longer' }

/** How many half-lives the words name, and whether they shorten or lengthen the time beside them. */
export function halfLivesOf(words: string): HalfLives | undefined {
  const [, times] = HALF_LIVES.exec(words) ?? []
  const whichever = /shorter|less|earlier/.test(words) ? 'shorter' : /longe[rs]|greater|later/.test(words) ? 'longer' : undefined
  if (times === undefined || whichever === undefined) return undefined
  return { times: NUMBERS[times] ?? Number(times), whichever }
}
const HALF_LIVES =
  /(\d|two|three|four|five|six)(?: ?\(\d\))? ?(?:x|times)?(?: the)? ?(?:elimination |plasma |terminal )?half[- ]?li(?:ves|fe)/
const NUMBERS: Record<string, number> = { two: 2, three: 3, four: 4, five: 5, six: 6 }

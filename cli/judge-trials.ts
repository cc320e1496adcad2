import type { MatchResult } from '@carefolio/core/record/match.ts'
import type { PartialDate } from '@carefolio/core/record/partial-date.ts'
import type { Profile } from '@carefolio/core/record/profile.ts'
import type { App } from '@carefolio/server/app.ts'
import { placeOf, reachOf } from './options.ts'
import type { PlaceFlags, TrialFlags } from './program.ts'
import type { Terminal } from './terminal.ts'

/** Loads the trials and holds the profile against each, with progress on the way. */
export async function judgeTrials(
  app: App,
  profile: Profile,
  asOf: PartialDate,
  flags: PlaceFlags & TrialFlags,
  { terminal, signal }: { terminal: Terminal; signal: AbortSignal },
): Promise<MatchResult> {
  const place = placeOf(flags)
  const withinKm = reachOf(flags)
  terminal.progress('Loading trials …')
  const trials = await app.trials(flags.trials)
  signal.throwIfAborted()
  const result = app.match(profile, trials, { asOf, withinKm, ...(place ? { near: place.point } : {}) }, (done) => {
    if (done % 100 === 0) terminal.progress(`Judging trial ${done} of ${trials.length}`)
  })
  terminal.clearProgress()
  return result
}

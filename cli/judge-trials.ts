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
  const result = await app.match(profile, {
    asOf,
    withinKm,
    signal,
    ...(place ? { near: place.point } : {}),
    ...(flags.trials === undefined ? {} : { trials: flags.trials }),
    onProgress: ({ done, total }) => terminal.progress(`Reading the criteria of trial ${done} of ${total}`),
  })
  terminal.clearProgress()
  return result
}

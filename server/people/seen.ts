import type { LogEntry } from '@carefolio/core/api/people.ts'
import type { Correction } from '@carefolio/core/api/profile.ts'
import type { Part } from '@carefolio/core/api/route.ts'
import { ROUTES } from '@carefolio/core/api/routes.ts'
import type { MatchResult } from '@carefolio/core/record/match.ts'
import type { Profile } from '@carefolio/core/record/profile.ts'
import type { PersonProfiles } from '../profile/person-profiles.ts'
import type { PersonMatch, PersonTrials } from '../trials/person-trials.ts'
import type { AccessLog } from './access-log.ts'
import type { SeenPerson } from './people.ts'
import { seenMatch } from './seen-match.ts'
import { seenCorrections, seenProfile } from './seen-profile.ts'

/**
 * What an account may see of a person. Everything that is shown of profile, trials and log comes from here and is cut by what is hidden from
 * whoever asks; nothing else that answers a call may ask for them directly.
 */
export type Seen = {
  profile(person: SeenPerson): Promise<Profile>
  corrections(person: SeenPerson): Promise<Correction[]>
  match(person: SeenPerson): Promise<PersonMatch>
  log(person: SeenPerson, before: Date | undefined): Promise<{ entries: LogEntry[]; more: boolean }>
}

export function seenOf({ profiles, trials, log }: { profiles: PersonProfiles; trials: PersonTrials; log: AccessLog }): Seen {
  const cut = new WeakMap<MatchResult, Map<string, MatchResult>>()
  return {
    async profile(person) {
      const { hidden } = person
      const whole = hidden.includes('trials') ? await profiles.withoutAnswers(person) : (await profiles.of(person)).profile
      // All words of all documents are for judging trials, not for showing.
      const { words: _, ...shown } = seenProfile(whole, hidden)
      return shown
    },
    corrections: async (person) => seenCorrections(await profiles.corrections(person.id), person.hidden),
    async match(person) {
      const { hidden } = person
      // Distances to several sites would tell the ZIP: where that is hidden there are none.
      const { match, ...rest } = await trials.of(hidden.includes('about') ? { ...person, zip: undefined } : person)
      if (!hidden.some((part) => part !== 'log')) return { ...rest, match }
      // Thousands of trials are cut once for all who may see the same of them.
      const known = cut.get(match) ?? new Map<string, MatchResult>()
      cut.set(match, known)
      const key = hidden.toSorted().join(',')
      const seen = known.get(key) ?? seenMatch(match, hidden, (await profiles.of(person)).profile.person.evidence)
      known.set(key, seen)
      return { ...rest, match: seen }
    },
    log: (person, before) =>
      log.list(
        person.id,
        before,
        wordsOf,
        ACTIONS.filter((action) => isHidden(action, person.hidden)),
      ),
  }
}

const ACTIONS = Object.keys(ROUTES)
const routeOf = (action: string) => Object.entries(ROUTES).find(([name]) => name === action)?.[1]
const wordsOf = (action: string): string => routeOf(action)?.summary ?? action

/** What was done in a part that is hidden tells of it. */
function isHidden(action: string, hidden: readonly Part[]): boolean {
  const access = routeOf(action)?.access
  return access?.who === 'person' && hidden.includes(access.part)
}

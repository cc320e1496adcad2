import { join } from 'node:path'
import { type CompiledTrial, compileTrial } from '@carefolio/core/match/compile.ts'
import { type MatchOptions, matchTrials, mergeMatches } from '@carefolio/core/match/match.ts'
import { AppError } from '@carefolio/core/record/errors.ts'
import type { MatchResult } from '@carefolio/core/record/match.ts'
import type { Profile } from '@carefolio/core/record/profile.ts'
import { sql } from 'kysely'
import { breathing } from '../breathing.ts'
import type { Database } from '../db/database.ts'
import { keptInMemory } from '../people/kept.ts'
import type { SeenPerson } from '../people/people.ts'
import type { PersonProfiles } from '../profile/person-profiles.ts'
import { compiledTrials } from './compiled-trials.ts'
import { loadTrials } from './load.ts'
import { pointOfZip } from './zip.ts'

export type PersonMatch = { match: MatchResult; version: string; registry: string; place?: string }

/** The trials judged for a person; kept in memory until the profile or the trials change. */
export type PersonTrials = {
  /** A demo person is judged with invented trials, all others with those of the registry. Throws `trials-not-opted-in`, `no-trials`, `two-people`. */
  of(person: SeenPerson): Promise<PersonMatch>
  count(): Promise<number>
  /** Loads the trials of the registry, and compiles those that have changed, so that the first who asks after a start does not wait for it. */
  warm(): Promise<void>
  /** Lets go of what is in memory of a person, at once. */
  forget(person: string): void
  /** Lets go of what nobody has asked for lately. */
  sweep(): void
}

export function personTrials(database: Pick<Database, 'sql'>, profiles: PersonProfiles): PersonTrials {
  let compiled: { version: string; trials: Promise<CompiledTrial[]> } | undefined
  let looked: { at: number; found: Awaited<ReturnType<typeof state>> } | undefined
  let invented: Promise<CompiledTrial[]> | undefined
  const kept = keptInMemory<PersonMatch>(MOST_KEPT, { weigh: ({ match }) => match.trials.length + 1 })
  const state = async () => {
    const row = await database.sql
      .selectFrom('trial')
      .select([database.sql.fn.countAll<number>().as('n'), sql<Date | null>`max(fetched_at)`.as('last')])
      .executeTakeFirstOrThrow()
    return { count: Number(row.n), version: `${row.n} ${row.last?.toISOString() ?? ''}`, day: row.last?.toISOString().slice(0, 10) }
  }
  /** While trials come in they change all the time: looked at anew every few minutes, not at every call. */
  const lately = async () => {
    if (looked === undefined || looked.found.count === 0 || performance.now() - looked.at > LOOK_EVERY_MS)
      looked = { at: performance.now(), found: await state() }
    return looked.found
  }
  const trialsOf = (version: string) => {
    if (compiled?.version !== version) {
      compiled = { version, trials: compiledTrials(database) }
      compiled.trials.catch(() => {
        compiled = undefined
      })
    }
    return compiled.trials
  }
  const inventedTrials = () => {
    invented ??= loadTrials(INVENTED).then((trials) => trials.map((trial) => compileTrial(trial)))
    return invented
  }
  return {
    count: async () => (await state()).count,
    async warm() {
      const { count, version } = await lately()
      if (count > 0) await trialsOf(version)
    },
    async of(person) {
      if (!person.consents.trials) throw new AppError('trials-not-opted-in')
      const registry = person.demo ? { count: (await inventedTrials()).length, version: 'invented', day: undefined } : await lately()
      if (registry.count === 0) throw new AppError('no-trials')
      const version = `${profiles.versionOf(person)} | ${registry.version}`
      const near = person.zip === undefined ? undefined : pointOfZip(person.zip)
      const make = async (): Promise<PersonMatch> => {
        const { profile } = await profiles.of(person)
        // Whose records these are is undecided, and the profile empty: nothing of it may rule a trial in or out.
        const undecided = profile.problems?.find(({ code }) => code === 'two-people')
        if (undecided && profile.cancers.length === 0) throw new AppError('two-people')
        const all = await (person.demo ? inventedTrials() : trialsOf(registry.version))
        return {
          match: await matchInParts(profile, all, { asOf: profile.asOf, ...(near ? { near } : {}) }),
          version,
          registry: person.demo
            ? `${registry.count} invented trials, for the demo only`
            : `${registry.count} trial records${registry.day === undefined ? '' : `, fetched until ${registry.day}`}`,
          ...(person.zip === undefined ? {} : { place: `ZIP ${person.zip}` }),
        }
      }
      // Whoever may not see where the person lives gets a match without distances.
      return kept.of(person.id, person.zip ?? '', version, make)
    },
    forget: kept.forget,
    sweep: kept.sweep,
  }
}

/** A few trials at a time, so that others are answered in between. */
async function matchInParts(profile: Profile, trials: readonly CompiledTrial[], options: MatchOptions): Promise<MatchResult> {
  const breathe = breathing(undefined)
  const parts: MatchResult[] = []
  for (let at = 0; at < trials.length; at += AT_ONCE) {
    await breathe()
    parts.push(matchTrials(profile, trials.slice(at, at + AT_ONCE), options))
  }
  return mergeMatches(options.asOf, parts)
}
const AT_ONCE = 50
const LOOK_EVERY_MS = 5 * 60_000

const INVENTED = join(import.meta.dirname, '../../corpus/trials')

/** Judged trials: a match of ten thousand holds tens of megabytes. */
const MOST_KEPT = 100_000

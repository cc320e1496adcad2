import type { z } from 'zod'

/** What a caregiver may do, each level including the ones before it; the owner may do everything. */
export const LEVELS = ['view', 'help', 'act', 'owner'] as const
export type Level = (typeof LEVELS)[number]

/** What an owner may hide from a caregiver. Everything of a person belongs to one part. */
export const PARTS = ['about', 'records', 'profile', 'trials', 'log'] as const
export type Part = (typeof PARTS)[number]

/**
 * Who may call a route: `anyone`; an `account` that is signed in, about itself only; or somebody who has at least `level` with the person
 * whose id is in the path, in a `part` that is not hidden from them. To all others a person is not there (`person-unknown`). What is answered is
 * cut by the other parts that are hidden; where that cannot be done, those that `needs` names must be shown too, else it is `not-allowed`. A visitor,
 * who only looks at the invented person, calls routes of an account only where that says so.
 */
export type Access =
  | { who: 'anyone' }
  | { who: 'account'; visitor?: true }
  | { who: 'person'; level: Level; part: Part; needs?: readonly Part[] }

/**
 * One route. `summary` is also how the access log tells it. `params` are those of the path, all of them texts. `body: 'bytes'` is the file
 * itself, as `application/octet-stream`. Answers: a value as JSON; `bytes`; `events` (server-sent, see `events` in its file); or `nothing` (204).
 */
export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: `/api/${string}`
  summary: string
  access: Access
  /** Only within `FRESH_MINUTES` of signing in; else `sign-in-again`. */
  fresh?: true
  query?: z.ZodObject
  body?: z.ZodType | 'bytes'
  answer: z.ZodType | 'bytes' | 'events' | 'nothing'
}

/** Every call that is not GET carries this header with the value `1`, or it is refused (`not-from-here`): forms of other sites cannot send it. */
export const OWN_HEADER = 'x-carefolio'
export const FRESH_MINUTES = 15

export const isAtLeast = (level: Level, wanted: Level): boolean => LEVELS.indexOf(level) >= LEVELS.indexOf(wanted)

/** The path with its parameters filled in: `pathOf(ROUTES.profile, { person: 'p-1' })`. */
export function pathOf(route: Pick<Route, 'path'>, params: Readonly<Record<string, string | number>> = {}): string {
  return route.path.replace(/:([a-z]+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')))
}

import { problemWords } from '../words/problem.ts'
import { words } from '../words/words.ts'
import { Refused } from './call.ts'

/** What happened and what to do, for a person: the server's own words where it gave some. */
export function saidOf(error: unknown): { title: string; wayOut: string } {
  if (error instanceof Refused && error.problem.title !== '') {
    const { detail } = error.problem
    const { title, wayOut } = problemWords(error.problem, error.problem.title)
    return { title, wayOut: detail === undefined ? wayOut : `${detail} ${wayOut}` }
  }
  if (error instanceof TypeError) return { title: words.error.offline, wayOut: words.error.offlineWayOut }
  return { title: words.error.unknown, wayOut: words.error.unknownWayOut }
}

export const isSignedOut = (error: unknown): boolean => error instanceof Refused && error.problem.status === 401 && !isStale(error)
/** Signed in, but too long ago for this. */
export const isStale = (error: unknown): boolean => error instanceof Refused && error.problem.code === 'sign-in-again'

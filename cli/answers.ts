import { readFileSync } from 'node:fs'
import { withAnswers } from '@carefolio/core/match/answers.ts'
import { AppError } from '@carefolio/core/record/errors.ts'
import type { Profile } from '@carefolio/core/record/profile.ts'
import type { AnswerFlags } from './program.ts'

/** Reads the file of `--answers` at once (so that a wrong one is told before the records are read) and adds it to a profile when there is one. */
export function readAnswers({ answers }: AnswerFlags): (profile: Profile) => Profile {
  if (answers === undefined) return (profile) => profile
  const text = readText(answers)
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new AppError('bad-answers', { cause, detail: 'not JSON' })
  }
  return (profile) => withAnswers(profile, json)
}

/** A small text file named on the command line. Throws `not-found`. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new AppError('not-found', { cause })
  }
}

import { AppError } from '@carefolio/core/record/errors.ts'

/** One thing looked at. `care`: works, and somebody should look after it; `bad`: something is lost, unsafe or does not work. */
export type Finding = { about: string; is: 'good' | 'care' | 'bad'; says: string }
/** A failure from the catalogue as a finding; anything else is a defect of ours, and goes on. */
export function failing(about: string, error: unknown): Finding {
  if (!(error instanceof AppError)) throw error
  return { about, is: 'bad', says: `${error.message} ${error.wayOut}` }
}

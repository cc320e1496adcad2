/** Careful steps into JSON of unknown shape: what is missing or of another type is `undefined` or an empty list. */

/** The value at a path of keys. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let current = value
  for (const key of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return undefined
    current = (current as Readonly<Record<string, unknown>>)[key]
  }
  return current
}

/** A text with something in it, exactly as it is. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

export function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** `true` or `false`; older records write "Yes" or "Accepts Healthy Volunteers" and "No". */
export function asFlag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  const word = asText(value)
  if (word === undefined) return undefined
  return /^(?:yes|accepts|true)/i.test(word) ? true : /^(?:no|false)\b/i.test(word) ? false : undefined
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function asTexts(value: unknown): string[] {
  return asList(value).flatMap((one) => asText(one) ?? [])
}

import { therapyNamed } from './therapy-words.ts'

/** Parameters of a test as text, the same for the same parameters: JSON, with patterns and treatments (which hold functions) by name. */
export function paramsText(params: unknown): string {
  return JSON.stringify(params, (_, value) => storable(value)) ?? 'null'
}

/** The parameters that `paramsText` wrote. */
export function paramsOf(text: string): unknown {
  return revived(JSON.parse(text))
}

function storable(value: unknown): unknown {
  if (value instanceof RegExp) return { $pattern: value.source, flags: value.flags }
  if (typeof value === 'object' && value !== null && 'includes' in value && typeof value.includes === 'function' && 'name' in value)
    return { $therapy: value.name }
  return value
}

function revived(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(revived)
  if ('$pattern' in value) return new RegExp(String(value.$pattern), 'flags' in value ? String(value.flags) : '')
  if ('$therapy' in value) return therapyNamed(String(value.$therapy))
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, revived(one)]))
}

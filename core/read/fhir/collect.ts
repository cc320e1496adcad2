import { type Json, objectOf, objectsOf, stringOf } from './json.ts'

export type Collected = { resource: Json; path: string }

/** Every resource of what was parsed, Bundles of any type opened, each with its path. `outer` are the Bundles themselves. */
export function collectResources(parsed: readonly Collected[]): { resources: Collected[]; bundles: Json[] } {
  const resources: Collected[] = []
  const bundles: Json[] = []
  const queue: (Collected & { depth: number })[] = parsed.map((one) => ({ ...one, depth: 0 }))
  for (let index = 0; index < queue.length; index++) {
    const next = queue[index]
    if (!next) break
    const { resource, path, depth } = next
    if (resource['resourceType'] === 'Bundle' && depth < DEEPEST) {
      bundles.push(resource)
      const inner = Array.isArray(resource['entry']) ? resource['entry'] : []
      inner.forEach((entry, at) => {
        const held = objectOf(objectOf(entry)?.['resource'])
        if (held) queue.push({ resource: held, path: `${path}/entry/${at}/resource`, depth: depth + 1 })
      })
    } else if (stringOf(resource['resourceType']) !== undefined) resources.push({ resource, path })
  }
  return { resources, bundles }
}

/** Finds what a reference points at: contained, by full address, or by `Type/id`. */
export function resolver(
  resources: readonly Collected[],
  bundles: readonly Json[],
): (from: Json) => (reference: unknown) => Json | undefined {
  const byAddress = new Map<string, Json>()
  for (const { resource } of resources) {
    const id = stringOf(resource['id'])
    if (id !== undefined) byAddress.set(`${resource['resourceType']}/${id}`, resource)
  }
  for (const bundle of bundles)
    for (const entry of objectsOf(bundle['entry'])) {
      const address = stringOf(entry['fullUrl'])
      const resource = objectOf(entry['resource'])
      if (address !== undefined && resource) byAddress.set(address, resource)
    }
  return (from) => (reference) => {
    const address = stringOf(reference) ?? stringOf(objectOf(reference)?.['reference'])
    if (address === undefined) return undefined
    if (address.startsWith('#')) return objectsOf(from['contained']).find((one) => one['id'] === address.slice(1))
    const plain = address.replace(/\/_history\/.*$/, '')
    return byAddress.get(plain) ?? byAddress.get(/[A-Za-z]+\/[^/]+$/.exec(plain)?.[0] ?? '')
  }
}

const DEEPEST = 10

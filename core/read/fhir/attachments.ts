import { bytesOfBase64, extensionOf } from '../base64.ts'
import type { Attachment } from '../reader.ts'
import { conceptOf } from './concepts.ts'
import { type Json, objectOf, objectsOf, stringOf } from './json.ts'

/** Files that a resource carries inside itself: documents, presented forms of reports, binaries. */
export function attachmentsOf(resource: Json, number: () => number): Attachment[] {
  const held: Json[] = [
    ...objectsOf(resource['content']).map((one) => objectOf(one['attachment']) ?? one),
    ...objectsOf(resource['presentedForm']),
    ...(resource['resourceType'] === 'Binary' ? [resource] : []),
    ...objectsOf(resource['image']).map((one) => objectOf(one['attachment']) ?? {}),
  ]
  return held.flatMap((attachment): Attachment[] => {
    const data = stringOf(attachment['data']) ?? (resource['resourceType'] === 'Binary' ? stringOf(attachment['content']) : undefined)
    const bytes = data === undefined ? undefined : bytesOfBase64(data)
    if (!bytes) return []
    const type = stringOf(attachment['contentType'])
    const title =
      stringOf(attachment['title']) ??
      conceptOf(resource['code'] ?? resource['type']).name ??
      stringOf(resource['description']) ??
      'attachment'
    const ending = extensionOf(type)
    const name = title.replace(/[/\\]/g, '-')
    return [{ name: name.toLowerCase().endsWith(`.${ending}`) ? name : `${name} ${number()}.${ending}`, bytes }]
  })
}

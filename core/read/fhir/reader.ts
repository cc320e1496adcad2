import type { ReadProblem } from '../../record/document.ts'
import type { Entry } from '../../record/entry.ts'
import { problem } from '../../record/errors.ts'
import type { PartialDate } from '../../record/partial-date.ts'
import { lineOfEntry } from '../entry-line.ts'
import { PageWriter } from '../page-writer.ts'
import { type Attachment, type Reader, type ReadSource, readDocument, unreadDocument } from '../reader.ts'
import { decodeText } from '../text/decode.ts'
import { attachmentsOf } from './attachments.ts'
import { type Collected, collectResources, resolver } from './collect.ts'
import { conceptOf } from './concepts.ts'
import { dateIn, type Json, objectsOf, stringOf } from './json.ts'
import { narrativeOf, sectionLines } from './narrative.ts'
import { parseResources } from './parse.ts'
import { entriesOfResource } from './resources/resources.ts'

/** FHIR in JSON: Bundles of any type, single resources, lists, NDJSON; R4, and older versions where they differ little. */
export const fhirReader: Reader = {
  format: 'fhir',
  score(bytes) {
    const head = decodeText(bytes.subarray(0, 16_384)) ?? ''
    if (!JSON_OPENING.test(head)) return 0
    return /"resourceType"\s*:\s*"[A-Z]/.test(head) ? 0.95 : 0.3
  },
  read(bytes, source) {
    if (bytes.length > LARGEST) return { document: unreadDocument(source, bytes.length, 'fhir', [problem('too-large')]) }
    const text = decodeText(bytes)
    const parsed = text === undefined ? 'damaged' : parseResources(text)
    if (typeof parsed === 'string')
      return { document: unreadDocument(source, bytes.length, 'fhir', [problem(parsed === 'damaged' ? 'damaged-json' : 'not-fhir')]) }
    return readResources(parsed.found, parsed.badLines, bytes, source)
  },
}

/** A letter may open with a bracket too: "[Translation from the German]", "{Clinic stamp}". */
const JSON_OPENING = /^\s*(?:\[\s*)*(?:\{\s*(?:["}]|$)|(?<=\[\s*)\]?\s*$)/

/** Bytes; more than any text can be held in. */
const LARGEST = 400_000_000

function readResources(parsed: readonly Collected[], badLines: number, bytes: Uint8Array, source: ReadSource) {
  const { resources, bundles } = collectResources(parsed)
  const resolveFrom = resolver(resources, bundles)
  const problems: ReadProblem[] = badLines > 0 ? [problem('entry-unreadable', `${badLines} lines`)] : []
  const page = new PageWriter()
  const entries: Entry[] = []
  const attachments: Attachment[] = []
  for (const { resource, path } of resources) {
    try {
      if (resource['resourceType'] === 'Composition') writeComposition(page, resource)
      const drafts = entriesOfResource({ resource, path, resolve: resolveFrom(resource) })
      const lines = drafts.map((draft) => {
        const opening = draft.type === 'patient' ? patientLine(draft) : lineOfEntry(draft)
        const span = page.line(opening)
        entries.push({ ...draft, page: 1, ...span })
        return opening
      })
      const more = lines.length > 0 || resource['resourceType'] === 'Composition' ? narrativeOf(resource, lines.join(' ')) : undefined
      if (more !== undefined) page.line(more)
      attachments.push(...attachmentsOf(resource, () => attachments.length + 1))
    } catch {
      problems.push(problem('entry-unreadable', path))
    }
  }
  const text = page.text()
  return {
    document: readDocument(source, bytes, 'fhir', [{ number: 1, text, source: 'markup' as const }], {
      ...headOf(resources, bundles, entries),
      entries,
      problems,
    }),
    ...(attachments.length > 0 ? { attachments } : {}),
  }
}

function patientLine(draft: Omit<Entry, 'page' | 'start' | 'end'>): string {
  const { name, sex, birthDate, zip, deceased } = draft.person ?? {}
  return `Patient: ${[name, sex, birthDate && `born ${birthDate}`, deceased && 'deceased', zip].filter(Boolean).join(', ')}`
}

function writeComposition(page: PageWriter, composition: Json): void {
  const title = stringOf(composition['title'])
  if (title !== undefined) page.line(title)
  for (const line of sectionLines(composition)) {
    if (line === '') page.gap()
    else page.line(line)
  }
  page.gap()
}

/** Title, date and author, as far as the source itself says them. */
function headOf(
  resources: readonly Collected[],
  bundles: readonly Json[],
  entries: readonly Entry[],
): { title?: string; date?: PartialDate; author?: string; declaredKind?: string } {
  const composition = resources.find(({ resource }) => resource['resourceType'] === 'Composition')?.resource
  const title = stringOf(composition?.['title'])
  const date =
    dateIn(composition?.['date']) ??
    bundles.map((bundle) => dateIn(bundle['timestamp'])).find((one) => one !== undefined) ??
    latestDay(entries)
  const author = objectsOf(composition?.['author']).flatMap((one) => stringOf(one['display']) ?? [])[0]
  const declaredKind = composition ? conceptOf(composition['type']).name : undefined
  return {
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date }),
    ...(author === undefined ? {} : { author }),
    ...(declaredKind === undefined ? {} : { declaredKind }),
  }
}

/** An export without a date of its own is at least as new as the newest thing that happened in it. */
function latestDay(entries: readonly Entry[]): PartialDate | undefined {
  return entries
    .filter(({ status }) => status !== 'planned' && status !== 'draft' && status !== 'entered-in-error')
    .flatMap(({ type, recorded, begins }) => recorded ?? (HAPPENED.has(type) ? (begins ?? []) : []))
    .sort()
    .at(-1)
}
const HAPPENED: ReadonlySet<Entry['type']> = new Set(['observation', 'procedure', 'report', 'encounter', 'medication', 'imaging-study'])

import type { Bundle, BundleEntry, DocumentReference, Extension, Provenance, Reference, Resource } from '@medplum/fhirtypes'
import type { Evidence } from '../../record/evidence.ts'
import type { PartialDate } from '../../record/partial-date.ts'
import { uuidOf } from './uuid.ts'

/** Adds resources to a bundle, each with a Provenance that quotes the words it rests on. The same profile gives the same ids. */
export class BundleBuilder {
  #entries: BundleEntry<Resource>[] = []
  #backing: { target: Reference; evidence: readonly Evidence[] }[] = []
  #documents = new Map<string, Reference<DocumentReference>>()
  #asOf: PartialDate

  constructor(asOf: PartialDate) {
    this.#asOf = asOf
  }

  /** Adds a resource and returns the reference to it. */
  add<T extends Resource>(resource: T, evidence: readonly Evidence[] = []): Reference<T> {
    const id = uuidOf(`${this.#entries.length}|${JSON.stringify(resource)}`)
    const reference: Reference<T> & { reference: string } = { reference: `urn:uuid:${id}` }
    this.#entries.push({ fullUrl: reference.reference, resource: { ...resource, id } as Resource })
    if (evidence.length > 0) this.#backing.push({ target: reference, evidence })
    return reference
  }

  addDocument(document: string, resource: DocumentReference): Reference<DocumentReference> {
    const reference = this.add(resource)
    this.#documents.set(document, reference)
    return reference
  }

  /** Everything added, then what it all rests on. `instant` because FHIR wants one: the first of the day. */
  bundle(): Bundle {
    const provenances = this.#backing.map(({ target, evidence }, index): BundleEntry<Resource> => {
      const resource = this.#provenance(target, evidence)
      const id = uuidOf(`provenance|${index}|${JSON.stringify(resource)}`)
      return { fullUrl: `urn:uuid:${id}`, resource: { ...resource, id } }
    })
    return {
      resourceType: 'Bundle',
      meta: { profile: ['http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-patient-bundle'] },
      type: 'collection',
      timestamp: instantOf(this.#asOf),
      entry: [...this.#entries, ...provenances],
    }
  }

  #provenance(target: Reference, evidence: readonly Evidence[]): Provenance {
    return {
      resourceType: 'Provenance',
      target: [target],
      recorded: instantOf(this.#asOf),
      agent: [
        {
          type: {
            coding: [
              { system: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type', code: 'assembler', display: 'Assembler' },
            ],
          },
          who: { display: 'Carefolio' },
        },
      ],
      entity: evidence.map((one) => ({
        extension: [quoteExtension(one)],
        role: 'source' as const,
        what: this.#documents.get(one.document) ?? { display: one.file },
      })),
    }
  }
}

/** Page (from 1), offsets into its text (UTF-16), and the words themselves. */
function quoteExtension(evidence: Evidence): Extension {
  return {
    url: 'https://carefolio.org/fhir/StructureDefinition/quote',
    extension: [
      { url: 'page', valuePositiveInt: evidence.page },
      { url: 'start', valueUnsignedInt: evidence.start },
      { url: 'end', valueUnsignedInt: evidence.end },
      { url: 'quote', valueString: evidence.quote },
      ...(evidence.path === undefined || evidence.path === '' ? [] : [{ url: 'path', valueString: evidence.path }]),
    ],
  }
}

const instantOf = (date: PartialDate): string =>
  `${date.length === 10 ? date : date.length === 7 ? `${date}-01` : `${date}-01-01`}T00:00:00Z`

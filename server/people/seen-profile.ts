import type { Correction } from '@carefolio/core/api/profile.ts'
import type { Part } from '@carefolio/core/api/route.ts'
import { DocumentId } from '@carefolio/core/record/document-id.ts'
import type { Evidence } from '@carefolio/core/record/evidence.ts'
import type { Profile } from '@carefolio/core/record/profile.ts'

/** In place of words of a record that is hidden: there are such words. */
export const WITHHELD: Evidence = {
  document: DocumentId.parse('withheld'),
  file: 'a file that is not shown to you',
  page: 1,
  start: 0,
  end: 0,
  quote: 'not shown to you',
  withheld: true,
}

/**
 * A profile without what is `hidden`: of `about`, the birth date and whatever shows it; of `records`, every file and quote. An entry keeps its
 * value, and says that there are words behind it. Answers (`trials`) are not in it: the caller gives the profile without them.
 */
export function seenProfile(profile: Profile, hidden: readonly Part[]): Profile {
  let seen = profile
  if (hidden.includes('about')) seen = withoutAbout(seen)
  if (hidden.includes('records')) seen = withoutRecords(seen)
  return seen
}

function withoutAbout(profile: Profile): Profile {
  const { birthDate: _, zip: _zip, ...person } = profile.person
  const isAbout = isAmong(profile.person.evidence)
  const shows = (text: string, evidence: readonly Evidence[]) => /\bbirth|\bborn\b|\byears old\b/i.test(text) || evidence.some(isAbout)
  return {
    ...profile,
    person: { ...person, evidence: [] },
    checks: profile.checks.filter(({ message, evidence }) => !shows(message, evidence)),
    conflicts: profile.conflicts.filter(({ about, evidence }) => !shows(about, evidence)),
  }
}

function withoutRecords(profile: Profile): Profile {
  const files = profile.documents.map(({ file }) => file).toSorted((a, b) => b.length - a.length)
  const unnamed = (message: string) => files.reduce((text, file) => text.replaceAll(file, 'a file'), message)
  return {
    ...withoutEvidence(profile),
    checks: profile.checks.map((one) => ({ ...one, message: unnamed(one.message), evidence: [WITHHELD] })),
    documents: [],
    ...(profile.problems === undefined ? {} : { problems: profile.problems.map(({ where: _, ...one }) => one) }),
  }
}

/** What people said of a profile, for whoever may see it. */
export function seenCorrections(corrections: readonly Correction[], hidden: readonly Part[]): Correction[] {
  return corrections
    .filter(({ kind }) => kind !== 'person' || !hidden.includes('about'))
    .map((one) => (hidden.includes('records') ? { ...withoutEvidence(one), about: one.about.length > 0 ? [WITHHELD] : [] } : one))
}

/** The same value with all evidence in it withheld, however deep. */
function withoutEvidence<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutEvidence) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, key === 'evidence' ? withheld(one) : withoutEvidence(one)]),
  ) as T
}

const withheld = (evidence: unknown): Evidence[] => (Array.isArray(evidence) && evidence.length === 0 ? [] : [WITHHELD])

/** Tells whether a place is one of these. */
export function isAmong(places: readonly Evidence[]): (one: Evidence) => boolean {
  const keys = new Set(places.map(keyOf))
  return (one) => keys.has(keyOf(one))
}
const keyOf = ({ document, page, start, end }: Evidence) => `${document}|${page}|${start}|${end}`

import type { Evidence } from '../record/evidence.ts'
import type { Profile } from '../record/profile.ts'

/**
 * The profile as `carefolio abstract --json` prints it: the same names and shapes, what the records do not say is absent, and each
 * statement stands with file, page, place and words of its evidence. The words that everything was read from are not in it.
 */
export function abstractOf({ words: _words, ...profile }: Profile): object {
  return {
    ...(plain(profile) as object),
    treatments: profile.treatments.map((treatment) => ({
      ...(plain(treatment) as object),
      ...(treatment.ongoing && treatment.stopped === undefined ? { stopped: null } : {}),
    })),
    biomarkers: profile.biomarkers.map((marker) => ({
      ...(plain(marker) as object),
      ...(marker.variant === undefined && marker.value !== undefined ? { variant: marker.value } : {}),
    })),
    labs: profile.labs.map((lab) => ({
      ...(plain(lab) as object),
      ...(lab.comparator === undefined ? {} : { value: `${lab.comparator}${lab.value}` }),
    })),
    performance: profile.performance.map((one) => ({
      ...(plain(one) as object),
      scale: one.scale === 'Karnofsky' ? 'KPS' : one.scale,
    })),
  }
}

/** A copy without what is absent, with evidence in the shape of the abstract. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  if (isEvidence(value)) return evidenceWords(value)
  return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [[key, plain(one)]])))
}

const isEvidence = (value: object): value is Evidence => 'quote' in value && 'file' in value && 'page' in value

const evidenceWords = ({ file, quote, page, start, end, box, path, unsure, by, document }: Evidence) => ({
  file,
  quote,
  page,
  start,
  end,
  ...(box === undefined ? {} : { box }),
  ...(path === undefined ? {} : { path }),
  ...(unsure === undefined ? {} : { unsure }),
  ...(by === undefined ? {} : { by }),
  document,
})

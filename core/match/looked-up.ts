import type { Profile } from '../record/profile.ts'
import type { Finding } from './kind.ts'
import { unmentioned } from './silence.ts'

/**
 * One point of a list of exclusions whose words no kind knows (a rare illness, a medicine): looked for in the records as it stands.
 * Where a full history does not mention it, that is what the sentence says; where a word of it stands in the records, or it asks
 * for a judgement, it stays not understood.
 */
export function lookedUp(words: string, profile: Profile): Finding {
  const names = words.split(' ').filter((word) => word.length >= 4)
  const recorded = recordedWords(profile)
  if (names.length > 0 && !ASKS_JUDGEMENT.test(words) && !names.some((name) => recorded.has(stem(name)))) {
    const finding = unmentioned(profile, `“${words}”`, 'history', 'Do you have any illness or treatment that your records may not mention?')
    if (finding.holds === 'no') return { ...finding, because: `${finding.because} Confirm with the trial team.` }
  }
  return { holds: 'unknown', unknown: 'not-understood', because: `We could not read these words by rule: “${words}”.`, evidence: [] }
}

const ASKS_JUDGEMENT =
  /\b(?:willing|unwilling|agree|consent|comply|compliance|unable|inability|ability|plan\w*|intend\w*|anticipat\w*|expected|employee|sponsor|investigator|relative|committed|legal|prison\w*|judg\w*|opinion|interfere|safety|follow-up|measurable|images?|refus\w*|score|grade|[<>≥≤]|\d+)/
const stem = (word: string) =>
  word
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 6)

function recordedWords(profile: Profile): ReadonlySet<string> {
  const known = CACHE.get(profile)
  if (known) return known
  const { conditions, medications, allergies, treatments, metastases, cancers } = profile
  const all = [
    ...[...conditions, ...medications, ...allergies].map(({ name }) => name),
    ...treatments.map(({ name, drugs, site }) => `${name} ${drugs.join(' ')} ${site ?? ''}`),
    ...metastases.map(({ site }) => site),
    ...cancers.map(({ site, histology }) => `${site} ${histology ?? ''}`),
  ]
  const words = new Set(
    all.flatMap((text) =>
      text
        .split(/[^A-Za-z0-9]+/)
        .filter((word) => word.length >= 4)
        .map(stem),
    ),
  )
  CACHE.set(profile, words)
  return words
}
const CACHE = new WeakMap<Profile, ReadonlySet<string>>()

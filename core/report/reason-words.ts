import type { Reason } from '../match/aspects.ts'
import { sentence } from './sentence.ts'

/** What the reasons say, each thing once: `Given: letrozole; palbociclib.` from two sentences that each name one. */
export function statementsOf(reasons: readonly Reason[]): string[] {
  const lists = new Map<string, Set<string>>()
  for (const text of sentencesOf(reasons)) {
    const [, head, items] = /^([A-Z][^:;]{2,60}): (.+?)\.?$/.exec(text) ?? []
    const key = head ?? text
    const known = lists.get(key) ?? new Set<string>()
    for (const item of items?.split('; ') ?? []) known.add(item)
    lists.set(key, known)
  }
  return [...lists].map(([head, items]) => (items.size === 0 ? head : `${head}: ${[...items].join('; ')}.`))
}

/** All values in one sentence, each once, without the day: `ECOG 1. Neutrophils (ANC) 2.9 × 10⁹/L, platelets 188 × 10⁹/L.` */
export function measurementsOf(reasons: readonly Reason[]): string[] {
  const isLab = ({ verdict }: Reason) => verdict.kind === 'lab-values-are-within-limits' || verdict.kind === 'has-adequate-organ-function'
  const values = sentencesOf(reasons.filter(isLab))
    .flatMap((text) => text.replace(/^Within the limits most trials ask: /, '').split(/; /))
    .map((text) => text.replace(/ (?:on|in) (?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4}\.?$/, '').replace(/\.$/, ''))
  const others = statementsOf(reasons.filter((one) => !isLab(one)))
  return values.length === 0 ? others : [...others, `${[...new Set(values)].join(', ')}.`]
}

const sentencesOf = (reasons: readonly Reason[]) => [
  ...new Set(
    reasons
      .flatMap(({ verdict }) => sentence(verdict.because.replace(ASKED, '').replace(BESIDE, '')).split(/(?<=[.]) (?=[A-Z])/))
      .filter((text) => text !== '' && !LIST.test(text)),
  ),
]

/** What the trial asks stands beside each criterion; the reason is what the person has. */
const ASKED = /[;,] the trial (?:asks|speaks)[^;]*?(?=\.(?: [A-Z]|$)|;|$)| ?\(asked: [^()]*(?:\([^()]*\)[^()]*)*\)/g
const BESIDE = / ?\(Cockcroft–Gault[^)]*\)/g
const LIST = /^Another point of this list|^(?:We )?(?:could|did) not (?:read|understand)|^Confirm with/

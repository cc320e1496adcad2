import type { Reason } from '../match/aspects.ts'
import { sentence } from './sentence.ts'

/**
 * What the reasons say, each thing once: `The records show A, B.` and `ER positive (95%), HER2 low.` and `Given: letrozole; palbociclib.`, each
 * from sentences that name one thing.
 */
export function statementsOf(reasons: readonly Reason[]): string[] {
  const lists = new Map<string, Set<string>>()
  for (const text of sentencesOf(reasons)) {
    const [head, items] = headOf(text)
    lists.set(head, new Set([...(lists.get(head) ?? []), ...items]))
  }
  return [...lists].map(([head, items]) =>
    items.size === 0
      ? head
      : head === SHOWN
        ? `${SHOWN} ${[...items].join(', ')}.`
        : head === RECEPTORS
          ? `${[...items].join(', ')}.`
          : `${head}: ${[...items].join('; ')}.`,
  )
}

const SHOWN = 'The records show'
const RECEPTORS = 'receptors'

/** What sentences of one sort share, and what this one names. */
function headOf(text: string): [string, string[]] {
  const [, receptor, status] = /^(ER|PR|HER2) is (.+) in the records\.$/.exec(text) ?? []
  if (receptor !== undefined) return [RECEPTORS, [`${receptor} ${status}`]]
  const [, shown] = /^The records show (?!that |you )(.+)\.$/.exec(text) ?? []
  if (shown !== undefined) return [SHOWN, [shown]]
  const [, head, items] = /^([A-Z][^:;]{2,60}): (.+?)\.?$/.exec(text) ?? []
  return head === undefined ? [text, []] : [head === 'Counted' ? 'Lines counted' : head, items?.split('; ') ?? []]
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
      .filter((text) => text !== '' && !LIST.test(text.replace(/\.$/, ''))),
  ),
]

/** What the trial asks stands beside each criterion; the reason is what the person has. */
const ASKED = /[;,] the trial (?:asks|speaks|keeps out)[^;]*?(?=\.(?: [A-Z]|$)|;|$)| ?\(asked: [^()]*(?:\([^()]*\)[^()]*)*\)/g
const BESIDE = / ?\(Cockcroft–Gault[^)]*\)/g
const LIST = /^Another point of this list|^(?:We )?(?:could|did) not (?:read|understand)|^Confirm with|\bare both meant$/

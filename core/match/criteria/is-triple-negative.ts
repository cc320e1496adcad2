import { matchesOf } from '../../codes/matches-of.ts'
import { missing, no, yes } from '../findings.ts'
import { defineKind } from '../kind.ts'

export const isTripleNegative = defineKind<{ cut: number }>({
  name: 'is-triple-negative',
  reads: 'Triple-negative breast cancer: ER and PR below the cut-off (1 %, or 10 % where the trial says so) and HER2 not positive.',
  source: 'ASCO/CAP ER/PR guideline 2020, HER2 guideline 2018',
  triggers: /triple|tnbc/,
  find: ({ text }) =>
    matchesOf(text, PATTERN).map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      params: {
        cut: /(?:<|≤|=<|<=|less than) ?(?:or equal to )?10 ?%|er[- ]low|low[- ]positive|1 ?- ?10 ?%/.test(
          text.slice(match.index, match.index + match[0].length + 250),
        )
          ? 10
          : 1,
      },
    })),
  asks: ({ cut }) => `triple-negative breast cancer${cut > 1 ? ` (ER and PR up to ${cut}%)` : ''}`,
  judge({ cut }, { profile }) {
    const { currentReceptors: current, receptors } = profile
    const latest = receptors.findLast(({ er }) => er !== undefined)
    const her2 = current?.her2 ?? receptors.findLast((one) => one.her2?.status !== undefined)?.her2?.status
    const evidence = [...(current?.evidence ?? []), ...(latest?.evidence ?? [])]
    const states = (['er', 'pr'] as const).map((receptor) => {
      const status = current?.[receptor] ?? latest?.[receptor]?.status
      const percent = latest?.[receptor]?.percent
      if (status === undefined) return undefined
      return status === 'negative' || (cut > 1 && (status === 'low-positive' || (percent !== undefined && percent <= cut)))
    })
    const said = `The records show ER ${current?.er ?? latest?.er?.status ?? 'unknown'}, PR ${current?.pr ?? latest?.pr?.status ?? 'unknown'}, HER2 ${her2 ?? 'unknown'}.`
    if (states.includes(false) || her2 === 'positive') return no(said, evidence)
    if (states.includes(undefined) || her2 === undefined || her2 === 'equivocal')
      return missing(said, 'receptors', 'What are the ER, PR and HER2 results of the tumour? The pathology report says.', evidence)
    return yes(said, evidence)
  },
})

const PATTERN =
  /\btriple[- ]negative(?: (?:breast (?:cancer|carcinoma)|disease|tumou?rs?|status))?(?: ?\((?:m?tnbc)\))?(?: ?\((?:[^()]|\([^()]*\)){0,300}(?:er|estrogen|her2|hr)[^()]*(?:\([^()]*\)[^()]*)*\))?|\bm?tnbc\b(?: ?\((?:[^()]|\([^()]*\)){0,300}(?:er\b|estrogen|her2)[^()]*(?:\([^()]*\)[^()]*)*\))?/g

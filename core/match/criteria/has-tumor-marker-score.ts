import { missing, no, yes } from '../findings.ts'
import { defineKind, type Mention } from '../kind.ts'

const MARKERS = {
  TMB: { asks: 'tumour mutational burden', name: /^b?TMB/i, high: 10 },
  MSI: { asks: 'microsatellite instability', name: /^(?:MSI|MMR)/i, high: Number.NaN },
  HRD: { asks: 'homologous recombination deficiency', name: /^HRD/i, high: 42 },
  'Ki-67': { asks: 'the Ki-67 percentage', name: /^ki-?67/i, high: 20 },
  'Oncotype DX': { asks: 'the Oncotype recurrence score', name: /oncotype/i, high: 26 },
  AR: { asks: 'the androgen receptor', name: /^(?:AR|androgen)/i, high: 1 },
  TROP2: { asks: 'TROP2', name: /trop/i, high: Number.NaN },
} as const
type Marker = keyof typeof MARKERS
type Asked = { marker: Marker; high: boolean; limit: number | undefined }

export const hasTumorMarkerScore = defineKind<Asked>({
  name: 'has-tumor-marker-score',
  reads:
    'Tumour mutational burden, microsatellite state, HRD, Ki-67, Oncotype DX, androgen receptor: high or low, with the limit the trial names.',
  source: 'FDA: TMB-high is ≥ 10 mut/Mb; TAILORx: Oncotype ≥ 26 is high',
  find({ text }) {
    const mentions: Mention<Asked>[] = []
    for (const { marker, pattern, guard } of PATTERNS) {
      if (!guard.test(text)) continue
      for (const match of text.matchAll(pattern)) {
        const words = match[0]
        const limit = /(?:≥|>=|>|<|≤|=<|at least|less than|greater than|of) ?(\d{1,2}(?:\.\d)?)/.exec(words)?.[1]
        mentions.push({
          start: match.index,
          end: match.index + words.length,
          params: {
            marker,
            high: !/low|stable|mss\b|proficient|pmmr|negative|<|≤|less than/.test(words),
            limit: limit === undefined ? undefined : Number(limit),
          },
        })
      }
    }
    return mentions
  },
  judge({ marker, high, limit }, { profile }) {
    const { asks, name, high: usual } = MARKERS[marker]
    const ki67 = marker === 'Ki-67' ? profile.receptors.findLast((one) => one.ki67 !== undefined) : undefined
    const tests = profile.biomarkers.filter(({ gene }) => name.test(gene)).toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? ''))
    const latest = tests.at(-1)
    if (ki67?.ki67 !== undefined) return compare(ki67.ki67, `Ki-67 is ${ki67.ki67} %.`, ki67.evidence)
    if (!latest) return missing(`No result for ${asks} was found.`, `marker-${marker}`, `Was ${asks} tested, and what was the result?`)
    const words = latest.value ?? latest.variant ?? latest.result ?? ''
    const score = Number(/(\d+(?:\.\d+)?)/.exec(words)?.[1] ?? Number.NaN)
    const said = `${marker} is ${words} in the records.`
    if (!Number.isNaN(score) && !Number.isNaN(limit ?? usual)) return compare(score, said, latest.evidence)
    const isHigh = latest.result === 'positive' && !/stable|mss|not detected/i.test(words)
    return isHigh === high ? yes(said, latest.evidence) : no(said, latest.evidence)

    function compare(value: number, because: string, evidence: (typeof tests)[number]['evidence']) {
      const isHigh = value >= (limit ?? usual)
      return isHigh === high ? yes(because, evidence) : no(because, evidence)
    }
  },
})

const STATE = String.raw`[- ]?(?:\(?(?:tmb|msi|dmmr|hrd|ar|rs)\)? ?)?(?:status |score |expression |result |recurrence |dx |test |index |is |of |by |ihc |tumou?rs? |labeling |proliferation |assay )*(?:-? ?\(?(?:high|low|positive|negative|stable|deficien(?:t|cy)|proficient|h\b|(?:≥|>=|>|<|≤|=<|at least|less than|greater than) ?\d{1,2}(?:\.\d)? ?(?:%|mut(?:ations)?\/mb|mutations\/megabase)?)\)?)(?: ?\((?:tmb-h|msi-h|dmmr|[^()]{0,30}mut[^()]{0,30})\))?`
const PATTERNS: readonly { marker: Marker; pattern: RegExp; guard: RegExp }[] = [
  {
    marker: 'TMB',
    guard: /tmb|mutational burden/,
    pattern: new RegExp(String.raw`\b(?:high )?(?:tumou?r )?(?:mutation(?:al)? burden|tmb)${STATE}`, 'g'),
  },
  {
    marker: 'MSI',
    guard: /msi|mss\b|microsatellite|mismatch|mmr/,
    pattern: new RegExp(
      String.raw`\b(?:microsatellite[- ](?:instability|instable|stable)|mismatch[- ]repair|msi|d?mmr|p?mmr|mss)(?:${STATE}|\b)(?:(?: or |\/| ?\()(?:mismatch[- ]repair[- ]deficien(?:t|cy)|d?mmr|msi-?h?)\)?)*`,
      'g',
    ),
  },
  {
    marker: 'HRD',
    guard: /hrd|homologous/,
    pattern: /\b(?:homologous recombination (?:repair )?(?:deficien(?:t|cy))|hrd)(?: ?\(hrd\))?(?:[- ]?positive)?/g,
  },
  { marker: 'Ki-67', guard: /ki-?67/, pattern: new RegExp(String.raw`\bki-?67${STATE}`, 'g') },
  {
    marker: 'Oncotype DX',
    guard: /oncotype|recurrence score/,
    pattern: new RegExp(String.raw`\b(?:oncotype(?: ?dx)?|recurrence score)${STATE}`, 'g'),
  },
  {
    marker: 'AR',
    guard: /androgen receptor|\bar\b/,
    pattern: new RegExp(String.raw`\b(?:androgen[- ]receptor|ar)(?: ?\(ar\))?${STATE}`, 'g'),
  },
  { marker: 'TROP2', guard: /trop-?2/, pattern: new RegExp(String.raw`\btrop-?2${STATE}`, 'g') },
]

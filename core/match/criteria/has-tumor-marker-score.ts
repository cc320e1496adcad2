import { matchesOf } from '../../codes/matches-of.ts'
import type { Evidence } from '../../record/evidence.ts'
import type { Profile } from '../../record/profile.ts'
import { asking, missing, no, yes } from '../findings.ts'
import { type Guarded, guarded } from '../guarded.ts'
import { defineKind, type Mention } from '../kind.ts'

/** `high`: what counts as high where the trial names no limit; undefined where every trial names its own. */
const MARKERS = {
  TMB: { asks: 'tumor mutational burden', name: /^b?TMB/i, high: 10, unit: ' mutations per megabase' },
  MSI: { asks: 'microsatellite instability', name: /^(?:MSI|MMR)/i },
  HRD: { asks: 'homologous recombination deficiency', name: /^HRD/i, high: 42 },
  'Ki-67': { asks: 'Ki-67', name: /^ki-?67/i, high: 20, unit: '%' },
  'Oncotype DX': { asks: 'Oncotype recurrence score', name: /oncotype/i, high: 26 },
  AR: { asks: 'androgen receptor', name: /^(?:AR\b|androgen)/i, high: 1, unit: '%' },
  TROP2: { asks: 'TROP2', name: /trop-?2/i },
  'nectin-4': { asks: 'nectin-4', name: /nectin/i },
  'claudin 18.2': { asks: 'claudin 18.2', name: /claudin|cldn/i },
  FOLR1: { asks: 'folate receptor alpha', name: /folate|folr1|fr.?alpha/i },
  mesothelin: { asks: 'mesothelin', name: /mesothelin|msln/i },
  CEACAM5: { asks: 'CEACAM5', name: /ceacam5|^cea$/i },
  'B7-H3': { asks: 'B7-H3', name: /b7-?h3|cd276/i },
  'B7-H4': { asks: 'B7-H4', name: /b7-?h4|vtcn1/i },
  'c-Met': { asks: 'c-Met', name: /^c-?met protein/i },
  HER3: { asks: 'HER3', name: /^her-?3/i },
  'LIV-1': { asks: 'LIV-1', name: /liv-?1/i },
  ROR1: { asks: 'ROR1', name: /^ror-?1/i },
  PSMA: { asks: 'PSMA', name: /psma/i },
  SSTR2: { asks: 'somatostatin receptor 2', name: /sstr|somatostatin/i },
} as const satisfies Record<string, { asks: string; name: RegExp; high?: number; unit?: string }>
type Marker = keyof typeof MARKERS
/** `most`: the upper end of a range. */
type Limit = { op: '>=' | '>' | '<=' | '<'; value: number; most?: number }
type Asked = { marker: Marker; high: boolean; limit?: Limit }

export const hasTumorMarkerScore = defineKind<Asked>({
  name: 'has-tumor-marker-score',
  reads:
    'Tumour mutational burden, microsatellite state, HRD, Ki-67, Oncotype DX, androgen receptor, and targets of antibodies (TROP2, nectin-4, claudin 18.2 …): high or low, with the limit the trial names.',
  source: 'FDA: TMB-high is ≥ 10 mut/Mb; TAILORx: Oncotype ≥ 26 is high; AR ≥ 1 % of nuclei is positive',
  find({ text }) {
    const mentions: Mention<Asked>[] = []
    for (const { marker, pattern, guard } of PATTERNS) {
      if (!guard.test(text)) continue
      for (const match of matchesOf(text, pattern)) {
        const tail = closed(DEFINED.exec(text.slice(match.index + match[0].length))?.[0] ?? '')
        const words = match[0] + tail
        if (!STATED.test(words) && !(marker === 'MSI' && /^msi $/.test(match[0]))) continue
        const isDenied = /\bnon-? ?$/.test(text.slice(Math.max(0, match.index - 5), match.index))
        const limit = limitIn(words)
        mentions.push({
          start: match.index,
          end: match.index + words.length,
          params: {
            marker,
            high:
              isDenied !==
              (limit
                ? limit.op.startsWith('>')
                : !/\blow|-low|(?<!un)(?<!in)stable|\bmss\b|proficient|pmmr|negativ|\(-\)|(?<=[a-z)])-(?![a-z])/.test(match[0])),
            ...(limit ? { limit } : {}),
          },
        })
      }
    }
    return mentions
  },
  judge(asked, subject) {
    const { marker, high } = asked
    const { asks: name } = MARKERS[marker]
    const asks = asking(subject, wordsOf(asked))
    const result = newestOf(marker, subject.profile)
    if (!result)
      return missing(`The records hold no result for ${name}; ${asks}.`, `marker-${marker}`, `Was ${name} tested, and what was the result?`)
    const said = `${result.words}; ${asks}.`
    const limit: Limit | undefined = asked.limit ?? usual(asked)
    if (result.score !== undefined && limit) return keeps(result.score, limit) ? yes(said, result.evidence) : no(said, result.evidence)
    if (result.positive === undefined) return missing(said, `marker-${marker}`, `What was the score of ${name}?`, result.evidence)
    return result.positive === high ? yes(said, result.evidence) : no(said, result.evidence)
  },
})

const usual = ({ marker, high }: Asked): Limit | undefined => {
  const { high: value } = MARKERS[marker] as { high?: number }
  return value === undefined ? undefined : { op: high ? '>=' : '<', value }
}
const keeps = (score: number, { op, value, most }: Limit): boolean =>
  (most === undefined || score <= most) &&
  (op === '>=' ? score >= value : op === '>' ? score > value : op === '<=' ? score <= value : score < value)

type Result = { words: string; score?: number; positive?: boolean; evidence: Evidence[] }

function newestOf(marker: Marker, profile: Profile): Result | undefined {
  const { name, asks } = MARKERS[marker]
  const unit = 'unit' in MARKERS[marker] ? (MARKERS[marker] as { unit: string }).unit : ''
  const title = `${asks.charAt(0).toUpperCase()}${asks.slice(1)}`
  const ki67 = marker === 'Ki-67' ? profile.receptors.findLast((one) => one.ki67 !== undefined) : undefined
  if (ki67?.ki67 !== undefined) return { words: `${title} is ${ki67.ki67}${unit}`, score: ki67.ki67, evidence: ki67.evidence }
  const latest = profile.biomarkers
    .filter(({ gene }) => name.test(gene))
    .toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? ''))
    .at(-1)
  if (!latest) return undefined
  const value = latest.value ?? latest.variant ?? ''
  const score = marker === 'MSI' ? undefined : /(\d+(?:\.\d+)?)/.exec(value)?.[1]
  // A gene with too many copies is no score of its protein.
  if (score === undefined && /amplif|fusion|rearrang|mutat/i.test(value)) return { words: `${title}: ${value}`, evidence: latest.evidence }
  if (score !== undefined) return { words: `${title} is ${score}${unit}`, score: Number(score), evidence: latest.evidence }
  const isNot = /stable|\bmss\b|pmmr|proficient|not detected|negative|absent|\blow\b/i.test(value) || latest.result === 'negative'
  const is = /\bhigh\b|msi-?h|dmmr|deficien|positive|detected/i.test(value) || latest.result === 'positive'
  const positive = isNot ? false : is ? true : undefined
  const words =
    marker === 'MSI' && positive !== undefined
      ? positive
        ? 'unstable (MSI-high)'
        : 'stable'
      : value || (positive === undefined ? 'recorded' : positive ? 'positive' : 'negative')
  return {
    words: `${marker === 'MSI' ? 'The microsatellite state' : title} is ${words}`,
    ...(positive === undefined ? {} : { positive }),
    evidence: latest.evidence,
  }
}

/** `AR of at least 10%`, `a high tumor mutational burden`. */
function wordsOf({ marker, high, limit }: Asked): string {
  const { asks } = MARKERS[marker]
  const unit = 'unit' in MARKERS[marker] ? (MARKERS[marker] as { unit: string }).unit : ''
  if (limit?.most !== undefined) return `${asks} between ${limit.value}${unit} and ${limit.most}${unit}`
  if (limit) return `${asks} ${{ '>=': 'of at least', '>': 'above', '<=': 'of at most', '<': 'below' }[limit.op]} ${limit.value}${unit}`
  if (marker === 'MSI') return high ? 'MSI-high or mismatch repair deficiency' : 'a stable microsatellite state'
  if (marker === 'HRD') return high ? asks : `no ${asks}`
  return `a ${high ? 'positive or high' : 'negative or low'} result for ${asks}`
}

/** A definition ends with its bracket: one that is only half read belongs to nobody. */
function closed(tail: string): string {
  const open = tail.lastIndexOf('(')
  const whole = open >= 0 && !tail.includes(')', open) ? tail.slice(0, open) : tail
  return /\d/.test(whole) ? whole : ''
}

function limitIn(words: string): Limit | undefined {
  const plain = words.replace(/ki-?67|b7-?h[34]|trop-?2|18\.2|ihc ?[0-3]\+/g, '')
  const match = LIMIT.exec(plain)
  const range = RANGE.exec(plain)
  if (range) return { op: '>=', value: Number(range[1]), most: Number(range[2]) }
  if (!match) return undefined
  const [, sign = '', value] = match
  const op = /≤|<=|=<|< ?or|or equal to.*<|less than or|at most|up to|no more/.test(sign)
    ? '<='
    : /^(?:<|less|below|under)/.test(sign)
      ? '<'
      : /≥|>=|=>|> ?or|greater than or|at least|of|minimum/.test(sign)
        ? '>='
        : '>'
  return { op, value: Number(value) }
}
const LIMIT =
  /(≥|>=|=>|> ?or (?:=|equal(?: to)?)|greater than or equal to|at least|minimum of|>|greater than|more than|≤|<=|=<|< ?or (?:=|equal(?: to)?)|less than or equal to|at most|up to|no more than|<|less than|below|under|above|\bof(?= ?\d)) ?(\d{1,3}(?:\.\d)?)(?! ?(?:\+|x\b|days|weeks|months|years))/
const RANGE = /(?<![\d.])(\d{1,2}) ?(?:-|to|and) ?(\d{1,3})(?![\d.]| ?(?:days|weeks|months|years))/
/** Something must be said of the marker: its name alone asks nothing. */
const STATED =
  /high|low|positiv|negativ|stable|deficien|proficient|express|\bmss\b|msi-?h|dmmr|pmmr|tmb-?h|\+|(?<=[a-z)]) ?\(?-\)?(?=[ ,;./)]|$)|≥|>|<|≤|at least|greater|less than|more than|below|above|under|\d ?(?:-|to) ?\d/
/** "(defined as ≥ 1 % of cells by IHC)": the limit behind the name. */
const DEFINED =
  /^(?:[\s,(:]*(?:breast cancer|disease|tumou?rs?|is|are|be|must|defined|as|by|with|per|central|local|ihc|immunohistochemistry|immunohistochemical|staining|expression|nuclear|nuclei|of|in|on|any|a|the|using|assay|test|testing|ventana|tumou?r|cells?|intensity|i\.e\.|positive|percent|(?:≥|>=|=>|>|<|≤|=<|at least|greater than(?: or equal to)?|more than|less than(?: or equal to)?|> ?or equal to|or equal to) ?\d{1,3}(?:\.\d)? ?%?|metastatic|specimens?|biopsy|samples?|tissue|mut(?:ations?)?(?:\/| per )(?:mb|megabase)|\d{1,3} ?%|ar|approved|validated|fda-approved)(?![a-z0-9])[\s,()%]*)*(?=[\s.,;:)]|$)/

const SCORE = String.raw`(?:≥|>=|=>|> ?or (?:=|equal(?: to)?)|>|<|≤|=<|<=|at least|below|under|above|less than(?: or equal to)?|greater than(?: or equal to)?|more than) ?\d{1,3}(?:\.\d)? ?(?:%|mut(?:ations?)?(?: ?\/ ?| per )(?:mb|megabase)|mutations\/megabase)?|(?:between )?\d{1,2} ?(?:-|to|and) ?\d{1,3}`
const STATE = String.raw`(?:[- ]?(?:\(?\[?(?:tmb|msi|dmmr|mmr|hrd|ar|rs|h)\]?\)?(?![a-z]) ?)?(?:(?:status|score|expression|result|results|recurrence|dx|test|index|is|of|by|ihc|tumou?rs?|labeling|proliferation|assay|gene|signature|genomic instability) )*(?:-? ?\(?(?:high|low|positiv(?:e|ity)|negativ(?:e|ity)|stable|deficien(?:t|cy)|proficient|(?:over-?)?express(?:ion|ing|ed)|h\b|${SCORE})\)?)|(?: ?\([a-z]{2,3}\))? ?\(?\+\)?(?=[ ,;./)]|$)| ?\(?-\)?(?=[ ,;./)]|$))(?: ?\((?:tmb-h|msi-h|dmmr|[^()]{0,30}mut[^()]{0,30})\))?`
const named = (marker: Marker, guard: RegExp, words: string): { marker: Marker; pattern: RegExp; guard: Guarded } => ({
  marker,
  guard: guarded(guard),
  pattern: new RegExp(
    String.raw`\b(?:(?:high|low|positive|over-?expression|expression)(?: for| of)? )?(?:${words})(?: ?\([a-z0-9-]{2,12}\))?(?:${STATE}|\b)`,
    'g',
  ),
})
const PATTERNS: readonly { marker: Marker; pattern: RegExp; guard: Guarded }[] = [
  named(
    'TMB',
    /tmb|mutation(?:al)? (?:burden|load)/,
    String.raw`b?tmb-?h\b|(?:(?:tissue|blood|tumou?r)[- ])*(?:mutation(?:al)? (?:burden|load)|b?tmb\b)`,
  ),
  {
    marker: 'MSI',
    guard: guarded(/msi|mss\b|microsatellite|mismatch|mmr/),
    pattern: new RegExp(
      String.raw`\b(?:high[- ])?(?:microsatellite[- ](?:instability|instable|stable|unstable)|(?:dna )?mismatch[- ]repair|msi(?:-? ?hi(?:gh)?\b)?(?: (?=(?:positive )?(?:solid|tumou?rs?|malignan|colorectal|cancers?|endometrial)))?|[dp]?mmr|mss)(?:${STATE}|\b)(?:(?: or |\/| ?[(,] ?| and )(?:mismatch[- ]repair(?:[- ]deficien(?:t|cy))?|d?mmr(?:[- ]deficien(?:t|cy))?|msi-?h?|high)\)?(?: ?\(?dmmr\)?)?)*`,
      'g',
    ),
  },
  {
    marker: 'HRD',
    guard: guarded(/hrd|homologous/),
    pattern:
      /\b(?:(?:positive|high|low|negative)(?: for)? )?(?:homologous recombination (?:repair )?(?:deficien(?:t|cy))|hrd)(?: ?\(hrd\))?(?:[- ]?(?:positive|negative|score|high|low))*(?: ?(?:≥|>|<) ?\d{2})?/g,
  },
  named('Ki-67', /ki-?67/, 'ki-?67'),
  named('Oncotype DX', /oncotype|recurrence score/, 'oncotype(?: ?dx)?(?: recurrence score)?|recurrence score'),
  named(
    'AR',
    /androgen receptor|\bar\b/,
    String.raw`androgen[- ]receptors?|ar(?=[ -]?(?:\+|\(|-(?:posit|express|negat)|posit|negat|express|≥|>|status|low|high)|-(?:[ ,;./)]|$))`,
  ),
  named('TROP2', /trop-?2/, 'trop-?2'),
  named('nectin-4', /nectin/, 'nectin-? ?4'),
  named('claudin 18.2', /claudin|cldn/, String.raw`(?:claudin|cldn)-? ?18\.2`),
  named('FOLR1', /folate receptor|folr1|fr(?:α|alpha)/, 'folate receptor[- ](?:alpha|α)|folr1|fr-?(?:alpha|α)'),
  named('mesothelin', /mesothelin/, 'mesothelin'),
  named('CEACAM5', /ceacam/, 'ceacam-?5'),
  named('B7-H3', /b7-?h3/, 'b7-?h3'),
  named('B7-H4', /b7-?h4/, 'b7-?h4'),
  named('c-Met', /c-met/, 'c-met(?: protein)?(?! (?:inhib|ampl|exon|mut))'),
  named('HER3', /her-?3/, 'her-?3(?! mut)'),
  named('LIV-1', /liv-?1/, 'liv-?1'),
  named('ROR1', /\bror-?1/, 'ror-?1'),
  named('PSMA', /psma/, 'psma'),
  named('SSTR2', /sstr|somatostatin/, 'sstr-?2?a?|somatostatin receptors?(?: type)? ?2?'),
]

import { matchesOf } from '../../codes/matches-of.ts'
import type { FactValue } from '../../record/fact.ts'
import type { PartialDate } from '../../record/partial-date.ts'
import { findDates } from '../prose/dates.ts'
import type { Reading } from '../prose/reading.ts'
import type { FoundBiomarker } from './biomarkers.ts'
import { assayOf } from './gene-origin.ts'
import type { GenomicSetting } from './genomic-setting.ts'
import { testDate } from './test-date.ts'

/** Markers that are no single gene: PD-L1, TMB, MSI, MMR, HRD, AR, multigene scores, star-allele genotypes. */
export function signatures(text: string, reading: Reading, setting: GenomicSetting): FoundBiomarker[] {
  const found: FoundBiomarker[] = []
  for (const [pattern, read] of MARKERS)
    for (const match of matchesOf(text, pattern)) {
      const line = text.slice(Math.max(text.lastIndexOf('\n', match.index) + 1, match.index - 160), match.index)
      if (OTHERS.test(line) || HYPOTHETICAL.test(line) || DEFINITION.test(text.slice(match.index, match.index + match[0].length + 40)))
        continue
      const value = read(match)
      if (value === undefined) continue
      const somatic = SOMATIC.has(value.gene)
      const inside = findDates(match[0], reading.said)[0]?.date
      const own = inside ?? findDates(line.slice(-40), reading.said).at(-1)?.date
      const told = setting.report || !SEQUENCED.has(value.gene) ? undefined : toldTest(text, match.index, reading)
      const date = inside ?? setting.date ?? told?.date ?? (reading.kind === 'pathology' || reading.kind === 'other' ? reading.said : own)
      found.push({
        value: {
          ...value,
          ...(somatic ? { origin: 'somatic' as const } : {}),
          ...(value.assay === undefined && SEQUENCED.has(value.gene) && setting.assay && setting.origin === 'somatic'
            ? { assay: setting.assay }
            : told
              ? { assay: told.assay }
              : {}),
          ...(date ? { date } : {}),
        },
        start: match.index,
        end: match.index + match[0].length,
        certain: true,
      })
    }
  return found
}

/** A note tells a test in a line: its kind and its day stand before the results. */
function toldTest(text: string, at: number, reading: Reading): { assay: string; date?: PartialDate } | undefined {
  const line = text.slice(Math.max(text.lastIndexOf('\n', at) + 1, at - 300), at)
  const assay = assayOf(line, 'somatic', { report: false })
  if (assay === undefined) return undefined
  const date = testDate(line, reading)
  return { assay, ...(date === undefined ? {} : { date }) }
}

type Value = FactValue<'biomarker'>
const SOMATIC = new Set([
  'PD-L1',
  'TMB',
  'MSI',
  'MMR',
  'HRD',
  'AR',
  'Oncotype DX',
  'MammaPrint',
  'Prosigna',
  'EndoPredict',
  'Breast Cancer Index',
])
const SEQUENCED = new Set(['TMB', 'MSI', 'MMR', 'HRD'])
const said = (words: string): Value['result'] | undefined =>
  /\b(?:not detected|negative|neg\b|not (?:high|expressed)|absent)\b/i.test(words)
    ? 'negative'
    : /\b(?:positive|pos\b|detected|high|expressed)\b/i.test(words)
      ? 'positive'
      : undefined

const MARKERS: readonly (readonly [RegExp, (match: RegExpExecArray) => Value | undefined])[] = [
  [
    /\bPD-?\s?L1\b[^\n;]{0,60}?\b(CPS|TPS|IC|combined positive score|tumou?r proportion score)\b\s*(?:score)?\s*(?:of|is|was|[:=(])?\s*([<>≥≤]?\s*\d{1,3}(?:\.\d)?)\s*(%)?(?:(?!\s*\(?combined)([^\n;.]{0,40}?)\b(positive|negative|neg|pos|below)\b)?/gi,
    (match) => {
      const scale = /^(?:cps|combined)/i.test(match[1] ?? '') ? 'CPS' : /^(?:tps|tumou?r)/i.test(match[1] ?? '') ? 'TPS' : 'IC'
      const number = Number((match[2] ?? '').replace(/[<>≥≤\s]/g, ''))
      const below = /</.test(match[2] ?? '')
      const clone = /\b(22C3|SP142|SP263|28-8|73-10)\b/i.exec(match[0])?.[1]?.toUpperCase()
      const result = match[5]
        ? /^p/i.test(match[5])
          ? 'positive'
          : 'negative'
        : (said(match[0].replace(/\(?combined positive score\)?/i, '')) ??
          (number === 0 || (below && number <= 1) ? 'negative' : 'positive'))
      return {
        gene: 'PD-L1',
        value: `${scale} ${(match[2] ?? '').replace(/\s+/g, '')}${match[3] ?? ''}`,
        result,
        assay: clone ? `${clone} IHC` : 'IHC',
      }
    },
  ],
  [
    /\bPD-?\s?L1\b(?!\s*(?:inhibit|antibod|block|checkpoint|\/|therapy|axis|test|pending))[^\n;.,%]{0,34}?(?<!CPS[^\n]{0,20})\b(positive|negative)\b|\bPD-?L1\s?([+-])(?=[\s,;.)])/gi,
    (match) => ({ gene: 'PD-L1', result: /^p|\+/i.test(match[1] ?? match[2] ?? '') ? 'positive' : 'negative', assay: 'IHC' }),
  ],
  [
    /\bPD-?\s?L1\b(?:\s+(?:expression|staining|IHC|status|in (?:tumou?r|immune) cells))*\s*[:=]?\s*(?:of |is |was )?([<>]?\s?\d{1,3})\s?%/gi,
    (match) => {
      const number = Number((match[1] ?? '').replace(/[<>\s]/g, ''))
      const none = number === 0 || (/</.test(match[1] ?? '') && number <= 1)
      return { gene: 'PD-L1', value: `${(match[1] ?? '').replace(/\s/g, '')}%`, result: none ? 'negative' : 'positive', assay: 'IHC' }
    },
  ],
  [
    /\b(b?TMB|(?:blood )?tumou?r mutational burden)\b[^\d\n;]{0,60}?(\d{1,3}(?:\.\d{1,2})?)\s*(?:mut\w*|m)\s*(?:\/|per)\s*(?:mb|megabase|DNA megabase)\b/gi,
    (match) => ({ gene: 'TMB', value: `${Number(match[2])} mut/Mb`, result: Number(match[2]) >= 10 ? 'positive' : 'negative' }),
  ],
  [
    /\b(TMB)\s*(?:of|is|was|[:=])?\s*(\d{1,3}(?:\.\d{1,2})?)(?=\s*(?:[,;)\n]|\/\s?MS|\.(?!\d)|$))/g,
    (match) => ({ gene: 'TMB', value: `${Number(match[2])} mut/Mb`, result: Number(match[2]) >= 10 ? 'positive' : 'negative' }),
  ],
  [
    /\b(?:TMB|tumou?r mutational burden)\s*[-:=]?\s*(high|low)\b/gi,
    (match) => ({ gene: 'TMB', value: (match[1] ?? '').toLowerCase(), result: /^h/i.test(match[1] ?? '') ? 'positive' : 'negative' }),
  ],
  [
    /\b(?:MSI(?:-H(?:igh)?)?|microsatellite(?: instability)?(?:[- ]high)?(?: status)?)\b\s*[-:=(]?\s*(?:(?:status|seq|ngs|dna-?\w*)\s*[-:]?\s*){0,3}(MS-?stable|stable|MSS|not detected|undetermined|high|MSI-?H(?:igh)?(?!\s*[-:=]?\s*(?:not|undetected|negative))|unstable|negative|detected|equivocal)\b/gi,
    (match) => {
      const words = (match[1] ?? '').toLowerCase()
      if (/undeterm|equiv/.test(words)) return undefined
      const stable = /stable|mss|not|neg/.test(words) && !/unstable/.test(words)
      return { gene: 'MSI', value: stable ? 'MSS' : 'MSI-High', result: stable ? 'negative' : 'positive' }
    },
  ],
  [
    /\b(MSS|MSI-?H(?:igh)?)\b(?!\s*[-:=]?\s*(?:[Nn]ot|NOT|[Uu]ndetected|UNDETECTED|[Nn]egative|NEGATIVE|or\b|\/))/g,
    (match) => ({ gene: 'MSI', value: /MSS/.test(match[0]) ? 'MSS' : 'MSI-High', result: /MSS/.test(match[0]) ? 'negative' : 'positive' }),
  ],
  [
    /\b(?:[Mm]ismatch repair|MMR)(?:\s+(?:proteins?|status|IHC))?\s*[-:]?\s*(?:is |are )?(proficient|intact|deficient|retained|lost)\b|\b([pd])MMR\b/g,
    (match) => ({
      gene: 'MMR',
      result: /^(?:def|lost|d)/i.test(match[1] ?? match[2] ?? '') ? 'positive' : 'negative',
      value: /^(?:def|lost|d)/i.test(match[1] ?? match[2] ?? '') ? 'deficient' : 'proficient',
    }),
  ],
  [
    /\b(?:HRD|homologous recombination deficiency(?:\s*\(HRD\))?|genomic instability score|GIS)(?:\s+(?:signature|status|score|test|assay))*(?:\s?\((?:GIS|HRD|genomic instability score|Myriad)\))?\s*[-:=(]?\s*(?:is |was )?(not detected|positive|negative|detected|high|low|(\d{1,3})\b(?!\s*%|\d))/gi,
    (match) =>
      match[2]
        ? { gene: 'HRD', value: match[2], result: Number(match[2]) >= 42 ? 'positive' : 'negative' }
        : { gene: 'HRD', result: /^(?:not|neg|low)/i.test(match[1] ?? '') ? 'negative' : 'positive' },
  ],
  [
    /\b(?:oncotype(?:\s*dx)?(?:®|™)?|recurrence score(?<=oncotype[\s\S]{0,600}))\b(?:\s+(?:breast|cancer|assay|recurrence|score|RS|result|test|was|of|is))*[\s:=(-]{0,4}(?:results?\W{1,3}recurrence score\W{1,3})?(?:score|RS)?\W{0,3}(\d{1,3})(?![\d/]|\.\d|\s*%|\s*-?\s*gene)/gi,
    (match) => (Number(match[1]) <= 100 ? { gene: 'Oncotype DX', value: String(Number(match[1])) } : undefined),
  ],
  [
    /\bmammaprint\b[^\n;.]{0,30}?\b(ultra-?low|low|high)\b/gi,
    (match) => ({ gene: 'MammaPrint', value: `${(match[1] ?? '').toLowerCase()} risk` }),
  ],
  [/\bprosigna\b[^\n;.]{0,40}?\b(?:ROR\W{0,6})?(\d{1,3})\b/gi, (match) => ({ gene: 'Prosigna', value: `ROR ${match[1]}` })],
  [
    /\bendopredict\b[^\n;.]{0,40}?\b(low|high|\d{1,2}(?:\.\d)?)\b/gi,
    (match) => ({ gene: 'EndoPredict', value: (match[1] ?? '').toLowerCase() }),
  ],
  [
    /\b(?:androgen receptor(?:\s*\(AR\))?|\bAR(?<=(?:ER|PR|HER2|Her2\/Neu)\b[\s\S]{0,700}))\b\s*(?:\([^)]{0,12}\)\s*)?(?:(?:ihc|protein)\s*){0,2}[:=|]?\s*(?:(positive|negative|pos|neg)\b\W{0,4}(?:[123]\+,\s*)?(?:[<>]\s*)?(?:(\d{1,3})\s*%)?|(?:[<>]\s*)?(\d{1,3})\s*%\W{0,3}(positive|negative)?)/gi,
    (match) => {
      const share = match[2] ?? match[3]
      const word = match[1] ?? match[4]
      const result = word
        ? /^p/i.test(word)
          ? 'positive'
          : 'negative'
        : Number(share) >= 10
          ? 'positive'
          : Number(share) === 0
            ? 'negative'
            : undefined
      return result ? { gene: 'AR', ...(share ? { value: `${share}%` } : {}), result, assay: 'IHC' } : undefined
    },
  ],
  [
    /\b(UGT1A1|DPYD|CYP2D6|TPMT|NUDT15)\b[^\n*]{0,60}?(\*\d{1,2}[A-Z]?\s?\/\s?\*\d{1,2}[A-Z]?)/g,
    (match) => ({
      gene: match[1] ?? '',
      variant: (match[2] ?? '').replace(/\s/g, ''),
      origin: 'germline',
      result: /^\*1\s?\/\s?\*1$/.test(match[2] ?? '') ? 'negative' : 'positive',
      assay: 'pharmacogenomics',
    }),
  ],
  [
    /\b(DPYD|UGT1A1|TPMT|NUDT15)\b(?:\s+(?:gene|genotype|testing|test|status|result))*\s*[-:=]?\s*(?:is |was )?(?:neg(?:ative)?|normal|wild[- ]?type|no (?:\w+ )?variants?)\b/g,
    (match) => ({ gene: match[1] ?? '', origin: 'germline', result: 'negative', assay: 'pharmacogenomics' }),
  ],
]

const OTHERS = /\b(?:mother|father|sister|brother|aunt|uncle|family history)\b[^.;]{0,80}$/i
const HYPOTHETICAL = /\b(?:if|whether|test(?:ing)? for|pending|patients? with|eligible|consider\w*|cut-?off|defined as)\b[^.;:]{0,40}$/i
const DEFINITION = /\b(?:is defined|are defined|indicates? that|low risk \(RS|cut-?off (?:for|of) (?:positiv|the))/i

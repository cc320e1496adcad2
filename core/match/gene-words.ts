import { GENES } from '../codes/genes.ts'
import { matchesOf } from '../codes/matches-of.ts'

/** What happened to a gene. `any`: an alteration of whatever sort; `expression`: its protein. */
export const GENE_CHANGES = ['mutation', 'amplification', 'fusion', 'loss', 'expression', 'any'] as const
export type GeneChange = (typeof GENE_CHANGES)[number]

/** Genes named together at `[start, end)` ("PIK3CA, AKT1 or PTEN"), by their HGNC symbols, with the variants named beside them ("KRAS G12C or G12D"). */
export type GeneList = { start: number; end: number; genes: string[]; variants: string[]; isKnown: boolean; joined: boolean }

/** Lists of genes in the plain text of a clause. `isKnown` is false where all that says "gene" is the form of the word; `joined` lists go on with the one before. */
export function geneLists(text: string): GeneList[] {
  const lists: GeneList[] = []
  SYMBOL.lastIndex = 0
  for (let match = SYMBOL.exec(text); match; match = SYMBOL.exec(text)) {
    const named = namesOf(match[0])
    if (!named) {
      SYMBOL.lastIndex = match.index + (/^[a-z0-9-]+/.exec(match[0])?.[0].length ?? match[0].length)
      continue
    }
    let end = match.index + match[0].length
    VARIANTS.lastIndex = end
    const variants = VARIANTS.exec(text)?.[0] ?? ''
    end += variants.length
    SYMBOL.lastIndex = end
    const last = lists.at(-1)
    const found = matchesOf(variants, VARIANT).map(([variant]) => variant.trim())
    const joined = last !== undefined && BETWEEN.test(text.slice(last.end, match.index))
    if (joined && found.length === 0 && last.variants.length === 0) {
      last.genes.push(...named.genes)
      last.variants.push(...found)
      last.end = end
      last.isKnown ||= named.isKnown
    } else lists.push({ start: match.index, end, genes: [...named.genes], variants: found, isKnown: named.isKnown, joined })
  }
  return lists
}

/** The sort of change that words name; `undefined` when they name none. */
export function changeIn(words: string): GeneChange | undefined {
  const named = CHANGE_WORDS.filter(([, pattern]) => pattern.test(words)).map(([change]) => change)
  const [only] = named
  if (named.length > 1) return named.every((one) => one === 'expression' || one === 'loss') ? 'loss' : 'any'
  return only ?? (/positiv|actionable/.test(words) ? 'any' : undefined)
}

/** The sort of a change that a report found: `E545K`, `amplification`, `exon 9 deletion`. */
export function changeOfVariant(variant: string | undefined): Exclude<GeneChange, 'any'> | undefined {
  if (variant === undefined) return undefined
  if (/ampl|\bgain\b|copy number/i.test(variant)) return 'amplification'
  if (/fusion|rearrang|translocat|::/i.test(variant)) return 'fusion'
  if (/\bloss\b|homozygous del|deep del|gene deletion|whole gene|^deletion$|biallelic/i.test(variant)) return 'loss'
  if (/express/i.test(variant)) return 'expression'
  return 'mutation'
}

/** True for a variant that stops the protein early. */
export const isTruncating = (variant: string): boolean => /fs|\*|\bter\b|Ter\d|splice|del\b|_\d|stop|nonsense|X$/.test(variant)

const CHANGE_WORDS: readonly [GeneChange, RegExp][] = [
  ['amplification', /amplif|copy[- ]number|copy gain|\bamp\b/],
  ['fusion', /fusion|rearrang|re-arrang|translocat|inversion/],
  ['loss', /\bloss(?!-of-function| of function)|deletion(?! mutation)|\bdeleted|deficien|\bnull\b/],
  ['expression', /express/],
  ['any', /alterat|altered|aberrat|abnormal/],
  [
    'mutation',
    /mutat|mutant|wild[- ]?type|pathogenic|deleterious|carrier|variant|loss[- ]of[- ]function|skipping|insertion|hotspot|defect|variation/,
  ],
]

/** Families, and names other than the symbol. */
const FAMILIES: Record<string, readonly string[]> = {
  brca: ['BRCA1', 'BRCA2'],
  brcam: ['BRCA1', 'BRCA2'],
  akt: ['AKT1'],
  p53: ['TP53'],
  esr1m: ['ESR1'],
  fgfr: ['FGFR1', 'FGFR2', 'FGFR3', 'FGFR4'],
  ntrk: ['NTRK1', 'NTRK2', 'NTRK3'],
  ras: ['KRAS', 'NRAS', 'HRAS'],
  raf: ['BRAF', 'RAF1', 'ARAF'],
  craf: ['RAF1'],
  'c-met': ['MET'],
  'c-kit': ['KIT'],
  'n-myc': ['MYCN'],
  'l-myc': ['MYCL'],
  'c-myc': ['MYC'],
  lkb1: ['STK11'],
  brg1: ['SMARCA4'],
  ini1: ['SMARCB1'],
  p16: ['CDKN2A'],
  mll1: ['KMT2A'],
  alk1: ['ALK'],
  'palb-2': ['PALB2'],
  'esr-1': ['ESR1'],
  her2: ['ERBB2'],
  'her-2': ['ERBB2'],
  her3: ['ERBB3'],
  rad51: ['RAD51B', 'RAD51C', 'RAD51D'],
  smarca: ['SMARCA4'],
}
/** Genes of homologous recombination that panels for PARP inhibitors test (PROfound, TBCRC 048). */
const RECOMBINATION = ['BRCA1', 'BRCA2', 'PALB2', 'ATM', 'CHEK2', 'BARD1', 'BRIP1', 'RAD51C', 'RAD51D', 'CDK12']

/** "BRCA 1 and 2", "FGFR1/2/3", "NTRK1-3", and any other word that could be a symbol. */
const SYMBOL =
  /(?<![a-z0-9-])(?:(?:homologous recombination(?: repair)?|\bhrr?|dna (?:damage )?repair)(?:[- ](?:related|pathway))* ?(?:\(hrr?r?\) ?)?genes?|[gst]?-?brca ?-?1 ?(?:\/|and\/or|and|or|,|&) ?(?:brca ?-?)?2|[gst]?-?brca(?:\d\/\d|m\b| ?-?[12])?|breast cancer (?:susceptibility )?genes? ?(?:1|2|\(brca\))?(?: ?(?:and|or|\/) ?2)?|[cnl]-(?:met|kit|myc)|(?:palb|esr|her)-[123]|[a-z][a-z0-9]{1,8}(?:\/[1-9a-d](?![a-z0-9]))+|(?:ntrk|fgfr|akt)\d-\d|[a-z][a-z0-9]{1,9})(?![a-z0-9])/g
/** Between two genes of one list. */
const BETWEEN = /^(?: ?\((?:[a-z0-9-]{2,8})\))?[ ,/()[\]]{1,4}(?:(?:and\/or|and|or|&)[ ,/]{1,2})?(?:the )?$/
const VARIANT =
  /(?:p\.)?[acdefghiklmnpqrstvwy]\d{2,4}(?:[acdefghiklmnpqrstvwyx](?:\/[acdefghiklmnpqrstvwyx])*|fs)?(?![a-z0-9])|exon ?\d{1,2}(?: ?(?:skipping|insertions?|deletions?))?/g
const VARIANTS = new RegExp(String.raw`(?:\)?[ -]?(?:[(/,] ?)?(?:(?:and\/or|or|and) )?(?:${VARIANT.source})\)?)*`, 'y')

function namesOf(words: string): { genes: readonly string[]; isKnown: boolean } | undefined {
  if (/^(?:homologous|hrr?|dna)\b.*genes?$/.test(words)) return { genes: RECOMBINATION, isKnown: true }
  if (/brca|^breast cancer/.test(words)) {
    const [one, two] = [/1/.test(words), /2/.test(words)]
    return { genes: one === two ? ['BRCA1', 'BRCA2'] : one ? ['BRCA1'] : ['BRCA2'], isKnown: true }
  }
  const family = Object.hasOwn(FAMILIES, words) ? FAMILIES[words] : undefined
  if (family) return { genes: family, isKnown: true }
  const several = /^([a-z][a-z0-9]*)(\d|[a-d])((?:\/[1-9a-d])+|-\d)$/.exec(words)
  if (several) {
    const [, stem = '', first = '', rest = ''] = several
    const ends = rest.startsWith('-') ? range(Number(first), Number(rest.slice(1))) : [first, ...rest.split('/').filter(Boolean)]
    const genes = ends.map((end) => `${stem}${end}`.toUpperCase())
    return genes.every((gene) => GENES.has(gene)) || GENES.has(genes[0] ?? '') ? { genes, isKnown: true } : undefined
  }
  const symbol = words.toUpperCase()
  if (GENES.has(symbol)) return { genes: [symbol], isKnown: true }
  return LIKE_A_SYMBOL.test(words) && !NO_SYMBOL.test(words) ? { genes: [symbol], isKnown: false } : undefined
}
const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
const LIKE_A_SYMBOL = /^[a-z]{2,6}\d{1,2}[a-z]?\d?$/
const NO_SYMBOL =
  /^(?:cyp|cd\d|covid|grade|part|arm|phase|stage|cohort|version|ctcae|type|level|day|week|cycle|il\d|pd\d|dose|group|module|ecog|rt\d|hpv|hla|ct\d|oatp|oat|mate|oct\d|hsv|hhv|htlv|c\d|t\d|n\d|m\d|f\d|vitamin)/

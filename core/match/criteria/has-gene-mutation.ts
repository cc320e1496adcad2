import { HEREDITARY } from '../../codes/genes.ts'
import type { Profile } from '../../record/profile.ts'
import { asking, missing, no, yes } from '../findings.ts'
import { changeIn, changeOfVariant, type GeneChange, type GeneList, geneLists, isTruncating } from '../gene-words.ts'
import { defineKind, type Mention } from '../kind.ts'

type Asked = { genes: string[]; origin?: 'germline' | 'somatic'; wildType?: true; change: GeneChange; variants?: string[] }
type Marker = Profile['biomarkers'][number]

export const hasGeneMutation = defineKind<Asked>({
  name: 'has-gene-mutation',
  reads:
    'A mutation, amplification, fusion or loss (or none: wild type) of any gene by its symbol, with single variants (“KRAS G12C”), inherited or of the tumour. A variant of uncertain significance is no mutation.',
  source: 'profile: biomarkers; HGNC symbols; ACMG classes: only pathogenic and likely pathogenic variants count',
  triggers:
    /mutat|mutant|wild|alter|aberrat|variant|deleterious|pathogenic|carrier|loss|brca|fusion|rearrang|translocat|deficien|delet|amplif|positive|exon|skipping|express|defect|abnormal|[a-z]\d{2,3}[a-z]\b/,
  find({ text }) {
    const lists = geneLists(text)
    let from = 0
    let earlier: GeneChange | undefined
    return lists.flatMap((list, i): Mention<Asked>[] => {
      AFTER.lastIndex = list.end
      const after = AFTER.exec(text)?.[0] ?? ''
      const before = BEFORE.exec(text.slice(Math.max(from, list.start - 240), list.start))?.[0] ?? ''
      const words = `${before} ${after}`
      const own = changeIn(after)
      const said = (own === 'expression' ? changeIn(before) : undefined) ?? own ?? changeIn(before)
      // "EGFR, ALK or BRAF V600E aberrations", "mutations of BRAF V600E or MAP2K1": one change for all of the list.
      const shared = laterChange(text, lists, i) ?? (list.joined ? earlier : undefined)
      const change = said ?? shared ?? (list.variants.length > 0 ? 'mutation' : undefined)
      earlier = change
      if (STATUS.test(after) || STATUS.test(text.slice(list.end + after.length, list.end + after.length + 12))) return []
      if (change === undefined || NO_CHANGE.test(text.slice(list.end + after.length, list.end + after.length + 40))) return []
      // A word that only looks like a symbol, or is a word of English too, is a gene beside its change only.
      if (!list.isKnown && own === undefined && shared === undefined) return []
      if (
        list.genes.every((gene) => ALSO_WORDS.has(gene)) &&
        own === undefined &&
        shared === undefined &&
        !/\b(?:in|of)(?: the)? $/.test(before)
      )
        return []
      // Proteins on the surface are read as markers.
      if (change === 'expression' && (!list.isKnown || list.genes.some((gene) => /^(?:ERBB\d|MET|AR|ESR1|EGFR)$/.test(gene)))) return []
      if (list.genes.join() === 'ERBB2' && (change === 'amplification' || change === 'expression' || change === 'any')) return []
      from = list.end + after.length
      const origin = originOf(`${words.replace(ASIDE, '')} ${text.slice(list.start, list.end)}`)
      return [
        {
          start: list.start - before.length,
          end: list.end + after.length,
          params: {
            genes: [...new Set(list.genes)],
            change,
            ...(origin ? { origin } : {}),
            ...(/wild[- ]?type/.test(words) ? { wildType: true } : {}),
            ...(list.variants.length > 0 ? { variants: [...new Set(list.variants)] } : {}),
          },
        },
      ]
    })
  },
  judge(asked, subject) {
    const { genes, origin, wildType } = asked
    const tested = subject.profile.biomarkers.filter(
      (one) => genes.some((gene) => isOf(gene, one)) && (origin === undefined || one.origin === undefined || one.origin === origin),
    )
    const asks = asking(subject, wordsOf(asked))
    const found = tested.filter(({ result }) => result === 'positive')
    const hits = found.filter((one) => fits(one, asked) === 'yes')
    if (hits.length > 0) {
      const said = `Found: ${[...new Set(hits.map(({ gene, variant }) => [gene, variant ?? 'mutation'].join(' ')))].join(', ')}; ${asks}.`
      const evidence = hits.flatMap((one) => one.evidence)
      return wildType ? no(said, evidence) : yes(said, evidence)
    }
    const question = `Was the tumor or blood tested for ${wordsOf({ ...asked, wildType: false })}, and what was found?`
    const open = found.filter((one) => fits(one, asked) === 'unknown')
    if (open.length > 0)
      return missing(
        `${open.map(({ gene, variant }) => `${gene} ${variant ?? 'is altered'}`).join(', ')} in the records; ${asks}. Whether this counts is not recorded.`,
        `gene-${genes[0] ?? 'panel'}`,
        question,
        open.flatMap((one) => one.evidence),
      )
    const panel = panelOf(asked, subject.profile)
    const clear = tested.filter((one) => clears(one, asked))
    if (genes.every((gene) => clear.some((one) => isOf(gene, one)) || (panel.length > 0 && HEREDITARY.has(gene)))) {
      const vus = clear.some(({ result }) => result === 'vus') ? ' (a variant of uncertain significance is not counted)' : ''
      const other = found.map(({ gene, variant }) => [gene, variant].filter(Boolean).join(' '))
      const said = `Tested, and no such finding in ${listed(genes)}${vus}${other.length > 0 ? `; found: ${[...new Set(other)].join(', ')}` : ''}; ${asks}.`
      const evidence = [...clear, ...panel].flatMap((one) => one.evidence)
      return wildType ? yes(said, evidence) : no(said, evidence)
    }
    return missing(
      `The records hold no test that settles this; ${asks}.`,
      `gene-${genes[0] ?? 'panel'}`,
      question,
      clear.flatMap((one) => one.evidence),
    )
  },
})

function laterChange(text: string, lists: readonly GeneList[], i: number): GeneChange | undefined {
  for (const list of lists.slice(i + 1)) {
    if (!list.joined) return undefined
    AFTER.lastIndex = list.end
    const change = changeIn(AFTER.exec(text)?.[0] ?? '')
    if (change) return change
  }
  return undefined
}

/** Whether a finding of the tumour or of inheritance is what the trial means. */
function fits(one: Marker, { change, variants }: Asked): 'yes' | 'no' | 'unknown' {
  const kind = changeOfVariant(one.variant)
  if (variants && one.variant !== undefined && kind === 'mutation') {
    const asked = variants.map((variant) => isVariant(one.variant ?? '', variant))
    return asked.includes('yes') ? 'yes' : asked.includes('unknown') ? 'unknown' : 'no'
  }
  if (variants) return kind === undefined ? 'unknown' : 'no'
  if (change === 'any' || kind === change) return change === 'expression' ? 'unknown' : 'yes'
  if (kind === undefined) return change === 'mutation' ? 'yes' : 'unknown'
  if (change === 'loss' && kind === 'mutation') return isTruncating(one.variant ?? '') ? 'yes' : 'unknown'
  if (change === 'mutation' && kind === 'loss') return 'unknown'
  return 'no'

  function isVariant(found: string, asked: string): 'yes' | 'no' | 'unknown' {
    if (asked.startsWith('exon')) return found.toLowerCase().includes(asked) ? 'yes' : 'unknown'
    const bare = asked.replace('p.', '')
    return bare.split('/').some((end, i, all) => found.toLowerCase().includes(i === 0 ? end : `${all[0]?.slice(0, -1) ?? ''}${end}`))
      ? 'yes'
      : 'no'
  }
}

/** A test that found nothing of the sort asked. What a report lists as not mutated says nothing of fusions or copies. */
function clears(one: Marker, asked: Asked): boolean {
  if (one.result === 'vus') return asked.change === 'mutation' || asked.change === 'any'
  if (one.result === 'positive') return asked.variants !== undefined && fits(one, asked) === 'no'
  if (one.result !== 'negative') return false
  const kind = changeOfVariant(one.variant)
  return kind === undefined ? asked.change === 'mutation' || asked.change === 'any' : kind === asked.change
}

const panelOf = ({ origin, change }: Asked, { biomarkers }: Profile): Marker[] =>
  origin === 'germline' && (change === 'mutation' || change === 'any')
    ? biomarkers.filter(({ gene, result }) => /germline panel/i.test(gene) && result === 'negative')
    : []

function originOf(words: string): Asked['origin'] {
  const germline = /germ ?-?line|\bg-?brca|hereditary|inherited|carrier/.test(words)
  const somatic = /somatic|tumou?r|\bs-?brca|\bt-?brca/.test(words)
  return germline === somatic ? undefined : germline ? 'germline' : /somatic/.test(words) ? 'somatic' : undefined
}

function isOf(gene: string, { gene: tested }: Marker): boolean {
  const symbol = tested.toUpperCase().replace(/[\s-]/g, '')
  return (
    symbol === gene ||
    symbol.startsWith(`${gene}/`) ||
    (gene === 'ERBB2' && symbol === 'HER2') ||
    (symbol === 'NTRK' && gene.startsWith('NTRK'))
  )
}

const listed = (genes: readonly string[]): string =>
  genes.length > 6 ? `${genes.slice(0, 5).join(', ')} and ${genes.length - 5} more genes` : genes.join(', ').replace(/, ([^,]*)$/, ' or $1')

/** `an inherited mutation of BRCA1 or BRCA2`. */
function wordsOf({ genes, change, origin, wildType, variants }: Omit<Asked, 'wildType'> & { wildType?: boolean }): string {
  if (wildType) return `no mutation of ${listed(genes)}`
  const sort = {
    mutation: 'a mutation',
    amplification: 'an amplification',
    fusion: 'a fusion',
    loss: 'a loss',
    expression: 'expression',
    any: 'an alteration',
  }[change]
  const of = variants
    ? `${listed(genes)} ${variants.map((variant) => (variant.startsWith('exon') ? variant : variant.toUpperCase())).join(' or ')}`
    : `${sort} of ${listed(genes)}`
  return origin === undefined ? of : `${of} (${origin === 'germline' ? 'inherited' : 'in the tumor'})`
}

const ALSO_WORDS: ReadonlySet<string> = new Set(
  'AR MET KIT FAS FH MPL REL JUN MAF TEK ERG CBL LYN SMO APC RET CIC KEL CALR SRC ALK ATR ID3 MYC MAX EED DIS3'.split(' '),
)
const CHANGES = String.raw`(?:co-?mutations?|mutations?|mutated|mutants?|mutational|alterations?|altered|aberrations?|variants?|wild[- ]?type|loss(?:[- ]of[- ](?:function|expression))?|deletions?|deleted|deficien(?:t|cy)|null|fusions?|rearrangements?|rearranged|re-arrangements?|translocations?|amplifi(?:ed|cations?)|amp\b|copy[- ]number (?:gains?|alterations?)|insertions?|skipping|carriers?|positiv(?:e|ity)|pathogenic|deleterious|(?:over-?)?express(?:ion|ing|ed|es)|hotspots?|defects?|defective|abnormalit(?:y|ies)|lesions?(?= (?:in|of|gene))|variations?)`
const CHANGES_BEFORE = CHANGES.replace('|positiv(?:e|ity)', '')
const BEFORE = new RegExp(
  String.raw`(?:(?:\b(?:known|documented|confirmed|confirmation|biomarker|eligibility|specified|pre-?specified|evidence|presence|detect(?:ed|able|ion)|deleterious|suspected|suspicious|predicted|germ-?line|somatic|pathogenic|likely|hereditary|inherited|activating|inactivating|actionable|targetable|driver|oncogenic|sensitizing|sensitising|resistance|homozygous|heterozygous|biallelic|bi-allelic|monoallelic|functional|qualifying|eligible|specified|selected|certain|specific|gene|genes|genetic|genomic|molecular|and\/or|and|or|to be|be|tumou?r|tissue|a|an|the|one|two|more|least|at|any|either|both|each|all|other|following|of|in|for|to|with|involving|within|harbou?r(?:s|ing)?|carry(?:ing)?|bearing|kinase|dna|loss[- ]of[- ]function|positive for|${CHANGES_BEFORE}|epidermal growth factor receptor|anaplastic lymphoma kinase|kirsten rat sarcoma(?: viral oncogene homolog)?|fibroblast growth factor receptors?(?: [1-4])?|neurotrophic (?:tyrosine|tropomyosin) receptor kinases?|estrogen receptor 1|mutation\(s\)|alteration\(s\)|proto-oncogenes?|considered|as|determined|identified|demonstrates?|demonstrating|that|has|have|showing|shows?)|\((?:germline|somatic|inherited|tumou?r|known|suspected|likely|or|and|and\/or|pathogenic|deleterious| )+\)|\((?:with or without|with|without|regardless of) [^()]{3,60}\)|\*|\(|\[)[ :/-]*(?:\/)?){1,24}$`,
)
const AFTER = new RegExp(
  String.raw`(?:\)?\]?[ -]{0,2}(?:\((?:s|[gst]?brcam?|esr1m?|pik3cam?[^()]{0,20})\)|gene|genes|germ-?line|somatic|activating|inactivating|pathogenic|suspected|likely|hotspot|tumou?rs?|kinase|domain|protein|exon ?\d{1,2}|genomic|genetic|tissue|and\/or|and|or|a|homozygous|biallelic|\/|(?:co-?)?${CHANGES})\b(?:\(s\))?)*(?:[- ](?:status|in (?:the )?(?:tumou?r|blood|plasma|ctdna)[a-z ]{0,20}))?(?: ?\((?:s|[gst]?brcam?|esr1m?|pik3cam?[^()]{0,20})\))?`,
  'y',
)
/** "(With or without a somatic mutation)" */
const ASIDE = /\((?:with or without|regardless of)[^()]*\)/g
/** "PIK3CA mutation status must be known" asks for a test, not for a result. */
const STATUS =
  /^(?![^.]*(?:positiv|wild|mutated|mutant|altered))[^.]*\b(?:mutation(?:al)?|brca|gene)?[ -](?:status|testing|analysis|results?)\b/
/** "EGFR mutation inhibitor", "BRAF V600E-directed therapy" name a treatment. */
const NO_CHANGE =
  /^[\s-]*(?:\([a-z]+\) )?(?:selective |targeted |kinase )*(?:inhibitors?|antagonists?|directed|targeting|targeted|antibod|therap|agonist|blocker|degrader)/

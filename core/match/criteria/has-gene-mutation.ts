import type { Profile } from '../../record/profile.ts'
import { missing, no, yes } from '../findings.ts'
import { defineKind } from '../kind.ts'

type Asked = { genes: string[]; origin?: 'germline' | 'somatic' | undefined; wildType: boolean }

export const hasGeneMutation = defineKind<Asked>({
  name: 'has-gene-mutation',
  reads:
    'A mutation (or none: wild type) of PIK3CA, AKT1, PTEN, ESR1, BRCA1/2, PALB2, TP53, ERBB2 and other genes, inherited or of the tumour. A variant of uncertain significance is no mutation.',
  source: 'profile: biomarkers; ACMG classes: only pathogenic and likely pathogenic variants count',
  find({ text }) {
    if (!/mutat|wild|alterat|variant|deleterious|pathogenic|carrier|loss|brca|fusion|deficien|positive/.test(text)) return []
    return [...text.matchAll(PATTERN)].flatMap((match) => {
      const words = match[0]
      const genes = genesIn(words)
      if (genes.length === 0 || (!CHANGE.test(words) && !/^(?:germline|somatic|deleterious)/.test(words))) return []
      const origin = /germ ?-?line|\bg-?brca|hereditary|inherited/.test(words)
        ? /somatic|tumou?r|\bs-?brca/.test(words)
          ? undefined
          : ('germline' as const)
        : /somatic/.test(words)
          ? ('somatic' as const)
          : undefined
      return [{ start: match.index, end: match.index + words.length, params: { genes, origin, wildType: /wild[- ]?type/.test(words) } }]
    })
  },
  judge({ genes, origin, wildType }, { profile }) {
    const tested = profile.biomarkers.filter(
      (one) =>
        genes.some((gene) => sameGene(gene, one.gene)) && (origin === undefined || one.origin === undefined || one.origin === origin),
    )
    const mutated = tested.filter(({ result }) => result === 'positive')
    const names = genes.join(' or ')
    if (mutated.length > 0) {
      const said = `A mutation of ${mutated.map(({ gene, variant }) => [gene, variant].filter(Boolean).join(' ')).join(', ')} was found.`
      const evidence = mutated.flatMap((one) => one.evidence)
      return wildType ? no(said, evidence) : yes(said, evidence)
    }
    const panel =
      origin === 'somatic' ? [] : profile.biomarkers.filter(({ gene, result }) => /germline panel/i.test(gene) && result === 'negative')
    const clear = tested.filter(({ result }) => result === 'negative' || result === 'vus')
    const settled = genes.every((gene) => clear.some((one) => sameGene(gene, one.gene))) || (origin === 'germline' && panel.length > 0)
    if (settled) {
      const said = `No mutation of ${names} was found by testing${clear.some(({ result }) => result === 'vus') ? ' (a variant of uncertain significance is not counted)' : ''}.`
      const evidence = [...clear, ...panel].flatMap((one) => one.evidence)
      return wildType ? yes(said, evidence) : no(said, evidence)
    }
    return missing(
      `No test for ${names} was found.`,
      `gene-${genes[0] ?? 'panel'}`,
      `Was the tumour or blood tested for ${names}, and what was found?`,
      clear.flatMap((one) => one.evidence),
    )
  },
})

const GENES: readonly [pattern: string, names: string[]][] = [
  [String.raw`pik3ca`, ['PIK3CA']],
  [String.raw`akt1?`, ['AKT1']],
  [String.raw`pten`, ['PTEN']],
  [String.raw`esr-?1(?:m\b)?`, ['ESR1']],
  [String.raw`[gst]?-?brca ?-?(?:1 ?(?:\/|and|or|and\/or|,|&) ?(?:brca ?-?)?2|1\/2|m\b|[12]\/[12]|[12]\b)?(?:m\b)?`, ['BRCA1', 'BRCA2']],
  [String.raw`breast cancer (?:susceptibility )?gene ?(?:\(brca\))?`, ['BRCA1', 'BRCA2']],
  [String.raw`palb-?2`, ['PALB2']],
  [String.raw`tp53|p53`, ['TP53']],
  [String.raw`erbb2|her-?2(?= (?:activating )?mutat)`, ['ERBB2']],
  [String.raw`chek2`, ['CHEK2']],
  [String.raw`\batm\b`, ['ATM']],
  [String.raw`rb1|retinoblastoma`, ['RB1']],
  [String.raw`ccne1`, ['CCNE1']],
  [String.raw`fgfr[1-4]?`, ['FGFR1', 'FGFR2', 'FGFR3']],
  [String.raw`ntrk[1-3]?`, ['NTRK']],
  [String.raw`kras`, ['KRAS']],
  [String.raw`braf(?: ?v600e?)?`, ['BRAF']],
  [String.raw`egfr`, ['EGFR']],
  [String.raw`\balk\b`, ['ALK']],
  [String.raw`rad51[cd]?`, ['RAD51']],
  [String.raw`nras`, ['NRAS']],
  [String.raw`hras`, ['HRAS']],
  [String.raw`ros1`, ['ROS1']],
  [String.raw`bard1`, ['BARD1']],
  [String.raw`brip1`, ['BRIP1']],
  [String.raw`cdk12`, ['CDK12']],
  [String.raw`fanca`, ['FANCA']],
  [String.raw`fancc`, ['FANCC']],
  [String.raw`fance`, ['FANCE']],
  [String.raw`fancf`, ['FANCF']],
  [String.raw`fancm`, ['FANCM']],
  [String.raw`mre11a`, ['MRE11A']],
  [String.raw`nbn`, ['NBN']],
  [String.raw`idh1`, ['IDH1']],
  [String.raw`stk11`, ['STK11']],
  [String.raw`cdh1`, ['CDH1']],
  [String.raw`myc`, ['MYC']],
  [String.raw`ccnd1`, ['CCND1']],
  [String.raw`fbxw7`, ['FBXW7']],
  [String.raw`keap1`, ['KEAP1']],
  [String.raw`nf1`, ['NF1']],
  [String.raw`erbb3`, ['ERBB3']],
  [String.raw`nrg1`, ['NRG1']],
  [String.raw`cdkn2a`, ['CDKN2A']],
  [String.raw`met\b(?= (?:ampl|exon|mut))`, ['MET']],
]
const GENE = `(?:${GENES.map(([pattern]) => pattern).join('|')})`
const LISTED = String.raw`${GENE}(?:[ ,\/()]{0,3}(?:(?:and\/or|and|or|&) ?)?${GENE})*`
const CHANGES = String.raw`(?:mutations?|mutated|mutant|alterations?|altered|aberrations?|variants?|wild[- ]?type|loss|deletions?|deleted|deficien(?:t|cy)|fusions?|rearrangements?|amplifi(?:ed|cation)s?|carriers?|(?:mutation[- ])?positive|pathogenic|deleterious)`
const PATTERN = new RegExp(
  String.raw`\b(?:(?:known|documented|confirmed|deleterious|suspected|germ-?line|somatic|pathogenic|likely|hereditary|activating|qualifying|and\/or|and|or|tumou?r|a|an|one|more|of|in|eligible|loss[- ]of[- ]function|inactivating|${CHANGES})[ ,\/-]+){0,10}(?:of |in |for )?(?:the )?(?:either )?${LISTED}(?:[- ]?(?:gene|genes|germ-?line|somatic|activating|pathogenic|deleterious|suspected|likely|hotspot|tumou?r|and|or|a)\b|\(s\)|\/)*[ -]{0,2}${CHANGES}?(?:[- ](?:gene|status|positive|carrier|in (?:the )?(?:tumou?r|blood|plasma|ctdna)[a-z ]{0,20}))*(?: ?\((?:s|[gst]?brcam?|esr1m?|pik3cam?[^()]{0,20})\))?`,
  'g',
)
const CHANGE = new RegExp(String.raw`\b${CHANGES}|brcam|brca[12]?m|esr1m`)

function genesIn(words: string): string[] {
  const found: string[] = []
  for (const [pattern, names] of GENES) if (new RegExp(String.raw`(?<![a-z])(?:${pattern})`).test(words)) found.push(...names)
  if (/brca/.test(words) && !/brca ?-?2|brca1?\/2|brca[12]?\/[12]|(?:and|or|\/|,|&) ?2/.test(words) && /brca ?-?1/.test(words))
    return found.filter((gene) => gene !== 'BRCA2')
  return found
}

function sameGene(asked: string, tested: string): boolean {
  const gene = tested.toUpperCase().replace(/[\s-]/g, '')
  return (
    gene === asked ||
    gene.startsWith(`${asked}/`) ||
    (asked === 'ERBB2' && gene === 'HER2') ||
    (['NTRK', 'RAD51', 'AKT1'].includes(asked) && gene.startsWith(asked.slice(0, 4)))
  )
}

/** Genes of the profile that were tested and found mutated; what ranks trials by biomarker. */
export const mutatedGenes = (profile: Profile): string[] =>
  profile.biomarkers.filter(({ result }) => result === 'positive').map(({ gene }) => gene)

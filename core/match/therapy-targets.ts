import { type Drug, isOncology } from '../codes/drugs.ts'
import { GENES } from '../codes/genes.ts'
import { matchesOf } from '../codes/matches-of.ts'
import { guarded } from './guarded.ts'

/** Words that name a treatment: a drug, or a class by mechanism, target or payload. `isUnlisted`: no drug of the table belongs to it. */
export type Therapy = { name: string; includes: (drug: Drug) => boolean; isUnlisted?: true }
export type TherapySpot = { start: number; end: number; therapy: Therapy }

/**
 * Treatments named by what they act on, in any spelling: "CDK inhibitor", "inhibitors of topoisomerase II", "HER2-directed tyrosine kinase
 * inhibitor", "anti-TROP2 ADC", "KRAS G12C inhibitor". A target that no drug of our table acts on is a class that none of its drugs belongs to.
 */
export function targetedTherapiesIn(text: string): TherapySpot[] {
  if (!MAY_NAME.test(text)) return []
  const spots: TherapySpot[] = []
  for (const pattern of FORMS)
    for (const match of matchesOf(text, pattern)) {
      const { target = '', form = '' } = match.groups ?? {}
      const therapy = therapyAgainst(target.trim(), form)
      if (!therapy) continue
      spots.push({ start: match.index, end: match.index + match[0].trimEnd().length, therapy })
      if (pattern === FORMS[0]) spots.push(...sharing(text, match.index, form))
      if (pattern === FORMS[3]) spots.push(...continuing(text, match.index + match[0].trimEnd().length, form))
    }
  return spots
}

const SORTS = {
  adc: 'antibody-drug conjugate',
  tki: 'tyrosine kinase inhibitor',
  antibody: 'antibody',
  inhibitor: 'inhibitor',
  drug: 'drug',
} as const

/** The targets listed before `at` that share its noun. */
function sharing(text: string, at: number, form: string): TherapySpot[] {
  const spots: TherapySpot[] = []
  for (let from = at; spots.length < LONGEST_LIST; ) {
    const match = BEFORE_JOIN.exec(text.slice(Math.max(0, from - 90), from))
    const target = match?.groups?.['target']?.trim()
    const therapy = target === undefined ? undefined : therapyAgainst(target, form)
    if (!match || target === undefined || !therapy || !/[\s,/]$/.test(match[0])) break
    from = Math.max(0, from - 90) + match.index
    spots.push({ start: from, end: from + match[0].replace(/[\s,/]*(?:(?:and\/or|or|and)\s+)?$/, '').length, therapy })
  }
  return spots
}
/** The targets listed behind `at`: "agents that inhibit PI3K, AKT or mTOR". */
function continuing(text: string, at: number, form: string): TherapySpot[] {
  const spots: TherapySpot[] = []
  for (let from = at; spots.length < LONGEST_LIST; ) {
    const match = AFTER_JOIN.exec(text.slice(from, from + 90))
    const target = match?.groups?.['target']
    const therapy = target === undefined ? undefined : therapyAgainst(target.trim(), form)
    if (!match || target === undefined || !therapy) break
    const end = from + match[0].length
    spots.push({ start: end - target.length, end, therapy })
    from = end
  }
  return spots
}
const LONGEST_LIST = 12

function therapyAgainst(target: string, form: string): Therapy | undefined {
  const sort = /conjugate|adc/.test(form)
    ? 'adc'
    : /tyrosine|tki/.test(form)
      ? 'tki'
      : /antibod/.test(form)
        ? 'antibody'
        : /inhibit/.test(form)
          ? 'inhibitor'
          : 'drug'
  const known = TARGETS.find(([words]) => words.test(target))
  if (known) return therapyOf(known, sort)
  const symbol = target.replace(/^(?:pan|anti|selective|oral|mutant)[- ]/, '').split(/[ -](?=[a-z]\d{1,4}[a-z]?$)/)[0] ?? ''
  const plain = symbol.replace(/[^a-z0-9]/g, '')
  const isTarget = GENES.has(plain.toUpperCase()) || OTHER_TARGETS.has(plain) || LIKE_A_TARGET.test(plain)
  if (!isTarget || OF_METABOLISM.test(plain)) return undefined
  return unlisted(`a drug against ${target.toUpperCase()}`)
}

function therapyOf([, name, any, narrower]: Known, sort: keyof typeof SORTS): Therapy {
  return ofClass(`${name} ${SORTS[sort]}`, ...(sort === 'adc' || sort === 'tki' || sort === 'antibody' ? (narrower?.[sort] ?? any) : any))
}

type Known = [words: RegExp, name: string, any: string[], narrower?: Partial<Record<'adc' | 'tki' | 'antibody', string[]>>]
const ALL_CDK = ['CDK inhibitor', 'CDK4/6 inhibitor', 'CDK2 inhibitor', 'CDK4 inhibitor', 'CDK7 inhibitor']
const TOPO_1 = ['topoisomerase I inhibitor', 'topoisomerase I payload']
const TOPO_2 = ['topoisomerase II inhibitor', 'anthracycline', 'anthracenedione']
const DEGRADERS = ['SERD', 'oral SERD', 'PROTAC ER degrader']
/** What the drugs of our table act on, with the classes that act on it. */
const TARGETS: readonly Known[] = [
  [/^(?:cdk|cyclin[- ]dependent kinases?) ?2 ?[/,&] ?4 ?(?:[/,&]|and|or) ?6$/, 'a CDK2/4/6', ['CDK2/4/6 inhibitor']],
  [/^(?:cdk|cyclin[- ]dependent kinases?)(?: ?\(cdks?\))? ?4 ?(?:[/,&]|and\/or|and|or) ?(?:cdk ?)?6$/, 'a CDK4/6', ['CDK4/6 inhibitor']],
  [/^(?:pan[- ])?(?:cdks?|cyclin[- ]dependent kinases?)(?: ?\(cdks?\))?$/, 'a CDK', ALL_CDK],
  [/^(?:cdk|cyclin[- ]dependent kinase)(?: ?\(cdk\))? ?2$/, 'a CDK2', ['CDK2 inhibitor']],
  [/^(?:cdk|cyclin[- ]dependent kinase)(?: ?\(cdk\))? ?4$/, 'a CDK4', ['CDK4 inhibitor']],
  [/^(?:cdk|cyclin[- ]dependent kinase)(?: ?\(cdk\))? ?7$/, 'a CDK7', ['CDK7 inhibitor']],
  [/^topo(?:isomerase)?[- ]?(?:i|1)$/, 'a topoisomerase I', TOPO_1, { adc: ['topoisomerase I payload'] }],
  [/^topo(?:isomerase)?[- ]?(?:ii|2)$/, 'a topoisomerase II', TOPO_2],
  [/^topo(?:isomerase)?$/, 'a topoisomerase', [...TOPO_1, ...TOPO_2], { adc: ['topoisomerase I payload'] }],
  [/^(?:dxd|deruxtecan|exatecan)$/, 'a topoisomerase I', ['topoisomerase I payload']],
  [/^trop-?2$/, 'a TROP2', ['TROP2 ADC']],
  [
    /^(?:her-?2(?:[/-]neu)?|erbb2|human epidermal growth factor receptor[- ]?2)$/,
    'a HER2',
    ['anti-HER2 therapy'],
    { adc: ['HER2 ADC'], tki: ['HER2 TKI'], antibody: ['HER2 antibody'] },
  ],
  [/^her-?3$/, 'a HER3', ['HER3 ADC']],
  [/^(?:egfr|epidermal growth factor receptor)$/, 'an EGFR', ['EGFR inhibitor']],
  [/^vegf(?:r-?[123]?)?$/, 'an anti-angiogenic', ['VEGF inhibitor']],
  [/^(?:pd-?\(?l?\)?-?[12]|pd-?1 ?\/ ?pd-?l1)$/, 'a PD-1 or PD-L1', ['PD-1/PD-L1 inhibitor']],
  [/^ctla-?4$/, 'a CTLA-4', ['CTLA-4 inhibitor']],
  [/^lag-?3$/, 'a LAG-3', ['LAG-3 inhibitor']],
  [
    /^(?:(?:stimulatory|co-?stimulatory|co-?inhibitory|or|and) ?)+t-? ?cell(?: receptors?)?$/,
    'another checkpoint',
    ['CTLA-4 inhibitor', 'LAG-3 inhibitor'],
  ],
  [/^(?:parp[12]?|poly.*polymerase)$/, 'a PARP', ['PARP inhibitor']],
  [/^(?:pi3k(?:α|-?alpha)?|phosph(?:o|atidyl).*kinases?(?: ?\(pi3k\))?)$/, 'a PI3K', ['PI3K inhibitor']],
  [/^(?:akt[123]?|protein kinase b)$/, 'an AKT', ['AKT inhibitor']],
  [/^(?:mtor(?:c1)?|m\w+ target of rapamycin)$/, 'an mTOR', ['mTOR inhibitor']],
  [/^(?:androgen receptors?|ar)$/, 'an androgen receptor', ['antiandrogen']],
  [/^aurora(?: kinase)?(?: a)?$|^aurka$/, 'an aurora kinase', ['aurora kinase inhibitor']],
  [/^wee-?1$/, 'a WEE1', ['WEE1 inhibitor']],
  [/^bcl-?2$/, 'a BCL-2', ['BCL-2 inhibitor']],
  [/^fgfr(?:[- ]?[1-4])?$/, 'an FGFR', ['FGFR inhibitor']],
  [/^ret$/, 'a RET', ['RET inhibitor']],
  [/^n?trk$/, 'a TRK', ['TRK inhibitor']],
  [/^(?:hdac|histone deacetylase)$/, 'an HDAC', ['HDAC inhibitor']],
  [/^b7-?h3$/, 'a B7-H3', ['B7-H3 ADC']],
  [/^nectin-?4$/, 'a nectin-4', ['nectin-4 ADC']],
  [
    /^(?:microtubules?|tubulin)$/,
    'a microtubule',
    ['taxane', 'vinca alkaloid', 'microtubule inhibitor', 'epothilone'],
    { adc: ['microtubule payload'] },
  ],
  [/^(?:o?estrogen receptors?(?: ?\(er\))?|er|erα)$/, 'an estrogen receptor', [...DEGRADERS, 'CERAN', 'SERCA']],
]

/** Targets of cancer drugs that are no gene symbols, or ones that also mean something else. */
const OTHER_TARGETS = new Set(
  `atr atm chk1 chk2 menin kat6 kat6a kat6ab prmt5 shp2 sos1 ras panras kras nras mek mek1 mek12 erk erk12 raf b7h4 folatereceptor folr1 frα cd47 tigit tim3 ox40 cd137
  41bb icos gitr sting polq poltheta usp1 parg hif2 hif2α hsp90 cmet met alk ros1 pim plk1 plk4 notch gammasecretase hedgehog wnt tead yap bet lsd1 dnmt
  tgfbeta tgfβ fak dnapk csf1r ido ido1 arginase cd73 kif18a wrn claudin182 cldn182 muc1 mesothelin psma ror1 cd3 dll3 tissuefactor cea ceacam5 sumo nedd8 proteasome cdk9 cdk11
  sirp sirpα sirpalpha pkmyt1 tdo src kit pdgfr igf1r jak stat3 mcl1 bclxl mdm2 xiap iap smac integrin il2 liv1 prlr mapk ck2 p53 mat2a hpk1 dgk enpp1`.split(
    /\s+/,
  ),
)

/** Letters and a number, as proteins are named: "ADAM9". */
const LIKE_A_TARGET = /^[a-z]{2,6}\d{1,2}[a-z]?$/
/** Enzymes that break drugs down, and targets of medicines for other illnesses. */
const OF_METABOLISM =
  /^(?:cyp|ugt|comt|dpyd|cox\d|ace\d|pde\d|sglt|glp|dpp|nk\d|oat|oct|mate|abc|bcrp|h\d|v\d|q\d|covid|grade|part|arm|cohort|phase|stage|day|week|cycle|type|class|step|level|hla|hpv|sars|ctcae|factor|vitamin)/

const TARGET_WORDS = String.raw`(?<target>(?:pan[- ])?cyclin[- ]dependent kinases?(?: ?\(cdks?\))?(?: ?4 ?(?:[/,&]|and\/or|and|or) ?(?:cdk ?)?6| ?[247])?|(?:pan[- ])?cdks?(?: ?2 ?[/,&] ?4 ?(?:[/,&]|and|or) ?6| ?4 ?(?:[/,&]|and\/or|and|or) ?(?:cdk ?)?6| ?\d{1,2})?|topo(?:isomerase)?(?:[- ]?(?:ii|i|1|2))?|human epidermal growth factor receptor[- ]?2|epidermal growth factor receptor|o?estrogen receptors?(?: ?\(er\))?|androgen receptors?|poly[- ]?\(?(?:adp|adenosine diphosphate)[- ]ribose\)?[- ]polymerase|phosph(?:o|atidyl)-?inosi\w+[-,0-9 ]{0,16}kinases?(?: ?\(pi3k\))?|protein kinase b|(?:mammalian|mechanistic) target of rapamycin|aurora(?: kinase)?(?: a)?|histone deacetylase|folate receptor|gamma[- ]secretase|tissue factor|tgf-?(?:beta|β)|her-?2[/-]neu|pd-?1 ?\/ ?pd-?l1|dna-pk|4-1bb|(?:(?:stimulatory|co-?stimulatory|co-?inhibitory|or|and) )+t-? ?cell(?: receptors?)?|[a-z][a-z0-9]{1,7}(?:-[a-z]{0,2}\d{1,2}[a-z]{0,2})?(?:[ -][a-z]\d{1,4}[a-z])?)`
const NOUN = String.raw`(?<form>(?:tyrosine[- ]kinase |pathway |kinase |small[- ]molecule )?(?:inhibitors?|inhibition|degraders?|antagonists?|agonists?|blockers?|blockade|activators?)\b(?: ?\(tkis?\))?|tkis?\b|(?:monoclonal )?antibod(?:y|ies)(?:[- ]?drug[- ]conjugates?)?\b(?: ?\(adcs?\))?|adcs?\b)`
const OF = String.raw`(?: ?(?:therap(?:y|ies)|treatments?|agents?|drugs?|regimens?|compounds?))*`
/** "(mTOR)", "[PI3-K]" behind the name that it stands for. */
const SHORT = String.raw`(?: {0,2}[[(] ?[a-z0-9/-]{2,10} {0,2}[\])])?`
/** "KRAS, BRAF or MEK inhibitors": the noun at the end is for each. */
const BEFORE_JOIN = new RegExp(String.raw`\b${TARGET_WORDS}${SHORT}[\s,/]*(?:(?:and\/or|or|and)\s+)?$`)
const AFTER_JOIN = new RegExp(String.raw`^[\s,/-]*(?:(?:and\/or|or|and)\s+)?${TARGET_WORDS}\b`)
const FORMS = [
  // "HER2-directed tyrosine kinase inhibitor", "KRAS G12C inhibitor", "topoisomerase-II-targeted agents"
  new RegExp(
    String.raw`\b(?:anti-? ?)?${TARGET_WORDS}${SHORT}[- ]?(?:[- ](?:directed|targeted|targeting|specific|selective|blocking|based|containing|payload) ?)*${NOUN}${OF}`,
    'g',
  ),
  new RegExp(
    String.raw`\b(?:anti-? ?)?${TARGET_WORDS}[- ](?:directed|targeted|targeting)(?<form>)(?: ?(?:therap(?:y|ies)|treatments?|agents?|drugs?|regimens?|compounds?))+`,
    'g',
  ),
  // "anti-TROP2 antibody", "anti-PD-L2" alone
  new RegExp(String.raw`\banti-? ?${TARGET_WORDS}(?<form>(?: (?:antibod(?:y|ies)|adcs?))?)${OF}`, 'g'),
  // "inhibitors of CDK4/6", "agents that inhibit PI3K", "directed to another stimulatory T-cell receptor"
  new RegExp(
    String.raw`\b(?<form>(?:inhibitors?|degraders?|antagonists?|agonists?|blockers?) of (?:the )?|(?:agents?|drugs?|therap(?:y|ies)|treatments?|compounds?|antibod(?:y|ies)|adcs?) (?:that |which |whose (?:primary |main )?mechanism of action is (?:to )?|specifically |selectively )*(?:targets?|targeting|inhibits?|inhibiting|inhibition of|directed (?:to|at|against)|against|blocks?|blocking) (?:the |another |other )*)${TARGET_WORDS}(?: (?:pathway|receptor|axis|signall?ing))*`,
    'g',
  ),
] as const
const MAY_NAME = guarded(/inhibit|degrader|antagonist|agonist|block|\btkis?\b|antibod|\badcs?\b|conjugate|directed|target|\banti-? ?[a-z]/)

/** Groups of treatments that stand for many drugs by what they are made of. */
export const SORTS_OF_DRUGS: readonly [pattern: string, therapy: Therapy][] = [
  [String.raw`cdki(?:nhibitors?|s)?\b(?: ?(?:combinations?|therap(?:y|ies)|treatments?))*`, ofClass('a CDK inhibitor drug', ...ALL_CDK)],
  [
    String.raw`tyrosine[- ]kinase inhibitors?(?: ?\(tkis?\))?|\btkis?\b`,
    { name: 'a tyrosine kinase inhibitor', includes: (drug) => /tinib$/.test(drug.name) },
  ],
  [
    String.raw`alkylating (?:anti-?neoplastic |anti-?cancer |cytotoxic )?(?:agents?|drugs?|chemotherap\w+)|alkylators?`,
    ofClass('an alkylating agent', 'alkylating agent'),
  ],
  [String.raw`nitroso-?ureas?`, ofClass('a nitrosourea', 'nitrosourea')],
  [String.raw`anti-?metabolites?`, ofClass('an antimetabolite', 'antimetabolite')],
  [
    String.raw`(?:molecular(?:ly)?[- ])?targeted (?:anti-?cancer |systemic )?(?:therap(?:y|ies)|agents?|drugs?|treatments?)`,
    {
      name: 'targeted therapy',
      includes: ({ family, classes }) => TARGETED.has(family) || classes.includes('anti-HER2 therapy'),
    },
  ],
  [
    String.raw`biologic(?:al)?(?:s|(?: (?:anti-?cancer |cancer |therapeutic )?(?:products?|agents?|therap(?:y|ies)|drugs?|treatments?)))\b`,
    { name: 'a biological drug', includes: (drug) => isOncology(drug) && (/mab$/.test(drug.name) || drug.family === 'ADC') },
  ],
  [
    String.raw`(?<!anti-?[a-z0-9()/-]{2,24} )(?:monoclonal|therapeutic|anti-?cancer|antitumou?r) antibod(?:y|ies)(?: (?:therapy|treatment|agents?))?`,
    { name: 'an antibody', includes: (drug) => isOncology(drug) && (/mab$/.test(drug.name) || drug.family === 'ADC') },
  ],
  [
    String.raw`(?:radio-?pharmaceuticals?|radio-?ligands?|radio-?nuclides?|radio-?isotopes?|radioimmuno\w+)(?: (?:therap(?:y|ies)|agents?|treatments?))?`,
    unlisted('a radiopharmaceutical'),
  ],
  [
    String.raw`(?:chimeric antigen receptor(?: \(car\))?(?:[- ]t)?|car-? ?t)(?:[- ]?cells?)?(?: (?:therap(?:y|ies)|treatments?))?|(?:adoptive |cellular |cell-based )+(?:immuno)?(?:therap(?:y|ies)|transfer)`,
    unlisted('a cell therapy'),
  ],
  [String.raw`gene (?:therap(?:y|ies)|transfer)|oncolytic (?:virus(?:es)?|virotherapy)`, unlisted('gene therapy')],
  [String.raw`(?:anti-?cancer|cancer|antitumou?r|tumou?r) vaccin(?:es?|ation)`, unlisted('a cancer vaccine')],
]

/** Every therapy that can be found here and has drugs, to be had again by its name. */
export const targetedTherapies = (): Therapy[] => [
  ...TARGETS.flatMap((known) => (Object.keys(SORTS) as (keyof typeof SORTS)[]).map((sort) => therapyOf(known, sort))),
  ...SORTS_OF_DRUGS.map(([, therapy]) => therapy),
]

const TARGETED: ReadonlySet<string> = new Set(['CDK4/6', 'PI3K/AKT/mTOR', 'PARP', 'targeted'])

export function ofClass(name: string, ...classes: string[]): Therapy {
  return { name, includes: (drug) => drug.classes.some((one) => classes.includes(one)) }
}
/** A drug or class that stands in no table. */
export function unlisted(name: string): Therapy {
  return { name, includes: () => false, isUnlisted: true }
}

import type { Fact } from '../record/fact.ts'
import { compareDates, daysBetween, type PartialDate } from '../record/partial-date.ts'
import type { Conflict, Profile } from '../record/profile.ts'
import { evidenceOf, saidDay } from './choose.ts'
import { ofKind, type Sources } from './sources.ts'

type Biomarker = Profile['biomarkers'][number]
type BiomarkerFact = Fact<'biomarker'>

/**
 * Every test result of every marker, newest first. What notes quote joins the report of that test; germline and tumour results stay apart,
 * and so do tissue and blood. A note's bare word ("PIK3CA mutated") makes an entry only where no report speaks of the gene.
 */
export function mergeBiomarkers(facts: readonly Fact[], sources: Sources): { biomarkers: Biomarker[]; conflicts: Conflict[] } {
  const all = ofKind(facts, 'biomarker')
    .filter((fact) => fact.certainty === 'stated' || fact.certainty === 'probable')
    .sort((a, b) => sources.rank(b) - sources.rank(a) || saidDay(a) - saidDay(b))
  const groups: BiomarkerFact[][] = []
  for (const fact of all) {
    const firstHand = sources.rank(fact) >= 4
    const fitting = groups.filter(([lead]) => lead !== undefined && couldBeSame(lead.value, fact.value, firstHand))
    const known =
      fitting.find(([lead]) => lead?.value.date !== undefined && near(lead.value.date, fact.value.date)) ??
      (firstHand ? undefined : newest(fitting))
    if (known) known.push(fact)
    else groups.push([fact])
  }
  const told = groups.flatMap((group): Biomarker[] => {
    const [lead] = group
    return lead === undefined ? [] : [{ ...joined(lead, group), evidence: evidenceOf(group).slice(0, 12) }]
  })
  const biomarkers = told.filter((one) => !isOthersReversion(one, told)).map((one) => asInherited(one, told))
  biomarkers.sort((a, b) => (a.date && b.date ? compareDates(b.date, a.date) : a.date ? -1 : b.date ? 1 : 0))
  return { biomarkers, conflicts: [] }
}

/** "No BRCA reversion" speaks of the BRCA gene that is mutated; nothing of the other can revert. */
function isOthersReversion(one: Biomarker, all: readonly Biomarker[]): boolean {
  if (!isReversion(one) || !PAIR.includes(one.gene)) return false
  const mutated = PAIR.filter((gene) => all.some((other) => other.gene === gene && other.result === 'positive' && !isReversion(other)))
  return mutated.length === 1 && mutated[0] !== one.gene
}
const PAIR = ['BRCA1', 'BRCA2']
const isReversion = ({ variant }: Biomarker) => variant === 'reversion mutation'

/** The variant that a person was born with is in the tumour too; found there again it is the same inherited variant. */
function asInherited(one: Biomarker, all: readonly Biomarker[]): Biomarker {
  const { gene, variant, origin, result } = one
  if (origin !== 'somatic' || result !== 'positive' || variant === undefined || !/\d/.test(variant)) return one
  const born = all.some(
    (other) =>
      other.origin === 'germline' &&
      other.result === 'positive' &&
      other.gene === gene &&
      other.variant !== undefined &&
      sameVariant(other.variant, variant),
  )
  return born ? { ...one, origin: 'germline' } : one
}

/** Same gene, result and origin, and neither variant nor kind of specimen speaks against it. */
function couldBeSame(a: Biomarker | BiomarkerFact['value'], b: BiomarkerFact['value'], firstHand: boolean): boolean {
  if (a.gene.toLowerCase() !== b.gene.toLowerCase()) return false
  if (a.result !== undefined && b.result !== undefined && a.result !== b.result) return false
  if (a.origin !== undefined && b.origin !== undefined && a.origin !== b.origin) return false
  if (a.value !== undefined && b.value !== undefined && digits(a.value) !== digits(b.value)) return false
  const [bloodA, bloodB] = [isBlood(a.assay), isBlood(b.assay)]
  if (bloodA !== undefined && bloodB !== undefined && bloodA !== bloodB) return false
  if (a.variant === undefined && b.variant === undefined) return true
  if (a.variant === undefined || b.variant === undefined) return !firstHand
  return sameVariant(a.variant, b.variant)
}

export function sameVariant(a: string, b: string): boolean {
  const [x, y] = [plain(a), plain(b)]
  return x.includes(y) || y.includes(x)
}
const plain = (variant: string) =>
  variant
    .toLowerCase()
    .replace(/\bp\./g, '')
    .replace(AMINO_ACID, (name) => LETTERS[name] ?? name)
    .replace(/[^a-z0-9*>_]+/g, '')
/** "p.(Asp538Gly)" is D538G. */
const LETTERS: Readonly<Record<string, string>> = {
  ala: 'a',
  arg: 'r',
  asn: 'n',
  asp: 'd',
  cys: 'c',
  gln: 'q',
  glu: 'e',
  gly: 'g',
  his: 'h',
  ile: 'i',
  leu: 'l',
  lys: 'k',
  met: 'm',
  phe: 'f',
  pro: 'p',
  ser: 's',
  thr: 't',
  trp: 'w',
  tyr: 'y',
  val: 'v',
  ter: '*',
}
const AMINO_ACID =
  /(?<![a-z])(?:ala|arg|asn|asp|cys|gln|glu|gly|his|ile|leu|lys|met|phe|pro|ser|thr|trp|tyr|val|ter)(?=[\d)]|$)|(?<=\d)(?:ala|arg|asn|asp|cys|gln|glu|gly|his|ile|leu|lys|met|phe|pro|ser|thr|trp|tyr|val|ter)/g
const digits = (text: string) => text.replace(/[^0-9.]/g, '')

const isBlood = (assay: string | undefined): boolean | undefined =>
  assay === undefined ? undefined : /ctdna|cfdna|plasma|liquid|blood/i.test(assay) && !/germline/i.test(assay)

/** The collection and the report of one test lie within six weeks of each other. */
function near(a: PartialDate, b: PartialDate | undefined): boolean {
  if (b === undefined) return false
  if (a.length < 10 || b.length < 10) return a.startsWith(b.slice(0, a.length)) || b.startsWith(a.slice(0, b.length))
  return Math.abs(daysBetween(a, b).least) <= 45
}

const newest = (groups: readonly BiomarkerFact[][]) =>
  [...groups].sort(([a], [b]) => (a?.value.date && b?.value.date ? compareDates(b.value.date, a.value.date) : 0))[0]

function joined(lead: BiomarkerFact, group: readonly BiomarkerFact[]): BiomarkerFact['value'] {
  return { ...Object.assign({}, ...group.map((fact) => fact.value).reverse()), ...lead.value }
}

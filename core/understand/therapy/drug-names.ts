import { ALL_DRUGS, type Drug, type DrugSpot, findDrug, findDrugs } from '../../codes/drugs.ts'
import { matchesOf } from '../../codes/matches-of.ts'
import { remembered } from '../../codes/remembered.ts'
import { beginsMedicine, findMedicine } from './general-medicines.ts'
import { regimensIn } from './regimen-names.ts'

/** A name in text that stands for a drug: `text.slice(start, end)`. Regimens give one spot a drug, all with the same span. */
export type NameSpot = { start: number; end: number; name: string; drug: Drug | undefined }

/**
 * Every drug of a clinic note: names, brands, regimens, the short forms of oncologists (`pembro`, `T-DM1`, `SG`) and general medicines.
 * `drug` is absent for general medicines.
 */
export const spotNames = (text: string): NameSpot[] => spot(text)

/** Many rules look at the names of one sentence; they are found once. */
const spot = remembered((text: string): NameSpot[] => {
  const spots: NameSpot[] = findDrugs(text).map(({ start, end, drug }: DrugSpot) => ({ start, end, name: drug.name, drug }))
  const free = (start: number, end: number) => !spots.some((spot) => start < spot.end && end > spot.start)
  for (const match of matchesOf(text, SHORT_WORD)) {
    const names = SHORT_FORMS.get(match[0].toLowerCase())
    const end = match.index + match[0].length
    if (!names || !free(match.index, end) || !isDrugUse(text, match[0], match.index, end)) continue
    for (const name of names) {
      const drug = findDrug(name)
      if (drug) spots.push({ start: match.index, end, name, drug })
    }
  }
  for (const { start, end, drugs } of regimensIn(text))
    if (free(start, end)) for (const drug of drugs) spots.push({ start, end, name: drug.name, drug })
  for (const match of matchesOf(text, TAXANE_AFTER_AC)) {
    const drug = findDrug('paclitaxel')
    const start = match.index + match[0].length - 1
    if (drug && free(start, start + 1)) spots.push({ start, end: start + 1, name: drug.name, drug })
  }
  for (const found of findMedicine(text)) if (free(found.start, found.end)) spots.push({ ...found, drug: undefined })
  return spots.sort((a, b) => a.start - b.start)
})

/** Whether a name can begin with this word: most lines of a text begin with one that none does, and need not be looked through. */
export const canBeginName = (word: string): boolean => FIRST_WORDS.has(word.toLowerCase()) || beginsMedicine(word)

/** `SG` is also the specific gravity of urine, and some short forms are also words: they count only written as drugs are. */
function isDrugUse(text: string, word: string, start: number, end: number): boolean {
  if (word === 'SG') return !/^\s*[:=]?\s*1\.0/.test(text.slice(end, end + 8))
  if (word.toLowerCase() === 'sg') return false
  // a DEXA scan; ZA only in capitals and as something given
  if (word.toLowerCase() === 'dexa') return word !== 'DEXA' && /^\s\d/.test(text.slice(end, end + 3))
  if (word.toLowerCase() === 'za')
    return (
      word === 'ZA' &&
      (/\b(?:on|off|of|held|hold|stopped|started|continued?)\s$/i.test(text.slice(Math.max(0, start - 11), start)) ||
        /^\s(?:q\d|\d mg|held|since|monthly|every)/i.test(text.slice(end, end + 9)))
    )
  if (word === 'HP') return HP_BEFORE.test(text.slice(Math.max(0, start - 24), start)) && HP_AFTER.test(text.slice(end, end + 24))
  if (word.toLowerCase() === 'hp') return false
  if (NEEDS_COMPANY.has(word.toLowerCase()))
    return (
      /(?:[+/&]|\d{4}:?)\s*$/.test(text.slice(Math.max(0, start - 8), start)) ||
      /^\s*(?:[+/&]|->|→|[x×]\s?\d|C\d{1,2}\b)/.test(text.slice(end, end + 6)) ||
      (word.length > 3 &&
        (TAKEN_UP_BEFORE.test(text.slice(Math.max(0, start - 12), start)) || TAKEN_UP_AFTER.test(text.slice(end, end + 14))))
    )
  return true
}

/** "Cape stopped (last 12/2)", "on cape", "cape 1500 mg". */
const TAKEN_UP_BEFORE = /\b(?:on|start(?:ed)?|stop(?:ped)?|hold|held|resumed?)\s$/i
const TAKEN_UP_AFTER = /^\s(?:start(?:ed)?|stop(?:ped)?|held|resumed|continued|cont\b|\d{3,4}\s?(?:mg|BID|BD)\b)/i

const firstWord = (name: string) => /^[a-z0-9]+/.exec(name.toLowerCase())?.[0] ?? name.toLowerCase()

/** As oncologists shorten them in notes. */
const SHORT_FORMS = new Map<string, readonly string[]>([
  ['pembro', ['pembrolizumab']],
  ['atezo', ['atezolizumab']],
  ['nivo', ['nivolumab']],
  ['durva', ['durvalumab']],
  ['carbo', ['carboplatin']],
  ['carbop', ['carboplatin']],
  ['pac', ['paclitaxel']],
  ['ptx', ['paclitaxel']],
  ['pacli', ['paclitaxel']],
  ['paclit', ['paclitaxel']],
  ['nab-pac', ['nab-paclitaxel']],
  ['nabpac', ['nab-paclitaxel']],
  ['doce', ['docetaxel']],
  ['doxo', ['doxorubicin']],
  ['adria', ['doxorubicin']],
  ['cyclo', ['cyclophosphamide']],
  ['epi', ['epirubicin']],
  ['cape', ['capecitabine']],
  ['gem', ['gemcitabine']],
  ['erib', ['eribulin']],
  ['vino', ['vinorelbine']],
  ['palbo', ['palbociclib']],
  ['ribo', ['ribociclib']],
  ['abema', ['abemaciclib']],
  ['letro', ['letrozole']],
  ['anastro', ['anastrozole']],
  ['exem', ['exemestane']],
  ['tam', ['tamoxifen']],
  ['tamox', ['tamoxifen']],
  ['fulv', ['fulvestrant']],
  ['fulvest', ['fulvestrant']],
  ['elace', ['elacestrant']],
  ['everol', ['everolimus']],
  ['alpel', ['alpelisib']],
  ['capi', ['capivasertib']],
  ['olap', ['olaparib']],
  ['talazo', ['talazoparib']],
  ['tuc', ['tucatinib']],
  ['tucat', ['tucatinib']],
  ['nerat', ['neratinib']],
  ['lapat', ['lapatinib']],
  ['trastuz', ['trastuzumab']],
  ['tras', ['trastuzumab']],
  ['pertuz', ['pertuzumab']],
  ['sacituzumab', ['sacituzumab govitecan']],
  ['saci', ['sacituzumab govitecan']],
  ['sac-gov', ['sacituzumab govitecan']],
  ['sg', ['sacituzumab govitecan']],
  ['dato', ['datopotamab deruxtecan']],
  ['deno', ['denosumab']],
  ['hp', ['trastuzumab', 'pertuzumab']],
  ['gemcis', ['gemcitabine', 'cisplatin']],
  ['gemcarbo', ['gemcitabine', 'carboplatin']],
  ['gemcarb', ['gemcitabine', 'carboplatin']],
  ['capox', ['capecitabine', 'oxaliplatin']],
  ['xelox', ['capecitabine', 'oxaliplatin']],
  ['zole', ['zoledronic acid']],
  ['za', ['zoledronic acid']],
  ['dexa', ['dexamethasone']],
  ['dmab', ['denosumab']],
  ['bev', ['bevacizumab']],
  ['keynote-522', ['pembrolizumab', 'carboplatin', 'paclitaxel', 'doxorubicin', 'cyclophosphamide']],
  ['kn522', ['pembrolizumab', 'carboplatin', 'paclitaxel', 'doxorubicin', 'cyclophosphamide']],
  ['kn-522', ['pembrolizumab', 'carboplatin', 'paclitaxel', 'doxorubicin', 'cyclophosphamide']],
])
/** `HP` is trastuzumab with pertuzumab where it is spoken of as given. */
const HP_BEFORE = /(?:\b(?:last|year of|maintenance|continued(?: on)?|on|with|and|then|of|started|resumed)|[+>→,(:;])\s*$/i
const HP_AFTER = /^\s*(?:was|maintenance|until|till|alone|continu\w+|q3w|[x×]\s?\d|\d{1,2}\/\d{2,4}|stopped|ongoing|[,.;)]|$)/i
const NEEDS_COMPANY = new Set(['pac', 'epi', 'cyclo', 'tras', 'cape', 'gem', 'capi', 'bev', 'tuc'])
const SHORT_WORD = /\b[A-Za-z]{2,11}(?:-(?:pac|gov|522))?(?![\w])|\bKN-?522\b/g
/** "AC x 4 → T": the T of the taxane that follows. */
const TAXANE_AFTER_AC = /\b(?:dd)?AC(?: ?[x×] ?\d+)?\s{0,2}(?:→|->|then|followed by)\s{0,2}(?:dd|weekly )?T(?![\w/])/g
/** The first words of the names of cancer drugs, also as other languages end them, and of the short forms. */
const FIRST_WORDS: ReadonlySet<string> = new Set([
  ...ALL_DRUGS.flatMap(({ name, otherNames }) => [name, ...otherNames]).flatMap((name) => {
    const word = firstWord(name)
    const stem = word.replace(/e$/, '')
    return [word, stem, `${stem}a`, `${stem}o`, `${word}e`]
  }),
  ...SHORT_FORMS.keys(),
])

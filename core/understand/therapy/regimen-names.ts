import { type Drug, drugsOfRegimen, findDrug } from '../../codes/drugs.ts'
import { matchesOf } from '../../codes/matches-of.ts'

/** The short name of a regimen in a text, with the drugs that it stands for. */
export type RegimenSpot = { start: number; end: number; drugs: Drug[] }

/**
 * Short names of regimens where the words around them can only be of treatment: counted ("4 x EC", "EC x4"), joined to a drug or to another
 * regimen ("AC + pembrolizumab", "EC/T"), dated in brackets, or in the table's spelling with a dose ("FEC100"). A taxane that is only a letter
 * behind them is left out where it can be two.
 */
export function regimensIn(text: string): RegimenSpot[] {
  return matchesOf(text, SHORT_NAME).flatMap((match): RegimenSpot[] => {
    const name = match[2] ?? ''
    const known = SPOKEN.get(name) ?? drugsOfRegimen(name)
    if (known === undefined) return []
    const start = match.index
    const end = start + match[0].length
    const before = text.slice(Math.max(0, start - 30), start)
    const after = text.slice(end, end + 24)
    const dosed = match[1] !== undefined || match[3] !== undefined
    if (!dosed && !COUNTED_BEFORE.test(before) && !TREATED_AFTER.test(after)) return []
    return [{ start, end, drugs: known.flatMap((one) => findDrug(one) ?? []) }]
  })
}

/** As some countries say them, beside the names of the table. */
const SPOKEN = new Map<string, readonly string[]>([
  ['CE', ['cyclophosphamide', 'epirubicin']],
  ['DOC', ['docetaxel']],
  ['Doc', ['docetaxel']],
  ['PAC', ['paclitaxel']],
  ['wP', ['paclitaxel']],
  ['wPac', ['paclitaxel']],
  ['CDDP', ['cisplatin']],
  ['CBDCA', ['carboplatin']],
  ['PTX', ['paclitaxel']],
  ['DTX', ['docetaxel']],
  ['DHP', ['docetaxel', 'trastuzumab', 'pertuzumab']],
  ['PHD', ['docetaxel', 'trastuzumab', 'pertuzumab']],
  ['PH', ['paclitaxel', 'trastuzumab']],
  ['FECD', ['fluorouracil', 'epirubicin', 'cyclophosphamide', 'docetaxel']],
  ['FEC-DH', ['fluorouracil', 'epirubicin', 'cyclophosphamide', 'docetaxel', 'trastuzumab']],
  ['EC-P', ['epirubicin', 'cyclophosphamide', 'paclitaxel']],
  ['EC-D', ['epirubicin', 'cyclophosphamide', 'docetaxel']],
  ['EC-DOC', ['epirubicin', 'cyclophosphamide', 'docetaxel']],
  ['AC-P', ['doxorubicin', 'cyclophosphamide', 'paclitaxel']],
  ['AC-D', ['doxorubicin', 'cyclophosphamide', 'docetaxel']],
])
const NAMES = 'AC|EC|FEC|FAC|CEF|CAF|CMF|TC|TAC|TCH|TCHP|TH|THP|GC|GP|TX'
const SHORT_NAME = new RegExp(
  String.raw`(?<![\w/-])(dd|ddd)?(${[...SPOKEN.keys()].sort((a, b) => b.length - a.length).join('|')}|${NAMES})(-?(?:50|60|75|90|100|120))?(?![\w-])`,
  'g',
)
const COUNTED_BEFORE =
  /(?:\b\d{1,2}\s?[x×]|\bcycles? (?:of )?|\bcourses? (?:of )?|\bx\s?\d\s?|[+&]\s|\/|\b(?:adjuvant|neoadjuvant|chemo(?:therapy)?|NACT|regimen|pCT)\b:?(?: with)?|[→>]|\bthen|\bfollowed by|\bplus)\s{0,2}(?:dose[- ]dense |dd )?$/i
const TREATED_AFTER =
  /^\s?(?:[x×]\s?\d|\+\s?[A-Za-z]|\/(?:[A-Z]\b|[A-Z]?[a-z]{3,}|DOC\b)|→|->|then\b|followed by\b|chemo|\(\d|[,;]?\s?(?:\d{1,2}|four|six|three) cycles|with (?:pembro|trastuzumab|herceptin|phesgo))/i

import type { Entry } from '../../record/entry.ts'
import type { Fact, FactValue, METASTASIS_SITES } from '../../record/fact.ts'
import { compareDates, type PartialDate } from '../../record/partial-date.ts'
import { sitesIn } from '../clinical/metastasis-sites.ts'
import { isFamilyOrRisk } from './cancer.ts'
import { type Coded, cancerMeaningsOf, type EntryRule, factOf, namesOf } from './coded.ts'

type Site = (typeof METASTASIS_SITES)[number]

/** Metastases of the problem list, site by site; and that the disease is metastatic. */
export const metastasisFacts: EntryRule = (coded) => {
  const conditions = coded.entries.filter((entry) => entry.type === 'condition' && !isFamilyOrRisk(entry))
  return [...conditions.flatMap((entry) => sitesOf(coded, entry)), ...extentOf(coded, conditions)]
}

function sitesOf(coded: Coded, entry: Entry): Fact[] {
  const byCode = new Set(cancerMeaningsOf(entry.codes).flatMap((one) => (one.is === 'metastasis' ? [one.site] : [])))
  const sites: Site[] = byCode.size > 0 ? [...byCode] : sitesInWords(entry.text)
  return [...new Set(sites)].map((site) => {
    const first = byCode.size > 0 || OWN_ONSET.test(entry.text) ? entry.begins : undefined
    const value: FactValue<'metastasis'> = {
      site,
      status: entry.negated ? 'ruled-out' : statusOf(entry),
      ...(first === undefined || entry.negated ? {} : { first }),
    }
    return factOf(coded, entry, 'metastasis', value)
  })
}

/** "Secondary malignant neoplasm of liver", "bone metastases", "metastatic breast cancer, liver and bone". */
function sitesInWords(text: string): Site[] {
  if (!SPREAD.test(text) || /\bno\b|\bwithout\b/i.test(text)) return []
  return sitesIn(text).map(({ site }) => site)
}

function statusOf(entry: Entry): FactValue<'metastasis'>['status'] {
  if (entry.interpretation !== undefined && /unconfirmed|provisional|differential/.test(entry.interpretation)) return 'suspected'
  return entry.status === 'resolved' || entry.status === 'inactive' || entry.status === 'remission' ? 'treated' : 'active'
}

/** The earliest entry that says so dates it, where it has a date. */
function extentOf(coded: Coded, conditions: readonly Entry[]): Fact[] {
  const saying = conditions.filter((entry) => !entry.negated && statusOf(entry) !== 'suspected' && isMetastatic(entry))
  const [first, ...rest] = saying.sort((a, b) => compareDates(a.begins ?? LATE, b.begins ?? LATE))
  if (!first) return []
  const since = first.begins
  return [factOf(coded, [first, ...rest.slice(0, 3)], 'extent', { value: 'metastatic', ...(since === undefined ? {} : { since }) })]
}

const isMetastatic = (entry: Entry): boolean =>
  cancerMeaningsOf(entry.codes).some(({ is }) => is === 'metastasis' || is === 'metastatic') ||
  /\bmetastatic\b.{0,60}\b(?:breast|cancer|carcinoma|disease)\b|\bbreast (?:cancer|carcinoma)\b.{0,40}\bmetasta|\b(?:breast cancer|carcinoma of breast)\b.{0,30}\bstage (?:iv|4)\b/i.test(
    namesOf(entry),
  )

const SPREAD = /\bmetasta\w*|\bmets\b|\bsecondary (?:malignan\w*|cancer|neoplasm)|\bcarcinomatosis\b/i
/** The condition is the spread itself, so that its onset is the day the spread was found. */
const OWN_ONSET = /^\s*(?:\w+ ){0,3}(?:secondary|metasta\w*)/i
const LATE = '2199' as PartialDate

import { histologyIn } from '../../codes/histologies.ts'
import type { Entry } from '../../record/entry.ts'
import type { Fact, FactValue, SIDES } from '../../record/fact.ts'
import { type Coded, cancerMeaningsOf, type EntryRule, factOf, namesOf } from './coded.ts'

/** The breast cancer and other malignancies of the problem list. */
export const cancerFacts: EntryRule = (coded) =>
  coded.entries.flatMap((entry) => (entry.type === 'condition' ? cancerOf(coded, entry) : []))

/** Whether a condition is about a malignancy (this one, its spread, another one), so that it is no comorbidity. */
export function isAboutCancer(entry: Entry): boolean {
  if (cancerMeaningsOf(entry.codes).some(({ is }) => is !== 'family')) return true
  return MALIGNANT.test(entry.text) && !NOT_MALIGNANT.test(entry.text)
}

/** A risk or a relative's illness coded as a problem. */
export const isFamilyOrRisk = (entry: Entry): boolean =>
  cancerMeaningsOf(entry.codes).some(({ is }) => is === 'family') ||
  /\b(?:family history|fh of|fhx|at risk|high risk|screening|susceptib|predisposition)\b/i.test(entry.text)

function cancerOf(coded: Coded, entry: Entry): Fact[] {
  if (entry.negated || isFamilyOrRisk(entry)) return []
  const meanings = cancerMeaningsOf(entry.codes)
  const breast = meanings.find((one) => one.is === 'breast')
  const words = namesOf(entry)
  const isSpread = meanings.some(({ is }) => is === 'metastasis' || is === 'regional-nodes') || SPREAD_ONLY.test(entry.text)
  if (isSpread && !breast) return []
  const certainty = UNSURE.has(entry.interpretation ?? '') ? 'probable' : 'stated'
  if (breast || meanings.some(({ is }) => is === 'breast-history') || BREAST.test(entry.text)) {
    if (!breast && NOT_MALIGNANT.test(entry.text)) return []
    return [factOf(coded, entry, 'cancer', breastCancer(entry, words, breast?.side), certainty)]
  }
  const other = meanings.find((one) => one.is === 'other-cancer')
  if (!other && !(MALIGNANT.test(entry.text) && !NOT_MALIGNANT.test(entry.text))) return []
  if (!other && RECEPTOR_ONLY.test(entry.text)) return []
  const value: FactValue<'cancer'> = {
    site: SKIN.test(entry.text) ? organIn(entry.text) : (other?.site ?? organIn(entry.text)),
    ...histologyWords(entry.text),
    ...diagnosed(entry),
  }
  return [factOf(coded, entry, 'cancer', value, certainty)]
}

function breastCancer(entry: Entry, words: string, codedSide: (typeof SIDES)[number] | undefined): FactValue<'cancer'> {
  const laterality = entry.laterality ?? sideIn(words) ?? codedSide
  const morphology = (entry.components ?? []).flatMap(({ text, value }) =>
    text === 'Histology' && value && 'text' in value ? [value.text] : [],
  )[0]
  const histology = histologyIn(morphology ?? '')?.histology ?? histologyIn(words)?.histology
  return {
    site: 'breast',
    ...(laterality === undefined ? {} : { laterality }),
    ...(histology === undefined ? {} : { histology: histology.name }),
    ...(METASTATIC.test(entry.text) ? {} : diagnosed(entry)),
  }
}

/** The onset of a metastatic or recurrent disease is not the day of the first diagnosis. */
const METASTATIC = /metasta|stage (?:iv|4)\b|recurren|relapse|history of/i
const diagnosed = (entry: Entry) => (entry.begins === undefined ? {} : { diagnosed: entry.begins })

function sideIn(words: string): (typeof SIDES)[number] | undefined {
  if (/\bbilateral\b/i.test(words)) return 'bilateral'
  const left = /\bleft\b/i.test(words)
  const right = /\bright\b/i.test(words)
  return left === right ? undefined : left ? 'left' : 'right'
}

function histologyWords(text: string): { histology?: string } {
  const match =
    /\b(?:basal cell carcinoma|squamous cell carcinoma|melanoma|adenocarcinoma|lymphoma|leuk(?:a)?emia|sarcoma|multiple myeloma)\b/i.exec(
      text,
    )
  return match ? { histology: match[0].toLowerCase() } : {}
}

/** The organ in plain words, or the words themselves. */
function organIn(text: string): string {
  const of = /\b(?:of|on)\s+(?:the\s+)?(?:skin of\s+)?(?:left\s+|right\s+)?([a-z]+(?: [a-z]+)?)/i.exec(text)?.[1]?.toLowerCase()
  if (SKIN.test(text)) return of === undefined || of === 'skin' ? 'skin' : `skin (${of})`
  const organ = ORGANS.exec(text)?.[1]?.toLowerCase()
  return organ ?? of ?? text.toLowerCase()
}

const SKIN = /\b(?:basal cell|melanoma|skin)\b/i
const ORGANS =
  /\b(prostate|colon|rectum|colorectal|lung|thyroid|ovary|ovarian|endometri\w+|uter\w+|cervi\w+|bladder|kidney|renal|pancrea\w+|stomach|esophag\w+|liver|testi\w+|brain|lymphoma|leuk\w+|myeloma)\b/i
const UNSURE = new Set(['unconfirmed', 'provisional', 'differential'])
const BREAST =
  /\b(?:breast|mammary)\b.{0,60}\b(?:cancer|carcinoma|malignan\w*|neoplasm|tumou?r)|\b(?:cancer|carcinoma|malignan\w*|neoplasm)\b.{0,40}\bbreast\b|\bDCIS\b|\b(?:TNBC|mBC|MBC)\b/i
const MALIGNANT = /\b(?:cancer|carcinoma|adenocarcinoma|melanoma|lymphoma|leuk(?:a)?emia|sarcoma|myeloma|malignan(?:t|cy)|metasta\w+)\b/i
const NOT_MALIGNANT =
  /\b(?:benign|screening|risk|family|worried|fear of|suspected|rule out|r\/o|lobular carcinoma in situ|LCIS|actinic|encounter for|due to|secondary to|related|induced|associated|care plan|counsel\w*|pain|anemia|hypercalcemia|seizure)\b/i
/** Only the spread is named, not the cancer it came from. */
const SPREAD_ONLY =
  /\b(?:secondary (?:malignan\w*|cancer|neoplasm|adenocarcinoma)|metasta\w+ (?:to|in)\b|(?:bone|liver|lung|brain|hepatic|osseous) metasta\w+)/i
const RECEPTOR_ONLY = /\b(?:receptor|HER-?2)\b/i

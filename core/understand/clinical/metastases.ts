import { matchesOf } from '../../codes/matches-of.ts'
import type { Fact, FactValue } from '../../record/fact.ts'
import type { PartialDate } from '../../record/partial-date.ts'
import { type FactRule, factFrom } from '../fact-rule.ts'
import { isPathology } from '../pathology/is-pathology.ts'
import { specimensOf } from '../pathology/specimens.ts'
import { contextOf } from '../prose/context.ts'
import type { Reading } from '../prose/reading.ts'
import type { Sentence } from '../prose/sentences.ts'
import { wholeOf } from '../prose/whole.ts'
import { cancerCellsInFluid } from './cells-in-fluid.ts'
import { clearOrgans } from './clear-organs.ts'
import { type SiteSpot, siteOfTissue, sitesIn } from './metastasis-sites.ts'
import {
  clauseAround,
  deniesSeen,
  depositAt,
  isClear,
  isDenied,
  isLinked,
  isNotMeant,
  isRegional,
  isSuspected,
  NEW_PLACE,
  NO_NEW,
  statusOf,
} from './metastasis-words.ts'
import { boundedSentences, dateBeside, datesOf, isTakenBack, quoteAround } from './statements.ts'

/**
 * Distant metastases, site by site: that there are some, that a report suspects or denies them, and how they behave. Silence says nothing;
 * a cyst, a granuloma, a degenerative change, or what is too small to tell is no metastasis; "no new" denies nothing that was there.
 */
export const metastases: FactRule = {
  name: 'metastases',
  version: 1,
  find(reading) {
    const sentences = reading.kind === 'pathology' ? [] : boundedSentences(reading)
    const said = sentences.flatMap((sentence, index) =>
      SPEAKS.test(sentence.text) || SITE_HEADING.test(sentence.heading) ? inSentence(reading, sentence, sentences[index - 1]) : [],
    )
    const clear = clearOrgans(this, reading).filter((no) => !said.some((yes) => isSeenThere(yes, no)))
    return [...said, ...clear, ...cancerCellsInFluid(this, reading), ...(isPathology(reading) ? provenTissue(reading) : [])]
  },
}

/** The same report finds a metastasis of this organ. */
const isSeenThere = (yes: Fact, no: Fact) =>
  yes.kind === 'metastasis' && no.kind === 'metastasis' && yes.value.site === no.value.site && yes.value.status !== 'ruled-out'

const SPEAKS =
  /\b(?:metasta\w*|mets?\b|mbc|mtnbc|carcinomatous meningitis|secondary breast|sites? of disease|sites:|oligometasta\w*|stage\s+(?:iv|4)|secondary malignant|spread|deposits?|relapse\w*|recurr\w+|progress\w+|PD\b|disease|lesions?|nodul\w+|mass(?:es)?|carcinomatosis|(?:lymph)?adenopathy|enhancement|bone-only|caking|omental cake|involvement|target|secondaries|effusions?|ascites|SOLs?|neg(?:ative)?\b|clear\b|unremarkable|normal\b)/i
const SITE_HEADING = /\b(?:liver|lungs?|bones?|brain|peritoneum|pleura|chest)\b/i

function inSentence(reading: Reading, sentence: Sentence, previous: Sentence | undefined): Fact[] {
  if (sentence.section === 'family-history' || isTakenBack(sentence.text)) return []
  const spots = spotsOf(sentence)
  return spots.flatMap((spot) => statementAbout(reading, sentence, spot, previous) ?? [])
}

/** The sites a sentence speaks of: those it names, else the one its heading names. */
function spotsOf(sentence: Sentence): SiteSpot[] {
  const { text, heading } = sentence
  const named = [...sitesIn(text), ...nodesAmong(text)].filter(
    ({ start, end }) =>
      (!NOT_THE_SITE.test(text.slice(Math.max(0, start - 14), start)) || NONE_SEEN.test(text.slice(end, end + 70)) || isSeen(text, end)) &&
      (!PART_OF_OTHER.test(text.slice(end, end + 24)) ||
        NEGATIVE_SCAN.test(text.slice(end, end + 50)) ||
        NONE_SEEN.test(text.slice(end, end + 70))) &&
      !UNDER_SKIN.test(text.slice(Math.max(0, start - 50), end)) &&
      !OTHER_DISEASE.test(text.slice(Math.max(0, start - 24), end + 9)),
  )
  if (named.length > 0) return named
  return sentence.section === 'findings' || SITE_HEADING.test(heading)
    ? sitesIn(heading).map((spot) => ({ ...spot, start: 0, end: 0 }))
    : []
}

/**
 * "mTNBC (lung, med/SCV nodes, skin)", "recurrent metastatic disease, chest wall, internal mammary node, lung": nodes that are regional by
 * themselves, counted by the writer among the places of metastatic disease.
 */
function nodesAmong(text: string): SiteSpot[] {
  if (!METASTATIC_LIST.test(text)) return []
  return matchesOf(text, REGIONAL_NODES).flatMap((match): SiteSpot[] => {
    const [start, end] = [match.index, match.index + match[0].length]
    const around = `${text.slice(Math.max(0, start - 40), start)}|${text.slice(end, end + 30)}`
    const listed = LISTED_BEFORE.test(text.slice(0, start)) && METASTATIC_LIST.test(text.slice(Math.max(0, start - 90), start))
    return listed && sitesIn(around).some(({ site }) => site !== 'lymph-node') ? [{ site: 'lymph-node', start, end }] : []
  })
}
const METASTATIC_LIST = /\b(?:metastatic (?:disease|breast|triple|HER2|TNBC)|m(?:TN)?BC\b|stage IV)/i
const REGIONAL_NODES =
  /\b(?:med(?:iastinal)?\s?\/\s?)?(?:(?:internal mammary|IM|supraclav\w*|SCV?F?|infraclav\w*)\s(?:lymph )?(?:nodes?|LNs?)|mediastinum|SCN)\b/gi
const LISTED_BEFORE = /[,(:&+]\s?(?:and )?(?:left |right |bilateral |R |L )?$/i

/** "MRI brain: multiple lesions, suggestive of metastases": the scanned organ is where they are, when no other is named. */
function isSeen(text: string, end: number): boolean {
  const seen = SEEN_THERE.exec(text.slice(end, end + 130))
  return seen !== null && !/\b(?:no|negative|without)\b/i.test(seen[0]) && sitesIn(seen[0]).length === 0
}
const SEEN_THERE = /^[^.;:]{0,30}:\s*[^.;:]{0,80}\b(?:mets|metasta\w+|secondaries)\b/i
/** "Brain MRI neg", "bone scan negative": nothing was found there. */
const NEGATIVE_SCAN = /^\s*(?:MRI|CT|scan)\b\s*(?:[\d/-]{3,10}\s*)?(?:(?:was|is)\s|:|-)?\s*(?:neg(?:ative)?|clear)\b/i
/** Skin metastases on the chest wall are in the skin. */
const UNDER_SKIN = /\b(?:skin|cutaneous)\b(?:[^.;]{0,30}\b(?:on|of|over|overlying|along))?\s+(?:the |left |right |anterior )*chest wall$/i

/** "MRI brain 3/6/26 for vertigo: no mets". */
const NONE_SEEN = /^[^.;:]{0,40}[:,-]\s*(?:no|negative for|without)\s+(?:evidence of |intracranial |brain )?(?:mets|metasta\w+)\b/i
const NOT_THE_SITE = /\b(?:ct|mri|mr|scan of the|x-?ray(?: of the)?|echo of the)\s+$/i
const PART_OF_OTHER =
  /^\s*(?:biops|bx\b|scan|mri|ct\b|edge|function|enzymes|tests?|protocol|radiotherapy|rt\b|pain|marrow (?:biops|suppress)|density|embolism|fibrosis|flow|wedge|artery|windows?|suppression|ablation|cancer|cysts?|transplant)/i
/** "Interstitial lung disease", "chronic liver disease" are illnesses of the organ itself. */
const OTHER_DISEASE =
  /\b(?:interstitial|obstructive|restrictive|chronic|fatty|alcoholic|degenerative|cystic|drug-induced)\s+\w+\s+disease\b/i

function statementAbout(reading: Reading, sentence: Sentence, spot: SiteSpot, previous: Sentence | undefined): Fact | undefined {
  const { text, section } = sentence
  if (contextOf(sentence, spot.start, spot.end).family) return undefined
  const clause = clauseAround(text, spot)
  const deposit = depositAt(text, clause, spot)
  if (NEGATIVE_SCAN.test(text.slice(spot.end, spot.end + 50)) && HAS_SCAN.has(spot.site) && spot.end > spot.start)
    return ruledOut(reading, sentence, spot)
  if (isDenied(sentence, clause, spot, deposit) || (isClear(reading.kind, sentence, spot) && SECTIONAL.test(titleOf(reading))))
    return denial(reading, sentence, spot, clause.text, deposit !== undefined)
  const linked =
    deposit !== undefined ||
    isLinked(reading.kind, clause.text, spot) ||
    goesOn(text, spot, previous) ||
    NEW_PLACE.test(text.slice(0, spot.start))
  const unproven = !linked && isManyOnScan(reading, sentence, spot)
  if (!linked && !unproven) return undefined
  if (isRegional(clause.text, spot) || isNotMeant(sentence, clause, spot, deposit)) return undefined
  const suspected = isSuspected(sentence, clause, spot) || (unproven && !isKnownMetastatic(reading))
  if (suspected && RECALLED.has(section)) return undefined
  const value: FactValue<'metastasis'> = {
    site: spot.site,
    status: suspected ? 'suspected' : statusOf(clause.text, text, text.slice(spot.end, clause.start + clause.text.length)),
    ...(unproven ? seenOnScan(reading, sentence, spot) : firstSeen(reading, sentence, spot, previous)),
  }
  const evidence = [quoteAround(reading, sentence, spot.start, spot.end)] as const
  return factFrom(metastases, reading, 'metastasis', value, evidence, suspected || RECALLED.has(section) ? 'probable' : 'stated')
}

/** "PET CT 14/08: multiple lung nodules" in a note: suspected until something proves them. */
const isManyOnScan = (reading: Reading, { text }: Sentence, { site, start, end }: SiteSpot): boolean =>
  TOLD_SCANS.has(reading.kind) &&
  MANY_SITES.has(site) &&
  /\b(?:CT|MRI|PET|bone scan|scan)\b/.test(text.slice(0, start)) &&
  ((/\b(?:multiple|numerous|innumerable|several|extensive)\s(?:[\w/-]+\s){0,3}$/i.test(text.slice(Math.max(0, start - 40), start)) &&
    /^\s(?:[\w/-]+\s){0,2}(?:nodules|lesions|deposits|masses)\b/i.test(text.slice(end, end + 40))) ||
    (isKnownMetastatic(reading) &&
      /\b(?:two|three|four|five|six)\s(?:[\w/-]+\s){0,2}$/i.test(text.slice(Math.max(0, start - 40), start)) &&
      /^\s(?:[\w/-]+\s){0,2}(?:nodules|lesions|deposits|masses)\b/i.test(text.slice(end, end + 40))) ||
    /\b(?:sclerotic|lytic|blastic|mixed|FDG-avid|enhancing) (?:lesions|deposits|foci) (?:in|of) (?:the )?(?:[\w\s,]{0,24} and )?(?:left |right )?$/i.test(
      text.slice(Math.max(0, start - 70), start),
    )) &&
  !/\b(?:benign|cysts?|granuloma\w*|stable since|h(?:a)?emangiomas?|degenerative)\b/i.test(text)
/** The same document calls the cancer metastatic. */
const isKnownMetastatic = (reading: Reading) => reading.document.pages.some(({ text }) => METASTATIC.test(text.slice(0, 20_000)))
const METASTATIC =
  /(?<!\b(?:no|not|non|without|possible|suspected|\?)[ -]{0,2})\b(?:metastatic (?:breast|ILC|IDC|ductal|lobular|carcinoma|disease|triple|HER2|TNBC)|MBC\b|mTNBC\b|stage IV)/i
const TOLD_SCANS: ReadonlySet<string> = new Set(['progress-note', 'consultation', 'letter', 'tumor-board', 'discharge-summary', 'other'])
const MANY_SITES: ReadonlySet<string> = new Set(['lung', 'liver', 'bone', 'brain'])

/** A plain film misses small metastases. */
const SECTIONAL = /\b(?:CT|MRI?|PET|ultrasound|computed tomography|magnetic resonance)\b/i
const titleOf = (reading: Reading) => reading.document.pages[0]?.text.slice(0, 400) ?? ''

/** What a scan was ordered with is what was known before it. */
const RECALLED: ReadonlySet<string> = new Set(['indication', 'clinical-history'])

/** "Osseous metastases, mostly stable; new lesion of the left femur": the second half goes on with the first. */
const goesOn = (text: string, spot: SiteSpot, previous: Sentence | undefined): boolean =>
  previous?.text.trimEnd().endsWith(';') === true &&
  /^\s*new\b[^.;]{0,40}\b(?:lesions?|foc(?:us|i)|nodules?)\b/i.test(text) &&
  /\bmetasta/i.test(previous.text) &&
  sitesIn(previous.text).some((other) => other.site === spot.site)

/** What is expressly denied. "No new metastasis" and "no longer seen" deny nothing that was there. */
function denial(reading: Reading, sentence: Sentence, spot: SiteSpot, clause: string, deposit: boolean): Fact | undefined {
  if (NO_NEW.test(clause) || (!deposit && !deniesSeen(spot, clause))) return undefined
  // what nobody calls a metastasis yet, and is looked at again, is not excluded
  if (NOT_CALLED.test(clause) || /\bindeterminate\b/i.test(clause)) return undefined
  if (/\b(?:no longer|not (?:significantly )?changed|no (?:significant |interval )?change)\b/i.test(clause)) return undefined
  return ruledOut(reading, sentence, spot)
}

const NOT_CALLED = /\bnot (?:\w+ )?(?:called|read as|labell?ed|considered|regarded as|interpreted as|proven)\b/i

const HAS_SCAN: ReadonlySet<string> = new Set(['brain', 'bone', 'liver'])
function ruledOut(reading: Reading, sentence: Sentence, spot: SiteSpot): Fact {
  const value: FactValue<'metastasis'> = { site: spot.site, status: 'ruled-out' }
  return factFrom(metastases, reading, 'metastasis', value, [quoteAround(reading, sentence, spot.start, spot.end)])
}

/** "CT 4/3/2019: three hepatic masses, sclerotic lesions in T10": the day of the scan is that of all that it shows. */
const seenOnScan = (reading: Reading, { text }: Sentence, { start }: SiteSpot): { first?: PartialDate } =>
  datesOf(reading, text.slice(0, start))
    .slice(-1)
    .map(({ date }) => ({ first: date }))[0] ?? {}

/** A report's own day is when the site was seen; in notes only a date beside the words. */
function firstSeen(reading: Reading, sentence: Sentence, spot: SiteSpot, previous: Sentence | undefined): { first?: PartialDate } {
  // a date in brackets, and a comma: it is that of the site before
  const all = datesOf(reading, sentence.text).filter(({ start }) => start < spot.end || !isBehindList(sentence.text.slice(spot.end, start)))
  const hasOwn = all.some(
    ({ start }) => start >= spot.end && /^[^,;.]{0,24}\b(?:since|in|from)\s$/i.test(sentence.text.slice(spot.end, start)),
  )
  // so is one before a comma, where the site has its own: "bone metastases since 05/2023, liver metastases since 11/2024"
  const dates = all.filter(({ end }) => end > spot.start || !(hasOwn ? /^\s*\)?\s*[,;]/ : /^\s*\)\s*,/).test(sentence.text.slice(end)))
  const beside = dateBeside(dates, spot.start, Math.max(spot.end, spot.start))
  const own =
    reading.kind === 'imaging' &&
    sentence.section !== 'indication' &&
    sentence.section !== 'clinical-history' &&
    sentence.section !== 'comparison'
  const first = own ? (reading.said ?? beside) : (beside ?? (dates.length === 0 ? headDate(reading, sentence, previous) : undefined))
  return first === undefined ? {} : { first }
}

/** "(skin, pleura), liver 02/2026": the bracket is closed, and the date is that of the next site. */
function isBehindList(between: string): boolean {
  const rest = /^[^()]*\)([^()]*)$/.exec(between)?.[1]
  return rest !== undefined && sitesIn(rest).length > 0
}

/** "6/12/2023 Initial Diagnosis", and on the next line where it had spread. */
function headDate(reading: Reading, sentence: Sentence, previous: Sentence | undefined): PartialDate | undefined {
  if (previous === undefined || previous.section !== sentence.section || !DATED_EVENT.test(previous.text)) return undefined
  const [date, ...more] = datesOf(reading, previous.text)
  return more.length === 0 ? date?.date : undefined
}
const DATED_EVENT =
  /^\W{0,4}(?:\d{1,4}[/.-]\d{1,4}(?:[/.-]\d{2,4})?|[A-Za-z]{3,9}\.? \d{4})\W{1,4}(?:initial |distant |metastatic )?(?:diagnos[ie]s|recurrence|relapse|progression|metasta\w+)\W*$/i

/** Tissue of a distant site in which a pathologist found the cancer. */
function provenTissue(reading: Reading): Fact[] {
  const whole = wholeOf(reading.document)
  const seen = new Set<string>()
  return specimensOf(whole.text).flatMap((specimen) => {
    const site = siteOfTissue(specimen.name)
    if (specimen.from !== 'metastasis' || site === undefined || seen.has(site)) return []
    const found = /\b(?:metasta\w+|adenocarcinoma|carcinoma)\b/i.exec(specimen.finding)
    const text = specimen.finding.slice(0, found === null ? 0 : found.index)
    if (
      found === null ||
      /\b(?:axill\w*|lymph nodes?)\b/i.test(text) ||
      /\b(?:no|negative for|benign|free of|rule out|suspicious)\b[^.]{0,40}$/i.test(text)
    )
      return []
    seen.add(site)
    const date = specimen.date ?? reading.said
    const at = whole.text.indexOf(specimen.finding.slice(0, 40), specimen.start)
    const place = at === -1 ? specimen.start : at + found.index
    const [from, to] = whole.line(place, place + found[0].length)
    const value: FactValue<'metastasis'> = { site, status: 'active', ...(date === undefined ? {} : { first: date }), where: specimen.name }
    return [factFrom(metastases, reading, 'metastasis', value, [whole.evidence(from, Math.min(to, from + 240))])]
  })
}

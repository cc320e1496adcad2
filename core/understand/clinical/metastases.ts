import type { Fact, FactValue } from '../../record/fact.ts'
import type { PartialDate } from '../../record/partial-date.ts'
import { type FactRule, factFrom } from '../fact-rule.ts'
import { isPathology } from '../pathology/is-pathology.ts'
import { specimensOf } from '../pathology/specimens.ts'
import { contextOf } from '../prose/context.ts'
import type { Reading } from '../prose/reading.ts'
import type { Sentence } from '../prose/sentences.ts'
import { wholeOf } from '../prose/whole.ts'
import { type MetastasisSite, type SiteSpot, siteOfTissue, sitesIn } from './metastasis-sites.ts'
import { dateBeside, datesOf, isTakenBack, quoteAround } from './statements.ts'

type Status = FactValue<'metastasis'>['status']

/**
 * Distant metastases, site by site: that there are some, that a report suspects or denies them, and how they behave. Silence says nothing;
 * a cyst, a granuloma, a degenerative change, or what is too small to tell is no metastasis; "no new" denies nothing that was there.
 */
export const metastases: FactRule = {
  name: 'metastases',
  version: 1,
  find: (reading) => [
    ...reading.sentences.flatMap((sentence) =>
      SPEAKS.test(sentence.text) || SITE_HEADING.test(sentence.heading) ? inSentence(reading, sentence) : [],
    ),
    ...(isPathology(reading) ? provenTissue(reading) : []),
  ],
}

const SPEAKS =
  /\b(?:metasta\w*|mets?\b|mbc|mtnbc|stage\s+(?:iv|4)|secondary malignant|spread|deposits?|relapse\w*|recurren\w+|progress\w+|PD\b|disease|lesions?|nodul\w+|carcinomatosis|(?:lymph)?adenopathy|enhancement)/i
const SITE_HEADING = /\b(?:liver|lungs?|bones?|brain|peritoneum|pleura|chest)\b/i

/** Words that mean a deposit of the cancer by themselves. */
const DEPOSIT =
  /\b(?:metasta(?:sis|ses|tic)(?:\s+(?:disease|lesions?|deposits?|involvement|nodules?|carcinoma))?|mets?|secondary malignant neoplasm|carcinomatosis|disease progression|spread|relapse[ds]?|recurrence)\b/i
/** Words for something seen that need a word about its nature before they count. */
const SEEN = /\b(?:lesions?|nodul(?:es?|arity)|mass(?:es)?|focus|foci|enhancement|adenopathy|disease|deposits?|abnormality|infiltrat\w+)\b/i
const HARMLESS =
  /\b(?:cysts?|granuloma\w*|h(?:a)?emangioma\w*|degenerative|arthr\w+|benign|too small to characteri[sz]e|fracture of|bone island|hamartoma|post-?radiation|radiation (?:change|fibrosis)|steatosis|old\b|healed|physiologic)/i
const NO_NEW = /\bno\s+(?:\w+\s+)?new\b|\bno (?:additional|further|other)\b/i

function inSentence(reading: Reading, sentence: Sentence): Fact[] {
  const { text } = sentence
  if (sentence.section === 'family-history' || isTakenBack(text)) return []
  const heading = sitesIn(sentence.heading)
  const spots = spotsOf(text, heading, sentence)
  return spots.flatMap((spot) => {
    const one = statementAbout(reading, sentence, spot)
    return one === undefined ? [] : [one]
  })
}

/** The sites a sentence speaks of: those it names, else the one its heading names. */
function spotsOf(text: string, heading: readonly SiteSpot[], sentence: Sentence): SiteSpot[] {
  const named = sitesIn(text).filter(
    ({ start, end }) => !NOT_THE_SITE.test(text.slice(Math.max(0, start - 14), start)) && !PART_OF_OTHER.test(text.slice(end, end + 24)),
  )
  if (named.length > 0) return named
  return sentence.section === 'findings' || SITE_HEADING.test(sentence.heading)
    ? heading.map((spot) => ({ ...spot, start: 0, end: 0 }))
    : []
}

const NOT_THE_SITE = /\b(?:ct|mri|mr|scan of the|x-?ray(?: of the)?|echo of the)\s+$/i
const PART_OF_OTHER =
  /^\s*(?:biops|bx\b|scan|mri|ct\b|edge|function|enzymes|tests?|protocol|radiotherapy|rt\b|pain|marrow (?:biops|suppress)|density|embolism|fibrosis|flow|wedge|artery|function|windows?)/i

function statementAbout(reading: Reading, sentence: Sentence, spot: SiteSpot): Fact | undefined {
  const { text } = sentence
  const clause = clauseAround(text, spot)
  const context = contextOf(sentence, spot.start, spot.end)
  if (context.family) return undefined
  const deposit = DEPOSIT.exec(clause.text)
  const denied = context.negated || NEGATED_CLAUSE.test(clause.text)
  if (denied) return denial(reading, sentence, spot, clause.text, deposit !== null)
  if (deposit === null ? !linked(reading, clause.text, spot) : !reaches(text, clause, deposit, spot)) return undefined
  if (HARMLESS.test(clause.text) && deposit === null) return undefined
  if (isRegional(clause.text, spot)) return undefined
  const planned = context.planned && !/\b(?:progress|PD\b|new\b|known)/i.test(clause.text)
  if (planned || ASKED.test(text.slice(0, spot.start))) return undefined
  const uncertain = context.uncertain || SUSPICIOUS.test(clause.text)
  if (uncertain && (sentence.section === 'indication' || sentence.section === 'clinical-history')) return undefined
  const value: FactValue<'metastasis'> = {
    site: spot.site,
    status: uncertain ? 'suspected' : statusOf(clause.text, text),
    ...firstSeen(reading, sentence, spot),
  }
  return factFrom(
    metastases,
    reading,
    'metastasis',
    value,
    [quoteAround(reading, sentence, spot.start, spot.end)],
    uncertain ? 'probable' : 'stated',
  )
}

const ASKED = /\b(?:r\/o|rule out|evaluate for|assess for|\?)\s*(?:\w+\s+){0,3}$/i
const SUSPICIOUS =
  /\b(?:(?:highly\s+)?suspicious (?:for|of)|suspected|concerning for|worrisome for|possible|probable|may (?:be|represent)|likely|cannot (?:exclude|rule out)|favor(?:ed|s)?)\b[^.;]{0,60}\bmetasta|\bmay be cancer that has spread\b|,\s*suspicious\b|\bmetasta\w+\s+(?:is|are)\s+(?:possible|suspected|likely)/i
const NEGATED_CLAUSE = /^\s*(?:[-•*\d.)]+\s*)?(?:no|without|negative for|free of)\b/i

/** The part of the sentence between full stops, semicolons and "but" that holds the site. */
function clauseAround(text: string, spot: SiteSpot): { text: string; start: number } {
  const cuts = [...text.matchAll(/[;]|\.\s|,\s+(?:with\s+no|no|but|without)\b|\bbut\b|\bhowever\b/gi)].map((match) => match.index)
  const start = cuts.filter((cut) => cut < spot.start).at(-1)
  const end = cuts.find((cut) => cut >= spot.end) ?? text.length
  const from = start === undefined ? 0 : start + 1
  return { text: text.slice(from, end), start: from }
}

/** The word for the deposit stands close to the site, or a list of sites lies between: "mets to liver & bone", "hepatic and osseous metastases". */
function reaches(text: string, clause: { text: string; start: number }, _deposit: RegExpExecArray, spot: SiteSpot): boolean {
  const words = [...clause.text.matchAll(new RegExp(DEPOSIT.source, 'gi'))]
  return words.some((match) => {
    const from = clause.start + match.index
    const to = from + match[0].length
    const between = spot.end <= from ? text.slice(spot.end, from) : text.slice(to, Math.max(to, spot.start))
    return (
      between.length <= 70 && !/\b(?:hormone|receptor|scan|biops|with (?:ct|mri)|contrast|origin|primary|without|until)\b/i.test(between)
    )
  })
}

/** A site listed after the name of the disease: "MBC, bone and liver", "stage IV (liver, bone)", "PD in lungs", "new liver lesion". */
function linked(reading: Reading, clause: string, spot: SiteSpot): boolean {
  if (DISEASE_THEN_SITES.test(clause)) return true
  if (PROGRESSION_AT.test(clause)) return true
  if (reading.kind === 'imaging' && SUSPICIOUS_SEEN.test(clause) && SEEN.test(clause)) return true
  return spot.site === 'bone' && /\bbone[- ]only\b/i.test(clause)
}

const DISEASE_THEN_SITES =
  /\b(?:MBC|mTNBC|stage\s+(?:IV|4)|metastatic\b[^.;(]{0,40}|breast (?:ca|cancer)\s+metastatic)(?:\s+(?:dz|disease|breast cancer|TNBC))?[^.;]{0,14}?(?:[,(:]|\bto\b|\bin\b|\binvolving\b)\s*/i
const PROGRESSION_AT =
  /\b(?:PD|progression|progressive disease|progressed|relapsed?|recurred)\b\s*(?:of disease\s*)?(?:in|at|of|to)?\s*(?:the\s+)?[(\w\s,&+/-]{0,40}$|\b(?:PD|progressive disease|progression)\s+(?:in|at)?\s*(?:the\s+)?(?:liver|lungs?|bones?|brain|pleura|nodes|hil)/i
const SUSPICIOUS_SEEN = /\b(?:suspicious for|consistent with|compatible with|represent\w*)\b[^.;]{0,40}\b(?:metasta|malignan)/i

/** Nodes that belong to the breast, and the chest wall or skin over it, are no distant site by these words alone. */
function isRegional(clause: string, spot: SiteSpot): boolean {
  if (spot.site === 'chest-wall' || spot.site === 'skin')
    return (
      !/\b(?:metasta\w+|mets?|recurren\w+|progress\w+|nodules?)\b/i.test(clause) ||
      /\b(?:radiation|rt|gy|pmrt|irradiat\w+|mastectomy)\b/i.test(clause)
    )
  return false
}

/** What is expressly denied. For the nodes and the adrenals only the word metastasis counts; for others also "no nodule", "no lesion". */
function denial(reading: Reading, sentence: Sentence, spot: SiteSpot, clause: string, deposit: boolean): Fact | undefined {
  if (NO_NEW.test(clause) || reading.kind === 'pathology') return undefined
  if (!deposit && !deniesSeen(spot.site, clause, sentence)) return undefined
  if (/\b(?:no longer|not (?:significantly )?changed|no (?:significant |interval )?change)\b/i.test(clause)) return undefined
  const value: FactValue<'metastasis'> = { site: spot.site, status: 'ruled-out' }
  return factFrom(metastases, reading, 'metastasis', value, [quoteAround(reading, sentence, spot.start, spot.end)])
}

function deniesSeen(site: MetastasisSite, clause: string, sentence: Sentence): boolean {
  switch (site) {
    case 'leptomeninges':
      return /\b(?:disease|enhancement|involvement|carcinomatosis)\b/i.test(clause)
    case 'brain':
      return /\b(?:(?:enhancing|mass|suspicious)\s+lesions?|disease|abnormal (?:parenchymal )?enhancement)\b/i.test(clause)
    case 'lung':
      return /\b(?:nodules?|mass)\b/i.test(clause) && !/\b(?:embol|effusion|edema)/i.test(clause)
    case 'liver':
      return (
        /\b(?:suspicious|focal|hepatic|liver)\s+(?:\w+\s+)?(?:lesions?|mass(?:es)?|abnormality)\b|\b(?:lesions?|mass)\b/i.test(clause) &&
        !/\bcyst/i.test(clause)
      )
    case 'bone':
      return /\b(?:suspicious|aggressive|destructive|lytic|blastic|focal)\b[^.;]{0,30}\b(?:lesions?|foci|focus|uptake)\b/i.test(clause)
    case 'peritoneum':
      return /\b(?:nodularity|nodules?|implants?|carcinomatosis|disease|abnormality|thickening)\b/i.test(clause)
    case 'other':
    case 'adrenal':
    case 'lymph-node':
    case 'pleura':
    case 'skin':
    case 'chest-wall':
      return false
    default:
      return sentence.heading === ''
  }
}

function statusOf(clause: string, text: string): Status {
  if (/\b(?:refuted|ruled out|entered in error)\b/i.test(text)) return 'ruled-out'
  const near = `${clause} ${text.length < 200 ? text : ''}`
  if (
    /(?<!\bno )(?<!\bnot )\bnew\b(?! (?:since|in) \d{4})|\b(?:progress\w*|PD\b|increas\w+|enlarg\w+|worsen\w*|growing|grown|larger)/i.test(
      near,
    ) &&
    !/\b(?:prior to|before) progress/i.test(near)
  )
    return 'active'
  if (/\b(?:stable|unchanged|not (?:significantly )?changed|no (?:significant )?(?:interval )?change|controlled)\b/i.test(near))
    return 'stable'
  if (/\b(?:treated|resected|s\/p (?:srs|wbrt|resection|radiosurgery)|resolved|no longer (?:seen|visible|discernible))\b/i.test(clause))
    return 'treated'
  return 'active'
}

/** A report's own day is when the site was seen; in notes only a date beside the words. */
function firstSeen(reading: Reading, sentence: Sentence, spot: SiteSpot): { first?: PartialDate } {
  const beside = dateBeside(datesOf(reading, sentence.text), spot.start, Math.max(spot.end, spot.start))
  const own =
    reading.kind === 'imaging' &&
    sentence.section !== 'indication' &&
    sentence.section !== 'clinical-history' &&
    sentence.section !== 'comparison'
  const first = own ? (reading.said ?? beside) : beside
  return first === undefined ? {} : { first }
}

/** Tissue of a distant site in which a pathologist found the cancer. */
function provenTissue(reading: Reading): Fact[] {
  const whole = wholeOf(reading.document)
  const seen = new Set<string>()
  return specimensOf(whole.text).flatMap((specimen) => {
    const site = siteOfTissue(specimen.name)
    if (specimen.from !== 'metastasis' || site === undefined || seen.has(site)) return []
    const found = /\b(?:metasta\w+|adenocarcinoma|carcinoma)\b/i.exec(specimen.finding)
    const text = specimen.finding.slice(0, found === null ? 0 : found.index)
    if (found === null || /\b(?:no|negative for|benign|free of|rule out|suspicious)\b[^.]{0,40}$/i.test(text)) return []
    seen.add(site)
    const date = specimen.date ?? reading.said
    const at = whole.text.indexOf(specimen.finding.slice(0, 40), specimen.start)
    const place = at === -1 ? specimen.start : at + found.index
    const [from, to] = whole.line(place, place + found[0].length)
    const value: FactValue<'metastasis'> = { site, status: 'active', ...(date === undefined ? {} : { first: date }), where: specimen.name }
    return [factFrom(metastases, reading, 'metastasis', value, [whole.evidence(from, Math.min(to, from + 240))])]
  })
}

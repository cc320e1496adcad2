import { matchesOf } from '../../codes/matches-of.ts'
import type { DocumentKind } from '../../record/document.ts'
import type { FactValue } from '../../record/fact.ts'
import { contextOf } from '../prose/context.ts'
import type { Sentence } from '../prose/sentences.ts'
import { type SiteSpot, sitesIn } from './metastasis-sites.ts'

export type Clause = { text: string; start: number }
type Status = FactValue<'metastasis'>['status']

/** Words that mean a deposit of the cancer by themselves, and weaker ones that count only right beside the organ. */
const DEPOSIT =
  /\b(?:(?:oligo)?metasta(?:sis|ses|tic|si[sz]ed|si[sz]ing)(?:\s+(?:disease|lesions?|deposits?|involvement|nodules?|carcinoma))?|mets?|secondary malignant neoplasm|secondaries|carcinomatosis|omental cak(?:e|ing)|carcinomatous(?= meningitis)|malignant(?=\s+(?:(?:right|left|bilateral|pleural)\s+)*effusions?|\s+ascites))\b/gi
const WEAK_DEPOSIT = /\b(?:disease progression|spread|relapse[ds]?|recurrence|recurred)\b/gi
const SEEN = /\b(?:lesions?|nodul(?:es?|arity)|mass(?:es)?|focus|foci|enhancement|adenopathy|disease|deposits?|abnormality|infiltrat\w+)\b/i
const SUSPICIOUS_SEEN =
  /(?:\b(?:suspicious for|consistent with|compatible with|in keeping with|typical of|suggest(?:ive of|ing)|represent\w*)|\bs\/o)\b[^.;]{0,40}\b(?:metasta|malignan|secondar)/i
const DISEASE_THEN_SITES =
  /\b(?:m(?:etastatic )?BC|mTNBC|stage\s+(?:IV|4)|(?:known )?(?:sites|disease sites?|sites? of (?:metastatic )?(?:disease|metastas[ei]s)|metastatic sites?|metastases)(?=\s?:)|secondary breast (?:cancer|ca)|metastatic\b[^.;(]{0,40}|breast (?:ca|cancer)\s+metastatic)(?:\s+(?:dz|disease|breast cancer|TNBC))?[^.;]{0,14}?(?:[,(:]|\bto\b|\bin\b|\binvolving\b)\s*/i
const PROGRESSION_AT =
  /\b(?:PD|progression|progressive disease|progressed|relapsed?|recurred)\b\s*(?:of disease\s*)?(?:in|at|of|to)?\s*(?:the\s+)?[(\w\s,&+/-]{0,40}$|\b(?:liver|hepatic|lung|pulmonary|bone|brain|nodal|pleural)\s+(?:PD|progression)\b|\b(?:PD|progressive disease|progression)\s{0,2}(?:[-–:,(]\s?)?(?:in|at)?\s*(?:the\s+)?(?:new\s)?(?:liver|lungs?|bones?|brain|pleura|nodes|hil)/i

/** What looks like a lesion and is none; said of the same lesion it outweighs an earlier word of metastasis. */
const HARMLESS =
  /\b(?:cysts?|granuloma\w*|degenerative|arthr\w+|too small to characteri[sz]e|fracture of|bone island|hamartoma|post-?radiation|radiation (?:change|fibrosis)|steatosis|old\b|healed|physiologic)/i
const BENIGN = /\b(?:h(?:a)?emangioma\w*|fnh|focal nodular hyperplasia|benign|biliary hamartoma\w*|bone islands?|non-?malignant)\b/i

/** Talk about what could come, what is looked for, what somebody else said. */
const HYPOTHETICAL =
  /\b(?:risk (?:of|for)|chance of|reduce\w*|prevent\w*|incidence|prophyla\w+|if\b|develops?|in case|should (?:she|he|they)|patients with|women with|trials? (?:of|for)|indicated for|approved for)\b[^.;]{0,60}$/i
const RISK = /\b(?:risk (?:of|for)|chance of|prevent\w*)\s+(?:\w+\s+){0,3}$/i
const ASKED =
  /(?:\b(?:r\/o|rule out|(?:to )?exclude|evaluat(?:e|ion) (?:for|of)|eval(?: for)?|assess(?:ment)? (?:for|of)|look(?:ing)? for|concern(?:s|ed)? (?:about|re)|worr(?:y|ies|ied) (?:about|of)|afraid of|anxious about|fears?(?: of)?|question of|work-?up for|screen\w* for)|\?)\s*(?:[\w/]+\s+){0,4}$/i
const REPORTED =
  /\b(?:read|called|interpreted|described|mis-?read|misinterpreted|labell?ed|thought|felt)\s+(?:out\s+)?(?:as|to be|to represent)\b[^.;]{0,40}$|["'“‘]\s*(?:\w+\s+){0,3}$/i
const SUSPICIOUS =
  /\b(?:(?:highly\s+)?suspicious (?:for|of)|suspected|concerning for|worrisome for|possible|probable|may (?:be|have|represent)|might|could (?:be|have|represent)|possibility|likely|suggestive of|s\/o|questioned|questionable|indeterminate|cannot (?:exclude|rule out)|favor(?:ed|s)?|versus|vs)\b[^.;]{0,60}\b(?:metasta|secondaries)|\bmay be cancer that has spread\b|,\s*suspicious\b|\bmetasta\w+\s+(?:is|are)\s+(?:possible|suspected|likely)|\bmetasta\w+\s+(?:vs\.?|versus)\b/i
const NEGATED_CLAUSE = /^\s*(?:[-•*\d.)]+\s*)?(?:no|without|negative for|free of)\b/i
/** "Peritoneum, stomach, ovaries: No abnormality". */
const DENIED_AFTER = /^[^.;:]{0,40}:\s*(?:no\b|negative\b|none\b)/i
/** "Liver and adrenals clear": nothing is there. */
const CLEAR_AFTER =
  /^(?:,?\s*(?:and|,|\/)?\s*(?:the )?(?:adrenals?(?: glands?)?|spleen|kidneys|pancreas|lungs?|liver|bones?)){0,4}\s*(?:(?:is|are|were|was|appears?|remains?)\s+)?(?:otherwise )?clear\b/i
export const NO_NEW = /\bno\s+(?:\w+\s+)?new\b|\bno (?:additional|further|other)\b/i

/** The part of the sentence between full stops, semicolons and "but" that holds the site. */
export function clauseAround(text: string, spot: SiteSpot): Clause {
  const cuts = [...text.matchAll(/[;]|\.\s|,\s+(?:with\s+no|no|but|without)\b|\bbut\b|\bhowever\b/gi)].map((match) => match.index)
  const start = cuts.filter((cut) => cut < spot.start).at(-1)
  const end = cuts.find((cut) => cut >= spot.end) ?? text.length
  const from = start === undefined ? 0 : start + 1
  return { text: text.slice(from, end), start: from }
}

/** The word for the deposit that belongs to the site: close to it, or with a list of sites between ("mets to liver & bone"). */
export function depositAt(text: string, clause: Clause, spot: SiteSpot): { start: number; end: number } | undefined {
  const near = (pattern: RegExp, reach: number) => {
    for (const match of matchesOf(clause.text, pattern)) {
      const start = clause.start + match.index
      const end = start + match[0].length
      const whole = spot.end <= start ? text.slice(spot.end, start) : text.slice(end, Math.max(end, spot.start))
      // "hepatic (since 09/2024), osseous (since 10/2024)"
      const between = whole.replace(/\([^()]{0,30}\)/g, '')
      const ofNodes = spot.end <= start && /\baxill/i.test(between)
      if (between.length <= reach && !BREAKS.test(between) && !ofNodes) return { start, end }
    }
    return undefined
  }
  return near(DEPOSIT, 70) ?? near(WEAK_DEPOSIT, 20)
}
const BREAKS = /\)|\b(?:hormone|receptor|scan|biops|with (?:ct|mri)|contrast|origin|primary|without|until|active|resolved|inactive)\b/i

/** A site listed after the name of the disease: "MBC, bone and liver", "stage IV (liver, bone)", "PD in lungs". */
export function isLinked(kind: DocumentKind, clause: string, spot: SiteSpot): boolean {
  if (HARMLESS.test(clause)) return false
  if (CANCER_ON.test(clause)) return true
  if (spot.site === 'leptomeninges' && /\bleptomeningeal disease\b/i.test(clause)) return true
  if (DISEASE_THEN_SITES.test(clause) || PROGRESSION_AT.test(clause)) return true
  if (kind === 'imaging' && SUSPICIOUS_SEEN.test(clause) && SEEN.test(clause)) return true
  if (DISEASE_COURSE.test(clause) || PROVEN_LESION.test(clause) || SPREAD_WITH.test(clause)) return true
  if (kind === 'imaging' && /\btarget lesions?\b/i.test(clause)) return true
  return spot.site === 'bone' && /\bbone[- ]only\b/i.test(clause)
}

/** "PET: lung PD, new liver seg 8 12 mm": the new place of a disease that progressed. */
export const NEW_PLACE = /\b(?:PD|progression)\b[^.;]{0,40}\bnew\s(?:\w+\s){0,2}$/i

/** "Her lobular cancer has come back on the peritoneum". */
const CANCER_ON =
  /\b(?:breast|lobular|ductal) (?:breast )?(?:cancer|carcinoma|disease)\b[^.;,]{0,50}\b(?:on|in|to) (?:the |her |both )?(?:peritone\w+|liver|lungs?|bones?|brain|ovar\w+|pleura|stomach|omentum)\b/i
/** "New hepatic lesions x3, biopsy confirmed". */
const PROVEN_LESION =
  /\b(?:lesions?|nodules?|mass(?:es)?)\b[^.;]{0,30}\b(?:bx|biops(?:y|ied))[\s-]*(?:and )?(?:confirmed|proven|positive)\b/i
/** "Stage IV ILC with peritoneal and ovarian involvement". */
const SPREAD_WITH = /\b(?:stage\s+(?:IV|4)|metastatic|MBC|mTNBC)\b[^.;]{0,40}\b(?:with|w\/)\s*[^.;,()]{3,60}\binvolvement\b/i

/** "The bony disease remains stable": the disease of this place is the cancer's. */
const DISEASE_COURSE =
  /\b(?:bony|osseous|skeletal|intracranial|leptomeningeal|peritoneal|pleural|hepatic|pulmonary) disease\b[^.;]{0,30}\b(?:stable|progress\w*|respond\w*|respon[sc]e|controlled|improv\w+|unchanged|increas\w+|decreas\w+)\b|\b(?:stable|progressi(?:on|ve)|improving|responding)(?: of)? (?:the )?(?:bony|osseous|skeletal|intracranial|leptomeningeal|peritoneal|pleural) disease\b/i

/** The site, or the word for the deposit there, is denied. */
export function isDenied(sentence: Sentence, clause: Clause, spot: SiteSpot, deposit: { start: number; end: number } | undefined): boolean {
  if (contextOf(sentence, spot.start, spot.end).negated || NEGATED_CLAUSE.test(clause.text)) return true
  if (deposit !== undefined && contextOf(sentence, deposit.start, deposit.end).negated) return true
  return DENIED_AFTER.test(sentence.text.slice(spot.end, spot.end + 90))
}

/** What a scan finds clear; lungs that are clear to the ear say nothing. */
export const isClear = (kind: DocumentKind, { text }: Sentence, { site, end }: SiteSpot): boolean =>
  kind === 'imaging' && (site === 'liver' || site === 'lung' || site === 'bone') && CLEAR_AFTER.test(text.slice(end, end + 60))

/** What is only feared, asked, planned for, quoted from others, or explained by something harmless. */
export function isNotMeant(
  sentence: Sentence,
  clause: Clause,
  spot: SiteSpot,
  deposit: { start: number; end: number } | undefined,
): boolean {
  const { text } = sentence
  const before = text.slice(0, Math.min(spot.start, deposit?.start ?? spot.start))
  if (HYPOTHETICAL.test(before) || ASKED.test(before) || ASKED.test(text.slice(0, spot.start)) || REPORTED.test(before)) return true
  const beforeDeposit = deposit === undefined ? '' : text.slice(0, deposit.start)
  if (ASKED.test(beforeDeposit) || REPORTED.test(beforeDeposit) || RISK.test(beforeDeposit)) return true
  if (BENIGN.test(text) && !/\bbiops\w*[^.]{0,30}\bmetasta/i.test(text)) return true
  return contextOf(sentence, spot.start, spot.end).planned && !/\b(?:progress|PD\b|new\b|known)/i.test(clause.text)
}

export const isSuspected = (sentence: Sentence, clause: Clause, spot: SiteSpot): boolean =>
  contextOf(sentence, spot.start, spot.end).uncertain || SUSPICIOUS.test(clause.text)

/** Nodes that belong to the breast, and the chest wall or skin over it, are no distant site by these words alone. */
export function isRegional(clause: string, spot: SiteSpot): boolean {
  if (spot.site !== 'chest-wall' && spot.site !== 'skin') return false
  return (
    !/\b(?:m(?:TN)?BC|metasta\w+|mets?|recurren\w+|progress\w+|nodules?)\b/i.test(clause) ||
    /\b(?:radiation|rt|gy|pmrt|irradiat\w+|mastectomy)\b/i.test(clause)
  )
}

/** "Treated by ribociclib" is what is done now, not that the place is gone. */
const SYSTEMICALLY =
  /\btreated (?:with|by)\b(?![^.;]{0,50}\b(?:SRS|SBRT|SABR|WBRT|RT|radio\w+|radiation|gamma|cyber\w+|surg\w+|resect\w+|ablat\w+|gy|stereotactic)\b)/i

/** What was done to one place is told right behind it. */
const LOCALLY = /\bs\/p (?:srs|wbrt|resection|radiosurgery)\b/i

export function statusOf(clause: string, text: string, behind = clause): Status {
  if (/\b(?:refuted|ruled out|entered in error)\b/i.test(text)) return 'ruled-out'
  const near = `${clause} ${text.length < 200 ? text : ''}`
  const worse =
    /(?<!\bno )(?<!\bnot )\bnew\b(?! (?:since|in) \d{4})|\b(?:progress\w*|PD\b|increas\w+|enlarg\w+|worsen\w*|growing|grown|larger)/i.test(
      near,
    )
  if (worse && !/\b(?:prior to|before|no|without) progress/i.test(near)) return 'active'
  if (
    /\b(?:stable|unchanged|not (?:significantly )?changed|no (?:significant )?(?:interval )?change|controlled|without progression)\b/i.test(
      near,
    )
  )
    return 'stable'
  const local = LOCALLY.exec(behind)
  if (local !== null && sitesIn(behind.slice(0, local.index)).length === 0) return 'treated'
  if (/\b(?:treated|resected|resolved|no longer (?:seen|visible|discernible))\b/i.test(clause) && !SYSTEMICALLY.test(clause))
    return 'treated'
  return 'active'
}

/** A tumour of the breast can involve these by growing into them. */
const LOCAL: ReadonlySet<string> = new Set(['skin', 'chest-wall', 'lymph-node', 'other'])

/** Whether a denial without the word metastasis denies metastases of this site: "no nodule" of the lung does, "no mass" of the adrenal is left. */
export function deniesSeen({ site }: SiteSpot, clause: string): boolean {
  if (site !== 'other' && /\bclear\b/i.test(clause)) return true
  if (/\binvolvement\b/i.test(clause) && !LOCAL.has(site)) return true
  switch (site) {
    case 'leptomeninges':
      return /\b(?:disease|enhancement|involvement)\b/i.test(clause)
    case 'brain':
      return /\b(?:(?:enhancing|mass|suspicious)\s+lesions?|disease|abnormal (?:parenchymal )?enhancement)\b/i.test(clause)
    case 'lung':
      return /\b(?:nodules?|mass)\b/i.test(clause) && !/\b(?:embol|effusion|edema)/i.test(clause)
    case 'liver':
      return /\b(?:lesions?|mass(?:es)?|focal abnormality)\b/i.test(clause) && !/\bcyst/i.test(clause)
    case 'bone':
      return /\b(?:suspicious|aggressive|destructive|lytic|blastic|focal)\b[^.;]{0,30}\b(?:lesions?|foci|focus|uptake)\b/i.test(clause)
    case 'peritoneum':
      return /\b(?:nodularity|nodules?|implants?|disease|abnormality|thickening)\b/i.test(clause)
    default:
      return false
  }
}

import type { Profile } from '../record/profile.ts'
import type { Trial } from '../record/trial.ts'

/** Why a trial is not one for this person at all, in words for the funnel; undefined when it is to be judged. */
export function reasonNotForPerson(trial: Trial, profile: Profile): string | undefined {
  if (profile.cancers.length > 0 && !isAboutBreast(trial) && !isForManyCancers(trial))
    return namesNothing(trial) ? NOTHING_NAMED : isAboutCancer(trial) ? 'another cancer' : 'another disease'
  const words = `${trial.title} ${trial.officialTitle ?? ''} ${trial.conditions.join(' ')}`.toLowerCase()
  if (trial.studyType === 'OBSERVATIONAL') return 'observation only, no treatment'
  if (trial.studyType === 'EXPANDED_ACCESS') return undefined
  if (trial.purpose === 'PREVENTION' && /prevent|high[- ]risk|risk reduction|chemoprevent/.test(words)) return 'prevention'
  if (trial.purpose === 'SCREENING') return 'screening'
  if (trial.healthyVolunteers === true && !isForTreatment(trial)) return 'healthy volunteers'
  if (!isForTreatment(trial)) return 'care, diagnosis or research without treatment of the cancer'
  return undefined
}

/** True when breast cancer is among the conditions, or the titles speak of it. */
export function isAboutBreast(trial: Trial): boolean {
  return BREAST.test(aboutOf(trial))
}

/**
 * True for a trial of solid tumours or advanced cancers in general (a "basket"): its titles and conditions say so, or they name no organ
 * ("BRCA-mutated tumors", conditions that are genes, a record of which parts are missing) and the inclusion criteria do.
 */
export function isForManyCancers(trial: Trial): boolean {
  const about = aboutOf(trial)
  return MANY.test(about) || (!OTHERS.test(about) && MANY_ASKED.test(inclusionOf(trial).toLowerCase()))
}

/** A record without title, condition and keyword, and without criteria that tell: what it is about, nobody can say. */
const namesNothing = ({ id, title, conditions, keywords }: Trial) => title === id && conditions.length === 0 && keywords.length === 0
const NOTHING_NAMED = 'the copy of the registry names no disease'

const inclusionOf = ({ criteriaText = '' }: Trial) => criteriaText.split(/exclusion criteria/i)[0] ?? ''
const MANY_ASKED =
  /\b(?:solid (?:tumou?rs?|malignanc\w+|cancers?)|breast (?:adeno)?(?:cancers?|carcinomas?)|(?:cancers?|carcinomas?|malignanc\w+) of the breast|tnbc|[ma]?bc|(?:any|all) (?:type of )?(?:tumou?rs?|cancers?|malignanc\w+)|(?:advanced|metastatic|refractory|recurrent) (?:malignanc\w+|cancers?|tumou?rs?))\b/i

/**
 * How far a trial's own title and conditions are from breast cancer: 0 they name it alone, 1 among others, 2 they name cancers in general,
 * 3 only cancers of other organs.
 */
export function distanceFromBreast(trial: Trial): number {
  const known = DISTANCES.get(trial)
  if (known !== undefined) return known
  const named = [trial.title, trial.officialTitle ?? '', ...trial.conditions].join(' | ').toLowerCase()
  const isOfOthers = OTHERS.test(named)
  const isOfMany = MANY.test(named)
  // "HER2-positive" alone means the breast only where nothing else is named.
  const distance = NAMED.test(named) ? (isOfOthers ? 1 : 0) : isOfOthers ? 3 : BREAST.test(named) && !isOfMany ? 0 : 2
  DISTANCES.set(trial, distance)
  return distance
}
const DISTANCES = new WeakMap<Trial, number>()
const NAMED = /\bbreast|mammary carcinoma|\btnbc\b|\bmbc\b/
const OTHERS =
  /\b(?:gyna?ecologic\w*|reproductive system|lung|nsclc|sclc|colorectal|colon|rectal|crc|ovarian|ovary|fallopian|endometrial|uterine|cervical|prostate|crpc|mcrpc|pancrea\w*|pdac|gastric|stomach|esophag\w*|bladder|urothelial|renal|kidney|hepatocellular|hcc|biliary|cholangio\w*|head and neck|hnscc|melanoma|gli\w*oma|glioblastoma|lymphoma|leuk\w*|myeloma|sarcoma|thyroid|mesothelioma|neuroendocrine)\b/

/** A trial that means to treat the cancer; one that says no purpose is taken to. */
function isForTreatment(trial: Trial): boolean {
  if (trial.purpose === undefined || trial.purpose === 'TREATMENT') return true
  return (
    trial.interventions.some(({ type }) => type === 'DRUG' || type === 'BIOLOGICAL') &&
    (trial.purpose === 'OTHER' || trial.purpose === 'PREVENTION')
  )
}

const isAboutCancer = (trial: Trial) =>
  /cancer|carcinoma|tumou?r|neoplas|leuk|lymphom|myelom|sarcom|melanom|gliom|blastom|malignan/.test(aboutOf(trial))
const aboutOf = (trial: Trial) =>
  [trial.title, trial.officialTitle ?? '', ...trial.conditions, ...trial.keywords, ...trial.conditionTerms].join(' | ').toLowerCase()

const BREAST = /\bbreast|mammary carcinoma|\btnbc\b|her2[- ]?(?:positive|low|\+)|\bmbc\b/
const MANY =
  /solid (?:malignan|tumou?r|cancer|neoplasm)|advanced (?:cancer|malignan|tumou?r|neoplasm)|metastatic (?:cancer|malignan|tumou?r|disease|neoplasm)|(?:^|\| )(?:cancer|neoplasms?|malignant neoplasms?|malignancy|tumou?rs?|carcinoma|brain metastas[ei]s|bone metastas[ei]s|metastas[ei]s)\b ?(?:\||$)|brain metastas|bone metastas|leptomeningeal|any cancer|all cancers|refractory (?:cancer|malignan)/

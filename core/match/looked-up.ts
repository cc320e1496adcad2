import type { Profile } from '../record/profile.ts'
import type { Finding } from './kind.ts'
import { unmentioned } from './silence.ts'

/**
 * One point of a list of exclusions that no kind knows, when its words name an illness ("granulomatosis with polyangiitis"): looked for in
 * the records as it stands. Where a full history does not mention it, that is what the sentence says. Drugs, treatments, genes, tests,
 * measurements and words of which nobody knows what they name stand in no problem list: they stay not understood.
 */
export function lookedUp(words: string, profile: Profile): Finding {
  if (isIllness(words) && !words.split(' ').some((name) => name.length >= 4 && recordedWords(profile).has(stem(name)))) {
    const finding = unmentioned(profile, `“${words}”`, 'history', 'Do you have any illness that your records may not mention?')
    if (finding.holds === 'no') return { ...finding, because: `${finding.because} Confirm with the trial team.` }
  }
  return { holds: 'unknown', unknown: 'not-understood', because: `We did not understand these words: “${words}”.`, evidence: [] }
}

/** True for few words of which one is the name of an illness by its form, and none is of a treatment, a test or a judgement. */
export function isIllness(words: string): boolean {
  const names = words.split(' ')
  return names.length <= MOST_WORDS && !OF_ANOTHER_SORT.test(words) && names.some(namesIllness)
}
/** True for one word that has the form of an illness. */
export const namesIllness = (name: string): boolean => ILLNESS.test(name.replace(/[^a-z]+$/, '')) && !NO_ILLNESS.test(name)
const MOST_WORDS = 5
/** Greek and Latin endings of illnesses, and plain English names of them. */
const ILLNESS =
  /(?:itis|osis|emia|aemia|uria|pathy|pathies|plegia|paresis|algia|trophy|sclerosis|fibrosis|dystonia|ectasis|megaly|penia|rrhea|rrhoea|rrhage|philia|edema|oedema|phobia|mania|lepsy|noia|syndromes?|palsy|palsies|deficiency|deficiencies|porphyria|lupus|sarcoid|scleroderma|psoriasis|eczema|vitiligo|asthma|copd|gout|jaundice|ulcers?|abscess(?:es)?|fistulas?|hernias?|aneurysms?|ischemia|ischaemia|infarctions?|anomal(?:y|ies)|tuberculosis|malaria|syphilis|shingles|zoster|parkinson'?s?|alzheimer'?s?|crohn'?s?|raynaud'?s?|castleman'?s?|huntington'?s?|gravis|dementia|delirium|coma|blindness|deafness|vertigo|neuralgia|retardation|achalasia|dysplasia|dysphagia|hematemesis|hemoptysis|haemoptysis|melena|incontinence|insufficiency|obstruction|perforation|stricture|embolism|cataracts?|glaucoma)$/
/** Words with such an ending that name no illness. */
const NO_ILLNESS =
  /^(?:diagnosis|prognosis|osmosis|apoptosis|mitosis|metastasis|hypnosis|symptomatic|fibrosis-?4|telepathy|anastomosis|mammoplasty)$|metasta/
const OF_ANOTHER_SORT =
  /\b(?:willing|unwilling|agree|consent|comply|compliance|unable|inability|ability|plan\w*|intend\w*|anticipat\w*|expected|employee|sponsor|investigator|relative|family|familial|committed|legal|prison\w*|judg\w*|opinion|interfere\w*|safety|follow-up|measurable|images?|refus\w*|score|grade|inhibit\w*|anti\w*|agonist\w*|antagonist\w*|therap\w*|chemo\w*|radi(?:o|a)\w*|surg\w*|resect\w*|transplant\w*|vaccin\w*|transfus\w*|drug\w*|dose\w*|mab|target\w*|directed|gene\w*|mutat\w*|alter\w*|amplif\w*|express\w*|positiv\w*|negativ\w*|receptor\w*|biops\w*|marker\w*|antibod\w*|kinase\w*|interval\w*|toxicit\w*|adverse|immune-related|induced|risk|metasta\w*|tumou?r\w*|lesion\w*)\b|[<>≥≤%]|\d/
const stem = (word: string) =>
  word
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 6)

function recordedWords(profile: Profile): ReadonlySet<string> {
  const known = CACHE.get(profile)
  if (known) return known
  const { conditions, medications, allergies, treatments, metastases, cancers } = profile
  const all = [
    ...[...conditions, ...medications, ...allergies].map(({ name }) => name),
    ...treatments.map(({ name, drugs, site }) => `${name} ${drugs.join(' ')} ${site ?? ''}`),
    ...metastases.map(({ site }) => site),
    ...cancers.map(({ site, histology }) => `${site} ${histology ?? ''}`),
  ]
  const words = new Set(
    all.flatMap((text) =>
      text
        .split(/[^A-Za-z0-9]+/)
        .filter((word) => word.length >= 4)
        .map(stem),
    ),
  )
  CACHE.set(profile, words)
  return words
}
const CACHE = new WeakMap<Profile, ReadonlySet<string>>()

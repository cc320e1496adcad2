import { findDrugs } from '../codes/drugs.ts'
import type { Trial } from '../record/trial.ts'

/** What a trial is for: to treat the cancer, or something else around it (comfort, prevention, pictures, tests). */
export type Aim = 'treatment' | 'care'

/**
 * The registry's own field where it is filled. Where it is not, the title and the interventions decide: a drug, a cell product, radiation or an
 * operation against the cancer is treatment, unless the title says that a complaint, a test or a way of living is what is studied.
 */
export function aimOf(trial: Trial): Aim {
  const known = AIMS.get(trial)
  if (known !== undefined) return known
  const aim = readAim(trial)
  AIMS.set(trial, aim)
  return aim
}
const AIMS = new WeakMap<Trial, Aim>()

function readAim(trial: Trial): Aim {
  if (trial.purpose !== undefined) return trial.purpose === 'TREATMENT' || trial.purpose === 'OTHER' ? 'treatment' : 'care'
  const { title } = trial
  const titles = `${title} ${trial.officialTitle ?? ''}`
  const given = trial.interventions.map(({ name, otherNames }) => [name, ...otherNames].join(' ')).join(' | ')
  if (GOALS_OF_CARE.test(title)) return 'care'
  const treats = findDrugs(`${titles} | ${given}`.replace(TRACERS, ' ')).some(
    ({ drug }) => drug.family !== 'supportive' && drug.family !== 'steroid',
  )
  if (PICTURES.test(title)) return treats || RADIATION.test(title) ? 'treatment' : 'care'
  if (treats || TREATMENTS.test(titles) || TREATMENTS.test(given)) return 'treatment'
  return WAYS_OF_CARE.test(`${titles} | ${given}`) ? 'care' : 'treatment'
}

/** What is meant to get better is a complaint, or the cancer is not there yet. */
const GOALS_OF_CARE =
  /lymph(?:o)?edema|anorexia|cachexia|appetite|neuropathy|hot flash|hot flush|vasomotor|\bnausea|vomiting|mucositis|stomatitis|dermatitis|alopecia|hair loss|scalp cooling|insomnia|\bsleep|\bfatigue|\banxiety|depress(?:ion|ive)|distress|\bcognitive|chemo ?brain|sexual health|vaginal|arthralgia|postoperative pain|musculoskeletal|pain (?:management|control|relief)|controlling pain|whole exome|analgesi|anesthe|anaesthe|nerve block|plane block|cardiotoxicity|cardioprotect|cardiac dysfunction|osteoporosis|bone (?:loss|health|density)|fertility|caregiver|end[- ]of[- ]life|palliative care|fear of recurrence|weight (?:loss|gain|management)|quality of life (?:intervention|program)|adherence|medication compliance|persistence with|smoking|tobacco|heart disease|decision (?:aid|making|support)|financial|health literacy|disparit|chemoprevention|risk[- ]reduc|(?:prevent(?:ing|ion of)?|risk of) breast cancer|cancer prevention|(?:high|increased|elevated)[- ]risk (?:of|for) breast cancer/i

/** A picture or a test is what is studied. */
const PICTURES =
  /PET\b|\buptake\b|\bMRI\b|imaging|mammogra|tomosynthesis|ultraso(?:und|nograph)|elastograph|radiomics?|artificial intelligence|screening|diagnos(?:tic|ing)\b|detect(?:ion|ing)|liquid biopsy|fluorescence[- ]guided|lymph node mapping|tracer|biobank|registry\b|survey|questionnaire/i

/** A drug with a marker on it that only makes it seen. */
const TRACERS = /\[?(?:18F|68Ga|89Zr|64Cu|99mTc|111In)\]?[- ]?\S+/gi
const RADIATION = /stereotactic body|\bSBRT\b|radiosurgery|radiotherapy/i

const TREATMENTS =
  /chemo(?:therapy)?\b|radi(?:ation|otherapy|osurgery)|stereotactic|\bSBRT\b|\bSABR\b|brachytherapy|proton|ablation|electroporation|hyperthermia|embolization|mastectomy|lumpectomy|\bsurgery|surgical|resection|dissection|CAR[- ]?T|T[- ]cells?|NK cells?|infiltrating|vaccine|oncolytic|inhibitor|antibod|conjugate|degrader|\w+mab\b|\w+tinib\b|\w+ciclib\b|\w+lisib\b|\w+parib\b|\w+estrant\b|vedotin|deruxtecan|tecan\b|taxel\b|lutetium|actinium|177Lu|225Ac|radioligand|antitumor|anti-tumou?r|\b[A-Z]{2,5}[- ]?\d{3,}[A-Z]?\b/

const WAYS_OF_CARE =
  /exercise|aerobic|coping|couples|survivors(?:hip)?\b|health behaviou?r|metabolic pathways|physical (?:activity|therapy)|kinesio|physiotherap|rehabilit|yoga|tai chi|qi ?gong|mindful|meditation|hypnosis|acupunct|acupressure|massage|music|virtual reality|\bdiet|nutrition|fasting|supplement|vitamin|omega|probiotic|herbal|counsel|psycho|cognitive behaviou?r|\bCBT\b|support(?:ive)? (?:care|program|group)|educat|navigat|coaching|self[- ]management|telephone|tele(?:health|monitor|medicine)|text messag|\bapp\b|mobile|web[- ]based|internet|online|digital|monitoring|geriatric assessment|best practice|questionnaire|survey|interview|blood draw|biospecimen|sample collection|biopsy|assay|laboratory|usual care|breast reconstruction|prosthe|compression|bra\b/i

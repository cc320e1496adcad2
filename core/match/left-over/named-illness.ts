import { isIllness, namesIllness } from '../looked-up.ts'
import { sortOfWord } from './word-sorts.ts'

/**
 * True for words of an illness that a full history would name, so that its silence says "not so": one by the form of its name, or a disease of a
 * place of the body. Symptoms, risks, reactions, findings on a scan and side effects are had without ever being written down.
 */
export function isNamedInHistories(words: string): boolean {
  const all = words.split(' ')
  if (all.some((word) => UNTOLD.test(word)) || all.some((word) => OTHERS.has(sortOfWord(word) ?? 'describes'))) return false
  if (isIllness(words)) return true
  const hasPlace = all.some((word) => sortOfWord(word) === 'place' && !OF_ANY_PLACE.test(word))
  return all.some((word) => NAMED.test(word)) || (hasPlace && all.some((word) => OF_A_PLACE.test(word))) || all.some(namesIllness)
}

const OTHERS: ReadonlySet<string> = new Set(['medicine', 'procedure', 'measure', 'gene', 'tumour', 'team'])

const UNTOLD =
  /^(?:symptoms?|signs?|risks?|factors?|events?|adverse|aes?|toxicit\w*|ir?aes?|sae|burden|lesions?|mass|nodules?|smok\w*|tobacco|drinking|stress|distress|harm|family|predispos\w*|potential|grade|complications?|sequelae|intoleran\w*|deterioration|exacerbation|prolongation|qtc?f?|qt|death|pain|fatigue|nausea|headaches?|weakness|swelling|invasion|invading|encasement|compression|pregnan\w*|menopause|amenorrhea|infertility|lactation|emr|fever|febrile|relapse|disability|necrosis|suspected|defining|deficits?|viral|virus)[.,]?$/
const NAMED =
  /^(?:malabsorption|coughs?|reactions?|silicosis|pneumoconiosis|hydrothorax|hydropericardium|creutzfeldt-jakob|herpes|zoster|digeorge|pemphig\w+|polyps?|tumou?r-lysis|varices|atherosclerosis|sepsis|tuberculosis|syphilis|pneumonia|stroke|seizures?|epilepsy|thrombosis|embolism|infarction|angina|dementia|psychosis|schizophrenia|depression|cirrhosis|jaundice|vasculitis|arthritis|pancreatitis|cholecystitis|appendicitis|diverticulitis|cholangitis|gallstones|cataracts?|glaucoma|hemophilia|porphyria|gout|lupus|sarcoidosis|amyloidosis|castleman'?s?|wilson'?s?|wegener'?s?|addison'?s?|pneumothorax|emphysema|hernias?|fistulas?|abscess|aneurysm|hemochromatosis|diabetes|hypothyroidism|hyperthyroidism|paralysis|encephalopathy|fractures?|addiction|alcoholism)[.,]?$/
const OF_A_PLACE =
  /^(?:disorders?|dysfunction|impairment|insufficiency|failure|syndromes?|infections?|injur\w+|trauma|fractures?|ulcers?|ulcerations?|bleeding|hemorrhage|haemorrhage|obstruction|stenosis|stricture|perforation|fistulas?|degeneration|erosions?|inflammat\w+|illness\w*|anomal\w+|malformations?|defects?|ischemia|diseases?|abnormalit\w+|abnormal)[.,]?$/

/** Places of which findings are measured rather than told. */
const OF_ANY_PLACE =
  /^(?:blood|cells?|cellular|organs?|body|plasma|serum|local|regional|distant|side|left|right|field|margins?|system|systems|immune|marrow|tube|wall|base)[.,]?$/

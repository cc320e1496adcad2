import { findConditions } from '../../codes/conditions.ts'
import { matchesOf } from '../../codes/matches-of.ts'
import { remembered } from '../../codes/remembered.ts'
import { CONDITIONS_ABROAD } from './conditions-abroad.ts'
import { SIDE_EFFECT_WORDS } from './side-effect-words.ts'

/** A condition named at `text.slice(start, end)`, in the words that people use for it. */
export type ConditionName = { name: string; start: number; end: number }

/** Conditions named in a text: those that trials ask about, and the others that problem lists are full of. The longest name wins. */
export const conditionsIn = (text: string): ConditionName[] => find(text)

/** Notes repeat the sentences of earlier notes word for word. */
const find = remembered((text: string): ConditionName[] => {
  const found: ConditionName[] = []
  for (const [name, pattern] of READY)
    for (const match of matchesOf(text, pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (!found.some((other) => start < other.end && end > other.start)) found.push({ name: name ?? match[0].toLowerCase(), start, end })
    }
  for (const { start, end, concept } of findConditions(text)) {
    if (VAGUE.has(concept.name) || found.some((other) => start < other.end && end > other.start)) continue
    const kind = KIND_BEFORE.exec(text.slice(Math.max(0, start - 32), start))?.[1]
    const name = plainName(text.slice(start, end), concept.name)
    found.push({ name: kind === undefined ? name : `${kind.toLowerCase().trim()} ${name}`, start, end })
  }
  return [...found, ...secondOfPair(text, found)].sort((a, b) => a.start - b.start)
})

/** "Hepatitis B or C": the letter stands for an illness of its own. */
const secondOfPair = (text: string, found: readonly ConditionName[]): ConditionName[] =>
  found.flatMap(({ name, end }) => {
    const letter = /^hepatitis [ab]$/i.test(name) ? /^\s?(?:\/|,|and|or|&)\s?(?:hepatitis )?C\b/i.exec(text.slice(end, end + 20)) : null
    return letter && !/hepatitis/i.test(letter[0]) ? [{ name: 'hepatitis c', start: end, end: end + letter[0].length }] : []
  })

/**
 * An item of a problem list or past history that no table knows, when its words are those of an illness: "plantar fasciitis",
 * "mitral valve prolapse syndrome". Dates and brackets are left out of the name.
 */
export function unknownCondition(item: string): string | undefined {
  const name = item
    .replace(/\([^)]*\)|\b(?:19|20)\d{2}\b|\d{1,2}\/\d{2,4}/g, ' ')
    .replace(/^[\s\d.)#*•-]+|[\s,;:.-]+$/g, '')
    .replace(/\s+/g, ' ')
    .replace(STATUS_COLUMN, '')
    .trim()
    .toLowerCase()
  const words = name.split(' ')
  return words.length <= 6 && ILLNESS.test(name) && !NOT_ILLNESS.test(name) ? name : undefined
}
/** Lists end their rows with the state of the illness. */
const STATUS_COLUMN = /(?:[\s,;:–-]+(?:active|inactive|resolved|ongoing|stable|controlled|confirmed|completed|current))+\s*$/i
const ILLNESS =
  /\b\w{3,}(?:itis|osis|emia|pathy|algia|uria|megaly|penia|lithiasis|ectasis)\b|\b(?:syndrome|disease|disorder|deficiency|insufficiency|failure|hernia|murmur|ulcer|stones?|apn(?:o)?ea|tachycardia|hypertrophy|hyperplasia|dysfunction|prolapse|regurgitation|stenosis|gout|tremor)\b/i
const NOT_ILLNESS =
  /\b(?:cancer|carcinoma|malignan\w+|neoplasm|metasta\w+|diagnosis|no|denies|status post|s\/p|family|biops\w+|mastectomy|history of breast)\b/i

/** Abbreviations are written out; other words stay as they are written. */
const plainName = (written: string, concept: string) =>
  /^[A-Z0-9/]{2,6}s?$/.test(written) || written.length < 5 ? concept : written.toLowerCase().replace(/\s+/g, ' ')

/** A word before the name that makes another illness of it. */
const KIND_BEFORE = /\b((?:gestational|seasonal|autoimmune|iron[- ]deficiency)[ -]?)\s*$/i

/** Too wide to be a diagnosis. */
const VAGUE = new Set([
  'serious illness',
  'infection',
  'bleeding',
  'wound',
  'transplant',
  'metal implant',
  'heart disease',
  'lung disease',
  'dyspnea',
  'skin disease',
  'severe skin reaction',
  'eye disease',
  'neurologic disease',
  'central nervous system disease',
  'gastrointestinal disease',
  'thyroid disease',
  'oxygen dependence',
  'hot flashes',
  'substance abuse',
  'psychiatric disorder',
  'suicidality',
  'social circumstances',
  'gastrointestinal perforation',
])

const any = (words: string) => new RegExp(String.raw`(?<![\w/])(?:${words})(?![\w])`, 'gi')
const only = (words: string) => new RegExp(String.raw`(?<![\w-])(?:${words})(?![\w-])`, 'g')

/** "She is hypertensive and diabetic", "known asthmatic": said of the person, not of a diet or a clinic. */
const ADJECTIVES: readonly (readonly [string, RegExp])[] = [
  ['hypertension', 'hypertensive'],
  ['diabetes', 'diabetic'],
  ['asthma', 'asthmatic'],
  ['epilepsy', 'epileptic'],
  ['osteopenia', 'osteop(?:a)?enic'],
  ['osteoporosis', 'osteoporotic'],
  ['anemia', 'an(?:a)?emic'],
  ['hypothyroidism', 'hypothyroid(?=\\s*(?:[,;.)/]|$|on\\b|and\\b|since\\b|\\())'],
  ['obesity', 'obese'],
  ['anxiety', 'anxious'],
].map(([name, word]) => [
  name ?? '',
  any(
    `(?:(?<=\\b(?:is|was|known|a|an|also|and|both|remains|became|known case of) )|(?<=[,;:]\\s?)|(?<=^\\s*))${word}(?!\\s+(?:retin|neph|neur|foot|feet|diet|cris|emerg|clinic|nurse|med|drug|control|mother|father|ulcer|range|about|that|to|heart|kidney))`,
  ),
])

/** Names (undefined: as written) and the words for them. Abbreviations only in capitals. */
const READY: readonly (readonly [string | undefined, RegExp])[] = [
  ...CONDITIONS_ABROAD,
  ...SIDE_EFFECT_WORDS,
  ['adrenal insufficiency', only('(?<=\\b(?:secondary|central|primary) )AI|AI(?= (?:from|2\\/2|due to|secondary to|after) )')],
  ...ADJECTIVES,
  ['type 2 diabetes', only('T2DM|DM2|DM II|NIDDM|DM-2')],
  ['type 2 diabetes', any('(?:type (?:2|ii)|adult[- ]onset) (?:diabetes(?: mellitus)?|dm)|diabetes(?: mellitus)?,? type (?:2|ii)')],
  ['type 1 diabetes', only('T1DM|DM1|IDDM')],
  ['prediabetes', any('pre-?\\s?diabetes|borderline diabetes|impaired (?:fasting glucose|glucose tolerance)')],
  ['supraventricular tachycardia', only('P?SVT')],
  [undefined, any('supraventricular tachycardia')],
  ['acute kidney injury', only('AKI')],
  ['acute kidney injury', any('acute (?:kidney|renal) (?:injury|failure)')],
  ['ischemic heart disease', only('IHD')],
  ['heart failure', only('CCF|CHF')],
  ['heart failure with preserved ejection fraction', only('HFpEF')],
  ['heart failure with reduced ejection fraction', only('HFrEF')],
  ['peptic ulcer disease', only('PUD')],
  ['irritable bowel syndrome', only('IBS(?:-[CDM])?')],
  ['pulmonary embolism', only('PE(?=\\s*(?:in|on|\\(|,|[12]\\d{3}|\\d{1,2}\\/))')],
  [
    'peripheral neuropathy',
    any(
      '(?:tingling|numbness|pins (?:and|&|\\+) needles|par(?:a)?esthesi(?:a|ae|as))(?: (?:of|in|affecting))? (?:the |her |his |both )?(?:fingers?|fingertips|finger tips|hands?|feet|toes|soles|hands and feet|extremities)',
    ),
  ],
  [
    undefined,
    any(
      '(?:trigeminal|post-?herpetic|occipital) neuralgia|(?:maculo-?papular |skin |drug |acneiform )rash|rash(?=,? (?:grade|gr\\.?|G) ?[1-4])',
    ),
  ],
  ['polycystic ovary syndrome', only('PCOS')],
  ['polycystic ovarian disease (PCOD)', only('PCOD')],
  ['hypertension', only('HPN|HTN|SHTN')],
  ['pulmonary tuberculosis', only('PTB|PTB II?')],
  [
    'chronic hepatitis B',
    any('(?:HBs ?Ag|hepatitis B surface antigen)(?: is| was|:)? ?(?:reactive|positive|\\(\\+\\))(?!\\?)|hepatitis B carrier|HBV carrier'),
  ],
  ['oral mucositis (mouth ulcers)', any('mouth (?:ulcers?|sores)|oral (?:ulcers?|mucositis)|sore mouth')],
  ['hypothyroidism', any('(?<=\\b(?:h/o|hx of|history of|known|k/c/o|case of|is|became|with) )hypothyroid')],
  ['coronary artery disease', only('(?:CAD|IHD)')],
  ['coronary vasospasm', any('coronary (?:vaso)?spasms?|prinzmetal\\S* angina|vasospastic angina')],
  ['benign prostatic hyperplasia', only('BEP')],
  ['asthma', only('BA')],
  ['hyperlipidemia', only('DLP')],
  ['chronic obstructive pulmonary disease', only('COAD')],
  [
    'fatigue',
    any('fatigue(?=,?:? ?(?:grade|gr\\.?|G) ?[1-4])|(?<=\\b(?:c/o|complains of|ongoing|persistent|grade [1-4]|gr\\.? ?[1-4]) )fatigue'),
  ],
  ['rheumatoid arthritis', only('RA(?=\\s+(?:on|with|x|since|\\())')],
  ['peripheral neuropathy', only('CIPN')],
  ['osteonecrosis of the jaw', only('MRONJ')],
  ['monoclonal gammopathy of undetermined significance', only('MGUS')],
  ['immune thrombocytopenia', only('ITP')],
  ['cholelithiasis (gallstones)', any('cholelithiasis|gall-?\\s?(?:bladder\\s+)?(?:stones?|calcul(?:i|us))')],
  [
    undefined,
    any(
      "rheumatic heart disease|h(?:a)?emochromatosis|(?:vitamin )?b-?12 deficiency|raynaud'?s?(?: (?:phenomenon|disease|syndrome))?|pseudogout|pernicious an(?:a)?emia|hyponatr(?:a)?emia|varicose veins|bell'?s palsy|urinary retention|renal calculi|thalass(?:a)?emia(?: trait| minor)?|factor v leiden|protein [cs] deficiency|h(?:a)?emophilia|leucopenia|pancytopenia|transaminitis|pituitary adenoma|hyperprolactin(?:a)?emia|(?:o)?esophageal varices|solitary kidney",
    ),
  ],
  ['chronic kidney disease', only('CKD')],
  ['chronic kidney disease', /(?<![\w-])CKD(?=\s?G?[1-5][ab]?\b)/g],
  ['gastroesophageal reflux disease (GERD)', only('GERD|GORD')],
  ['gastroesophageal reflux disease', any('(?:gastro-?o?esophageal|acid) reflux(?: disease)?')],
  ['gastroesophageal reflux disease', any('(?<!ureteric |ureteral |jugular |ureteric-|valve )reflux(?! nephropathy|\\s+of)')],
  ['obstructive sleep apnea', only('OSA')],
  ['obstructive sleep apnea', any('(?:obstructive )?sleep apn(?:o)?ea')],
  ['hyperlipidemia', only('HLD')],
  ['hyperlipidemia', any('high cholesterol|hypercholesterol(?:a)?emia|dyslipid(?:a)?emia')],
  ['hypertension', any('high blood pressure')],
  ['hypothyroidism', any('under-?active thyroid')],
  [
    undefined,
    any(
      '(?:(?:immune|drug|radiation|treatment|checkpoint)[\\w -]{0,28})?(?:hypo|hyper)thyroidism|(?:hashimoto\\S*|autoimmune) thyroiditis|graves\\S* disease',
    ),
  ],
  ['osteoarthritis', only('OA|DJD')],
  ['benign paroxysmal positional vertigo', only('BPPV')],
  ['hand-foot syndrome', only('HFSR?|PPES?')],
  [undefined, any('benign paroxysmal positional vertigo|gyna?ecomastia|lymph(?:o)?edema|lymphoedema')],
  [
    undefined,
    any(
      'osteoarthritis|degenerative joint disease|rheumatoid arthritis|gout|fibromyalgia|scoliosis|degenerative disc disease|spinal stenosis|sciatica|carpal tunnel syndrome|rotator cuff \\w+',
    ),
  ],
  [undefined, any('osteopenia|osteoporosis|vitamin d deficiency|obesity|morbid obesity|prediabetes|metabolic syndrome')],
  [undefined, any('(?:iron[- ]deficiency )?an(?:a)?emia|thrombocytopenia|leukopenia|(?:febrile )?neutropenia')],
  [
    undefined,
    any(
      'migraines?|(?:tension )?headache disorder|insomnia|restless legs(?: syndrome)?|vertigo|tinnitus|hearing loss|cataracts?|glaucoma|macular degeneration',
    ),
  ],
  [undefined, any('(?:nonproliferative |proliferative |background )?diabetic (?:retinopathy|nephropathy|neuropathy)')],
  [undefined, any('endometriosis|fibroid uterus|uterine fibroids?|fibroids|polycystic ovar\\w+ syndrome|ovarian cysts?')],
  [
    undefined,
    any(
      'irritable bowel syndrome|diverticulosis|hiatal hernia|h(?:a)?emorrhoids|(?:chronic )?venous insufficiency|diverticular disease|constipation|colon polyps?|barrett\\S* esophagus',
    ),
  ],
  [undefined, any('(?:hepatic|liver) (?:steatosis|cysts?)|(?:mild )?(?:hepatic )?steatosis|fatty liver|nafld|nash')],
  [
    undefined,
    any(
      '(?:(?:simple|left|right|bilateral) ){0,2}renal cysts?|kidney stones?|nephrolithiasis|hydronephrosis|urinary incontinence|overactive bladder|benign prostatic hyperplasia',
    ),
  ],
  [
    undefined,
    any(
      '(?:hepatic |liver )?h(?:a)?emangiomas?|focal nodular hyperplasia|(?:benign )?thyroid nodules?|calcified granuloma|(?:pulmonary|lung) granuloma|radiation fibrosis|adrenal adenoma|lipoma',
    ),
  ],
  [undefined, any('allergic rhinitis|hay fever|seasonal allergies|eczema|psoriasis|rosacea|alopecia|vitiligo')],
  [
    undefined,
    any('(?:generali[sz]ed )?anxiety(?: disorder)?|(?:major )?depress(?:ion|ive disorder)|bipolar disorder|ptsd|adhd|panic disorder'),
  ],
  ['peripheral neuropathy', any('(?:(?:chemotherapy|drug)-induced )?(?:peripheral |sensory |poly)neuropathy|neuropathy')],
  ['LVEF decline (left ventricular dysfunction)', any('(?:lvef|ef) (?:dip|decline|drop|decrease)(?:ped|d)?')],
  [
    undefined,
    any(
      'diastolic dysfunction|left ventricular hypertrophy|(?:(?:mild|moderate|severe|trace) )?(?:mitral|tricuspid|aortic|pulmonic) (?:regurgitation|insufficiency|stenosis)',
    ),
  ],
  ['urinary tract infection', only('UTIs?')],
  [
    undefined,
    any(
      'urinary tract infection|pyelonephritis|gastroenteritis|dehydration|hyperglyc(?:a)?emia|hypoglyc(?:a)?emia|hyperuric(?:a)?emia|influenza|sinusitis|bronchitis',
    ),
  ],
  [
    undefined,
    any(
      '(?:(?:pathologic(?:al)?|compression|vertebral|hip|rib|healed|healing|old|transverse|stress|insufficiency|sternal|femoral|humeral|wrist|colles|ankle|pelvic) ){1,2}fractures?|fractures? of the (?:left |right )?\\w+|bone islands?|enostos[ie]s|(?:\\w+ )?(?:nerve pals(?:y|ies)|nerve paresis)|(?:\\w{3,9}[- ])?leu[ck]oencephalopathy|c(?:o)?eliac(?: disease)?|spinal cord compression|aortic aneurysm|coronary (?:artery )?calcifications?|atelectasis|splenomegaly|hepatomegaly|hiatus hernia',
    ),
  ],
  ['left ventricular hypertrophy', only('LVH')],
  ['benign prostatic hyperplasia', only('BPH')],
  [
    undefined,
    any(
      'arthralgias?|stomatitis|mucositis|erectile dysfunction|actinic keratos[ie]s|syncope|sensorineural hearing loss|polycythemia|thalassemia|sickle cell trait|inguinal hernia|umbilical hernia|iron deficiency',
    ),
  ],
  [undefined, any('lymphedema|cellulitis|shingles|covid-19|asthma|copd|emphysema|bronchiectasis|pulmonary nodules? benign')],
]

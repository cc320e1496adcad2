import type { FactValue } from '../../record/fact.ts'

/** Where a lesion lies: the words that name the place, and what a tumour there is of. */
export type LesionPlace = { at: number; end: number; name: string; of: FactValue<'tumor-size'>['of']; deep: boolean }

const SIDE = String.raw`(?:(?:left|right|L|R|lt|rt)\.?\s+)?`
type Row = [pattern: RegExp, of: LesionPlace['of'], deep: boolean]
/** `deep`: no hand can measure it, so that its size is of a scan. */
const ROWS: readonly Row[] = [
  [
    new RegExp(
      String.raw`\b${SIDE}(?:(?:level [I1-3]{1,3}|[24]R|[24]L|station \d{1,2}[RL]?|axillary|axilla|ax|subcarinal|(?:para)?tracheal|hilar|mediastinal|supraclav(?:icular)?|SCV?F?|infraclav(?:icular)?|internal mammary|IMN?|para-?aortic|retroperitoneal|portal|porta(?:caval)?|intramammary|cervical|inguinal|pelvic)\s+)(?:level [I1-3]{1,3}\s+)?(?:lymph\s+)?(?:nod(?:es?|al)\b(?: (?:mass|conglomerate))?|LNs?\b|(?:lymph)?adenopath(?:y|ies)\b)`,
      'gi',
    ),
    'node',
    false,
  ],
  [/\b(?:lymph )?nodes?\b|\bLNs?\b|\b(?:lymph)?adenopath(?:y|ies)\b|\b(?:(?:left|right|L|R) )?axilla\b/gi, 'node', false],
  [
    new RegExp(String.raw`\b${SIDE}(?:hepatic|liver)\b(?: lobe| dome)?|\bseg(?:ment)?s?\.?\s*(?:[IV]{1,4}[ab]?|[1-8][ab]?)\b`, 'gi'),
    'metastasis',
    true,
  ],
  [
    new RegExp(String.raw`\b(?:[RL][UML]L|${SIDE}(?:upper|lower|middle)\s+lobe|lingula|${SIDE}(?:lungs?|pulmonary|pleural?))\b`, 'g'),
    'metastasis',
    true,
  ],
  [
    new RegExp(
      String.raw`\b${SIDE}(?:frontal|parietal|occipital|temporal|cerebell\w+|thalam\w+|pre-?central|post-?central|basal ganglia|pontine|pons|brainstem|brain|dural|intracranial)(?:\s+(?:lobe|cavity))?\b`,
      'gi',
    ),
    'metastasis',
    true,
  ],
  [
    new RegExp(
      String.raw`\b${SIDE}(?:adrenals?|ovar(?:y|ies|ian)|adnexal?|peritone\w+|oment\w+|retroperitone\w+|pancrea\w+|iliac|ilium|sacr(?:um|al)|acetabul\w+|femur|femoral|humer\w+|sternum|sternal|vertebra\w*|[CTL]\d{1,2}(?=\s(?:lesion|met|deposit|lytic|sclerotic|vertebral)))\b`,
      'gi',
    ),
    'metastasis',
    true,
  ],
  [new RegExp(String.raw`\b${SIDE}(?:chest wall|skin|subcutaneous|scalp|cutaneous)\b`, 'gi'), 'metastasis', false],
  [
    new RegExp(
      String.raw`\b${SIDE}(?:breast|(?:upper|lower)[\s-](?:outer|inner)(?: quadrant)?|U[OI]Q|L[OI]Q|sub-?areolar|retro-?areolar|periareolar|nipple)\b|\b(?:1[0-2]|[1-9])(?::[0-5]\d)?\s?o['’]?\s?clock\b|\bat\s(?:1[0-2]|[1-9]):[0-5]\d`,
      'gi',
    ),
    'unspecified',
    false,
  ],
]

/** The places that these words name, in their order; of two names of one place the more exact. */
export function lesionPlaces(words: string): LesionPlace[] {
  const found: LesionPlace[] = []
  for (const [pattern, of, deep] of ROWS)
    for (const match of words.matchAll(pattern)) {
      const [at, end] = [match.index, match.index + match[0].length]
      if (!found.some((one) => at < one.end && end > one.at)) found.push({ at, end, name: nameOf(match[0]), of, deep })
    }
  return found.sort((a, b) => a.at - b.at)
}
const nameOf = (words: string) => {
  const plain = words.replace(/\s+/g, ' ').trim()
  if (/^(?:at\s|\d)/.test(plain)) return 'breast'
  return /^seg/i.test(plain) ? `liver ${plain.replace(/^seg(?:ment)?s?\.?/i, 'segment')}` : plain
}

/** What a tumour is called. */
export const LESION =
  /\b(?:mass(?:es)?|lumps?|lesions?|nodul(?:es?|arity)|tumou?rs?|foc(?:us|i)|metasta\w+|mets?|deposits?|nodes?|LNs?|(?:lymph)?adenopath(?:y|ies)|carcinoma|cancer|malignancy|recurrence|conglomerate|caking|enhancement|enhancing|opacity|density|IDC|ILC|residual|plaque|target|micro-?calcifications?|(?:solid|invasive) component|distortion|asymmetry)\b/i

/** Lengths of what is no tumour, by the words on the same side. */
export const NO_TUMOUR =
  /\b(?:cysts?|cystic|granulomas?|ha?emangiomas?|adenomas?|fibroids?|leiomyoma\w*|lipomas?|benign|fibroadenomas?|renal|kidneys?|thyroid|spleen|splenic|meningiomas?|calcul\w+|stones?|gallstones?|aneurysm|aorta|aortic|duct|needle|gauge|polyps?|(?<!\bat (?:the )?)clip|seromas?|bone islands?|(?<!\bin (?:the |her )?(?:mastectomy )?)scars?|port|pocket|ulcer of|wound|incision|flap|expander|implant|ha?ematoma|abscess|hernia|endometri\w+|uter\w+|diverticul\w*|goitre|goiter|appendix|catheter|margins?|cores? (?:length|up to)|liver edge|costal margin|drain|effusion|pneumothorax|portal vein|jvp|calf|oedema of|thrombus)\b/i

export const STUDY =
  /\b(?:CT|CAT|MRI?|PET(?:[-/ ]?CT)?|US|USG|USS|ultraso(?:und|nograph\w*|nic\w*)|sonogra\w+|mammogra\w+|tomosynthesis|scans?|imaging|radiolog\w+|scanner|staging)\b|\bsonographic\w*/i
export const EXAM =
  /\b(?:O\/E|on exam(?:ination)?|physical exam\w*|exam(?:ination)?:|PE:|palpa\w+|palpates?|by exam|clinical(?:ly)?(?: size)?|clinical measurement|calipers?|feels|lump|ulcerat\w+|fungating|photograph\w*|firm|mobile|tender|fixed to)\b/i
export const BENCH =
  /\b(?:path(?:ology)?|histolog\w+|histopath\w*|HPE|microscop\w+|specimen|resect(?:ion|ed)|excis(?:ion|ed)|mastectomy|lumpectomy|WLE|wide local|y?pT\d\w?|surgical|operation|surgery)\b/i

/** A histology of breast cancer: its plain name, whether it is invasive, and the words that mean it. WHO Classification, 5th edition. */
export type Histology = { name: string; invasive: boolean; words: RegExp }

/**
 * Most specific first: a text that says "invasive micropapillary carcinoma" is that and not ductal. "Mixed" stands before its parts.
 * LCIS is no cancer by itself and is not here.
 */
export const BREAST_HISTOLOGIES: readonly Histology[] = [
  {
    name: 'invasive ductal and lobular carcinoma',
    invasive: true,
    words:
      /\b(?:mixed (?:invasive |infiltrating )?(?:ductal (?:and|\/|&) lobular|ductal-lobular)|(?:invasive|infiltrating) (?:mixed )?(?:ductal (?:and|\/|&) lobular|mammary carcinoma with (?:mixed )?ductal and lobular|ductolobular))/i,
  },
  { name: 'inflammatory carcinoma', invasive: true, words: /\binflammatory (?:breast )?(?:carcinoma|cancer)\b/i },
  { name: 'metaplastic carcinoma', invasive: true, words: /\bmetaplastic (?:breast )?(?:carcinoma|cancer)\b/i },
  { name: 'invasive micropapillary carcinoma', invasive: true, words: /\b(?:invasive |infiltrating )micropapillary carcinoma\b/i },
  { name: 'mucinous carcinoma', invasive: true, words: /\b(?:mucinous|colloid) (?:adeno)?carcinoma\b/i },
  { name: 'tubular carcinoma', invasive: true, words: /\btubular (?:adeno)?carcinoma\b/i },
  { name: 'medullary carcinoma', invasive: true, words: /\b(?:invasive |atypical )?medullary (?:adeno)?carcinoma\b/i },
  { name: 'adenoid cystic carcinoma', invasive: true, words: /\badenoid cystic carcinoma\b/i },
  { name: 'apocrine carcinoma', invasive: true, words: /\b(?:invasive )?apocrine (?:adeno)?carcinoma\b/i },
  { name: 'secretory carcinoma', invasive: true, words: /\bsecretory carcinoma\b/i },
  {
    name: 'invasive lobular carcinoma',
    invasive: true,
    words:
      /\b(?:invasive|infiltrating),?(?: [a-z-]+,?){0,3} (?:tubulo-?)?lobular(?: (?:breast )?(?:carcinoma|cancer|ca\b|adenocarcinoma))?|\b(?:pleomorphic |tubulo)lobular carcinoma\b(?! in situ)|\bmetastatic lobular|\bILC\b|\blobular (?:breast )?(?:carcinoma|cancer)\b(?![\s-]*in[\s-]*situ)|\bmammary carcinoma, tubulolobular/i,
  },
  {
    name: 'invasive ductal carcinoma',
    invasive: true,
    words:
      /\b(?:invasive|infiltrating|invading),?(?: [a-z-]+,?){0,4} (?:duct(?:al)?|mammary),?(?: [a-z-]+){0,2} (?:carcinoma|cancer|ca\b|adenocarcinoma)(?! in[\s-]situ)|\b(?:ductal|duct)[ -](?:invasive|infiltrating) (?:breast )?carcinoma|\bhistolog\w+(?: type)?\W{1,3}(?:infiltrating|invasive) duct(?:al)?\b|\binvasive (?:breast )?carcinoma,? (?:of )?(?:no special type|NST)|\bcarcinoma of no special type|\bgrade [1-3I]{1,3},? (?:invasive )?(?:carcinoma )?NST\b|\btype\W{1,4}(?:ductal ?\/ ?)?NST\b|\bhistologic type[:\s]{1,4}(?:invasive )?ductal\b(?! carcinoma in situ)|\bductal,? ?(?:\/ ?)?(?:NOS|NST)\b|\binvasive (?:carcinoma|cancer) type\W{1,3}ductal\b|\bIDC\b|\bmetastatic ductal carcinoma|\bductal (?:adeno)?carcinoma\b(?![\s,(]*(?:DCIS|in[\s-]*situ))/i,
  },
  { name: 'invasive cribriform carcinoma', invasive: true, words: /\b(?:invasive |infiltrating )cribriform carcinoma\b/i },
  {
    name: 'invasive papillary carcinoma',
    invasive: true,
    words: /\b(?:invasive|infiltrating) (?:solid )?papillary carcinoma\b/i,
  },
  {
    name: 'invasive carcinoma',
    invasive: true,
    words:
      /\b(?:invasive|infiltrating) (?:breast |mammary )?(?:adeno)?carcinoma\b|\binvasive grade\W{1,4}[1-3]\b|\b(?:size|diameter) of (?:the )?invasive (?:tumou?r|component)\W{1,4}[1-9]|\binvasive tumou?r size\W{1,4}[1-9]/i,
  },
  { name: 'ductal carcinoma in situ', invasive: false, words: /\b(?:ductal carcinoma[\s-]*in[\s-]*situ|intraductal carcinoma|DCIS)\b/i },
  { name: 'Paget disease of the nipple', invasive: false, words: /\bpaget'?s?(?: disease)?\b/i },
  { name: 'malignant phyllodes tumour', invasive: true, words: /\bmalignant phyllodes\b/i },
]

/** The most specific breast histology that the words name, and where. */
export function histologyIn(words: string): { histology: Histology; start: number; end: number } | undefined {
  for (const histology of BREAST_HISTOLOGIES) {
    const match = histology.words.exec(words)
    if (match) return { histology, start: match.index, end: match.index + match[0].length }
  }
  return undefined
}

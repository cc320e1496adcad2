import { matchesOf } from '../../codes/matches-of.ts'
/** An operation named at `text.slice(start, end)` and the part of the body it treats. */
export type Operation = { start: number; end: number; site: string }

/** Therapeutic operations named in a text. Biopsies, ports, drains and scans are not among them. */
export function findOperations(text: string): Operation[] {
  if (!CHEAP.test(text)) return []
  const found: Operation[] = []
  for (const [site, pattern] of OPERATIONS)
    for (const match of matchesOf(text, pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (!found.some((one) => start < one.end && end > one.start)) found.push({ start, end, site })
    }
  return found.sort((a, b) => a.start - b.start)
}

const CHEAP =
  /ectomy|ectomies|mast\b|\bALND|\bSLN|\bSNB|\bSN ?bx|\bclearance|\bTAD\b|dissection|\bBCS\b|\bBET\b|\bBSO\b|\bTAH\b|\bRRSO\b|craniotomy|resection|reconstruction|\bWLE\b|excision|DIEP|lumpect|conserving|ablation|fixation|decompression|fusion|kyphoplasty|vertebroplasty|implant|intramedullary|\bMRM\b|\bRFA\b|\bMWA\b|ablatio\b|metastas[ei]s/i

const OPERATIONS: readonly (readonly [string, RegExp])[] = [
  [
    'breast',
    /\b(?:(?:modified radical|radical|skin[- ]sparing|nipple[- ]sparing|total|simple|partial|segmental|prophylactic|bilateral|bilat|completion|risk-reducing)[ ]{1,2}){0,3}(?:mastectomy|mastectomies|mast(?=\s?\/))\b|\blumpectom(?:y|ies)\b|\bsegmentectomy\b|\bquadrantectomy\b|\bbreast[- ]conserving surgery\b|\bBCS\b|\bBET\b(?=[^a-z]{0,4}(?:SLN|SNB|AX|and|right|left|\+))|\bMRM\b|\bre-?excision(?: lumpectomy| of margins)?\b|\bwide local excision\b|\bWLE\b|\bablatio(?: mammae)?\b|\b(?:tumorectomy|tylectomy)\b|\b(?:breast )?segmental resection\b/gi,
  ],
  [
    'axilla',
    /\b(?:targeted |completion |left |right )?axillary (?:lymph node |node )?(?:dissection|clearance|sampling)\b|\bALND\b|\bAxLND\b|\bTAD\b|\bsentinel (?:lymph )?node (?:biops(?:y|ies)|dissection|excision|mapping and biopsy)\b|\bSLN ?bx\b|\bSLNB\b|\bSLND\b|\bSNB\b|\bS(?:L)?N ?[Bb]x\b|\bsentinel node sampling\b|\bANC\b(?= (?:\(|on|in|\d{1,2}[/.]))|\baxillary clearance\b/gi,
  ],
  ['breast', /\b(?:(?:DIEP flap|TRAM flap|latissimus flap|implant|tissue expander|breast) ){0,2}reconstruction\b/gi],
  [
    'ovaries',
    /\b(?:bilateral |laparoscopic |risk-reducing )*(?:salpingo-?oophorectomy|oophorectomy)\b|\b(?:TAH|TLH|LAVH)\s?[-/+&]?\s?BSO\b|\bRRSO\b|\bBSO\b|\bhysterectomy (?:with|and) (?:both ovaries|bilateral salpingo-?oophorectomy|BSO)\b/gi,
  ],
  [
    'brain',
    /\bcraniotomy(?: (?:and|with|for) (?:tumou?r )?resection(?: of (?:the )?(?:brain )?(?:metastasis|tumou?r|lesion|mass))?)?\b|\b(?:gross total |subtotal )?resection (?:of )?(?:(?:the|a|right|left|solitary) ){0,2}(?:brain|frontal|parietal|temporal|occipital|cerebellar|precentral|postcentral)[a-z ]{0,20}(?:metastas[ie]s|lesion|tumou?r)\b/gi,
  ],
  ['liver', /\b(?:partial )?hepatectomy\b|\b(?:liver|hepatic) (?:resection|metastasectomy|ablation)\b/gi],
  ['lung', /\b(?:lobectomy|pneumonectomy|wedge resection|lung (?:resection|metastasectomy))\b/gi],
  ['metastasis', /\bmetastasectomy\b/gi],
  [
    'bone',
    /\b(?:intramedullary (?:nail\w*|rod\w*)|kyphoplasty|vertebroplasty|(?:internal|prophylactic) fixation|spinal (?:fusion|decompression))\b/gi,
  ],
  ['prostate', /\b(?:radical )?prostatectomy\b/gi],
  ['testis', /\b(?:bilateral |radical )?orchi(?:d)?ectomy\b/gi],
  ['kidney', /\b(?:partial |radical )?nephrectomy\b/gi],
  ['bladder', /\b(?:radical )?cystectomy\b/gi],
  ['metastasis', /\b(?:microwave|radiofrequency|cryo)[- ]?ablation\b|\bRFA\b|\bMWA\b/gi],
  ['thyroid', /\b(?:total |partial |hemi)?thyroidectomy\b/gi],
  ['colon', /\b(?:hemi)?colectomy\b/gi],
  [
    'skin',
    /\bexcision of (?:basal cell carcinoma|BCC|(?:malignant )?melanoma|squamous cell carcinoma|SCC)(?: (?:of|from) (?:the )?(?:(?:right|left) )?[a-z]{3,12}| (?:right|left) [a-z]{3,12})?\b|\bMohs(?: surgery)?\b/gi,
  ],
]

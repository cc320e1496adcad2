import { matchesOf } from '../../codes/matches-of.ts'
import type { METASTASIS_SITES } from '../../record/fact.ts'

export type MetastasisSite = (typeof METASTASIS_SITES)[number]
export type SiteSpot = { site: MetastasisSite; start: number; end: number }

/**
 * Sites to which breast cancer spreads, by the words of reports and notes. Nodes of the axilla, the internal mammary chain and the
 * infra- and supraclavicular fossa of the same side are regional (AJCC 8) and no site; contralateral, cervical, mediastinal, hilar and
 * abdominal nodes are distant.
 */
const SITES: readonly (readonly [MetastasisSite, string])[] = [
  ['leptomeninges', String.raw`leptomening\w*|meningeal|lmd\b|carcinomatous meningitis`],
  [
    'brain',
    String.raw`brain|(?:head|cranial)(?=\s(?:CT|MRI?)\b)|(?:frontal|parietal|temporal|occipital)(?=(?:\s+lobe)?\s+(?:brain\s+)?(?:metasta|mets?\b))|intracranial|cns|central nervous system|cerebral|cerebell\w*|brain ?stem`,
  ],
  [
    'lymph-node',
    String.raw`(?:mediastinal|(?:peri)?hil(?:ar|um)|subcarinal|paratracheal|retroperitoneal|para-?aortic|porta ?hepatis|periportal|mesenteric|abdominal|pelvic|inguinal|cervical|contralateral (?:axillary|supraclavicular)|distant)(?:\s+(?:and\s+\w+\s+)?(?:lymph\s*)?(?:nod(?:es?|al)|ln|lad|adenopathy|lymphadenopathy))|(?<=[(,/&]\s?)(?:lymph nodes?|LNs?|nodes|nodal)(?=\s*(?:[,)/&]|and\b))|(?:right|left|bilateral|r|l)\s+hil(?:um|ar\s+(?:ln|adenopathy|lymph\w*))|hil(?:um|a)\b`,
  ],
  ['pleura', String.raw`pleura\w*|(?<=malignant )effusions?`],
  ['chest-wall', String.raw`chest\s+wall`],
  ['peritoneum', String.raw`peritone\w*|oment\w+|(?<=malignant )ascites`],
  ['adrenal', 'adrenals?'],
  ['liver', 'liver|hepatic'],
  [
    'bone',
    String.raw`bones?\b|bony|osseous|skelet\w*|vertebra\w*|(?:thoracic|lumbar|cervical|t-|l-|c-)\s?spine|spine|spinal(?!\s+cord)|sacr(?:um|al)|ili(?:ac|um)|ribs?\b|femur|femoral|acetabul\w*|sternum|sternal|calvari\w*|skull|scapula\w*|humerus|pelvic bones?|(?:C[2-7]|T(?:[5-9]|1[0-2])|L[1-5])(?=(?:\s(?:vertebral )?body)?\s(?:(?:lytic|sclerotic|blastic|mixed|bone|vertebral)\s)?(?:lesions?|deposits?|metasta\w+|mets?\b))|(?<=,\s)(?:T(?:[5-9]|1[0-2])|L[1-5])(?=\s*(?:[;,.)]|$))`,
  ],
  ['lung', String.raw`lungs?\b|pulmonary|(?:[RL][UML]L|(?:upper|middle|lower)\s+lobe)(?=\s+(?:metasta|mets?\b))`],
  ['skin', 'skin|cutaneous|dermal|dermis'],
  [
    'other',
    String.raw`ovar(?:y|ies|ian)|pancrea\w*|spleen|splenic|choroid\w*|orbit\w*|pericardi\w*|bone marrow|stomach|gastric|colon\w*|dura\w*`,
  ],
]

const READY = SITES.map(([site, words]) => ({ site, pattern: new RegExp(String.raw`\b(?:${words})`, 'gi') }))

/** Sites named in a text, in order. Words of two sites at one place ("bone marrow", "cervical spine") count for the first that is listed. */
export function sitesIn(text: string): SiteSpot[] {
  const found: SiteSpot[] = []
  for (const { site, pattern } of READY)
    for (const match of matchesOf(text, pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (found.some((other) => start < other.end && end > other.start)) continue
      found.push({ site, start, end })
    }
  return found.filter(({ start, end }) => !REGIONAL.test(text.slice(Math.max(0, start - 24), end + 12))).sort((a, b) => a.start - b.start)
}

const REGIONAL = /\b(?:ipsilateral|axill\w*|ax)\s+(?:lymph\s*)?(?:nod\w+|ln)?$/i

/** The site of tissue, from the name of a specimen: a lobe of the lung, a segment of the liver, a vertebra. */
export function siteOfTissue(name: string): MetastasisSite | undefined {
  const named = sitesIn(name)[0]?.site
  if (named) return named
  if (/\b(?:upper|middle|lower)\s+lobe\b|\b[rl][uml]l\b/i.test(name)) return 'lung'
  if (/\bseg(?:ment)?\.?\s+[ivx]+[ab]?\b/i.test(name)) return 'liver'
  if (/\b[tl]\d{1,2}\b(?!n)/i.test(name) && /\b(?:body|lesion|vertebr|spine|bone)/i.test(name)) return 'bone'
  if (/\b(?:frontal|parietal|temporal|occipital)\b/i.test(name)) return 'brain'
  if (/\b(?:mediastin|hilar|cervical|retroperiton)\w*/i.test(name) && /\bnodes?\b|\bln\b/i.test(name)) return 'lymph-node'
  return undefined
}

import type { Fact, FactValue } from '../../record/fact.ts'
import { type FactRule, factFrom } from '../fact-rule.ts'
import { contextOf } from '../prose/context.ts'
import type { Reading } from '../prose/reading.ts'
import type { Sentence } from '../prose/sentences.ts'
import { boundedSentences, dateBeside, datesOf, isTakenBack, quoteAround } from './statements.ts'

/**
 * Other malignancies this person ever had. A relative's cancer, a cancer that was excluded, a syndrome or a risk, and the spread of the
 * breast cancer to an organ are none.
 */
export const otherCancers: FactRule = {
  name: 'other-cancers',
  version: 1,
  find: (reading) =>
    reading.kind === 'genomics'
      ? []
      : boundedSentences(reading).flatMap((sentence) =>
          SKIPPED.has(sentence.section) || !MENTIONS.test(sentence.text) || isTakenBack(sentence.text) ? [] : inSentence(reading, sentence),
        ),
}

const SKIPPED: ReadonlySet<string> = new Set(['family-history', 'technique', 'comparison', 'medications', 'allergies'])
const MENTIONS =
  /\b(?:cancer|carcinoma|adenocarcinoma|BCC|SCC|melanoma|lymphoma|leuk(?:a)?emia|myeloma|sarcoma|gleason|malignan\w+|neoplasm)\b/i

const ORGANS =
  'prostate|colon|colorectal|rectal|lung|thyroid|papillary thyroid|ovarian|endometrial|uterine|cervical|bladder|urothelial|kidney|renal(?: cell)?|pancreatic|gastric|esophageal|hepatocellular|testicular|laryngeal|oropharyngeal|tongue|vulvar|anal'
const TYPES = 'papillary|follicular|medullary|anaplastic|serous|endometrioid|mucinous|clear|small|non-small|squamous|transitional'
const KINDS: readonly (readonly [RegExp, (match: RegExpExecArray) => Pick<FactValue<'cancer'>, 'site' | 'histology'>])[] = [
  [
    /\b(?:basal cell (?:carcinoma|ca|skin cancer)|BCC)\b(?:\s*(?:of|on|,|\()?\s*(?:the\s+)?(nose|face|scalp|back|ear|forehead|cheek|lip|arm|leg|shoulder|neck|chest|skin))?/,
    (m) => ({ site: `skin${m[1] ? ` (${m[1].toLowerCase()})` : ''}`, histology: 'basal cell carcinoma' }),
  ],
  [
    /\b(?:[Bb]asal cell (?:carcinoma|ca|skin cancer))\b(?:\s*(?:of|on|,|\()?\s*(?:the\s+)?(nose|face|scalp|back|ear|forehead|cheek|lip|arm|leg|shoulder|neck|chest|skin))?/,
    (m) => ({ site: `skin${m[1] ? ` (${m[1].toLowerCase()})` : ''}`, histology: 'basal cell carcinoma' }),
  ],
  [
    /\b(?:squamous cell (?:carcinoma|ca) of (?:the )?skin|cutaneous squamous cell carcinoma|squamous cell skin cancer)\b/i,
    () => ({ site: 'skin', histology: 'squamous cell carcinoma' }),
  ],
  [/\b(?:malignant )?melanoma(?: in situ)?\b/i, () => ({ site: 'skin', histology: 'melanoma' })],
  [
    /\b(?:(?:non-)?hodgkin\S*|follicular|diffuse large b[- ]cell|mantle cell|b[- ]cell)\s+lymphoma\b|\blymphoma\b/i,
    (m) => ({ site: 'lymphoma', histology: m[0].toLowerCase() }),
  ],
  [
    /\b(?:chronic|acute) (?:lymphocytic|myeloid|lymphoblastic|myelogenous) leuk(?:a)?emia\b/i,
    (m) => ({ site: 'blood', histology: m[0].toLowerCase() }),
  ],
  [/\bmultiple myeloma\b/i, () => ({ site: 'bone marrow', histology: 'multiple myeloma' })],
  [
    new RegExp(String.raw`\b(?:(${TYPES})\s+(?:cell\s+)?)?(${ORGANS})\s+(cancer|carcinoma|adenocarcinoma|ca\b)`, 'i'),
    (m) => ({ site: organOf(m[2] ?? ''), ...typeOf(m[1] ?? (/^papillary/i.test(m[2] ?? '') ? 'papillary' : ''), m[2] ?? '') }),
  ],
  [
    /\b(?:cancer|carcinoma|adenocarcinoma|malignant neoplasm)\s+of\s+(?:the\s+)?(?:left\s+|right\s+)?(prostate|colon|rectum|lung|thyroid|ovary|uterus|endometrium|cervix|bladder|kidney|pancreas|stomach|esophagus|testis|larynx|skin)/i,
    (m) => ({ site: organOf(m[1] ?? '') }),
  ],
  [
    /\b(?:prostatic adenocarcinoma|prostat\w+[^.]{0,60}\badenocarcinoma|adenocarcinoma[^.]{0,40}\bgleason|acinar adenocarcinoma)\b/i,
    () => ({ site: 'prostate', histology: 'adenocarcinoma' }),
  ],
]

/** What the cells look like, where a name of the cancer says it: "papillary thyroid carcinoma". */
function typeOf(type: string, organ: string): { histology?: string } {
  if (type === '') return {}
  const cell = /^(?:clear|small|non-small|squamous|transitional)$/i.test(type) ? ' cell' : ''
  return { histology: `${type.toLowerCase()}${cell} ${organ.toLowerCase().replace('papillary ', '')} carcinoma` }
}

const ORGAN_NAMES: Readonly<Record<string, string>> = {
  colorectal: 'colon',
  rectal: 'rectum',
  'papillary thyroid': 'thyroid',
  ovarian: 'ovary',
  endometrial: 'uterus',
  endometrium: 'uterus',
  uterine: 'uterus',
  cervical: 'cervix',
  urothelial: 'bladder',
  renal: 'kidney',
  'renal cell': 'kidney',
  pancreatic: 'pancreas',
  gastric: 'stomach',
  esophageal: 'esophagus',
  hepatocellular: 'liver',
  testicular: 'testis',
  laryngeal: 'larynx',
}
const organOf = (word: string) => ORGAN_NAMES[word.toLowerCase()] ?? word.toLowerCase()

function inSentence(reading: Reading, sentence: Sentence): Fact[] {
  const { text, section } = sentence
  const dates = datesOf(reading, text)
  for (const [pattern, make] of KINDS) {
    const match = pattern.exec(text)
    if (match === null) continue
    const [start, end] = [match.index, match.index + match[0].length]
    const context = contextOf(sentence, start, end)
    if (context.negated || context.family || context.uncertain || context.planned) return []
    if (NOT_HERS.test(text) || NOT_A_DIAGNOSIS.test(text.slice(end, end + 40)) || SPREAD_BEFORE.test(text.slice(0, start))) return []
    if (!OWN_SECTIONS.has(section) && reading.kind !== 'pathology' && !OWNED.test(text) && !/\b(?:19|20)\d\d\b/.test(text)) return []
    const diagnosed = dateBeside(dates, start, end, { before: 24, after: 40 }) ?? (reading.kind === 'pathology' ? reading.said : undefined)
    const value: FactValue<'cancer'> = { ...make(match), ...(diagnosed === undefined ? {} : { diagnosed }) }
    return [factFrom(otherCancers, reading, 'cancer', value, [quoteAround(reading, sentence, start, end)])]
  }
  return []
}

const OWN_SECTIONS: ReadonlySet<string> = new Set([
  'past-medical',
  'problem-list',
  'oncologic-history',
  'diagnosis',
  'assessment',
  'past-surgical',
])
const OWNED =
  /\b(?:history of|hx of|h\/o|s\/p|status post|diagnosed with|treated for|had|excised|removed|resected|prostatectomy|colectomy|nephrectomy)\b/i
const NOT_HERS =
  /\b(?:mother|father|sister|brother|aunt|uncle|grand\w+|cousin|daughter|son|maternal|paternal|mat\.?|pat\.?|family|relatives?|mom|dad|husband|wife|fh)\b/i
const NOT_A_DIAGNOSIS =
  /^\s*(?:syndrome|risk|screening|gene|susceptib\w+|predisposition|panel|center|institute|prevention|metasta\w+|\(?primary (?:excluded|unlikely))/i
const SPREAD_BEFORE =
  /\b(?:secondary|metasta\w+|breast|consistent with|rule out|r\/o|versus|vs|hereditary|risk (?:of|for)|associated with)\s+(?:\w+\s+){0,3}$/i

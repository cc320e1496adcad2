import { matchesOf } from '../../codes/matches-of.ts'
import type { Fact, FactValue } from '../../record/fact.ts'
import { type FactRule, factFrom } from '../fact-rule.ts'
import type { Reading } from '../prose/reading.ts'
import type { Sentence } from '../prose/sentences.ts'
import { boundedSentences, isTakenBack, quoteAround } from './statements.ts'

/**
 * Organs in which a scan found nothing: "Liver and adrenals clear", "No bone lesion", "Bones: no suspicious lesions", "CT without metastases".
 * What is only not new, or unchanged, is not gone; what the ear finds clear was not scanned.
 */
export function clearOrgans(rule: FactRule, reading: Reading): Fact[] {
  if (!READ.has(reading.kind)) return []
  const facts: Fact[] = []
  const head = reading.document.pages[0]?.text.slice(0, 400) ?? ''
  if (reading.kind === 'imaging' && !SECTIONAL.test(head)) return []
  let scanned = reading.kind === 'imaging'
  let section: Sentence['section'] | undefined
  for (const sentence of boundedSentences(reading)) {
    if (reading.kind !== 'imaging' && section !== sentence.section) scanned = false
    section = sentence.section
    if (reading.kind === 'pathology' && /\b(?:biops\w+|specimen|IHC|cores?)\b/i.test(sentence.text)) scanned = false
    else scanned ||= SECTIONAL.test(sentence.text)
    if (!scanned || NOT_SCANNED.has(sentence.section) || isTakenBack(sentence.text)) continue
    for (const { site, start, end } of clearIn(sentence.text)) {
      const value: FactValue<'metastasis'> = { site, status: 'ruled-out' }
      facts.push(factFrom(rule, reading, 'metastasis', value, [quoteAround(reading, sentence, start, end)]))
    }
  }
  return facts
}
const READ: ReadonlySet<string> = new Set([
  'imaging',
  'pathology',
  'progress-note',
  'consultation',
  'letter',
  'tumor-board',
  'other',
  'discharge-summary',
])
const NOT_SCANNED: ReadonlySet<string> = new Set([
  'exam',
  'vitals',
  'review-of-systems',
  'family-history',
  'indication',
  'clinical-history',
  'comparison',
  'technique',
])

/** A plain film and a sound of the breast miss what is small, or elsewhere. */
const SECTIONAL =
  /\b(?:CT|CAT scan|MRI?|PET(?:[-/ ]?CT)?|computed tomography|magnetic resonance|scanner|bone scan|scintigra\w+|staging|abdominal (?:ultrasound|sonography)|liver (?:ultrasound|sonography))\b/i

type Site = FactValue<'metastasis'>['site']
type Clear = { site: Site; start: number; end: number }

/** The organs that a sentence calls clear. */
function clearIn(text: string): Clear[] {
  if (text.length > LONGEST || !CHEAP.test(text)) return []
  const found: Clear[] = []
  const organs = (words: string, at: number) => {
    for (const match of matchesOf(words, ORGAN)) {
      const site = siteOf(match[0])
      const start = at + match.index
      if (site !== undefined) found.push({ site, start, end: start + match[0].length })
    }
  }
  for (const match of matchesOf(text, NONE_OF)) {
    const list = match[1] ?? ''
    if (!LESS_THAN_NONE.test(text.slice(match.index + match[0].length, match.index + match[0].length + 40)))
      organs(list, match.index + match[0].indexOf(list))
  }
  for (const match of matchesOf(text, CLEAR)) {
    const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 50)
    if (!LESS_THAN_NONE.test(rest) && !NOT_SEEN_WELL.test(text.slice(Math.max(0, match.index - 20), match.index)))
      organs(match[1] ?? '', match.index)
  }
  return found
}
const LONGEST = 2000
const CHEAP = /\b(?:no|clear|normal|unremarkable|negative|without)\b/i

const WORD = String.raw`(?:livers?|hepatic|lungs?|pulmonary|bones?|bony|osseous|skelet(?:on|al)|adrenals?(?: glands?)?|brain|intracranial|parenchymal brain|pleural?|peritone(?:um|al)|leptomening(?:es|eal)|bone scan|bone scintigraphy|chest(?=: no (?:suspicious )?nodules))`
const ORGAN = new RegExp(String.raw`\b${WORD}\b`, 'gi')
const LIST = String.raw`${WORD}(?:(?:,? (?:and|or|&) (?:the )?|, |\/)(?:${WORD}|spleen|kidneys|pancreas|gallbladder|visceral|nodal)){0,5}`
const FINDING = String.raw`(?:lesions?|nodules?|mass(?:es)?|uptake|deposits?|metasta\w+|mets|disease|involvement|abnormalit(?:y|ies)|foci|enhancement)`
const LOOKED = String.raw`(?:suspicious|focal|definite|aggressive|destructive|lytic|blastic|sclerotic|measurable|discrete|enhancing|other|abnormal|FDG-avid|avid|pathologic(?:al)?|evidence of)`
/** "No liver, lung or bone mets", "No bone uptake". */
const NONE_OF = new RegExp(
  String.raw`\b(?:no|without|negative for|free of) (?:${LOOKED} ){0,2}(${LIST}) (?:${LOOKED} ){0,1}${FINDING}\b`,
  'gi',
)
/** "Liver and adrenals clear", "Bones: no suspicious lesions", "bone scintigraphy negative". */
const CLEAR = new RegExp(
  String.raw`\b(${LIST})(?:\s?[:,-])?\s(?:(?:is|are|was|were|appears?|remains?) )?(?:otherwise )?(?:clear|normal|unremarkable|negative|(?:with )?no (?:${LOOKED} ){0,2}${FINDING}|without (?:${LOOKED} ){0,2}${FINDING}|free of (?:metasta\w+|disease))\b`,
  'gi',
)
/** "Liver normal in size, with two lesions", "no liver lesion larger than". */
const LESS_THAN_NONE =
  /^[^.;]{0,30}\b(?:in size|size|except|apart from|aside from|but|other than|larger|bigger|greater|new|function|enzymes|limits|contour)\b/i
const NOT_SEEN_WELL = /\b(?:rest of the|remaining|remainder of the|visuali[sz]ed|residual|otherwise) $/i

function siteOf(word: string): Site | undefined {
  const plain = word.toLowerCase()
  if (/^(?:liver|hepat)/.test(plain)) return 'liver'
  if (/^(?:lung|pulm)/.test(plain)) return 'lung'
  if (/^(?:bon|oss|skel)/.test(plain)) return 'bone'
  if (/brain|intracranial/.test(plain)) return 'brain'
  if (plain.startsWith('pleur')) return 'pleura'
  if (plain.startsWith('periton')) return 'peritoneum'
  if (plain === 'chest') return 'lung'
  // an adrenal gland that is clear was never in question
  return plain.startsWith('leptomen') ? 'leptomeninges' : undefined
}

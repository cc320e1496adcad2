import { matchesOf } from '../../codes/matches-of.ts'
import type { Fact, FactValue } from '../../record/fact.ts'
import { type FactRule, factFrom } from '../fact-rule.ts'
import { findDates } from '../prose/dates.ts'
import type { Reading } from '../prose/reading.ts'
import type { Sentence } from '../prose/sentences.ts'
import { boundedSentences, quoteAround } from './statements.ts'

/**
 * Whether a scan shows disease that RECIST 1.1 can measure: a lesion outside of bone of 10 mm or more, a node of 15 mm or more in its
 * short axis; or the report says so itself. Bone lesions without soft tissue, effusions and ascites cannot be measured.
 */
export const measurable: FactRule = {
  name: 'measurable',
  version: 1,
  find(reading) {
    const sentences = boundedSentences(reading)
    const stated = sentences.flatMap((sentence) => byWord(reading, sentence))
    if (stated.length > 0) return stated
    if (reading.kind !== 'imaging') return toldScans(reading, sentences)
    const text = reading.document.pages.map((page) => page.text).join('\n')
    if (!SPREAD.test(text)) return []
    const lesion = sentences.find((sentence) => isMeasurable(sentence))
    return lesion ? [fact(reading, lesion, true, 'probable')] : []
  },
}

/** A note that tells a scan's findings: "CT 8/20/2026: liver metastases increased, largest 3.6 cm". */
function toldScans(reading: Reading, sentences: readonly Sentence[]): Fact[] {
  if (!NOTES.has(reading.kind)) return []
  return sentences.flatMap((sentence) => {
    const { text } = sentence
    if (
      !SCAN.test(text) ||
      !/\bmetasta\w+|\bmets\b|\b(?:liver|lung|hepatic|pulmonary)\b/i.test(text) ||
      /\bbrain|cerebell|intracran/i.test(text) ||
      !isMeasurable(sentence)
    )
      return []
    const date = findDates(text, reading.said)[0]?.date
    if (date === undefined || date.length < 7) return []
    const what: FactValue<'measurable'> = { value: true, date }
    const evidence = [quoteAround(reading, sentence, 0, text.length)] as const
    return [{ ...factFrom(measurable, reading, 'measurable', what, evidence, 'probable'), said: date }]
  })
}
const NOTES: ReadonlySet<string> = new Set(['progress-note', 'consultation', 'tumor-board', 'letter'])
const SCAN = /\b(?:CT|MRI|PET(?:\/CT)?|ultrasound|scan)\b/

function byWord(reading: Reading, sentence: Sentence): Fact[] {
  const { text } = sentence
  const words = matchesOf(text, MEASURABLE)
  if (words.length === 0 || /\b(?:if|require[sd]?|eligib\w+|trial)\b/i.test(text)) return []
  // one lesion that can be measured makes the disease measurable, whatever is said of the others
  const some = words.some(
    ({ 0: word, index }) => !/^(?:non|bone)/i.test(word) && !/\b(?:no|not|without|lacks?)\b[^.;,]{0,30}$/i.test(text.slice(0, index)),
  )
  return [fact(reading, sentence, some, 'stated')]
}

const MEASURABLE =
  /\b(?:non-?\s?measurable|measurable)\b(?:\s+(?:disease|lesions?|by recist))?|\bbone[- ]only\s+(?:disease|metasta\w+|mets)\b/gi

function fact(reading: Reading, sentence: Sentence, value: boolean, certainty: 'stated' | 'probable'): Fact {
  const what: FactValue<'measurable'> = { value, ...(reading.said === undefined ? {} : { date: reading.said }) }
  return factFrom(measurable, reading, 'measurable', what, [quoteAround(reading, sentence, 0, sentence.text.length)], certainty)
}

const SPREAD = /\b(?:metasta\w+|mets\b|progress\w+|target lesions?|recist)/i
const SIZE = /(\d{1,3}(?:\.\d)?)(?:\s*[x×]\s*\d{1,3}(?:\.\d)?){0,2}\s*(cm|mm)\b/i
const BONE = /\b(?:bon[ey]s?|osseous|vertebra\w*|rib|ribs|ili(?:ac|um)|sacr\w+|femur|lytic|sclerotic|spine|[tl]\d{1,2}\b)/i
const HARMLESS =
  /\b(?:cysts?|granuloma|h(?:a)?emangioma|benign|too small|effusion|follicle|fibroid|adenoma|thyroid|kidney|renal|aorta|port|catheter|slice|axial|images|thick|edema|breast|extent)\b/i

/** A lesion of the soft tissues, large enough. The first size in the sentence is today's. */
function isMeasurable({ text, heading, section }: Sentence): boolean {
  if (section === 'technique' || section === 'comparison' || section === 'indication' || section === 'clinical-history') return false
  const size = SIZE.exec(text)
  if (size === null || HARMLESS.test(text) || BONE.test(`${heading} ${text}`)) return false
  if (!/\b(?:lesions?|nodules?|mass(?:es)?|metasta\w+|seg(?:ment)?|nodes?|adenopathy|target)\b/i.test(`${heading} ${text}`)) return false
  const mm = Number(size[1]) * (size[2]?.toLowerCase() === 'cm' ? 10 : 1)
  const node = /\bnod(?:es?|al)\b|\badenopathy\b/i.test(text)
  return node ? mm >= 15 && /\bshort\b/i.test(text) : mm >= 10 && mm < 300
}

import { matchesOf } from '../../codes/matches-of.ts'
import type { Fact, FactValue } from '../../record/fact.ts'
import { type FactRule, factFrom } from '../fact-rule.ts'
import { findDates } from '../prose/dates.ts'
import type { Reading } from '../prose/reading.ts'
import { boundedSentences, quoteAround } from './statements.ts'

/** Cancer cells in a fluid prove that the cancer is where the fluid came from: the meninges, the pleura, the peritoneum. */
export function cancerCellsInFluid(rule: FactRule, reading: Reading): Fact[] {
  const head = reading.document.pages[0]?.text.slice(0, 300) ?? ''
  const ofReport = CYTOLOGY.test(head) ? FLUIDS.find(([pattern]) => pattern.test(head)) : undefined
  return boundedSentences(reading).flatMap((sentence): Fact[] => {
    if (sentence.section === 'family-history' || !CELLS.test(sentence.text) || DENIED.test(sentence.text)) return []
    const [fluid] = [...FLUIDS.filter(([pattern]) => pattern.test(sentence.text)), ...(ofReport ? [ofReport] : [])]
    const cells = matchesOf(sentence.text, ALL_CELLS)[0]
    if (fluid === undefined || cells === undefined) return []
    const first = findDates(sentence.text, reading.said).at(-1)?.date ?? reading.said
    const value: FactValue<'metastasis'> = { site: fluid[1], status: 'active', ...(first === undefined ? {} : { first }) }
    return [factFrom(rule, reading, 'metastasis', value, [quoteAround(reading, sentence, cells.index, cells.index + cells[0].length)])]
  })
}
const CYTOLOGY = /\bcytolog\w+|\bfluid\b/i
const FLUIDS: readonly (readonly [RegExp, FactValue<'metastasis'>['site']])[] = [
  [/\b(?:CSF|LP|lumbar puncture|cerebrospinal|spinal fluid|spinal tap)\b/i, 'leptomeninges'],
  [/\b(?:pleural (?:fluid|effusion|tap)|thoracentesis|thoracocentesis)\b/i, 'pleura'],
  [/\b(?:ascit(?:es|ic)|paracentesis|peritoneal (?:fluid|washings?))\b/i, 'peritoneum'],
]
const FOUND = String.raw`\bcytology\b[^.;]{0,30}\bpositive\b|\b(?:malignant|carcinoma|tumou?r|adenocarcinoma|breast cancer) cells (?:are |were )?(?:present|seen|identified|found|detected)|\bpositive for (?:malignan\w+|carcinoma|adenocarcinoma|metastatic)|\bmalignant (?:pleural effusion|ascites)\b`
const CELLS = new RegExp(FOUND, 'i')
const ALL_CELLS = new RegExp(FOUND, 'gi')
const DENIED =
  /\b(?:no|not|negative for|without) (?:definite )?(?:malignan\w+|carcinoma|tumou?r) ?(?:cells)?\b|\bcytology\b[^.;]{0,24}\bnegative\b|\bif\b|\br\/o\b|\bpending\b/i

import type { Evidence } from '../../record/evidence.ts'
import type { Fact } from '../../record/fact.ts'
import { type FactRule, factFrom } from '../fact-rule.ts'
import { isPathology } from '../pathology/is-pathology.ts'
import { tumorSize } from '../pathology/tumor-size.ts'
import { evidenceAt, quote, type Reading } from '../prose/reading.ts'
import { sizesInTables } from './size-tables.ts'
import { sizesTold, type ToldSize } from './sizes-told.ts'

/**
 * Sizes of tumours: those of sentences, with who measured what, and what layouts of reports hold beside. The sizes of other times ("(14 mm)",
 * "previously seen", "prev.") and of lesions that are gone are taken out. In a report on tissue sentences tell only what a hand or a scan
 * measured in the living.
 */
export const sizesInScans: FactRule = {
  name: tumorSize.name,
  version: tumorSize.version,
  find(reading) {
    const found = tumorSize.find(reading)
    if (reading.kind === 'genomics') return found
    const tissue = isPathology(reading)
    const told = sizesTold(reading, tissue).filter(({ value }) => !tissue || value.how !== 'pathology')
    if (tissue) {
      // "a firm 20 mm lesion" on the bench is measured on tissue
      const elsewhere = told.filter((one) => one.value.how === 'imaging' || !found.some((fact) => isToldOtherwise([one], fact)))
      return [...found.filter((fact) => !isToldOtherwise(elsewhere, fact)), ...elsewhere.map((one) => factOf(reading, one))]
    }
    const others = found.filter(
      (fact) => isOfDay(reading, fact) && !isOfOtherTime(reading, fact.evidence[0]) && !isToldOtherwise(told, fact),
    )
    const tables = reading.document.pages.flatMap((page) =>
      sizesInTables(page).map(({ start, end, value }) =>
        factFrom(tumorSize, reading, 'tumor-size', value, [evidenceAt(reading.document, page.number, start, end)]),
      ),
    )
    return [...told.map((one) => factOf(reading, one)), ...others, ...tables.filter((fact) => isOfDay(reading, fact))]
  },
}

function factOf(reading: Reading, { sentence, start, end, value }: ToldSize): Fact<'tumor-size'> {
  return factFrom(tumorSize, reading, 'tumor-size', value, [quote(reading.document, sentence, start, end)])
}

/** The same words are read already, with who measured and what. */
const isToldOtherwise = (told: readonly ToldSize[], { kind, value, evidence: [evidence] }: Fact) =>
  kind === 'tumor-size' &&
  told.some(
    ({ sentence, value: other }) =>
      Math.abs(other.mm - value.mm) < 0.6 &&
      sentence.page === evidence.page &&
      evidence.end > sentence.start &&
      evidence.start < sentence.end,
  )

/** In running notes the sizes of each day are its own. */
const isOfDay = ({ ofDay, sentences }: Reading, { evidence: [{ page, start, end }] }: Fact) =>
  !ofDay || sentences.some((sentence) => sentence.page === page && sentence.start < end && sentence.end > start)

/** The words that end with the size, and what stands right behind them. */
function isOfOtherTime(reading: Reading, { page, start, end }: Evidence): boolean {
  const text = reading.document.pages.find((one) => one.number === page)?.text ?? ''
  const before = text.slice(Math.max(0, start - 60), end).replace(/\s+/g, ' ')
  const after = text.slice(end, end + 90).replace(/\s+/g, ' ')
  return OF_BEFORE.test(before) || SECOND_IN_BRACKETS.test(before) || (SEEN_BEFORE.test(before) && GONE.test(after))
}
const SIZE = String.raw`\d[\d.,]*(?:\s?[x×]\s?\d[\d.,]*){0,2}\s?(?:mm|cm)`
const OF_BEFORE = new RegExp(
  String.raw`\b(?:prev(?:iously)?|prior|formerly|before|earlier|was|from)\b\.?:?\s?(?:was\s|measured\s)?${SIZE}$`,
  'i',
)
/** "9 mm (14 mm)": the second is the earlier one. */
const SECOND_IN_BRACKETS = new RegExp(
  String.raw`\d\s?(?:mm|cm)(?:\s(?:in )?(?:short|long)[- ]axis)?,?\s?\(\s?(?:was |prev(?:iously)?\.? |prior |from )?${SIZE}$`,
  'i',
)
const SEEN_BEFORE = /\b(?:previously (?:seen|noted|described|measured)|prior)\b/i
const GONE = /\b(?:resolved|no longer (?:seen|visible|identified)|not seen|disappeared)\b/i

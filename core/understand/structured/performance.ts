import type { Entry } from '../../record/entry.ts'
import type { Fact } from '../../record/fact.ts'
import { dated, dateOfEntry, type EntryRule, factOf, isNotDone, isPlanned, loincMeaningOf, valueWords } from './coded.ts'

/** ECOG and Karnofsky performance status. */
export const performanceFacts: EntryRule = (coded) =>
  coded.entries.flatMap((entry): Fact[] => {
    if (entry.type !== 'observation' || isPlanned(entry) || isNotDone(entry)) return []
    const scale = scaleOf(entry)
    const value = scale === undefined ? undefined : scoreOf(entry)
    if (scale === undefined || value === undefined || !isOn(scale, value)) return []
    return [factOf(coded, entry, 'performance', { scale, value, ...dated(dateOfEntry(entry)) })]
  })

function scaleOf(entry: Entry): 'ECOG' | 'Karnofsky' | undefined {
  const meaning = loincMeaningOf(entry.codes)
  if (meaning === 'ecog') return 'ECOG'
  if (meaning === 'karnofsky') return 'Karnofsky'
  if (/\bkarnofsky\b|\bKPS\b/i.test(entry.text)) return 'Karnofsky'
  return /\b(?:ECOG|Zubrod|WHO performance)\b/i.test(entry.text) ? 'ECOG' : undefined
}

/** A number, an answer code of LOINC, or the number at the head of the answer ("ECOG 1", "Grade 2 - ambulatory …"). */
function scoreOf(entry: Entry): number | undefined {
  const { value } = entry
  if (value && 'quantity' in value) return value.quantity.value
  const answer = value && 'text' in value ? (value.codes ?? []).flatMap(({ code }) => ANSWERS.get(code) ?? [])[0] : undefined
  if (answer !== undefined) return answer
  const digits = /^\D{0,24}(\d{1,3})\b/.exec(valueWords(value))
  return digits ? Number(digits[1]) : undefined
}

const isOn = (scale: 'ECOG' | 'Karnofsky', value: number): boolean =>
  scale === 'ECOG' ? Number.isInteger(value) && value >= 0 && value <= 5 : value >= 0 && value <= 100 && value % 10 === 0

/** LOINC answer lists LL529-9 (ECOG) and LL4986-7 (Karnofsky). LA9627-6 ("dead") is in both. */
const ANSWERS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    'LA9622-7': 0,
    'LA9623-5': 1,
    'LA9624-3': 2,
    'LA9625-0': 3,
    'LA9626-8': 4,
    'LA29175-9': 100,
    'LA29176-7': 90,
    'LA29177-5': 80,
    'LA29178-3': 70,
    'LA29179-1': 60,
    'LA29180-9': 50,
    'LA29181-7': 40,
    'LA29182-5': 30,
    'LA29183-3': 20,
    'LA29184-1': 10,
  } satisfies Record<string, number>),
)

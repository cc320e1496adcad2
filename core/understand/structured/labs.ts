import { findLab, type LabTest, labByLoinc, printedAs, toStandard } from '../../codes/labs.ts'
import type { Entry } from '../../record/entry.ts'
import type { Fact, FactValue } from '../../record/fact.ts'
import {
  type Coded,
  codesIn,
  dated,
  dateOfEntry,
  type EntryRule,
  factOf,
  isNotDone,
  isPlanned,
  loincMeaningOf,
  plainTerm,
  wordsOf,
} from './coded.ts'

type Lab = FactValue<'lab'>

/** Laboratory values, heart measures and vital signs: known tests in the unit we keep, others of the laboratory as they are printed. */
export const labFacts: EntryRule = (coded) =>
  coded.entries.flatMap((entry): Fact[] => {
    if (entry.type !== 'observation' || isPlanned(entry) || isNotDone(entry) || SELF_MEASURED.test(entry.text)) return []
    if (loincMeaningOf(entry.codes) !== undefined) return []
    return [entry, ...partsOf(entry)].flatMap((one) => {
      const value = labOf(coded, one)
      return value === undefined ? [] : [factOf(coded, entry, 'lab', value)]
    })
  })

/** A panel's parts, as entries of their own at the same place (blood pressure, cell counts). */
const partsOf = (entry: Entry): Entry[] =>
  (entry.components ?? []).map(({ text, codes, value }) => {
    const { components: _, value: __, range: ___, ...rest } = entry
    return { ...rest, text, codes, ...(value === undefined ? {} : { value }) }
  })

function labOf(coded: Coded, entry: Entry): Lab | undefined {
  if (entry.value === undefined) return undefined
  const test = testOf(entry)
  const isLaboratory = entry.category?.some((one) => /^lab/i.test(one)) === true
  if (!test && (!isLaboratory || OTHER_KINDS.test(entry.text))) return undefined
  const name = test?.name ?? entry.text
  const date = dated(dateOfEntry(entry))
  if (!('quantity' in entry.value)) {
    const words = 'text' in entry.value ? plainTerm(entry.value.text) : entry.value.flag ? 'positive' : 'negative'
    return words.length > 60 ? undefined : { test: name, value: words, ...date }
  }
  const { value, unit, comparator } = entry.value.quantity
  const range = entry.range ?? printedRange(wordsOf(coded, entry))
  const kept = test ? inStandard(test, value, unit, range) : undefined
  return {
    test: name,
    ...(kept ?? {
      value,
      ...(unit === undefined ? {} : { unit }),
      ...(range?.low === undefined ? {} : { low: range.low }),
      ...(range?.high === undefined ? {} : { high: range.high }),
    }),
    ...date,
    ...(comparator === undefined ? {} : { comparator }),
  }
}

function testOf(entry: Entry): LabTest | undefined {
  const byCode = codesIn(entry.codes, 'loinc').flatMap((code) => labByLoinc(code) ?? [])[0]
  if (byCode) return byCode
  return findLab(entry.text) ?? entry.codes.flatMap(({ display }) => (display === undefined ? [] : (findLab(display) ?? [])))[0]
}

function inStandard(
  test: LabTest,
  value: number,
  unit: string | undefined,
  range: Entry['range'],
): Pick<Lab, 'value' | 'unit' | 'low' | 'high' | 'printed'> | undefined {
  const standard = toStandard(test, value, unit)
  if (!standard) return undefined
  const turned = (limit: number | undefined) => (limit === undefined ? undefined : toStandard(test, limit, unit)?.value)
  const low = turned(range?.low)
  const high = turned(range?.high)
  return {
    value: standard.value,
    unit: standard.unit,
    ...printedAs(value, unit, standard),
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
  }
}

/** "(ref 0.50-1.10)", "[10-35]", "(ref <32)" beside the value, where the entry itself has no range. */
function printedRange(words: string): Entry['range'] {
  const both = /[([](?:ref\w*\.?:?\s*)?(\d+(?:\.\d+)?)\s?[-–]\s?(\d+(?:\.\d+)?)\s?[^)\]]{0,12}[)\]]/i.exec(words)
  if (both) return { low: Number(both[1]), high: Number(both[2]) }
  const upper = /[([](?:ref\w*\.?:?\s*)?(?:<|≤)=?\s?(\d+(?:\.\d+)?)\s?[^)\]]{0,12}[)\]]/i.exec(words)
  return upper ? { high: Number(upper[1]) } : undefined
}

/** Results that are facts of other kinds: receptors, genes, stages, margins. */
const OTHER_KINDS =
  /\b(?:receptor|HER-?2|mutation\w*|genes?|genetic|variant|microsatellite|PD-?L1|stage|category|tumou?r|margin|histolog\w*|grade|invasion|lymph nodes?|performance|smok\w*)\b/i

/** What people measure at home and upload is not a laboratory's result, and may be another person's. */
const SELF_MEASURED =
  /\b(?:self[- ](?:monitored|measured|reported)|home (?:monitor\w*|meter|glucose)|patient[- ](?:reported|entered|uploaded)|uploaded)\b/i

import { GENES } from '../../codes/genes.ts'
import { geneOfLoinc } from '../../codes/loinc.ts'
import { resultWordOfCode } from '../../codes/snomed.ts'
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
  valueWords,
} from './coded.ts'

type Biomarker = FactValue<'biomarker'>
type Component = NonNullable<Entry['components']>[number]

/** Variants of genes, and markers such as PD-L1, TMB, MSI and recurrence scores, that have an entry of their own. */
export const biomarkerFacts: EntryRule = (coded) =>
  coded.entries.flatMap((entry): Fact[] => {
    if (entry.type === 'condition') return carrier(coded, entry)
    if (entry.type !== 'observation' || isPlanned(entry) || isNotDone(entry)) return []
    const value = variantOf(entry) ?? markerOf(entry) ?? geneTestOf(entry)
    return value === undefined ? [] : [factOf(coded, entry, 'biomarker', { ...value, ...dated(dateOfEntry(entry)) })]
  })

/** Genomic reporting: a variant whose gene, change, origin and fraction are components. */
function variantOf(entry: Entry): Biomarker | undefined {
  const part = (meaning: string): string | undefined => {
    const found = (entry.components ?? []).find((component) => loincMeaningOf(component.codes) === meaning)
    return found ? componentWords(found) : undefined
  }
  const gene = symbolIn(part('gene-studied') ?? '')
  if (gene === undefined || loincMeaningOf(entry.codes) !== 'variant') return undefined
  const variant =
    proteinChange(part('protein-change')) ?? proteinChange(part('variation-code')) ?? part('dna-change') ?? part('variation-code')
  const source = part('source-class') ?? ''
  const origin = /germline/i.test(source) ? 'germline' : /somatic/i.test(source) ? 'somatic' : undefined
  const said = resultWords(entry)
  const significance =
    (entry.components ?? []).map(componentWords).find((words) => /\b(?:pathogenic|benign|uncertain)\b/i.test(words)) ?? ''
  const result = /\babsent|not detected|negative/i.test(said)
    ? 'negative'
    : /uncertain/i.test(significance)
      ? 'vus'
      : /present|detected|positive/i.test(said) || variant
        ? 'positive'
        : undefined
  const vaf = (entry.components ?? []).flatMap((component) =>
    loincMeaningOf(component.codes) === 'allele-fraction' && component.value && 'quantity' in component.value
      ? [component.value.quantity]
      : [],
  )[0]
  return {
    gene,
    ...(variant === undefined ? {} : { variant }),
    ...(origin === undefined ? {} : { origin }),
    ...(result === undefined ? {} : { result }),
    ...(entry.method === undefined ? {} : { assay: entry.method }),
    ...(vaf === undefined ? {} : { vaf: vaf.value <= 1 && vaf.unit !== '%' ? Math.round(vaf.value * 10_000) / 100 : vaf.value }),
  }
}

function markerOf(entry: Entry): Biomarker | undefined {
  const byCode = codesIn(entry.codes, 'loinc').flatMap((code) => geneOfLoinc(code) ?? [])[0]
  const gene = byCode !== undefined && !GENES.has(byCode) ? byCode : MARKERS.find(([pattern]) => pattern.test(entry.text))?.[1]
  if (gene === undefined || entry.value === undefined) return undefined
  const words = resultWords(entry)
  const result = /\b(?:not detected|negative|stable|MSS|absent)\b/i.test(words)
    ? 'negative'
    : /\b(?:positive|detected|high|MSI-H)\b/i.test(words) && gene !== 'Oncotype DX'
      ? 'positive'
      : undefined
  return { gene, value: words, ...(result === undefined ? {} : { result }) }
}

/** A test named for its gene with a plain result: "PIK3CA mutation analysis: H1047R detected". */
function geneTestOf(entry: Entry): Biomarker | undefined {
  const byCode = codesIn(entry.codes, 'loinc').flatMap((code) => geneOfLoinc(code) ?? [])[0]
  const gene =
    byCode ?? (/\b(?:gene|mutation|variant|sequenc\w+|genotyp\w+|analysis)\b/i.test(entry.text) ? symbolIn(entry.text) : undefined)
  if (gene === undefined || entry.value === undefined) return undefined
  const words = resultWords(entry)
  const variant = proteinChange(words)
  const result = /\b(?:not detected|no (?:pathogenic )?(?:mutation|variant)|negative|absent|wild[- ]?type)\b/i.test(words)
    ? 'negative'
    : /uncertain|VUS/i.test(words)
      ? 'vus'
      : /\b(?:detected|positive|present|pathogenic|mutated)\b/i.test(words) || variant
        ? 'positive'
        : undefined
  if (result === undefined) return undefined
  const origin = /germline|hereditary/i.test(`${entry.text} ${words} ${entry.specimen ?? ''}`)
    ? 'germline'
    : /somatic|tumou?r|ctDNA/i.test(`${entry.text} ${words} ${entry.specimen ?? ''}`)
      ? 'somatic'
      : undefined
  return { gene, ...(variant === undefined ? {} : { variant }), ...(origin === undefined ? {} : { origin }), result }
}

/** "BRCA1 gene mutation carrier" on a problem list. */
function carrier(coded: Coded, entry: Entry): Fact[] {
  if (
    entry.negated ||
    !/\b(?:carrier|mutation|pathogenic variant|genetic susceptib\w*|hereditary)\b/i.test(entry.text) ||
    /uncertain|family history/i.test(entry.text)
  )
    return []
  const gene = symbolIn(entry.text)
  if (gene === undefined) return []
  const isInherited = /\b(?:carrier|germline|hereditary|susceptib\w*)\b/i.test(entry.text)
  return [factOf(coded, entry, 'biomarker', { gene, ...(isInherited ? { origin: 'germline' as const } : {}), result: 'positive' })]
}

const MARKERS: readonly (readonly [RegExp, string])[] = [
  [/\bPD-?L1\b/i, 'PD-L1'],
  [/\b(?:tumou?r mutation(?:al)? burden|TMB)\b/i, 'TMB'],
  [/\b(?:microsatellite|MSI)\b/i, 'MSI'],
  [/\b(?:homologous recombination deficien\w+|HRD)\b/i, 'HRD'],
  [/\bOncotype\b/i, 'Oncotype DX'],
  [/\bMammaPrint\b/i, 'MammaPrint'],
  [/\bandrogen receptor\b/i, 'AR'],
]

function resultWords(entry: Entry): string {
  const spelled =
    entry.value && 'text' in entry.value ? (entry.value.codes ?? []).flatMap(({ code }) => resultWordOfCode(code) ?? [])[0] : undefined
  const written = valueWords(entry.value)
  const extra =
    entry.interpretation === undefined || written.toLowerCase().includes(entry.interpretation.toLowerCase()) ? '' : entry.interpretation
  return [written === '' ? (spelled ?? '') : written, extra].filter(Boolean).join(' ')
}

const componentWords = (component: Component): string => (component.value ? valueWords(component.value) : '')

function symbolIn(text: string): string | undefined {
  return (text.match(/[A-Z][A-Z0-9-]{1,9}/g) ?? []).find((word) => GENES.has(word))
}

/** `p.His1047Arg`, `(p.Tyr1183Ter)`, `H1047R`: the change of the protein. */
function proteinChange(text: string | undefined): string | undefined {
  const match = /\bp\.\(?([A-Z][A-Za-z]{0,2}\d+[A-Za-z*=]{1,12})\)?|\b([A-Z]\d{2,5}[A-Z*])\b/.exec(text ?? '')
  return match ? (match[1] ?? match[2]) : undefined
}

import type { Fact, FactValue } from '../../record/fact.ts'
import { type FactRule, factFrom } from '../fact-rule.ts'
import { wholeOf } from '../prose/whole.ts'
import { geneResults } from './gene-results.ts'
import { genomicSetting } from './genomic-setting.ts'
import { signatures } from './signatures.ts'

/**
 * Genes and markers of genomic reports and of notes: variants, what was expressly not found, variants of uncertain significance, and
 * PD-L1, TMB, MSI, HRD, AR, multigene scores. A variant of uncertain significance is no mutation, a relative's variant is not the patient's,
 * and a gene that is only on the panel's list says nothing.
 */
export const biomarkers: FactRule = {
  name: 'biomarkers',
  version: 1,
  find(reading) {
    const whole = wholeOf(reading.document)
    const setting = genomicSetting(whole.text, reading)
    const seen = new Set<string>()
    const facts: Fact[] = []
    for (const { value, start, end, certain } of [
      ...geneResults(whole.text, reading, setting),
      ...signatures(whole.text, reading, setting),
    ]) {
      const key = [value.gene, value.variant, value.value, value.origin, value.result, value.date, value.assay].join('|')
      if (seen.has(key)) continue
      seen.add(key)
      facts.push(factFrom(biomarkers, reading, 'biomarker', value, [whole.evidence(start, end)], certain ? 'stated' : 'probable'))
    }
    return facts
  },
}

/** One result and the words that say it. */
export type FoundBiomarker = { value: FactValue<'biomarker'>; start: number; end: number; certain: boolean }

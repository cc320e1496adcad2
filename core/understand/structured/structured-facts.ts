import type { Document } from '../../record/document.ts'
import type { Fact } from '../../record/fact.ts'
import { allergyFacts } from './allergies.ts'
import { biomarkerFacts } from './biomarkers.ts'
import { cancerFacts } from './cancer.ts'
import { codedOf, type EntryRule } from './coded.ts'
import { conditionFacts } from './conditions.ts'
import { historyFacts } from './history-taken.ts'
import { labFacts } from './labs.ts'
import { medicationFacts } from './medications.ts'
import { metastasisFacts } from './metastasis.ts'
import { performanceFacts } from './performance.ts'
import { personFacts } from './person.ts'
import { receptorFacts } from './receptors.ts'
import { responseFacts } from './responses.ts'
import { stageFacts } from './stage.ts'
import { treatmentFacts } from './treatments.ts'
import { tumorSizeFacts } from './tumor-size.ts'

/** All facts that a document's discrete entries state, each with the words of its entry. Documents without entries give none. */
export function structuredFacts(document: Document): Fact[] {
  if (!document.read || document.entries.length === 0) return []
  const coded = codedOf(document)
  return RULES.flatMap((rule) => rule(coded))
}

/** One line each; the order has no meaning. */
const RULES: readonly EntryRule[] = [
  personFacts,
  cancerFacts,
  metastasisFacts,
  stageFacts,
  tumorSizeFacts,
  receptorFacts,
  biomarkerFacts,
  treatmentFacts,
  responseFacts,
  performanceFacts,
  labFacts,
  conditionFacts,
  medicationFacts,
  allergyFacts,
  historyFacts,
]

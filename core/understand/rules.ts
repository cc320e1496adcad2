import type { FactRule } from './fact-rule.ts'
import { receptors } from './pathology/receptors.ts'

/** Every rule that reads prose, one line each; the order has no meaning. */
export const FACT_RULES: readonly FactRule[] = [receptors]

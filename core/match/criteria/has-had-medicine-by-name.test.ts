import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-had-medicine-by-name', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['an enzyme', 'ada', 'exclusion', 'Sensitive to CYP2C19', 'unknown'],
    ['vaccines by the nose', 'ada', 'exclusion', 'Intranasal vaccines', 'unknown'],
    ['a factor', 'ada', 'exclusion', 'Direct thrombin inhibitors or factor IIa inhibitors', 'unknown'],
    ['small molecules', 'dan', 'exclusion', 'Anticancer small molecules', 'unknown'],
    ['a drug of a list that is required', 'dan', 'inclusion', 'Cetuximab, olaparib', 'unknown'],
    ['nothing known', 'eve', 'exclusion', 'Anticancer small molecules', 'unknown'],
    ['food with an enzyme', 'ada', 'exclusion', 'Foods with an inhibitor of an enzyme', 'unknown'],
    ['for fits: none on the list of medicines', 'ada', 'exclusion', 'Anticonvulsant', 'pass'],
    ['after a no', 'ada', 'inclusion', 'No cytokine or toxin', 'unknown'],
    ['no drug against cancer', 'ada', 'exclusion', 'Nasal vaccines', 'unknown'],
    ['a supplement', 'ada', 'exclusion', 'Taking supplements', 'pass'],
    ['drinking', 'ada', 'exclusion', 'Abuse of alcohol', 'unknown'],
    ['what was given', 'bea', 'inclusion', 'Trastuzumab and lapatinib', 'unknown'],
    ['a hormone', 'ada', 'exclusion', 'Thyroid hormones', 'unknown'],
    ['pathways', 'ada', 'exclusion', 'Agents for immune checkpoint pathways', 'unknown'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

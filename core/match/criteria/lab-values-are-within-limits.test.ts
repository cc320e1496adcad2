import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('lab-values-are-within-limits', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['cells per microlitre', 'fay', 'inclusion', 'Absolute neutrophil count (ANC) ≥ 1.0 x 10^9/L', 'pass'],
    ['unit of the criterion is another', 'fay', 'inclusion', 'ANC ≥ 1,500/mm3', 'fail'],
    ['escaped sign', 'fay', 'inclusion', 'Platelets \\>= 100,000/mcL', 'pass'],
    ['grams per litre in the record', 'fay', 'inclusion', 'Hemoglobin of at least 9 g/dL', 'pass'],
    ['millimoles as a second unit', 'fay', 'inclusion', 'Hemoglobin ≥ 10 g/dL or ≥ 6.2 mmol/L', 'fail'],
    ['multiple of normal', 'fay', 'inclusion', 'Total bilirubin ≤ 1.5 x upper limit of normal (ULN)', 'pass'],
    ['relaxed for liver metastases', 'fay', 'inclusion', 'AST and ALT ≤ 3 x ULN (≤ 5 x ULN if liver metastases are present)', 'pass'],
    ['relaxed for others only', 'fay', 'inclusion', 'AST ≤ 3 x ULN (≤ 5 x ULN in patients with bone metastases)', 'fail'],
    [
      'relaxed limit in a second sentence',
      'fay',
      'inclusion',
      'In the absence of liver metastases AST ≤ 3 x ULN. If the patient has liver metastases, AST ≤ 5 x ULN',
      'pass',
    ],
    ['Gilbert is not hers', 'fay', 'inclusion', "Bilirubin ≤ 1.0 x ULN, or ≤ 3 x ULN for patients with Gilbert's syndrome", 'fail'],
    ['clearance worked out', 'fay', 'inclusion', 'Creatinine clearance ≥ 60 mL/min by the Cockcroft-Gault formula', 'pass'],
    ['either of two', 'fay', 'inclusion', 'Serum creatinine ≤ 0.5 mg/dL or creatinine clearance ≥ 50 mL/min', 'pass'],
    ['limit by sex', 'fay', 'exclusion', 'QTcF > 470 msec (females) or > 450 msec (males)', 'fail'],
    ['too old', 'fay', 'inclusion', 'LVEF ≥ 50% by echocardiogram or MUGA', 'unknown'],
    ['window too short', 'fay', 'inclusion', 'Platelet count ≥ 100 x 10^9/L within 7 days prior to registration', 'unknown'],
    ['window long enough', 'fay', 'inclusion', 'Platelet count ≥ 100 x 10^9/L within 28 days prior to registration', 'pass'],
    ['grade', 'fay', 'inclusion', 'Potassium CTCAE grade ≤ 1', 'pass'],
    ['not measured', 'eve', 'inclusion', 'ANC ≥ 1.5 x 10^9/L', 'unknown'],
    ['keeps out', 'fay', 'exclusion', 'Neutrophils < 1.5 x 10^9/L', 'fail'],
    ['CD4 without HIV', 'fay', 'inclusion', 'CD4+ T-cell count > 350 cells/uL', 'pass'],
    ['body weight', 'fay', 'inclusion', 'Minimum body weight ≥ 30 kg', 'pass'],
    ['blood pressure not recorded', 'fay', 'inclusion', 'Blood pressure ≤ 140/90 mmHg', 'unknown'],
    ['a window in the heading', 'fay', 'inclusion', 'Laboratory values within 7 days of registration: creatinine ≤ 1.5 × ULN', 'unknown'],
    ['mean of three ECGs', 'fay', 'exclusion', 'Mean resting QTcF > 470 msec obtained from 3 consecutive ECGs', 'fail'],
    [
      'for whom the clearance is asked',
      'fay',
      'inclusion',
      'Creatinine ≤ 1.5 × ULN or, if creatinine is > 1.5 × ULN, creatinine clearance ≥ 50 mL/min',
      'pass',
    ],
    ['a limit that would keep out the healthy is not taken at its word', 'fay', 'exclusion', 'Platelets ≥ 100,000/mm3', 'unknown'],
    [
      'relaxed in the next sentence',
      'fay',
      'inclusion',
      'AST < 2.5 × ULN. In patients with liver metastases, ≤ 5 × ULN is allowed.',
      'pass',
    ],
    ['a pressure with its unit', 'fay', 'exclusion', 'Systolic blood pressure > 160 mmHg', 'unknown'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

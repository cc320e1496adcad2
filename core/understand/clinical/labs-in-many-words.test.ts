import { describe, expect, it } from 'vitest'
import { missingFrom, saidIn } from '../said.fixture.ts'

const HEAD_1 = 'ONCOLOGY FOLLOW UP NOTE\nDate: 23/03/2025\n'
const HEAD_2 =
  'MEDICAL ONCOLOGY CLINIC LETTER\nDate: 23/03/2025\nPatient: Test Person   DOB 24/05/1966\n\nHistory of metastatic breast cancer.\n'
const HEAD_3 = 'LABORATORY REPORT\nCollected: 23/03/2025 08:10\n\n'

describe('laboratory values told in many ways', () => {
  it.each<[string, ...string[]]>([
    [
      'Labs 3/20/25: Na 138 K 4.1 Cr 0.9 (GFR 72) Ca 9.1 Mg 2.0 TBili 0.5 AST 24 ALT 18 ALP 77 Alb 4.0',
      'creatinine 0.9',
      'calcium 9.1',
      'magnesium 2',
      'bilirubin 0.5',
      'AST 24',
      'ALT 18',
      'ALP 77',
      'albumin 4',
    ],
    ['CBC: WBC 4.5 / Hgb 11.2 / Hct 34 / Plt 145, ANC 2200', 'hemoglobin 11.2', 'platelets 145', 'ANC 2.2'],
    ['Hemoglobin 10,9 g/dL; thrombocytes 145 /nl; leukocytes 3.2 /nl; neutrophils 1.7 /nl', 'hemoglobin 10.9', 'platelets 145', 'ANC 1.7'],
    ['CA 15-3: 12/2024 45, 03/2025 88', 'CA 15-3 88'],
    ['CEA 3.4 ng/mL (normal < 5)', 'CEA 3.4'],
    ['ejection fraction 55-60%', 'LVEF'],
    ['EF preserved at 60%', 'LVEF 60'],
    ['Serum creatinine 88 µmol/L, CrCl 61 mL/min', 'creatinine 0.995', 'creatinine-clearance 61'],
    ['Platelets 98,000', 'platelets 98'],
    ['ANC 0.9 (L)', 'ANC 0.9'],
    ['glucose 142, A1c 7.1%', 'glucose 142', 'HbA1c 7.1'],
    ['urine protein negative, UPCR 0.1', '!urine-protein 0.1 g/dL'],
    ['LVEF by 3D echo: 64 % (12.02.2025)', 'LVEF 64 2025'],
    ['TSH 0.05 mIU/L, fT4 2.1', 'TSH 0.05'],
    ['INR: 1.0', 'INR 1'],
    ['eGFR 58 ml/min/1.73 m²', 'eGFR 58'],
    ['Hep B sAg neg, Hep B core Ab neg, Hep C neg', 'HBsAg neg'],
    ['pregnancy test negative', 'hCG negative'],
  ])('in a letter or note: %s', (words, ...wanted) => {
    expect(missingFrom(saidIn('lab', `${HEAD_1}${words}`), wanted)).toEqual([])
  })

  it.each<[string, ...string[]]>([
    ['Bloods today: haemoglobin 105 g/L, neutrophils 1.8 x10^9/L, platelets 98 x 10^9/L.', 'hemoglobin 10.5', 'ANC 1.8', 'platelets 98'],
    [
      'Labs: WBC 5.2, ANC 3.1, Hgb 12.4, Plt 210K, Cr 0.8, AST 22, ALT 19, ALP 95, Tbili 0.4, Alb 4.1, Ca 9.4',
      'ANC 3.1',
      'hemoglobin 12.4',
      'platelets 210',
      'creatinine 0.8',
      'AST 22',
      'bilirubin 0.4',
      'albumin 4.1',
      'calcium 9.4',
    ],
    ['CA 15-3 was 46 U/mL on 2 March 2025, up from 31 in December.', 'CA 15-3 46 2025-03-02'],
    ['CA15.3: 88 kU/L (0-28)', 'CA 15-3 88'],
    ['Tumour markers: CEA 12.3 µg/l, CA 15-3 210 kU/l', 'CEA 12.3', 'CA 15-3 210'],
    [
      'Laboratory: Hb 11,2 g/dl, leucocytes 3,900/µl, platelets 156,000/µl, creatinine 0,9 mg/dl, GOT 34 U/l, GPT 41 U/l, AP 102 U/l, bilirubin 0,5 mg/dl',
      'hemoglobin 11.2',
      'platelets 156',
      'creatinine 0.9',
      'AST 34',
      'ALT 41',
      'ALP 102',
      'bilirubin 0.5',
    ],
    [
      'Hb: 10.8 gm%, TLC 4500/cumm, Platelets 2.1 lakh/cumm, S. Creatinine 0.7 mg/dl, T. Bil 0.6, SGOT 28, SGPT 30',
      'hemoglobin 10.8',
      'platelets 210',
      'creatinine 0.7',
      'AST 28',
      'ALT 30',
    ],
    ['LVEF 58% on echo 14/03/2025', 'LVEF 58 2025-03-14'],
    ['Echo 26/03/2024 shows EF 58%', 'LVEF 58 2024-03-26'],
    ['Echocardiogram in February showed a normal ejection fraction of 62%.', 'LVEF 62'],
    ['MUGA 61%', 'LVEF 61'],
    ['ECG: QTcF 432 ms', 'QTcF 432'],
    ['HbA1c 52 mmol/mol', 'HbA1c 6.91'],
    ['HBsAg negative, anti-HBc negative, HCV antibody negative, HIV non-reactive.', 'HBsAg negative', 'HIV'],
    ['Creatinine clearance 74 ml/min (Cockcroft-Gault)', 'creatinine-clearance 74'],
    ['Her albumin is 35 g/L and corrected calcium 2.42 mmol/L.', 'albumin 3.5', 'calcium 9.7'],
    ['INR 1.1, PT 12.3 s, aPTT 29 s', 'INR 1.1'],
    ['ALT 3x ULN', '-'],
    ['LDH 245 U/L', 'LDH 245'],
    ['Platelet count has fallen to 74.', 'platelets 74'],
    ['neutrophils recovered at 1.6', 'ANC 1.6'],
    ['U&Es: Na 139, K 4.2, urea 5.1, creat 71', 'sodium 139', 'potassium 4.2', 'creatinine 0.8'],
    ['Vitamin D 45 nmol/L; TSH 2.1 mU/L', 'TSH 2.1'],
    ['FBC: Hb 12.1 g/dL, Neuts 3.40, Plts 234', 'hemoglobin 12.1', 'ANC 3.4', 'platelets 234'],
  ])('in a letter or note: %s', (words, ...wanted) => {
    expect(missingFrom(saidIn('lab', `${HEAD_2}${words}`), wanted)).toEqual([])
  })

  it.each<[string, ...string[]]>([
    [
      'Test            Result    Units       Reference\nHaemoglobin     118       g/L         115-165\nNeutrophils     2.10      10^9/L      2.0-7.5\nPlatelet Count  186       10^9/L      150-400\nCreatinine      62        umol/L      45-84\nBilirubin       9         umol/L      0-21',
      'hemoglobin 11.8',
      'ANC 2.1',
      'platelets 186',
      'creatinine 0.701',
      'bilirubin 0.526',
    ],
    [
      'HEMOGLOBIN            11.4 L    g/dL      11.7-15.5\nABSOLUTE NEUTROPHILS  3300      cells/uL  1500-7800\nPLATELET COUNT        203       Thousand/uL 140-400\nCREATININE            0.61      mg/dL     0.50-0.99\nAST                   47 H      U/L       10-35',
      'hemoglobin 11.4',
      'ANC 3.3',
      'platelets 203',
      'creatinine 0.61',
      'AST 47',
    ],
    ['Neutro Abs  2.8  K/uL', 'ANC 2.8'],
    ['Neutrophils # 4.1', 'ANC 4.1'],
    ['Total bilirubin 0.7 mg/dL [0.2-1.2]', 'bilirubin 0.7'],
    ['Alanine aminotransferase | 31 | U/L | 0-45', 'ALT 31'],
    ['ASAT 31 U/L; ALAT 40 U/L', 'AST 31', 'ALT 40'],
    ['Alk Phos 142 IU/L', 'ALP 142'],
    ['Cancer Antigen 15-3: 96 U/mL', 'CA 15-3 96'],
    ['Cancer Ag 27.29  55.1 U/mL', 'CA 27.29 55.1'],
    ['estimated GFR 74 mL/min/1.73m2', 'eGFR 74'],
    ['Haematocrit 0.36', 'hematocrit'],
  ])('on a laboratory sheet: %s', (words, ...wanted) => {
    expect(missingFrom(saidIn('lab', `${HEAD_3}${words}`), wanted)).toEqual([])
  })
})

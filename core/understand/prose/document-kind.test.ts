import { describe, expect, it } from 'vitest'
import { aDocument } from './a-reading.ts'
import { documentKind } from './document-kind.ts'

describe('what a document is', () => {
  it.each<[string, string, string]>([
    ['a pathology report', 'SURGICAL PATHOLOGY REPORT\nCollected: 03/14/2017\nDIAGNOSIS\nLEFT BREAST, CORE BIOPSY: carcinoma', 'pathology'],
    ['a short one without a title', 'Invasive ductal carcinoma of the breast, G2, pT2 pN1a, resection margins free.', 'pathology'],
    [
      'a biopsy guided by CT',
      'Right lower lobe lung nodule, CT-guided core biopsy\nCollected 05/27/2025\nDiagnosis: metastatic carcinoma',
      'pathology',
    ],
    [
      'an operation that took tissue',
      'PREOPERATIVE DIAGNOSIS: Breast mass.\nPROCEDURE: Excisional biopsy.\nANESTHESIA: General.\nThe patient was prepped and draped. An incision was made. Sutures were placed.',
      'operative-note',
    ],
    ['imaging', 'CT CHEST, ABDOMEN, PELVIS WITH CONTRAST\nExam date: 09/15/2026\nFINDINGS: none. IMPRESSION: stable', 'imaging'],
    [
      'a tumour board that speaks of scans',
      'BREAST TUMOR BOARD    3/13/2024\nCT CAP, MRI pelvis and bone scan reviewed. Consensus: radiation.',
      'tumor-board',
    ],
    ['a consultation that speaks of scans', 'PULMONARY CONSULTATION\nDate of service: Feb 20, 2024\nCT shows opacities.', 'consultation'],
    ['a visit', 'MEDICAL ONCOLOGY PROGRESS NOTE\nVisit 03/20/2025\nINTERVAL HX stable. ECOG 0. A/P continue.', 'progress-note'],
    ['a liquid biopsy', 'LIQUID BIOPSY ctDNA RESULTS\nSummary of detected somatic alterations\nPIK3CA H1047R 3% cfDNA', 'genomics'],
    [
      'a germline report',
      'Hereditary cancer panel\nGene Variant Zygosity Classification\nBRCA1 c.68_69del heterozygous pathogenic',
      'genomics',
    ],
    ['an echo', 'TRANSTHORACIC ECHOCARDIOGRAM\nLVEF 60%. Global longitudinal strain -19%.', 'cardiology'],
    ['a call', 'Telephone encounter - 08/11/2026\nCaller: patient. Advised to drink.', 'phone-note'],
    ['what a patient wrote', 'My medical history (I typed this up)\nI found a lump and my doctor took it out.', 'patient-story'],
    ['chemotherapy given', 'CHEMOTHERAPY ADMINISTRATION RECORD\nCycle 1: paclitaxel 80 mg/m2 infused', 'treatment-record'],
    ['radiation', 'RADIATION ONCOLOGY TREATMENT SUMMARY\n50 Gy in 25 fractions to the chest wall', 'radiation-summary'],
    [
      'a record of infusions at an oncology practice',
      'REGIONAL ONCOLOGY - INFUSION CENTER\nTREATMENT ADMINISTRATION RECORD\nCycle 1 5.4 mg/kg infused',
      'treatment-record',
    ],
    [
      'a referral letter',
      'Family Practice\nFebruary 12, 2024\nTo: Medical Oncology\nRe: a patient\nPlease see this lady. Thank you.',
      'letter',
    ],
    [
      'an emergency visit',
      'EMERGENCY DEPARTMENT\nAfter Visit Summary\nYou were seen in the ER today. A head CT was done.',
      'emergency-note',
    ],
    ['nothing known', 'Hello', 'other'],
  ])('%s', (_what, text, kind) => {
    expect(documentKind(aDocument(text))).toBe(kind)
  })

  it('is a care summary when its source is coded', () => {
    expect(documentKind(aDocument('whatever', { format: 'ccda' }))).toBe('care-summary')
  })
})

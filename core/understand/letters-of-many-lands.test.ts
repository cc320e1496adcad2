import { describe, expect, it } from 'vitest'
import type { FactKind } from '../record/fact.ts'
import { saidIn } from './said.fixture.ts'

/** Whole documents as hospitals of many lands write them (all invented), with everything that is read from them. */
const LETTERS: readonly { name: string; text: string; said: Partial<Record<FactKind, string[]>> }[] = [
  {
    name: 'a discharge summary',
    text: `DISCHARGE SUMMARY
Patient: TEST, PERSON     DOB: 03/27/1965
Admitted: 02/03/2025      Discharged: 02/16/2025

PRINCIPAL DIAGNOSIS: Symptomatic anemia, treatment
related (olaparib). Hgb 6.9 on arrival.
SECONDARY: Community acquired pneumonia, right lower lobe;
atrial fibrillation.

HOSPITAL COURSE: 59 year old man with metastatic male breast cancer, germline BRCA2, on olaparib since Nov 2024, presented with fever.
DISCHARGE MEDS: apixaban 5 mg BID, metoprolol succ 50 mg,
atorvastatin 20 mg, cefuroxime x 3 d, pantoprazole 40 mg x 14 d. HOLD olaparib.
`,
    said: {
      treatment: ['olaparib|2024-11|||ongoing||||'],
      medication: [
        'apixaban current 5 mg BID',
        'metoprolol current 50 mg',
        'atorvastatin current 20 mg',
        'cefuroxime current',
        'pantoprazole current 40 mg',
        'olaparib current',
      ],
      lab: ['hemoglobin 6.9 2025-02-16'],
      condition: ['anemia active', 'pneumonia active', 'atrial fibrillation active'],
    },
  },
  {
    name: 'a discharge letter with numbered diagnoses',
    text: `Discharge letter
Dear colleague, we report on the above patient who was an inpatient from 02.02.2025 to 10.02.2025.
Diagnoses: 1. Metastatic breast cancer, first diagnosed 03/2019 (pT2 pN1a M0, G2, ER 90%, PR 60%, HER2 1+)
 - bone metastases since 05/2022
 - liver metastases since 11/2024
2. Arterial hypertension
3. Pulmonary embolism 12/2024, on apixaban
Therapy to date: Letrozole/palbociclib 06/2022-10/2024 (PD); since 11/2024 T-DXd (6 cycles)
Medication at discharge: Apixaban 5 mg 1-0-1, Ramipril 5 mg 1-0-0
Laboratory 09.02.2025: Hb 10.4 g/dl, leukocytes 3.1 /nl, neutrophils 1.6 /nl, thrombocytes 132 /nl, creatinine 0.8 mg/dl, GPT 45 U/l
ECOG 1.`,
    said: {
      treatment: ['letrozole+palbociclib|2022-06|2024-10|progression|||||', 'trastuzumab deruxtecan|2024-11|||ongoing||||'],
      metastasis: ['bone active', 'liver active'],
      receptors: ['ER positive 90%, PR positive 60%, HER2 low 1+'],
      stage: ['pathologic T2 N1a M0'],
      performance: ['ECOG 1'],
      medication: ['apixaban current 5 mg', 'ramipril current 5 mg', 'apixaban current'],
      lab: [
        'hemoglobin 10.4 2025-02-09',
        'WBC 3.1 2025-02-09',
        'ANC 1.6 2025-02-09',
        'platelets 132 2025-02-09',
        'creatinine 0.8 2025-02-09',
        'ALT 45 2025-02-09',
      ],
      condition: ['arterial hypertension active', 'pulmonary embolism active'],
    },
  },
  {
    name: 'a translated French letter',
    text: `LETTER
14 Rue de la Paix
Consultation of 12 March 2025
Dear Colleague,
I saw Mrs X, 58, followed for a left breast carcinoma discovered in 2018: left mastectomy and axillary dissection in April 2018 (invasive lobular carcinoma grade II, 32 mm, 5N+/14, RO 100%, RP 80%, HER2 negative), adjuvant chemotherapy FEC 100 x3 then docetaxel x3 from May to September 2018, radiotherapy 50 Gy October-November 2018 and letrozole from December 2018.
Bone and peritoneal metastatic relapse in January 2023 treated by ribociclib-letrozole then fulvestrant-alpelisib from June 2024.
OMS 1. CA 15-3 at 78 (previously 45).`,
    said: {
      treatment: [
        'radiation:radiotherapy|2018-10|2018-11|||||50 Gy|',
        'surgery:left breast and axilla|2018-04|2018-04||||||',
        'fluorouracil+epirubicin+cyclophosphamide|2018-05|||||adjuvant||',
        'docetaxel||2018-09||||adjuvant||',
        'letrozole|2018-12|||||||',
        'ribociclib+letrozole||||||||',
        'fulvestrant+alpelisib|2024-06|||||||',
      ],
      metastasis: ['bone active', 'peritoneum active'],
      receptors: ['ER positive 100%, PR positive 80%, HER2 negative'],
      performance: ['ECOG 1'],
      lab: ['CA 15-3 78 2025-03-12'],
    },
  },
  {
    name: 'an oncology history of an American portal',
    text: `ONCOLOGY CLINIC NOTE
Patient: DOE, JANE   MRN: 12345678   DOB: 5/4/1963
Date of Service: 9/12/2026

Oncology History Overview
Malignant neoplasm of upper-outer quadrant of left breast in female, estrogen receptor positive (CMS/HCC)
11/3/2017 Initial Diagnosis: Left breast IDC, grade 2, ER 95%, PR 80%, HER2 neg (IHC 1+)
12/1/2017 Surgery: Left lumpectomy and SLNB. pT1cN1a(sn)M0, Stage IIA
1/8/2018 - 3/12/2018 Chemotherapy: TC x 4 cycles
4/2/2018 - 5/11/2018 Radiation: 5000 cGy in 25 fractions to left breast and regional nodes with 1000 cGy boost
6/2018 - 8/2022 Hormonal Therapy: Anastrozole 1 mg daily
8/15/2022 Progression: Bone metastases (T8, L3, R iliac). Bx L3 8/22/2022: ER 90%, PR 0%, HER2 1+
9/1/2022 - 2/20/2025 Chemotherapy: OP BREAST RIBOCICLIB + FULVESTRANT. Discontinued due to progression (liver)
3/5/2025 - Present: OP BREAST CAPECITABINE Q21D

Interval History: Doing well on cycle 24 capecitabine. Grade 1 HFS. No diarrhea.
ECOG: 1 - Symptomatic but completely ambulatory
Vitals: BP 118/72 | Pulse 78 | Wt 71.2 kg
Current Outpatient Medications
Medication Sig Dispense Refill
• capecitabine (XELODA) 500 mg tablet Take 3 tablets by mouth 2 times daily
• amLODIPine (NORVASC) 5 mg tablet Take 1 tablet by mouth daily
• denosumab (XGEVA) 120 mg/1.7 mL injection every 28 days
Allergies
Allergen Reactions
• Sulfa (Sulfonamide Antibiotics) Rash
Lab Results
Component Value Date
WBC 4.1 09/11/2026
HGB 11.9 (L) 09/11/2026
PLT 188 09/11/2026
NEUTROABS 2.3 09/11/2026
CREATININE 0.77 09/11/2026
BILITOT 0.4 09/11/2026
AST 31 09/11/2026
Assessment/Plan
1. Metastatic breast cancer to bone and liver: stable on capecitabine per CT 8/30/2026. Continue.
2. HTN - controlled`,
    said: {
      treatment: [
        'radiation:left breast|2018-04-02|2018-05-11|||||50 Gy/25|',
        'radiation:regional nodes|||||||10 Gy|',
        'surgery:left breast and axilla|2017-12-01|2017-12-01||||||',
        'docetaxel+cyclophosphamide|2018-01-08|2018-03-12||||||',
        'anastrozole|2018-06|2022-08||||||',
        'ribociclib+fulvestrant|2022-09-01|2025-02-20||||||',
        'ribociclib+fulvestrant|2022-09-01||progression|||||',
        'capecitabine|2025-03-05|||ongoing||||',
        'capecitabine||||||||',
      ],
      metastasis: ['bone active', 'liver active', 'bone stable', 'liver stable'],
      receptors: ['ER positive', 'ER positive 95%, PR positive 80%, HER2 low 1+', 'ER positive 90%, PR negative 0%, HER2 low 1+'],
      stage: ['pathologic T1c N1a(sn) M0 IIA'],
      performance: ['ECOG 1'],
      medication: ['capecitabine current 500 mg tablet', 'amlodipine current 5 mg tablet', 'denosumab current 120 mg'],
      allergy: ['sulfa'],
      lab: [
        'weight 71.2 2026-09-12',
        'systolic 118 2026-09-12',
        'diastolic 72 2026-09-12',
        'WBC 4.1 2026-09-11',
        'hemoglobin 11.9 2026-09-11',
        'platelets 188 2026-09-11',
        'ANC 2.3 2026-09-11',
        'creatinine 0.77 2026-09-11',
        'bilirubin 0.4 2026-09-11',
        'AST 31 2026-09-11',
      ],
      condition: ['hand-foot syndrome active', 'hypertension active'],
    },
  },
  {
    name: 'a British clinic letter',
    text: `The Royal Example Hospital NHS Foundation Trust
Department of Oncology        Clinic: 14/08/2026   Typed: 17/08/2026
NHS No 123 456 7890

Dear Dr Smith
Mrs Patricia EXAMPLE  DOB: 02/11/1958

Diagnosis:
1. Metastatic ER positive (8/8) PR positive (6/8) HER2 negative (1+) breast cancer - bone, pleura and liver
2. Left breast cancer 2009 - WLE + ANC, G2 IDC 22 mm, 2/17 nodes, ER 8 PR 6 HER2 neg
Treatment:
Adjuvant FEC x6 (Mar - Jul 2009), RT 50Gy/25# and tamoxifen 2009 - 2014
Letrozole and palbociclib Oct 2019 - Mar 2022 (progressive disease)
Capecitabine Apr 2022 - Jan 2023 (PD)
Weekly paclitaxel Feb 2023 - Aug 2023 (stopped for neuropathy, maintenance letrozole)
Exemestane and everolimus Sept 2023 - June 2024 (PD)
Currently: trastuzumab deruxtecan, cycle 1 12/07/2024, cycle 33 today
Palliative RT to T12 8Gy/1# May 2023

PMH: hypertension, hypothyroidism, cholecystectomy 1998
DH: levothyroxine 100 mcg od, ramipril 5 mg od, Adcal D3. Allergies: NKDA
I reviewed this lady today. She is WHO PS 1. CT in July showed a continuing partial response in the liver. The pleural effusion has resolved. Echo June: LVEF 61%. Bloods: Hb 112, neut 2.1, plt 165, creat 71, bili 8, ALT 33, ALP 121.
Plan: continue T-DXd, CT in October.`,
    said: {
      treatment: [
        'radiation:radiotherapy|||||||50 Gy/25|',
        'radiation:T12|2023-05|2023-05||||metastatic|8 Gy/1|',
        'fluorouracil+epirubicin+cyclophosphamide|2009-03|2009-07||||adjuvant||',
        'tamoxifen|2009|2014||||||',
        'letrozole+palbociclib|2019-10|2022-03|progression|||||',
        'capecitabine|2022-04|2023-01|progression|||||',
        'paclitaxel|2023-02|2023-08|toxicity|||||',
        'letrozole||||||||',
        'exemestane+everolimus|2023-09|2024-06|progression|||||',
        'trastuzumab deruxtecan|2024-07-12|||||||',
        'trastuzumab deruxtecan||||ongoing||||',
      ],
      metastasis: ['bone active', 'pleura active', 'liver active'],
      receptors: ['ER positive A8, PR positive A6, HER2 low 1+', 'ER positive A8, PR positive A6, HER2 negative'],
      performance: ['ECOG 1'],
      medication: ['levothyroxine current 100 mcg od', 'ramipril current 5 mg od', 'calcium + vitamin D current'],
      lab: [
        'LVEF 61 2026-08-14',
        'hemoglobin 11.2 2026-08-14',
        'ANC 2.1 2026-08-14',
        'platelets 165 2026-08-14',
        'creatinine 0.803 2026-08-14',
        'bilirubin 0.47 2026-08-14',
        'ALT 33 2026-08-14',
        'ALP 121 2026-08-14',
      ],
      condition: ['peripheral neuropathy active', 'hypertension active', 'hypothyroidism active'],
    },
  },
  {
    name: 'an Indian follow-up note',
    text: `KAVYA CANCER INSTITUTE, PUNE
OPD FOLLOW UP NOTE                     Date: 22/07/2026     UHID: KCI-22-10442
Mrs. Asha Example   56/F
DIAGNOSIS: CA BREAST LEFT, POST MRM (14/02/2020) POST ADJ CT + RT, ON HORMONE Rx - NOW METASTATIC (BONE, LUNG) SINCE 03/2024
HPR (14/02/2020): IDC Gr III, 3.2 x 2.5 cm, LVI +, nodes 4/18, pT2N2a. IHC: ER 8/8, PR 7/8, HER2 neg (1+)
S/P 4 AC + 4 PACLI (03/2020 - 08/2020)
S/P RT 50 Gy/25# to L chest wall + SCF, completed 20/10/2020
Tab Letrozole 2.5 mg OD 11/2020 to 03/2024
PET CT 18/03/2024: multiple lytic lesions dorsal spine and pelvis, bilateral lung nodules largest 1.4 cm
Started on Tab Ribociclib 600 mg + Inj Fulvestrant 500 mg from 02/04/2024. Dose reduced to 400 mg i/v/o Gr 3 neutropenia 06/2024.
Inj Zoledronic acid 4 mg q 12 weekly
O/E: PS 1, wt 58 kg, chest clear
CBC (20/07/2026): Hb 10.9, TLC 3200, ANC 1500, Plt 1.62 lakh. RFT: Cr 0.8. LFT: T.Bil 0.5, SGOT 34, SGPT 29, ALP 140
PET CT 15/07/2026: stable disease.
K/C/O DM on T. Glycomet, HTN on T. Telma 40.
ADV: Continue Ribociclib + Fulvestrant. Review after 4 weeks.`,
    said: {
      treatment: [
        'radiation:radiotherapy||||||adjuvant||',
        'radiation:L chest wall + SCF||2020-10-20|||||50 Gy/25|',
        'surgery:left breast|2020-02-14|2020-02-14||||||',
        'doxorubicin+cyclophosphamide+paclitaxel|2020-03|2020-08||||||',
        'letrozole|2020-11|2024-03||||||',
        'ribociclib+fulvestrant|2024-04-02|||||||',
        'ribociclib+fulvestrant||||ongoing||||',
      ],
      metastasis: ['bone active', 'lung active'],
      receptors: ['ER positive A8, PR positive A7, HER2 low 1+'],
      stage: ['pathologic T2 N2a'],
      performance: ['ECOG 1'],
      lab: [
        'weight 58 2026-07-22',
        'hemoglobin 10.9 2026-07-20',
        'WBC 3.2 2026-07-20',
        'ANC 1.5 2026-07-20',
        'platelets 162 2026-07-20',
        'creatinine 0.8 2026-07-22',
        'bilirubin 0.5 2026-07-22',
        'AST 34 2026-07-22',
        'ALT 29 2026-07-22',
        'ALP 140 2026-07-22',
      ],
      condition: ['neutropenia resolved', 'diabetes active', 'hypertension active'],
    },
  },
  {
    name: 'a translated German tumour board',
    text: `UNIVERSITY HOSPITAL MUSTERSTADT - Breast Centre
Tumor board protocol of 04.06.2026
Patient: Example, Erika, born 12.03.1970
Diagnosis: Metastatic breast cancer right, NST, G3, ER 80 %, PR 10 %, HER2 0, Ki-67 40 %
First diagnosis: 02/2021, cT2 cN1 cM0
Metastasis: hepatic (since 09/2024), osseous (since 09/2024), cerebral (since 05/2026)
Previous therapies:
- neoadjuvant 4x EC q2w, 12x Paclitaxel weekly 03/2021 - 08/2021
- BET + SLNB right 09/2021: ypT1b ypN0 (0/3)
- RTX right breast 50,4 Gy + boost 10/2021 - 12/2021
- Adjuvant Letrozole + GnRH + Abemaciclib 01/2022 - 12/2023, then Letrozole + GnRH until 09/2024
- 1st-line: Capecitabine/Bevacizumab 10/2024 - 11/2025 (best response PR, then PD hepatic)
- 2nd-line: T-DXd since 12/2025
Genetics: BRCA1/2 wild type. PIK3CA H1047R (liver biopsy 10/2024). PD-L1 CPS 1.
ECOG 1. Secondary diagnoses: hypothyroidism, arterial hypertension.
Recommendation: Stereotactic radiation of 2 cerebral metastases (8 mm, 11 mm), continue T-DXd.`,
    said: {
      treatment: [
        'radiation:right breast|2021-10|2021-12|||||50.4 Gy|',
        'surgery:right breast and axilla|2021-09|2021-09||||||',
        'epirubicin+cyclophosphamide|2021-03|||||neoadjuvant||',
        'paclitaxel||2021-08||||neoadjuvant||',
        'letrozole+abemaciclib|2022-01|2023-12||||adjuvant||',
        'letrozole|2023-12|2024-09||||adjuvant||',
        'capecitabine+bevacizumab|2024-10|2025-11|progression||L1|metastatic||',
        'trastuzumab deruxtecan|2025-12|||ongoing|L2|metastatic||',
        'trastuzumab deruxtecan||||ongoing||||',
      ],
      metastasis: ['liver active', 'bone active', 'brain active'],
      receptors: ['ER positive 80%, PR positive 10%, HER2 negative 0, Ki 40'],
      stage: ['clinical T2 N1 M0', 'post-neoadjuvant T1b N0'],
      performance: ['ECOG 1'],
      biomarker: ['BRCA1 germline negative', 'BRCA2 germline negative', 'PIK3CA H1047R somatic positive', 'PD-L1 CPS 1 somatic positive'],
      condition: ['hypothyroidism active', 'arterial hypertension active'],
    },
  },
  {
    name: 'an Australian review',
    text: `BAYSIDE CANCER CARE                                   ABN 11 222 333 444
Medical Oncology Review                               Date: 18 August 2026
Re: Mrs Joan EXAMPLE   DOB 3/11/1955   Medicare 1234 56789 0
Dear Peter,
Problems:
- Metastatic HR+/HER2 negative breast cancer (bone 2021, liver 2023, pleura 2025)
    - Original diagnosis right breast 2011: T2N1, grade 3, ER 90%, PR 70%, HER2 1+. Mastectomy + axillary clearance, FEC-D, PMRT, tamoxifen 2 years then anastrozole to 2018.
    - 2021 relapse in bone: ribociclib/letrozole April 2021 - Feb 2023 (progressed in liver)
    - Liver biopsy March 2023: ER 80%, PR 0%, HER2 1+. ESR1 D538G, PIK3CA H1047R on Foundation One.
    - Capecitabine Mar 2023 - Nov 2024
    - Trastuzumab deruxtecan Dec 2024 - Jul 2026, ceased for progression (pleura, liver). No ILD.
- Osteoporosis
- T2DM, diet controlled
- Previous PE 2021, on apixaban
Medications: apixaban 5 mg bd, denosumab 120 mg 4-weekly, Panadol Osteo, Caltrate
Allergies: Penicillin - rash
Progress: ECOG 1. Staging CT 10 August 2026 showed new liver lesions up to 27 mm and enlarging right pleural effusion. Bloods: Hb 109, Plt 144, Neut 2.4, Creat 68, Bili 11, ALT 52, ALP 210, Alb 35.
Plan: eribulin C1 25 August.`,
    said: {
      treatment: [
        'tamoxifen||||||||',
        'anastrozole||2018||||||',
        'ribociclib+letrozole|2021-04|2023-02|progression|||||',
        'capecitabine|2023-03|2024-11||||||',
        'trastuzumab deruxtecan|2024-12|2026-07|progression|||||',
        'eribulin||||||||planned',
      ],
      metastasis: ['bone active', 'liver active', 'pleura active'],
      receptors: ['HER2 negative', 'ER positive 90%, PR positive 70%, HER2 low 1+', 'ER positive 80%, PR negative 0%, HER2 low 1+'],
      stage: ['clinical T2 N1'],
      performance: ['ECOG 1'],
      biomarker: ['ESR1 D538G somatic positive', 'PIK3CA H1047R somatic positive'],
      medication: [
        'apixaban current 5 mg bd',
        'denosumab current 120 mg 4-weekly',
        'acetaminophen current',
        'calcium + vitamin D current',
        'apixaban current',
      ],
      allergy: ['penicillin'],
      lab: [
        'hemoglobin 10.9 2026-08-18',
        'platelets 144 2026-08-18',
        'ANC 2.4 2026-08-18',
        'creatinine 0.769 2026-08-18',
        'bilirubin 0.64 2026-08-18',
        'ALT 52 2026-08-18',
        'ALP 210 2026-08-18',
        'albumin 3.5 2026-08-18',
      ],
      condition: ['osteoporosis active', 'type 2 diabetes active', 'pulmonary embolism resolved'],
    },
  },
  {
    name: 'a Canadian progress note',
    text: `PRAIRIE CANCER CENTRE - Systemic Therapy Progress Note
Date: 2026-06-30          PHN 9876 543 210
Patient: EXAMPLE, MARGARET A     F  63y

IDENTIFICATION: 63F with ER+ PR+ HER2- MBC, de novo, dx Jan 2022. Sites: bone, left supraclav/mediastinal LN, lung.
Tx Hx:
1. Letrozole + palbociclib (Feb 2022-Aug 2024): best response PR; PD bone/lung Aug 2024.
2. Fulvestrant + capivasertib (PIK3CA E545K) Sept 2024 - Apr 2025, d/c toxicity (G3 rash, hyperglycemia)
3. Capecitabine May 2025 -> ongoing. DR to 75% Nov 2025 for HFS G2.
XRT: T5-T9 20/5 Oct 2024; R hip 8/1 Jan 2026
No surgery to primary.
SUBJECTIVE: feels well, ECOG 0-1.
O: wt 66.1 kg, BSA 1.71
Labs 2026-06-29: WBC 3.9, ANC 2.2, Hb 118, Plt 171, Cr 64, ALT 22, ALP 88, bili 14, Ca 2.31
CT C/A/P 2026-06-20: stable pulmonary nodules (largest RLL 11 mm), stable sclerotic bone mets, no new disease.
Meds: pregabalin 75 BID, candesartan 8 OD, Ca/Vit D. NKDA. Off: metformin.
Assessment: stable on 3rd line. Continue.`,
    said: {
      treatment: [
        'radiation:T5-T9|2024-10||||||20 Gy/5|',
        'letrozole+palbociclib|2022-02|2024-08||||||',
        'letrozole+palbociclib|2022-02|2024-08|progression|||||',
        'fulvestrant+capivasertib|2024-09|2025-04|toxicity|||||',
        'capecitabine|2025-05|||ongoing||||',
        'capecitabine|2025-05|||ongoing|L3|metastatic||',
      ],
      metastasis: ['bone active', 'lymph-node active', 'lung active', 'lung stable', 'bone stable'],
      receptors: ['ER positive, PR positive, HER2 negative'],
      performance: ['ECOG 1'],
      biomarker: ['PIK3CA E545K somatic positive'],
      medication: ['pregabalin current 75 BID', 'candesartan current 8 OD', 'calcium + vitamin D current', 'metformin past'],
      lab: [
        'weight 66.1 2026-06-30',
        'WBC 3.9 2026-06-29',
        'ANC 2.2 2026-06-29',
        'hemoglobin 11.8 2026-06-29',
        'platelets 171 2026-06-29',
        'creatinine 0.724 2026-06-29',
        'ALT 22 2026-06-29',
        'ALP 88 2026-06-29',
        'bilirubin 0.82 2026-06-29',
        'calcium 9.26 2026-06-29',
      ],
      condition: ['rash resolved', 'hyperglycemia resolved', 'hand-foot syndrome resolved'],
    },
  },
]

describe.each(LETTERS)('$name', ({ text, said }) => {
  it.each(Object.entries(said) as [FactKind, string[]][])('gives each %s', (kind, wanted) => {
    expect([...new Set(saidIn(kind, text))]).toEqual(wanted)
  })
})

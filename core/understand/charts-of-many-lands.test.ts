import { describe, expect, it } from 'vitest'
import type { FactKind } from '../record/fact.ts'
import { missingFrom, saidIn } from './said.fixture.ts'

type Case = readonly [trap: string, kind: FactKind, text: string, wanted: string[]]

const MEDICINES: readonly Case[] = [
  [
    'a summary of a British practice: repeats with the day of issue',
    'medication',
    'Practice summary   Printed 21-Sep-2026\n\nREPEATS (last issued)\n  Salbutamol 100mcg inh      04-Aug-2026\n  Adcal-D3 bd      14-Sep-2026\nENDED\n  Tamoxifen 20mg   ended 14-Nov-2017\nHOSPITAL ONLY   Everolimus, Exemestane, Denosumab 120mg\n',
    ['salbutamol current', 'calcium + vitamin D current', 'tamoxifen past', 'everolimus current', 'denosumab current 120mg'],
  ],
  [
    'an allergy under a heading in its own column',
    'allergy',
    'Summary record\nFAMILY HISTORY  Mother - Ca colon (71).\nALLERGIES       Trimethoprim - rash\n',
    ['trimethoprim'],
  ],
  [
    'Indian prescription with forms and a course',
    'medication',
    'Clinic 07/09/2026\nRx : T. Thyronorm 100 mcg OD, T. Emeset 8 mg SOS, T. Olanzapine 2.5 mg HS x 5d, Cap Pantocid 40 OD. NO DICLOFENAC',
    ['levothyroxine current', 'ondansetron current', 'olanzapine current', 'pantoprazole current 40 OD', '!diclofenac'],
  ],
  [
    'list of an American federal hospital',
    'medication',
    "Active Outpatient Medications (including Supplies):     EXAMPLE\n     Active Outpatient Medications               Status\n1)   AMLODIPINE BESYLATE 5MG TAB  1 TAB DAILY     ACTIVE\n2)   PRAZOSIN HCL 2MG CAP                         ACTIVE\n     Active Non-VA Medications\n1)   CHOLECALCIFEROL 2000UNT TAB                  ACTIVE\n     Expired/DC'd:  METFORMIN 1000MG (DC 01/2024 CKD);  PREDNISONE",
    ['amlodipine current', 'prazosin current', 'cholecalciferol current', 'metformin past', 'prednisone past'],
  ],
  [
    'short courses of a stay are over',
    'medication',
    'DISCHARGE SUMMARY  Discharged: Jul 3, 2026\nCOURSE: ANC 0.6. Pip-tazo x 5 days, filgrastim x 3 doses.',
    ['piperacillin-tazobactam past', 'filgrastim past'],
  ],
  [
    'a taper and a prophylaxis that stop',
    'medication',
    'Clinic visit 03/03/2025\nHPI: On Dexa 4 mg taper over 3 wks. Started Levipil 500 BD prophylaxis x 1 mo then stop.',
    ['dexamethasone past', 'levetiracetam past'],
  ],
  [
    'German and Austrian brands',
    'medication',
    'Visit 12/01/2025\nMedications:\nPantoloc 40 mg\nNovalgin 500 mg\nBeloc-Zok 47.5 mg\nFortecortin 4 mg',
    ['pantoprazole current', 'metamizole current', 'metoprolol current', 'dexamethasone current'],
  ],
  [
    'Philippine brands',
    'medication',
    'Visit 12/01/2025\nHome meds: Biogesic 500 PRN, Dolcet BID, Norvask 5 mg',
    ['acetaminophen current', 'tramadol/acetaminophen current', 'amlodipine current'],
  ],
  [
    'Australian brands',
    'medication',
    'Visit 12/01/2025\nMedications: Panadol 1 g, Somac 40 mg, Coversyl 5 mg, Diaformin 500 mg',
    ['acetaminophen current', 'pantoprazole current', 'perindopril current', 'metformin current'],
  ],
  [
    'a DEXA scan is no dexamethasone',
    'medication',
    'Visit 12/01/2025\nMedications:\nLetrozole 2.5 mg\nPlan: DEXA 2 yearly',
    ['!dexamethasone'],
  ],
]

const TREATMENTS: readonly Case[] = [
  [
    'radiation whose units stand in the head',
    'treatment',
    'RADIOTHERAPY COMPLETION SUMMARY\nIntent: Adjuvant\n\nSite                 Technique      Dose (Gy)   #    Start        Finish\nL breast + L SCF     tangents       40.05       15   17/11/2014   05/12/2014\nL breast boost       electrons      10           5   08/12/2014   12/12/2014\n',
    ['radiation:L breast + L SCF|2014-11-17|2014-12-05~40.05 Gy/15~adjuvant', 'radiation:L breast boost|2014-12-08|2014-12-12~10 Gy/5'],
  ],
  [
    'the same in a frame, cGy',
    'treatment',
    'RADIATION TREATMENT SUMMARY\n| Treatment site      | Dose cGy | Fr  | From       | To         |\n| Rt chest wall       | 5000     | 25  | 06/27/2022 | 07/29/2022 |\n',
    ['radiation:Rt chest wall|2022-06-27|2022-07-29~50 Gy/25'],
  ],
  [
    'added to a letter weeks later',
    'treatment',
    'Clinic date 19/03/2026    Consultant, NHS\nDear Colleague\nWeight 71 kg. 20 Gy in 5 fractions given to the acetabulum 13/04 - 17/04/2026.',
    ['radiation:acetabulum|2026-04-13|2026-04-17~20 Gy/5', '!planned'],
  ],
  [
    'a note after radiation is not its day',
    'treatment',
    'Clinic visit 08/08/2022\nAssessment: 08/08/2022 Post MRM + RT.',
    ['!radiation:|2022-08-08'],
  ],
  [
    'a table of lines that only counts its rows',
    'treatment',
    'OPD 07/09/2026  UHID 22\nTREATMENT LINES\nSl | Regimen                     | From        | To          | Remarks\n1  | Gem+Carbo+Pembro -> Pembro  | 09/09/2024  | 04/08/2025  | PR then PD brain, liver\n2  | Sacituzumab govitecan       | 22/09/2025  | 22/06/2026  | 13#. Gr3 neutropenia, dose reduced. PD liver\n3  | T-DXd 5.4 mg/kg             | 13/07/2026  | ongoing     | 3# done\n',
    [
      'gemcitabine+carboplatin+pembrolizumab|2024-09-09~L1',
      'pembrolizumab||2025-08-04|progression',
      'sacituzumab govitecan|2025-09-22|2026-06-22|progression~L2',
      'trastuzumab deruxtecan|2026-07-13||~ongoing~L3',
    ],
  ],
  [
    'current treatment after a colon',
    'treatment',
    'Clinic letter 17/09/2026\nCurrent treatment: everolimus 5 mg and exemestane 25 mg (3rd line), denosumab 120 mg',
    ['everolimus+exemestane~ongoing~L3'],
  ],
  [
    'a change of dose is no new start',
    'treatment',
    'Clinic letter 19/03/2026\nONC HX:\n- fulvestrant + palbociclib 07/18/2022 to 06/02/2025. Palbo 125 -> 100 mg from Nov 22.',
    ['fulvestrant+palbociclib|2022-07-18|2025-06-02', '!palbociclib|2025-11'],
  ],
  [
    'do not rechallenge',
    'treatment',
    'Consult 11/04/2025\nImpression: coronary spasm. DO NOT RECHALLENGE w capecitabine or 5-FU.',
    ['!fluorouracil', '!capecitabine'],
  ],
  [
    'disowned on the same paper',
    'treatment',
    'Referral Feb 20, 2026\nBreast cancer s/p chemotherapy Doxorubicin x 6 cycles (2022).\n\nRe: your letter. No anthracycline and no Herceptin were ever given.',
    ['!doxorubicin'],
  ],
  [
    'stopped for a spasm of the heart',
    'treatment',
    'Visit 09/14/2026\nONC HX:\n* 3L capecitabine 04/14/25-11/04/25, SD, stopped coronary vasospasm.',
    ['capecitabine|2025-04-14|2025-11-04|toxicity~L3'],
  ],
  [
    'four of one and four of another',
    'treatment',
    'Visit 09/14/2026\nS/P 4 EC + 4 DOCETAXEL (03/2020 - 08/2020)',
    ['epirubicin+cyclophosphamide+docetaxel|2020-03|2020-08'],
  ],
  [
    'one print of two reports: the operation is of its own day',
    'treatment',
    'CELLULAR PATHOLOGY   COMPOSITE PRINT\nLab no 1    Taken 09/04/2014    Auth 14/04/2014\nSpecimen: Left breast core biopsy\nInvasive ductal carcinoma, grade 2.\n\nLab no 2    Taken 23/05/2014    Auth 28/05/2014\nSpecimen: A. Left wide local excision\nA. Invasive carcinoma, Grade 2. Whole size 24 mm.',
    ['surgery~|2014-05-23|'],
  ],
]

const CONDITIONS: readonly Case[] = [
  [
    'plus and minus signs of a Philippine history',
    'condition',
    'Admission Jan 14, 2022\nPMH: (+) HPN on Losartan. (+) PTB treated 2015, completed. (-) DM (-) BA. HBsAg reactive since 2009.',
    ['hypertension active', 'pulmonary tuberculosis resolved', 'chronic hepatitis B active', '!diabetes', '!asthma'],
  ],
  ['a degree is no diabetes', 'condition', 'Clinic 11/11/2021\nConsultant : Dr. R. Example, MD, DM (Med Onc)', ['!diabetes']],
  [
    'known case of',
    'condition',
    'Clinic 11/11/2021\nH/o hypothyroid on Thyronorm 50 mcg. K/c/o PCOD.',
    ['hypothyroidism active', 'polycystic ovarian disease (PCOD) active'],
  ],
  ['mouth ulcers', 'condition', 'Clinic 11/11/2021\nShe has mouth ulcers since everolimus.', ['oral mucositis']],
  ['coronary spasm', 'condition', 'Consult 11/04/2025\nImpression: capecitabine coronary vasospasm.', ['coronary vasospasm active']],
  ['fatigue with its grade', 'condition', 'Clinic 11/11/2021\nInterval: fatigue gr 1. No cough.', ['fatigue active']],
  ['a drug entered as a reaction', 'allergy', 'Clinic 11/11/2025\nAllergy: lisinopril. Capecitabine entered as ADR.', ['capecitabine']],
  [
    'a printed list of serology',
    'lab',
    'CENTRAL LABORATORY\nCollected: 09/05/2026\nHBsAg : Non reactive    Anti HCV : Non reactive    HIV I & II : Non reactive',
    ['HBsAg negative', 'anti-HCV negative', 'HIV negative'],
  ],
  [
    'no zero before the point',
    'lab',
    'CHEMISTRY   Collection: 09/14/2026\n BILIRUBIN,TOTAL      .6        mg/dL      .2 - 1.2\n',
    ['bilirubin 0.6'],
  ],
  ['a judgement in the conditional', 'performance', 'Clinic letter 17/09/2026\nI would put her WHO performance status at 1.', ['ECOG 1']],
  [
    'many nodules on a scan told in a note are suspected',
    'metastasis',
    'Clinic visit 19/08/2024\nAssessment: PET CT 08/14/2024 : multiple lung nodules, largest 22 mm.',
    ['lung suspected'],
  ],
  [
    'progression with a dash, and before its site',
    'metastasis',
    'Clinic visit 12/09/2024\nAssessment: PD - liver multiple, largest 4.2 cm. Lung PD, new bone lesions.',
    ['liver active', 'lung active'],
  ],
]

const TISSUE: readonly Case[] = [
  [
    'the day of the first diagnosis is not that of the spread',
    'metastasis',
    'Letter 14.08.2026\nMetastatic breast cancer, ED 03/2019\n- Osseous metastases since 05/2023, hepatic metastases since 11/2024',
    ['bone active', 'liver active'],
  ],
  [
    'a route written with stops',
    'medication',
    'Letter 14.08.2026\n- denosumab 120 mg s.c. q4w since 06/2023',
    ['denosumab current 120 mg'],
  ],
  [
    'a boost beside its course',
    'treatment',
    'Letter 14.08.2026\n- adjuvant radiotherapy 11/2019 - 12/2019, 50 Gy + boost 10 Gy',
    ['radiation:radiotherapy|2019-11|2019-12~50 Gy', 'radiation:boost~10 Gy'],
  ],

  [
    'a core of a vertebra is not the breast',
    'receptors',
    'SURGICAL PATHOLOGY\nEXAMPLE,H     SP 22-1    Date obtained: JUN 28, 2022\nT10 VERTEBRA, CORE:  METASTATIC CARCINOMA. GATA3 POS.  C/W BREAST.\n   ER 95%.  PR 40%.  HER2 IHC 1+.',
    ['ER positive 95%, PR positive 40%, HER2 low 1+'],
  ],
  [
    'genes behind the word negative',
    'biomarker',
    'COMPREHENSIVE GENOMIC PROFILING (FFPE liver)   Report: Oct 3, 2025\nTP53  R248Q (VAF 44%)\nNegative: PIK3CA, AKT1, ESR1',
    ['PIK3CA~negative', 'AKT1~negative', 'ESR1~negative', 'TP53 R248Q'],
  ],
  [
    'an equivocal amplification is none',
    'biomarker',
    'LIQUID BIOPSY RESULT (plasma)   Collected 03/11/2025\nTP53 p.Y220C      7.4%\nFGFR1 amplification      equivocal',
    ['TP53 Y220C', '!FGFR1'],
  ],
  [
    'a score of genomic instability with its name in brackets',
    'biomarker',
    'TUMOUR NGS PANEL (FFPE)  Reported 18-Sep-2024\nTP53 p.R213*  VAF 61%\nHRD score (GIS) : 58 POSITIVE',
    ['HRD 58~positive'],
  ],
  [
    'androgen receptor in a frame',
    'biomarker',
    'DEPT OF PATHOLOGY\nIHC REVIEW  Reported 11/15/2021\nBreast biopsy: invasive ductal carcinoma\nMarker      | Result       | Score\nER          | NEGATIVE     | 0\nHER2/neu    | NEGATIVE     | 0\nAR          | NEGATIVE     |',
    ['AR~negative'],
  ],
  [
    'a stage of hypertension',
    'stage',
    'Admission Jan 14, 2022\nImpression: Breast CA L, cT4b N2 Mx, HPN stage 2 controlled',
    ['clinical T4b N2', '!II'],
  ],
  [
    'a scan of the head with its reason',
    'metastasis',
    'Consult 11/04/2025\nHead MRI for dizziness 11/05/2025: no metastases.',
    ['brain ruled-out'],
  ],
  [
    'gamma knife without the word radiation',
    'treatment',
    'Neuro Centre       GKRS NOTE\nPt: Mrs Example, 42/F          Date of procedure: 02.09.2025\nDx: Ca breast, brain mets x2\nLt frontal 18 mm   - 20 Gy @50% single fr\nRt occipital 9 mm  - 22 Gy @50% single fr',
    ['radiation:Lt frontal~2025-09-02|2025-09-02~20 Gy', 'radiation:Rt occipital~22 Gy'],
  ],
]

describe.each([
  ['medicines', MEDICINES],
  ['treatments', TREATMENTS],
  ['illnesses and findings', CONDITIONS],
  ['tissue, genes and stages', TISSUE],
] as const)('%s in charts of many lands', (_name, cases) => {
  it.each(cases)('%s', (_trap, kind, text, wanted) => {
    expect(missingFrom(saidIn(kind, text), wanted)).toEqual([])
  })
})

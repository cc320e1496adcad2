import { describe, expect, it } from 'vitest'
import type { FactKind } from '../../record/fact.ts'
import { missingFrom, saidIn } from '../said.fixture.ts'

const CASES: readonly (readonly [trap: string, kind: FactKind, text: string, wanted: string[]])[] = [
  [
    'French print, decimal commas, accents, limits with a comma',
    'lab',
    `LABORATOIRE DE BIOLOGIE MEDICALE
Prélèvement du 07/09/2026

Hémoglobine                    11,4   g/dL      12,0 - 16,0
Leucocytes                     4,2    G/L       4,0 - 10,0
Polynucléaires neutrophiles    2,3    G/L       1,8 - 7,5
Lymphocytes                    1,4    G/L
Plaquettes                     167    G/L       150 - 400
Créatinine                     61     µmol/L    45 - 84
DFG (CKD-EPI)                  108    mL/min/1,73m²
Bilirubine totale              7      µmol/L    < 21
ASAT                           29     U/L       < 35
ALAT                           27     U/L
Phosphatases alcalines         88     U/L
Gamma-GT   33 U/L
Albumine                       41     g/L
TSH                            0,8    mUI/L
CA 15-3                        38     U/mL
Potassium                      4,1    mmol/L
Calcium                        2,31   mmol/L`,
    [
      'hemoglobin 11.4',
      'WBC 4.2',
      'ANC 2.3',
      'platelets 167',
      'creatinine 0.69',
      'eGFR 108',
      'bilirubin 0.409',
      'AST 29',
      'ALT 27',
      'ALP 88',
      'albumin 4.1',
      'TSH 0.8',
      'CA 15-3 38',
      'potassium 4.1',
      'calcium 9.26',
    ],
  ],
  [
    'German print, limits in brackets, flags as plus and minus',
    'lab',
    `Laborbefund vom 14.09.2026
Hämoglobin            10,9   g/dl    (12,0-15,5)   -
Leukozyten            3,45   /nl     (3,9-10,2)
Neutrophile abs.      1,72   /nl
Thrombozyten          132    /nl     (150-370)
Kreatinin             0,84   mg/dl   (0,5-0,9)
GFR (CKD-EPI)         71     ml/min
Bilirubin gesamt      0,6    mg/dl   (<1,2)
GOT (AST)             41     U/l     (<35)   +
GPT (ALT)             52     U/l     (<35)   +
AP                    120    U/l
Albumin               38     g/l
Kalium                4,2    mmol/l
Calcium               2,35   mmol/l
CA 15-3               88,4   U/ml    (<25)   +
CEA                   3,1    µg/l
TSH                   1,9    mU/l
Quick                 98     %
INR                   1,02`,
    [
      'hemoglobin 10.9',
      'WBC 3.45',
      'ANC 1.72',
      'platelets 132',
      'creatinine 0.84',
      'eGFR 71',
      'bilirubin 0.6',
      'AST 41',
      'ALT 52',
      'ALP 120',
      'albumin 3.8',
      'potassium 4.2',
      'calcium 9.4',
      'CA 15-3 88.4',
      'CEA 3.1',
      'TSH 1.9',
      'INR 1.02',
    ],
  ],
  [
    'Dutch list, haemoglobin in mmol/l',
    'lab',
    `Laboruitslagen 03-09-2026
Hb 7,1 mmol/l
Leukocyten 4,8 10^9/l
Neutrofielen 2,9 10^9/l
Trombocyten 201 10^9/l
Kreatinine 68 µmol/l
eGFR (CKD-EPI) >90 ml/min/1,73m2
Bilirubine totaal 9 µmol/l
ASAT 24 U/l
ALAT 31 U/l
Alkalische fosfatase 77 U/l
Albumine 42 g/l
Calcium 2,41 mmol/l`,
    [
      'hemoglobin 11.4',
      'WBC 4.8',
      'ANC 2.9',
      'platelets 201',
      'creatinine 0.769',
      'bilirubin 0.526',
      'AST 24',
      'ALT 31',
      'ALP 77',
      'albumin 4.2',
      'calcium 9.66',
    ],
  ],
  [
    'Spanish list, thousands with a point',
    'lab',
    `ANALISIS CLINICOS  Fecha: 12/08/2026
Hemoglobina: 11.8 g/dL
Leucocitos: 5.400 /mm3
Neutrófilos: 3.100 /mm3
Plaquetas: 210.000 /mm3
Creatinina: 0,82 mg/dL
Bilirrubina total: 0,5 mg/dL
GOT: 22 U/L   GPT: 19 U/L
Fosfatasa alcalina: 98 U/L
Albúmina: 4,1 g/dL`,
    [
      'hemoglobin 11.8',
      'WBC 5.4',
      'ANC 3.1',
      'platelets 210',
      'creatinine 0.82',
      'bilirubin 0.5',
      'AST 22',
      'ALT 19',
      'ALP 98',
      'albumin 4.1',
    ],
  ],
  [
    'Italian list',
    'lab',
    `ESAMI EMATICI 10/09/2026
Emoglobina 11,2 g/dL
Globuli bianchi 4,1 x10^3/uL
Neutrofili 2,2 x10^3/uL
Piastrine 189 x10^3/uL
Creatinina 0,7 mg/dL
Bilirubina totale 0,4 mg/dL
Fosfatasi alcalina 76 U/L`,
    ['hemoglobin 11.2', 'WBC 4.1', 'ANC 2.2', 'platelets 189', 'creatinine 0.7', 'bilirubin 0.4', 'ALP 76'],
  ],
  [
    'Indian print: lakhs, /cumm, a differential in percent is no count',
    'lab',
    `COMPLETE BLOOD COUNT                      Collected: 02/09/2026 09:14
Haemoglobin                   10.6        g/dL          12.0-15.0
Total WBC Count               3,800       /cumm         4000-11000
Differential Count
Neutrophils                   58          %             40-80
Lymphocytes                   30          %
Absolute Neutrophil Count     2,204       /cumm         2000-7000
Platelet Count                1.45        lakhs/cumm    1.5-4.1
Serum Creatinine              0.7         mg/dl
S. Bilirubin (Total)          0.6         mg/dl
SGOT                          34          U/L
SGPT                          28          U/L
Alkaline Phosphatase          110         IU/L
S. Albumin                    3.9         gm/dl`,
    [
      'hemoglobin 10.6',
      'WBC 3.8',
      'ANC 2.204',
      'platelets 145',
      'creatinine 0.7',
      'bilirubin 0.6',
      'AST 34',
      'ALT 28',
      'ALP 110',
      'albumin 3.9',
      '!ANC 58',
    ],
  ],
  [
    'American print: flag between value and unit',
    'lab',
    `TEST                RESULT   FLAG   UNITS       REFERENCE INTERVAL
Collected 08/11/2026
WBC                 3.1      L      x10E3/uL    3.4-10.8
Hemoglobin          11.0     L      g/dL        11.1-15.9
Platelets           201             x10E3/uL    150-450
Neutrophils (Absolute)  1.6         x10E3/uL    1.4-7.0
Creatinine          0.81            mg/dL       0.57-1.00
eGFR                82              mL/min/1.73 >59
Bilirubin, Total    0.3             mg/dL       0.0-1.2
AST (SGOT)          44       H      IU/L        0-40
ALT (SGPT)          38       H      IU/L        0-32
Alkaline Phosphatase 131     H      IU/L        44-121`,
    ['WBC 3.1', 'hemoglobin 11', 'platelets 201', 'ANC 1.6', 'creatinine 0.81', 'eGFR 82', 'bilirubin 0.3', 'AST 44', 'ALT 38', 'ALP 131'],
  ],
  [
    'British note: bloods in one line, nothing but numbers',
    'lab',
    `Clinic note 12/08/2026
Bloods today: Hb 108, WCC 4.2, neuts 2.1, plts 188. U&Es normal, creat 71. LFTs: bili 8, ALT 33, ALP 102, alb 37. Adj Ca 2.38.`,
    [
      'hemoglobin 10.8',
      'WBC 4.2',
      'ANC 2.1',
      'platelets 188',
      'creatinine 0.803',
      'bilirubin 0.47',
      'ALT 33',
      'ALP 102',
      'albumin 3.7',
      'calcium 9.5',
    ],
  ],
  [
    'normal liver function is no value',
    'lab',
    `Clinic note 12/08/2026
LFTs normal. U&E normal. Hb 118 g/L, neutrophils 3.2, platelets 240.`,
    ['hemoglobin 11.8', 'ANC 3.2', 'platelets 240'],
  ],
  [
    'values between slashes, two enzymes at once',
    'lab',
    `Follow-up 12/08/2026
CBC: WBC 3.4 / Hb 10.2 / Plt 145 / ANC 1.8. CMP: Cr 0.77, AST/ALT 24/31, T bili 0.4, alk phos 88, alb 4.`,
    [
      'WBC 3.4',
      'hemoglobin 10.2',
      'platelets 145',
      'ANC 1.8',
      'creatinine 0.77',
      'AST 24',
      'ALT 31',
      'bilirubin 0.4',
      'ALP 88',
      'albumin 4',
    ],
  ],
  [
    'the shorthand of a blood count',
    'lab',
    `Brief note 04/03/2026
Labs: 3.4>10.2/31<145 ; ANC 1.6; Cr 0.8`,
    ['WBC 3.4', 'hemoglobin 10.2', 'platelets 145', 'ANC 1.6', 'creatinine 0.8'],
  ],
  [
    'cumulative print: columns of days, limits and units behind',
    'lab',
    `PATHOLOGY CUMULATIVE REPORT
                     12/06/26    03/07/26    24/07/26    Ref range     Units
Haemoglobin          112         109 L       115         115-165       g/L
White Cell Count     4.5         3.8         4.1         4.0-11.0      x10^9/L
Platelets            201         188         176         150-400       x10^9/L
Neutrophils          2.6         1.9         2.2         2.0-7.5       x10^9/L
Creatinine           66          71          69          45-90         umol/L
Bilirubin            8           9           <5          <20           umol/L
ALT                  24          31          55 H        5-35          U/L
Corrected Calcium    2.31        2.29        2.40        2.10-2.60     mmol/L`,
    [
      'hemoglobin 11.5 2026-07-24',
      'hemoglobin 10.9 2026-07-03',
      'WBC 4.1 2026-07-24',
      'platelets 176 2026-07-24',
      'ANC 2.2 2026-07-24',
      'creatinine 0.781 2026-07-24',
      'ALT 55 2026-07-24',
      'calcium 9.62 2026-07-24',
    ],
  ],
  [
    'German line with Tsd/µl',
    'lab',
    `Labordaten vom 11.09.2026: Leukozyten 4,1 Tsd/µl, Hb 11,9 g/dl, Thrombozyten 234 Tsd/µl, Neutrophile 2,3 Tsd/µl, Kreatinin 0,78 mg/dl, Bilirubin 0,4 mg/dl, GOT 29 U/l, GPT 33 U/l, GGT 78 U/l, AP 99 U/l, LDH 241 U/l, CRP 0,4 mg/dl.`,
    ['WBC 4.1', 'hemoglobin 11.9', 'platelets 234', 'ANC 2.3', 'creatinine 0.78', 'bilirubin 0.4', 'AST 29', 'ALT 33', 'ALP 99'],
  ],
  [
    'cells between bars, ions with their charge',
    'lab',
    `Biochemistry (Roche) 20-08-2026
Na+ 139 mmol/L | K+ 4.3 mmol/L | Urea 5.1 mmol/L | Creatinine 78 umol/L | T.Bil 9 umol/L | ALP 80 U/L | ALT 22 U/L | Albumin 40 g/L`,
    ['sodium 139', 'potassium 4.3', 'creatinine 0.882', 'bilirubin 0.526', 'ALP 80', 'ALT 22', 'albumin 4'],
  ],
  [
    'limits labelled and printed before the value',
    'lab',
    `Hematology
Ref. Range      8/3/2026 10:12
WBC  Latest Ref Range: 4.0 - 11.0 K/uL  3.6 (L)
Hemoglobin  Latest Ref Range: 12.0 - 15.5 g/dL  10.8 (L)
Platelets  Latest Ref Range: 150 - 400 K/uL  155`,
    ['WBC 3.6', 'hemoglobin 10.8', 'platelets 155'],
  ],
  [
    'units in words',
    'lab',
    `Results of 5 Aug 2026
Haemoglobin: 11.9 g/dL (11.5 - 15.5)
WBC: 5.12 *10^9/L
Absolute neutrophils: 3.02 *10^9/L
Platelet Count: 287 *10^9/L
Total bilirubin: 11 micromol/L
Creatinine: 58 micromol/L`,
    ['hemoglobin 11.9', 'WBC 5.12', 'ANC 3.02', 'platelets 287', 'bilirubin 0.643', 'creatinine 0.656'],
  ],
  [
    'component, value, date on each line',
    'lab',
    `Labs 9/14/26
Component Value Date
WBC 4.7 09/14/2026
HGB 11.9 (L) 09/14/2026
HCT 36.1 09/14/2026
PLT 221 09/14/2026
NA 138 09/14/2026
CREATININE 0.84 09/14/2026
BILITOT 0.5 09/14/2026`,
    ['WBC 4.7 2026-09-14', 'hemoglobin 11.9 2026-09-14', 'platelets 221 2026-09-14', 'creatinine 0.84', 'bilirubin 0.5'],
  ],
  [
    'rising values told in a sentence',
    'lab',
    `Blood tests on 2 September: haemoglobin of 102, neutrophil count 1.4, platelets 96; ALT has risen to 88; bilirubin 14.
Dictated 04/09/2026`,
    ['hemoglobin 10.2', 'ANC 1.4', 'platelets 96', 'ALT 88'],
  ],
  [
    'values told in a letter',
    'lab',
    `Letter 04/09/2026
Her kidney function is satisfactory with a creatinine of 92 and an eGFR of 58. Liver function tests show an ALT of 61 and alkaline phosphatase of 180 with normal bilirubin.`,
    ['creatinine 1.04', 'eGFR 58', 'ALT 61', 'ALP 180'],
  ],
  [
    'a row for each day, a column for each test',
    'lab',
    `Blood results
Date        Hb    WCC   Plt   Neut  Creat
12/06/2026  112   4.5   201   2.6   66
23/07/2026  109   3.8   188   1.9   71`,
    ['hemoglobin 11.2 2026-06-12', 'hemoglobin 10.9 2026-07-23', 'ANC 1.9 2026-07-23', 'creatinine 0.803 2026-07-23', 'platelets 188'],
  ],
  [
    'the same between bars, units in the head',
    'lab',
    `Flowsheet
Date | Hgb (g/dL) | WBC (K/uL) | ANC (K/uL) | Plt (K/uL)
2026-08-01 | 10.2 | 3.1 | 1.4 | 133
2026-08-22 | 10.8 | 4.0 | 2.2 | 151`,
    ['hemoglobin 10.8 2026-08-22', 'ANC 2.2 2026-08-22', 'platelets 133 2026-08-01'],
  ],
  [
    'cycle and day before the values',
    'lab',
    `Cycle   Date       WBC    ANC    Hgb    Plt
C1      8/3/2026   4.2    2.3    11.2   210
C2      8/24/2026  2.8    0.9    10.4   140`,
    ['ANC 0.9 2026-08-24', 'platelets 140 2026-08-24', 'hemoglobin 11.2 2026-08-03'],
  ],
  [
    'markers by day',
    'lab',
    `Tumor markers
Date         CA 15-3   CEA
03/14/2026   41        3.2
06/20/2026   66        4.1`,
    ['CA 15-3 66 2026-06-20', 'CEA 4.1 2026-06-20', 'CA 15-3 41'],
  ],
  [
    'markers that fall, the last counts',
    'lab',
    `Clinic 10/09/2026
Markers: CA 15.3 falling 210 > 160 > 98 (02/09/2026)`,
    ['CA 15-3 98'],
  ],
  [
    'the earlier result printed before the new one',
    'lab',
    `TEST                   PREVIOUS    RESULT    UNITS
Haemoglobin            11.2        10.4      g/dL
Platelets              201         188       x10^9/L`,
    ['hemoglobin 10.4', 'platelets 188', '!hemoglobin 11.2'],
  ],
  [
    'pairs of names and values',
    'lab',
    `Visit 09/12/2026. AST/ALT 24/31, T bili/D bili 0.8/0.2, BUN/Cr 14/0.9, Na/K 138/4.1.`,
    ['AST 24', 'ALT 31', 'bilirubin 0.8', 'creatinine 0.9', 'potassium 4.1', 'sodium 138'],
  ],
  [
    'three names, three values',
    'lab',
    `Seen 12/9/26. Hb/WBC/Plt: 10.2/3.4/145. BP 128/76.`,
    ['hemoglobin 10.2', 'WBC 3.4', 'platelets 145', 'systolic 128'],
  ],
  [
    'Indian clinic line',
    'lab',
    `OPD 04/09/2026
Inv: Hb 9.8 gm%, TLC 4,600, N 62 L 30, Plt 1.8 lakh, S. Creat 0.7, T.Bil 0.6, SGOT/PT 34/28, ALP 110, RBS 142`,
    ['hemoglobin 9.8', 'WBC 4.6', 'platelets 180', 'creatinine 0.7', 'bilirubin 0.6', 'ALP 110', 'glucose 142', '!ANC 62'],
  ],
  [
    'normal counts are no value, the ejection fraction is',
    'lab',
    `OPD 04/09/2026
CBC WNL. LFT/RFT normal. 2D ECHO: LVEF 60%, no RWMA.`,
    ['LVEF 60', '!hemoglobin'],
  ],
  [
    'percent and count of one cell',
    'lab',
    `Lab results 05/06/2026: Neutrophils % 58, Neutrophils abs 2.4, Lymphocytes % 31`,
    ['ANC 2.4', '!ANC 58'],
  ],
  [
    'arrows as flags',
    'lab',
    `Hb 10.2 g/dL↓, Plt 88 ↓, ANC 0.8 (LL)
Clinic 03/02/2026`,
    ['hemoglobin 10.2', 'platelets 88', 'ANC 0.8'],
  ],
  ['ejection fraction by Simpson', 'lab', `Echocardiogram 14.08.2026: LV function good, EF (Simpson) 61 %, GLS -19 %`, ['LVEF 61']],
  [
    'ejection fraction as a span in words',
    'lab',
    `Echo: EF 55 to 60 percent, prior 60
Date: 05/06/2026`,
    ['LVEF'],
  ],
  ['corrected QT by Fridericia', 'lab', `ECG 12.08.2026: sinus rhythm, 72/min, QTc (Fridericia) 431 ms`, ['QTcF 431']],
  [
    'QT and QTc at once',
    'lab',
    `12-lead ECG: HR 78, PR 160, QRS 88, QT/QTc 380/432
05/06/2026 visit`,
    ['QTcF 432'],
  ],
  [
    'vital signs',
    'lab',
    `Vitals: T 36.8, P 82, BP 118/70, RR 16, SpO2 97% RA, Wt 68.4 kg, Ht 162 cm, BMI 26.1
05/06/2026 visit`,
    ['systolic 118', 'weight 68.4', 'height 162', 'BMI 26.1', 'SpO2 97'],
  ],
  ['weight and height with comma and metres', 'lab', `Obs 05/06/2026 weight 72,5 kg height 1.68m BSA 1.82`, ['weight 72.5', 'height 168']],
  [
    'weight in pounds',
    'lab',
    `Wt 150 lb (68 kg)
05/06/2026 visit`,
    ['weight 68'],
  ],
  [
    'molar units of sugar',
    'lab',
    `HbA1c 52 mmol/mol, fasting glucose 7.2 mmol/L, cholesterol 5.1 mmol/L
05/06/2026 clinic`,
    ['HbA1c 6.91', 'glucose 130'],
  ],
  [
    'serology in one line',
    'lab',
    `Serology 11/05/2026: HBsAg non reactive, anti HBc total negative, anti HCV NR, HIV I&II non-reactive`,
    ['HBsAg negative', 'anti-HBc negative', 'anti-HCV negative', 'HIV negative'],
  ],
  [
    'serology by virus',
    'lab',
    `HBV sAg: Negative
HBV core Ab: Positive
HCV Ab: Negative
Collected 05/06/2026`,
    ['HBsAg negative', 'anti-HBc positive', 'anti-HCV negative'],
  ],
  [
    'list with dashes and bracketed days',
    'lab',
    `Labs:
- Hgb: 10.8 g/dL (5/2/26)
- ANC: 1,900
- Plt: 175,000
- Creatinine: 0.9`,
    ['hemoglobin 10.8 2026-05-02', 'ANC 1.9', 'platelets 175', 'creatinine 0.9'],
  ],
  [
    'letter of a British clinic',
    'lab',
    `Clinic letter 12/08/2026
Full blood count showed haemoglobin 11.2, white cells 4.5 with neutrophils of 2.3 and platelets 210. Renal function: urea 5.2, creatinine 68, eGFR >90. Liver function: bilirubin 7, ALT 28, alk phos 96, albumin 39. Bone profile: adjusted calcium 2.41.`,
    [
      'hemoglobin 11.2',
      'WBC 4.5',
      'ANC 2.3',
      'platelets 210',
      'creatinine 0.769',
      'bilirubin 0.41',
      'ALT 28',
      'ALP 96',
      'albumin 3.9',
      'calcium 9.66',
    ],
  ],
  [
    'thresholds are no results',
    'lab',
    `Medical oncology 08/15/2026
Plan: hold if ANC < 1.0 or plt < 75. Resume when ANC >= 1.5. Today ANC 1.7.`,
    ['ANC 1.7', '!ANC <1', '!ANC >=1.5', '!platelets'],
  ],
  [
    'clearance, clotting, thyroid',
    'lab',
    `Medical oncology 08/15/2026
CrCl (C-G) 54 mL/min; eGFR 58. PT 12.8 s INR 1.1 aPTT 31 s. TSH 2,34 uIU/mL. fT4 1.1 ng/dL. LDH 310 U/L. Uric acid 5.5. Phos 3.1. Mg 1.9.`,
    ['creatinine-clearance 54', 'eGFR 58', 'INR 1.1', 'TSH 2.34', 'LDH 310'],
  ],
  [
    'British print with asterisks before what is abnormal',
    'lab',
    `BLOOD SCIENCES    Sample date 02/09/2026 10:21
FULL BLOOD COUNT
  Haemoglobin estimation      * 104      g/L         120 - 150
  Total white cell count        3.9      10*9/L      4.0 - 10.0
  Platelet count                167      10*9/L      150 - 410
  Neutrophil count            * 1.6      10*9/L      2.0 - 7.0
UREA AND ELECTROLYTES
  Creatinine                    62       umol/L      49 - 90
  eGFR                          >90      mL/min/1.73m2
LIVER FUNCTION TESTS
  Total bilirubin               6        umol/L      < 21
  Alanine aminotransferase    * 61       IU/L        < 34
  Alkaline phosphatase          92       IU/L        30 - 130
  Albumin                       38       g/L         35 - 50`,
    ['hemoglobin 10.4', 'WBC 3.9', 'platelets 167', 'ANC 1.6', 'creatinine 0.701', 'bilirubin 0.351', 'ALT 61', 'ALP 92', 'albumin 3.8'],
  ],
  [
    'Indian print with methods in the names',
    'lab',
    `Investigation      Observed Value   Unit      Biological Ref Interval
Hemoglobin (Photometry)   11.2   g/dL   12.0 - 15.0
Leucocytes Count - WBC Total   5.10   x10^3/uL   4.0-10.0
Platelet Count (Impedance)    198   x10^3/uL   150-410
Neutrophils - Absolute Count    3.06   x10^3/uL   2.0-7.0
Creatinine - Serum   0.66   mg/dL   0.5-0.9
Bilirubin - Total   0.44   mg/dL
Aspartate Aminotransferase (SGOT)   31  U/L  <31
Alanine Transaminase (SGPT)   22  U/L
Reported on 03/08/2026`,
    ['hemoglobin 11.2', 'WBC 5.1', 'platelets 198', 'ANC 3.06', 'creatinine 0.66', 'bilirubin 0.44', 'AST 31', 'ALT 22'],
  ],
  [
    'German units: Gpt/l, i.S.',
    'lab',
    `Kreatinin i.S.   0,9 mg/dl
Hb   6,8 mmol/l   (7,4-9,9)
Leukozyten   4,4 Gpt/l
Thrombozyten   199 Gpt/l
ALAT  0,55 µmol/s*l
Datum 05.08.2026`,
    ['creatinine 0.9', 'hemoglobin 11', 'WBC 4.4', 'platelets 199'],
  ],
]

describe('laboratory values as laboratories and clinics of many lands print them', () => {
  it.each(CASES)('%s', (_trap, kind, text, wanted) => {
    expect(missingFrom(saidIn(kind, text), wanted)).toEqual([])
  })
})

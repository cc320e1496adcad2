import { describe, expect, it } from 'vitest'
import type { FactKind } from '../../record/fact.ts'
import { missingFrom, saidIn } from '../said.fixture.ts'

const CASES: readonly (readonly [trap: string, kind: FactKind, text: string, wanted: string[]])[] = [
  [
    'short forms in one line of history',
    'condition',
    `Clinic letter 12/03/2026
PMH: HTN, T2DM on metformin, hypothyroid, GERD, depression, OA knees, s/p TAH 2009 for fibroids.`,
    ['hypertension active', 'type 2 diabetes active', 'hypothyroid', 'reflux', 'depression', 'osteoarthritis', 'fibroids resolved'],
  ],
  [
    'secondary diagnoses, numbered',
    'condition',
    `SECONDARY DIAGNOSES
1. Arterial hypertension
2. Diabetes mellitus type 2, diet controlled
3. Hashimoto thyroiditis, substituted
4. Pulmonary embolism 03/2021
5. Chronic venous insufficiency
6. Osteopenia
Letter of 12.03.2026`,
    [
      'hypertension active',
      'diabetes~active',
      'hashimoto',
      'pulmonary embolism resolved',
      'venous insufficiency active',
      'osteopenia active',
    ],
  ],
  [
    'German diagnoses',
    'condition',
    `Nebendiagnosen:
- Arterielle Hypertonie
- Hypothyreose
- Z.n. Appendektomie
- Vorhofflimmern
Brief vom 12.03.2026`,
    ['hypertension active', 'hypothyroidism active', 'atrial fibrillation active'],
  ],
  [
    'known case of, and a row of denials',
    'condition',
    `OPD 12/03/2026
62F, k/c/o DM x 10 yrs, HTN x 5 yrs, hypothyroid on Thyronorm. No h/o TB/BA/IHD.`,
    ['diabetes', 'hypertension', 'hypothyroid', '!tuberculosis', '!asthma', '!heart'],
  ],
  [
    'comorbidities with their stents and stages',
    'condition',
    `Progress note 2026-03-12
Co-morbidities: IHD (NSTEMI 2018, stent LAD), AF on apixaban, COPD - mild, CKD 3b, gout.`,
    ['myocardial infarction resolved', 'atrial fibrillation active', 'copd', 'chronic kidney disease stage 3b', 'gout'],
  ],
  [
    'background with stars',
    'condition',
    `Progress note 2026-03-12
Background:
 * Migraine
 * Asthma (childhood)
 * Lap chole 2014
 * Coeliac disease
 * Osteoporosis - on denosumab`,
    ['migraine', 'asthma', 'coeliac', 'osteoporosis'],
  ],
  [
    'side effects with grades',
    'condition',
    `Progress note 2026-03-12
Toxicities: fatigue G1, nausea G1 (occasional), diarrhoea G2, hand-foot G1, neuropathy gr 1 fingertips, alopecia.`,
    ['fatigue active', 'nausea active', 'diarrhoea active', 'hand-foot', 'neuropathy active'],
  ],
  [
    'side effects by CTCAE, one of them over',
    'condition',
    `Progress note 2026-03-12
AEs (CTCAE v5): Gr 2 diarrhea - ongoing; Gr 1 arthralgia; Gr 3 neutropenia C1 - resolved with dose reduction; ALT increased grade 1`,
    ['diarrhea active', 'arthralgia active', 'neutropenia resolved', 'raised liver'],
  ],
  [
    'one letter and its grade',
    'condition',
    `Progress note 2026-03-12
N gr1, V 0, D gr 2, fatigue gr 1, stomatitis gr 2. Loperamide PRN.`,
    ['nausea active', 'diarrhea active', 'fatigue active', 'stomatitis'],
  ],
  [
    'told in a sentence',
    'condition',
    `Progress note 2026-03-12
Her only long-term problem is type 2 diabetes, diet-controlled. She also has mild asthma. She had a DVT of the left calf in 2019.`,
    ['type 2 diabetes active', 'asthma active', 'deep vein thrombosis resolved'],
  ],
  [
    'said as adjectives',
    'condition',
    `Progress note 2026-03-12
She is hypertensive and diabetic. She is a known asthmatic. She is osteopenic.`,
    ['hypertension', 'diabetes', 'asthma', 'osteopenia'],
  ],
  [
    'a reason of stopping that has passed',
    'condition',
    `Oncology letter 12 March 2026
Capecitabine was stopped in 2024 because of hand-foot syndrome grade 3 which has settled. Immune hepatitis in 2023 recovered fully with steroids.`,
    ['hand-foot~resolved', 'hepatitis~resolved'],
  ],
  [
    'dose changes in the story of past courses',
    'condition',
    `Oncology letter 12 March 2026
ONCOLOGIC HISTORY
2022-2023 Palbociclib + letrozole, dose reduced for neutropenia grade 3. Letrozole switched to exemestane for arthralgia.`,
    ['neutropenia resolved', 'arthralgia resolved'],
  ],
  [
    'endocrine damage of immunotherapy',
    'condition',
    `Oncology letter 12 March 2026
Hypothyroidism following pembrolizumab, on levothyroxine. Adrenal insufficiency secondary to pembrolizumab (on hydrocortisone).`,
    ['hypothyroidism active', 'adrenal insufficiency active'],
  ],
  [
    'AI of pembrolizumab is no aromatase inhibitor',
    'condition',
    `HPI 03/12/2026: secondary AI from pembro since 9/2024, on HC. Hypothyroid since 2/24 (pembro).`,
    ['adrenal insufficiency active', 'hypothyroid'],
  ],
  [
    'numbered problems, pain of cancer among them',
    'condition',
    `Clinic 03/12/2026. Problem list:
1) Metastatic breast cancer
2) Cancer related pain
3) Anemia due to chemotherapy
4) Hypercalcemia, resolved
5) Left arm lymphedema
6) DVT LLE (5/2025) on Eliquis
7) Port in place`,
    ['pain', 'an~emia active', 'hypercalcemia resolved', 'lymphedema active', 'deep vein thrombosis'],
  ],
  [
    'columns of a problem list, the state at the end',
    'condition',
    `Problem List (as of 03/12/2026)
Essential hypertension            Noted 2015        Active
Obesity, class 1                  Noted 2018        Active
Acute deep vein thrombosis        Noted 5/2021      Resolved
Mixed hyperlipidemia              Noted 2016`,
    ['hypertension active', 'obesity active', 'deep vein thrombosis resolved', 'hyperlipidemia active'],
  ],
  [
    'what the history includes',
    'condition',
    `Significant medical history includes hypercholesterolaemia, previous TIA (2018), gallstones and diverticular disease.
Letter 12/03/2026`,
    ['hyperlipidemia', 'transient', 'gallstones', 'diverticular'],
  ],
  [
    'nothing of note',
    'condition',
    `Past history: nil of note.
Letter 12/03/2026`,
    ['-'],
  ],
  [
    'fit and well apart from',
    'condition',
    `Past history: fit and well apart from hay fever and an underactive thyroid.
Letter 12/03/2026`,
    ['hypothyroidism', 'hay fever'],
  ],
  [
    'none of the common ones',
    'condition',
    `No comorbidities. Non diabetic, non hypertensive.
Letter 12/03/2026`,
    ['-'],
  ],
  [
    'flushes',
    'condition',
    `History: Patient reports hot flushes, joint stiffness and vaginal dryness on letrozole. Sleep is poor.
Letter 12/03/2026`,
    ['hot flushes active'],
  ],
  [
    'the heart recovers',
    'condition',
    `Echo: LVEF fell from 62% to 46% in May 2019 on trastuzumab (asymptomatic), recovered to 60% after a 3 month break.
Letter 12/03/2026`,
    ['LVEF~resolved'],
  ],
  [
    'diagnoses numbered in brackets, one cured',
    'condition',
    `Clinic letter 12/03/2026
Diagnoses: (1) metastatic breast cancer; (2) type 2 diabetes; (3) ischaemic heart disease with stents 2015; (4) previous hepatitis C, treated 2017, SVR.`,
    ['type 2 diabetes', 'heart', 'hepatitis c resolved'],
  ],
  [
    'admissions and their reasons',
    'condition',
    `Admission 03/01/2026 for febrile neutropenia, treated with IV Tazocin. Seizure in January 2026, started on levetiracetam. Pathological fracture of the left femur Nov 2025, nailed.
Letter 12/03/2026`,
    ['febrile neutropenia', 'seizure', 'fracture'],
  ],
  [
    'by the way on a scan',
    'condition',
    `CT report 12/03/2026
Incidental: 8 mm simple cyst in the right kidney. Cholelithiasis without cholecystitis. Small hiatus hernia. Fibroid uterus. Sigmoid diverticulosis.
Impression: stable.`,
    ['renal cyst', 'cholelithiasis', 'hernia', 'fibroid', 'diverticulosis', '!cholecystitis'],
  ],
  [
    'of relatives',
    'condition',
    `FH: mother had diabetes and breast cancer. SH: non-smoker.
PMHx: nil
Letter 12/03/2026`,
    ['-'],
  ],
  [
    'what may happen',
    'condition',
    `Risks of neutropenia, hair loss, neuropathy and cardiomyopathy were explained. She has consented.
Letter 12/03/2026`,
    ['-'],
  ],
  [
    'what medicines are taken for',
    'condition',
    `Medications: metformin 1 g bd (type 2 diabetes), ramipril 5 mg for hypertension, levothyroxine 75 mcg for hypothyroidism, ondansetron 8 mg for nausea prn
Letter 12/03/2026`,
    ['type 2 diabetes', 'hypertension', 'hypothyroidism', '!nausea'],
  ],
  [
    'many kinds in a row',
    'condition',
    `PMHx - Bipolar affective disorder (lithium), endometriosis, polycystic kidneys, previous PE '19, OSA/CPAP
Letter 12/03/2026`,
    ['bipolar', 'endometriosis', 'pulmonary embolism resolved', 'sleep apn'],
  ],
  [
    'French',
    'condition',
    `Antecedents: hypertension arterielle, diabete type 2, hypothyroidie
Consultation 12/03/2026`,
    ['hypertension', 'diabetes', 'hypothyroid'],
  ],
  [
    'Dutch',
    'condition',
    `Voorgeschiedenis: hypertensie, diabetes mellitus type 2, COPD
Brief 12-03-2026`,
    ['hypertension', 'diabetes', 'copd'],
  ],
  [
    'ongoing issues in one line',
    'condition',
    `Ongoing issues: 1. Lymphoedema L arm 2. Peripheral neuropathy (grade 1) 3. Hypertension 4. Menopausal symptoms 5. Vitamin D deficiency
Letter 12/03/2026`,
    ['lymphoedema', 'neuropathy', 'hypertension', 'vitamin d deficiency'],
  ],
  [
    'symptoms of the interval',
    'condition',
    `Interval history: diarrhoea 3-4 times a day, controlled with loperamide. Mild nausea. No vomiting. Weight stable.
Letter 12/03/2026`,
    ['diarrhoea active', 'nausea active', '!vomiting'],
  ],
  [
    'numb fingertips',
    'condition',
    `Interval: bowels loose up to 4x/d. Numb fingertips. Tired.
Clinic 12/03/2026`,
    ['neuropathy'],
  ],
  [
    'cataracts that were operated',
    'condition',
    `Anxious. Insomnia on zopiclone. Chronic low back pain. Cataract surgery 2022.
Clinic 12/03/2026
PMH as above`,
    ['insomnia', 'cataract~resolved'],
  ],
  [
    'lines of past history',
    'condition',
    `Past medical history
Rheumatoid arthritis on methotrexate until 2022
Latent TB treated with INH 2019
Depression
Raised BMI
Previous sleeve gastrectomy
Letter 12/03/2026`,
    ['rheumatoid arthritis', 'tuberculosis~resolved', 'depression'],
  ],
  [
    'what has not come back',
    'condition',
    `She has had pneumonitis (grade 2) from T-DXd in June 2025 and this has completely resolved on steroids. Right pleural effusion drained in May 2025, has not recurred.
Letter 12/03/2026`,
    ['pneumonitis resolved', 'pleural effusion resolved'],
  ],
]

describe('conditions as notes of many lands tell them', () => {
  it.each(CASES)('%s', (_trap, kind, text, wanted) => {
    expect(missingFrom(saidIn(kind, text), wanted)).toEqual([])
  })
})

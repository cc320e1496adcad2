import { describe, expect, it } from 'vitest'
import type { FactValue } from '../../record/fact.ts'
import { aReading } from '../prose/a-reading.ts'
import { conditions } from './conditions.ts'

/** "hypertension active", "no pneumonitis" */
const said = (text: string) => [
  ...new Set(
    conditions.find(aReading(text)).map((fact) => {
      if (fact.kind === 'absence') return `no ${fact.value.name}`
      const { name, status, grade, since } = fact.value as FactValue<'condition'>
      return `${name} ${status}${grade === undefined ? '' : ` g${grade}`}${since === undefined ? '' : ` ${since}`}`
    }),
  ),
]
const note = (heading: string, body: string) => `ONCOLOGY PROGRESS NOTE\nVisit date: 03/05/2024\n${heading}: ${body}`
const pmh = (body: string) => note('PMH', body)
const hpi = (body: string) => note('HPI', body)

describe('conditions', () => {
  it.each<[string, string, string[]]>([
    [
      'abbreviations of a list',
      pmh('HTN, hypothyroidism, GERD.'),
      ['hypertension active', 'hypothyroidism active', 'gastroesophageal reflux disease (GERD) active'],
    ],
    ['a stage without a space', pmh('CKD3, reflux.'), ['chronic kidney disease stage 3 active', 'gastroesophageal reflux disease active']],
    ['a lens that was replaced', pmh('Cataracts s/p surgery.'), ['cataracts resolved']],
    ['an illness of a pregnancy', hpi('She had gestational diabetes.'), ['gestational diabetes resolved']],
    ['pain of one place', hpi('She denies chest pain.'), []],
    ['what is not yet diabetes', pmh('borderline diabetes, IHD.'), ['prediabetes active', 'ischemic heart disease active']],
    ['a fast rhythm of the atria', pmh('SVT.'), ['supraventricular tachycardia active']],
    ['a reaction to a drug', note('HPI', 'Allergic to codeine (vomiting).'), []],
    [
      'lines without bullets',
      note('PMH', '\nUlcerative colitis - in remission since 2019\nHepatitis B carrier on entecavir\nShingles 2020\nMigraine'),
      ['ulcerative colitis active 2019', 'chronic hepatitis B active', 'shingles resolved 2020', 'migraine active'],
    ],
    ['an acute injury that passed', pmh('AKI (resolved).'), ['acute kidney injury resolved']],
    [
      'a cyst under the heading of its organ',
      'CT ABDOMEN\nExam date: 03/05/2024\nFINDINGS:\nLiver: 11 mm segment 2 cyst.\nKidneys: Small cyst.',
      ['hepatic cyst active', 'renal cyst active'],
    ],
    ['a cyst of no known organ', 'CT ABDOMEN\nExam date: 03/05/2024\nFINDINGS:\nOther: 11 mm cyst.', []],
    ['the state at the end of a row', note('Problem List', '\nAcute cholecystitis  Resolved  2011'), ['acute cholecystitis resolved 2011']],
    ['both kinds of hepatitis', pmh('No hepatitis B or C.'), ['no hepatitis b', 'no hepatitis c']],
    [
      'diabetes with its harm',
      pmh('T2DM w/ nephropathy; osteopenia'),
      ['type 2 diabetes active', 'nephropathy active', 'osteopenia active'],
    ],
    ['a stage of kidney disease', pmh('CKD stage 3a'), ['chronic kidney disease stage 3a active']],
    ['a year', pmh('Type 2 diabetes (2008)'), ['type 2 diabetes active 2008']],
    ['resolved', pmh('DVT 3/2021, resolved'), ['deep vein thrombosis resolved 2021-03']],
    ['a past clot', hpi('History of pulmonary embolism in 2019.'), ['pulmonary embolism resolved 2019']],
    ['a chronic illness stays', hpi('History of asthma.'), ['asthma active']],
    ['controlled is not gone', hpi('History of osteoporosis, controlled with medication.'), ['osteoporosis active']],
    ['grade of a toxicity', hpi('Neuropathy G1 in the feet.'), ['peripheral neuropathy active g1']],
    ['grade and end', hpi('Grade 1 neuropathy after paclitaxel, now resolved.'), ['peripheral neuropathy resolved g1']],
    ['denied', pmh('No MI/CHF/arrhythmia.'), ['no myocardial infarction', 'no heart failure', 'no arrhythmia']],
    ['a test that found nothing, in short', pmh('HTN. HIV NR, HBsAg NR.'), ['hypertension active', 'no HIV', 'no hepatitis b']],
    ['one result for several tests', pmh('HIV / HBsAg / HCV: all non-reactive.'), ['no HIV', 'no hepatitis b', 'no hepatitis C']],
    ['a test with a dash', pmh('HIV - NR'), ['no HIV']],
    ['the result of the next test', pmh('HIV on ART, HCV neg.'), ['HIV active', 'no hepatitis C']],
    ['denied in words', hpi('She denies seizures.'), ['no seizures']],
    ['no history of', pmh('No hx pneumonitis.'), ['no pneumonitis']],
    ['no recurrence means it was there', hpi('No recurrent pneumonitis.'), []],
    ['a relative', hpi('Father had pulmonary fibrosis.'), []],
    ['family section', note('FH', 'Brother with type 1 diabetes.'), []],
    ['husband', hpi('Her husband has type 1 diabetes.'), []],
    ['asked for', hpi('Rule out pneumonitis.'), []],
    ['may have', hpi('She may have a viral gastritis.'), []],
    ['a risk', hpi('Risks of surgery include lymphedema and infection.'), []],
    ['what to look out for', hpi('Call if diarrhea occurs.'), []],
    ['a vaccine', hpi('Pneumonia vaccine given in 2020.'), []],
    ['a tender angle', note('EXAM', 'No CVA tenderness.'), []],
    ['a cancer is no condition', pmh('Basal cell carcinoma of the nose.'), []],
    ['screening', hpi('Screening for osteoporosis is due.'), []],
    ['headings are no illness', note('PAST PSYCHIATRIC HISTORY', 'None.'), []],
    ['monitoring', hpi('Monitor for pneumonitis.'), []],
    ['if', hpi('If neutropenia occurs, hold.'), []],
    [
      'high blood pressure in plain words',
      note('PMH', 'high blood pressure, underactive thyroid'),
      ['hypertension active', 'hypothyroidism active'],
    ],
    ['immune-related', pmh('Immune-related hypothyroidism'), ['immune-related hypothyroidism active']],
    ['gone after surgery', pmh('Hysterectomy 2010 for uterine fibroids'), ['uterine fibroids resolved 2010']],
    ['taken back', hpi('Problem list says COPD in error.'), []],
    ['none', pmh('Seizures: none.'), ['no seizures']],
    ['ongoing', hpi('Chronic kidney disease, stable.'), ['chronic kidney disease active']],
    [
      'a scan shows it',
      'CT CHEST\nExam date: 03/05/2024\nFINDINGS: Cholelithiasis. Left renal cyst.',
      ['cholelithiasis (gallstones) active', 'left renal cyst active'],
    ],
    ['a scan denies it', 'CT CHEST\nExam date: 03/05/2024\nIMPRESSION: No pneumonitis.', ['no pneumonitis']],
    ['what a scan was asked for', 'CT CHEST\nExam date: 03/05/2024\nINDICATION: Hypertension, cough.', []],
    ['depression in a list', pmh('depression; anxiety'), ['depression active', 'anxiety active']],
    [
      'clot with months of treatment',
      pmh('port-associated DVT 3/2021, apixaban x 6 mo, completed 9/2021'),
      ['deep vein thrombosis resolved 2021-03'],
    ],
    ['without a word of the person', hpi('The drug can cause pneumonitis.'), []],
    [
      'the reason for what was not done',
      hpi('An anthracycline was not given in view of diabetes and hypertension.'),
      ['diabetes active', 'hypertension active'],
    ],
    ['a drug that looks like diabetes', hpi('2L T-DM1 from 9/2022 to 5/2023.'), []],
    ['bilirubin that looks like tuberculosis', note('LABS', 'Cr 0.74 TB 0.6 AST 62'), []],
    ['a test for hepatitis', pmh('Hep B sAg neg, core Ab neg.'), []],
    ['a side effect of long ago', note('ONCOLOGIC HISTORY', 'letrozole stopped 1/2022 for arthralgia gr 2'), ['arthralgia resolved']],
    ['ovaries removed for it', hpi('TAH/BSO 2015 for endometriosis.'), ['endometriosis resolved 2015']],
    ['diabetes of a pregnancy', pmh('Gestational diabetes 2015, resolved'), ['gestational diabetes resolved 2015']],
    ['the kind of anaemia', pmh('Iron-deficiency anemia'), ['iron-deficiency anemia active']],
    ['an infection of years ago', pmh('remote shingles 2012'), ['shingles resolved 2012']],
    ['sleep apnoea', pmh('OSA on CPAP'), ['obstructive sleep apnea active']],
  ])('%s', (_trap, text, expected) => {
    expect(said(text).sort()).toEqual(expected.sort())
  })
})

import { LAB_NAMES_ABROAD } from './lab-names-abroad.ts'

/**
 * Laboratory tests, heart measures and vital signs: the names people write, the unit we keep, other units and the usual limits of adults.
 * Limits are those commonly printed by hospital laboratories (WHO 2011 for haemoglobin, IFCC for enzymes); a printed reference range always comes first.
 * LOINC codes: the eligibility subset of mCODE data sources; codes are only those seen in public sources.
 */
export type LabTest = {
  /** The one name we keep, as the abstract prints it: `ANC`, `platelets`, `creatinine-clearance`. */
  name: string
  /** Words for people: "neutrophils (ANC)". */
  plain: string
  /** Lower case; compared after `labWords`. */
  synonyms: readonly string[]
  unit: string
  /** Cells per volume: units are read by rule, not by table. */
  cells?: true
  /** Other units, as `unitWords` writes them, with the factor that turns a value into `unit`. */
  units?: Readonly<Record<string, number>>
  /** Usual limits of normal in `unit`, when sex does not matter or is unknown. */
  low?: number
  high?: number
  /** Where women and men differ. */
  female?: { low?: number; high?: number }
  male?: { low?: number; high?: number }
  /** What a living adult can have, in `unit`: finds the unit when none is written. */
  plausible: readonly [number, number]
  loinc: readonly string[]
}

export const LABS: readonly LabTest[] = [
  {
    name: 'ANC',
    plain: 'neutrophils (ANC)',
    synonyms: [
      'neutroabs',
      'absneut',
      'anc',
      'absolute neutrophil count',
      'absolute neutrophils',
      'neuts',
      'neut',
      'neutro abs',
      'neutrophils absolute count',
      'absolute neutrophil',
      'abs neutrophil count',
      'abs neutrophils',
      'abs neut',
      'neutrophils absolute',
      'neutrophil absolute',
      'neutrophils abs',
      'neut abs',
      'neutrophils',
      'neutrophil',
      'neutrophil count',
      'neutrophils count',
      'neutrophil granulocytes',
      'absolute granulocyte count',
      'granulocytes',
      'granulocyte count',
      'segmented neutrophils absolute',
      'agc',
    ],
    unit: '10*3/uL',
    cells: true,
    low: 1.8,
    high: 7.7,
    plausible: [0, 99],
    loinc: ['751-8', '26499-4', '753-4'],
  },
  {
    name: 'WBC',
    plain: 'white blood cells',
    synonyms: [
      'wbc',
      'wbcs',
      'wbc count',
      'white blood cells',
      'white blood cell',
      'white blood cell count',
      'white cell count',
      'white count',
      'white cells',
      'wcc',
      'leukocytes',
      'leukocyte count',
      'leucocytes',
      'total leukocyte count',
    ],
    unit: '10*3/uL',
    cells: true,
    low: 4,
    high: 11,
    plausible: [0, 400],
    loinc: ['6690-2', '26464-8'],
  },
  {
    name: 'ALC',
    plain: 'lymphocytes',
    synonyms: [
      'alc',
      'absolute lymphocyte count',
      'absolute lymphocytes',
      'lymphocytes absolute',
      'abs lymphs',
      'lymphs abs',
      'lymphocyte count',
      'lymphocytes',
      'lymphocyte',
    ],
    unit: '10*3/uL',
    cells: true,
    low: 1,
    high: 4,
    plausible: [0, 99],
    loinc: ['731-0', '26474-7'],
  },
  {
    name: 'platelets',
    plain: 'platelets',
    synonyms: ['platelets', 'platelet', 'platelet count', 'plt', 'plts', 'thrombocytes', 'thrombocyte count', 'thrombocyte'],
    unit: '10*3/uL',
    cells: true,
    low: 150,
    high: 400,
    plausible: [5, 2000],
    loinc: ['777-3', '26515-7'],
  },
  {
    name: 'hemoglobin',
    plain: 'hemoglobin',
    synonyms: ['hgb poc', 'hemoglobin', 'haemoglobin', 'hgb', 'hb', 'hg', 'hemoglobin concentration', 'hemoglobin level'],
    unit: 'g/dL',
    units: { 'g/l': 0.1, 'gm/l': 0.1, 'mmol/l': 1.611, 'g%': 1, 'g/100ml': 1, 'mg/dl': 1 },
    female: { low: 12, high: 15.5 },
    male: { low: 13, high: 17.5 },
    low: 12,
    plausible: [3, 25],
    loinc: ['718-7', '20509-6'],
  },
  {
    name: 'hematocrit',
    plain: 'haematocrit',
    synonyms: ['hematocrit', 'haematocrit', 'hct'],
    unit: '%',
    units: { 'l/l': 100 },
    low: 36,
    high: 50,
    plausible: [10, 70],
    loinc: ['20570-8', '4544-3'],
  },
  {
    name: 'creatinine',
    plain: 'creatinine',
    synonyms: ['creatinine', 'serum creatinine', 'creat', 'cr', 'scr', 'creatinine level', 'blood creatinine'],
    unit: 'mg/dL',
    units: { 'umol/l': 1 / 88.4, 'mmol/l': 1000 / 88.4, 'mg/l': 0.1 },
    high: 1.2,
    female: { low: 0.5, high: 1.1 },
    male: { low: 0.7, high: 1.3 },
    plausible: [0.1, 20],
    loinc: ['2160-0'],
  },
  {
    name: 'creatinine-clearance',
    plain: 'creatinine clearance',
    synonyms: [
      'creatinine clearance',
      'crcl',
      'ccr',
      'clcr',
      'cl cr',
      'cockcroft gault',
      'creatinine clearance cockcroft gault',
      'calculated creatinine clearance',
      'estimated creatinine clearance',
      'cockcroft gault creatinine clearance',
    ],
    unit: 'mL/min',
    units: { 'ml/min/1.73m2': 1, 'ml/min/1.73': 1, 'ml/s': 60, 'cc/min': 1, 'ml/minute': 1 },
    low: 60,
    plausible: [2, 250],
    loinc: ['2164-2'],
  },
  {
    name: 'eGFR',
    plain: 'kidney filtration (eGFR)',
    synonyms: [
      'egfr',
      'gfr',
      'estimated gfr',
      'glomerular filtration rate',
      'estimated glomerular filtration rate',
      'egfr ckd epi',
      'egfr mdrd',
      'gfr estimated',
    ],
    unit: 'mL/min/1.73m2',
    units: { 'ml/min': 1, 'ml/minute': 1, 'ml/min/1.73': 1, 'ml/min/bsa': 1 },
    low: 60,
    plausible: [2, 200],
    loinc: ['33914-3', '98979-8', '62238-1'],
  },
  {
    name: 'bilirubin',
    plain: 'bilirubin',
    synonyms: [
      'bilitot',
      'bilirubin',
      'total bilirubin',
      'bilirubin total',
      'tbili',
      't bili',
      't bil',
      'bili',
      'bili total',
      'total bili',
      'serum bilirubin',
      'serum total bilirubin',
      'total serum bilirubin',
      'tb',
      'tbil',
    ],
    unit: 'mg/dL',
    units: { 'umol/l': 1 / 17.1, 'mg/l': 0.1 },
    low: 0.1,
    high: 1.2,
    plausible: [0, 50],
    loinc: ['1975-2'],
  },
  {
    name: 'direct-bilirubin',
    plain: 'direct bilirubin',
    synonyms: ['direct bilirubin', 'bilirubin direct', 'conjugated bilirubin', 'dbili', 'd bili', 'bili direct', 'bilirubin conjugated'],
    unit: 'mg/dL',
    units: { 'umol/l': 1 / 17.1, 'mg/l': 0.1 },
    low: 0,
    high: 0.3,
    plausible: [0, 40],
    loinc: ['1968-7'],
  },
  {
    name: 'AST',
    plain: 'AST (liver enzyme)',
    synonyms: [
      'ast',
      'sgot',
      'ast sgot',
      'asat',
      'got',
      'aspartate aminotransferase',
      'aspartate transaminase',
      'aspartate amino transferase',
      'aspartate transferase',
      'serum glutamic oxaloacetic transaminase',
      'glutamic oxaloacetic transaminase',
    ],
    unit: 'U/L',
    units: { 'iu/l': 1, 'unit/l': 1, 'units/l': 1, 'ukat/l': 60 },
    low: 8,
    high: 40,
    plausible: [1, 20000],
    loinc: ['1920-8'],
  },
  {
    name: 'ALT',
    plain: 'ALT (liver enzyme)',
    synonyms: [
      'alt',
      'sgpt',
      'alt sgpt',
      'alat',
      'gpt',
      'alanine aminotransferase',
      'alanine transaminase',
      'alanine amino transferase',
      'alanine transferase',
      'serum glutamic pyruvic transaminase',
      'glutamic pyruvic transaminase',
    ],
    unit: 'U/L',
    units: { 'iu/l': 1, 'unit/l': 1, 'units/l': 1, 'ukat/l': 60 },
    low: 5,
    high: 45,
    plausible: [1, 20000],
    loinc: ['1742-6'],
  },
  {
    name: 'ALP',
    plain: 'alkaline phosphatase',
    synonyms: ['alkph', 'alp', 'alk phos', 'alkaline phosphatase', 'alkphos', 'alkaline phos', 'alk phosphatase', 'ap', 'alkp'],
    unit: 'U/L',
    units: { 'iu/l': 1, 'unit/l': 1, 'units/l': 1, 'ukat/l': 60 },
    low: 40,
    high: 130,
    plausible: [5, 10000],
    loinc: ['6768-6'],
  },
  {
    name: 'GGT',
    plain: 'GGT (liver enzyme)',
    synonyms: ['ggt', 'gamma gt', 'gamma glutamyl transferase', 'gamma glutamyltransferase', 'ggtp'],
    unit: 'U/L',
    units: { 'iu/l': 1, 'units/l': 1 },
    low: 5,
    high: 60,
    plausible: [1, 10000],
    loinc: ['2324-2'],
  },
  {
    name: 'albumin',
    plain: 'albumin',
    synonyms: ['labalbu', 'albumin', 'serum albumin', 'alb', 'albumin level'],
    unit: 'g/dL',
    units: { 'g/l': 0.1, 'gm/l': 0.1, 'gm/dl': 1, 'mg/dl': 0.001 },
    low: 3.5,
    high: 5,
    plausible: [0.5, 7],
    loinc: ['1751-7'],
  },
  {
    name: 'total-protein',
    plain: 'total protein',
    synonyms: ['total protein', 'protein total', 'serum protein'],
    unit: 'g/dL',
    units: { 'g/l': 0.1, 'gm/dl': 1 },
    low: 6,
    high: 8.3,
    plausible: [2, 15],
    loinc: ['2885-2'],
  },
  {
    name: 'LDH',
    plain: 'LDH',
    synonyms: ['ldh', 'lactate dehydrogenase', 'lactic dehydrogenase', 'lactic acid dehydrogenase'],
    unit: 'U/L',
    units: { 'iu/l': 1, 'units/l': 1, 'ukat/l': 60 },
    low: 120,
    high: 250,
    plausible: [20, 20000],
    loinc: ['2532-0', '14804-9'],
  },
  {
    name: 'INR',
    plain: 'INR (clotting)',
    synonyms: ['inr', 'international normalized ratio', 'international normalised ratio', 'pt inr', 'prothrombin time inr', 'inr pt'],
    unit: 'ratio',
    units: { inr: 1, '': 1, 'n/a': 1 },
    low: 0.8,
    high: 1.2,
    plausible: [0.5, 20],
    loinc: ['6301-6', '34714-6'],
  },
  {
    name: 'PT',
    plain: 'prothrombin time',
    synonyms: ['pt', 'prothrombin time', 'protime', 'pro time'],
    unit: 's',
    units: { sec: 1, secs: 1, seconds: 1, second: 1 },
    low: 11,
    high: 14,
    plausible: [5, 120],
    loinc: ['5902-2'],
  },
  {
    name: 'aPTT',
    plain: 'aPTT (clotting)',
    synonyms: [
      'aptt',
      'ptt',
      'activated partial thromboplastin time',
      'partial thromboplastin time',
      'activated ptt',
      'activated prothrombin time',
      'apt',
    ],
    unit: 's',
    units: { sec: 1, secs: 1, seconds: 1, second: 1 },
    low: 25,
    high: 37,
    plausible: [10, 200],
    loinc: ['3173-2', '14979-9'],
  },
  {
    name: 'LVEF',
    plain: 'heart pumping (LVEF)',
    synonyms: [
      'lvef',
      'muga',
      'ef',
      'ejection fraction',
      'left ventricular ejection fraction',
      'lv ejection fraction',
      'cardiac ejection fraction',
      'lv ef',
      'left ventricle ejection fraction',
      'left ventricular ef',
    ],
    unit: '%',
    low: 50,
    high: 75,
    plausible: [5, 90],
    loinc: ['10230-1', '18043-0', '8806-2'],
  },
  {
    name: 'QTcF',
    plain: 'QT interval on the ECG (QTcF)',
    synonyms: [
      'qtcf',
      'qtc',
      'corrected qt interval',
      'qtc interval',
      'qt corrected',
      'qtcb',
      'qtc fridericia',
      'qtcf interval',
      'corrected qt',
      'fridericia qtc',
    ],
    unit: 'ms',
    units: { msec: 1, msecs: 1, milliseconds: 1, s: 1000, sec: 1000 },
    low: 350,
    high: 470,
    female: { high: 470 },
    male: { high: 450 },
    plausible: [250, 750],
    loinc: ['8634-8'],
  },
  {
    name: 'sodium',
    plain: 'sodium',
    synonyms: ['sodium', 'na', 'serum sodium', 'na+'],
    unit: 'mmol/L',
    units: { 'meq/l': 1, 'mm/l': 1 },
    low: 135,
    high: 145,
    plausible: [90, 200],
    loinc: ['2951-2'],
  },
  {
    name: 'potassium',
    plain: 'potassium',
    synonyms: ['potassium', 'k', 'serum potassium', 'k+'],
    unit: 'mmol/L',
    units: { 'meq/l': 1, 'mm/l': 1 },
    low: 3.5,
    high: 5.1,
    plausible: [1, 10],
    loinc: ['2823-3'],
  },
  {
    name: 'calcium',
    plain: 'calcium',
    synonyms: [
      'calcium',
      'ca',
      'serum calcium',
      'total calcium',
      'calcium total',
      'corrected calcium',
      'corrected serum calcium',
      'ca corrected',
    ],
    unit: 'mg/dL',
    units: { 'mmol/l': 4.008, 'meq/l': 2.004 },
    low: 8.5,
    high: 10.5,
    plausible: [4, 20],
    loinc: ['17861-6'],
  },
  {
    name: 'ionized-calcium',
    plain: 'ionised calcium',
    synonyms: ['ionized calcium', 'ionised calcium', 'calcium ionized', 'ica', 'calcium ionised'],
    unit: 'mmol/L',
    units: { 'mg/dl': 0.2495, 'meq/l': 0.5 },
    low: 1.12,
    high: 1.32,
    plausible: [0.4, 3],
    loinc: ['1995-0'],
  },
  {
    name: 'magnesium',
    plain: 'magnesium',
    synonyms: ['magnesium', 'mg', 'serum magnesium', 'mag'],
    unit: 'mg/dL',
    units: { 'mmol/l': 2.431, 'meq/l': 1.2155 },
    low: 1.6,
    high: 2.6,
    plausible: [0.4, 8],
    loinc: ['19123-9'],
  },
  {
    name: 'phosphate',
    plain: 'phosphate',
    synonyms: ['phosphate', 'phosphorus', 'phos', 'serum phosphate', 'inorganic phosphorus', 'serum phosphorus'],
    unit: 'mg/dL',
    units: { 'mmol/l': 3.097 },
    low: 2.5,
    high: 4.5,
    plausible: [0.3, 15],
    loinc: ['2777-1'],
  },
  {
    name: 'urea',
    plain: 'urea nitrogen',
    synonyms: ['bun', 'urea nitrogen', 'blood urea nitrogen', 'urea'],
    unit: 'mg/dL',
    units: { 'mmol/l': 2.8 },
    low: 7,
    high: 20,
    plausible: [1, 200],
    loinc: ['3094-0'],
  },
  {
    name: 'uric-acid',
    plain: 'uric acid',
    synonyms: ['uric acid', 'urate', 'serum uric acid'],
    unit: 'mg/dL',
    units: { 'umol/l': 1 / 59.48, 'mmol/l': 1000 / 59.48 },
    low: 2.4,
    high: 7,
    plausible: [0.5, 25],
    loinc: ['3084-1'],
  },
  {
    name: 'glucose',
    plain: 'blood sugar (glucose)',
    synonyms: [
      'glucose',
      'blood glucose',
      'fasting glucose',
      'fasting plasma glucose',
      'fasting blood glucose',
      'fasting blood sugar',
      'blood sugar',
      'fpg',
      'plasma glucose',
      'serum glucose',
      'glucose fasting',
      'fasting serum glucose',
      'glu',
      'random glucose',
    ],
    unit: 'mg/dL',
    units: { 'mmol/l': 18.016 },
    low: 70,
    high: 99,
    plausible: [15, 1500],
    loinc: ['2345-7', '1558-6'],
  },
  {
    name: 'HbA1c',
    plain: 'long-term blood sugar (HbA1c)',
    synonyms: [
      'hba1c',
      'a1c',
      'hemoglobin a1c',
      'haemoglobin a1c',
      'glycated hemoglobin',
      'glycosylated hemoglobin',
      'glycated haemoglobin',
      'hgb a1c',
      'hgba1c',
      'hb a1c',
      'glycosylated haemoglobin',
    ],
    unit: '%',
    low: 4,
    high: 5.6,
    plausible: [3, 20],
    loinc: ['4548-4'],
  },
  {
    name: 'triglycerides',
    plain: 'triglycerides',
    synonyms: ['triglycerides', 'triglyceride', 'tg', 'fasting triglycerides'],
    unit: 'mg/dL',
    units: { 'mmol/l': 88.57 },
    high: 150,
    plausible: [10, 5000],
    loinc: ['2571-8'],
  },
  {
    name: 'cholesterol',
    plain: 'cholesterol',
    synonyms: ['cholesterol', 'total cholesterol', 'serum cholesterol', 'fasting cholesterol', 'cholesterol total'],
    unit: 'mg/dL',
    units: { 'mmol/l': 38.67 },
    high: 200,
    plausible: [40, 1000],
    loinc: ['2093-3'],
  },
  {
    name: 'LDL',
    plain: 'LDL cholesterol',
    synonyms: ['ldl', 'ldl cholesterol', 'low density lipoprotein'],
    unit: 'mg/dL',
    units: { 'mmol/l': 38.67 },
    high: 130,
    plausible: [10, 600],
    loinc: ['13457-7'],
  },
  {
    name: 'amylase',
    plain: 'amylase',
    synonyms: ['amylase', 'serum amylase'],
    unit: 'U/L',
    units: { 'iu/l': 1, 'units/l': 1 },
    high: 110,
    plausible: [1, 10000],
    loinc: ['1798-8'],
  },
  {
    name: 'lipase',
    plain: 'lipase',
    synonyms: ['lipase', 'serum lipase'],
    unit: 'U/L',
    units: { 'iu/l': 1, 'units/l': 1 },
    high: 60,
    plausible: [1, 20000],
    loinc: ['3040-3'],
  },
  {
    name: 'CK',
    plain: 'creatine kinase',
    synonyms: ['ck', 'cpk', 'creatine kinase', 'creatine phosphokinase'],
    unit: 'U/L',
    units: { 'iu/l': 1, 'units/l': 1 },
    high: 200,
    plausible: [5, 200000],
    loinc: ['2157-6'],
  },
  {
    name: 'troponin',
    plain: 'troponin',
    synonyms: ['troponin', 'troponin i', 'troponin t', 'hs troponin', 'high sensitivity troponin', 'cardiac troponin', 'tni', 'tnt'],
    unit: 'ng/mL',
    units: { 'ng/l': 0.001, 'ug/l': 1, 'pg/ml': 0.001 },
    high: 0.04,
    plausible: [0, 100],
    loinc: ['10839-9'],
  },
  {
    name: 'BNP',
    plain: 'BNP (heart strain)',
    synonyms: ['bnp', 'brain natriuretic peptide', 'b type natriuretic peptide'],
    unit: 'pg/mL',
    units: { 'ng/l': 1 },
    high: 100,
    plausible: [0, 50000],
    loinc: ['30934-4'],
  },
  {
    name: 'urine-protein',
    plain: 'protein in the urine',
    synonyms: [
      'urine protein',
      'urinary protein',
      'protein urine',
      '24 hour urine protein',
      'proteinuria',
      'urine dipstick protein',
      'upcr',
      'urine protein creatinine ratio',
      'urine protein/creatinine ratio',
      'protein/creatinine ratio',
      'urine protein:creatinine ratio',
    ],
    unit: 'g/24h',
    units: { 'mg/24h': 0.001, 'g/g': 1, 'mg/mg': 1, 'mg/g': 0.001, g: 1, mg: 0.001, ratio: 1, 'g/day': 1 },
    high: 0.15,
    plausible: [0, 30],
    loinc: ['2889-4', '2890-2'],
  },
  {
    name: 'urine ACR',
    plain: 'albumin in the urine',
    synonyms: [
      'urine acr',
      'uacr',
      'acr',
      'urine albumin creatinine ratio',
      'urine albumin/creatinine ratio',
      'albumin/creatinine',
      'albumin/creatinine ratio',
      'albumin creatinine ratio',
      'microalbumin creatinine ratio',
      'microalbumin/creatinine ratio',
    ],
    unit: 'mg/g',
    units: { 'mg/mmol': 8.84, 'ug/mg': 1 },
    high: 30,
    plausible: [0, 20000],
    loinc: ['9318-7', '14959-1'],
  },
  {
    name: 'TSH',
    plain: 'thyroid (TSH)',
    synonyms: ['tsh', 'thyroid stimulating hormone', 'thyrotropin'],
    unit: 'mIU/L',
    units: { 'uiu/ml': 1, 'miu/ml': 1000, 'uu/ml': 1, 'mu/l': 1, 'iu/l': 1000 },
    low: 0.4,
    high: 4.5,
    plausible: [0, 200],
    loinc: ['3016-3'],
  },
  {
    name: 'free T4',
    plain: 'free T4',
    synonyms: ['free t4', 'ft4', 't4 free', 'free thyroxine'],
    unit: 'ng/dL',
    units: { 'pmol/l': 0.0777 },
    low: 0.8,
    high: 1.8,
    plausible: [0, 12],
    loinc: ['3024-7'],
  },
  {
    name: 'CA 15-3',
    plain: 'tumour marker CA 15-3',
    synonyms: ['ca 15 3', 'ca15 3', 'ca 15.3', 'ca15.3', 'ca153', 'cancer antigen 15 3', 'cancer ag 15 3', 'cancer ag 15-3'],
    unit: 'U/mL',
    units: { 'iu/ml': 1, 'units/ml': 1, 'ku/l': 1 },
    high: 30,
    plausible: [0, 100000],
    loinc: ['6875-9', '83083-6'],
  },
  {
    name: 'PSA',
    plain: 'tumour marker PSA (prostate)',
    synonyms: ['psa', 'prostate specific antigen', 'total psa', 'psa total'],
    unit: 'ng/mL',
    units: { 'ug/l': 1 },
    plausible: [0, 100000],
    loinc: ['2857-1'],
  },
  {
    name: 'CA 27.29',
    plain: 'tumour marker CA 27.29',
    synonyms: ['ca 27 29', 'ca27 29', 'ca2729', 'ca27.29', 'cancer antigen 27 29', 'cancer ag 27.29', 'cancer ag 27 29'],
    unit: 'U/mL',
    units: { 'iu/ml': 1, 'units/ml': 1, 'ku/l': 1 },
    high: 38,
    plausible: [0, 100000],
    loinc: ['17842-6'],
  },
  {
    name: 'CEA',
    plain: 'tumour marker CEA',
    synonyms: ['cea', 'carcinoembryonic antigen'],
    unit: 'ng/mL',
    units: { 'ug/l': 1, 'mcg/l': 1 },
    high: 5,
    plausible: [0, 100000],
    loinc: ['2039-6', '83085-1'],
  },
  {
    name: 'CA 125',
    plain: 'tumour marker CA 125',
    synonyms: ['ca 125', 'ca125', 'cancer antigen 125'],
    unit: 'U/mL',
    units: { 'iu/ml': 1, 'ku/l': 1 },
    high: 35,
    plausible: [0, 100000],
    loinc: ['10334-1', '83082-8'],
  },
  {
    name: 'CA 19-9',
    plain: 'tumour marker CA 19-9',
    synonyms: ['ca 19 9', 'ca19 9', 'ca199', 'cancer antigen 19 9'],
    unit: 'U/mL',
    units: { 'iu/ml': 1, 'ku/l': 1 },
    high: 37,
    plausible: [0, 1000000],
    loinc: ['24108-3'],
  },
  {
    name: 'FSH',
    plain: 'FSH',
    synonyms: ['fsh', 'follicle stimulating hormone', 'follitropin'],
    unit: 'mIU/mL',
    units: { 'iu/l': 1, 'miu/l': 0.001, 'u/l': 1, 'mu/ml': 1 },
    plausible: [0, 300],
    loinc: ['15067-2'],
  },
  {
    name: 'estradiol',
    plain: 'oestradiol',
    synonyms: ['estradiol', 'oestradiol', 'e2', 'serum estradiol'],
    unit: 'pg/mL',
    units: { 'pmol/l': 0.2724, 'ng/l': 1 },
    plausible: [0, 10000],
    loinc: ['2243-4'],
  },
  {
    name: 'hCG',
    plain: 'pregnancy test',
    synonyms: [
      'hcg',
      'beta hcg',
      'b hcg',
      'bhcg',
      'pregnancy test',
      'urine pregnancy test',
      'serum pregnancy test',
      'serum hcg',
      'urine hcg',
      'hcg qualitative',
      'hcg quantitative',
      'upt',
    ],
    unit: 'mIU/mL',
    units: { 'iu/l': 1 },
    high: 5,
    plausible: [0, 500000],
    loinc: ['2118-8', '2106-3'],
  },
  {
    name: 'HBsAg',
    plain: 'hepatitis B surface antigen',
    synonyms: ['hbsag', 'hepatitis b surface antigen', 'hep b surface antigen', 'hbs ag', 'hepatitis b surface ag'],
    unit: 'result',
    plausible: [0, 1],
    loinc: ['5195-3', '5196-1'],
  },
  {
    name: 'anti-HBc',
    plain: 'hepatitis B core antibody',
    synonyms: [
      'anti hbc',
      'hepatitis b core antibody',
      'hep b core antibody',
      'hbcab',
      'hepatitis b core ab',
      'hbc ab',
      'hepatitis b core total antibody',
      'hepatitis b core ab total',
    ],
    unit: 'result',
    plausible: [0, 1],
    loinc: ['13952-7', '16933-4'],
  },
  {
    name: 'HBV DNA',
    plain: 'hepatitis B virus DNA',
    synonyms: ['hbv dna', 'hepatitis b virus dna', 'hepatitis b viral load', 'hepatitis b dna'],
    unit: 'IU/mL',
    plausible: [0, 1e10],
    loinc: ['42595-9'],
  },
  {
    name: 'anti-HCV',
    plain: 'hepatitis C antibody',
    synonyms: ['anti hcv', 'hepatitis c antibody', 'hep c antibody', 'hcv antibody', 'hcv ab', 'hepatitis c ab', 'hcvab'],
    unit: 'result',
    plausible: [0, 1],
    loinc: ['16128-1', '13955-0'],
  },
  {
    name: 'HCV RNA',
    plain: 'hepatitis C virus RNA',
    synonyms: ['hcv rna', 'hepatitis c virus rna', 'hepatitis c viral load', 'hepatitis c rna'],
    unit: 'IU/mL',
    plausible: [0, 1e10],
    loinc: ['11259-9', '11011-4'],
  },
  {
    name: 'HIV',
    plain: 'HIV test',
    synonyms: [
      'hiv',
      'hiv antibody',
      'hiv 1 2',
      'hiv 1/2',
      'hiv ag ab',
      'hiv ag/ab',
      'hiv antigen antibody',
      'hiv screen',
      'hiv 1/2 antigen/antibody',
      'hiv 1/2 ab',
      'hiv 1/2 ag/ab',
      'hiv test',
      'hiv serology',
    ],
    unit: 'result',
    plausible: [0, 1],
    loinc: ['56888-1', '75622-1'],
  },
  {
    name: 'HIV viral load',
    plain: 'HIV viral load',
    synonyms: ['hiv viral load', 'hiv rna', 'hiv 1 rna', 'viral load'],
    unit: 'copies/mL',
    plausible: [0, 1e9],
    loinc: ['20447-9'],
  },
  {
    name: 'CD4',
    plain: 'CD4 cells',
    synonyms: ['cd4', 'cd4 count', 'cd4+ t cell count', 'cd4+ count', 'cd4 t cell count'],
    unit: 'cells/uL',
    units: { '/ul': 1, '/mm3': 1, 'cells/mm3': 1, '10*3/ul': 1000 },
    low: 500,
    plausible: [0, 3000],
    loinc: ['24467-3'],
  },
  {
    name: 'weight',
    plain: 'weight',
    synonyms: ['weight', 'body weight', 'wt', 'weight measured'],
    unit: 'kg',
    units: { kgs: 1, kilogram: 1, kilograms: 1, lb: 0.45359, lbs: 0.45359, '[lb_av]': 0.45359, pounds: 0.45359, g: 0.001 },
    plausible: [25, 350],
    loinc: ['29463-7', '3141-9'],
  },
  {
    name: 'height',
    plain: 'height',
    synonyms: ['height', 'body height', 'ht'],
    unit: 'cm',
    units: { m: 100, in: 2.54, inches: 2.54, '[in_i]': 2.54, mm: 0.1 },
    plausible: [100, 230],
    loinc: ['8302-2'],
  },
  {
    name: 'BMI',
    plain: 'body mass index',
    synonyms: ['bmi', 'body mass index'],
    unit: 'kg/m2',
    units: { 'kg/m^2': 1 },
    low: 18.5,
    high: 25,
    plausible: [8, 100],
    loinc: ['39156-5'],
  },
  {
    name: 'SpO2',
    plain: 'oxygen saturation',
    synonyms: ['spo2', 'o2 sat', 'o2 saturation', 'oxygen saturation', 'pulse oximetry', 'sao2', 'sat', 'pulse ox'],
    unit: '%',
    low: 94,
    plausible: [40, 100],
    loinc: ['59408-5', '2708-6'],
  },
  {
    name: 'systolic',
    plain: 'systolic blood pressure',
    synonyms: ['systolic', 'systolic blood pressure', 'sbp', 'systolic bp'],
    unit: 'mmHg',
    units: { 'mm[hg]': 1, 'mm hg': 1 },
    high: 140,
    plausible: [50, 300],
    loinc: ['8480-6'],
  },
  {
    name: 'diastolic',
    plain: 'diastolic blood pressure',
    synonyms: ['diastolic', 'diastolic blood pressure', 'dbp', 'diastolic bp'],
    unit: 'mmHg',
    units: { 'mm[hg]': 1, 'mm hg': 1 },
    high: 90,
    plausible: [20, 200],
    loinc: ['8462-4'],
  },
  {
    name: 'heart-rate',
    plain: 'heart rate',
    synonyms: ['heart rate', 'pulse', 'hr', 'pulse rate', 'resting heart rate'],
    unit: '/min',
    units: { bpm: 1, 'beats/min': 1, '{beats}/min': 1 },
    low: 50,
    high: 100,
    plausible: [20, 300],
    loinc: ['8867-4'],
  },
]

/** Every name of a test but the one we keep. */
export const namesOf = (test: LabTest): readonly string[] => [...test.synonyms, ...(LAB_NAMES_ABROAD[test.name] ?? [])]

/** Plain letters for those with accents, each for one, so that places in the text stay. */
export const withoutAccents = (text: string): string =>
  /[À-ÿ]/.test(text) ? text.replace(/[À-ÖØ-öø-ÿ]/g, (letter) => letter.normalize('NFD')[0] ?? letter) : text

/** The test a name means, however a laboratory, a note or a LOINC display writes it: `findLab('SGOT (AST), serum')`. */
export function findLab(name: string): LabTest | undefined {
  const words = labWords(name)
  const whole = BY_NAME.get(words)
  if (whole) return whole
  const inside = /\(([^)]{2,40})\)/.exec(name)?.[1]
  if (inside !== undefined) {
    const outer = BY_NAME.get(labWords(name.replace(/\([^)]*\)/g, ' ')))
    const abbreviation = BY_NAME.get(labWords(inside))
    if (outer || abbreviation) return outer ?? abbreviation
  }
  if (OTHER_FLUID.test(name)) return undefined
  return BY_NAME.get(labWords(name.replace(/\[.*/s, ' ')).replace(QUALIFIER, ' ').replace(/\s+/g, ' ').trim())
}

export const labByLoinc = (code: string): LabTest | undefined => BY_LOINC.get(code)

/**
 * The value in the unit we keep. Without a unit the one is taken that makes the value plausible (`ANC 3400` is 3.4);
 * undefined when the unit is not one of this test (a percentage of neutrophils is no count) or the value cannot be.
 */
export function toStandard(test: LabTest, value: number, unit?: string): { value: number; unit: string } | undefined {
  const factor = unit === undefined || unit.trim() === '' ? factorByPlausibility(test, value) : factorOf(test, unit, value)
  if (factor === undefined) return undefined
  const standard = value * factor
  if (test.name === 'HbA1c' && unit !== undefined && unitWords(unit) === 'mmol/mol')
    return { value: asPrecise(value / 10.929 + 2.15, value), unit: test.unit }
  return {
    value: Number.isInteger(Math.round(Math.log10(factor) * 1e9) / 1e9) ? rounded(standard) : asPrecise(standard, value),
    unit: test.unit,
  }
}

/** The value in the source's own unit, where turning it into ours changed the number. */
export function printedAs(
  value: number,
  unit: string | undefined,
  standard: { value: number },
): { printed?: { value: number; unit: string } } {
  return unit === undefined || value === standard.value ? {} : { printed: { value, unit } }
}

/** No more digits than the source gives, and three at the least. */
const asPrecise = (converted: number, source: number) => Number(converted.toPrecision(Math.min(6, Math.max(3, digitsOf(source)))))
const digitsOf = (value: number) => `${value}`.replace(/^0?\.0*|\D/g, '').length

/** Usual limits of normal in the unit we keep. */
export function usualLimits(test: LabTest, sex?: 'female' | 'male'): { low?: number; high?: number } {
  const own = sex === undefined ? undefined : test[sex]
  const low = own?.low ?? test.low
  const high = own?.high ?? test.high
  return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) }
}

/** Lower case, plain letters for micro, one way to write powers and volumes: `×10⁹/L` → `10*9/l`, `K/cumm` → `k/mm3`. */
export function unitWords(unit: string): string {
  return unit
    .toLowerCase()
    .replace(/[µμ]/g, 'u')
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (d) => `${'⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(d)}`)
    .replace(/mcl\b/g, 'ul')
    .replace(/mcg\b/g, 'ug')
    .replace(/mcmol|micromol(?:e?s)?\b/g, 'umol')
    .replace(/\b(m|u)?ui(?=\/)/g, '$1iu')
    .replace(/1,73/g, '1.73')
    .replace(/\([^)]*\)$/, '')
    .replace(/cubic millimet(?:er|re)s?|cu\.? ?mm|cmm\b|mm\^3|mm\*3/g, 'mm3')
    .replace(/micro ?lit(?:er|re)s?/g, 'ul')
    .replace(/milli ?lit(?:er|re)s?/g, 'ml')
    .replace(/deci ?lit(?:er|re)s?/g, 'dl')
    .replace(/\blit(?:er|re)s?/g, 'l')
    .replace(/\bminutes?\b/g, 'min')
    .replace(/\bgm?s?\b|\bgrams?\b/g, 'g')
    .replace(/\s*(?:\bper\b|\/)\s*/g, '/')
    .replace(/24 ?(?:hours?|hrs?|h)\b/g, '24h')
    .replace(/^[x×*]\s*/, '')
    .replace(/10\s*(?:\^|\*\*?|e\+?|exp)\s*0?(\d{1,2})/g, '10*$1')
    .replace(/\b10\s?(3|6|9|12)(?=\s*(?:cells)?\s*\/)/g, '10*$1')
    .replace(/10\((\d{1,2})\)/g, '10*$1')
    .replace(/\b10(3|6|9)(?=\/)/g, '10*$1')
    .replace(/m\^2/g, 'm2')
    .replace(/\b(m?g)\s?%/g, '$1/dl')
    .replace(/[\s\\]/g, '')
}

/** Lower case words without accents, with single spaces; slashes stay, they tell ratios from their parts. */
function labWords(name: string): string {
  return withoutAccents(name)
    .toLowerCase()
    .replace(/[^a-z0-9+/]+/g, ' ')
    .trim()
}

/** Creatinine in urine is not creatinine. */
const OTHER_FLUID = /\b(?:urine|csf|cerebrospinal|fluid|stool|saliva)\b/i

const QUALIFIER =
  /\b(?:serum|plasma|blood|estimation|impedance|photometry|s|p|level|levels|lab|measured|automated|count|auto|venous|whole|mass|volume|moles|enzymatic|activity|number|in|or|by|test|value|result|units?|catalytic|concentration|poc|mass\/volume|moles\/volume|units\/volume|catalytic activity\/volume)\b/g

const BY_NAME = new Map<string, LabTest>()
const BY_LOINC = new Map<string, LabTest>()
for (const test of LABS) {
  for (const name of [test.name, ...namesOf(test)]) if (!BY_NAME.has(labWords(name))) BY_NAME.set(labWords(name), test)
  for (const code of test.loinc) BY_LOINC.set(code, test)
}

function factorOf(test: LabTest, unit: string, value: number): number | undefined {
  const words = unitWords(unit)
  if (test.cells) return cellFactor(words)
  if (words === unitWords(test.unit)) return 1
  if (test.name === 'HbA1c' && words === 'mmol/mol') return 1
  const factor = test.units?.[words]
  if (factor !== undefined && test.name === 'hemoglobin' && words === 'mg/dl') return value <= 25 ? 1 : undefined
  return factor
}

/** Factor from a unit of cells per volume to 10*9 per litre. */
function cellFactor(words: string): number | undefined {
  const match =
    /^(?:(10\*(\d{1,2})|k|thou|thousands?|tsd\.?|mio|1000|gpt|g|giga|bil|mil|million|lakhs?|lacs?)?(?:cells?|wbc|plt)?\/(ul|mm3|l|nl|ml))$/.exec(
      words.replace(/\{[^}]*\}|cells?|#/g, ''),
    )
  if (!match) return words === 'k' || words === '10*3' || words === '10*9' ? 1 : undefined
  const [, prefix, power, volume] = match
  const many =
    power !== undefined
      ? 10 ** Number(power)
      : prefix === undefined
        ? 1
        : prefix === 'g' || prefix === 'gpt' || prefix === 'giga' || prefix === 'bil'
          ? 1e9
          : prefix.startsWith('mi')
            ? 1e6
            : prefix.startsWith('la')
              ? 1e5
              : 1e3
  const perLitre = { ul: 1e6, mm3: 1e6, l: 1, nl: 1e9, ml: 1e3 }[volume ?? 'l'] ?? 1
  return (many * perLitre) / 1e9
}

function factorByPlausibility(test: LabTest, value: number): number | undefined {
  const [least, most] = test.plausible
  const fits = (factor: number) => value * factor >= least && value * factor <= most
  if (fits(1)) return 1
  if (test.cells) return fits(0.001) ? 0.001 : undefined
  return Object.values(test.units ?? {}).find(fits)
}

const rounded = (value: number) => Number(value.toPrecision(6))

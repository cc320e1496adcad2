import { describe, expect, it } from 'vitest'
import type { FactKind } from '../../record/fact.ts'
import { aDocument } from '../prose/a-reading.ts'
import { missingFrom, saidIn } from '../said.fixture.ts'
import { understand } from '../understand.ts'

describe('sizes of tumours, as notes and scans tell them', () => {
  it.each<[trap: string, kind: FactKind, text: string, wanted: string[]]>([
    [
      'a first consultation that tells the scans in sentences',
      'tumor-size',
      'Medical Oncology consultation 12/03/2025\nShe felt a lump in the shower. Ultrasound 02/24/2025 found a 2.7 cm irregular mass at 9:00 and a 1.6 cm axillary node with cortical thickening. CT 03/05/2025: three liver lesions, the largest 3.4 cm in segment 7; a 9 mm nodule in the right lower lobe.',
      ['27 imaging', '16 imaging node', '34 imaging metastasis', '9 imaging metastasis'],
    ],
    [
      'found on examination',
      'tumor-size',
      'CLINIC NOTE 14 May 2025\nO/E: 6 x 5 cm hard lump in the upper outer quadrant of the left breast, fixed to skin. Left axilla: 2 cm mobile node. No SCF nodes.',
      ['60 exam', '20 exam node'],
    ],
    [
      'physical exam in an American note',
      'tumor-size',
      'PROGRESS NOTE 5/14/2025\nPHYSICAL EXAM: ECOG 1. Right breast mass now about 3 cm by palpation (was 5 cm). Axilla: no palpable adenopathy.',
      ['30 exam', '!50'],
    ],
    [
      'a tender clinical size in the request of a biopsy',
      'tumor-size',
      'HISTOPATHOLOGY REPORT\nCollected 14/02/2025. Reported 18/02/2025\nClinical details: Trucut of Rt breast lump, clinically 5 x 4 cm.\nSpecimen: cores up to 14 mm.\nDiagnosis: invasive ductal carcinoma grade 3.',
      ['50 exam', '!14'],
    ],
    [
      'several reports on one print, each in brackets',
      'tumor-size',
      'NORTHSIDE IMAGING & PATHOLOGY - COMBINED PRINT     TESTER Ann   01/01/1970\n[CT CHEST 03/02/2025] Cough. Multiple lung nodules, largest LLL 21 mm. Right hilar node 18 mm short axis. Liver clear.\n[CT GUIDED BIOPSY LLL 11/02/2025, reported 15/02/2025] Adenocarcinoma, GATA3 positive. ER 90%. Core length 12 mm.',
      ['21 imaging metastasis', '18 imaging node'],
    ],
    [
      'an operation that quotes the scan',
      'tumor-size',
      'NEUROSURGERY OPERATION NOTE 18/02/2025\nIndication: left frontal metastasis 31 mm with oedema on MRI 10/02/2025 and a new right cerebellar 7 mm deposit.\nProcedure: craniotomy and resection.',
      ['31 imaging metastasis', '7 imaging metastasis'],
    ],
    [
      'the present one and the one of May, with its month',
      'tumor-size',
      'Letter 10/09/2025\nCT 03/09/2025: hepatic lesion in segment VI 17 mm (29 mm in May), node at the porta 9 mm. Partial response.',
      ['17 imaging metastasis', '29 imaging metastasis'],
    ],
    [
      'an arrow between earlier and now',
      'tumor-size',
      'Onc notes\n4/7/2025 CT PR liver 42 -> 24 mm. Continue.\n6/9/2025 CT PD liver 24 -> 39 mm, new lung nodules up to 8 mm.\n8/1/2025 Started capecitabine, tolerating.',
      ['24 imaging metastasis', '39 imaging metastasis', '8 imaging metastasis'],
    ],
    [
      'two ovaries, one unit',
      'tumor-size',
      'Letter 25 August 2025\nThe CT on 20 August shows a trace of ascites, ovaries 31 and 25 mm, omental caking up to 33 mm.',
      ['31 imaging', '25 imaging', '33 imaging'],
    ],
    [
      'non-mass enhancement',
      'tumor-size',
      'Letter 17 December 2024\nThe MRI showed 58 mm of non-mass enhancement in the right breast. Mammogram was normal.',
      ['58 imaging'],
    ],
    [
      'T and its size in brackets, clinical and pathological',
      'tumor-size',
      'TUMOR BOARD 12.03.2025\nLeft breast NST G3, cT2 (33 mm) cN1 cM0.\nRight breast 2016: NST G1, pT1c (13 mm) pN0.',
      ['33 imaging', '13 pathology'],
    ],
    [
      'residual by ultrasound in a board of the tumour',
      'tumor-size',
      'TUMOR BOARD 20.08.2025\nSonography 14.08.2025: residual 12 mm. CT thorax 12.08.2025: nodules unchanged, 4 mm, benign.',
      ['12 imaging', '!4 imaging'],
    ],
    [
      'columns of targets by date',
      'tumor-size',
      'CT CHEST ABDOMEN 09/02/2025\nTarget lesions (mm):        06/04/2025   09/02/2025\n Liver segment 6               38           21\n Right hilar node              19           14',
      ['21 imaging', '14 imaging'],
    ],
    [
      'short axis and earlier sizes in brackets',
      'tumor-size',
      'CT CHEST 09/02/2025\nFINDINGS: RLL mass 1.8 cm (1.9 in June, 3.4 in March). LUL nodule 1.2 cm (1.2). 4R node 1.4 cm short axis (1.5). 3 mm calcified granuloma RUL. Simple renal cyst 22 mm.',
      ['18 imaging metastasis', '12 imaging metastasis', '14 imaging node', '!3 imaging', '!22 imaging'],
    ],
    [
      'dimensions, then sizes of nodes without a study near',
      'tumor-size',
      'BREAST MRI 09/24/2025\nRight breast 10:00: 41 x 30 x 28 mm irregular enhancing mass. Skin and nipple not involved. Right axilla: 2 abnormal level I nodes, largest 23 mm.',
      ['41 imaging', '23 imaging node'],
    ],
    [
      'chest wall nodules in running notes',
      'tumor-size',
      'Progress note 11/17/2025\nCT 11/10/2025 PD liver 51 mm, new L chest wall nodules x3 up to 1.4 cm.',
      ['51 imaging metastasis', '14 imaging'],
    ],
    [
      'brain lesions and their sizes in a list',
      'tumor-size',
      'Letter 21 December 2025\nMRI 05/12/2025: three lesions - right precentral 19 mm, left cerebellar 11 mm, left occipital 6 mm.',
      ['19 imaging metastasis', '11 imaging metastasis', '6 imaging metastasis'],
    ],
    [
      'radiosurgery by lesion',
      'tumor-size',
      'RADIOSURGERY SUMMARY 25/08/2025\nLt frontal 18 mm - 20 Gy single fraction\nRt occipital 9 mm - 22 Gy single fraction',
      ['18 imaging metastasis', '9 imaging metastasis'],
    ],
    [
      'to a size',
      'tumor-size',
      'New patient 5/2/2025\nCT 4/3/2025: three hepatic masses to 3.4 cm, sclerotic lesions in T10 and left femur neck. Liver edge 2 cm below the costal margin.',
      ['34 imaging metastasis', '!20'],
    ],
    [
      'scars, cavities and ports are none',
      'tumor-size',
      'CLINIC 09/02/2025\nMastectomy scar 14 cm, well healed. Port pocket 3 cm. Ulcer of the left heel 2 cm. Seroma 6 cm on ultrasound.',
      ['-'],
    ],
    [
      'what is not a tumour',
      'tumor-size',
      'CT ABDOMEN 09/02/2025\nSpleen 12 cm. Common bile duct 6 mm. Abdominal aorta 21 mm. Left adrenal adenoma 14 mm, stable since 2019. Gallstone 9 mm. Endometrium 4 mm. Uterine fibroid 3.1 cm. L3 vertebral haemangioma 12 mm.',
      ['-'],
    ],
    [
      'a dose slice and a needle',
      'tumor-size',
      'Procedure note 09/02/2025\n14 gauge needle, 22 mm throw; clip placed 4 mm from the lesion. CT with 5 mm slices.',
      ['-'],
    ],
    [
      "in words of the patient's history, by mammogram",
      'tumor-size',
      'HPI: 52 yo with screening mammogram 1/2025 showing 1.8 cm spiculated mass L breast UOQ, US 2.0 cm, axilla neg.',
      ['18 imaging', '20 imaging'],
    ],
    [
      "Chinese whispers: a size without a study is the scan's where the organ lies deep",
      'tumor-size',
      'Clinic note 9 Sept 2025\nLiver metastases have shrunk, the largest is now 16 mm (22 mm in June).',
      ['16 imaging metastasis'],
    ],
    [
      'skin nodules measured at the bedside',
      'tumor-size',
      'Clinic note 9 Sept 2025\nChest wall: three skin nodules, the largest 18 mm, ulcerated. Photographs taken.',
      ['18 exam'],
    ],
    [
      'PET with SUV',
      'tumor-size',
      'PET-CT 10/03/2025\nFindings: 2.0 cm nodule right chest wall SUV 11. Right internal mammary node 1.4 cm. Several lung nodules, up to 1.5 cm in left upper lobe. Liver segment 7 focus 2.1 cm SUV 9.',
      ['20 imaging', '14 imaging node', '15 imaging metastasis', '21 imaging metastasis'],
    ],
    [
      'history in dated lines',
      'tumor-size',
      'ONCOLOGY HISTORY\n03/2018 US 2.6 cm subareolar mass R, core bx IDC\n04/2018 MRI: 31 x 22 mm mass, 2 nodes up to 14 mm\n05/2018 mastectomy: IDC 24 mm, 1/12 nodes',
      ['26 imaging', '31 imaging', '14 imaging node', '24 pathology'],
    ],
    [
      'deposit in a node under the microscope told in a letter',
      'tumor-size',
      'Letter 12/05/2025\nHistology: 17 mm grade 2 ductal cancer, 2 of 14 nodes involved, largest deposit 11 mm.',
      ['17 pathology', '11 pathology node'],
    ],
    [
      'mammogram and ultrasound in a referral',
      'tumor-size',
      "Dear Colleague, 14/03/2026\nScreen detected: mammogram 35 mm of microcalcification left breast, ultrasound a solid component of 14 mm at 3 o'clock. Axilla normal on ultrasound.",
      ['14 imaging', '35 imaging'],
    ],
    [
      'clinical T in an exam by quadrant',
      'tumor-size',
      'CONSULT 3/14/2026\nBreasts: L UOQ 4x3 cm firm mass, mobile, no skin change. R normal. Nodes: L axillary 1.5 cm, mobile.',
      ['40 exam', '15 exam node'],
    ],
    [
      'target lesion list with change',
      'tumor-size',
      'CT CAP 03/14/2026\nTARGET LESIONS: 1. Segment VI liver 24 mm (prior 31). 2. RUL nodule 12 mm (prior 12). 3. Left adrenal 19 mm (prior 22).\nSUM OF DIAMETERS 55 mm (prior 65).',
      ['24 imaging metastasis', '12 imaging metastasis', '19 imaging metastasis', '!55', '!65'],
    ],
    [
      'oligometastasis before SBRT',
      'tumor-size',
      'RadOnc consult 3/14/2026\nSolitary 2.2 cm T8 lytic lesion on PET 3/1/2026, planned SBRT 27 Gy in 3 fractions.',
      ['22 imaging metastasis'],
    ],
    [
      'residual in the breast after chemotherapy by MRI',
      'tumor-size',
      'Letter 3/14/2026\nMRI on 10 March shows residual enhancement measuring 9 mm in the left breast (from 42 mm).',
      ['9 imaging'],
    ],
    [
      'pathology told in a clinic letter',
      'tumor-size',
      'Letter 3/14/2026\nHer operation on 2 March showed a 22 mm grade 2 ductal carcinoma with 3 of 15 nodes positive, the largest deposit 7 mm, margins clear by 4 mm.',
      ['22 pathology', '7 pathology node', '!4'],
    ],
    [
      'brain lesions in a Gamma Knife plan',
      'tumor-size',
      'GAMMA KNIFE NOTE 3/14/2026\nTargets: R occipital 0.8 cm (20 Gy), L cerebellar 1.9 cm (18 Gy), pons 4 mm (16 Gy).',
      ['8 imaging metastasis', '19 imaging metastasis', '4 imaging metastasis'],
    ],
    [
      'pleura and effusion',
      'tumor-size',
      'CT CHEST 03/14/2026\nMetastatic breast cancer. Right pleural nodule 11 mm. Moderate right effusion, depth 45 mm. Pericardial effusion 8 mm.',
      ['11 imaging metastasis', '!45', '!8'],
    ],
    [
      'a local recurrence felt and scanned',
      'tumor-size',
      'Clinic 3/14/2026\nShe noticed a lump in the mastectomy scar: 1.2 cm firm nodule on exam; ultrasound 3/10/2026 11 x 8 mm solid nodule.',
      ['12 exam', '11 imaging'],
    ],
    [
      'growth of a liver metastasis, both with dates',
      'tumor-size',
      'Onc 3/14/2026\nLiver met seg 4: 18 mm (12/2025), 26 mm (3/2026).',
      ['18 imaging metastasis', '26 imaging metastasis'],
    ],
    [
      'not a tumour in a letter',
      'tumor-size',
      'Letter 3/14/2026\nEcho: LV 48 mm, LA 36 mm. Thyroid nodule 12 mm benign on FNA. Ovarian cyst 3 cm. Port site wound 2 cm.',
      ['-'],
    ],
    [
      'nodes below the limit',
      'tumor-size',
      'CT CHEST 03/14/2026\nNo enlarged nodes; largest mediastinal node 6 mm short axis. Lungs clear. 2 mm calcified granuloma LLL.',
      ['6 imaging node', '!2 imaging'],
    ],
    [
      'German commas',
      'tumor-size',
      'Arztbrief 14.03.2026 (translation)\nMRI 10.03.2026: lesion in liver segment 7, 2,4 x 1,8 cm; CT: pulmonary nodule left lower lobe 0,9 cm.',
      ['24 imaging metastasis', '9 imaging metastasis'],
    ],
  ])('%s (%s)', (_trap, kind, text, wanted) => expect(missingFrom(saidIn(kind, text), wanted)).toEqual([]))
})

it('the breast of a mass that is told by the hour has the side that stands before it', () => {
  const scan = 'BREAST MRI\nDate: May 4, 2026\nFINDINGS\nLeft breast: irregular enhancing mass at 11:00\nmeasuring 3.3 x 2.8 x 2.6 cm.\n'
  const places = understand(aDocument(scan)).flatMap((fact) => (fact.kind === 'tumor-size' ? [fact.value.where] : []))
  expect(places).toEqual(['left breast'])
})

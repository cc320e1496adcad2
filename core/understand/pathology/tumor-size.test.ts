import { describe, expect, it } from 'vitest'
import type { FactValue } from '../../record/fact.ts'
import { aReading } from '../prose/a-reading.ts'
import { tumorSize } from './tumor-size.ts'

const brief = ({ mm, how, of, where }: FactValue<'tumor-size'>) => `${mm} ${how} ${of} ${where}`
const said = (text: string) => tumorSize.find(aReading(text)).map((fact) => brief(fact.value as FactValue<'tumor-size'>))
const report = (body: string) => `SURGICAL PATHOLOGY REPORT\nCollected: 04/11/2017\nDIAGNOSIS\nA. BREAST, LEFT, LUMPECTOMY:\n${body}`
const ct = (body: string) => `CT CHEST ABDOMEN PELVIS\nExam date: 09/15/2026\nFINDINGS:\n${body}`
const note = (body: string) => `ONCOLOGY PROGRESS NOTE\nVisit 09/17/2026\n${body}`

describe('sizes in pathology', () => {
  it.each<[string, string, string[]]>([
    [
      'in the diagnosis',
      '- INVASIVE DUCTAL CARCINOMA, NOTTINGHAM GRADE 2, 2.7 CM IN GREATEST DIMENSION.',
      ['27 pathology invasive left breast'],
    ],
    ['measures', 'INVASIVE CARCINOMA MEASURES 3.0 CM IN GREATEST DIMENSION.', ['30 pathology invasive left breast']],
    ['the synoptic line', 'Tumor size: 1.8cm.', ['18 pathology invasive left breast']],
    ['the largest focus', 'Greatest dimension of largest focus of invasion: 12 mm.', ['12 pathology invasive left breast']],
    [
      'several foci',
      'Three foci of invasive carcinoma measuring 2.0 cm, 1.9 cm and 1.1 cm.',
      ['20 pathology invasive left breast', '19 pathology invasive left breast', '11 pathology invasive left breast'],
    ],
    ['residual tumour', 'Residual tumor size  8 mm (single focus), cellularity 20%', ['8 pathology invasive left breast']],
    [
      'the in-situ part apart',
      'Tumor size: 1.5 cm.\nDUCTAL CARCINOMA IN SITU spans 6.0 cm.',
      ['15 pathology invasive left breast', '60 pathology in-situ left breast'],
    ],
    [
      'a node deposit',
      'Tumor size: 2.0 cm.\nB. SENTINEL LYMPH NODE, LEFT: Metastatic carcinoma in 1 of 2 nodes, largest deposit 7 mm.',
      ['20 pathology invasive left breast', '7 pathology node left axillary lymph node'],
    ],
    [
      'a margin is no size',
      'Tumor size: 2.0 cm. Margins negative, closest invasive margin 4 mm (deep).',
      ['20 pathology invasive left breast'],
    ],
    ['a distance is no size', 'Tumor size: 2.0 cm. Tumor is 0.3 cm from the anterior margin.', ['20 pathology invasive left breast']],
    [
      'the specimen is no tumour',
      'Tumor size: 2.0 cm.\nGROSS DESCRIPTION: Received fresh is a 10 x 8 x 3 cm lumpectomy specimen with a 5 x 2 cm skin ellipse.',
      ['20 pathology invasive left breast'],
    ],
    [
      'the gross size gives way to the diagnosis',
      'INVASIVE CARCINOMA, 1.7 CM.\nGROSS DESCRIPTION: Sectioning reveals a 1.9 x 1.6 x 1.5 cm firm mass.',
      ['17 pathology invasive left breast'],
    ],
    [
      'the gross size when it is alone',
      'Invasive carcinoma, see comment.\nGROSS DESCRIPTION: Sectioning reveals a 2.4 x 1.8 x 1.5 cm tumor mass.',
      ['24 pathology invasive left breast'],
    ],
    ['a biopsy cavity is no tumour', 'No residual carcinoma.\nGROSS DESCRIPTION: a 3 x 2 cm biopsy cavity is seen.', []],
    ['"not specified"', 'Specimen size: Not specified. Tumor size: 2 x 1.5 X 2 cm.', ['20 pathology invasive left breast']],
    ['before the grade', '18mm grade 2 invasive ductal carcinoma', ['18 pathology invasive left breast']],
    ['in brackets', 'Invasive ductal carcinoma (21 mm, grade 2), completely excised by 6 mm.', ['21 pathology invasive left breast']],
    [
      'the whole tumour is no invasive size',
      'Invasive tumour size: 23 mm. Whole tumour size: 40 mm',
      ['23 pathology invasive left breast'],
    ],
    ['the whole in brackets', 'Tumour size: 27 x 20 mm (invasive), 35 mm (whole tumour)', ['27 pathology invasive left breast']],
    ['the tumour bed', 'Tumour bed 24 mm. Residual invasive carcinoma: largest focus 9 mm.', ['9 pathology invasive left breast']],
    [
      'a maximum dimension above the margin line',
      'Invasive ductal carcinoma.\nMaximum dimension (invasive component): 28mm\nClosest margin: 3mm',
      ['28 pathology invasive left breast'],
    ],
    ['maximum diameter', 'Maximum diameter of invasive tumour: 32 mm', ['32 pathology invasive left breast']],
    ['largest diameter', 'Invasive lobular carcinoma, largest diameter 27 mm.', ['27 pathology invasive left breast']],
    ['a comma for the point', 'Invasive carcinoma NST, 1,7 cm, grade 2', ['17 pathology invasive left breast']],
    [
      'centimetres in the plural',
      'Residual invasive carcinoma measuring 1.4 cms in greatest dimension',
      ['14 pathology invasive left breast'],
    ],
    [
      'isolated cells',
      'Invasive lobular carcinoma, 31 mm. Isolated tumour cells 0.15 mm in one node.',
      ['31 pathology invasive left breast'],
    ],
    [
      'microinvasion',
      'DCIS, 4.5 cm, with a focus of microinvasion measuring 0.8 mm.',
      ['45 pathology in-situ left breast', '0.8 pathology invasive left breast'],
    ],
    ['lengths of cores', 'Infiltrating ductal carcinoma. Three cores 12, 14 and 9 mm in length.', []],
    [
      'the conclusion after the gross description',
      'GROSS: a grey white area measuring 2.2x1.5x1 cms.\nIMPRESSION:\n- Invasive carcinoma, 1.4 cm',
      ['14 pathology invasive left breast'],
    ],
    [
      'extranodal extension is no deposit',
      'Tumor size: 2.0 cm. Extranodal extension: present (2.0 mm; largest focus).',
      ['20 pathology invasive left breast'],
    ],
  ])('%s', (_trap, body, expected) => {
    expect(said(report(body))).toEqual(expected)
  })

  it('calls what the history quotes from imaging imaging', () => {
    expect(
      said(
        'SURGICAL PATHOLOGY REPORT\nCollected: 03/14/2017\nCLINICAL HISTORY\nUS: irregular hypoechoic mass 2.4 x 1.9 cm.\nDIAGNOSIS\nLEFT BREAST, CORE BIOPSY: invasive carcinoma',
      ),
    ).toEqual(['24 imaging unspecified left breast'])
  })
})

it('calls what an imaging report bound to the pathology measures imaging, with its own date', () => {
  const facts = tumorSize.find(
    aReading(
      'PATHOLOGY REPORT\nCOLLECTED: 2/19/24\nSPECIMEN: BREAST, RIGHT, CORE BIOPSY\nDIAGNOSIS:\n  INVASIVE CARCINOMA\n\nCOMMUNITY HOSPITAL     RADIOLOGY  2/14/24\nRIGHT BREAST 9:30: IRREGULAR MASS, INDISTINCT MARGINS,\n3.4 X 2.8 X 2.5 CM.',
    ),
  )
  expect(facts.map((fact) => fact.value)).toMatchObject([{ mm: 34, how: 'imaging', where: 'right breast', date: '2024-02-14' }])
})

describe('sizes in imaging', () => {
  it.each<[string, string, string[]]>([
    ['a breast mass', 'Breast: Right breast mass 5.8 x 4.1 cm.', ['58 imaging unspecified right breast']],
    [
      'liver segments in one sentence',
      'Liver: Three lesions, largest segment V 3.9 cm, segment VII 2.0 cm, segment II 1.2 cm.',
      ['39 imaging metastasis liver segment V', '20 imaging metastasis liver segment VII', '12 imaging metastasis liver segment II'],
    ],
    [
      'the earlier size in brackets',
      'LIVER (target lesions):\n   Seg VI   34 mm   (prior 26 mm)',
      ['34 imaging metastasis liver segment VI'],
    ],
    ['previously', 'Segment V lesion 2.8 cm, previously 1.9 cm.', ['28 imaging metastasis liver segment V']],
    [
      'columns of dates',
      'Target lesion  09/15/2026  06/16/2026\nRight lower lobe nodule  2.1 cm  1.4 cm',
      ['21 imaging metastasis right lower lobe', '14 imaging metastasis right lower lobe'],
    ],
    [
      'columns in the other order',
      'Target lesion  06/16/2026  09/15/2026\nRight lower lobe nodule  1.4 cm  2.1 cm',
      ['14 imaging metastasis right lower lobe', '21 imaging metastasis right lower lobe'],
    ],
    [
      'a lesion that is new',
      'Lesion  09/15/2026  06/16/2026  01/10/2026\nLiver seg 3  14 mm  new  -',
      ['14 imaging metastasis liver segment 3'],
    ],
    ['the largest of several', 'Liver lesions up to 2.2 cm.', ['22 imaging metastasis liver']],
    ['the sum is no lesion', 'Liver: sum of target lesions 4.5 cm.', []],
    ['a node', 'Right hilar lymph node 1.6 cm short axis.', ['16 imaging node right hilar lymph node']],
    [
      'brain lesions in a list',
      'Three enhancing lesions:\n  1) right frontal, 14 mm\n  2) left parietal, 6 mm',
      ['14 imaging metastasis right frontal', '6 imaging metastasis left parietal'],
    ],
    ['a cyst', 'Liver: 8 mm segment III cyst, unchanged.', []],
    ['likely a cyst', 'A 6 mm low density focus in segment III is too small to characterize, likely a cyst.', []],
    ['a granuloma', 'RLL calcified granuloma 4 mm, stable.', []],
    ['a thyroid nodule', 'Thyroid: 1.1 cm left nodule.', []],
    ['slice thickness', 'TECHNIQUE: 3 mm axial images of the liver lesion.', []],
    ['oedema around it', 'right frontal lesion with vasogenic edema (T2/FLAIR extent 4.1 cm)', []],
    ['less than', 'left upper lobe nodules less than 6 mm', []],
    ['a rib', 'New 9 mm lytic focus left 7th rib, suspicious.', ['9 imaging metastasis left 7th rib']],
  ])('%s', (_trap, body, expected) => {
    expect(said(ct(body))).toEqual(expected)
  })

  it('dates a lesion in a note by the scan beside it, and a nadir by its own date', () => {
    const facts = tumorSize.find(aReading(note('CT 3/10/2025: seg VI lesion 2.4 cm (nadir 1.6 cm in 5/2024), NEW seg VIII lesion 1.5 cm.')))
    expect(facts.map((fact) => fact.value)).toMatchObject([
      { mm: 24, date: '2025-03-10' },
      { mm: 16, date: '2024-05' },
      { mm: 15, date: '2025-03-10' },
    ])
  })

  it('takes the later size of an arrow', () => {
    expect(said(note('PD on CT 9/8/2026: seg VI 2.6 -> 3.4 cm.'))).toEqual(['34 imaging metastasis liver segment VI'])
  })
})

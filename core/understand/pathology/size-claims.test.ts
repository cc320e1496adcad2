import { describe, expect, it } from 'vitest'
import { aReading } from '../prose/a-reading.ts'
import { tumorSize } from './tumor-size.ts'

/** The sizes of invasive tumour that a report with these words gives, in millimetres; another report's tissue and other things' sizes are none. */
function invasiveIn(words: string): number[] {
  const report = `SURGICAL PATHOLOGY REPORT\nLeft breast, wide local excision\n\nDIAGNOSIS: Invasive ductal carcinoma of the left breast.\n\n${words}\n\nER positive 90%, HER2 negative (1+).\n`
  return tumorSize
    .find(aReading(report))
    .flatMap(({ value }) => ('mm' in value && value.of === 'invasive' && value.how === 'pathology' ? [value.mm] : []))
}

describe('what a measure is of', () => {
  it.each<[string, readonly number[], readonly string[]]>([
    [
      'a noun behind it',
      [16],
      [
        'A 16 mm grade 2 invasive carcinoma NST is present.',
        'A 1.6-cm, grade 2, ER-positive invasive ductal carcinoma.',
        '1.6 cm invasive ductal carcinoma.',
        '16mm G3 IDC, LVI present, 4mm deep margin',
        '16mm/G3/NST',
        'Approximately 16 mm of invasive carcinoma is present, in a 50 mm field of DCIS',
        'DCIS over 30 mm with a 16 mm focus of invasive carcinoma.',
        'The 16-mm tumor comes within 2 mm of the inked margin.',
      ],
    ],
    [
      'the head that governs the words before it',
      [16],
      [
        'Greatest tumour extent 16 mm',
        'Invasive disease measures 16 mm in maximum extent.',
        'Extent of invasion: 1.6 cm',
        'Linear extent of invasive tumor: 1.6 cm',
        'Span of invasive carcinoma, 1.6 cm',
        'The area of invasion measures 16 mm in its longest axis',
        'Neoplasm with largest axis of 1.6 cm',
        'Excised tissue 80 x 60 x 30 mm with a tumour 16 mm across.',
        'The specimen (80 x 60 x 30 mm) contains a tumour of 16 mm.',
        'Paget disease of nipple; underlying invasive carcinoma 16 mm; DCIS 50 mm.',
        'Radial scar 9 mm; adjacent tubular carcinoma 16 mm',
        'Residual invasive ductal carcinoma, 1.6 cm, adjacent to previous biopsy site (2.1 cm).',
        'At a distance of 5 cm from the areola a hard mass of 1.6 cm is palpable and visible.',
        'IDC, gr 2, 16mm, margins clr (closest 3mm ant), LVI neg',
        'T: 16 mm. M: 4 mm deep. N: 0/2',
      ],
    ],
    [
      'the heading of its block',
      [16],
      [
        'Tumour\n  Type      NST\n  Grade     2\n  Size      16 mm\n  LVI       absent\nDCIS\n  Grade     high\n  Size      24 mm',
        'DCIS\n  Grade     high\n  Size      24 mm\nInvasive\n  Grade     2\n  Size      16 mm',
        '1. Invasive carcinoma NST\n   a. size 16 mm\n   b. grade 2\n2. DCIS\n   a. size 24 mm\n   b. high grade',
        'A) Invasive ductal carcinoma\n    Size: 16 mm\nB) Ductal carcinoma in situ\n    Size: 24 mm',
        'INVASIVE COMPONENT\n  Maximum dimension: 16 mm\nIN SITU COMPONENT\n  Maximum dimension: 44 mm\nMARGINS\n  Closest: 4 mm',
        'Tumor size 16 mm\nMargins\n  Anterior: invasive 5 mm\n  Posterior: invasive 3 mm, DCIS 1 mm\n  Medial: >10 mm',
      ],
    ],
    [
      'the sentence before it',
      [16],
      [
        'PURE MUCINOUS CARCINOMA; 1.6 CM; NOTTINGHAM GR. I; MARGINS CLEAR, CLOSEST 0.4 CM',
        'Invasive ductal carcinoma is present. It measures 16 mm and extends to within 2 mm of the deep margin.',
        'Mapping of consecutive blocks gives an extent of sixteen millimetres.',
        'Tumour is seen 4 mm from medial margin. Its maximum dimension is 16 mm.',
        'TUMOR SIZE : 1.4x1.1x0.9cms (GROSS) ; 1.6 CMS ON MICROSCOPY',
      ],
    ],
    [
      'how far something is from something',
      [14],
      [
        'INVASIVE CARCINOMA 14 mm. Nearest (posterior) invasive 6 mm; DCIS 0.9 mm.',
        'Invasive carcinoma, 14 mm. Invasive carcinoma to anterior 8 mm, posterior 6 mm, superior 12 mm.',
        'Invasive carcinoma of 14 mm. Excision: invasive 6 mm from posterior; DCIS 2 mm from medial.',
        'Tumor is 5 mm from the anterior margin and > 10 mm from all others. Tumor size 14 mm.',
        'Tumor 1.4 cm, 0.3 cm from inked margin, 2.5 cm deep to skin.',
        'Tumour: 14 mm (to margins: ant 5, post 3, med 20 mm)',
        'Margins (invasive/DCIS): deep 3 mm/1 mm; superficial 5 mm/8 mm. Tumour 14 mm.',
        'The cancer is 14 mm in size and has been completely removed with a 5 mm rim of normal tissue.',
        'Size: 14 mm. Excision: complete (5 mm).',
        'Tumour: 14×12×10 mm; R0 (5 mm)',
        'Inv duct ca 1.4cm SBR 6/9, marg neg 3mm',
        'Invasive lobular carcinoma, 14 mm. LCIS extends 9 mm beyond.',
        'Lymphovascular invasion extends 6 mm beyond the tumour edge. Tumour size 14 mm.',
        'Maximal extent of the invasive carcinoma 14 mm, of the DCIS 40 mm. Safety distance cranial 8 mm, caudal 12 mm, dorsal (to the fascia) 3 mm.',
        'The deep margin is 4 mm and the medial margin 6 mm from the 14 mm tumour.',
        'Serial slicing at 4 mm intervals shows a gritty, grey tumour 14 mm across, reaching to within 3 mm of the blue-inked aspect',
      ],
    ],
    [
      'more than the invasive tumour',
      [16],
      [
        'Invasive tumour size: 16 mm     Whole tumour size: 34 mm',
        'Max invasive tumour diameter - 16 mm; with in situ - 41 mm',
        'Tumour size:\n16 mm\nWhole tumour size:\n31 mm\nDistance to margin:\n4 mm',
        'Invasive/whole size: 16/24 mm',
        'Tumour size 16(24)mm - invasive (whole)',
        'Size: 16 mm invasive, 24 mm whole',
        'Size 16 mm, incl. DCIS 24 mm',
        'Of the 30 mm lesion only 16 mm is invasive.',
        'The lesion is 30 mm overall, of which 16 mm is invasive.',
        'A lesion of 44 mm, the invasive part of which is 16 mm',
        'The tumor, including DCIS, spans 44 mm; excluding DCIS 16 mm.',
        'Tumour bed 40 mm. Residual invasive carcinoma 16 mm. Pre-treatment size 45 mm on MRI.',
        'Multifocal carcinoma (largest 16 mm) over an area of 60 mm.',
      ],
    ],
    [
      'told by others, or once',
      [21],
      [
        'Mammographic size 15 mm, pathological size 21 mm.',
        'Size on histology 21 mm (15 mm on ultrasound).',
        'Clinical size 30 mm. Path size 21 mm.',
        'Palpable lump said to be 30 mm; the invasive carcinoma is 21 mm.',
        'Size (clinically) 3 cm, (pathologically) 2.1 cm',
        'The tumour, which I make 21 mm on the slide although 25 mm was felt clinically, is completely excised by 5 mm.',
        'Compared to the previous core biopsy (9 mm of tumour), the excision shows a tumour of 21 mm.',
        'Core biopsy (outside): invasive carcinoma, 9 mm. Excision: invasive carcinoma, 21 mm.',
        'Pretreatment tumor 4.5 cm; residual tumor 2.1 cm.',
        'The tumor size is revised to 21 mm (previously reported as 20 mm).',
        '             AS REPORTED THERE          ON OUR REVIEW\nSize         31 mm                      21 mm\nGrade        3                          2',
      ],
    ],
    [
      'several tumours',
      [16, 7],
      [
        "               Lesion 1 (10 o'clock)     Lesion 2 (8 o'clock)\nMax invasive diameter      16 mm                     7 mm\nTotal with DCIS            19 mm                     9 mm\nDistance between           23 mm of normal tissue",
        'Two tumors, 1.6 and 0.7 cm, 3 cm apart.',
        'Lesion A - 16 mm; lesion B - 7 mm; distance A-B 22 mm',
        'The larger tumour measures 16 mm and the smaller 7 mm. They lie 35 mm apart.',
        'Bifocal: 16 and 7 mm',
      ],
    ],
    [
      'a unit that stands elsewhere',
      [23],
      [
        'Invasive tumour size (mm, largest dimension of dominant invasive tumour focus)      23',
        'Size and extent: Invasive 23, whole 29 (mm).',
        '                    mm\nInvasive            23\nDCIS                31\nNearest margin      4',
        'Dimensions (mm):\n  Specimen   90 x 70 x 40\n  Tumour     23 x 20 x 15\n  Closest margin   4',
        'TUMOR SIZE, CM\n2.3\nMARGIN DISTANCE, CM\n0.4',
        'Size____2.3 cm____',
        'Tumour size = 2.3 (max) x 2.2 x 1.8 cm',
      ],
    ],
    [
      'a half in words',
      [25],
      ['Tumor size two and a half cm.', 'A fungating mass, two and a half centimetres across, occupies the breast.'],
    ],
    [
      'not of the tumour at all',
      [],
      [
        'Primary tumor (pT): pT2: tumor more than 20 mm but not more than 50 mm in greatest dimension',
        'Biopsy cavity 3.2 x 2.5 cm with hemorrhage; no residual carcinoma identified.',
        'Core biopsies: four cores, the longest 17 mm. Invasive carcinoma in three of them.',
        'Two nodes, the larger measuring 22 mm, contain metastatic carcinoma.',
        'Lumpectomy, 12 x 9 x 4 cm, oriented with sutures.',
        'The closest margin to DCIS is 2 mm and to invasive carcinoma 8 mm.',
        'Invasive carcinoma to the superior margin: 8 mm',
        'Margins for invasive carcinoma: 8 mm posterior, 12 mm anterior',
        'Tumour-free margin 8 mm',
        'Extranodal extension of 3 mm',
        'Calcifications over a distance of 15 mm.',
        'Mitotic rate 12 per 10 HPF (field diameter 0.6 mm)',
        'Fibroadenoma 22 mm. No malignancy.',
        'Fat necrosis, 22 mm, around the biopsy clip.',
        'Additional medial margin, 30 x 20 x 10 mm, free of tumour.',
        'Ultrasound: 15 mm. Mammogram: 17 mm. MRI: 22 mm.',
      ],
    ],
  ])('%s', (_trap, wanted, reports) => {
    for (const words of reports) expect([words, invasiveIn(words).sort((a, b) => b - a)]).toEqual([words, wanted])
  })
})

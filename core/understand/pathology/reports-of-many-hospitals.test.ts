import { describe, expect, it } from 'vitest'
import { missingFromReport } from './said-in-report.fixture.ts'

describe('reports as many hospitals write them', () => {
  it.each<[string, string, string]>([
    [
      'US community table with clones and percent column',
      "SURGICAL PATHOLOGY REPORT\nPatient: xx  Collected: 03/04/2024\nFINAL DIAGNOSIS\nA. Breast, left, 2 o'clock, ultrasound-guided core biopsy:\n - Invasive ductal carcinoma, Nottingham grade 2 (tubules 3, nuclei 2, mitoses 1), measuring up to 1.1 cm in a single core.\nBREAST BIOMARKER REPORTING TEMPLATE\nTest                 Result        % Cells   Intensity\nEstrogen Receptor    Positive      95%       Strong\nProgesterone Receptor Positive     3%        Weak\nHER2 (by IHC)        Negative (1+)\nKi-67                22%",
      'er positive, pr positive, her2 low, grade 2',
    ],
    [
      'CAP biomarker template long form',
      'PATHOLOGY REPORT\nSpecimen: right breast, core biopsy. Collected 01/02/2023\nDiagnosis: Invasive carcinoma of no special type (ductal).\nHistologic Grade (Nottingham Histologic Score)\n   Glandular (Acinar) / Tubular Differentiation: Score 3\n   Nuclear Pleomorphism: Score 3\n   Mitotic Rate: Score 2\n   Overall Grade: Grade 3 (scores of 8 or 9)\nEstrogen Receptor (ER) Status: Positive (greater than 10% of cells demonstrate nuclear positivity)\n   Percentage of Cells with Nuclear Positivity: 81-90%\n   Average Intensity of Staining: Strong\nProgesterone Receptor (PgR) Status: Negative (less than 1%)\n   Internal Control Cells Present and Stain as Expected\nHER2 by Immunohistochemistry: Equivocal (Score 2+)\n   Percentage of Cells with Uniform Intense Complete Membrane Staining: 5 %\nHER2 by in situ hybridization: Negative (not amplified)\n   Number of Observers: 2\n   Average number of HER2 signals per cell: 2.9\n   Average number of CEP17 signals per cell: 2.1\n   HER2 / CEP17 ratio: 1.38',
      'er positive, pr negative, her2 low, grade 3',
    ],
    [
      'CAP ER low positive',
      'PATHOLOGY REPORT\nSpecimen: right breast, core biopsy.\nDiagnosis: Invasive carcinoma.\nEstrogen Receptor (ER) Status: Low Positive (1% - 10% of cells with nuclear positivity)\n   Percentage of Cells with Nuclear Positivity: 4%\nProgesterone Receptor (PgR) Status: Negative\nHER2 by IHC: Negative (Score 0)',
      'er low-positive, pr negative, her2 negative',
    ],
    [
      'RCPath proforma boxes ticked',
      'HISTOPATHOLOGY REPORT\nBreast cancer dataset, surgical specimen: Left wide local excision\nInvasive carcinoma: Present\nMaximum dimension of invasive tumour: 17 mm\nWhole tumour size (DCIS + invasive): 31 mm\nInvasive grade: [ ] 1  [x] 2  [ ] 3\nOestrogen receptor: [x] Positive [ ] Negative   Allred 8/8\nProgesterone receptor: [ ] Positive [x] Negative  Allred 0/8\nHER2: [ ] Positive [x] Negative   IHC score 0',
      'er positive, pr negative, her2 negative, grade 2, 17 mm',
    ],
    [
      'unticked boxes',
      'HISTOPATHOLOGY REPORT\nRight breast wide local excision\nInvasive ductal carcinoma, grade 2, 14 mm\nER:  ☐ Positive ☐ Negative\nPR:  ☐ Positive ☐ Negative\nHER2: ☐ Positive ☐ Negative ☐ Borderline',
      'grade 2, 14 mm',
    ],
    [
      'ticked unicode boxes',
      'HISTOPATHOLOGY REPORT\nRight breast wide local excision\nInvasive ductal carcinoma, grade 2, 14 mm\nER:  ☒ Positive ☐ Negative\nPR:  ☐ Positive ☒ Negative\nHER2: ☐ Positive ☒ Negative ☐ Borderline',
      'er positive, pr negative, her2 negative, grade 2, 14 mm',
    ],
    [
      'parenthesis boxes',
      'SURGICAL PATHOLOGY\nLeft breast, mastectomy: invasive lobular carcinoma, grade 2\nEstrogen receptors: (X) positive ( ) negative\nProgesterone receptors: ( ) positive (X) negative\nHER-2/neu: ( ) 0 (X) 1+ ( ) 2+ ( ) 3+',
      'er positive, pr negative, her2 low, grade 2',
    ],
    [
      'positive/negative choice template not chosen',
      'SURGICAL PATHOLOGY\nLeft breast, mastectomy: invasive lobular carcinoma, grade 2\nER: positive / negative\nPR: positive / negative\nHER2: 0 / 1+ / 2+ / 3+',
      'grade 2',
    ],
    [
      'ISH group 2 final negative',
      'PATHOLOGY REPORT\nLeft breast core biopsy: invasive ductal carcinoma, grade 3\nHER2 IHC: 2+ (equivocal)\nHER2 FISH: HER2/CEP17 ratio 2.3, average HER2 copy number 3.6 signals/cell. ISH group 2. Concurrent IHC 2+. Interpretation: HER2 negative with comment.',
      'her2 low, grade 3',
    ],
    [
      'ISH group 2 by numbers alone without interpretation',
      'PATHOLOGY REPORT\nLeft breast core biopsy: invasive ductal carcinoma, grade 3\nHER2 IHC: 2+ (equivocal)\nHER2 FISH: HER2/CEP17 ratio 2.1, average HER2 copy number 3.4.',
      'her2 equivocal, grade 3',
    ],
    [
      'ISH group 3 positive',
      'PATHOLOGY REPORT\nLeft breast core biopsy: invasive ductal carcinoma, grade 3\nHER2 IHC: 2+ (equivocal)\nDISH: Ratio 1.7; HER2 copies/cell 6.8; CEP17 copies/cell 4.0 (Group 3). After recount by a second observer the case is HER2 POSITIVE.',
      'her2 positive, grade 3',
    ],
    [
      'ISH group 4 with IHC 1+ negative',
      'PATHOLOGY REPORT\nLeft breast core biopsy: invasive ductal carcinoma, grade 3\nHER2 dual probe ISH: Mean HER2 signals 4.9, mean chromosome 17 signals 3.1, ratio 1.6. ISH equivocal (group 4). Concurrent IHC is 1+; therefore the final HER2 status is NEGATIVE.',
      'her2 low, grade 3',
    ],
    [
      'ratio first words',
      'PATHOLOGY REPORT\nRight breast core biopsy: invasive ductal carcinoma, grade 3\nHER2 2+ by IHC. Reflex FISH: not amplified; ratio of HER2 to chromosome 17 is 1.2; HER2 copy 2.4\nER 100%, PR 90%',
      'er positive, pr positive, her2 low, grade 3',
    ],
    [
      'FISH sentence amplified',
      'PATHOLOGY REPORT\nRight breast core biopsy: invasive ductal carcinoma, grade 3\nER negative (0%). PR negative (0%). HER2 equivocal (2+).\nAddendum: Fluorescence in situ hybridization demonstrates amplification of the HER2 gene (HER2:CEN17 = 5.6).',
      'er negative, pr negative, her2 positive, grade 3',
    ],
    [
      'FISH sentence no amplification',
      'PATHOLOGY REPORT\nRight breast core biopsy: invasive ductal carcinoma, grade 3\nER negative (0%). PR negative (0%). HER2 equivocal (2+).\nAddendum: FISH shows no evidence of HER2 gene amplification.',
      'er negative, pr negative, her2 low, grade 3',
    ],
    [
      'FISH pending stays equivocal',
      'PATHOLOGY REPORT\nRight breast core biopsy: invasive ductal carcinoma, grade 3\nER positive 90%. PR positive 10%. HER2 equivocal (2+). HER2 FISH pending; an addendum will follow.',
      'er positive, pr positive, her2 equivocal, grade 3',
    ],
    [
      'FISH insufficient',
      'PATHOLOGY REPORT\nRight breast core biopsy: invasive ductal carcinoma, grade 3\nER positive 90%. PR positive 10%. HER2 equivocal (2+). HER2 FISH: insufficient tumor, not performed.',
      'er positive, pr positive, her2 equivocal, grade 3',
    ],
    [
      'receptors not performed',
      'PATHOLOGY REPORT\nRight breast core biopsy: invasive ductal carcinoma, grade 3\nER: not performed. PR: not performed. HER2: not performed. ',
      'grade 3',
    ],
    [
      'Insufficient tissue for receptors',
      'PATHOLOGY REPORT\nRight breast core biopsy: invasive ductal carcinoma, grade 3\nEstrogen receptor: Cannot be determined (insufficient tissue)\nProgesterone receptor: Cannot be determined\nHER2: Indeterminate - insufficient invasive tumor',
      'grade 3',
    ],
    [
      'requisition wish',
      'PATHOLOGY REPORT\nRequested tests: ER, PR, HER2 (if positive for malignancy)\nRight breast core biopsy: invasive ductal carcinoma, grade 3\nPlease perform ER/PR/HER2 if positive.',
      'grade 3',
    ],
    [
      'family history',
      'PATHOLOGY REPORT\nClinical: sister with ER positive HER2 positive breast cancer.\nRight breast core biopsy: invasive ductal carcinoma, grade 3',
      'grade 3',
    ],
    [
      'control text',
      'PATHOLOGY REPORT\nRight breast core biopsy: invasive ductal carcinoma, grade 1\nControls: ER positive control tissue reacts appropriately; HER2 3+ control cell line positive. ',
      'grade 1',
    ],
    [
      'reference table of HER2 scoring',
      'PATHOLOGY REPORT\nRight breast core biopsy: invasive ductal carcinoma, grade 1\nER: 90% PR: 90% HER2: see separate report\nHER2 Scoring\n0   No staining  Negative\n1+  Faint, incomplete, >10%  Negative\n2+  Weak to moderate complete  Equivocal\n3+  Complete intense >10%  Positive',
      'er positive, pr positive, grade 1',
    ],
    [
      'Reference range rows of ER',
      'PATHOLOGY REPORT\nRight breast core biopsy: invasive ductal carcinoma, grade 1\nReference ranges: ER/PR: Positive >=1%; Negative <1%; HER2: Positive 3+, Negative 0-1+',
      'grade 1',
    ],
    [
      'outside review supersedes',
      'CONSULTATION REPORT - SURGICAL PATHOLOGY\nOutside slides reviewed: right breast core biopsy\nOutside diagnosis: invasive ductal carcinoma, grade 3, ER negative, PR negative, HER2 3+.\nOur diagnosis: Invasive ductal carcinoma, grade 2. Repeat stains here: ER positive (40%), PR negative (0%), HER2 2+.\nHER2 FISH performed here: not amplified.',
      'er positive, pr negative, her2 low, grade 2',
    ],
    [
      'outside agreed',
      'SURGICAL PATHOLOGY - REVIEW OF OUTSIDE SLIDES\nLeft breast, core biopsy: Infiltrating ductal carcinoma, poorly differentiated, SBR 8/9.\nPer outside report, immunostains show ER 0%, PR 0%, HER2 0. We agree with the interpretation.',
      'er negative, pr negative, her2 negative, grade 3',
    ],
    [
      'VA style',
      'VAMC PATHOLOGY   MEDICAL RECORD | SURGICAL PATHOLOGY\nDate obtained: JUN 02, 2019\nSPECIMEN: LEFT BREAST CORE\nBRIEF CLINICAL HISTORY: 61 yo M with palpable mass\nSURGICAL PATH DIAGNOSIS:\n LEFT BREAST, CORE BX: INFILTRATING DUCTAL CARCINOMA, MODERATELY DIFFERENTIATED\nSUPPLEMENTARY REPORT DATE: JUN 09, 2019\n ER: STRONGLY POSITIVE IN >95% OF CELLS\n PR: STRONGLY POSITIVE IN 80% OF CELLS\n HER-2: NOT OVEREXPRESSED (0)',
      'er positive, pr positive, her2 negative, grade 2',
    ],
    [
      'Ireland',
      'HISTOLOGY REPORT St Somewhere University Hospital Dublin\nSpecimen: Right breast 14G core biopsy\nMicroscopy: Invasive ductal carcinoma, provisional grade 2 (T3 P2 M1). B5b.\nER: Allred score 7/8 (proportion 5, intensity 2). Positive\nPR: Allred score 2/8 . Negative\nHER2: DAKO HercepTest score 2+. FISH result to follow.\nSupplementary: HER2 FISH: ratio 1.1 Non-amplified',
      'er positive, pr negative, her2 low, grade 2',
    ],
    [
      'Australia structured',
      'HISTOPATHOLOGY\nSPECIMEN: L breast WLE + SLNB\nSTRUCTURED REPORT - INVASIVE BREAST CARCINOMA\nTumour size (max, invasive)        22mm\nSize of tumour incl. DCIS          35mm\nHistological tumour type           NST\nHistological grade (BRE)           Grade 3 (T3 N3 M2 = 8)\nER                                 Positive   90%   Strong\nPR                                 Positive   15%   Moderate\nHER2 IHC                           2+ Equivocal\nHER2 SISH                          Negative   Copy no. 2.8   Ratio 1.2\nKi67                               30%',
      'er positive, pr positive, her2 low, grade 3, 22 mm',
    ],
    [
      'Canada',
      'SURGICAL PATHOLOGY CONSULTATION\nSpecimens: A) Breast, right, segmental mastectomy\nSynoptic Data\nTumour Size: Greatest dimension of largest invasive focus: 13 mm\nAdditional dimension: 11 mm\nHistologic Grade: Overall Grade: 1 of 3\nEstrogen Receptor Results: Positive, 99%\nProgesterone Receptor Results: Positive, 99%\nHER2 Status: Negative (score 0)',
      'er positive, pr positive, her2 negative, grade 1, 13 mm',
    ],
    [
      'India IHC bullet',
      'HISTOPATHOLOGY REPORT\nSpecimen: Trucut biopsy right breast lump\nImpression: Infiltrating duct carcinoma, NOS, MBR grade II\nIHC:\nER : Positive (Score 5+3=8/8)\nPR : Positive (Score 3+2=5/8)\nHER 2 neu : Negative, score 1+\nKi 67 index : 20 - 25%',
      'er positive, pr positive, her2 low, grade 2',
    ],
    [
      'Singapore',
      "Histology Report\nDIAGNOSIS\nLeft breast, 3 o'clock, 4cm FN, core biopsy: - Invasive ductal carcinoma, at least grade 2 (T3N2M1)\nER: positive, strong, 90% of tumour cells\nPR: negative\nC-erbB-2: equivocal (2+); FISH to follow",
      'er positive, pr negative, her2 equivocal, grade 2',
    ],
    [
      'German translated',
      'Pathology report (translation from German)\nCore biopsy left breast: Invasive carcinoma NST, G3, B5b\nEstrogen receptor: positive, 80 % of tumor cell nuclei, IRS 12/12\nProgesterone receptor: negative, 0 %, IRS 0/12\nHER2 status: negative (score 1+)\nKi-67 proliferation fraction: 35 %',
      'er positive, pr negative, her2 low, grade 3',
    ],
    [
      'IRS only',
      'Pathology report (translation from German)\nCore biopsy left breast: Invasive carcinoma NST, G2\nER: IRS 12 (4 x 3)\nPR: IRS 0\nHER2/neu (DAKO): 0',
      'er positive, pr negative, her2 negative, grade 2',
    ],
    [
      'Spanish translated',
      'PATHOLOGY REPORT (translated from Spanish)\nRight breast tru-cut biopsy: infiltrating ductal carcinoma, histological grade III (Nottingham).\nEstrogen receptors: positive (70%)\nProgesterone receptors: positive (30%)\nHER2 (Herceptest): negative (0)\nKi 67: 40%',
      'er positive, pr positive, her2 negative, grade 3',
    ],
    [
      'French SBR',
      'PATHOLOGY REPORT (translated)\nLeft breast lumpectomy: infiltrating carcinoma NST of 16 mm, SBR grade II (3+2+1), hormone receptors: ER 100 %, PR 80 %, HER2 score 1+',
      'er positive, pr positive, her2 low, grade 2, 16 mm',
    ],
    [
      'wrapped columns',
      'SURGICAL PATHOLOGY\nRight breast, core biopsy: invasive ductal carcinoma, grade 2\n Marker        Result              Percent\n Estrogen      Positive            90%\n receptor\n Progesterone  Negative            0%\n receptor\n HER2 (IHC)    Equivocal (2+)      -',
      'er positive, pr negative, her2 equivocal, grade 2',
    ],
    [
      'values on the next line',
      'SURGICAL PATHOLOGY\nRight breast, core biopsy: invasive ductal carcinoma, grade 2\nESTROGEN RECEPTOR\nPOSITIVE\n95%\nPROGESTERONE RECEPTOR\nNEGATIVE\n0%\nHER2/NEU\nNEGATIVE\nSCORE 1+',
      'er positive, pr negative, her2 low, grade 2',
    ],
    [
      'OCR zero and bars',
      'SURG1CAL PATHOLOGY REPORT\nRIGHT BREAST, CORE BIOPSY: lNVASIVE DUCTAL CARClNOMA, NOTTlNGHAM GRADE 3\nESTR0GEN RECEPTOR: P0SITIVE (9O%)\nPR0GESTERONE RECEPT0R: NEGATlVE (O%)\nHER2/NEU: NEGAT|VE (SCORE l+)',
      'er positive, pr negative, her2 low, grade 3',
    ],
    [
      'DCIS only',
      'SURGICAL PATHOLOGY REPORT\nLEFT BREAST, LUMPECTOMY: Ductal carcinoma in situ, high nuclear grade, 2.4 cm, comedo necrosis. No invasive carcinoma identified.\nER positive (80%) PR positive (20%)',
      'er positive, pr positive',
    ],
    [
      'post neoadjuvant pCR quoted',
      'SURGICAL PATHOLOGY REPORT\nLEFT BREAST, LUMPECTOMY: No residual invasive carcinoma. Tumor bed 22 mm with fibrosis. ypT0 ypN0. RCB-0.',
      'no size',
    ],
    [
      'post neoadj residual',
      'SURGICAL PATHOLOGY REPORT\nRIGHT BREAST, MASTECTOMY (status post neoadjuvant chemotherapy): Residual invasive ductal carcinoma, overall grade 2, largest contiguous focus 0.6 cm in a tumor bed of 3.1 x 2.0 cm; cellularity 10%. \nRepeat biomarkers on residual tumor: ER 95%, PR 0%, HER2 1+',
      'er positive, pr negative, her2 low, grade 2, 6 mm',
    ],
    [
      'pretreatment core quoted and residual repeat',
      'SURGICAL PATHOLOGY REPORT\nRIGHT BREAST, MASTECTOMY: Residual invasive ductal carcinoma, overall grade 2, 0.6 cm.\nPre-treatment biopsy: ER 90%, PR 20%, HER2 3+.\nResidual tumor: ER 95%, PR 0%, HER2 1+.',
      'er positive, pr negative, her2 low, grade 2, 6 mm',
    ],
    [
      'metastasis bone decalc',
      'SURGICAL PATHOLOGY REPORT\nBone, left iliac, core biopsy: Metastatic adenocarcinoma, consistent with breast primary (see comment)\nImmunostains: GATA3 positive, ER positive (strong, 80%), PR negative. HER2 IHC negative (0). Decalcified specimen: a negative result should be interpreted with caution.',
      'er positive, pr negative, her2 negative',
    ],
    [
      'cytology pleural',
      'CYTOLOGY REPORT\nPleural fluid, left: Positive for malignant cells, metastatic adenocarcinoma. Cell block immunostains: ER positive, PR negative, GATA3 positive, TTF-1 negative. HER2 insufficient.',
      'er positive, pr negative',
    ],
    [
      'no residual tumour receptors from core',
      'SURGICAL PATHOLOGY REPORT\nLeft breast, re-excision: Biopsy site changes; no residual tumor identified.\nER/PR/HER2: see prior core report S23-100.',
      'no size',
    ],
    [
      'paragraph narrative',
      'SURGICAL PATHOLOGY REPORT\nLeft breast, excision. Sections show an invasive ductal carcinoma which on the slide measures 21 mm across. It scores 3 for tubules, 3 for nuclei and 2 for mitoses. Nearly all tumour nuclei (95%) stain strongly for oestrogen receptor, while the progesterone receptor stain is completely negative. HER2 immunohistochemistry shows only faint, incomplete membrane staining (1+).',
      'er positive, pr negative, her2 low, grade 3, 21 mm',
    ],
    [
      'narrative hormone receptors',
      'SURGICAL PATHOLOGY REPORT\nRight breast biopsy. Invasive ductal carcinoma, grade 2.\nImmunohistochemical studies reveal that the tumor cells are strongly immunoreactive with antibodies to estrogen and progesterone receptors. There is no overexpression of HER-2/neu protein.',
      'er positive, pr positive, her2 negative, grade 2',
    ],
    [
      'both hormone receptors',
      'SURGICAL PATHOLOGY REPORT\nRight breast biopsy. Invasive ductal carcinoma, grade 2.\nThe tumor is hormone receptor positive (ER 90%, PR 80%) and HER2 non-amplified by FISH (ratio 1.0).',
      'er positive, pr positive, her2 negative, grade 2',
    ],
    [
      'fails to express',
      'SURGICAL PATHOLOGY REPORT\nRight breast biopsy. Invasive ductal carcinoma, grade 2.\nThe tumor fails to stain for ER and PR. HER2 is strongly expressed (3+).',
      'er negative, pr negative, her2 positive, grade 2',
    ],
    [
      'lymphoma exclusion panel',
      'SURGICAL PATHOLOGY REPORT\nLiver biopsy. Metastatic carcinoma. The tumor cells are positive for CK7, GATA3 and ER, and negative for CK20, TTF1, PR and HER2.',
      'er positive, pr negative, her2 negative',
    ],
    [
      'Nodes sized not tumour',
      'SURGICAL PATHOLOGY REPORT\nLeft breast, WLE: Invasive tumour 12 mm. Whole lesion 20 mm. Grade 1. Node metastasis 4 mm.',
      'grade 1, 12 mm',
    ],
    [
      'size in dims narrative gross',
      'SURGICAL PATHOLOGY REPORT\nLeft breast, mastectomy\nGross: serial sections show a grey white firm growth 5.5 x 4 x 3 cm in the upper outer quadrant. \nDiagnosis: Invasive ductal carcinoma grade III. pT3',
      'grade 3, 55 mm',
    ],
    [
      'size with mm glued',
      'HISTOPATHOLOGY\nRight breast wide local excision\nInvasive tumour size 19mm; whole tumour size 24mm. IDC Gr 2 (T3,P2,M1)',
      'grade 2, 19 mm',
    ],
    [
      'T size in TNM parenth',
      'SURGICAL PATHOLOGY REPORT\nLeft mastectomy: infiltrating lobular carcinoma, 6.2 cm, pT3 (>5 cm) pN1a\nHistologic grade: 2 (of 3)',
      'grade 2, 62 mm',
    ],
    [
      'microscopic extent',
      'SURGICAL PATHOLOGY REPORT\nLeft breast, partial mastectomy\nInvasive carcinoma is present in slides A3-A7 and spans approximately 18 mm. \nGrade: G1 (well differentiated)',
      'grade 1, 18 mm',
    ],
    [
      'Tumor Size table',
      'SURGICAL PATHOLOGY REPORT\nLeft breast, partial mastectomy: invasive carcinoma\nTUMOR\nTumor Site          Upper outer quadrant\nHistologic Type     Invasive carcinoma of no special type\nHistologic Grade    Grade 2\nTumor Size          Greatest dimension of largest invasive focus (Millimeters): 16 mm\nTumor Focality      Single focus',
      'grade 2, 16 mm',
    ],
    [
      'CAP size with number and unit in label',
      'SURGICAL PATHOLOGY REPORT\nLeft breast, partial mastectomy: invasive carcinoma\nTumor Size: Greatest dimension of largest invasive focus in Millimeters (mm): 16\nOverall Grade: Grade 3 (scores of 8 or 9)',
      'grade 3, 16 mm',
    ],
    [
      'size in mm label UK table',
      'HISTOPATHOLOGY\nLeft breast WLE\nInvasive tumour size (mm)    23\nWhole tumour size (mm)       40\nGrade     2\nDistance to nearest margin (mm)  5',
      'grade 2, 23 mm',
    ],
    [
      'microinvasive',
      'SURGICAL PATHOLOGY REPORT\nLeft breast, partial mastectomy: DCIS, 4.0 cm, with a single focus of microinvasive carcinoma (<1 mm).\nER positive PR positive',
      'er positive, pr positive',
    ],
    [
      'multifocal',
      'SURGICAL PATHOLOGY REPORT\nLeft breast, mastectomy: Multifocal invasive ductal carcinoma (3 foci: 24 mm, 11 mm and 7 mm), grade 2.',
      'grade 2, 24 mm',
    ],
    [
      'grade words with sum in roman',
      'SURGICAL PATHOLOGY REPORT\nLeft breast, mastectomy: Invasive ductal carcinoma, Bloom-Richardson score 7 (intermediate grade).',
      'grade 2',
    ],
    [
      'grade total score equals',
      'SURGICAL PATHOLOGY REPORT\nLeft breast, mastectomy: Invasive ductal carcinoma. Nottingham score: T3 + N2 + M2 = 7.',
      'grade 2',
    ],
    ['BR score of 9', 'SURGICAL PATHOLOGY REPORT\nLeft breast, mastectomy: Invasive ductal carcinoma, Bloom-Richardson 9/9', 'grade 3'],
    ['grade in NBR', 'HISTOPATHOLOGY\nRight breast: Invasive carcinoma NST, NHG 3 (3+3+2)', 'grade 3'],
    ['grade: hist grade with DCIS grade', 'HISTOPATHOLOGY\nRight breast WLE\nInvasive carcinoma grade: 1\nDCIS grade: high', 'grade 1'],
    [
      'histologic grade words high',
      'SURGICAL PATHOLOGY REPORT\nRight breast mastectomy invasive ductal carcinoma\nHISTOLOGIC GRADE: HIGH GRADE (III)',
      'grade 3',
    ],
    [
      'grade prior lesser',
      'SURGICAL PATHOLOGY REPORT\nRight breast mastectomy invasive ductal carcinoma, Nottingham grade 3 (called grade 2 on the core)',
      'grade 3',
    ],
    [
      'HER2 low words',
      'SURGICAL PATHOLOGY REPORT\nRight breast core invasive ductal carcinoma, ER 100%, PR 100%, HER2-low (IHC 1+)',
      'er positive, pr positive, her2 low',
    ],
    [
      'HER2 ultralow',
      'SURGICAL PATHOLOGY REPORT\nRight breast core invasive ductal carcinoma, ER 100%, PR 100%, HER2 IHC: 0 with faint membrane staining in <=10% of cells (HER2-ultralow)',
      'er positive, pr positive, her2 ultralow',
    ],
    [
      'HER2 null',
      'SURGICAL PATHOLOGY REPORT\nRight breast core invasive ductal carcinoma, ER 100%, PR 100%, HER2: 0 (null, no membrane staining)',
      'er positive, pr positive, her2 negative',
    ],
    [
      'HER2 3 plus words',
      'SURGICAL PATHOLOGY REPORT\nRight breast core invasive ductal carcinoma\nHer2neu immunostain: strong complete membranous staining in 80% of invasive cells = 3+, positive\nER : nil staining\nPR : nil staining',
      'er negative, pr negative, her2 positive',
    ],
    [
      'HER2 repeated after discordance',
      'SURGICAL PATHOLOGY REPORT\nRight breast mastectomy invasive ductal carcinoma, grade 3\nER 0, PR 0 on the core. HER2 on core was 2+ with FISH ratio 1.9. HER2 repeated on resection: IHC 3+, positive.',
      'er negative, pr negative, her2 positive, grade 3',
    ],
    [
      'preliminary vs final',
      'SURGICAL PATHOLOGY REPORT\nLeft breast core: invasive carcinoma, grade 2\nPRELIMINARY biomarkers: ER positive, PR positive, HER2 equivocal.\nFINAL biomarkers: ER positive (92%), PR negative (<1%), HER2 negative (1+).',
      'er positive, pr negative, her2 low, grade 2',
    ],
    [
      'corrected report',
      'SURGICAL PATHOLOGY REPORT - CORRECTED\nLeft breast core: invasive carcinoma, grade 2\nCORRECTION: The original report stated ER negative; this was a transcription error. ER is positive, 85%.\nPR: Positive 50%. HER2: 0',
      'er positive, pr positive, her2 negative, grade 2',
    ],
    [
      'amended',
      'SURGICAL PATHOLOGY REPORT\n*** AMENDED REPORT ***\nLeft breast core: invasive carcinoma, grade 2\nER: Positive (90%)\nPR: Positive (50%)\nHER2: Negative (1+)  [previously reported as Positive (3+)]',
      'er positive, pr positive, her2 low, grade 2',
    ],
    [
      'The ER stain phrases',
      'PATHOLOGY ADDENDUM\nRight breast core biopsy, invasive ductal carcinoma, grade 2.\nThe ER stain is positive in 90% of nuclei. The PR stain is negative. The HER2 stain is 1+.',
      'er positive, pr negative, her2 low, grade 2',
    ],
    [
      'ER with',
      'SURGICAL PATHOLOGY\nRight breast core biopsy, invasive ductal carcinoma, grade 2.\nER with strong nuclear staining in 90%; PR with no staining; HER2 with incomplete weak staining (1+)',
      'er positive, pr negative, her2 low, grade 2',
    ],
    [
      'Chinese style',
      'PATHOLOGY REPORT (translated from Chinese)\nLeft breast mass, core needle biopsy: invasive carcinoma, NST, grade III (WHO).\nIHC: ER(+, 90%, strong), PR(-), HER2(1+), Ki-67(+, 40%), AR(+), E-cad(+), P120(membrane+).',
      'er positive, pr negative, her2 low, grade 3',
    ],
    [
      'Chinese plus scoring',
      'PATHOLOGY REPORT (translated)\nLeft breast mass: invasive carcinoma, grade II. IHC: ER(3+, 90%), PR(2+, 60%), C-erbB-2(2+), Ki67(20%). FISH HER2 (-).',
      'er positive, pr positive, her2 low, grade 2',
    ],
    [
      'Korean',
      'SURGICAL PATHOLOGY REPORT\nBreast, left, breast conserving surgery:\n INVASIVE CARCINOMA OF NO SPECIAL TYPE\n  1) size of invasive component: 1.8x1.5x1.2cm\n  2) histologic grade: 2/3 (tubule formation: 3/3, nuclear grade: 2/3, mitotic count: 1/3)\n  3) ER: positive (Allred 8), PR: positive (Allred 5), HER2: equivocal (2+), SISH: negative',
      'er positive, pr positive, her2 low, grade 2, 18 mm',
    ],
    [
      'Dutch translated',
      'Pathology (translated from Dutch)\nConclusion: Lumpectomy right: invasive carcinoma NST, diameter 1.6 cm, Bloom-Richardson grade 2 (modified), ER positive (100%), PR positive (60%), HER2 negative (IHC 0), margins free.',
      'er positive, pr positive, her2 negative, grade 2, 16 mm',
    ],
    [
      'portal view',
      'Surgical Pathology Exam - Details\nComponent          Your value                          Standard range\nEstrogen Receptor  Positive, 98%                       \nProgesterone Receptor Positive, 45%\nHER2 IHC           Negative (1+)\nFinal Diagnosis\nBreast, left, needle core biopsy: Invasive lobular carcinoma, Nottingham grade 2.',
      'er positive, pr positive, her2 low, grade 2',
    ],
    [
      'HL7-like',
      'OBX|1|TX|22634-0^Path report||BREAST, RIGHT, LUMPECTOMY: INVASIVE DUCTAL CARCINOMA, 2.2 CM, NOTTINGHAM GRADE 3\nOBX|2|TX|16112-5^Estrogen receptor||POSITIVE 90%\nOBX|3|TX|16113-3^Progesterone receptor||NEGATIVE <1%\nOBX|4|TX|48676-1^HER2||NEGATIVE 1+',
      'er positive, pr negative, her2 low, grade 3, 22 mm',
    ],
    [
      'dictated words',
      'Transcribed dictation, pathology\nSpecimen is a left breast lumpectomy. There is an invasive ductal carcinoma measuring two point three centimeters, Nottingham grade three. Estrogen receptor is positive in ninety percent. Progesterone receptor is negative. HER2 is one plus.',
      'er positive, pr negative, her2 low, grade 3, 23 mm',
    ],
    [
      'lower case telegram',
      'path: l breast lumpectomy - idc 1.8cm, g2, lvi neg, margins neg, 0/2 sln. er 95 pr 80 her2 1+ ',
      'er positive, pr positive, her2 low, grade 2, 18 mm',
    ],
    [
      'side by side key right',
      'OAK LAB - BREAST MARKERS                       | Key:\nSite: right breast core                        | ER: <1% Negative, >=1% Positive\nDx: Invasive ductal carcinoma, grade 2         | HER2: 0,1+ Negative; 2+ Equivocal; 3+ Positive\nER      Negative    0%                         |\nPR      Negative    0%                         |\nHER2    Negative    1+                         |',
      'er negative, pr negative, her2 low, grade 2',
    ],
    [
      'multi level bullets',
      'Department of Pathology\nLeft breast, mastectomy\n Tumor\n  - Type: ILC\n  - Greatest dimension\n      4.2 cm\n  - Nottingham grade\n      2\n Markers\n  - ER\n      Positive (90%)\n  - PR\n      Negative\n  - HER2\n      1+ (negative)',
      'er positive, pr negative, her2 low, grade 2, 42 mm',
    ],
    [
      'question answer',
      'Pathology Synoptic\nWhat was the procedure? Lumpectomy, right\nHistologic type? Invasive ductal carcinoma\nWhat is the tumor size? 1.9 cm\nNottingham grade? 2\nER? Positive\nPR? Positive\nHER2? Negative',
      'er positive, pr positive, her2 negative, grade 2, 19 mm',
    ],
    [
      'tumour registry abstract style codes',
      'PATHOLOGY REPORT\nSite: C50.4 L  Hist: 8500/3  Grade: 3  Tumor size: 025 mm\nER POS (1) PR NEG (0) HER2 NEG (0)',
      'er positive, pr negative, her2 negative, grade 3, 25 mm',
    ],
    [
      'invasive focus in gross/micro mention with DCIS bigger',
      'SURGICAL PATHOLOGY\nRight breast lumpectomy: DCIS, 4.2 cm, with two foci of invasive ductal carcinoma, the larger measuring 0.7 cm. Nottingham grade 2.',
      'grade 2, 7 mm',
    ],
    [
      'size by image and path',
      'SURGICAL PATHOLOGY\nRight breast lumpectomy: ILC, 3.8 cm (MRI 2.9 cm), Nottingham grade 2.',
      'grade 2, 38 mm',
    ],
    [
      'inconsistent size corrected',
      'SURGICAL PATHOLOGY\nADDENDUM: Tumor size is amended to 21 mm (previously reported 12 mm) after review of block A5.\nRight breast lumpectomy: ILC, 21 mm. Nottingham grade 2.',
      'grade 2, 21 mm',
    ],
    [
      'residual after NACT with RCB table',
      'SURGICAL PATHOLOGY\nRight mastectomy post NACT\nRCB: Primary tumor bed area 28 mm x 17 mm; overall cellularity 20%; %CIS 0; 2 positive LN; largest met 6 mm\nInvasive ductal carcinoma, residual, 19 mm, grade 3',
      'grade 3, 19 mm',
    ],
    [
      'ypT with size in parens',
      'SURGICAL PATHOLOGY\nRight mastectomy after neoadjuvant therapy: residual IDC, ypT1b (8 mm) ypN0. Grade 2.',
      'grade 2, 8 mm',
    ],
    [
      'rule out lines',
      'SURGICAL PATHOLOGY\nLeft breast, mastectomy: Inflammatory carcinoma, invasive ductal, Nottingham grade 3, size cannot be determined (diffuse).',
      'grade 3, no size',
    ],
    [
      'Addendum receptor title only',
      'ADDENDUM REPORT\nImmunoperoxidase stains for estrogen and progesterone receptors show strong positivity in >90% and 40% of the tumor nuclei, respectively. HER-2/neu is negative (0).\nRight breast core, invasive ductal carcinoma.',
      'er positive, pr positive, her2 negative',
    ],
    [
      "ER percent in word 'all",
      'SURGICAL PATHOLOGY\nRight breast core, invasive ductal carcinoma. Virtually all tumor cells are strongly ER positive; PR is positive in half of the cells; HER2 is negative.',
      'er positive, pr positive, her2 negative',
    ],
    [
      'Estrogen receptor protein',
      'SURGICAL PATHOLOGY\nRight breast core, invasive ductal carcinoma, grade 2. Estrogen receptor protein: 95% of tumor cells. Progesterone receptor protein: 0% of tumor cells. HER-2 protein: 1+.',
      'er positive, pr negative, her2 low, grade 2',
    ],
    [
      'ACIS',
      'SURGICAL PATHOLOGY\nRight breast core, invasive ductal carcinoma, grade 2. ER (image analysis): 88.4%, positive. PR (image analysis): 0.2%, negative. HER2 (ACIS): 1.2, negative.',
      'er positive, pr negative, her2 negative, grade 2',
    ],
    [
      'two results ER dashes',
      'SURGICAL PATHOLOGY\nRight breast core, invasive ductal carcinoma, grade 2. \nER -- 90% positive -- strong\nPR -- 0% -- negative\nHER2 -- 1+ -- negative',
      'er positive, pr negative, her2 low, grade 2',
    ],
    [
      'semicolon ERs',
      'SURGICAL PATHOLOGY\nR breast core: IDC, Nottingham 6/9 (gr 2); ER+ (95%); PR+ (70%); HER2 neg (IHC 1+)',
      'er positive, pr positive, her2 low, grade 2',
    ],
    [
      'receptors on node only',
      'SURGICAL PATHOLOGY\nAxillary node, right, core biopsy: metastatic carcinoma of mammary type. ER 80%, PR 60%, HER2 0. No breast primary identified.',
      'er positive, pr positive, her2 negative',
    ],
    [
      'HER2 equivocal retest positive',
      'SURGICAL PATHOLOGY\nR breast core: IDC grade 3. HER2 IHC 2+ (equivocal). FISH: equivocal (ratio 1.9, copies 5.1). Repeat on resection specimen: IHC 3+.',
      'her2 positive, grade 3',
    ],
    [
      'HER2 by mRNA',
      'SURGICAL PATHOLOGY\nR breast core: IDC grade 3. HER2 IHC 0. \nMammaTyper: ERBB2 negative, ESR1 positive, PGR positive, MKI67 high.',
      'her2 negative, grade 3',
    ],
    [
      'preliminary verbal',
      'SURGICAL PATHOLOGY\nR breast core: IDC grade 3. Preliminary result phoned: ER negative. On final review weak staining of 5% of cells: ER low positive. PR negative. HER2 0.',
      'er low-positive, pr negative, her2 negative, grade 3',
    ],
    [
      'Not this patient',
      'SURGICAL PATHOLOGY\nR breast core: IDC grade 3. ER: 90% PR: 50% HER2: 0\nNote: slides of another patient (ER negative, HER2 3+) were filed with this case in error and have been removed.',
      'er positive, pr positive, her2 negative, grade 3',
    ],
    [
      'grade upgrade',
      'SURGICAL PATHOLOGY\nR breast lumpectomy: IDC, 1.4 cm, Nottingham grade 2 (3+2+1=6). Note: the core biopsy was graded 1.',
      'grade 2, 14 mm',
    ],
    [
      'grade nuclear for lobular',
      'SURGICAL PATHOLOGY\nR breast lumpectomy: invasive lobular carcinoma, classic, nuclear grade 1, overall histologic grade 2, 22 mm',
      'grade 2, 22 mm',
    ],
    [
      'node grade? LVSI',
      'HISTOLOGY\nLeft mastectomy and axillary clearance. Invasive ductal carcinoma Grade 3, maximum size 42 mm. LVI seen. NPI 5.84 (0.2x4.2+2+3)',
      'grade 3, 42 mm',
    ],
    [
      'Size pure number in mm column',
      'HISTOLOGY\nLeft mastectomy\nInvasive carcinoma: size (mm) 42   type NST   grade 3\nIn situ: size (mm) 60',
      'grade 3, 42 mm',
    ],
    ['Tumour max diam', 'HISTOLOGY\nLeft mastectomy. Tumour max. diam. 42mm. Gd 3 IDC.', 'grade 3, 42 mm'],
  ])('%s', (_trap, text, expected) => {
    expect(missingFromReport(text, expected)).toEqual([])
  })
})

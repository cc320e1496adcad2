import { describe, expect, it } from 'vitest'
import { missingFromReport } from './said-in-report.fixture.ts'

describe('receptors in many words', () => {
  it.each<[string, string, string]>([
    [
      'Quick scores without label words',
      'HISTOLOGY REPORT\nRight breast core biopsy. Grade 3 invasive ductal carcinoma, B5b.\nER: 0/8 Negative. PR: 0/8 Negative. HER2: 0.',
      'er negative, pr negative, her2 negative, grade 3',
    ],
    [
      'ER QS',
      'HISTOLOGY REPORT\nRight breast core biopsy. Grade 3 invasive ductal carcinoma, B5b.\nER (QS) 7; PR (QS) 2; HER2 1+',
      'er positive, pr negative, her2 low, grade 3',
    ],
    [
      'ER negative weak staining under one percent',
      'SURGICAL PATHOLOGY\nLeft core. Invasive ductal carcinoma.\nER: Negative (weak staining in <1% of nuclei)\nPR: Negative (0%)\nHER2: Negative (0)',
      'er negative, pr negative, her2 negative',
    ],
    [
      'ER H-score',
      'SURGICAL PATHOLOGY\nLeft core. Invasive ductal carcinoma.\nER H-score: 270/300. PR H-score 0. HER2 score 1+.',
      'er positive, pr negative, her2 low',
    ],
    [
      'Positive for percent order',
      'SURGICAL PATHOLOGY\nLeft breast core. Invasive ductal carcinoma.\nPositive for estrogen receptor (strong, 95%) and progesterone receptor (moderate, 60%). Negative for HER2 (1+).',
      'er positive, pr positive, her2 low',
    ],
    [
      'IHC results headed list',
      'SURGICAL PATHOLOGY\nLeft breast core. Invasive ductal carcinoma.\nImmunohistochemistry results:\n  Estrogen Receptor:\n     Result: Positive\n     Percentage: 90%\n     Intensity: strong\n  Progesterone Receptor:\n     Result: Negative\n     Percentage: <1%\n  HER-2/neu:\n     Result: Equivocal\n     Score: 2+\n  FISH:\n     Result: Not amplified\n     HER2/CEP17: 1.1',
      'er positive, pr negative, her2 low',
    ],
    [
      'table with ref range column',
      'SURGICAL PATHOLOGY\nLeft breast core. Invasive ductal carcinoma.\nMarker   Result     %     Reference range\nER       Negative   0     Positive >= 1%\nPR       Negative   0     Positive >= 1%\nHER2     Positive   3+    Negative 0-1+\nKi-67    60         High  Low <15%',
      'er negative, pr negative, her2 positive',
    ],
    [
      'table ref range col header caps',
      'SURGICAL PATHOLOGY\nLeft breast core. Invasive ductal carcinoma.\nTEST                 RESULT          REFERENCE RANGE\nESTROGEN RECEPTOR    POSITIVE 95%    NEGATIVE: <1%  POSITIVE: >=1%\nPROGESTERONE RECEPTOR NEGATIVE 0%    NEGATIVE: <1%  POSITIVE: >=1%\nHER2 BY IHC          NEGATIVE 1+     NEG 0,1+  EQUIV 2+  POS 3+',
      'er positive, pr negative, her2 low',
    ],
    [
      'explanatory text',
      'SURGICAL PATHOLOGY\nLeft breast core. Invasive ductal carcinoma. ER negative. PR negative. HER2 0.\nNote: ER positive tumors are more likely to respond to endocrine therapy. Patients whose tumors are HER2 positive (3+) may benefit from trastuzumab.',
      'er negative, pr negative, her2 negative',
    ],
    [
      'ASCO low positive comment',
      'SURGICAL PATHOLOGY\nLeft breast core. Invasive ductal carcinoma. ER: Positive, 95%. PR: Positive, 50%. HER2: 0.\nComment: cancers with 1-10% of cells staining are reported as ER Low Positive. There are limited data on the benefit of endocrine therapy in ER low positive cancers.',
      'er positive, pr positive, her2 negative',
    ],
    [
      'HER2-low comment',
      'SURGICAL PATHOLOGY\nLeft breast core. Invasive ductal carcinoma. ER: Positive, 95%. PR: Positive, 50%. HER2: 0, negative.\nComment: HER2-low (IHC 1+ or 2+/ISH-) tumors may be eligible for trastuzumab deruxtecan.',
      'er positive, pr positive, her2 negative',
    ],
    [
      'DCIS receptor and invasive receptor',
      'SURGICAL PATHOLOGY\nLeft lumpectomy. Invasive ductal carcinoma 8 mm, grade 3, and DCIS.\nInvasive component: ER negative, PR negative, HER2 3+.\nDCIS component: ER positive (60%).',
      'er negative, pr negative, her2 positive, grade 3, 8 mm',
    ],
    [
      'node vs primary',
      'SURGICAL PATHOLOGY\nA. Left breast core: Invasive ductal carcinoma, grade 2. ER 90%, PR 40%, HER2 1+.\nB. Left axillary node core: Metastatic carcinoma. ER 85%, PR 10%, HER2 2+ (FISH not amplified).',
      'er positive, pr positive, her2 low, grade 2',
    ],
    [
      'positive both sides',
      'SURGICAL PATHOLOGY\n1. Right breast core biopsy: invasive lobular carcinoma, grade 1\n2. Left breast core biopsy: fibroadenoma\nHormone receptors on #1: ER 100%, PR 100%. HER2 negative (0).',
      'er positive, pr positive, her2 negative, grade 1',
    ],
    [
      'results sent out',
      'SURGICAL PATHOLOGY\nLeft breast core: invasive ductal carcinoma, grade 2. \nER, PR and HER2 studies have been sent to the reference laboratory and will be reported in an addendum.',
      'grade 2',
    ],
    [
      'prior in history only',
      'SURGICAL PATHOLOGY\nClinical history: known ER+/PR+/HER2- left breast cancer on neoadjuvant letrozole.\nLeft breast lumpectomy: Invasive ductal carcinoma, 11 mm, grade 2.',
      'er positive, pr positive, her2 negative, grade 2, 11 mm',
    ],
    [
      'unknown',
      'SURGICAL PATHOLOGY\nLeft breast core: invasive ductal carcinoma, grade 2. \nER: unknown  PR: unknown HER2: unknown',
      'grade 2',
    ],
    [
      'percentages before the markers',
      'SURGICAL PATHOLOGY\nLeft breast core: invasive ductal carcinoma, grade 2.\nApproximately 80% of tumor cells are positive for ER, 10% are positive for PR, and HER2 shows no membranous staining (score 0).',
      'er positive, pr positive, her2 negative, grade 2',
    ],
    [
      'expression verbs',
      'SURGICAL PATHOLOGY\nLeft breast core: invasive ductal carcinoma, grade 2.\nThe tumor cells express estrogen receptor (90%) but not progesterone receptor, and HER2 is not overexpressed.',
      'er positive, pr negative, her2 negative, grade 2',
    ],
    [
      'ER neither',
      'SURGICAL PATHOLOGY\nLeft breast core: invasive ductal carcinoma, grade 3.\nNeither ER nor PR is expressed. HER2 is amplified by FISH (ratio 6.1).',
      'er negative, pr negative, her2 positive, grade 3',
    ],
    [
      'absent',
      'SURGICAL PATHOLOGY\nLeft breast core: invasive ductal carcinoma, grade 3.\nStaining for ER is absent; staining for PR is absent; HER2 staining is 0.',
      'er negative, pr negative, her2 negative, grade 3',
    ],
    [
      'ER staining seen in',
      'SURGICAL PATHOLOGY\nLeft breast core: invasive ductal carcinoma, grade 3.\nNuclear staining for ER is seen in 70% of the cells, for PR in 20%. Membranous HER2 staining is weak and incomplete (1+).',
      'er positive, pr positive, her2 low, grade 3',
    ],
    [
      'HER2 DAKO words',
      'SURGICAL PATHOLOGY\nLeft breast core: invasive ductal carcinoma, grade 3.\nHER2 (Dako HercepTest): 2+ weakly positive; FISH: HER2 gene NOT amplified',
      'her2 low, grade 3',
    ],
    [
      'HER2 CISH',
      'SURGICAL PATHOLOGY\nLeft breast core: invasive ductal carcinoma, grade 3. HER2 CISH: positive (>10 copies, clusters)',
      'her2 positive, grade 3',
    ],
    [
      'HER2 D-DISH nonamplified',
      'SURGICAL PATHOLOGY\nLeft breast core: invasive ductal carcinoma, grade 3. HER2 score 2+. D-DISH non-amplified (average HER2 copy number 3.0, ratio 1.5).',
      'her2 low, grade 3',
    ],
    [
      'HER2 single probe',
      'SURGICAL PATHOLOGY\nLeft breast core: invasive ductal carcinoma, grade 3. HER2 SISH single probe: average 7.2 HER2 copies per nucleus, amplified.',
      'her2 positive, grade 3',
    ],
    [
      'HER2 group 5',
      'SURGICAL PATHOLOGY\nLeft breast core: invasive ductal carcinoma, grade 3. HER2 IHC 2+. FISH: HER2/CEP17 ratio 1.2; HER2 copies 2.5 (Group 5) Negative.',
      'her2 low, grade 3',
    ],
    [
      'HER2 FISH legend',
      'SURGICAL PATHOLOGY\nLeft breast core: invasive ductal carcinoma, grade 3. HER2 IHC 2+. \nHER2 FISH RESULT: NOT AMPLIFIED. RATIO 1.4\nInterpretation: Amplified: ratio >= 2.0; Not amplified: ratio < 2.0. Group 1: positive. Group 5: negative.',
      'her2 low, grade 3',
    ],
    [
      'HER2 FISH amplified low ratio old equivocal',
      'SURGICAL PATHOLOGY\nLeft breast core: invasive ductal carcinoma, grade 3. HER2 IHC 2+. HER2 FISH equivocal, ratio 1.9, copy number 4.6. ',
      'her2 equivocal, grade 3',
    ],
    [
      'HER2 heterogeneous',
      'SURGICAL PATHOLOGY\nLeft breast core: invasive ductal carcinoma, grade 3. HER2: Positive (3+ in 40% of cells, heterogeneous).',
      'her2 positive, grade 3',
    ],
    [
      'HER2 2+ to 3+? range',
      'SURGICAL PATHOLOGY\nLeft breast core: invasive ductal carcinoma, grade 3. HER2: 1-2+ (equivocal)',
      'her2 equivocal, grade 3',
    ],
    [
      'HER2 neg words with score slash',
      'SURGICAL PATHOLOGY\nLeft breast core: invasive ductal carcinoma, grade 3. HER2/neu: 1+/3+ negative',
      'her2 low, grade 3',
    ],
    ['HER2 0/3+', 'SURGICAL PATHOLOGY\nLeft breast core: invasive ductal carcinoma, grade 3. HER2/neu: 0/3', 'her2 negative, grade 3'],
    [
      'HER2 protein not detected',
      'SURGICAL PATHOLOGY\nLeft breast core: invasive ductal carcinoma, grade 3. HER2 protein expression: not detected',
      'her2 negative, grade 3',
    ],
    [
      'Oncogene name',
      'SURGICAL PATHOLOGY\nLeft breast core: invasive ductal carcinoma, grade 3. c-erbB2 oncoprotein: negative; ERBB2 FISH: not done',
      'her2 negative, grade 3',
    ],
    [
      'ER/PgR joined',
      'SURGICAL PATHOLOGY\nLeft breast core: invasive ductal carcinoma, grade 3. ER/PgR: 90%/0%. HER2: 3+',
      'er positive, pr negative, her2 positive, grade 3',
    ],
    [
      'ER and PR negative joined with plus',
      'SURGICAL PATHOLOGY\nLeft breast core: invasive ductal carcinoma, grade 3. ER & PR both negative; HER-2 neg',
      'er negative, pr negative, her2 negative, grade 3',
    ],
    [
      'triple pos',
      'SURGICAL PATHOLOGY\nLeft breast core: invasive ductal carcinoma, grade 3. Triple positive (ER, PR and HER2 all positive).',
      'er positive, pr positive, her2 positive, grade 3',
    ],
    ['HR-positive only', 'SURGICAL PATHOLOGY\nLeft breast core: invasive ductal carcinoma, grade 3. Luminal B type.', 'grade 3'],
    [
      'columns: marker, clone, result, score',
      'SURGICAL PATHOLOGY\nLeft breast core: invasive ductal carcinoma, grade 3\nAntibody  Clone     Result     Allred\nER        6F11      Positive   5+3=8\nPR        16        Negative   0+0=0\nHER2      CB11      Negative   0',
      'er positive, pr negative, her2 negative, grade 3',
    ],
    [
      'horizontal table',
      'SURGICAL PATHOLOGY\nLeft breast core: invasive ductal carcinoma, grade 3\nER      PR      HER2   Ki-67\n95%     0%      1+     40%',
      'er positive, pr negative, her2 low, grade 3',
    ],
    [
      'superseded by addendum amended',
      'SURGICAL PATHOLOGY\nLeft breast core: invasive ductal carcinoma, grade 3\nER: Positive 15%. PR: Negative. HER2: 2+ equivocal.\nADDENDUM 2: ER repeated at reference lab: NEGATIVE (0%). This result supersedes the earlier one. HER2 FISH: amplified, ratio 3.3',
      'er negative, pr negative, her2 positive, grade 3',
    ],
    [
      'met with primary quoted after',
      'SURGICAL PATHOLOGY\nLiver biopsy: metastatic carcinoma consistent with breast primary.\nER 0%, PR 0%, HER2 1+.\nFor comparison, the primary tumor from 2018 (S18-222) was ER 95%, PR 80%, HER2 0.',
      'er negative, pr negative, her2 low',
    ],
    [
      'met with primary quoted before table',
      'SURGICAL PATHOLOGY\nPatient with a history of right breast carcinoma (ER+, PR+, HER2 2+/FISH neg, 2016).\nLung, right lower lobe, biopsy: metastatic adenocarcinoma of breast origin.\nER: negative. PR: negative. HER2: 0',
      'er negative, pr negative, her2 negative',
    ],
    [
      'contralateral',
      'SURGICAL PATHOLOGY\nClinical history: prior left breast cancer, HER2 positive.\nRight breast core biopsy: invasive ductal carcinoma, grade 1. ER positive 100%; PR positive 90%; HER2 negative.',
      'er positive, pr positive, her2 negative, grade 1',
    ],
    [
      'daughters',
      'SURGICAL PATHOLOGY\nClinical: daughter had HER2 3+ breast cancer aged 34. \nRight breast core biopsy: invasive ductal carcinoma, grade 1. ER positive 100%; PR positive 90%; HER2 0.',
      'er positive, pr positive, her2 negative, grade 1',
    ],
    [
      'decalc',
      'SURGICAL PATHOLOGY\nBone, T8 vertebra, biopsy: metastatic breast carcinoma.\nReceptors cannot be reliably assessed in decalcified tissue. ER: weakly positive 5%. PR: 0. HER2 not performed.',
      'er low-positive, pr negative',
    ],
    [
      'cytology cell block',
      'CYTOPATHOLOGY REPORT\nLeft axillary lymph node FNA: positive for malignancy, metastatic ductal carcinoma.\nCell block: ER (+) 90%, PR (+) 30%, Her2 (-) 1+',
      'er positive, pr positive, her2 low',
    ],
    [
      'negative margin words',
      'SURGICAL PATHOLOGY\nLeft breast lumpectomy: invasive ductal carcinoma, grade 2, 14 mm. ER positive. Margins negative. HER2 negative. PR positive. Lymph nodes negative for carcinoma.',
      'er positive, pr positive, her2 negative, grade 2, 14 mm',
    ],
    [
      'intensity only',
      'SURGICAL PATHOLOGY\nLeft breast lumpectomy: invasive ductal carcinoma, grade 2, 14 mm. ER 3+ , PR 2+, HER2 neu 1+',
      'er positive, pr positive, her2 low, grade 2, 14 mm',
    ],
    [
      'ER with proportion/intensity',
      'SURGICAL PATHOLOGY\nLeft breast lumpectomy: invasive ductal carcinoma, grade 2, 14 mm.\nER: proportion score 5, intensity score 3, total 8. PR: proportion score 0, intensity score 0, total 0. Her2: score 0.',
      'er positive, pr negative, her2 negative, grade 2, 14 mm',
    ],
    [
      'stars bullets',
      'SURGICAL PATHOLOGY\nLeft breast lumpectomy: invasive ductal carcinoma, grade 2, 14 mm.\n* Oestrogen receptor status ....... POSITIVE (Allred 8)\n* Progesterone receptor status .... POSITIVE (Allred 6)\n* HER2 status ..................... NEGATIVE (IHC 1+)',
      'er positive, pr positive, her2 low, grade 2, 14 mm',
    ],
    [
      'OCR broken columns',
      'SURGICAL PATHOLOGY\nLeft breast lumpectomy: invasive ductal carcinoma, grade 2, 14 mm.\nESTROGEN RECEPTOR . POSITIVE , 90 %\nPROGESTERONE RECEPTOR . NEGATIVE , < 1 %\nHER - 2 / NEU . NEGATIVE ( 1 + )',
      'er positive, pr negative, her2 low, grade 2, 14 mm',
    ],
    [
      'ER by RT-PCR Oncotype',
      'SURGICAL PATHOLOGY\nLeft breast lumpectomy: invasive ductal carcinoma, grade 2, 14 mm. \nOncotype DX: Recurrence score 12; ER gene score 10.1 (positive), PR gene score 6.0 (positive), HER2 gene score 8.9 (negative).',
      'grade 2, 14 mm',
    ],
    [
      'weak positive ',
      'SURGICAL PATHOLOGY\nLeft breast core: IDC. ER: weak positive (5%). PR: negative. HER2: 2+; reflex ISH positive.',
      'er low-positive, pr negative, her2 positive',
    ],
    [
      'outside vs here columns',
      'SURGICAL PATHOLOGY CONSULTATION\nRight breast core, outside slides: invasive ductal carcinoma, grade 2\n            Outside     Our laboratory\nER          Negative    Positive 20%\nPR          Negative    Negative\nHER2        3+          2+\nHER2 FISH   -           Not amplified',
      'er positive, pr negative, her2 low, grade 2',
    ],
    [
      'requisition ICD',
      'SURGICAL PATHOLOGY\nICD-10: C50.912; Z17.0 (estrogen receptor positive status [ER+])\nLeft breast core: invasive ductal carcinoma, grade 2. ER pending.',
      'grade 2',
    ],
    [
      'copy to',
      'SURGICAL PATHOLOGY\nLeft breast core: invasive ductal carcinoma, grade 2.\nAdd ER/PR/HER2 please. Order placed 3/3.',
      'grade 2',
    ],
    [
      'Er: positive, Pr: negative, Her2: negative',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nEr: positive, Pr: negative, Her2: negative',
      'er positive, pr negative, her2 negative',
    ],
    [
      'Er +, Pr -, Her-2 -',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nEr +, Pr -, Her-2 -',
      'er positive, pr negative, her2 negative',
    ],
    [
      'Estrogen receptor: % positive nuclei: 0. Progesterone receptor: % posi',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nEstrogen receptor: % positive nuclei: 0. Progesterone receptor: % positive nuclei: 0. HER2: 0',
      'er negative, pr negative, her2 negative',
    ],
    [
      'Estrogen receptor - percentage of positive cells: 0%',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nEstrogen receptor - percentage of positive cells: 0%\nProgesterone receptor - percentage of positive cells: 60%\nHER2: 1+',
      'er negative, pr positive, her2 low',
    ],
    [
      'ER: normal ducts positive (internal control). Tumor cells negative. PR',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER: normal ducts positive (internal control). Tumor cells negative. PR: negative. HER2: 0',
      'er negative, pr negative, her2 negative',
    ],
    [
      'ER: adjacent benign ducts positive; invasive carcinoma negative.',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER: adjacent benign ducts positive; invasive carcinoma negative.\nPR: invasive carcinoma negative.\nHER2: 0',
      'er negative, pr negative, her2 negative',
    ],
    [
      'ERα: positive 90%. PR: negative. HER2 1+',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nERα: positive 90%. PR: negative. HER2 1+',
      'er positive, pr negative, her2 low',
    ],
    [
      'ER-alpha: positive 90%. PR: negative. HER2 1+',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER-alpha: positive 90%. PR: negative. HER2 1+',
      'er positive, pr negative, her2 low',
    ],
    [
      'The estro-',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nThe estro-\ngen receptor is positive in 90% of cells and the progester-\none receptor is negative. HER2 is 1+.',
      'er positive, pr negative, her2 low',
    ],
    [
      'ER, positive (90%); PR, negative; HER2, negative',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER, positive (90%); PR, negative; HER2, negative',
      'er positive, pr negative, her2 negative',
    ],
    [
      'ER status = Pos. PR status = Neg. HER2 status = Neg.',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER status = Pos. PR status = Neg. HER2 status = Neg.',
      'er positive, pr negative, her2 negative',
    ],
    [
      'ER | POS | 90',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER | POS | 90\nPR | NEG | 0\nHER2 | NEG | 1+',
      'er positive, pr negative, her2 low',
    ],
    [
      'ER\\tPositive\\t90%',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER\tPositive\t90%\nPR\tNegative\t0%\nHER2\tNegative\t1+',
      'er positive, pr negative, her2 low',
    ],
    [
      'Estrogen Receptor (ER): 90% P',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nEstrogen Receptor (ER): 90% P\nProgesterone Receptor (PR): 0% N\nHER2: N (1+)',
      'er positive, pr negative, her2 low',
    ],
    [
      'ER: Pos(+++), 95%',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER: Pos(+++), 95%\nPR: Pos(+), 20%\nHER2: Neg(0)',
      'er positive, pr positive, her2 negative',
    ],
    [
      'ER +++ (95%), PR ++ (60%), HER2 + (1+)',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER +++ (95%), PR ++ (60%), HER2 + (1+)',
      'er positive, pr positive, her2 low',
    ],
    [
      'ER score 8, PR score 0, HER2 score 1',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER score 8, PR score 0, HER2 score 1',
      'er positive, pr negative, her2 low',
    ],
    [
      'ER 100 PR 100 Her2 0 Ki67 5',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER 100 PR 100 Her2 0 Ki67 5',
      'er positive, pr positive, her2 negative',
    ],
    [
      'ER: 0, PR: 0, HER2: 3',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER: 0, PR: 0, HER2: 3',
      'er negative, pr negative, her2 positive',
    ],
    [
      'ER = 95 %; PR = 0 %; HER2 = 1+',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER = 95 %; PR = 0 %; HER2 = 1+',
      'er positive, pr negative, her2 low',
    ],
    [
      'ER: Positive (9/10 cells)  PR: negative  HER2: negative (score of 1+)',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER: Positive (9/10 cells)  PR: negative  HER2: negative (score of 1+)',
      'er positive, pr negative, her2 low',
    ],
    [
      'Estrogen receptors are present in more than 90% of tumor nuclei; proge',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nEstrogen receptors are present in more than 90% of tumor nuclei; progesterone receptors in fewer than 1%. Her-2/neu is absent.',
      'er positive, pr negative, her2 negative',
    ],
    [
      'Oestrogen receptors: strongly positive',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nOestrogen receptors: strongly positive\nProgesterone receptors: patchy weak positive\nHER-2: membrane staining score 1',
      'er positive, pr positive, her2 low',
    ],
    [
      'Estrogen receptor: Favorable (95%)',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nEstrogen receptor: Favorable (95%)\nProgesterone receptor: Unfavorable (0%)\nHER2: Favorable (1+)',
      'er positive, pr negative, her2 low',
    ],
    [
      'Estradiol receptor: positive. Progesterone receptor: negative.',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nEstradiol receptor: positive. Progesterone receptor: negative.',
      'er positive, pr negative',
    ],
    [
      'ER-positive (95%), PR-positive (40%), HER2-negative (IHC 1+)',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER-positive (95%), PR-positive (40%), HER2-negative (IHC 1+)',
      'er positive, pr positive, her2 low',
    ],
    [
      'ER-, PR-, HER2+ (3+)',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER-, PR-, HER2+ (3+)',
      'er negative, pr negative, her2 positive',
    ],
    [
      'ER–/PR–/HER2+',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER–/PR–/HER2+',
      'er negative, pr negative, her2 positive',
    ],
    [
      'ER+ PR+ HER2-',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER+ PR+ HER2-',
      'er positive, pr positive, her2 negative',
    ],
    [
      'ER(+)PR(-)HER2(3+)',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER(+)PR(-)HER2(3+)',
      'er positive, pr negative, her2 positive',
    ],
    [
      'ER pos/PR neg/HER2 neg',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER pos/PR neg/HER2 neg',
      'er positive, pr negative, her2 negative',
    ],
    ['HR+/HER2-', 'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nHR+/HER2-', 'her2 negative'],
    [
      'HER2: IHC=2+, FISH=1.3 (neg)',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nHER2: IHC=2+, FISH=1.3 (neg)',
      'her2 low',
    ],
    [
      'HER2: 2+ by IHC; ISH ratio 1.3 - negative',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nHER2: 2+ by IHC; ISH ratio 1.3 - negative',
      'her2 low',
    ],
    [
      'HER2: IHC 2 (equivocal), FISH Neg',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nHER2: IHC 2 (equivocal), FISH Neg',
      'her2 low',
    ],
    [
      'HER2/neu by FISH: ratio 1.05 (normal)',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nHER2/neu by FISH: ratio 1.05 (normal)',
      'her2 negative',
    ],
    [
      'HER-2 FISH: Normal',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nHER-2 FISH: Normal',
      'her2 negative',
    ],
    [
      'HER2 gene status: diploid, not amplified',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nHER2 gene status: diploid, not amplified',
      'her2 negative',
    ],
    [
      'HER2: borderline (2+). DISH: no amplification',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nHER2: borderline (2+). DISH: no amplification',
      'her2 low',
    ],
    [
      'HER2: score 2+, in situ hybridisation: negative',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nHER2: score 2+, in situ hybridisation: negative',
      'her2 low',
    ],
    [
      'HER2 (IHC) = 3+ ; ISH not required',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nHER2 (IHC) = 3+ ; ISH not required',
      'her2 positive',
    ],
    [
      'HER2 negative by IHC (1+) and FISH',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nHER2 negative by IHC (1+) and FISH',
      'her2 low',
    ],
    [
      'HER2: Not amplified by FISH; IHC 2+',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nHER2: Not amplified by FISH; IHC 2+',
      'her2 low',
    ],
    [
      'HER2: Negative. IHC: 1+. FISH: N/A.',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nHER2: Negative. IHC: 1+. FISH: N/A.',
      'her2 low',
    ],
    [
      'HER2 IHC 2+',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nHER2 IHC 2+\nHER2 FISH Not amplified',
      'her2 low',
    ],
    [
      'HER2 by ISH: Group 4; ratio 1.5, copy number 4.7. IHC performed on sam',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nHER2 by ISH: Group 4; ratio 1.5, copy number 4.7. IHC performed on same block: 2+ . After blinded recount: ISH negative. Overall: HER2 NEGATIVE.',
      'her2 low',
    ],
    [
      'HER2 dual ISH: HER2 4.2 copies/cell, CEP17 1.9 copies/cell, ratio 2.2:',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nHER2 dual ISH: HER2 4.2 copies/cell, CEP17 1.9 copies/cell, ratio 2.2: AMPLIFIED (Group 1)',
      'her2 positive',
    ],
    [
      'HER2 FISH: average HER2 signals 3.1; average CEP17 signals 1.4; ratio ',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nHER2 FISH: average HER2 signals 3.1; average CEP17 signals 1.4; ratio 2.2. Group 2. IHC 1+. HER2 negative.',
      'her2 low',
    ],
    [
      'HER2 IHC: 2+. HER2 FISH: Group 3, ratio 1.6, copy 7.0. Final: HER2 pos',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nHER2 IHC: 2+. HER2 FISH: Group 3, ratio 1.6, copy 7.0. Final: HER2 positive.',
      'her2 positive',
    ],
    [
      'HER2 IHC: 2+. HER2 FISH: Group 3, ratio 1.6, copy 7.0.',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nHER2 IHC: 2+. HER2 FISH: Group 3, ratio 1.6, copy 7.0.',
      'her2 equivocal',
    ],
    [
      'HER2 status: POSITIVE (FISH amplified, ratio 2.4, copy 5.9); IHC 2+',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nHER2 status: POSITIVE (FISH amplified, ratio 2.4, copy 5.9); IHC 2+',
      'her2 positive',
    ],
    [
      'HER2 IHC 1+, FISH also performed at clinician request: ratio 1.1, copi',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nHER2 IHC 1+, FISH also performed at clinician request: ratio 1.1, copies 2.0.',
      'her2 low',
    ],
    [
      'Her2: indeterminate',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nHer2: indeterminate',
      'her2 equivocal',
    ],
    [
      'ER/PR/HER2: pos/pos/neg',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER/PR/HER2: pos/pos/neg',
      'er positive, pr positive, her2 negative',
    ],
    [
      'ER/PR: positive',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER/PR: positive',
      'er positive, pr positive',
    ],
    [
      'ER and PR: both strongly positive, >95%',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER and PR: both strongly positive, >95%',
      'er positive, pr positive',
    ],
    [
      'Hormone receptors: ER 80%, PR 0. HER2: neg',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nHormone receptors: ER 80%, PR 0. HER2: neg',
      'er positive, pr negative, her2 negative',
    ],
    [
      'ER: weakly positive in 8% of cells - ER low positive. PR negative.',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER: weakly positive in 8% of cells - ER low positive. PR negative.',
      'er low-positive, pr negative',
    ],
    [
      'ER: 1-10% (low positive)',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER: 1-10% (low positive)',
      'er low-positive',
    ],
    [
      'ER: Low Positive (2%)',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER: Low Positive (2%)',
      'er low-positive',
    ],
    [
      'ER: negative, less than 1 percent; PR: positive, 20 percent',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER: negative, less than 1 percent; PR: positive, 20 percent',
      'er negative, pr positive',
    ],
    [
      'ER: positive in ninety-five percent of nuclei',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER: positive in ninety-five percent of nuclei',
      'er positive',
    ],
    [
      'ER: Positive, 95 - 100%',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER: Positive, 95 - 100%',
      'er positive',
    ],
    [
      'ER: >95, PR: >80, HER2: 0',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER: >95, PR: >80, HER2: 0',
      'er positive, pr positive, her2 negative',
    ],
    [
      'Estrogen receptor assay: 230 fmol/mg (positive); progesterone receptor',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nEstrogen receptor assay: 230 fmol/mg (positive); progesterone receptor: 5 fmol/mg (negative)',
      'er positive, pr negative',
    ],
    [
      'ER immunohistochemistry performed at outside laboratory: positive',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER immunohistochemistry performed at outside laboratory: positive',
      'er positive',
    ],
    [
      'ER, PR and HER2 repeated on excision: no change from core (ER 95%, PR ',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER, PR and HER2 repeated on excision: no change from core (ER 95%, PR 60%, HER2 1+)',
      'er positive, pr positive, her2 low',
    ],
    [
      'Receptors (from core S20-1): ER 95%, PR 60%, HER2 1+',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nReceptors (from core S20-1): ER 95%, PR 60%, HER2 1+',
      'er positive, pr positive, her2 low',
    ],
    [
      'Tumor was previously shown to be ER positive, PR positive and HER2 neg',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nTumor was previously shown to be ER positive, PR positive and HER2 negative.',
      'er positive, pr positive, her2 negative',
    ],
    [
      'ER to be repeated on resection. HER2: 0.',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER to be repeated on resection. HER2: 0.',
      'her2 negative',
    ],
    [
      'Note: ER, PR, HER2 on block A2 ordered.',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nNote: ER, PR, HER2 on block A2 ordered.',
      '',
    ],
    [
      'Block for biomarkers: A2 (ER/PR/HER2)',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nBlock for biomarkers: A2 (ER/PR/HER2)',
      '',
    ],
    [
      'Biomarker testing (ER, PR, HER2): see addendum',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nBiomarker testing (ER, PR, HER2): see addendum',
      '',
    ],
    [
      'ER: N/A   PR: N/A   HER2: N/A',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER: N/A   PR: N/A   HER2: N/A',
      '',
    ],
    ['ER: Not applicable', 'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER: Not applicable', ''],
    [
      'ER ____  PR ____  HER2 ____',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER ____  PR ____  HER2 ____',
      '',
    ],
    [
      'ER: [pending]  PR: [pending]  HER2: [pending]',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER: [pending]  PR: [pending]  HER2: [pending]',
      '',
    ],
    [
      'If ER and PR are negative, HER2 FISH will follow.',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nIf ER and PR are negative, HER2 FISH will follow.',
      '',
    ],
    [
      'ER assay: SP1 clone, positive control adequate.',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nER assay: SP1 clone, positive control adequate.',
      '',
    ],
    [
      'External ER positive control and negative reagent control performed as',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nExternal ER positive control and negative reagent control performed as expected.',
      '',
    ],
    [
      'Predictive markers: ER (SP1), PR (1E2), HER2 (4B5) are FDA cleared. A ',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nPredictive markers: ER (SP1), PR (1E2), HER2 (4B5) are FDA cleared. A positive ER result requires >=1% staining.',
      '',
    ],
    [
      'HER2 3+ = positive; 2+ = equivocal; 0/1+ = negative.',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nHER2 3+ = positive; 2+ = equivocal; 0/1+ = negative.',
      '',
    ],
    [
      'v83 "Patient\'s mother: ER+ HER2+ breast cancer."',
      "SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nPatient's mother: ER+ HER2+ breast cancer.",
      '',
    ],
    [
      'Trial note: eligible if HER2 negative and ER positive.',
      'SURGICAL PATHOLOGY REPORT\nRight breast, core biopsy: invasive ductal carcinoma.\nTrial note: eligible if HER2 negative and ER positive.',
      '',
    ],
  ])('%s', (_trap, text, expected) => {
    expect(missingFromReport(text, expected)).toEqual([])
  })
})

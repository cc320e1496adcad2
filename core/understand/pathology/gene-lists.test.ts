import { describe, expect, it } from 'vitest'
import type { FactKind } from '../../record/fact.ts'
import { missingFrom, saidIn } from '../said.fixture.ts'

describe('genes and markers, by the lists and labels they stand in', () => {
  it.each<[trap: string, kind: FactKind, text: string, wanted: string[]]>([
    [
      'a list behind "Not found"',
      'biomarker',
      'PANEL (523 genes) Southern Genomics - sample: brain metastasis, 18/02/2025, issued 20 March 2025\nERBB2 amplification (copy number 22). TP53 p.R248Q. PIK3CA: p.E545K.\nTMB 7 mut/Mb. MSI: stable.\nNot found: BRCA1, BRCA2, PTEN loss.\nTumour only assay; germline not tested.',
      [
        'ERBB2~somatic positive',
        'TP53~R248Q~somatic positive',
        'PIK3CA~E545K~positive',
        'BRCA1 somatic negative',
        'BRCA2 somatic negative',
        'PTEN~negative',
        '!PTEN loss somatic positive',
      ],
    ],
    [
      'none behind a colon',
      'biomarker',
      'TUMOUR PROFILE   Specimen chest wall, collected 09 OCT 2025     Report 29 OCT 2025\n  BRCA1 c.5266dupC                       (reversion mutation not seen)\n  TP53 Y220C\n  PIK3CA: none     PTEN: none     AKT1: none\n  MSS.   TMB 5 Muts/Mb.',
      ['PIK3CA somatic negative', 'PTEN somatic negative', 'AKT1 somatic negative', 'TP53~Y220C'],
    ],
    [
      'PD-L1 under the cut-off',
      'biomarker',
      'Pathology addendum 03/27/2024\nADDENDUM: PD-L1 22C3  CPS 4 (CUTOFF >=10 FOR TNBC: BELOW)',
      ['PD-L1~negative'],
    ],
    [
      'PD-L1 with neg in brackets',
      'biomarker',
      'CHEST WALL core 2025-10-09: carcinoma, breast. ER 0% PR 0% HER2 IHC 1+ (neg). PD-L1 22C3 CPS 4 (neg, cut 10).',
      ['PD-L1~negative'],
    ],
    ['PD-L1 above it', 'biomarker', 'Report 03/27/2024\nPD-L1 (22C3): CPS 15 (positive, cut-off 10)', ['PD-L1~positive']],
    [
      'MSI-High was not found',
      'biomarker',
      'LIQUID BIOPSY - circulating tumor DNA   reported 7/29/2024\nESR1 D538G   1.2%\nMSI: MSI-High not detected.   Tumor fraction 6%.',
      ['MSI~negative', 'ESR1~D538G'],
    ],
    [
      "a human geneticist's letter on blood",
      'biomarker',
      'CENTRE FOR FAMILIAL BREAST AND OVARIAN CANCER        12.03.2025\nIndex patient: Test Person. Blood of 19.02.2025. TruRisk panel.\nResult:\n CHEK2   c.1100delC, p.(Thr367Metfs*15)   heterozygous   class 5 (pathogenic)\n BARD1   c.1217G>A, p.(Arg406Gln)         heterozygous   class 3 (VUS)\n BRCA1, BRCA2, PALB2, TP53: inconspicuous',
      ['CHEK2~germline positive', 'BARD1~germline vus', 'BRCA1~germline negative', 'PALB2~germline negative', 'TP53~germline negative'],
    ],
    [
      'pertinent negatives with asides in brackets',
      'biomarker',
      'OncoPanel Solid Tumor 523 | Specimen S24-20914 (liver, 5/22/2024) | Report 6/24/2024\nClinically significant\n  PIK3CA p.E545K (VAF 22%)\nNegative pertinent: ERBB2 (no amplification, no mutation), ESR1, AKT1, PTEN, TP53, BRCA1, BRCA2\nVUS: SPEN p.A2251V',
      [
        'PIK3CA~E545K',
        'ERBB2 somatic negative',
        'ESR1 somatic negative',
        'AKT1 somatic negative',
        'PTEN somatic negative',
        'BRCA1 somatic negative',
        'BRCA2 somatic negative',
      ],
    ],
    [
      'a panel told in a note: genes, date, result',
      'biomarker',
      'Consultation 5/2/2019\nFH: sister ovarian ca 50. Germline 2019-04 Invitae 47 gene: negative (BRCA1 and BRCA2 included), VUS in ATM.',
      ['BRCA1~germline negative', 'BRCA2~germline negative', 'ATM~germline vus', '!BRCA1 germline vus'],
    ],
    [
      'a panel by its laboratory',
      'biomarker',
      'SOAP 10/18/2022\nFH: mat gm breast 71. Ambry 47 gene 10/2021 neg; BRIP1 VUS.',
      ['germline panel~negative', 'BRIP1~germline vus'],
    ],
    [
      'tested in the family history',
      'biomarker',
      'Progress 2023-03-20\nFAMILY HISTORY: maternal aunt breast ca at 66. Germline testing (77 genes, collected 10/24/2022): no pathogenic variants; VUS in RAD51D.',
      ['germline panel~negative', 'RAD51D~germline vus'],
    ],
    [
      "the tumour's report names the germline test at its end",
      'biomarker',
      'STOMACH, BODY, BIOPSIES 27/02/2025\nMETASTATIC LOBULAR CARCINOMA (breast).\nSUPPLEMENTARY 25/03/2025 - NGS (TSO500, this block)\n  PIK3CA  c.3140A>G p.His1047Arg     detected 33%\n  CDH1    p.Gln641Ter                detected 51%\n  ESR1, AKT1, PTEN                   no mutation\nGERMLINE (blood, Cancer Genetics, reported 14/02/2024): BRCA1, BRCA2, PALB2, CDH1 - normal.',
      ['PIK3CA~somatic positive', 'CDH1~somatic positive', 'ESR1~somatic negative', 'BRCA1 germline negative', 'PALB2 germline negative'],
    ],
    [
      'a letter on blood and one on the tumour in one sentence',
      'biomarker',
      'Letter 12 July 2023\nYour blood test (76 genes) found a pathogenic variant in BRCA1 called c.5266dupC. It also found a variant of uncertain significance in RAD50. No harmful variants were found in BRCA2, PALB2 or TP53.',
      ['BRCA1~germline positive', 'RAD50~germline vus', 'BRCA2~germline negative', 'PALB2~germline negative', 'TP53~germline negative'],
    ],
    [
      'wild type, in a history of lines',
      'biomarker',
      'Note 9/15/2026\n7/29/2024 ctDNA: ESR1 D538G, TP53; PIK3CA wt. gBRCA neg.',
      ['ESR1~D538G~somatic positive', 'PIK3CA~somatic negative', 'BRCA1~germline negative'],
    ],
    [
      'assayed with no reportable alteration',
      'biomarker',
      'SolidSeq 324 (tissue)  Specimen YL-19, liver, collected 2019-04-18   Report 2019-05-09\nGENOMIC FINDINGS\n  PIK3CA     H1047R           VAF 31%\nGenes assayed with no reportable alteration: AKT1, BRCA1, BRCA2, ERBB2, ESR1',
      ['PIK3CA~H1047R', 'AKT1 somatic negative', 'BRCA1 somatic negative', 'ESR1 somatic negative'],
    ],
    [
      'circulating DNA with rows not detected',
      'biomarker',
      'LIQUIDIA360 - circulating DNA result summary   reported APR-01-2022\nPIK3CA H1047R           6.2             seen before in tissue\nESR1 Y537S              2.8             NEW\nERBB2 amplification     Not detected\nBRCA1, BRCA2            Not detected\nMSI-High                Not detected',
      ['ERBB2~negative', 'BRCA1~somatic negative', 'BRCA2~somatic negative', 'MSI~negative', 'ESR1~Y537S~positive'],
    ],
    [
      'a genetic test told in a letter about treatment, which is no report of a tumour',
      'biomarker',
      'LAKEVIEW CLINIC\n20 January 2020\nDear Dr. Moss,\nRE: Ada Lund, born 14 August 1967\nMrs. Lund has completed adjuvant chemotherapy and radiotherapy for a left breast cancer (ER positive, HER2 negative).\nDocetaxel and cyclophosphamide, 4 cycles, 05/13/2019 to 07/15/2019\nLetrozole 2.5 mg daily since 10/07/2019\nGenetic testing (42 genes, 2019) found no pathogenic variant; a variant of uncertain significance in ATM (c.2119T>C) changes nothing.\nWith kind regards, Helen Voss, MD',
      ['ATM~germline', 'germline panel~negative', '!ERBB2~'],
    ],
  ])('%s (%s)', (_trap, kind, text, wanted) => expect(missingFrom(saidIn(kind, text), wanted)).toEqual([]))
})

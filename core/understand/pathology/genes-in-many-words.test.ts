import { describe, expect, it } from 'vitest'
import { missingFrom, saidIn } from '../said.fixture.ts'

const HEAD_1 =
  'MOLECULAR PATHOLOGY REPORT\nNEXT GENERATION SEQUENCING\nPatient: Test Person   DOB 24/05/1966\nSpecimen: Liver metastasis, FFPE tissue   Collected: 23/03/2025   Reported: 03/04/2025\n'
const HEAD_2 =
  'MEDICAL ONCOLOGY CLINIC LETTER\nDate: 23/03/2025\nPatient: Test Person   DOB 24/05/1966\n\nHistory of metastatic breast cancer.\n'

describe('genes and markers told in many ways', () => {
  it.each<[string, ...string[]]>([
    ['PIK3CA c.3140A>G p.(His1047Arg) VAF 34%', 'PIK3CA~1047~positive'],
    ['PIK3CA: p.E545K (24%)', 'PIK3CA E545K~positive'],
    ['Detected variants: PIK3CA H1047R; TP53 R248Q; ESR1 wild type', 'PIK3CA H1047R~positive', 'TP53 R248Q~positive', 'ESR1~negative'],
    [
      'Gene      Variant        VAF\nPIK3CA    p.H1047R       18%\nGATA3     p.P409fs       22%',
      'PIK3CA H1047R~positive',
      'GATA3~P409fs~positive',
    ],
    ['ERBB2 amplification (est. copy number 22)', 'ERBB2 amplification~positive'],
    ['No variants detected in PIK3CA, ESR1, AKT1, PTEN, ERBB2.', 'PIK3CA~negative', 'ESR1~negative', 'AKT1~negative', 'PTEN~negative'],
    ['BRCA1/2 - no alteration', 'BRCA1~negative', 'BRCA2~negative'],
    ['TMB 7 / MSS', 'TMB~7', 'MSI~MSS'],
    ['Tumour mutational burden: 12 Mut/Mb (high)', 'TMB~12~positive'],
    ['Microsatellite status: stable (MSS)', 'MSI~negative'],
    ['MSI-High', 'MSI~positive'],
    ['TMB: 4.2 mutations/megabase', 'TMB~4.2'],
    ['Homologous recombination deficiency (HRD) score: 52 (positive)', 'HRD~52~positive'],
    ['ESR1 D538G 3.1%, ESR1 Y537S 0.8%', 'ESR1 D538G~positive', 'ESR1 Y537S~positive'],
    ['PTEN loss (homozygous deletion)', 'PTEN~positive'],
    ['AKT1 E17K detected', 'AKT1 E17K~positive'],
    ['Variants of uncertain significance: ATM V410A; CHEK2 I157T', 'ATM V410A~vus', 'CHEK2 I157T~vus'],
    ['FGFR1 amplified', 'FGFR1 amplification~positive'],
    ['PIK3CA mutation: Not detected', 'PIK3CA~negative'],
    ['PIK3CA exon 9 and 20: wild-type', 'PIK3CA~negative'],
    ['Mutation c.1624G>A (p.Glu542Lys) in exon 9 of PIK3CA', 'PIK3CA~542~positive'],
    ['NTRK1/2/3 fusions: not detected', 'NTRK1~negative'],
    ['Tier I: PIK3CA p.(Glu545Lys). Tier II: none. Tier III: ARID1A p.(Gln474*)', 'PIK3CA~545~positive'],
    ['RB1 loss-of-function mutation p.R320*', 'RB1 R320*~positive'],
    ['BRCA2 p.S1982fs (somatic)', 'BRCA2 S1982fs~somatic~positive'],
    ['HER2 (ERBB2) L755S', 'ERBB2 L755S~positive'],
    ['Genes analysed: PIK3CA, ESR1, BRCA1, BRCA2, PTEN', '-'],
    ['EGFR: no mutation; KRAS: no mutation; BRAF: no mutation', 'EGFR~negative', 'KRAS~negative', 'BRAF~negative'],
  ])('in a report of sequencing: %s', (words, ...wanted) => {
    expect(missingFrom(saidIn('biomarker', `${HEAD_1}${words}`), wanted)).toEqual([])
  })

  it.each<[string, ...string[]]>([
    ['Germline testing (saliva, 84 genes, 11/2021): negative; VUS in POLE c.1007A>G.', 'germline~negative', 'POLE c.1007A>G germline vus'],
    [
      'R208 panel (BRCA1, BRCA2, PALB2) was negative, October 2017.',
      'BRCA1 germline negative',
      'BRCA2 germline negative',
      'PALB2 germline negative',
    ],
    ['gBRCA2 pathogenic variant c.5946delT', 'BRCA2 c.5946delT germline positive'],
    ['BRCA negative', 'BRCA1~negative', 'BRCA2~negative'],
    ['She carries a pathogenic BRCA1 mutation (5382insC).', 'BRCA1~5382insC~positive'],
    ['germline BRCA1/2 and PALB2 testing negative (2022)', 'BRCA1 germline negative', 'PALB2 germline negative'],
    ['PIK3CA mutated (H1047R) on tissue NGS 2/2024; ESR1 wt', 'PIK3CA H1047R~positive', 'ESR1~negative'],
    ['ctDNA (Guardant360, 12/2024): ESR1 Y537S, PIK3CA E545K', 'ESR1 Y537S~positive', 'PIK3CA E545K~positive'],
    ['PIK3CA wild type', 'PIK3CA~negative'],
    ['PIK3CA-WT, ESR1-mut D538G', 'PIK3CA~negative', 'ESR1 D538G~positive'],
    ['Oncotype DX recurrence score 22', 'Oncotype~22'],
    ['Oncotype RS 11', 'Oncotype~11'],
    ['MammaPrint high risk', 'MammaPrint'],
    ['PD-L1 (22C3) CPS 12', 'PD-L1~CPS 12~positive'],
    ['PD-L1 SP142 IC 2%, positive', 'PD-L1~2~positive'],
    ['PD-L1 CPS <1 (negative)', 'PD-L1~negative'],
    ['PD-L1 expression 0%', 'PD-L1~negative'],
    ['No BRCA1/2 mutation on genetic testing.', 'BRCA1~negative', 'BRCA2~negative'],
    ['genetic testing found a mutation in CHEK2 (c.1100delC)', 'CHEK2~c.1100delC~positive'],
    ['Her mother carries BRCA1.', '-'],
    ['BRCA testing is pending.', '-'],
    ['HRD positive', 'HRD~positive'],
    ['MSI stable, TMB low (3 mut/Mb)', 'MSI~negative', 'TMB~3'],
    ['She does not carry a BRCA mutation.', 'BRCA1~negative'],
    ['androgen receptor 90%', 'AR~90'],
    ['Endopredict high risk (EPclin 3.9)', 'EndoPredict'],
    ['Prosigna ROR 62', 'Prosigna~62'],
    ['PTEN loss by IHC', 'PTEN~positive'],
  ])('in a letter or note: %s', (words, ...wanted) => {
    expect(missingFrom(saidIn('biomarker', `${HEAD_2}${words}`), wanted)).toEqual([])
  })
})

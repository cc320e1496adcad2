import { describe, expect, it } from 'vitest'
import type { FactValue } from '../../record/fact.ts'
import { aReading } from '../prose/a-reading.ts'
import { biomarkers } from './biomarkers.ts'

type Value = FactValue<'biomarker'>
const brief = ({ gene, variant, value, result, origin, vaf }: Value) =>
  [gene, variant, value, result, origin, vaf === undefined ? undefined : `${vaf}%`].filter((part) => part !== undefined).join(' ')
const said = (text: string) => biomarkers.find(aReading(text)).map((fact) => brief(fact.value as Value))

const tissue = (body: string) =>
  `COMPREHENSIVE GENOMIC PROFILE (NGS)\nSpecimen: liver, collected 2022-08-22. Tumor purity 40%.\nGenomic findings\nGene  Alteration  VAF\n${body}`
const plasma = (body: string) => `LIQUID BIOPSY ctDNA RESULTS\nCollected: AUG-27-2026   whole blood\n${body}`
const germline = (body: string) =>
  `HEREDITARY CANCER GERMLINE PANEL\nSample: saliva, collected 2024-03-04\nGene  Variant  Zygosity  Classification\n${body}`
const note = (body: string) => `ONCOLOGY PROGRESS NOTE\nVisit 09/08/2026\n${body}`

describe('genomic reports', () => {
  it.each<[string, string, string[]]>([
    [
      'the patient tested negative, unlike the aunt',
      note('FH: paternal aunt carried a BRCA1 mutation; the patient tested negative (germline panel of 84 genes, 05/2021).'),
      ['germline panel negative germline'],
    ],
    [
      'a germline panel in brackets',
      note('Genetics (48 gene panel, 2020): neg for path mutation; ATM VUS c.2608A>G.'),
      ['ATM c.2608A>G vus germline', 'germline panel negative germline'],
    ],
    ['a reversion that was found', note('A plasma test found a BRCA2 reversion mutation.'), ['BRCA2 reversion mutation positive somatic']],
    ['nothing in a wide column', tissue('RB1              None detected              --'), ['RB1 negative somatic']],
    ['stained with a plus in brackets', 'SURGICAL PATHOLOGY\nDiagnosis\nGATA3 (+), CK7 (+), E-cadherin (-)', []],
    ['a pharmacogene in words', note('DPYD neg (no variants, 10/26/22)'), ['DPYD negative germline']],
    [
      'a plasma test told in a note',
      note('Plasma NGS (74 genes) collected 2022-08-31. Detected: CDH1 Q641* 2.9%. Not detected: ESR1, AKT1.'),
      ['CDH1 Q641* positive somatic 2.9%', 'ESR1 negative somatic', 'AKT1 negative somatic'],
    ],
    ['a row of a table', tissue('PIK3CA  H1047R  24.1%'), ['PIK3CA H1047R positive somatic 24.1%']],
    ['protein notation with p.', tissue('TP53  p.R273H  31%'), ['TP53 R273H positive somatic 31%']],
    ['a stop', tissue('CDH1  Q641*  31.7%'), ['CDH1 Q641* positive somatic 31.7%']],
    ['a frameshift', tissue('TBX3  A193fs*5  18%'), ['TBX3 A193fs*5 positive somatic 18%']],
    ['three-letter notation', tissue('ESR1  p.Asp538Gly  12%'), ['ESR1 p.Asp538Gly positive somatic 12%']],
    ['coding notation', tissue('AKT1  c.49G>A (p.Glu17Lys)  9%'), ['AKT1 c.49G>A (p.Glu17Lys) positive somatic 9%']],
    ['an amplification', tissue('ERBB2  Amplification  14 copies'), ['ERBB2 amplification positive somatic']],
    ['a loss', tissue('PTEN  Loss'), ['PTEN loss positive somatic']],
    [
      'two variants of one gene',
      plasma('ESR1 Y537S 2.1%, D538G 0.4%'),
      ['ESR1 Y537S positive somatic 2.1%', 'ESR1 D538G positive somatic 0.4%'],
    ],
    [
      'uncertain significance under its heading',
      tissue('Variants of uncertain significance\nATM R2832C; KMT2D P2354L'),
      ['ATM R2832C vus somatic', 'KMT2D P2354L vus somatic'],
    ],
    [
      'pertinent negatives',
      plasma('Pertinent negatives\nPIK3CA  No activating mutation detected\nAKT1 E17K  Not detected'),
      ['PIK3CA negative somatic', 'AKT1 negative somatic'],
    ],
    [
      'a list below "no reportable alterations"',
      tissue('No reportable alterations\nBRCA1, BRCA2, ESR1'),
      ['BRCA1 negative somatic', 'BRCA2 negative somatic', 'ESR1 negative somatic'],
    ],
    ['hotspots that were looked for', plasma('ESR1 (hotspots incl. D538G, Y537S, L536): not detected'), ['ESR1 negative somatic']],
    ['not amplified', tissue('ERBB2: not amplified'), ['ERBB2 amplification negative somatic']],
    ['wild type', tissue('PIK3CA: wild type'), ['PIK3CA negative somatic']],
    ['the list of genes tested says nothing', tissue('Genes tested\nBRCA1, BRCA2, PALB2, PIK3CA'), []],
    [
      'an explanation says nothing',
      tissue(
        'PIK3CA encodes the catalytic subunit; activating mutations are associated with sensitivity to alpelisib in many tumours and are frequent.',
      ),
      [],
    ],
    [
      'germline, pathogenic',
      germline('BRCA1  c.68_69del (p.Glu23Valfs*17)  heterozygous  PATHOGENIC'),
      ['BRCA1 c.68_69del (p.Glu23Valfs*17) positive germline'],
    ],
    [
      'germline, uncertain',
      germline('CHEK2  c.1427C>T (p.Thr476Met)  heterozygous  Uncertain significance'),
      ['CHEK2 c.1427C>T (p.Thr476Met) vus germline'],
    ],
    [
      'named germline negatives',
      germline('No pathogenic variants in: BRCA2, PALB2, TP53.'),
      ['BRCA2 negative germline', 'PALB2 negative germline', 'TP53 negative germline'],
    ],
    [
      'of many genes including some',
      germline('No pathogenic variants were identified in 36 genes including BRCA1, BRCA2 and PALB2.'),
      ['BRCA1 negative germline', 'BRCA2 negative germline', 'PALB2 negative germline'],
    ],
    [
      'loss of the other allele is no wild type',
      tissue('BRCA1 c.68_69del detected with loss of the wild-type allele.'),
      ['BRCA1 c.68_69del positive somatic'],
    ],
    ['no reversion is not "no mutation"', tissue('No BRCA1 reversion mutation.'), ['BRCA1 reversion mutation negative somatic']],
    [
      'a column of an earlier test',
      plasma('Alteration  % cfDNA  Prior 18-Mar-2025\nCCND1 amplification  Low (+)  Not detected'),
      ['CCND1 amplification positive somatic', 'CCND1 amplification negative somatic'],
    ],
  ])('%s', (_trap, text, expected) => {
    expect(said(text)).toEqual(expected)
  })

  it('dates results by the collection of the specimen', () => {
    expect(biomarkers.find(aReading(plasma('PIK3CA H1047R 3.1%')))[0]?.value).toMatchObject({ date: '2026-08-27', assay: 'ctDNA' })
  })
})

describe('genes in notes', () => {
  it.each<[string, string, string[]]>([
    ['a mutation with its variant', 'PIK3CA H1047R on tissue.', ['PIK3CA H1047R positive somatic']],
    ['mutated', 'Tumor is PIK3CA mutated.', ['PIK3CA positive somatic']],
    ['negative in short', 'ESR1 neg. germline BRCA neg.', ['ESR1 negative somatic', 'BRCA1 negative germline', 'BRCA2 negative germline']],
    ['both BRCA genes', 'Germline BRCA1/2 negative.', ['BRCA1 negative germline', 'BRCA2 negative germline']],
    ['a carrier', 'metastatic TNBC, gBRCA1, lung', ['BRCA1 positive germline']],
    [
      'a variant of uncertain significance',
      'Germline: BRCA2 c.8662C>T (p.Arg2888Cys) VUS.',
      ['BRCA2 c.8662C>T (p.Arg2888Cys) vus germline'],
    ],
    ['a panel as a whole', 'Germline panel 2023: negative for pathogenic variants.', ['germline panel negative germline']],
    ['a condition is no result', 'If ESR1 mutated, elacestrant.', []],
    ['a test that is awaited', 'PIK3CA testing pending.', []],
    ['a test that was ordered', 'Will order ESR1 mutation testing.', []],
    ['a relative', 'FH: sister BRCA1 mutation positive', []],
    ['a drug for such tumours', 'alpelisib is approved for patients with PIK3CA-mutated disease', []],
    ['associated with', 'BRCA1-associated triple negative disease', []],
  ])('%s', (_trap, body, expected) => {
    expect(said(note(body))).toEqual(expected)
  })
})

describe('markers that are no single gene', () => {
  it.each<[string, string, string[]]>([
    ['CPS with its clone', 'PD-L1 (22C3 pharmDx) CPS 15', ['PD-L1 CPS 15 positive somatic']],
    ['CPS with a cut-off in brackets', 'PD-L1 22C3 pharmDx  CPS 12 (positive, cut-off 10)', ['PD-L1 CPS 12 positive somatic']],
    ['CPS below one', 'PD-L1 (22C3): CPS <1', ['PD-L1 CPS <1 negative somatic']],
    ['SP142 immune cells', 'PD-L1 SP142 IC 2% positive', ['PD-L1 IC 2% positive somatic']],
    ['only the word', 'PD-L1: negative', ['PD-L1 negative somatic']],
    ['an inhibitor is no result', 'PD-L1 inhibitor positive experience', []],
    ['tumour mutational burden', 'Tumor Mutational Burden - 8 Muts/Mb', ['TMB 8 mut/Mb negative somatic']],
    ['a high burden', 'TMB: 14.2 mut/Mb', ['TMB 14.2 mut/Mb positive somatic']],
    ['microsatellite stable', 'Microsatellite status: MSS', ['MSI MSS negative somatic']],
    ['MSI-High not detected', 'MSI-High: NOT DETECTED', ['MSI MSS negative somatic']],
    ['MSI-High', 'Microsatellite status: MSI-High', ['MSI MSI-High positive somatic']],
    ['mismatch repair', 'Mismatch repair proteins: intact', ['MMR proficient negative somatic']],
    ['HRD by word', 'HRD signature - Not detected', ['HRD negative somatic']],
    ['HRD by score', 'HRD score: 52', ['HRD 52 positive somatic']],
    ['the recurrence score', 'Oncotype DX recurrence score: 22', ['Oncotype DX 22 somatic']],
    ['a score on its own line', 'ONCOTYPE DX BREAST CANCER ASSAY. RESULTS: Recurrence Score: 9.', ['Oncotype DX 9 somatic']],
    ['not sent', 'Oncotype not sent', []],
    ['MammaPrint', 'MammaPrint: High risk', ['MammaPrint high risk somatic']],
    ['the androgen receptor', 'Androgen receptor: Positive, 80%', ['AR 80% positive somatic']],
    ['star alleles', 'UGT1A1 genotype: *1/*28', ['UGT1A1 *1/*28 positive germline']],
    ['normal star alleles', 'DPYD: *1/*1', ['DPYD *1/*1 negative germline']],
  ])('%s', (_trap, body, expected) => {
    expect(said(note(body))).toEqual(expected)
  })
})

it('quotes its evidence literally', () => {
  const reading = aReading(tissue('PIK3CA  H1047R  24.1%\nTMB 4 mut/Mb'))
  for (const fact of biomarkers.find(reading))
    for (const one of fact.evidence) expect(reading.document.pages[one.page - 1]?.text.slice(one.start, one.end)).toBe(one.quote)
})

it('reads hostile text in bounded time', () => {
  const started = performance.now()
  biomarkers.find(aReading(`NGS report ${'BRCA1, BRCA2 '.repeat(4000)}${'no '.repeat(8000)}${'A1B'.repeat(5000)}${'PD-L1 '.repeat(3000)}`))
  expect(performance.now() - started).toBeLessThan(4000)
})

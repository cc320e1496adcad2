import { describe, expect, it } from 'vitest'
import { aDocument } from '../prose/a-reading.ts'
import { understand } from '../understand.ts'

/** `gene variant|value result origin assay date`, one a fact. */
const read = (text: string) =>
  understand(aDocument(text)).flatMap((fact) =>
    fact.kind === 'biomarker'
      ? [
          [fact.value.gene, fact.value.variant ?? fact.value.value, fact.value.result, fact.value.origin, fact.value.assay, fact.value.date]
            .filter((part) => part !== undefined)
            .join(' '),
        ]
      : [],
  )

describe('genomic results in the layouts of many laboratories', () => {
  it('reads rows with tier, transcript and exon columns, each variant with its class', () => {
    expect(
      read(
        [
          'GENOMIC PROFILING REPORT',
          'Collected: 12 Feb 2025   Specimen: liver core, FFPE block, tumour content 40%',
          'Tier  Gene    Transcript     Exon  Nucleotide  Protein         VAF   Class',
          'I     PIK3CA  NM_006218.4    21    c.3140A>G   p.(His1047Arg)  31%   Pathogenic',
          'III   NOTCH2  NM_024408.4    34    c.6094C>G   p.(His2032Asp)  48%   VUS',
        ].join('\n'),
      ),
    ).toEqual([
      'PIK3CA c.3140A>G p.(His1047Arg) positive somatic tissue NGS 2025-02-12',
      'NOTCH2 c.6094C>G p.(His2032Asp) vus somatic tissue NGS 2025-02-12',
    ])
  })

  it('takes a gene that is negative in a germline report for that gene alone, beside another that is not', () => {
    const found = read(
      [
        'GERMLINE GENETIC TEST REPORT',
        'Report date: 23 July 2024',
        'Gene: BRCA1 (NM_007294.4)  c.5266dupC p.(Gln1756Profs*74)  Class 5 (pathogenic)',
        'BRCA2: No pathogenic variant detected',
      ].join('\n'),
    )
    expect(found).toEqual([
      'BRCA1 c.5266dupC p.(Gln1756Profs*74) positive germline germline panel 2024-07-23',
      'BRCA2 negative germline germline panel 2024-07-23',
    ])
  })

  it.each([
    ['a list of genes divided by semicolons', 'Genes with no reportable variants: AKT1; ESR1; PTEN', ['AKT1', 'ESR1', 'PTEN']],
    ['bullets of one gene', 'No alterations detected in:\n• AKT1\n• PTEN', ['AKT1', 'PTEN']],
    ['a list in a sentence', 'No reportable variants were identified in: AKT1, ESR1, PTEN.', ['AKT1', 'ESR1', 'PTEN']],
  ])('reads as negative %s', (_trap, line, genes) => {
    expect(read(`NEXT GENERATION SEQUENCING\nReported 5/16/2025\nSomatic variants, tumor tissue\n${line}`)).toEqual(
      genes.map((gene) => `${gene} negative somatic tissue NGS 2025-05-16`),
    )
  })

  it('knows a report on the DNA of lymphocytes as one of inheritance', () => {
    expect(
      read(
        'GENETICS REPORT\nDate: 6 June 2025\nTest: hereditary breast and ovarian panel, lymphocyte DNA\nNo pathogenic variants were identified in BRCA1, PALB2.',
      ),
    ).toEqual(['BRCA1 negative germline germline panel 2025-06-06', 'PALB2 negative germline germline panel 2025-06-06'])
  })

  it('keeps a variant of the tumour that may be inherited with the tumour', () => {
    expect(
      read(
        'NEXT GENERATION SEQUENCING\nReported 5/16/2025\nClinically relevant variants\nBRCA2 NM_000059 Exon 11 p.N2135fs  Variant frequency 61% (potential germline)',
      ),
    ).toEqual(['BRCA2 N2135fs positive somatic tissue NGS 2025-05-16'])
  })

  it('takes what stands in the part on inheritance of a report on a tumour for inherited', () => {
    expect(
      read(
        'NEXT GENERATION SEQUENCING\nReported 5/16/2025\nTumor tissue\nSOMATIC VARIANTS\nPIK3CA p.E545K  VAF 24.1%\nGERMLINE - PATHOGENIC / LIKELY PATHOGENIC\nBRCA2 p.V1283fs\nIMMUNOTHERAPY MARKERS\nTumor Mutational Burden      DNA     Low, 5 mut/Mb',
      ),
    ).toEqual([
      'PIK3CA E545K positive somatic tissue NGS 2025-05-16',
      'BRCA2 V1283fs positive germline tissue NGS 2025-05-16',
      'TMB 5 mut/Mb negative somatic tissue NGS 2025-05-16',
    ])
  })

  it('does not take for a result what explains a drug', () => {
    expect(
      read(
        'NEXT GENERATION SEQUENCING\nReported 5/16/2025\nSomatic variants, tumor tissue\nPIK3CA mutations are associated with sensitivity to alpelisib.',
      ),
    ).toEqual([])
  })

  it.each([
    ['denied carrying', 'She does not carry a BRCA1 or BRCA2 mutation (germline panel).', ['BRCA1 negative', 'BRCA2 negative']],
    ['an old name of a variant', 'CHEK2 1100delC germline carrier.', ['CHEK2 1100delC positive']],
    ['a closing bracket', 'Tumor NGS: AKT1 mutant (E17K).', ['AKT1 E17K positive']],
    ['a denial behind the class', 'BRCA: pathogenic variant not identified (tumor NGS).', ['BRCA1 negative', 'BRCA2 negative']],
    ['exons that were looked at', 'Tumor NGS: PIK3CA exon 9 and 20: no mutation detected.', ['PIK3CA negative']],
    ['m behind the symbol', 'Known ESR1m. PIK3CAm (E542K).', ['ESR1 positive', 'PIK3CA E542K positive']],
    ['m in a condition', 'If PIK3CAm, alpelisib.', []],
    ['a letter for the tumour', 'sBRCA2 mutated.', ['BRCA2 positive']],
    ['amplification in short', 'Tumor NGS: FGFR1 amp; TP53 R273H.', ['FGFR1 amplification positive', 'TP53 R273H positive']],
    ['French negatives', 'NGS tumeur : ESR1 : absence de mutation\nAKT1 : pas de mutation', ['ESR1 negative', 'AKT1 negative']],
    ['a burden without its unit', 'NGS of the liver biopsy: TMB 3, MSS.', ['TMB 3 mut/Mb negative', 'MSI MSS negative']],
  ])('reads in a note %s', (_trap, body, expected) => {
    const found = read(`MEDICAL ONCOLOGY PROGRESS NOTE\nVisit date: 2026-06-01\nHPI: ${body}`)
    expect(found.map((one) => one.replace(/ (?:somatic|germline).*$/, ''))).toEqual(expected)
  })

  it('gives the results of a test told in one sentence its kind and day', () => {
    expect(
      read(
        'MEDICAL ONCOLOGY PROGRESS NOTE\nVisit date: 2026-06-01\nHPI: Guardant360 taken on 02 May 2025 shows ESR1 D538G, TMB 5 mut/Mb. MSI not detected. Germline BRCA1 negative.',
      ),
    ).toEqual([
      'ESR1 D538G positive somatic ctDNA 2025-05-02',
      'BRCA1 negative germline germline panel',
      'TMB 5 mut/Mb negative somatic ctDNA 2025-05-02',
      'MSI MSS negative somatic ctDNA 2025-05-02',
    ])
  })
})

import { matchesOf } from './matches-of.ts'
/**
 * HGNC symbols of genes that panels for breast and other solid tumours report. Symbols that are also words or abbreviations of the
 * clinic (AR, MET, KIT, PR …) count only in genomic reports.
 */
export const GENES: ReadonlySet<string> = new Set(
  `ABL1 ABRAXAS1 ACVR1B ACVR2A AKT1 AKT2 AKT3 ALK ALOX12B AMER1 APC APCDD1 AR ARAF ARFRP1 ARID1A ARID1B ARID2 ASXL1 ATM ATR ATRX AURKA
  AURKB AXIN1 AXIN2 AXL B2M BAP1 BARD1 BCL2 BCL2L1 BCL2L2 BCL6 BCOR BCORL1 BLM BMPR1A BRAF BRCA1 BRCA2 BRD4 BRIP1 BTG1 BTG2 BTK CALR
  CARD11 CASP8 CBFB CBL CCND1 CCND2 CCND3 CCNE1 CD22 CD274 CD70 CD79A CD79B CDC73 CDH1 CDK12 CDK4 CDK6 CDK8 CDKN1A CDKN1B CDKN2A CDKN2B
  CDKN2C CEBPA CHEK1 CHEK2 CIC COMT CREBBP CRKL CSF1R CSF3R CTCF CTNNA1 CTNNB1 CUL3 CUL4A CXCR4 CYP17A1 CYP2D6 DAXX DDR1 DDR2 DICER1 DIS3
  DNMT3A DOT1L DPYD EED EGFR ELF3 EMSY EP300 EPCAM EPHA3 EPHB1 EPHB4 ERBB2 ERBB3 ERBB4 ERCC1 ERCC2 ERCC4 ERG ERRFI1 ESR1 ETV4 ETV5 ETV6
  EWSR1 EZH2 EZR FANCA FANCB FANCC FANCD2 FANCE FANCF FANCG FANCI FANCL FANCM FAS FAT1 FBXW7 FGF10 FGF12 FGF14 FGF19 FGF23 FGF3 FGF4 FGF6
  FGFR1 FGFR2 FGFR3 FGFR4 FH FLCN FLT1 FLT3 FOXA1 FOXL2 FUBP1 GABRA6 GATA3 GATA4 GATA6 GID4 GNA11 GNA13 GNAQ GNAS GRM3 GSK3B H3F3A HDAC1
  HGF HNF1A HOXB13 HRAS HSD3B1 ID3 IDH1 IDH2 IGF1R IKBKE IKZF1 INPP4B IRF2 IRF4 IRS2 JAK1 JAK2 JAK3 JUN KDM5A KDM5C KDM6A KDR KEAP1 KEL
  KIT KLHL6 KMT2A KMT2C KMT2D KRAS LTK LYN MAF MAP2K1 MAP2K2 MAP2K4 MAP3K1 MAP3K13 MAPK1 MCL1 MDM2 MDM4 MED12 MEF2B MEN1 MERTK MET MITF MKNK1
  MLH1 MLH3 MPL MRE11 MRE11A MSH2 MSH3 MSH6 MST1R MTAP MTOR MUTYH MYB MYC MYCL MYCN MYD88 NBN NCOR1 NF1 NF2 NFE2L2 NFKBIA NKX2-1 NOTCH1
  NOTCH2 NOTCH3 NPM1 NRAS NRG1 NSD1 NSD2 NSD3 NT5C2 NTHL1 NTRK1 NTRK2 NTRK3 NUTM1 P2RY8 PALB2 PARP1 PARP2 PARP3 PAX5 PBRM1 PDCD1 PDCD1LG2 PDGFRA
  PDGFRB PDK1 PIK3C2B PIK3C2G PIK3CA PIK3CB PIK3R1 PIM1 PMS1 PMS2 POLD1 POLE PPARG PPP2R1A PPP2R2A PRDM1 PRKAR1A PRKCI PRKN PTCH1 PTEN PTPN11
  PTPRO QKI RAC1 RAD21 RAD50 RAD51 RAD51B RAD51C RAD51D RAD52 RAD54L RAF1 RARA RB1 RBM10 RECQL REL RET RHOA RICTOR RNF43 ROS1 RPTOR RSPO2 RUNX1
  SDC4 SDHA SDHB SDHC SDHD SETD2 SF3B1 SGK1 SLC34A2 SLX4 SMAD2 SMAD4 SMARCA4 SMARCB1 SMARCE1 SMO SNCAIP SOCS1 SOX2 SOX9 SPEN SPOP SRC STAG2
  STAT3 STK11 SUFU SYK TBX3 TEK TERC TERT TET2 TGFBR2 TIPARP TMPRSS2 TNFAIP3 TNFRSF14 TP53 TP53BP1 TP63 TRAF2 TSC1 TSC2 TYRO3 U2AF1 UGT1A1 VEGFA
  VHL WHSC1 WT1 XPO1 XRCC2 XRCC3 MLL MLL2 MLL3 PARK2 C11orf30 FAM123B ZNF217 ZNF703`.split(/\s+/),
)

/** Symbols that mean something else outside of genomic reports. */
const AMBIGUOUS: ReadonlySet<string> = new Set([
  'AR',
  'MET',
  'KIT',
  'FAS',
  'FH',
  'MPL',
  'REL',
  'JUN',
  'MAF',
  'TEK',
  'ERG',
  'CBL',
  'LYN',
  'SMO',
  'APC',
  'RET',
  'CIC',
  'KEL',
  'CALR',
  'SRC',
  'ALK',
  'ATR',
  'ID3',
])
/** Genes whose loss is inherited in breast cancer families; without a word on origin their origin stays open. */
export const HEREDITARY: ReadonlySet<string> = new Set([
  'BRCA1',
  'BRCA2',
  'PALB2',
  'CHEK2',
  'ATM',
  'TP53',
  'PTEN',
  'CDH1',
  'STK11',
  'BARD1',
  'BRIP1',
  'RAD51C',
  'RAD51D',
  'NF1',
  'NBN',
  'MLH1',
  'MSH2',
  'MSH6',
  'PMS2',
  'EPCAM',
  'MUTYH',
  'APC',
])

/** A place that names a gene, or two: `BRCA1/2`. `germline` when written as gBRCA1, `somatic` as sBRCA1 or tBRCA1. */
export type GeneMention = { genes: string[]; start: number; end: number; germline?: true; somatic?: true }

/** Gene symbols in a text. `genomic` says that the text is a genomic report, where short symbols are genes and HER2 is ERBB2. */
export function genesIn(text: string, genomic: boolean): GeneMention[] {
  const found: GeneMention[] = []
  for (const match of matchesOf(text, SYMBOL)) {
    const [words, prefix = '', symbol = ''] = match
    const place = {
      start: match.index,
      end: match.index + words.length,
      ...(prefix === 'g' ? { germline: true as const } : prefix === '' ? {} : { somatic: true as const }),
    }
    const plain = symbol.replace(/^BRCA[-\s]?(?=[12])/i, 'BRCA')
    if (/^BRCA(?:m|mut)?$/.test(plain) || /^BRCA1\s?(?:\/|and|&|\+)\s?(?:BRCA)?2$/i.test(plain))
      found.push({ genes: ['BRCA1', 'BRCA2'], ...place })
    else if (/^p53$/.test(plain)) found.push({ genes: ['TP53'], ...place })
    else if (genomic && /^HER-?2$/.test(plain)) found.push({ genes: ['ERBB2'], ...place })
    else if (GENES.has(plain) && (genomic || !AMBIGUOUS.has(plain))) found.push({ genes: [plain], ...place })
  }
  return found
}

const SYMBOL =
  /(?<![A-Za-z0-9-])([gst]?)(BRCA[-\s]?1\s?(?:\/|and |& ?|\+)\s?(?:BRCA-?)?2|BRCA[-\s]?[12]|BRCA(?:mut|m)?|p53|HER-?2|NKX2-1|[A-Z][A-Z0-9]{1,8})(?=m(?:ut)?(?![A-Za-z0-9])|(?![A-Za-z0-9]))/g

/** What a LOINC code measures, as far as cancer care needs to know it apart from laboratory tests (those are in `labs.ts`). */
export type LoincMeaning =
  | 'er'
  | 'er-percent'
  | 'pr'
  | 'pr-percent'
  | 'her2-ihc'
  | 'her2'
  | 'her2-ish'
  | 'her2-ratio'
  | 'her2-copies'
  | 'ki67'
  | 'pd-l1'
  | 'msi'
  | 'tmb'
  | 'oncotype'
  | 'ecog'
  | 'karnofsky'
  | 't-clinical'
  | 'n-clinical'
  | 'm-clinical'
  | 'group-clinical'
  | 't-pathologic'
  | 'n-pathologic'
  | 'm-pathologic'
  | 'group-pathologic'
  | 't'
  | 'n'
  | 'm'
  | 'group'
  | 'tumor-size'
  | 'longest-dimension'
  | 'grade'
  | 'histology'
  | 'variant'
  | 'gene-studied'
  | 'dna-change'
  | 'protein-change'
  | 'genomic-change'
  | 'variation-code'
  | 'source-class'
  | 'allele-fraction'
  | 'disease-status'
  | 'menopause'
  | 'smoking'
  | 'birth-sex'
  | 'nodes-examined'
  | 'nodes-positive'

type Row = { meaning: LoincMeaning; name: string; gene?: string }

/** mCODE STU4 value sets, LOINC names shortened to what a person would say. */
const ROWS: ReadonlyMap<string, Row> = new Map(
  Object.entries({
    '85337-4': { meaning: 'er', name: 'Estrogen receptor' },
    '40556-3': { meaning: 'er', name: 'Estrogen receptor' },
    '16112-5': { meaning: 'er', name: 'Estrogen receptor' },
    '85329-1': { meaning: 'er-percent', name: 'Estrogen receptor, positive cells' },
    '14228-1': { meaning: 'er-percent', name: 'Estrogen receptor, positive cells' },
    '85339-0': { meaning: 'pr', name: 'Progesterone receptor' },
    '40557-1': { meaning: 'pr', name: 'Progesterone receptor' },
    '16113-3': { meaning: 'pr', name: 'Progesterone receptor' },
    '85325-9': { meaning: 'pr-percent', name: 'Progesterone receptor, positive cells' },
    '14230-7': { meaning: 'pr-percent', name: 'Progesterone receptor, positive cells' },
    '85319-2': { meaning: 'her2-ihc', name: 'HER2 by immunohistochemistry' },
    '72383-3': { meaning: 'her2-ihc', name: 'HER2 by immunohistochemistry' },
    '18474-7': { meaning: 'her2-ihc', name: 'HER2 by immunohistochemistry' },
    '48676-1': { meaning: 'her2', name: 'HER2' },
    '96893-3': { meaning: 'her2', name: 'HER2' },
    '85318-4': { meaning: 'her2-ish', name: 'HER2 by in situ hybridization' },
    '31150-6': { meaning: 'her2-ish', name: 'HER2 by in situ hybridization' },
    '49683-6': { meaning: 'her2-ratio', name: 'HER2/CEP17 ratio' },
    '74860-8': { meaning: 'her2-copies', name: 'HER2 copies per nucleus' },
    '85330-9': { meaning: 'ki67', name: 'Ki-67' },
    '83052-1': { meaning: 'pd-l1', name: 'PD-L1', gene: 'PD-L1' },
    '83053-9': { meaning: 'pd-l1', name: 'PD-L1', gene: 'PD-L1' },
    '83054-7': { meaning: 'pd-l1', name: 'PD-L1', gene: 'PD-L1' },
    '83055-4': { meaning: 'pd-l1', name: 'PD-L1', gene: 'PD-L1' },
    '83057-0': { meaning: 'pd-l1', name: 'PD-L1', gene: 'PD-L1' },
    '85147-7': { meaning: 'pd-l1', name: 'PD-L1', gene: 'PD-L1' },
    '85148-5': { meaning: 'pd-l1', name: 'PD-L1', gene: 'PD-L1' },
    '85149-3': { meaning: 'pd-l1', name: 'PD-L1', gene: 'PD-L1' },
    '43368-0': { meaning: 'msi', name: 'Microsatellite instability', gene: 'MSI' },
    '81695-9': { meaning: 'msi', name: 'Microsatellite instability', gene: 'MSI' },
    '62862-8': { meaning: 'msi', name: 'Microsatellite instability', gene: 'MSI' },
    '94076-7': { meaning: 'tmb', name: 'Tumor mutational burden', gene: 'TMB' },
    '60033-8': { meaning: 'variant', name: 'PIK3CA mutations', gene: 'PIK3CA' },
    '21636-6': { meaning: 'variant', name: 'BRCA1 mutations', gene: 'BRCA1' },
    '38530-2': { meaning: 'variant', name: 'BRCA2 mutations', gene: 'BRCA2' },
    '81845-0': { meaning: 'variant', name: 'PALB2 mutations', gene: 'PALB2' },
    '21624-2': { meaning: 'variant', name: 'ATM mutations', gene: 'ATM' },
    '89038-4': { meaning: 'variant', name: 'CHEK2 mutations', gene: 'CHEK2' },
    '21652-3': { meaning: 'variant', name: 'CDH1 mutations', gene: 'CDH1' },
    '21739-8': { meaning: 'variant', name: 'TP53 mutations', gene: 'TP53' },
    '94223-5': { meaning: 'variant', name: 'PTEN mutations', gene: 'PTEN' },
    '69548-6': { meaning: 'variant', name: 'Genetic variant' },
    '89247-1': { meaning: 'ecog', name: 'ECOG performance status' },
    '89262-0': { meaning: 'ecog', name: 'ECOG performance status' },
    '89243-0': { meaning: 'karnofsky', name: 'Karnofsky performance status' },
    '21905-5': { meaning: 't-clinical', name: 'Clinical T category' },
    '21906-3': { meaning: 'n-clinical', name: 'Clinical N category' },
    '21907-1': { meaning: 'm-clinical', name: 'Clinical M category' },
    '21908-9': { meaning: 'group-clinical', name: 'Clinical stage group' },
    '21899-0': { meaning: 't-pathologic', name: 'Pathologic T category' },
    '21900-6': { meaning: 'n-pathologic', name: 'Pathologic N category' },
    '21901-4': { meaning: 'm-pathologic', name: 'Pathologic M category' },
    '21902-2': { meaning: 'group-pathologic', name: 'Pathologic stage group' },
    '21911-3': { meaning: 't', name: 'T category' },
    '21912-1': { meaning: 'n', name: 'N category' },
    '21913-9': { meaning: 'm', name: 'M category' },
    '21914-7': { meaning: 'group', name: 'Stage group' },
    '21889-1': { meaning: 'tumor-size', name: 'Tumor size' },
    '33728-7': { meaning: 'longest-dimension', name: 'Longest dimension' },
    '44648-4': { meaning: 'grade', name: 'Nottingham grade' },
    '31206-6': { meaning: 'histology', name: 'Histology' },
    '48018-6': { meaning: 'gene-studied', name: 'Gene' },
    '48004-6': { meaning: 'dna-change', name: 'DNA change' },
    '48005-3': { meaning: 'protein-change', name: 'Protein change' },
    '81290-9': { meaning: 'genomic-change', name: 'Genomic change' },
    '81252-9': { meaning: 'variation-code', name: 'Variant' },
    '48002-0': { meaning: 'source-class', name: 'Genomic source' },
    '81258-6': { meaning: 'allele-fraction', name: 'Allele fraction' },
    '97509-4': { meaning: 'disease-status', name: 'Cancer disease status' },
    '72166-2': { meaning: 'smoking', name: 'Tobacco smoking status' },
    '76689-9': { meaning: 'birth-sex', name: 'Sex assigned at birth' },
    '92832-5': { meaning: 'nodes-positive', name: 'Sentinel lymph nodes with metastasis' },
    '92833-3': { meaning: 'nodes-examined', name: 'Lymph nodes examined' },
  } satisfies Record<string, Row>),
)

export const meaningOfLoinc = (code: string): LoincMeaning | undefined => ROWS.get(code)?.meaning
/** The gene or marker that a code is for. */
export const geneOfLoinc = (code: string): string | undefined => ROWS.get(code)?.gene
/** Plain name of a code that the source left without words. */
export const nameOfLoinc = (code: string): string | undefined => ROWS.get(code)?.name

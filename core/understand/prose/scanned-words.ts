/**
 * A text whose long words are what they were before a scan took their letters for others: `lnvasive carcin0ma`, `who|e turnour`, `Rece ptors`. A word is put
 * right when exactly the shapes of a known word of reports stand there; the length stays, so that places stay true.
 */
export function withScannedWords(text: string): string {
  if (!SIGNS.test(text)) return text
  return text
    .replace(TORN, (both, first: string, gap: string, second: string) => {
      const word = KNOWN.get(shapeOf(first + second))
      return word === undefined || word.length < 6 || (KNOWN.has(shapeOf(first)) && KNOWN.has(shapeOf(second)))
        ? both
        : inCaseOf(first + second, word).padEnd(first.length + gap.length + second.length)
    })
    .replace(WORD, (written) => {
      const word = KNOWN.get(shapeOf(written))
      return word === undefined || word === written.toLowerCase() ? written : inCaseOf(written, word).padEnd(written.length)
    })
}

/** What a word looks like to a scanner: letters and figures that it confuses are one. */
const shapeOf = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replace(/[01|!l59]/g, (sign) => SHAPES[sign] ?? 'i')
const SHAPES: Readonly<Record<string, string>> = { '0': 'o', '5': 's', '9': 'g' }

function inCaseOf(written: string, word: string): string {
  const sure = written.replace(/[^A-Za-z]|[lI]/g, '')
  const capitals = sure.replace(/[a-z]/g, '').length
  if (capitals >= 2 && capitals > sure.length / 2) return word.toUpperCase()
  return /^[A-Z]/.test(written) || (/^[l|1]/.test(written) && word.startsWith('i')) ? word[0]?.toUpperCase() + word.slice(1) : word
}

const SIGNS =
  /[A-Za-z][0|][A-Za-z]|[A-Za-z]\|[a-z]|(?<![A-Za-z])l[nm][a-z]|(?<![A-Za-z])(?:turn[o0]|[rn]n?arg|rnit|rn[ai])|[a-z]1[a-z]|D[Cc][l1|]S/
const WORD = /(?<![A-Za-z0-9|])[A-Za-z0|1!59]{3,24}(?![A-Za-z0-9|])/g
const TORN = /(?<![A-Za-z0-9|])([A-Za-z0|1!59]{2,12})( {1,2})([a-z0|1!59]{2,12}|[A-Z0|1!59l]{2,12})(?![A-Za-z0-9|])/g

const KNOWN: ReadonlyMap<string, string> = new Map(
  `all allred also although amplification amplified amplification antibody apical area areola associated atypia axilla axillary background benign biopsies biopsy bloom block
breast bulk cancer carcinoma carcinomas cells cell circumscribed classical clear clinical closest comedo complete component conclusion consistent containing contains copies core
cores cribriform dcis lcis deposit deposits diagnosis diameter differentiated differentiation dimension distance ductal duct elston ellis equivocal estrogen excision excised extends
extensive extent features fibrous final firm fish focal focus foci fragment free gland glands grade graded greatest gross high higher histologic histological histology idc ilc
identified immunohistochemistry impression infiltrating infiltrative intermediate intraductal invasion invasive involved involvement involves isolated largest lateral left lesion
level lobular lobules low lower lumpectomy lymph lymphatic lymphovascular macroscopic macroscopy malignant mammary margin margins marked mass mastectomy maximal maximum measures
measuring medial metastases metastasis metastatic micro microscopic microscopy mild millimetres mitoses mitosis mitotic mixed moderate moderately modified mucinous muscle necrosis
needle neg negative nipple nil node nodes nodule normal not nottingham nuclear nuclei oestrogen outer overall overexpressed overexpression pathologic pathological pathologist
pathology patient percent permeation pleomorphism poorly pos positive posterior present primary progesterone proliferation pure ratio radial receptor receptors received residual
result results richardson right scar scarff score section sections sentinel sheets showing shows situ size skin slide slides special specimen specimens stain staining stains stellate
strong strongly sum superior surgical suspicious tissue total tubular tubule tubules tumor tumors tumour tumours type ulceration uninvolved upper value vascular weak weakly weight
well whole wide with within absent anterior inferior invades mammogram ultrasound guided quadrant lump metaplastic micropapillary papillary medullary apocrine nuclear nucleus`
    .split(/\s+/)
    .map((word) => [shapeOf(word), word]),
)

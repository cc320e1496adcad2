import { describe, expect, it } from 'vitest'
import type { FactValue } from '../../record/fact.ts'
import { aReading } from '../prose/a-reading.ts'
import { receptors } from './receptors.ts'

type Value = FactValue<'receptors'>

const report = (body: string) =>
  `SURGICAL PATHOLOGY REPORT\nCollected: 05/06/2021\nA. LEFT BREAST, CORE BIOPSY:\n- Invasive ductal carcinoma.\n${body}`
const found = (text: string) => receptors.find(aReading(text))
/** `er+95 pr- her2:low` */
const brief = ({ er, pr, her2, ki67 }: Value) =>
  [
    er && `er ${er.status}${er.percent === undefined ? '' : ` ${er.percent}`}`,
    pr && `pr ${pr.status}${pr.percent === undefined ? '' : ` ${pr.percent}`}`,
    her2 && `her2 ${[her2.status, her2.ihc, her2.ish, her2.ratio].filter((part) => part !== undefined).join(' ')}`,
    ki67 !== undefined && `ki67 ${ki67}`,
  ]
    .filter(Boolean)
    .join(', ')
const said = (text: string) => found(text).map((fact) => brief(fact.value as Value))

describe('receptors of a pathology report', () => {
  it.each<[string, string, string[]]>([
    ['plain words', 'ER: Positive. PR: Negative. HER2: Negative.', ['er positive, pr negative, her2 negative']],
    ['signs', 'Tumor cells are ER+, PR-, HER2-.', ['er positive, pr negative, her2 negative']],
    ['a plus sign after a space', 'ER +, PR +, HER-2/neu negative', ['er positive, pr positive, her2 negative']],
    ['shared words before', 'The tumor is positive for ER and PR and negative for HER-2/neu.', ['er positive, pr positive, her2 negative']],
    ['shared words after', 'ER and PR are positive. HER2 is negative (1+).', ['er positive, pr positive, her2 low 1+']],
    ['a slash list of values', 'ER/PR/HER2: positive/negative/negative', ['er positive, pr negative, her2 negative']],
    [
      'a share in front',
      '80% of tumor cells show strong nuclear staining for estrogen receptors. PR negative.',
      ['er positive 80, pr negative'],
    ],
    ['over', 'Estrogen receptor: Positive (> 90%). Progesterone receptor: Positive (60%).', ['er positive 90, pr positive 60']],
    ['less than one percent is negative and no number', 'ER <1%. PR 0%.', ['er negative, pr negative 0']],
    ['one to ten percent is low positive', 'Estrogen receptor: 5%, weak. Progesterone receptor 5%.', ['er low-positive 5, pr positive 5']],
    ['a range', 'ER 10-20% of nuclei. PR 0%', ['er positive, pr negative 0']],
    [
      'a category before the measured share',
      'Estrogen Receptor. Low Positive (1-9%). 5 %. Progesterone Receptor. Negative. 0 %.',
      ['er low-positive 5, pr negative 0'],
    ],
    ['no expression', 'ER: No expression. PR: Strong expression in >90% of nuclei.', ['er negative, pr positive 90']],
    ['Allred', 'ER: Allred score 8/8. PR: Allred score 2/8.', ['er positive, pr negative']],
    [
      'the template that lost its sign',
      'Estrogen Receptor: Immunoreactive tumor cells present (1%). Progesterone Receptor: Immunoreactive tumor cells not present.',
      ['er positive, pr negative'],
    ],
    [
      'a table of columns',
      'ER (SP1)      95%   strong    POSITIVE\nPR (16)       10%   weak      POSITIVE\nHER2 (4B5)    1+    NEGATIVE\nKi-67         18%',
      ['er positive 95, pr positive 10, her2 low 1+, ki67 18'],
    ],
    ['numbers without a percent sign', 'ER 90 PR 20 HER2 2+, ISH neg', ['er positive 90, pr positive 20, her2 low 2+ not-amplified']],
    ['IHC 2+ alone is equivocal', 'ER positive. HER2: IHC 2+, equivocal. Reflex FISH ordered.', ['er positive, her2 equivocal 2+']],
    [
      '2+ and not amplified is low',
      'HER2 IHC 2+ (equivocal). HER2 FISH: not amplified, HER2/CEP17 ratio: 1.2.',
      ['her2 low 2+ not-amplified 1.2'],
    ],
    [
      '2+ and amplified is positive',
      'HER2 IHC 2+.\nADDENDUM: HER2 FISH: AMPLIFIED. HER2/CEP17 ratio 4.1',
      ['her2 positive 2+ amplified 4.1'],
    ],
    ['3+', 'HER2/neu: Positive (3+), complete intense staining in 95% of cells', ['her2 positive 3+']],
    ['zero', 'HER2 (IHC): 0, no staining. NEGATIVE', ['her2 negative 0']],
    ['zero with faint staining is ultralow', 'HER2 IHC: score 0 (faint incomplete membrane staining in 5% of cells)', ['her2 ultralow 0']],
    ['HER2-low in words', 'HER2 IHC 1+ (HER2-low)', ['her2 low 1+']],
    ['non-amplified with its ratio', 'Her2/neu antigen (FISH): Non-amplified (ratio: 1.10).', ['her2 negative not-amplified 1.1']],
    [
      'a ratio of two with few copies, in a table of means',
      'HER2 BY FISH\nRESULT: NEGATIVE\n HER2 (mean)    3.2\n CEP17 (mean)   1.5\n HER2/CEP17     2.1\n',
      ['her2 negative not-amplified 2.1'],
    ],
    ['the ratio alone', 'HER2 dual ISH. HER2/CEP17 ratio = 3.2, average HER2 copy number 8.4', ['her2 positive amplified 3.2']],
    ['a laboratory that doubts its number', 'HER2 FISH ratio 2.2. This result may not reflect true amplification.', []],
    ['pending is nothing', 'ER: Pending. PR: Pending. HER2: Pending.', []],
    [
      'pending, then the addendum',
      'ER: pending. PR: pending. HER2: pending.\nADDENDUM\nER: 90%, positive. PR: 40%, positive. HER2: 0, negative.',
      ['er positive 90, pr positive 40, her2 negative 0'],
    ],
    ['a later result supersedes', 'ER: Negative.\nADDENDUM: repeat on another block. ER: Positive, 75%.', ['er positive 75']],
    [
      'definitions are no results',
      'Positive is defined as staining of 1% or more of nuclei. ER/PR; Negative <1%, Positive >=1%. Her2/neu: Negative 0-1+, Equivocal 2+, Positive 3+.',
      [],
    ],
    [
      'clones are no results',
      'These clones are used: 1D5=ER, PgR 636=PR, A485=HER2. Results are read by a pathologist as positive or negative.',
      [],
    ],
    ['antibodies are no results', 'Estrogen receptor was assessed by immunohistochemistry using antibody 6F11 (Vendor).', []],
    [
      'gene expression scores are no results',
      'ONCOTYPE DX BREAST CANCER ASSAY. Recurrence Score: 14. ER Score: 10.9 Positive. PR Score: 7.2 Positive. Her2 Score: 9.1 Negative.',
      [],
    ],
    ['an internal control is no result', 'Internal control for ER: present, stains as expected.', []],
    [
      'a column that slipped gives nothing',
      'HER2: 97% positive cells. Estrogen receptors: 20% positive. Progesterone receptors: IHC 1+.',
      [],
    ],
    [
      'a score that stands before its label',
      'Estrogen Receptor. 100. 3. POSITIVE. Ki-67. 24. 2. HIGH. SCORE. 1+. NEGATIVE. Her2/neu. REFERENCE RANGES: as below',
      ['er positive 100, her2 low 1+, ki67 24'],
    ],
    ['contradiction gives nothing', 'ER: Positive, 0%.', []],
    [
      'HER2 2+ that an old report calls positive',
      'Immunostain for HER2/neu shows moderate (2+) staining and is interpreted as POSITIVE.',
      ['her2 positive 2+'],
    ],
    [
      'cytosol assays have no percent',
      'The estrogen receptor activity was judged to be positive with an FMOL value of 120.',
      ['er positive'],
    ],
    [
      'a dash that joins',
      'ER - Positive, 70%, moderate\nPR - Negative\nHER2 - Negative (score 1+)',
      ['er positive 70, pr negative, her2 low 1+'],
    ],
    ['a dash that is the value', 'ER -, PR -, HER2 -', ['er negative, pr negative, her2 negative']],
    ['Quick score', 'Oestrogen receptor: Quick score 8/8. PgR Quick (Allred) score 0.', ['er positive, pr negative']],
    ['an Allred sum written out', 'ER: Allred score PS 5 + IS 3 = 8. PR: Allred score PS 0 + IS 0 = 0.', ['er positive, pr negative']],
    [
      'an Allred score is no day of the emergency room',
      'Core: grade 2 NST, ER 8/8, PR 6/8, HER2 3+.',
      ['er positive, pr positive, her2 positive 3+'],
    ],
    ['HER2 zero before a full stop', 'ER >95% strong; HER-2 IHC 0. AR positive 90%.', ['er positive 95, her2 negative 0']],
    [
      'a cytosol assay beside other percentages',
      'Estrogen receptor 150 fmol/mg protein (positive > 10). Progesterone receptor 3 fmol/mg protein (negative < 10). S-phase 12%.',
      ['er positive, pr negative'],
    ],
    ['a value revised by an arrow', 'ER <1% -> 40% (re-stained). PR <1%. HER2 0.', ['er positive 40, pr negative, her2 negative 0']],
    ['then and now', 'ER was positive in the 2012 excision but is negative in this biopsy. PR negative.', ['er negative, pr negative']],
    [
      'previously, in brackets',
      'ER: 0% (previously 95%). PR: 0% (previously 40%). HER2: 1+ (previously 0).',
      ['er negative 0, pr negative 0, her2 low 1+'],
    ],
    [
      'a legend of scores and clones',
      'Antibodies: ER (clone SP1), HER2 (clone 4B5). HER2 scoring: 0 or 1+ negative, 2+ equivocal, 3+ positive.',
      [],
    ],
    ['a legend with the words first', 'HER2 positive: IHC 3+; equivocal: IHC 2+; negative: IHC 0 or 1+.', []],
    ['a limit of positivity', 'ER and PR are considered positive if at least 1% of nuclei stain.', []],
    ['respectively', 'ER, PR and HER2 are positive, negative and negative, respectively.', ['er positive, pr negative, her2 negative']],
    [
      'words in brackets belong to their marker',
      'ER (positive), PR (negative), HER2 (negative).',
      ['er positive, pr negative, her2 negative'],
    ],
    ['a zero in brackets before the next marker', 'ER (+, 70%), c-erbB2 (0), Ki67 (+, 20%).', ['er positive 70, her2 negative 0, ki67 20']],
    [
      'a share in brackets before the next word',
      'positive for estrogen receptor (80%), negative for progesterone receptor (<1%).',
      ['er positive 80, pr negative'],
    ],
    ['a share without a noun', '70% of tumor nuclei stain for ER and 20% stain for PR.', ['er positive 70, pr positive 20']],
    ['expresses', 'The tumor expresses ER. There is no HER2 overexpression.', ['er positive, her2 negative']],
    [
      'a score before the name',
      'The cells are negative for ER and PR, and show 3+ HER2 staining.',
      ['er negative, pr negative, her2 positive 3+'],
    ],
    [
      'HercepTest',
      'HercepTest: Weak to moderate complete membrane staining in more than 10% of tumour cells (score 2+).',
      ['her2 equivocal 2+'],
    ],
    [
      'the letters with full stops',
      'E.R.: Positive; P.R.: Negative; HER-2/neu: 3+ positive',
      ['er positive, pr negative, her2 positive 3+'],
    ],
    ['a share that opens the line', '90%  ER positive\n30%  PR positive', ['er positive, pr positive']],
    [
      'French words',
      'Récepteurs aux œstrogènes : positifs (90%). Récepteurs à la progestérone : négatifs.',
      ['er positive 90, pr negative'],
    ],
    ['French letters', 'RE: positive, 90% of cells\nRP: positive, 20% of cells', ['er positive 90, pr positive 20']],
    ['positivity as a noun', 'ER: diffuse strong nuclear positivity. PR: focal weak nuclear positivity.', ['er positive, pr positive']],
    ['reactive', 'ER: Reactive. PR: Non reactive.', ['er positive, pr negative']],
    [
      'a table whose head names the receptors',
      '         ER         PR         HER2\nResult   Positive   Negative   Negative\nPercent  95%        0%         -\nScore    -          -          1+',
      ['er positive 95, pr negative 0, her2 low 1+'],
    ],
    [
      'such a table of bars',
      '| ER | PR | HER2 |\n|---|---|---|\n| Positive | Negative | 3+ |',
      ['er positive, pr negative, her2 positive 3+'],
    ],
    ['Ki-67 with its category first', 'Ki-67. High (>35%). approx. 50 %', ['ki67 50']],
    ['triple negative in words', 'COMMENT: triple negative carcinoma.', ['er negative, pr negative, her2 negative']],
    ['a mother is somebody else', 'CLINICAL DATA: mother had ER positive breast cancer.', []],
    ['HER2-directed treatment is no result', 'Eligible patients receive HER2-directed therapy.', []],
  ])('%s', (_trap, body, expected) => {
    expect(said(report(body))).toEqual(expected)
  })

  it('gives each column of a table to its specimen', () => {
    const text = `SURGICAL PATHOLOGY REPORT\nCollected: 02/03/2022\nFinal diagnosis\nA. Breast, right, core biopsy: Invasive carcinoma.\nB. Lymph node, right axilla, core biopsy: Metastatic carcinoma.\nAnalyte  Specimen A  Specimen B\nEstrogen receptor  Positive (90%)  Negative (0%)\nHER2 IHC  0  2+`
    const facts = found(text).map((fact) => fact.value as Value)
    expect(facts.map((value) => [value.from, brief(value)])).toEqual([
      ['primary', 'er positive 90, her2 negative 0'],
      ['regional', 'er negative 0, her2 equivocal 2+'],
    ])
  })

  it.each<[string, string, [string, string][]]>([
    [
      'an earlier tumour in the comment',
      'ER: Negative (0%)\nPR: Negative (0%)\nHER2: 1+\nComment: The previous breast carcinoma was ER positive (95%), PR positive (80%) and HER2 negative (0).',
      [
        ['as summarised in pathology', 'er positive 95, pr positive 80, her2 negative 0'],
        ['liver, core biopsy', 'er negative 0, pr negative 0, her2 low 1+'],
      ],
    ],
    [
      'an earlier column',
      'Marker    Current    Prior (2019)\nER        0%         95%\nPR        0%         40%\nHER2      1+         3+',
      [
        ['prior (2019)', 'er positive 95, pr positive 40, her2 positive 3+'],
        ['liver, core biopsy', 'er negative 0, pr negative 0, her2 low 1+'],
      ],
    ],
  ])('keeps the earlier tumour apart: %s', (_trap, body, expected) => {
    const text = `SURGICAL PATHOLOGY\nCollected 03/02/2024\nLiver, core biopsy: metastatic carcinoma, breast primary.\n${body}`
    expect(found(text).map((fact) => [(fact.value as Value).specimen, brief(fact.value as Value)])).toEqual(expected)
  })

  it('ends the history where the specimen begins', () => {
    const text =
      'PATHOLOGY REPORT\nCLINICAL HISTORY: right breast primary 2018, ER 90%, PR 60%.\nLiver, core biopsy: metastatic carcinoma, breast primary\nER: Negative. HER2: 3+.'
    expect(found(text).map((fact) => brief(fact.value as Value))).toEqual([
      'er positive 90, pr positive 60',
      'er negative, her2 positive 3+',
    ])
  })

  it('keeps two sides apart', () => {
    const text =
      'FINAL PATHOLOGIC DIAGNOSIS\nA. Breast, left, mastectomy:\nInvasive ductal carcinoma.\nB. Breast, right, mastectomy:\nInvasive lobular carcinoma.\nParameters (Part A Left Breast)\nER: Positive. HER2: Negative.\nParameters (Part B Right Breast)\nER: Negative. HER2: Positive (3+).'
    expect(found(text).map((fact) => [(fact.value as Value).specimen, brief(fact.value as Value)])).toEqual([
      ['breast, left, mastectomy', 'er positive, her2 negative'],
      ['breast, right, mastectomy', 'er negative, her2 positive 3+'],
    ])
  })

  it('gives a quoted result to the earlier biopsy and its date', () => {
    const text =
      'SURGICAL PATHOLOGY\nReceived 10/20/2019\nRIGHT BREAST, TOTAL MASTECTOMY:\n Invasive lobular carcinoma\nBIOMARKERS (on the 9/30/2019 core):\n ER 100% POSITIVE. HER2 IHC 0, NEGATIVE.'
    expect(found(text).map((fact) => fact.value)).toMatchObject([
      { date: '2019-09-30', from: 'primary', er: { status: 'positive', percent: 100 } },
    ])
  })

  it('keeps a quoted result apart from the result of this specimen', () => {
    const facts = found(
      report(
        'Ancillary studies (performed on another specimen): Estrogen Receptor: POSITIVE. Progesterone Receptor: NEGATIVE.\n\nAddendum Diagnosis. A. LEFT BREAST: Immunohistochemistry was done on this specimen. Estrogen receptor: POSITIVE (90%). Progesterone receptor: POSITIVE (20%).',
      ),
    )
    expect(facts.map((fact) => [fact.certainty, brief(fact.value as Value)])).toEqual([
      ['probable', 'er positive, pr negative'],
      ['stated', 'er positive 90, pr positive 20'],
    ])
  })

  it('keeps what only the earlier biopsy shows as a specimen', () => {
    const facts = found(
      report(
        'HER2 repeated on this specimen: HER2 IHC 0, negative.\n\nEstrogen receptor and progesterone receptor as previously reported (needle biopsy): ER positive (90%), PR positive (20%).',
      ),
    )
    expect(facts.map((fact) => [(fact.value as Value).specimen, brief(fact.value as Value)])).toContainEqual([
      'previous biopsy',
      'er positive 90, pr positive 20',
    ])
  })

  it('knows a metastasis by its site and dates it by its collection', () => {
    const text =
      'SURGICAL PATHOLOGY\nCollected 06/20/2023  Reported 06/26/2023\nSpecimen: Liver, segment VI, core needle biopsy\nDiagnosis\nMetastatic carcinoma, breast primary.\nER 95% positive\nHER2 1+'
    expect(found(text)[0]?.value).toMatchObject({
      specimen: 'liver, segment vi, core needle biopsy',
      from: 'metastasis',
      date: '2023-06-20',
    })
  })
})

describe('receptors in notes', () => {
  it.each<[string, string, [string, string][]]>([
    [
      'a summary is no specimen',
      'ASSESSMENT\n55F with ER+/PR+/HER2- breast cancer.',
      [['as summarised in progress note', 'er positive, pr positive, her2 negative']],
    ],
    [
      'a named biopsy is one',
      'HPI\nLiver bx 6/4/2023: ER 95%, PR 5%, HER2 1+.',
      [['liver biopsy', 'er positive 95, pr positive 5, her2 low 1+']],
    ],
    ['a statement that is taken back', 'ONC HX\nER+ HER2 0 <- autopopulated, incorrect', []],
    ['a value that was revised', 'Outside ER 3% -> repeat <1%', []],
    ['the emergency room', 'HPI\nSeen in the ER 6/20/2026 with headache. Went to the ER, negative CT.', []],
    ['partial response is not PR', 'HPI\nBest response PR 12/2025. Now progression.', []],
    ['extended release is not ER', 'MEDS metformin ER 500 mg, venlafaxine ER 75 mg', []],
    ['a relative', 'FH: mother breast ca ER+ HER2+ at 62', []],
    [
      'triple negative by its short name',
      'Dx: metastatic TNBC',
      [['as summarised in progress note', 'er negative, pr negative, her2 negative']],
    ],
  ])('%s', (_trap, body, expected) => {
    const facts = found(`ONCOLOGY CLINIC PROGRESS NOTE\nVisit 07/01/2026\n${body}`)
    expect(facts.map((fact) => [(fact.value as Value).specimen, brief(fact.value as Value)])).toEqual(expected)
  })
})

it('quotes its evidence literally', () => {
  const reading = aReading(report('ER (SP1)  95%  strong  POSITIVE\nHER2 IHC 2+ EQUIVOCAL.\fADDENDUM HER2 FISH: not amplified, ratio 1.3'))
  for (const fact of receptors.find(reading))
    for (const one of fact.evidence) expect(reading.document.pages[one.page - 1]?.text.slice(one.start, one.end)).toBe(one.quote)
})

it('reads hostile text within the time of a test', () => {
  const hostile = `SURGICAL PATHOLOGY ${'ER positive for ER and PR, '.repeat(3000)}${'HER2 '.repeat(5000)}${'negative '.repeat(5000)}`
  expect(() => receptors.find(aReading(hostile))).not.toThrow()
}, 30_000)

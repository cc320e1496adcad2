import { describe, expect, it } from 'vitest'
import { DocumentId } from '../record/document-id.ts'
import type { PartialDate } from '../record/partial-date.ts'
import { aDocument } from '../understand/prose/a-reading.ts'
import { missingFrom } from '../understand/said.fixture.ts'
import { understand } from '../understand/understand.ts'
import { profileOf } from './profile.ts'

/** The treatments of a profile made of these texts, each as `drugs|start|end|reason|runs|line|setting|dose`; operations and radiation by their site. */
function treatmentsOf(texts: readonly string[]): string[] {
  const documents = texts.map((text, i) => aDocument(text, { id: DocumentId.parse(`d${i}`), file: `${i}.txt` }))
  const { treatments } = profileOf(documents.flatMap(understand), documents, { asOf: '2026-10-01' as PartialDate })
  return treatments.map(({ type, drugs, site, name, start, end, stopped, ongoing, line, setting, dose }) =>
    [
      type === 'systemic' ? drugs.join('+') : `${type}:${site ?? name}`,
      start,
      end,
      stopped,
      ongoing ? 'ongoing' : '',
      line === undefined ? '' : `L${line}`,
      setting,
      dose,
    ]
      .map((part) => part ?? '')
      .join('|'),
  )
}

describe('treatment, as notes and letters tell it', () => {
  it.each<[trap: string, texts: string[], wanted: string[]]>([
    [
      'KEYNOTE-522 in three phases with dates',
      [
        'Oncology progress note 2025-02-20\nSummary:\n Neoadjuvant: weekly paclitaxel + carboplatin with pembrolizumab 2023-06-19 to 2023-09-05, then AC + pembrolizumab 2023-09-18 to 2023-11-27 (4 cycles).\n Surgery 2024-01-11: right mastectomy and sentinel node biopsy.\n Pembrolizumab adjuvant 2024-02-05, stopped 2024-04-15 for immune hepatitis grade 3.',
      ],
      [
        'carboplatin~paclitaxel~pembrolizumab~|2023-06-19|2023-09-05|~neoadjuvant',
        'cyclophosphamide~doxorubicin~pembrolizumab~|2023-09-18|2023-11-27|~neoadjuvant',
        'pembrolizumab|2024-02-05|2024-04-15|toxicity~adjuvant',
      ],
    ],
    [
      'the same in one sentence of a letter',
      [
        'Letter 3 March 2026\nShe had neoadjuvant carboplatin and paclitaxel with pembrolizumab from April to July 2024 followed by EC with pembrolizumab until September 2024, a left lumpectomy on 8 October 2024, and completed adjuvant pembrolizumab in May 2025.',
      ],
      [
        'carboplatin~paclitaxel~pembrolizumab~|2024-04~|2024-07~neoadjuvant',
        'cyclophosphamide~epirubicin~pembrolizumab~2024-09~neoadjuvant',
        'pembrolizumab|~2025-05~adjuvant',
        'surgery:~2024-10-08',
      ],
    ],
    [
      'cycles in brackets and intervals',
      [
        'Letter 12 December 2021\nChemotherapy: 4 x EC (28.03. - 30.05.2021), then 12 x paclitaxel weekly (20.06. - 05.09.2021). Letrozole 2.5 mg since 07.11.2021.',
      ],
      ['epirubicin+cyclophosphamide|2021-03-28|2021-05-30|', 'paclitaxel|2021-06-20|2021-09-05|', 'letrozole|2021-11-07|~ongoing'],
    ],
    [
      'a drug ended in one letter, begun in the plan of an earlier one',
      [
        'Clinic note 8/29/2022\nMetastatic breast cancer. Progression on alpelisib and fulvestrant.\nPLAN - capecitabine 1500 mg BID 14/7 start 10/3/2022',
        'Pulmonary clinic 06/24/2025\nCapecitabine ended 2/12/2024 for growth in the liver. On trastuzumab deruxtecan since 3/12/2024; last infusion 5/27/2025. T-DXd was discontinued for good 6/17/2025 because of pneumonitis grade 2.',
      ],
      ['capecitabine|2022-10-03|2024-02-12|progression', 'trastuzumab deruxtecan|2024-03-12|~toxicity'],
    ],
    [
      'progressing since a scan is no start',
      ['Pathology request 02/15/2024\nClinic note 02/15/2024. Metastatic breast cancer progressing on capecitabine since 1/30/2024 CT.'],
      ['!2024-01-30'],
    ],
    [
      'maintenance goes on, one drug was dropped',
      [
        'Letter 19 December 2023\nMetastatic HER2 positive breast cancer since November 2022.\nDocetaxel/trastuzumab/pertuzumab from 12/12/2022 (docetaxel x6, last 27/03/2023), maintenance trastuzumab/pertuzumab to date.\nWe chose a change to tucatinib, capecitabine and trastuzumab, commencing 08/01/2024. Last HP was 27/11/2023. NEW: brain metastases Dec 2023.',
        'Neurosurgery 18/02/2025\nOn tucatinib/capecitabine/trastuzumab. Tucatinib regimen ceased 17/02/2025 for progression in the brain.',
      ],
      [
        'docetaxel~pertuzumab~trastuzumab~|2022-12-12|2023-11-27|progression~L1',
        'capecitabine~trastuzumab~tucatinib~|2024-01-08|2025-02-17|progression~L2',
      ],
    ],
    [
      'cycles there and the last with us',
      [
        'Letter 8 July 2021\nLeft mastectomy 24 June 2020 with residual disease, postmastectomy radiotherapy 40 Gy in 15 fractions from 10 to 28 August 2020, then T-DM1 - ten cycles there from 7 September 2020 and the last four with us, finishing 29 June 2021.',
      ],
      ['trastuzumab emtansine|2020-09-07|2021-06-29|completed~adjuvant', 'radiation:~2020-08-10|2020-08-28'],
    ],
    [
      'begun, courses, the last on',
      [
        'Letter 10/09/2026\nMetastatic since October 2025. Second line: trastuzumab deruxtecan begun 15/06/2026; five courses; the last on 07/09/2026. Carboplatin-gemcitabine was not given.',
      ],
      ['trastuzumab deruxtecan|2026-06-15|~ongoing|L2|metastatic', '!carboplatin'],
    ],
    [
      'first line with dates, growth on the scan',
      [
        'Letter 28 May 2026\nMetastatic triple negative breast cancer, relapse October 2025.\n1st line sacituzumab govitecan 2025-10-27 to 2026-05-19, best response partial; CT of May 14 shows growth of liver and chest wall.',
      ],
      ['sacituzumab govitecan|2025-10-27|2026-05-19|progression~L1'],
    ],
    [
      'adjuvant PARP inhibitor, a year',
      ['Note 2025-02-20\nOlaparib 300 mg bid 2024-02-20 to 2025-02-20, one year, dose 250 mg from 2024-09 for anemia. Completed today.'],
      ['olaparib|2024-02-20|2025-02-20|completed'],
    ],
    [
      'Ablatio is a mastectomy',
      ['Discharge letter 14 November 2011\n01.03.2011 Ablatio mammae right with axillary dissection level I-II'],
      ['surgery:~2011-03-01'],
    ],
    [
      'radiosurgery after craniotomy, two targets',
      [
        'OPERATION 18/02/2025\nProcedure: awake craniotomy, gross total resection of right precentral metastasis.\nPOST OP: Cavity radiosurgery 27 Gy/3 11/03 - 13/03/2025; temporal lesion 20 Gy/1 13/03/2025.',
      ],
      ['surgery:~2025-02-18', 'radiation:~2025-03-11|2025-03-13~27 Gy'],
    ],
    [
      'TCHP and the year of antibodies',
      ['Summary 3/2/2023\nTCHP x6 2/2022-6/2022. Right mastectomy 7/20/2022, pCR. Completed a year of HP 2/2023. PMRT 9/2022.'],
      ['carboplatin~docetaxel~pertuzumab~trastuzumab~2022-02|2022-06~neoadjuvant', 'pertuzumab~trastuzumab~2023-02~adjuvant'],
    ],
    [
      'completed, with the number of cycles and date',
      ['Summary 3/2/2023\nFEC-D completed (3+3 cycles) 11/2015. Tamoxifen 1/2016-1/2021. No recurrence.'],
      ['docetaxel~2015-11', 'tamoxifen|2016-01|2021-01~'],
    ],
    [
      'held for neutropenia is no stop',
      [
        'Progress note 5/4/2026\nMBC on ribociclib + letrozole since 1/12/2026. Ribociclib held 2 weeks in March for neutropenia, resumed at 400 mg. Continue.',
      ],
      ['ribociclib~letrozole~|2026-01-12|~ongoing', '!toxicity'],
    ],
    [
      'stopped by choice',
      ['Clinic note 5/4/2026\nTamoxifen from 6/2021; she stopped it in 11/2023 on her own because she wanted a baby.'],
      ['tamoxifen|2021-06|2023-11|choice'],
    ],
    [
      'de novo metastatic: the first line',
      [
        'Note 5/4/2026\nDe novo stage IV HER2+ breast cancer dx 2/2024 (liver, bone). 1L THP 3/2024 x 6 then HP maintenance, PD brain 1/2026. 2L T-DXd since 2/10/2026, C4 today.',
      ],
      ['~pertuzumab~trastuzumab~2024-03~progression~L1|metastatic', 'trastuzumab deruxtecan|2026-02-10|~ongoing|L2'],
    ],
    [
      'neoadjuvant endocrine',
      [
        'Letter 3 March 2024\nShe took letrozole for six months before her operation (September 2022 to March 2023), had a wide local excision on 14 March 2023 and continues on letrozole.',
      ],
      ['letrozole~2022-09~', 'surgery:~2023-03-14'],
    ],
    [
      'a trial drug',
      [
        'Note 5/4/2026\nOn the ASCENT-07 trial she received sacituzumab govitecan 2/2025-11/2025, off for PD in the liver. Now on T-DXd since 12/2/2025.',
      ],
      ['sacituzumab govitecan|2025-02|2025-11|progression', 'trastuzumab deruxtecan|2025-12-02|~ongoing'],
    ],
    [
      'was stopped due to, then',
      [
        'Note 5/4/2026\nAdjuvant AC-T 2018 (paclitaxel stopped after 9 of 12 doses due to neuropathy), RT, then tamoxifen 2018-2020 and anastrozole 2020 to June 2023 when liver metastases were found.',
      ],
      ['paclitaxel~2018~adjuvant', 'tamoxifen|2018|2020~adjuvant', 'anastrozole|2020|2023-06|progression~adjuvant'],
    ],
    [
      'a bullet with several steps under one date',
      [
        'ONCOLOGIC HISTORY\n- 12/2019: started anastrozole; 6/2020 switched to exemestane d/t arthralgias\n- 9/2023: bone mets; started abemaciclib + fulvestrant 10/2023\n- 5/2025: PD; switched to capecitabine',
      ],
      [
        'anastrozole|2019-12|2020-06|toxicity~',
        'exemestane|2020-06~',
        'abemaciclib~fulvestrant~|2023-10|2025-05|progression~',
        'capecitabine|2025-05~',
      ],
    ],
    [
      'radiation planned to the day, whose place is called treated later',
      [
        'Note 8/29/2022\nMetastatic breast cancer.\nPLAN - XRT T10, Dr. Wolanski, 20 Gy in 5 fx starting 9/6/2022 thru 9/12/2022',
        'CT CHEST ABDOMEN PELVIS 08/25/2026\nFINDINGS: Bones: sclerotic T10 metastasis (treated), stable.',
      ],
      ['radiation:~2022-09-06|2022-09-12~20 Gy'],
    ],
    [
      'the next line begins where the last ended, with its number in a sentence of its own',
      [
        'Note 9/22/2026\nMBC. Eribulin 8/5/2025 through 8/18/2026; CT 8/25 PD liver. Began sacituzumab govitecan 10 mg/kg d1,8 q21 on 9/8/2026, C1D8 9/15. Line 6 of therapy.',
      ],
      ['eribulin|2025-08-05|2026-08-18|progression', 'sacituzumab govitecan|2026-09-08|~L6'],
    ],
    [
      'an infusion log that leaves rows out',
      [
        'INFUSION - ADMINISTRATION HISTORY   printed 9/23/26\nDATE       DRUG                     DOSE          COMMENT\n08/25/25   eribulin C1D1            1.4 mg/m2\n09/02/25   eribulin C1D8            1.4 mg/m2\n...\n03/02/26   eribulin C10D1           1.4 mg/m2     new nodules, MD to see\n03/09/26   eribulin C10D8           not given     PD per MD, d/c\n04/06/26   fam-trastuzumab deruxtecan C1      5.4 mg/kg = 378 mg\n08/31/26   fam-trastuzumab deruxtecan C8      5.4 mg/kg = 370 mg\n09/22/26   fam-trastuzumab deruxtecan C9      5.4 mg/kg = 369 mg    ok per MD after SRS',
      ],
      ['eribulin|2025-08-25|2026-03-02|progression', 'trastuzumab deruxtecan|2026-04-06~', '!radiation'],
    ],
    [
      'a summary of radiation whose remarks say what was not needed',
      [
        'RADIATION ONCOLOGY END OF TREATMENT NOTE  7/5/2022\nRx:\n  R breast + SCV/axilla apex/IMN   50 Gy / 25 fx    5/23/2022 - 6/27/2022   3D, DIBH not needed\n  Boost, lumpectomy cavity         10 Gy / 5 fx     6/28/2022 - 7/5/2022    electrons',
      ],
      ['radiation:R breast~2022-05-23|2022-06-27~50 Gy/25', 'radiation:~2022-06-28|2022-07-05~10 Gy/5'],
    ],
    [
      'lists of kinds that are given one after the other',
      [
        'Letter 07.04.2026\nPrevious treatment:\n   2018-19       Neoadjuvant FEC, docetaxel/trastuzumab/pertuzumab, left WLE + ANC, radiotherapy, trastuzumab, letrozole (to September 2021, recurrence)',
      ],
      ['!docetaxel+epirubicin', '!trastuzumab+letrozole'],
    ],
    [
      'regimens by their letters',
      ['Summary 3/2/2023\nFEC100 x3 -> Doc x3 1/2015-5/2015. 4 x EC (28.03. - 30.05.2021). wP x12 + carbo 6/2021-9/2021.'],
      [
        'fluorouracil+epirubicin+cyclophosphamide|2015-01',
        'docetaxel|~2015-05',
        'epirubicin+cyclophosphamide|2021-03-28|2021-05-30',
        'paclitaxel+carboplatin|2021-06|2021-09',
      ],
    ],
    [
      'MDT letter UK: treatment to date',
      [
        'BREAST MDT OUTCOME 12/03/2026\nHistory: R breast ca 2019 - WLE/SLNB, adj EC x4 + weekly Taxol x12, RT, letrozole 03/2020 - 02/2024 (liver relapse). 1st line palbociclib + fulvestrant 03/2024 - 01/2026, PD.\nPlan: 2nd line capecitabine, discuss trial.',
      ],
      ['letrozole|2020-03|2024-02|progression~adjuvant', 'palbociclib~fulvestrant~|2024-03|2026-01|progression~L1'],
    ],
    [
      'Australian letter: commenced, ceased',
      [
        'Letter 5 June 2026\nShe commenced adjuvant anastrozole in March 2019 and ceased in July 2024 on diagnosis of pleural metastases. She then commenced ribociclib and fulvestrant on 12 August 2024, which continues.',
      ],
      ['anastrozole|2019-03|2024-07|~adjuvant', 'ribociclib~fulvestrant~|2024-08-12|~ongoing'],
    ],
    [
      "Canadian: d/c'd, s/p",
      [
        "PROGRESS NOTE 2026-04-10\ns/p FEC-D x6 (Jan-May 2018), L MRM June 2018, PMRT. Tamoxifen 07/2018-03/2022 d/c'd (endometrial thickening), switched to letrozole 03/2022 - present.",
      ],
      ['tamoxifen|2018-07|2022-03|toxicity~adjuvant', 'letrozole|2022-03|~ongoing'],
    ],
    [
      'German: since, until, progress',
      [
        'Arztbrief 14.05.2026 (translation)\nTherapy so far: 03/2021-08/2021 neoadjuvant EC q2w x4, paclitaxel weekly x12. 10/2021 BET and SLNB right. Letrozole since 12/2021 until progression (bone) 04/2025. Since 05/2025 abemaciclib/fulvestrant.',
      ],
      ['letrozole|2021-12|2025-04|progression', 'abemaciclib~fulvestrant~|2025-05|~ongoing'],
    ],
    [
      'Indian: cycles with dates',
      [
        'CASE SUMMARY 12/04/2026\nK/c/o Ca Lt breast, metastatic (bone, liver) since 02/2024. Received Inj Paclitaxel 80 mg/m2 weekly x 12 (from 15/03/2024 to 07/06/2024) f/b T. Letrozole + T. Ribociclib from 20/06/2024. PD liver 03/2026. Plan: T. Capecitabine 500 mg 3-0-3.',
      ],
      ['paclitaxel|2024-03-15|2024-06-07~L1', 'letrozole~ribociclib~|2024-06-20|~'],
    ],
    [
      'dose numbers of trastuzumab; completed 17 cycles',
      ['Follow-up 5/2/2026\nCompleted 17 cycles of trastuzumab on 3/15/2024. Neratinib 4/2024 - 4/2025 completed. NED.'],
      ['trastuzumab~2024-03-15|completed', 'neratinib|2024-04|2025-04|completed'],
    ],
    [
      'changed because of cost',
      [
        'Note 5/4/2026\nPalbociclib + letrozole 1/2023 - 8/2024, stopped because insurance no longer covered it; changed to ribociclib + letrozole 9/2024, ongoing.',
      ],
      ['palbociclib~letrozole~|2023-01|2024-08|choice', 'ribociclib~letrozole~|2024-09|~ongoing'],
    ],
    [
      'metastatic after adjuvant: T-DM1 adjuvant and then T-DXd',
      [
        'Letter 2 May 2026\nResidual disease after TCHP, so adjuvant T-DM1 completed 14 cycles in August 2022. Lung metastases in February 2024. THP from March 2024, docetaxel stopped after six cycles, HP maintenance until progression in the brain in January 2026. Tucatinib, capecitabine and trastuzumab since 20 January 2026.',
      ],
      [
        'trastuzumab emtansine|~2022-08|completed~adjuvant',
        '~pertuzumab~trastuzumab~2024-03~2026-01|progression~L1',
        'capecitabine~trastuzumab~tucatinib~|2026-01-20|~ongoing|L2',
      ],
    ],
    [
      'the first dose was, the last dose will be',
      ['Note 3/3/2026\nFirst dose of pembrolizumab was 9/8/2025; last dose will be 8/2026. On AC now.'],
      ['pembrolizumab|2025-09-08|~'],
    ],
    [
      'held, resumed, reduced',
      [
        'Note 3/3/2026\nMBC. Olaparib 300 mg BID since 6/2025, held 10/2025 for anemia (Hgb 6.9), transfused, resumed at 250 mg BID 11/2025.',
      ],
      ['olaparib|2025-06|~', '!2025-10', '!toxicity'],
    ],
    [
      'a drug of another illness',
      ['Note 3/3/2026\nPMH: rheumatoid arthritis on methotrexate 15 mg weekly since 2012. Endometriosis treated with leuprolide 2004.'],
      ['-'],
    ],
    [
      'trial arms',
      [
        'Note 3/3/2026\nEnrolled in a phase 2 trial: datopotamab deruxtecan 6 mg/kg q3w, C1D1 11/4/2025. Off study 2/24/2026 for progression in liver.',
      ],
      ['datopotamab deruxtecan|2025-11-04|2026-02-24|progression'],
    ],
    [
      'zoladex with AI as one',
      ['Note 3/3/2026\nPremenopausal. Goserelin 3.6 mg q4w + exemestane since 5/2022, tolerating.'],
      ['exemestane~goserelin~|2022-05|~ongoing'],
    ],
    [
      'neoadjuvant, stopped early for toxicity, then surgery',
      [
        'Discharge summary 12/09/2025\nNACT: dose-dense AC x4 (02.04.2025 - 14.05.2025), weekly paclitaxel x8 of planned 12, stopped 16.07.2025 due to grade 3 neuropathy. Surgery: left MRM 20.08.2025.',
      ],
      ['cyclophosphamide~doxorubicin~|2025-04-02|2025-05-14~neoadjuvant', 'paclitaxel|~2025-07-16|toxicity~neoadjuvant'],
    ],
    [
      'capecitabine after surgery',
      [
        'Note 3/3/2026\nResidual TNBC after KEYNOTE-522. Adjuvant capecitabine 8 cycles 3/2025-9/2025 with pembrolizumab to complete one year 6/2025.',
      ],
      ['capecitabine~2025-03|2025-09~adjuvant'],
    ],
    [
      'summary table without a year column',
      [
        'LINES OF THERAPY\nLine | Regimen | Start | Stop | Reason\n1 | Palbociclib/letrozole | 2021-03 | 2023-02 | PD bone\n2 | Capecitabine | 2023-03 | 2024-01 | PD liver\n3 | T-DXd | 2024-02 | - | ongoing',
      ],
      [
        'palbociclib~letrozole~|2021-03|2023-02|progression~L1',
        'capecitabine|2023-03|2024-01|progression~L2',
        'trastuzumab deruxtecan|2024-02|~L3',
      ],
    ],
    [
      'radiotherapy in words of the UK',
      [
        'Letter 2 May 2026\nShe received adjuvant radiotherapy to the left breast, 26 Gy in 5 fractions, completed on 14 May 2021, and 8 Gy in a single fraction to the right hip in March 2025.',
      ],
      ['radiation:left breast~2021-05-14~26 Gy/5', 'radiation:right hip|2025-03~8 Gy/1'],
    ],
    [
      'SABR, SRS and WBRT',
      ['Note 3/3/2026\nSRS to 3 lesions 6/2024 (20 Gy x1 each). WBRT 30 Gy/10 1/5/2026-1/16/2026. SABR L4 24 Gy/2 2/2025.'],
      ['radiation:~2024-06', 'radiation:~2026-01-05|2026-01-16~30 Gy/10', 'radiation:L4|2025-02~24 Gy/2'],
    ],
    [
      "second cancer's treatments stay its own",
      [
        'Note 3/3/2026\nPMH: colon cancer 2012, hemicolectomy and 6 months of FOLFOX. Breast cancer 2022: lumpectomy 5/2022, letrozole since 7/2022.',
      ],
      ['letrozole|2022-07|~ongoing', '!oxaliplatin|||||adjuvant'],
    ],
    [
      "a patient's own words",
      [
        'My story 5/20/2026\nI was diagnosed in 2019. I had four rounds of AC and then Taxol, a lumpectomy in January 2020 and radiation. I took anastrozole from March 2020 until it came back in my bones in May 2024. Since June 2024 I am on Kisqali and Faslodex.',
      ],
      ['anastrozole|2020-03|2024-05|progression', 'fulvestrant~ribociclib~|2024-06|~ongoing'],
    ],
    [
      'registry abstract',
      [
        'CANCER REGISTRY ABSTRACT 5/20/2026\nFirst course: surgery 04/12/2021 (partial mastectomy); chemotherapy 05/20/2021 (docetaxel, cyclophosphamide x4); radiation 09/01/2021-10/12/2021; hormone therapy 11/01/2021 (letrozole).',
      ],
      ['cyclophosphamide~docetaxel~|2021-05-20|~adjuvant', 'radiation:~2021-09-01|2021-10-12', 'letrozole|2021-11-01|~adjuvant'],
    ],
    [
      'two drugs begun at two times',
      [
        'Note 5/20/2026\nMBC. Fulvestrant since 1/2025; alpelisib added 2/2025 (PIK3CA), stopped 4/2025 for rash; capivasertib added 5/2025. PD 3/2026 liver. Switched to T-DXd 3/20/2026.',
      ],
      ['trastuzumab deruxtecan|2026-03-20|~'],
    ],
    [
      'year only',
      ['Letter 5 May 2026\nShe had breast cancer in 2008 treated with mastectomy, CMF and five years of tamoxifen.'],
      ['cyclophosphamide+methotrexate+fluorouracil~', 'tamoxifen~'],
    ],
    [
      'planned then given the same day',
      ['Infusion visit 5/20/2026\nC1D1 today of paclitaxel 80 mg/m2 weekly and carboplatin AUC 2. Next 5/27.'],
      ['carboplatin~paclitaxel~|2026-05-20|~'],
    ],
    [
      'zoledronate and G-CSF are no lines',
      ['Note 5/20/2026\nMBC. Zoledronic acid q12w since 2024, pegfilgrastim with each cycle. Capecitabine since 3/1/2026 as second line.'],
      ['capecitabine|2026-03-01|~L2|metastatic', '!zoledronic', '!pegfilgrastim'],
    ],
    [
      'stopped by the pandemic, in words',
      [
        'Letter 5 May 2026\nHer palbociclib and letrozole, begun in February 2019, had to be given up in November 2021 when the disease progressed in the pleura, and everolimus with exemestane, which followed, gave her only four months.',
      ],
      ['letrozole~palbociclib~|2019-02|2021-11|progression'],
    ],
    [
      'radiology says on what',
      ['CT CHEST 05/20/2026\nClinical: metastatic breast cancer on capecitabine, started 1/2026. Restaging.'],
      ['capecitabine|2026-01~'],
    ],
    [
      'an operation whose day stands at its head',
      [
        'NEUROSURGERY         Operation 18/02/2025       Surgeon: Mr A Tester\nIndication: left frontal metastasis.\nProcedure: awake craniotomy, resection of left frontal lesion. Uneventful.',
      ],
      ['surgery:~2025-02-18'],
    ],
    [
      'another name for a mastectomy',
      ['Discharge letter 14 November 2011\n01.03.2011 Ablatio mammae right with axillary dissection level I-II'],
      ['surgery:~2011-03-01'],
    ],
  ])('%s', (_trap, texts, wanted) => expect(missingFrom(treatmentsOf(texts), wanted)).toEqual([]))
})

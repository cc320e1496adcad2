import { describe, expect, it } from 'vitest'
import { missingFrom, saidIn } from '../said.fixture.ts'

const HEAD_1 =
  'MEDICAL ONCOLOGY CLINIC LETTER\nDate: 23/03/2025\nPatient: Test Person   DOB 04/05/1966\n\nHistory of metastatic breast cancer.\n'
const HEAD_2 =
  'MEDICAL ONCOLOGY CLINIC LETTER\nDate: 23/03/2025\nPatient: Test Person   DOB 24/05/1966\n\nHistory of metastatic breast cancer.\n'

describe('treatments told in many ways', () => {
  it.each<[string, ...string[]]>([
    [
      'She received FEC x 3 (25/01/2022 - 08/03/2022) then docetaxel x 3 (29/03/2022 - 10/05/2022).',
      'epirubicin~2022-01-25|2022-03-08',
      'docetaxel|2022-03-29|2022-05-10',
    ],
    [
      'Palbociclib and letrozole were commenced in June 2023 and discontinued in January 2025 on account of disease progression in the liver.',
      'palbociclib+letrozole|2023-06|2025-01|progression',
    ],
    [
      'First-line: ribociclib/letrozole from 02/2022 until 11/2023 (PD, new bone lesions).',
      'ribociclib+letrozole|2022-02|2023-11|progression',
    ],
    [
      '2nd line capecitabine 1250 mg/m2 bd, cycle 1 14/01/2024, stopped after cycle 5 because of hand-foot syndrome.',
      'capecitabine|2024-01-14~toxicity',
    ],
    ['Rx: Inj. Paclitaxel 80 mg/m2 weekly x 12, 05/04/2021 to 26/07/2021.', 'paclitaxel|2021-04-05|2021-07-26'],
    ['Adjuvant tamoxifen since 19/07/2017, completed five years in July 2022.', 'tamoxifen|2017-07-19|2022-07|completed~adjuvant'],
    [
      'Under letrozole from March 2019 to September 2021, at which point progression of bone metastases was noted.',
      'letrozole|2019-03|2021-09|progression',
    ],
    [
      'She has been on abemaciclib plus fulvestrant since 12 August 2024 with good tolerance.',
      'abemaciclib+fulvestrant|2024-08-12~ongoing',
    ],
    ['Trastuzumab deruxtecan: C1 03.02.2024, C14 18.12.2024, treatment ongoing.', 'trastuzumab deruxtecan|2024-02-03~ongoing'],
    [
      'Chemotherapy with 4 x EC (epirubicin/cyclophosphamide) from 03/2018 to 05/2018, followed by 12 x paclitaxel weekly from 06/2018 to 08/2018 (neoadjuvant).',
      'epirubicin+cyclophosphamide|2018-03|2018-05',
      'paclitaxel|2018-06|2018-08',
    ],
    [
      'Switched from exemestane + everolimus to capecitabine on 02/05/2024 for progressive disease.',
      'everolimus~progression',
      'capecitabine|2024-05-02',
    ],
    ['Everolimus was held on 3/1/2024 for pneumonitis and permanently discontinued 3/20/2024.', 'everolimus~2024-03-20~toxicity'],
    ['Eribulin 9/2022 to 2/2023, best response SD, d/c PD.', 'eribulin|2022-09|2023-02|progression'],
    [
      'Sacituzumab govitecan x 8 cycles (Mar 2023 – Oct 2023): stopped for progression.',
      'sacituzumab govitecan|2023-03|2023-10|progression',
    ],
    [
      'Had pembrolizumab with carboplatin and paclitaxel prior to surgery (Feb–May 2022).',
      'pembrolizumab~carboplatin~paclitaxel~2022-02|2022-05',
    ],
    ['Commenced on Kadcyla 14/06/2023; ceased 20/02/2024 due to thrombocytopenia.', 'trastuzumab emtansine|2023-06-14|2024-02-20|toxicity'],
    ['Previously treated with anastrozole for 5 years (2012-2017).', 'anastrozole|2012|2017'],
    [
      '1st line: THP, commenced 11/2020, docetaxel dropped after 6 cycles, maintenance HP until 8/2022 PD.',
      'trastuzumab~pertuzumab~2020-11',
    ],
    ['Line 3 | Olaparib 300 mg BD | 04/11/2023 | 25/08/2024 | PD liver', 'olaparib|2023-11-04|2024-08-25|progression'],
    ['Current treatment: Fulvestrant 500 mg IM monthly + alpelisib 300 mg od, started 3 Dec 2024.', 'fulvestrant~alpelisib~2024-12-03'],
    [
      'Patient declined adjuvant chemotherapy. Tamoxifen 20 mg od taken for 18 months only, stopped by patient in 10/2016 due to hot flushes.',
      'tamoxifen~2016-10',
    ],
    ['We plan to start elacestrant next month.', 'elacestrant~planned'],
    [
      'Gemcitabine/carboplatin: 6 cycles given between January and May 2023, stopped at maximal response.',
      'gemcitabine~carboplatin~2023-01|2023-05',
    ],
    ['Vinorelbine oral weekly since 02/2025, so far well tolerated.', 'vinorelbine|2025-02~ongoing'],
    [
      'Letrozole + goserelin from 10 Oct 2022; letrozole stopped 4 Jan 2024 as scan showed progression.',
      'letrozole~2022-10-10',
      'letrozole~2024-01-04|progression',
    ],
    [
      'Treated with 4 cycles of dose dense AC followed by 4 cycles of dose dense paclitaxel, completed 3/2016.',
      'doxorubicin+cyclophosphamide',
      'paclitaxel~2016-03',
    ],
    ['She progressed on palbociclib/fulvestrant (Jan 2021 to Aug 2022).', 'palbociclib+fulvestrant|2021-01|2022-08|progression'],
    [
      'Started T-DXd 7 Feb 2023. Discontinued 20 May 2025 (ILD grade 2).',
      'trastuzumab deruxtecan|2023-02-07',
      'trastuzumab deruxtecan~2025-05-20|toxicity',
    ],
    [
      'Nab-paclitaxel + atezolizumab, 12.05.2021–10.12.2021, terminated due to progressive disease',
      'nab-paclitaxel+atezolizumab|2021-05-12|2021-12-10|progression',
    ],
    [
      'Liposomal doxorubicin was given from 4/2020 through 9/2020 with partial response and then progression.',
      'doxorubicin~2020-04|2020-09|progression',
    ],
    ['Neo-adjuvant TCHP ×6 completed 22 January 2021.', 'docetaxel~carboplatin~trastuzumab~pertuzumab~2021-01-22~neoadjuvant'],
    [
      'Adjuvant capecitabine, 6/8 cycles, 03/2023-08/2023, discontinued early for diarrhoea gr 3.',
      'capecitabine|2023-03|2023-08|toxicity~adjuvant',
    ],
    [
      'Zoladex 3.6 mg monthly and exemestane since April 2018, stopped April 2023 after 5 years.',
      'exemestane~2018-04',
      'exemestane~2023-04',
    ],
    [
      'Tucatinib/trastuzumab/capecitabine (HER2CLIMB regimen) 7/15/2024 - 2/17/2025, PD in liver.',
      'tucatinib~2024-07-15|2025-02-17|progression',
    ],
    [
      'Neratinib extended adjuvant from June 2020, stopped August 2020 for grade 3 diarrhea.',
      'neratinib|2020-06|2020-08|toxicity~adjuvant',
    ],
    [
      'Inavolisib + palbociclib + fulvestrant from 21.10.2024 ongoing, 1st line.',
      'inavolisib~palbociclib~fulvestrant~2024-10-21~ongoing~L1',
    ],
    ['CMF x6 in 1998 followed by tamoxifen 1998 to 2003.', 'cyclophosphamide~methotrexate~fluorouracil', 'tamoxifen|1998|2003'],
    ['Docetaxel stopped after 3 cycles owing to neuropathy; switched to weekly paclitaxel which was also stopped.', 'docetaxel~toxicity'],
    ['Herceptin s/c to complete 18 doses, last 04/04/2018', 'trastuzumab~2018-04-04'],
    [
      'The patient participated in a clinical trial of giredestrant (Nov 2022 - Mar 2023) and came off study for progression.',
      'giredestrant|2022-11|2023-03|progression',
    ],
    ['Datopotamab deruxtecan 6 mg/kg, first dose 17 Jan 2025, next due 4 April.', 'datopotamab deruxtecan|2025-01-17'],
    ['Ribociclib dose reduced to 400 mg in 5/2023, continuing with letrozole.', 'ribociclib'],
    [
      'Therapy: Fulvestrant 05/2022 - 01/2023 (PD) -> Exemestan/Everolimus 02/2023 - 07/2023 (PD) -> Capecitabin seit 08/2023',
      'fulvestrant|2022-05|2023-01|progression',
      'exemestane+everolimus|2023-02|2023-07|progression',
      'capecitabine|2023-08',
    ],
    ['s/p neoadj ddAC-T (9/2015-1/2016)', 'doxorubicin~2015-09'],
    ['Completed one year of adjuvant trastuzumab in November 2014.', 'trastuzumab~2014-11|completed~adjuvant'],
    ['Denosumab 120 mg every 4 weeks since 2023.', '!systemic'],
    ['Her sister took tamoxifen from 2010 to 2015.', '-'],
    ['We discussed the options of capecitabine, eribulin and a trial.', '!capecitabine||'],
    ['Pembrolizumab not given because of ulcerative colitis.', '-'],
    ['WBRT 30 Gy in 10 fractions 02/2024.', 'radiation:~30 Gy/10'],
    [
      'Palliative radiotherapy to the lumbar spine (L2-L4), 20 Gy in 5 fractions, 14-18 October 2024.',
      'radiation:~2024-10-14|2024-10-18~20 Gy/5',
    ],
    ['Radiotherapy both breasts 40Gy in 15#, 07/06/2017 to 27/06/2017', 'radiation:~2017-06-07|2017-06-27~40 Gy/15'],
    ['SABR to right iliac bone 24Gy/3# completed 05/11/2023', 'radiation:~2023-11-05~24 Gy/3'],
    ['Cyberknife 21 Gy single fraction to a left cerebellar metastasis on 9 January 2025.', 'radiation:~2025-01-09~21 Gy/1'],
    ['Left mastectomy and axillary clearance 14 Feb 2017.', 'surgery:~2017-02-14'],
    ['Bilateral WLE and SNB 15/12/2016', 'surgery:~2016-12-15'],
    ['She underwent breast-conserving surgery with sentinel node biopsy at Hospital X in 08/2018.', 'surgery:~2018-08'],
    ['Laparoscopic BSO 3/2021.', 'surgery:ovar~2021-03'],
    ['Intramedullary nailing of the left femur on 21/04/2022 for impending fracture.', 'surgery:~2022-04-21'],
    ['Excision of melanoma right calf August 2009.', 'surgery:~2009-08'],
    ['No surgery to the primary was performed.', '-'],
  ])('in a letter or note: %s', (words, ...wanted) => {
    expect(missingFrom(saidIn('treatment', `${HEAD_1}${words}`), wanted)).toEqual([])
  })

  it.each<[string, ...string[]]>([
    [
      'Treatment history:\n1. Letrozole and palbociclib, 14/06/2021 - 22/02/2023, progression\n2. Fulvestrant, 01/03/2023 - 30/08/2023, progression\n3. Capecitabine, 12/09/2023 - ongoing',
      'letrozole~palbociclib~2021-06-14|2023-02-22|progression',
      'fulvestrant|2023-03-01|2023-08-30|progression',
      'capecitabine|2023-09-12~ongoing',
    ],
    [
      'Line | Regimen | Start | Stop | Reason\n1 | Paclitaxel + bevacizumab | 03/2020 | 11/2020 | PD\n2 | Eribulin | 12/2020 | 05/2021 | Toxicity',
      'paclitaxel+bevacizumab|2020-03|2020-11|progression',
      'eribulin|2020-12|2021-05|toxicity',
    ],
    [
      'Regimen            Start        End          Outcome\nEC x4              10/01/2019   14/03/2019   completed\nPaclitaxel x12     28/03/2019   13/06/2019   completed',
      'epirubicin~2019-01-10|2019-03-14|completed',
      'paclitaxel~2019-03-28|2019-06-13|completed',
    ],
    [
      'She commenced first line treatment with docetaxel, trastuzumab and pertuzumab on 4 April 2022.',
      'docetaxel~trastuzumab~pertuzumab~2022-04-04~L1',
    ],
    ['Docetaxel was discontinued after six cycles in August 2022 and she continues on Phesgo.', 'docetaxel~2022-08', 'pertuzumab~ongoing'],
    ['Current systemic therapy: Enhertu 5.4 mg/kg q3w, C5D1 today, started 28/12/2024', 'trastuzumab deruxtecan|2024-12-28~ongoing'],
    [
      'Therapy with Faslodex was initiated on 15.03.2022 and terminated on 20.01.2023 due to progression.',
      'fulvestrant|2022-03-15|2023-01-20|progression',
    ],
    ['Ibrance and Letrozol since 07/2021. Progression 05/2023.', 'palbociclib~2021-07'],
    ['Xeloda 2 weeks on 1 week off from Jan 2023. Stopped Nov 2023 - POD.', 'capecitabine|2023-01', 'capecitabine~2023-11|progression'],
    ['Had 6 cycles of FEC-T in 2012.', 'epirubicin~2012'],
    [
      'Received adjuvant AC x 4 followed by weekly Taxol x 12 (completed 8/2010), then tamoxifen x 5 yrs (8/2010-9/2015).',
      'doxorubicin~cyclophosphamide',
      'paclitaxel~2010-08',
      'tamoxifen|2010-08|2015-09',
    ],
    ['Truqap + fulvestrant 1/15/2025 -> held 2/10/25 for rash -> resumed 2/24/25 at 320 mg', 'capivasertib+fulvestrant|2025-01-15'],
    ['Patient self-discontinued anastrozole in 05/2020 because of joint pains.', 'anastrozole~2020-05|toxicity'],
    ['Exemestane was stopped in June 2022 at patient request.', 'exemestane~2022-06|choice'],
    [
      'Abemaciclib was reduced to 100 mg bd in March 2024 because of diarrhoea and stopped in September 2024 as the CT showed new liver lesions.',
      'abemaciclib~2024-09|progression',
    ],
    ['T-DM1 x 14 (adjuvant, KATHERINE), last dose 12 Feb 2023.', 'trastuzumab emtansine~2023-02-12~adjuvant'],
    ['In view of progression we changed to vinorelbine on 3 February 2025.', 'vinorelbine|2025-02-03'],
    ['Chemotherapy: Docetaxel/Cyclophosphamide (TC) 4 cycles Oct-Dec 2018', 'docetaxel~cyclophosphamide~2018-10|2018-12'],
    ['Ongoing: Goserelin 10.8 mg every 12 weeks and letrozole 2.5 mg since 05.05.2023', 'letrozole~2023-05-05'],
    [
      'Prior lines: (1) AI+CDK4/6i 2019-2021; (2) fulvestrant+alpelisib 2021-2022; (3) capecitabine 2022-2023',
      'fulvestrant+alpelisib|2021|2022',
      'capecitabine|2022|2023',
    ],
    [
      'Olaparib 300mg twice daily from 4 November 2023; dose interrupted Feb 2025 for anaemia; stopped 25 August 2024 PD.',
      'olaparib|2023-11-04',
    ],
    ['Study drug: camizestrant, C1D1 12/05/2024, off study 02/12/2024 due to PD', 'camizestrant|2024-05-12|2024-12-02|progression'],
    ['She has completed 5 of 6 planned cycles of adjuvant TC.', 'docetaxel~cyclophosphamide'],
    [
      'Following mastectomy she received chest wall radiotherapy (40.05 Gy in 15 fractions), completed on 12 May 2019.',
      'radiation:chest wall~2019-05-12~40.05 Gy/15',
    ],
    ['8 Gy single fraction to T10 on 7 Jan 2025 for pain', 'radiation:T10|2025-01-07|2025-01-07~8 Gy/1'],
    ['Gamma knife to 3 brain metastases 14/09/2023', 'radiation:brain~2023-09-14'],
    ['SBRT L3 27 Gy/3 fx 4/2024', 'radiation:L3|2024-04~27 Gy/3'],
    ['Right modified radical mastectomy on 12.06.2018.', 'surgery:right breast~2018-06-12'],
    ['Prophylactic bilateral salpingo-oophorectomy 11/2022', 'surgery:ovaries~2022-11'],
    ['Op: Lt MRM done on 05/02/2021', 'surgery:left breast~2021-02-05'],
    ['vertebroplasty L1 9/2023', 'surgery:bone~2023-09'],
    ['Y-90 radioembolization right hepatic lobe 3/12/2024', 'radiation:~2024'],
  ])('in a letter or note: %s', (words, ...wanted) => {
    expect(missingFrom(saidIn('treatment', `${HEAD_2}${words}`), wanted)).toEqual([])
  })
})

import { type Drug, findDrug } from './drugs.ts'

/** The cancer drug of an RxNorm ingredient or brand code; product codes are many and are known by their name. */
export function drugOfRxnorm(code: string): Drug | undefined {
  const name = INGREDIENTS.get(code)
  return name === undefined ? undefined : findDrug(name)
}

/** The ingredient code of a drug, for export. */
export const rxnormOfDrug = (name: string): string | undefined => BY_NAME.get(name)

/** RxNorm codes of ingredients and brands (mCODE's lists). */
const INGREDIENTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '10324': 'tamoxifen',
    '38409': 'toremifene',
    '72143': 'raloxifene',
    '84857': 'anastrozole',
    '72965': 'letrozole',
    '258494': 'exemestane',
    '282357': 'fulvestrant',
    '6703': 'megestrol',
    '6691': 'medroxyprogesterone',
    '1601374': 'palbociclib',
    '1873916': 'ribociclib',
    '1946825': 'abemaciclib',
    '2169285': 'alpelisib',
    '141704': 'everolimus',
    '224905': 'trastuzumab',
    '1298944': 'pertuzumab',
    '1371041': 'trastuzumab emtansine',
    '2267582': 'trastuzumab deruxtecan',
    '2361285': 'tucatinib',
    '480167': 'lapatinib',
    '1940643': 'neratinib',
    '2360530': 'sacituzumab govitecan',
    '1597582': 'olaparib',
    '2099704': 'talazoparib',
    '1547545': 'pembrolizumab',
    '1792776': 'atezolizumab',
    '1597876': 'nivolumab',
    '253337': 'bevacizumab',
    '3639': 'doxorubicin',
    '3995': 'epirubicin',
    '3002': 'cyclophosphamide',
    '56946': 'paclitaxel',
    '486610': 'nab-paclitaxel',
    '72962': 'docetaxel',
    '194000': 'capecitabine',
    '4492': 'fluorouracil',
    '12574': 'gemcitabine',
    '39541': 'vinorelbine',
    '1045453': 'eribulin',
    '337523': 'ixabepilone',
    '40048': 'carboplatin',
    '2555': 'cisplatin',
    '6851': 'methotrexate',
    '10473': 'thiotepa',
    '77655': 'zoledronic acid',
    '993449': 'denosumab',
    '11473': 'pamidronate',
    '281964': 'tamoxifen',
    '262485': 'anastrozole',
    '203769': 'letrozole',
    '262105': 'exemestane',
    '203870': 'fulvestrant',
    '1601381': 'palbociclib',
    '1873984': 'ribociclib',
    '1946831': 'abemaciclib',
    '2169302': 'alpelisib',
    '845509': 'everolimus',
    '1298949': 'pertuzumab',
    '1371046': 'trastuzumab emtansine',
    '2267574': 'trastuzumab deruxtecan',
    '2361291': 'tucatinib',
    '659616': 'lapatinib',
    '1940649': 'neratinib',
    '2360535': 'sacituzumab govitecan',
    '1597588': 'olaparib',
    '2099947': 'talazoparib',
    '1547550': 'pembrolizumab',
    '1792781': 'atezolizumab',
    '337521': 'bevacizumab',
    '203766': 'epirubicin',
    '589511': 'nab-paclitaxel',
    '202982': 'docetaxel',
    '220961': 'capecitabine',
    '101236': 'gemcitabine',
    '53557': 'vinorelbine',
    '1045457': 'eribulin',
    '744825': 'ixabepilone',
    '152200': 'carboplatin',
    '285143': 'zoledronic acid',
    '1046399': 'denosumab',
    '993453': 'denosumab',
  } satisfies Record<string, string>),
)

const BRANDS: ReadonlySet<string> = new Set(
  '281964 262485 203769 262105 203870 1601381 1873984 1946831 2169302 845509 1298949 1371046 2267574 2361291 659616 1940649 2360535 1597588 2099947 1547550 1792781 337521 203766 589511 202982 220961 101236 53557 1045457 744825 152200 285143 1046399 993453'.split(
    ' ',
  ),
)

const BY_NAME = new Map<string, string>()
for (const [code, name] of INGREDIENTS) if (!BRANDS.has(code)) BY_NAME.set(name, code)

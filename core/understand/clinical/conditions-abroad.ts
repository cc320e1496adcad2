/** Illnesses as diagnoses of other lands name them, accents or none (German, Dutch, French, Spanish, Italian), and their short forms. */
const NAMES: readonly (readonly [name: string, words: string, short?: string])[] = [
  [
    'hypertension',
    '(?:arterielle |essentielle |art\\. ?)?hypertonie|bluthochdruck|hypertensie|hypertension art[eé]rielle|hipertensi[oó]n(?: arterial)?|ipertensione(?: arteriosa)?',
    'HTA|aHT',
  ],
  ['type 2 diabetes', '(?:diabetes(?: mellitus)?|diab[eè]te|diabete|suikerziekte) (?:de )?(?:typ|type|tipo) ?(?:2|II)b?', 'DMT2'],
  ['hypothyroidism', 'hypothyreose|hypothyro[iï]die|hipotiroidismo|ipotiroidismo|schilddr[uü]senunterfunktion'],
  ['hyperthyroidism', 'hyperthyreose|hyperthyro[iï]die|hipertiroidismo|ipertiroidismo'],
  [
    'atrial fibrillation',
    'vorhofflimmern|boezemfibrilleren|fibrillation (?:atriale|auriculaire)|fibrilaci[oó]n auricular|fibrillazione atriale',
    'VHF',
  ],
  ['coronary artery disease', 'koronare herz(?:krankheit|erkrankung)|coronaropathie|cardiopat[ií]a isqu[eé]mica', 'KHK'],
  ['heart failure', 'herzinsuffizienz|hartfalen|insuffisance cardiaque|insuficiencia card[ií]aca|scompenso cardiaco'],
  [
    'chronic kidney disease',
    '(?:chronische )?niereninsuffizienz|nierinsufficientie|insuffisance r[eé]nale(?: chronique)?|insuficiencia renal(?: cr[oó]nica)?|insufficienza renale(?: cronica)?',
  ],
  ['asthma', 'asthma bronchiale|asthme|asma(?: bronchiale| bronquial)?|astma'],
  ['obesity', 'adipositas|obesitas|ob[eé]sit[eé]|obesidad|obesit[aà]'],
  ['osteoporosis', 'osteoporose|ost[eé]oporose'],
  ['depression', 'depressive (?:episode|st[oö]rung)|depressie|d[eé]pression|depresi[oó]n|depressione'],
  ['hyperlipidemia', 'hypercholesterin[aä]mie|hyperlipid[aä]mie|hypercholest[eé]rol[eé]mie|dyslipid[eé]mie|disl?ipid?emia'],
  ['gastroesophageal reflux disease', 'reflux(?:krankheit|ziekte)|reflux gastro-?[oœ]e?sophagien'],
  ['stroke', 'schlaganfall|herseninfarct|beroerte', 'AVC'],
  [
    'deep vein thrombosis',
    '(?:tiefe )?(?:bein)?venenthrombose|diep[- ]?veneuze trombose|thrombose veineuse(?: profonde)?|trombosi venosa|trombosis venosa',
    'TVT|TVP',
  ],
  ['pulmonary embolism', 'lungen(?:arterien)?embolie|longembolie|embolie pulmonaire|embolia pulmonar|embolia polmonare', 'LAE'],
  ['peripheral neuropathy', 'polyneuropathie|neuropathie|neuropat[ií]a', 'PNP'],
  ['lymphedema', 'lymph[oö]dem|lymfoedeem|lymph[oœ]?e?d[eè]me|linfedema'],
]

/** The names kept, and the patterns of their words. */
export const CONDITIONS_ABROAD: readonly (readonly [string, RegExp])[] = NAMES.flatMap(([name, words, short]) => [
  [name, new RegExp(String.raw`(?<![\w-])(?:${words})(?!\w)`, 'gi')] as const,
  ...(short === undefined ? [] : [[name, new RegExp(String.raw`(?<![\w-])(?:${short})(?![\w-])`, 'g')] as const]),
])

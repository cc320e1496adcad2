import { isOncology } from '../codes/drugs.ts'
import { ofClass, SORTS_OF_DRUGS, type Therapy } from './therapy-targets.ts'

export const SYSTEMIC: Therapy = {
  name: 'systemic treatment',
  includes: (drug) => isOncology(drug) && !drug.classes.includes('ovarian suppression'),
}
const ENDOCRINE: Therapy = {
  name: 'endocrine therapy',
  includes: (drug) => drug.family === 'endocrine' && !drug.classes.includes('ovarian suppression'),
}
/** An antibody that carries a cytotoxic drug is counted as chemotherapy, as most protocols do. */
const CHEMOTHERAPY: Therapy = { name: 'chemotherapy', includes: (drug) => drug.family === 'chemo' || drug.family === 'ADC' }

const RX = String.raw`(?:[- ](?:based|containing|targeted|directed|type))*(?: (?:anti-?cancer|anti-?neoplastic|anti-?tumou?r))?(?: ?(?:therap(?:y|ies)|treatments?|agents?|drugs?|regimen?s?|inhibitors?|inhibition|combinations?|medications?|based|antibod(?:y|ies)|chemotherap(?:y|ies)|compounds?|molecules?))*`
const INHIBITOR = String.raw`[- ]?(?:inhibitors?|inhibition|i\b|pathway inhibitors?|targeted (?:agents?|therapy)|antagonists?|blockade|antibod(?:y|ies)|agents?|blockers?)`
const HER2 = String.raw`(?:her[- ]?2(?:[/-]neu)?|human epidermal growth factor receptor[- ]?2|erbb2)`

/** Class words as patterns, the narrower before the wider that they contain. */
export const CLASSES: readonly [pattern: string, therapy: Therapy][] = [
  [
    String.raw`cdk ?4 ?(?:\/|and|&) ?(?:cdk ?)?6${INHIBITOR}?|cyclin[- ]dependent kinases? ?(?:\(cdk\) ?)?4 ?(?:\/|and) ?6(?: ?\(cdk4\/6i?\))?${INHIBITOR}?|cdk4\/6i`,
    ofClass('a CDK4/6 inhibitor', 'CDK4/6 inhibitor'),
  ],
  [
    String.raw`cdk ?2${INHIBITOR}|(?:therap(?:y|ies)|agents?|drugs?|treatment) (?:selectively )?targeting cdk ?2(?: or selectively targeting cdk ?4)?`,
    ofClass('a CDK2 inhibitor', 'CDK2 inhibitor'),
  ],
  [
    String.raw`(?:oral|novel|next-generation) (?:selective (?:o?estrogen) receptor degraders?|serds?)(?: ?\(serds?\))?|elacestrant-like`,
    ofClass('an oral SERD', 'oral SERD'),
  ],
  [
    String.raw`selective (?:o?estrogen)[- ]receptor (?:degraders?|down-?regulators?)(?: ?\(serds?\))?|serds?\b`,
    ofClass('a SERD', 'SERD', 'oral SERD'),
  ],
  [String.raw`selective (?:o?estrogen)[- ]receptor modulators?(?: ?\(serms?\))?|serms?\b`, ofClass('a SERM', 'SERM')],
  [
    String.raw`proteolysis[- ]?targeting chimeras?(?: ?\(protacs?\))?(?: er degraders?)?|protacs?\b`,
    ofClass('a PROTAC', 'PROTAC ER degrader'),
  ],
  [String.raw`complete (?:o?estrogen) receptor antagonists?(?: ?\(cerans?\))?|cerans?\b`, ofClass('a CERAN', 'CERAN')],
  [String.raw`selective (?:o?estrogen) receptor covalent antagonists?(?: ?\(sercan?s?\))?|serca?n?s\b`, ofClass('a SERCA', 'SERCA')],
  [
    String.raw`(?:new|novel|investigational|experimental) (?:o?estrogen)[- ]receptor[- ](?:directed|targeted|targeting|antagonist)${RX}`,
    ofClass('a new estrogen-receptor drug', 'oral SERD', 'PROTAC ER degrader', 'CERAN', 'SERCA'),
  ],
  [
    String.raw`non-?steroidal (?:aromatase inhibitors?|ais?)(?: ?\((?:ns)?ais?\))?|nsais?\b`,
    ofClass('a non-steroidal aromatase inhibitor', 'non-steroidal aromatase inhibitor'),
  ],
  [
    String.raw`(?<!non-?)steroidal (?:aromatase inhibitors?|ais?)`,
    ofClass('a steroidal aromatase inhibitor', 'steroidal aromatase inhibitor'),
  ],
  [
    String.raw`aromatase[- ]inhibitors?(?: ?\(ais?\))?${RX}|\bais?\b(?= ?\/ ?(?:cdk|fulv|serd)| (?:therapy|treatment|in|for|as|or|and|plus|with)| ?[(+])`,
    ofClass('an aromatase inhibitor', 'aromatase inhibitor'),
  ],
  [
    String.raw`(?:lhrh|gnrh|luteinizing hormone[- ]releasing hormone|gonadotropin[- ]releasing hormone)(?: ?\([a-z/]+\))?[- ]?(?:agonists?|analog(?:ue)?s?|antagonists?)`,
    ofClass('ovarian suppression', 'ovarian suppression'),
  ],
  [
    String.raw`(?:systemic )?non-?(?:hormon(?:e|al)|endocrine)(?: systemic)?(?: anti-?cancer)? (?:therap(?:y|ies)|treatments?|agents?)`,
    { name: 'treatment other than endocrine therapy', includes: (drug) => SYSTEMIC.includes(drug) && drug.family !== 'endocrine' },
  ],
  [
    String.raw`(?:anti-?(?:o?estrogens?)|endocrine|hormon(?:e|al)|antihormonal|anti-hormonal)(?:[- ]based)?(?: ?\(?et\)?)? (?:anti-?cancer |manipulation|systemic )?(?:therap(?:y|ies)|treatments?|agents?|drugs?|regimens?|monotherapy|manipulation)(?: ?\(et\))?|\bets?\b(?= (?:in|for|as|with|regimens?|monotherapy|must|plus|or|and)|\))|anti-?(?:o?estrogens?)\b`,
    ENDOCRINE,
  ],
  [
    String.raw`pi3k ?\/ ?akt ?\/ ?mtor${INHIBITOR}?(?: pathway${RX})?|(?:pi3k|akt|mtor)(?: ?(?:,|\/|or|and\/or|and) ?(?:pi3k|akt|mtor))+${INHIBITOR}?|phosphatidylinositol 3-kinase pathway${RX}|pi3k ?[-\/] ?akt ?[-\/] ?mtor pathway`,
    ofClass('a PI3K, AKT or mTOR inhibitor', 'PI3K/AKT/mTOR inhibitor'),
  ],
  [
    String.raw`(?:pi3kα?|phosph(?:o|atidyl)-?inositide[- ]?3[- ]?kinases?|phosphatidylinositol[- ]?3[- ]?kinases?)(?: ?\(pi3k\))?(?:[- ]?alpha)?${INHIBITOR}`,
    ofClass('a PI3K inhibitor', 'PI3K inhibitor'),
  ],
  [String.raw`(?:akt|protein kinase b)(?: ?\(akt\))?${INHIBITOR}`, ofClass('an AKT inhibitor', 'AKT inhibitor')],
  [
    String.raw`(?:mtor|mechanistic target of rapamycin|mammalian target of rapamycin)(?: ?\(?\[?mtor\]?\)?)?${INHIBITOR}`,
    ofClass('an mTOR inhibitor', 'mTOR inhibitor'),
  ],
  [
    String.raw`(?:selective parp-?1(?! ?[/2])|parp-?1[- ](?:selective|specific))${INHIBITOR}`,
    { name: 'a PARP1-selective inhibitor', includes: ({ name }) => name === 'saruparib' },
  ],
  [
    String.raw`(?:parp[12]?|poly[- ]?\(?(?:adp|adenosine diphosphate)[- ]ribose\)?[- ]polymerase)(?: ?\(parp[12]?\))?${INHIBITOR}`,
    ofClass('a PARP inhibitor', 'PARP inhibitor'),
  ],
  [
    String.raw`(?:anti-?)?(?:pd-? ?[([]? ?l? ?[)\]]?-?1|programmed (?:cell )?death(?: receptor| protein)?[- ]?(?:ligand)?[- ]?1?)(?: ?\(pd-?l?1\))?(?: ?(?:\/|,|or|and|and\/or) ?(?:anti-?)?(?:pd-?\(?l?\)?-?[12]|programmed (?:cell )?death[- ]ligand[- ]?[12]|ctla-?4|lag-?3)(?: ?\(pd-?l?[12]\))?)*${INHIBITOR}?(?=.{0,40}(?:antibod|inhibit|agent|therap|blockade|treat))|(?<!cycle[- ])(?:immune )?checkpoint(?: pathway)?(?: ?\(?cpi\)?)?${INHIBITOR}|immuno-?therap(?:y|ies)(?: agents?)?|immuno-?oncology${RX}`,
    ofClass('immunotherapy', 'immunotherapy'),
  ],
  [String.raw`trop-?2(?:[- ](?:directed|targeted|targeting|adc))${RX}(?: ?adcs?)?`, ofClass('a TROP2 drug', 'TROP2 ADC')],
  [
    String.raw`(?:antibody[- ]?drug[- ]?conjugates?|adcs?)\b(?: ?\(adcs?\))?(?:,? ?(?:with|that contains?|containing|which consists? of|that consists? of|consisting of|comprising)(?: an?)? (?:exatecan|dxd|deruxtecan)(?: derivatives?)?(?: payload)?(?:(?:,? (?:that|which) is)? an? topoisomerase[- ](?:i|1) inhibitor)?)`,
    {
      name: 'an antibody-drug conjugate with an exatecan derivative',
      includes: (drug) => drug.classes.includes('topoisomerase I payload') && /deruxtecan|rezetecan|exatecan/.test(drug.name),
    },
  ],
  [
    String.raw`(?:antibody[- ]?drug[- ]?conjugates?|adcs?)\b(?: ?\(adcs?\))?(?: ?(?:with|containing|that (?:contains?|comprise[sd]?|consists? of)|consisting of|comprising|which consists? of|using|based on|carrying)(?: an?)? (?:(?:exatecan|deruxtecan|derivative|topoisomerase(?:[- ](?:i|1))?|topo[- ]?(?:i|1)|inhibitors?|payload|that|is|an?|of|or|dxd|camptothecin|i|1)[ ,-]*){1,9})`,
    {
      name: 'an antibody-drug conjugate with a topoisomerase I payload',
      includes: (drug) => drug.classes.includes('topoisomerase I payload'),
    },
  ],
  [
    String.raw`(?:(?:therap(?:y|ies)|treatments?|agents?|drugs?) (?:that contains?|containing|with) an? )?\btop(?:o|oisomerase)?[- ]?1i(?:nhibitors?)?\b|(?:topoisomerase[- ](?:i|1)|topo[- ]?(?:i|1))(?:[- ](?:inhibitors?|payloads?|based|targeted|adcs?|containing))+(?: (?:antibody[- ]drug conjugates?|adcs?))?(?: ?\(adcs?\))?`,
    ofClass('a topoisomerase I drug', 'topoisomerase I payload', 'topoisomerase I inhibitor'),
  ],
  [
    String.raw`${HER2}[- ](?:directed|targeted|targeting)? ?(?:antibody[- ]drug conjugates?|adcs?)`,
    ofClass('a HER2 antibody-drug conjugate', 'HER2 ADC'),
  ],
  [
    String.raw`(?:antibody[- ]?drug[- ]?conjugates?|adcs?)\b(?: ?\(adcs?\))?(?: therap(?:y|ies))?`,
    ofClass('an antibody-drug conjugate', 'antibody-drug conjugate'),
  ],
  [
    String.raw`${HER2}(?:[- ](?:specific|selective))?(?: ?tyrosine kinase inhibitors?| ?tkis?)(?: ?\(tkis?\))?|egfr\/her2 tkis?`,
    ofClass('a HER2 tyrosine kinase inhibitor', 'HER2 TKI'),
  ],
  [
    String.raw`(?:anti-?${HER2}|${HER2}[- ](?:directed|targeted|targeting|blocking|based|blockade))${RX}`,
    ofClass('anti-HER2 treatment', 'anti-HER2 therapy'),
  ],
  [String.raw`anthracycl[a-z]+${RX}`, ofClass('an anthracycline', 'anthracycline')],
  [String.raw`taxanes?${RX}`, ofClass('a taxane', 'taxane')],
  [String.raw`platinums?(?: salts?)?${RX}`, ofClass('a platinum drug', 'platinum')],
  [String.raw`fluoropyrimidines?${RX}|5-fu derivatives?`, ofClass('a fluoropyrimidine', 'fluoropyrimidine')],
  [String.raw`vinca[- ]alkaloids?${RX}`, ofClass('a vinca alkaloid', 'vinca alkaloid')],
  [String.raw`anti-?angiogenic${RX}|(?:anti-?)?vegfr?${INHIBITOR}`, ofClass('an anti-angiogenic drug', 'VEGF inhibitor')],
  [String.raw`egfr${INHIBITOR}`, ofClass('an EGFR inhibitor', 'EGFR inhibitor')],
  [String.raw`(?:anti-?androgens?|androgen receptor${INHIBITOR})(?: therapy)?`, ofClass('an antiandrogen', 'antiandrogen')],
  [
    String.raw`(?:bisphosphonates?|denosumab|bone[- ](?:modifying|targeted|resorptive|protective) (?:agents?|therapy)|rankl inhibitors?|osteoclast inhibitors?)(?: (?:therapy|treatment))?`,
    ofClass('a bone-protecting drug', 'bone-modifying agent'),
  ],
  ...SORTS_OF_DRUGS,
  [
    String.raw`cytotoxic(?: (?:anti-?cancer|systemic))?(?: (?:chemo-?)?(?:therap(?:y|ies)|agents?|treatments?|drugs?|regimens?))|(?:systemic |cytotoxic |palliative |combination |anti-?cancer )*chemo-?therap(?:y|ies|eutics?|eutic (?:agents?|regimens?|drugs?))(?: (?:regimens?|agents?|drugs?|treatments?))?|\bchemo\b`,
    CHEMOTHERAPY,
  ],
  [
    String.raw`(?:systemic |anti-?cancer |anti-?neoplastic |(?:cancer|tumou?r)-directed |anti-?tumou?r |cancer |oncolog(?:ic|y) |breast cancer )+(?:drug )?(?:therap(?:y|ies)|treatments?|agents?|regimens?|medications?|drugs?)`,
    SYSTEMIC,
  ],
]

import { findDrug, isOncology } from '../codes/drugs.ts'
import { INTERACTIONS, type Interaction } from '../codes/interactions.ts'
import { matchesOf } from '../codes/matches-of.ts'
import { guarded } from './guarded.ts'

/** How criteria name medicines: by what they do, and one by one. All patterns are for the plain text of a clause. */

export const GROUPS: readonly [RegExp, ...Interaction[]][] = [
  [
    /cyp ?3a|cytochrome p-?450 ?\(?(?:cyp\)? ?)?3a|cyp450|cytochrome/,
    'strong CYP3A4 inhibitor',
    'moderate CYP3A4 inhibitor',
    'strong CYP3A4 inducer',
    'moderate CYP3A4 inducer',
    'sensitive CYP3A4 substrate',
  ],
  [/2c8/, 'CYP2C8 inhibitor'],
  [/2c9|2c19/, 'CYP2C9 or CYP2C19 substrate'],
  [/2d6/, 'CYP2D6 inhibitor'],
  [/p-?gp|p-glycoprotein/, 'P-gp inhibitor'],
  [/bcrp|breast cancer resistance protein|oatp|organic anion|\boat[13]\b|\boct[12]\b|\bmate1|transporter/, 'transporter drug'],
  [/bone[- ](?:targeted|modifying|protecting)/, 'bone-modifying drug'],
  [/bisphosphonate|zoledron/, 'bisphosphonate'],
  [/denosumab|rankl/, 'RANKL inhibitor'],
  [/statin\b|statins\b/, 'statin'],
  [/\bcombined hormonal|birth control pill|oral contraceptive/, 'hormone replacement'],
  [/qtc?|torsade|pro-?arrhythmic/, 'QT-prolonging drug'],
  [/anti-?arrhythm/, 'antiarrhythmic'],
  [/vitamin k|coumarin|coumadin|warfarin/, 'vitamin K antagonist'],
  [/anti-?coag|heparin/, 'anticoagulant'],
  [/anti-?platelet/, 'antiplatelet drug'],
  [/proton|\bppis?\b/, 'proton pump inhibitor'],
  [/acid[- ]reduc|h2|antacid|gastric ph/, 'acid-reducing drug'],
  [/(?<!non-?)steroid|predniso|dexameth|glucocort/, 'corticosteroid'],
  [/immunosuppress|immune[- ]suppress|immuno-?modulat/, 'immunosuppressant', 'corticosteroid'],
  [/\btnf/, 'immunosuppressant'],
  [/replacement|estrogen|hrt|hormonal contra/, 'hormone replacement'],
  [/growth factor|g-?csf|colony|erythropo/, 'growth factor'],
  [/transfus/, 'transfusion'],
  [/immuno-?stimul/, 'immunostimulant'],
  [/nsaid|anti-?inflammatory/, 'NSAID'],
  [/\bmao|monoamine/, 'MAO inhibitor'],
  [/aspirin/, 'antiplatelet drug'],
  [/antibiotic|antibacterial|antifungal|antimicrob|anti-infective|antiviral/, 'antibiotic'],
  [/retroviral/, 'antiretroviral'],
  [/herb|st\.? john|grapefruit/, 'herbal medicine'],
  [/anti-?depress|\bssri|\bsnri/, 'antidepressant'],
  [/anti-?psychotic|neuroleptic/, 'antipsychotic'],
  [/anti-?convuls|anti-?epilep|anti-?seizure/, 'anticonvulsant'],
  [/opioid|opiate|narcotic/, 'opioid'],
  [/benzodiazepine|sedative|hypnotic/, 'sedative'],
  [/beta-?(?:adrenergic )?[- ]?block/, 'beta blocker'],
  [/calcium[- ]channel/, 'calcium channel blocker'],
  [/sglt-?2/, 'SGLT2 inhibitor'],
  [/glp-?1/, 'GLP-1 drug'],
  [/(?:anti-?diabetic|hypoglyc|glucose[- ]lowering)/, 'diabetes drug'],
  [/diuretic/, 'diuretic'],
  [/\bnep\b|neprilysin/, 'neprilysin inhibitor'],
  [/\bugt|glucuronosyl/, 'UGT inhibitor'],
  [/estrogens?\b/, 'estrogen'],
  [/androgen|anabolic/, 'androgen'],
  [/growth hormone/, 'growth hormone'],
  [/parathyroid/, 'parathyroid hormone'],
  [/calcitonin/, 'calcitonin'],
  [/cytokine/, 'cytokine'],
  [/supplement|vitamin(?! k)/, 'supplement'],
]
export const QUICK = guarded(
  /\btnf|anti-?tnf|anti-?(?:depress|psych|convuls|epilep|seizure|diabet)|ssri|snri|neurolept|opi(?:oid|ate)|narcotic|benzodiaz|sedativ|hypnotic|beta|calcium|sglt|glp|hypoglyc|glucose|diuretic|\bnep|neprilys|ugt|glucuron|androgen|anabolic|growth hormone|parathyroid|calcitonin|cytokine|supplement|vitamin|bcrp|oatp|organic anion|transporter|resistance protein|bisphosph|denosumab|rankl|zoledron|bone[- ](?:target|modif|protect)|statin|cyp|cytochrome|p-?gp|p-glyco|qt|torsade|anti-?arrhythm|anti-?coag|coumadin|warfarin|heparin|vitamin k|anti-?platelet|proton|\bppi|acid|h2|antacid|immuno-?modul|steroid|predniso|dexameth|glucocort|immun\w+[- ]?suppress|replacement|estrogen|hrt|growth factor|transfus|immuno-?stim|anti-?inflam|nsaid|aspirin|\bmao|monoamine|antifung|antivir|retrovir|predniso|csf|colony|erythropo|antibiotic|antibacterial|antimicrob|anti-infective|herb|john|grapefruit/,
)
const LEAD = String.raw`(?:\b(?:has|have|is|are|any|currently|current|receiv\w+|taking|takes?|taken|use|using|used|requir\w+|on|need|needs|of|for|with|the|a|an|treatment|treated|therapy|concomitant|concurrent|concurrently|chronic|systemic|long-term|ongoing|drugs?|medications?|medicines?|agents?|substances|products?|that|which|known|to|be|strong|moderate|potent|weak|or|and|and\/or|other|sensitive|by|daily|high-dose|high|dose|prior|previous|regular|continuous|therapeutic|full-dose|full|oral|parenteral|intravenous|iv|prophylactic|low|inhaled|topical|food|foods|herbal|preparations|supplements|receipt|history|cannot|discontinue|discontinued|exogenous|active|routine|either|including|immunosuppressive|medication|patients?|participants?|subjects?|who|within|last|than|greater|more|clinically|significant|relevant|a risk of|immunosuppressant|administration)\b[\s,/(]*){0,22}`
/** Classes of medicines by what they are for. "Estrogen receptor", "androgen deprivation" and a hormone in the blood are none. */
const CLASSES = String.raw`(?:(?:tricyclic |ssri |snri )?anti-?depressants?|ssris?\b|snris?\b|anti-?psychotics?|neuroleptics?|anti-?(?:convulsants?|epileptics?|seizure)|opioids?|opiates?|narcotics?|benzodiazepines?|sedatives?|hypnotics?|beta[- ]?(?:adrenergic )?[- ]?blockers?|(?:non-?dihydropyridine )?calcium[- ]channel[- ]blockers?|sglt-?2(?: inhibitors?|i\b)|glp-?1(?: receptor)? agonists?|anti-?diabetics?|(?:oral )?hypoglyc[a]?emics?|glucose[- ]lowering|diuretics?|(?:nep|neprilysin) inhibitors?|(?:ugt\w*|uridine ?'?5?'?[- ]?diphospho-?\s?glucuronosyl[- ]?transferase ?(?:\(ugt\))?) inhibitors?|estrogens\b|androgens\b(?! (?:receptor|depriv))|anabolic steroids?|(?:human )?growth hormones?|parathyroid hormones?|calcitonin|cytokines?|(?:anti-?)?tnf(?:[- ]?(?:α|alpha))?[- ](?:inhibitors?|antagonists?|blockers?|antibod(?:y|ies))|anti-?inflammator(?:y|ies)(?= (?:drug|med|agent|treat|ther))|(?:(?:vitamin|dietary|nutritional|mineral|food|herbal) )*supplements?\b|multi-?vitamins?)(?: (?:drugs?|medications?|medicines?|agents?|therap(?:y|ies)|treatments?|preparations?))?`
const CORE = String.raw`(?:${CLASSES}|(?:inhibitors?|inducers?|substrates?|modulators?)(?:[\s,/]*(?:and\/or|or|and|\/|of|the|strong|moderate|potent|weak|inhibitors?|inducers?|substrates?))*[\s(]*(?:of |the |hepatic |isoenzymes? |enzymes? |\s*\*\s*)*(?:cyp\w*|cytochrome[^,.;]{0,30}|p-?gp|p-glycoprotein|bcrp|breast cancer resistance protein|oatp\w*|organic anion[a-z -]{0,40}\w{0,6}|oat[13]|oct[12]|mate1\w*)(?: ?\([^()]{1,24}\))?(?:[\s,]*(?:and\/or|or|and|\/)[\s]*(?:cyp ?\w+|p-?gp|p-glycoprotein|bcrp|breast cancer resistance protein|oatp\w*|oat[13]|oct[12])(?: ?\([^()]{1,24}\))?)*|(?:(?:oral |intravenous |iv )*bisphosphonates?(?: (?:therapy|treatment))?|denosumab|(?:rankl|receptor activator of nuclear factor[^.;]{0,30}\(rankl\)) inhibitors?|zoledron\w+(?: acid)?|(?:narrow therapeutic (?:window|index|range) and (?:are )?)?(?:predominantly |primarily |mainly |extensively )?metaboli[sz]ed (?:through|by|via) (?:the )?(?:cyp\w+|cytochrome[^,.;]{0,30})(?:\/\d)?|bone[- ](?:targeted|modifying|protecting) (?:therapy|agents?|drugs?)|statins)|(?:cyp ?\d[a-z]\d{0,2}(?:\/\d)?|cytochrome p-?450(?: ?\(?cyp\d?\)?)?(?: ?\d[a-z]\d?(?:\/\d)?)?(?: \(cyp3a4?\))?|p-?gp|p-glycoprotein|bcrp)(?:[\s,/()]*(?:and\/or|or|and|\/|cyp\w+|p-?gp|bcrp|isoenzymes?|enzymes?|3a4|3a5|family))*(?: \([^()]{1,40}\))?[\s/-]*(?:strong |moderate |potent )*(?:inhibitors?|inducers?|substrates?|modulators?|inhibition|induction|inducing|inhibiting)(?:[\s,/]*(?:and\/or|or|and|\/|strong|moderate|potent|weak|inhibitors?|inducers?|substrates?))*|(?:qtc?[- ](?:interval[- ])?prolong\w+(?: (?:drugs?|medications?|agents?))?|(?:medications?|drugs?|medicinal products?|agents?|medicines?)[^.;]{0,60}(?:prolong\w*|lengthen\w*)(?: the)?(?: corrected)? qt(?:\/qtcf?|cf?)?(?: interval)?|(?:prolong\w*|lengthen\w*) (?:the )?(?:corrected )?qt(?:\/qtcf?|cf?)?(?: interval)?(?: and\/or| or)?(?: caus\w+| induc\w+)? ?(?:torsades?(?: de pointes?)?)?|torsades? de pointes?)|anti-?arrhythmics?(?: (?:therapy|drugs?|agents?|medications?|treatment))?|(?:anti-?vitamin k|vitamin k antagonists?|coumarin(?:-derived)?|warfarin|coumadin|heparin|low molecular weight heparin)(?: (?:anti-?coagulants?|medications?|therapy|derivatives?))*|(?:oral |full-dose |therapeutic )*anti-?coagula(?:nts?|tion|nt)(?: (?:therapy|treatment|agents?|medications?))?|anti-?platelet(?: (?:therapy|agents?|drugs?))?|(?:(?:intra-?nasal|inhaled|inhalational|ocular|intra-?ocular|ophthalmic|topical|intra-?articular|local|otic|nasal|low[- ]dose|physiologic(?:al)?(?: replacement)?|adrenal replacement|premedication)(?:,? (?:or|and|and\/or) |, ?|\/| ))+(?:doses? of )?(?:cortico-?)?steroids?(?: (?:injections?|sprays?|therapy|treatment))?|immuno-?modulat(?:ory|ing)(?: (?:agents?|drugs?|therapy|treatment))?|(?:combination )?anti-?retrovirals?(?: (?:therapy|treatment|regimen|medications?|drugs?))?(?: \(c?art\))?|proton[- ]pump inhibitors?(?: \(ppis?\))?|\bppis?\b|h2[- ](?:receptor )?(?:antagonists?|blockers?)|acid[- ]reducing (?:agents?|drugs?)|antacids?|(?:gluco)?cortico-?steroids?(?: (?:therapy|treatment))?|steroids?(?: (?:therapy|treatment|medications?))?|(?:doses? (?:of )?)?(?:(?:>|≥|greater than|more than|exceeding|at least) ?\d+ ?mg(?: ?\/ ?| per )?(?:day|d|daily)?(?: of)? ?)?(?:prednisone|prednisolone|methylprednisolone|dexamethasone|hydrocortisone)|glucocorticoids?|immuno-?suppress\w+(?: (?:therapy|treatment|agents?|drugs?|medications?|doses))*|immune[- ]suppress\w+(?: (?:therapy|agents?|drugs?|medications?))*|(?:hormone|estrogen|oestrogen|hormonal) replacement(?: (?:therapy|treatment))?(?: \(?hrt\)?)?|\bhrt\b|estrogens?[- ](?:containing|replacement)[a-z ]{0,30}|estrogen therapy|(?:h[a]?ematopoietic )?(?<!epidermal )(?<!endothelial )(?:growth|colony[- ]stimulating) factors?(?! receptor|[- ]2)(?: support)?(?: \([^()]{1,60}\))?|g-?csf|gm-?csf|erythropoietin\w*|(?:(?:packed )?red blood cells?|blood(?: products?)?|platelets?|prbc|rbc)(?: \([^()]{1,60}\))? transfusions?|transfusions?(?: of (?:any )?(?:blood products?|(?:packed )?red blood cells?|platelets|blood)(?: \([^()]{1,80}\))?)?|(?:iv |intravenous |systemic |oral )*(?:antibiotics?|antimicrobials?|anti-infectives?|antibacterials?|antifungals?|antivirals?(?! load))(?: (?:therapy|treatment|agents?))?|immuno-?stimulat\w+(?: (?:agents?|drugs?|medications?|therapy))?|non-?steroidal anti-?inflammatory(?: (?:drugs?|agents?|medications?))?(?: \(nsaids?\))?|nsaids?\b|(?:monoamine oxidase|mao)(?: ?\(maois?\)| ?\(mao\))? inhibitors?|aspirin|(?:natural )?herbal (?:preparations|medications?|medicines?|supplements?|remedies|products?)[a-z/ ]{0,30}|st\.? john'?s wort|grapefruit(?: juice)?)`
export const PATTERN = new RegExp(
  `${LEAD}${CORE}(?:[\\s,/(]*(?:and\\/or|or|and|,|\\()[\\s,/(]*(?:any |other |forms? of |form of |systemic |chronic |oral |strong |moderate |known |another |additional |use of |the )*${CORE}\\)?)*`,
  'g',
)
export const TAIL =
  /^(?:\s*\([^()]{0,200}\))?(?:[\s,]*(?:and )?(?:that|which|whose|within|in the|≤|<|at (?:a )?(?:dose|any|doses|greater|immunosuppressive)|for (?:the|more|at|any|treatment|a|longer|chronic|management)|prior to|before|during|exceeding|in (?:dosing|doses|excess)|>|≥|greater than|more than|dose|doses|other than those|equivalent|for \w+|on a|is|are not|treatment|therapy|at the time|\d+ ?mg|or equivalent|\(or equivalent\)|requir\w+|medication|drugs?|with (?:a )?(?:known|narrow|potential|risk|therapeutic)|unless discontinu\w+|taken|administ\w+|as |to (?:treat|control|manage))\b(?:\([^()]{0,160}\)|[^.;()]|\.(?=\d)){0,220})?/

/** Medicines named one by one: those of the tables, and others that protocols forbid. What treats cancer is judged with the treatments. */
const SINGLE = [
  ...new Set(
    Object.entries(INTERACTIONS)
      .filter(([group]) => group !== 'transfusion')
      .flatMap(([, names]) => names.split('|'))
      .concat(
        'danazol|oxandrolone|oxymetholone|methyltestosterone|fluoxymesterone|dehydroepiandrosterone|finasteride|dutasteride|spironolactone|metformin|insulin|lithium|theophylline|valproic acid|valproate|sacubitril|entresto|racecadotril|candoxatril|brivudine|sorivudine|terfenadine|astemizole|repaglinide|nateglinide|glyburide|fexofenadine|asunaprevir|danoprevir|halofantrine|bepridil|zidovudine|hydroxychloroquine|chloroquine|thalidomide|lenalidomide|levothyroxine|minocycline|allopurinol|colchicine'.split(
          '|',
        ),
      )
      .filter(
        (name) =>
          !/\.|statin\b|nsaid|hormone|vitamin|supplement|^(?:calcium|iron|zinc|magnesium|interferon|interleukin|androstenedione|anabolic steroid|calcitonin|ethinyl|mushroom|probiotic|coenzyme|omega-3|fish oil|folic acid|morphine|codeine)$|herbal|bisphosph|replacement|^estrogen|g-csf|gm-csf|estradiol|estriol|progesterone|testosterone$|grapefruit|cannabis|curcumin|dhea$|^bcg$/.test(
            name,
          ) || /[a-z]{3,}statin$/.test(name),
      )
      .filter((name) => {
        const drug = findDrug(name)
        return !drug || !isOncology(drug)
      }),
  ),
]
const NAME = `(?:${SINGLE.map((name) => name.replace(/ /g, '[ -]')).join('|')})(?: acid| sulfate| sodium| hcl)?`
/** "Treatment with phenytoin, carbamazepine or rifampicin". */
export const NAMED = new RegExp(
  String.raw`(?:\b(?:concomitant|concurrent|current|currently|use|using|treatment|treated|therapy|taking|takes|receiving|received|systemic|oral|chronic|ongoing|on|of|with|requir\w+|regular|daily|any|drugs?|medications?|such as|including|like)[\s,:(]+){0,8}\b${NAME}\b(?:[\s,/]{1,3}(?:(?:and\/or|or|and)[\s]+)?(?:other )?${NAME}\b)*`,
  'g',
)
const FIRST_WORDS: ReadonlySet<string> = new Set(SINGLE.map((name) => name.split(/[ -]/)[0] ?? name))
/** True when any word could be the name of a medicine: a quick look before the patterns. */
export function mayName(text: string): boolean {
  return text.match(/[a-z]{5,}/g)?.some((word) => FIRST_WORDS.has(word)) ?? false
}

/** The medicines that words name, lower case. */
export const namesIn = (words: string): string[] => [...new Set(matchesOf(words, ONE_NAME).map(([name]) => name))]
const ONE_NAME = new RegExp(String.raw`\b${NAME}\b`, 'g')

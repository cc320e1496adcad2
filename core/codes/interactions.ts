/**
 * Medicines that matter to trials because of what they do to other drugs or to the body. Generic names, lower case.
 * Sources: FDA table of CYP3A substrates, inhibitors and inducers (strong and moderate); CredibleMeds "known risk" of torsades; drug labels.
 */
export const INTERACTIONS = {
  'strong CYP3A4 inhibitor':
    'clarithromycin|telithromycin|ketoconazole|itraconazole|posaconazole|voriconazole|ritonavir|cobicistat|indinavir|nelfinavir|saquinavir|lopinavir|nefazodone|ceritinib|idelalisib|ribociclib|grapefruit|nirmatrelvir|paxlovid|troleandomycin|boceprevir|telaprevir',
  'moderate CYP3A4 inhibitor':
    'erythromycin|fluconazole|diltiazem|verapamil|aprepitant|ciprofloxacin|cyclosporine|dronedarone|isavuconazole|crizotinib|imatinib|netupitant|fluvoxamine|amiodarone|letermovir|conivaptan|tofisopam|fosaprepitant',
  'strong CYP3A4 inducer':
    "rifampin|rifampicin|carbamazepine|phenytoin|fosphenytoin|phenobarbital|primidone|enzalutamide|apalutamide|mitotane|st\\.? john'?s wort|hypericum|rifapentine|ivosidenib",
  'moderate CYP3A4 inducer':
    'efavirenz|bosentan|modafinil|rifabutin|etravirine|nafcillin|cenobamate|lesinurad|mavacamten|sotorasib|dabrafenib|armodafinil',
  'sensitive CYP3A4 substrate':
    'alfentanil|fentanyl|cyclosporine|ergotamine|dihydroergotamine|pimozide|quinidine|sirolimus|tacrolimus|cisapride|midazolam|triazolam|simvastatin|lovastatin|buspirone|eletriptan|sildenafil|felodipine|quetiapine|lurasidone|ticagrelor|tolvaptan|ivabradine',
  'CYP2C8 inhibitor': 'gemfibrozil|clopidogrel|deferasirox|teriflunomide|trimethoprim',
  'CYP2C9 or CYP2C19 substrate': 'warfarin|phenytoin|fosphenytoin|mephenytoin',
  'CYP2D6 inhibitor': 'paroxetine|fluoxetine|bupropion|quinidine|duloxetine|terbinafine|mirabegron|cinacalcet',
  'P-gp inhibitor':
    'amiodarone|carvedilol|clarithromycin|dronedarone|itraconazole|lapatinib|propafenone|quinidine|ranolazine|ritonavir|verapamil|ticagrelor|cyclosporine',
  'QT-prolonging drug':
    'amiodarone|sotalol|dofetilide|quinidine|procainamide|disopyramide|ibutilide|haloperidol|methadone|citalopram|escitalopram|ondansetron|azithromycin|clarithromycin|erythromycin|levofloxacin|moxifloxacin|ciprofloxacin|fluconazole|thioridazine|chlorpromazine|pimozide|droperidol|domperidone|donepezil|hydroxychloroquine|chloroquine|pentamidine|flecainide|vandetanib|arsenic|ribociclib|cisapride|propofol|anagrelide|cilostazol',
  'transporter drug':
    'cyclosporine|eltrombopag|gemfibrozil|rifampin|rifampicin|ritonavir|lopinavir|atazanavir|darunavir|saquinavir|telmisartan|sulfasalazine|rosuvastatin|pravastatin|pitavastatin|methotrexate|topotecan|teriflunomide|probenecid|cimetidine|dolutegravir|digoxin|curcumin|febuxostat|leflunomide|lapatinib|letermovir|simeprevir',
  anticoagulant:
    'warfarin|coumadin|acenocoumarol|phenprocoumon|apixaban|eliquis|rivaroxaban|xarelto|edoxaban|dabigatran|heparin|enoxaparin|lovenox|dalteparin|tinzaparin|fondaparinux',
  'vitamin K antagonist': 'warfarin|coumadin|acenocoumarol|phenprocoumon',
  'antiplatelet drug': 'clopidogrel|plavix|ticagrelor|prasugrel|dipyridamole|aspirin',
  'acid-reducing drug':
    'omeprazole|pantoprazole|esomeprazole|lansoprazole|rabeprazole|dexlansoprazole|famotidine|ranitidine|cimetidine|nizatidine',
  'proton pump inhibitor': 'omeprazole|pantoprazole|esomeprazole|lansoprazole|rabeprazole|dexlansoprazole',
  corticosteroid:
    'prednisone|prednisolone|methylprednisolone|dexamethasone|hydrocortisone|cortisone|betamethasone|decadron|medrol|deltasone',
  immunosuppressant:
    'tacrolimus|cyclosporine|mycophenolate|azathioprine|methotrexate|infliximab|adalimumab|etanercept|tocilizumab|rituximab|sirolimus|leflunomide|tofacitinib|vedolizumab|abatacept|ustekinumab',
  'hormone replacement':
    'estradiol|oestradiol|estrogen|premarin|conjugated estrogens|progesterone|medroxyprogesterone|tibolone|estriol|raloxifene|hormone replacement|testosterone',
  'bone-modifying drug':
    'denosumab|xgeva|prolia|zoledronic|zoledronate|zometa|pamidronate|ibandronate|alendronate|risedronate|bisphosphonate',
  bisphosphonate: 'zoledronic|zoledronate|zometa|reclast|pamidronate|ibandronate|alendronate|risedronate|clodronate|bisphosphonate',
  'RANKL inhibitor': 'denosumab|xgeva|prolia',
  'growth factor':
    'filgrastim|pegfilgrastim|neulasta|sargramostim|epoetin|darbepoetin|aranesp|erythropoietin|g-csf|gm-csf|romiplostim|eltrombopag',
  immunostimulant: 'interferon|interleukin|aldesleukin|thymosin|levamisole|bcg',
  NSAID: 'ibuprofen|naproxen|diclofenac|celecoxib|indomethacin|ketorolac|meloxicam|piroxicam|etodolac|nsaid',
  'MAO inhibitor': 'selegiline|rasagiline|phenelzine|tranylcypromine|isocarboxazid|moclobemide|linezolid',
  transfusion: 'transfusion|red blood cells|packed cells|prbc',
  antiarrhythmic: 'amiodarone|sotalol|dofetilide|flecainide|propafenone|quinidine|disopyramide|mexiletine|dronedarone|procainamide|digoxin',
  antibiotic:
    'amoxicillin|augmentin|cephalexin|cefazolin|ceftriaxone|levofloxacin|ciprofloxacin|azithromycin|doxycycline|trimethoprim|sulfamethoxazole|bactrim|vancomycin|piperacillin|meropenem|nitrofurantoin|clindamycin|metronidazole|fluconazole|acyclovir|valacyclovir|isoniazid',
  antiretroviral:
    'lopinavir|ritonavir|darunavir|atazanavir|dolutegravir|bictegravir|raltegravir|emtricitabine|tenofovir|efavirenz|rilpivirine|doravirine|lamivudine|abacavir|zidovudine|biktarvy|triumeq|genvoya',
  'herbal medicine':
    "st\\.? john'?s wort|ginkgo|ginseng|echinacea|kava|valerian|black cohosh|turmeric|curcumin|cannabis|cbd oil|saw palmetto|herbal|dhea|yohimbe|mistletoe",
  antidepressant:
    'sertraline|citalopram|escitalopram|paroxetine|fluoxetine|fluvoxamine|venlafaxine|desvenlafaxine|duloxetine|milnacipran|bupropion|mirtazapine|trazodone|vortioxetine|vilazodone|amitriptyline|nortriptyline|imipramine|clomipramine|doxepin|desipramine|phenelzine|tranylcypromine',
  antipsychotic:
    'quetiapine|olanzapine|risperidone|aripiprazole|haloperidol|clozapine|ziprasidone|lurasidone|paliperidone|chlorpromazine|cariprazine|brexpiprazole',
  anticonvulsant:
    'levetiracetam|keppra|lamotrigine|gabapentin|pregabalin|topiramate|valproate|valproic acid|divalproex|carbamazepine|oxcarbazepine|phenytoin|phenobarbital|lacosamide|zonisamide|clobazam|primidone',
  opioid: 'morphine|oxycodone|hydrocodone|hydromorphone|fentanyl|tramadol|codeine|methadone|buprenorphine|tapentadol|oxymorphone',
  sedative: 'lorazepam|diazepam|alprazolam|clonazepam|temazepam|midazolam|zolpidem|eszopiclone|zaleplon',
  'beta blocker': 'metoprolol|atenolol|bisoprolol|carvedilol|propranolol|nebivolol|labetalol|nadolol|sotalol|timolol',
  'calcium channel blocker': 'amlodipine|nifedipine|felodipine|diltiazem|verapamil|nicardipine|isradipine|lercanidipine',
  'SGLT2 inhibitor': 'empagliflozin|jardiance|dapagliflozin|farxiga|canagliflozin|ertugliflozin|sotagliflozin',
  'GLP-1 drug': 'semaglutide|ozempic|wegovy|liraglutide|dulaglutide|trulicity|exenatide|tirzepatide|mounjaro|zepbound',
  'diabetes drug':
    'metformin|insulin|glipizide|glyburide|glimepiride|gliclazide|pioglitazone|rosiglitazone|sitagliptin|linagliptin|saxagliptin|alogliptin|empagliflozin|jardiance|dapagliflozin|farxiga|canagliflozin|semaglutide|ozempic|liraglutide|dulaglutide|trulicity|tirzepatide|mounjaro|repaglinide|nateglinide|acarbose',
  diuretic:
    'furosemide|lasix|torsemide|bumetanide|hydrochlorothiazide|chlorthalidone|indapamide|spironolactone|eplerenone|triamterene|amiloride|metolazone',
  'neprilysin inhibitor': 'sacubitril|entresto|racecadotril|candoxatril',
  'UGT inhibitor': 'probenecid|atazanavir|valproate|valproic acid|gemfibrozil|regorafenib|nilotinib|diclofenac',
  estrogen: 'estradiol|oestradiol|estrogen|oestrogen|premarin|estriol|estrace|vagifem|ethinyl|tibolone',
  androgen:
    'testosterone|methyltestosterone|oxandrolone|oxymetholone|danazol|fluoxymesterone|nandrolone|stanozolol|dehydroepiandrosterone|dhea|androstenedione|anabolic steroid',
  'growth hormone': 'somatropin|somatotropin|genotropin|norditropin|humatrope|growth hormone|tesamorelin|mecasermin',
  'parathyroid hormone': 'teriparatide|forteo|abaloparatide|natpara|palopegteriparatide|parathyroid hormone',
  calcitonin: 'calcitonin|miacalcin',
  cytokine: 'interferon|interleukin|aldesleukin|peginterferon',
  supplement:
    'vitamin|multivitamin|cholecalciferol|ergocalciferol|fish oil|omega-3|biotin|magnesium|zinc|iron|calcium|folic acid|probiotic|melatonin|glucosamine|chondroitin|coq10|coenzyme|turmeric|curcumin|ginkgo|ginseng|echinacea|supplement|herbal|ashwagandha|mushroom|mistletoe',
  statin: 'simvastatin|atorvastatin|rosuvastatin|pravastatin|lovastatin|fluvastatin',
} as const satisfies Record<string, string>
export type Interaction = keyof typeof INTERACTIONS

const PATTERNS = new Map<string, RegExp>(Object.entries(INTERACTIONS).map(([group, names]) => [group, new RegExp(`\\b(?:${names})`, 'i')]))

/** True when a medicine, as a record names it, belongs to the group. */
export function isInGroup(medicine: string, group: Interaction): boolean {
  return PATTERNS.get(group)?.test(medicine) ?? false
}

/**
 * What single words of criteria speak of. `describes`: how, when, whose or how much of something; `place`: of the body; `illness`: a disease,
 * symptom or finding; `procedure`: what is done to a person; `medicine`: a drug or a class of drugs; `tumour`: a kind of cancer; `measure`: a
 * value, its unit or its limit; `gene`: a gene, protein or change of one; `team`: agreeing, being able, and what only people settle; `group`: a
 * part of the trial.
 */
export const SORTS = ['describes', 'place', 'illness', 'procedure', 'medicine', 'tumour', 'measure', 'gene', 'team', 'group'] as const
export type WordSort = (typeof SORTS)[number]

/** The sort of one word in lower case; undefined for a word of which nobody here knows what it names. */
export function sortOfWord(word: string): WordSort | undefined {
  const plain = word.replace(/^[^a-z0-9<>≥≤=%]+|[.,;:'"…-]+$/g, '').replace(/'s$/, '')
  const known = SORT_OF.get(plain)
  if (known) return known
  const single = singular(plain)
  const ofSingle = single === plain ? undefined : SORT_OF.get(single)
  if (ofSingle) return ofSingle
  if (NUMBER.test(plain)) return 'measure'
  for (const [pattern, sort] of BY_FORM) if (pattern.test(single)) return sort
  return ofParts(plain)
}

/** "Dose-dependent", "treatment/procedure": known where each of its parts is; the last one says what it is. */
function ofParts(word: string): WordSort | undefined {
  if (!/[-/]/.test(word)) return undefined
  const parts = word.split(/[-/]/).filter((part) => part !== '')
  if (parts.length < 2) return undefined
  const sorts = parts.map((part) => (PREFIX.test(part) ? 'describes' : sortOfWord(part)))
  return sorts.every((sort) => sort !== undefined) ? sorts.at(-1) : undefined
}
const PREFIX = /^(?:non|anti|post|pre|peri|intra|extra|inter|multi|re|sub|self|over|under|co|un|semi|bi|uni)$/

function singular(word: string): string {
  if (word.length < 5 || /(?:ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}

/** Numbers with their signs and units: "≥10", "50%", "1.5x", "10^9", "5mm", "2-4". */
const NUMBER = /^[<>≥≤=~]*\d[\d.,^]*(?:-\d[\d.,]*)?(?:%|x|mm|cm|mg|g|kg|ml|l|st|nd|rd|th)?$|^[<>≥≤=%]+$/

/** By the form of words, as Greek and Latin make them; the first that fits. */
const BY_FORM: readonly (readonly [RegExp, WordSort])[] = [
  [/(?:diagnos|progn|prophyla)(?:is|tic)$/, 'describes'],
  [/[a-z]{2,}(?:carcinoma|sarcoma|blastoma|melanoma|lymphoma|leuk(?:a?)emia|adenoma|glioma|cytoma|thelioma)$|[a-z]{3,}oma$/, 'tumour'],
  [
    /[a-z]{3,}(?:itis|osis|emia|aemia|uria|pathy|plegia|paresis|algia|trophy|megaly|penia|rrhea|rrhoea|rrhage|ectasis|philia|edema|iasis|opia|plasia|stenosis)$/,
    'illness',
  ],
  [/[a-z]{3,}(?:ectomy|ostomy|otomy|oscopy|plasty|centesis|graphy|embolization|pexy|desis|apheresis|therapy)$/, 'procedure'],
  [
    /[a-z]{3,}(?:mab|nib|ciclib|parib|lisib|sertib|metinib|rafenib|limus|taxel|rubicin|platin|tecan|strant|relin|relix|vedotin|deruxtecan|tansine|mustine|azole|cillin|mycin|floxacin|cycline|vir|statin|sartan|pril|olol|dipine|gliptin|gliflozin|glutide|dronate|dronic|xaban|gatran|parin|setron|azepam|oxetine|triptan|caine|profen|coxib|sone|solone|onide|cept|leukin|feron|stim|poetin|bine|trexate|trexed|fosfamide|degib|toclax|tinostat|domide|zomib|stat)$/,
    'medicine',
  ],
  [/^[a-z]{2,6}-?\d{3,6}[a-z]?$/, 'medicine'],
  [/^(?:cyp)?\d[a-z]\d{1,2}$|^cyp\d\w*$/, 'medicine'],
]

const SORT_OF = new Map<string, WordSort>()
const add = (sort: WordSort, words: string) => {
  for (const word of words.split(/\s+/)) if (word !== '' && !SORT_OF.has(word)) SORT_OF.set(word, sort)
}

add(
  'tumour',
  `adenocarcinoma squamous sarcomatoid sarcomatous sarcoma melanoma lymphoma leukemia leukaemia myeloma glioma neuroendocrine endometrioid mucinous serous
  malignant malignancy malignancies neoplasm neoplasia neoplastic situ dcis lcis carcinosarcoma adenosquamous carcinoid nsclc sclc hnscc crc rcc ccrcc hcc tnbc gbm gist uc
  desmoid metaplastic lobular ductal clear-cell anaplastic undifferentiated rhabdomyosarcoma cancerous lymphoid myeloid plasmacytoma premalignant pre-malignant tumoral
  cholangiocarcinoma mesothelioma thymoma keratinocyte basaloid blastic adnexal glioneuronal oligometastasis oligometastases oligometastatic oligoprogressive micrometastases
  metastasis metastases metastasized metastasised cns-only leptomeninges lmd carcinomatosis histology histologies histologic differentiation differentiated
  paget wilms kaposi ews ewing lymphangitic nonmelanoma non-melanoma melanotic nonmelanotic burkitt hodgkin non-hodgkin
  cancer bc gc molecular-subtype gross osteoblastic radical-tumour adeno scc subclinical-tumour langerhans lymphoproliferative myeloproliferative lymphoblastic acinar
  signet-cell adenoid mesoblastic icc mpm eoc psoc cll lms ehe nepc siewert primaries microinvasive foci nonmalignant carcinosarcomatous nsq merkel acral
  craniopharyngeal oncogenic hsncc pn0 uicc birads allred khorana inrc`,
)
add(
  'gene',
  `gene genes mutation mutations mutant mutated mutational alteration amplification amplified fusion rearrangement rearrangements deletion insertion translocation variant variants
  allele alleles germline germ-line somatic deleterious pathogenic loss gain exon codon expression expressing express overexpression overexpressing expressor biomarker biomarkers marker
  markers receptor receptors ligand protein proteins kinase oncogene proto-oncogene homolog wildtype wild-type wild dna rna ctdna cfdna sequencing sequenced genomic genomics genotype
  genetic genetics hereditary heterozygous homozygous microsatellite instability mismatch msi msi-h mmr dmmr pmmr tmb hrd hrr ddr loh ihc ish fish cish pcr rt-pcr ngs nextgeneration
  next-generation hybridization immunohistochemical immunohistochemically panel foundationone guardant polymerase methylation methylated promoter aberration aberrations aberrant
  er pr hr her2 her-2 her2-directed erbb2 pd-l1 pdl1 pd-1 egfr vegf vegfr fgfr alk ros1 ros-1 ret met ntrk kras nras hras braf brca brca1 brca2 palb2 atm chek2 bard1 brip1
  rad51 rad51b rad51c rad51d cdk12 cdk4 cdk6 fanca fancc pten tp53 pik3ca esr1 akt akt1 mtor idh idh1 idh2 nf1 mdm2 g12c g12d v600 v600e l858r t790m trk tki-na
  cps tps combined proportion ki-67 oncotype mammaprint prosigna pam50 basal basal-like luminal her2-e her2-enriched her2-low her2-zero her2-ultralow signature trop2 trop-2
  nectin-4 claudin cldn18.2 claudin18.2 hla hla-a folate fr-alpha cea ca125 psa afp hcg ca15-3 antigen antigens score ratio positive negative positivity expressor amplifications
  equivocal deficient proficient deficiency genotyping karyotype chromosome chromosomal homologous recombination repair biallelic monoallelic truncating missense frameshift nonsense
  splice actionable targetable driver
  coagulation-gene molecular ihc3 mutation-positive sdhx exon19del del subunit nucleotide gspt1 mek mek1 nf-1 rb1 ccne1 ccne-1 cdh1 cdkn2a b2m h1 hla-c hla-b
  chromogenic staining isoforms fluorescence silver probe probes cep17 polymorphism polymorphisms prmt factor-v leiden aldehyde-dehydrogenase dehydrogenase catalase
  dpd dpyd g6pd g6pdh g6p tpmt ugt1a1*28 cd20 cd19 cd38 cd47 cd70 cd137 lag-3 tim-3 tigit ox40 gitr ido mage-a4 prame gper founder neg ras mitogen-activated
  phosphoinositide-3-kinase lof gof`,
)
add(
  'medicine',
  `inhibitor inhibitors chemotherapy chemotherapies immunotherapy immunotherapies endocrine hormonal hormone hormones biologic biologics biological anticancer anti-cancer antitumor
  anti-tumor anti-tumour antineoplastic anti-neoplastic cytotoxic cytotoxics antibody antibodies monoclonal conjugate adc adcs checkpoint vaccine vaccines vaccination vaccinations
  immunization steroid steroids corticosteroid corticosteroids glucocorticoid glucocorticoids dexamethasone prednisone prednisolone prednisone-equivalent immunosuppressive
  immunosuppressant immunosuppressants immunosuppression anticoagulant anticoagulants anticoagulation antiplatelet warfarin heparin lmwh aspirin nsaid nsaids antiepileptic
  anti-epileptic antiepileptics anticonvulsant anticonvulsants anti-seizure antiseizure antibiotic antibiotics antifungal antifungals antiviral anti-viral antivirals antiarrhythmic
  anti-arrhythmic antihypertensive antihypertensives antidepressant antidepressants antipsychotic antipsychotics opioid opioids analgesic analgesics narcotic narcotics inducer
  inducers substrate substrates modulator modulators agonist agonists antagonist antagonists analog analogs analogue analogues degrader degraders serd serds serm serms ai ais aromatase
  estrogen estrogens oestrogen progesterone progestin testosterone androgen androgens tamoxifen fulvestrant letrozole anastrozole exemestane goserelin platinum taxane taxanes anthracycline
  anthracyclines fluoropyrimidine alkylating alkylator nitrosourea nitrosoureas bisphosphonate bisphosphonates rankl denosumab pembrolizumab nivolumab atezolizumab ipilimumab durvalumab
  cisplatin carboplatin oxaliplatin tki tkis cpi cpis ici icis interferon interferons interleukin interleukins cytokine cytokines g-csf gm-csf gcsf csf erythropoietin growth-factor
  thyroxine levothyroxine insulin metformin contraceptive contraceptives supplement supplements vitamin vitamins herbal herb herbals botanical juice juices grapefruit pomelo starfruit
  antacid antacids ppi ppis h2 radiopharmaceutical radiopharmaceuticals radionuclide radioligand lutetium 177lu 225ac tracer iodine nanoparticle liposomal exp product products compound
  medicine medicines medicament drug-drug cyp cyp3a4 cyp2d6 cyp2c9 cyp2c19 cyp1a2 p-gp bcrp oatp ugt1a1 transporter transporters enzyme-inducing xa iia thrombolytic thrombolytics
  thrombin p450 cytochrome mao monoamine ssri serotonin psychotropic sedative sedatives hypnotics stimulant cannabis cannabinoid marijuana nicotine alcohol opiates cocaine
  hydroxyurea mitomycin mitomycin-c cyclophosphamide methotrexate capecitabine bcnu il-2 il-12 car-t lymphocyte-activated t-dxd t-dm1 dato-dxd eribulin vegf-targeted
  immune-checkpoint anti-pd-1 anti-pd1 anti-pd-l1 anti-pdl1 anti-pd-l2 anti-ctla-4 anti-ctla4 anti-her2 anti-egfr anti-estrogen antiestrogen anti-androgen antiandrogen anti-hormonal
  payload mmae topoisomerase microtubule proteasome parp wee1 chk1 atr pi3k ezh2 hdac demethylating hypomethylating immunomodulatory immunomodulator immunostimulatory
  modality modalities radiosensitizer fluids eye-drops inhaler lotion cream ointment gel patch suppository investigational on-study off-study on-treatment off-treatment biosimilar
  prodrug placebo pd- abemaciclib palbociclib ribociclib folfox cmf ac-t tchp tch adt hrt ocp gnrh lhrh nutrient probiotic
  l1 l2 molecule molecules small-molecule mab mabs bone-targeted bone-directed radio myelosuppressive derivative derivatives io io-based et tyrosine isoenzyme
  isoenzymes cyp2b6 cyp2c8 taxane-based platinum-based trastuzumab-based anthracycline-based chemo anti-convulsant mannitol lhrha glycopeptide busulfan ticlopidine
  replaglinide sulfinpyrazone sulfonylurea procarbazine tmz acetaminophen paracetamol nitrosureas hydroxychloroquine chloroquine tricyclic tricyclics immunostimulant
  immunostimulants stimulator stimulators radioimmunoconjugates radioimmunotherapy radioimmunoconjugate poly-iclc proton-pump-inhibitor fluids steroid-eluting eluted
  mifepristone cortisol methyltestosterone actinomycin-d dactinomycin ptx nevirapine sglt2i bb betablocker beta-blocker beta-blockers dihydropyridine
  non-dihydropyridine diltiazem verapamil digoxin statins pde5 nitrate nitrates serotoninergic serotonergic coumadin fondaparinux nep sacubitril mushrooms nucleoside
  antiretroviral antiretrovirals haart art prep emtricitabine chemoprevention antineoplastics nanoliposomal oncolytic cell-based gene-therapy bcg adjuvants yeast
  biotin st-john's-wort wort cbd thc hallucinogen toxin toxins botulinum imp adc1 adc2 dc1 nonapproved parpi pi3ki cdk4i cdk4/6i akti egfr-i eaas xenobiotic excipient
  excipients adjuvant-vaccine nonsteroidal anti-inflammatory antiinflammatory thyroid-hormone bisphosphonic oct2 mate mate1 mate2-k bsep oat`,
)
add(
  'procedure',
  `surgery surgeries surgical surgically operation operations operated resection resections resected resectable unresected excision excised excisional mastectomy lumpectomy lumpectomies
  radiation radiotherapy irradiation irradiated radiated re-irradiation reirradiation rt xrt ebrt sbrt srs sabr wbrt imrt gamma knife radiosurgery brachytherapy chemoradiation
  chemoradiotherapy proton protons ablation ablative radiofrequency cryoablation embolization chemoembolization radioembolization transplant transplants transplantation graft grafts
  grafting transfusion transfusions transfused apheresis leukapheresis plasmapheresis dialysis hemodialysis catheter catheters stent stents stenting shunt shunts drain drains drainage
  drained paracentesis thoracentesis puncture pacemaker defibrillator defibrillators implant implants implanted implantable implantation prosthesis prostheses injection injections
  infusion infusions procedure procedures dissection debulking cytoreduction cytoreductive laparoscopy laparoscopic laparotomy thoracotomy craniotomy endoscopy colonoscopy bypass
  angioplasty revascularization ventilation oxygen intubation hospitalization hospitalized hospitalised anesthesia anaesthesia anesthetic sedation needle fna fine-needle aspirate
  aspiration mammogram mammography scintigraphy spirometry echocardiogram echocardiography electrocardiogram ecg ekg ecgs ekgs 12-lead lead holter angiography castration orchiectomy
  oophorectomy hysterectomy salpingectomy salpingo-oophorectomy sterilization sterilisation sterilized ligation vasectomy reconstruction lymphadenectomy alnd slnb sentinel
  intervention conditioning stem-cell rescue support supportive feeding gastrostomy nutrition tube port line device devices photography acupuncture massage physiotherapy rehabilitation
  staging restaging exam examination exams examinations physical workup assessment assessments measured draw draws collection phlebotomy blood-draw swab radionuclides localization
  biopsied biopsiable re-biopsy re-excision core archival archived paraffin paraffin-embedded formalin formalin-fixed ffpe block blocks slide slides unstained cytology fresh frozen
  hormone-replacement replacement rechallenge retreatment re-treatment re-challenge maintenance consolidation induction washout wash-out screening-test dental extraction tattoo
  piercing electroporation thermotherapy hyperthermia immunoablative conserving conservation breast-conserving wound-healing tonometry ophthalmoscopy ultrasonography gadolinium
  stereotactic radical removal injected reinfusion percutaneous endoscopic placement implanting beam sampling biospecimen incision corrective operative re-staging
  restaged rebiopsy transoral thoracoscopic cart tace hipec y-90 yttrium-90 auscultation venipuncture radiology-guided image-guided catheter-derived augmentation
  mammoplasty xenotransplantation allo auto-hct hct hsct asct ablating nasogastric tonsillar ileal-conduit hemibody sedated hospitalisation hospitalise defibrillation
  resuscitation mechanical-ventilation dosimetry image images imaged photos neuroimaging eeg eegs muga colposcopy workups conformal`,
)
add(
  'place',
  `brain cns central nervous system systems spinal spine cord cranial intracranial extracranial extra-cranial skull base brainstem brain-stem midbrain pons medulla cerebellar cerebellum
  cerebral leptomeningeal meninges meningeal calvarium chiasm optic nerve nerves peripheral head neck oral cavity oropharynx oropharyngeal hypopharynx hypopharyngeal nasopharynx
  nasopharyngeal larynx laryngeal pharynx salivary thyroid parathyroid eye eyes ocular intraocular corneal cornea retinal retina uveal conjunctival ear lung lungs pulmonary pleural
  pleura chest thoracic thorax mediastinal mediastinum bronchial airway airways tracheal respiratory heart cardiac cardio coronary ventricular atrial valve valves valvular pericardial
  myocardial vascular vessel vessels artery arteries arterial vein veins venous vena cava aortic aorta carotid portal liver hepatic hepatobiliary biliary bile duct ducts gallbladder
  pancreas pancreatic spleen splenic stomach gastric gastroesophageal esophageal esophagus oesophageal oesophagus esophagogastric gastrointestinal gastro-intestinal gi intestinal
  intestine bowel colon colonic rectum rectal anal anus appendix appendiceal colorectal enteric abdomen abdominal peritoneal peritoneum retroperitoneal pelvis pelvic kidney kidneys
  renal ureter urinary tract urothelial bladder urethral prostate prostatic testicular genitourinary uterine uterus endometrial endometrium cervix cervical vaginal vagina vulvar ovarian ovary
  ovaries fallopian tube tubes gynecologic gynecological reproductive breast breasts mammary nipple areola chest-wall wall axilla axillary supraclavicular infraclavicular internal
  node nodes nodal lymph lymphatic lymphovascular angiolymphatic bone bones bony skeletal skeleton marrow joint joints hip femoral vertebral limb limbs extremity extremities muscle
  muscular musculoskeletal tendon soft skin cutaneous dermal subcutaneous mucosal mucosa epidermal epithelial hair nail hand foot face scalp organ organs visceral viscera extranodal
  blood hematologic haematologic hematological haematological hematopoietic platelet lymphocyte granulocyte leukocyte plasma serum cell cells t-cell b-cell stem progenitor cellular
  immune adrenal pituitary gonadal gland glands body trunk field fields side contralateral ipsilateral bilateral unilateral left right regional locoregional loco-regional local
  distant extrahepatic intrahepatic intratumoral parenchyma parenchymal interstitial stromal germ mucous membranes dental tooth teeth jaw mouth throat nasal sinus heart-valve plexus
  quadrant margin margins hilum diaphragm neuromuscular muscle-invasive endocrine-gland thymus lymphovascular junction ge gej extra-axial dura dural ocular-surface macular
  follicle digestive surface surfaces gut gall-bladder space cerebrospinal ventricle sinusoidal branches branch canal subdermal extrapulmonary intrabronchial
  pancreaticobiliary ampullary front posterior anterior mantle basin basins fetal fetus oblongata column pyloric satellite satellites hilar cavitary pleuroperitoneal
  anatomical anatomic extracapsular perihilar wall-of moiety`,
)
add(
  'illness',
  `disorder disorders abnormality abnormalities abnormal dysfunction impairment impaired insufficiency failure syndrome syndromes symptom symptoms symptomatic sign signs sequelae
  complication complications toxicity toxicities event events adverse ae aes irae iraes sae reaction reactions hypersensitivity allergy allergies allergic anaphylaxis anaphylactic
  intolerance intolerant infection infections infectious infected viral virus bacterial fungal parasitic mycobacterial sepsis fever febrile tuberculosis hiv hepatitis hbv hcv hsv htlv
  syphilis cmv ebv covid-19 covid sars-cov-2 influenza pneumonia pneumonitis ild colitis injury injuries trauma traumatic fracture fractures wound wounds ulcer ulcers ulceration
  ulcerations bleeding hemorrhage haemorrhage bleed hematoma thrombosis thrombus embolism clot clots stroke infarction ischemia ischemic angina arrhythmia arrhythmias arrhythmic
  tachycardia bradycardia mobitz torsades brugada fibrillation hypertension hypotension effusion effusions ascites edema oedema swelling obstruction stenosis stricture perforation fistula
  fistulas abscess hernia compression encasement invasion invading erosion degeneration necrosis fibrosis cirrhosis jaundice encephalopathy seizure seizures epilepsy convulsion
  neuropathy paralysis weakness dementia delirium depression depressive anxiety psychosis psychiatric suicidal suicide bipolar schizophrenia addiction dependence abuse alcoholism
  autoimmune autoimmunity immunodeficiency immunocompromised inflammation inflammatory rash dermatitis psoriasis eczema vitiligo alopecia diabetes diabetic hyperglycemia
  hypoglycemia endocrinopathy endocrinopathies hypothyroidism hyperthyroidism anemia anaemia neutropenia thrombocytopenia cytopenia cytopenias leukopenia diathesis diatheses
  coagulopathy hemophilia malabsorption absorption diarrhea diarrhoea nausea vomiting constipation anorexia cachexia fatigue pain headache headaches dyspnea cough dizziness
  confusion deficit deficits illness illnesses comorbidity comorbidities co-morbidity co-morbidities ailment lesion mass nodule nodules cyst cysts cystic stones gallstones
  diverticulitis pancreatitis cholecystitis appendicitis granulomatosis vasculitis arthritis lupus sarcoidosis amyloidosis porphyria gout osteoporosis osteopenia cataract cataracts
  glaucoma keratopathy keratitis retinopathy uveitis blindness hearing deafness tinnitus prolongation qt qtc qtcf deterioration decompensation decompensated exacerbation relapse
  crisis shock arrest death anomaly anomalies malformation defect defects congenital predisposition menopause amenorrhea infertility pregnancy pregnant lactation death anaphylactoid
  cholangitis emr spasticity tremor ataxia gvhd graft-versus-host rejection lymphedema hydrothorax proteinuria hematuria hypercalcemia hyperkalemia hypokalemia hypocalcemia
  dehydration hyperplasia dysplasia atypia atypical pleurisy silicosis pneumothorax emphysema copd asthma apnea hypoxia dyskinesia parkinson alzheimer wegener wilson castleman gilbert
  sezary mycosis hemochromatosis polyp polyps diverticulosis incontinence dysphagia xeroderma addison hashimoto sjogren crohn graves raynaud burden risk risks factor factors
  mania hallucination hallucinations insomnia stress distress harm overdose smoker smokers smoking tobacco drinking disability dementia
  arrythmia arrhythmogenic flutter syncope syncopal vaso-vagal dtm uncompensated mood electrolyte electrolytes remission epi antiphospholipid herpes zoster digeorge
  immunecompetence immunoincompetence sicca ototoxicity hepatotoxicity cardiotoxicity mal-absorption malnutrition clotting hypercoaguable aplasia hypoplasia
  paraneoplastic pneumocystis pandemic hydropericardium endocrinal imaes ire teae dlt dlts hyper-reactivity herniation impingement pigmentosum creutzfeldt-jakob
  disfunction derangement unhealed cormorbidities comorbid morbidity inflammatory-process menarche menstruation atherosclerosis aneurysms varices hemangioma
  personality suicidality ideation addictive drug-abuse cytokine-release crs neurotoxicity icans tls tumour-lysis lysis xerostomia presentation cluster episode
  episodes attack attacks incident harmful damage`,
)
add(
  'measure',
  `laboratory lab labs value values count counts level score scores scale index indices interval intervals clearance function functions functional functioning volume ejection fraction
  lvef fev1 fvc dlco saturation spo2 pressure systolic diastolic rate bpm beats resting ms msec mmhg hg mm cm ml dl mg kg mcg ug g gm gram grams iu u l miu ng pg mmol umol mol meq
  gy cgy centigray mci mbq uln lln x xuln normal range ranges limit limits upper lower bound creatinine bilirubin albumin glucose hba1c inr pt ptt aptt prothrombin thromboplastin
  transaminase transaminases alt ast alp ldh aminotransferase alanine aspartate alkaline phosphatase phosphate potassium sodium calcium magnesium hemoglobin haemoglobin hematocrit
  neutrophil neutrophils platelets anc wbc gfr egfr-rate crcl cockcroft-gault cockcroft gault fridericia bazett formula equation calculated calculation measured estimated corrected
  weight height bmi mass body-mass size sizes diameter dimension dimensions longest short axis thickness depth length wide larger largest greater smaller less lower higher highest
  lowest equal exceeding exceeds exceed above below between over under about approximately average mean median total cumulative sum number amount dose-level intensity frequency
  percentage percent proportion ratio concentration density urine proteinuria protein-creatinine 24-hour hours hour minutes minute seconds daily weekly monthly morning fasting
  day-1 per kilogram age aged years-old older younger old minimum-age elapsed elapse period performance status-score karnofsky ecog lansky zubrod eastern cooperative york nyha
  class child-pugh childs pugh gleason gec-esgar sofa mmse phq-9 moca fact fev dl1 pcwg3 recist1 irecist rano pcwg lugano cheson iwg hormone-level estradiol fsh
  follicle-stimulating luteinizing gonadotropin chorionic troponin bnp csf-value tsh lipase amylase cd4 viral-load load loads titer titre copies copy undetectable detectable
  qol visual acuity logmar snellen oxygen-saturation temperature calorie calories caloric intake pack-year pack-years cigarettes megabase mut mb burden-score two-fold fold times-uln
  elevated elevation increase increased decrease decreased decline low high raised reduced reduction reference institutional-range
  coagulation min international measurement measurements surface-area hematology haematology chemistry absolute erythrocyte erythrocytes leukocytes c points point
  analysis cc predicted triplicate percentile out-of-range tbil creatine cpk ck ggt gamma-glutamyl dimer d-dimer ferritin t4 t3 free-t4 hb rr1 pvr auc milliseconds
  millimeter millimeters centimeter centimeters deciliter liter liters microliter x10 x0.85 parameter parameters red white-cell weighing weigh weighs content slope
  uptake suv suvmax score-of total-score scoring instrument terminology electrocardiographic pack packs rating readings reading daily-rate vital calculating
  quantification quantitative 24h 48hrs hrs ac kilo pulse heart-rate desaturation vo2peak vo2max exertion room-air air room optimum six-minute grip-strength gait m2
  m^2 cu yr yrs mos wk wks qd bid tid kcal`,
)
add(
  'team',
  `consent consents consented assent signing sign signs agree agrees agreed agreement willing willingness unwilling refuse refuses refusal able unable ability inability capable incapable
  comply complying compliance adhere adherence cooperate follow-up followup follow follow-ups attend attending return undergo complete completing questionnaire questionnaires survey surveys interview
  diary understand understanding comprehend comprehension read write speak speaking english spanish french chinese japanese german language fluent literate literacy internet telephone
  phone smartphone computer email app technology access accessible place resident residing living lives live reside home transportation insurance insured security affiliated employee
  employees staff family member members relative relatives spouse partner partners child children parent parents guardian guardians representative representatives legal legally
  authorized lar caregiver caregivers provider providers prisoner prisoners institutionalized incarcerated court judge opinion judgment judgement discretion investigator principal
  pi oncologist oncologists physician physicians clinician clinicians doctor doctors surgeon radiologist cardiologist cardiologists specialist monitor monitors committee team board
  multidisciplinary consultation consult consulted counselor counselors discuss discussed discussion decision decide willingly voluntarily voluntary donate donation bank banking
  biobank participate participating information data privacy authorization hipaa release purposes research researcher researchers interfere interferes interfering interference compromise
  compromised confound confounds affect affects affecting impact hinder impede limit-participation jeopardize preclude precludes prevent prevents preventing prohibit impair impairs safety
  safe safely unsafe hazard efficacy interpretation interpret results-of outcome outcomes endpoint endpoints benefit benefits benefited survival expectancy contraindicated contraindicate
  contraindication contraindications contra-indicated contra-indication inappropriate unsuitable suitable suitability reasonable reasonably feasible unfeasible feasibility difficult
  difficulty impossible appropriateness inadvisable amenable indicated indication indications claustrophobia compatible incompatible personal circumstances social
  educational psychological sociological geographical geographic logistic logistical barriers health healthy wellbeing fit unfit tolerate tolerated tolerating tolerance tolerability
  lie flat swallow self-care pursue seeking seek desire desires desired choose chooses opt opted decline-treatment offered offer prefer preferred preference notify inform informed
  provide provides providing provision submit submission submitted send share permission permitting allow allows permit approval approve ethics governance policy policies document-signed
  contraception abstinence abstain barrier condom condoms intrauterine iud childbearing child-bearing potential fertile fertility wocbp pocbp menstrual menses sexual sexually
  breastfeeding breast-feeding nursing lactating birth conceive fathering father sperm egg eggs ova donate-sperm pregnancies
  makes make authority dated determine confer scientifically pursued considerations obtain obtained-from ascertained depends list key please trajectory exhausted
  awareness know majority detailed give given-to act deems prepared verification incur convey medicare medicaid play repository retain share sharing chart thought
  shield privacy own rationale display recognized decided judged-to qualify-for pose poses posing places place-at endanger harm-to damage-to obey cooperation adherent
  reimbursement opportunity perspective expect think believe believes feel feels agreeable permission-for delegate designee desktop device-owner tablet learn learning
  cognition cognitive cognitively mental capacity competence competent incompetent decisional decision-making self-report proxy communicate communicating literally
  hospice palliative-care support-system caring custody military refrain avoid avoided avoidance commit commitment commits adhering accept accepts acceptance accepting
  willing-to attempt attempts justify justified outweigh outweighs recommends recommend advise advised advice recommended-by supervise sponsor-investigator
  self-declared monogamous romantic partnered partnership intimate reproduction vas-deferens vas deferens spermicide spermicides spermicidal double-barrier
  withdrawal-method coitus intercourse tubal diaphragm sponge cap pill pills withdrawn-consent waived waive document documents copy-of written audio-recorded
  recorded-session zoom video session sessions classes class-attendance exercise-program walk`,
)
add(
  'group',
  `cohort expansion escalation exploration part phase arm module optional lead-in run-in backfill basket umbrella randomization randomized randomised enrolling enroll enrolled enter entered entering
  enrollment recruitment recruited registry registered institute institution institutions hospital hospitals clinic clinics center department anderson md mayo university dfci mgh mskcc network cooperative
  japan china korea korean taiwan france french germany italy spain uk usa states united europe european india russia singapore site-specific scenario scenarios scheduled schedule visit program
  programme sponsored protocol-specified protocol-defined per-protocol assigned assignment allocated allocation treatment-arm stakeholder stakeholders professional professionals student students teacher
  clinical-site group-specific double-blind open-label blinded crossover sub-study companion optionally observational interventional noninterventional non-interventional
  followed recorded deviation waiver exemption exemptions exception exceptions criterion-specific confirmatory
  part1e admission academic barcelona demographic cog backfill back-fill dl2 dose-finding aurora exploratory site-id study-id tumor-board enrolments opened closed-to
  siteman swog alliance-trial nrg ecog-acrin ucsf ucla upenn stanford toronto canada australia australian brazil israel netherlands belgium poland sweden denmark
  norway switzerland turkey thailand vietnam philippines malaysia hong kong mainland practice practices tertiary community referral referred veterans va kaiser`,
)
add(
  'describes',
  `grade g1 g2 g3 stage iia iib iiia iiib iiic subtype differentiated control controls quality overall oriented activation view accurate fast
  stable unstable stability controlled uncontrolled well-controlled poorly-controlled progressive progressing progression progressed progresses worsening worse deteriorating recurrence recurring recur recurred
  recurs relapsing relapsed refractory resistant resistance sensitive sensitivity insensitive responsive unresponsive responding response responses respond responded responder responders failed failing fail fails failure-of
  discontinued discontinue discontinuation discontinuing stopped stop stopping cessation interrupted interruption withdrawn withdrawal held hold holding switched switch switching changed change changes changing
  modified modification modify adjusted adjustment asymptomatic untreated treated-naive naive naïve na ve pretreated treatment-naive heavily minimally residual remaining remain remains persistent persisting persist
  ongoing continued continuing continuous continuously intermittent intermittently occasional episodic frequent frequently rapid rapidly slow slowly sudden acute chronic subacute long-term short-term lasting prolonged prolong
  sustained durable permanent permanently temporary temporarily transient new newly-diagnosed new-onset onset de novo late delayed recurrent-disease serious seriously severe severely severity moderate moderately mild minor
  major minimal minimally significant significantly insignificant important marked substantial extensive massive limited life-threatening fatal lethal debilitating disabling clinically-significant relevant
  suspected suspicious suspicion suggestive suspect possible possibly potential potentially probable probably likely unlikely presumed apparent obvious overt occult evident unequivocal unequivocally definite
  definitive certain uncertain unknown unclear unexplained uncured cured curative curatively cure cureable incurable curable palliative palliation adequate adequately inadequate inadequately sufficient sufficiently insufficient
  appropriate-for effective effectively ineffective success successful successfully unsuccessful uncomplicated complicated complex simple multiple multifocal multicentric unifocal bifocal single solitary double dual triple
  several numerous few only alone combined combination-with concurrent concurrently simultaneous simultaneously synchronous metachronous sequential sequentially consecutive separate separately separated independent
  together isolated diffuse disseminated focal generalized localized localised local widespread deep superficial internal external open closed primary-site original initial initially first-degree second-degree final
  invasive non-invasive noninvasive infiltrating intact unresolved resolved resolution resolve resolves resolving recovered recovery recovering healed healing unhealed nonhealing non-healing reversible irreversible improved
  improvement improving normalised normalized returned return-to-baseline baseline-level better best complete-response partial maximal maximum optimal suboptimal standardized conventional routine routinely regular regularly
  irregular usual usually common commonly rare rarely general generally special specialised main mainly mostly predominant predominantly partially fully entirely completely exclusively especially particularly approximately
  requiring require requires needing necessitating involving involves involve involved including-of containing contain contains contained causing causes leading leads led resulting result-in induced induce inducing producing
  attributed attributable secondary-to due-to related-to unrelated treatment-related treatment-induced drug-induced chemotherapy-induced radiation-induced disease-related cancer-related non-cancer non-cancer-related
  immune-mediated immune-related therapy-related therapy-induced tumor-related drug-related predisposing predispose predisposes precipitating contributing associated-with characterized manifested manifestation manifestations
  shown show shows showing demonstrate demonstrated demonstrates demonstrating proven prove detected detectable-by found seen observed identified visible palpable visualized apparent-on measurable-by undergone underwent
  undergoing experienced-by experiencing suffer suffering suffered developed develop developing development acquired inherited familial first-time onset-of preexisting pre-existing existing-before historical historic former
  formerly recent-onset prior-to subsequent subsequently thereafter preceding immediate immediately imminent impending urgent emergent emergency elective upcoming next last-known following-treatment post-treatment
  pre-treatment postoperative preoperative peri-operative perioperative pre-existing-condition post-operative intraoperative prophylactic prophylactically prophylaxis preventive prevention therapeutic therapeutically
  symptomatic-treatment symptomatically diagnostically cosmetic systemic systemically topical topically inhaled intranasal oral-route orally intravenous intravenously iv intramuscular im sc subcutaneously intrathecal
  intravitreal intra-articular transdermal parenteral enteral topical-use injectable nasal-spray spray sprays drops inhaled-sprays local-therapy targeted-at targeting target targets directed against specific-for selective
  selectively non-selective direct directly indirect indirectly strong potent weak high-dose low-dose physiologic physiological supraphysiologic full-dose daily-dose equivalent equivalents equivalence similar like comparable
  analogous related-compound other-than similar-in alternate alternative alternatively substitute backup additional-of extra non none-of not-other less-than more-than either-of enough too very extremely highly strongly
  strict strictly severely-limiting poor poorly good excellent fair favorable unfavorable low-risk high-risk intermediate-risk intermediate high-grade low-grade well moderately-differentiated elderly adult adults pediatric
  adolescent geriatric premenopausal postmenopausal perimenopausal pregnant-or lactating-or naturally natural spontaneous spontaneously artificial surgical-menopause induced-menopause gender sex race ethnicity ethnic
  black white asian hispanic latina latino african american caucasian self-identify self-identifying self-identified born identical
  taking take takes taken intake-of undertaken undertake initiate initiated initiating begin begins beginning-of began commence commenced start-of end ended ending finish finished conclude elapsed-since passed
  off on through throughout-the beyond within-the until-after outside inside between-the among around near close adjacent proximity distant-from away apart toward towards across along against-the
  exposure exposed exposures use-of usage user users reliant dependent dependence-on dependency need-for demand prone anticipated anticipate anticipates anticipating planned-for planning scheduled-for intends intend
  intending intent intention intentionally purpose aim goal expectation eligible-for waiting pending allocated-to expected-to projected designed designated selected select selection chosen candidate-for qualify qualifies
  qualified meeting-criteria meeting defining definable noted documented-in stated-in specified-in mentioned defined-in discussed-in submitted-in evaluable evaluated evaluating assessable unevaluated re-evaluated
  reevaluated considered-as judged-as regarded counted excludable includable allowable acceptable-to permissible permitting-of mandatory mandated obligatory obligate necessary-for essential recommended recommendation
  recommendations conduct conducted conducting managed management handle handled handling addressed responded-to aborted failed-to capable-of prone-to undesirable unacceptable unacceptably unmanageable uncontrollable intractable
  unstable-on noncontrolled non-controlled non-responsive non-amenable nonamenable untested tested-for unscreened unavailable available-as obtainable attainable accessible-to biopsy-accessible large bulky big huge small
  tiny massive-size enlarging growing growth shrinking spread spreads spreading disseminating extension extending extended extends extent reaching confined limited-to restricted restriction restrictions surrounding
  encasing abutting occupying affected affected-by unaffected-by disease-free event-free progression-free symptom-free free-of free clear clear-cut cleared negative-margins active-phase actively active-form inactive
  inactivated activated activating live attenuated non-live killed replicating recombinant chimeric humanized human murine synthetic whole wholly half double-dose entire-body multi-focal pan multi non- pre- post- anti-
  re- ex- co- type-i type-ii type-1 grade-i grade-ii category categories class-i class-ii subclass subgroup subset kind-of variety form-of nature natured origin original-site source etiology aetiology cause-of mechanism
  mechanisms action pathway pathways signaling signalling axis-of metabolism metabolic metabolize metabolized metabolised excretion excreted elimination eliminated pharmacologic pharmacological pharmacologically
  pharmacokinetic pharmacokinetics pharmacodynamic interaction interactions interact interacting sensitive-to narrow window margin-of index-of therapeutic-window regulation regulated regulatory marketed commercial
  commercially over-the-counter otc prescription prescribed nonprescription non-prescription off-label licensed authorised approved-for reimbursed-by household illegal illicit recreational legalised misuse substance substances
  food foods beverage meal meals diet diets dietary fruit fruits fasting-state exercise activity activities lifestyle behavior behaviour environmental occupational travel-to sedentary
  event-driven related relationship regarding concerning respect respective respectively accordingly corresponding correspond matched matching consistent-with concordant discordant discrepancy discrepant
  whether either neither case cases situation situations instance scenario-of example-of issue issues matter problem problems concern concerns attribute attributes feature features finding findings characteristic
  characteristics criterion-for evidence-of presence-of absence evidence-based objective objectively subjective clinical-sign investigator-assessed confirmed-by biochemical biochemically radiological-progression
  serologic serologically serology serological virologic virologically pathologically-proven histologically-proven validated validation certified accredited clia-certified clia-validated outside-laboratory performed-at
  standard-dose allowed-before counted-as regardless now currently-on today present-day past-history lifetime ever never once twice thrice again repeatedly re-starting age-related hormone-sensitive hormone-receptor
  castrate-resistant castrate castration-resistant platinum-sensitive platinum-resistant platinum-refractory treatment-refractory endocrine-resistant endocrine-sensitive androgen-dependent estrogen-dependent hormone-dependent
  steroid-dependent steroid-refractory transfusion-dependent insulin-dependent oxygen-dependent dose-limiting dose-dependent time-dependent drug-resistant multidrug-resistant multi-drug second-line third-line 1l 2l 3l
  1st 2nd 3rd 4th line-of unidimensional unidimensionally bidimensional bidimensionally accurately reliably reproducibly serially serial sequentially-measured technique techniques method methods modality-of spiral helical
  multidetector calipers caliper clinical-exam target-lesion non-target nontarget index-lesion lytic osteolytic blastic-lesion mixed-lesion sclerotic component-of solid-component liquid fluid wet dry fixed mobile
  tender painful painless itchy visible-to inflamed ulcerated ulcerating necrotic calcified healed-up unhealed-wound surgical-site scar non-breast breast-only extramammary node-positive node-negative
  biologically chemically physically mentally emotionally medically psychiatrically neurologically neurologic neurological neuro hemodynamically cardiovascular cerebrovascular hemorrhagic haemorrhagic thromboembolic
  embolic thrombotic fibrotic cirrhotic hypertensive hypotensive hypoxic anoxic diabetic-type epileptic psychotic manic depressed anxious anorexic obese overweight underweight cachectic malnourished immunosuppressed
  immune-suppressed immunocompetent immuno opportunistic granulomatous allogeneic allogenic autologous autogenous syngeneic hematopoietic-stem donor recipient orthotopic heterologous chemical mechanical electrical electric
  electronic magnetic ferromagnetic metallic metal titanium ionizing radioactive nuclear ultraviolet thermal
  refused refuse-to lost missing incomplete incompletely evidence-free non-evaluable misdiagnosed eradicated ablated excisable inoperability operability unresectability operable non-resectable nonresectable
  next-of suppressing suppressed suppression suppressive stimulating stimulate stimulated blocking block-of blockade inhibiting inhibit inhibits inhibition inhibitory enhancing enhance modulating altering alter alters
  alter-absorption influence influences influenced reduce reduces reducing prolonging shorten shortens increase-in increases increasing decreasing rising falling raise raises lowering elevate doubling double-of
  risk-reducing risk-reduction life-saving life-sustaining life-prolonging anticancer-effect symptomatic-relief relief relieve alleviate alleviation treat treats treatable treating-of manageable prevents-from sparing
  multi-organ single-organ oligo poly mono meaningful marked-by notable noticeable severe-form advanced-form terminal end-stage late-stage early-stage mid-stage pre-stage aggressive indolent smoldering smouldering
  latent dormant carrier carriers exposed-to contact contacts household-contact non-infectious noninfectious aseptic sterile communicable transmissible vertical endemic area-of travel-history zone outbreak epidemic
  scheduled-date index-date cutoff deadline timeline timely time-frame timeframe time-point timepoint early-on duration-of long longstanding long-standing short-lived brief briefly instant within-hours overnight
  before-meal fed fasted fasting-glucose hydrated dehydrated calm awake asleep ambulatory bedridden bedbound bed wheelchair confined-to mobile-person upright up about waking sitting standing walking
  become becomes becoming plus radical-intent rest association remained monitoring monitored generation first-generation second-generation third-generation 1-week
  2-week 6-week pd rule participated reliable mediated occasion occasions harboring harbor harbors post pre considerations-of dosing chain state states formation
  element elements unaffected collected prompting integrity clearly transmural morphology full absorb absorbs absorbed skipping bearing spent alongside check senior
  formulation formulations possibility rendering covered classification screen location locations punctate rezatapopt-like salvage process processes life programmed
  mixed continuation demonstration effect effects spacing euthyroid interrupt interrupts enzyme enzymes alike peri-operative analytically unproductive brady tachy
  virally excessive excess adoptive survivor survivors laid term terms altered tolerable transition transitions transitioned endothelial aspect aspects preparation
  preparations yellow project projects dominant inclusive plain smear precautions identifies in-situ pre-specified 30-day 7-days 1-year implies facilitate later-line
  first-line frontline upfront omit omitted recording mandated-by obliterative placing putative weaned wean tumor-induced seizurogenic randomly unexpected
  exceptionally modifying relating re-start restart restarting focus definitively reserve reserves image-detected uncharacterized choice timing progressively
  encountered encounter item items structurally purify dosed sinistral structural non-clinically pre-dose at-risk adjudicated published continuance accompany
  accompanying derive derived organ-threatening formalinfixed lung-specific delay delayed-for uninjectable impinging one ones exchange alive non-treatment
  measurable-site greatest greater-of histologically-confirmed ruled out-of rhythm achieving achieve achieved valid coming precluding boost boosted supplementation
  supplementary microscopic microscopically macroscopic stratified transport transfer shortening hrd-associated ophthalmological ophthalmologic ophthalmic cicatricial
  spanning post-menarchal co-stimulation endoscopically stool stools pre-entry exacerbated exacerbate landmark withhold withheld prevented-by non-amendable
  non-amendable overlapping overlap overlaps trigger triggered unhealable digestion what produce produces produced unmeasurable triplet doublet intercurrent declared
  candidacy stimulation co-occurrence co-occurring unrelieved precursor precursors managing correction corrected-for apparently millimeter-sized distribution
  nontreatment nonspecific ret-targeted likewise furthermore moreover granulocyte-macrophage seasonal regimes regime material materials disease-specific domain
  instructions declined immune-modulatory avoided-by maintained maintain maintains equivalently address addressing regrowth worst worst-seeing traditional granted
  ration conversion convert remarkable unremarkable attach studied identification identify indexed removed pre-operatively conjugation analytical evans basis
  documenting weakly strongly-positive mature immature alcoholic complementary immunocompromising catastrophe implementation movement evaluate evaluates conscious
  consciousness experimental impacted comprehensive non-study prediction inapparent alerting immunity unplanned planned-for forgo forego adjunctive adversely
  penetrance penetrant augment pause paused stenotic visually compensated measuring uncompensated-form atrophic contractility tool tools raising retrospective
  prospective prospectively purely molecularly confidential manage suggest suggests suggested modifier modifiers located reactive apparent-cause notwithstanding
  conjunction versus rather instead thereof thereby hence meanwhile via using-of given-that unless-otherwise incl specifically-for particular certain-type sort sorts
  whatever whenever wherever whoever whomever anyone anybody everyone someone something anything nothing everything much many lot little bit per-day accordance-with
  attained attain reached reach reaches exceeds-by arise arises emerging emerged emerges occurred-in persistently consecutive-days intervening interim subsequent-to
  cross-reactive cross-over washout-of carry carried carries carrying hold-off drug-free medication-free treatment-free chemotherapy-naive endocrine-naive
  never-treated earliest latest newest oldest prior-line pretreated-with rechallenged repeat-dose escalated escalating tapering tapered taper tapers stabilization
  stabilized stabilised compensate dysregulated unregulated deregulated overactive hyperactive hypoactive weakened reversal reversing resuming resume resumed
  continuous-use spot spots patchy unusual atypical-form typical classic classical novel common-form so-called eg-like inherent intrinsic extrinsic idiopathic
  cryptogenic iatrogenic nosocomial degenerative demyelinating neurodegenerative vaso-occlusive occlusive compressive restrictive obstructive nonobstructive dilated
  hypertrophic ischaemic infarcted rheumatic rheumatologic rheumatologics dermatologic dermatological pulmonologic gynecologic-type urologic urological nephrologic
  hepatologic gastroenterologic endocrinologic endocrinological hematologically psychologic sensory motor autonomic cognitive-type vestibular auditory olfactory
  visual-type`,
)

/**
 * Conditions other than the cancer itself: name, wider conditions that it is a kind of, and the words for it (lower case, `|` between;
 * spaces stand for spaces, hyphens and slashes; a plural s is not needed). Ordinary medical synonyms; abbreviations as notes write them.
 */
export const CONDITION_TABLE: readonly [name: string, kindsOf: readonly string[], words: string][] = [
  // heart and vessels
  [
    'heart disease',
    [],
    'heart disease|cardiac disease|cardiovascular disease|cardiac condition|cardiac abnormality|cardiovascular abnormality|cardiac illness|cardiac disorder|cardiovascular disorder|cardiovascular event|cardiac event|cardiac dysfunction|cardiovascular condition|cardiac comorbidity|heart condition|cardiac history|cardiovascular risk factor|cardiac impairment|impaired cardiac function|cardiac function impairment|cardiovascular impairment|vascular disease|cardio vascular disease|cardiac pathology|cardiac problem|cardiac repolarization abnormality|cardiovascular system pathology|cardiac condition',
  ],
  [
    'heart failure',
    ['heart disease'],
    'heart failure|congestive heart failure|congestive cardiac failure|chf|cardiac failure|hfref|hfpef|left ventricular failure|cardiac insufficiency|heart insufficiency|congestive heart disease|left ventricular dysfunction|lv dysfunction|ventricular dysfunction|systolic dysfunction|left ventricular systolic dysfunction|decompensated heart failure|cardiac decompensation',
  ],
  [
    'cardiomyopathy',
    ['heart disease'],
    'cardiomyopathy|hypertrophic cardiomyopathy|dilated cardiomyopathy|restrictive cardiomyopathy|cardiotoxicity|trastuzumab cardiotoxicity|symptomatic cardiomyopathy',
  ],
  [
    'myocardial infarction',
    ['coronary disease'],
    'myocardial infarction|myocardial infraction|mi|heart attack|stemi|nstemi|acute coronary syndrome|acs|heart infarction|cardiac infarction',
  ],
  ['angina', ['coronary disease'], 'angina|angina pectoris|unstable angina|unstable angina pectoris|stable angina|anginal syndrome'],
  [
    'coronary disease',
    ['heart disease'],
    'coronary artery disease|cad|coronary heart disease|ischemic heart disease|ischaemic heart disease|cardiac ischemia|myocardial ischemia|coronary disease|ischemic cardiac disease|coronary insufficiency|ischemic cardiomyopathy|atherosclerotic heart disease',
  ],
  [
    'coronary revascularization',
    ['coronary disease'],
    'coronary artery bypass|coronary artery bypass graft|coronary bypass|cabg|percutaneous coronary intervention|pci|coronary stent|coronary angioplasty|vascular stent|angioplasty|coronary peripheral artery bypass graft|peripheral artery bypass graft|stenting|vascular stenting|coronary artery stenting|revascularization',
  ],
  [
    'arrhythmia',
    ['heart disease'],
    'arrhythmia|cardiac arrhythmia|dysrhythmia|ventricular arrhythmia|cardiac dysrhythmia|supraventricular arrhythmia|rhythm disorder|heart rhythm abnormality|cardiac rhythm abnormality|ventricular dysrhythmia|tachyarrhythmia|bradyarrhythmia|cardiac conduction abnormality|conduction abnormality|conduction disorder|ventricular ectopy',
  ],
  ['atrial fibrillation', ['arrhythmia'], 'atrial fibrillation|afib|a fib|atrial flutter|af'],
  [
    'ventricular tachycardia',
    ['arrhythmia'],
    'ventricular tachycardia|ventricular fibrillation|torsades de pointes|torsade de pointes|torsades|tdp|supraventricular tachycardia|svt|multifocal premature ventricular contraction|bigeminy|trigeminy|sustained ventricular tachycardia|sick sinus syndrome|bradycardia|sinus bradycardia',
  ],
  [
    'heart block',
    ['arrhythmia'],
    'heart block|bundle branch block|left bundle branch block|complete left bundle branch block|lbbb|right bundle branch block|rbbb|bifascicular block|av block|atrioventricular block|third degree heart block|second degree heart block|third degree av block|second degree av block|high grade av block|complete heart block|mobitz type ii|degree atrioventricular block|atrioventricular node block|degree atrioventricular node block|mobitz ii|mobitz ii heart block',
  ],
  [
    'long QT syndrome',
    ['arrhythmia'],
    'long qt syndrome|long qt interval syndrome|factor that increase the risk of qtc prolongation|factor that increase the risk of qt prolongation|factor that increase the risk for qtc prolongation|risk of arrhythmic event|congenital long qt syndrome|qt prolongation|qtc prolongation|prolonged qt syndrome|long qt|prolonged qt interval',
  ],
  [
    'valvular heart disease',
    ['heart disease'],
    'valvular heart disease|valvular disease|cardiac valve disease|heart valve disease|valvopathy|valvular stenosis|aortic stenosis|mitral stenosis|mitral regurgitation|clinically significant valvular disease|cardiac valvulopathy',
  ],
  [
    'pericardial disease',
    ['heart disease'],
    'pericarditis|pericardial effusion|pericardial disease|myocarditis|endocarditis|cardiac tamponade',
  ],
  [
    'hypertension',
    [],
    'hypertension|arterial hypertension|high blood pressure|essential hypertension|systemic hypertension|htn|elevated blood pressure|hypertensive disease',
  ],
  [
    'hypertensive crisis',
    ['hypertension'],
    'hypertensive crisis|hypertensive encephalopathy|malignant hypertension|hypertensive emergency',
  ],
  ['hypotension', [], 'hypotension|orthostatic hypotension|relative hypotension|symptomatic hypotension'],
  ['pulmonary hypertension', [], 'pulmonary hypertension|pulmonary arterial hypertension|cor pulmonale'],
  [
    'stroke',
    ['cerebrovascular disease'],
    'stroke|cerebrovascular accident|cerebral vascular accident|cerebrovascular incident|cva|cardiovascular accident|cerebral infarction|ischemic stroke|hemorrhagic stroke|brain infarction',
  ],
  ['transient ischemic attack', ['cerebrovascular disease'], 'transient ischemic attack|transient ischaemic attack|tia'],
  [
    'cerebrovascular disease',
    [],
    'cerebrovascular disease|cerebrovascular event|cerebral vascular disease|cerebral hemorrhage|cerebral haemorrhage|intracranial hemorrhage|intracranial bleeding|carotid stenosis|cns hemorrhage|central nervous system hemorrhage|subarachnoid hemorrhage|cns bleeding|brain perfusion problem|intracerebral hemorrhage',
  ],
  [
    'peripheral vascular disease',
    [],
    'peripheral vascular disease|peripheral arterial disease|peripheral artery disease|pvd|aortic aneurysm|aneurysm|aortic dissection|abdominal aortic aneurysm|peripheral ischemia|arterial insufficiency',
  ],
  [
    'pulmonary embolism',
    ['thromboembolism'],
    'pulmonary embolism|pulmonary embolus|pulmonary emboli|pe|lung embolism|pulmonary thromboembolism',
  ],
  [
    'deep vein thrombosis',
    ['thromboembolism'],
    'deep vein thrombosis|deep venous thrombosis|dvt|venous thrombosis|venous thromboembolism|vte|thrombophlebitis|venous thromboembolic event|vein thrombosis|venous thromboembolic disease',
  ],
  [
    'thromboembolism',
    [],
    'thromboembolism|thromboembolic event|thromboembolic disease|thrombosis|thrombotic event|arterial thrombosis|arterial thromboembolism|arterial thromboembolic event|thrombotic disorder|blood clot|thromboembolic disorder|thromboembolic phenomena|thrombotic or embolic event|embolism|hypercoagulable state|hypercoagulability|thrombophilia|thrombotic episode|thrombo embolic event|thromboembolic complication',
  ],
  [
    'bleeding',
    [],
    'bleeding|hemorrhage|haemorrhage|bleeding event|hemorrhagic event|hemoptysis|gastrointestinal bleeding|gi bleeding|gi bleed|haemoptysis|gastrointestinal hemorrhage|hematemesis|active bleeding|bleeding episode|pathologic bleeding|pulmonary hemorrhage|tumor bleeding',
  ],
  [
    'bleeding disorder',
    [],
    'bleeding diathesis|hemorrhagic diathesis|coagulopathy|bleeding disorder|coagulation disorder|hemophilia|von willebrand disease|clotting disorder|bleeding tendency|blood clotting disorder|thrombocytopathy|hemorrhagic disorder|blood dyscrasia|platelet disorder|hematologic disorder',
  ],
  [
    'sudden death in the family',
    [],
    'family history of sudden death|family history of idiopathic sudden death|family history of unexplained sudden death|family history of sudden unexplained death|family history of sudden cardiac death|family history of long qt syndrome|family history of long qt interval syndrome',
  ],
  ['cardiac arrest', ['heart disease'], 'cardiac arrest|sudden cardiac arrest|cardiogenic shock|symptomatic ischemia|unstable ischemia'],
  [
    'abnormal ECG',
    [],
    'ecg abnormality|abnormality in rhythm|important abnormality in rhythm|clinically important abnormality in rhythm|abnormality in rhythm conduction or morphology|electrocardiogram abnormality|electrocardiographic abnormality|abnormal ecg|abnormal electrocardiogram|abnormality in rhythm conduction or morphology of resting ecg|abnormality of resting electrocardiogram|abnormality of resting ecg',
  ],
  ['congenital heart defect', ['heart disease'], 'congenital heart defect|congenital heart disease|cardiac shunt'],
  ['removal of a lung', [], 'pneumonectomy|lobectomy of the lung'],
  ['tumour cavitation', [], 'cavitation|cavitating lesion|cavitating lung lesion'],
  [
    'parenteral nutrition',
    [],
    'parenteral nutrition|total parenteral nutrition|tpn|iv hydration|tube feeding|feeding tube|intravenous hydration|intravenous alimentation|enteral nutrition',
  ],
  [
    'myelodysplastic syndrome or acute leukaemia',
    [],
    'myelodysplastic syndrome|mds|acute myeloid leukemia|acute myelogenous leukemia|aml|mds aml',
  ],
  ['syncope', [], 'syncope|dizziness|blurred vision'],
  ['tumour lysis or superior vena cava syndrome', [], 'superior vena cava syndrome|tumor lysis syndrome'],
  // lungs
  [
    'interstitial lung disease',
    ['lung disease'],
    'interstitial lung disease|ild|pneumonitis|interstitial pneumonitis|interstitial pneumonia|drug induced interstitial lung disease|drug induced pneumonitis|drug induced ild|non infectious pneumonitis|noninfectious pneumonitis|immune related pneumonitis|immune mediated pneumonitis|idiopathic pneumonitis|organizing pneumonia|bronchiolitis obliterans|interstitial disease|interstitial bilateral lung disease|inflammatory lung disease|ild pneumonitis',
  ],
  ['radiation pneumonitis', ['interstitial lung disease'], 'radiation pneumonitis|radiation pneumonopathy'],
  ['pulmonary fibrosis', ['interstitial lung disease'], 'pulmonary fibrosis|idiopathic pulmonary fibrosis|lung fibrosis|ipf'],
  [
    'lung disease',
    [],
    'lung disease|pulmonary disease|pulmonary disorder|lung disorder|pulmonary condition|pulmonary illness|lung condition|pulmonary compromise|respiratory disease|pulmonary dysfunction|respiratory compromise|lung illness|respiratory disorder|pulmonary function compromise|compromised pulmonary function|respiratory insufficiency|respiratory failure|severe dyspnea|dyspnea at rest|dyspnea|restrictive lung disease|restrictive lung disorder|lung specific intercurrent clinically significant illness|lung specific illness|pulmonary involvement|significant pulmonary condition',
  ],
  [
    'COPD',
    ['lung disease'],
    'chronic obstructive pulmonary disease|chronic obstructive pulmonary disorder|chronic obstructive lung disease|copd|emphysema|chronic bronchitis|obstructive pulmonary disease',
  ],
  ['asthma', ['lung disease'], 'asthma|reactive airway disease|bronchospasm'],
  [
    'oxygen dependence',
    ['lung disease'],
    'supplemental oxygen|oxygen therapy|continuous oxygen|home oxygen|oxygen dependence|oxygen supplementation|requirement for oxygen',
  ],
  ['pleural effusion', [], 'pleural effusion|malignant pleural effusion'],
  ['ascites', [], 'ascites|peritoneal effusion|third space fluid|third space fluid collection'],
  ['sarcoidosis', ['autoimmune disease', 'lung disease'], 'sarcoidosis'],
  // infections
  [
    'HIV',
    ['immunodeficiency', 'infection'],
    'hiv|human immunodeficiency virus|hiv infection|aids|acquired immunodeficiency syndrome|acquired immune deficiency syndrome|human immunodeficiency virus infection|hiv 1|hiv 1 2|hiv positive|hiv seropositive|hiv positivity|hiv aids|acquired immunodeficiency|human immunodeficiency virus positive|human immune deficiency virus|immunodeficiency virus',
  ],
  [
    'hepatitis B',
    ['hepatitis', 'infection'],
    'hepatitis b|hepatitis b virus|hbv|hep b|hepatitis b infection|hbv infection|hepatitis b virus infection|chronic hepatitis b|hbsag positive|hepatitis b surface antigen|hbsag|type b hepatitis',
  ],
  [
    'hepatitis C',
    ['hepatitis', 'infection'],
    'hepatitis c|hepatitis c virus|hcv|hep c|hepatitis c infection|hcv infection|hepatitis c virus infection|chronic hepatitis c|hepatitis c antibody|hcv antibody|hcv rna|type c hepatitis',
  ],
  ['hepatitis A', ['hepatitis', 'infection'], 'hepatitis a|hav|hepatitis d|hepatitis e'],
  [
    'hepatitis',
    ['liver disease'],
    'hepatitis|viral hepatitis|chronic hepatitis|infectious hepatitis|autoimmune hepatitis|alcoholic hepatitis|chronic viral hepatitis',
  ],
  [
    'tuberculosis',
    ['infection'],
    'tuberculosis|tb|active tuberculosis|bacillus tuberculosis|mycobacterium tuberculosis|latent tuberculosis',
  ],
  ['COVID-19', ['infection'], 'covid 19|covid|sars cov 2|coronavirus disease 2019|coronavirus disease|sars cov2|coronavirus'],
  ['pneumonia', ['infection'], 'pneumonia'],
  ['sepsis', ['infection'], 'sepsis|septicemia|bacteremia|septic shock'],
  [
    'infection',
    [],
    'infection|infectious disease|bacterial infection|viral infection|fungal infection|systemic infection|opportunistic infection|infectious process|infectious illness|bacterial viral or fungal infection|infectious condition|infectious complication|abscess|cellulitis|febrile illness|active infection|intercurrent infection|unexplained fever|fever|parasitic infection|mycobacterial infection',
  ],
  ['herpes zoster', ['infection'], 'herpes zoster|shingles|varicella zoster|herpes simplex|cytomegalovirus|cmv|epstein barr virus|ebv'],
  // immune system
  [
    'autoimmune disease',
    [],
    'autoimmune disease|autoimmune disorder|auto immune disease|autoimmune condition|autoimmune illness|autoimmunity|connective tissue disease|collagen vascular disease|inflammatory disease|autoimmune or inflammatory disorder|autoimmune or inflammatory disease|connective tissue disorder|connective tissue or inflammatory disorder|immune mediated disease|vasculitis|rheumatologic disease|immunologic disease|immunological disease',
  ],
  ['lupus', ['autoimmune disease'], 'lupus|systemic lupus erythematosus|sle|lupus erythematosus|discoid lupus|cutaneous lupus'],
  [
    'rheumatoid arthritis',
    ['autoimmune disease'],
    'rheumatoid arthritis|inflammatory arthritis|psoriatic arthritis|ankylosing spondylitis|polymyalgia rheumatica',
  ],
  [
    'scleroderma',
    ['autoimmune disease'],
    'scleroderma|systemic sclerosis|sjogren syndrome|sjogren s syndrome|sjogren|dermatomyositis|polymyositis|mixed connective tissue disease|antiphospholipid syndrome|wegener syndrome|granulomatosis with polyangiitis|crest syndrome',
  ],
  [
    'inflammatory bowel disease',
    ['autoimmune disease', 'gastrointestinal disease'],
    'inflammatory bowel disease|ibd|crohn disease|crohn s disease|crohn|ulcerative colitis|chronic inflammatory bowel disease|active inflammatory bowel disease',
  ],
  ['celiac disease', ['autoimmune disease', 'gastrointestinal disease'], 'celiac disease|coeliac disease|celiac sprue'],
  [
    'multiple sclerosis',
    ['autoimmune disease', 'neurologic disease'],
    'multiple sclerosis|myasthenia gravis|guillain barre syndrome|guillain barre',
  ],
  ['psoriasis', ['autoimmune disease'], 'psoriasis|vitiligo|alopecia areata'],
  [
    'autoimmune thyroid disease',
    ['autoimmune disease', 'thyroid disease'],
    'hashimoto thyroiditis|hashimoto s thyroiditis|hashimoto|graves disease|graves|autoimmune thyroiditis|autoimmune hypothyroidism|immune related hypothyroidism|autoimmune thyroid disease',
  ],
  ['thyroid disease', [], 'thyroid disease|hypothyroidism|hyperthyroidism|thyroid disorder|thyroiditis|thyroid dysfunction'],
  [
    'immunodeficiency',
    [],
    'immunodeficiency|immune deficiency|immunosuppressed|immunocompromised|immunodeficient|primary immunodeficiency|immunosuppression|immune compromise|immunocompromised status|immunosuppressive condition|immuno compromised|congenital immunodeficiency|active immunodeficiency',
  ],
  [
    'organ transplant',
    ['transplant'],
    'organ transplant|organ transplantation|solid organ transplant|solid organ transplantation|allogeneic organ transplantation|liver transplant|kidney transplant|renal transplant|organ allograft|tissue transplant|allogenic tissue solid organ transplant|allogeneic tissue transplantation|allogenic organ transplantation|tissue solid organ transplant|allogeneic tissue organ transplant|organ graft|allograft|solid organ|lung transplantation',
  ],
  [
    'stem cell transplant',
    ['transplant'],
    'stem cell transplant|stem cell transplantation|bone marrow transplant|bone marrow transplantation|hematopoietic stem cell transplantation|hematopoietic stem cell transplant|allogeneic stem cell transplantation|allogeneic stem cell transplant|allogeneic bone marrow transplantation|allogeneic bone marrow transplant|hematopoietic cell transplantation|hematopoietic cell transplant|bone marrow stem cell transplant|allogeneic hematopoietic cell transplantation|allogenic bone marrow|allogeneic bone marrow|allogeneic stem cell|allogeneic hematopoietic stem cell|autologous stem cell transplant|hsct|haematopoietic stem cell transplantation|double umbilical cord blood transplantation|allogeneic hematopoietic stem cell transplantation|peripheral blood stem cell transplantation',
  ],
  ['transplant', [], 'transplant|transplantation|allogeneic transplantation|allogeneic transplant'],
  ['graft-versus-host disease', ['transplant'], 'graft versus host disease|gvhd'],
  // liver, stomach and bowel
  [
    'liver disease',
    [],
    'liver disease|hepatic disease|chronic liver disease|hepatic dysfunction|hepatic impairment|hepatic disorder|liver dysfunction|liver disorder|hepatobiliary disease|biliary disease|active liver disease|hepatic insufficiency|liver failure|hepatic failure|active hepatic or biliary disease|chronic active hepatitis|hepatic or biliary disease|liver insufficiency|impaired liver function|liver impairment|chronic hepatic disease|hepatic encephalopathy|esophageal varices|gastric varices|portal hypertension|drug induced liver injury',
  ],
  ['cirrhosis', ['liver disease'], 'cirrhosis|liver cirrhosis|hepatic cirrhosis|child pugh class b|child pugh c|child pugh'],
  ['fatty liver', [], 'hepatic steatosis|fatty liver|nafld|nash|nonalcoholic steatohepatitis|non alcoholic steatohepatitis'],
  ['Gilbert syndrome', [], 'gilbert syndrome|gilbert s syndrome|gilberts syndrome|gilbert disease|gilbert|gilbert s disease|meulengracht'],
  ['gallstones', [], 'gallstone|cholelithiasis|biliary stone|asymptomatic gallstone'],
  ['pancreatitis', [], 'pancreatitis|acute pancreatitis|chronic pancreatitis'],
  [
    'malabsorption',
    ['gastrointestinal disease'],
    'malabsorption|malabsorption syndrome|malabsorptive syndrome|short bowel syndrome|small bowel resection|bowel resection|gastric bypass|gastric bypass surgery|bariatric surgery|gastrectomy|gastric resection|stomach resection|small intestine resection|small bowel disease|stomach or small bowel resection|malabsorption disorder|gastric or bowel resection|gastric banding|major resection of the stomach or small bowel|resection of the stomach or small bowel|resection of the small bowel|resection of the stomach or small intestine',
  ],
  [
    'gastrointestinal obstruction',
    ['gastrointestinal disease'],
    'gastrointestinal obstruction|bowel obstruction|intestinal obstruction|gi obstruction|small bowel obstruction|gut obstruction|motility disorder|gastroparesis|ileus|gastric outlet obstruction|subileus|gi motility disorder|intestinal blockage',
  ],
  [
    'gastrointestinal perforation',
    ['gastrointestinal disease'],
    'gastrointestinal perforation|gi perforation|fistula|abdominal fistula|intra abdominal abscess|bowel perforation|intestinal perforation|tracheoesophageal fistula|gastrointestinal fistula|perforation',
  ],
  [
    'peptic ulcer',
    ['gastrointestinal disease'],
    'peptic ulcer|gastric ulcer|duodenal ulcer|peptic ulcer disease|ulcer disease|active peptic ulcer disease|ulcerative disease|gastrointestinal ulcer|gastritis',
  ],
  ['diarrhea', [], 'diarrhea|diarrhoea|chronic diarrhea|uncontrolled diarrhea|diarrhea any cause'],
  [
    'nausea or vomiting',
    [],
    'nausea|vomiting|refractory nausea|nausea and vomiting|nausea or vomiting|chronic nausea|uncontrolled nausea|uncontrolled nausea or vomiting|intractable nausea|emesis|refractory nausea and vomiting',
  ],
  ['diverticulitis', ['gastrointestinal disease'], 'diverticulitis|diverticular disease'],
  [
    'gastrointestinal disease',
    [],
    'gastrointestinal disease|gastrointestinal disorder|gi disease|gastrointestinal condition|gi disorder|gastrointestinal tract disease|gastrointestinal tract disorder|gi tract disease|impairment of gastrointestinal function|impairment of gi function|preexisting chronic condition resulting in clinically significant diarrhea|gastrointestinal illness|gi condition|digestive disease|impaired gastrointestinal function|gi tract disorder|gastrointestinal abnormality|gastrointestinal gi function|impairment of gastrointestinal gi function|disease of the gastrointestinal tract|gastrointestinal problem|surgical procedure affecting absorption|prior surgical procedure affecting absorption|condition significantly affecting gastrointestinal function|disease significantly affecting gastrointestinal function|requirement for iv alimentation|disease or condition significantly affecting gastrointestinal function|impair absorption|impaired absorption|impairment of absorption|condition which would impair absorption|condition that would impair absorption|condition that may impair absorption|poor absorption|uncontrolled gastrointestinal condition|gastrointestinal dysfunction|digestive tract disease',
  ],
  // kidneys and metabolism
  [
    'kidney disease',
    [],
    'kidney disease|renal disease|chronic kidney disease|ckd|renal insufficiency|renal failure|renal impairment|nephropathy|kidney failure|renal dysfunction|nephrotic syndrome|impaired renal function|dialysis|hemodialysis|kidney dysfunction|renal disorder|glomerulonephritis|end stage renal disease|esrd',
  ],
  [
    'type 1 diabetes',
    ['diabetes'],
    'type 1 diabetes|type i diabetes|type 1 diabetes mellitus|type i diabetes mellitus|insulin dependent diabetes|insulin dependent diabetes mellitus|diabetes mellitus type 1|diabetes mellitus type i|diabetes type i|diabetes type 1|t1dm|juvenile diabetes',
  ],
  [
    'type 2 diabetes',
    ['diabetes'],
    'type 2 diabetes|type ii diabetes|type 2 diabetes mellitus|type ii diabetes mellitus|diabetes mellitus type 2|diabetes mellitus type ii|t2dm|niddm|diabetes type 2|diabetes type ii|dm2',
  ],
  ['diabetes', [], 'diabetes|diabetes mellitus|diabetic|dm'],
  ['diabetic ketoacidosis', ['diabetes'], 'diabetic ketoacidosis|dka|ketoacidosis'],
  ['hypercalcemia', [], 'hypercalcemia|hypercalcaemia|malignant hypercalcemia|tumor induced hypercalcemia'],
  [
    'electrolyte disorder',
    [],
    'hypokalemia|hypokalaemia|hypomagnesemia|hypomagnesaemia|hypocalcemia|hypocalcaemia|electrolyte abnormality|electrolyte disorder|electrolyte imbalance|hyponatremia|hyperkalemia|uncorrected hypokalemia|electrolyte disturbance',
  ],
  ['hyperlipidemia', [], 'hyperlipidemia|dyslipidemia|hypercholesterolemia|hypertriglyceridemia|hyperlipidaemia'],
  ['adrenal insufficiency', [], 'adrenal insufficiency|hypophysitis|hypopituitarism|addison disease'],
  ['osteoporosis', [], 'osteoporosis|osteopenia|severe osteoporosis|osteoporotic fracture'],
  ['osteonecrosis of the jaw', [], 'osteonecrosis of the jaw|onj|osteonecrosis of jaw|jaw osteonecrosis'],
  ['porphyria', [], 'porphyria'],
  [
    'anemia',
    [],
    'anemia|anaemia|sickle cell disease|hemolytic anemia|thalassemia|sickle cell anemia|g6pd deficiency|dpd deficiency|dihydropyrimidine dehydrogenase deficiency|dihydropyrimidine dehydrogenase dpd deficiency',
  ],
  ['neutropenia', [], 'neutropenia|febrile neutropenia'],
  // nerves and mind
  [
    'peripheral neuropathy',
    ['neurologic disease'],
    'peripheral neuropathy|neuropathy|sensory neuropathy|peripheral sensory neuropathy|motor neuropathy|polyneuropathy|neuropathic|peripheral motor neuropathy|peripheral neurotoxicity|neurotoxicity|sensory peripheral neuropathy|motor or sensory neuropathy|sensory or motor neuropathy|sensory motor neuropathy',
  ],
  ['seizure', ['neurologic disease'], 'seizure|epilepsy|seizure disorder|convulsion|epileptic seizure|convulsive disorder|epileptic'],
  [
    'dementia',
    ['neurologic disease', 'psychiatric disorder'],
    'dementia|alzheimer disease|alzheimer s disease|altered mental status|cognitive impairment|severe cognitive impairment|cognitive dysfunction|mental impairment',
  ],
  [
    'neurologic disease',
    [],
    'neurologic disease|neurological disease|neurologic disorder|neurological disorder|nervous system disorder|central nervous system disorder|cns disorder|cns disease|parkinson disease|parkinson s disease|neurologic condition|neurological condition|brain disorder|neuromuscular disorder|neurologic illness|neurologic dysfunction|central nervous system disease|motor neuron disease',
  ],
  ['spinal cord compression', [], 'spinal cord compression|cord compression'],
  [
    'psychiatric disorder',
    [],
    'psychiatric disorder|psychiatric illness|psychiatric disease|psychiatric condition|mental illness|mental disorder|psychological disorder|psychiatric|psychosis|schizophrenia|bipolar disorder|psychiatric or addictive disorder|psychiatric or substance abuse disorder|psychiatric and substance abuse disorder|psychotic disorder|psychological condition|psychological illness|mental condition|social situation|social issue|psychiatric illness social situation|suicidal ideation|suicide attempt|mania|psychological disease|psychiatric problem|social circumstance|mental health disorder|psychosocial condition|mental incapacity|psychoses|addictive disorder|psychiatric or social condition|psychological problem|psychiatric social situation',
  ],
  [
    'depression',
    ['psychiatric disorder'],
    'depression|major depression|depressive disorder|major depressive episode|major depressive disorder|severe depression',
  ],
  ['anxiety', ['psychiatric disorder'], 'anxiety|anxiety disorder|generalized anxiety disorder|panic disorder'],
  [
    'substance abuse',
    [],
    'substance abuse|drug abuse|alcohol abuse|alcoholism|alcohol dependence|drug dependence|substance use disorder|alcohol or drug abuse|drug or alcohol abuse|drug addiction|drug or alcohol dependence|alcohol or substance abuse|substance or alcohol abuse|substance dependence|alcohol use disorder|alcohol addiction|illicit drug use|drug or substance abuse|alcohol drug abuse|alcohol or drug addiction|addiction|intravenous drug use|recreational drug use|drug alcohol abuse|chronic alcohol abuse|drug use disorder|excessive alcohol',
  ],
  // eyes, skin, other
  [
    'eye disease',
    [],
    'eye disease|ocular disease|ocular condition|ocular disorder|eye disorder|ophthalmologic disorder|ophthalmologic disease|ophthalmic disease|ocular finding|condition in either eye|infectious condition in either eye|ocular surface disease|intraocular condition|ocular or intraocular condition|ocular pathology|eye condition|ophthalmological disease|ophthalmologic condition|glaucoma|macular degeneration|uveitis|uncontrolled glaucoma|macular edema|ophthalmological disorder|cataract|eye disease|ophthalmic disorder|ophthalmologic abnormality',
  ],
  [
    'retinopathy',
    ['eye disease'],
    'retinopathy|diabetic retinopathy|retinal vein occlusion|retinal vascular disease|retinal detachment|central serous retinopathy|retinal disease|retinal disorder|proliferative retinopathy|retinal pigment epithelial detachment|rvo|central serous chorioretinopathy|retinal artery occlusion|neurosensory retinal detachment',
  ],
  [
    'corneal disease',
    ['eye disease'],
    'keratitis|corneal disease|keratopathy|corneal ulcer|corneal disorder|dry eye|keratoconjunctivitis|conjunctivitis|ulcerative keratitis|corneal epithelial disease|severe dry eye|meibomian gland disease|blepharitis|corneal dystrophy',
  ],
  [
    'wound',
    [],
    'non healing wound|nonhealing wound|wound|non healing ulcer|open wound|serious non healing wound|skin ulcer|bone fracture|unhealed wound|non healing fracture|wound dehiscence|poor wound healing|traumatic injury|ulcer',
  ],
  [
    'skin disease',
    [],
    'stevens johnson syndrome|toxic epidermal necrolysis|dermatitis|eczema|skin disease|skin disorder|severe cutaneous reaction|atopic dermatitis|sjs|serious skin disease|skin toxicity|skin rash',
  ],
  ['mucositis', [], 'mucositis|stomatitis|oral mucositis|active stomatitis'],
  ['lymphedema', [], 'lymphedema|lymphoedema'],
  [
    'endometrial hyperplasia',
    [],
    'endometrial hyperplasia|atypical hyperplasia of the endometrium|abnormal vaginal bleeding|vaginal bleeding|abnormal genital bleeding|undiagnosed vaginal bleeding|endometrial polyp|endometrial disorder|uterine bleeding',
  ],
  ['hot flashes', [], 'hot flash|hot flush|vasomotor symptom'],
  ['alopecia', [], 'alopecia|hair loss'],
  ['claustrophobia', [], 'claustrophobia|severe claustrophobia'],
  [
    'metal implant',
    [],
    'pacemaker|implanted pacemaker|cochlear implant|metal implant|ferromagnetic|aneurysm clip|metallic implant|implantable defibrillator|cardiac pacemaker|neurostimulator|implanted defibrillator|metallic foreign body',
  ],
  ['Li-Fraumeni syndrome', [], 'li fraumeni syndrome|li fraumeni|ataxia telangiectasia'],
  ['xerostomia', [], 'xerostomia'],
  [
    'serious illness',
    [],
    'intercurrent illness|inter current illness|intercurrent medical illness|concurrent illness|concomitant illness|concurrent disease|concomitant disease|systemic illness|medical illness|medical condition|medical disorder|medical disease|comorbidity|co morbidity|co morbid systemic illness|co morbid systemic disease|comorbid systemic illness|severe concurrent illness|concurrent uncontrolled illness|comorbid condition|comorbid disease|co morbid disease|concurrent medical condition|concomitant medical condition|intercurrent disease|illness|serious illness|underlying medical condition|life threatening illness|organ system dysfunction|organ dysfunction|medical problem|concurrent medical illness|intercurrent medical illness|concomitant condition|uncontrolled illness|coexisting disease|co existing disease|chronic illness|chronic disease|non malignant disease|systemic disease|other condition|serious condition|nonmalignant disease|nonmalignant systemic disease|non malignant systemic disease|systemic disorder|systemic condition|debilitating illness|medical complication|inter current illness|underlying illness|co morbid condition|non malignant medical illness|nonmalignant medical illness|co morbid illness|concurrent condition|concomitant disorder|physical illness|medical or psychiatric condition|clinical condition',
  ],
]

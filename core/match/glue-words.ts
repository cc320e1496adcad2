/**
 * Words that carry no condition of their own: grammar, the talk of protocols, and how a thing is documented. "Any of the following procedures or
 * conditions: …" and "by means of" name nothing; a procedure that counts has its own word beside it.
 */
export function isGlue(word: string): boolean {
  const plain = word.replace(/[.,'/-]+$/, '').replace(/'s$/, '')
  return (
    GLUE.has(plain) ||
    (plain.length > 4 && plain.endsWith('s') && GLUE.has(plain.slice(0, -1))) ||
    /^(?:[a-e]\d[.,]|\d{1,2}[.)]?|\d[a-e]|[a-e]\d|[a-z][.)]?|[ivx]{1,4}[.)]?|[-'.]+)$/.test(word)
  )
}

const GLUE = new Set(
  `none intervention interventions panel panels module modules substudy substudies a an the of in on at to for from by as with within than that this these those which who whom whose it its is are was were be been being am
  has have had having do does did done can could may might must shall should will would not no yes any all each every both either some other others another
  such same so then there here their they them she he her his him you your we our one two three four five six first second third time times more most
  least less also only just still even if when while where whether upon onto into out up down over under per via due because since until before after during
  prior previous previously earlier following follows follow below above listed described mentioned specified
  patient patients participant participants subject subjects individual individuals person persons people women woman men man male males female females volunteer volunteers
  study studies trial trials protocol screening screened enrollment enrolment enrolled enroll entry registration registered randomization randomisation randomized baseline
  inclusion exclusion criteria criterion eligible eligibility ineligible excluded exclude excludes included include includes allowed permitted acceptable required requirement require
  requires needed need needs necessary
  known documented documentation document confirmed confirmation confirm confirmed evidence evidenced history histories medical records record report reported evaluation assessment assessed
  determined determination based according accordance defined definition definitions considered consider deemed judged local locally institutional institution standard standards guideline guidelines
  current currently recent recently active present presence diagnosis diagnosed diagnoses diagnostic disease diseases condition conditions
  cancer cancers tumor tumors tumour tumours breast carcinoma malignancy therapy therapies treatment treatments treated drug drugs agent agents regimen regimens
  day days week weeks month months year years date dose doses cycle cycles start starting started initiation received receive receiving receipt administered administration given
  version edition american society clinical oncology college pathologists asco cap nccn esmo fda approved approval nci ctcae recist
  least minimum maximum adequate appropriate acceptable relevant significant clinically clinical suitable
  e.g eg i.e ie etc vs note notes otherwise however therefore although additional additionally further specific specifically including
  has/have and/or his/her he/she patient's participant's subject's investigator's
  investigator sponsor physician treating opinion discretion
  setting line lines lesion lesions site sites area areas type types kind kinds form forms status level levels result results test tests testing tested
  long provided able used using use uses obtained performed done made met meet meets satisfy fulfill apply applies applicable
  intended planned plan plans expected candidate candidates population group groups cohort cohorts arm arms part phase
  limited reason reasons addition past last completion available availability assay assays utilizing consistent continue duration continuing throughout entire period
  concurrent concomitant whichever shorter longer earlier later half-life half-lives half-lifes step steps final understand able exists exist existing option options
  primary secondary metastatic-site biopsy biopsies specimen specimens sample samples tissue context note final amp gt lt ge le signature signed time-point
  because therefore thus whose associated related due caused cause underlying part parts portion e.g.. component components
  cytologically histologically pathologically radiologically radiographically clinically objectively outlined appendix section table below see refer
  metastatic advanced recurrent unresectable locally adjuvant neoadjuvant neo-adjuvant neo early inoperable incurable relapsed palliative first-line second-line first second third line-of-therapy
  mri ct pet scan scans imaging x-ray ultrasound tomography computed magnetic resonance bone-scan contrast-enhanced contrast escalation expansion run-in lead-in combination monotherapy single-agent agent-based
  targeted effective completed progressed abc mbc induction involvement intolerable care soc standard-of-care alterations stated indicated available histological cytological
  utilized assess assessing reimbursed experienced experience occurred occurring occur newly previously-treated having pathology pathologist analyzed analysed regulation regulations region regions country countries discussion stated reviewed review arising well very regimen's medication medications
  self-report self-reported optimization dose-escalation dose-expansion dose-optimization c1d1 v1.1 rano-bm rano bicr icf irb recruiter self report
  means procedures
  fruit fruits juice juices food foods beverage beverages folk remedy remedies complementary ever containing make makes making general prohibited disallowed substances substance category categories dosing factors factor variety situations situation circumstances
  preceding national already established counted research course systematic systematically fulfil repeat repeated serum plasma serologically
  certified clia subprotocol sub-protocol cohort-specific arm-specific protocol-directed dipstick urinalysis
  drawn processed centre center visit visits beginning indicating
  pre-registration preregistration yet still participate participation participating m2 histology cytology histopathology immunohistochemistry order
  pathologic pathological radiologic radiological radiographic sonographic histologic histopathologic histopathological histopathologically cytologic cytopathologic cytopathologically biopsy-proven biopsy-confirmed`
    .split(/\s+/)
    .filter(Boolean),
)

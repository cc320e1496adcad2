import type { Test } from './predicate.ts'
import type { Sentence } from './sentences.ts'

/**
 * The tests of a sentence, each with the words around it that make less, or more, of it than it says: "CNS disease only", "enrolled in a study of
 * X", "medicines for depression", "planned chemotherapy". A kind reads what is named; what is made of it is read here, once for all kinds, and
 * a value that would keep a person out is left open where such words stand beside it.
 */
export function withNarrowings(tests: readonly Test[], text: string, { start, end }: Pick<Sentence, 'start' | 'end'>): Test[] {
  const sentence = text.slice(start, end)
  return tests.map((test, i) => {
    const from = Math.max(clauseStart(text, test.start), test.start - REACH)
    const before = text.slice(from, Math.max(from, test.start))
    const stop = Math.min(end, test.end + REACH)
    const behind = text.slice(test.end, stop)
    const next = tests[i + 1]
    const gap = /^[^,;:]*/.exec(next && next.start > test.end ? text.slice(test.end, Math.min(next.start, stop)) : behind)?.[0] ?? ''
    const around = { test, own: text.slice(test.start, test.end), before, behind, gap, sentence }
    const narrowedBy = NARROWS.find((one) => applies(one, around)) ? around : ofOtherPurpose(test, tests, text, end) ? around : undefined
    const loosenedBy = LOOSENS.find((one) => applies(one, around)) ? around : undefined
    if (!narrowedBy && !loosenedBy) return test
    const words = `${before.slice(-WORDS).replace(/^\S*\s/, '')}${text.slice(test.start, test.end)}${behind.slice(0, WORDS).replace(/\s\S*$/, '')}`
    const said = words.replace(/\s+/g, ' ').trim()
    return { ...test, ...(narrowedBy ? { narrowedBy: said } : {}), ...(loosenedBy ? { loosenedBy: said } : {}) }
  })
}
/** So far around a test its sentence is looked at, and so much of it is shown. */
const REACH = 160
const WORDS = 60

function clauseStart(text: string, at: number): number {
  const stop = [...text.slice(Math.max(0, at - REACH), at).matchAll(/[.;](?=\s)/g)].at(-1)
  return stop ? Math.max(0, at - REACH) + stop.index + 1 : 0
}

type Around = { test: Test; own: string; before: string; behind: string; gap: string; sentence: string }
/** Words before, behind (up to the next joint, or to the end of the sentence) or anywhere in the sentence, for tests of some kinds. */
type Narrowing = {
  of: RegExp
  /** The words that the kind took. */
  own?: RegExp
  before?: RegExp
  gap?: RegExp
  behind?: RegExp
  sentence?: RegExp
  unless?: RegExp
  params?: (params: Record<string, unknown>) => boolean
}

function applies({ of, own, before, gap, behind, sentence, unless, params }: Narrowing, around: Around): boolean {
  const { test } = around
  return (
    of.test(test.kind) &&
    (own === undefined || own.test(around.own)) &&
    (before === undefined || before.test(around.before)) &&
    (gap === undefined || gap.test(around.gap)) &&
    (behind === undefined || behind.test(around.behind)) &&
    (sentence === undefined || sentence.test(around.sentence)) &&
    !unless?.test(around.before) &&
    (params === undefined || (typeof test.params === 'object' && test.params !== null && params(test.params as Record<string, unknown>)))
  )
}

const TREATMENT =
  /^(?:has-received-treatment|has-had-prior-lines|has-had-radiation-or-surgery|has-had-medicine-by-name|has-washed-out|has-been-treated-for)$/
/** Treatments of which a kind asks whether they were given at all, whenever that was. */
const EVER_GIVEN = /^(?:has-received-treatment|has-had-prior-lines|has-had-radiation-or-surgery)$/
const SPREAD = /^has-(?:brain-metastases|leptomeningeal-disease|metastases-in-organ|metastases-in|visceral-disease|measurable-disease)$/
const STAGE = /^has-(?:stage-group|stage-or-setting|tnm-category)$/
const isNotOfToday = ({ now }: Record<string, unknown>) => now !== true

/** What is still to come: the past says nothing of it. */
const PLANNED =
  /\b(?:plan(?:s|ned|ning)?|scheduled|intend(?:s|ed|ing)?|intention|anticipat\w+|expected|candidates?|indicat\w+|eligible|suitable|appropriate|recommended|(?:must|will|(?<!allowed )to) (?:be receiving|start|begin|undergo|receive|be given|be treated with)|about to)\b[^.;:,]{0,60}$|\b(?:candidates? for|eligible for|suitable for|amenable to)\b[^.;:]{0,120}$/
const IS_PAST =
  /\b(?:prior|previous(?:ly)?|received|history|had|have|has|underwent|completed|failed|progress\w+|after|following|ongoing|current(?:ly)?)\b[^.;]{0,60}$/
/** Of one group of the trial only. */
const OF_GROUP =
  /^[^.;]{0,90}?\((?:for|in|only)? ?(?:the )?[^()]{0,60}\b(?:arms?|cohorts?|groups?)\b[^()]{0,20}\)|^(?:[^.;]|\.(?=\d)){0,140}\bfor (?:the )?(?:parts?|arms?|cohorts?|groups?) (?!all\b)[^.;]{1,60}\b(?:cohorts?|arms?|groups?|parts?)\b/

const OF_TUMOUR = /^has-(?:tumor-marker-score|her2-status|hormone-receptor-status|gene-mutation|pd-l1)$|^is-triple-negative$/
/** "3 lines of chemotherapy", with no word of having had them, and none of at least or at most. */
const BARE_COUNT: Narrowing = {
  of: /^has-had-prior-lines$/,
  own: /^(?:[1-9]|one|two|three|four)\b(?! ?(?:\+|or more))/,
  unless:
    /\b(?:received|had|have|has|failed|least|minimum|after|following|progress\w+|treated|undergone|given|on|than|only|of)\b|[≥>≤<=]\s*$/,
  params: ({ most }) => typeof most === 'number' && most >= 99,
}

const NARROWS: readonly Narrowing[] = [
  // "CNS disease only", "isolated brain metastases"
  { of: SPREAD, gap: /^[\s)]*(?:[a-z]+ )?(?:only|alone|exclusively|solely)\b/ },
  {
    of: SPREAD,
    before: /\b(?:only|solely|exclusively|isolated|limited to|confined to|restricted to|extensive|massive|bulky)\s+(?:[a-z-]+ ){0,2}$/,
  },
  { of: /^has-visceral-disease$/, own: /\b(?:extensive|massive|bulky|symptomatic|rapid\w*|progress\w*|threaten\w*)\b/ },
  { of: /^has-visceral-disease$/, behind: /^[\s,]*\(?[^().;]{0,40}\b(?:rapid\w*|life[- ]threat\w*|symptomatic)\b/ },
  // "Unresectable primary tumour" is not spread.
  {
    of: /^has-stage-or-setting$/,
    own: /\b(?:unresectable|inoperable|non-?resectable)\b/,
    gap: /^ (?:breast )?(?:primary|local|tumou?rs?)\b/,
  },
  { of: EVER_GIVEN, gap: /^[\s)]*(?:as )?(?:(?:the|their) )?(?:only|alone|sole|exclusively|solely)\b/ },
  // "Enrolled in a study of X", whatever was given there
  {
    of: TREATMENT,
    before:
      /\b(?:enrol\w*|participat\w+|randomi[sz]\w+) (?:in|into|on|to)\b[^.;:]{0,80}$|\b(?:stud(?:y|ies)|trials?) (?:of|with|containing|involving|evaluating|testing|using|including)\b[^.;:,]{0,60}$/,
  },
  // Nobody is kept out for tissue that is kept: a biopsy to come is meant, or another tissue.
  { of: /^has-tumor-tissue$/, before: /^/ },
  { of: EVER_GIVEN, before: PLANNED, unless: IS_PAST, params: isNotOfToday },
  // A time that the kind does not read
  {
    of: EVER_GIVEN,
    gap: /\b(?:within|in|during|over) (?:the )?(?:last|past|previous|preceding|prior|first) (?:\w+ )?(?:days?|weeks?|months?|years?)\b/,
  },
  // "Medicines for depression" are not the depression.
  {
    of: /^has-condition$/,
    before:
      /\b(?:medications?|medicines?|treat(?:ments?|ed)|therap(?:y|ies)|regimens?|drugs?|surger(?:y|ies)|operations?|hospitali[sz]\w+|admissions?|admitted|initiation|vaccin\w+|prophyla\w+|screen(?:ed|ing)|risk(?: factors?)?|antibiotics?|procedures?|interventions?) (?:[a-z-]+ ){0,3}(?:for|of|due to|because of|associated with|known to (?:cause|prolong|induce)|that (?:cause|prolong|may cause))\s+(?:[a-z-]+,? ){0,3}$/,
  },
  // "Another class (e.g. antibody or cell therapy)": what sort the examples are of.
  {
    of: /^has-received-treatment$/,
    before: /\((?:e\.?g\.?,?|such as|including|i\.e\.?,?) [^()]*$/,
    own: /^(?:(?:an?|adcs?|antibody-drug|conjugates?|monoclonal|antibod\w+|chemotherap\w+|biologics?|immunotherap\w+|targeted|small|molecules?|therap\w+|or|and)\b[\s,/]*)+$/,
  },
  // "Cardiovascular disease, as defined by:" is what the points under it say.
  { of: /^has-condition$/, sentence: /\b(?:defined|following|criteria|includ(?:es?|ing)|such as)\b[^:]*:\s*$/ },
  { of: /./, behind: /\bexcept\w*(?: of| for)?\s*(?::\s*)?$/ },
  BARE_COUNT,
  { of: TREATMENT, sentence: /^[^a-z]*for (?:[a-z-]+ ){0,4}(?:patients|participants|subjects|those)\b[^:]{0,60},/ },
  // "Agents that are no standard for the treatment of stage I–III disease"
  {
    of: STAGE,
    before:
      /\b(?:treatment|therapy|use|agents?|drugs?|management|prevention|standard|approved|indicated) (?:[a-z-]+ ){0,3}(?:of|for|in)\s+(?:[a-z-]+ ){0,2}$/,
  },
  // "Any stage II cancer within 5 years": another one.
  { of: STAGE, gap: /\bwithin (?:the )?(?:last |past |previous )?(?:\d|one|two|three|five|ten)|\bin the (?:last|past|previous)\b/ },
  // "Chemotherapy, or anti-ErbB1 therapy for metastatic disease": the setting at the end may be for each.
  {
    of: /^has-received-treatment$/,
    behind: /^(?:[\s,/]+[a-z][a-z0-9-]*){1,12}[\s,]+(?:for|in) (?:the )?(?:treatment of )?(?:locally )?(?:advanced|metastatic|recurrent)\b/,
    params: ({ setting }) => setting === 'any',
  },
  { of: /./, behind: OF_GROUP },
  // "Combination cohort patients with HR-positive disease: …"
  { of: /./, sentence: /^[^.:;]{0,80}\b(?:cohorts?|arms?) (?:patients|participants|subjects)\b/ },
  { of: /./, before: /\((?:for|in|only)? ?(?:the )?[^()]{0,40}$/, behind: /^[^()]{0,30}\b(?:arms?|cohorts?|groups?)\b[^()]{0,15}\)/ },
  {
    of: /./,
    sentence: /^[^a-z]*(?:healthy )?(?:controls?|control (?:group|subjects|patients)|(?:tumou?r|disease|cancer)[- ]specific cohorts?)\b/,
  },
]

const LOOSENS: readonly Narrowing[] = [
  { of: TREATMENT, before: PLANNED, unless: IS_PAST, params: isNotOfToday },
  { of: TREATMENT, behind: /^[^.;]{0,60}\b(?:on|at|from) (?:cycle|day) \d/ },
  // "… only allowed within 4 weeks", "… are freely eligible": a permission that was not taken for one
  {
    of: TREATMENT,
    sentence: /\b(?:allowed|permitted|acceptable|permissible)\b|\b(?:is|are) (?:[a-z]+ )?eligible[^a-z]*$/,
    params: ({ most, side }) => (typeof most !== 'number' || most >= 99) && side !== 'beyond',
  },
  // Treated lately, as a requirement: the sign of an exclusion in a list of requirements
  {
    of: /^has-washed-out$/,
    sentence: /^(?!.*\b(?:must|should|have|has|had|received|completed|undergone|having|were|was|after|following)\b)/,
    params: ({ side, surgery, systemic }) => side === 'within' && !(surgery === true && Array.isArray(systemic) && systemic.length === 0),
  },
  // "The last dose was 21 days or 5 half-lives, whichever is shorter, before the start": whether at least or at most is not said.
  {
    of: /^has-washed-out$/,
    own: /^(?!.*(?:within|≤|<|no more than|not more than|less than|in the (?:last|past|previous)|during|up to|maximum))/,
    params: ({ side, surgery, systemic }) => side === 'within' && !(surgery === true && Array.isArray(systemic) && systemic.length === 0),
  },
  // "Before the start of the current chemotherapy", "does not apply to those receiving it": when, or of whom.
  {
    of: /^is-receiving-other-treatment$/,
    before: /\b(?:prior to|before|after|following|regarding|concerning|unless|during|while|apply|not|no|nor|without|except)\b[^.;]{0,60}$/,
  },
  // "Trastuzumab:" is a heading.
  { of: TREATMENT, sentence: /^[^a-z]*[a-z][a-z0-9/+-]*(?:[ ,]+[a-z0-9/+-]+){0,4}[ ,]*:\s*$/ },
  // "Concurrent other anti-cancer therapy": nobody is asked to be on it.
  { of: TREATMENT, own: /^(?:concurrent|concomitant|simultaneous|ongoing)\b/, params: ({ now }) => now === true },
  // "A score of 0.1% for women age 20-29"
  { of: /^is-of-(?:age|sex)$/, before: /\bfor\s+(?:(?:women|men|patients|those|people|females|males)(?: of)?\s+)?$/ },
  { of: TREATMENT, sentence: /\bshould receive\b/ },
  // "For taxane-naive patients, no prior chemotherapy"
  { of: TREATMENT, sentence: /^[^a-z]*for (?:[a-z-]+ ){0,4}(?:patients|participants|subjects|those)\b[^:]{0,60},/ },
  // "Menopausal status", "Female participants of childbearing potential:" are headings.
  { of: /^has-menopausal-status$/, sentence: /^[^a-z]*menopausal status[^a-z]*$/ },
  { of: /^(?:is-of-sex|has-menopausal-status)$/, sentence: /^[^a-z]*(?:female|women|woman|male|men)\b[^:]{0,60}:\s*$/ },
  // Ways to tell the menopause
  { of: /^is-of-age$/, sentence: /\b(?:hysterectomy|oophorectomy|fsh|follicle|amenorrh\w+|menses|menstru\w+|postmenopaus\w+)\b/ },
  { of: /^has-cancer-of-another-organ$/, gap: /^ in[- ]situ\b/ },
  { of: /^(?:has-menopausal-status|is-of-sex)$/, before: /\bexception\b[^.;]{0,60}$/ },
  // "…, and those with MSI-high tumours must have had …": asked of some.
  {
    of: OF_TUMOUR,
    before: /[,;:)] (?:and )?(?:patients|participants|subjects|individuals|those) (?:with|whose|who)\b[^.;]{0,80}$/,
    behind: /^[^.;]{0,80}\b(?:must|should|(?:is|are) required)\b/,
  },
  // "For metastatic patients whose disease is ER+ the following should be met"
  { of: OF_TUMOUR, before: /^[^a-z]*(?:for|in|among) (?:[a-z-]+ ){0,4}(?:patients|participants|subjects|women|men|those)\b[^.;]{0,80}$/ },
  {
    of: /^lab-values-are-within-limits$/,
    behind: /^[\s,(]*(?:for|in) (?:patients|subjects|participants|men|women|males|females|those|people)\b/,
  },
  BARE_COUNT,
  // "Melanoma, renal cell carcinoma or other solid tumours"
  {
    of: /^has-cancer-of-another-organ$/,
    sentence: /\b(?:other|any|all) (?:[a-z-]+ ){0,2}(?:solid )?(?:tumou?rs?|cancers?|malignanc\w+|indications?)\b/,
  },
  {
    of: STAGE,
    before: /\bnot (?:[a-z-]+ ){1,14}(?:treatment|therapy|use|management|prevention) (?:[a-z-]+ ){0,2}(?:of|for|in)\s+(?:[a-z-]+ ){0,2}$/,
  },
  { of: /./, behind: OF_GROUP },
  // "Combination cohort patients with HR-positive disease: …"
  { of: /./, sentence: /^[^.:;]{0,80}\b(?:cohorts?|arms?) (?:patients|participants|subjects)\b/ },
  { of: /./, before: /\((?:for|in|only)? ?(?:the )?[^()]{0,40}$/, behind: /^[^()]{0,30}\b(?:arms?|cohorts?|groups?)\b[^()]{0,15}\)/ },
  {
    of: /./,
    sentence: /^[^a-z]*(?:healthy )?(?:controls?|control (?:group|subjects|patients)|(?:tumou?r|disease|cancer)[- ]specific cohorts?)\b/,
  },
]

/** "Chemotherapy, abiraterone or enzalutamide for the treatment of prostate cancer": of another illness. */
function ofOtherPurpose(test: Test, tests: readonly Test[], text: string, end: number): boolean {
  if (!TREATMENT.test(test.kind)) return false
  if (FOR_OTHER.test(text.slice(test.end, Math.min(end, test.end + 2 * REACH)))) return true
  return tests.some(
    (other) =>
      other.start > test.end &&
      other.start < end &&
      /^has-(?:cancer-of-another-organ|condition|other-cancer)$/.test(other.kind) &&
      FOR.test(text.slice(Math.max(test.end, other.start - 60), other.start)) &&
      !/^(?:any|a|the|its?|this|their)? ?(?:prior |previous )?(?:malignanc|cancer)/.test(text.slice(other.start, other.end)) &&
      !/[.;]\s/.test(text.slice(test.end, other.start)),
  )
}
const FOR_OTHER =
  /^[^.;]*\bfor (?:the |their )?(?:treatment |management |therapy )?(?:of )?(?:(?:advanced|metastatic|locally|recurrent|a|prior|previous) )*(?:prostate|(?:non-?small[- ]cell |small[- ]cell )?lung|n?sclc|ovarian|colorectal|colon|rectal|gastric|pancreatic|hepatocellular|renal|bladder|urothelial|cervical|endometrial|head and neck|thyroid|melanoma|lymphoma|leuk[a]?emia|myeloma|sarcoma|glio\w+)\b/
const FOR = /\bfor (?:the |an? |any |their )?(?:treatment |management |therapy |prevention |control )?(?:of )?(?:[a-z-]+ ){0,2}$/

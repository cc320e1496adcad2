/** What a heading, or a line that announces a list, says about the pieces under it. Words are given without their marker. */

export type Section = 'inclusion' | 'exclusion'

/** "Inclusion Criteria:", "KEY EXCLUSION CRITERIA", "Exclusion Criteria - Part B", "PATIENT CHARACTERISTICS:" and the like. */
export function isSectionHeading(words: string): boolean {
  return words.length <= 200 && sectionOfHeading(words) !== undefined
}

export function sectionOfHeading(words: string): Section | undefined {
  const plain = plainWords(words)
  if (OLD_HEADING.test(plain)) return 'inclusion'
  const found = /\b(?:inclusion|exclusion|exclusions|inclusions|eligibility|ineligibility)\b/.exec(plain)
  if (!found) return undefined
  const alone = ALONE.test(plain)
  const titled =
    TITLED.test(plain) &&
    !plain.startsWith('note') &&
    !VERB.test(plain) &&
    (plain.endsWith(':') || (plain.length <= 100 && /^[\W\d]*[A-Z]/.test(words) && !/^\(/.test(plain)))
  if (!alone && !titled) return undefined
  return /\b(?:exclusions?|ineligibility)\b/.test(plain) && !/\binclusions?\b/.test(plain) ? 'exclusion' : 'inclusion'
}
/** The headings of the older PDQ records; exclusions stand among them as "No …". */
const OLD_HEADING = /^(?:disease|patient) characteristics\s*:?$|^prior\s?\/?\s?concurrent therapy\s*:?$/
const ALONE =
  /^(?:(?:key|main|major|general|primary|principal|selected|other|additional|overall|specific|common|core|subjects?|patients?|participants?|study|protocol|summary of|volunteer)\s+)*(?:inclusions?|exclusions?|eligibility|ineligibility)(?:\s*(?:and|\/)\s*(?:inclusion|exclusion))?(?:\s+(?:criteria|criterion))?\s*[:.–-]?$/
const TITLED =
  /\b(?:inclusion|exclusion|eligibility|ineligibility)\s+(?:criteria|criterion)\b|^(?:inclusion|exclusion) for\b|\b(?:inclusion|exclusion)\s*:$/
const VERB =
  /\b(?:is|are|was|were|may|must|meet|meets|met|apply|applies|applied|will|has|have|defined|allowed|see|per|whole|no|not|except)\b/

/**
 * What a line that announces a list does: `generic` where it asks nothing itself ("any of the following:", "Adequate organ function, defined as:"),
 * `joins` how its list is joined, `turns` where it says that whoever meets the list is kept out.
 */
export type LeadIn = { generic: boolean; topic: boolean; joins?: 'all' | 'any'; turns: boolean; wholeSection?: Section }

export function leadInOf(words: string): LeadIn | undefined {
  const plain = plainWords(words.length > 400 ? words.slice(-400) : words)
  const announced = /:$/.test(plain) || /\b(?:the|of) following(?:,? \w+){0,3}$|\bfollowing$/.test(plain)
  if (!announced) return undefined
  const last = plain.split(/(?<=[.;])\s/).at(-1) ?? plain
  const generic = words.length <= 300 && isGeneric(plain)
  const joins = joinsOf(last)
  const turns = (generic ? KEPT_OUT : KEPT_OUT_OF_TRIAL).test(last) && !ADMITS.test(last)
  const wholeSection =
    generic && (turns ? (OF_TRIAL.test(last) ? 'exclusion' : undefined) : ADMITS_ALL.test(last) ? 'inclusion' : undefined)
  return { generic, topic: TOPIC.test(plain), turns, ...(joins ? { joins } : {}), ...(wholeSection ? { wholeSection } : {}) }
}

const KEPT_OUT =
  /\b(?:not (?:be )?(?:eligible|included|enrolled|considered eligible)|ineligible|excluded|disqualified|disqualify|barred|precluded|exclusion criteria|(?:do|does|will) not qualify|cannot (?:participate|be|take part|join|have)|can not (?:participate|be|have)|may not participate|must not|should not|none of the)\b/
/** The same for a line that says something of its own: only where it speaks of the trial itself, or of a list none of which may be so. */
const KEPT_OUT_OF_TRIAL =
  /\b(?:(?:not (?:be )?(?:eligible|included|enrolled)|ineligible|(?:are|is|be) (?:excluded|disqualified|barred|precluded)|(?:do|does|will) not qualify|cannot participate|may not participate)\b[^.;]{0,60}:?$|(?:must|should|may) not\b[^.;]{0,40}\b(?:any|either|one) of the following)/
const ADMITS = /\b(?:unless|except|exception|not (?:be )?excluded|not exclusionary)\b/
const ADMITS_ALL =
  /\b(?:(?:to|will) be included|to be eligible|eligible (?:for|if|to|were|are)|to participate|must (?:meet|fulfil|fulfill|satisfy) all|inclusion criteria)\b/
/** Speaks of taking part at all, so that what follows is the exclusion part of the text. */
const OF_TRIAL =
  /\b(?:eligible|ineligible|included|enrolled|excluded|disqualified|barred|precluded|qualify|entering|exclusion|participate|take part|join|in (?:this|the) (?:study|trial))\b/

/** How a list is joined that the words speak of, though they do not end with it: "… at least one of the following criteria. Recruitment of … was stopped." */
export function joinsWithin(words: string): 'all' | 'any' | undefined {
  if (!/\b(?:following|below)\b/i.test(words)) return undefined
  const sentence = plainWords(words)
    .split(/(?<=[.;])\s/)
    .findLast((one) => /\b(?:following|below)\b/.test(one))
  return sentence === undefined ? undefined : joinsOf(sentence)
}

function joinsOf(words: string): 'all' | 'any' | undefined {
  if (ANY.test(words)) return 'any'
  if (ALL.test(words)) return 'all'
  return undefined
}
const ANY =
  /\b(?:any(?: one| 1)?(?: or more)?|either|at least (?:one|1|two|2)|(?:one|1) or more|one|1)(?: \(\d\))? of\b|\b(?:any|either|one|1|at least (?:one|1)) (?:\w+ )?(?:criteri(?:a|on)|conditions?)\b|\beither:|\bsuch as(?: the following)?\W*$|\bincluding,? but not limited\b|\bany \d of\b|\bnone of\b/
const ALL =
  /\ball (?:of )?(?:the|these)\b|\b(?:both|each) of\b|\b(?:meets?|defined as|defined by|as follows|as defined|evidenced by|the following)\b/

/** Topics under which the older records sort their criteria. */
const TOPIC =
  /^(?:age|sex|gender|menopausal status|performance status|life expectancy|h(?:a?)ematopoietic|h(?:a?)ematologic(?:al)?|h(?:a?)ematology|hepatic|renal|cardiac|cardiovascular|pulmonary|other|others|biologic therapy|chemotherapy|endocrine therapy|hormonal therapy|radiotherapy|radiation therapy|surgery|hormone[- ]receptor status|immunologic|neurologic|gastrointestinal|laboratory(?: (?:values|results|data))?|biochemistry|chemistry|coagulation|prior therap(?:y|ies)|prior treatment|previous(?: therapy)?|general|disease|patients?|participants?|notes?|(?:hepatic|renal|liver|bone marrow|organ|h(?:a?)ematologic(?:al)?|cardiac) (?:function|status)|criteria|types?|medications?|comorbidities)\s*:$/

function isGeneric(plain: string): boolean {
  return !/[a-z]{2}/.test(plain.replace(GENERIC_PHRASES, ' ').replace(GENERIC_WORDS, ' '))
}
const GENERIC_PHRASES =
  /\b(?:within|in|during|for)?\s*(?:the\s+)?(?:last\s+|past\s+)?(?:\d+|one|two|three|four)\s*(?:days?|weeks?|months?|hours?)\s*(?:of|prior to|before|preceding)?\b|\b(?:prior to|before|at|of|to|start(?:ing)? of|first dose of|day of)\s+(?:the\s+)?(?:first\s+)?(?:study\s+|protocol\s+|trial\s+)?(?:treatment|dosing|dose|registration|enrolh?l?ment|randomi[sz]ation|screening|treatment|baseline|study entry|study treatment|study drug|first dose|inclusion|time of \w+)\b|\b(?:study|protocol|trial) (?:entry|treatment|therapy|drug|participation)\b|\b(?:first|start of)\s+(?:study\s+)?(?:dose|dosing|day|treatment)\b|\b(?:treatment )?initiation\b|\b(?:registration|randomi[sz]ation|enrolh?l?ment)\b/g
const GENERIC_WORDS =
  /\b(?:none|patients?|subjects?|participants?|individuals?|people|persons?|volunteers?|you|she|he|they|who|all|any|each|both|either|every|one|two|more|least|the|these|this|those|their|a|an|in|to|for|be|being|is|are|was|were|will|shall|must|should|may|can|cannot|not|have|has|had|having|meets?|met|meeting|satisfy|satisfies|fulfil(?:l|ls)?|fulfilling|criteri(?:a|on)|conditions?|requirements?|parameters?|below|above|listed|specified|described|defined|as|by|evidenced|indicated|demonstrated?s?|possess(?:es)?|exhibits?|obtain|assessed|confirmed by|determined|documented|shown|follows?|following|include[sd]?|including|but|limited|and|or|of|with|if|that|only|order|appl(?:y|ies|ied|icable)|true|eligible|ineligible|eligibility|inclusion|exclusion|excluded?|enrol(?:led|lment|l)?|entry|participat(?:e|ion|ing)|disqualif(?:y|ied)|barred|precluded|qualify|from|entering|take|part|considered|additional|other|main|key|general|adequate|inadequate|normal|acceptable|sufficient|appropriate|organ|end-organ|bone|marrow|metabolic|counts?|status|measures|per|local|central|present|reference|ranges|tables?|abnormal(?:ities)?|impaired|h(?:a?)ematologic(?:al)?|hematopoietic|hepatic|renal|liver|kidney|cardiac|coagulation|functions?|reserve|laborator(?:y|ies)|labs?|values?|tests?|results?|levels?|baseline|screening|obtained|measured|performed|study|trial|clinical|prior|time|at|on|from|note|notes|least)\b/g

/** Lower case, without markdown, quotes and outer brackets: what the patterns here read. */
export function plainWords(words: string): string {
  if (!MARKED.test(words)) return words.trim().toLowerCase()
  return words
    .replace(/\\(?=[^\w\s])/g, '')
    .replace(/[*_#"“”]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/\s+:$/, ':')
}

/** Markdown, quotes, blanks that are no single space, a space before the last colon. */
const MARKED = /[\\*_#"“”]|\s\s|[^\S ]| :\s*$/

/** "Other protocol-defined inclusion/exclusion criteria may apply." asks nothing that could be judged. */
export function isBoilerplate(words: string): boolean {
  return words.length < 220 && BOILERPLATE.test(plainWords(words))
}
const BOILERPLATE =
  /^(?:note: ?)?(?:(?:other|additional|further|more)\b.{0,60}\bcriteria.{0,30}\b(?:may|might|will)? ?(?:have )?(?:apply|applied|applies|exist)|other (?:protocol[- ]defined )?(?:inclusion ?\/ ?exclusion|inclusions? and exclusions?) (?:criteria )?may apply|other inclusion (?:and|\/|or) exclusion criteria as defined|final eligibility for a clinical trial)/

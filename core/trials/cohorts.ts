import { matchesOf } from '../codes/matches-of.ts'
import { plainWords } from './headings.ts'

/**
 * The cohort, arm, part or phase that a piece says it is for: in a heading ("Inclusion Criteria - Part B"), in its leading words
 * ("Cohort A:", "In Phase 2, …", "For HER2-positive patients:") or in a closing bracket ("… (Phase 1b only)").
 * Words are given without their marker.
 */
export function cohortNamed(words: string, heading: boolean): string | undefined {
  if (!MAY_NAME.test(words)) return undefined
  const plain = unmarked(words)
  if (heading) {
    if (/\ball\b/i.test(plain)) return undefined
    // "Part 1 (Dose Escalation)" is one part, told twice; "Sub-study 2 Part B" is one.
    const whole = plain.replace(PART_OF, (_, kind: string, id: string, part: string) => `${kind} ${id}${part.toUpperCase()}`)
    const named = namesIn(whole.replace(/[([][^)\]]*[)\]]/g, ' '))
    // "Dose escalation (Part A1)" beside "Dose escalation (Part A2)": the brackets tell them apart.
    const isOwn = (name: string) => !STEP_ONLY.test(name)
    const told = named.some(isOwn) ? named.filter(isOwn) : namesIn(whole).filter(isOwn)
    const names = told.length > 0 ? told : named
    if (names.length > 0) return names.join(' and ')
    const [, others] = OTHER_PEOPLE.exec(plain) ?? []
    if (others) return spelt(others.trim())
    const [, whom = ''] = FOR_WHOM.exec(plain) ?? []
    return whom === '' || EVERYONE.test(whom) ? undefined : whom.trim()
  }
  const [, leading] =
    LEADING.exec(plain.slice(0, 240)) ?? IN_BRACKETS.exec(plain.slice(0, 120)) ?? BRACKETED.exec(plain.slice(0, 300)) ?? []
  if (leading) return canonical(leading)
  const ofPeople = OF_PEOPLE.exec(plain.slice(0, 240)) ?? FOR_NAME.exec(plain.slice(0, 120))
  // "Patients in Part A must …. Patients in Part B must …" is for each in turn.
  if (ofPeople?.[1] && namesIn(plain.slice(ofPeople[0].length)).length === 0) return canonical(ofPeople[1])
  const [, subtype] = SUBTYPE.exec(plain.slice(0, 160)) ?? []
  if (subtype) return subtype.trim()
  const [, titled = ''] = TITLED.exec(plain.slice(0, 100)) ?? []
  if (titled && !/\b(?:all|any|both|each|either|other than)\b/i.test(titled))
    return spelt(titled.replace(/^(?:For|In)(?: enrol+ment (?:in)?to)?(?: the)? /, '').replace(/cohorts$/i, 'cohort'))
  const [, closing] = CLOSING.exec(plain.slice(-120)) ?? []
  return closing && (/only\W*$/i.test(plain) || (new Set(namesIn(plain)).size === 1 && !/[,/&]|\band\b|\bor\b/.test(closing)))
    ? canonical(closing)
    : undefined
}

/** True for a heading that is nothing but the name of a cohort: "Cohort A:", "PART 2", "Phase 1 [closed to enrollment]". */
export function isCohortHeading(words: string): boolean {
  if (words.length > 120 || !MAY_NAME.test(words)) return false
  const plain = unmarked(words)
  return COHORT_LINE.test(plain) || COHORT_TITLE.test(plain) || SUBTYPE_LINE.test(plain) || isForEveryone(words)
}

/** True for headings that open the list to everybody again: "All patients:". */
export function isForEveryone(words: string): boolean {
  return /^(?:for )?all (?:participants|patients|subjects|arms|cohorts|parts)\b[^:.]{0,60}:$/.test(plainWords(words))
}

const PART_OF = /\b(sub-?stud(?:y|ies)|modules?) (\d{1,2}),? part ([A-E])\b/gi
const MAY_NAME =
  /\b(?:cohorts?|arms?|parts?|phases?|groups?|modules?|sub-?protocols?|sub-?stud|strat(?:um|a)|escalation|expansion|dose[ -]\w+|(?:run|lead)-in|inclusion|exclusion|eligibility|only|for|in|all)\b/i

/** Ids are capitals or digits, so that "part of" names nothing. */
const ID = String.raw`(?:[A-Z]\d{0,2}[a-z]?|\d{1,2}(?:[A-Za-z]\d?)?|[IVX]{1,4}[abc]?)\b`
const KIND =
  '(?:[Cc]ohorts?|COHORTS?|[Aa]rms?|ARMS?|[Pp]arts?|PARTS?|[Pp]hases?|PHASES?|[Gg]roups?|GROUPS?|[Mm]odules?|MODULES?|[Ss]ub-?protocols?|[Ss]ub-?[Ss]tud(?:y|ies)|[Ss]trat(?:um|a))'
const JOIN = String.raw`(?:\s*(?:,|/|&|\band|\bor|,\s*and)\s*|\s*-\s*(?=\d|[A-Z]\d))`
const STEP =
  '(?:[Dd]ose[ -])?(?:[Ee]scalation|[Ee]xpansion)(?: (?:[Pp]hase|[Pp]art|[Cc]ohorts?|[Aa]rms?|[Ss]tage|[Ss]tudy))?|[Dd]ose[ -](?:[Cc]onfirmation|[Ff]inding|[Ee]xploration|[Oo]ptimi[sz]ation)(?: (?:[Pp]hase|[Pp]art|[Cc]ohorts?|[Aa]rms?|[Ss]tage|[Ss]tudy))?|[Ss]afety (?:[Rr]un|[Ll]ead)-[Ii]n(?: (?:[Pp]hase|[Pp]art|[Cc]ohort))?|DOSE[ -](?:ESCALATION|EXPANSION|CONFIRMATION|FINDING|OPTIMI[SZ]ATION)(?: (?:PHASE|PART|COHORTS?|STAGE))?'
const NAME = String.raw`(?:\b${KIND}\s+${ID}(?:${JOIN}(?:${KIND}\s+)?${ID}){0,5}|\b(?:${STEP}))`
const ASIDE = String.raw`(?:\s*[([][^)\]]{0,80}[)\]])?`
const PEOPLE = String.raw`(?:\s+(?:and\s+)?(?:[Oo]nly|ONLY|[Pp]articipants|[Pp]atients|[Ss]ubjects|[Cc]ohorts?|[Pp]ortion|[Ss]tudy|[Mm]onotherapy|[Cc]ombination|[Tt]herapy|[Dd]ose|[Ee]scalation|[Ee]xpansions?|[Oo]ptimi[sz]ation|[Ff]inding|[Cc]onfirmation|[Bb]ackfill))*`
/** What may stand before the name: "Monotherapy Cohort M2", "Combination therapy Part B". */
const SORT = '(?:(?:[Mm]onotherapy|[Cc]ombination|[Tt]herapy|[Tt]reatment|[Ss]tudy|[Bb]ackfill)\\s+){0,3}'
const NAMES = new RegExp(NAME, 'g')
const LEADING = new RegExp(
  String.raw`^(?:(?:(?:[Ff]or|[Ii]n|[Ff]or enrol+ment (?:in)?to)\s+)?(?:[Tt]he\s+)?(?:(?:[Pp]atients|[Pp]articipants|[Ss]ubjects)\s+(?:enrolled\s+)?(?:in|into|entering|on)\s+(?:the\s+)?)?)?\(?(?:${NAME}${PEOPLE}\s*[:–—]\s*)?${SORT}(${NAME})${ASIDE}${PEOPLE}\)?\s*(?:[:：–—-]|,(?!\s*(?:and|or|&)?\s*${ID})|$)`,
)
/** "Eligible Phase 2 patients in Cohorts 1, 2 and 4 must have …" */
const OF_PEOPLE = new RegExp(
  String.raw`^(?:[Ee]ligible\s+)?(?:${NAME}\s+)?(?:[Pp]atients|[Pp]articipants|[Ss]ubjects)\s+(?:enrolled\s+|enrolling\s+)?(?:in|into|entering|on|of)\s+(?:the\s+)?${SORT}(${NAME})${ASIDE}${PEOPLE}(?=\s+(?:must|should|shall|will|may|are|is|have|who|with|need)\b)`,
)
/** "For Part 1, 2 and 3a documented adenocarcinoma" */
const FOR_NAME = new RegExp(String.raw`^[Ff]or\s+(?:the\s+)?(${NAME})${ASIDE}${PEOPLE}(?=\s+(?!(?:of|to|and|or)\b)[a-z≥≤<>])`)
/** "(Dose escalation part only) Metastatic cancer" */
const IN_BRACKETS = new RegExp(
  String.raw`^[([]\s*(?:[Ff]or\s+|[Ii]n\s+)?(?:the\s+)?(${NAME})(?:\s+part)?${PEOPLE}\s*[)\]]\s*:?\s*(?=[A-Z])`,
)
/** "Part 2B (ER+ breast cancer, with fulvestrant) Histological diagnosis of …" */
const BRACKETED = new RegExp(String.raw`^(${NAME})\s*\((?:[^()]|\([^()]{0,60}\)){0,160}\)\s*:?\s*(?=[A-Z][a-z]|$)`)
const COHORT_LINE = new RegExp(String.raw`^(?:(?:[Ff]or|FOR)\s+)?${SORT}${NAME}${ASIDE}${PEOPLE}\s*[:–—-]?$`)
/** "Additional exclusions for Cohort M6 (prostate) only:" */
const COHORT_TITLE = new RegExp(
  String.raw`^(?:(?:[Aa]dditional|[Ss]pecific|[Ff]urther|[Oo]ther|[Kk]ey|[Ii]nclusions?|[Ee]xclusions?|[Ee]ligibility|[Cc]riteri(?:a|on)|[Rr]equirements?)\s+){1,4}(?:for|to)\s+(?:the\s+)?${SORT}${NAME}${ASIDE}${PEOPLE}\s*:?$`,
)
/** Steps without a number or letter of their own. */
const STEP_ONLY = /^(?:dose\b|safety\b|escalation|expansion)/i
/** Those who take part without being the patient: "Caregiver Inclusion Criteria", "Control exclusion criteria". */
const OTHER_PEOPLE =
  /^\W*(?:\d\W*)?((?:cases?|(?:healthy |normal )?(?:controls?|volunteers?)|healthy (?:donors?|subjects?|participants?)|caregivers?|carers?|partners?|spouses?|family members?|relatives?|parents?|providers?|clinicians?|physicians?|nurses?|staff|stakeholders?)(?: (?:group|cohort|arm|participants?|subjects?))?)\s+(?:(?:key|main|specific)\s+)?(?:inclusion|exclusion|eligibility)\b/i
const CLOSING = new RegExp(String.raw`[([]\s*(?:[Ff]or\s+|[Ii]n\s+)?(${NAME})(?:\s+[Oo]nly)?\s*[)\]]\s*[.;:]?$`)

/** Kinds of disease that trials open a list of their own for. */
const TYPE =
  '(?:HER-?2|TNBC|triple|HR|ER|hormone|luminal|pre-?menopausal|post-?menopausal|metastatic|MBC|LABC|early|locally|NSCLC|[a-z]+ (?:cancer|carcinoma)|healthy|HNSCC|CRC|melanoma|lymphoma|sarcoma)'
const GROUP = String.raw`${TYPE}\b[^:,.;]{0,60}?\s*(?:patients|participants|subjects|cohorts?|arm|group)(?:\s+only)?`
const SUBTYPE = new RegExp(String.raw`^(?:for|in)\s+(?:the\s+)?(${GROUP})\s*[:,–-]`, 'i')
const SUBTYPE_LINE = new RegExp(String.raw`^for\s+(?:the\s+)?${GROUP}\s*:$`, 'i')
/** "Pancreatic cancer cohort: …" */
const TITLED = /^([A-Z][\w/+ -]{2,50}\b[Cc]ohorts?)\s*(?:\([^)]{0,40}\))?\s*:/
const FOR_WHOM = /\b(?:criteri(?:a|on)|inclusion|exclusion)\s+for\s+(?:the\s+)?((?:(?!\b(?:if|any|criteri(?:a|on))\b)[^:,]){3,50}?)\s*:?$/i
const EVERYONE =
  /\b(?:all|study|trial|enrol\w*|entry|participation|registration|randomi[sz]ation|screening|treatment|protocol|patients|participants|subjects)$|^(?:all|this|the)\b/i

const unmarked = (words: string) =>
  words
    .replace(/\\(?=[^\w\s])/g, '')
    .replace(/\*\*|__/g, '')
    .trim()

const namesIn = (plain: string) => [...new Set(matchesOf(plain, NAMES).map((match) => canonical(match[0])))]

/** One spelling for the same cohort: "PART 2" and "Part II" are "Part 2", "Dose Expansion Cohorts" are "Dose expansion". */
function canonical(name: string): string {
  const plain = name.replace(/\s+/g, ' ').trim()
  if (/escalation|expansion|run-in|lead-in|^dose[ -](?:confirmation|finding|exploration|optimi)/i.test(plain))
    return spelt(
      plain
        .replace(/-(?=[ecfo])/i, ' ')
        .replace(/ (?:phase|part|cohorts?|arms?|stage|study)$/i, '')
        .toLowerCase(),
    )
  return spelt(
    plain.replace(
      /\b(IV|I{1,3})([abc]?)\b/g,
      (_, roman: string, letter: string) => `${['I', 'II', 'III', 'IV'].indexOf(roman) + 1}${letter}`,
    ),
  )
}

/** The first word with a capital and small letters, when it is one of letters only. */
const spelt = (name: string) =>
  name
    .trim()
    .replace(/^[A-Za-z]+(?=[\s-]|$)/, (word) =>
      /^(?:[A-Z]{2,5})$/.test(word) && !/^(?:PARTS?|ARMS?|PHASE)$/.test(word)
        ? word
        : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
    )

import { type ConditionSpot, conditionNamed, findConditions } from '../codes/conditions.ts'
import { isEvent } from './condition-events.ts'
import { headingWindow } from './heading-window.ts'
import type { Mention } from './kind.ts'
import { isOtherThing } from './other-things.ts'
import { withSharedHeads } from './shared-heads.ts'
import { findWindow } from './time-window.ts'

export type ConditionAsk = {
  /** A name of core/codes/condition-table.ts. */
  condition: string
  /** Only while it lasts: "active", "uncontrolled", "ongoing". */
  current?: boolean
  uncontrolled?: boolean
  /** Only as a serious form: "severe", "clinically significant", or a clause that narrows it ("that would interfere with …"). */
  serious?: boolean
  steroids?: boolean
  systemicTreatment?: boolean
  /** "in the opinion of the investigator". */
  opinion?: boolean
  /** "Any condition that …": named only by what it would do. */
  any?: boolean
  /** One of a list, or followed by examples, which say what is meant. */
  listed?: boolean
  /** CTCAE grade from which it counts. */
  grade?: number
  days?: number
  window?: string
  words: string
}
/** Every condition a clause names, with the words that describe and narrow it. */
export function conditionsAsked(text: string): Mention<ConditionAsk>[] {
  const spots = withSharedHeads(
    text,
    withAbbreviations(
      text,
      findConditions(text).map((spot) => withNoun(text, spot)),
    ),
  ).filter((spot) => !isOtherThing(text, spot))
  const mentions: Mention<ConditionAsk>[] = []
  let head: { end: number; until: number; params: ConditionAsk } | undefined
  for (const [i, spot] of spots.entries()) {
    const before = mentions.at(-1)
    const from = before?.end ?? 0
    const words = LEAD.exec(text.slice(Math.max(from, spot.start - 160), spot.start))?.[0] ?? ''
    const lead = words.replace(LEAD_GLUE, '')
    const own = spot.end + trailing(text, spot.end, spots[i + 1]?.start ?? text.length)
    const end = own + (ANTIGENS.exec(text.slice(own))?.[0].length ?? 0)
    const rest = text.slice(spot.end, end)
    const isListed =
      before !== undefined &&
      lead.replace(BARE_LEAD, '').trim() === '' &&
      /^[\s,/()]*(?:(?:and|or|and\/or|including|such as|e\.g\.,?|like|i\.e\.,?)\s)?[\s(]*$/.test(text.slice(before.end, spot.start))
    const anyCondition =
      /\bany\b[^.;,]{0,24}$/.test(text.slice(Math.max(0, spot.start - 30), spot.start)) &&
      /condition/.test(text.slice(spot.start, spot.end))
    const params = askOf(
      spot,
      `${lead}${text.slice(spot.start, spot.end)} `,
      rest,
      isListed ? before.params : undefined,
      text.slice(spot.end, spot.end + 90),
    )
    const shared =
      SYMPTOMS.has(params.condition) && params.grade === undefined
        ? GRADE_BEFORE.exec(text.slice(Math.max(0, spot.start - 70), spot.start))?.[1]
        : undefined
    if (shared !== undefined) params.grade = Number(shared)
    if (anyCondition) params.any = true
    if (spot.concept.name === 'serious illness' && (before !== undefined || EXAMPLES.test(text.slice(end, end + 60)))) params.listed = true
    if (head && (/[.;]\s/.test(text.slice(head.end, spot.start)) || spot.start > head.until)) head = undefined
    if (head?.params.condition === 'infection' && !INFECTIONS.test(params.condition)) head = undefined
    if (head && !isEvent(params.condition) && !/history/.test(lead)) {
      if (head.params.uncontrolled) params.uncontrolled = true
      if (head.params.serious) params.serious = true
      if (head.params.current) params.current = true
    }
    if (
      GROUP_NAMES.has(params.condition) &&
      /^[^.;()]{0,12}\b(?:such as|like|defined (?:as|by))\b|^[^.;()]{0,20}:\s*$/.test(text.slice(end, end + 40))
    )
      params.serious = true
    if (
      (spot.concept.name === 'serious illness'
        ? params.uncontrolled || params.serious
        : GROUP_NAMES.has(params.condition) && params.current) &&
      EXAMPLES.test(text.slice(end, end + 60))
    ) {
      const closes = /^[^.;]{0,3}\(/.test(text.slice(end, end + 4)) ? text.indexOf(')', end) : -1
      head = { end, params, until: closes < 0 ? text.length : closes }
    }
    // "Active infection with HIV, hepatitis B or hepatitis C": active is each of them.
    if (params.condition === 'infection' && OF_WHICH.test(text.slice(end, end + 12))) head = { end, params, until: text.length }
    mentions.push({ start: spot.start - lead.length, end, params })
  }
  return mentions.map((mention, i) =>
    withLaterNarrowing(text, withLaterWindow(text, mention, mentions.slice(i + 1, i + LIST)), mentions.slice(i + 1, i + LIST)),
  )
}

const OF_WHICH = /^ (?:with|of|by|due to|caused by)\b/
const INFECTIONS = /hepatitis|hiv|tubercul|cytomegalo|covid|herpes|zoster|syphilis/i

/** "Thrombosis events", "seizure episodes": the noun adds nothing. */
const withNoun = (text: string, spot: ConditionSpot): ConditionSpot => ({
  ...spot,
  end: spot.end + (/^ (?:events?|episodes?|attacks?)\b/.exec(text.slice(spot.end, spot.end + 12))?.[0].length ?? 0),
})
/** "Hepatitis B surface antigen or core antigen" */
const ANTIGENS = /^(?:,? (?:or|and|and\/or) |\/)(?:core|surface|e) anti(?:gens?|bod(?:y|ies))(?: \([^()]{1,12}\))?/
/** Longest list over which a window or a clause reaches back. */
const LIST = 24
/** "Serious intercurrent medical or psychiatric illness": words that add nothing to the first of a list. */
/** "Grade ≥ 2 anorexia, nausea or vomiting": the grade is for each. */
const GRADE_BEFORE = /grade\s{0,3}(?:≥|>=|at least)?\s{0,2}([1-4])(?: or (?:higher|greater|more))? [a-z ,]{3,60}$/
const SYMPTOMS = new Set(['nausea or vomiting', 'diarrhea', 'mucositis', 'peripheral neuropathy'])
/** "Heart conditions such as …": the group is meant in the sense of its examples. */
const GROUP_NAMES = new Set([
  'heart disease',
  'lung disease',
  'liver disease',
  'kidney disease',
  'gastrointestinal disease',
  'eye disease',
  'neurologic disease',
  'autoimmune disease',
])
const BARE_LEAD = /\b(?:intercurrent|concurrent|concomitant|other|any|medical|physical|underlying|chronic|systemic)\b/g
/** "Uncontrolled illness, including …", "severe conditions (for example …": what follows is meant in the same way. */
const EXAMPLES = /^[^.;]{0,30}(?:\b(?:including|includes?|such as|like|for example|e\.g)\b|\()/

/** "Epilepsy or dementia that would interfere with the study": the clause at the end of a list narrows what stands before it too. */
function withLaterNarrowing(text: string, mention: Mention<ConditionAsk>, later: Mention<ConditionAsk>[]): Mention<ConditionAsk> {
  let at = mention.end
  for (const next of later) {
    if (!LISTED.test(text.slice(at, next.start))) return mention
    const { serious, opinion, words } = next.params
    if (/not (?:adequately |well |medically )?controlled/.test(words))
      return { ...mention, params: { ...mention.params, uncontrolled: true } }
    // "An autoimmune disease or other conditions that require steroids": asked of the first too.
    if (
      next.params.condition === 'serious illness' &&
      /autoimmun/.test(mention.params.condition) &&
      (next.params.steroids || next.params.systemicTreatment)
    )
      return { ...mention, params: { ...mention.params, systemicTreatment: true } }
    // "Interstitial lung disease or pneumonitis that required steroids": two names of one illness.
    if (next.params.condition === mention.params.condition && next.params.steroids && !mention.params.steroids)
      return { ...mention, params: { ...mention.params, steroids: true, ...windowOf(next.params) } }
    if (NARROWS.test(words))
      return { ...mention, params: { ...mention.params, ...(serious ? { serious } : {}), ...(opinion ? { opinion } : {}) } }
    at = next.end
  }
  return mention
}
const windowOf = ({ days, window }: ConditionAsk): Partial<ConditionAsk> => ({
  ...(days === undefined ? {} : { days }),
  ...(window === undefined ? {} : { window }),
})
const LISTED = /^[\s,/()]*(?:(?:and\/or|and|or|including|such as|e\.g\.,?)\s+|[a-z-]+,\s+){0,6}(?:[a-z-]+ ){0,2}$/
const NARROWS = /\b(?:that|which)\b[^.;]{0,40}\b(?:would|could|may|might|interferes?|precludes?|limits?|impairs?|increases?)\b/

function askOf(spot: ConditionSpot, lead: string, rest: string, listed: ConditionAsk | undefined, after: string): ConditionAsk {
  const window = findWindow(rest) ?? findWindow(lead)
  const around = `${lead} ${rest}`
  const grade =
    /(?<before>≥|>=|>|=>)?\s{0,2}\bgrades?\s{0,3}(?<sign>≥|>=|>|=>)?\s{0,4}(?<least>[1-4i]{1,3})(?<more> or (?:greater|higher|more|above|worse))?/.exec(
      around,
    )?.groups
  const least = grade ? romanOrNumber(grade['least'] ?? '') + ((grade['sign'] ?? grade['before']) === '>' ? 1 : 0) : undefined
  const recent = window === undefined && /\brecent\b/.test(lead) && isEvent(spot.concept.name)
  const isPast = /history|prior|previous|past|\bever\b/.test(lead)
  const isToday = AT_ENTRY.test(rest)
  const uncontrolled =
    /uncontrol|poorly|inadequately|not (?:adequately |well[- ]|medically )?control|unstable|despite|untreated|refractory|intractable|(?:unable to|cannot|can not) be (?:adequately |well[- ]?|medically )*controll|uncontrollable|decompensated/.test(
      around,
    )
  const isMeasured = spot.concept.name === 'hypertension' && /^[^.;]{0,60}(?:systolic|diastolic|mm ?hg|\d{3} ?\/ ?[>≥]? ?\d{2})/.test(after)
  const current = /\bactive|ongoing|current|acute|persistent|unresolved|concurrent|concomitant|symptomatic|serious/.test(around) && !isPast
  const serious =
    /severe|significant|serious|major|grade 3|interfere|preclud|would|could|may |might|limit(?!ed to)|likely|considered|contraindic|moderate|impair(?!ment)|compromis|jeopard|confound|risk/.test(
      around,
    )
  return {
    condition: spot.concept.name,
    ...(current || isToday || listed?.current ? { current: true } : {}),
    ...(uncontrolled || isMeasured || listed?.uncontrolled ? { uncontrolled: true } : {}),
    ...(serious || listed?.serious ? { serious: true } : {}),
    ...(/opinion|judge?ment|investigator|discretion|physician|deem/.test(around) ? { opinion: true } : {}),
    ...(/steroid/.test(rest) ? { steroids: true } : {}),
    ...(/(?:systemic|immunosuppress|disease.modifying|requir\w+)[a-z -]*(?:treatment|therapy|agents?|drugs?)/.test(rest)
      ? { systemicTreatment: true }
      : {}),
    ...(least !== undefined && least > 0 && !/≤|<|or less|or lower/.test(around)
      ? { grade: least }
      : grade === undefined && listed?.grade !== undefined
        ? { grade: listed.grade }
        : {}),
    ...(window && window.side === 'within'
      ? { days: window.days, window: window.words }
      : recent
        ? { days: RECENT, window: '6 months' }
        : {}),
    words: `${lead}${rest}`.trim(),
  }
}

/** "At the time of enrollment", "at screening": what counts is today. */
const AT_ENTRY =
  /\bat (?:the )?(?:time of |start of )*(?:study )?(?:enrol?lment|screening|baseline|registration|randomi[sz]ation|entry|inclusion)\b/
/** "Recent" without a number: half a year. */
const RECENT = 183
const romanOrNumber = (words: string) => ({ i: 1, ii: 2, iii: 3, iv: 4 })[words] ?? Number(words)

/** "stroke, TIA or MI within 6 months": the window at the end of a list is for the events before it too. */
function withLaterWindow(text: string, mention: Mention<ConditionAsk>, later: Mention<ConditionAsk>[]): Mention<ConditionAsk> {
  if (mention.params.days !== undefined) return mention
  if (!isEvent(mention.params.condition)) {
    const past = /\bhistory within\b/.test(text) ? windowBefore(text, mention.start) : undefined
    return past ? { ...mention, params: { ...mention.params, days: past.days, window: past.words } } : mention
  }
  const next = later.find(({ params }) => params.days !== undefined)
  if (!next || /[.;]\s|:/.test(text.slice(mention.end, next.start))) {
    const over = headingWindow(text, mention.start) ?? windowBefore(text, mention.start)
    return over ? { ...mention, params: { ...mention.params, days: over.days, window: over.words } } : mention
  }
  const { days, window } = next.params
  return { ...mention, params: { ...mention.params, ...(days === undefined ? {} : { days }), ...(window === undefined ? {} : { window }) } }
}

/** "Events within 6 months, such as …", "a history within 6 months of …": the window stands before what it is asked of. */
function windowBefore(text: string, at: number): ReturnType<typeof findWindow> {
  const from = Math.max(text.lastIndexOf('. ', at), text.lastIndexOf('; ', at), at - 240, 0)
  const window = findWindow(text, from, at)
  if (window?.side !== 'within') return undefined
  return /^\s*$|^(?:(?!,? (?:or|and) )[^.;:]){0,60}(?:,? ?\(?(?:such as|including|e\.g\.,?|like|for example)|\b(?:of|day)(?: an?| any)?\s*$)/.test(
    text.slice(window.end, at),
  )
    ? window
    : undefined
}

/** A finding that records name although it is no illness: a trace of regurgitation, a small cyst. */
export const isMild = (name: string): boolean =>
  /\b(?:trace|trivial|minimal|mild(?:ly)?|slight|incidental|physiologic(?:al)?|benign|simple|small|early|grade 1)\b/i.test(name)
const LEAD_WORDS =
  'known|active|actively|ongoing|current|currently|history|histories|personal|medical|documented|documentation|past|prior|previous|previously|any|other|of|or|and|a|an|the|with|uncontrolled|uncontrollable|controlled|poorly|inadequately|unstable|untreated|symptomatic|asymptomatic|acute|subacute|chronic|severe|serious|significant|clinically|clinical|major|relevant|important|recent|recurrent|recurring|persistent|persisting|unresolved|refractory|intractable|concurrent|concomitant|coexisting|co-existing|preexisting|pre-existing|evidence|signs|sign|symptoms|symptom|presence|diagnosis|diagnosed|suspected|confirmed|suffering|from|documented|positive|test|for|congenital|inherited|hereditary|acquired|primary|secondary|underlying|associated|related|drug-induced|idiopathic|noninfectious|non-infectious|life-threatening|disabling|debilitating|advanced|moderate|mild|grade|(?:≥|>=|=>|>) ?[1-4]|≥|>|[1-4]\\+?|co-morbid|comorbid|experienced?|experiencing|undergone|autologous|daily|features|suggestive|suggesting|predisposing|surgical|procedures?|conditions?|following|ctcae|nci|nyha|new|york|heart|association|class|ii|iii|iv|i|requiring|treatment|infectious|systemic|medically|inadequate|not|adequately|well|well-controlled|serious|non-malignant|nonmalignant|malignant|hiv-|seropositive|seropositivity|infection|infected|has|have|had|as|such|including|include|includes|limited|to|but|eg|concern|inability|episodes?|episode|event|clinical|radiographic|radiological|radiologic|functional|physical|medication-dependent|insulin-dependent|require|treated|complete|third|second|high|degree|high-grade|risk|factors?|deep|extensive|bilateral|drug|immune-related|immune-mediated|spontaneous|cardiac|ventricular|supraventricular|within|last|months?|years?|weeks?|\\d{1,2}|arterial|venous|peripheral|left|right|upper|lower|life|threatening|exudative|uncorrected|existing|multiple|numerous|excessive|bacterial|viral|fungal|severely|seriously|impaired|gross|pathologic|abnormal|cardiovascular|autonomic|gastrointestinal|pulmonary|ocular|ongoing/active|active/uncontrolled|allogeneic|allogenic|\\(nyha\\)|functional|classification|nodal|generalized|complex|partial|autoimmune|connective|tissue|autoimmune-associated|\\([^()]{1,25}\\)|paroxysmal|residual|higher|greater|more|worse|baseline|intracranial|gastric|hemorrhagic|haemorrhagic|ischemic|intercurrent'
const LEAD = new RegExp(String.raw`(?:(?<![\w-])(?:${LEAD_WORDS})(?![\w])[\s,/(:-]*(?:e\.g\.,? ?|i\.e\.,? ?)?)+$`)
/** Joining and denying words before the first describing word belong to the sentence, not to the condition. */
const LEAD_GLUE =
  /^(?:(?:or|and|and\/or|not(?! (?:adequately|well|medically|controlled))|have|has|had|with|a|an|the|any|other|to|from|for|but|of|as|such|within|limited|include|includes|including|e\.g\.|i\.e\.)\b[\s,/(:.-]*|[\s,/(:-]+)+/
/** From the joiner before the next condition on. */
const JOINED_LEAD = new RegExp(
  String.raw`(?:,\s*(?:and\/or |and |or )?|\s+(?:and\/or|and|or)\s+|\s*\(|\s*\/\s*)(?:(?:${LEAD_WORDS})[\s,/(:-]*)*$`,
)
const STARTS_TRAILING =
  /^[)\]]?[\s,]*(?:\([^()]{0,120}\)\s*)?(?:(?:,\s*)?(?:that|which|who|whose|conduction,? (?:or|and) morphology|where|cannot|can not|requiring|required|requires|needing|within|in the|in last|during|despite|not|at|due to|secondary to|related to|caused by|prior to|before|under|uncontrolled|unresponsive|considered|defined|associated|as (?:defined|determined|assessed|judged|per|evidenced|documented|demonstrated)|resulting|leading|affecting|likely|interfering|limiting|precluding|contraindicating|on (?:oral|imaging|ct|stable|medication|treatment|therapy|systemic|anti\w*)|from|for|by|per|according|causing|based|including|if|of (?:any|cardiovascular|pathological|cardiac|grade|nyha|new york|unknown|clinical|the|severity)|with (?:a|an|or|known|documented|suspected|suspicious|possible|pulmonary|lung|organ|evidence|symptoms|clinical|active|active|significant|requirement|oxygen|residual|severe|ongoing|detectable|positive|any|high|risk|uncontrolled|nyha|new york)|≥|>|grade|nyha|new york|class|(?:≤|<) ?\d|to (?:ctcae )?grade|\d+ |persisting|present|ongoing|occurring|treated|treatable|active|diagnosed|status|history|necessitating|currently (?:treated|on|receiving|taking|requiring)|not currently|potentially|would|may|unless contro|is not|are not|is un|has not|have not|poorly|inadequately|treatment|seropositiv\w+|positiv\w+|antibod\w+|infection|surface antigen|core antibod\w+|virus|viral|dna|rna|deoxyribonucleic|ribonucleic)\b|-? ?positiv\w+|\([^()]{0,160}\)|[≥>] ?(?:grade ?)?\d)/
const ENDS_TRAILING =
  /(?<!\be\.g|\bi\.e|\be|\bi|\bvs|\bno|\bdr)[.](?=\s|$)|[;]|\b(?:unless|except|exception|excluding|however|provided|eligible|allowed|permitted|acceptable|other than|not including|does not include|note|because|including|such as|e\.g\.)\b|,? (?:or|and)?,? ?(?:(?:a|the|prolonged|corrected|mean|baseline|resting|screening) )*(?:qt|lvef|left ventricular ejection|ejection fraction)|,? but\b|:\s|\*/

/** "… except disease due to lung metastases": what the cancer itself causes is another matter. */
const CANCER_CAUSED =
  /^[^.;]{0,40}(?:with the exception of|except(?:ing)?(?: for)?|other than|excluding|unless)[^.;]{0,90}(?:attributable|due|related|secondary|caused)[^.;]{0,40}(?:metastas\w+|underlying cancer|malignan\w+|tumou?r|breast cancer)[^.;]*/
/** Length of the words after a condition that narrow it ("requiring steroids", "within 6 months prior to enrollment"), up to the next condition, stop or exception. */
function trailing(text: string, from: number, next: number): number {
  const cause = CANCER_CAUSED.exec(text.slice(from, from + 260))
  if (cause && from + cause[0].length <= next) return cause[0].length
  let region = text.slice(from, Math.min(next, from + 320))
  const stop = ENDS_TRAILING.exec(region)
  const isWhole = stop === null && next === text.length
  if (stop) region = region.slice(0, stop.index)
  const kinds = KINDS_OF_NERVES.exec(region)?.[0].length ?? 0
  if (!STARTS_TRAILING.test(region.slice(kinds))) return /^\s*\([^()≥≤<>]{1,40}\)/.exec(region)?.[0].length ?? 0
  if (!isWhole && !stop) region = region.replace(JOINED_LEAD, '')
  region = region.replace(/(?:[\s,/(]|\b(?:and|or|a|an|the|any|other|with|of)\b)*$/, '')
  const opens = region.split('(').length - region.split(')').length
  return opens > 0 ? Math.max(0, region.lastIndexOf('(')) : region.length
}

/** "Neuropathy, sensory or motor, of grade 2" */
const KINDS_OF_NERVES = /^[\s,(]*(?:(?:sensory|motor|sensorimotor|or|and|and\/or)\b[\s,)]*)+/

/** "myocardial infarction (MI)" names one thing. */
function withAbbreviations(text: string, spots: ConditionSpot[]): ConditionSpot[] {
  const merged: ConditionSpot[] = []
  for (const spot of spots) {
    const last = merged.at(-1)
    const isShort = last?.concept === spot.concept && /^\s?\(\s?$/.test(text.slice(last.end, spot.start))
    const second = spot.concept.name === 'type 1 diabetes' ? SECOND_TYPE.exec(text.slice(spot.end)) : null
    const both = second ? conditionNamed('diabetes') : undefined
    if (last && isShort && text[spot.end] === ')') merged[merged.length - 1] = { ...last, end: spot.end + 1 }
    else if (last && isShort && text.slice(spot.start, spot.end).includes(')')) merged[merged.length - 1] = { ...last, end: spot.end }
    else if (second && both) merged.push({ ...spot, end: spot.end + second[0].length, concept: both })
    else merged.push(spot)
  }
  return merged
}

/** "Diabetes mellitus type I or type II" */
const SECOND_TYPE = /^ ?(?:or|and|\/|and\/or) ?(?:type )?(?:ii|2)\b/

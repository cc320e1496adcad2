import { type ConditionSpot, conditionNamed, findConditions } from '../../codes/conditions.ts'
import { compareDates, daysBetween } from '../../record/partial-date.ts'
import type { Profile } from '../../record/profile.ts'
import { dayWords, forTeam, missing, no, yes } from '../findings.ts'
import { defineKind, type Finding, type Mention, type Subject } from '../kind.ts'
import { freshness, labWords, newestLab } from '../lab-values.ts'
import { denied, unmentioned } from '../silence.ts'
import { findWindow } from '../time-window.ts'

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
  /** CTCAE grade from which it counts. */
  grade?: number
  days?: number
  window?: string
  words: string
}

export const hasCondition = defineKind<ConditionAsk>({
  name: 'has-condition',
  reads:
    'A condition other than the cancer, now or ever: heart, lung, liver, kidney, nerve, mind and immune diseases, infections, clots, bleeding, transplants – with "active", "uncontrolled", grade, "requiring steroids" and windows of time.',
  source:
    'Ordinary medical classification; grades as CTCAE v5; a history or problem list that does not mention a condition counts as "not so"',
  find({ text }) {
    const spots = withSharedHeads(text, withAbbreviations(text, findConditions(text))).filter((spot) => !isOtherThing(text, spot))
    const mentions: Mention<ConditionAsk>[] = []
    for (const [i, spot] of spots.entries()) {
      const before = mentions.at(-1)
      const from = before?.end ?? 0
      const words = LEAD.exec(text.slice(Math.max(from, spot.start - 160), spot.start))?.[0] ?? ''
      const lead = words.replace(LEAD_GLUE, '')
      const end = spot.end + trailing(text, spot.end, spots[i + 1]?.start ?? text.length)
      const rest = text.slice(spot.end, end)
      const isListed =
        before !== undefined &&
        lead.trim() === '' &&
        /^[\s,/()]*(?:(?:and|or|and\/or|including|such as|e\.g\.,?|like|i\.e\.,?)\s)?[\s(]*$/.test(text.slice(before.end, spot.start))
      mentions.push({
        start: spot.start - lead.length,
        end,
        params: askOf(spot, `${lead}${text.slice(spot.start, spot.end)} `, rest, isListed ? before.params : undefined),
      })
    }
    return mentions.map((mention, i) => withLaterWindow(text, mention, mentions.slice(i + 1)))
  },
  judge(ask, subject) {
    const { profile } = subject
    if (ask.opinion && UP_TO_THE_TEAM.has(ask.condition))
      return forTeam('Whether a condition would interfere with the study is for the trial team to judge.')
    const found = recorded(profile, ask.condition)
    if (found.length > 0) return judgeRecorded(ask, found, subject)
    const infection = byTest(ask.condition, profile)
    if (infection) return infection
    const names = conditionNamed(ask.condition)?.kinds ?? new Set([ask.condition])
    const told = denied(profile, names)
    if (told) return told
    return unmentioned(profile, plainName(ask.condition), `history:${ask.condition}`, `Have you ever had ${article(ask.condition)}?`)
  },
})

type Recorded = Profile['conditions'][number]

/** Conditions of the person that are this one or a kind of it. */
function recorded(profile: Profile, condition: string): Recorded[] {
  if (condition === 'serious illness')
    return profile.conditions.filter(({ name, status }) => status === 'active' && UNCONTROLLED.test(name))
  return profile.conditions.filter(({ name }) => {
    const [first, ...others] = findConditions(name)
    return [first, ...others].some((spot) => spot?.concept.kinds.has(condition))
  })
}

function judgeRecorded(ask: ConditionAsk, found: Recorded[], { profile, asOf }: Subject): Finding {
  const evidence = found.flatMap((one) => one.evidence)
  const active = found.filter(({ status }) => status === 'active')
  const said = found
    .map(({ name, status, since }) => `${name}${status === 'resolved' ? ' (resolved)' : ''}${since ? `, ${dayWords(since)}` : ''}`)
    .join('; ')
  const recordsSay = `Your records name ${said}`
  if (isOfOtherCause(ask.words, found)) return no(`${recordsSay}: of another cause.`, evidence)
  if (ask.days !== undefined) {
    const dates = found.flatMap(({ since, status }) => (since ? [since] : status === 'active' && isEvent(ask.condition) ? [] : []))
    const newest = dates.toSorted(compareDates).at(-1)
    if (!newest) {
      if (ask.systemicTreatment && found.every(({ name }) => REPLACED.test(name)))
        return no(`${recordsSay}; replacement therapy is not counted as systemic treatment.`, evidence)
      if (active.length === 0 && ask.current) return no(`${recordsSay}.`, evidence)
      return missing(
        `${recordsSay}; the date is not recorded, and the trial looks back ${ask.window ?? `${ask.days} days`}.`,
        `date:${ask.condition}`,
        `When did you last have ${article(ask.condition)}?`,
        evidence,
      )
    }
    const ago = daysBetween(newest, asOf)
    if (ago.least > ask.days && (isEvent(ask.condition) || active.length === 0))
      return no(`${recordsSay}: longer ago than ${ask.window ?? `${ask.days} days`}.`, evidence)
    if (ago.most <= ask.days) return yes(`${recordsSay}: within ${ask.window ?? `${ask.days} days`}.`, evidence)
  }
  if (ask.grade !== undefined) {
    const grades = found.map(gradeOf).filter((grade) => grade !== undefined)
    if (active.length === 0) return no(`${recordsSay}.`, evidence)
    if (grades.length === 0)
      return missing(
        `${recordsSay}; its grade is not recorded.`,
        `grade:${ask.condition}`,
        `How strong is your ${plainName(ask.condition)} today (grade)?`,
        evidence,
      )
    const worst = Math.max(...active.map((one) => gradeOf(one) ?? 0))
    return worst >= ask.grade
      ? yes(`${recordsSay}.`, evidence, { recoverable: true })
      : no(`${recordsSay}: below grade ${ask.grade}.`, evidence)
  }
  if ((ask.current || ask.uncontrolled) && active.length === 0) return no(`${recordsSay}.`, evidence)
  if (ask.uncontrolled && !active.some(({ name }) => UNCONTROLLED.test(name)))
    return judgeControl(ask, recordsSay, evidence, { profile, asOf })
  if (ask.systemicTreatment && found.every(({ name }) => REPLACED.test(name)))
    return no(`${recordsSay}; replacement therapy is not counted as systemic treatment.`, evidence)
  if (ask.steroids) {
    if (active.length > 0 && ask.current) return yes(`${recordsSay}.`, evidence)
    const steroid = profile.medications.find(({ name }) => /predniso|methylpred|dexameth|hydrocort/i.test(name))
    if (steroid || /steroid|predniso/i.test(said))
      return yes(`${recordsSay}; ${steroid?.name ?? 'a steroid'} was given.`, [...evidence, ...(steroid?.evidence ?? [])])
    return missing(
      `${recordsSay}; the records do not say whether steroids were needed.`,
      `steroids:${ask.condition}`,
      `Did you need steroids for ${plainName(ask.condition)}?`,
      evidence,
    )
  }
  if (ask.serious) {
    const mild = found.every((one) => (gradeOf(one) ?? 9) <= 1 || one.status === 'resolved')
    if (mild && !LASTING.has(ask.condition)) return no(`${recordsSay}: mild or over.`, evidence)
    if (MIND.has(ask.condition)) return no(`${recordsSay}; nothing says that it is severe or would interfere.`, evidence)
    return forTeam(`${recordsSay}; the trial team judges whether it counts.`, evidence)
  }
  if (MILD_COUNTS_NOT.has(ask.condition) && found.every((one) => (gradeOf(one) ?? 9) <= 1))
    return no(`${recordsSay}: grade 1 only.`, evidence)
  return yes(`${recordsSay}.`, evidence)
}

/** "Immune-mediated pneumonitis" is not the pneumonitis of another drug or of radiation. */
function isOfOtherCause(words: string, found: readonly Recorded[]): boolean {
  return (
    /immune[- ](?:mediated|related)/.test(words) &&
    found.every(
      ({ name }) => /drug|dxd|deruxtecan|radiation|everolimus|infect/i.test(name) && !/immune|pembro|nivo|atezo|durva/i.test(name),
    )
  )
}

/** Whether a recorded condition is under control: by blood pressure, by HbA1c, else as the records word it. */
function judgeControl(
  ask: ConditionAsk,
  recordsSay: string,
  evidence: Finding['evidence'],
  { profile, asOf }: Pick<Subject, 'profile' | 'asOf'>,
): Finding {
  if (ask.condition.includes('diabetes')) {
    const a1c = newestLab(profile, 'HbA1c')
    if (a1c && freshness(a1c, asOf, 120) === 'fresh')
      return a1c.value >= 8
        ? yes(`${recordsSay}; ${labWords(a1c)} is 8% or more.`, [...evidence, ...a1c.evidence], { recoverable: true })
        : no(`${recordsSay}; ${labWords(a1c)} is below 8%.`, [...evidence, ...a1c.evidence])
    return missing(
      `${recordsSay}; no HbA1c of the last four months was found.`,
      'lab:HbA1c',
      'What was your latest HbA1c, and when?',
      evidence,
    )
  }
  if (ask.condition === 'hypertension') {
    const [systolic, diastolic] = [newestLab(profile, 'systolic'), newestLab(profile, 'diastolic')]
    if (systolic && systolic.value >= 160)
      return yes(`${recordsSay}; ${labWords(systolic)}.`, [...evidence, ...systolic.evidence], { recoverable: true })
    if (diastolic && diastolic.value >= 100)
      return yes(`${recordsSay}; ${labWords(diastolic)}.`, [...evidence, ...diastolic.evidence], { recoverable: true })
  }
  return no(`${recordsSay}; nothing says that it is out of control.`, evidence)
}

/** HIV and hepatitis are settled by their tests. */
function byTest(condition: string, profile: Profile): Finding | undefined {
  const tests = { HIV: ['HIV'], 'hepatitis B': ['HBsAg', 'HBV DNA'], 'hepatitis C': ['anti-HCV', 'HCV RNA'] }[condition]
  const lab = profile.labs.find(({ test }) => tests?.some((one) => one.toLowerCase() === test.toLowerCase()))
  if (!lab || typeof lab.value !== 'string') return undefined
  const said = `${lab.test} ${lab.value}${lab.date ? ` on ${dayWords(lab.date)}` : ''}.`
  if (/neg|non-?reactive|not detected|undetect/i.test(lab.value)) return no(said, lab.evidence)
  return /pos|reactive|detected/i.test(lab.value) ? yes(said, lab.evidence) : undefined
}

function askOf(spot: ConditionSpot, lead: string, rest: string, listed: ConditionAsk | undefined): ConditionAsk {
  const window = findWindow(rest) ?? findWindow(lead)
  const around = `${lead} ${rest}`
  const grade = /grades? ?(?<sign>≥|>=|>|=>)? ?(?<least>[1-4i]{1,3})(?<more> or (?:greater|higher|more|above|worse))?/.exec(around)?.groups
  const least = grade ? romanOrNumber(grade['least'] ?? '') + (grade['sign'] === '>' ? 1 : 0) : undefined
  const isPast = /history|prior|previous|past|\bever\b/.test(lead)
  const uncontrolled =
    /uncontrol|poorly|inadequately|not (?:adequately |well[- ]|medically )?control|unstable|despite|untreated|refractory|intractable|unable to be controlled|uncontrollable|decompensated/.test(
      around,
    )
  const current = /\bactive|ongoing|current|acute|persistent|unresolved|concurrent|concomitant|symptomatic|serious/.test(around) && !isPast
  const serious =
    /severe|significant|serious|major|grade 3|interfere|preclud|would|could|may |might|limit|likely|considered|contraindic|impair|compromis|jeopard|confound|risk/.test(
      around,
    )
  return {
    condition: spot.concept.name,
    ...(current || listed?.current ? { current: true } : {}),
    ...(uncontrolled || listed?.uncontrolled ? { uncontrolled: true } : {}),
    ...(serious || listed?.serious ? { serious: true } : {}),
    ...(/opinion|judge?ment|investigator|discretion|physician|deem/.test(around) ? { opinion: true } : {}),
    ...(/steroid/.test(rest) ? { steroids: true } : {}),
    ...(/(?:systemic|immunosuppress|disease.modifying)[a-z -]*(?:treatment|therapy|agents?|drugs?)/.test(rest)
      ? { systemicTreatment: true }
      : {}),
    ...(least !== undefined && least > 0 && !/≤|<|or less|or lower/.test(around) ? { grade: least } : {}),
    ...(window && window.side === 'within' ? { days: window.days, window: window.words } : {}),
    words: `${lead}${rest}`.trim(),
  }
}

const romanOrNumber = (words: string) => ({ i: 1, ii: 2, iii: 3, iv: 4 })[words] ?? Number(words)

/** "stroke, TIA or MI within 6 months": the window at the end of a list is for the events before it too. */
function withLaterWindow(text: string, mention: Mention<ConditionAsk>, later: Mention<ConditionAsk>[]): Mention<ConditionAsk> {
  if (mention.params.days !== undefined || !isEvent(mention.params.condition)) return mention
  const next = later.find(({ params }) => params.days !== undefined)
  if (!next || /[.;]\s|:/.test(text.slice(mention.end, next.start))) return mention
  const { days, window } = next.params
  return { ...mention, params: { ...mention.params, ...(days === undefined ? {} : { days }), ...(window === undefined ? {} : { window }) } }
}

/** Things that happen on a day, against conditions that stay. */
const EVENTS = new Set([
  'myocardial infarction',
  'stroke',
  'transient ischemic attack',
  'pulmonary embolism',
  'deep vein thrombosis',
  'thromboembolism',
  'bleeding',
  'coronary revascularization',
  'angina',
  'heart failure',
  'coronary disease',
  'arrhythmia',
  'infection',
  'pneumonia',
  'sepsis',
  'hypertensive crisis',
  'gastrointestinal perforation',
  'gastrointestinal obstruction',
  'cerebrovascular disease',
  'seizure',
  'wound',
  'pancreatitis',
  'peptic ulcer',
  'ventricular tachycardia',
  'pericardial disease',
  'substance abuse',
  'herpes zoster',
  'COVID-19',
  'diabetic ketoacidosis',
  'bleeding',
  'diverticulitis',
])
const isEvent = (condition: string) => EVENTS.has(condition)
const UP_TO_THE_TEAM = new Set(['serious illness', 'psychiatric disorder', 'substance abuse'])
const MIND = new Set(['psychiatric disorder', 'depression', 'anxiety', 'serious illness', 'neurologic disease'])
const MILD_COUNTS_NOT = new Set(['diarrhea', 'nausea or vomiting', 'mucositis', 'infection', 'gastrointestinal disease', 'lung disease'])
/** Where also a mild or past form counts. */
const LASTING = new Set([
  'interstitial lung disease',
  'heart failure',
  'cirrhosis',
  'autoimmune disease',
  'HIV',
  'hepatitis B',
  'hepatitis C',
])
/** Treated by replacing a hormone, which protocols do not count as treatment of the immune system. */
const REPLACED = /thyroid|diabetes|vitiligo/i
const UNCONTROLLED = /uncontrolled|poorly controlled|decompensated|not controlled|severe|refractory/i

function gradeOf({ grade, name }: Recorded): number | undefined {
  if (grade !== undefined) return grade
  const written = /\b(?:grade|gr\.?|G)\s?([1-4])\b/i.exec(name)?.[1]
  return written === undefined ? undefined : Number(written)
}

const LEAD_WORDS =
  'known|active|actively|ongoing|current|currently|history|histories|personal|medical|documented|documentation|past|prior|previous|previously|any|other|of|or|and|a|an|the|with|uncontrolled|uncontrollable|controlled|poorly|inadequately|unstable|untreated|symptomatic|asymptomatic|acute|subacute|chronic|severe|serious|significant|clinically|clinical|major|relevant|important|recent|recurrent|recurring|persistent|persisting|unresolved|refractory|intractable|concurrent|concomitant|coexisting|co-existing|preexisting|pre-existing|evidence|signs|sign|symptoms|symptom|presence|diagnosis|diagnosed|suspected|confirmed|suffering|from|documented|positive|test|for|congenital|inherited|hereditary|acquired|primary|secondary|underlying|associated|related|drug-induced|idiopathic|noninfectious|non-infectious|life-threatening|disabling|debilitating|advanced|moderate|mild|grade|≥|>|[1-4]|ctcae|nci|nyha|new|york|heart|association|class|ii|iii|iv|i|requiring|treatment|infectious|systemic|medically|inadequate|not|adequately|well|well-controlled|serious|non-malignant|nonmalignant|malignant|hiv-|seropositive|seropositivity|infection|infected|has|have|had|as|such|including|include|includes|limited|to|but|eg|concern|inability|episodes?|episode|event|clinical|radiographic|radiological|radiologic|functional|physical|medication-dependent|insulin-dependent|require|treated|complete|third|second|high|degree|high-grade|risk|factors?|deep|extensive|bilateral|drug|immune-related|immune-mediated|spontaneous|cardiac|ventricular|supraventricular|within|last|months?|years?|weeks?|\\d{1,2}|arterial|venous|peripheral|left|right|upper|lower|life|threatening|exudative|uncorrected|existing|multiple|numerous|excessive|bacterial|viral|fungal|severely|seriously|impaired|gross|pathologic|abnormal|cardiovascular|autonomic|gastrointestinal|pulmonary|ocular|ongoing/active|active/uncontrolled|allogeneic|allogenic|\\(nyha\\)|functional|classification|nodal|generalized|complex|partial|autoimmune|connective|tissue|autoimmune-associated|\\([^()]{1,25}\\)|paroxysmal|higher|greater|more|intracranial|gastric|hemorrhagic|haemorrhagic|ischemic|intercurrent'
const LEAD = new RegExp(String.raw`(?:(?<![\w-])(?:${LEAD_WORDS})(?![\w])[\s,/(:-]*(?:e\.g\.,? ?|i\.e\.,? ?)?)+$`)
/** Joining and denying words before the first describing word belong to the sentence, not to the condition. */
const LEAD_GLUE =
  /^(?:(?:or|and|and\/or|not(?! (?:adequately|well|medically|controlled))|have|has|had|with|a|an|the|any|other|to|from|for|but|of|as|such|within|limited|include|includes|including|e\.g\.|i\.e\.)\b[\s,/(:.-]*|[\s,/(:-]+)+/
/** From the joiner before the next condition on. */
const JOINED_LEAD = new RegExp(
  String.raw`(?:,\s*(?:and\/or |and |or )?|\s+(?:and\/or|and|or)\s+|\s*\(|\s*\/\s*)(?:(?:${LEAD_WORDS})[\s,/(:-]*)*$`,
)
const STARTS_TRAILING =
  /^[)\]]?[\s,]*(?:\([^()]{0,120}\)\s*)?(?:(?:,\s*)?(?:that|which|who|whose|where|cannot|can not|requiring|required|requires|needing|within|in the|in last|during|despite|not|at|due to|secondary to|related to|caused by|prior to|before|under|uncontrolled|unresponsive|considered|defined|associated|as (?:defined|determined|assessed|judged|per|evidenced|documented|demonstrated)|resulting|leading|affecting|likely|interfering|limiting|precluding|contraindicating|on (?:oral|imaging|ct|stable|medication|treatment|therapy|systemic|anti\w*)|from|for|by|per|according|causing|based|including|if|of (?:any|grade|nyha|new york|unknown|clinical|the|severity)|with (?:a|an|or|known|evidence|symptoms|clinical|active|active|significant|requirement|oxygen|residual|severe|ongoing|detectable|positive|any|high|risk|uncontrolled|nyha|new york)|≥|>|grade|nyha|new york|class|(?:≤|<) ?\d|to (?:ctcae )?grade|\d+ |persisting|present|ongoing|occurring|treated|treatable|active|diagnosed|status|history|necessitating|potentially|would|may|unless contro|is not|are not|is un|has not|have not|poorly|inadequately|treatment|seropositiv\w+|positiv\w+|antibod\w+|infection)\b|-? ?positiv\w+|\([^()]{0,160}\)|[≥>] ?(?:grade ?)?\d)/
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
  if (!STARTS_TRAILING.test(region)) return /^\s*\([^()≥≤<>]{1,40}\)/.exec(region)?.[0].length ?? 0
  if (!isWhole && !stop) region = region.replace(JOINED_LEAD, '')
  region = region.replace(/(?:[\s,/(]|\b(?:and|or|a|an|the|any|other|with|of)\b)*$/, '')
  const opens = region.split('(').length - region.split(')').length
  return opens > 0 ? Math.max(0, region.lastIndexOf('(')) : region.length
}

/** "hepatic, renal or pulmonary disease": each adjective shares the noun at the end. */
const SHARED =
  /\b(?:(?:cardiac|cardiovascular|heart|renal|kidney|hepatic|liver|pulmonary|lung|respiratory|neurologic(?:al)?|psychiatric|gastrointestinal|autoimmune|inflammatory|bleeding|cerebrovascular|endocrine|metabolic|hematologic(?:al)?|haematologic(?:al)?|thromboembolic|infectious|immunologic(?:al)?|psychological|vascular|ocular|thyroid|digestive)(?:[\s,/]+(?:and\/or|and|or)?[\s]*)){2,}(?=(?:system |organ |tract )?(?:diseases?|disorders?|illness(?:es)?|dysfunction|impairments?|insufficiency|conditions?|abnormalit\w+|failure|pathology|compromise|problems?))/g
const OF_ADJECTIVE: readonly [RegExp, string][] = [
  [/cardi|heart|vascular/, 'heart disease'],
  [/renal|kidney/, 'kidney disease'],
  [/hepat|liver/, 'liver disease'],
  [/pulm|lung|respir/, 'lung disease'],
  [/neuro/, 'neurologic disease'],
  [/psych/, 'psychiatric disorder'],
  [/gastro|digest/, 'gastrointestinal disease'],
  [/autoimm|inflamm|immunolog/, 'autoimmune disease'],
  [/bleed|h[a]?emat/, 'bleeding disorder'],
  [/cerebro/, 'cerebrovascular disease'],
  [/thromb/, 'thromboembolism'],
  [/infect/, 'infection'],
  [/ocular/, 'eye disease'],
  [/thyroid/, 'thyroid disease'],
  [/endocr|metab/, 'serious illness'],
]

function withSharedHeads(text: string, spots: ConditionSpot[]): ConditionSpot[] {
  const added: ConditionSpot[] = []
  for (const match of text.matchAll(SHARED)) {
    for (const adjective of match[0].matchAll(/[a-z]+/g)) {
      const start = match.index + adjective.index
      const name = OF_ADJECTIVE.find(([words]) => words.test(adjective[0]))?.[1]
      const concept = name === undefined ? undefined : conditionNamed(name)
      if (concept && !spots.some((spot) => spot.start < start + adjective[0].length && start < spot.end))
        added.push({ start, end: start + adjective[0].length, concept })
    }
  }
  return added.length > 0 ? [...spots, ...added].toSorted((a, b) => a.start - b.start) : spots
}

/** "myocardial infarction (MI)" names one thing. */
function withAbbreviations(text: string, spots: ConditionSpot[]): ConditionSpot[] {
  const merged: ConditionSpot[] = []
  for (const spot of spots) {
    const last = merged.at(-1)
    if (last?.concept === spot.concept && /^\s?\(\s?$/.test(text.slice(last.end, spot.start)) && text[spot.end] === ')') {
      merged[merged.length - 1] = { ...last, end: spot.end + 1 }
    } else merged.push(spot)
  }
  return merged
}

/** Words that name a condition but speak of something else here. */
function isOtherThing(text: string, { start, end, concept }: ConditionSpot): boolean {
  const after = text.slice(end, end + 40)
  const before = text.slice(Math.max(0, start - 40), start)
  if (/^ ?(?:vaccin|immuni[sz]ation|medication|drugs? |inhibitor)/.test(after) && !/^ ?medications? that/.test(after)) return true
  if (concept.name === 'transplant' && /autologous|breast|fat |flap/.test(before)) return true
  if (/(?:recovered|recovery|toxicit\w+|adverse events?)[^.;]{0,40}$/.test(before) && /neuropathy|alopecia|nausea/.test(concept.name))
    return true
  if (/\bbecause\b[^.;]*$/.test(text.slice(Math.max(0, start - 200), start))) return true
  if (
    concept.name === 'serious illness' &&
    /^(?:systemic disease|condition|other condition|serious condition)/.test(text.slice(start, end)) &&
    !/severe|uncontrol|serious|other|significant/.test(`${before.slice(-40)} ${text.slice(start, end)}`)
  )
    return true
  return concept.name === 'serious illness' && /breast|metasta|measurable|cancer/.test(before.slice(-18))
}

const plainName = (condition: string) => (condition === 'serious illness' ? 'another serious uncontrolled illness' : condition)
const article = (condition: string) => plainName(condition)

import { matchesOf } from '../../codes/matches-of.ts'
import type { Profile } from '../../record/profile.ts'
import { missing, no, old, onDay, yes } from '../findings.ts'
import { defineKind, type Finding, type Mention } from '../kind.ts'
import { findWindow, type TimeWindow } from '../time-window.ts'

const STATES = ['any', 'active', 'untreated', 'treated-stable', 'symptomatic', 'steroids'] as const
type Asked = { state: (typeof STATES)[number]; steady?: TimeWindow | undefined; wholeBrain?: boolean }

export const hasBrainMetastases = defineKind<Asked>({
  name: 'has-brain-metastases',
  reads:
    'Metastases in the brain or central nervous system: any, active, untreated, symptomatic, or treated and stable (with its time since treatment).',
  source: 'profile: metastases, radiation and surgery of the brain; ASCO-Friends guidance on brain metastases in trials',
  triggers: /brain|cns|central nervous|cerebral|intracranial|dural/,
  find({ text }) {
    const states = matchesOf(text, STATE).map((match) => {
      const start = match.index + (match[1]?.length ?? 0)
      const end = match.index + match[0].length + (DETAIL.exec(text.slice(match.index + match[0].length))?.[0].length ?? 0)
      return { start, end, params: { state: 'treated-stable' as const, steady: findWindow(text, start, end) } }
    })
    const named = matchesOf(text, PATTERN).flatMap((match): Mention<Asked>[] => {
      // "A brain tumour" is a cancer of its own; a stable one, as an exception, is what has spread there.
      const isStable = /\bstable (?:brain|cns|central)/.test(match[0]) || STABLE_BEHIND.test(text.slice(match.index + match[0].length))
      if (/biops|imaging|mri of|ct of|tumou?r/.test(match[0]) && !/metasta/.test(match[0]) && !isStable) return []
      // "Only bone and/or brain metastases": it is about what there is beside them.
      if (
        /\bonly(?: (?:the|in|to|bone|liver|lung|lymph|node|nodal|skin|and|or)|[,/]){0,6}\s*$/.test(
          text.slice(Math.max(0, match.index - 30), match.index),
        ) &&
        !/if only|not only/.test(text)
      )
        return []
      if (
        /^(?:brain|cns|central|cerebral|intracranial)/.test(match[0]) &&
        /\bnon-? ?$/.test(text.slice(Math.max(0, match.index - 5), match.index))
      )
        return []
      if (!/metasta/.test(match[0]) && NO_METASTASES.test(text.slice(Math.max(0, match.index - 12), match.index + match[0].length + 30)))
        return []
      const start = match.index
      const end = start + match[0].length
      const tail = DETAIL.exec(text.slice(end))?.[0] ?? ''
      // "Asymptomatic from brain metastases": the denial before it is of symptoms.
      const isOfSymptoms = /\basymptomatic (?:from|of|regarding|with respect to)(?: (?:the|their|any))?\s*$/.test(
        text.slice(Math.max(0, start - 50), start),
      )
      const shared = SHARED_STATE.exec(text.slice(Math.max(0, start - 100), start))?.[0] ?? ''
      const state = isOfSymptoms ? 'symptomatic' : stateOf(`${shared} ${match[0]} ${tail}`)
      const until = end + (state === 'treated-stable' ? tail.length : 0)
      return [
        {
          start,
          end: until,
          params: {
            state,
            steady: state === 'treated-stable' ? findWindow(text, start, until) : undefined,
            ...(ONLY_WHOLE_BRAIN.test(tail) ? { wholeBrain: true } : {}),
          },
        },
      ]
    })
    return named.length > 0 ? [...named, ...states.filter(({ start }) => start > (named[0]?.start ?? 0))] : []
  },
  asks: ({ state }) => (state === 'any' ? 'brain metastases' : STATE_WORDS[state]),
  judge({ state, steady, wholeBrain }, { profile, asOf }) {
    const brain = profile.metastases.filter(({ site }) => site === 'brain')
    const present = brain.filter(({ status }) => status !== 'ruled-out' && status !== 'suspected')
    if (present.length === 0) return noBrain(profile, brain)
    const evidence = present.flatMap((one) => one.evidence)
    const treatments = profile.treatments.filter(
      ({ type, site, name }) =>
        type !== 'systemic' && /brain|cran|cerebr|frontal|parietal|occipital|temporal|whole[- ]brain|wbrt/i.test(`${site ?? ''} ${name}`),
    )
    const local = treatments.at(-1)
    const all = [...evidence, ...(local?.evidence ?? [])]
    const isStable = present.every(({ status }) => status === 'stable' || status === 'treated')
    const treated = local
      ? `treated${(local.end ?? local.start) ? ` ${onDay(local.end ?? local.start ?? asOf)}` : ''}`
      : 'with no local treatment on record'
    const said = `The records show brain metastases, ${treated}${isStable ? ', stable' : ', active'}.`
    const onSteroids = profile.medications.filter(({ name, status }) => status === 'current' && /dexamethasone|prednis/i.test(name))
    if (wholeBrain && state === 'treated-stable' && !treatments.some(({ name }) => /whole[- ]brain|wbrt/i.test(name)))
      return no(`${said} Radiation of the whole brain is not among the treatments.`, all)
    switch (state) {
      case 'any':
        return yes(said, all)
      case 'untreated':
        return local || isStable ? no(said, all) : yes(said, all)
      case 'active':
        return isStable ? no(said, all) : yes(said, all)
      case 'symptomatic':
        if (isStable) return no(`${said} No symptoms from them are mentioned.`, all)
        return missing(
          `${said} Whether they cause symptoms was not found.`,
          'brain-symptoms',
          'Do the brain metastases cause symptoms?',
          all,
        )
      case 'steroids':
        return onSteroids.length > 0
          ? yes(
              'A corticosteroid is among the current medicines.',
              onSteroids.flatMap((one) => one.evidence),
            )
          : no('No corticosteroid is among the current medicines.', all)
      case 'treated-stable': {
        if (!isStable || !local) return no(said, all)
        const since = local.end ?? local.start
        if (steady && since && Date.parse(asOf) - Date.parse(since) < steady.days * 86_400_000)
          return { ...no(`${said} The trial asks for ${steady.words} since then.`, all), recoverable: true }
        if (onSteroids.length > 0)
          return no(`${said} A corticosteroid is among the current medicines.`, [...all, ...onSteroids.flatMap((one) => one.evidence)], {
            recoverable: true,
          })
        return yes(`${said} No corticosteroid is among the current medicines.`, all)
      }
    }
  },
})

/** "Brain metastases treated with whole brain radiation": no other treatment counts. */
const ONLY_WHOLE_BRAIN =
  /^[\s,(]*(?:previously )?treated (?:with|by) (?:prior )?(?:whole[- ]brain (?:radiation|radiotherapy|irradiation)|wbrt)\b(?! or)/
const STATE_WORDS: Record<Exclude<Asked['state'], 'any'>, string> = {
  active: 'active brain metastases',
  untreated: 'untreated brain metastases',
  'treated-stable': 'treated and stable brain metastases',
  symptomatic: 'symptoms from brain metastases',
  steroids: 'corticosteroids for brain metastases',
}
const STABLE_BEHIND = /^(?: (?:is|are|was|were|that is|that are))? (?:clinically |radiologically |neurologically )?stable\b/
const ADJ = String.raw`(?:known|actively|active|(?:not[- ](?:yet |previously |adequately )?|non-?|un-?|previously )?(?:irradiated|treated|resected)|untreated|uncontrolled|non-?stable|unstable|symptomatic|progressive|progressing|asymptomatic|previously|treated|stable|clinically|new|newly diagnosed|history of|evidence of|current|presence of|any|other|parenchymal|metastatic|radiographically|radiologically|locally|controlled|inactive|and\/or|or|and|,|an?|prior|documented|parenchymal|significant)`
const SITE = String.raw`(?:brain(?: ?(?:\/|or|and|and\/or) ?(?:cns|leptomeningeal|(?:other )?central nervous system|spinal cord|subdural|dural)(?: ?\(cns\))?)*|(?:central nervous system|cns)(?: ?\(cns\))?(?: ?(?:\/|or|and) ?brain)?|cerebral|intracranial|subdural|dural)`
const PATTERN = new RegExp(
  String.raw`\b(?:${ADJ}[ ,]+)*${SITE} (?:(?:malignanc(?:y|ies)|tumou?rs?) or )?(?:metasta(?:s[ei]s|tic (?:disease|lesions?|cancer|involvement)|tic)|disease|involvement|lesions?|tumou?rs?|progression|mets\b)(?: ?\([^()]{0,40}\))?(?: progress(?:ing|ed|ion) (?:after|following|despite|since|on) [^.;,]{0,60}?(?:therap(?:y|ies)|treatments?|radiotherapy|radiation|surgery|radiosurgery)\b)?(?:,? (?:(?:that|which) (?:are|is|have been|has been) )?(?:either )?(?:symptomatic|untreated|active|unstable|progressing|progressive)(?: (?:and\/or|or|and) (?:(?:that|which) )?(?:have |has |are |is |been )*(?:symptomatic|untreated|active|unstable|progress\w+))?)?(?: (?:(?:that|which) )?requir(?:e|es|ing) (?:active|immediate|urgent)(?: local)? (?:treatment|therapy|intervention)s?)?|\bmetasta(?:s[ei]s|tic (?:disease|breast cancer|cancer)) (?:to|in|of|involving) (?:the )?${SITE}(?: ?\(cns\))?(?: ?(?:or|and|\/) ?(?:leptomeninges|meninges|spinal cord))?|\bcarcinoma in (?:the )?brain\b|\bimmediate (?:cns|brain)[- ](?:specific|directed) (?:treatment|therapy)(?: (?:is )?(?:likely )?(?:to be )?required)?`,
  'g',
)
const DETAIL =
  /^[\s,:;()-]*(?:(?:who|which|that|if|provided|adequately|definitively|appropriately|successfully|considered|investigator|must|have|has|had|been|are|is|be|and|or|should|a|the|of|with|they|not|no|without|for|at|least|after|from|since|prior|to|study|entry|enrollment|registration|randomization|treatment|treated|therapy|completed?|completion|definitive|local(?:ized)?|locally|radiation|radiotherapy|surgery|surgically|surgical|resection|resected|stereotactic|radiosurgery|srs|wbrt|whole|brain|craniotomy|stable|stability|clinically|radiographically|radiologically|neurologically|asymptomatic|symptoms?|asymptomatic|off|requiring|require|steroids?|corticosteroids?|systemic|dexamethasone|mg|daily|per|day|equivalent|dose|doses|evidence|progression|progressive|disease|weeks?|months?|days?|four|two|\d+|≥|>|>=|<|≤|by|on|mri|ct|imaging|scan|confirmed|documented|repeat|first|initiation|start|any|use|receiving|medications?|anticonvulsants?|anti-?epileptics?|seizures?|new|enlarging|controlled|previously|metastas[ei]s|patients?|participants?|subjects?|cns|central|nervous|system|lesions?|has|continuous|returned|baseline|neurologic(?:al)?|residual|deficits?|stable\.|as|screening|performed|enrolment|immunosuppressive|in|than|more|less|lasting|currently|ongoing|decreasing|tapering|taper)\b[\s,:;()/-]*)+/

/** "… unless treated and stable for four weeks": the state of the metastases named before. */
const STATE =
  /(\b(?:unless|except(?: for| if| when)?|if|provided(?: that)?|but|however|with the exception of),? (?:(?:they|these|those|it|patients|subjects|participants|lesions|metastases|the|are|is|have|has|had|been|who|with|of)[ ,]+){0,6})(?:asymptomatic|(?:definitively |adequately |previously |clinically |locally |radiographically )?(?:treated|stable|controlled|irradiated|resected))\b/g

/** "Unstable tumours of the central nervous system or brain metastases": the first word is for both. */
const SHARED_STATE =
  /\b(?:unstable|untreated|active|symptomatic|uncontrolled) [a-z ,()]{3,60}?(?:tumou?rs?|malignanc(?:y|ies)|disease|compression|metastas[ei]s)(?: or metastas[ei]s)?(?:,? or(?: known)?|\/|,)?\s*$/
function stateOf(words: string): Asked['state'] {
  if (/non-?\s?stable|not (?:yet )?(?:stable|controlled)|instable/.test(words)) return 'active'
  // "Untreated or progressing": what progresses is kept out too, treated or not.
  if (
    /\buntreated\b[^.;]*\b(?:or|,|\/)[^.;]*\b(?:active|actively|progress\w+)\b|\b(?:active|progress\w+)\b[^.;]*\bor untreated\b/.test(words)
  )
    return 'active'
  if (/\b(?:not[- ](?:yet |previously |adequately )?|non-?|un-?)(?:irradiated|treated|resected)/.test(words)) return 'untreated'
  // "Current or previously treated": whatever their state.
  if (/\bcurrent\b[^.;]*\bor\b[^.;]*\b(?:prior|previous|treated)/.test(words)) return 'any'
  if (
    /(?<!un)(?<!not )treated|stable|controlled(?<!uncontrolled)|inactive|completed|radiosurgery|definitive/.test(words) &&
    !/\buntreated|unstable|uncontrolled|\bactive\b/.test(words)
  )
    return 'treated-stable'
  if (/(?<!a)symptomatic[^.;]* requir/.test(words)) return 'symptomatic'
  if (/\bactive|immediate|urgent|progress|uncontrolled|unstable/.test(words)) return 'active'
  if (/(?<!a)symptomatic/.test(words)) return 'symptomatic'
  if (/untreated|newly diagnosed/.test(words)) return 'untreated'
  if (/requir\w+ (?:\w+ )?(?:cortico)?steroid/.test(words)) return 'steroids'
  return 'any'
}

/** "Primary CNS malignancy", "CNS disease such as stroke" are other illnesses of the brain. */
const NO_METASTASES =
  /\bprimary\b|\bnon-?malignant\b|(?:disease|disorder)s?[, (]+(?:such as|including|e\.g\.|like)? ?(?:stroke|epilep|seizure|multiple|cerebrovasc)/

function noBrain(profile: Profile, brain: Profile['metastases']): Finding {
  const suspected = brain.filter(({ status }) => status === 'suspected')
  if (suspected.length > 0)
    return missing(
      'Brain metastases are suspected in the records and not settled.',
      'brain-metastases',
      'Did a brain MRI show metastases?',
      suspected.flatMap(({ evidence }) => evidence),
    )
  const ruledOut = [
    ...brain.filter(({ status }) => status === 'ruled-out').flatMap(({ evidence }) => evidence),
    ...profile.absences.filter(({ name }) => /brain|intracranial|cns/i.test(name)).flatMap(({ evidence }) => evidence),
  ]
  if (ruledOut.length > 0) return no('The records say there are no brain metastases.', ruledOut)
  if (profile.metastases.length > 0 || profile.extent)
    return no('Brain metastases are not among the sites of disease in the records; confirm.', [
      ...profile.metastases.flatMap(({ evidence }) => evidence),
      ...(profile.extent?.evidence ?? []),
    ])
  return old('No record speaks of the brain.', 'brain-metastases', 'Was a brain MRI done, and did it show metastases?')
}

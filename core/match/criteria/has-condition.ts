import { conditionNamed, findConditions } from '../../codes/conditions.ts'
import { compareDates, daysBetween, type PartialDate } from '../../record/partial-date.ts'
import type { Profile } from '../../record/profile.ts'
import { notBorneOut } from '../borne-out.ts'
import { judgeControl } from '../condition-control.ts'
import { isEvent } from '../condition-events.ts'
import { byTest, judgeEcg } from '../condition-tests.ts'
import { type ConditionAsk, conditionsAsked, isMild } from '../condition-words.ts'
import { dayWords, forTeam, missing, no, yes } from '../findings.ts'
import { defineKind, type Finding, type Subject } from '../kind.ts'
import { denied, unmentioned } from '../silence.ts'

export const hasCondition = defineKind<ConditionAsk>({
  name: 'has-condition',
  reads:
    'A condition other than the cancer, now or ever: heart, lung, liver, kidney, nerve, mind and immune diseases, infections, clots, bleeding, transplants – with "active", "uncontrolled", grade, "requiring steroids" and windows of time.',
  source:
    'Ordinary medical classification; grades as CTCAE v5; a history or problem list that does not mention a condition counts as "not so"',
  find: ({ text }) => conditionsAsked(text),
  judge(ask, subject) {
    const { profile } = subject
    if (ask.opinion && (UP_TO_THE_TEAM.has(ask.condition) || ask.any))
      return forTeam('Whether a condition would interfere with the study is for the trial team to judge.')
    const found = recorded(profile, ask.condition)
    if (found.length > 0) {
      const finding = judgeRecorded(ask, found, subject)
      const open = finding.holds === 'yes' ? notBorneOut(ask.words, found) : undefined
      if (open === undefined) return finding
      const names = found.map(({ name }) => name).join('; ')
      return missing(
        `Your records name ${names}; whether ${open} is not recorded.`,
        `narrowed:${ask.condition}`,
        `Do you know whether ${open}: ${names}?`,
        finding.evidence,
      )
    }
    if (ask.condition === 'abnormal ECG') return judgeEcg(subject)
    const infection = byTest(ask.condition, profile)
    if (infection) return infection
    const names = conditionNamed(ask.condition)?.kinds ?? new Set([ask.condition])
    if (ask.condition === 'serious illness' && !ask.uncontrolled && !ask.listed && (ask.serious || !ask.current))
      return forTeam('Whether an illness weighs too heavily for the study is for the trial team to judge.')
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

function judgeRecorded(ask: ConditionAsk, recordedOnes: Recorded[], { profile, asOf }: Subject): Finding {
  const weighty = recordedOnes.filter(({ name }) => !TRACE.test(name))
  const found = weighty.length > 0 ? weighty : recordedOnes
  const evidence = found.flatMap((one) => one.evidence)
  const active = found.filter(({ status }) => status === 'active')
  const said = found
    .map(({ name, status, since }) => `${name}${status === 'resolved' ? ' (resolved)' : ''}${since ? `, ${dayWords(since)}` : ''}`)
    .join('; ')
  const recordsSay = `Your records name ${said}`
  if (/\b(?:meeting|as (?:defined|described|specified|listed|outlined) (?:in|by|per)) (?:the )?(?:study )?protocol/.test(ask.words))
    return missing(
      `${recordsSay}; what counts is in the protocol, not in the registry.`,
      `protocol:${ask.condition}`,
      'Ask the trial team whether this illness counts.',
      evidence,
    )
  if (ask.condition === 'infection' && active.length === 0 && !/history|prior|previous|recent|past/.test(ask.words))
    return no(`${recordsSay}: over.`, evidence)
  if (ask.condition === 'infection' && found.every(({ name }) => VIRAL.test(name)) && !/vir/.test(ask.words))
    return forTeam(`${recordsSay}; whether the trial counts it as an active infection is for the trial team to say.`, evidence)
  if (
    /\b(?:requir|need|necessitat)\w+ [^.;]{0,40}(?:drain|puncture|paracentes|thoracentes|shunt|hospital|transfus)/.test(ask.words) &&
    !/drain|paracentes|thoracentes|catheter/i.test(said)
  )
    return missing(
      `${recordsSay}; whether it needs this is not recorded.`,
      `needs:${ask.condition}`,
      `Does your ${plainName(ask.condition)} have to be drained or treated in hospital?`,
      evidence,
    )
  if (
    ask.condition === 'arrhythmia' &&
    /(?<!supra-?)ventricular/.test(ask.words) &&
    !found.some(({ name }) => /(?<!supra-?)ventricular (?:tachy|fib|arr|ect)|torsade/i.test(name))
  )
    return no(`${recordsSay}: none of the ventricles.`, evidence)
  if (isOfOtherCause(ask.words, found)) return no(`${recordsSay}: of another cause.`, evidence)
  if (found.every(({ name }) => TRACE.test(name)) && !TRACE.test(ask.words)) return no(`${recordsSay}: a finding, no illness.`, evidence)
  if (ask.condition === 'heart disease' && /nyha|new york/.test(ask.words) && !active.some(({ name }) => !isMild(name)))
    return no(`${recordsSay}: nothing that limits the heart now.`, evidence)
  if (
    ask.condition === 'heart disease' &&
    /nyha|new york/.test(ask.words) &&
    !found.some(({ name }) => /heart failure|cardiomyopath|nyha/i.test(name))
  )
    return missing(
      `${recordsSay}; how far it limits you (NYHA class) is not recorded.`,
      'nyha',
      'Does your heart limit what you can do (NYHA class)?',
      evidence,
    )
  // "Diabetes requiring insulin": not one that is over.
  if (active.length === 0 && /\b(?:requir|need)\w+/.test(ask.words) && !ask.steroids && !/history|prior|previous|past/.test(ask.words))
    return no(`${recordsSay}: over.`, evidence)
  if (ask.current && WIDE.has(ask.condition) && active.every(({ name }) => TRACE.test(name)))
    return no(`${recordsSay}: nothing active.`, evidence)
  if (/\binvolvement\b/.test(ask.words) && !/involvement/i.test(said))
    return no(`${recordsSay}; no such involvement is recorded.`, evidence)
  if (/diabetes/.test(ask.condition) && ON_INSULIN.test(ask.words) && !profile.medications.some((one) => /insulin/i.test(one.name)))
    return no(`${recordsSay}; no insulin is on the medication list.`, evidence)
  // An illness that stays has no last day: while it lasts it falls into every window.
  if (ask.days !== undefined && (isEvent(ask.condition) || active.length === 0)) {
    const dates = found.flatMap(({ since, status }) => (since ? [since] : status === 'active' && isEvent(ask.condition) ? [] : []))
    const newest = dates.toSorted(compareDates).at(-1)
    if (!newest) {
      if (ask.systemicTreatment && OF_IMMUNITY.test(ask.condition) && found.every(({ name }) => REPLACED.test(name)))
        return no(`${recordsSay}; replacement therapy is not counted as systemic treatment.`, evidence)
      if (active.length === 0 && ask.current) return no(`${recordsSay}.`, evidence)
      return missing(
        `${recordsSay}; the date is not recorded, and the trial looks back ${ask.window ?? `${ask.days} days`}.`,
        `date:${ask.condition}`,
        `When did you last have this: ${found.map(({ name }) => name).join('; ')}?`,
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
    const counted = ask.current || !/history|prior|previous|past|\bever\b/.test(ask.words) ? active : found
    if (counted.length === 0) return no(`${recordsSay}: over.`, evidence)
    const worst = Math.max(0, ...counted.flatMap((one) => gradeOf(one) ?? []))
    if (grades.length === 0 || (worst < ask.grade && counted.some((one) => gradeOf(one) === undefined)))
      return missing(
        `${recordsSay}; its grade is not recorded.`,
        `grade:${ask.condition}`,
        `How strong is your ${plainName(ask.condition)} today (grade)?`,
        evidence,
      )
    return worst >= ask.grade
      ? yes(`${recordsSay}.`, evidence, { recoverable: true })
      : no(`${recordsSay}: below grade ${ask.grade}.`, evidence)
  }
  if ((ask.current || ask.uncontrolled) && active.length === 0) return no(`${recordsSay}.`, evidence)
  if (ask.uncontrolled && !active.some(({ name }) => UNCONTROLLED.test(name)))
    return judgeControl(ask, recordsSay, evidence, { profile, asOf })
  if (ask.systemicTreatment && OF_IMMUNITY.test(ask.condition) && found.every(({ name }) => REPLACED.test(name)))
    return no(`${recordsSay}; replacement therapy is not counted as systemic treatment.`, evidence)
  if ((ask.steroids || ask.systemicTreatment) && /autoimmun/.test(ask.condition)) {
    const drug = profile.medications.find(({ name }) => SUPPRESSES.test(name))
    if (!drug)
      return missing(
        `${recordsSay}; whether it needs medicines against the immune system is not recorded.`,
        `treatment:${ask.condition}`,
        `Which medicines have you had for this, and when: ${found.map(({ name }) => name).join('; ')}?`,
        evidence,
      )
    return ask.current && drug.status !== 'current' && ask.days === undefined
      ? no(`${recordsSay}; no medicine against the immune system is taken now.`, evidence)
      : yes(`${recordsSay}; ${drug.name} is on the medication list.`, [...evidence, ...drug.evidence])
  }
  if (
    ask.systemicTreatment &&
    !/immun/.test(ask.condition) &&
    /\b(?:requir|need)\w+/.test(ask.words) &&
    !found.some(({ name }) => REPLACED.test(name))
  )
    return missing(
      `${recordsSay}; whether it needs treatment is not recorded.`,
      `treatment:${ask.condition}`,
      `Is this treated now: ${found.map(({ name }) => name).join('; ')}?`,
      evidence,
    )
  if (ask.steroids) {
    if (active.length > 0 && ask.current) return yes(`${recordsSay}.`, evidence)
    // A steroid begun with the illness, not one taken for something else.
    const steroid = profile.medications.find(
      ({ name, start }) =>
        /predniso|methylpred|dexameth|hydrocort/i.test(name) &&
        found.some(({ since }) => start !== undefined && since !== undefined && isSoonAfter(since, start)),
    )
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
    const mild = found.every((one) => (gradeOf(one) ?? 9) <= 1 || one.status === 'resolved' || isMild(one.name))
    if (mild && !LASTING.has(ask.condition)) return no(`${recordsSay}: mild or over.`, evidence)
    if (MIND.has(ask.condition)) return no(`${recordsSay}; nothing says that it is severe or would interfere.`, evidence)
    return forTeam(`${recordsSay}; the trial team judges whether it counts.`, evidence)
  }
  if (MILD_COUNTS_NOT.has(ask.condition) && !/history/.test(ask.words) && found.every((one) => (gradeOf(one) ?? 9) <= 1))
    return no(`${recordsSay}: grade 1 only.`, evidence)
  if (active.length === 0 && !/history|prior|previous|past|\bever\b|had\b/.test(ask.words)) {
    if (PASSES.has(ask.condition)) return no(`${recordsSay}: over.`, evidence)
    if (WIDE.has(ask.condition)) return forTeam(`${recordsSay}; the trial team judges whether it counts.`, evidence)
  }
  // A group named as a whole ("psychiatric illness") is meant in the form that matters to the study.
  if (GROUPS.has(ask.condition) || (WIDE.has(ask.condition) && (/symptomatic/.test(ask.words) || found.every(({ name }) => isMild(name)))))
    return forTeam(`${recordsSay}; the trial team judges whether it counts.`, evidence)
  return yes(`${recordsSay}.`, evidence)
}

/** In the three months after (or a month before: dates of findings run late). */
function isSoonAfter(since: PartialDate, start: PartialDate): boolean {
  return compareDates(start, since) < 0 ? daysBetween(start, since).least <= 31 : daysBetween(since, start).least <= 92
}

/** "Immune-mediated pneumonitis" is not the pneumonitis of another drug or of radiation. */
function isOfOtherCause(words: string, found: readonly Recorded[]): boolean {
  return (
    /immune[- ](?:mediated|related)/.test(words) &&
    found.every((one) => {
      const said = [one.name, ...one.evidence.map(({ quote }) => quote)].join(' ')
      return /drug|dxd|deruxtecan|radiation|everolimus|infect/i.test(said) && !/immune|pembro|nivo|atezo|durva/i.test(said)
    })
  )
}

const VIRAL = /\bhiv\b|hepatitis|immunodeficiency/i
/** Medicines that hold the immune system down. */
const SUPPRESSES =
  /predniso|methylpred|hydrocortis|dexameth|budeson|methotrex|azathiop|mycophen|cyclospor|tacrolim|siroli|leflunom|sulfasal|adalim|inflix|etanerc|certoliz|golim|ritux|tocili|secukin|ustekin|ixekiz|guselk|vedoliz|abatacept|belimu|tofacit|upadacit|baricit|apremil/i
const OF_IMMUNITY = /autoimmun|immun|inflammatory|connective|thyroid/
const TRACE = /\b(?:trace|trivial|physiologic(?:al)?|incidental)\b/i
const ON_INSULIN = /insulin[- ](?:dependent|requir)|(?:requir\w+|on|with|use of|needing) insulin/
const GROUPS = new Set(['psychiatric disorder', 'neurologic disease'])
/** What is had for a time: when it is over, nothing is left of it. */
const PASSES = new Set([
  'peripheral neuropathy',
  'pain',
  'dyspnea',
  'dizziness',
  'diarrhea',
  'nausea or vomiting',
  'mucositis',
  'anemia',
  'neutropenia',
  'weight loss',
  'hot flashes',
  'pleural effusion',
  'ascites',
  'lymphedema',
  'electrolyte disorder',
])
/** Groups of which a mild form is for the team to weigh. */
const WIDE = new Set([
  'heart disease',
  'lung disease',
  'liver disease',
  'kidney disease',
  'valvular heart disease',
  'gastrointestinal disease',
  'eye disease',
])
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

const plainName = (condition: string) => (condition === 'serious illness' ? 'another serious uncontrolled illness' : condition)
const article = (condition: string) => plainName(condition)

import { findLab, toStandard } from '../../codes/labs.ts'
import { matchesOf } from '../../codes/matches-of.ts'
import { uniqueEvidence } from '../../record/evidence.ts'
import { asking, missing, no, old, yes } from '../findings.ts'
import { defineKind, type Finding, type Mention, type Subject } from '../kind.ts'
import type { LabAsk, LabGroup, LabLimit, Relaxation } from '../lab-groups.ts'
import { readLabLimits } from '../lab-limit.ts'
import { WANTS_HIGH, WANTS_LOW } from '../lab-limit-words.ts'
import { freshness, LAB_DAYS, type LabValue, labWords, newestLab, quantity } from '../lab-values.ts'
import { findWindow } from '../time-window.ts'

export const labValuesAreWithinLimits = defineKind<LabAsk>({
  name: 'lab-values-are-within-limits',
  reads:
    'Limits of laboratory and heart values in any unit or as multiples of normal, with relaxed limits (liver or bone metastases, Gilbert), alternatives and windows: "ANC ≥ 1,500/mm3", "AST ≤ 3 × ULN (≤ 5 × ULN with liver metastases)", "LVEF ≥ 50%".',
  source: 'CTCAE v5 and common laboratory limits; Cockcroft–Gault 1976; where no window is named a value counts for 60 days',
  find(clause) {
    const limits = [...readLabLimits(clause).map(({ start, end, ask }) => ({ start, end, params: ask })), ...bloodPressures(clause.text)]
    const remark = limits.length === 0 && clause.section === 'inclusion' ? REMARK.exec(clause.text) : null
    return remark ? [{ start: remark.index, end: remark.index + remark[0].length, params: { groups: [] } }] : limits
  },
  judge(ask, subject) {
    if (ask.groups.length === 0) return yes('This explains how a value may be measured; it asks nothing of you.', [], { asksNothing: true })
    const findings = ask.groups.map((group) => judgeGroup(group, ask, subject))
    return findings.find(({ holds }) => holds === 'yes') ?? findings.find(({ holds }) => holds === 'unknown') ?? together(findings)
  },
})

/** "Blood pressure ≤ 140/90 mmHg" asks both numbers, "> 150/100" is passed by either. */
function bloodPressures(text: string): Mention<LabAsk>[] {
  if (!/blood pressure|\bbp\b/.test(text)) return []
  return matchesOf(text, BLOOD_PRESSURE).flatMap((match) => {
    const { ge, gt, le, top = '', bottom = '' } = match.groups ?? {}
    const op: LabLimit['op'] = ge ? '>=' : gt ? '>' : le ? '<=' : '<'
    const group = (name: string, value: string): LabGroup => ({
      tests: [name],
      limits: [{ op, value: Number(value), of: 'unit', unit: 'mmHg' }],
    })
    const window = findWindow(match[0])
    const days = window?.side === 'within' ? { days: window.days, window: window.words } : {}
    const [start, end] = [match.index, match.index + match[0].length]
    const cut = start + match[0].indexOf('/')
    if (op.startsWith('>')) return [{ start, end, params: { groups: [group('systolic', top), group('diastolic', bottom)], ...days } }]
    return [
      { start, end: cut, params: { groups: [group('systolic', top)], ...days } },
      { start: cut, end, params: { groups: [group('diastolic', bottom)], ...days } },
    ]
  })
}
const BLOOD_PRESSURE =
  /(?:(?:resting|baseline|adequately|controlled|uncontrolled|persistent|elevated|a|with|the) )*(?:blood pressure|\bbp\b)(?: ?\((?:bp|systolic\/diastolic)\))?(?: (?:of|is|was|must be|to|consistently|persistently|that is))* ?(?:(?<ge>≥|>=|at least|greater than or equal to)|(?<gt>>|above|greater than|more than|exceeding)|(?<le>≤|<=|less than or equal to|not exceeding|no more than)|<|below|less than) ?(?<top>\d{2,3}) ?\/ ?(?<bottom>\d{2,3}) ?(?:mm ?hg)?(?: (?:at|during|within) [a-z0-9 ]{3,50})?/g

/** A line of its own about how to measure: "GFR can also be used in place of creatinine clearance". */
const REMARK =
  /(?:(?:glomerular filtration rate|e?gfr|creatinine clearance|crcl|cockcroft[- ]gault|muga|echocardiogra\w+)[^.;]{0,60}(?:can|may|should|will) (?:also )?be (?:used|calculated|estimated|determined|measured)|(?:growth factors?|transfusions?)[^.;]{0,60}(?:not permitted|not allowed|is allowed|are allowed))[^.;]{0,160}/

/** Findings that agree, said in one. */
function together(findings: readonly Finding[]): Finding {
  const [first] = findings
  if (!first) return yes('No limit is asked.')
  return {
    ...first,
    because: findings.map(({ because }) => because).join(' '),
    evidence: uniqueEvidence(findings.flatMap(({ evidence }) => evidence)),
  }
}

/** Every test keeps the limit; of the wrong direction ("AST or ALT > 3 × ULN") one is enough. */
function judgeGroup(group: LabGroup, ask: LabAsk, subject: Subject): Finding {
  const findings = group.tests.map((name) => judgeTest(name, group, ask, subject))
  const isAboutOne = group.tests.length > 1 && group.limits.every(({ op, of }) => op.startsWith('>') && of !== 'unit')
  const decisive = findings.find(({ holds }) => holds === (isAboutOne ? 'yes' : 'no')) ?? findings.find(({ holds }) => holds === 'unknown')
  if (decisive) return decisive
  return together(findings)
}

function judgeTest(name: string, group: LabGroup, { days, window }: LabAsk, subject: Subject): Finding {
  const test = findLab(name)
  const value = newestLab(subject.profile, name)
  const question = `What is your latest ${test?.plain ?? name} value, and when was it taken?`
  const key = `lab:${name}`
  if (!value && name === 'CD4' && !subject.profile.conditions.some(({ name: one }) => /\bhiv\b/i.test(one)))
    return (subject.keepsOut ? no : yes)('This is about people with HIV only; none is recorded.')
  if (!value) return missing(`The records hold no value of ${test?.plain ?? name}.`, key, question)
  const said = labWords(value)
  const limits = limitsFor(group, value, subject)
  if (limits.length === 0) return { ...yes('This limit is asked of others only.', value.evidence), asksNothing: true }
  const asks = asking(subject, limits.map((limit) => limitWords(limit, value)).join(' and '))
  const age = freshness(value, subject.asOf, days)
  if (age === 'undated') return old(`${said}, without a date.`, key, question, value.evidence)
  if (age === 'old')
    return old(`${said} is older than ${window ?? `${LAB_DAYS} days`}; a new value is needed.`, key, question, value.evidence)
  const kept = limits.map((limit) => keeps(value, limit))
  if (kept.includes('unknown')) return missing(`${said}; ${asks}.`, key, question, value.evidence)
  const later = ', so this may change with a new test'
  // Nobody asks for too few neutrophils, or keeps people out for enough of them: such a sentence was cut or listed in the wrong place.
  if (limits.every((limit) => isTurnedRound(name, limit, subject)))
    return { ...missing(`${said}. Which way this limit is meant is not clear.`, key, question, value.evidence), unknown: 'not-understood' }
  if (kept.every((one) => one === 'yes'))
    return yes(`${said}; ${asks}${subject.keepsOut ? later : ''}.`, value.evidence, { recoverable: true })
  if (group.waived && applies(group.waived, subject) !== 'no' && group.waived !== 'anticoagulant')
    return missing(`${said}; ${asks}, with an exception that may be yours.`, key, question, value.evidence)
  return no(`${said}; ${asks}${subject.keepsOut ? '' : later}.`, value.evidence, { recoverable: true })
}

/** True for a limit that keeps out healthy people. */
function isTurnedRound(name: string, { op, of }: LabLimit, { keepsOut }: Subject): boolean {
  if (keepsOut === undefined || of === 'grade' || of === 'normal') return false
  const isFloor = op.startsWith('>')
  return WANTS_HIGH.has(name) ? isFloor === keepsOut : WANTS_LOW.has(name) && isFloor !== keepsOut
}

/** The relaxed limit of those it is for, else the limit for everybody; limits that cannot be meant in this unit are left out. */
function limitsFor(group: LabGroup, value: LabValue, subject: Subject): LabLimit[] {
  const special = group.limits.filter(({ when }) => when !== undefined && applies(when, subject) === 'yes')
  const open = group.limits.filter(({ when }) => when === undefined)
  const chosen = special.length > 0 ? special : open
  const sameUnits = chosen.filter((limit) => limit.of !== 'unit' || standardOf(value, limit) !== undefined)
  return oneOfEach((sameUnits.length > 0 ? sameUnits : chosen).filter(isNoCondition))
}

/** "≤ 1.5 × ULN, or if > 1.5 × ULN then …": the second bound says for whom another value is asked. */
function isNoCondition(limit: LabLimit, i: number, all: LabLimit[]): boolean {
  return !all.slice(0, i).some((one) => one.of === limit.of && one.value === limit.value && one.op[0] !== limit.op[0])
}

/** "≥ 9 g/dL or ≥ 5.6 mmol/L" says one thing twice; the first of each direction and measure counts. */
function oneOfEach(limits: LabLimit[]): LabLimit[] {
  return limits.filter((limit, i) => limits.findIndex((other) => other.op[0] === limit.op[0]) === i)
}

function keeps(value: LabValue, limit: LabLimit): 'yes' | 'no' | 'unknown' {
  if (limit.of === 'grade') return keepsGrade(value, limit)
  if (limit.of === 'normal') {
    const isLow =
      value.low !== undefined &&
      ['LVEF', 'ANC', 'WBC', 'platelets', 'hemoglobin', 'albumin', 'potassium', 'sodium', 'calcium', 'magnesium'].includes(value.test.name)
    return (isLow && value.value < (value.low ?? 0)) || (value.high !== undefined && value.test.name !== 'LVEF' && value.value > value.high)
      ? 'no'
      : 'yes'
  }
  const bound =
    limit.of === 'ULN'
      ? multiple(value.high, limit.value)
      : limit.of === 'LLN'
        ? multiple(value.low, limit.value)
        : standardOf(value, limit)
  if (bound === undefined) return 'unknown'
  return compare(value, limit.op, bound)
}

function compare({ value, comparator }: LabValue, op: LabLimit['op'], bound: number): 'yes' | 'no' | 'unknown' {
  const holds = op === '>=' ? value >= bound : op === '>' ? value > bound : op === '<=' ? value <= bound : value < bound
  if (comparator === undefined) return holds ? 'yes' : 'no'
  const couldRise = comparator.startsWith('>')
  const wantsHigh = op.startsWith('>')
  if (couldRise === wantsHigh) return holds ? 'yes' : 'unknown'
  return holds ? 'unknown' : 'no'
}

/** Values at which CTCAE v5 grade 2 begins: [low side, high side], in the unit we keep. */
const GRADE_2: Record<string, readonly [number, number]> = {
  potassium: [3, 5.5],
  sodium: [130, 150],
  calcium: [8, 11.5],
  magnesium: [1.2, 3],
  hemoglobin: [10, 99],
  platelets: [75, 9999],
  ANC: [1.5, 999],
  WBC: [3, 999],
}

function keepsGrade(value: LabValue, { op, value: grade }: LabLimit): 'yes' | 'no' | 'unknown' {
  const limits = GRADE_2[value.test.name]
  if (!limits || !(op === '<=' && grade >= 1)) return 'unknown'
  const isMild = value.value >= limits[0] && value.value <= limits[1]
  return isMild ? 'yes' : grade === 1 ? 'no' : 'unknown'
}

function standardOf({ test }: LabValue, limit: LabLimit): number | undefined {
  const read = toStandard(test, limit.value, limit.unit)?.value
  const [least, most] = test.plausible
  if (read !== undefined && read >= least && read <= most && !(test.name === 'hemoglobin' && read > 20)) return read
  // Milligrams are never millimoles: such a limit belongs to another test.
  if (read === undefined && AMOUNT.test(limit.unit ?? '')) return undefined
  return toStandard(test, limit.value)?.value
}

const AMOUNT = /^(?:m?g|m?eq|[mu\u00b5\u03bc]?mol|iu|u) ?\/ ?(?:d?l|ml)$/

const multiple = (bound: number | undefined, times: number) => (bound === undefined ? undefined : bound * times)

function applies(when: Relaxation, { profile }: Subject): 'yes' | 'no' {
  const has = (site: string) =>
    profile.metastases.some((one) => one.site === site && ['active', 'stable', 'treated', 'suspected'].includes(one.status))
  if (when === 'liver-metastases') return has('liver') ? 'yes' : 'no'
  if (when === 'bone-metastases') return has('bone') ? 'yes' : 'no'
  if (when === 'gilbert') return profile.conditions.some(({ name }) => /gilbert/i.test(name)) ? 'yes' : 'no'
  if (when === 'anticoagulant')
    return profile.medications.some(
      ({ name, status }) =>
        status === 'current' && /warfarin|apixaban|rivaroxaban|edoxaban|dabigatran|heparin|enoxaparin|dalteparin/i.test(name),
    )
      ? 'yes'
      : 'no'
  if (when === 'other') return 'no'
  return profile.person.sex === when ? 'yes' : 'no'
}

/** `at least 1.5 × 10⁹/L`: in the unit of the value beside it, whatever unit the trial writes. */
function limitWords(limit: LabLimit, value: LabValue): string {
  const { op, of, unit } = limit
  const sign = { '>=': 'at least', '>': 'more than', '<=': 'at most', '<': 'less than' }[op]
  if (of === 'normal') return 'a value within normal limits'
  if (of === 'grade') return `${sign} grade ${limit.value}`
  const standard = standardOf(value, limit)
  if (of === 'unit' && standard !== undefined) return `${sign} ${quantity(standard, value.unit)}`
  if (of === 'unit') return `${sign} ${limit.value.toLocaleString('en-US')}${unit ? ` ${unit}` : ''}`
  const normal = of === 'ULN' ? 'the upper limit of normal' : 'the lower limit of normal'
  const bound = of === 'ULN' ? value.high : value.low
  const here = bound === undefined ? '' : ` (${quantity(bound * limit.value, value.unit)})`
  return `${sign} ${limit.value === 1 ? '' : `${limit.value} × `}${normal}${here}`
}

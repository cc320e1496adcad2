import { actsOnCancer, DOSING } from './drug-groups.ts'
import type { Mention } from './mentions.ts'

/**
 * "A -> B 3/18 - 8/13/2024": the span covers the whole sequence, so A begins with it and B ends with it. The setting named for the first
 * ("neoadjuvant AC followed by paclitaxel") holds for the next.
 */
export function inSequence(found: readonly Mention[], text: string): Mention[] {
  if (found.length < 2 || !/->|→|followed by|\bthen\b|[A-Za-z]\s?[-–]\s?[A-Za-z]|,/.test(text)) return [...found]
  const settled: Mention[] = []
  for (const [i, one] of found.entries()) settled.push(withSetting(withShare(found, i, one), settled.at(-1), found[i - 1]))
  return settled
}

function withShare(found: readonly Mention[], i: number, one: Mention): Mention {
  const next = found[i + 1]
  const previous = found[i - 1]
  if (next && isUndated(one) && next.start && next.end && follow(one, next)) {
    const { end: _end, ...rest } = one
    if (goesOnFrom(one, next)) {
      // "THP -> HP 3/2021 - 2/2024": what goes on is its maintenance, and the whole ended then
      return { ...rest, start: next.start, end: next.end, evidence: [...one.evidence, ...next.evidence], sense: next.sense }
    }
    return { ...rest, start: next.start, evidence: [...one.evidence, ...next.evidence], sense: next.sense }
  }
  if (next && isUndated(next) && one.start && one.end && spanLeads(one) && inTurn(one, next)) {
    const { end: _end, ...rest } = one
    return rest
  }
  if (previous?.start && previous.end && spanLeads(previous) && isUndated(one) && inTurn(previous, one))
    return { ...one, end: previous.end, evidence: [...one.evidence, ...previous.evidence], sense: previous.sense }
  if (previous?.start && previous.end && one.start === undefined && one.end && one.end >= previous.end && goesOnFrom(previous, one))
    return { ...one, start: previous.end, evidence: [...one.evidence, ...previous.evidence] }
  if (
    previous?.end &&
    one.start === undefined &&
    one.end &&
    one.end > previous.end &&
    THEN.test(one.before) &&
    isEndocrine(previous) &&
    isEndocrine(one)
  )
    return { ...one, start: previous.end, evidence: [...one.evidence, ...previous.evidence] }
  if (previous && isUndated(previous) && one.start && one.end && follow(previous, one)) {
    const { start: _start, ...rest } = one
    return rest
  }
  return one
}

function withSetting(one: Mention, previous: Mention | undefined, raw: Mention | undefined): Mention {
  if (one.setting !== undefined || one.line !== undefined || previous?.setting === undefined || raw === undefined) return one
  const between = `${raw.after}${one.before}`
  return sameFamily(raw, one) && (areInTurn(raw, one) || /->|→|followed by|\bthen\b/.test(between))
    ? { ...one, setting: previous.setting }
    : one
}

/** "4/2020 - 5/2024  tamoxifen, then exemestane": the span before the names is that of all. */
const spanLeads = ({ before, after }: Mention) => /\d{4}\s*(?:\||\s|:)*$/.test(before) && !/\d{4}/.test(after)

/** "Tamoxifen to 2018, then letrozole to 2020" */
const THEN = /^\W*(?:and )?(?:then|followed by|->|→)\s*$/i
const isEndocrine = (one: Mention) => one.drugs.length > 0 && one.drugs.every(({ family }) => family === 'endocrine')
const isUndated = (one: Mention) => one.start === undefined && one.end === undefined
const follow = (a: Mention, b: Mention) => (SEQUENCE.test(`${a.after}${b.before}`) && sameFamily(a, b)) || areInTurn(a, b)
/** "EC, paclitaxel 3/2021 - 8/2021" */
const areInTurn = (a: Mention, b: Mention) =>
  `${a.after}${b.before}`
    .replace(DOSING, ' ')
    .replace(/\b\d{1,2} ?[x×]/, ' ')
    .trim() === ',' &&
  a.drugs.some(({ classes }) => classes.includes('anthracycline')) &&
  b.drugs.some(({ classes }) => classes.includes('taxane'))
/** "…, then trastuzumab + pertuzumab until 11/2024": fewer of the same drugs go on where the first part ends. */
const goesOnFrom = (a: Mention, b: Mention) =>
  /->|→|followed by|\bthen\b/.test(`${a.after}${b.before}`) &&
  b.names.length < a.names.length &&
  b.names.every((name) => a.names.includes(name))
const SEQUENCE = /^\s*(?:\d{2,3}\s)?(?:[x×] ?\d+)?\s*(?:->|→|[-–](?=\s*$)|followed by|f\/b|,? ?then)\s*(?:weekly |dd)?$/i
const inTurn = (a: Mention, b: Mention) =>
  areInTurn(a, b) || (SEQUENCE.test(`${a.after}${b.before}`) && a.drugs.some(actsOnCancer) && b.drugs.some(actsOnCancer))
const sameFamily = (a: Mention, b: Mention) => a.drugs.some((x) => b.drugs.some((y) => x.family === y.family))

/**
 * "switched to B in January 2020 due to joint pain": the reason is why the drugs before were stopped, and they ended when B began.
 * `subject` are the drugs of the sentence before.
 */
export function withSwitches(found: readonly Mention[], subject: Mention | undefined): Mention[] {
  const result: Mention[] = []
  for (const [i, one] of found.entries()) {
    if (one.sense !== 'given' || !one.drugs.some(actsOnCancer) || !(SWITCHED.test(one.before) || isSwitchedFrom(found[i - 1]))) {
      result.push(one)
      continue
    }
    const own = ENDED_ITSELF.test(one.after)
    const { stopped: reason, ...begun } = one
    const stopped = own
      ? PROGRESSED.test(one.before)
        ? ('progression' as const)
        : undefined
      : (reason ?? (PROGRESSED.test(`${one.lead ?? ''} ${one.before}`) ? 'progression' : undefined))
    const old = result.at(-1) ?? subject
    result.push(own ? one : begun)
    if (old?.sense !== 'given' || !old.drugs.some(actsOnCancer) || old.names.every((name) => one.names.includes(name))) continue
    const end = old.end ?? one.start
    const ended: Mention = {
      ...old,
      ...(end !== undefined && (old.start === undefined || end >= old.start) ? { end } : {}),
      ...(old.stopped ? {} : stopped && stopped !== 'completed' ? { stopped } : {}),
      evidence: [...old.evidence, ...one.evidence],
    }
    delete ended.ongoing
    if (i > 0) result.splice(result.length - 2, 1, ended)
    else if (ended.end !== undefined || ended.stopped !== undefined) result.push(ended)
  }
  return result
}
/** "Switched from A to B": what leads to B stands around A. */
const isSwitchedFrom = (old: Mention | undefined) =>
  old !== undefined &&
  /\b(?:switch\w*|chang\w*|transition\w*|convert\w*|rotated|moved) from\s*$/i.test(old.before) &&
  /^\s*(?:over |on )?to\s*(?:\w+\s)?$/i.test(old.after)

/** The words after it tell of its own end, not of the switch. */
const ENDED_ITSELF = /\b(?:stop(?:ped)?|discontinued|d\/c'?d|until|completed)\b|->|→/i
const PROGRESSED = /\b(?:PD|progress(?:ed|ion|ive)|new [\w ]{0,20}(?:metastas[ei]s|mets|lesions?)|relapsed|growing)\b/i
const SWITCHED =
  /\b(?:switch(?:ed)?|chang(?:ed)?|transition(?:ed)?|convert(?:ed)?|rotated) (?:over )?(?:to|from [A-Za-z-]+ to)\s*(?:\w+\s){0,2}$/i

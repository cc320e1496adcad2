import { uniqueEvidence } from '../../record/evidence.ts'
import { firstDay, lastDay, type PartialDate } from '../../record/partial-date.ts'
import type { Profile } from '../../record/profile.ts'
import { near, type TreatmentFact, weightOf } from './statements.ts'

type Treatment = Profile['treatments'][number]
type Session = { facts: TreatmentFact[]; start?: PartialDate; end?: PartialDate }

/** Operations, each once: the same day is the same operation; a vague date finds the exact one; without a date it counts only where no other is known. */
export function operationsOf(facts: readonly TreatmentFact[], diagnosed: PartialDate | undefined): Treatment[] {
  return sessionsOf(
    facts.filter(({ value }) => value.type === 'surgery').filter((fact) => isForCancer(fact, diagnosed)),
    sameOperation,
  ).map((session) => {
    const best = bestNamed(session.facts)
    const date = session.start ?? session.end
    return {
      type: 'surgery' as const,
      name: tidy(best.value.name),
      drugs: [],
      ...(date ? { start: date, end: date } : {}),
      stopped: 'completed' as const,
      ...(siteOf(session.facts) ? { site: siteOf(session.facts) } : {}),
      ...otherCancer(best.value),
      evidence: evidenceOf(session.facts),
    }
  })
}

/** Courses of radiation, each once; lesions treated in one session are one course, a boost is its own. */
export function radiationOf(facts: readonly TreatmentFact[]): Treatment[] {
  return sessionsOf(
    facts.filter(({ value }) => value.type === 'radiation'),
    sameRadiation,
  ).map((session) => {
    const best = bestNamed(session.facts)
    const doses = [
      ...new Set(
        session.facts
          .filter((fact) => fact.value.dose && weightOf(fact) === topWeight(session.facts))
          .flatMap(({ value }) => value.dose ?? []),
      ),
    ]
    const lesions = session.facts.filter(
      (fact) => fact.evidence[0].document === best.evidence[0].document && fact.value.dose && fact.value.site,
    )
    const dose =
      lesions.length > 1 && best.value.name.includes('radiosurgery')
        ? lesions.map(({ value }) => value.dose).join('; ')
        : doses.sort((a, b) => b.length - a.length)[0]
    const sites =
      lesions.length > 1 && best.value.name.includes('radiosurgery')
        ? [...new Set(lesions.flatMap(({ value }) => value.site ?? []))].join(', ')
        : siteOf(session.facts)
    const setting = session.facts.find(({ value }) => value.setting !== undefined)?.value.setting
    const name = best.value.name === 'radiotherapy' && sites ? `radiotherapy ${sites}` : best.value.name
    return {
      type: 'radiation' as const,
      name: tidy(name),
      drugs: [],
      ...(setting ? { setting } : {}),
      ...(session.start ? { start: session.start } : {}),
      ...(session.end ? { end: session.end, stopped: 'completed' as const } : {}),
      ...(sites ? { site: sites } : {}),
      ...(dose ? { dose } : {}),
      evidence: evidenceOf(session.facts),
    }
  })
}

/** Exact dates first; vaguer statements join the session they can mean. */
function sessionsOf(facts: readonly TreatmentFact[], same: (session: Session, fact: TreatmentFact) => boolean): Session[] {
  const sessions: Session[] = []
  const precision = ({ value }: TreatmentFact) =>
    Math.max(value.start?.length ?? 0, value.end?.length ?? 0) + (value.start && value.end ? 1 : 0)
  for (const fact of [...facts].sort((a, b) => precision(b) - precision(a) || weightOf(b) - weightOf(a))) {
    const session = sessions.find((one) => same(one, fact))
    const { start, end } = fact.value
    if (!session) {
      if (start === undefined && end === undefined && fact.value.dose === undefined && sessions.length > 0) continue
      sessions.push({ facts: [fact], ...(start ? { start } : {}), ...(end ? { end } : {}) })
      continue
    }
    session.facts.push(fact)
    if (start && session.start === undefined) session.start = start
    if (end && session.end === undefined) session.end = end
  }
  return sessions
}

function sameOperation(session: Session, { value }: TreatmentFact): boolean {
  const date = value.start
  if (date === undefined || session.start === undefined) return session.facts.some((other) => shareSite(other.value.site, value.site))
  if (date.length === 10 && session.start.length === 10) return near(date, session.start, 3)
  return near(date, session.start, date.length === 4 ? 0 : 31) && session.facts.some((other) => shareSite(other.value.site, value.site))
}

function sameRadiation(session: Session, { value }: TreatmentFact): boolean {
  const boost = /boost/i.test(value.name)
  if (boost !== session.facts.some((other) => /boost/i.test(other.value.name))) return isSpanOfMonths(session, value)
  if (value.start !== undefined && session.start !== undefined) {
    if (value.start.length === 4) return near(value.start, session.start, 0)
    return near(value.start, session.start, 10) || (value.start.length === 7 && near(value.start, session.start, 31))
  }
  if (value.end !== undefined && session.end !== undefined) return near(value.end, session.end, 31)
  if (value.end !== undefined && session.start !== undefined)
    return firstDay(value.end) >= firstDay(session.start) && firstDay(value.end) - lastDay(session.start) <= 75
  if (session.facts.every((other) => differInDose(other.value.dose, value.dose))) return false
  // "PMRT 50/25" without site or day is the 50 Gy/25 of the summary
  if (
    value.start === undefined &&
    value.end === undefined &&
    value.dose !== undefined &&
    isSameDose(session, value.dose) &&
    mayShareSite(session, value)
  )
    return true
  return session.facts.some((other) =>
    other.value.site !== undefined && value.site !== undefined ? shareSite(other.value.site, value.site) : other.value.name === value.name,
  )
}

/** "RT 10 - 11/2025" of a course with a simultaneous boost: the same months. */
const isSpanOfMonths = ({ start, end }: Session, { start: from, end: to, dose }: TreatmentFact['value']) =>
  dose === undefined &&
  from?.length === 7 &&
  to !== undefined &&
  start !== undefined &&
  end !== undefined &&
  near(from, start, 0) &&
  near(to, end, 0)

const isSameDose = (session: Session, dose: string) => /\/\d{2}/.test(dose) && session.facts.some((other) => other.value.dose === dose)
const mayShareSite = (session: Session, { site, name }: TreatmentFact['value']) =>
  session.facts.every((other) => other.value.site === undefined || site === undefined || shareSite(other.value.site, `${site} ${name}`))

/** "8 Gy" and "20 Gy/5" are two courses. */
const differInDose = (a: string | undefined, b: string | undefined) =>
  a !== undefined && b !== undefined && Number.parseFloat(a) !== Number.parseFloat(b)

const PARTS: readonly (readonly [string, RegExp])[] = [
  ['breast', /breast|chest ?wall|axill|nod(?:al|e)|SCV|IMN|supraclav|lumpectomy|cavity|mastectomy/i],
  ['brain', /brain|frontal|parietal|temporal|occipital|cerebell/i],
  ['ovaries', /ovar/i],
]
function shareSite(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false
  const words = (text: string) =>
    new Set(
      text
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .filter((word) => word.length > 1 && !NO_SITE.has(word)),
    )
  const left = words(a)
  return PARTS.some(([, pattern]) => pattern.test(a) && pattern.test(b)) || [...words(b)].some((word) => left.has(word))
}

/** Both thighs are left; "radiation of" is no place. */
const NO_SITE: ReadonlySet<string> = new Set(
  'left right both bilateral lt rt and of to the post palliative xrt radiation radiotherapy'.split(' '),
)

/** Removal of ovaries or womb before the cancer was known treated something else; without a date nobody can say. */
function isForCancer({ value }: TreatmentFact, diagnosed: PartialDate | undefined): boolean {
  if (!/ovar|hysterectomy|oophor/i.test(`${value.name} ${value.site ?? ''}`) || /mastectomy|lumpectomy/i.test(value.name)) return true
  return value.start !== undefined && diagnosed !== undefined && firstDay(value.start) >= firstDay(diagnosed)
}

/** Operations on other organs than those of breast cancer and its spread treated another cancer. */
function otherCancer({ name, site }: TreatmentFact['value']): { otherCancer?: string } {
  const words = `${name} ${site ?? ''}`
  return OTHER_CANCERS.filter(([, pattern]) => pattern.test(words)).map(([otherCancer]) => ({ otherCancer }))[0] ?? {}
}
const OTHER_CANCERS: readonly (readonly [string, RegExp])[] = [
  ['skin', /\b(?:basal cell|squamous cell|BCC|SCC|melanoma|mohs)\b/i],
  ['prostate', /\bprostat/i],
  ['kidney', /\bnephrectomy\b/i],
  ['bladder', /\bcystectomy\b/i],
  ['thyroid', /\bthyroidectomy\b/i],
  ['colon', /\bcolectomy\b/i],
]

const topWeight = (facts: readonly TreatmentFact[]) => Math.max(...facts.filter(({ value }) => value.dose).map(weightOf))
/** The statement that says most: a technique rather than "radiotherapy", both breast and axilla rather than one. */
function bestNamed(facts: readonly TreatmentFact[]): TreatmentFact {
  const score = (fact: TreatmentFact) =>
    Math.min(fact.value.name.length, 90) + (fact.value.name === 'radiotherapy' ? -20 : 0) + (fact.value.dose ? 30 : 0) + weightOf(fact)
  return facts.reduce((best, fact) => (score(fact) > score(best) ? fact : best))
}
const siteOf = (facts: readonly TreatmentFact[]) =>
  facts.flatMap(({ value }) => value.site ?? []).sort((a, b) => Math.min(b.length, 60) - Math.min(a.length, 60))[0]
const evidenceOf = (facts: readonly TreatmentFact[]) =>
  uniqueEvidence(
    [...facts]
      .sort((a, b) => Number(b.value.start !== undefined) - Number(a.value.start !== undefined) || weightOf(b) - weightOf(a))
      .flatMap((fact) => fact.evidence),
  )

const tidy = (name: string) => name.replace(/\s+/g, ' ').trim()

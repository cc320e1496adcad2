import { uniqueEvidence } from '../record/evidence.ts'
import type { Verdict } from '../record/verdict.ts'
import type { Statement } from './compile-criterion.ts'
import { hasLifeExpectancy } from './criteria/has-life-expectancy.ts'
import { isSettledByTheTeam } from './criteria/is-settled-by-the-team.ts'
import { notUnderstood } from './findings.ts'
import type { Finding, Subject } from './kind.ts'
import { lookedUp } from './looked-up.ts'
import { namedNowhere } from './named-nowhere.ts'
import type { Predicate, Test } from './predicate.ts'

/** The value of a statement for a person, with the reasons as a tree of the same shape. */
export function findingOf(predicate: Predicate, subject: Subject): Finding {
  switch (predicate.is) {
    case 'test':
      return lettingIn(unlessNarrowed(predicate, predicate.judge(subject), subject), subject)
    case 'unread':
      if (predicate.beside)
        return { holds: 'yes', because: `We did not understand “${predicate.words}”: confirm it with the trial team.`, evidence: [] }
      return (
        namedNowhere(predicate.words, subject) ??
        (predicate.inList ? lookedUp(predicate.words, subject.profile) : notUnderstood(predicate.words))
      )
    case 'not':
      return turned(findingOf(predicate.of, subject.keepsOut === undefined ? subject : { ...subject, keepsOut: !subject.keepsOut }))
    case 'all': {
      const parts = predicate.of.map((part) => findingOf(part, subject))
      // Where all of it together keeps out, what only the team can say decides with the rest; so does an estimate that is asked beside a value.
      const isOfTeam = subject.keepsOut || parts.some(({ holds, kind }) => holds === 'team' && kind === hasLifeExpectancy.name)
      return joined(parts, isOfTeam ? ['no', 'unknown', 'team', 'yes'] : ['no', 'unknown', 'yes', 'team'])
    }
    case 'any':
      return joined(
        withoutCatchAll(
          predicate.of.map((part) => findingOf(part, subject)),
          subject,
        ),
        ['yes', 'unknown', 'team', 'no'],
      )
    case 'doubt':
      return agreed(predicate.of.map((reading) => findingOf(reading, subject)))
    case 'implies': {
      const when = findingOf(predicate.when, { ...subject, keepsOut: undefined })
      // What is not needed by this person brings no duty with it.
      if (when.asksNothing || (when.holds === 'no' && !when.bySilence)) return doesNotApply(when, subject)
      const asked = findingOf(predicate.asks, subject)
      if (asked.holds === 'yes' && !asked.bySilence) return asked
      if (when.holds === 'no') return doesNotApply(when, subject)
      if (asked.holds === 'yes') return asked
      if (when.holds === 'yes') return when.bySilence ? { ...asked, bySilence: true } : asked
      return joined([when, asked], ['unknown', 'team', 'no', 'yes'])
    }
  }
}

/** A value that would keep the person out stays open where words beside it make less, or more, of what was read. */
function unlessNarrowed({ narrowedBy, loosenedBy }: Test, finding: Finding, { keepsOut }: Subject): Finding {
  const words =
    keepsOut === true && finding.holds === 'yes' ? narrowedBy : keepsOut === false && finding.holds === 'no' ? loosenedBy : undefined
  if (words === undefined || finding.asksNothing) return finding
  const { because, evidence, kind } = finding
  return {
    holds: 'unknown',
    unknown: 'not-understood',
    because: `${because} The trial says “${words}”: whether that is so for you, confirm with the trial team.`,
    evidence,
    ...(kind ? { kind } : {}),
  }
}

/** What the statements of one piece come to: a fail decides, then what is open, then what only the team can say. */
export function verdictOf(statements: readonly Statement[], subject: Subject): Verdict {
  const parts = statements.map(({ does, predicate }) =>
    verdictOfFinding(findingOf(predicate, { ...subject, keepsOut: does === 'excludes' }), does),
  )
  const [only] = parts
  if (only && parts.length === 1) return only
  for (const label of ['fail', 'unknown', 'team', 'pass'] as const) {
    const deciding = parts.filter((part) => part.label === label)
    const [first] = deciding
    if (!first) continue
    return {
      ...first,
      because: sentencesOnce(deciding.map((part) => part.because)),
      evidence: uniqueEvidence(deciding.flatMap((part) => part.evidence)),
      recoverable: deciding.every((part) => part.recoverable === true) || undefined,
      needs: deciding.flatMap((part) => part.needs ?? []),
      bySilence: deciding.some(({ bySilence }) => bySilence) || undefined,
      parts,
    }
  }
  return { label: 'pass', because: 'This asks nothing of you.', evidence: [], parts: [] }
}

function verdictOfFinding(finding: Finding, does: Statement['does']): Verdict {
  const { holds, unknown, recoverable, until, because, evidence, needs, kind, bySilence } = finding
  const said = holds === 'unknown' || holds === 'team' ? holds : (holds === 'yes') === (does === 'requires') ? 'pass' : 'fail'
  // What the records do not mention keeps nobody out.
  const label = said === 'fail' && bySilence ? 'unknown' : said
  return {
    label,
    ...(label === 'unknown' ? { unknown: unknown ?? 'missing' } : {}),
    ...(label === 'fail' && recoverable ? { recoverable } : {}),
    ...(label === 'fail' && until ? { until } : {}),
    because,
    ...(bySilence ? { bySilence } : {}),
    evidence,
    ...(label === 'unknown' && needs ? { needs } : {}),
    ...(kind ? { kind } : {}),
    parts: (finding.parts ?? []).map((part) => verdictOfFinding(part, does)),
  }
}

/** "Epilepsy, dementia, or anything that may interfere": behind things that are named, words that only the team can settle keep nobody out. */
function withoutCatchAll(parts: Finding[], { keepsOut }: Subject): Finding[] {
  const named = keepsOut ? parts.filter(({ holds, kind }) => kind !== isSettledByTheTeam.name || holds !== 'team') : parts
  return named.length < parts.length && named.some(({ holds, kind }) => holds === 'no' && kind !== undefined) ? named : parts
}

/** What all readings come to; where they differ nobody can say, and a value that one of them rests on silence for rests on silence. */
function agreed(readings: Finding[]): Finding {
  const [first] = readings
  if (first && readings.every(({ holds }) => holds === first.holds)) {
    const silent = readings.find(({ bySilence }) => bySilence)
    const lasting = readings.find(({ recoverable }) => !recoverable)
    return silent ?? lasting ?? first
  }
  const open = readings.filter(({ holds }) => holds === 'unknown' || holds === 'team')
  const [settled] = readings.filter(({ holds }) => holds !== 'unknown' && holds !== 'team')
  return {
    holds: 'unknown',
    unknown: 'not-understood',
    because: `These words can be read in more than one way, and it matters here: confirm with the trial team. ${(settled ?? first)?.because ?? ''}`,
    evidence: uniqueEvidence(readings.flatMap(({ evidence }) => evidence)),
    needs: open.flatMap(({ needs }) => needs ?? []),
  }
}

const doesNotApply = (when: Finding, subject: Subject): Finding =>
  lettingIn({ ...when, asksNothing: true, holds: 'yes', because: `Does not apply to you: ${lowerFirst(when.because)}` }, subject)

/** A question that does not concern the person keeps nobody out, whether the sentence asks or forbids. */
function lettingIn(finding: Finding, { keepsOut }: Subject): Finding {
  if (!finding.asksNothing || keepsOut === undefined || finding.holds === 'unknown' || finding.holds === 'team') return finding
  return { ...finding, holds: keepsOut ? 'no' : 'yes' }
}

function turned(finding: Finding): Finding {
  const holds = finding.holds === 'yes' ? 'no' : finding.holds === 'no' ? 'yes' : finding.holds
  return { ...finding, holds }
}

/**
 * The first value of `order` that any part has decides; the reasons and evidence are those of the parts that have it.
 * Where one part is enough, one that the records speak of goes before those they are silent about.
 */
function joined(parts: Finding[], order: readonly Finding['holds'][]): Finding {
  for (const holds of order) {
    const having = parts.filter((part) => part.holds === holds)
    const spoken = having.filter(({ bySilence }) => !bySilence)
    const deciding = holds === order[0] && spoken.length > 0 ? spoken : having
    // What the records bear out counts; what is left to the team beside it is said with it.
    const beside = holds === 'yes' && order[0] === 'no' ? parts.filter((part) => part.holds === 'team') : []
    const [first] = beside.length > 0 ? deciding.filter(({ evidence }) => evidence.length > 0) : deciding
    if (!first) continue
    return {
      ...first,
      because: sentencesOnce([...deciding, ...beside].map((part) => part.because)),
      evidence: uniqueEvidence(deciding.flatMap((part) => part.evidence)),
      needs: deciding.flatMap((part) => part.needs ?? []),
      bySilence: deciding.some(({ bySilence }) => bySilence === true),
      recoverable:
        order[0] === 'yes' ? deciding.some((part) => part.recoverable === true) : deciding.every((part) => part.recoverable === true),
      parts,
    }
  }
  return { holds: 'yes', because: 'This asks nothing.', evidence: [] }
}

const sentencesOnce = (sentences: readonly string[]) =>
  sentences.length === 1 ? (sentences[0] ?? '') : [...new Set(sentences)].slice(0, 4).join(' ')
/** Names that begin with two capitals (ER, HIV, PD-L1) keep them. */
const lowerFirst = (text: string) => (/^[A-Z](?![A-Z0-9]|[a-z]*[A-Z-])/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text)

import { LISTS, type ListName, listOf } from '@carefolio/core/match/lists.ts'
import type { MatchResult, TrialMatch } from '@carefolio/core/record/match.ts'
import { harmless } from './harmless.ts'
import type { Terminal } from './terminal.ts'
import { wrapped, wrappedIn } from './wrapped.ts'

/** The result of matching for people: counts, the best trials, the questions to ask. The report and --json hold everything. */
export function matchTable(result: MatchResult, { paint, columns }: Terminal): string {
  const lists = Map.groupBy(result.trials, listOf)
  const possible = lists.get('possible') ?? []
  const width = Math.min(columns, 140)
  const counts = LISTS.flatMap((name) => {
    const count = lists.get(name)?.length ?? 0
    return count > 0 || ALWAYS.has(name) ? [`${String(count).padStart(6)} ${WORDS[name]}`] : []
  })
  const lines = [
    ...wrapped(`${result.considered} trials considered on ${result.asOf}`, width).map(paint.bold),
    ...counts.flatMap((line) => hanging(line, width)),
    ...result.funnel.flatMap(({ reason, count }) => hanging(`${String(count).padStart(6)} not looked at further: ${reason}`, width)),
    '',
    ...wrapped(`The first ${Math.min(SHOWN, possible.length)} of ${possible.length} possible trials`, width).map(paint.bold),
    ...(possible.length > 0 && width >= NARROW ? [paint.soft(HEAD)] : []),
    ...possible.slice(0, SHOWN).flatMap((trial) => trialLines(trial, width)),
  ]
  if (result.questions.length > 0) {
    lines.push('', paint.bold('What would settle the most'))
    for (const { text, settles } of result.questions.slice(0, 8))
      lines.push(...wrappedIn(`${text} (${settles} ${settles === 1 ? 'trial' : 'trials'})`, width, 2))
  }
  return lines.join('\n')
}

/** Enough for a screen; the rest is in the report, where there is no cap. */
const SHOWN = 20
const ALWAYS: ReadonlySet<ListName> = new Set(['possible', 'not-now', 'ruled-out'])
const WORDS: Record<ListName, string> = {
  possible: 'possible',
  'not-now': 'not now, possibly later',
  care: 'not meant to treat the cancer (comfort, prevention, tests)',
  'not-open': 'not open, or the registry does not say',
  'not-judged': 'without published criteria: not judged',
  'ruled-out': 'ruled out by the records',
}

/** A number before its words, which go on below themselves. */
function hanging(line: string, width: number): string[] {
  const [first, ...rest] = wrapped(line.trimStart(), width - 8)
  const [number = '', ...words] = first.split(' ')
  return [`  ${number.padStart(6)} ${words.join(' ')}`, ...rest.map((more) => `         ${more}`)]
}

function trialLines(match: TrialMatch, width: number): string[] {
  const open = match.criteria.filter(({ criterion, verdict }) => !criterion.header && verdict.label === 'unknown').length
  const far = match.site?.distanceKm === undefined ? '' : `${Math.round(match.site.distanceKm)} km`
  const rank = String(match.rank).padStart(3)
  const title = harmless(match.trial.title)
  if (width < NARROW)
    return [
      ...wrappedIn([rank.trim(), match.trial.id, far, `${open} to confirm`].filter((part) => part !== '').join('  '), width, 2),
      ...wrappedIn(title, width, 4),
    ]
  const head = `  ${rank}  ${match.trial.id.padEnd(12)}  ${far.padStart(8)}  ${String(open).padStart(10)}  `
  const room = width - head.length
  return [head + (title.length <= room ? title : `${title.slice(0, room - 1)}…`)]
}

/** The names of the columns: how far the nearest open site is, and how many points of the trial are still to be confirmed. */
const HEAD = `  ${'No.'.padStart(3)}  ${'Trial'.padEnd(12)}  ${'Distance'.padStart(8)}  ${'To confirm'.padStart(10)}  Title`

/** Below this the title of a trial stands under its number. */
const NARROW = 80

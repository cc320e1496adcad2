import type { MatchResult, TrialMatch } from '@carefolio/core/record/match.ts'
import type { Terminal } from './terminal.ts'

/** The result of matching for people: counts, the best trials, the questions to ask. The report and --json hold everything. */
export function matchTable(result: MatchResult, { paint, columns }: Terminal): string {
  const of = (outcome: TrialMatch['outcome']) => result.trials.filter((trial) => trial.outcome === outcome)
  const possible = of('possible')
  const width = Math.min(columns, 140)
  const lines = [
    paint.bold(`${result.considered} trials considered on ${result.asOf}`),
    `  ${paint.good(`${possible.length} possible`)} · ${paint.ask(`${of('not-now').length} not now`)} · ${of('excluded').length} ruled out by the records`,
    ...result.funnel.map(({ reason, count }) => `  ${String(count).padStart(6)} not looked at further: ${reason}`),
    '',
    paint.bold(`The first ${Math.min(SHOWN, possible.length)} of ${possible.length} possible trials`),
    ...possible.slice(0, SHOWN).map((trial) => trialLine(trial, width)),
  ]
  if (result.questions.length > 0) {
    lines.push('', paint.bold('What would settle the most'))
    for (const question of result.questions.slice(0, 8)) lines.push(`  ${question.text} ${paint.soft(`(${question.settles})`)}`)
  }
  return lines.join('\n')
}

/** Enough for a screen; the rest is in the report, where there is no cap. */
const SHOWN = 20

function trialLine(match: TrialMatch, width: number): string {
  const open = match.criteria.filter(({ criterion, verdict }) => !criterion.header && verdict.label === 'unknown').length
  const far = match.site?.distanceKm === undefined ? '' : `${Math.round(match.site.distanceKm)} km`
  const head = `  ${String(match.rank).padStart(3)}  ${match.trial.id.padEnd(12)}  ${far.padStart(8)}  ${String(open).padStart(2)} open  `
  return `${head}${match.trial.title.slice(0, Math.max(20, width - head.length))}`
}

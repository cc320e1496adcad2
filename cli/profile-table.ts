import type { Profile } from '@carefolio/core/record/profile.ts'
import { SourceList } from '@carefolio/core/report/sources.ts'
import { summaryOf } from '@carefolio/core/report/summary.ts'
import type { Terminal } from './terminal.ts'
import { wrapped, wrappedIn } from './wrapped.ts'

/** The profile for people: facts in the order an oncologist asks for them, each with the file and page it came from. */
export function profileTable(profile: Profile, { paint, columns }: Terminal): string {
  const sources = new SourceList()
  const groups = summaryOf(profile, sources)
  const listed = sources.all()
  const place = (number: number | undefined) => {
    const source = number === undefined ? undefined : listed[number - 1]
    return source ? `${source.file}, p. ${source.page}` : ''
  }
  const width = Math.min(columns, 140)
  const isNarrow = width < NARROW
  const indent = isNarrow ? 4 : LABEL + 4
  const lines: string[] = wrapped(`What the records say on ${profile.asOf}`, width).map(paint.bold)
  for (const group of groups) {
    lines.push('', paint.bold(group.heading))
    for (const line of group.lines) {
      const value = wrappedIn(`${line.value}${line.date ? ` (${line.date})` : ''}`, width, indent)
      const labels = isNarrow ? wrappedIn(line.label, width, 2) : wrapped(line.label, LABEL)
      if (isNarrow) lines.push(...labels, ...value)
      else lines.push(...besides(labels, value, indent))
      const source = place(line.sources[0])
      if (source) lines.push(...wrappedIn(source, width, indent).map(paint.soft))
    }
  }
  if (profile.conflicts.length > 0) {
    lines.push('', paint.bold('Where the records disagree'))
    for (const { about, chosen, reason, others } of profile.conflicts) {
      const words = `${about}: ${chosen} (${reason}); also said: ${others.map((other) => other.value).join(', ')}`
      lines.push(...wrappedIn(words, width, 2))
    }
  }
  if (profile.checks.length > 0) {
    lines.push('', paint.bold('Please check'))
    for (const { message, grave } of profile.checks) lines.push(...wrappedIn(message, width, 2).map(grave ? paint.bad : paint.ask))
  }
  const read = profile.documents.filter((document) => document.read).length
  const end = `${read} of ${profile.documents.length} documents read. Every fact and its words: --json. Not medical advice.`
  lines.push('', ...wrapped(end, width).map(paint.soft))
  return lines.join('\n')
}

/** Width of the column of labels; on a screen narrower than `NARROW` the value stands below its label. */
const LABEL = 30
const NARROW = 70

/** Two columns: labels from the second letter on, values (set in already) beside them. */
function besides(labels: readonly string[], values: readonly string[], indent: number): string[] {
  return Array.from({ length: Math.max(labels.length, values.length) }, (_, i) =>
    `  ${labels[i] ?? ''}`
      .padEnd(indent)
      .concat((values[i] ?? '').slice(indent))
      .trimEnd(),
  )
}

import type { Profile } from '@carefolio/core/record/profile.ts'
import { SourceList } from '@carefolio/core/report/sources.ts'
import { summaryOf } from '@carefolio/core/report/summary.ts'
import type { Terminal } from './terminal.ts'

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
  const lines: string[] = [paint.bold(`What the records say on ${profile.asOf}`)]
  for (const group of groups) {
    lines.push('', paint.bold(group.heading))
    for (const line of group.lines) {
      const [first = '', ...rest] = wrapped(`${line.value}${line.date ? ` (${line.date})` : ''}`, width - LABEL - 4)
      lines.push(`  ${cut(line.label, LABEL).padEnd(LABEL)}  ${first}`, ...rest.map((more) => `  ${' '.repeat(LABEL)}  ${more}`))
      const source = place(line.sources[0])
      if (source) lines.push(`  ${' '.repeat(LABEL)}  ${paint.soft(source)}`)
    }
  }
  if (profile.conflicts.length > 0) {
    lines.push('', paint.bold('Where the records disagree'))
    for (const conflict of profile.conflicts)
      lines.push(
        `  ${conflict.about}: ${conflict.chosen} (${conflict.reason}); also said: ${conflict.others.map((other) => other.value).join(', ')}`,
      )
  }
  if (profile.checks.length > 0) {
    lines.push('', paint.bold('Please check'))
    for (const check of profile.checks) lines.push(`  ${paint.ask(check.message)}`)
  }
  const read = profile.documents.filter((document) => document.read).length
  lines.push('', paint.soft(`${read} of ${profile.documents.length} documents read. Every fact and its words: --json. Not medical advice.`))
  return lines.join('\n')
}

/** Width of the column of labels. */
const LABEL = 30

/** Lines of at most `most` letters, broken at spaces. */
function wrapped(text: string, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

const cut = (text: string, most: number) => (text.length <= most ? text : `${text.slice(0, Math.max(0, most - 1))}…`)

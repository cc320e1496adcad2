import { AppError } from '@carefolio/core/record/errors.ts'
import { examine } from '@carefolio/server/doctor/doctor.ts'
import type { Finding } from '@carefolio/server/doctor/finding.ts'
import { configFor } from '../options.ts'
import type { CommandContext } from '../program.ts'
import { wrapped } from '../wrapped.ts'

export async function runDoctor(
  { quick, json }: { quick?: boolean; json?: boolean },
  { terminal, signal, flags }: CommandContext,
): Promise<void> {
  const findings = await examine(configFor(flags), {
    quick: quick === true,
    signal,
    onFinding: (finding) => {
      if (!json) terminal.print(line(finding))
    },
    onProgress: (words) => terminal.progress(words),
  })
  if (json) terminal.print(JSON.stringify(findings))
  const bad = findings.filter(({ is }) => is === 'bad')
  if (bad.length > 0) throw new AppError('not-sound', { detail: bad.map(({ about }) => about).join(', ') })

  function line({ about, is, says }: Finding): string {
    const { paint, columns } = terminal
    const sign = { good: paint.good('✓'), care: paint.ask('!'), bad: paint.bad('✗') }[is]
    return `${sign} ${wrapped(`${about}: ${says}`, columns - 2).join('\n  ')}`
  }
}

import { Command } from 'commander'
import { abstractCommand } from './commands/abstract.ts'
import { matchCommand } from './commands/match.ts'
import { reportCommand } from './commands/report.ts'
import { serveCommand } from './commands/serve.ts'
import { trialsCommand } from './commands/trials.ts'
import type { Terminal } from './terminal.ts'

const EXAMPLES = `
Examples:
  carefolio abstract ./my-records                       what the records say, as a table
  carefolio abstract ./my-records --json > me.json      the same for other programs
  carefolio abstract ./my-records --fhir > mcode.json   the same as an mCODE bundle
  carefolio trials sync                                 fetch the trials of the registry (once, then daily)
  carefolio report ./my-records --zip 60614             the report: web page and PDF
  carefolio match ./my-records --trials ./trials --json every criterion of every trial, judged
  carefolio serve ./carefolio-report                    read the report in a browser

Exit codes: 0 something was done · 1 nothing could be done · 2 the command was not understood · 130 stopped by you.`

export function programOf(terminal: Terminal, signal: AbortSignal): Command {
  const program = new Command('carefolio')
    .description(
      'Reads the records of a person with cancer, says what they hold with the words it came from, and finds the clinical trials that fit.',
    )
    .version('0.1.0')
    .option('--quiet', 'no progress, only the result and errors')
    .option('--data <folder>', 'where trials are kept (default: $CAREFOLIO_DATA or ~/.carefolio)')
    .addHelpText('after', EXAMPLES)
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.print(text.trimEnd()), writeErr: (text) => terminal.error(text.trimEnd()) })
    .showHelpAfterError('See carefolio --help.')
  for (const command of [abstractCommand, matchCommand, reportCommand, trialsCommand, serveCommand]) {
    program.addCommand(command(terminal, signal).exitOverride().copyInheritedSettings(program))
  }
  return program
}

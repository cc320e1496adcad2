import { Command, Option } from 'commander'
import { addCareCommands } from './care-commands.ts'
import type { ServeFlags } from './commands/serve.ts'
import type { Terminal } from './terminal.ts'

const EXAMPLES = `
Examples:
  carefolio abstract ./my-records                       what the records say, as a table
  carefolio abstract ./my-records --json > me.json      the same for other programs
  carefolio abstract ./my-records --fhir > mcode.json   the same as an mCODE bundle
  carefolio trials sync                                 fetch the trials of the registry (once, then daily)
  carefolio report ./my-records --zip 60614             the report: web page and PDF
  carefolio report ./my-records --since ./old/match.json what changed since an earlier report, at its top
  carefolio match ./my-records --trials ./trials --json every criterion of every trial, judged
  carefolio match ./my-records --answers answers.json    with what you know: { "lab:ANC": 1.8, "gene-ESR1": "negative" }
  carefolio compare ./old/match.json ./new/match.json    what changed between two results, and why
  carefolio serve                                       your own place for records, in a browser
  carefolio serve ./carefolio-report                    read a report in a browser

Exit codes: 0 something was done · 1 nothing could be done · 2 the command was not understood · 130 stopped by you.`

/** What a command gets beside its own arguments. */
export type CommandContext = { terminal: Terminal; signal: AbortSignal; flags: GlobalFlags }
export type GlobalFlags = { data?: string; registry?: string }
export type ReadFlags = { asOf?: string; timeout: string; cache?: boolean; model?: boolean; person?: string }
export type PlaceFlags = { zip?: string; near?: string; within: string }
export type TrialFlags = { trials?: string }
export type AnswerFlags = { answers?: string }
export type MatchFlags = ReadFlags & PlaceFlags & TrialFlags & AnswerFlags & { json?: boolean; csv?: boolean; fhir?: boolean }
export type ReportFlags = ReadFlags & PlaceFlags & TrialFlags & AnswerFlags & { out: string; since?: string; fullPdf?: true }

/** The whole command line. What a command needs is loaded when it runs, so that help is there at once. */
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
  const context = (command: Command): CommandContext => ({ terminal, signal, flags: command.optsWithGlobals<GlobalFlags>() })

  withReading(
    program
      .command('abstract')
      .description('what the records say, each fact with the words it came from')
      .argument('<folder>', 'folder of records, or one file'),
  )
    .option('--json', 'as JSON')
    .option('--fhir', 'as an mCODE bundle (FHIR R4)')
    .action(async (folder: string, flags: ReadFlags & { json?: boolean; fhir?: boolean }, command: Command) => {
      const { runAbstract } = await import('./commands/abstract.ts')
      await runAbstract(folder, flags, context(command))
    })

  withPlace(
    withTrials(
      withReading(
        program
          .command('match')
          .description('every trial, criterion by criterion')
          .argument('<folder>', 'folder of records, or an abstract made with carefolio abstract --json'),
      ),
    ),
  )
    .addOption(ANSWERS)
    .option('--json', 'as JSON')
    .addOption(new Option('--csv', 'as a table for a trial team: one row a criterion').conflicts('json'))
    .addOption(new Option('--fhir', 'as a FHIR R4 search set').conflicts(['json', 'csv']))
    .action(async (path: string, flags: MatchFlags, command: Command) => {
      const { runMatch } = await import('./commands/match.ts')
      await runMatch(path, flags, context(command))
    })

  withPlace(
    withTrials(
      withReading(
        program.command('report').description('the trial report: web page and PDF').argument('<folder>', 'folder of records, or one file'),
      ),
    ),
  )
    .addOption(ANSWERS)
    .option('--out <folder>', 'where to write it', 'carefolio-report')
    .option('--full-pdf', 'every trial in full in the PDF too, however many pages')
    .option('--since <match.json>', 'say what changed since an earlier report (the match.json beside it)')
    .action(async (folder: string, flags: ReportFlags, command: Command) => {
      const { runReport } = await import('./commands/report.ts')
      await runReport(folder, flags, context(command))
    })

  const trials = program.command('trials').description('the trials kept in the data folder')
  trials
    .command('sync')
    .description('fetch from the registry: all once, then what has changed. Can be stopped and goes on where it was')
    .option('--registry <url>', "base address of the registry's API")
    .action(async (_flags: unknown, command: Command) => {
      const { runSync } = await import('./commands/trials.ts')
      await runSync(context(command))
    })
  trials
    .command('import')
    .description('take trial records (registry v2 shape) from a file or folder')
    .argument('<path>', '.jsonl, .jsonl.gz, .json or a folder')
    .action(async (path: string, _flags: unknown, command: Command) => {
      const { runImport } = await import('./commands/trials.ts')
      await runImport(path, context(command))
    })
  trials
    .command('status')
    .description('how many trials are here and how old they are')
    .option('--json', 'as JSON')
    .action(async (flags: { json?: boolean }, command: Command) => {
      const { runStatus } = await import('./commands/trials.ts')
      await runStatus(flags, context(command))
    })

  program
    .command('compare')
    .description('what changed between two saved results, and why: facts, outcomes, verdicts, order and questions')
    .argument('<before>', 'JSON of abstract, match or a report, or a folder of such files')
    .argument('<after>', 'the same, later')
    .option('--json', 'as JSON')
    .action(async (before: string, after: string, flags: { json?: boolean }, command: Command) => {
      const { runCompare } = await import('./commands/compare.ts')
      await runCompare(before, after, flags, context(command))
    })

  program
    .command('forget')
    .description('delete what --cache has kept')
    .action(async (_flags: unknown, command: Command) => {
      const { runForget } = await import('./commands/forget.ts')
      await runForget(context(command))
    })

  program
    .command('serve')
    .description('your own place for records, in the browser; or, with a folder, the report in it')
    .argument('[folder]', 'folder of a report')
    .option('--port <number>', 'port', '4780')
    .option('--host <address>', 'address to listen on; others can reach it only if you change this', '127.0.0.1')
    .option('--sync', 'fetch trials from the registry now and once a day')
    .option('--registry <url>', "base address of the registry's API")
    .option('--log', 'a line for every call, without what is in it')
    .action(async (folder: string | undefined, flags: ServeFlags, command: Command) => {
      const { runServe } = await import('./commands/serve.ts')
      await runServe(folder, flags, context(command))
    })
  addCareCommands(program, context)
  return program
}

const ANSWERS = new Option('--answers <file>', 'what you tell us: a JSON object from the key of a question to its answer')

const withReading = (command: Command) =>
  command
    .option('--as-of <date>', 'the day to speak of (default: today)')
    .option('--timeout <seconds>', 'longest time for one file without a page done', '120')
    .option('--cache', 'keep what was read in the data folder, unencrypted, so that a stopped reading goes on (see carefolio forget)')
    .option('--person <file>', 'where the records name several people: a file of the one this is about')
    .option('--model', 'let the language model set up in CAREFOLIO_MODEL_URL add what it finds; each quote is checked')

const withTrials = (command: Command) =>
  command.option(
    '--trials <path>',
    'trial records: .jsonl, .jsonl.gz, .json or a folder (default: those fetched with carefolio trials sync)',
  )

const withPlace = (command: Command) =>
  command
    .option('--zip <code>', 'US ZIP code, for distances')
    .option('--near <lat,lon>', 'coordinates, for distances')
    .option('--within <km>', 'list sites within this many kilometres', '160')

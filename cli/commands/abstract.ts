import { abstractOf } from '@carefolio/core/profile/abstract.ts'
import { toMcode } from '@carefolio/core/profile/fhir/to-mcode.ts'
import { createApp } from '@carefolio/server/app.ts'
import { Command } from 'commander'
import { asOfDay, configFor } from '../options.ts'
import { profileTable } from '../profile-table.ts'
import { readForPerson } from '../read-for-person.ts'
import type { Terminal } from '../terminal.ts'

export function abstractCommand(terminal: Terminal, signal: AbortSignal): Command {
  return new Command('abstract')
    .description('what the records say, each fact with the words it came from')
    .argument('<folder>', 'folder of records, or one file')
    .option('--as-of <date>', 'the day to speak of (default: today)')
    .option('--json', 'as JSON')
    .option('--fhir', 'as an mCODE bundle (FHIR R4)')
    .option('--timeout <seconds>', 'longest time for one file', '120')
    .action(async (folder: string, options: { asOf?: string; json?: boolean; fhir?: boolean; timeout: string }, command: Command) => {
      const asOf = asOfDay(options.asOf)
      await using app = createApp(configFor(command))
      const profile = await readForPerson(app, folder, asOf, terminal, signal, options.timeout)
      if (options.json) terminal.print(JSON.stringify(abstractOf(profile), undefined, 1))
      else if (options.fhir) terminal.print(JSON.stringify(toMcode(profile), undefined, 1))
      else terminal.print(profileTable(profile, terminal))
    })
}

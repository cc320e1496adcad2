import { abstractOf } from '@carefolio/core/profile/abstract.ts'
import { createApp } from '@carefolio/server/app.ts'
import { asOfDay, configFor } from '../options.ts'
import { profileTable } from '../profile-table.ts'
import type { CommandContext, ReadFlags } from '../program.ts'
import { readForPerson } from '../read-for-person.ts'

export async function runAbstract(
  folder: string,
  flags: ReadFlags & { json?: boolean; fhir?: boolean },
  { terminal, signal, flags: global }: CommandContext,
): Promise<void> {
  const asOf = asOfDay(flags.asOf)
  await using app = createApp(configFor(global))
  const profile = await readForPerson(app, folder, asOf, { terminal, signal, flags })
  if (flags.json) terminal.print(JSON.stringify(abstractOf(profile), undefined, 1))
  else if (flags.fhir) {
    const { toMcode } = await import('@carefolio/core/profile/fhir/to-mcode.ts')
    terminal.print(JSON.stringify(toMcode(profile), undefined, 1))
  } else terminal.print(profileTable(profile, terminal))
}

import type { Command } from 'commander'
import type { PassphraseFlags } from './passphrase.ts'
import type { CommandContext } from './program.ts'

/** The commands with which whoever runs a place takes care of it. */
export function addCareCommands(program: Command, context: (command: Command) => CommandContext): void {
  program
    .command('doctor')
    .description('is everything in order: data folder, key, database, every original, room, engines')
    .option('--quick', 'without reading every original')
    .option('--json', 'as JSON')
    .action(async (flags: { quick?: boolean; json?: boolean }, command: Command) => {
      const { runDoctor } = await import('./commands/doctor.ts')
      await runDoctor(flags, context(command))
    })

  withPassphrase(
    program.command('backup').description('everything that is kept, sealed in one file').argument('<file>', 'a file that is not there yet'),
  ).action(async (file: string, flags: PassphraseFlags, command: Command) => {
    const { runBackup } = await import('./commands/backup.ts')
    await runBackup(file, flags, context(command))
  })

  withPassphrase(
    program
      .command('restore')
      .description('put a backup into an empty data folder (--data)')
      .argument('<file>', 'what carefolio backup wrote')
      .option('--key <file>', 'the key of the place that was backed up, where the backup is sealed by it'),
  ).action(async (file: string, flags: PassphraseFlags & { key?: string }, command: Command) => {
    const { runRestore } = await import('./commands/restore.ts')
    await runRestore(file, flags, context(command))
  })

  program
    .command('rotate-key')
    .description('change the key that everything is sealed with; can be stopped and goes on where it was')
    .action(async (_flags: unknown, command: Command) => {
      const { runRotateKey } = await import('./commands/rotate-key.ts')
      await runRotateKey(context(command))
    })
}

const withPassphrase = (command: Command) =>
  command.option(
    '--passphrase-file <file>',
    'its passphrase is the first line of this file (or CAREFOLIO_BACKUP_PASSPHRASE); without one it is sealed with the key',
  )

/**
 * `npm run torture [rounds]`: kills a process at work on a vault 1,000 times (or as often as asked) and says what was lost. On the
 * PostgreSQL server at CAREFOLIO_DATABASE_URL (an empty database) where that is set, else on the embedded database.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crashVault } from './torture/vault-crashes.ts'

const rounds = Number(process.argv[2] ?? 1000)
const folder = mkdtempSync(join(tmpdir(), 'carefolio-torture-'))
try {
  const { seen, broken } = await crashVault({
    folder,
    rounds,
    databaseUrl: process.env['CAREFOLIO_DATABASE_URL'],
    onRound: (done) => process.stderr.write(`\r${done} of ${rounds} kills`),
  })
  process.stderr.write('\n')
  console.log(`${rounds} kills, ${seen} acknowledged, ${broken.length} promises broken${broken.length > 0 ? `: ${broken.join(', ')}` : ''}`)
  process.exitCode = broken.length > 0 ? 1 : 0
} finally {
  rmSync(folder, { recursive: true, force: true })
}

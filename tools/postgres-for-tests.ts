/**
 * A throw-away PostgreSQL server for tests, from the PostgreSQL installed here (Debian keeps it outside the path). It listens on this
 * machine only and is gone, with its folder, when stopped. Run directly, it prints its URL and stops on Ctrl-C:
 *   node tools/postgres-for-tests.ts
 */
import { execFile, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

export type TestPostgres = { url: string; stop(): Promise<void> }

/** Starts it; `undefined` when no PostgreSQL is installed, or when it will not start as this user. */
export async function startPostgres(): Promise<TestPostgres | undefined> {
  const programs = programsFolder()
  if (programs === undefined) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'carefolio-postgres-'))
  const asRoot = process.getuid?.() === 0
  if (asRoot) {
    // PostgreSQL refuses to run as root; Debian's package brings the user "postgres".
    chmodSync(folder, 0o755)
    if (spawnSync('chown', ['postgres', folder]).status !== 0) return undefined
  }
  const run = (program: string, args: string[]) => {
    const command = join(programs, program)
    return asRoot ? exec('runuser', ['-u', 'postgres', '--', command, ...args], { cwd: folder }) : exec(command, args, { cwd: folder })
  }
  const data = join(folder, 'data')
  const stop = async () => {
    await run('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']).catch(() => {})
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await run('initdb', ['-D', data, '-U', 'carefolio', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'])
    const port = await freePort()
    const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off`
    await run('pg_ctl', ['-D', data, '-w', '-t', '60', '-l', join(folder, 'log'), '-o', settings, 'start'])
    return { url: `postgres://carefolio@127.0.0.1:${port}/postgres`, stop }
  } catch (error) {
    await stop()
    console.error(`PostgreSQL is installed but did not start: ${error instanceof Error ? error.message.split('\n')[0] : error}`)
    return undefined
  }
}

const exec = promisify(execFile)

/** The folder of the newest PostgreSQL: Debian's, else the one on the path. */
function programsFolder(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).filter((one) => existsSync(join(debian, one, 'bin', 'initdb'))) : []
  const newest = versions.toSorted((a, b) => Number(b) - Number(a))[0]
  if (newest) return join(debian, newest, 'bin')
  const found = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' })
  const folder = found.status === 0 ? found.stdout.trim() : ''
  return folder !== '' && existsSync(join(folder, 'initdb')) ? folder : undefined
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

if (process.argv[1] !== undefined && import.meta.filename === process.argv[1]) {
  const postgres = await startPostgres()
  console.log(postgres?.url ?? 'No PostgreSQL is installed here. On Debian: apt-get install postgresql')
  if (postgres) {
    const stay = setInterval(() => {}, 1 << 30)
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, async () => {
        clearInterval(stay)
        await postgres.stop()
      })
  }
}

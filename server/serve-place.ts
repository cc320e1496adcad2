import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { AppError } from '@carefolio/core/record/errors.ts'
import { passwordsIn } from './accounts/password-list.ts'
import type { Config } from './config.ts'
import type { Database } from './db/database.ts'
import { holdDatabase } from './db/hold.ts'
import { lineLog } from './http/log.ts'
import { createServer } from './http/server.ts'
import { openPlace } from './place.ts'
import { scanBy } from './receive/scan.ts'
import { startDailySync } from './trials/daily-sync.ts'
import { keyringFrom } from './vault/keyring.ts'
import { makeMasterKey } from './vault/master-key.ts'

export type ServePlaceOptions = {
  port: number
  /** The address to listen on; this computer only unless said. */
  host?: string
  version: string
  /** A line for the log, without patient data. */
  log: (line: string) => void
  /** Fetches trials from the registry now and once a day. */
  sync?: boolean
  now?: () => Date
}
export type ServedPlace = AsyncDisposable & {
  url: string
  /** Where the key lies, if in a file of this host. */
  keyFile?: string
  /** True when the key was made just now: it must be told, and copied. */
  keyIsNew: boolean
}

/** Pages as `npm run build -w web` makes them. */
const PAGES = join(import.meta.dirname, '../web/dist')

/**
 * Opens the place of this installation and serves it: one process, one data folder. The first time it makes the key that everything is sealed
 * with. Throws `master-key-missing` where there are records and no key, `origin-missing`, `origin-unsafe` and `port-taken`.
 */
export async function servePlace(config: Config, database: Database, options: ServePlaceOptions): Promise<ServedPlace> {
  const { key, s3, origin: said, signUp, proxy, metricsToken, room, scanCommand, passwordList } = config.place
  checkAddress(said, options.host)
  await using closing = new AsyncDisposableStack()
  closing.use(await holdDatabase(config, 'serve'))
  const keyFile = key.from === 'file' ? key.path : undefined
  const keyIsNew = keyFile !== undefined && !existsSync(keyFile)
  // A new key beside old records would open none of them.
  if (keyIsNew && (await hasRecords(database))) throw new AppError('master-key-missing')
  if (keyIsNew) await makeMasterKey(keyFile)
  let origin = said ?? `http://localhost:${options.port}`
  const now = options.now ?? (() => new Date())
  const log = lineLog(options.log, now)
  const place = await openPlace(database, {
    data: config.data,
    s3,
    keyring: await keyringFrom(config.place),
    origin: () => origin,
    room,
    knownPasswords: passwordList === undefined ? undefined : await passwordsIn(passwordList),
    scan: scanCommand === undefined ? undefined : scanBy(scanCommand),
    now,
    onFault: (error) => log.fault(error, {}),
  })
  closing.use(place)
  const server = await createServer(place, {
    pages: PAGES,
    signUp,
    version: options.version,
    ...(keyFile === undefined ? {} : { keyFile }),
    ...(proxy === undefined ? {} : { proxy }),
    ...(metricsToken === undefined ? {} : { metricsToken }),
    log,
  })
  closing.defer(async () => {
    server.server.closeAllConnections()
    await server.close()
  })
  await server.listen({ port: options.port, host: options.host ?? '127.0.0.1' }).catch((cause: unknown) => {
    throw new AppError('port-taken', { cause })
  })
  let isClosing = false
  closing.defer(() => {
    isClosing = true
  })
  // Whoever asks for trials first after a start, or after an upgrade that reads them anew, finds them ready.
  if (await wantTrials(database)) place.trials.warm().catch((error: unknown) => isClosing || log.fault(error, {}))
  const { port } = server.server.address() as AddressInfo
  if (said === undefined) origin = `http://localhost:${port}`
  if (options.sync)
    closing.use(
      startDailySync(database, {
        registryUrl: config.registryUrl,
        onDone: (done) => log.event('trials synced', done),
        onFault: (error) => log.fault(error, {}),
      }),
    )
  const opened = closing.move()
  return {
    url: `${origin}/`,
    ...(keyFile === undefined ? {} : { keyFile }),
    keyIsNew,
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
}

const hasRecords = async ({ sql }: Database): Promise<boolean> =>
  (await sql.selectFrom('person_key').select('person_id').limit(1).executeTakeFirst()) !== undefined

const wantTrials = async ({ sql }: Database): Promise<boolean> => {
  const one = sql.selectFrom('person').select('person_id').where('trials_consent', 'is not', null).where('demo', '=', false).limit(1)
  return (await one.executeTakeFirst()) !== undefined
}

/** Others may reach a place only under a name of its own, and only over TLS: else anybody on the way reads along. */
function checkAddress(origin: string | undefined, host: string | undefined): void {
  if (origin !== undefined && !/^https:/.test(origin) && !LOOPBACK.test(new URL(origin).hostname)) throw new AppError('origin-unsafe')
  if (origin === undefined && host !== undefined && !LOOPBACK.test(host)) throw new AppError('origin-missing')
}
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/

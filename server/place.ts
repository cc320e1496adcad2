import type { Report } from '@carefolio/core/report/report.ts'
import { type Accounts, accountsIn } from './accounts/accounts.ts'
import { type Attempts, attemptsIn } from './accounts/attempts.ts'
import { type Passkeys, passkeysIn } from './accounts/passkeys.ts'
import { type SecondSteps, secondStepsIn } from './accounts/second-steps.ts'
import { type Sessions, sessionsIn } from './accounts/sessions.ts'
import { visitorsIn } from './accounts/visitors.ts'
import type { Database } from './db/database.ts'
import { createStreams, type Streams } from './http/streams.ts'
import { type AccessLog, accessLogIn } from './people/access-log.ts'
import { type Caregivers, caregiversIn } from './people/caregivers.ts'
import { type Forget, forgetIn } from './people/forget.ts'
import { type People, peopleIn } from './people/people.ts'
import { type Seen, seenOf } from './people/seen.ts'
import { type PersonValues, valuesIn } from './people/values.ts'
import { type Visits, visitsIn } from './people/visits.ts'
import { type PersonProfiles, personProfiles } from './profile/person-profiles.ts'
import { type DrawingThread, drawingThread } from './read/drawing-thread.ts'
import { type OriginalReader, startReading } from './receive/read-originals.ts'
import { type Readings, readingsIn } from './receive/readings.ts'
import { type Room, type RoomLimits, roomIn } from './receive/room.ts'
import { noScan, type Scan } from './receive/scan.ts'
import { createSignals, type Signals } from './receive/signals.ts'
import { type Uploads, uploadsIn } from './receive/uploads.ts'
import { type ThreadOf, threadOf } from './thread-of.ts'
import { type PersonTrials, personTrials } from './trials/person-trials.ts'
import { knownKeys } from './vault/known-keys.ts'
import { openStore } from './vault/open-store.ts'
import { type Originals, originalsIn } from './vault/originals.ts'
import type { Keyring } from './vault/person-keys.ts'
import type { S3Config } from './vault/s3/config.ts'
import { tidyStore } from './vault/tidy-store.ts'

/** What a place of records is made of, for many people: accounts, what is kept, what is read and found. */
export type Place = AsyncDisposable & {
  accounts: Accounts
  attempts: Attempts
  sessions: Sessions
  passkeys: Passkeys
  secondSteps: SecondSteps
  people: People
  visits: Visits
  caregivers: Caregivers
  values: PersonValues
  log: AccessLog
  originals: Originals
  room: Room
  scan: Scan
  forget: Forget
  uploads: Uploads
  readings: Readings
  reader: OriginalReader
  drawing: DrawingThread
  /** Draws reports as PDF. */
  printing: ThreadOf<Report, Uint8Array>
  signals: Signals
  streams: Streams
  profiles: PersonProfiles
  trials: PersonTrials
  /** What may be shown of a person to whoever asks. */
  seen: Seen
  now(): Date
  /** Where the pages of this place are, as a browser says it. */
  origin(): string
}

export type PlaceOptions = {
  /** Folder of everything that is kept. */
  data: string
  /** The bucket that originals are kept in instead. */
  s3?: S3Config | undefined
  keyring: Keyring
  origin: () => string
  now?: () => Date
  /** How many files are read at once; as many as cores unless said. */
  lanes?: number
  /** How much may be kept of one person. */
  room?: RoomLimits | undefined
  /** Passwords in wide use, in small letters, that nobody may take. */
  knownPasswords?: ReadonlySet<string> | undefined
  /** Looks at each received file before it is kept. */
  scan?: Scan | undefined
  /** A defect of ours, for the log. */
  onFault: (error: unknown) => void
}

const TIDY_EVERY_MS = 3_600_000
const SWEEP_EVERY_MS = 60_000
const ABANDONED_MS = 48 * 3_600_000
const VISIT_MS = 24 * 3_600_000
/** Long enough to notice that a database put back by hand is older than the store. */
const ROWLESS_MS = 14 * 24 * 3_600_000

/** Builds a place on an open database, which stays the caller's, and begins to read what waits. */
export async function openPlace(
  database: Database,
  { data, s3, keyring: keys, origin, lanes, room, scan = noScan, knownPasswords, onFault, now = () => new Date() }: PlaceOptions,
): Promise<Place> {
  const keyring: Keyring = { ...keys, known: knownKeys() }
  const accounts = await accountsIn(database, keyring, now, knownPasswords)
  const store = openStore({ data, s3 })
  const attempts = attemptsIn(database, now)
  const originals = originalsIn(database, store, keyring)
  const readings = readingsIn(database, keyring, now)
  const values = valuesIn(database, keyring, now)
  const profiles = personProfiles({ readings, values, now })
  const people = peopleIn(database, keyring, now)
  const trials = personTrials(database, profiles)
  const log = accessLogIn(database, keyring, now, onFault)
  const signals = createSignals()
  const streams = createStreams()
  const sessions = sessionsIn(database, now, { onEnd: (account) => streams.recheck({ account }), onFault })
  const uploads = uploadsIn({ database, keyring, store, originals, scan, now })
  await readings.recover(database.kind === 'embedded')
  const reader = startReading({ readings, originals, signals, onFault, ...(lanes === undefined ? {} : { lanes }) })
  const forget = forgetIn({ originals, uploads, readings, reader, people, values, profiles, trials, streams })
  const visits = visitsIn(visitorsIn(database, accounts, now), people, forget)
  const drawing = drawingThread()
  const printing = threadOf<Report, Uint8Array>(new URL('./report/pdf-thread.ts', import.meta.url))
  const tidy = async () => {
    const before = new Date(now().getTime() - ABANDONED_MS)
    const visitsBefore = new Date(now().getTime() - VISIT_MS)
    // Where one fails, as when a bucket cannot be reached, the others are done.
    for (const one of [
      () => attempts.tidy(before),
      () => accounts.tidy(),
      () => visits.tidy(visitsBefore),
      () => uploads.tidy(before),
      () => originals.finishRemovals(),
      () => tidyStore({ store, owners: [originals, uploads], drafts: before, rowless: new Date(now().getTime() - ROWLESS_MS) }),
    ])
      await one().catch(onFault)
  }
  const tidying = setInterval(() => void tidy(), TIDY_EVERY_MS)
  tidying.unref()
  const sweeping = setInterval(() => {
    profiles.sweep()
    trials.sweep()
    keyring.known?.sweep()
  }, SWEEP_EVERY_MS)
  sweeping.unref()
  return {
    accounts,
    attempts,
    sessions,
    passkeys: passkeysIn(database, accounts, origin, now),
    secondSteps: secondStepsIn(database, accounts, now),
    people,
    visits,
    caregivers: caregiversIn(database, keyring, now),
    values,
    log,
    originals,
    room: roomIn(database, room),
    scan,
    forget,
    uploads,
    readings,
    reader,
    drawing,
    printing,
    signals,
    streams,
    profiles,
    trials,
    seen: seenOf({ profiles, trials, log }),
    now,
    origin,
    async [Symbol.asyncDispose]() {
      clearInterval(tidying)
      clearInterval(sweeping)
      // First: what takes longer may be cut short.
      await log.keep().catch(onFault)
      await sessions.keep().catch(onFault)
      await reader[Symbol.asyncDispose]()
      await Promise.all([drawing, profiles, printing].map((thread) => thread[Symbol.asyncDispose]()))
    },
  }
}

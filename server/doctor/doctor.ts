import type { Config } from '../config.ts'
import { checkDatabase, openToLook } from './check-database.ts'
import { checkEngines } from './check-engines.ts'
import { checkFolder } from './check-folder.ts'
import { checkKey, checkSecrets } from './check-keys.ts'
import { checkOriginals, checkReadings, checkStore } from './check-records.ts'
import type { Finding } from './finding.ts'

export type DoctorOptions = {
  /** Leaves out what takes long: reading every original and everything that was read from them. */
  quick?: boolean
  signal?: AbortSignal | undefined
  /** Told as it is found. */
  onFinding?: (finding: Finding) => void
  onProgress?: (words: string) => void
}

/** Looks at everything an installation needs, changes nothing, and tells each finding in words without patient data. */
export async function examine(config: Config, options: DoctorOptions = {}): Promise<Finding[]> {
  const findings: Finding[] = []
  const tell = (...found: Finding[]) => {
    for (const finding of found) {
      findings.push(finding)
      options.onFinding?.(finding)
    }
  }
  const { quick = false, signal, onProgress = () => {} } = options
  tell(...(await checkFolder(config)))
  tell(...checkEngines())
  const store = await checkStore(config)
  tell(store)
  const database = await openToLook(config)
  if ('is' in database) tell(database)
  const isNew = 'is' in database && database.is === 'good'
  const key = await checkKey(config, isNew)
  tell(...key.findings)
  if ('is' in database) return findings
  try {
    onProgress('Reading every row of the database …')
    tell(...(await checkDatabase(database)))
    if (key.keyring === undefined) return findings
    const { isUpToDate } = database
    // What is in tables of another time cannot be asked for in today's words.
    if (!isUpToDate) return findings
    tell(await checkSecrets(database, key.keyring))
    if (quick || store.is === 'bad') return findings
    tell(await checkReadings(database, key.keyring, { signal, onProgress }))
    tell(await checkOriginals(config, database, key.keyring, { signal, onProgress }))
  } finally {
    await database.close()
  }
  return findings
}

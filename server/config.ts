import { join } from 'node:path'

export type Config = {
  /** Folder of everything this installation keeps. */
  data: string
  /** A PostgreSQL server to use instead of the embedded database. */
  databaseUrl?: string
  /** Base of the trial registry's API. */
  registryUrl: string
}

/** The settings of this run, from flags first, then the environment, then what suits most. Pure. */
export function configOf(
  flags: { data?: string | undefined; registry?: string | undefined },
  env: Record<string, string | undefined>,
  home: string,
): Config {
  const databaseUrl = env['CAREFOLIO_DATABASE_URL']
  return {
    data: flags.data ?? env['CAREFOLIO_DATA'] ?? join(home, '.carefolio'),
    ...(databaseUrl ? { databaseUrl } : {}),
    registryUrl: flags.registry ?? env['CAREFOLIO_REGISTRY_URL'] ?? 'https://clinicaltrials.gov/api/v2',
  }
}

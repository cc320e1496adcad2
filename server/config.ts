import { join } from 'node:path'

export type Config = {
  /** Folder of everything this installation keeps. */
  data: string
  /** A PostgreSQL server to use instead of the embedded database. */
  databaseUrl?: string
  /** Base of the trial registry's API. */
  registryUrl: string
  /** A language model that may add candidates to what the rules read; none unless the host sets one up. */
  model?: ModelConfig
}
/** `url`: base of an OpenAI-compatible API, as `http://localhost:11434/v1`. */
export type ModelConfig = { url: string; name: string; key?: string }

/** The settings of this run, from flags first, then the environment, then what suits most. Pure. */
export function configOf(
  flags: { data?: string | undefined; registry?: string | undefined },
  env: Record<string, string | undefined>,
  home: string,
): Config {
  const databaseUrl = env['CAREFOLIO_DATABASE_URL']
  const model = modelOf(env)
  return {
    data: flags.data ?? env['CAREFOLIO_DATA'] ?? join(home, '.carefolio'),
    ...(databaseUrl ? { databaseUrl } : {}),
    registryUrl: flags.registry ?? env['CAREFOLIO_REGISTRY_URL'] ?? 'https://clinicaltrials.gov/api/v2',
    ...(model ? { model } : {}),
  }
}

function modelOf(env: Record<string, string | undefined>): ModelConfig | undefined {
  const [url, name, key] = [env['CAREFOLIO_MODEL_URL'], env['CAREFOLIO_MODEL_NAME'], env['CAREFOLIO_MODEL_KEY']]
  return url && name ? { url, name, ...(key ? { key } : {}) } : undefined
}

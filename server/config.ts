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
  place: PlaceConfig
}
/** How the place of many people's records is run (`carefolio serve`). */
export type PlaceConfig = {
  /** File of the key that everything is sealed with. */
  masterKeyFile: string
  /** Where browsers find it when it is not this computer alone, as `https://records.example.org`. */
  origin?: string
  /** Accounts are made by anybody who finds the page, or only with an invitation. */
  signUp: 'open' | 'invited'
  /** Proxies in front whose word about the caller's address is taken: `loopback`, `uniquelocal`, addresses by commas. */
  proxy?: string
  /** Needed to read /metrics; none without it. */
  metricsToken?: string
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
  const data = flags.data ?? env['CAREFOLIO_DATA'] ?? join(home, '.carefolio')
  return {
    data,
    ...(databaseUrl ? { databaseUrl } : {}),
    registryUrl: flags.registry ?? env['CAREFOLIO_REGISTRY_URL'] ?? 'https://clinicaltrials.gov/api/v2',
    ...(model ? { model } : {}),
    place: placeOf(env, data),
  }
}

function placeOf(env: Record<string, string | undefined>, data: string): PlaceConfig {
  const [origin, proxy, metricsToken] = [env['CAREFOLIO_ORIGIN'], env['CAREFOLIO_PROXY'], env['CAREFOLIO_METRICS_TOKEN']]
  return {
    masterKeyFile: env['CAREFOLIO_KEY_FILE'] || join(data, 'master.key'),
    signUp: env['CAREFOLIO_SIGN_UP'] === 'invited' ? 'invited' : 'open',
    ...(origin ? { origin: new URL(origin).origin } : {}),
    ...(proxy ? { proxy } : {}),
    ...(metricsToken ? { metricsToken } : {}),
  }
}

function modelOf(env: Record<string, string | undefined>): ModelConfig | undefined {
  const [url, name, key] = [env['CAREFOLIO_MODEL_URL'], env['CAREFOLIO_MODEL_NAME'], env['CAREFOLIO_MODEL_KEY']]
  return url && name ? { url, name, ...(key ? { key } : {}) } : undefined
}

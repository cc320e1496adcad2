import { join } from 'node:path'
import { AppError } from '@carefolio/core/record/errors.ts'
import { ROOM, type RoomLimits } from './receive/room.ts'
import type { KeySource } from './vault/key-source.ts'
import type { S3Config } from './vault/s3/config.ts'

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
  /** Where the key comes from that everything is sealed with. */
  key: KeySource
  /** The key to change to with `carefolio rotate-key`; for a key in a file one is made when it is needed. */
  nextKey?: KeySource
  /** Where originals lie instead of in the data folder. */
  s3?: S3Config
  /** Where browsers find it when it is not this computer alone, as `https://records.example.org`. */
  origin?: string
  /** Accounts are made by anybody who finds the page, or only with an invitation. */
  signUp: 'open' | 'invited'
  /** Proxies in front whose word about the caller's address is taken: `loopback`, `uniquelocal`, addresses by commas. */
  proxy?: string
  /** How much may be kept of one person. */
  room?: RoomLimits
  /** File of passwords in wide use, one a line, that nobody may take. */
  passwordList?: string
  /** Looks at each received file, as `clamdscan -`. */
  scanCommand?: string
  /** Needed to read /metrics; none without it. */
  metricsToken?: string
}
/** `url`: base of an OpenAI-compatible API, as `http://localhost:11434/v1`. */
export type ModelConfig = { url: string; name: string; key?: string }

type Env = Record<string, string | undefined>

/** The settings of this run, from flags first, then the environment, then what suits most. Pure. Throws `setting-wrong`, naming all that are. */
export function configOf(flags: { data?: string | undefined; registry?: string | undefined }, env: Env, home: string): Config {
  const problems: string[] = []
  const databaseUrl = addressOf(env, 'CAREFOLIO_DATABASE_URL', /^postgres(?:ql)?:$/, problems)
  const model = modelOf(env)
  const data = flags.data ?? env['CAREFOLIO_DATA'] ?? join(home, '.carefolio')
  const config: Config = {
    data,
    ...(databaseUrl ? { databaseUrl } : {}),
    registryUrl: flags.registry ?? env['CAREFOLIO_REGISTRY_URL'] ?? 'https://clinicaltrials.gov/api/v2',
    ...(model ? { model } : {}),
    place: placeOf(env, data, problems),
  }
  if (problems.length > 0) throw new AppError('setting-wrong', { detail: problems.join('; ') })
  return config
}

function placeOf(env: Env, data: string, problems: string[]): PlaceConfig {
  const [proxy, metricsToken, signUp] = [env['CAREFOLIO_PROXY'], env['CAREFOLIO_METRICS_TOKEN'], env['CAREFOLIO_SIGN_UP']]
  const origin = addressOf(env, 'CAREFOLIO_ORIGIN', /^https?:$/, problems)
  const nextKey = keySourceOf(env, 'CAREFOLIO_NEXT_KEY', problems)
  const s3 = s3Of(env, problems)
  const room = roomOf(env, problems)
  const [scanCommand, passwordList] = [env['CAREFOLIO_SCAN_COMMAND'], env['CAREFOLIO_PASSWORD_LIST']]
  if (signUp && signUp !== 'open' && signUp !== 'invited') problems.push('CAREFOLIO_SIGN_UP: open or invited')
  return {
    key: keySourceOf(env, 'CAREFOLIO_KEY', problems) ?? { from: 'file', path: join(data, 'master.key') },
    ...(nextKey ? { nextKey } : {}),
    ...(s3 ? { s3 } : {}),
    signUp: signUp === 'invited' ? 'invited' : 'open',
    ...(origin ? { origin: new URL(origin).origin } : {}),
    ...(proxy ? { proxy } : {}),
    ...(metricsToken ? { metricsToken } : {}),
    ...(scanCommand ? { scanCommand } : {}),
    ...(passwordList ? { passwordList } : {}),
    ...(room ? { room } : {}),
  }
}

function roomOf(env: Env, problems: string[]): RoomLimits | undefined {
  const said = (name: string): number | undefined => {
    const text = env[name]
    if (!text) return undefined
    if (!/^[1-9]\d{0,8}$/.test(text)) problems.push(`${name}: a whole number from 1`)
    return Number(text)
  }
  const [gigabytes, files] = [said('CAREFOLIO_PERSON_GB'), said('CAREFOLIO_PERSON_FILES')]
  if (gigabytes === undefined && files === undefined) return undefined
  return { ...ROOM, ...(gigabytes === undefined ? {} : { bytes: gigabytes * 1e9 }), ...(files === undefined ? {} : { files }) }
}

/** `NAME_FILE`, `NAME` or `NAME_COMMAND`; one of them. */
function keySourceOf(env: Env, name: string, problems: string[]): KeySource | undefined {
  const [path, text, command] = [env[`${name}_FILE`], env[name], env[`${name}_COMMAND`]]
  const said: KeySource[] = [
    ...(path ? [{ from: 'file', path } as const] : []),
    ...(text ? [{ from: 'environment', text } as const] : []),
    ...(command ? [{ from: 'command', command } as const] : []),
  ]
  if (said.length > 1) problems.push(`${name}_FILE, ${name} and ${name}_COMMAND: only one of them`)
  return said[0]
}

function s3Of(env: Env, problems: string[]): S3Config | undefined {
  const url = addressOf(env, 'CAREFOLIO_S3_URL', /^https?:$/, problems)
  if (url === undefined) return undefined
  const said = (name: string): string => {
    const value = env[name]
    if (!value) problems.push(`${name}: needed beside CAREFOLIO_S3_URL`)
    return value ?? ''
  }
  const style = env['CAREFOLIO_S3_STYLE'] || 'path'
  if (style !== 'path' && style !== 'host') problems.push('CAREFOLIO_S3_STYLE: path or host')
  const { CAREFOLIO_S3_PREFIX: prefix = '', CAREFOLIO_S3_SESSION_TOKEN: sessionToken } = env
  if (!/^[\w./-]*$/.test(prefix)) problems.push('CAREFOLIO_S3_PREFIX: letters, digits, . _ - and / only')
  return {
    url,
    bucket: said('CAREFOLIO_S3_BUCKET'),
    region: env['CAREFOLIO_S3_REGION'] || 'us-east-1',
    prefix: prefix === '' ? '' : `${prefix.replaceAll(/^\/+|\/+$/g, '')}/`,
    keyId: said('CAREFOLIO_S3_KEY_ID'),
    secret: said('CAREFOLIO_S3_SECRET'),
    ...(sessionToken ? { sessionToken } : {}),
    style: style === 'host' ? 'host' : 'path',
  }
}

/** The text of an address of the right kind, as it was given. What is wrong with it is told by the name of the setting: it may hold a password. */
function addressOf(env: Env, name: string, protocol: RegExp, problems: string[]): string | undefined {
  const text = env[name]
  if (!text) return undefined
  if (URL.canParse(text) && protocol.test(new URL(text).protocol)) return text
  problems.push(`${name}: not an address of this kind`)
  return undefined
}

function modelOf(env: Env): ModelConfig | undefined {
  const [url, name, key] = [env['CAREFOLIO_MODEL_URL'], env['CAREFOLIO_MODEL_NAME'], env['CAREFOLIO_MODEL_KEY']]
  return url && name ? { url, name, ...(key ? { key } : {}) } : undefined
}

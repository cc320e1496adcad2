import { setTimeout as wait } from 'node:timers/promises'
import { AppError } from '@carefolio/core/record/errors.ts'
import { asList, asNumber, asText, at } from '@carefolio/core/trials/json.ts'

/** What the client takes from the world, so that a test can give its own. */
export type World = {
  fetch: typeof fetch
  /** Milliseconds. */
  now: () => number
  sleep: (milliseconds: number, signal?: AbortSignal) => Promise<unknown>
  /** 0…1, spreads retries. */
  random: () => number
}
const THIS_WORLD: World = {
  fetch: (...request) => fetch(...request),
  now: () => performance.now(),
  sleep: (milliseconds, signal) => wait(milliseconds, undefined, signal ? { signal } : {}),
  random: Math.random,
}

export type RegistryOptions = Partial<World> & {
  baseUrl: string
  signal?: AbortSignal | undefined
  /** How long one answer may take, in milliseconds. */
  timeLimit?: number
  /** Told before a failed request is sent again: why, and after how long. */
  onRetry?: (retry: { reason: string; waitMs: number; attempt: number }) => void
}

export type Page = { studies: readonly unknown[]; next?: string; total?: number }

/** The registry would not go on from this page token: it was given for another version of its data. Start again from the first page. */
export class TokenExpired extends Error {}

/**
 * A polite client of the ClinicalTrials.gov API v2: one request a second, 30 s each, at most six attempts with exponential back-off and
 * jitter on 429, 5xx, broken connections, and answers that are not the JSON they should be (the registry sends HTML pages for errors).
 * 400 and 404 are not tried again. Throws `registry-unreachable`, `registry-answer` or `interrupted`.
 */
export class RegistryClient {
  readonly #options: RegistryOptions
  readonly #world: World
  #lastRequest = Number.NEGATIVE_INFINITY

  constructor(options: RegistryOptions) {
    this.#options = options
    const { fetch, now, sleep, random } = options
    this.#world = { ...THIS_WORLD, ...(fetch && { fetch }), ...(now && { now }), ...(sleep && { sleep }), ...(random && { random }) }
  }

  /** The version of the registry's data, as it writes it: "2026-03-25T09:00:05" (UTC). */
  async version(): Promise<string> {
    const answer = await this.#json('version', {}, (value) => asText(at(value, 'dataTimestamp')) !== undefined)
    return asText(at(answer.value, 'dataTimestamp')) ?? ''
  }

  /** Those of `fields` (modules or pieces) that the registry knows; a wrong one makes it answer with errors. All when it does not tell. */
  async knownFields(fields: readonly string[]): Promise<readonly string[]> {
    const answer = await this.#json('studies/metadata', {}, Array.isArray)
    if (answer.status !== 200) return fields
    const known = new Set<string>()
    const walk = (nodes: readonly unknown[]) => {
      for (const node of nodes) {
        known.add(asText(at(node, 'piece')) ?? '')
        walk(asList(at(node, 'children')))
      }
    }
    walk(asList(answer.value))
    const kept = fields.filter((field) => known.has(field))
    return kept.length > 0 ? kept : fields
  }

  /** One page of a search; `token` goes on from the page before. Throws `TokenExpired` when the registry refuses the token. */
  async page(query: Readonly<Record<string, string>>, pageSize: number, token?: string): Promise<Page> {
    const paging = { pageSize: String(pageSize), ...(token === undefined ? { countTotal: 'true' } : { pageToken: token }) }
    const answer = await this.#json('studies', { ...query, ...paging }, (value) => Array.isArray(at(value, 'studies')))
    if (answer.status === 400 && token !== undefined) throw new TokenExpired()
    if (answer.status !== 200) throw new AppError('registry-answer', { detail: `status ${answer.status}` })
    const next = asText(at(answer.value, 'nextPageToken'))
    const total = asNumber(at(answer.value, 'totalCount'))
    return {
      studies: asList(at(answer.value, 'studies')),
      ...(next === undefined ? {} : { next }),
      ...(total === undefined ? {} : { total }),
    }
  }

  /** One record; the registry leads from an old id to the record that took it over. Nothing when it has none. */
  async study(id: string, fields: readonly string[] = []): Promise<unknown> {
    const answer = await this.#json(
      `studies/${encodeURIComponent(id)}`,
      fieldsOf(fields),
      (value) => at(value, 'protocolSection') !== undefined,
    )
    return answer.status === 200 ? answer.value : undefined
  }

  /** Records by id. One unknown id makes the registry refuse a whole batch, so that a refused one is asked for id by id. */
  async studies(ids: readonly string[], fields: readonly string[] = []): Promise<unknown[]> {
    const found: unknown[] = []
    for (let i = 0; i < ids.length; i += BATCH) {
      const batch = ids.slice(i, i + BATCH)
      const query = { 'filter.ids': batch.join(','), pageSize: String(BATCH), ...fieldsOf(fields) }
      const answer = await this.#json('studies', query, (value) => Array.isArray(at(value, 'studies')))
      const studies = answer.status === 200 ? asList(at(answer.value, 'studies')) : []
      found.push(...studies)
      const got = new Set(studies.map((study) => at(study, 'protocolSection', 'identificationModule', 'nctId')))
      for (const id of batch.filter((one) => !got.has(one))) {
        const study = await this.study(id, fields)
        if (study !== undefined) found.push(study)
      }
    }
    return found
  }

  /** An answer with status 200 whose value `isRight`, or one with a status that is not worth another attempt. */
  async #json(path: string, query: Readonly<Record<string, string>>, isRight: (value: unknown) => boolean): Promise<Answer> {
    const url = `${this.#options.baseUrl.replace(/\/$/, '')}/${path}?${new URLSearchParams(query)}`.replace(/\?$/, '')
    const { onRetry } = this.#options
    for (let attempt = 1; ; attempt++) {
      const answer = await this.#once(url, isRight)
      if (!('again' in answer)) return answer
      if (attempt === ATTEMPTS) {
        throw new AppError(answer.wrong ? 'registry-answer' : 'registry-unreachable', { detail: answer.again })
      }
      const backOff = Math.min(CAP, BASE * 2 ** (attempt - 1)) * (0.5 + this.#world.random() / 2)
      const waitMs = Math.max(backOff, answer.retryAfter ?? 0)
      onRetry?.({ reason: answer.again, waitMs, attempt })
      await this.#sleep(waitMs)
    }
  }

  async #once(url: string, isRight: (value: unknown) => boolean): Promise<Answer | Again> {
    await this.#takeTurn()
    const { signal, timeLimit = TIME_LIMIT } = this.#options
    try {
      const tooLong = AbortSignal.timeout(timeLimit)
      const response = await this.#world.fetch(url, {
        headers: { accept: 'application/json' },
        signal: signal ? AbortSignal.any([signal, tooLong]) : tooLong,
      })
      const text = await response.text()
      const { status } = response
      if (status === 429 || status >= 500) return { again: `status ${status}`, retryAfter: secondsOf(response.headers.get('retry-after')) }
      if (status !== 200) return { status, value: undefined }
      const value = parsed(text)
      return value !== undefined && isRight(value) ? { status, value } : { again: 'not the JSON it should be', wrong: true }
    } catch (error) {
      if (signal?.aborted) throw new AppError('interrupted', { cause: error })
      return {
        again: error instanceof Error && error.name === 'TimeoutError' ? `no answer within ${timeLimit / 1000} s` : 'no connection',
      }
    }
  }

  async #takeTurn(): Promise<void> {
    const wait = this.#lastRequest + PACE - this.#world.now()
    if (wait > 0) await this.#sleep(wait)
    if (this.#options.signal?.aborted) throw new AppError('interrupted')
    this.#lastRequest = this.#world.now()
  }

  async #sleep(milliseconds: number): Promise<void> {
    const { signal } = this.#options
    try {
      await this.#world.sleep(milliseconds, signal)
    } catch (error) {
      if (signal?.aborted) throw new AppError('interrupted', { cause: error })
      throw error
    }
  }
}

type Answer = { status: number; value: unknown }
type Again = { again: string; wrong?: boolean; retryAfter?: number | undefined }

const PACE = 1000
const TIME_LIMIT = 30_000
const ATTEMPTS = 6
const BASE = 1000
const CAP = 30_000
const BATCH = 100

const fieldsOf = (fields: readonly string[]) => (fields.length === 0 ? {} : { fields: fields.join(',') })

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Milliseconds of a Retry-After in seconds, at most two minutes; its other form, a date, is left to the back-off. */
function secondsOf(header: string | null): number | undefined {
  return header !== null && /^\d+$/.test(header) ? Math.min(Number(header), 120) * 1000 : undefined
}

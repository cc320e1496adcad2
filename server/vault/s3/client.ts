import { setTimeout as after } from 'node:timers/promises'
import { AppError } from '@carefolio/core/record/errors.ts'
import type { S3Config } from './config.ts'
import { encoded, sha256, signed } from './sign.ts'

export type S3Call = {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE'
  /** Name of the object, without the prefix of this place; the bucket itself when it is left away. */
  name?: string
  query?: Record<string, string>
  headers?: Record<string, string>
  body?: Uint8Array<ArrayBuffer>
}

/** Calls to one bucket, signed, tried again where that may help. */
export type S3Client = {
  /** The answer, with status 2xx, 404 of an object or upload that is not there, or 412. Throws `store-unavailable`. */
  send(call: S3Call): Promise<Response>
  /** The answer's text. What says "error" inside an answer of status 200 counts as one, and is tried again. */
  text(call: S3Call): Promise<string>
  /** The object's name for `x-amz-copy-source`. */
  pathOf(name: string): string
}

export type S3Patience = {
  /** How often a call is tried. */
  tries: number
  /** The rest before the second try; it doubles. */
  restMs: number
  /** How long the service may be silent, once it has what is sent. */
  silenceMs: number
}
export const PATIENCE: S3Patience = { tries: 5, restMs: 200, silenceMs: 30_000 }
/** Bytes in a millisecond that a line takes at least: until they have gone the service cannot answer. */
const LEAST_PACE = 100

export function s3Client(
  config: S3Config,
  { tries, restMs, silenceMs }: S3Patience = PATIENCE,
  now: () => Date = () => new Date(),
): S3Client {
  const { bucket, prefix, style } = config
  const urlOf = ({ name, query = {} }: S3Call): URL => {
    const url = new URL(config.url)
    if (style === 'host') url.host = `${bucket}.${url.host}`
    const object = name === undefined ? '' : `${prefix}${name}`.split('/').map(encoded).join('/')
    url.pathname = `${url.pathname.replace(/\/$/, '')}${style === 'path' ? `/${encoded(bucket)}` : ''}/${object}`
    if (name === undefined && style === 'path') url.pathname = url.pathname.replace(/\/$/, '')
    url.search = Object.entries(query)
      .map(([key, value]) => `${encoded(key)}=${encoded(value)}`)
      .join('&')
    return url
  }
  const once = async (call: S3Call): Promise<Response> => {
    const url = urlOf(call)
    const payload = sha256(call.body ?? '')
    const headers = signed({ method: call.method, url, headers: call.headers ?? {}, payload }, config, now())
    const silent = new AbortController()
    const timer = setTimeout(() => silent.abort(), silenceMs + (call.body?.length ?? 0) / LEAST_PACE)
    try {
      return await fetch(url, {
        method: call.method,
        headers,
        signal: silent.signal,
        redirect: 'error',
        ...(call.body === undefined ? {} : { body: call.body }),
      })
    } finally {
      clearTimeout(timer)
    }
  }
  /** Tries until `good` finds nothing to say against an answer; what it says is told when nothing helped. */
  const persist = async <T>(
    call: S3Call,
    good: (response: Response) => Promise<{ value: T } | { failed: string; again: boolean }>,
  ): Promise<T> => {
    for (let attempt = 1; ; attempt++) {
      let failed: string
      let again = true
      let cause: unknown
      try {
        const outcome = await good(await once(call))
        if ('value' in outcome) return outcome.value
        ;({ failed, again } = outcome)
      } catch (error) {
        failed = 'no answer'
        cause = error
      }
      if (!again || attempt >= tries) throw new AppError('store-unavailable', { detail: failed, cause })
      await after(restMs * 2 ** (attempt - 1) * (0.5 + Math.random()))
    }
  }
  return {
    send: (call) =>
      persist(call, async (response) => {
        if (response.ok || response.status === 412) return { value: response }
        const text = await response.text()
        if (response.status === 404 && /^NoSuch(?:Key|Upload)$/.test(wordsIn(text, 'Code')[0] ?? '')) return { value: response }
        return failureOf(response, text)
      }),
    text: (call) =>
      persist(call, async (response) => {
        const text = await response.text()
        return response.ok && !/<Error>/.test(text) ? { value: text } : failureOf(response, text)
      }),
    pathOf: (name) => `/${encoded(bucket)}/${`${prefix}${name}`.split('/').map(encoded).join('/')}`,
  }
}

/** What stands between the tags of this name, in order: what we ask S3 for comes as elements that hold text only. */
export const wordsIn = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map(([, words = '']) =>
    words.replaceAll(/&(?:amp|lt|gt|quot|apos|#34|#39);/g, (sign) => SIGNS[sign] ?? sign),
  )
const SIGNS: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#34;': '"', '&apos;': "'", '&#39;': "'" }

/** Says that nobody wants the rest of an answer, so that its connection is free again. */
export async function leave({ body }: Response): Promise<void> {
  await body?.cancel().catch(() => {})
}

function failureOf({ ok, status }: Response, text: string): { failed: string; again: boolean } {
  const code = wordsIn(text, 'Code')[0]?.slice(0, 60) ?? ''
  return {
    failed: `HTTP ${status}${code === '' ? '' : ` ${code}`}`,
    again: ok || (status >= 500 && status !== 501) || status === 429 || /^(?:RequestTimeout|SlowDown|OperationAborted)$/.test(code),
  }
}

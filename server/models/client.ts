import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { ModelConfig } from '../config.ts'

/** What is asked: `system` says the task and the shape of the answer, `text` is the words of the document. */
export type ModelRequest = { system: string; text: string }
/** What came of it: the answer's text, or why there is none. Tokens are as the host counts them, 0 when it does not say. */
export type ModelAnswer = ({ text: string } | { failed: ModelFailure }) & { tokensIn: number; tokensOut: number }
export type ModelFailure = 'unreachable' | 'too-slow' | 'refused' | 'too-large' | 'not-an-answer'
export type Model = { name: string; ask(request: ModelRequest, signal?: AbortSignal): Promise<ModelAnswer> }

export type ModelLimits = { timeLimitMs?: number; attempts?: number; pauseMs?: number; fetch?: typeof fetch }

/**
 * Any host that speaks the chat completions of OpenAI (llama.cpp, vLLM, Ollama, and the clouds). 429, 5xx and broken connections are tried
 * again, at most three times in all; an answer has 60 seconds and 256 kB. Never throws, except when `signal` says stop.
 * Redirects are refused: the words of a record go to the address that was set, and nowhere else.
 */
export function modelOf(config: ModelConfig, limits: ModelLimits = {}): Model {
  const { timeLimitMs = 60_000, attempts = 3, pauseMs = 1000 } = limits
  const send = limits.fetch ?? fetch
  const url = `${config.url.replace(/\/+$/, '')}/chat/completions`

  async function once(body: string, signal: AbortSignal | undefined): Promise<Attempt> {
    const tooLong = AbortSignal.timeout(timeLimitMs)
    try {
      const response = await send(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(config.key === undefined ? {} : { authorization: `Bearer ${config.key}` }) },
        body,
        redirect: 'error',
        signal: signal ? AbortSignal.any([signal, tooLong]) : tooLong,
      })
      if (response.status === 429 || response.status >= 500) {
        await response.body?.cancel()
        return { failed: 'unreachable', again: true }
      }
      if (response.status !== 200) {
        await response.body?.cancel()
        return { failed: 'refused' }
      }
      return answerOf(await limitedText(response))
    } catch {
      signal?.throwIfAborted()
      return tooLong.aborted ? { failed: 'too-slow' } : { failed: 'unreachable', again: true }
    }
  }

  return {
    name: config.name,
    async ask({ system, text }, signal) {
      const body = JSON.stringify({
        model: config.name,
        temperature: 0,
        max_tokens: MOST_TOKENS,
        response_format: { type: 'json_object' },
        messages: [
          { role: 'system', content: system },
          { role: 'user', content: text },
        ],
      })
      for (let attempt = 1; ; attempt++) {
        const { again, ...answer } = await once(body, signal)
        if (!again || attempt >= attempts) return { tokensIn: 0, tokensOut: 0, ...answer } as ModelAnswer
        await wait(pauseMs * 2 ** (attempt - 1), undefined, signal ? { signal } : {})
      }
    },
  }
}

type Attempt = { text?: string; failed?: ModelFailure; tokensIn?: number; tokensOut?: number; again?: true }

const Completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
  usage: z.object({ prompt_tokens: z.number().optional(), completion_tokens: z.number().optional() }).nullish(),
})

function answerOf(text: string | undefined): Attempt {
  if (text === undefined) return { failed: 'too-large' }
  const parsed = Completion.safeParse(jsonOf(text))
  const content = parsed.data?.choices[0]?.message.content
  if (content === undefined) return { failed: 'not-an-answer' }
  const { prompt_tokens: tokensIn = 0, completion_tokens: tokensOut = 0 } = parsed.data?.usage ?? {}
  return { text: content, tokensIn, tokensOut }
}

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The body as text; undefined, and no longer listened to, once it is longer than allowed. */
async function limitedText(response: Response): Promise<string | undefined> {
  const decoder = new TextDecoder()
  let size = 0
  let text = ''
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > LONGEST_ANSWER) return undefined
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

const LONGEST_ANSWER = 256_000
const MOST_TOKENS = 4000

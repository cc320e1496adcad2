import { ADDRESSES } from 'virtual:addresses'
import type { Problem } from '@carefolio/core/api/problem.ts'
import { OWN_HEADER, pathOf } from '@carefolio/core/api/route.ts'
import type { AnswerOf, BodyIn, ParamsOf, QueryIn, RouteName } from '@carefolio/core/api/routes.ts'

type Sent<N extends RouteName> = {
  params?: ParamsOf<N>
  query?: QueryIn<N>
  body?: BodyIn<N> | Blob
  signal?: AbortSignal
}

/** What the server said no to, in the words of the one catalogue of errors. */
export class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
}

/** Calls a route of the contract by its name. Throws `Refused` with the server's words, or a `TypeError` when it cannot be reached. */
export async function call<N extends RouteName>(name: N, { params, query, body, signal }: Sent<N> = {}): Promise<AnswerOf<N>> {
  const { method } = ADDRESSES[name]
  const isFile = body instanceof Blob
  const response = await fetch(addressOf(name, params, query), {
    method,
    headers: {
      ...(method === 'GET' ? {} : { [OWN_HEADER]: '1' }),
      ...(body === undefined ? {} : { 'content-type': isFile ? 'application/octet-stream' : 'application/json' }),
    },
    ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  })
  if (!response.ok) throw new Refused(await problemOf(response))
  return (response.status === 204 ? undefined : await response.json()) as AnswerOf<N>
}

/** The address of a route, for links, pictures and events. */
export function addressOf<N extends RouteName>(name: N, params?: ParamsOf<N>, query?: QueryIn<N>): string {
  const path = pathOf(ADDRESSES[name], params)
  const asked = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== '')
  return asked.length === 0 ? path : `${path}?${new URLSearchParams(asked.map(([key, value]) => [key, String(value)]))}`
}

async function problemOf(response: Response): Promise<Problem> {
  const said: unknown = await response.json().catch(() => undefined)
  if (typeof said === 'object' && said !== null && 'title' in said && 'wayOut' in said) return said as Problem
  return { type: 'about:blank', code: 'unknown', status: response.status, title: '', wayOut: '' }
}

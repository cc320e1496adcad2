import type { Problem } from '@carefolio/core/api/problem.ts'
import { AppError, ERRORS, type ErrorCode } from '@carefolio/core/record/errors.ts'
import type { FastifyReply } from 'fastify'

/** The answer of a route that did not work out, from the one catalogue. What is no failure of the catalogue is ours: it shows only a number. */
export function problemOf(error: unknown): Problem {
  if (error instanceof AppError) return problemWith(error.code, error.detail)
  const { validation, statusCode, code } = error as {
    validation?: readonly { instancePath?: string; message?: string }[]
    statusCode?: number
    code?: string
  }
  if (validation) return problemWith('bad-request', namesOf(validation))
  if (statusCode === 413 || code === 'FST_ERR_CTP_BODY_TOO_LARGE') return problemWith('too-large')
  if (statusCode === 429) return problemWith('too-many-requests')
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return problemWith('bad-request')
  return { ...problemWith('our-fault'), id: crypto.randomUUID() }
}

export async function sendProblem(reply: FastifyReply, problem: Problem): Promise<void> {
  // What was not read of the body would be read to its end for nothing.
  if (!reply.request.raw.complete) void reply.header('connection', 'close')
  if (problem.retryAfter !== undefined) void reply.header('retry-after', String(problem.retryAfter))
  await reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(problem)
}

function problemWith(code: ErrorCode, detail?: string): Problem {
  const { status, title, wayOut } = ERRORS[code]
  const [, seconds] = (code === 'sign-in-locked' && /^in (\d+) seconds$/.exec(detail ?? '')) || []
  return {
    type: `/docs/errors#${code}`,
    code,
    status,
    title,
    wayOut,
    ...(detail === undefined ? {} : { detail }),
    ...(seconds === undefined ? {} : { retryAfter: Number(seconds) }),
  }
}

/** Which fields were wrong and how, never what was in them. */
const namesOf = (validation: readonly { instancePath?: string; message?: string }[]) =>
  validation
    .slice(0, 20)
    .map(({ instancePath, message }) => `${(instancePath ?? '').replace(/^\//, '').replaceAll('/', '.') || 'body'}: ${message ?? 'wrong'}`)
    .join('; ')

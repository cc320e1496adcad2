import { z } from 'zod'
import { DocumentId } from '../record/document-id.ts'
import { AppError } from '../record/errors.ts'
import type { Evidence } from '../record/evidence.ts'
import { firstDay, type PartialDate, partialDate } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'
import { ANSWERS } from './answer-kinds.ts'

/**
 * The profile with what the person told us added: `answers` maps the key of a question (`lab:ANC`, `history:pneumonitis`, `gene-PIK3CA`) to
 * the answer, `date` is the day it was told (default: the day of the profile). Each answer is a fact whose evidence is the answer itself,
 * in a document of its own. The profile given stays as it is. Throws `bad-answers`, which names every key that could not be used.
 */
export function withAnswers(profile: Profile, json: unknown): Profile {
  const { date = profile.asOf, ...answers } = parsed(json)
  const problems: string[] = []
  if (firstDay(date) > firstDay(profile.asOf)) problems.push(`date: ${date} is after ${profile.asOf}`)
  const document = DocumentId.parse(`${TOLD} ${date}`)
  const file = `${TOLD} on ${date}`
  let answered = profile
  let start = 0
  for (const [key, answer] of Object.entries(answers)) {
    const quote = `${key}: ${typeof answer === 'string' ? answer : JSON.stringify(answer)}`
    const evidence: Evidence = { document, file, page: 1, start, end: start + quote.length, quote }
    start += quote.length + 1
    const kind = ANSWERS.find(({ key: pattern }) => pattern.test(key))
    if (!kind) {
      problems.push(`${key}: no answer to this can be used`)
      continue
    }
    if (isAfter(answer, profile.asOf)) {
      problems.push(`${key}: its date is after ${profile.asOf}`)
      continue
    }
    const next = kind.apply(answered, kind.key.exec(key)?.[1] ?? key, asObject(answer), { date, evidence: [evidence] })
    if (next) answered = next
    else problems.push(`${key}: expected ${kind.expects}`)
  }
  if (problems.length > 0) throw new AppError('bad-answers', { detail: problems.join('; ') })
  if (answered === profile) return profile
  return {
    ...answered,
    documents: [...profile.documents, { id: document, file, kind: 'patient-story', format: 'text', date, pages: 1, read: true }],
  }
}

/** How the file of an answer's evidence begins; there is no such file to open. */
export const TOLD = 'told by the person'

const AnswersFile = z.object({ date: z.string().transform(partialDate).optional() }).catchall(z.unknown())

function parsed(json: unknown): { date?: PartialDate | undefined } & Record<string, unknown> {
  const file = AnswersFile.safeParse(json)
  if (file.success && !(typeof json === 'object' && json !== null && 'date' in json && file.data.date === undefined)) return file.data
  throw new AppError('bad-answers', { detail: 'expected one JSON object from question to answer, with "date" as YYYY-MM-DD if given' })
}

/** `1.8` and `{ "value": 1.8, "date": "2026-09-28" }` are both answers. */
function asObject(answer: unknown): { value: unknown } & Record<string, unknown> {
  if (typeof answer === 'object' && answer !== null && !Array.isArray(answer)) return { value: undefined, ...answer }
  return { value: answer }
}

/** A value of tomorrow is no value of today. */
function isAfter(answer: unknown, asOf: PartialDate): boolean {
  const { date, since } = asObject(answer)
  return [date, since].some((one) => {
    const told = typeof one === 'string' ? partialDate(one) : undefined
    return told !== undefined && firstDay(told) > firstDay(asOf)
  })
}

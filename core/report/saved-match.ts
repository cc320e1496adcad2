import { z } from 'zod'
import { DocumentId } from '../record/document-id.ts'
import { AppError } from '../record/errors.ts'
import type { Evidence } from '../record/evidence.ts'
import type { MatchResult, TrialMatch } from '../record/match.ts'
import { PartialDate } from '../record/partial-date.ts'
import { OUTCOMES, UNKNOWN_REASONS, VERDICT_LABELS, type Verdict } from '../record/verdict.ts'
import { NumberedList } from './numbered-list.ts'

/** `[label, unknown, sentence, places, kind, until]`: sentences, kinds and places by their number in the lists of the file. */
const SavedVerdict = z.tuple([
  z.enum(VERDICT_LABELS),
  z.enum(UNKNOWN_REASONS).nullable(),
  z.number().int(),
  z.array(z.number().int()),
  z.number().int().nullable(),
  PartialDate.nullable(),
])
/** `[start, end, section, header, cohort, verdict, text]`; the text only where it is not what stands at that place. */
const SavedCriterion = z.tuple([
  z.number().int(),
  z.number().int(),
  z.enum(['i', 'e']),
  z.union([z.literal(0), z.literal(1)]),
  z.number().int().nullable(),
  SavedVerdict,
  z.string().nullable(),
])
/** `[document, file, page, start, end, quote]` */
const SavedPlace = z.tuple([z.number().int(), z.number().int(), z.number().int(), z.number().int(), z.number().int(), z.string().min(1)])
const SavedMatch = z.object({
  form: z.literal(2),
  asOf: PartialDate,
  considered: z.number().int(),
  funnel: z.array(z.object({ reason: z.string(), count: z.number().int() })),
  words: z.array(z.string()),
  places: z.array(SavedPlace),
  trials: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      status: z.string().optional(),
      text: z.string().optional(),
      outcome: z.enum(OUTCOMES),
      rank: z.number().int(),
      cohort: z.string().optional(),
      settled: z.number(),
      registry: z.array(SavedVerdict).optional(),
      criteria: z.array(SavedCriterion),
    }),
  ),
})
type SavedMatch = z.infer<typeof SavedMatch>

/**
 * A matching as JSON to be compared with a later one, small: a trial's text stands once, criteria are places in it, and each sentence and each
 * place in the records is written once and told by its number. Sites, descriptions, questions and the parts of verdicts are left out.
 */
export function savedMatch({ asOf, considered, funnel, trials }: MatchResult): string {
  const words = new NumberedList<string>((word) => word)
  const places = new NumberedList<Evidence>(({ document, page, start, end }) => `${document}|${page}|${start}|${end}`)
  const verdict = ({ label, unknown, because, evidence, kind, until }: Verdict): z.infer<typeof SavedVerdict> => [
    label,
    unknown ?? null,
    words.numberOf(because),
    evidence.map((one) => places.numberOf(one)),
    kind === undefined ? null : words.numberOf(kind),
    until ?? null,
  ]
  const saved = trials.map(({ trial, outcome, rank, cohort, settled, registry, criteria }): SavedMatch['trials'][number] => ({
    id: trial.id,
    title: trial.title,
    status: trial.status,
    text: trial.criteriaText,
    outcome,
    rank,
    cohort,
    settled,
    registry: registry?.map(verdict),
    criteria: criteria.map(({ criterion: { start, end, section, header, cohort: group, text }, verdict: one }) => [
      start,
      end,
      section === 'inclusion' ? 'i' : 'e',
      header ? 1 : 0,
      group === undefined ? null : words.numberOf(group),
      verdict(one),
      trial.criteriaText?.slice(start, end) === text ? null : text,
    ]),
  }))
  const placed = places.all.map(
    ({ document, file, page, start, end, quote }): z.infer<typeof SavedPlace> => [
      words.numberOf(document),
      words.numberOf(file),
      page,
      start,
      end,
      quote,
    ],
  )
  return JSON.stringify({ form: 2, asOf, considered, funnel, words: words.all, places: placed, trials: saved } satisfies SavedMatch)
}

/** What `savedMatch` wrote. Throws `not-a-match`. */
export function matchOfSaved(text: string): MatchResult {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new AppError('not-a-match', { cause })
  }
  const parsed = SavedMatch.safeParse(json)
  if (!parsed.success) throw new AppError('not-a-match', { detail: parsed.error.issues[0]?.path.join('.') || 'not an object' })
  const { asOf, considered, funnel, words, places, trials } = parsed.data
  const evidence = places.map(
    ([document, file, page, start, end, quote]): Evidence => ({
      document: DocumentId.parse(at(words, document)),
      file: at(words, file),
      page,
      start,
      end,
      quote,
    }),
  )
  const verdict = ([label, unknown, because, numbers, kind, until]: z.infer<typeof SavedVerdict>): Verdict => ({
    label,
    ...(unknown === null ? {} : { unknown }),
    because: at(words, because),
    evidence: numbers.map((number) => at(evidence, number)),
    ...(kind === null ? {} : { kind: at(words, kind) }),
    ...(until === null ? {} : { until }),
    parts: [],
  })
  return {
    asOf,
    considered,
    funnel,
    questions: [],
    trials: trials.map(
      ({ id, title, status, text: criteriaText, outcome, rank, cohort, settled, registry, criteria }): TrialMatch => ({
        trial: { ...EMPTY, id, title, status, criteriaText },
        outcome,
        rank,
        ...(cohort === undefined ? {} : { cohort }),
        cohorts: [],
        settled,
        sites: [],
        ...(registry === undefined ? {} : { registry: registry.map(verdict) }),
        criteria: criteria.map(([start, end, section, header, group, one, own], index) => ({
          criterion: {
            index,
            start,
            end,
            text: own ?? criteriaText?.slice(start, end) ?? '',
            section: section === 'i' ? 'inclusion' : 'exclusion',
            header: header === 1,
            depth: 0,
            ...(group === null ? {} : { cohort: at(words, group) }),
          },
          verdict: verdict(one),
        })),
      }),
    ),
  }
}

/** Throws `not-a-match` for a number that leads nowhere. */
function at<T>(list: readonly T[], number: number): T {
  const found = list[number]
  if (found === undefined) throw new AppError('not-a-match', { detail: 'a number leads nowhere' })
  return found
}

const EMPTY = {
  aliases: [],
  conditions: [],
  keywords: [],
  conditionTerms: [],
  phases: [],
  arms: [],
  interventions: [],
  contacts: [],
  sites: [],
}

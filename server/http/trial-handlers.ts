import { type Answer, CARDS_AT_ONCE, Mark, type OpenQuestion } from '@carefolio/core/api/trials.ts'
import { ANSWERS } from '@carefolio/core/match/answer-kinds.ts'
import { withAnswers } from '@carefolio/core/match/answers.ts'
import { listOf } from '@carefolio/core/match/lists.ts'
import { AppError } from '@carefolio/core/record/errors.ts'
import type { MatchResult } from '@carefolio/core/record/match.ts'
import { methodOf } from '@carefolio/core/report/method.ts'
import { reportOf } from '@carefolio/core/report/report.ts'
import { sentence } from '@carefolio/core/report/sentence.ts'
import { SourceList } from '@carefolio/core/report/sources.ts'
import { trialSectionOf } from '@carefolio/core/report/trial-section.ts'
import { z } from 'zod'
import type { Place } from '../place.ts'
import { dayOf } from '../profile/build-profile.ts'
import { cardOf, countsOf, reportCounts } from '../trials/cards.ts'
import { seenBefore } from '../trials/seen-before.ts'
import type { Handlers } from './call.ts'

type Names = 'trials' | 'trial' | 'markTrial' | 'unmarkTrial' | 'trialReport' | 'answers' | 'answer' | 'takeBackAnswer'

const KeptMark = Mark.extend({ trial: z.string() })
const KeptAnswer = z.object({ key: z.string(), value: z.unknown(), told: z.string(), by: z.string() })

/** The trials for a person, what they made of them, and what they answered. */
export function trialHandlers(place: Place): Pick<Handlers, Names> {
  const { now, people, printing, profiles, seen, signals, values } = place
  const marksOf = async (person: string) =>
    new Map((await values.list(person, 'mark', KeptMark)).map(({ trial, ...mark }): [string, Mark] => [trial, mark]))

  return {
    async trials({ person, query }) {
      const [{ match, version, registry, place: where }, marks] = await Promise.all([seen.match(person), marksOf(person.id)])
      const { isNew, count, since } = await seenBefore(values, person.id, match, now(), person.level === 'owner')
      const inList = match.trials.filter((one) => {
        const mark = marks.get(one.trial.id)?.mark
        if (query.list === 'saved' || query.list === 'dismissed') return mark === query.list
        return listOf(one) === query.list && mark !== 'dismissed'
      })
      const wanted = inList.filter(
        ({ trial, site }) =>
          (query.withinKm === undefined || (site?.distanceKm !== undefined && site.distanceKm <= query.withinKm)) &&
          (query.phase === undefined || trial.phases.includes(query.phase)) &&
          (query.drug === undefined ||
            trial.interventions.some(({ name }) => name.toLowerCase().includes(query.drug?.toLowerCase() ?? ''))) &&
          (query.type === undefined || trial.interventions.some(({ type }) => type === query.type)) &&
          (query.only === undefined || isNew(trial.id)),
      )
      return {
        asOf: match.asOf,
        version,
        registry,
        ...(where === undefined ? {} : { place: where }),
        considered: match.considered,
        counts: countsOf(match, marks),
        funnel: match.funnel,
        ...(since === undefined ? {} : { news: { count, since } }),
        total: wanted.length,
        cards: wanted.slice(query.from, query.from + CARDS_AT_ONCE).map((one) => cardOf(one, marks.get(one.trial.id), isNew(one.trial.id))),
        questions: questionsOf(match),
        method: [...methodOf(reportCounts(match), match.funnel)],
      }
    },
    async trial({ person, params }) {
      const { match } = await seen.match(person)
      const found = match.trials.find(({ trial }) => trial.id === params.trial)
      if (!found) throw new AppError('trial-unknown')
      const sources = new SourceList()
      const section = trialSectionOf(found, sources)
      const mark = (await marksOf(person.id)).get(params.trial)
      return { ...section, list: listOf(found), outcome: found.outcome, sources: sources.places(), ...(mark ? { mark } : {}) }
    },
    async markTrial({ person, params, body }) {
      const { match } = await seen.match(person)
      if (!match.trials.some(({ trial }) => trial.id === params.trial)) throw new AppError('trial-unknown')
      const mark: Mark = { ...body, at: now().toISOString() }
      await values.put(person.id, 'mark', params.trial, { ...mark, trial: params.trial })
      return mark
    },
    async unmarkTrial({ person, params }) {
      await values.remove(person.id, 'mark', params.trial)
      return undefined
    },
    async trialReport({ person, reply }) {
      const [{ match, registry, place: where }, profile] = await Promise.all([seen.match(person), seen.profile(person)])
      const report = reportOf(profile, match, { made: now().toISOString(), registry, ...(where === undefined ? {} : { place: where }) })
      await reply
        .type('application/pdf')
        .header('content-disposition', 'attachment; filename="trials.pdf"')
        .send(Buffer.from(await printing.ask(report)))
      return undefined
    },
    answers: async ({ person }) => ({ answers: await values.list(person.id, 'answer', KeptAnswer) }),
    async answer({ account, person, params, body }) {
      const { key } = params
      // Tried on the profile first: what cannot be used is said now, by the catalogue's words.
      withAnswers(await profiles.withoutAnswers(person), { date: dayOf(now()), [key]: body.value })
      const answer: Answer = { key, value: body.value, told: now().toISOString(), by: account.name }
      await values.put(person.id, 'answer', key, answer)
      await people.touched(person.id)
      signals.tell(person.id, { kind: 'profile' })
      return answer
    },
    async takeBackAnswer({ person, params }) {
      if (await values.remove(person.id, 'answer', params.key)) {
        await people.touched(person.id)
        signals.tell(person.id, { kind: 'profile' })
      }
      return undefined
    },
  }
}

/** Those first that settle a point in most trials that a person may join now or later. */
function questionsOf(match: MatchResult): OpenQuestion[] {
  const counted = new Set(match.trials.filter((one) => ['possible', 'not-now'].includes(listOf(one))).map(({ trial }) => trial.id))
  return match.questions
    .map(({ key, text, document, repeat, trials }): OpenQuestion => {
      const expects = repeat ? undefined : ANSWERS.find((kind) => kind.key.test(key))?.expects
      return {
        key,
        text: sentence(text),
        settles: trials.filter((id) => counted.has(id)).length,
        ...(document === undefined ? {} : { document }),
        ...(expects === undefined ? {} : { expects }),
      }
    })
    .filter(({ settles }) => settles > 0)
    .toSorted((a, b) => b.settles - a.settles)
}

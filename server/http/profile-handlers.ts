import { randomBytes } from 'node:crypto'
import type { Correction } from '@carefolio/core/api/profile.ts'
import { toldBy } from '@carefolio/core/profile/corrections.ts'
import { timelineOf } from '@carefolio/core/profile/timeline.ts'
import { AppError } from '@carefolio/core/record/errors.ts'
import type { Place } from '../place.ts'
import { dayOf } from '../profile/build-profile.ts'
import type { Handlers } from './call.ts'

/** What the records say, and what people say to it. */
export function profileHandlers({
  now,
  people,
  readings,
  seen,
  signals,
  values,
}: Place): Pick<Handlers, 'profile' | 'correct' | 'undoCorrection' | 'timeline'> {
  return {
    async profile({ person }) {
      const [profile, unread, corrections] = await Promise.all([seen.profile(person), readings.unread(person.id), seen.corrections(person)])
      return { profile, unread, corrections }
    },
    async correct({ account, person, body }) {
      // An entry is known by its words and file, and who may not see those cannot say which is meant.
      const isMeant = body.act === 'add' || !person.hidden.includes('records')
      if (!isMeant || (body.kind === 'person' && person.hidden.includes('about'))) throw new AppError('not-allowed')
      const id = randomBytes(9).toString('hex')
      const correction: Correction = { id, ...body, at: now().toISOString(), by: account.name }
      if (body.act !== 'add' && body.about.length === 0)
        throw new AppError('not-this-value', { detail: 'about: the evidence of the entry' })
      if ((body.act === 'correct' || body.act === 'dismiss') && body.was === undefined)
        throw new AppError('not-this-value', { detail: 'was: the entry as it stands' })
      if (body.act !== 'dismiss' && toldBy({ ...correction, date: dayOf(now()) }) === undefined)
        throw new AppError('not-this-value', { detail: `value: not in the form of ${body.kind}` })
      await values.put(person.id, 'correction', id, correction)
      await people.touched(person.id)
      signals.tell(person.id, { kind: 'profile' })
      return correction
    },
    async undoCorrection({ person, params }) {
      if (!(await values.remove(person.id, 'correction', params.correction))) throw new AppError('no-such-page')
      await people.touched(person.id)
      signals.tell(person.id, { kind: 'profile' })
      return undefined
    },
    async timeline({ person }) {
      const profile = await seen.profile(person)
      return { asOf: profile.asOf, events: timelineOf(profile) }
    },
  }
}

import { AppError } from '@carefolio/core/record/errors.ts'
import { makeDemo } from '../people/demo.ts'
import { exportOf } from '../people/export.ts'
import type { SeenPerson } from '../people/people.ts'
import type { Place } from '../place.ts'
import { OWN, type OwnRecords } from '../profile/own-records.ts'
import type { Handlers } from './call.ts'
import { clearToken } from './cookies.ts'
import { personSeen } from './me.ts'
import { sendFile } from './send-file.ts'

type Names =
  | 'person'
  | 'changePerson'
  | 'peopleFound'
  | 'chooseOwnRecords'
  | 'changeConsents'
  | 'caregivers'
  | 'inviteCaregiver'
  | 'changeCaregiver'
  | 'revokeCaregiver'
  | 'acceptInvitation'
  | 'log'
  | 'makeDemo'
  | 'exportEverything'
  | 'deletePerson'

/** A person, who else may see them, and what they may take with them or have destroyed. */
export function peopleHandlers(place: Place): Pick<Handlers, Names> {
  const { accounts, caregivers, forget, people, profiles, seen, signals, streams, trials, values } = place
  const seenAgain = async (account: string, person: string): Promise<SeenPerson> => {
    const seen = await people.seenBy(account, person)
    if (!seen) throw new AppError('person-unknown')
    return seen
  }
  return {
    person: async ({ person }) => detailsOf(person),
    async changePerson({ account, person, body: { name, birthDate, zip } }) {
      if (birthDate !== undefined && birthDate.length < 10)
        throw new AppError('not-this-value', { detail: 'birthDate: day, month and year' })
      await people.change(person, {
        ...(name === undefined ? {} : { name }),
        ...(birthDate === undefined ? {} : { birthDate }),
        ...(zip === undefined ? {} : { zip: zip ?? undefined }),
      })
      return detailsOf(await seenAgain(account.id, person.id))
    },
    peopleFound: async ({ person }) => foundIn(place, person),
    async chooseOwnRecords({ account, person, body: { key, takeBirthDate } }) {
      const { people: found } = await profiles.found(person)
      const chosen = found.find((one) => one.key === key)
      if (key !== null && !chosen) throw new AppError('not-this-value', { detail: 'key: of nobody in the records' })
      if (chosen) await values.put(person.id, 'own-records', OWN, { key: chosen.key, documents: chosen.documents } satisfies OwnRecords)
      else await values.remove(person.id, 'own-records', OWN)
      if (takeBirthDate && chosen?.birthDate !== undefined) await people.change(person, { birthDate: chosen.birthDate })
      else await people.touched(person.id)
      signals.tell(person.id, { kind: 'profile' })
      return foundIn(place, await seenAgain(account.id, person.id))
    },
    async changeConsents({ person, body }) {
      await people.consent(person.id, body)
      if (!body.trials) trials.forget(person.id)
      return { keep: true, ...body }
    },
    caregivers: async ({ person }) => ({ caregivers: await caregivers.list(person.id) }),
    async inviteCaregiver({ person, body }) {
      // Nobody needs help with an invented person, and an invitation opens this place to others.
      if (person.demo) throw new AppError('not-allowed')
      return caregivers.invite(person.id, body)
    },
    async changeCaregiver({ person, params, body }) {
      const changed = await caregivers.change(person.id, params.caregiver, body)
      streams.recheck({ person: person.id })
      return changed
    },
    async revokeCaregiver({ person, params }) {
      await caregivers.remove(person.id, params.caregiver)
      streams.recheck({ person: person.id })
      return undefined
    },
    async acceptInvitation({ account, body }) {
      return personSeen(await seenAgain(account.id, await caregivers.accept(account.id, body.code)))
    },
    log: async ({ person, query }) => seen.log(person, query.before === undefined ? undefined : new Date(query.before)),
    makeDemo: async ({ account }) => personSeen(await makeDemo(place, account.id)),
    async exportEverything({ person, reply }) {
      const name = `carefolio-${place.now().toISOString().slice(0, 10)}.zip`
      await sendFile(reply, { name, content: await exportOf(place, person) })
      return undefined
    },
    async deletePerson({ account, person, body, reply }) {
      if (body.name.trim() !== person.name) throw new AppError('names-do-not-match')
      const others = (await people.allSeenBy(account.id)).filter(({ id, level }) => level === 'owner' && id !== person.id)
      // Without a person of one's own there is no account; a demo goes with it, and first: what is left then is tidied should the program die.
      const isLast = !person.demo && others.every(({ demo }) => demo)
      for (const { id } of isLast ? others : []) await forget.person(id)
      await forget.person(person.id)
      if (isLast) {
        await accounts.remove(account.id)
        clearToken(reply, place.origin())
      }
      return undefined
    },
  }
}

const detailsOf = (person: SeenPerson) => ({
  ...personSeen(person),
  birthDate: person.birthDate,
  ...(person.zip === undefined ? {} : { zip: person.zip }),
  consents: person.consents,
})

/** The people whom a person's records speak of. Nothing of evidence or hospital numbers is told: names, birth dates and files are enough to choose by. */
async function foundIn({ profiles }: Place, person: SeenPerson) {
  const [{ people, unnamed, ...rest }, { profile }] = await Promise.all([profiles.found(person), profiles.of(person)])
  const files = new Map(profile.documents.map(({ id, file }): [string, string] => [id, file]))
  const named = (documents: readonly string[]) => documents.slice(0, MOST_FILES).flatMap((id) => files.get(id) ?? [])
  return {
    ...rest,
    unnamed: unnamed.length,
    unnamedFiles: named(unnamed),
    people: people.map(({ key, birthDate, names, documents, because }) => ({
      key,
      ...(birthDate === undefined ? {} : { birthDate }),
      names,
      documents: documents.length,
      files: named(documents),
      because,
    })),
  }
}
const MOST_FILES = 10

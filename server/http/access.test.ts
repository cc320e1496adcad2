import { isAtLeast, LEVELS, type Level, PARTS, type Route } from '@carefolio/core/api/route.ts'
import { ROUTES, type RouteName } from '@carefolio/core/api/routes.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { DATABASES } from '../db/databases.test-data.ts'
import { storeTrials } from '../trials/place-trials.test-data.ts'
import { type Client, type Sent, servedPlace, until } from './place.test-data.ts'

/** What a caller sends that the route would take, if they may call it. A loop below proves that no route was forgotten. */
const SENT: Partial<Record<RouteName, Sent>> = {
  changePassword: { body: { password: 'quite another violet teapot' } },
  addPasskey: { body: { name: 'phone', challenge: 'none', response: { id: 'none' } } },
  confirmTotp: { body: { code: '000000' } },
  changePerson: { body: { zip: '60615' } },
  chooseOwnRecords: { body: { key: null } },
  changeConsents: { body: { trials: true, research: true } },
  inviteCaregiver: { body: { name: 'Somebody', level: 'view', hidden: [] } },
  changeCaregiver: { body: { level: 'act' } },
  acceptInvitation: { body: { code: 'none' } },
  deletePerson: { body: { name: 'Olga Owner' } },
  addOriginal: { query: { name: 'new.txt' }, bytes: Buffer.from('new words') },
  startUpload: { body: { name: 'new.txt', bytes: 10 } },
  sendPiece: { query: { at: 0 }, bytes: Buffer.from('0123456789') },
  correct: { body: { act: 'add', kind: 'allergy', value: { name: 'penicillin' } } },
  markTrial: { body: { mark: 'saved' } },
  answer: { body: { value: 'no' } },
}
const routes = Object.entries(ROUTES).map(([name, route]) => ({ name: name as RouteName, route: route as Route }))
const ofPeople = routes.filter(({ route }) => route.access.who === 'person')
// What would take away the ground of the calls after it comes last.
const LAST: readonly RouteName[] = ['dropUpload', 'deleteOriginal', 'changePerson', 'deletePerson']
const inOrder = ofPeople.toSorted((a, b) => LAST.indexOf(a.name) - LAST.indexOf(b.name))

describe.each(DATABASES)('who may do what, on $name', ({ skip, create }) => {
  const there = servedPlace({ skip, create })
  const clients = {} as Record<Level | 'nobody' | 'stranger', Client>
  let owned: Record<string, string>
  let foreign: Record<string, string>

  /** A person with one thing of everything that has an id. */
  async function furnished(client: Client, person: string): Promise<Record<string, string>> {
    const at = { params: { person } }
    const { value: kept } = await client.call('addOriginal', {
      ...at,
      query: { name: 'note.txt' },
      bytes: Buffer.from(`ECOG 1. ${person}`),
    })
    const upload = (await client.call('startUpload', { ...at, body: { name: 'later.txt', bytes: 20 } })).value.upload
    const caregiver = (await client.call('inviteCaregiver', { ...at, body: { name: 'C', level: 'view', hidden: [] } })).value.caregiver.id
    const correction = (await client.call('correct', { ...at, body: { act: 'add', kind: 'allergy', value: { name: 'latex' } } })).value.id
    const trial = (await client.call('trials', at)).value.cards[0]?.id ?? ''
    await until(async () => (await client.call('original', { params: { person, original: kept.id } })).value.reading.state === 'read')
    return { person, original: kept.id, document: kept.id, page: '1', upload, caregiver, correction, trial, key: 'history:pneumonitis' }
  }

  beforeAll(async () => {
    if (skip) return
    await storeTrials(there.database)
    for (const who of [...LEVELS, 'nobody', 'stranger'] as const) clients[who] = there.client()
    const person = await clients.owner.signUp('Olga Owner')
    for (const level of ['view', 'help', 'act'] as const) {
      const { value } = await clients.owner.call('inviteCaregiver', { params: { person }, body: { name: level, level, hidden: [] } })
      await clients[level].signUp(`Caregiver ${level}`, { invitation: value.code })
    }
    foreign = await furnished(clients.stranger, await clients.stranger.signUp('Sven Stranger'))
    owned = await furnished(clients.owner, person)
  })

  const everythingOf = async (person: string) => {
    const { sql } = there.database
    return {
      person: await sql.selectFrom('person').selectAll().where('person_id', '=', person).execute(),
      originals: await sql.selectFrom('original').selectAll().where('person_id', '=', person).execute(),
      documents: await sql.selectFrom('read_document').selectAll().where('person_id', '=', person).execute(),
      readings: await sql.selectFrom('reading').select(['original_id', 'state']).where('person_id', '=', person).execute(),
      values: await sql.selectFrom('person_value').selectAll().where('person_id', '=', person).execute(),
      uploads: await sql.selectFrom('upload').selectAll().where('person_id', '=', person).execute(),
      caregivers: await sql.selectFrom('caregiver').selectAll().where('person_id', '=', person).execute(),
      log: await sql.selectFrom('access_log').selectAll().where('person_id', '=', person).execute(),
    }
  }
  /** Events never end by themselves: only how they begin counts. */
  const tried = async (who: Client, name: RouteName, params: Record<string, string>) => {
    if (ROUTES[name].answer !== 'events') return who.call(name, { ...SENT[name], params })
    const stop = new AbortController()
    const cookie = [...who.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
    const response = await fetch(`${there.url}/api/people/${params['person']}/events`, { headers: { cookie }, signal: stop.signal })
    const problem = response.status === 200 ? undefined : await response.json()
    stop.abort()
    return { status: response.status, problem }
  }

  it.skipIf(skip)('has something to send to every route that takes something', () => {
    const missing = routes.filter(
      ({ name, route }) => route.access.who !== 'anyone' && (route.body || route.query?.shape['name']) && !SENT[name],
    )
    expect(missing.map(({ name }) => name)).toEqual([])
  })

  it.skipIf(skip)('lets nobody in who is not signed in', async () => {
    for (const { name, route } of routes) {
      if (route.access.who === 'anyone') continue
      const got = await tried(clients.nobody, name, { ...owned, session: 's-1', passkey: 'p' })
      expect([got.status, got.problem?.code], name).toEqual([401, 'sign-in-needed'])
    }
  })

  it.skipIf(skip)('does not let a stranger know that there is such a person, and changes nothing', async () => {
    const before = await everythingOf(owned['person'] ?? '')
    for (const { name } of ofPeople) {
      const got = await tried(clients.stranger, name, owned)
      expect([got.status, got.problem?.code], name).toEqual([404, 'person-unknown'])
    }
    expect(await everythingOf(owned['person'] ?? '')).toEqual(before)
  })

  it.skipIf(skip)('answers a person that never was as one that may not be seen', async () => {
    const unknown = await tried(clients.stranger, 'person', { person: 'p-000000000000000000' })
    const hidden = await tried(clients.stranger, 'person', owned)
    expect(unknown.problem).toEqual(hidden.problem)
  })

  it.skipIf(skip).each(['view', 'help', 'act'] as const)(
    'refuses a caregiver who may %s what they may not, and changes nothing',
    async (level) => {
      const before = await everythingOf(owned['person'] ?? '')
      for (const { name, route } of ofPeople) {
        if (route.access.who !== 'person' || isAtLeast(level, route.access.level)) continue
        const got = await tried(clients[level], name, owned)
        expect([got.status, got.problem?.code], name).toEqual([403, 'not-allowed'])
      }
      expect(await everythingOf(owned['person'] ?? '')).toEqual(before)
    },
  )

  it.skipIf(skip)('finds nothing of another person under the ids of theirs, and changes nothing of them', async () => {
    const before = await everythingOf(foreign['person'] ?? '')
    for (const { name, route } of inOrder) {
      const ids = [...route.path.matchAll(/:([a-z]+)/g)].map(([, id = '']) => id)
      if (!ids.some((id) => ['original', 'document', 'upload', 'caregiver', 'correction'].includes(id))) continue
      const got = await tried(clients.owner, name, { ...foreign, person: owned['person'] ?? '' })
      expect(got.status, name).toBe(404)
    }
    expect(await everythingOf(foreign['person'] ?? '')).toEqual(before)
  })

  it.skipIf(skip).each(PARTS)('shows a caregiver nothing of a hidden part: %s', async (part) => {
    const person = owned['person'] ?? ''
    const { value: list } = await clients.owner.call('caregivers', { params: { person } })
    const caregiver = list.caregivers.find(({ name }) => name === 'act')?.id ?? ''
    await clients.owner.call('changeCaregiver', { params: { person, caregiver }, body: { hidden: [part] } })
    for (const { name, route } of ofPeople) {
      if (route.access.who !== 'person' || route.access.part !== part) continue
      expect((await tried(clients.act, name, owned)).problem?.code, name).toBe('person-unknown')
    }
    await clients.owner.call('changeCaregiver', { params: { person, caregiver }, body: { hidden: [] } })
  })

  it.skipIf(skip)('ends no session and removes no passkey of another account', async () => {
    const { value } = await clients.stranger.call('sessions')
    const got = await clients.owner.call('endSession', { params: { session: value.sessions[0]?.id ?? '' } })
    expect(got.status).toBe(404)
    expect((await clients.stranger.call('me')).status).toBe(200)
    expect((await clients.owner.call('removePasskey', { params: { passkey: 'none' } })).status).toBe(404)
  })

  it.skipIf(skip).each(LEVELS)('lets whoever may %s do all of that', async (level) => {
    for (const { name, route } of inOrder) {
      if (route.access.who !== 'person' || !isAtLeast(level, route.access.level) || (level !== 'owner' && LAST.includes(name))) continue
      if (['revokeCaregiver', 'undoCorrection', 'takeBackAnswer', 'unmarkTrial', 'stopReading', 'pagePicture', 'sendPiece'].includes(name))
        continue
      const got = await tried(clients[level], name, owned)
      expect(got.status, `${name}: ${got.problem?.code}`).toBeLessThan(300)
    }
  })

  it.skipIf(skip)('takes what a caregiver may see away at once', async () => {
    const other = await clients.stranger.call('inviteCaregiver', {
      params: { person: foreign['person'] ?? '' },
      body: { name: 'H', level: 'help', hidden: [] },
    })
    const helper = there.client()
    await helper.signUp('Hanna Helper', { invitation: other.value.code })
    const see = () => helper.call('profile', { params: { person: foreign['person'] ?? '' } })
    expect((await see()).status).toBe(200)
    const caregiver = other.value.caregiver.id
    await clients.stranger.call('revokeCaregiver', { params: { person: foreign['person'] ?? '', caregiver } })
    expect((await see()).problem.code).toBe('person-unknown')
    expect((await helper.call('acceptInvitation', { body: { code: other.value.code } })).problem.code).toBe('invitation-wrong')
  })

  it.skipIf(skip)('tells the person who did what with their records', async () => {
    const { value } = await clients.stranger.call('log', { params: { person: foreign['person'] ?? '' } })
    expect(value.entries).toContainEqual(
      expect.objectContaining({ who: 'Hanna Helper', level: 'help', action: 'profile', words: 'Look at the profile', times: 1 }),
    )
    expect(value.entries.map(({ who }) => who)).not.toContain('Olga Owner')
  })
})

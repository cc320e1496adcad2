import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Route } from '@carefolio/core/api/route.ts'
import { ROUTES } from '@carefolio/core/api/routes.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Database } from '../db/database.ts'
import { DATABASES } from '../db/databases.test-data.ts'
import type { Place } from '../place.ts'
import { storeTrials } from '../trials/place-trials.test-data.ts'
import { aPerson, type Client, PASSWORD, servedPlace, until } from './place.test-data.ts'

/** Words that stand nowhere else: each marks one kind of thing that must not get out. */
const CANARY = {
  name: 'Zyxwana Canarybird',
  file: 'kestrelfile',
  content: 'plumbagocontent',
  drug: 'letrozole',
  caregiver: 'Wrenhelper',
  reason: 'goldfinchreason',
  password: 'heronpassword among reeds',
}

describe.each(DATABASES)('what is kept of people, on $name', ({ skip, create }) => {
  const there = servedPlace({ skip, create })
  let client: Client
  let person: string
  const answers: string[] = []

  beforeAll(async () => {
    if (skip) return
    await storeTrials(there.database)
    client = there.client()
    await client.call('signUp', {
      body: { ...aPerson(CANARY.name), password: CANARY.password, consents: { keep: true, trials: true, research: false } },
    })
    person = (await client.call('me')).value.people[0]?.id ?? ''
    const at = { params: { person } }
    const add = (name: string, words: string) => client.call('addOriginal', { ...at, query: { name }, bytes: Buffer.from(words) })
    const letter = `${CANARY.content}. Patient: ${CANARY.name} DOB 05/04/1970. Breast cancer. Started ${CANARY.drug} on 2025-01-02.`
    await client.call('addOriginal', { ...at, query: { name: `${CANARY.file}.txt` }, bytes: Buffer.from(letter) })
    const { value: begun } = await client.call('startUpload', { ...at, body: { name: `${CANARY.file}-2.txt`, bytes: 100 } })
    await client.call('sendPiece', { params: { person, upload: begun.upload }, query: { at: 0 }, bytes: Buffer.from(CANARY.content) })
    await client.call('inviteCaregiver', { ...at, body: { name: CANARY.caregiver, level: 'view', hidden: [] } })
    await client.call('correct', { ...at, body: { act: 'add', kind: 'allergy', value: { name: CANARY.content } } })
    await client.call('answer', { params: { person, key: 'history:pneumonitis' }, body: { value: 'no' } })
    await until(async () => (await client.call('originals', at)).value.originals.every(({ reading }) => reading.state === 'read'))
    const { value: trials } = await client.call('trials', at)
    await client.call('markTrial', {
      params: { person, trial: trials.cards[0]?.id ?? '' },
      body: { mark: 'dismissed', reason: CANARY.reason },
    })
    // Reading that fails: in its thread, in the store, in the database, and in a way nobody foresaw.
    for (const [name, bytes] of [
      ['broken.pdf', `%PDF-1.4 ${CANARY.content}`],
      ['broken.zip', `PK\u0003\u0004 ${CANARY.content}`],
      ['broken.json', `{"resourceType":"Patient","name":"${CANARY.name}"`],
      ['broken.xml', `<ClinicalDocument xmlns="urn:hl7-org:v3"><title>${CANARY.content}</ClinicalDocument>`],
    ] as const)
      await client.call('addOriginal', { ...at, query: { name: `${CANARY.file}-${name}` }, bytes: Buffer.from(bytes) })
    await until(async () => (await client.call('originals', at)).value.originals.every(({ reading }) => ENDED.has(reading.state)))
    await failReadings(there.place, () => add(`${CANARY.file}-unlucky.txt`, CANARY.content))
    // What goes wrong, with canaries in everything that can be sent.
    const wrong = [
      client.call('signIn', { body: { email: `${CANARY.file}@example.org`, password: CANARY.password } }),
      client.call('signIn', { body: { email: CANARY.content, password: CANARY.password } }),
      client.call('original', { params: { person, original: CANARY.file } }),
      client.call('page', { params: { person, document: CANARY.content, page: CANARY.file } }),
      client.call('correct', { ...at, body: { act: 'add', kind: 'lab', value: CANARY.content } }),
      client.call('answer', { params: { person, key: CANARY.content }, body: { value: CANARY.content } }),
      client.call('addOriginal', { ...at, query: { name: CANARY.file }, body: { not: CANARY.content } }),
      client.request(`/api/people/${person}/originals?name=${CANARY.file}`, {
        method: 'POST',
        headers: { 'x-carefolio': '1', 'content-type': 'application/json' },
        body: `{"${CANARY.content}`,
      }),
      client.request(`/${CANARY.content}.html`),
      client.request(`/api/people/${CANARY.content}/events`),
      client.request(`/api/${CANARY.content}`, { method: 'POST', headers: { 'x-carefolio': '1' } }),
      client.call('trial', { params: { person, trial: CANARY.content } }),
      client.call('trials', { ...at, query: { list: CANARY.content, drug: CANARY.drug } }),
      client.call('markTrial', { params: { person, trial: CANARY.content }, body: { mark: 'saved', reason: CANARY.reason } }),
      client.call('undoCorrection', { params: { person, correction: CANARY.content } }),
      client.call('changeCaregiver', { params: { person, caregiver: CANARY.caregiver }, body: { name: CANARY.caregiver } }),
      client.call('changePerson', { ...at, body: { name: CANARY.name, birthDate: CANARY.content } }),
      client.call('acceptInvitation', { body: { code: CANARY.content } }),
      client.call('removePasskey', { params: { passkey: CANARY.content } }),
      client.call('signInPasskey', { body: { challenge: CANARY.content, response: { id: CANARY.content } } }),
      client.call('signInRecovery', { body: { email: `${CANARY.file}@example.org`, code: CANARY.content } }),
      client.call('sendPiece', { params: { person, upload: CANARY.file }, query: { at: 0 }, bytes: Buffer.from(CANARY.content) }),
      client.call('startUpload', { ...at, body: { name: `${CANARY.file}-huge.zip`, bytes: 4_000_000_000 * 10 } }),
      client.call('pagePicture', { params: { person, document: CANARY.content, page: CANARY.file } }),
    ]
    for (const got of await Promise.all(wrong)) {
      expect(got.status).toBeGreaterThanOrEqual(400)
      answers.push(got.text)
    }
    await client.call('deletePerson', { ...at, body: { name: CANARY.content } })
  })
  const canaries = Object.values(CANARY).flatMap((one) => [one, one.toLowerCase().replaceAll(' ', '.')])

  it.skipIf(skip)('stands in no line of the log', () => {
    expect(there.lines.length).toBeGreaterThan(20)
    for (const canary of [...canaries, person, PASSWORD]) expect(there.lines.join('\n')).not.toContain(canary)
  })

  it.skipIf(skip)('stands in no metric, and those are for who has the token', async () => {
    expect((await there.client().request('/metrics')).status).toBe(404)
    const { text } = await there.client().request('/metrics', { headers: { authorization: 'Bearer metrics' } })
    expect(text).toMatch(/carefolio_calls_total{method="POST",route="\/api\/people\/:person\/originals",status="200"} \d/)
    for (const canary of [...canaries, person]) expect(text).not.toContain(canary)
    expect((await there.client().request('/health')).text).toBe('{"status":"ok"}')
  })

  it.skipIf(skip)('stands in no answer to what went wrong, beyond the key of a question', () => {
    for (const answer of answers)
      for (const canary of [CANARY.name, CANARY.file, CANARY.password, CANARY.drug, CANARY.caregiver, CANARY.reason])
        expect(answer).not.toContain(canary)
  })

  it.skipIf(skip)('stands in no word about a reading that failed, beyond the name of the file itself', async () => {
    const { value } = await client.call('originals', { params: { person } })
    const failed = value.originals.filter(({ reading }) => reading.state === 'not-read')
    expect(failed.length).toBeGreaterThanOrEqual(4)
    for (const { reading } of failed) for (const canary of canaries) expect(JSON.stringify(reading)).not.toContain(canary)
    const faults = there.lines.filter((line) => line.includes('"level":"error"'))
    expect(faults.length).toBeGreaterThan(0)
    for (const fault of faults) expect(fault).toMatch(/"at":\[/)
  })

  it.skipIf(skip)('is asked for by no address beyond the name of a file that is added and words to filter trials by', () => {
    const isFree = (shape: unknown) => (shape as z.ZodType).safeParse(CANARY.content).success
    const free = Object.values(ROUTES).flatMap((route: Route) =>
      Object.entries(route.query?.shape ?? {}).flatMap(([name, shape]) => (isFree(shape) ? [name] : [])),
    )
    expect([...new Set(free)].toSorted()).toEqual(['drug', 'name', 'phase', 'type'])
  })

  it.skipIf(skip)('shows of a fault of ours only its number', async () => {
    const { people } = there.place
    const keep = people.seenBy
    people.seenBy = async () => {
      throw new Error(`duplicate key (${CANARY.content})`)
    }
    const { status, text, problem } = await client.call('profile', { params: { person } })
    people.seenBy = keep
    expect(status).toBe(500)
    expect(text).not.toContain(CANARY.content)
    const line = there.lines.find((one) => one.includes(problem.id ?? 'no number'))
    expect(line).toMatch(/"route":"\/api\/people\/:person\/profile"/)
    expect(line).not.toContain(CANARY.content)
  })

  it.skipIf(skip)('lies nowhere on the disk in plain', () => {
    const files = readdirSync(there.data, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    expect(files.length).toBeGreaterThan(1)
    for (const file of files) {
      const content = readFileSync(join(file.parentPath, file.name), 'latin1')
      for (const canary of canaries) expect(content.includes(canary), file.name).toBe(false)
    }
  })

  it.skipIf(skip)('lies in no row of the database in plain', async () => {
    const rows = await everyRow(there.database)
    expect(rows).toContain(person)
    for (const canary of canaries.filter((one) => one !== CANARY.drug)) expect(rows.includes(canary), canary).toBe(false)
    const own = await everyRow(there.database, (table) => !table.includes('trial'))
    expect(own.includes(CANARY.drug)).toBe(false)
    expect(own.includes('1970')).toBe(false)
  })
})

const ENDED: ReadonlySet<string> = new Set(['read', 'not-read'])

/** Whatever the queue of readings does with a file meanwhile fails with a message that quotes it. */
async function failReadings({ originals, readings }: Place, add: () => Promise<unknown>): Promise<void> {
  const { get } = originals
  const { keep, fail } = readings
  let failures = 0
  originals.get = async (person, id) => {
    const found = await get(person, id)
    if (found.name.includes('unlucky') && failures++ === 0)
      throw new Error(`cannot open ${found.name}\n    at ${CANARY.content} (/home/x:1:1)`)
    return found
  }
  readings.keep = async () => {
    failures++
    throw Object.assign(new Error(`duplicate key (${CANARY.content}) is ${CANARY.name}`), { code: CANARY.name })
  }
  readings.fail = async (claim, code) => {
    failures++
    await fail(claim, code, false)
    throw new Error(`could not be told of ${CANARY.file}`)
  }
  await add()
  await until(async () => failures >= 2)
  Object.assign(originals, { get })
  Object.assign(readings, { keep, fail })
}

/** Every row of every table as text. */
async function everyRow({ sql }: Database, wanted: (table: string) => boolean = () => true): Promise<string> {
  const tables = (await sql.introspection.getTables()).map(({ name }) => name).filter(wanted)
  const rows = await Promise.all(
    tables.map((table) =>
      sql
        .selectFrom(table as 'person')
        .selectAll()
        .execute(),
    ),
  )
  return JSON.stringify(rows)
}

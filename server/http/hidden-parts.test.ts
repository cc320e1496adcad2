import { isAtLeast, PARTS, type Part, type Route } from '@carefolio/core/api/route.ts'
import { ROUTES, type RouteName } from '@carefolio/core/api/routes.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { DATABASES } from '../db/databases.test-data.ts'
import { storeTrials } from '../trials/place-trials.test-data.ts'
import { type Client, PASSWORD, servedPlace, until } from './place.test-data.ts'

/** Words that stand nowhere else, each in one part of the person. */
const CANARY = { file: 'kestrelfile', allergy: 'goldfinchallergy', reason: 'wrenreason', watcher: 'Wanda Watcher' }
const LETTER = `Clinic note, 2026-03-02
Patient: Olga Owner  DOB: 05/04/1970
Assessment: 55-year-old woman with metastatic breast cancer, invasive ductal carcinoma, ER positive 95%, PR positive 40%, HER2 negative (IHC 1+).
Bone metastases since 2024-05. ECOG 1. Hemoglobin 11.9 g/dL.
Started letrozole and palbociclib on 2024-06-10.
`
const OF_ANOTHER = `Clinic note, 2026-04-01
Patient: Jay Otherbird  DOB: 11/12/1951
Assessment: breast cancer, ER negative.
`

/** These tell numbers or pictures, or are for the owner alone. */
const WITHOUT_WORDS: readonly RouteName[] = ['upload', 'pagePicture', 'events', 'exportEverything']
const gets = Object.entries(ROUTES)
  .map(([name, route]) => ({ name: name as RouteName, route: route as Route }))
  .filter(({ name, route }) => route.method === 'GET' && route.access.who === 'person' && !WITHOUT_WORDS.includes(name))

describe.each(DATABASES)('what is hidden from a caregiver, on $name', ({ skip, create }) => {
  const there = servedPlace({ skip, create })
  let owner: Client
  let helper: Client
  let person: string
  let caregiver: string
  let params: Record<string, string>
  /** What the owner sees of each part, piece by piece: none of it may be in an answer to somebody from whom that part is hidden. */
  const pieces = {} as Record<Part, string[]>

  beforeAll(async () => {
    if (skip) return
    await storeTrials(there.database)
    ;[owner, helper] = [there.client(), there.client()]
    person = await owner.signUp('Olga Owner')
    const at = { params: { person } }
    const { value: invited } = await owner.call('inviteCaregiver', { ...at, body: { name: 'H', level: 'act', hidden: [] } })
    await helper.signUp('Hanna Helper', { invitation: invited.code })
    caregiver = invited.caregiver.id
    const watcher = there.client()
    const { value: second } = await owner.call('inviteCaregiver', { ...at, body: { name: 'W', level: 'view', hidden: [] } })
    await watcher.signUp(CANARY.watcher, { invitation: second.code })
    await watcher.call('profile', at)
    const { value: kept } = await owner.call('addOriginal', {
      ...at,
      query: { name: `${CANARY.file}.txt` },
      bytes: Buffer.from(LETTER),
    })
    await owner.call('addOriginal', { ...at, query: { name: `${CANARY.file}-other.txt` }, bytes: Buffer.from(OF_ANOTHER) })
    await until(async () => (await owner.call('originals', at)).value.originals.every(({ reading }) => reading.state === 'read'))
    const { value: first } = await owner.call('profile', at)
    const ecog = first.profile.performance[0]
    await owner.call('correct', { ...at, body: { act: 'add', kind: 'allergy', value: { name: CANARY.allergy } } })
    await owner.call('correct', { ...at, body: { act: 'confirm', kind: 'performance', about: ecog?.evidence, was: ecog, value: ecog } })
    await owner.call('answer', { params: { person, key: 'history:pneumonitis' }, body: { value: 'yes' } })
    const trial = (await owner.call('trials', at)).value.cards[0]?.id ?? ''
    await owner.call('markTrial', { params: { person, trial }, body: { mark: 'saved', reason: CANARY.reason } })
    params = { person, original: kept.id, document: kept.id, page: '1', trial }

    const { value: trials } = await owner.call('trials', at)
    const { value: full } = await owner.call('trial', { params })
    const { value: profile } = await owner.call('profile', at)
    const lines = [full.met, full.silent, full.asksNothing, full.confirm, full.notUnderstood, full.team, full.rulesOut].flat()
    pieces.about = ['1970', '60614', '"distanceKm":', ...lines.map(({ because }) => json(because)).filter((one) => /\byears\b/.test(one))]
    pieces.records = [CANARY.file, kept.id, 'Clinic note', ...[...quotesIn(profile), ...quotesIn(full)].map(json)]
    pieces.profile = [
      CANARY.allergy,
      ...trials.cards.flatMap(({ reasons }) => reasons.map(json)),
      ...trials.questions.map(({ text }) => json(text)),
      ...trials.funnel.map(({ reason }) => `"reason":${JSON.stringify(reason)}`),
      ...lines.filter(({ sources }) => sources.length > 0).map(({ because }) => json(because)),
    ]
    pieces.trials = [CANARY.reason, 'pneumonitis', 'told by the person']
    pieces.log = [CANARY.watcher]
  })

  const hide = (hidden: readonly Part[]) => owner.call('changeCaregiver', { params: { person, caregiver }, body: { hidden: [...hidden] } })
  const seenBy = async (who: Client, part: Part) => {
    const seen: [RouteName, string][] = []
    for (const { name, route } of gets) {
      if (route.access.who !== 'person' || route.access.part === part || !isAtLeast('act', route.access.level)) continue
      const got = await who.call(name, { params })
      if (got.status === 200) seen.push([name, got.text])
      else expect([got.problem.code, route.access.needs?.includes(part)], name).toEqual(['not-allowed', true])
    }
    return seen
  }

  it.skipIf(skip)('has something in every part that would show if it were not cut', async () => {
    const all = (await Promise.all(gets.map(({ name }) => owner.call(name, { params })))).map(({ text }) => text).join('\n')
    for (const part of PARTS) {
      expect(pieces[part].length, part).toBeGreaterThan(0)
      for (const piece of pieces[part]) expect(all.includes(piece), `${part}: ${piece}`).toBe(true)
    }
  })

  it.skipIf(skip).each(PARTS)('does not show through in any other part: %s', async (part) => {
    await hide([part])
    const seen = await seenBy(helper, part)
    await hide([])
    expect(seen.length).toBeGreaterThan(3)
    for (const [name, text] of seen) {
      // The files themselves hold whatever they hold.
      if (part === 'about' && isOfFiles(name)) continue
      for (const piece of pieces[part]) expect(text.includes(piece), `${name}: ${piece}`).toBe(false)
    }
  })

  it.skipIf(skip)('leaves the values of entries, and says that there are words behind them', async () => {
    await hide(['records'])
    const { value } = await helper.call('profile', { params })
    const { value: trial } = await helper.call('trial', { params })
    await hide([])
    expect(value.profile.performance[0]?.value).toBe(1)
    expect(value.profile.performance[0]?.evidence).toMatchObject([{ withheld: true }])
    expect(trial.sources).toMatchObject([{ withheld: true }])
    expect(trial.met.length).toBeGreaterThan(0)
  })

  it.skipIf(skip)('leaves which trials fit, in their order, where only the profile is hidden', async () => {
    const before = (await helper.call('trials', { params })).value
    await hide(['profile'])
    const after = (await helper.call('trials', { params })).value
    await hide([])
    expect(after.cards.map(({ id, list }) => [id, list])).toEqual(before.cards.map(({ id, list }) => [id, list]))
    expect(after.counts).toEqual(before.counts)
  })

  it.skipIf(skip)('judges by the birth date that is hidden, and does not say it', async () => {
    const before = (await helper.call('trials', { params })).value
    await hide(['about'])
    const after = (await helper.call('trials', { params })).value
    await hide([])
    expect(after.counts).toEqual(before.counts)
    expect(after.place).toBeUndefined()
  })

  it.skipIf(skip)('leaves out of the log what was done in a hidden part', async () => {
    await hide(['trials'])
    const { value } = await helper.call('log', { params })
    await hide([])
    const actions = value.entries.map(({ action }) => action)
    expect(actions).toContain('profile')
    expect(actions).not.toContain('markTrial')
    expect((await helper.call('log', { params })).value.entries.map(({ action }) => action)).toContain('markTrial')
  })

  it.skipIf(skip)('takes no news away from the owner by looking', async () => {
    const seen = async () =>
      (await there.database.sql.selectFrom('person_value').selectAll().where('kind', '=', 'trials-seen').execute())[0]?.at
    const before = await seen()
    there.later(13 * 3_600_000)
    await helper.call('signIn', { body: { email: 'hanna.helper@example.org', password: PASSWORD } })
    expect((await helper.call('trials', { params })).status).toBe(200)
    expect(await seen()).toEqual(before)
    await owner.call('signIn', { body: { email: 'olga.owner@example.org', password: PASSWORD } })
    await owner.call('trials', { params })
    expect(await seen()).not.toEqual(before)
  })

  it.skipIf(skip)('cannot be changed by way of a correction', async () => {
    const correct = (body: object) => helper.call('correct', { params, body })
    await hide(['records'])
    expect((await correct({ act: 'add', kind: 'allergy', value: { name: 'latex' } })).status).toBe(200)
    expect((await correct({ act: 'dismiss', kind: 'performance', about: [], was: {} })).problem.code).toBe('not-allowed')
    await hide(['about'])
    expect((await correct({ act: 'add', kind: 'person', value: { birthDate: '1960-01-01' } })).problem.code).toBe('not-allowed')
    await hide([])
  })
})

const isOfFiles = (name: RouteName): boolean => {
  const { access } = ROUTES[name]
  return access.who === 'person' && access.part === 'records'
}
/** As it stands in an answer. */
const json = (text: string) => JSON.stringify(text).slice(1, -1)

/** Every quote in an answer that is long enough to be told from a word of ours. */
function quotesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(quotesIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) =>
    key === 'quote' && typeof one === 'string' && one.length > 11 ? [one] : quotesIn(one),
  )
}

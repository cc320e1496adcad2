import { beforeAll, describe, expect, it } from 'vitest'
import { DATABASES } from '../db/databases.test-data.ts'
import { storeTrials } from '../trials/place-trials.test-data.ts'
import { type Client, PASSWORD, servedPlace, until } from './place.test-data.ts'

const LETTER = `Clinic note, 2026-03-02
Patient: Berta Example  DOB: 05/04/1970
Assessment: 55-year-old woman with metastatic breast cancer, invasive ductal carcinoma, ER positive 95%, PR positive 40%, HER2 negative (IHC 1+).
Bone metastases since 2024-05. ECOG 1.
Started letrozole and palbociclib on 2024-06-10.
`

describe.each(DATABASES)('a place on $name', ({ skip, create }) => {
  const there = servedPlace({ skip, create })
  let berta: Client
  let person: string

  beforeAll(async () => {
    if (skip) return
    await storeTrials(there.database)
    berta = there.client()
  })
  const params = (more: Record<string, string> = {}) => ({ params: { person, ...more } })
  const read = () =>
    until(async () => {
      const { value } = await berta.call('originals', params())
      return value.originals.every(({ reading }) => reading.state === 'read' || reading.state === 'not-read') && value.originals
    })

  it.skipIf(skip)('says that nobody has an account yet', async () => {
    expect((await berta.call('setup')).value).toMatchObject({ hasAccounts: false, signUp: 'open', passwordLeast: 12 })
  })

  it.skipIf(skip)('takes somebody in with a password', async () => {
    person = await berta.signUp('Berta Example')
    const { value } = await berta.call('me')
    expect(value.people).toMatchObject([{ id: person, name: 'Berta Example', level: 'owner', demo: false }])
    expect((await berta.call('setup')).value.hasAccounts).toBe(true)
  })

  it.skipIf(skip)('keeps a file, reads it, and says what became of it', async () => {
    const added = await berta.call('addOriginal', { ...params(), query: { name: 'note.txt' }, bytes: Buffer.from(LETTER) })
    expect(added.value).toMatchObject({ isNew: true })
    const [file] = await read()
    expect(file).toMatchObject({ name: 'note.txt', bytes: LETTER.length, reading: { state: 'read' } })
    expect(file?.documents).toMatchObject([{ id: added.value.id, read: true, pages: 1 }])
    expect(file?.documents[0]?.facts).toBeGreaterThan(3)
    const again = await berta.call('addOriginal', { ...params(), query: { name: 'copy.txt' }, bytes: Buffer.from(LETTER) })
    expect(again.value).toEqual({ id: added.value.id, isNew: false })
  })

  it.skipIf(skip)('says why a file was not read, and what to do', async () => {
    await berta.call('addOriginal', { ...params(), query: { name: 'broken.pdf' }, bytes: Buffer.from('%PDF-1.4 nothing') })
    const broken = (await read()).find(({ name }) => name === 'broken.pdf')
    expect(broken?.reading).toMatchObject({ state: 'not-read', code: 'damaged-pdf', wayOut: expect.stringMatching(/\./) })
  })

  it.skipIf(skip)('takes a file in pieces, goes on where it stopped, and gives it back byte for byte', async () => {
    const bytes = Buffer.from(`Plain words ${'again and '.repeat(20_000)}the end.`)
    const { value: begun } = await berta.call('startUpload', { ...params(), body: { name: 'long.txt', bytes: bytes.length } })
    const piece = (at: number, to: number) =>
      berta.call('sendPiece', { params: { person, upload: begun.upload }, query: { at }, bytes: bytes.subarray(at, to) })
    expect((await piece(0, 70_000)).value).toEqual({ next: 70_000 })
    expect((await piece(0, 70_000)).problem.code).toBe('upload-elsewhere')
    expect((await berta.call('upload', params({ upload: begun.upload }))).value).toEqual({ next: 70_000, bytes: bytes.length })
    const { value: last } = await piece(70_000, bytes.length)
    expect(last.kept?.isNew).toBe(true)
    const got = await berta.call('originalContent', params({ original: last.kept?.id ?? '' }))
    expect(Buffer.from(got.bytes).equals(bytes)).toBe(true)
    expect(got.headers.get('content-disposition')).toContain('attachment; filename="long.txt"')
    expect(got.headers.get('content-security-policy')).toContain('sandbox')
    await read()
    expect((await berta.call('deleteOriginal', params({ original: last.kept?.id ?? '' }))).status).toBe(204)
  })

  it.skipIf(skip)('shows what the records say, each entry with words that stand on its page', async () => {
    const { value } = await berta.call('profile', params())
    expect(value.profile.currentReceptors).toMatchObject({ er: 'positive', her2: 'low' })
    const [evidence] = value.profile.currentReceptors?.evidence ?? []
    const { value: shown } = await berta.call('page', params({ document: evidence?.document ?? '', page: String(evidence?.page) }))
    expect(shown.page.text.slice(evidence?.start, evidence?.end)).toBe(evidence?.quote)
  })

  it.skipIf(skip)('takes a correction that holds when the file is read again, and takes it back', async () => {
    const before = (await berta.call('profile', params())).value.profile
    const ecog = before.performance[0]
    expect(ecog?.value).toBe(1)
    const { value: correction } = await berta.call('correct', {
      ...params(),
      body: {
        act: 'correct',
        kind: 'performance',
        about: ecog?.evidence,
        was: ecog,
        value: { scale: 'ECOG', value: 2, date: '2026-03-02' },
      },
    })
    const note = ecog?.evidence[0]?.document ?? ''
    await berta.call('readAgain', params({ original: note }))
    await read()
    const after = (await berta.call('profile', params())).value
    expect(after.profile.performance.map(({ value }) => value)).toEqual([2])
    expect(after.profile.performance[0]?.evidence[0]?.file).toMatch(/^told by Berta Example, on \d{4}-\d\d-\d\d$/)
    expect(after.corrections).toHaveLength(1)
    await berta.call('undoCorrection', params({ correction: correction.id }))
    expect((await berta.call('profile', params())).value.profile.performance[0]?.value).toBe(1)
    const wrong = await berta.call('correct', { ...params(), body: { act: 'add', kind: 'lab', value: { test: 5 } } })
    expect(wrong.problem).toMatchObject({ status: 422, code: 'not-this-value' })
  })

  it.skipIf(skip)('tells the timeline', async () => {
    const { value } = await berta.call('timeline', params())
    expect(value.events.map(({ label }) => label).join(' ')).toMatch(/letrozole/i)
  })

  it.skipIf(skip)('judges the trials, and an answer changes verdicts at once', async () => {
    const { value } = await berta.call('trials', params())
    expect(value.considered).toBe(28)
    const counted = Object.entries(value.counts).reduce((sum, [list, n]) => sum + (list === 'saved' || list === 'dismissed' ? 0 : n), 0)
    expect(counted + value.funnel.reduce((sum, { count }) => sum + count, 0)).toBe(value.considered)
    const [card] = value.cards
    expect(card?.reasons.length).toBeGreaterThan(0)
    const { value: trial } = await berta.call('trial', params({ trial: card?.id ?? '' }))
    for (const { sources } of trial.met) for (const number of sources) expect(trial.sources[number - 1]?.quote).toBeTruthy()
    const asked = value.questions.find(({ expects }) => expects === 'yes or no, or { value, name, status, since }')
    if (!asked) throw new Error('no question of the history is open')
    const answered = await berta.call('answer', { ...params({ key: asked.key }), body: { value: 'no' } })
    expect(answered.status).toBe(200)
    const after = (await berta.call('trials', params())).value
    expect(after.version).not.toBe(value.version)
    expect(after.questions.find(({ key }) => key === asked.key)?.settles ?? 0).toBeLessThan(asked.settles)
    expect((await berta.call('answer', { ...params({ key: asked.key }), body: { value: 'perhaps' } })).problem.code).toBe('bad-answers')
    await berta.call('takeBackAnswer', params({ key: asked.key }))
    expect((await berta.call('trials', params())).value.questions).toEqual(value.questions)
  })

  it.skipIf(skip)('saves and dismisses trials, and loses none of them', async () => {
    const before = (await berta.call('trials', params())).value
    const [first, second] = before.cards
    await berta.call('markTrial', { ...params({ trial: first?.id ?? '' }), body: { mark: 'saved' } })
    await berta.call('markTrial', { ...params({ trial: second?.id ?? '' }), body: { mark: 'dismissed', reason: 'too far' } })
    const after = (await berta.call('trials', params())).value
    expect(after.counts.saved).toBe(1)
    expect(after.counts.dismissed).toBe(1)
    expect(after.counts.possible).toBe(before.counts.possible - 1)
    const dismissed = await berta.call('trials', { ...params(), query: { list: 'dismissed' } })
    expect(dismissed.value.cards).toMatchObject([{ id: second?.id, mark: { reason: 'too far' } }])
    await berta.call('unmarkTrial', params({ trial: second?.id ?? '' }))
    expect((await berta.call('trials', params())).value.counts.possible).toBe(before.counts.possible)
  })

  it.skipIf(skip)('gives no trials without that consent', async () => {
    await berta.call('changeConsents', { ...params(), body: { trials: false, research: false } })
    expect((await berta.call('trials', params())).problem.code).toBe('trials-not-opted-in')
    await berta.call('changeConsents', { ...params(), body: { trials: true, research: false } })
    expect((await berta.call('trials', params())).status).toBe(200)
  })

  it.skipIf(skip)('tells a page what happens while it happens', async () => {
    const cookie = [...berta.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const stop = new AbortController()
    const response = await fetch(`${there.url}/api/people/${person}/events`, { headers: { cookie }, signal: stop.signal })
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    let heard = ''
    const hear = async (what: RegExp) => {
      while (!what.test(heard)) heard += (await reader?.read())?.value ?? ''
    }
    await hear(/event: originals\n/)
    await berta.call('addOriginal', { ...params(), query: { name: 'more.txt' }, bytes: Buffer.from('Hemoglobin 11.9 g/dL on 2026-02-01.') })
    await hear(/event: profile\n/)
    expect(heard).toMatch(/event: reading\ndata: {"original":"[0-9a-f]{64}","reading":{"state":"read"/)
    stop.abort()
    await until(async () => there.place.streams.count() === 0)
  })

  it.skipIf(skip)('gives everything back in one file', async () => {
    const got = await berta.call('exportEverything', params())
    expect(got.status).toBe(200)
    const text = Buffer.from(got.bytes).toString('latin1')
    for (const name of ['README.txt', 'originals/note.txt', 'originals/broken.pdf', 'profile.json', 'mcode.json', 'told.json', 'log.json'])
      expect(text).toContain(name)
  })

  it.skipIf(skip)('reads the demo person, apart from the real one', async () => {
    const { value: demo } = await berta.call('makeDemo')
    expect(demo).toMatchObject({ demo: true, level: 'owner' })
    expect((await berta.call('makeDemo')).value.id).toBe(demo.id)
    const { value } = await berta.call('originals', { params: { person: demo.id } })
    expect(value.originals.length).toBeGreaterThan(10)
    expect((await berta.call('originals', params())).value.originals.map(({ name }) => name)).not.toContain('my story.html')
    expect((await berta.call('deletePerson', { params: { person: demo.id }, body: { name: demo.name } })).status).toBe(204)
    expect((await berta.call('originals', { params: { person: demo.id } })).problem.code).toBe('person-unknown')
  })

  it.skipIf(skip)('deletes everything, after the name is typed and a fresh sign-in', async () => {
    expect((await berta.call('deletePerson', { ...params(), body: { name: 'Somebody' } })).problem.code).toBe('names-do-not-match')
    there.later(16 * 60_000)
    expect((await berta.call('deletePerson', { ...params(), body: { name: 'Berta Example' } })).problem.code).toBe('sign-in-again')
    await berta.call('signIn', { body: { email: 'berta.example@example.org', password: PASSWORD } })
    expect((await berta.call('deletePerson', { ...params(), body: { name: 'Berta Example' } })).status).toBe(204)
    expect((await berta.call('me')).problem.code).toBe('sign-in-needed')
    for (const table of ['person', 'original', 'reading', 'read_document', 'person_value', 'access_log', 'account', 'session'] as const)
      expect(await there.database.sql.selectFrom(table).selectAll().execute(), table).toEqual([])
  })
})

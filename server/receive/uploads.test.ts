import { readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { DATABASES } from '../db/databases.test-data.ts'
import { type Client, servedPlace } from '../http/place.test-data.ts'
import { masterKeyOf } from '../vault/master-key.ts'
import { openStore } from '../vault/open-store.ts'
import { keysOf } from '../vault/person-keys.ts'
import { sealText } from '../vault/sealed-text.ts'
import { tidyStore } from '../vault/tidy-store.ts'

describe.each(DATABASES)('files that come in pieces, on $name', ({ skip, create }) => {
  const there = servedPlace({ skip, create })
  let client: Client
  let person: string
  beforeAll(async () => {
    if (skip) return
    client = there.client()
    person = await client.signUp('Petra Pieces')
  })
  const begin = async (bytes: number) =>
    (await client.call('startUpload', { params: { person }, body: { name: 'p.txt', bytes } })).value.upload
  const send = (upload: string, at: number, words: string) =>
    client.call('sendPiece', { params: { person, upload }, query: { at }, bytes: Buffer.from(words) })

  it.skipIf(skip)('hold what was acknowledged, whatever else comes for the same place at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const upload = await begin(20)
      const words = ['aaaaaa', 'bbbb', 'cccccccc', 'dd']
      const answers = await Promise.all(words.map((one) => send(upload, 0, one)))
      const won = answers.flatMap(({ status }, i) => (status === 200 ? [words[i] ?? ''] : []))
      expect(won).toHaveLength(1)
      for (const { problem } of answers.filter(({ status }) => status !== 200)) expect(problem.code).toBe('upload-elsewhere')
      const first = won[0] ?? ''
      const rest = `${round}`.repeat(20 - first.length)
      const { value } = await send(upload, first.length, rest)
      const got = await client.call('originalContent', { params: { person, original: value.kept?.id ?? '' } })
      expect(got.text).toBe(first + rest)
    }
  })

  it.skipIf(skip)('keep their first pieces for as long as somebody goes on with them, and no piece that nobody knows', async () => {
    const { originals, uploads } = there.place
    const store = openStore({ data: there.data, s3: undefined })
    const files = () =>
      readdirSync(join(there.data, 'originals'), { recursive: true, withFileTypes: true }).filter(
        (one) => one.isFile() && one.name.startsWith('u-'),
      )
    const upload = await begin(12)
    const lost = await begin(12)
    await send(upload, 0, 'first ')
    await send(lost, 0, 'lost')
    // As after a kill between keeping a piece and telling of it.
    await there.database.sql.updateTable('upload').set({ pieces: '[]' }).where('upload_id', '=', lost).execute()
    expect(files()).toHaveLength(2)
    const soon = new Date(Date.now() + 1000)
    await there.database.sql
      .updateTable('upload')
      .set({ at: new Date(Date.now() + 60_000) })
      .execute()
    await uploads.tidy(soon)
    await tidyStore({ store, owners: [originals, uploads], drafts: soon, rowless: soon })
    expect(files()).toHaveLength(1)
    const { value } = await send(upload, 6, 'second')
    expect((await client.call('originalContent', { params: { person, original: value.kept?.id ?? '' } })).text).toBe('first second')
  })

  it.skipIf(skip)('give the same answer again when the last piece is sent again, because the answer was lost', async () => {
    const upload = await begin(9)
    await send(upload, 0, 'lost ')
    const first = await send(upload, 5, 'word')
    const again = await send(upload, 5, 'word')
    expect(again.value).toEqual(first.value)
    expect((await client.call('uploads', { params: { person } })).value.uploads.map((one) => one.upload)).not.toContain(upload)
    expect((await client.call('upload', { params: { person, upload } })).value).toEqual({ next: 9, bytes: 9 })
    const original = first.value.kept?.id ?? ''
    await client.call('deleteOriginal', { params: { person, original } })
    expect((await send(upload, 5, 'word')).problem.code).toBe('upload-unknown')
    expect((await client.call('originals', { params: { person } })).value.originals.map(({ id }) => id)).not.toContain(original)
  })

  it.skipIf(skip)('go on also when an older version of the place began them, which sealed the name alone', async () => {
    const upload = await begin(12)
    await send(upload, 0, 'before')
    const keyring = { current: masterKeyOf(Buffer.alloc(32, 7)) }
    const { values } = await keysOf(there.database, keyring, person)
    const sealed = sealText('old "name".txt', values, `upload ${person} ${upload}`)
    const of = there.database.sql.selectFrom('upload').where('upload_id', '=', upload)
    const [piece] = JSON.parse((await of.select('pieces').executeTakeFirstOrThrow()).pieces)
    const folder = join(there.data, 'originals/kept', person)
    renameSync(join(folder, `${upload}-0-${piece.id}`), join(folder, `${upload}-0`))
    const pieces = JSON.stringify([{ from: 0, to: 6 }])
    await there.database.sql.updateTable('upload').set({ sealed, pieces }).where('upload_id', '=', upload).execute()
    expect((await client.call('uploads', { params: { person } })).value.uploads).toContainEqual({
      upload,
      name: 'old "name".txt',
      bytes: 12,
      next: 6,
    })
    const { value } = await send(upload, 6, ' after')
    expect((await client.call('original', { params: { person, original: value.kept?.id ?? '' } })).value.name).toBe('old "name".txt')
  })

  it.skipIf(skip)('come no more than sixteen at once for one person', async () => {
    const upload = await begin(100)
    const wait = Promise.withResolvers<void>()
    const slow = async function* () {
      await wait.promise
      yield Buffer.from('x')
    }
    const { uploads } = there.place
    const coming = Array.from({ length: 16 }, () => uploads.piece(person, upload, 0, slow()).catch(() => undefined))
    await expect(uploads.piece(person, upload, 0, slow())).rejects.toMatchObject({ code: 'too-many-requests' })
    wait.resolve()
    await Promise.all(coming)
    expect((await send(upload, 1, 'y')).status).toBe(200)
  })
})

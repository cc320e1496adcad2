import { join } from 'node:path'
import { listing } from '../../../core/profile/sources.ts'
import { PartialDate } from '../../../core/record/partial-date.ts'
import { understand } from '../../../core/understand/understand.ts'
import { openDatabase } from '../../../server/db/database.ts'
import { openPlace } from '../../../server/place.ts'
import { openEngine, readAll } from '../../../server/receive/read-all.ts'
import { compileStored } from '../../../server/trials/compile-stored.ts'
import { importTrials } from '../../../server/trials/import.ts'
import { makeMasterKey } from '../../../server/vault/master-key.ts'

export type SeededPerson = { id: string; document: string; token: string; address: string }
export type Seeded = { people: SeededPerson[]; reader: SeededPerson; cookie: string }

/** Letters that each of the people has: what they say is told by the number. */
const letter = (person: number, n: number): string =>
  `Progress note\nDate: 2026-0${1 + (n % 8)}-1${n}\nPatient: Person ${person}   DOB 05/04/1970\n\nBreast cancer, left, ER positive (${80 + n}%), PR positive, HER2 negative, stage IIA.\nHemoglobin ${9 + n}.${person % 10} g/dL. Creatinine 0.${7 + (n % 3)} mg/dL. Letrozole 2.5 mg daily since January 2026. ECOG 1. Tumor size 2.${n} cm.\n`
const LETTERS = 6

/** A place in a folder with so many people, each with an account, letters that were read, and the invented trials. */
export async function fillPlace(root: string, data: string, count: number): Promise<Seeded> {
  await using database = await openDatabase({ data })
  await importTrials(database, join(root, 'corpus/trials'), () => {})
  await compileStored(database)
  const current = await makeMasterKey(join(data, 'master.key'))
  // Nothing is read here but what is put in below.
  await using place = await openPlace(database, {
    data,
    keyring: { current },
    origin: () => 'http://localhost',
    lanes: 1,
    onFault: () => {},
  })
  // One thread for all of them: to start one takes longer than to read a letter.
  await using engine = openEngine({ concurrency: 1 })
  const seed = async (n: number, letters: number): Promise<SeededPerson> => {
    const account = await place.accounts.add({ name: `Person ${n}`, email: `person.${n}@example.org` }, async () => {})
    const about = { name: `Person ${n}`, birthDate: PartialDate.parse('1970-05-04'), zip: '60614' }
    const { id } = await place.people.add(account.id, about, { demo: false, trials: true, research: false })
    let document = ''
    for (let i = 0; i < letters; i++) {
      const bytes = Buffer.from(letter(n, i))
      const original = await place.originals.keep(id, once(bytes), { name: `letter ${i}.txt`, at: new Date() })
      const received = { file: `letter ${i}.txt`, path: '', bytes: bytes.length, id: original.id, open: async () => new Uint8Array(bytes) }
      const [read] = await readAll([received], { engine })
      if (!read) throw new Error('A letter was not read.')
      const facts = understand(read)
      const line = {
        id: read.id,
        file: read.file,
        format: read.format,
        ...listing(read),
        pages: read.pages.length,
        read: read.read,
        pictures: false,
        facts: facts.length,
        problems: [],
      }
      await database.sql
        .insertInto('reading')
        .values({
          person_id: id,
          original_id: original.id,
          state: 'reading',
          claim: 'bench',
          wanted_at: new Date(),
          held_until: new Date(Date.now() + 600_000),
        })
        .execute()
      if (
        !(await place.readings.keep({ person: id, original: original.id, attempts: 1, token: 'bench' }, [{ document: read, line, facts }]))
      )
        throw new Error('A reading was not kept.')
      document = read.id
    }
    const { token } = await place.sessions.begin(account.id, { device: 'load', how: 'passkey' })
    return { id, document, token, address: `10.0.${n >> 8}.${n & 255}` }
  }
  const people: SeededPerson[] = []
  for (let n = 0; n < count; n++) people.push(await seed(n, LETTERS))
  return { people, reader: await seed(count, 0), cookie: '' }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

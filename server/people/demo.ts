import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PartialDate } from '@carefolio/core/record/partial-date.ts'
import type { Place } from '../place.ts'
import type { SeenPerson } from './people.ts'

/** An invented person and her records, written for this project. */
const RECORDS = join(import.meta.dirname, '../../corpus/patients/maria/records')
const MARIA = { name: 'Maria (demo)', birthDate: PartialDate.parse('1967-08-14'), zip: '60614' }

/** The demo person of an account: made with her records on the first call, the same one after. */
export function makeDemo(place: Place, account: string): Promise<SeenPerson> {
  const under = making.get(account)
  if (under) return under
  const made = make(place, account).finally(() => making.delete(account))
  making.set(account, made)
  return made
}
/** Asked twice at the same moment there is still one. */
const making = new Map<string, Promise<SeenPerson>>()

async function make({ people, originals, readings, reader, now }: Place, account: string): Promise<SeenPerson> {
  const before = (await people.allSeenBy(account)).find(({ demo, level }) => demo && level === 'owner')
  if (before) return before
  const person = await people.add(account, MARIA, { demo: true, trials: true, research: false })
  for (const name of (await readdir(RECORDS)).toSorted()) {
    const bytes = await readFile(join(RECORDS, name))
    const { id } = await originals.keep(person.id, pieces(bytes), { name, at: now() })
    await readings.want(person.id, id)
  }
  reader.wake()
  return person
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

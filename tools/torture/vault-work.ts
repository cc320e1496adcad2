/**
 * A process made to be killed: it works on a vault without end and says on standard output what it begins and what is acknowledged,
 * one word line each. First it checks what earlier, killed ones had acknowledged (a ledger in JSON on its command line's file).
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@carefolio/core/record/errors.ts'
import { openDatabase } from '../../server/db/database.ts'
import { localByteStore } from '../../server/vault/byte-store.ts'
import { keyringFrom } from '../../server/vault/keyring.ts'
import { makeMasterKey } from '../../server/vault/master-key.ts'
import { originalsIn } from '../../server/vault/originals.ts'
import { ensurePersonKey, keysOf } from '../../server/vault/person-keys.ts'
import { rotateKey } from '../../server/vault/rotate-key.ts'
import { tidyStore } from '../../server/vault/tidy-store.ts'
import { contentOf, type Ledger } from './ledger.ts'

const [folder = '', ledgerFile = '', databaseUrl] = process.argv.slice(2)
const ledger: Ledger = JSON.parse(readFileSync(ledgerFile, 'utf8'))
const say = (...words: (string | number)[]) => process.stdout.write(`${words.join(' ')}\n`)

const key = { from: 'file', path: join(folder, 'master.key') } as const
if (!existsSync(key.path)) await makeMasterKey(key.path)
await using db = await openDatabase({ data: folder, databaseUrl })
let keyring = await keyringFrom({ key })
const vault = () => originalsIn(db, localByteStore(join(folder, 'originals')), keyring)

await vault().finishRemovals()
const soon = new Date(Date.now() + 60_000)
await tidyStore({ store: localByteStore(join(folder, 'originals')), owners: [vault()], drafts: soon, rowless: soon })
/** So many that a change of keys is long enough to be killed in its midst. */
const PEOPLE = ['anna', ...Array.from({ length: 20 }, (_, i) => `p-${i}`)]
for (const person of PEOPLE) {
  if (ledger.people[person] !== undefined) continue
  await ensurePersonKey(db, keyring, person, new Date())
  say('person', person, await secretOf(person))
}
const found = await brokenPromises()
if (found.length > 0) {
  say('broken', ...found)
  process.exit(1)
}
say('ready')

/** So many files at once are enough; more would only make each check longer. */
const FULL = 30
let next = ledger.next
const mine = new Map(ledger.kept)
for (;;) {
  const chance = Math.random()
  const victim = [...mine.keys()][Math.floor(Math.random() * mine.size)]
  if (victim === undefined || (chance < 0.55 && mine.size < FULL)) {
    const number = next++
    say('keep', number)
    const { id } = await vault().keep('anna', contentOf(number), { name: `CANARY ${number}.txt`, at: new Date() })
    say('kept', number, id)
    mine.set(number, id)
  } else if (chance < 0.7) {
    const id = mine.get(victim) ?? ''
    for await (const _ of vault().read('anna', id));
  } else if (chance < 0.85) {
    const id = mine.get(victim) ?? ''
    say('remove', victim, id)
    await vault().remove('anna', id)
    say('removed', victim, id)
    mine.delete(victim)
  } else {
    say('rotate')
    await rotateKey(db, { key })
    keyring = await keyringFrom({ key })
  }
}

/** What was acknowledged and is not so; numbers of the files. */
async function brokenPromises(): Promise<string[]> {
  const broken: string[] = []
  for (const [person, secret] of Object.entries(ledger.people)) if ((await secretOf(person)) !== secret) broken.push(`secret:${person}`)
  const there = new Set((await vault().list('anna')).map(({ id }) => id))
  for (const [number, id] of ledger.kept) if (!there.has(id) || !(await isWhole(number, id))) broken.push(`lost:${number}`)
  for (const [number, id] of ledger.removed) if (there.has(id)) broken.push(`back:${number}`)
  // What was neither acknowledged nor promised gone may be there or not, but only whole: the scrub reads everything.
  const { damaged } = await vault().scrub()
  return [...broken, ...damaged.map(({ id }) => `damaged:${id}`)]
}

/** What somebody's secret opens to, as a hash. */
async function secretOf(person: string): Promise<string> {
  const { values } = await keysOf(db, keyring, person).catch(() => ({ values: new Uint8Array() }))
  return createHash('sha256').update(values).digest('hex')
}

async function isWhole(number: number, id: string): Promise<boolean> {
  try {
    const wanted: Buffer[] = []
    for await (const piece of contentOf(number)) wanted.push(Buffer.from(piece))
    const got: Buffer[] = []
    for await (const piece of vault().read('anna', id)) got.push(Buffer.from(piece))
    return Buffer.concat(got).equals(Buffer.concat(wanted))
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}

import { createHash, randomBytes } from 'node:crypto'
import type { Caregiver } from '@carefolio/core/api/people.ts'
import type { Level, Part } from '@carefolio/core/api/route.ts'
import { AppError } from '@carefolio/core/record/errors.ts'
import type { Database } from '../db/database.ts'
import type { CaregiverRow } from '../db/tables.ts'
import { type Keyring, keysOf } from '../vault/person-keys.ts'
import { sealText, unsealText } from '../vault/sealed-text.ts'

type CaregiverLevel = Exclude<Level, 'owner'>
export type CaregiverRights = { name: string; level: CaregiverLevel; hidden: readonly Part[] }

/** Who else may see a person: by an invitation whose code is good for one account and seven days. */
export type Caregivers = {
  list(person: string): Promise<Caregiver[]>
  invite(person: string, rights: CaregiverRights): Promise<{ caregiver: Caregiver; code: string }>
  /** Throws `no-such-page`. */
  change(person: string, id: string, rights: { [K in keyof CaregiverRights]?: CaregiverRights[K] | undefined }): Promise<Caregiver>
  /** Throws `no-such-page`. */
  remove(person: string, id: string): Promise<void>
  /** The person whom the account may now see; `work`: a transaction that it is part of. Throws `invitation-wrong`. */
  accept(account: string, code: string, work?: Database['sql']): Promise<string>
}

/** Of one person, with invitations. */
const MOST = 50
const LIFE_MS = 7 * 24 * 3_600_000

export function caregiversIn(database: Pick<Database, 'sql'>, keyring: Keyring, now: () => Date): Caregivers {
  const { sql: db } = database
  const hashOf = (code: string) => createHash('sha256').update(`invitation ${code.trim()}`).digest('base64url')
  const rowsOf = (person: string) => db.selectFrom('caregiver').selectAll().where('person_id', '=', person)
  const openInvitation = (work: Database['sql'], code: string) =>
    work
      .selectFrom('caregiver')
      .innerJoin('person', 'person.person_id', 'caregiver.person_id')
      .select(['caregiver.caregiver_id', 'caregiver.person_id', 'person.account_id as owner'])
      .where('caregiver.code_hash', '=', hashOf(code))
      .where('caregiver.expires_at', '>', now())
      .executeTakeFirst()
  const plain = async (row: Row): Promise<Caregiver> => {
    const { values } = await keysOf(database, keyring, row.person_id)
    const isOpen = row.account_id === null
    return {
      id: row.caregiver_id,
      name: unsealText(row.name, values, placeOf(row.person_id, row.caregiver_id)),
      level: row.level as CaregiverLevel,
      hidden: partsOf(row.hidden),
      state: !isOpen ? 'active' : (row.expires_at ?? now()) > now() ? 'invited' : 'expired',
      since: row.made_at.toISOString(),
      ...(isOpen && row.expires_at ? { expires: row.expires_at.toISOString() } : {}),
    }
  }
  const sealName = async (person: string, id: string, name: string) =>
    sealText(name, (await keysOf(database, keyring, person)).values, placeOf(person, id))
  return {
    async list(person) {
      return Promise.all((await rowsOf(person).orderBy('made_at').execute()).map(plain))
    },
    async invite(person, { name, level, hidden }) {
      if ((await rowsOf(person).execute()).length >= MOST) throw new AppError('person-full')
      const id = `c-${randomBytes(9).toString('hex')}`
      const code = randomBytes(18).toString('base64url')
      const at = now()
      const row = {
        caregiver_id: id,
        person_id: person,
        account_id: null,
        level,
        hidden: hidden.join(','),
        name: await sealName(person, id, name),
        code_hash: hashOf(code),
        expires_at: new Date(at.getTime() + LIFE_MS),
        made_at: at,
      }
      await db.insertInto('caregiver').values(row).execute()
      return { caregiver: await plain(row), code }
    },
    async change(person, id, { name, level, hidden }) {
      const row = await rowsOf(person).where('caregiver_id', '=', id).executeTakeFirst()
      if (!row) throw new AppError('no-such-page')
      const next = {
        level: level ?? row.level,
        hidden: hidden?.join(',') ?? row.hidden,
        name: name === undefined ? row.name : await sealName(person, id, name),
      }
      await db.updateTable('caregiver').set(next).where('caregiver_id', '=', id).execute()
      return plain({ ...row, ...next })
    },
    async remove(person, id) {
      const { numDeletedRows } = await db
        .deleteFrom('caregiver')
        .where('person_id', '=', person)
        .where('caregiver_id', '=', id)
        .executeTakeFirst()
      if (Number(numDeletedRows) === 0) throw new AppError('no-such-page')
    },
    accept: (account, code, work) =>
      work ? acceptIn(work, account, code) : db.transaction().execute((own) => acceptIn(own, account, code)),
  }

  async function acceptIn(work: Database['sql'], account: string, code: string): Promise<string> {
    const found = await openInvitation(work, code)
    if (!found || found.owner === account) throw new AppError('invitation-wrong')
    // Somebody who was a caregiver before becomes one anew, as this invitation says.
    await work.deleteFrom('caregiver').where('person_id', '=', found.person_id).where('account_id', '=', account).execute()
    const taken = await work
      .updateTable('caregiver')
      .set({ account_id: account, code_hash: null, expires_at: null })
      .where('caregiver_id', '=', found.caregiver_id)
      .where('account_id', 'is', null)
      .executeTakeFirst()
    if (Number(taken.numUpdatedRows) === 0) throw new AppError('invitation-wrong')
    return found.person_id
  }
}

type Row = Omit<CaregiverRow, 'made_at' | 'expires_at'> & { made_at: Date; expires_at: Date | null }
const partsOf = (hidden: string) => hidden.split(',').filter((part) => part !== '') as Part[]
const placeOf = (person: string, id: string) => `caregiver.name ${person} ${id}`

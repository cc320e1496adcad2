import { randomBytes } from 'node:crypto'
import type { Level, Part } from '@carefolio/core/api/route.ts'
import { AppError } from '@carefolio/core/record/errors.ts'
import { PartialDate } from '@carefolio/core/record/partial-date.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '../db/database.ts'
import { ensurePersonKey, type Keyring, keysOf } from '../vault/person-keys.ts'
import { sealText, unsealText } from '../vault/sealed-text.ts'

/** A person whose records are kept, as one account sees them. */
export type SeenPerson = {
  id: string
  name: string
  birthDate: PartialDate
  zip?: string | undefined
  demo: boolean
  consents: { keep: boolean; trials: boolean; research: boolean }
  level: Level
  hidden: Part[]
  /** Grows with every change of what is kept of them. */
  revision: number
}

const About = z.object({ name: z.string(), birthDate: PartialDate, zip: z.string().optional() })
export type About = z.infer<typeof About>

export type People = {
  add(
    account: string,
    about: About,
    given: { demo: boolean; trials: boolean; research: boolean },
    work?: Database['sql'],
  ): Promise<SeenPerson>
  /** The person as this account may see them; undefined when it may not, or there is no such person. */
  seenBy(account: string, person: string): Promise<SeenPerson | undefined>
  /** Own people first, then those cared for, the demo last. */
  allSeenBy(account: string): Promise<SeenPerson[]>
  change(person: SeenPerson, about: Partial<About> & { zip?: string | undefined }): Promise<void>
  consent(person: string, given: { trials: boolean; research: boolean }): Promise<void>
  /** Something kept of the person has changed: what was made of it before no longer holds. */
  touched(person: string): Promise<void>
}

export function peopleIn(database: Pick<Database, 'sql'>, keyring: Keyring, now: () => Date): People {
  const { sql: db } = database
  const rowsSeenBy = (account: string) =>
    db
      .selectFrom('person')
      .leftJoin('caregiver', (join) => join.onRef('caregiver.person_id', '=', 'person.person_id').on('caregiver.account_id', '=', account))
      .select(['person.person_id', 'person.demo', 'person.sealed', 'person.trials_consent', 'person.research_consent', 'person.revision'])
      .select(['caregiver.level', 'caregiver.hidden'])
      .select(sql<boolean>`person.account_id = ${account}`.as('isOwner'))
      .where((where) => where.or([where('person.account_id', '=', account), where('caregiver.account_id', '=', account)]))
      .orderBy('person.demo')
      .orderBy(sql`person.account_id <> ${account}`)
      .orderBy('person.made_at')
  type Row = Awaited<ReturnType<ReturnType<typeof rowsSeenBy>['execute']>>[number]
  const plain = async (row: Row): Promise<SeenPerson> => {
    const { values } = await keysOf(database, keyring, row.person_id)
    const about = About.parse(JSON.parse(unsealText(row.sealed, values, placeOf(row.person_id))))
    return {
      id: row.person_id,
      ...about,
      demo: row.demo,
      consents: { keep: true, trials: row.trials_consent !== null, research: row.research_consent !== null },
      level: row.isOwner ? 'owner' : (row.level as Level),
      hidden: row.isOwner ? [] : ((row.hidden ?? '').split(',').filter((part) => part !== '') as Part[]),
      revision: Number(row.revision),
    }
  }
  const sealed = async (person: string, about: About, work = db) =>
    sealText(JSON.stringify(about), (await keysOf({ sql: work }, keyring, person)).values, placeOf(person))
  return {
    async add(account, about, { demo, trials, research }, work = db) {
      const id = `p-${randomBytes(9).toString('hex')}`
      const at = now()
      await ensurePersonKey({ sql: work }, keyring, id, at)
      await work
        .insertInto('person')
        .values({
          person_id: id,
          account_id: account,
          demo,
          sealed: await sealed(id, about, work),
          trials_consent: trials ? at : null,
          research_consent: research ? at : null,
          made_at: at,
        })
        .execute()
      return { id, ...about, demo, consents: { keep: true, trials, research }, level: 'owner', hidden: [], revision: 0 }
    },
    async seenBy(account, person) {
      const row = await rowsSeenBy(account).where('person.person_id', '=', person).executeTakeFirst()
      return row && plain(row)
    },
    async allSeenBy(account) {
      return Promise.all((await rowsSeenBy(account).execute()).map(plain))
    },
    async change(person, about) {
      const { name, birthDate, zip } = { ...person, ...about }
      await db
        .updateTable('person')
        .set({ sealed: await sealed(person.id, { name, birthDate, zip }), revision: sql`revision + 1` })
        .where('person_id', '=', person.id)
        .execute()
    },
    async consent(person, { trials, research }) {
      const at = now()
      await db
        .updateTable('person')
        .set({
          trials_consent: trials ? sql`coalesce(trials_consent, ${at})` : null,
          research_consent: research ? sql`coalesce(research_consent, ${at})` : null,
        })
        .where('person_id', '=', person)
        .execute()
    },
    async touched(person) {
      const { numUpdatedRows } = await db
        .updateTable('person')
        .set({ revision: sql`revision + 1` })
        .where('person_id', '=', person)
        .executeTakeFirst()
      if (Number(numUpdatedRows) === 0) throw new AppError('person-unknown')
    },
  }
}

const placeOf = (id: string) => `person ${id}`

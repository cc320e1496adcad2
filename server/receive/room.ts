import { AppError } from '@carefolio/core/record/errors.ts'
import { sql } from 'kysely'
import type { Database } from '../db/database.ts'

/** How much may be kept of one person, and how many files of theirs may come in at the same moment. */
export type RoomLimits = { bytes: number; files: number; atOnce: number }
export const ROOM: RoomLimits = { bytes: 20_000_000_000, files: 20_000, atOnce: 16 }

/** Room for the files of people, so that one of them cannot fill the disk of all. */
export type Room = {
  /**
   * A file of a person begins to come: `bytes` of them are known. `add` says that more have come. `leave` ends it; what was not kept takes no room.
   * Throws `person-full`, or `too-many-requests` where too many come at once.
   */
  enter(person: string, bytes: number): Promise<Entrance>
}
export type Entrance = { add(bytes: number): void; leave(isKept: boolean): void }

/** One count for all files of a person that come at the same time: begun with what is kept, and forgotten with the last of them. */
type Count = { bytes: number; files: number; atOnce: number }

export function roomIn({ sql: db }: Pick<Database, 'sql'>, limits: RoomLimits = ROOM): Room {
  const counts = new Map<string, Promise<Count>>()
  const counted = (person: string) => {
    const known = counts.get(person)
    if (known) return known
    const fresh = keptOf(person)
    counts.set(person, fresh)
    fresh.catch(() => counts.delete(person))
    return fresh
  }
  /** Files, and those that come in pieces with the size they will have. */
  async function keptOf(person: string): Promise<Count> {
    const sumOf = async (table: 'original' | 'upload') => {
      const { n, bytes } = await db
        .selectFrom(table)
        .select([db.fn.countAll<number>().as('n'), db.fn.sum<number | null>('bytes').as('bytes')])
        .where('person_id', '=', person)
        .$if(table === 'upload', (query) => query.where(sql.ref<string | null>('kept'), 'is', null))
        .executeTakeFirstOrThrow()
      return { files: Number(n), bytes: Number(bytes ?? 0) }
    }
    const [originals, uploads] = [await sumOf('original'), await sumOf('upload')]
    return { files: originals.files + uploads.files, bytes: originals.bytes + uploads.bytes, atOnce: 0 }
  }
  return {
    async enter(person, bytes) {
      const count = await counted(person)
      if (count.atOnce >= limits.atOnce) throw new AppError('too-many-requests')
      const forgetIfLast = () => {
        if (count.atOnce === 0) counts.delete(person)
      }
      if (count.files >= limits.files || count.bytes + bytes > limits.bytes) {
        forgetIfLast()
        throw new AppError('person-full')
      }
      count.atOnce++
      count.files++
      count.bytes += bytes
      let [came, isOver] = [bytes, false]
      return {
        add(more) {
          came += more
          count.bytes += more
          if (count.bytes > limits.bytes) throw new AppError('person-full')
        },
        leave(isKept) {
          if (isOver) return
          isOver = true
          count.atOnce--
          if (!isKept) {
            count.files--
            count.bytes -= came
          }
          forgetIfLast()
        },
      }
    },
  }
}

import {
  AbortedTransactionError,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import type { EmbeddedDatabase } from './pglite-in-worker.ts'

/**
 * The embedded database, which has one connection in a thread of its own. Queries are sent to it as they come, without waiting for those before: it
 * takes them in order. While a transaction is open only its own are sent, and the others wait for its end.
 */
export const embeddedDialect = (embedded: EmbeddedDatabase): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => driverOf(embedded),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
})

/** `failed`: what broke the transaction that this one has open. */
type Connection = DatabaseConnection & { failed: unknown }

function driverOf({ query, close }: EmbeddedDatabase): Driver {
  let open: { by: Connection; over: PromiseWithResolvers<void> } | undefined
  const end = () => {
    open?.over.resolve()
    open = undefined
  }
  const connection = (): Connection => ({
    failed: undefined,
    async executeQuery({ sql, parameters }) {
      // Asked again after each wait, and sent in the same moment: somebody else may have begun in between.
      while (open !== undefined && open.by !== this) await open.over.promise
      try {
        const { rows, affectedRows } = await query(sql, parameters)
        if (/^rollback to/i.test(sql)) this.failed = undefined
        return { rows: rows as never[], ...(affectedRows === undefined ? {} : { numAffectedRows: BigInt(affectedRows) }) }
      } catch (error) {
        if (open?.by === this) this.failed = error
        throw error
      }
    },
    // biome-ignore lint/correctness/useYield: there are no streams.
    async *streamQuery() {
      throw new Error('The embedded database streams nothing.')
    },
  })
  return {
    init: async () => {},
    acquireConnection: async () => connection(),
    releaseConnection: async () => {},
    async beginTransaction(one) {
      const own = one as Connection
      while (open !== undefined) await open.over.promise
      own.failed = undefined
      open = { by: own, over: Promise.withResolvers() }
      await query('begin').catch((error: unknown) => {
        end()
        throw error
      })
    },
    async commitTransaction(one) {
      const { failed } = one as Connection
      try {
        // PostgreSQL answers "commit" of a failed transaction with a silent rollback.
        await query(failed === undefined ? 'commit' : 'rollback')
      } finally {
        end()
      }
      if (failed !== undefined) throw new AbortedTransactionError({ cause: failed })
    },
    async rollbackTransaction() {
      await query('rollback')
        .catch(() => {})
        .finally(end)
    },
    savepoint: (one, name) => named(one as Connection, 'savepoint', name),
    rollbackToSavepoint: (one, name) => named(one as Connection, 'rollback to', name),
    releaseSavepoint: (one, name) => named(one as Connection, 'release', name),
    destroy: close,
  }

  async function named(one: Connection, what: 'savepoint' | 'rollback to' | 'release', name: string): Promise<void> {
    await query(`${what} "${name.replaceAll('"', '""')}"`)
    if (what === 'rollback to') one.failed = undefined
  }
}

import { type QueryExecutorProvider, sql } from 'kysely'
import { newId } from '#database'
import { dataDirectory } from '#files'
import { bare, type Act } from './act.ts'
import { append } from './ledger-file.ts'

/** Where an act that a restore must not undo is entered. Call it last in the act's own transaction. */
export type Ledger = { readonly enter: (tx: QueryExecutorProvider, now: Date, act: Act) => Promise<void> }

/**
 * The ledger of that data folder. When `enter` returns, the line is on the disk; whether the transaction then commits or is
 * killed, the act is done: by itself now, or by the next start.
 */
export function ledgerIn(dataDir: string = dataDirectory()): Ledger {
  return {
    enter: async (tx, now, act) => {
      const id = newId(now)
      await mark(tx, now, id)
      await append(dataDir, { id, at: now.toISOString(), ...bare(act) })
    },
  }
}

/** For doing the act of a line again: the line stands already, and only the database must learn that it is carried out. */
export function marking(line: { readonly id: string; readonly what: string }): Ledger {
  return {
    enter: async (tx, now, { what }) => {
      if (what === line.what) await mark(tx, now, line.id)
    },
  }
}

async function mark(tx: QueryExecutorProvider, now: Date, id: string): Promise<void> {
  await sql`insert into evidence.ledger_line (id, at) values (${id}, ${now}) on conflict (id) do nothing`.execute(tx)
}

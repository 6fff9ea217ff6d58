import { type QueryExecutorProvider, sql } from 'kysely'
import type { Purpose } from '#purposes'

/** processor: acts on our instruction (art. 28). controller: answers for itself. own_module: a part of this program. */
export type Role = 'processor' | 'controller' | 'own_module'

/** One row of the register, as the statement, the access package and the desk tell it. */
export type Recipient = {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly does: { readonly nb: string; readonly en: string }
  /** What exactly it is asked to delete (table 5.5); null: everything, without more words. */
  readonly asks: { readonly nb: string | null; readonly en: string | null }
  readonly purposes: readonly Purpose[]
  /** Purposes that go on although the yearly review is late. */
  readonly essential: readonly Purpose[]
  readonly ground: string
  /** ISO 3166-1 alpha-2; outside the EEA needs a transfer ground (art. 44–46). */
  readonly location: string
  readonly transferGround: string | null
  readonly holds: 'everybody' | 'transferred' | 'nobody'
  /** The columns by which it can tell whom an instruction is about. */
  readonly knownBy: readonly string[]
  readonly cannotFollow: string | null
  /** The version of its rules for backups that it has confirmed last; null: it has not said (table 5.5). */
  readonly backupPolicy: string | null
  readonly reachedBy: 'webhook' | 'email' | 'nothing'
  readonly webhookUrl: string | null
  readonly webhookVersion: number
  readonly mailbox: string | null
  readonly announcedAt: Date
  readonly activeAt: Date | null
  readonly endedAt: Date | null
  /** Declared columns, as `table.column`, each with the reason why it is needed. */
  readonly fields: readonly { readonly field: string; readonly reason: string }[]
}

/** Everybody in the register, those that have left it too, in the order they came. On any purpose's handle; the owner names the schema. */
export async function register(db: QueryExecutorProvider, schema?: 'core'): Promise<Recipient[]> {
  const named = (table: string) => sql.table(schema === undefined ? table : `${schema}.${table}`)
  const { rows } = await sql<Recipient>`
    select r.id, r.name, r.role, jsonb_build_object('nb', r.does_nb, 'en', r.does_en) as does,
      jsonb_build_object('nb', r.asks_nb, 'en', r.asks_en) as asks, r.purposes, r.essential, r.ground, r.location,
      r.transfer_ground as "transferGround", r.holds, r.known_by as "knownBy", r.cannot_follow as "cannotFollow", r.reached_by as "reachedBy",
      r.webhook_to as "webhookUrl", r.webhook_version as "webhookVersion", r.mailbox, r.announced_at as "announcedAt",
      r.active_at as "activeAt", r.ended_at as "endedAt",
      (select c.backup_policy from ${named('recipient_confirmation')} c where c.recipient = r.id and c.backup_policy is not null
        order by c.confirmed_on desc, c.id desc limit 1) as "backupPolicy",
      coalesce((select jsonb_agg(jsonb_build_object('field', f.field, 'reason', f.reason) order by f.field)
        from ${named('recipient_field')} f where f.recipient = r.id), '[]') as fields
    from ${named('recipient')} r order by r.announced_at, r.id`.execute(db)
  return rows
}

/** One of them; undefined when there is none of that id. */
export async function recipient(db: QueryExecutorProvider, id: string): Promise<Recipient | undefined> {
  return (await register(db)).find((each) => each.id === id)
}

/** Whom the statement names: announced and not ended. Exactly these, no more and no less (promise 5-h). */
export function listed(all: readonly Recipient[]): Recipient[] {
  return all.filter(({ endedAt }) => endedAt === null)
}

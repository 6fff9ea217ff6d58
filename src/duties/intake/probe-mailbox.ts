import { type QueryExecutorProvider, sql } from 'kysely'
import { newId } from '#database'
import { sendLater } from '#mail'
import type { For } from '#purposes'
import type { Office } from '#rights'

/** A letter to our own mailbox. If it is not read within a day, the mailbox is not, and the statement turns red (promise 9-a). */
export async function probeMailbox(db: For<'legal_obligation'>, now: Date, { controller, foot }: Office): Promise<void> {
  const id = newId(now)
  await db.transaction().execute(async (tx) => {
    await tx.insertInto('core.mail_probe').values({ id, sent_at: now, seen_at: null }).execute()
    await sendLater(tx, now, {
      accountId: id,
      personId: null,
      kind: 'mailbox probe',
      purpose: 'legal_obligation',
      to: controller.privacyContact,
      subject: `Prøve ${id}`,
      body: `Dette er den daglige prøven på at postkassen blir lest. Programmet leser den selv.\n\n${foot.nb}`,
    })
  })
}

export async function probeSeen(tx: QueryExecutorProvider, now: Date, subject: string): Promise<boolean> {
  const id = /^Prøve ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(subject)?.[1]
  if (id === undefined) return false
  const { numAffectedRows } = await sql`update core.mail_probe set seen_at = ${now} where id = ${id} and seen_at is null`.execute(
    tx,
  )
  return numAffectedRows === 1n
}

import { sql } from 'kysely'
import type { For, Subject } from '#purposes'
import { proven } from './proven.ts'
import { closeCase, openCase } from './rights-case.ts'
import { tellAll } from './tell-all.ts'

/**
 * The person corrected a field themselves, in this transaction: a case that was answered at once, and its receipt (promises 2.1-h,
 * 7-j); whoever got it from us is told (art. 19, X-11). The
 * sign-in follows a corrected e-mail address, unless somebody signs in with that address already.
 */
export async function noteRectified(
  tx: For<'rights_handling'>,
  now: Date,
  subject: Subject,
  { field, was }: { readonly field: string; readonly was: string | null },
): Promise<{ readonly receipt: string }> {
  const { id } = await openCase(tx, now, subject, { kind: 'rectification', channel: 'my_page', receivedAt: now })
  if (field === 'email') await moveSignIn(tx, now)
  await closeCase(tx, now, subject.accountId, id, { field })
  await tellAll(tx, now, subject, 'rectification', { field, ...(was !== null && { was }) })
  const receipt = await proven(tx, now, { kind: 'rectification', subject: subject.personId, body: { case: id, field } })
  return { receipt }
}

async function moveSignIn(tx: For<'rights_handling'>, now: Date): Promise<void> {
  await sql`update auth."user" u set email = lower(p.email), name = lower(p.email), "updatedAt" = ${now} from person p
    where u.id in (select l.user_id from portal_login l) and not exists (select 1 from auth."user" o where o.email = lower(p.email))`.execute(
    tx,
  )
}

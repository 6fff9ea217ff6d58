import type { Declared } from '#personal-data'
import { actingAs, type For, type Subject } from '#purposes'
import type { Delivered } from './access-package.ts'
import { openOwnClaim } from './own-claim.ts'
import { portablePackage } from './portable-package.ts'
import { closeCase } from './rights-case.ts'

/** From my page: what the person gave us, for programs and for spreadsheets, at once and kept nowhere (art. 20, promise X-3). */
export function takeAlong(
  db: For<'rights_handling'>,
  now: Date,
  subject: Subject,
  { inventory, language }: { readonly inventory: readonly Declared[]; readonly language: 'nb' | 'en' },
): Promise<Delivered> {
  return actingAs(db, subject, async (tx) => {
    const { id } = await openOwnClaim(tx, now, subject, { kind: 'portability', language })
    const made = await portablePackage(tx, now, subject, inventory, id)
    await closeCase(tx, now, subject.accountId, id, { files: made.manifest })
    return made
  })
}

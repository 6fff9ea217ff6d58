import { actingAs, type For, type Subject } from '#purposes'
import { accessPackage, delivered, type AccessPackage, type Asked, type Delivered } from './access-package.ts'
import { proven } from './proven.ts'
import { closeCase, openCase } from './rights-case.ts'

/**
 * The person asks for everything and gets it at once: case, package and evidence in one transaction (promises 7-a, 7-d).
 * The evidence holds the package's hashes, so that the copy can be shown to be the one that was handed over.
 */
export function giveAccess(
  db: For<'rights_handling'>,
  now: Date,
  subject: Subject,
  asked: Asked,
): Promise<Delivered & { readonly receipt: string; readonly found: AccessPackage }> {
  return actingAs(db, subject, async (tx) => {
    const { id } = await openCase(tx, now, subject, { kind: 'access', channel: 'my_page', receivedAt: now })
    const handed = await handOver(tx, now, subject, asked, id)
    await closeCase(tx, now, subject.accountId, id, { files: handed.manifest })
    return handed
  })
}

/** The package itself, of the person fixed in the transaction, for a claim that is filed; made now, kept nowhere. */
export async function handOver(
  tx: For<'rights_handling'>,
  now: Date,
  subject: Subject,
  asked: Asked,
  caseId: string,
): Promise<Delivered & { readonly receipt: string; readonly found: AccessPackage }> {
  const found = await accessPackage(tx, now, subject, asked)
  const handed = await delivered(found)
  const body = { case: caseId, files: handed.manifest }
  const receipt = await proven(tx, now, { kind: 'access given', subject: subject.personId, body })
  return { ...handed, receipt, found }
}

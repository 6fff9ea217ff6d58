/** What the tasks of `jobs.ts` work with, and who stands behind what they write. */
import { dkim, type Post } from '#mail'
import { controller, signature } from '#merchant'
import { activateListed, type SupplierPost } from '#processors'
import { objectionKey, objectionToken } from '#rights'
import { recipientsInForce } from '#statement'
import type { House } from './opening/open-house.ts'
import { officeFor } from './web/rights-desk/office.ts'

/** What a task works with: its surroundings, and the post. */
export type Working = Surroundings & { readonly post: Post }

export type Surroundings = {
  readonly house: House
  readonly now: () => Date
  /** Our own pages, as a stranger without cookies gets them. */
  readonly visit: (path: string, request?: RequestInit) => Promise<Response>
  /** Where they answer on this machine, for a browser; undefined: none looks. */
  readonly address?: string
  /** The address people see, for links in letters. */
  readonly publicUrl: string
  /** Undefined: letters stay in the local outbox. */
  readonly smtpUrl: string | undefined
  /** The name in the DNS of the key that letters are signed with; undefined: they are not signed here. */
  readonly dkimSelector?: string | undefined
  /** The privacy mailbox; undefined: nobody reads one by program. */
  readonly imapUrl?: string | undefined
}

/** Who answers claims, for a job. */
export async function office({ house, publicUrl }: Surroundings) {
  return officeFor(await controller(house.for('legal_obligation')), publicUrl, house.dataDir)
}

export async function activateNamed(house: House, at: Date): Promise<void> {
  const db = house.for('legal_obligation')
  await activateListed(db, at, await recipientsInForce(db, at))
}

export function supplierPost({ house, publicUrl }: Pick<Working, 'house' | 'publicUrl'>): SupplierPost {
  return {
    db: house.for('legal_obligation'),
    dataDir: house.dataDir,
    website: publicUrl,
    sender: async () => {
      const merchant = await controller(house.for('administer'))
      return { name: merchant.legalName, signature: (language) => signature(merchant, language, publicUrl) }
    },
  }
}

export function postOf({ house, smtpUrl, publicUrl, dkimSelector }: Surroundings, db: Post['db']): Post {
  const key = objectionKey(house.dataDir)
  return {
    db,
    smtpUrl,
    dkim: dkim(house.dataDir, dkimSelector),
    from: () => sender(house),
    sayNo: (subject) => `${publicUrl}/nei-takk/${objectionToken(key, subject)}`,
  }
}

async function sender(house: House): Promise<{ name: string; address: string }> {
  const { legalName, email } = await controller(house.for('administer'))
  return { name: legalName, address: email }
}

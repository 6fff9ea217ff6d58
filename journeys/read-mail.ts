import { suppressionKey } from '#consent'
import { readMailbox } from '#intake'
import { inventory } from '#inventory'
import { ledgerIn } from '#ledger'
import { controller, signature } from '#merchant'
import type { MailServer } from '../samples/mail-server.ts'
import type { Site } from './browser.ts'

/** What the job does every five minutes. */
export async function readMail(site: Site, mail: MailServer): Promise<void> {
  const folder = site.dataDir
  const merchant = await controller(site.house.for('administer'))
  const office = {
    inventory,
    controller: merchant,
    website: site.url,
    foot: { nb: signature(merchant, 'nb', site.url), en: signature(merchant, 'en', site.url) },
    suppressionKey: suppressionKey(folder),
    ledger: ledgerIn(folder),
    folder,
  }
  const hands = { legal: site.house.for('legal_obligation'), rights: site.house.for('rights_handling') }
  await readMailbox(hands, new Date(), mail.url, office)
}

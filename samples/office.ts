import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inventory } from '#inventory'
import { ledgerIn } from '#ledger'
import { sampleController } from '#merchant'
import type { Office } from '#rights'

/** What answering a claim takes, at the sample merchant; acts that a restore must not undo are entered in that folder. */
export function sampleOffice(folder = mkdtempSync(join(tmpdir(), 'ledger-'))): Office {
  return {
    inventory,
    controller: sampleController,
    website: 'https://ntcprofil.example',
    foot: { nb: '--\nNTC', en: '--\nNTC' },
    suppressionKey: 'key',
    ledger: ledgerIn(folder),
  }
}

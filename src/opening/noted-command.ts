/** What each command that opens the data is for: it stands in the log of operators, where the privacy officer reads it. */
import type { Kysely } from 'kysely'
import type { DB } from '#database'
import { noteCommand } from '#operators'

const why = {
  'npm run import': 'Henter inn en fil med salg eller kunder',
  'npm run backup': 'Tar en kryptert sikkerhetskopi',
  'npm run restore': 'Legger tilbake en sikkerhetskopi',
  'npm run prove': 'Kontrollerer hver setning i personvernerklæringen',
  'npm run revise': 'Ser på eller publiserer en ny versjon av erklæringen',
  'npm run dkim': 'Lager nøkkelen som brev signeres med',
} as const

export function notedCommand(owner: Kysely<DB>, now: Date, what: keyof typeof why): Promise<void> {
  return owner.transaction().execute((tx) => noteCommand(tx, now, { what, why: why[what] }))
}

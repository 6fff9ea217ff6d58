/** `npm run backup [-- FILE]`: takes an encrypted backup, reads it back, and says where it is and what must be kept beside it. */
import { resolve } from 'node:path'
import { backupFolder } from '#backup'
import { now } from '#clock'
import { type DB, openDatabase, reachServer, restoreUnderWay, whyNotOpen } from '#database'
import { dataDirectory } from '#files'
import { backUp } from '../backups/back-up.ts'
import { notedCommand } from '../opening/noted-command.ts'
import { readSettings } from '../opening/read-settings.ts'
import { bar } from './progress-bar.ts'

readSettings()
const dataDir = dataDirectory()
const given = process.argv[2]
const server = await reachServer()
try {
  const underWay = await restoreUnderWay(server.ownerUrl)
  if (underWay) throw new Error(whyNotOpen(underWay))
  const owner = openDatabase<DB>(server.ownerUrl, { max: 2, applicationName: 'ordholden backup' })
  await notedCommand(owner, now(), 'npm run backup')
  const place = { ownerUrl: server.ownerUrl, owner, dataDir, progress: bar }
  const taken = await backUp({ ...place, ...(given && { file: resolve(given) }) }, now()).finally(() => owner.destroy())
  const size = (taken.bytes / 1e6).toLocaleString('nb-NO', { maximumFractionDigits: 1 })
  console.log(
    `${taken.file}: ${taken.rows.toLocaleString('nb-NO')} rader, ${size} MB, lest tilbake og talt. / rows, read back and counted.`,
  )
  console.log(`Uten ${dataDir}/secrets kan ingen lese den. Ta vare på secrets og ledger, men ikke sammen med kopiene.`)
  console.log(`Nobody can read it without ${dataDir}/secrets. Keep secrets and ledger, but not beside the backups.`)
  if (!given)
    console.log(`Kopier som er 30 dager gamle, slettes i ${backupFolder(dataDir)}. / Backups are deleted when 30 days old.`)
} catch (error) {
  console.error(`\nIngen sikkerhetskopi ble tatt. / No backup was taken.\n${(error as Error).message}`)
  process.exitCode = 1
} finally {
  await server.close()
}
process.exit()

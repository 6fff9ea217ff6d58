/** `npm run restore -- FILE [--replace]`: puts a backup back. Without FILE it finishes a restore that was stopped, or tells which backups there are. */
import { resolve } from 'node:path'
import pg from 'pg'
import { backupFiles } from '#backup'
import { now } from '#clock'
import { reachServer, restoreUnderWay } from '#database'
import { dataDirectory, holdAlone } from '#files'
import { refused } from '#refusal'
import { readSettings } from '../opening/read-settings.ts'
import { bar } from './progress-bar.ts'
import { finishRestore, type NotPutBack, putBack } from '../backups/put-back.ts'

readSettings()
const dataDir = dataDirectory()
const [file] = process.argv.slice(2).filter((each) => !each.startsWith('--'))
const told = (flag: string) => process.argv.includes(flag)

const whyNot = {
  'the database is not empty':
    'Databasen er ikke tom. Skal den erstattes, så legg til --replace. / The database is not empty. Add --replace to replace it.',
  'the ledger does not reach back to the backup':
    'Mappen "ledger" er ikke den som hørte til da kopien ble tatt, eller den er kortet ned siden. Legg tilbake en kopi av den, eller legg til --without-ledger: da kan ikke slettinger gjort etter kopien gjøres på nytt. / ' +
    'The folder "ledger" is not the one that belonged to the backup, or has been cut since. Put a copy of it back, or add --without-ledger: then erasures done after the backup cannot be done again.',
} satisfies Record<NotPutBack['refused'], string>

const hold = await holdAlone(dataDir)
if ('heldBy' in hold) stop(`Ordholden kjører (${hold.heldBy}). Stans den først. / Ordholden is running. Stop it first.`)
const server = await reachServer()
try {
  process.exitCode = await restore()
} catch (error) {
  console.error(`\n${(error as Error).message}`)
  process.exitCode = 1
} finally {
  await server.close()
}
process.exit()

async function restore(): Promise<number> {
  const { ownerUrl } = server
  const place = { ownerUrl, dataDir, progress: bar, again: (done: number, of: number) => bar('replaying', done / of, done) }
  const others = await othersInside(ownerUrl)
  if (others > 0)
    return no(`${others} forbindelser til databasen er åpne fra Ordholden. Stans programmet først. / Stop the program first.`)
  const underWay = await restoreUnderWay(ownerUrl)
  if (file === undefined && underWay?.stage !== 'loaded') return no(whichFile())
  if (file === undefined || (underWay?.stage === 'loaded' && !told('--replace'))) {
    tell(await finishRestore(place, now()), underWay!.takenAt)
    return 0
  }
  const answer = await putBack(
    { ...place, file: resolve(file), replace: told('--replace'), withoutLedger: told('--without-ledger') },
    now(),
  )
  if (refused(answer)) return no(whyNot[answer.refused])
  tell(answer.carriedOut, new Date(answer.contents.takenAt))
  return 0
}

function tell(carriedOut: Readonly<Record<string, number>>, takenAt: Date): void {
  const day = takenAt.toISOString().slice(0, 16).replace('T', ' ')
  const again = Object.entries(carriedOut).map(([what, lines]) => `${lines} ${what}`)
  console.log(`\nGjenopprettet fra ${day} UTC. Gjort på nytt / done again: ${again.join(', ') || 'ingenting / nothing'}.`)
  console.log(
    'Alle må logge inn på nytt. Det som skjedde etter kopien, er ikke her: se over fakturaer sendt siden, før nye skrives ut.',
  )
  console.log(
    'Everybody signs in anew. What happened after the backup is not here: look over invoices sent since before issuing new ones.',
  )
  console.log('npm start')
}

function whichFile(): string {
  const files = backupFiles(dataDir).map(({ path, takenAt }) => `  ${takenAt.toISOString().slice(0, 16)}  ${path}`)
  return ['Hvilken fil? / Which file?  npm run restore -- FILE [--replace]', ...files].join('\n')
}

/** Somebody with the same database and another data folder: the lock on ours does not hold them. */
async function othersInside(ownerUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'ordholden restore' })
  await client.connect()
  const { rowCount } = await client
    .query(
      `select 1 from pg_stat_activity where datname = current_database() and application_name like 'ordholden%' and pid <> pg_backend_pid()`,
    )
    .finally(() => client.end())
  return rowCount ?? 0
}

function no(why: string): number {
  console.error(why)
  return 1
}

function stop(why: string): never {
  console.error(why)
  process.exit(1)
}

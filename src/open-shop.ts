import { sql } from 'kysely'
import { now } from '#clock'
import { enqueue } from '#jobs'
import { firstInvitation } from '#staff'
import { startJobs } from './jobs.ts'
import { type House, openHouse } from './opening/open-house.ts'
import { settleIn } from './opening/settle-in.ts'
import { databaseIsAway } from './web/away.ts'
import type { Serving, Settings } from './web/serve.ts'
import { whyNotFit } from './opening/why-not-fit.ts'

export type Opening = {
  readonly port: number
  /** The address people see. */
  readonly publicUrl: string
  /** Told what undoes each step, as soon as it is taken. */
  readonly onWayDown: (step: () => unknown) => void
}

/** The house, the pages and what happens by itself, in this order; throws when the statement in force is not what this program does. */
export async function openShop(
  serve: (settings: Settings) => Promise<Serving>,
  { port, publicUrl, onWayDown }: Opening,
): Promise<void> {
  const house = await openHouse(now())
  onWayDown(() => house.close())
  onWayDown(house.watch(saying('Databasen var borte og er startet igjen.', 'The database was gone and has been started again.')))
  tellCarriedOut(house)
  const fit = await settleIn(
    house,
    now(),
    publicUrl,
    saying('Legger inn eksempelforretningen …', 'Loading the sample merchant …'),
  )
  if (!fit.fits) throw new Error(whyNotFit(fit))
  const served = await serve({ port, publicUrl, appUrl: house.appUrl, dataDir: house.dataDir })
  onWayDown(() => served.close())
  const visit = (path: string, request?: RequestInit) =>
    fetch(`http://127.0.0.1:${served.port}${path}`, { redirect: 'manual', ...request })
  const jobs = startJobs(
    {
      house,
      now,
      visit,
      address: `http://localhost:${served.port}`,
      publicUrl,
      smtpUrl: process.env.SMTP_URL || undefined,
      imapUrl: process.env.IMAP_URL || undefined,
      dkimSelector: process.env.DKIM_SELECTOR || undefined,
    },
    (task, error) => console.error(`${task}: ${String(error)}`),
  )
  onWayDown(() => jobs.stop())
  process.on('unhandledRejection', (error) => {
    // The runner of jobs lets go of a broken connection this way; anything else is our own mistake, and ends the program.
    if (!databaseIsAway(error)) throw error
    jobs.beginAgain()
  })
  await proveIfLongAgo(house)
  await welcome(house, publicUrl)
}

/** A statement nobody has checked for a day shows old results; the nightly check is done now, beside whoever reads. */
async function proveIfLongAgo(house: House): Promise<void> {
  const { rows } =
    await sql`select 1 from evidence.control_result where at > ${now()}::timestamptz - interval '1 day' limit 1`.execute(
      house.owner,
    )
  if (rows.length === 0) await enqueue(house.for('administer'), 'prove', {}, { key: 'prove at start' })
}

function tellCarriedOut({ carriedOut }: House): void {
  const lines = Object.values(carriedOut).reduce((all, some) => all + some, 0)
  if (lines === 0) return
  saying(
    `${lines} ting protokollen visste om og databasen ikke, er gjort på nytt.`,
    `${lines} things the ledger knew and the database did not have been done again.`,
  )()
}

async function welcome(house: House, publicUrl: string): Promise<void> {
  const invitation = await firstInvitation(house.for('security'), now())
  const lines = [
    '',
    '  Ordholden er klar. / Ordholden is ready.',
    '',
    `  Butikken / the shop              ${publicUrl}/          ${publicUrl}/en`,
    `  Personvern / privacy             ${publicUrl}/personvern          ${publicUrl}/en/privacy`,
    `  Min side / my page               ${publicUrl}/min-side`,
    `  For ansatte / for staff          ${publicUrl}/desk`,
    ...(invitation
      ? [
          '',
          '  Første ansatt: lenken virker én gang. / First member of staff: the link works once.',
          `  ${publicUrl}${invitation}`,
        ]
      : []),
    '',
    '  Stans med Ctrl-C. / Stop with Ctrl-C.',
    '',
  ]
  console.log(lines.join('\n'))
}

function saying(nb: string, en: string): () => void {
  return () => console.log(`${nb} / ${en}`)
}

/** `npm start`: everything up, in order; everything down, in the opposite order. */
import { sql } from 'kysely'
import { now } from '#clock'
import { dataDirectory, holdAlone } from '#files'
import { enqueue } from '#jobs'
import { firstInvitation } from '#staff'
import { buildIfStale, builtServer } from './build.ts'
import { startJobs } from './jobs.ts'
import { type House, openHouse, readSettings } from './open-house.ts'
import { settleIn } from './settle-in.ts'
import { databaseIsAway } from './web/away.ts'
import { whyNotFit } from './why-not-fit.ts'

type Serve = typeof import('./server.ts').serve
type Down = () => unknown

readSettings()
const port = Number(process.env.PORT || 3000)
// Links in letters are made of this, never of what a visitor's browser says the host is.
const publicUrl = (process.env.PUBLIC_URL ||= `http://localhost:${port}`)

const down: Down[] = []
let goingDown = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, () => void goDown(0))

try {
  await goUp()
} catch (error) {
  if (!goingDown) {
    console.error(whyNot(error))
    await goDown(1)
  }
}

async function goUp(): Promise<void> {
  await takeHold()
  const [house] = await Promise.all([
    openHouse(now()).then(onWayDown(({ close }) => close())),
    buildIfStale(saying('Bygger sidene …', 'Building the pages …')),
  ])
  down.push(house.watch(saying('Databasen var borte og er startet igjen.', 'The database was gone and has been started again.')))
  tellCarriedOut(house)
  const fit = await settleIn(
    house,
    now(),
    publicUrl,
    saying('Legger inn eksempelforretningen …', 'Loading the sample merchant …'),
  )
  if (!fit.fits) throw new Error(whyNotFit(fit))
  const { serve } = (await import(builtServer)) as { serve: Serve }
  const served = await serve({ port, publicUrl, appUrl: house.appUrl, dataDir: house.dataDir })
  down.push(() => served.close())
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
  down.push(() => jobs.stop())
  process.on('unhandledRejection', (error) => {
    // The runner of jobs lets go of a broken connection this way; anything else is our own mistake, and ends the program.
    if (!databaseIsAway(error)) throw error
    jobs.beginAgain()
  })
  await proveIfLongAgo(house)
  await welcome(house)
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

async function takeHold(): Promise<void> {
  const hold = await holdAlone(dataDirectory())
  if ('heldBy' in hold) {
    const where = `${hold.heldBy || 'PID ?'}, ${dataDirectory()}`
    console.error(
      `Ordholden kjører allerede (${where}). Dette forsøket stanser her.\nOrdholden is already running (${where}). This attempt stops here.`,
    )
    process.exit(1)
  }
  hold.tell(`${publicUrl}, PID ${process.pid}`)
  down.push(hold.letGo)
}

async function welcome(house: House): Promise<void> {
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

function onWayDown<Thing>(close: (thing: Thing) => unknown): (thing: Thing) => Thing {
  return (thing) => {
    down.push(() => close(thing))
    return thing
  }
}

/** In the opposite order of going up. What fails on the way is said, and does not keep the rest up. */
async function goDown(code: number): Promise<void> {
  if (goingDown) return
  goingDown = true
  setTimeout(() => process.exit(code || 1), 20_000).unref()
  for (const step of down.toReversed()) {
    try {
      await step()
    } catch (error) {
      console.error(error)
    }
  }
  process.exit(code)
}

function saying(nb: string, en: string): () => void {
  return () => console.log(`${nb} / ${en}`)
}

function whyNot(error: unknown): string {
  const { code, message, stack } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') {
    return `Port ${port} er opptatt. Velg en annen: PORT=3001 npm start\nPort ${port} is taken. Choose another: PORT=3001 npm start`
  }
  return process.env.DEBUG ? String(stack) : message
}

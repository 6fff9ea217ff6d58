/**
 * `npm start`: the one who holds the folder builds what is stale and opens the shop; everything down in the opposite order.
 * Only what that needs is loaded from source. The shop itself comes out of the build, as one file: it is open in half the time.
 */
import { dataDirectory, holdAlone } from '#files'
import { wakeServer } from '#postgres'
import { buildIfStale, builtServer } from './build.ts'
import { readSettings } from '../opening/read-settings.ts'

type Down = () => unknown

readSettings()
const port = Number(process.env.PORT || 3000)
// Links in letters are made of this, never of what a visitor's browser says the host is.
const publicUrl = (process.env.PUBLIC_URL ||= `http://localhost:${port}`)

const down: Down[] = []
let goingDown = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, () => void goDown(0))

try {
  await takeHold()
  await buildIfStale(() => console.log('Bygger sidene … / Building the pages …'))
  const woken = process.env.DATABASE_URL ? undefined : await wakeServer(dataDirectory())
  // Until the shop has it, nobody else would stop it.
  let handedOver = false
  down.push(() => handedOver || woken?.kill('SIGINT'))
  const { openShop } = (await import(builtServer)) as typeof import('../server.ts')
  handedOver = true
  await openShop({ port, publicUrl, onWayDown: (step) => down.push(step) })
} catch (error) {
  if (!goingDown) {
    console.error(whyNot(error))
    await goDown(1)
  }
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

function whyNot(error: unknown): string {
  const { code, message, stack } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') {
    return `Port ${port} er opptatt. Velg en annen: PORT=3001 npm start\nPort ${port} is taken. Choose another: PORT=3001 npm start`
  }
  return process.env.DEBUG ? String(stack) : message
}

import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { join } from 'node:path'

/** Held until the process ends, however it ends; `tell` is what a second comer is told. */
export type Hold = { readonly tell: (text: string) => void; readonly letGo: () => Promise<void> }

/**
 * Holds the data folder alone. When somebody has it already, the answer is what they tell about themselves. On Linux the
 * hold is a name of the kernel's that vanishes with the process; elsewhere a socket in the folder, cleared when nobody answers.
 */
export async function holdAlone(dataDir: string): Promise<Hold | { readonly heldBy: string }> {
  mkdirSync(dataDir, { recursive: true })
  const name = socketName(realpathSync(dataDir))
  let telling = ''
  const server = createServer((socket) => socket.on('error', () => undefined).end(telling))
  for (let tries = 0; ; tries++) {
    if (await listens(server, name)) break
    const heldBy = await askHolder(name)
    if (heldBy !== undefined || tries > 0) return { heldBy: heldBy ?? '' }
    if (!name.startsWith('\0')) rmSync(name, { force: true })
  }
  server.unref()
  return { tell: (text) => (telling = text), letGo: () => new Promise((resolve) => server.close(() => resolve())) }
}

function socketName(dataDir: string): string {
  if (process.platform !== 'linux') return join(dataDir, 'held')
  return `\0ordholden-${createHash('sha256').update(dataDir).digest('hex').slice(0, 32)}`
}

function listens(server: Server, name: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const refused = (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error))
    server.once('error', refused).listen(name, () => {
      server.off('error', refused)
      resolve(true)
    })
  })
}

function askHolder(name: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let told = ''
    const socket = connect(name)
    socket.setTimeout(2000, () => socket.destroy())
    socket.on('data', (chunk) => (told += chunk))
    socket.on('error', () => resolve(undefined))
    socket.on('close', () => resolve(told))
  })
}

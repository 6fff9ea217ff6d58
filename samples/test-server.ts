import { mkdtempSync, readdirSync, rmSync, writeFileSync, readFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { appUrl, type DB, giveAppRole, migrate, openDatabase, startEmbedded } from '#database'
import { type Binaries, stopCluster } from '#postgres'
import { inventory } from '#inventory'
import { enterFirstRegister } from '#processors'
import { buildLayer, openPurposes } from '#purposes'
import { buildRights } from '#rights'
import type { EmptyHouse } from './samples.ts'

export type TestServer = { readonly ownerUrl: string; readonly appPassword: string; readonly template: string }

export type Wanted = {
  /** An existing server, by its owner; else one in a folder of its own. */
  readonly url?: string | undefined
  /** Whose server; else the shipped one's. */
  readonly binaries?: Binaries | undefined
  /** What every house of the run begins with; else it is empty. */
  readonly fill?: (house: EmptyHouse) => Promise<unknown>
}

/** A server with a migrated template in it. */
export async function startTestServer({ url, binaries, fill = async () => undefined }: Wanted = {}): Promise<
  TestServer & { readonly stop: () => Promise<void> }
> {
  const { ownerUrl, stop } = url ? { ownerUrl: url, stop: async () => undefined } : await ownServer(binaries)
  const template = `template_${randomBytes(4).toString('hex')}`
  await command(ownerUrl, `create database ${template}`)
  const there = new URL(ownerUrl)
  there.pathname = `/${template}`
  // One password for all runs, so that two runs on the same server do not lock each other out.
  const appPassword = 'ordholden-test'
  await prepare(there.href, appPassword, fill)
  return {
    ownerUrl,
    appPassword,
    template,
    stop: async () => {
      await command(ownerUrl, `drop database if exists ${template}`)
      await stop()
    },
  }
}

async function prepare(ownerUrl: string, appPassword: string, fill: NonNullable<Wanted['fill']>): Promise<void> {
  await migrate(ownerUrl)
  const owner = openDatabase<DB>(ownerUrl)
  await giveAppRole(owner, appPassword)
  await buildLayer(owner, inventory, new Date())
  await buildRights(owner, inventory)
  // Without a register nothing leaves the house, not even a letter.
  await enterFirstRegister(owner, new Date(), new Date('2020-01-15T12:00:00Z'))
  const purposes = openPurposes(appUrl(ownerUrl, appPassword))
  await fill({ owner, ownerUrl, for: purposes.for })
  await Promise.all([purposes.close(), owner.destroy()])
}

// Nothing here outlives the run, so nothing is forced to disk.
const forgetful = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  shared_buffers: '128MB',
  max_connections: '400',
}

const prefix = 'ordholden-test-'

async function ownServer(binaries?: Binaries): Promise<{ ownerUrl: string; stop: () => Promise<void> }> {
  await buryTheDead()
  const folder = mkdtempSync(join(tmpdir(), prefix))
  writeFileSync(join(folder, 'run-by'), String(process.pid))
  const server = await startEmbedded(folder, { ...(binaries && { binaries }), settings: forgetful })
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { ownerUrl: server.url, stop }
}

// A run that was killed left its server behind.
async function buryTheDead(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(prefix))) {
    const folder = join(tmpdir(), name)
    if (isAlive(runBy(folder))) continue
    await stopCluster(folder)
    rmSync(folder, { recursive: true, force: true })
  }
}

function runBy(folder: string): number {
  try {
    return Number(readFileSync(join(folder, 'run-by'), 'utf8'))
  } catch {
    return process.pid // just being made, or just being removed: leave it
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function command(ownerUrl: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query(text).finally(() => client.end())
}

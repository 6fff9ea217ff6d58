/**
 * A house for a test: a fresh, migrated database with the purpose layer in place, copied from a template that is made
 * once per run. On the embedded server, or on the one ORDHOLDEN_TEST_DATABASE_URL names (as its owner).
 */
import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import pg from 'pg'
import { appUrl, type DB, openDatabase } from '#database'
import { type For, openPurposes, type Purpose } from '#purposes'
import { beginRun, serverVariable } from './test-run.ts'
import type { TestServer } from './test-server.ts'

// A duty is handed the declarations by the app; its test is handed them here.
export { inventory } from '#inventory'
export { openWire, type Wire } from './cut-wire.ts'
export { sampleOffice } from './office.ts'
export { oneAfterTheOther, told } from './two-at-once.ts'
export { plantPerson, type Needle, type Planted } from './planted-person.ts'

export type TestHouse = {
  /** The application's own address of the database: what openPurposes and the job runner connect to. */
  readonly url: string
  readonly ownerUrl: string
  /** All base tables by their full names, with every right: for arranging and for looking behind the curtain. */
  readonly owner: Kysely<DB>
  readonly for: <P extends Purpose>(purpose: P) => For<P>
  readonly close: () => Promise<void>
}

export async function openTestHouse(): Promise<TestHouse> {
  const { server, leave } = await givenOrOwnServer()
  const name = `house_${randomBytes(6).toString('hex')}`
  await asOwner(server, `create database ${name} template ${server.template}`)
  const ownerUrl = inDatabase(server.ownerUrl, name)
  const url = appUrl(ownerUrl, server.appPassword)
  const owner = openDatabase<DB>(ownerUrl)
  const purposes = openPurposes(url)
  return {
    url,
    ownerUrl,
    owner,
    for: purposes.for,
    close: async () => {
      await Promise.all([purposes.close(), owner.destroy()])
      await asOwner(server, `drop database ${name} with (force)`)
      await leave()
    },
  }
}

/** Outside vitest (a bench, a script) a run is begun for this house alone. */
async function givenOrOwnServer(): Promise<{ server: TestServer; leave: () => Promise<void> }> {
  const leave = process.env[serverVariable] ? async () => undefined : await beginRun()
  return { server: JSON.parse(process.env[serverVariable]!), leave }
}

function inDatabase(ownerUrl: string, name: string): string {
  const url = new URL(ownerUrl)
  url.pathname = `/${name}`
  return url.href
}

async function asOwner(server: TestServer, command: string): Promise<void> {
  const client = new pg.Client({ connectionString: inDatabase(server.ownerUrl, 'postgres') })
  await client.connect()
  await client.query(command).finally(() => client.end())
}

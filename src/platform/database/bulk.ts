import type { Writable } from 'node:stream'
import pg from 'pg'
import { copyOut } from './copy-out.ts'

/** One connection as the owner, for loading many rows at a time. int8 arrives as string here: ask for ::int or ::text. */
export type Bulk = {
  readonly query: <Row extends object = Record<string, unknown>>(text: string, values?: readonly unknown[]) => Promise<Row[]>
  /** Every row the query finds, as text, one at a time; returns how many. */
  readonly read: (query: string, row: (cells: (string | null)[]) => void) => Promise<number>
  /** Begins a transaction and sends all rows, in one round trip; returns how many the server took. Ended by the caller's `commit`. */
  readonly load: (sheets: readonly Sheet[]) => Promise<number>
  /** Commits no longer wait for the disk, until `wait` is true again: for work that can be done again after a crash. */
  readonly waitForDisk: (wait: boolean) => Promise<void>
  /** True when this connection could leave foreign keys to the caller, which must then count the orphans itself. */
  readonly leaveForeignKeys: () => Promise<boolean>
  readonly close: () => Promise<void>
}

/** Rows for one table, as tab-separated text (see `field`) or binary (see `binaryRows`); `into` names the table and its columns. */
export type Sheet = { readonly into: string; readonly rows: string | Buffer }

/** Opens it. An import is an act of the host, so it works as the database's owner, beside the purposes. */
export async function openBulk(ownerUrl: string): Promise<Bulk> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: 'ordholden import',
    options: '-c TimeZone=Europe/Oslo',
  })
  client.on('error', () => undefined)
  await client.connect()
  return {
    query: async (text, values) => (await client.query(text, values as unknown[])).rows,
    read: (query, row) => copyOut(client, query, row),
    load: (sheets) => load(client, sheets),
    waitForDisk: async (wait) => {
      await client.query(`set synchronous_commit = ${wait ? 'on' : 'off'}`)
    },
    leaveForeignKeys: () => leaveForeignKeys(client),
    close: () => client.end(),
  }
}

/** One value in the text format: a null is \N, and tabs, line ends and backslashes are written out. */
export function field(value: string | number | bigint | null): string {
  if (value === null) return '\\N'
  if (typeof value !== 'string') return String(value)
  return /[\\\t\n\r]/.test(value)
    ? value.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
    : value
}

const insufficientPrivilege = '42501'

async function leaveForeignKeys(client: pg.Client): Promise<boolean> {
  try {
    await client.query('set session_replication_role = replica')
    return true
  } catch (error) {
    if ((error as { code?: string }).code === insufficientPrivilege) return false
    throw error
  }
}

// The protocol's own COPY messages; pg sends and receives them, and leaves what to say to a "submittable".
type Sender = { query: (text: string) => void; endCopyFrom: () => void; stream: Writable }

/**
 * Everything is sent at once, without waiting for the server to ask for each table's rows: it reads them in the order it was
 * told, and after an error it passes over what is still on its way (PostgreSQL's protocol, "COPY Operations").
 */
function load(client: pg.Client, sheets: readonly Sheet[]): Promise<number> {
  const copies = sheets.map(({ into, rows }) => `copy ${into} from stdin${typeof rows === 'string' ? '' : ' (format binary)'}`)
  return new Promise((resolve, reject) => {
    let taken = 0
    let failure: Error | undefined
    client.query({
      submit: (connection: unknown) => send(connection as Sender, ['begin', ...copies].join(';'), sheets),
      handleCopyInResponse: () => undefined,
      handleCommandComplete: ({ text }: { text: string }) => (taken += Number(text.split(' ')[1] ?? 0)),
      handleError: (error: Error) => reject((failure = error)),
      handleReadyForQuery: () => failure ?? resolve(taken),
    } as pg.Submittable)
  })
}

function send(connection: Sender, text: string, sheets: readonly Sheet[]): void {
  connection.stream.cork()
  connection.query(text)
  for (const { rows } of sheets) {
    const bytes = typeof rows === 'string' ? Buffer.from(rows) : rows
    connection.stream.write(copyData(bytes.length))
    connection.stream.write(bytes) // as it is: sendCopyFromChunk would copy it first
    connection.endCopyFrom()
  }
  connection.stream.uncork()
}

function copyData(bytes: number): Buffer {
  const head = Buffer.from('d\0\0\0\0')
  head.writeInt32BE(bytes + 4, 1)
  return head
}

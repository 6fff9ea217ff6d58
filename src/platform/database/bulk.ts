import pg from 'pg'
import { copyOut } from './copy-out.ts'

/** One connection as the owner, for loading many rows at a time. int8 arrives as string here: ask for ::int or ::text. */
export type Bulk = {
  readonly query: <Row extends object = Record<string, unknown>>(text: string, values?: readonly unknown[]) => Promise<Row[]>
  /** Sends rows as tab-separated text (see `field`) or binary (see `binaryRows`); returns how many the server took. */
  readonly copy: (into: string, rows: string | Buffer) => Promise<number>
  /** Every row the query finds, as text, one at a time; returns how many. */
  readonly read: (query: string, row: (cells: (string | null)[]) => void) => Promise<number>
  /** Commits no longer wait for the disk, until `wait` is true again: for work that can be done again after a crash. */
  readonly waitForDisk: (wait: boolean) => Promise<void>
  /** True when this connection could leave foreign keys to the caller, which must then count the orphans itself. */
  readonly leaveForeignKeys: () => Promise<boolean>
  readonly close: () => Promise<void>
}

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
    copy: (into, rows) => copyIn(client, `copy ${into} from stdin${typeof rows === 'string' ? '' : ' (format binary)'}`, rows),
    read: (query, row) => copyOut(client, query, row),
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
type Sender = { query: (text: string) => void; sendCopyFromChunk: (chunk: Buffer) => void; endCopyFrom: () => void }

function copyIn(client: pg.Client, text: string, rows: string | Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    let taken = 0
    let failure: Error | undefined
    client.query({
      submit: (connection: unknown) => (connection as Sender).query(text),
      handleCopyInResponse: (connection: Sender) => {
        connection.sendCopyFromChunk(typeof rows === 'string' ? Buffer.from(rows) : rows)
        connection.endCopyFrom()
      },
      handleCommandComplete: (message: { text: string }) => (taken = Number(message.text.split(' ')[1])),
      handleError: (error: Error) => reject((failure = error)),
      handleReadyForQuery: () => failure ?? resolve(taken),
    } as pg.Submittable)
  })
}

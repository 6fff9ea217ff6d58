/**
 * For tests: a wire to the database that reads along and can be cut, or held, before any statement reaches the server. It knows as much of
 * PostgreSQL's protocol as that takes: a message is a letter and a length, and a statement ends with Sync or is a Query.
 */
import { connect, createServer, type AddressInfo } from 'node:net'

export type Wire = {
  /** The address of the database, by this wire. */
  readonly url: string
  /** What the server was asked, in order; a statement that was cut off is the last of them. */
  readonly asked: readonly string[]
  /** When the server has let go of everybody who came by this wire. */
  readonly silent: () => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * `passes` is asked of each statement, counted from 1 on all connections together; what it has not answered waits, and after a no
 * nothing more reaches the server.
 */
export async function openWire(url: string, passes: (nth: number, words: string) => boolean | Promise<boolean>): Promise<Wire> {
  const there = new URL(url)
  const asked: string[] = []
  const ended: Promise<void>[] = []
  let isCut = false
  const wire = createServer((near) => {
    const far = connect({ host: there.hostname, port: Number(there.port) })
    ended.push(new Promise((resolve) => far.once('close', () => resolve())))
    const statements = readingAlong()
    let before: Promise<unknown> = Promise.resolve()
    const pass = async ({ bytes, statement }: Passage) => {
      if (statement !== undefined && !isCut) isCut = !(await passes(asked.push(statement), statement))
      if (isCut) near.destroy()
      else far.write(bytes)
    }
    near.on('data', (chunk) => {
      for (const passage of statements(chunk)) before = before.then(() => pass(passage))
    })
    far.on('data', (chunk) => near.write(chunk))
    for (const [one, other] of [[near, far] as const, [far, near] as const])
      one.on('error', () => other.destroy()).on('close', () => other.end())
  })
  await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve))
  const here = new URL(url)
  here.hostname = '127.0.0.1'
  here.port = String((wire.address() as AddressInfo).port)
  return {
    url: here.href,
    asked,
    silent: async () => void (await Promise.all(ended)),
    close: () => new Promise((resolve) => wire.close(() => resolve())),
  }
}

type Passage = { readonly bytes: Buffer; readonly statement?: string }

/** Whole statements as they complete: what is prepared, bound and executed goes together, up to its Sync. */
function readingAlong(): (chunk: Buffer) => Passage[] {
  let left = Buffer.alloc(0)
  let [begun, at] = [false, 0]
  let words = ''
  return (chunk) => {
    left = Buffer.concat([left, chunk])
    const passages: Passage[] = []
    for (;;) {
      // The first message of a connection has no letter.
      const head = begun ? 1 : 0
      if (left.length < at + head + 4) return passages
      const end = at + head + left.readUInt32BE(at + head)
      if (left.length < end) return passages
      const kind = begun ? String.fromCharCode(left[at]!) : ''
      if (kind === 'Q') words = left.toString('utf8', at + 5, end - 1)
      if (kind === 'P') words = left.toString('utf8', left.indexOf(0, at + 5) + 1, left.indexOf(0, left.indexOf(0, at + 5) + 1))
      const [begins, isSaid] = [begun, kind === 'Q' || kind === 'S']
      begun = true
      at = end
      if (begins && !isSaid && kind !== 'p' && kind !== 'X') continue
      passages.push({ bytes: left.subarray(0, end), ...(isSaid && { statement: words }) })
      left = left.subarray(end)
      at = 0
    }
  }
}

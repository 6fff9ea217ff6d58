import { createHash } from 'node:crypto'
import type { ImapFlow, FetchMessageObject } from 'imapflow'

/** A message as the server lists it, before its text is fetched. */
export type Waiting = {
  /** SHA-256 of the Message-ID; of where it lies when it has none. */
  readonly key: string
  readonly folder: string
  readonly uid: number
  /** When the server got it: the moment a clock starts. */
  readonly receivedAt: Date
}

export type Mailbox = {
  /** Everything in the inbox and in the spam folder, oldest first. */
  readonly list: () => Promise<readonly Waiting[]>
  /** The message as it came; undefined when somebody took it away meanwhile. */
  readonly fetch: (message: Waiting) => Promise<Buffer | undefined>
  readonly remove: (message: Waiting) => Promise<void>
}

/** `imaps://user:password@mail.example:993`; the connection is closed however `act` ends. */
export async function withMailbox<Answer>(imapUrl: string, act: (mailbox: Mailbox) => Promise<Answer>): Promise<Answer> {
  const client = await clientOf(new URL(imapUrl))
  // Without a listener a connection that breaks would end the program; whoever waits for an answer is told anyway.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await act(mailboxOf(client))
  } finally {
    await client.logout().catch(() => client.close())
  }
}

async function clientOf(url: URL): Promise<ImapFlow> {
  // Most houses read no mailbox, and none reads one as it starts.
  const { ImapFlow: Client } = await import('imapflow')
  const secure = url.protocol === 'imaps:'
  return new Client({
    host: url.hostname,
    port: Number(url.port || (secure ? 993 : 143)),
    secure,
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
  })
}

function mailboxOf(client: ImapFlow): Mailbox {
  const inFolder = async <Answer>(folder: string, act: () => Promise<Answer>): Promise<Answer> => {
    const lock = await client.getMailboxLock(folder)
    return act().finally(() => lock.release())
  }
  return {
    list: async () => {
      const found: Waiting[] = []
      for (const folder of await foldersOf(client)) found.push(...(await inFolder(folder, () => listed(client, folder))))
      return found.toSorted((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime())
    },
    fetch: ({ folder, uid }) =>
      inFolder(folder, async () => {
        const message = await client.fetchOne(String(uid), { source: true }, { uid: true })
        return message === false ? undefined : message.source
      }),
    remove: ({ folder, uid }) =>
      inFolder(folder, async () => {
        await client.messageDelete(String(uid), { uid: true })
      }),
  }
}

/** The inbox, and whatever the server says is spam: a claim that was sorted away is a claim all the same. */
async function foldersOf(client: ImapFlow): Promise<string[]> {
  const folders = await client.list()
  const junk = folders.filter(({ specialUse, name }) => specialUse === '\\Junk' || /^(junk|spam|søppelpost)/i.test(name))
  return ['INBOX', ...junk.map(({ path }) => path)]
}

async function listed(client: ImapFlow, folder: string): Promise<Waiting[]> {
  const { mailbox } = client
  if (mailbox === false || mailbox.exists === 0) return []
  const found: Waiting[] = []
  for await (const message of client.fetch('1:*', { uid: true, internalDate: true, envelope: true }))
    found.push({ key: keyOf(message, folder, mailbox.uidValidity), folder, uid: message.uid, receivedAt: receivedAt(message) })
  return found
}

function keyOf({ envelope, uid }: FetchMessageObject, folder: string, validity: bigint): string {
  const id = envelope?.messageId?.trim() || `${folder} ${validity} ${uid}`
  return createHash('sha256').update(id).digest('hex')
}

function receivedAt({ internalDate, envelope }: FetchMessageObject): Date {
  return new Date(internalDate ?? envelope?.date ?? 0)
}

/** For tests: a real IMAP server on loopback with an inbox and a spam folder, and messages put there as they would come. */
import { createRequire } from 'node:module'
import type { AddressInfo, Server } from 'node:net'

type Stored = { readonly raw: string; readonly internaldate: string; readonly flags?: readonly string[] }
type Folder = { messages: readonly object[] }
type Imap = {
  readonly server: Server
  readonly listen: (port: number, host: string, done: () => void) => void
  readonly close: (done: () => void) => void
  readonly appendMessage: (folder: string, flags: readonly string[], date: string, raw: string) => void
  readonly getMailbox: (folder: string) => Folder
}

const hoodiecrow = createRequire(import.meta.url)('hoodiecrow-imap') as (options: object) => Imap

export type MailServer = {
  readonly url: string
  /** Puts a message into a folder, as received at that moment. */
  readonly put: (raw: string, receivedAt: Date, folder?: 'INBOX' | 'Junk') => void
  readonly count: (folder?: 'INBOX' | 'Junk') => number
  readonly close: () => Promise<void>
}

export async function openMailServer(first: readonly Stored[] = []): Promise<MailServer> {
  const imap = hoodiecrow({
    plugins: ['ID', 'SASL-IR', 'ENABLE', 'UIDPLUS', 'SPECIAL-USE'],
    storage: {
      INBOX: { messages: first },
      '': { folders: { Junk: { 'special-use': '\\Junk', messages: [] } } },
    },
    users: { personvern: { password: 'test-only' } },
  })
  await new Promise<void>((resolve) => imap.listen(0, '127.0.0.1', resolve))
  const { port } = imap.server.address() as AddressInfo
  return {
    url: `imap://personvern:test-only@127.0.0.1:${port}`,
    put: (raw, receivedAt, folder = 'INBOX') => imap.appendMessage(folder, [], internalDate(receivedAt), raw),
    count: (folder = 'INBOX') => imap.getMailbox(folder).messages.length,
    close: () => new Promise((resolve) => imap.close(resolve)),
  }
}

/** RFC 9051: `23-Nov-2026 10:00:05 +0000`. */
function internalDate(moment: Date): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(moment.toUTCString())!
  return `${day}-${month}-${year} ${time} +0000`
}
